"""Styles of an OpenDocument text: looks of characters, list styles, the numbering of headings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from gampgen.readers.number_words import in_format
from gampgen.readers.odt_names import FO, STYLE, TEXT, whole
from gampgen.readers.package import Element

_LEVELS: Final = 10
_TITLE: Final = "Title"
_HEADING: Final = re.compile(r"Heading_20_([1-9])")  # the built-in styles' names, a space written as its code
_PARENTS_LIMIT: Final = 50
_BOLD: Final = frozenset({"bold", "600", "700", "800", "900"})
_FORMATS: Final = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_TINY: Final = 2.0
_PRIVATE: Final = range(0xE000, 0xF900)  # signs of a symbol font
_RAISED: Final = 10  # per cent: a smaller shift is none that is seen


class Look(NamedTuple):
    """How characters look; None where a style does not say. `script`: 1 raised, -1 lowered, 0 on the line."""

    bold: bool | None = None
    hidden: bool | None = None
    struck: bool | None = None
    tiny: bool | None = None
    pale: bool | None = None
    script: int | None = None

    def over(self, base: Look) -> Look:
        """This look where it says something, else `base`."""
        return Look(
            bold=base.bold if self.bold is None else self.bold,
            hidden=base.hidden if self.hidden is None else self.hidden,
            struck=base.struck if self.struck is None else self.struck,
            tiny=base.tiny if self.tiny is None else self.tiny,
            pale=base.pale if self.pale is None else self.pale,
            script=base.script if self.script is None else self.script,
        )


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list. `form` is a number format's name, "bullet", or "" where no number is shown."""

    form: str = ""
    bullet: str = ""
    prefix: str = ""
    suffix: str = ""
    shown_levels: int = 1
    start: int = 1


@dataclass(frozen=True, slots=True)
class _Style:
    parent: str
    look: Look
    list_style: str | None
    outline: int


@dataclass(slots=True)
class OdtStyles:
    """All styles of a document. List styles are by name, the outline's levels by ""."""

    lists: dict[str, tuple[Level, ...]] = field(default_factory=dict)
    _styles: dict[tuple[str, str], _Style] = field(default_factory=dict)

    def read(self, roots: Iterable[Element]) -> None:
        """Adds the styles of the document's parts."""
        for root in roots:
            for element in root.iter(STYLE + "style"):
                key = element.get(STYLE + "family", ""), element.get(STYLE + "name", "")
                properties = element.find(STYLE + "text-properties")
                look = Look() if properties is None else _look(properties)
                parent, listed = element.get(STYLE + "parent-style-name", ""), element.get(STYLE + "list-style-name")
                built_in = _HEADING.fullmatch(key[1])
                outline = whole(element.get(STYLE + "default-outline-level"), int(built_in[1]) if built_in else 0)
                self._styles[key] = _Style(parent, look, listed, outline)
            for element in root.iter(TEXT + "list-style"):
                self.lists[element.get(STYLE + "name", "")] = _levels(element)
            for element in root.iter(TEXT + "outline-style"):
                self.lists[""] = _levels(element)

    def look(self, family: str, name: str | None) -> Look:
        """The look of a style with all that it inherits."""
        look = Look()
        for style in self._chain(family, name):
            look = look.over(style.look)
        return look

    def list_style(self, name: str | None) -> str | None:
        """The list style that a paragraph style brings along, or None."""
        return next((style.list_style for style in self._chain("paragraph", name) if style.list_style), None)

    def heading(self, name: str | None) -> int | None:
        """The heading level of a paragraph style, its own or inherited; None where it is none of a heading."""
        return next((style.outline for style in self._chain("paragraph", name) if style.outline), None)

    def is_title(self, name: str | None) -> bool:
        """True for the paragraph style of a document's title and those made from it."""
        return name == _TITLE or any(style.parent == _TITLE for style in self._chain("paragraph", name))

    def _chain(self, family: str, name: str | None) -> list[_Style]:
        chain: list[_Style] = []
        while name and (style := self._styles.get((family, name))) and len(chain) < _PARENTS_LIMIT:
            chain.append(style)
            name = style.parent
        return chain


