"""The subject-matter agent: checks that fit the kind of requirement, in its own words, few, and never without them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from gampgen.agents.sme import SmeAgent
from gampgen.agents.specialities import specialities, speciality_rules
from gampgen.domain.advice import AdviceKind
from gampgen.domain.quantity import Interval, Quantity
from gampgen.domain.risk import DispositionKind, Level
from gampgen.domain.statement import Archetype, DecisionRow, Effect
from gampgen.domain.trace import SourceKind

AUDIT = "Each change of a test result shall be recorded in the audit trail with old value, new value and time."


def codes(advice: tuple[Any, ...]) -> list[str]:
    return [piece.source.ref for piece in advice]


def test_an_audit_trail_gets_the_checks_in_the_words_of_what_is_changed(
    ask: Callable[..., Any], cue: Callable[..., Any]
) -> None:
    reading = {"archetypes": (cue(Archetype.AT, "audit trail"),)}
    advice = SmeAgent().advise(ask([AUDIT], read={1: reading})).advice
    checks = [piece for piece in advice if piece.kind is AdviceKind.CHECK]
    assert [piece.text for piece in checks] == [
        "Saving without a change leaves no misleading entry",
        "The entry takes the server's time",
        "Two fields changed together are both visible",
    ]
    assert all("the test result" in piece.action for piece in checks)
    assert all(piece.source.kind is SourceKind.RULE and piece.source.quote == "audit trail" for piece in advice)
    modes = [piece.text for piece in advice if piece.kind is AdviceKind.FAILURE_MODE]
    assert modes[0] == (
        "The old value of the test result is missing from the entry, so that the change cannot be reconstructed"
    )


@pytest.mark.parametrize(("priority", "checks"), [(Level.HIGH, 3), (Level.MEDIUM, 2), (Level.LOW, 0)])
def test_the_risk_priority_decides_how_much_is_checked(
    priority: Level, checks: int, ask: Callable[..., Any], cue: Callable[..., Any]
) -> None:
    reading = {"archetypes": (cue(Archetype.AT, "audit trail"),)}
    advice = SmeAgent().advise(ask([AUDIT], read={1: reading}, priority=priority)).advice
    assert sum(piece.kind is AdviceKind.CHECK for piece in advice) == checks


def test_a_permission_is_tried_by_the_role_and_the_action_that_it_names(
    ask: Callable[..., Any], cue: Callable[..., Any], only: Callable[..., Any]
) -> None:
    text = "Only a Supervisor shall be able to release a recipe."
    reading = {
        "archetypes": (cue(Archetype.ROLE, "Only a Supervisor"),),
        "permissions": (only("Supervisor", "release a recipe", text),),
    }
    advice = SmeAgent().advise(ask([text], read={1: reading})).advice
    assert [piece.action for piece in advice if piece.kind is AdviceKind.CHECK] == [
        (
            "As a user without the role Supervisor, try to release a recipe by a direct address, an import or "
            "an interface call instead of the menu."
        ),
        "As an administrator without the role Supervisor, try to release a recipe.",
        "As the user who made the record concerned, try to release a recipe: one's own.",
    ]


def test_a_check_whose_words_the_requirement_does_not_have_is_not_advised(
    ask: Callable[..., Any], cue: Callable[..., Any]
) -> None:
    text = "Roles shall be available."
    reading = {"archetypes": (cue(Archetype.ROLE, "Roles"),)}
    assert SmeAgent().advise(ask([text], read={1: reading})).advice == ()


def test_a_limit_is_worded_with_what_it_limits_and_a_time_is_no_limit(
    ask: Callable[..., Any], cue: Callable[..., Any], cause: Callable[..., Any]
) -> None:
    text = "If the room temperature is above 8.0 °C for 30 seconds, an alarm shall be raised."
    limit = Interval(
        text="above 8.0 °C", lower="8.0", upper=None, lower_inclusive=False, upper_inclusive=False, unit="°C",
        start=27, end=39,
    )  # fmt: skip
    delay = Quantity(text="30 seconds", value="30", unit="seconds", start=44, end=54)
    reading = {
        "archetypes": (cue(Archetype.NUM, "above 8.0 °C"),), "intervals": (limit,), "quantities": (delay,),
        "causes": (cause("the room temperature", "is above 8.0 °C for 30 seconds"),),
    }  # fmt: skip
    advice = SmeAgent().advise(ask([text], read={1: reading})).advice
    assert advice
    assert not any("30 seconds" in piece.text + piece.action for piece in advice)
    broken = next(piece for piece in advice if piece.text == "A broken sensor is no value")
    assert broken.action == "Open the circuit of the sensor that measures the room temperature, then short it."
    edge = next(piece for piece in advice if piece.text == "A value that stays at the edge")
    assert edge.action == "Let the room temperature move between one step inside and one step outside 8.0 °C ten times."


def test_a_message_that_rests_on_something_not_done_is_not_tried_with_it_done(
    ask: Callable[..., Any], cue: Callable[..., Any], cause: Callable[..., Any]
) -> None:
    text = "An alarm that is not acknowledged shall be sent by e-mail."
    row = DecisionRow(truths=(("C1", True), ("E1", False))), DecisionRow(truths=(("C1", False), ("E1", True)))
    reading = {
        "archetypes": (cue(Archetype.MAIL, "e-mail"),), "causes": (cause("an alarm", "is acknowledged"),),
        "effects": (Effect(id="E1", variable="An alarm", condition="shall be sent"),), "decision_table": row,
    }  # fmt: skip
    assert not any("recipient's role" in one.action for one in SmeAgent().advise(ask([text], read={1: reading})).advice)


def test_the_event_of_a_message_is_the_requirements_own(
    ask: Callable[..., Any], cue: Callable[..., Any], cause: Callable[..., Any]
) -> None:
    text = "When a review is overdue, an e-mail shall be sent."
    reading = {"archetypes": (cue(Archetype.MAIL, "e-mail"),), "causes": (cause("a review", "is overdue"),)}
    advice = SmeAgent().advise(ask([text], read={1: reading})).advice
    assert [piece.action for piece in advice] == [
        "Give the recipient's role to another person, then bring it about that a review is overdue."
    ]


@pytest.mark.parametrize(
    "kind", [DispositionKind.PROCEDURE, DispositionKind.SUPPLIER_EVIDENCE, DispositionKind.IQ, DispositionKind.QUERY]
)
def test_what_no_test_verifies_gets_no_check(
    kind: DispositionKind, ask: Callable[..., Any], cue: Callable[..., Any]
) -> None:
    reading = {"archetypes": (cue(Archetype.AT, "audit trail"),)}
    assert SmeAgent().advise(ask([AUDIT], read={1: reading}, disposition=kind)).advice == ()


def test_a_statement_without_a_kind_gets_nothing(ask: Callable[..., Any]) -> None:
    assert SmeAgent().advise(ask(["The lamp shall be lit."])).advice == ()


def test_at_most_three_checks_and_two_failure_modes_are_given(ask: Callable[..., Any], cue: Callable[..., Any]) -> None:
    cues = tuple(cue(archetype, "audit trail") for archetype in Archetype)
    advice = SmeAgent().advise(ask([AUDIT], read={1: {"archetypes": cues}})).advice
    kinds = [piece.kind for piece in advice]
    assert kinds.count(AdviceKind.CHECK) == 3
    assert kinds.count(AdviceKind.FAILURE_MODE) == 2
    assert len(set(codes(advice))) == len(advice)


def test_the_catalogue_is_complete_and_free_of_empty_phrases() -> None:
    entries = specialities()
    assert len({one.code for one in entries}) == len(entries) == 67
    empty = ("as expected", "correctly", "works properly", "meets the", "successfully", "appropriate")
    for one in entries:
        assert one.code.startswith(f"SME-{one.archetype.value.removeprefix('A-')}-")
        assert (one.kind is AdviceKind.CHECK) == bool(one.action and one.expected)
        assert not any(phrase in (one.text + one.action + one.expected).lower() for phrase in empty)
    assert {rule.code for rule in speciality_rules()} == {one.code for one in entries}
