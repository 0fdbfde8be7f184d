"""References to tables: "Access rights shall follow the table in section 4", "the parameters listed in Table 1"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from gampgen.domain.document import Block, Paragraph, Table
from gampgen.parsing.recognition.draft import Draft, fold
from gampgen.parsing.recognition.limit_effects import Meaning
from gampgen.parsing.recognition.sections import Section
from gampgen.parsing.recognition.tables import Reading

_RIGHTS: Final = re.compile(
    r"\b(?:rights|permissions?|privileges|authori[sz]ations?|(?:user |system |the |following )?(?:roles|user groups)"
    r"|(?:user|access|role|security)[ -](?:groups?|levels?|profiles?|control)|who may|be authori[sz]ed"
    r"|access\b[^.;]{0,60}?\b(?:restricted|controlled|granted|limited|given|managed|authori[sz]ed|permitted|allowed)"
    r"|(?:restrict|control|grant|limit|authori[sz]e)\w* (?:the )?access"
    r"|(?:by|per|for each|depending on the) (?:user )?role)\b",
    re.IGNORECASE,
)
_TABLE: Final = r"(?:table|matrix|grid|chart)"
_POINTING: Final = (
    r"(?:follow(?:s|ing)?|according to|in (?:accordance|line|compliance) with|correspond(?:s|ing)? to|"
    r"compl(?:y|ies) with|(?:as )?(?:defined|given|shown|listed|described|specified|set out|stated|laid down|contained|"
    r"presented|documented)"
    r" (?:in|by|under)|as (?:in|per)|per|see|match(?:es)?|based on|implements?|enforces?|conforms? to|of|in|by)"
)
_TO_TABLE: Final = re.compile(
    rf"\b{_POINTING}\s+(?P<words>(?:the\s+)?(?:(?!shall|must|should|will)[\w-]+\s+){{0,4}}?{_TABLE}\b"
    r"(?:\s+(?:no\.?\s*)?(?P<number>\d+(?:[.-]\d+)*|[A-Z](?:[.-]?\d+)*)\b)?"
    r"(?:\s+(?:in|of|under|at)\s+(?:the\s+)?(?:section|chapter|clause|appendix|annex|attachment)\s+[\w.]+|\s+below|\s+above)?)",
    re.IGNORECASE,
)
_IN_SECTION: Final = re.compile(
    r"\b(?P<kind>section|chapter|clause|appendix|annex|attachment)\s+(?P<number>[A-Z]?\d*(?:\.\d+)*)(?=[\s.,;)]|$)",
    re.IGNORECASE,
)
_TO_SECTION: Final = re.compile(rf"\b{_POINTING}\s+(?P<words>{_IN_SECTION.pattern})", re.IGNORECASE)
_BEFORE: Final = re.compile(r"\b(?:above|preceding|previous)\b", re.IGNORECASE)
_NEXT: Final = re.compile(r"\b(?:following|below)\b|:\s*$", re.IGNORECASE)
_OF_RIGHTS: Final = re.compile(
    rf"\b(?:matrix\b|(?:access|roles?|rights?|permissions?|privileges?|authori[sz]ations?|user|security)"
    rf"[\w -]{{0,20}}{_TABLE}\b)",
    re.IGNORECASE,
)
_ELSEWHERE: Final = re.compile(
    r"\b(?:in|of|per|see|to) (?:the |our )?(?:SOP\b|[A-Z]{2,5}-\d|(?:functional|design|configuration|separate|company|"
    r"site|corporate)[\w ]* (?:specification|document|procedure|policy)|(?:security )?policy\b|procedure\b)",
    re.IGNORECASE,
)
_CAPTION: Final = re.compile(rf"\s*{_TABLE}\s+(?P<number>\d+(?:[.-]\d+)*|[A-Z](?:[.-]?\d+)*)\b", re.IGNORECASE)

Placed = Sequence[tuple[Block, Section]]


@dataclass(frozen=True, slots=True)
class Pointer:
    """A requirement's reference to tables: its words, and the numbers of the tables; none: not found."""

    words: str
    tables: tuple[int, ...]


def matrix_pointer(draft: Draft, placed: Placed, matrices: Mapping[int, Reading]) -> Pointer | None:
    """The permission matrix that a requirement points to, or None where it points to none.

    Args:
        draft: the requirement.
        placed: the document's blocks with their sections.
        matrices: the readings of the document's permission matrices by the number of their block.
    """
    text = fold(draft.words)
    home = _home(draft, placed)
    if draft.rights or not _RIGHTS.search(text):
        after = _table_after(home, placed)
        return Pointer(text, (after,)) if text.endswith(":") and after in matrices else None
    named = _TO_TABLE.search(text)
    if named is None:
        return _without_table(text, home, placed, matrices)
    if _ELSEWHERE.search(text):
        return Pointer(named["words"], ()) if _OF_RIGHTS.search(named["words"]) else None
    found = _resolved(text, named["number"], home, placed, matrices)
    missing = _OF_RIGHTS.search(named["words"]) or _says_where(text, named["number"])
    return Pointer(named["words"], found) if found or (missing and not _is_other(named["number"], placed)) else None


