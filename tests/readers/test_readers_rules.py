"""The readers' rules can be explained, and their findings are worded by them."""

from __future__ import annotations

from gampgen.domain.location import Location
from gampgen.readers.notices import Notices
from gampgen.readers.rules import BY_CODE, READER_RULES, RULES, Noticed


def test_every_code_has_one_rule_with_a_manual() -> None:
    assert [rule.code for rule in READER_RULES] == list(Noticed)
    assert all(len(rule.manual) > 60 and rule.source for rule in RULES)
    assert all(rule.hint.endswith((".", "?")) for rule in READER_RULES)


def test_findings_come_by_code_and_in_reading_order_and_counts_add_up() -> None:
    notices = Notices()
    notices.note(Noticed.PICTURES, Location(paragraph=3), count=2)
    notices.note(Noticed.HIDDEN_TEXT, Location(paragraph=2), "b")
    notices.note(Noticed.HIDDEN_TEXT, Location(paragraph=5), "a")
    notices.note(Noticed.PICTURES, Location(paragraph=9))
    found = notices.findings()
    assert [(one.code, one.location and one.location.paragraph) for one in found] == [
        ("DOC01", 2), ("DOC01", 5), ("DOC13", 3),
    ]  # fmt: skip
    assert found[2].message.startswith("3 picture(s)")


def test_a_rule_with_very_many_places_says_how_many_more() -> None:
    notices = Notices()
    for number in range(60):
        notices.note(Noticed.STRUCK_TEXT, Location(paragraph=number + 1), "x" * 500)
    found = notices.findings()
    assert len(found) == 51
    assert "10 more" in found[-1].message
    assert len(found[0].message) < len(BY_CODE[Noticed.STRUCK_TEXT].message) + 120
