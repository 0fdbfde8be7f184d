"""The requirement's own words, ready to stand in a check: which record, which role, which limit."""

from __future__ import annotations

import re

from gampgen.domain.requirement import AnalysedRequirement
from gampgen.domain.statement import ArchetypeCue, Statement

_TIME_UNITS = frozenset({"s", "sec", "second", "min", "minute", "h", "hour", "day", "week", "month", "year"})
_DETERMINER = r"(?:(?:the|a|an|all|any|each|every|its|their|this|these)\s+)?"
_STOP = (
    r"(?:shall|must|should|will|may|can|is|are|was|were|has|have|in|by|with|without|to|from|for|on|at|of|into|within|"
    r"after|before|when|while|if|unless|and|or|per|using|based|that|which|who|as|so|not|only|automatically|including|"
    r"electronically|manually|via|through|during|until|upon|than|more|least)"
)
_NAME = rf"(?P<name>(?!{_STOP}\b)[\w/-]+(?:\s+(?!{_STOP}\b)[\w/-]+){{0,3}})"
_CHANGED = re.compile(
    r"\b(?:changes?|modifications?|corrections?|amendments?|edits?|updates?|deletions?|creation|entry|alterations?)"
    rf"(?:,?\s+(?:or|and|and/or)\s+\w+){{0,2}}\s+(?:made\s+)?(?:to|of|in|on)\s+{_DETERMINER}{_NAME}",
    re.IGNORECASE,
)
_ACTED_ON = re.compile(
    r"\b(?:create|change|modify|delete|edit|sign|approve|reject|review|release|archive|restore|export|transfer|migrate|"
    r"certify|invalidate|reprocess|enter|correct)(?:\s+(?:or|and)\s+\w+)?"
    rf"\s+{_DETERMINER}{_NAME}",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    rf"(?:^|[.,;:]\s|\b(?:when|if|that|each|every|all|the|a|an)\s){_DETERMINER}{_NAME}\s+(?:shall|must|will|should|is|are|can)\s+"
    r"(?:only\s+|electronically\s+)?(?:be\s+)?(?:only\s+|electronically\s+)?"
    r"(?:created|changed|modified|deleted|edited|signed|approved|rejected|reviewed|released|archived|certified|corrected)\b",
    re.IGNORECASE,
)
_CALCULATED = re.compile(rf"\b(?:calculat\w+|comput\w+|determin\w+)\s+(?:of\s+)?{_DETERMINER}{_NAME}", re.IGNORECASE)
_REPORT = re.compile(
    r"(?P<name>(?:[\w/-]+\s+){0,2}(?:reports?|printouts?|certificates?|exports?|labels?|summary))\b(?!\s+(?:a|an|the|that|any|each)\b)",
    re.IGNORECASE,
)
_SETTING = re.compile(
    rf"\b(?:to|can|may)\s+(?:configure|set|adjust|parameteri[sz]e)\s+{_DETERMINER}{_NAME}", re.IGNORECASE
)
_MANDATORY = re.compile(
    r"(?:^|[.;:]\s+)(?P<name>[^.;:]{2,80}?)\s+(?:is|are|shall\s+be|must\s+be)\s+(?:a\s+)?(?:mandatory|required|obligatory)\b",
    re.IGNORECASE,
)
_LEADING = re.compile(rf"^(?:(?:the|a|an|all|any|each|every|its|their|this|these|{_STOP})\s+)+", re.IGNORECASE)
_NOT_A_RECORD = frozenset({"system", "user", "users", "audit trail", "entry", "entries", "application", "software"})


def slots_of(analysed: AnalysedRequirement, statement: Statement, cue: ArchetypeCue) -> dict[str, str]:
    """The words of a requirement by what they are; a slot that the requirement does not fill is absent.

    `cue`: the words that show the kind of requirement. `record`: what is changed, signed or released. `roles`,
    `action`: who may do what. `event`: on what condition. `duration`, `value`, `limit`: numbers as written.
    `calculated`, `report`, `setting`, `mandatory`: what is calculated, reported, set by users, or must be filled in.
    """
    texts = (statement.text, *(other.text for other in analysed.statements if other is not statement))
    filled = {
        "cue": cue.quote,
        "record": _first((_CHANGED, _ACTED_ON, _PASSIVE), texts, _NOT_A_RECORD),
        "calculated": _first((_CALCULATED,), texts[:1], frozenset()),
        "report": _first((_REPORT,), texts[:1], frozenset()),
        "mandatory": _first((_MANDATORY,), texts, frozenset()),
        "setting": _first((_SETTING,), texts[:1], frozenset()),
        "event": _event(statement),
        "alarm": _first((_ALARM,), texts[:1], frozenset()),
        **_permission(statement),
        **_numbers(statement, cue),
    }
    return {name: words for name, words in filled.items() if words}


