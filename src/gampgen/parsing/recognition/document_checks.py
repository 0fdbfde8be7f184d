"""The findings of recognition on a document as a whole: its language, what was passed over, its lists."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from gampgen.domain.finding import Finding, FindingSeverity
from gampgen.domain.requirement import PassedOver, Requirement
from gampgen.parsing.recognition.draft import fold
from gampgen.parsing.recognition.finding_words import counted, finding, short
from gampgen.parsing.recognition.obligation import demands
from gampgen.parsing.recognition.rules import SEVERITIES

_MARK: Final = 4
_A_FEW: Final = 3
_A_TENTH: Final = 10


def check_language(language: str | None, requirements: Sequence[Requirement]) -> tuple[Finding, ...]:
    """The finding on a document that is not in English, or whose language could not be told.

    Args:
        language: the document's language, or None.
        requirements: what was recognised, each with its language.
    """
    foreign = [one for one in requirements if one.language != "en"]
    if language is None and not foreign:
        message = "The document's language could not be told; statements are read with English grammar."
        return (finding("REC06", message),)
    if not foreign:
        return ()
    named = ", ".join(f"“{code}”" for code in dict.fromkeys(one.language for one in foreign))
    message = (
        f"{len(foreign)} of {counted(len(requirements), 'requirement')} are worded in {named}. Their wording was not "
        "analysed: they are quoted verbatim, the numbers, roles and quoted terms in them are listed, and the rest is "
        "left to the author."
    )
    return (finding("REC06", message).model_copy(update={"severity": FindingSeverity.ERROR}),)


def check_passed_over(requirements: Sequence[Requirement], passed: Sequence[PassedOver]) -> tuple[Finding, ...]:
    """The finding on passages worded as obligations that were not taken, where there are suspiciously many.

    Args:
        requirements: what was recognised.
        passed: what was passed over.
    """
    stated = {fold(requirement.text) for requirement in requirements}
    lost = [
        one for one in passed if demands(one.text) and len(one.text.split()) > _MARK and not _is_stated(one, stated)
    ]
    if len(lost) <= _A_FEW and _A_TENTH * len(lost) <= len(requirements):
        return ()
    example = lost[0]
    message = (
        f"{counted(len(lost), 'passage')} worded as an obligation {'was' if len(lost) == 1 else 'were'} passed over "
        f"beside {counted(len(requirements), 'requirement')}, such as “{short(example.text)}” at "
        f"{example.location.in_words()}: {example.reason}."
    )
    many = len(lost) >= _A_FEW and 2 * len(lost) > len(requirements)
    severity = FindingSeverity.ERROR if many else SEVERITIES["REC15"]
    return (finding("REC15", message, example.location).model_copy(update={"severity": severity}),)


def _is_stated(passed: PassedOver, stated: set[str]) -> bool:
    """Whether what was passed over only repeats a requirement, with its id or the other cells of a row."""
    parts = (passed.text, passed.text.partition(" ")[2], *passed.text.split(" | "))
    return any(fold(part) in stated for part in parts)


def check_lists(lost: Sequence[PassedOver]) -> tuple[Finding, ...]:
    """The findings on list items of requirements that were neither taken nor passed over by any other rule.

    Args:
        lost: the items.
    """
    return tuple(
        finding("REC19", f"A list item of a requirement was not taken: “{short(one.text)}”.", one.location)
        for one in lost
    )


def check_paper(*, scattered: bool, taken: int, lines: int) -> tuple[Finding, ...]:
    """The finding on a document that perhaps specifies no system at all.

    Args:
        scattered: the sentences taken stand scattered in running text that nowhere announces requirements.
        taken: how many were taken.
        lines: how many headings, paragraphs and tables the document has.
    """
    if not scattered:
        return ()
    message = (
        f"{counted(taken, 'sentence')} worded as an obligation among {lines} passages of running text; no id, list, "
        "table or heading says that requirements are specified here."
    )
    return (finding("REC16", message),)
