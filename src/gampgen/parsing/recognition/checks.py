"""The findings of recognition: each check looks at the requirements as a whole, once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from gampgen.domain.finding import Finding
from gampgen.domain.requirement import IdSource, Requirement
from gampgen.parsing.recognition.choice import Choice
from gampgen.parsing.recognition.criteria import REASON
from gampgen.parsing.recognition.draft import fold
from gampgen.parsing.recognition.finding_words import about, finding, short
from gampgen.parsing.recognition.identifiers import cited_ids, is_strong_id, is_weak_id

_STAND_IN: Final = re.compile(
    r"\W*(?:tbd|tbc|to be (?:defined|determined|confirmed|decided)|n/?a|not applicable|reserved|none|blank|xxx+|"
    r"lorem ipsum|see above|ditto)?\W*",
    re.IGNORECASE,
)
_BREAKS_OFF: Final = re.compile(
    r"(?:…|\.\.\.|,|[^\W\d_]-|\b(?:and|or|the|a|an|of|und|oder|et|ou|y|shall|must))\s*\Z", re.IGNORECASE
)
_WITHDRAWN: Final = re.compile(
    r"\W*(?:deleted|deprecated|withdrawn|deferred|obsolete|removed|superseded|retired|cancelled|entfallen|gelöscht|"
    r"supprimé\w*|eliminado|vervallen)\b(?=\s*(?:[^\w\s]|\Z)|\s+(?:in|by|with|as|since|from|on|per)\b)",
    re.IGNORECASE,
)
_SERIES: Final = re.compile(r"(.*?)(\d+)(\D*)\Z", re.DOTALL)
_SPLIT: Final = re.compile(r"[\W_]+")
_ZEROS: Final = re.compile(r"(?<!\d)0+(?=\d)")
_WIDEST_GAP: Final = 20
_QUOTED: Final = 90
_MARK: Final = 4
_FEWEST_LETTERS: Final = 3
_FEWEST_OF_SERIES: Final = 3
_LONGEST_NUMBER: Final = 8
_A_FEW: Final = 3
_A_TENTH: Final = 10


def check(requirements: Sequence[Requirement], choice: Choice, titled: frozenset[str]) -> tuple[Finding, ...]:
    """All findings on what was recognised, in the order of the rules.

    Args:
        requirements: what was recognised, in the document's order.
        choice: what was decided, for what was left aside.
        titled: unique ids of the requirements whose title serves as text.
    """
    return (
        *_repeated(requirements),
        *_without_id(requirements, choice),
        *_nothing_stated(requirements, choice),
        *_gaps(requirements),
        *_dangling(requirements, choice),
        *_truncated(requirements),
        *_unclaimed(choice),
        *_same_text(requirements),
        *_withdrawn(requirements),
        *_alike(requirements),
        *_titles(requirements, titled),
        *_reasons(requirements),
    )


def _reasons(requirements: Sequence[Requirement]) -> Iterator[Finding]:
    for requirement in requirements:
        reasons = [one.value for one in requirement.attributes if one.name.startswith(REASON)]
        if reasons:
            shown = " ".join(f"“{short(one)}”" for one in reasons)
            message = f"“{requirement.id}”: {shown} gives a reason or a reference, not a criterion."
            yield about("REC18", requirement, message)


def _repeated(requirements: Sequence[Requirement]) -> Iterator[Finding]:
    by_id: dict[str, list[Requirement]] = defaultdict(list)
    for requirement in requirements:
        by_id[requirement.id].append(requirement)
    repeated = {name: group for name, group in by_id.items() if len(group) > 1}
    serial = {name: group for name, group in repeated.items() if name.isdigit()}
    if len(serial) > 1:
        message = f"{len(serial)} numbers name more than one requirement each ({', '.join(list(serial)[:5])} …)."
        yield finding("REC14", message, next(iter(serial.values()))[1].location)
    for name, (first, *copies) in repeated.items():
        if name in serial and len(serial) > 1:
            continue
        where = f"It first stands at {first.location.in_words()}: “{short(first.text)}”."
        for copy in copies:
            yield about("REC01", copy, f"The id “{name}” is used again: “{short(copy.text)}”. {where}")


def _without_id(requirements: Sequence[Requirement], choice: Choice) -> Iterator[Finding]:
    made = [r for r in requirements if r.id_source is IdSource.SYNTHESISED]
    numbered = sum(r.id_source is IdSource.NUMBERING for r in requirements)
    if choice.identified:
        for requirement in made:
            message = f"This requirement bears no id and was given “{requirement.id}”: “{short(requirement.text)}”."
            yield about("REC02", requirement, message)
    elif made or numbered:
        counts = f"{len(made)} were made from section and place, {numbered} taken from the numbering"
        yield finding("REC03", f"The document prints no requirement ids: {counts}.")


def _nothing_stated(requirements: Sequence[Requirement], choice: Choice) -> Iterator[Finding]:
    for draft in choice.empty:
        yield finding("REC04", f"The id “{draft.id}” stands without a statement.", draft.location)
    for requirement in requirements:
        text = requirement.text
        short = len(_SPLIT.sub("", text)) < _FEWEST_LETTERS and not requirement.rights
        if _STAND_IN.fullmatch(text) or short:
            yield about("REC04", requirement, f"“{requirement.id}” states nothing to test: “{text}”.")


def _gaps(requirements: Sequence[Requirement]) -> Iterator[Finding]:
    """Numbers missing, inside a section, from a series that counts by ones."""
    series: dict[tuple[str, str, str], dict[int, str]] = defaultdict(dict)
    for requirement in requirements:
        match = _SERIES.fullmatch(requirement.id)
        if match and requirement.id_source is IdSource.DOCUMENT and len(match.group(2)) <= _LONGEST_NUMBER:
            series[requirement.section, match.group(1), match.group(3)][int(match.group(2))] = match.group(2)
    for (_, prefix, suffix), numbers in series.items():
        steps = list(pairwise(sorted(numbers)))
        if len(numbers) < _FEWEST_OF_SERIES or 2 * sum(high - low == 1 for low, high in steps) < len(steps):
            continue
        for low, high in steps:
            if 1 < high - low <= _WIDEST_GAP:
                names = [f"{prefix}{n:0{len(numbers[low])}d}{suffix}" for n in (low, low + 1, high - 1, high)]
                missing = names[1] if names[1] == names[2] else f"{names[1]} to {names[2]}"
                yield finding("REC05", f"Between {names[0]} and {names[3]} the document has no {missing}.")


def _prefix(identifier: str) -> str:
    match = _SERIES.fullmatch(identifier)
    return match.group(1) if match else identifier


def _dangling(requirements: Sequence[Requirement], choice: Choice) -> Iterator[Finding]:
    known = {r.id for r in requirements} | {d.id for d in choice.empty}
    prefixes = {_prefix(name) for name in known if is_strong_id(name)}
    for requirement in requirements:
        parts = (requirement.text, *requirement.items, requirement.acceptance_criteria or "")
        for name in dict.fromkeys(name for part in parts for name in cited_ids(part)):
            if name not in known and _prefix(name) in prefixes and _is_separated(name):
                message = f"“{requirement.id}” refers to “{name}”, which no requirement of the document bears."
                yield about("REC07", requirement, message)


def _is_separated(name: str) -> bool:
    """Whether an id holds a separator; "R2" in a sentence is too easily something else."""
    return _SPLIT.search(name) is not None


def _truncated(requirements: Sequence[Requirement]) -> Iterator[Finding]:
    for requirement in requirements:
        if requirement.rights:
            continue  # the cells of a matrix are no sentences
        parts = requirement.items or (requirement.text,)  # a lead may end with a comma before its items
        broken = next((part for part in parts if _BREAKS_OFF.search(part[-_QUOTED:])), None)
        if broken is not None and not (requirement.items and broken.endswith((",", " and", " or"))):
            yield about("REC08", requirement, f"“{requirement.id}” breaks off: “{broken[-_QUOTED:]}”.")


def _unclaimed(choice: Choice) -> Iterator[Finding]:
    for passed in choice.unclaimed:
        message = f"Worded as an obligation, without an id, and not taken: “{short(passed.text)}”."
        yield finding("REC09", message, passed.location)


def _same_text(requirements: Sequence[Requirement]) -> Iterator[Finding]:
    first: dict[tuple[str, tuple[str, ...]], Requirement] = {}
    for requirement in requirements:
        known = first.setdefault((fold(requirement.text).casefold(), requirement.items), requirement)
        if known.id != requirement.id:
            message = f"“{requirement.id}” has the same text as “{known.id}”: “{short(requirement.text)}”."
            yield about("REC10", requirement, message)


def _withdrawn(requirements: Sequence[Requirement]) -> Iterator[Finding]:
    for requirement in requirements:
        remarks = (a.value for a in requirement.attributes if len(a.value.split()) <= _MARK)
        marks = (requirement.text, requirement.stated_priority or "", *remarks)
        if found := next((mark for mark in marks if _WITHDRAWN.match(mark)), None):
            yield about("REC11", requirement, f"“{requirement.id}” is marked “{short(found)}” and still stated.")


def _alike(requirements: Sequence[Requirement]) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for requirement in requirements:
        if is_weak_id(requirement.id):
            continue  # 7.1 and 7.10, 1.1 and 11 are different numbers
        plain = ".".join(_ZEROS.sub("", part) for part in _SPLIT.split(requirement.id.casefold()))
        known = first.setdefault(plain, requirement.id)
        if known != requirement.id:
            yield about("REC12", requirement, f"“{requirement.id}” is hard to tell from “{known}”.")


def _titles(requirements: Sequence[Requirement], titled: frozenset[str]) -> Iterator[Finding]:
    for requirement in requirements:
        if requirement.uid in titled:
            message = f"“{requirement.id}” has a title and no statement: “{short(requirement.text)}”."
            yield about("REC13", requirement, message)
