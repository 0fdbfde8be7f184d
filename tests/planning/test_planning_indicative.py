"""Where it is verified what stands in the present tense or in a wish."""

import pytest

from gampgen.domain.risk import DispositionKind as Kind
from gampgen.domain.wish import wished
from gampgen.planning.judgement import judge


@pytest.mark.parametrize(
    ("sentence", "kind", "rule"),
    [
        ("The supplier delivers the hardware design and the source code.", Kind.SUPPLIER_EVIDENCE, "DS06"),
        ("The manufacturer of the line provides spare parts for ten years.", Kind.SUPPLIER_EVIDENCE, "DS06"),
        ("Our vendor offers a hotline on weekdays.", Kind.SUPPLIER_EVIDENCE, "DS06"),
        ("The vendor trains the users before go-live.", Kind.PROCEDURE, "DS05"),
        ("It would be desirable if the supplier offered remote support.", Kind.SUPPLIER_EVIDENCE, "DS06"),
        ("Vendor audits are carried out yearly.", Kind.PROCEDURE, "DS10"),
        ("The supplier provides a report module in which users can define reports.", Kind.OQ, "DS16"),
        ("It would be nice if the system showed the trend of the last batch.", Kind.OQ, "DS16"),
        ("The system shall be easy to operate and give a good overview.", Kind.QUERY, "DS03"),
        ("The dissolved oxygen shall be kept stable during inoculation.", Kind.QUERY, "DS03"),
        ("The pressure shall be maintained at a constant level.", Kind.QUERY, "DS03"),
        ("The speed shall be kept stable at 100 rpm.", Kind.OQ, "DS16"),
        ("The temperature shall be kept constant within ± 0.5 °C during the hold.", Kind.OQ, "DS16"),
    ],
)
def test_the_duty_decides_and_not_its_wording(sentence: str, kind: Kind, rule: str) -> None:
    found = judge(sentence)
    assert (found.kind, found.rule) == (kind, rule)
    assert found.quote in sentence


@pytest.mark.parametrize(
    ("sentence", "inner"),
    [
        ("It would be nice if the system showed the trend.", "the system should show the trend"),
        ("It is desirable that the list can be sorted.", "the list should be sorted"),
        ("It would be helpful if alarms were shown in colours.", "alarms should be shown in colours"),
        ("It would be good if each plant had its own list.", "each plant should have its own list"),
        ("It shall be possible to sort the list if it is long.", None),
        ("The alarm is good if it is seen.", None),
    ],
)
def test_the_demand_inside_a_wish(sentence: str, inner: str | None) -> None:
    assert wished(sentence) == inner
