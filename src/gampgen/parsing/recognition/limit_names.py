"""What a column of a table of limits holds, told by its name: a limit with its side and kind, a range, a set point."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import Final

from gampgen.parsing.recognition.draft import fold
from gampgen.parsing.recognition.labels import folded

_DOUBLED_LOW: Final = r"(?:low low|lowlow|lolo|ll)"
_DOUBLED_HIGH: Final = r"(?:high high|highhigh|hihi|hh)"
_LOW: Final = rf"(?:{_DOUBLED_LOW}|low|lower|lo|l|min|minimum|minimal|below|under|from)"
_HIGH: Final = rf"(?:{_DOUBLED_HIGH}|high|upper|hi|h|max|maximum|maximal|above|over|to|up to)"
_KIND: Final = (
    r"(?P<kind>alarm|warn|warning|alert|action|trip|stop|shutdown|shut down|interlock|reject|rejection|control|"
    r"operating|process|specification|spec)"
)
_TAIL: Final = r"(?: (?:limits?|level|threshold|value|set ?point|range))?"
_OTHER_KIND: Final = _KIND.replace("?P<kind>", "?:")
_LOWER: Final = re.compile(rf"(?:{_KIND}{_TAIL} )?{_LOW}(?: {_OTHER_KIND})?{_TAIL}")
_UPPER: Final = re.compile(rf"(?:{_KIND}{_TAIL} )?{_HIGH}(?: {_OTHER_KIND})?{_TAIL}")
_BOTH: Final = re.compile(
    rf"(?:(?:{_KIND}|permitted|permissible|allowed|allowable|acceptable|acceptance|valid|setting|set|normal|target|"
    r"working|entry|input|measuring|measurement) )?"
    r"(?:range|limits?|band|window|span)(?: of values)?"
)
_TARGET: Final = re.compile(r"set ?points?(?: value)?|target(?: value)?|nominal(?: value)?|set value|default")
_TOLERANCE: Final = re.compile(r"(?:permitted |allowed |max(?:imum)? )?(?:tolerance|deviation)s?(?: [-+±])?|±")
_DELAY: Final = re.compile(r"(?:(?:alarm|time) )?(?:delay|hold(?:ing)? time|dead time)(?: time)?(?: (?:s|min|h|sec))?")
_UNIT: Final = re.compile(r"(?:engineering )?units?(?: of measure(?:ment)?)?|eu|uom")
_BRACKET: Final = re.compile(r"\s*[(\[]([^)\]]{1,16})[)\]]\s*\Z")
_SAME: Final = {"warn": "warning", "shut down": "shutdown", "rejection": "reject", "spec": "specification"}


class Side(Enum):
    """What a column's cells limit."""

    BELOW = "below"
    ABOVE = "above"
    BOTH = "both"
    TARGET = "target"
    TOLERANCE = "tolerance"
    DELAY = "delay"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class LimitColumn:
    """A column of a table of limits. `kind` is "warning", "stop", … or "", `level` "low-low" and the like."""

    name: str
    side: Side
    kind: str = ""
    level: str = ""
    unit: str = ""


def limit_column(name: str) -> LimitColumn | None:
    """What a column of a table of limits holds; None where its name does not say so."""
    printed = fold(name)
    bracket = _BRACKET.search(printed)
    unit, bare = (bracket[1], printed[: bracket.start()]) if bracket else ("", printed)
    plain = folded(bare) or ("±" if "±" in bare else "")
    for side, pattern in (
        (Side.UNIT, _UNIT),
        (Side.DELAY, _DELAY),
        (Side.TOLERANCE, _TOLERANCE),
        (Side.TARGET, _TARGET),
    ):
        if pattern.fullmatch(plain):
            return LimitColumn(printed, side, unit=unit)
    for side, pattern in ((Side.BELOW, _LOWER), (Side.ABOVE, _UPPER), (Side.BOTH, _BOTH)):
        if (found := pattern.fullmatch(plain)) is not None:
            kind = found["kind"] or _kind_behind(plain)
            return LimitColumn(printed, side, _SAME.get(kind, kind), _level(plain, side), unit)
    return None


def _kind_behind(plain: str) -> str:
    found = re.search(rf"\b{_KIND}\b", plain)
    return found["kind"] if found else ""


def _level(plain: str, side: Side) -> str:
    """A limit's name as an adjective: "HH" → "high-high", "Upper alarm limit" → "high"; "" for a range."""
    if side is Side.BOTH:
        return ""
    if re.search(rf"\b{_DOUBLED_LOW}\b", plain):
        return "low-low"
    if re.search(rf"\b{_DOUBLED_HIGH}\b", plain):
        return "high-high"
    return "low" if side is Side.BELOW else "high"


def is_limit_name(name: str) -> bool:
    """Whether a column's name says which limit stands below it."""
    found = limit_column(name)
    return found is not None and found.side in {Side.BELOW, Side.ABOVE, Side.BOTH, Side.TOLERANCE}
