"""Several systems in one file: made out, and one of them chosen."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from gampgen.domain.document import Block, Heading, Paragraph, Table, UrsDocument
from gampgen.errors import SeveralSystemsError
from gampgen.parsing.recognition.claims import name_in_title
from gampgen.parsing.recognition.draft import fold
from gampgen.parsing.recognition.families import definition
from gampgen.parsing.recognition.grid import filled
from gampgen.parsing.recognition.identifiers import head_of, is_strong_id, split_prefix
from gampgen.parsing.recognition.labels import folded
from gampgen.parsing.recognition.sections import split_number

_TITLED: Final = re.compile(
    r"(?:system|application|product)\b[^:]{0,20}:\s*\S|(?:user requirements? specification|urs|lastenheft)\b.{3}",
    re.IGNORECASE,
)
_SPECIFICATION: Final = re.compile(
    r"\W*(?:\w[\w.-]{0,19}[:\s]\W*)?(?:user requirements? specification|urs|lastenheft|cahier des charges)\b"
    r"\W*(?:for|of|für|pour|para|per|voor)?\W*\S.{2}", re.IGNORECASE,
)  # fmt: skip
_SYSTEM_NOUN: Final = re.compile(
    r"\b(?:systems?|software|application|platform|device|equipment|instrument|machine|unit|line)\b"
    r"(?:\W*\([^()]{1,12}\))?\W*\Z", re.IGNORECASE,
)  # fmt: skip
_LEVELS: Final = (1, 2)
_SHARED: Final = 0.6


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the document under a top heading: its title, its blocks, the titles and ids found in it."""

    title: str
    blocks: tuple[Block, ...]
    titles: frozenset[str]
    ids: frozenset[str]

    @property
    def name(self) -> str:
        """The system's name."""
        return name_in_title(self.title) or self.title


def _parts(blocks: tuple[Block, ...], level: int) -> list[Part]:
    starts = [i for i, block in enumerate(blocks) if isinstance(block, Heading) and block.level == level]
    parts = []
    for start, following in pairwise([*starts, len(blocks)]):
        above = (i for i in range(start + 1, following) if isinstance(b := blocks[i], Heading) and b.level < level)
        end = next(above, following)
        parts.append(_part(blocks[start:end]))
    return parts


def _part(blocks: tuple[Block, ...]) -> Part:
    head = blocks[0]
    titles = (b.text for b in blocks[1:] if isinstance(b, Heading))
    ids: set[str] = set()
    for block in blocks[1:]:
        if isinstance(block, Paragraph) and (found := definition(block)):
            ids.add(found.id)
        elif isinstance(block, Table):
            ids.update(fold(cells[0].text) for row in block.rows if (cells := filled(row)))
    title = fold(head.text) if isinstance(head, Heading) else ""
    stems = frozenset(folded(split_number(fold(text))[1]) for text in titles)
    return Part(title, blocks, stems, frozenset(i for i in ids if is_strong_id(i)))


def _specifies_several(parts: list[Part]) -> list[Part]:
    """Parts that each look like a whole specification: the same section titles again, own ids, an introduction."""
    seen: Counter[str] = Counter()
    for part in parts:
        seen.update(part.titles)
    whole = [
        part
        for part in parts
        if names_a_system(part.title)
        and len(part.titles) > 1
        and part.ids
        and sum(seen[title] > 1 for title in part.titles) >= _SHARED * len(part.titles)
        and any(title.startswith(("introduction", "purpose", "scope", "einleitung", "zweck", "objet", "propósito"))
                for title in part.titles)
    ]  # fmt: skip
    if len(whole) > 1 and _own_ids(whole):
        return whole
    titled = [part for part in parts if part.ids and _is_titled(part)]
    return titled if len(titled) > 1 and _own_ids(titled) else []


def _is_titled(part: Part) -> bool:
    """Whether a part is called a specification, or a system by a number that all ids in it begin with."""
    prefix = split_prefix(part.title)
    if prefix is None or not prefix.firm:
        return _SPECIFICATION.match(part.title) is not None
    named = _SYSTEM_NOUN.search(prefix.rest) is not None and head_of(prefix.id) == "urs"
    return named and all(identifier.startswith(prefix.id) for identifier in part.ids)


def names_a_system(title: str) -> bool:
    """Whether a heading is of the form "URS-02: name", "System: name" or "User requirements specification for name"."""
    prefix = split_prefix(title)
    return (prefix is not None and prefix.firm and prefix.rest != "") or _TITLED.match(title) is not None


def _own_ids(parts: list[Part]) -> bool:
    """Whether each part has an id family of its own: no prefix ("URS-EMS") is used by two parts, or all restart."""
    users: dict[str, set[int]] = defaultdict(set)
    for number, part in enumerate(parts):
        for identifier in part.ids:
            users[identifier.rstrip("0123456789abc.")].add(number)
    apart = all(len(numbers) == 1 for numbers in users.values())
    return apart or frozenset.intersection(*(part.ids for part in parts)) != frozenset()


def choose_system(document: UrsDocument, system: str | None) -> tuple[UrsDocument, str]:
    """The document, cut down to the system chosen where it specifies several; and that system's name, else "".

    Raises:
        SeveralSystemsError: several systems are specified and `system` names none of them, or more than one.
    """
    several = next((found for level in _LEVELS if (found := _specifies_several(_parts(document.blocks, level)))), [])
    if not several:
        return document, ""
    names = "".join(f"\n    {part.title}" for part in several)
    if system is None:
        raise SeveralSystemsError(
            f"The document specifies {len(several)} systems",
            hint=f"Name the one to take with --system; its id or another part of its title is enough. They are:{names}",
            where=document.file_name,
        )
    wanted = system.casefold().strip()
    exact = [p for p in several if wanted in {p.title.casefold(), p.name.casefold()}]
    matching = exact or [p for p in several if wanted in p.title.casefold()]
    if len(matching) != 1:
        raise SeveralSystemsError(
            f"“{system}” names {'none' if not matching else 'more than one'} of the systems",
            hint=f"Name exactly one of them with --system:{names}",
            where=document.file_name,
        )
    return document.model_copy(update={"blocks": matching[0].blocks}), matching[0].name
