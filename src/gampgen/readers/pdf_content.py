"""What lies on a page of a PDF: glyphs, ruling lines, filled areas, pictures.

Positions are in points (1/72 inch) from the top left corner of the page as it is shown, y downwards.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle: left, top, right, bottom."""

    x0: float
    y0: float
    x1: float
    y1: float

    def holds(self, x: float, y: float) -> bool:
        """True where the point lies inside."""
        return self.x0 <= x <= self.x1 and self.y0 <= y <= self.y1

    @property
    def area(self) -> float:
        """Square points."""
        return max(0.0, self.x1 - self.x0) * max(0.0, self.y1 - self.y0)


class Glyph(NamedTuple):
    """A character on the page.

    `base` is the height of the line it stands on. `turn` is by how many degrees it is turned anticlockwise (0, 90, 180,
    270), -1 for any other slant. `apart` is true where white space comes before it. `hyphen` marks a hyphen that ends a
    line. `pale` is true for the colour of paper.
    """

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    base: float
    size: float
    bold: bool = False
    turn: int = 0
    pale: bool = False
    apart: bool = False
    hyphen: bool = False


@dataclass(slots=True)
class PageContent:
    """A page. `across` are its horizontal rules, `down` its vertical ones, as thin boxes; `fills` its coloured areas.

    `comments` and `fields` count annotations and form fields, `links` are targets outside the file, `images` the boxes
    of its pictures.
    """

    number: int
    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    across: list[Box] = field(default_factory=list)
    down: list[Box] = field(default_factory=list)
    fills: list[Box] = field(default_factory=list)
    images: list[Box] = field(default_factory=list)
    comments: int = 0
    fields: int = 0
    links: list[str] = field(default_factory=list)


def turned(glyph: Glyph) -> Glyph:
    """A turned glyph laid level: its line runs from left to right, lines follow each other downwards."""
    match glyph.turn:
        case 90:  # read upwards; the next line stands to the right
            box = Box(-glyph.y1, glyph.x0, -glyph.y0, glyph.x1)
            base = glyph.base
        case 270:  # read downwards; the next line stands to the left
            box = Box(glyph.y0, -glyph.x1, glyph.y1, -glyph.x0)
            base = -glyph.base
        case 180:
            box = Box(-glyph.x1, -glyph.y1, -glyph.x0, -glyph.y0)
            base = -glyph.base
        case _:
            return glyph
    return glyph._replace(x0=box.x0, y0=box.y0, x1=box.x1, y1=box.y1, base=base, turn=0)
