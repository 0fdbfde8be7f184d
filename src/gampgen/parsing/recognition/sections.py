"""The outline of a document: which part of it a block stands in, and what that part is for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from gampgen.domain.document import Block, Heading, Paragraph
from gampgen.parsing.recognition.labels import folded
from gampgen.parsing.recognition.section_words import ALWAYS_APPARATUS, NARRATIVE, REQUIREMENTS, TOP_APPARATUS


class SectionKind(StrEnum):
    """What a part of the document is for. Nothing is taken from an APPARATUS section."""

    REQUIREMENT = "requirement"
    NEUTRAL = "neutral"
    NARRATIVE = "narrative"
    APPARATUS = "apparatus"


@dataclass(frozen=True, slots=True)
class Section:
    """A place in the outline.

    `path` holds (number, title) from the top; `purpose` says in words what an APPARATUS or NARRATIVE section is.
    `ordinal` counts the headings of the document, 0 before the first.
    """

    path: tuple[tuple[str, str], ...] = ()
    kind: SectionKind = SectionKind.NEUTRAL
    purpose: str = ""
    ordinal: int = 0

    @property
    def number(self) -> str:
        """The number of the innermost heading, or ""."""
        return self.path[-1][0] if self.path else ""

    @property
    def title(self) -> str:
        """The text of the innermost heading, or ""."""
        return self.path[-1][1] if self.path else ""

    @property
    def in_words(self) -> str:
        """The path as people write it: "3 Functional requirements / 3.2 Alarms"."""
        return " / ".join(f"{number} {title}".strip() for number, title in self.path)

    @property
    def titles(self) -> tuple[str, ...]:
        """The texts of the headings above, from the top."""
        return tuple(title for _, title in self.path)

    def below(self, number: str, title: str) -> Section:
        """The section under a heading that is none of the document's outline: a band in a table."""
        return Section((*self.path, (number, title)), self.kind, self.purpose, self.ordinal)


_NUMBER: Final = re.compile(r"((?:\d+(?:\.\d+)*|[A-Z](?:\.\d+)+|[IVX]{1,5})\.?)\s+(?=\S)")
_APPENDED: Final = re.compile(r"\A(?:appendix|annex|anhang|annexe|attachment|anexo|allegato|bijlage) (?:[a-z]|\d+) ")
_TITLE_LONGEST: Final = 80
_NUMBERED_TITLE: Final = 5  # words: a longer line with a number is one of a list
_NUMBER_LABEL: Final = re.compile(r"\d{1,3}(?:\.\d{1,3})*[.):]?")


def _purpose(group: tuple[tuple[str, re.Pattern[str]], ...], title: str) -> str:
    return next((purpose for purpose, pattern in group if pattern.fullmatch(title)), "")


def kind_of(title: str, parent: Section) -> tuple[SectionKind, str]:
    """What the section under the heading `title` is for, and in words where it is not for requirements."""
    plain = _APPENDED.sub("", folded(title), count=1)
    if len(plain) > _TITLE_LONGEST:
        return parent.kind, parent.purpose
    below_requirements = parent.kind is SectionKind.REQUIREMENT
    if purpose := _purpose(ALWAYS_APPARATUS, plain) or ("" if below_requirements else _purpose(TOP_APPARATUS, plain)):
        return SectionKind.APPARATUS, purpose
    narrative = _purpose(NARRATIVE, plain)
    stated = (
        REQUIREMENTS.fullmatch(plain)
        and not plain.startswith("non requirement")
        and (not narrative or plain.endswith(("requirements", "anforderungen")))
    )
    if below_requirements or stated:
        return SectionKind.REQUIREMENT, ""
    return (SectionKind.NARRATIVE, narrative) if narrative else (parent.kind, parent.purpose)


def is_lone_title(block: Paragraph) -> bool:
    """Whether a paragraph is a heading without the style: bold as a whole, short, no full stop, no bullet."""
    text = block.text.strip()
    return bool(
        text
        and block.lead.strip() == text
        and len(text) <= _TITLE_LONGEST
        and text[-1] not in ".:;,?!"
        and (block.depth is None or (block.depth == 0 and len(text.split()) <= _NUMBERED_TITLE))
        and (not block.label or _NUMBER_LABEL.fullmatch(block.label.strip()))
    )


def split_number(text: str) -> tuple[str, str]:
    """The number typed before a heading's text and the text: "3.2 Alarms" → ("3.2", "Alarms")."""
    found = _NUMBER.match(text)
    return (found.group(1).rstrip("."), text[found.end() :]) if found else ("", text)


def walk(blocks: tuple[Block, ...], title: str) -> Iterator[tuple[Block, Section]]:
    """Each block with the section that it stands in; a heading with the section that it opens.

    A first heading that repeats the document's title opens no section of its own.
    """
    stack: list[tuple[int, Section]] = [(0, Section())]
    ordinal = 0
    for block in blocks:
        if isinstance(block, Heading):
            ordinal += 1
            while len(stack) > 1 and stack[-1][0] >= block.level:
                stack.pop()
            parent = stack[-1][1]
            number, text = block.number.strip().rstrip("."), " ".join(block.text.split())
            if not number:
                number, text = split_number(text)
            if ordinal == 1 and block.level <= 1 and folded(text) == folded(title):
                yield block, parent
                continue
            kind, purpose = kind_of(text, parent)
            stack.append((block.level, Section((*parent.path, (number, text)), kind, purpose, ordinal)))
        yield block, stack[-1][1]


def names_requirements(title: str) -> bool:
    """Whether a heading says outright that requirements follow."""
    return REQUIREMENTS.fullmatch(folded(title)) is not None
