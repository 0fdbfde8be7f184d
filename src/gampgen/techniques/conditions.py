"""Conditions and effects of a statement as states to set and to see."""

from __future__ import annotations

import re
from decimal import Decimal

from gampgen.domain.clause import ActionKind, Clause, ClauseForm
from gampgen.domain.coverage import ConditionCase, ConditionState, EffectState
from gampgen.domain.limit_point import LimitPoint
from gampgen.domain.risk import Level
from gampgen.domain.statement import Cause, DecisionRow, Effect, Statement
from gampgen.domain.suite import Polarity
from gampgen.techniques.clauses import clause
from gampgen.techniques.dependent import with_dependents
from gampgen.techniques.interface import Target, once_per_target, speaks_of_requests
from gampgen.techniques.limit_model import Limit, deciding_causes, is_duration
from gampgen.techniques.limit_values import just_enough, long_hold, nearest, points
from gampgen.techniques.otherwise import forbidden, has_to_be_tried, opposite_said
from gampgen.techniques.presented import presented, with_one
from gampgen.techniques.sequel import without_sequel
from gampgen.techniques.stepped_change import without_course

_VISIBLE_IN_RESPONSE = frozenset({ActionKind.OTHER, ActionKind.STATE, ActionKind.INCLUDE, ActionKind.PROVIDE})
_FORCE = re.compile(r"^(?:shall|must|should|will|may|can)\s+(?:not\s+)?", re.IGNORECASE)


def _changed(words: str, point: LimitPoint) -> str:
    """The cause with the test's own numbers: "the pressure drops by 201 mbar within 5 seconds"."""
    text = " ".join(words.split()).replace(point.quote, f"{point.value} {point.unit or ''}".strip())
    if point.hold and point.hold.window:
        text = text.replace(point.hold.quote, f"within {point.hold.value} {point.hold.unit}")
    return text


_EACH = re.compile(r"^(?:each|every)\s+(?P<of>[a-z][\w -]*)$", re.IGNORECASE)  # "after each pallet": of any of them
_WHOSE = re.compile(r"^(?P<who>.{2,60}?) whose (?P<what>\w[\w -]{1,40})$", re.IGNORECASE)


def _taken_apart(cause: Cause, text: str) -> Clause:
    """The cause as a clause; a bare word ("when passed") stays the name of the case that it is.

    What the sentence puts behind "during" lasts: it is under way or not.
    """
    if not cause.variable.strip() and " " not in cause.condition.strip():
        return Clause(subject=f"the case “{cause.condition.strip()}”", form=ClauseForm.NOMINAL)
    owned = _WHOSE.match(cause.variable.strip())
    who = owned["who"][:1].lower() + owned["who"][1:] if owned else ""
    read = clause(f"the {owned['what']} of {who}" if owned else cause.variable, cause.condition)
    if read.form is ClauseForm.NOMINAL and (each := _EACH.match(read.subject)):
        read = read.model_copy(update={"subject": f"{'an' if each['of'][:1].lower() in 'aeiou' else 'a'} {each['of']}"})
    span = re.search(rf"\b(?:during|throughout)\s+{re.escape(cause.words)}", text, re.IGNORECASE)
    if span and read.form is ClauseForm.NOMINAL and not read.rest:
        return read.model_copy(update={"verb": "be", "object": "under way", "form": ClauseForm.COPULA})
    missing = re.search(rf"\bwithout\s[^.;]{{0,80}}?\b{re.escape(cause.words)}", text, re.IGNORECASE)
    if missing and read.form is ClauseForm.NOMINAL and not read.rest:
        return read.model_copy(update={"verb": "give", "participle": "given", "form": ClauseForm.PASSIVE})
    return read


def state_of(
    target: Target, cause: Cause, *, truth: bool, point: LimitPoint | None = None, limit: Limit | None = None
) -> ConditionState:
    """A cause in the wanted state."""
    quote = target.quote(cause.words, cause.condition, cause.variable)
    if point is not None and limit is not None and limit.changing:
        point = point.model_copy(update={"change": _changed(cause.words, point)})
    return ConditionState(
        words=cause.words, clause=_taken_apart(cause, target.statement.text), truth=truth, point=point, quote=quote,
        presented=presented(target.statement, cause),
    )  # fmt: skip


def effect_of(target: Target, effect: Effect, *, truth: bool) -> EffectState:
    """An effect and whether it has to happen; `said` where the sentence says so."""
    effect = without_course(without_sequel(_without_time(target.statement, effect)), target.statement, target.clauses)
    quote = target.quote(effect.words, effect.condition, _FORCE.sub("", effect.condition), effect.variable)
    parsed = clause(effect.variable, effect.condition)
    if parsed.kind in _VISIBLE_IN_RESPONSE and speaks_of_requests(target):
        parsed = parsed.model_copy(update={"kind": ActionKind.RESPOND})
    parsed = with_one(target.statement, parsed)
    adverb = " ".join(word for word in parsed.adverb.split() if word.lower() != "only")  # it is in the logic already
    parsed = parsed.model_copy(update={"adverb": adverb})
    forbids = forbidden(target.statement, effect)
    as_demanded = truth is not forbids
    return EffectState(
        words=effect.words,
        clause=parsed,
        truth=truth,
        quote=quote,
        said=as_demanded or opposite_said(target.statement, parsed, forbids=forbids),
        tried=has_to_be_tried(target.statement, parsed, forbids=forbids),
    )


