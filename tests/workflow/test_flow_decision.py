"""A category in doubt: asked, decided, raised or left open; each way said in the suite and in the trail."""

from pathlib import Path

import pytest
from tests.workflow.flow_fixture import read_urs, run_flow
from workflows.events import Event

from gampgen.audit.record import Occurrence
from gampgen.domain.category import CategoryDecision, DecidedBy, GampCategory
from gampgen.domain.suite import OQTestSuite
from gampgen.settings import OnDoubt, Settings
from gampgen.workflow.events import DecisionAsked
from gampgen.workflow.narrative import occurrences

# Bought as it is, and yet something is to be written: a contradiction that only a person can settle.
IN_DOUBT = """# User Requirements Specification: Cold store

## 1 Requirements

- **CS-1**: The product shall be used as supplied by the manufacturer, without any modification or programming.
- **CS-2**: A new program shall be written for this system that calculates the release status of the batch.
- **CS-3**: The system shall raise a high alarm when the store temperature rises above 8.0 °C for 300 s.
"""
NO_EVIDENCE = """# User Requirements Specification: Cold store

- **CS-1**: The system shall raise a high alarm when the store temperature rises above 8.0 °C for 300 s.
"""
DECISION = CategoryDecision(category=GampCategory.STANDARD, decided_by="A. Person", reason="the program was dropped")


def told(events: list[Event]) -> list[Occurrence]:
    found = [occurrence for event in events for occurrence in occurrences(event)]
    return [one for one in found if one.subject == "GAMP category"]


def run(
    folder: Path, settings: Settings, answer: CategoryDecision | None = None, text: str = IN_DOUBT
) -> tuple[OQTestSuite, list[Event]]:
    return run_flow(read_urs(folder, text), settings, None, answer)


def test_without_being_told_otherwise_the_proposal_stands_and_asks_for_a_person(tmp_path: Path) -> None:
    suite, events = run(tmp_path, Settings())
    found = suite.categorisation
    assert (found.category, found.proposed, found.needs_review) == (GampCategory.CUSTOM, GampCategory.CUSTOM, True)
    assert "CAT-CONFLICT" in {finding.code for finding in suite.findings if finding.severity == "warning"}
    assert [one.action for one in told(events)] == ["category_proposed", "category_left_open"]


@pytest.mark.parametrize("on_doubt", [OnDoubt.ASK, OnDoubt.STOP])
def test_the_question_holds_the_doubts_the_evidence_and_all_four_choices(on_doubt: OnDoubt, tmp_path: Path) -> None:
    _, events = run(tmp_path, Settings(on_doubt=on_doubt), DECISION)
    question = next(event for event in events if isinstance(event, DecisionAsked)).question
    assert {choice.category for choice in question.choices} == set(GampCategory)
    assert all(choice.reason for choice in question.choices)
    assert "CAT-CONFLICT" in {doubt.code for doubt in question.doubts}
    assert {piece.requirement_uid for piece in question.proposal.evidence} >= {"CS-1", "CS-2"}


def test_an_answer_stands_in_the_suite_and_the_trail_with_old_and_new_value(tmp_path: Path) -> None:
    suite, events = run(tmp_path, Settings(on_doubt=OnDoubt.ASK), DECISION)
    found = suite.categorisation
    assert (found.category, found.proposed) == (GampCategory.STANDARD, GampCategory.CUSTOM)
    assert (found.decided_by, found.decision, found.needs_review) == (DecidedBy.PERSON, DECISION, False)
    decided = told(events)[-1]
    assert [one.action for one in told(events)] == ["category_proposed", "decision_asked", "category_decided"]
    assert (decided.actor, decided.before, decided.after) == ("A. Person", "5", "3")
    assert decided.reason == "the program was dropped"


def test_decided_when_asked_and_decided_at_once_are_the_same_suite(tmp_path: Path) -> None:
    asked, _ = run(tmp_path, Settings(on_doubt=OnDoubt.ASK), DECISION)
    at_once, events = run(tmp_path, Settings(decision=DECISION))
    assert asked.model_dump_json() == at_once.model_dump_json()
    assert [one.action for one in told(events)] == ["category_proposed", "category_decided"]


def test_no_answer_is_the_proposal_with_its_finding(tmp_path: Path) -> None:
    asked, events = run(tmp_path, Settings(on_doubt=OnDoubt.ASK), None)
    proposed, _ = run(tmp_path, Settings())
    assert asked.model_dump_json() == proposed.model_dump_json()
    assert [one.action for one in told(events)] == ["category_proposed", "decision_asked", "category_left_open"]


def test_who_has_decided_is_not_asked(tmp_path: Path) -> None:
    _, events = run(tmp_path, Settings(on_doubt=OnDoubt.STOP, decision=DECISION))
    assert not any(isinstance(event, DecisionAsked) for event in events)


def test_what_is_clear_is_not_asked(tmp_path: Path) -> None:
    text = IN_DOUBT.replace("- **CS-2**: A new program shall be written for this system that calculates the release "
                            "status of the batch.\n", "")  # fmt: skip
    suite, events = run(tmp_path, Settings(on_doubt=OnDoubt.STOP), None, text)
    assert suite.categorisation.category is GampCategory.STANDARD
    assert not any(isinstance(event, DecisionAsked) for event in events)


def test_the_highest_in_question_is_taken_and_said(tmp_path: Path) -> None:
    text = """# User Requirements Specification: Scale

GAMP category: 4

- **CS-1**: The product shall be used as supplied by the manufacturer, without any modification or programming.
"""
    suite, events = run(tmp_path, Settings(on_doubt=OnDoubt.HIGHEST), None, text)
    found = suite.categorisation
    assert (found.proposed, found.claimed, found.category) == (
        GampCategory.STANDARD,
        GampCategory.CONFIGURED,
        GampCategory.CONFIGURED,
    )
    assert found.needs_review
    assert found.decided_by is DecidedBy.RULES
    assert "CAT-HIGHEST" in {finding.code for finding in suite.findings if finding.severity == "warning"}
    raised = told(events)[-1]
    assert (raised.action, raised.before, raised.after) == ("category_raised", "3", "4")


def test_where_nothing_speaks_there_is_no_highest(tmp_path: Path) -> None:
    suite, _ = run(tmp_path, Settings(on_doubt=OnDoubt.HIGHEST), None, NO_EVIDENCE)
    assert suite.categorisation.category is None
    assert "CAT-NONE" in {finding.code for finding in suite.findings if finding.severity == "error"}
