"""A sign of a kind that an entry must not hold, in an entry of an allowed length (29119-4 §5.2.1, partitions)."""

from __future__ import annotations

import re

from gampgen.domain.coverage import Checklist, CoverageItem, InputCase
from gampgen.domain.suite import Polarity, Technique
from gampgen.techniques.checklists import main_clause
from gampgen.techniques.interface import Target

_ONLY_THESE = re.compile(
    r"\balpha-?numeric\w*\b|\bnumeric\b|\bonly (?:letters|digits)\b"
    r"|\b(?:letters|digits)(?: and (?:letters|digits))? only\b|\d (?:letters|digits)\b",
    re.IGNORECASE,
)
_FOREIGN = {
    ("letters", "digits"): (("A", "!"), "a sign that is neither letter nor digit"),
    ("digits",): (("1", "A"), "a letter among the digits"),
    ("letters",): (("A", "1"), "a digit among the letters"),
}
_MOST = 60


def foreign_sign(target: Target, items: tuple[CoverageItem, ...]) -> tuple[CoverageItem, ...]:
    """The item that tries one foreign sign, where a limit of length is tried and the sentence names the signs allowed.

    Args:
        target: the statement.
        items: what covers it so far.
    """
    stated = _ONLY_THESE.search(target.statement.text)
    texts = [one.part for one in items if isinstance(one.part, InputCase) and one.part.length and one.part.accepted]
    if stated is None or not texts or any(item.rule == "FMT" for item in items):
        return ()
    case = texts[0]
    made = _FOREIGN.get(case.alphabet)
    length = int(case.points[0].value)
    if made is None or not 1 < length <= _MOST:
        return ()
    (usual, foreign), wrong = made
    entry = usual * (length - 1) + foreign
    subject = case.points[0].subject or main_clause(target).subject
    noun = re.sub(r"^(?:the|an?|each)\s+", "", subject, flags=re.IGNORECASE)
    part = Checklist(
        aspect="misfits", clause=main_clause(target), about=noun, details=(f"“{entry}” ({wrong})",),
        values=((f"{noun}, {wrong}", entry, None),),
    )  # fmt: skip
    partitions = Technique.EQUIVALENCE_PARTITIONING
    return (target.item(partitions, "FMT", "format foreign sign", Polarity.NEGATIVE, part, quote=stated[0]),)
