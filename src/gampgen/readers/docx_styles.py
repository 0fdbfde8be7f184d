"""Styles of a Word document (ECMA-376 part 1, §17.7): what a paragraph or a run inherits."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, NamedTuple

from gampgen.readers.docx_names import W, has_ground, is_on, value, whole
from gampgen.readers.package import Element

_CHAIN_LIMIT: Final = 50  # styles based on styles; longer chains are circles
_HEADING_LEVELS: Final = 9
_ORDER: Final = "[0-9]"
# "heading 1" is stored in English by Word in every language; other programs store their own language's word.
_HEADING: Final = re.compile(
    r"(?:heading|überschrift|titre|título|titolo|titulo|kop|rubrik|overskrift|otsikko|nagłówek|nadpis|címsor|заголовок"
    r"|επικεφαλίδα|başlık|标题|標題|見出し|제목)\s?([1-9])"
)
_TITLE: Final = frozenset({"title", "titel", "titre", "título", "titolo", "tytuł", "название", "标题", "表題"})
_CAPTION: Final = frozenset({"caption", "beschriftung", "légende", "legende", "descripción", "didascalia"})
_CONTENTS: Final = re.compile(rf"(?:toc\s?{_ORDER}|table of figures|table of authorities|contents {_ORDER})")
_LIST: Final = re.compile(r"list(?: bullet| number| continue)? ([2-5])")
_TINY: Final = 4  # half points: text of 2 points cannot be read on paper


class Look(NamedTuple):
    """How a run is set, as far as it changes what is read; None where nothing is said.

    `raised` is 1 for superscript, -1 for subscript, 0 for neither. `pale` is true for white letters on no ground.
    """

    hidden: bool | None = None
    struck: bool | None = None
    bold: bool | None = None
    raised: int | None = None
    font: str | None = None
    tiny: bool | None = None
    pale: bool | None = None

    def over(self, base: Look) -> Look:
        """This look where it says something, else that of `base`."""
        if PLAIN in (self, base):
            return base if self == PLAIN else self
        return Look(
            hidden=base.hidden if self.hidden is None else self.hidden,
            struck=base.struck if self.struck is None else self.struck,
            bold=base.bold if self.bold is None else self.bold,
            raised=base.raised if self.raised is None else self.raised,
            font=base.font if self.font is None else self.font,
            tiny=base.tiny if self.tiny is None else self.tiny,
            pale=base.pale if self.pale is None else self.pale,
        )


PLAIN: Final = Look()


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What a paragraph gets from its style. `heading` is the level from 1, or None."""

    heading: int | None = None
    is_title: bool = False
    is_caption: bool = False
    is_contents: bool = False
    list_depth: int = 0
    look: Look = PLAIN
    list_id: str | None = None
    level: int | None = None


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    based_on: str | None
    outline: str | None
    list_id: str | None
    level: str | None
    look: Look
    first_row_bold: bool


