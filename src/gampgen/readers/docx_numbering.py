"""Automatic numbers of a Word document (ECMA-376 part 1, §17.9): definitions, and the counters that run through it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Final

from gampgen.errors import DamagedInputError
from gampgen.readers.docx_names import ALTERNATE, MC, W, is_on, value, whole
from gampgen.readers.number_words import KNOWN_FORMATS, in_format
from gampgen.readers.package import Element
from gampgen.readers.scripts import BULLETS

LEVELS: Final = 9
"""List levels that the format knows."""
_START_LIMIT: Final = 999_999_999
_PATTERN_LIMIT: Final = 255  # characters of a level's text
_PLACEHOLDER: Final = re.compile("%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how it counts and what it shows. `restart` None: after any higher level; 0: never."""

    start: int
    form: str
    pattern: str
    custom: str
    restart: int | None
    style: str | None
    legal: bool
    picture: bool

    @property
    def is_bullet(self) -> bool:
        """True where the level shows the same mark each time."""
        return self.form == "bullet" or self.picture


@dataclass(frozen=True, slots=True)
class NumberedList:
    """A list (`w:num`): the definition it counts by, its levels, and the starts it sets itself."""

    definition: str
    levels: dict[int, Level]
    starts: dict[int, int]


@dataclass(frozen=True, slots=True)
class Label:
    """What stands before a paragraph. `exact` is False where the format of its number is not known."""

    text: str
    bullet: bool = False
    exact: bool = True
    restarts: bool = False


@dataclass(frozen=True, slots=True)
class _Definition:
    levels: dict[int, Level]
    link: str | None


class Numbering:
    """The lists that a document defines (`word/numbering.xml`)."""

    def __init__(self, root: Element | None) -> None:
        self.lists: dict[str, NumberedList] = {}
        self._sharing: frozenset[str] = frozenset()
        if root is None:
            return
        definitions: dict[str, _Definition] = {}
        style_owners: dict[str, str] = {}
        for element in root.iterfind(W + "abstractNum"):
            name = element.get(W + "abstractNumId", "")
            definitions[name] = _Definition(_levels(element), value(element, "numStyleLink"))
            if owned := value(element, "styleLink"):
                style_owners[owned] = name
        for element in root.iterfind(W + "num"):
            self._add(element, definitions, style_owners)
        self._sharing = _shared(self.lists)

    def _add(self, element: Element, definitions: dict[str, _Definition], style_owners: dict[str, str]) -> None:
        name = value(element, "abstractNumId") or ""
        definition = definitions.get(name)
        if definition is None:
            return
        if not definition.levels and definition.link in style_owners:
            name = style_owners[definition.link]
            definition = definitions[name]
        levels, starts = dict(definition.levels), {}
        for override in element.iterfind(W + "lvlOverride"):
            index = _level_index(override.get(W + "ilvl"))
            if (own := override.find(W + "lvl")) is not None:
                levels[index] = _level(own)
            if (start := value(override, "startOverride")) is not None:
                starts[index] = whole(start, low=0, high=_START_LIMIT, what="a list start", default=1)
        self.lists[element.get(W + "numId", "")] = NumberedList(name, levels, starts)

    def level_of_style(self, list_id: str, style_id: str) -> int:
        """The level of a list that is tied to a paragraph style; 0 where none is."""
        found = self.lists.get(list_id)
        levels = found.levels.items() if found else ()
        return next((index for index, level in levels if level.style == style_id), 0)

    def is_shared(self, list_id: str) -> bool:
        """True where another list counts by the same definition."""
        return self.lists[list_id].definition in self._sharing


@dataclass
class Counters:
    """Running counts of one story of text (body, header, …). Lists of one definition share a count, as in Word."""

    numbering: Numbering
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def label(self, list_id: str, index: int) -> Label | None:
        """Counts one paragraph of a list and gives what stands before it; None where there is no such list."""
        found = self.numbering.lists.get(list_id)
        if found is None or index not in found.levels:
            return None
        level = found.levels[index]
        if level.is_bullet:
            return Label(_bullet(level), bullet=True)
        restarts = self._count(list_id, found, index)
        counts = self._counts[found.definition]
        exact = True

        def shown(match: re.Match[str]) -> str:
            nonlocal exact
            at = int(match[1]) - 1
            part = found.levels.get(at)
            if part is None or at > index:
                return ""
            if level.legal:
                part = replace(part, form="decimal")
            exact = exact and part.form in KNOWN_FORMATS
            return in_format(counts.get(at, part.start), part.form, part.custom)

        text = _PLACEHOLDER.sub(shown, level.pattern)
        return Label(text.strip(), exact=exact, restarts=restarts)

    def _count(self, list_id: str, found: NumberedList, index: int) -> bool:
        """Advances the count of a level; True where it starts anew inside a definition that other lists share."""
        counts = self._counts.setdefault(found.definition, {})
        level = found.levels[index]
        restarts = False
        if (list_id, index) not in self._begun:
            self._begun.add((list_id, index))
            if index in found.starts:
                restarts = index in counts and self.numbering.is_shared(list_id)
                counts[index] = found.starts[index] - 1
        counts[index] = counts.get(index, level.start - 1) + 1
        for deeper in [at for at in counts if at > index]:
            restart = found.levels[deeper].restart if deeper in found.levels else None
            if restart is None or restart > index:
                del counts[deeper]
        for higher in range(index):
            if higher in found.levels:
                counts.setdefault(higher, found.levels[higher].start)
        return restarts


def _levels(element: Element) -> dict[int, Level]:
    return {_level_index(child.get(W + "ilvl")): _level(child) for child in element.iterfind(W + "lvl")}


def _level_index(text: str | None) -> int:
    return whole(text, low=0, high=LEVELS - 1, what="a list level", default=0)


def _level(element: Element) -> Level:
    form = element.find(W + "numFmt")
    if form is None and (choice := element.find(f"{ALTERNATE}/{MC}Choice")) is not None:
        form = choice.find(W + "numFmt")  # newer formats stand beside a plain one for older programs
    restart = value(element, "lvlRestart")
    pattern = value(element, "lvlText") or ""
    if len(pattern) > _PATTERN_LIMIT:
        raise DamagedInputError(
            f"A list level shows a text of {len(pattern)} characters", hint="Open the document in Word and save it."
        )
    return Level(
        start=whole(value(element, "start"), low=0, high=_START_LIMIT, what="a list start", default=0),
        form="decimal" if form is None else form.get(W + "val", "decimal"),
        pattern=pattern,
        custom="" if form is None else form.get(W + "format", ""),
        restart=None if restart is None else whole(restart, low=0, high=LEVELS, what="a list restart", default=0),
        style=value(element, "pStyle"),
        legal=bool(is_on(element, "isLgl")),
        picture=element.find(W + "lvlPicBulletId") is not None,
    )


def _shared(lists: dict[str, NumberedList]) -> frozenset[str]:
    uses = Counter(one.definition for one in lists.values())
    return frozenset(name for name, count in uses.items() if count > 1)


def _bullet(level: Level) -> str:
    """The mark that a bullet level shows; characters of symbol fonts stand for a round bullet."""
    mark = level.pattern.strip()
    plain = len(mark) > 1 or mark in BULLETS or mark in "-–—*+>"
    return mark if mark and plain and not any("\ue000" <= letter <= "\uf8ff" for letter in mark) else "•"
