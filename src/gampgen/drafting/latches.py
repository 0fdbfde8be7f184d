# ruff: noqa: E501 - a sentence of a test stands on one line, so that it is read and mended as a whole
"""Tests of a state that holds on after its cause is gone."""

from __future__ import annotations

from gampgen.domain.coverage import ConditionState, CoverageItem, LatchCase
from gampgen.domain.suite import InputValue
from gampgen.drafting.condition_states import state_words
from gampgen.drafting.condition_steps import set_up
from gampgen.drafting.effects import seen
from gampgen.drafting.english import bare, capital, indicative, inner, joined, sentence
from gampgen.drafting.slots import fill, frame_of
from gampgen.drafting.wording import SCREEN, Step, Wording


def word_latch(item: CoverageItem, part: LatchCase) -> Wording:
    """The words of the walk through a latch: trigger, cause gone, each part of the release missing, all of it."""
    holds = indicative(part.effect)
    release = joined([state_words(one) for one in part.releases])
    steps = _brought(part.triggers, item)
    steps.append(_look(part, item, holds=True))
    steps += _brought((*part.missing, *part.gone), item)
    steps.append(_look(part, item, holds=True))
    if len(part.releases) > 1:
        for left_out in range(len(part.releases)):
            mixed = tuple(part.missing[at] if at == left_out else one for at, one in enumerate(part.releases))
            steps += _brought(mixed, item)
            steps.append(_look(part, item, holds=True))
    steps += _brought(part.releases, item)
    steps.append(_look(part, item, holds=False))
    return Wording(
        title=f"{capital(holds)} until {release}",
        objective=sentence(f"Show that {holds} after the cause is gone, and until {release}"),
        preconditions=(),
        inputs=_inputs(part),
        steps=tuple(steps),
        criterion=sentence(f"{capital(holds)} at each look until {release}"),
        rationale="State transition testing: what counts is what came before, so the states are walked in their order.",
    )


def _brought(states: tuple[ConditionState, ...], item: CoverageItem) -> list[Step]:
    """The steps that set each state, without the nearest value on the other side: the walk has its own order."""
    found: list[Step] = []
    for state in states:
        made = set_up(state, item.rule)
        found.append(made[-1])
    return found


def _look(part: LatchCase, item: CoverageItem, *, holds: bool) -> Step:
    """Whether the state is there: as stated until the release, afterwards as far as the sentence says it."""
    frame = frame_of(part.effect)
    action = fill(frame.look, part.effect)
    if holds:
        return Step(action, seen(part.effect, happens=True), SCREEN, item.quote)
    ended = f"It is no longer enforced that {indicative(part.effect)}: whether this ends by itself or by hand is written down (<by itself or by hand>)."
    return Step(action, ended, SCREEN, item.quote)


def _inputs(part: LatchCase) -> tuple[InputValue, ...]:
    points = [one.point for one in (*part.triggers, *part.gone, *part.missing, *part.releases) if one.point]
    found = [InputValue(name=bare(one.subject) or "value", value=one.value, unit=one.unit) for one in points]
    named = [InputValue(name=inner(one.words), value=True) for one in (*part.triggers, *part.releases)]
    return (*dict.fromkeys(named), *dict.fromkeys(found))
