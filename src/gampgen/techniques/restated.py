# ruff: noqa: E501 - patterns are kept by meaning, one line each
"""What a sentence says by pointing at another one, said outright: "outside this range", "± 1 % of the target of 25 kg".

Nothing is added: the range is the sentence's own, the tolerance is worked out with exact decimals from its two numbers.
"""

from __future__ import annotations

import re
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from gampgen.domain.quantity import Interval, boundary_step
from gampgen.domain.statement import Cause, DecisionRow, Effect, Permission, Statement
from gampgen.domain.verb import past_participle
from gampgen.domain.wish import wished
from gampgen.techniques.limit_cues import LENGTH
from gampgen.techniques.verb_words import ACTS

_OUTSIDE_THIS = re.compile(
    r"\b(?:outside|out of|beyond|leaves?|is not (?:kept|within))\s+(?:of\s+)?(?:this|that|these|those|the)\s+(?:\w+\s+)?"
    r"(?:range|limits?|band|window|interval|tolerance)\b",
    re.IGNORECASE,
)
_FORCE = re.compile(r"^(?P<who>.+?)\s+(?P<what>(?:shall|must|should|will)\b.+)$", re.IGNORECASE | re.DOTALL)
_HELD = re.compile(
    r"^(?P<what>(?!(?:the )?(?:system|application|software|instrument)\b)[^,;]{3,80}?)\s+(?:shall|must)\s+(?:not\s+)?"
    r"(?:be|stay|remain|lie|exceed|fall)\b",
    re.IGNORECASE,
)
_MARKS = re.compile(r"\b(?:flag|mark|highlight|colour|indicat|label)\w*\b", re.IGNORECASE)
_BETWEEN = re.compile(r"^(?:between|from|within|in the range(?: of)?)\s+", re.IGNORECASE)
_TARGET = re.compile(
    r"(?P<text>(?:±|\+/-|plus or minus)\s*(?P<share>\d+(?:\.\d+)?)\s*(?:%|percent)\s+of\s+(?:the\s+|its\s+)?"
    r"(?:[\w-]+\s+){1,4}?(?:of\s+|\()(?P<value>\d+(?:\.\d+)?)\s*(?P<unit>[A-Za-zµ°Ω/%][\w/°²³]*))"
)
_RESTRICTED = re.compile(
    r"^(?:the\s+)?(?:system|application|software|it)\s+(?:shall|must|should)\s+(?:restrict|limit|reserve)\s+(?P<a>.+?)\s+to\s+(?P<ra>.+?)\.?$"
    r"|^(?P<b>.+?)\s+(?:shall|must|should)\s+be\s+(?:restricted|limited|reserved)\s+(?:to|for)\s+(?P<rb>.+?)\.?$",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"^(?:users?\s+(?:with|in|having)\s+)?(?:the\s+|an?\s+)?(?:roles?\s+(?:of\s+)?)?(?P<name>[A-Z][\w-]*(?:\s[A-Z][\w-]*)*"
    r"(?:\s*(?:,|and|or|,\s*and|,\s*or)\s*(?:the\s+)?[A-Z][\w-]*(?:\s[A-Z][\w-]*)*)*)(?:\s+(?:roles?|users?|only))*$"
)
_PERCENT = Decimal(100)
_AND = re.compile(r"\s*(?:,\s*(?:and|or)?|\band\b|\bor\b)\s*(?:the\s+)?")


def with_sound_causes(statement: Statement) -> Statement:
    """The statement without a table whose condition runs into a second demand ("during use and shall reach …")."""
    if not any(_SECOND_DEMAND.search(cause.words) for cause in statement.causes):
        return statement
    return statement.model_copy(update={"causes": (), "effects": (), "decision_table": (), "conditional": False})


_SECOND_DEMAND = re.compile(r"\band\s+(?:shall|must)\s", re.IGNORECASE)


def with_bracketed_lengths(statement: Statement) -> Statement:
    """The statement without a length in brackets inside a condition: "a reason when aborting a batch (minimum 10 characters)".

    The length of a text limits what is entered, never the condition that it happens to stand behind.
    """
    brackets = tuple(
        one for one in _BRACKET.findall(statement.text)
        if any(interval.text in one and LENGTH.search(interval.counted or interval.text) for interval in statement.intervals)
    )  # fmt: skip
    if not brackets or not any(one in cause.condition for one in brackets for cause in statement.causes):
        return statement
    causes = list(statement.causes)
    for bracket in brackets:
        causes = [one.model_copy(update={"condition": one.condition.replace(bracket, "").rstrip()}) for one in causes]
    return statement.model_copy(update={"causes": tuple(causes)})


_BRACKET = re.compile(r"\([^()]*\)")