def _first(patterns: tuple[re.Pattern[str], ...], texts: tuple[str, ...], refused: frozenset[str]) -> str:
    """The first name that a pattern finds, without its article; patterns count before texts."""
    for pattern in patterns:
        for text in texts:
            for found in pattern.finditer(text):
                name = _LEADING.sub("", found.group("name")).strip()
                if name and name.lower() not in refused:
                    return name
    return ""


def _event(statement: Statement) -> str:
    """The event on which the demand rests; "" where the demand rests on its absence, or where there are several."""
    if len(statement.causes) != 1:
        return ""
    cause = statement.causes[0]
    effects = [effect.id for effect in statement.effects]
    happens = [row for row in statement.decision_table if effects and all(row[name] for name in effects)]
    if happens and not all(row[cause.id] for row in happens):
        return ""
    said = _uncapitalised(cause.words)
    return said if cause.condition.strip() else f"this occurs: {said}"


def _uncapitalised(text: str) -> str:
    """A text as it stands inside a sentence: a capital that only its place gave it is gone."""
    first, _, rest = text.partition(" ")
    return f"{first.lower()} {rest}".strip() if first[1:].islower() or first in {"A", "An"} else text


def _permission(statement: Statement) -> dict[str, str]:
    for permission in statement.permissions:
        if permission.allowed and permission.roles and permission.action:
            return {"roles": " or ".join(permission.roles), "action": permission.action}
    return {}


def _numbers(statement: Statement, cue: ArchetypeCue) -> dict[str, str]:
    """The first number, the first duration, and the limit: the cue where it is one, else the first that is no time."""
    filled: dict[str, str] = {}
    limits = [(interval.text, interval.unit) for interval in statement.intervals]
    quantities = [(quantity.text, quantity.unit) for quantity in statement.quantities]
    for text, unit in quantities:
        filled.setdefault("value", text)
        if _is_time(unit):
            filled.setdefault("duration", text)
    bounds = [text for text, unit in (*limits, *quantities) if not _is_time(unit)]
    if cue.quote in bounds or bounds:
        filled["limit"] = cue.quote if cue.quote in bounds else bounds[0]
    return filled | _limited(statement, [text for text, unit in limits if not _is_time(unit)])


def _limited(statement: Statement, limits: list[str]) -> dict[str, str]:
    """What a limit is about, and its number with the unit: the subject of the condition that holds the limit."""
    for text in limits:
        pairs = [(one.variable, one.condition) for one in statement.causes]
        pairs += [(one.variable, one.condition) for one in statement.effects]
        for variable, condition in pairs:
            named = variable.strip()
            if text in condition and named and named.lower() not in _PRONOUNS:
                bound = next((one.text for one in statement.quantities if one.text in text or text in one.text), text)
                return {"subject": _with_article(named), "bound": _NUMBER_ON.sub("", bound)}
    return {}


def _with_article(noun: str) -> str:
    bare = re.sub(r"^(?:an?|any|each|every|all|the|its|their|his|her)\s+", "", noun, flags=re.IGNORECASE)
    return f"the {_uncapitalised(bare)}"


_PRONOUNS = frozenset({"it", "this", "that", "they", "which", "these", "there"})
_NUMBER_ON = re.compile(r"^[^\d±+-]*(?=[\d±+-])")
_ALARM = re.compile(
    r"(?P<name>(?:(?:high|low|action|alert|warning|critical|pre)[ -])?(?:alarm|alert))\b", re.IGNORECASE
)


def _is_time(unit: str | None) -> bool:
    return (unit or "").lower().removesuffix("s") in _TIME_UNITS or (unit or "") in _TIME_UNITS
