"""Time-out and session lock: one step before, at the limit, and activity that starts the time again.

Source: 21 CFR 11.200(a)(1), 11.300(d) (unattended sessions); boundary values of the duration by the decimals written.
"""

from __future__ import annotations

import re

from gampgen.domain.clause import ActionKind
from gampgen.domain.coverage import Checklist, CoverageItem
from gampgen.domain.quantity import Quantity, boundary_step
from gampgen.domain.risk import Level
from gampgen.domain.statement import Archetype
from gampgen.domain.suite import Polarity, Technique
from gampgen.techniques.checklists import Aspect, main_clause, thing_of, wanted
from gampgen.techniques.clauses import clause
from gampgen.techniques.interface import Target
from gampgen.techniques.limit_model import deciding_causes, is_duration
from gampgen.techniques.limit_values import text_of

IDLE = re.compile(
    r"\b(?:inactiv\w*|idle|unattended|no (?:user )?(?:activity|input|interaction)"
    r"|without (?:(?:user|any|keyboard|mouse|or) ){0,4}(?:activity|input|interaction|operations?|actions?|use)"
    r"|not been active)\b",
    re.IGNORECASE,
)
_ASPECTS = (
    Aspect("just-before", Polarity.NEGATIVE),
    Aspect("at-limit", Polarity.POSITIVE),
    Aspect("activity-restarts", Polarity.NEGATIVE, Level.MEDIUM),
)


def idle_time(target: Target) -> Quantity | None:
    """The duration of inactivity after which something happens; None where the sentence is not about inactivity."""
    about = Archetype.TIME in target.kinds or main_clause(target).kind is ActionKind.LOCK
    if not about or not IDLE.search(target.statement.text):
        return None
    return next((one for one in target.statement.quantities if is_duration(one.unit) and one.number > 0), None)


def session_timeout(target: Target) -> tuple[CoverageItem, ...]:
    """Items where a session ends or locks after a time of inactivity that the sentence gives."""
    duration = idle_time(target)
    if duration is None:
        return ()
    before = text_of(duration.number - boundary_step(duration.value))
    main = main_clause(target)
    causes = deciding_causes(target.statement)
    found: list[CoverageItem] = []
    for aspect in _ASPECTS:
        if not wanted(aspect, target.priority):
            continue
        value = duration.value if aspect.name == "at-limit" else before
        about = causes[0].words if causes else thing_of(main)
        part = Checklist(
            aspect=aspect.name,
            clause=main,
            about=about,
            details=(duration.value,),
            values=(("inactivity", value, duration.unit),),
            conditions=_conditions(target, duration, happens=aspect.name == "at-limit"),
        )
        found.append(
            target.item(
                Technique.TIMING,
                "TIME",
                f"idle {aspect.name} {value} {duration.unit}",
                aspect.polarity,
                part,
                quote=duration.text,
            )
        )
    return (*found, *_held_off(target, duration), *_beside(target, duration))


def _beside(target: Target, duration: Quantity) -> list[CoverageItem]:
    """What else the sentence says of that time: "…, the line keeps running" is looked at before and after."""
    found: list[CoverageItem] = []
    for effect in target.statement.effects[1:]:
        part = Checklist(
            aspect="beside",
            clause=clause(effect.variable, effect.condition),
            about=effect.variable,
            details=(duration.value,),
            values=(("inactivity", duration.value, duration.unit),),
            conditions=_conditions(target, duration, happens=True),
        )
        aspect = f"idle beside {effect.id} {duration.value} {duration.unit}"
        quote = target.quote(effect.words, effect.condition, duration.text)
        found.append(target.item(Technique.TIMING, "TIME", aspect, Polarity.POSITIVE, part, quote=quote))
    return found


def _held_off(target: Target, duration: Quantity) -> list[CoverageItem]:
    """The time passes, but a condition beside it keeps the effect away ("…, unless a test is running")."""
    main = main_clause(target)
    others = [cause for cause in deciding_causes(target.statement) if duration.text not in cause.words]
    demanded = dict(_conditions(target, duration, happens=True))
    found: list[CoverageItem] = []
    for cause in others:
        turned = tuple((words, truth is not (words == cause.words)) for words, truth in demanded.items())
        part = Checklist(
            aspect="held-off",
            clause=main,
            about=cause.words,
            details=(duration.value,),
            values=(("inactivity", duration.value, duration.unit),),
            conditions=turned,
        )
        aspect = f"idle held-off {cause.id} {duration.value} {duration.unit}"
        quote = target.quote(cause.words, duration.text)
        found.append(target.item(Technique.TIMING, "TIME", aspect, Polarity.NEGATIVE, part, quote=quote))
    return found


def _conditions(target: Target, duration: Quantity, *, happens: bool) -> tuple[tuple[str, bool], ...]:
    """The sentence's conditions in this test: the time's own follows the time, the others let the effect happen."""
    statement = target.statement
    rows = [row for row in statement.decision_table if any(row[effect.id] for effect in statement.effects)]
    found: list[tuple[str, bool]] = []
    for cause in deciding_causes(statement):
        own = duration.text in cause.words
        found.append((cause.words, happens if own else bool(rows) and rows[0][cause.id]))
    return tuple(found)