def _without_time(statement: Statement, effect: Effect) -> Effect:
    """The effect without the time within which it has to come: that is measured by a test of its own."""
    for one in statement.intervals:
        text = " ".join(one.text.split())
        if is_duration(one.unit) and _WITHIN.match(text) and effect.condition.endswith(f" {text}"):
            return effect.model_copy(update={"condition": effect.condition.removesuffix(text).rstrip()})
    return effect


_WITHIN = re.compile(r"^within\s", re.IGNORECASE)


@once_per_target
def unsaid(target: Target) -> tuple[str, ...]:
    """The effects, in words, of which the sentence does not say what happens where its conditions do not hold."""
    found: list[str] = []
    for effect in target.statement.effects:
        opposite = effect_of(target, effect, truth=forbidden(target.statement, effect))
        if not opposite.said:
            found.append(" ".join(effect.words.split()))
    return tuple(found)


def decides(statement: Statement, row: DecisionRow, cause: Cause) -> bool:
    """Whether a cause decides in a row: there is a row that differs in it alone among the causes, and in an effect."""
    others = [one.id for one in deciding_causes(statement) if one.id != cause.id]
    return any(
        other[cause.id] != row[cause.id]
        and all(other[name] == row[name] for name in others)
        and any(other[effect.id] != row[effect.id] for effect in statement.effects)
        for other in statement.decision_table
    )


def default_point(limit: Limit, *, truth: bool, last: bool = False) -> LimitPoint | None:
    """The boundary value with which a numeric condition is put into a state, with its duration where it has one."""
    point = nearest(limit, within=truth, last=last)
    if point is None or limit.hold is None:
        return point
    return point.model_copy(update={"hold": just_enough(limit.hold) if truth else long_hold(limit.hold)})


def case_of(
    target: Target,
    row: DecisionRow,
    limits: dict[int, Limit],
    override: tuple[int, LimitPoint] | None = None,
    *,
    last: bool = False,
) -> ConditionCase | None:
    """A row of the decision table with exact values; None where no value puts all its conditions into their states.

    `override` gives one cause another value than its default; the row has to fit that value. Causes that limit the same
    thing ("below 2.0 °C", "above 8.0 °C") get one value together.
    """
    causes, effects = deciding_causes(target.statement), target.statement.effects
    truths = tuple(row[cause.id] for cause in causes)
    values = {at: default_point(one, truth=truths[at], last=last) for at, one in limits.items()}
    if override:
        values[override[0]] = override[1]
    shared: set[int] = set()
    for group in _groups(limits):
        carrier = _common(group, truths, limits, values, override)
        if carrier is None:
            return None
        shared |= {at for at in group if at != carrier[0]}
        values[carrier[0]] = carrier[1]
    states = tuple(
        state_of(
            target, cause, truth=truths[at], point=None if at in shared else values.get(at), limit=limits.get(at)
        ).model_copy(update={"shared": at in shared})
        for at, cause in enumerate(causes)
    )
    states, needless = with_dependents(causes, states)
    shared |= needless
    alone = (at for at, cause in enumerate(causes) if at not in shared and decides(target.statement, row, cause))
    deciding = override[0] if override else next(alone, next((at for at in range(len(causes)) if at not in shared), 0))
    return ConditionCase(
        states=states,
        effects=tuple(effect_of(target, one, truth=row[one.id]) for one in effects),
        deciding=deciding,
        unsaid=unsaid(target),
    )


def polarity_of(case: ConditionCase) -> Polarity:
    """Positive where an effect that the sentence speaks of has to happen; a refusal is negative, whatever it needs."""
    said = [one for one in case.effects if one.said]
    plain = [one for one in said if not _refuses(one.clause)]  # "the line stops and the blisters are rejected"
    happens = any(one.truth for one in plain) if plain else any(not one.truth for one in said)
    return Polarity.POSITIVE if happens else Polarity.NEGATIVE


def _refuses(clause: Clause) -> bool:
    """Whether a clause says that something is refused, blocked or prevented."""
    return clause.kind is ActionKind.REFUSE and not clause.negated


def _groups(limits: dict[int, Limit]) -> list[tuple[int, ...]]:
    """The causes that limit the same thing in the same unit."""
    by_thing: dict[tuple[str, str | None], list[int]] = {}
    for at, limit in limits.items():
        by_thing.setdefault((limit.subject.lower(), limit.interval.unit), []).append(at)
    return [tuple(group) for group in by_thing.values() if len(group) > 1]


def _common(
    group: tuple[int, ...],
    truths: tuple[bool, ...],
    limits: dict[int, Limit],
    values: dict[int, LimitPoint | None],
    override: tuple[int, LimitPoint] | None,
) -> tuple[int, LimitPoint] | None:
    """One value for several causes of the same thing, with the cause whose limit it lies at."""
    tried = [(at, values[at]) for at in sorted(group, key=lambda one: not truths[one])]
    if override and override[0] in group:
        tried = [override]
    else:
        tried += [(at, point) for at in group for point in points(limits[at], Level.HIGH)]
    for at, point in tried:
        if point and all(limits[one].meets(Decimal(point.value)) is truths[one] or _held_short(point) for one in group):
            return at, point
    return None


def _held_short(point: LimitPoint) -> bool:
    """Whether the condition is unmet for its duration, whatever the value."""
    return point.hold is not None and not point.hold.enough
