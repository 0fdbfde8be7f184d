"""Alarm limits that are no sentences: "pump pressure alarm: > 150 mmHg", "monitor pressure with an alarm limit of …".

An alarm limit means, by the field's use of the word, that the alarm is raised where the value lies beyond it; such a
limit is a condition of the alarm, never a range of entries. Rows of a parameter table are read as name and value.
"""

from __future__ import annotations

import re

from gampgen.domain.quantity import Interval, Quantity
from gampgen.domain.requirement import AnalysedRequirement
from gampgen.domain.statement import Cause, DecisionRow, Effect, Statement
from gampgen.techniques.limit_model import is_duration
from gampgen.techniques.stated_limits import row_name

_ALARM_NAME = re.compile(
    r"^(?P<thing>.+?)(?:\s+(?:high|low|upper|lower))?\s+(?P<alarm>alarm|alert|warning|interlock|trip)s?\b"
    r"(?:\s+(?:limits?|thresholds?|bands?|levels?|set ?points?|values?))?$",
    re.IGNORECASE,
)
_WITH_LIMIT = re.compile(
    r"\b(?:monitor|measure|supervise|track|record|control)\w*\s+(?P<thing>[^,;]+?)\s+with\s+(?:an?\s+)?(?:\w+\s+){0,2}?"
    r"(?P<alarm>alarm|alert|warning)\s+(?:limit|threshold|level|set ?point)s?\s+of\s+$",
    re.IGNORECASE,
)
_AMBIGUOUS = re.compile(
    r"\b(?:max|min|maximum|minimum|not exceed|at most|at least|up to|limited)\b|[≤≥]", re.IGNORECASE
)
_VERB = re.compile(r"\b(?:shall|must|should|will|may|can|is|are|has|have)\b", re.IGNORECASE)
_MOST_WORDS = 8


def as_conditions(statement: Statement) -> Statement:
    """A statement that names an alarm limit, as the condition and effect that it means; others as they are."""
    if statement.causes or not statement.intervals:
        return statement
    return _row(statement) or _with_limit(statement) or _at_level(statement) or statement


def at_level(statement: Statement) -> bool:
    """Whether a sentence says what is shown or done at a level ("at a reject rate of more than 3.0 % …")."""
    return not statement.causes and bool(statement.intervals) and _at_level(statement) is not None


def _at_level(statement: Statement) -> Statement | None:
    """As in "At a reject rate of more than 3.0 % a warning is shown": the level is the condition of what is shown."""
    text = " ".join(statement.text.split())
    first = statement.intervals[0]
    at = text.find(first.text)
    opens = _AT.match(text[:at]) if at > 0 and _one_sided(first) else None
    then = _THEN.match(text[at + len(first.text) :]) if opens else None
    if opens is None or then is None:
        return None
    return _with_table(statement, [(f"the {opens['thing']}", f"is {first.text}")], (then["what"], then["said"]))


_AT = re.compile(
    r"^(?:at|with|for|in case of|in the case of)\s+(?:an?\s+|the\s+)?(?P<thing>[a-z][\w -]{2,50}?)\s+"
    r"(?:of|that is|being)?\s*$",
    re.IGNORECASE,
)
_THEN = re.compile(
    r"^,?\s+(?P<what>(?:an?|the|all|each)\s+[\w -]{2,60}?)\s+(?P<said>(?:shall|must|will|is|are)\s+[^.;]+?)\.?$",
    re.IGNORECASE,
)


def _row(statement: Statement) -> Statement | None:
    name = row_name(statement.text)
    found = _ALARM_NAME.match(name) if name else None
    if found is None or not all(_one_sided(one) for one in statement.intervals):
        return None
    causes = [(found["thing"], one.text) for one in statement.intervals]
    return _with_table(statement, causes, (f"{found['thing']} {found['alarm']}", "is raised"))


def _with_limit(statement: Statement) -> Statement | None:
    first = statement.intervals[0]
    found = _WITH_LIMIT.search(statement.text[: first.start])
    if found is None or not _one_sided(first):
        return None
    condition = statement.text[first.start :].strip().rstrip(".;")
    return _with_table(statement, [(found["thing"], condition)], (f"an {found['alarm']}", "is raised"))


def _one_sided(interval: Interval) -> bool:
    """Whether a range says on which side the alarm is: "> 150 mmHg" does, "max. 150 mmHg" does not."""
    open_end = interval.lower is None or interval.upper is None
    words = interval.text.replace(interval.unit or "", "")  # "L/min" is no minimum
    return open_end and not is_duration(interval.unit) and not _AMBIGUOUS.search(words)


def _with_table(statement: Statement, causes: list[tuple[str, str]], effect: tuple[str, str]) -> Statement:
    """The statement with alternatives that lead to the effect, each on its own."""
    made = tuple(Cause(id=f"C{at}", variable=v, condition=c) for at, (v, c) in enumerate(causes, start=1))
    follows = Effect(id="E1", variable=effect[0], condition=effect[1])
    rows = [(*((one.id, one is chosen) for one in made), ("E1", True)) for chosen in made]
    rows.append((*((one.id, False) for one in made), ("E1", False)))
    return statement.model_copy(
        update={
            "causes": made,
            "effects": (follows,),
            "conditional": True,
            "decision_table": tuple(DecisionRow(truths=row) for row in rows),
        }
    )


# ------------------------------------------------------------------ rows of parameter tables
def parameter_row(analysed: AnalysedRequirement) -> Statement | None:
    """Name and value of a parameter row as one statement ("Capacity: 120 kg ± 10 %"); None for anything else."""
    lead, items = analysed.statement, analysed.items
    name = lead.text.strip().rstrip(":")
    named = not _VERB.search(name) and not lead.quantities and not lead.causes and len(name.split()) <= _MOST_WORDS
    if len(items) != 1 or not named or not name or any(char in name for char in ".;,"):
        return None
    value = items[0]
    if value.is_requirement or value.causes or not (value.intervals or value.quantities) or _VERB.search(value.text):
        return None
    shift = len(name) + len(": ")
    return lead.model_copy(
        update={
            "text": f"{name}: {value.text}",
            "quantities": tuple(_moved(one, shift) for one in value.quantities),
            "intervals": tuple(_between(one, shift) for one in value.intervals),
            "archetypes": (*lead.archetypes, *value.archetypes),
        }
    )


def _moved(quantity: Quantity, shift: int) -> Quantity:
    return quantity.model_copy(update={"start": quantity.start + shift, "end": quantity.end + shift})


def _between(interval: Interval, shift: int) -> Interval:
    return interval.model_copy(update={"start": interval.start + shift, "end": interval.end + shift})