def with_confirmed_facts(statement: Statement) -> Statement:
    """A statement whose one condition is that somebody has confirmed something, as the two conditions that it holds.

    "after a Supervisor has confirmed that the result is ≥ 80 %": the confirmation and the fact, each of which decides.
    """
    causes = statement.causes
    found = _CONFIRMED.match(causes[0].condition) if len(causes) == 1 else None
    rows = statement.decision_table
    if (
        found is None
        or not rows
        or any(row[causes[0].id] is not row[one.id] for row in rows for one in statement.effects)
    ):
        return statement
    act = causes[0].model_copy(update={"condition": found["act"]})
    fact = Cause(id="C2", variable=found["what"], condition=found["state"])
    made = (act.model_copy(update={"id": "C1"}), fact)
    table = tuple(
        DecisionRow(truths=(("C1", first), ("C2", second), *((one.id, first and second) for one in statement.effects)))
        for first, second in ((True, True), (False, True), (True, False))
    )
    return statement.model_copy(update={"causes": made, "decision_table": table})


_CONFIRMED = re.compile(
    r"^(?P<act>(?:has |have |had )?(?:confirm|verif|acknowledg|stat|certif|declar|sign)\w*(?: [\w-]+){0,5}?) that "
    r"(?P<what>(?:the|an?|all|each|every) [^,;]{2,60}?) (?P<state>(?:is|are|has|have|lies|exceeds|meets)\b.+)$",
    re.IGNORECASE,
)