def _says_where(text: str, number: str | None) -> bool:
    """Whether a reference says where its table stands."""
    return bool(number or _IN_SECTION.search(text) or _NEXT.search(text) or _BEFORE.search(text))


def _is_other(number: str | None, placed: Placed) -> bool:
    """Whether the table with this number stands in the document, and is something else than a matrix."""
    tables = (n for n, (block, _) in enumerate(placed) if isinstance(block, Table))
    return number is not None and any(number.casefold() in _captions(n, placed) for n in tables)


def _without_table(text: str, home: int, placed: Placed, matrices: Mapping[int, Reading]) -> Pointer | None:
    """A reference that names no table: to a section that holds a matrix, or to the matrix right below."""
    place = _TO_SECTION.search(text)
    if place is not None and (found := _in_section(place["kind"], place["number"], placed, matrices)):
        return Pointer(place["words"], found)
    following = _table_after(home, placed)
    if _NEXT.search(text) and following in matrices:
        return Pointer(text, (following,))
    return None


def _resolved(
    text: str, number: str | None, home: int, placed: Placed, matrices: Mapping[int, Reading]
) -> tuple[int, ...]:
    place = _IN_SECTION.search(text)
    if number:
        exact = tuple(n for n in matrices if number.casefold() in _captions(n, placed))
        uncaptioned = all(not _captions(n, placed) for n in matrices)
        return exact or (tuple(matrices) if uncaptioned and len(matrices) == 1 else ())
    if place is not None:
        return _in_section(place["kind"], place["number"], placed, matrices)
    before, after = [n for n in matrices if n < home], [n for n in matrices if n > home]
    if _BEFORE.search(text):
        return tuple(before[-1:])
    if _NEXT.search(text):
        return tuple(after[:1])
    return tuple(matrices) if len(matrices) == 1 else ()


def _in_section(kind: str, number: str, placed: Placed, matrices: Mapping[int, Reading]) -> tuple[int, ...]:
    """The matrices in the section with this number, or below it."""
    wanted = number.rstrip(".").casefold()
    titled = f"{kind} {wanted}".casefold()

    def holds(section: Section) -> bool:
        numbers = (one.casefold() for one, _ in section.path)
        titles = (f"{one.casefold()} " for _, one in section.path)
        return any(one == wanted for one in numbers) or any(re.match(rf"{re.escape(titled)}\W", one) for one in titles)

    return tuple(n for n in matrices if wanted and holds(placed[n][1]))


def _captions(number: int, placed: Placed) -> frozenset[str]:
    """The numbers by which the captions at a table call it: its name, or the line above or below it."""
    block = placed[number][0]
    texts = [block.name] if isinstance(block, Table) else []
    beside = (placed[n][0] for n in (number - 1, number + 1, number - 2) if 0 <= n < len(placed))
    texts += [fold(one.text) for one in beside if isinstance(one, Paragraph)]
    found = (_CAPTION.match(text) for text in texts)
    return frozenset(one["number"].casefold() for one in found if one)


def _table_after(home: int, placed: Placed) -> int:
    """The number of the table that follows a block, but for captions and legends between them; -1 where none does."""
    for n in range(home + 1, min(home + 4, len(placed))):
        block = placed[n][0]
        if isinstance(block, Table):
            return n
        if not isinstance(block, Paragraph):
            return -1
    return -1


def _home(draft: Draft, placed: Placed) -> int:
    return next((n for n, (block, _) in enumerate(placed) if block.location == draft.location), draft.group)


def limits_pointer(draft: Draft, meaning: Meaning, placed: Placed, tables: Mapping[int, Reading]) -> Pointer | None:
    """The table of limits that a requirement points to, or stands above and says the meaning of; None for no such.

    Args:
        draft: the requirement.
        meaning: what its text says of limits.
        placed: the document's blocks with their sections.
        tables: the readings of the document's tables of limits by the number of their block.
    """
    text = fold(draft.words)
    if not tables or draft.group in tables or _ELSEWHERE.search(text):
        return None
    home = _home(draft, placed)
    if not _LIMITS.search(text):
        after = _table_after(home, placed)
        return Pointer(text, (after,)) if text.endswith(":") and after in tables else None
    named = _TO_TABLE.search(text)
    if named is not None and (found := _resolved(text, named["number"], home, placed, tables)):
        return Pointer(named["words"], found)
    following = _table_after(home, placed)
    if named is None and following in tables and (_NEXT.search(text) or meaning.effects or meaning.reaction):
        return Pointer(text, (following,))
    return None


_LIMITS: Final = re.compile(
    r"\b(?:limits?|ranges?|set ?points?|thresholds?|tolerances?|parameters?|values?|quantit(?:y|ies)|conditions|alarms?"
    r"|warnings?|alerts?)\b",
    re.IGNORECASE,
)
