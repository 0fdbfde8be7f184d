"""What nobody may do is tried by everybody, and never done."""

import pytest

from gampgen.domain.suite import Polarity
from gampgen.pipeline.explain import explain


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Nobody is able to edit the audit trail.", "edit the audit trail"),
        ("Nobody, including the Administrator, is able to switch off the audit trail.", "switch off the audit trail"),
        ("Nobody shall be able to delete a batch record.", "delete a batch record"),
        ("No one may edit a signed record.", "edit a signed record"),
        ("None of the users shall be able to change a result.", "change a result"),
        ("A signed record can be edited by nobody.", "edit a signed record"),
        ("Nobody shall delete records.", "delete records"),
        ("No one shall change the system time.", "change the system time"),
        ("No user shall be able to delete an alarm.", "delete an alarm"),
    ],
)
def test_what_nobody_may_do_is_refused_to_all(text: str, act: str) -> None:
    tests = explain("S", text).tests
    assert tests
    assert {one.polarity for one in tests} == {Polarity.NEGATIVE}
    tried = [step for one in tests for step in one.steps if f"try to {act}" in step.action]
    assert tried
    assert all("refused" in step.expected_result for step in tried)
    assert not any(
        "including" in step.action or "none of" in step.action.lower() for one in tests for step in one.steps
    )
