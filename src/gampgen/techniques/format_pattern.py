"""A format given as a pattern ("AA-9999"): entries that have it, and entries that break it in one point each.

By the usual convention of such patterns A stands for a letter, 9, N or # for a digit, other signs for themselves: an
assumption that the test states. Source: ISO/IEC/IEEE 29119-4:2021 §5.2.1 (one invalid class per try).
"""

from __future__ import annotations

import re

from gampgen.domain.clause import ActionKind
from gampgen.domain.coverage import Checklist, CoverageItem
from gampgen.domain.suite import Polarity, Technique
from gampgen.techniques.checklists import main_clause
from gampgen.techniques.entry_format import format_in
from gampgen.techniques.interface import Target

_CUE = re.compile(
    r"\b(?:format|pattern|structure|mask|form)\b[^.;\d]{0,30}?(?:of|:|is|the)?\s*[“\"'(]?"
    r"(?P<pattern>(?:[A9N#]+|[A-Z]{1,4})(?:[-/._ ](?:[A9N#]+))+|[A9N#]{3,})(?![\w-])"
)
_DATE = re.compile(r"\b(?P<pattern>(?:YYYY|DD|MM|MMM)(?P<sep>[-/. ])(?:MM|MMM|DD)(?P=sep)(?:YYYY|DD))\b")
_MADE_BY_SYSTEM = frozenset(
    {ActionKind.DISPLAY, ActionKind.OUTPUT, ActionKind.CREATE, ActionKind.INCLUDE, ActionKind.TRANSFER}
)
_MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()  # noqa: SIM905 - as one line


def format_pattern(target: Target) -> tuple[CoverageItem, ...]:
    """Items for a stated pattern: on an entry both sides, on what the system makes the pattern itself."""
    text = " ".join(target.statement.text.split())
    if format_in(text) is not None:
        return ()  # a format in words, or a date that is entered: `entry_format`
    if dated := _DATE.search(text):
        return _dates(target, dated["pattern"])
    found = _CUE.search(text)
    if found is None or not re.search(r"[9N#]", found["pattern"]):
        return ()
    pattern = found["pattern"]
    if _made_by_system(target):
        return (_item(target, "made", Polarity.POSITIVE, (pattern, _filled(pattern, "A", "0")), pattern),)
    valid = tuple(dict.fromkeys((_filled(pattern, "A", "0"), _filled(pattern, "Z", "9"))))
    return (
        _item(target, "kept", Polarity.POSITIVE, valid, pattern),
        _item(target, "broken", Polarity.NEGATIVE, _broken(pattern), pattern),
    )


def _made_by_system(target: Target) -> bool:
    main = main_clause(target)
    return main.kind in _MADE_BY_SYSTEM or main.verb in {"assign", "generate", "number", "issue"}


def _filled(pattern: str, letter: str, digit: str) -> str:
    return "".join(letter if one == "A" else digit if one in "9N#" else one for one in pattern)


def _broken(pattern: str) -> tuple[str, ...]:
    """One sign fewer, one more, a letter for a digit, a digit for a letter, a separator left out: one fault each."""
    valid = _filled(pattern, "A", "0")
    digit = next(at for at, one in enumerate(pattern) if one in "9N#")
    found = [valid[:-1], valid + valid[-1], valid[:digit] + "X" + valid[digit + 1 :]]
    if "A" in pattern:
        found.append(valid[: pattern.index("A")] + "1" + valid[pattern.index("A") + 1 :])
    if separator := re.search(r"[-/._ ]", pattern):
        found.append(valid.replace(separator[0], "", 1))
    return tuple(dict.fromkeys(found))


def _dates(target: Target, pattern: str) -> tuple[CoverageItem, ...]:
    """Dates that are shown: 29 February 2028 and 31 December 2026 in the pattern."""
    shown = (_dated(pattern, 2028, 2, 29), _dated(pattern, 2026, 12, 31))
    return (_item(target, "date", Polarity.POSITIVE, shown, pattern),)


def _dated(pattern: str, year: int, month: int, day: int) -> str:
    text = pattern.replace("YYYY", f"{year}").replace("DD", f"{day:02d}")
    return text.replace("MMM", _MONTHS[month - 1]).replace("MM", f"{month:02d}")


def _item(target: Target, aspect: str, polarity: Polarity, tried: tuple[str, ...], pattern: str) -> CoverageItem:
    main = main_clause(target)
    about = (
        main.subject if main.verb in {"have", "follow", "be", "use"} and main.subject else main.object or main.subject
    )
    values = tuple((f"entry {number}", one, None) for number, one in enumerate(tried, start=1))
    part = Checklist(aspect=aspect, clause=main, about=about, details=(pattern, *tried), values=values)
    technique = Technique.EQUIVALENCE_PARTITIONING
    return target.item(technique, "FMT", f"pattern {aspect}", polarity, part, quote=pattern)
