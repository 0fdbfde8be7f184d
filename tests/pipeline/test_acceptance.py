"""An accepted finding is suppressed and listed; it comes back when the words change."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gampgen.domain.finding import Finding, FindingSeverity, Suppression
from gampgen.domain.location import Location
from gampgen.errors import UsageError
from gampgen.pipeline.acceptance import with_acceptances
from gampgen.pipeline.exits import findings_code
from gampgen.pipeline.lint import lint
from gampgen.settings import AcceptedFinding, FailOn, Settings
from gampgen.settings.accepting import with_accepted
from gampgen.settings.yaml_text import yaml_mapping

FOUND = Finding(code="RQ12", severity=FindingSeverity.ERROR, requirement_uid="URS-1", message="vague", hint="say more")
ACCEPTED = AcceptedFinding(code="RQ12", requirement="URS-1", stamp="s1", by="A. B", reason="known")


def test_an_accepted_finding_stays_listed_with_who_and_why_and_no_longer_counts() -> None:
    (marked,) = with_acceptances((FOUND,), (ACCEPTED,), {"URS-1": "s1"}, "d")
    assert marked == FOUND.model_copy(update={"suppressed": Suppression(by="A. B", reason="known")})
    assert findings_code((FOUND,), FailOn.ERROR) == 1
    assert findings_code((marked,), FailOn.ERROR) == 0


def test_it_comes_back_when_the_requirement_changes_and_the_old_acceptance_is_told() -> None:
    first, notice = with_acceptances((FOUND,), (ACCEPTED,), {"URS-1": "s2"}, "d")
    assert first == FOUND
    assert (notice.code, notice.severity, notice.requirement_uid) == ("AC01", FindingSeverity.INFO, "URS-1")
    assert "A. B accepted RQ12" in notice.message


@pytest.mark.parametrize("change", [{"code": "RQ13"}, {"requirement": "URS-2"}, {"place": "line 3"}])
def test_another_code_requirement_or_place_is_not_accepted(change: dict[str, str]) -> None:
    other = ACCEPTED.model_copy(update=change)
    assert with_acceptances((FOUND,), (other,), {"URS-1": "s1", "URS-2": "s1"}, "d") == (FOUND,)


def test_a_finding_on_no_requirement_is_accepted_for_this_document_and_place_only() -> None:
    finding = FOUND.model_copy(update={"requirement_uid": None, "location": Location(line=3)})
    accepted = AcceptedFinding(code="RQ12", place="line 3", stamp="d", by="A. B", reason="known")
    assert with_acceptances((finding,), (accepted,), {}, "d")[0].suppressed
    assert not with_acceptances((finding,), (accepted,), {}, "e")[0].suppressed
    elsewhere = finding.model_copy(update={"location": Location(line=4)})
    assert not with_acceptances((elsewhere,), (accepted,), {}, "d")[0].suppressed


def test_acceptances_of_another_documents_requirement_are_not_told() -> None:
    assert with_acceptances((FOUND,), (ACCEPTED.model_copy(update={"requirement": "X-9"}),), {"URS-1": "s1"}, "d") == (
        FOUND,
    )


def test_lint_marks_what_the_project_accepts(tmp_path: Path) -> None:
    path = tmp_path / "urs.md"
    path.write_text("# Requirements\n\nURS-001 The screens shall be user-friendly.\n", "utf-8")
    finding = next(one for one in lint(path, Settings()).findings if one.requirement_uid == "URS-001")
    stamp = lint(path, Settings()).requirements[0].stamp
    accepted = AcceptedFinding(code=finding.code, requirement="URS-001", stamp=stamp, by="A. B", reason="known")
    marked = lint(path, Settings(accepted=(accepted,))).findings
    assert next(one.suppressed for one in marked if one.code == finding.code and one.requirement_uid == "URS-001")


FILES = [
    "",
    "# words\nfail_on: never\n",
    "accepted: []\nfail_on: never\n",
    "accepted: [ ]  # none yet\n",
    "accepted:\n- code: A\n  stamp: s\n  by: B\n  reason: r  # why\nfail_on: never\n",
    "accepted:\n    # old ones\n    - code: A\n      stamp: s\n      by: B\n      reason: r\n",
    "fail_on: never",
    "fail_on: never\naccepted:\n",
]


@pytest.mark.parametrize("text", FILES)
def test_an_acceptance_is_added_and_every_line_and_comment_stays(text: str) -> None:
    result = with_accepted(text, (ACCEPTED,), Path("gampgen.yaml"))
    for line in text.splitlines():
        assert line.replace("[]", "").replace("[ ]  ", "").strip() in result
    before, after = yaml_mapping(text, "x"), yaml_mapping(result, "x")
    assert {key: value for key, value in before.items() if key != "accepted"} == {
        key: value for key, value in after.items() if key != "accepted"
    }
    first = after["accepted"][0]
    assert first == {"code": "RQ12", "requirement": "URS-1", "stamp": "s1", "by": "A. B", "reason": "known"}


@given(st.text(min_size=1, max_size=60))
def test_any_reason_is_kept_letter_for_letter(reason: str) -> None:
    accepted = ACCEPTED.model_copy(update={"reason": reason})
    try:
        result = with_accepted("fail_on: never\n", (accepted,), Path("gampgen.yaml"))
    except UsageError:
        # YAML has no way to hold a few code points raw; they are refused, never changed.
        assert not reason.isprintable()
        return
    assert yaml_mapping(result, "x")["accepted"][0]["reason"] == reason


def test_a_list_written_in_one_line_is_refused_and_not_damaged() -> None:
    with pytest.raises(UsageError):
        with_accepted("accepted: [{code: A, stamp: s, by: B, reason: r}]\n", (ACCEPTED,), Path("gampgen.yaml"))
