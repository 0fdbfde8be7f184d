# ruff: noqa: E501 - a sentence of a test stands on one line, so that it is read and mended as a whole
"""The last step of a test that changes something which outlives it: what was set is set back, what is active is ended.

A simulated value, a lock, a changed setting or a withdrawn role would be the unsaid starting point of the next test.
Nothing is set back where a test only reads, or works on a record that was prepared for it.
"""

from __future__ import annotations

import re

from gampgen.domain.clause import ActionKind
from gampgen.domain.coverage import Checklist, ConditionCase, ConditionState, CoverageItem, InputCase, RoleCase
from gampgen.drafting.condition_states import is_lasting, subject_of
from gampgen.drafting.english import capital, inner, is_plural, joined, the
from gampgen.drafting.slots import thing
from gampgen.drafting.wording import SCREEN, Step

RULE = "BACK"
_SET = frozenset({ActionKind.CONFIGURE, ActionKind.CONTROL})


def restoring(item: CoverageItem) -> tuple[Step, ...]:
    """The step that brings the system back into the state from before the test; () where nothing outlives it."""
    match item.part:
        case ConditionCase() as part:
            made = _conditions(part)
        case InputCase(accepted=True) as part:
            noun = the(part.points[0].subject or thing(part.clause) or "value")
            made = (
                None
                if "password" in noun.lower()
                else (
                    f"Set {noun} back to the value noted in step 1.",
                    f"{capital(noun)} {_are(noun)} shown with the value noted in step 1.",
                )
            )
        case RoleCase(aspect="withdrawn"):
            made = ("Give the withdrawn role back to the test user.", "The account is shown with its role again.")
        case Checklist() as part:
            made = _checklist(item, part)
        case _:
            made = None
    return (Step(*made, SCREEN, rule=RULE),) if made else ()


def _conditions(part: ConditionCase) -> tuple[str, str] | None:
    """Values that were set from outside, and what they have brought about."""
    values = tuple(dict.fromkeys(subject_of(state) for state in part.states if _is_value(state)))
    if not values:
        return _disturbances(part)
    named = joined(values)
    back = "values" if len(values) > 1 else "value"
    return (
        f"Set {named} back to the {back} from before the test, and acknowledge or release what is still active.",
        f"{capital(named)} {'are' if len(values) > 1 else _are(values[0])} shown as before the test; nothing that the test has brought about is active.",
    )


def _disturbances(part: ConditionCase) -> tuple[str, str] | None:
    """What was brought about and goes on: an emergency stop, a power failure, a maintenance mode."""
    found = [
        inner(state.words)
        for state in part.states
        if state.truth and state.point is None and _GOES_ON.search(state.words)
    ]
    if not found:
        return None
    named = joined(found)
    return (
        f"End what was brought about, and acknowledge or release what is still active: {named}.",
        f"Nothing of this is active any more: {named}.",
    )


_GOES_ON = re.compile(
    r"\b(?:emergency stops?|(?:power|network|sensor|communication|supply) (?:failures?|loss|outages?)|(?:maintenance|service|test|manual) mode"
    r"|alarms?|interlocks?|by-?pass(?:ed)?|disconnected|blocked|locked)\b",
    re.IGNORECASE,
)


def _is_value(state: ConditionState) -> bool:
    return (
        state.point is not None
        and not state.shared
        and not state.presented
        and not is_lasting(state.point)
        and not state.point.counted
    )


def _checklist(item: CoverageItem, part: Checklist) -> tuple[str, str] | None:
    """Accounts that were locked, settings that were changed, clocks that were set."""
    if item.rule == "LOCK":
        return (
            "Release the account of <test user> and set its count of failed attempts to zero.",
            "<test user> can log in; the count is zero.",
        )
    if item.rule == "SCEN" and part.clause.kind in _SET and part.aspect == "main":
        noun = the(thing(part.clause))
        return (
            f"Set {noun} back to what was written down in step 1.",
            f"{capital(noun)} {_are(noun)} shown as written down in step 1.",
        )
    return None


def _are(noun: str) -> str:
    return "are" if is_plural(noun) else "is"