def _look(properties: Element) -> Look:
    weight, display = properties.get(FO + "font-weight"), properties.get(TEXT + "display")
    line, size = properties.get(STYLE + "text-line-through-style"), properties.get(FO + "font-size", "")
    colour, ground = properties.get(FO + "color"), properties.get(FO + "background-color")
    points = size.removesuffix("pt")
    return Look(
        bold=None if weight is None else weight in _BOLD,
        hidden=None if display is None else display == "none",
        struck=None if line is None else line != "none",
        tiny=float(points) <= _TINY if points != size and points.replace(".", "", 1).isdigit() else None,
        pale=None if colour is None else colour.lower() == "#ffffff" and ground in {None, "transparent", "#ffffff"},
        script=_script(properties.get(STYLE + "text-position")),
    )


def _script(position: str | None) -> int | None:
    if position is None:
        return None
    first = position.split()[0] if position.split() else ""
    if first in {"super", "sub"}:
        return 1 if first == "super" else -1
    shift = first.rstrip("%").partition(".")[0]
    if not shift.removeprefix("-").isdigit() or len(shift) > 4:  # noqa: PLR2004 - a percentage
        return 0
    return 0 if abs(int(shift)) < _RAISED else (1 if int(shift) > 0 else -1)


def _levels(style: Element) -> tuple[Level, ...]:
    levels = [Level() for _ in range(_LEVELS)]
    for element in style:
        number = whole(element.get(TEXT + "level"), 0)
        if 1 <= number <= _LEVELS:
            levels[number - 1] = _level(element)
    return tuple(levels)


def _level(element: Element) -> Level:
    bullet = element.get(TEXT + "bullet-char")
    prefix, suffix = element.get(STYLE + "num-prefix", ""), element.get(STYLE + "num-suffix", "")
    if bullet is not None or element.tag == TEXT + "list-level-style-image":
        shown = "•" if not bullet or ord(bullet[0]) in _PRIVATE else bullet
        return Level("bullet", shown, prefix, suffix)
    stated = element.get(STYLE + "num-format", "")
    form = _FORMATS.get(stated, "custom:" + stated if stated[:1].isdigit() else "")
    return Level(
        form, "", prefix, suffix, max(1, whole(element.get(TEXT + "display-levels"), 1)),
        whole(element.get(TEXT + "start-value"), 1),
    )  # fmt: skip


@dataclass(slots=True)
class Counter:
    """The numbers that a list has reached, level by level."""

    levels: tuple[Level, ...]
    reached: list[int] = field(default_factory=list)

    def count(self, depth: int, start: int | None = None) -> str:
        """Counts an item of a level (from 0) and gives its label as shown, "" where none is."""
        depth = min(depth, len(self.levels) - 1)
        while len(self.reached) <= depth:
            self.reached.append(self.levels[len(self.reached)].start - 1)
        del self.reached[depth + 1 :]
        self.reached[depth] = self.reached[depth] + 1 if start is None else start
        return self._label(depth)

    def _label(self, depth: int) -> str:
        level = self.levels[depth]
        if level.form == "bullet":
            return level.bullet
        if not level.form:
            return ""
        first = max(0, depth + 1 - level.shown_levels)
        # A level above that was skipped is shown with its first number.
        numbers = [
            _number(max(self.reached[index], self.levels[index].start), self.levels[index].form)
            for index in range(first, depth + 1)
        ]
        return level.prefix + ".".join(number for number in numbers if number) + level.suffix


def _number(number: int, form: str) -> str:
    if form.startswith("custom:"):
        return in_format(number, "custom", form.removeprefix("custom:"))
    return in_format(number, form) if form and form != "bullet" else ""
