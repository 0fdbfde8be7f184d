"""How a value is shown or how well a code is made: a stated number of decimals, a least grade of print quality.

Source: ISO/IEC/IEEE 29119-4:2021 §5.2.3 (the nearest value across the limit);
ISO/IEC 15415 and 15416 (grades A to D, F).
"""

from __future__ import annotations

import re

from gampgen.domain.coverage import Checklist, CoverageItem
from gampgen.domain.number_words import COUNTS
from gampgen.domain.suite import Polarity, Technique
from gampgen.techniques.checklists import main_clause, thing_of
from gampgen.techniques.interface import Target

_COUNTS = {**COUNTS, "zero": 0, "no": 0}
_DECIMALS = re.compile(
    r"\b(?:with|to|at|in|using)\s+(?P<all>(?P<count>\d|no|zero|one|two|three|four|five|six)\s+"
    r"(?:decimal (?:places?|digits?)|decimals?))\b",
    re.IGNORECASE,
)
_SHOWN = re.compile(r"\b(?:display|show|indicat|print|report|present|export)\w*\b", re.IGNORECASE)
_GRADE = re.compile(
    r"\b(?:grade|quality)\b(?:\s+(?:of|class|grade|level))*\s+(?:at least|minimum|not (?:worse|lower|less) than|≥)?\s*"
    r"[“\"']?(?P<grade>[ABCD])\b[”\"']?"
)
_GRADES = ("A", "B", "C", "D", "F")


def decimals_shown(target: Target) -> tuple[CoverageItem, ...]:
    """One item where a value is shown with a stated number of decimals."""
    text = target.statement.text
    found, main = _DECIMALS.search(text), main_clause(target)
    if found is None or main.negated or not _SHOWN.search(text):
        return ()
    said = found["count"].lower()
    count = int(said) if said.isdigit() else _COUNTS[said]
    near = (str(one) for one in (count - 1, count + 1) if one >= 0)
    part = Checklist(
        aspect="decimals", clause=main, about=thing_of(main), details=(found["all"], *near),
        values=(("decimal places", str(count), None),),
    )  # fmt: skip
    return (
        target.item(
            Technique.BOUNDARY_VALUE_ANALYSIS, "BVA", f"decimals {count}", Polarity.POSITIVE, part, quote=found["all"]
        ),
    )


def print_grade(target: Target) -> tuple[CoverageItem, ...]:
    """Items where the print of a code has to reach a grade: the stated grade passes, the next worse one fails."""
    found, main = _GRADE.search(target.statement.text), main_clause(target)
    if found is None or main.negated or not _CODE.search(target.statement.text):
        return ()
    grade = found["grade"]
    named = _NAMED.search(target.statement.text)
    about = named[0].strip() if named else thing_of(main)
    worse = _GRADES[_GRADES.index(grade) + 1]
    return tuple(
        target.item(
            Technique.BOUNDARY_VALUE_ANALYSIS, "BVA", f"grade {aspect}", polarity,
            Checklist(
                aspect=aspect, clause=main, about=about, details=(grade, worse), values=(("grade", value, None),)
            ),
            quote=found[0].strip(),
        )
        for aspect, polarity, value in (
            ("grade-met", Polarity.POSITIVE, grade), ("grade-missed", Polarity.NEGATIVE, worse)
        )
    )  # fmt: skip


_NAMED = re.compile(r"\b(?:[A-Z][\w-]*\s)*(?:[Bb]ar ?codes?|[Mm]atrix(?: codes?)?|codes?)\b")
_CODE = re.compile(r"\b(?:bar ?codes?|data ?matrix|2D|QR|codes?|prints?|printed)\b", re.IGNORECASE)
