# ruff: noqa: E501 - a sentence of a test stands on one line, so that it is read and mended as a whole
"""Tests of steps in order: walked, one left out, the same person twice."""

from __future__ import annotations

from gampgen.domain.coverage import Checklist, CoverageItem
from gampgen.domain.suite import InputValue
from gampgen.drafting.english import bare, joined, sentence, the
from gampgen.drafting.wording import RECORD, SCREEN, Step, Wording


def word_sequence(item: CoverageItem, part: Checklist) -> Wording:
    """The words of a test of steps in order."""
    steps = {"in-order": _in_order, "skipped": _skipped, "same-person": _same_person}[part.aspect](item, part)
    noun, named = the(part.about), _named(part.details)
    title, objective, criterion = {
        "in-order": (f"Steps in order ({bare(part.about)}): {named}", f"Show that {noun} goes through these steps in this order: {named}", f"The history of <record> holds {named} in this order"),
        "skipped": (f"No step is left out ({bare(part.about)}): {named}", f"Show that no step is possible before the one that comes first: {named}", f"No step of {named} is entered before the one that comes first"),
        "same-person": (f"The same person does not do two steps ({bare(part.about)}): {named}", f"Show that each of these steps needs another person: {named}", f"No person is entered for two of {named}"),
    }[part.aspect]  # fmt: skip
    return Wording(
        title=title[:220], objective=sentence(objective),
        preconditions=(f"A case of {noun} is prepared that has gone through none of the steps: <record>.", _users(part)),
        inputs=(InputValue(name="steps in order", value=", ".join(part.details)),),
        steps=(*steps, _history(item, part)), criterion=sentence(criterion),
        rationale="State transition: the steps in their order, and each of them before its time.",
    )  # fmt: skip


def _in_order(item: CoverageItem, part: Checklist) -> tuple[Step, ...]:
    return tuple(_done(item, part, at) for at in range(len(part.details)))


def _skipped(item: CoverageItem, part: Checklist) -> tuple[Step, ...]:
    """Each step but the first is tried while the one before it is still to be done."""
    found: list[Step] = []
    for at in range(1, len(part.details)):
        last = f"“{part.details[at - 2]}” is still the last step done" if at > 1 else "no step is shown as done"
        found += [_done(item, part, at - 2)] if at > 1 else []
        found.append(
            Step(
                f"As {_user(part, at)}, try to carry out “{part.details[at]}” for <record>, without “{part.details[at - 1]}”.",
                f"It is not offered or is refused (text recorded); {last}.", SCREEN, item.quote,
            )
        )  # fmt: skip
    return tuple(found)


def _same_person(item: CoverageItem, part: Checklist) -> tuple[Step, ...]:
    """Whoever has done a step tries the next one, and is refused."""
    found: list[Step] = []
    for at in range(1, len(part.details)):
        found.append(_done(item, part, at - 1))
        tried = joined([_user(part, one) for one in range(at)], "then as")
        found.append(
            Step(
                f"As {tried}, try to carry out “{part.details[at]}” for <record>.",
                f"{'The attempt is' if at == 1 else 'Each attempt is'} refused (text recorded); “{part.details[at - 1]}” is still the last step done.",
                SCREEN, item.quote,
            )
        )  # fmt: skip
    return tuple(found)


def _done(item: CoverageItem, part: Checklist, at: int) -> Step:
    return Step(
        f"As {_user(part, at)}, carry out “{part.details[at]}” for <record>.",
        f"“{part.details[at]}” is shown as done, with {_user(part, at)}, date and time.", SCREEN, item.quote,
    )  # fmt: skip


def _history(item: CoverageItem, part: Checklist) -> Step:
    seen = {
        "in-order": f"It holds {_named(part.details)} in this order, each with user, date and time",
        "skipped": "It holds the steps that were carried out and none of the refused attempts as done",
        "same-person": "Each step that was carried out names another user; no refused attempt is entered as done",
    }[part.aspect]
    return Step("Open the history or audit trail of <record>.", sentence(seen), RECORD, rule=item.rule)


def _different(part: Checklist) -> bool:
    return any(value == "different" for _, value, _ in part.values)


def _user(part: Checklist, at: int) -> str:
    return f"<user {'ABCDEFGHIJKL'[at % 12]}>" if _different(part) else "<user A>"


def _users(part: Checklist) -> str:
    users = list(dict.fromkeys(_user(part, at) for at in range(len(part.details))))
    return f"Test users who each have all the rights concerned: {joined(users)}."


def _named(steps: tuple[str, ...]) -> str:
    return joined([f"“{one}”" for one in steps])
