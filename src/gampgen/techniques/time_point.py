"""Points in time that a sentence sets: so long before an event, so long after it ("14 days before expiry").

The time is a number on a time line: one step earlier the effect is not yet due, at the time it is. Boundary values:
ISO/IEC/IEEE 29119-4:2021 §5.2.3.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from gampgen.domain.clause import Clause
from gampgen.domain.coverage import Checklist, CoverageItem
from gampgen.domain.quantity import Comparator, Quantity, boundary_step
from gampgen.domain.statement import Archetype, DecisionRow, Statement
from gampgen.domain.suite import Polarity, Technique
from gampgen.domain.verb import base_of, is_participle
from gampgen.techniques.checklists import main_clause
from gampgen.techniques.interface import Target
from gampgen.techniques.lexicon import VERBS
from gampgen.techniques.limit_model import deciding_causes, is_duration
from gampgen.techniques.limit_nature import place_of
from gampgen.techniques.limit_values import text_of
from gampgen.techniques.loads import LOAD
from gampgen.techniques.lock_out import attempts
from gampgen.techniques.stated_limits import fold
from gampgen.techniques.timing import IDLE

_EVENT = re.compile(
    r"^\s+(?P<side>before|prior to|ahead of|in advance of|after|following)\s+"
    r"(?P<event>[^,.;]+?)(?=\s+(?:and|or|but)\s+(?:shall|must|will|should|may|can)\b|[,.;]|\s*$)",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"\b(?:for|within|every|at (?:the )?(?:latest|least|most)|than|up to|older|last|previous|by|of|over|minimum"
    r"|maximum)\s*$",
    re.IGNORECASE,
)
_BARE_AFTER = re.compile(r"\bafter\s*$", re.IGNORECASE)
_ENDS = re.compile(r"^\s*(?:$|[,.;]|(?:and|or|but|unless|if|when)\b)", re.IGNORECASE)
_BEFORE = frozenset({"before", "prior to", "ahead of", "in advance of"})


class TimePoint(NamedTuple):
    """A point in time: `quantity` before (`early`) or after `event`, "" where the event is not named.

    `words` is the passage ("14 days before expiry").
    """

    quantity: Quantity
    early: bool
    event: str
    words: str


_KEPT = re.compile(r"\b(?:retention|retain\w*|archiv\w*|stor(?:age|ed)|kept|keep|shelf[ -]life)\b", re.IGNORECASE)


def time_points(statement: Statement) -> tuple[TimePoint, ...]:
    """The points in time that a statement sets for its effects."""
    found: list[TimePoint] = []
    for quantity in statement.quantities:
        if quantity.comparator is not Comparator.EQUAL or not is_duration(quantity.unit) or quantity.number <= 0:
            continue
        start = place_of(statement.text, quantity)
        end = start + len(quantity.text)
        before, after = statement.text[:start], statement.text[end:]
        if _COMPARED.search(before) or IDLE.search(after[:60]) or _KEPT.search(before):
            continue
        named = _EVENT.match(after)
        if named:
            words = statement.text[start : end + named.end()]
            early = named["side"].lower() in _BEFORE
            found.append(TimePoint(quantity, early, fold(named["event"]), fold(words)))
        elif (bare := _BARE_AFTER.search(before)) and _ENDS.match(after):
            words = statement.text[bare.start() : end]
            found.append(TimePoint(quantity, early=False, event="", words=fold(words)))
    return tuple(found)


def without_time_points(statement: Statement) -> Statement:
    """The statement without the causes and effects that are nothing but a point in time: the time line tests them."""
    points = () if attempts_in(statement.text) else time_points(statement)
    gone = {
        cause.id
        for cause in deciding_causes(statement)
        for point in points
        if fold(cause.words) in point.words or fold(point.quantity.text) in fold(cause.words)
    }
    if not gone:
        return statement
    causes = tuple(one for one in statement.causes if one.id not in gone)
    texts = [fold(one.quantity.text) for one in points]
    effects = tuple(one for one in statement.effects if causes and not any(text in fold(one.words) for text in texts))
    names = {one.id for one in causes} | {one.id for one in effects}
    rows = tuple(
        dict.fromkeys(
            DecisionRow(truths=tuple((name, truth) for name, truth in row.truths if name in names))
            for row in statement.decision_table
        )
    )
    by_causes = {tuple(row[one.id] for one in causes): row for row in rows}
    settled = bool(causes and effects) and len(by_causes) == len(rows)
    kept = (causes, effects, rows) if settled else ((), (), ())
    return statement.model_copy(update={"causes": kept[0], "effects": kept[1], "decision_table": kept[2]})


def without_loads(statement: Statement) -> Statement:
    """The statement without a condition that is only the load under which a time is measured ("while 25 users …")."""
    timed = any(is_duration(one.unit) for one in statement.intervals)
    causes = deciding_causes(statement)
    if not timed or len(causes) != 1 or not LOAD.match(fold(causes[0].words)):
        return statement
    return statement.model_copy(update={"causes": (), "effects": (), "decision_table": ()})


def _elsewhere(statement: Statement) -> bool:
    """Whether other techniques read the statement's times: passwords, lock-outs."""
    text = statement.text
    password = any(cue.archetype is Archetype.PWD for cue in statement.archetypes) and not _AHEAD.search(text)
    return password or bool(attempts_in(text))