def with_outside(parts: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The parts of a statement, a consequence "outside this range" with the range of the part before as its condition."""
    found: list[Statement] = []
    for part in parts:
        before = next((one for one in reversed(found) if one.intervals), None)
        told = _longer(part, found) if found else part
        found.append(_outside(told, before) if before and not told.causes else told)
    return tuple(found)


def _longer(part: Statement, before: list[Statement]) -> Statement:
    """A condition compared with the one before, said outright: "after a longer failure" → "of more than 10 minutes"."""
    for at, cause in enumerate(part.causes):
        found = _COMPARED.match(cause.words)
        told = next((one for first in reversed(before) if found and (one := _limit_on(first, found["noun"]))), None)
        if told is None:
            continue
        earlier, limit = told
        other = _beyond(limit)
        words = _BRACKET.sub("", earlier.words).strip().replace(limit.text, other.text)
        causes = list(part.causes)
        causes[at] = cause.model_copy(update={"variable": words, "condition": ""})
        return part.model_copy(update={"causes": tuple(causes), "intervals": (other, *part.intervals)})
    return part


def _beyond(limit: Interval) -> Interval:
    """What lies on the other side of a one-sided limit: "up to 10 minutes" → "more than 10 minutes"."""
    upper = limit.upper is not None
    end = limit.upper if upper else limit.lower
    inside = limit.upper_inclusive if upper else limit.lower_inclusive
    return limit.model_copy(
        update={
            "text": f"{'more' if upper else 'less'} than {end} {limit.unit or ''}".strip(),
            "lower": end if upper else None,
            "upper": None if upper else end,
            "lower_inclusive": upper and not inside,
            "upper_inclusive": not upper and not inside,
        }
    )


def _limit_on(statement: Statement, noun: str) -> tuple[Cause, Interval] | None:
    """The condition of a statement that speaks of a thing, with its one-sided limit."""
    for cause in statement.causes:
        for one in statement.intervals:
            if (
                noun.lower() in cause.words.lower()
                and one.text in cause.words
                and (one.lower is None) is not (one.upper is None)
            ):
                return cause, one
    return None


_COMPARED = re.compile(
    r"^(?:an?\s+|the\s+|any\s+)?(?:longer|shorter|higher|lower|greater|larger|smaller|bigger)\s+(?P<noun>[\w -]{3,40})$",
    re.IGNORECASE,
)


def _outside(part: Statement, before: Statement) -> Statement:
    pointed, forced, held = _OUTSIDE_THIS.search(part.text), _FORCE.match(part.text), _HELD.match(before.text)
    if pointed is None or forced is None or held is None or _MARKS.search(part.text):
        return part  # what is only marked is an entry that is taken and flagged: boundary values of the entry
    said, subject = before.intervals[0], held["what"].strip()
    text = _BETWEEN.sub("", said.text)
    cause = Cause(id="C1", variable=subject, condition=f"is outside {text}")
    words = _OUTSIDE_THIS.sub("", forced["what"]).strip(" ,.;")
    who = _OUTSIDE_THIS.sub("", forced["who"]).strip(" ,.;")
    effect = Effect(id="E1", variable=who, condition=words)
    rows = tuple(DecisionRow(truths=(("C1", truth), ("E1", truth))) for truth in (True, False))
    return part.model_copy(
        update={
            "causes": (cause,), "effects": (effect,), "conditional": True, "decision_table": rows,
            "intervals": (said.model_copy(update={"text": text}), *part.intervals),
        }
    )  # fmt: skip


def with_tolerance(statement: Statement) -> Statement:
    """The statement with a tolerance in percent of a stated target worked out: "± 1 % of … 25.00 kg" is 24.75 to 25.25 kg."""
    found = _TARGET.search(statement.text)
    if found is None or statement.causes:
        return statement
    value, step = Decimal(found["value"]), boundary_step(found["value"])
    half = value * Decimal(found["share"]) / _PERCENT
    lower = ((value - half) / step).to_integral_value(rounding=ROUND_CEILING) * step
    upper = ((value + half) / step).to_integral_value(rounding=ROUND_FLOOR) * step
    worked = Interval(
        text=found["text"], lower=format(lower, "f"), upper=format(upper, "f"), lower_inclusive=True,
        upper_inclusive=True, unit=found["unit"], start=found.start(), end=found.end(),
    )  # fmt: skip
    others = tuple(one for one in statement.intervals if not found.start() <= one.start < found.end())
    numbers = tuple(one for one in statement.quantities if not found.start() <= one.start < found.end())
    return statement.model_copy(update={"intervals": (*others, worked), "quantities": numbers})


def with_act(statement: Statement) -> Statement:
    """A statement that names an act by its noun, with the verb: "alarms require acknowledgement by the operator"."""
    text = " ".join(statement.text.split())
    found = _REQUIRES.match(text)
    if found is None or statement.causes or statement.permissions:
        return statement
    verb = ACTS[found["act"].lower()]
    action = f"shall be {past_participle(verb)} {found['rest']}".rstrip(" .;")
    return statement.model_copy(
        update={"text": f"{found['what']} {action}.", "passage": text, "actor": found["what"], "action": action}
    )


def with_states(statement: Statement) -> Statement:
    """A statement with an effect for each state behind a colon: "… go to a safe state: valves closed, heater off"."""
    found: list[Effect] = []
    added: dict[str, list[str]] = {}
    for effect in statement.effects:
        said, _, listed = effect.condition.partition(":")
        named = [
            _IN_STATE.match(one.strip())
            for one in re.split(r"\s*(?:,\s*(?:and\s+)?|;|\band\b)\s*", listed)
            if one.strip()
        ]
        if not named or not all(named) or not statement.decision_table:
            found.append(effect)
            continue
        found.append(effect.model_copy(update={"condition": said.strip()}))
        states = [one for one in named if one]
        added[effect.id] = [f"{effect.id}.{at}" for at, _ in enumerate(states, start=1)]
        found += [
            Effect(id=name, variable=_the(one["what"].strip()), condition=f"shall be “{one['state']}”")
            for name, one in zip(added[effect.id], states, strict=True)
        ]
    if not added:
        return statement
    rows = tuple(
        DecisionRow(truths=row.truths + tuple((new, row[old]) for old, names in added.items() for new in names))
        for row in statement.decision_table
    )
    return statement.model_copy(update={"effects": tuple(found), "decision_table": rows})


def _the(noun: str) -> str:
    return noun if re.match(r"(?:all|each|every|the|both|no)\s", noun, re.IGNORECASE) else f"the {noun}"


_IN_STATE = re.compile(
    r"^(?P<what>(?:\w[\w-]*\s+){1,5}?)(?:(?:is|are)\s+)?(?P<state>(?:(?:fully|switched|held|all|kept)\s+)?"
    r"(?:open(?:ed)?|closed|shut|off|on|stopped|running|locked|unlocked|idle|disabled|enabled|de-?energi[sz]ed"
    r"|energi[sz]ed|isolated|vented|blocked|active|inactive|at rest|at zero|zero))\.?$",
    re.IGNORECASE,
)
_REQUIRES = re.compile(
    rf"^(?P<what>[^,;:]{{3,80}}?)\s+(?:(?:shall|must)\s+)?(?:requires?|needs?)\s+(?:an?\s+|the\s+)?"
    rf"(?P<act>{'|'.join(ACTS)})\s+(?P<rest>by\s+.+)$",
    re.IGNORECASE,
)


def with_restriction(statement: Statement) -> Statement:
    """A statement that restricts something to a role, with the permission that it is."""
    if statement.permissions or statement.causes:
        return statement
    text = " ".join(statement.text.split())
    found = _RESTRICTED.match(text)
    named = _ROLE.match((found["ra"] or found["rb"]).strip()) if found else None
    if found is None or named is None:
        return statement
    action = (found["a"] or found["b"]).strip()
    roles = tuple(part for part in _AND.split(named["name"]) if part)
    permission = Permission(
        roles=roles, action=re.sub(r"^(?:the|The)\s+", "", action), exclusive=True, allowed=True, quote=text
    )
    return statement.model_copy(update={"permissions": (permission,)})


def without_wish(statement: Statement) -> Statement:
    """A wish ("it would be nice if the system showed …") as the demand inside it: nothing hangs on its "if"."""
    inner = wished(statement.text)
    found = _INNER_DEMAND.match(inner) if inner else None
    if not found:
        return statement
    cut = {"causes": (), "effects": (), "decision_table": (), "conditional": False}
    said = {"text": inner, "passage": " ".join(statement.text.split()), "actor": found["who"], "action": found["what"]}
    return statement.model_copy(update={**cut, **said})


_INNER_DEMAND = re.compile(r"^(?P<who>.+?)\s+(?P<what>should\b.+)$", re.IGNORECASE)