class Styles:
    """The styles of a document (`word/styles.xml`)."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, _Style] = {}
        self._default: str | None = None
        self._paragraphs: dict[str | None, ParagraphStyle] = {}
        self._looks: dict[str, Look] = {}
        for element in () if root is None else root.iterfind(W + "style"):
            identifier = element.get(W + "styleId", "")
            self._styles[identifier] = _style(element)
            if element.get(W + "type") == "paragraph" and element.get(W + "default") in {"1", "true", "on"}:
                self._default = identifier

    def paragraph(self, identifier: str | None) -> ParagraphStyle:
        """The resolved style of a paragraph; None or an unknown name means the document's default."""
        known = identifier if identifier in self._styles else self._default
        if known not in self._paragraphs:
            self._paragraphs[known] = self._resolved(known)
        return self._paragraphs[known]

    def run(self, identifier: str) -> Look:
        """The look of a character style."""
        if identifier not in self._looks:
            self._looks[identifier] = self._look(self._chain(identifier))
        return self._looks[identifier]

    def first_row_bold(self, identifier: str | None) -> bool:
        """True where a table style sets the first row in bold."""
        return any(style.first_row_bold for style in self._chain(identifier))

    def _chain(self, identifier: str | None) -> list[_Style]:
        """A style and those it is based on, nearest first."""
        found: list[_Style] = []
        while identifier in self._styles and len(found) < _CHAIN_LIMIT:
            style = self._styles[identifier]
            found.append(style)
            identifier = style.based_on
        return found

    @staticmethod
    def _look(chain: list[_Style]) -> Look:
        look = PLAIN
        for style in chain:
            look = look.over(style.look)
        return look

    def _resolved(self, identifier: str | None) -> ParagraphStyle:
        chain = self._chain(identifier)
        names = [style.name for style in chain]
        numbered = next((style for style in chain if style.list_id is not None), None)
        before = chain[: chain.index(numbered) + 1] if numbered else chain
        level = next((style.level for style in before if style.level is not None), None)
        depth = next((int(match[1]) - 1 for name in names if (match := _LIST.fullmatch(name))), 0)
        return ParagraphStyle(
            heading=_heading_level(chain),
            is_title=any(name in _TITLE for name in names),
            is_caption=any(name in _CAPTION for name in names),
            is_contents=any(_CONTENTS.fullmatch(name) for name in names),
            list_depth=depth,
            look=self._look(chain),
            list_id=numbered.list_id if numbered else None,
            level=None if level is None else whole(level, low=0, high=8, what="a list level", default=0),
        )


def outline_level(text: str | None) -> int | None:
    """A heading level from 1 for an outline level of 0 to 8; None for body text (9) or nothing."""
    level = whole(text, low=0, high=_HEADING_LEVELS, what="an outline level", default=_HEADING_LEVELS)
    return level + 1 if level < _HEADING_LEVELS else None


def read_look(properties: Element | None, styles: Styles | None = None) -> Look:
    """The look that run properties (`w:rPr`) set; with `styles`, over the character style they name."""
    if properties is None or not len(properties):
        return PLAIN
    struck = is_on(properties, "strike")
    if struck is not True and (double := is_on(properties, "dstrike")) is not None:
        struck = double
    aligned = value(properties, "vertAlign")
    fonts = properties.find(W + "rFonts")
    size = value(properties, "sz")
    colour = value(properties, "color")
    own = Look(
        hidden=is_on(properties, "vanish"),
        struck=struck,
        bold=is_on(properties, "b"),
        raised=None if aligned is None else {"superscript": 1, "subscript": -1}.get(aligned, 0),
        font=None if fonts is None else fonts.get(W + "ascii") or fonts.get(W + "hAnsi"),
        tiny=None if size is None or not size.isdigit() else len(size) == 1 and int(size) <= _TINY,
        pale=None if colour is None else colour.upper() == "FFFFFF" and not has_ground(properties),
    )
    named = value(properties, "rStyle") if styles else None
    return own.over(styles.run(named)) if styles and named else own


def _style(element: Element) -> _Style:
    properties = element.find(W + "pPr")
    numbering = None if properties is None else properties.find(W + "numPr")
    return _Style(
        name=(value(element, "name") or "").strip().lower(),
        based_on=value(element, "basedOn"),
        outline=value(properties, "outlineLvl"),
        list_id=value(numbering, "numId"),
        level=value(numbering, "ilvl"),
        look=read_look(element.find(W + "rPr")),
        first_row_bold=any(
            part.get(W + "type") == "firstRow" and bool(is_on(part.find(W + "rPr"), "b"))
            for part in element.iterfind(W + "tblStylePr")
        ),
    )


def _heading_level(chain: list[_Style]) -> int | None:
    """The level of the nearest style that is a heading by outline level or by name."""
    for style in chain:
        if style.outline is not None:
            return outline_level(style.outline)
        if match := _HEADING.fullmatch(style.name):
            return int(match[1])
    return None