_AHEAD = re.compile(r"\d (?:hours?|days?|weeks?) (?:before|prior to|ahead of)\b", re.IGNORECASE)


def attempts_in(text: str) -> bool:
    """Whether a text speaks of failed attempts that lock."""
    return bool(re.search(r"\b(?:attempts?|tries|failures)\b", text, re.IGNORECASE))


def time_point(target: Target) -> tuple[CoverageItem, ...]:
    """Items for each point in time: one step too early, and at the time."""
    if _elsewhere(target.statement) or attempts(target):
        return ()
    found: list[CoverageItem] = []
    for point in time_points(target.statement):
        found += _items(target, point)
    return tuple(found)


def _items(target: Target, point: TimePoint) -> list[CoverageItem]:
    quantity = point.quantity
    step = boundary_step(quantity.value)
    early = quantity.number + step if point.early else quantity.number - step
    side = "before" if point.early else "after"
    wanted = [(f"{side}-at", quantity.number, Polarity.POSITIVE)]
    if early > 0:
        wanted.append((f"{side}-early", early, Polarity.NEGATIVE))
    main = _without(_holding(target, quantity), point.words)
    undone = _undone(main) if not point.event and not point.early else None
    if undone and early > 0:
        wanted.append(("after-done", early, Polarity.NEGATIVE))
    made: list[CoverageItem] = []
    for aspect, number, polarity in wanted:
        value = text_of(number)
        part = Checklist(
            aspect=aspect,
            clause=main,
            about=point.event or (undone.event if undone else "<event from which the time counts>"),
            details=(quantity.value, *((undone.done,) if undone else ())),
            values=((f"time {side} {point.event or 'the event'}", value, quantity.unit),),
        )
        quote = target.quote(point.words, quantity.text)
        made.append(
            target.item(
                Technique.BOUNDARY_VALUE_ANALYSIS,
                "BVA",
                f"{aspect} {value} {quantity.unit}",
                polarity,
                part,
                quote=quote,
            )
        )
    return made


class Undone(NamedTuple):
    """What is left undone ("critical alarms that stay unacknowledged"), and the doing of it."""

    event: str
    done: str


_LEFT = re.compile(
    r"^(?:(?:all|any|each|an?|the)\s+)?(?:un(?P<before>[a-z]+)\s+(?P<noun>.+)"
    r"|(?P<things>.+?)\s+(?:(?:that|which)\s+(?:is|are|has|have)\s+)?not\s+(?:yet\s+)?(?:been\s+)?(?P<behind>[a-z]+))$",
    re.IGNORECASE,
)


def _undone(clause: Clause) -> Undone | None:
    """The event that a time counts from where the subject says what was not done: "unread alarms … after 10 min"."""
    found = _LEFT.match((clause.subject if clause.participle else clause.object).strip())
    done = (found["before"] or found["behind"]) if found else ""
    verb = base_of(done, VERBS) if is_participle(done) else None
    if found is None or verb is None:
        return None
    noun = (found["noun"] or found["things"]).strip()
    left = f"un{found['before'].lower()}" if found["before"] else f"not {found['behind'].lower()}"
    return Undone(f"start of {noun} that stay {left}", f"{verb} the {noun}")


def _holding(target: Target, quantity: Quantity) -> Clause:
    """The main clause that the time stands in; else the first one."""
    text = fold(quantity.text)
    holding = (one for one in target.clauses if text in fold(f"{one.object} {one.rest} {one.quote}"))
    near = (one for one in target.clauses if text in fold(f"{one.object} {one.rest}"))
    return next(near, next(holding, main_clause(target)))


def _without(clause: Clause, words: str) -> Clause:
    """The clause without the words of its time."""
    return clause.model_copy(update={"object": _cut(clause.object, words), "rest": _cut(clause.rest, words)})


def _cut(text: str, words: str) -> str:
    """A text without the words, or without the part of them that it begins or ends with."""
    folded, parts = fold(text), words.split()
    if words in folded:
        return fold(folded.replace(words, " "))
    for count in range(len(parts) - 1, 0, -1):
        head, tail = " ".join(parts[:count]), " ".join(parts[-count:])
        if folded.endswith(head):
            return folded[: len(folded) - len(head)].strip()
        if folded.startswith(tail):
            return folded[len(tail) :].strip()
    return folded
