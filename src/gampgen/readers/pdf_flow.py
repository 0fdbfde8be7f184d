"""Lines and tables of a PDF to blocks: paragraphs, list items, headings by size, weight and number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from gampgen.domain.document import Block, Heading, Paragraph
from gampgen.domain.location import Location
from gampgen.readers.labels import is_caption, split_heading
from gampgen.readers.pdf_layout import Item
from gampgen.readers.pdf_lines import Line, Word, text_of
from gampgen.readers.pdf_table import PdfTable, as_block
from gampgen.readers.pdf_words import Mending, begins_anew, label_of_line, paragraphs, usual_pitch, without_label

_LEADER: Final = re.compile(r"(?:\.\s?){4,}\s*[\divxlc]{1,6}\s*\Z|…{2,}\s*[\divxlc]{1,6}\s*\Z")
_CONTENTS: Final = re.compile(
    r"(?:\d+\.?\s+)?(?:table of contents|contents|inhalt(?:sverzeichnis)?|sommaire|table des matières|índice|indice|"
    r"contenido|inhoud(?:sopgave)?)\W*", re.IGNORECASE,
)  # fmt: skip
_OBLIGATION: Final = re.compile(r"\b(?:shall|must|should|will|may|can|has to|have to)\b", re.IGNORECASE)
_ENDS: Final = (".", ";", ":", "?", "!", ",")
_LARGER: Final = 1.08  # times the body's size
_TITLE_WORDS: Final = 25
_SHORT_WORDS: Final = 12
_SHORTEST: Final = 3  # letters: an abbreviation is no heading
_NESTED_FROM: Final = 6.0  # points
_GAP_ABOVE: Final = 1.6

Clean = Callable[[str, Location], str]


@dataclass(frozen=True, slots=True)
class _Style:
    """The look that headings of one level share; larger ones rank first."""

    size: float
    bold: bool

    def rank(self) -> tuple[float, bool]:
        return -self.size, not self.bold


@dataclass(slots=True)
class Flow:
    """Makes the blocks. `contents` gathers the lines of a table of contents, `tiny` texts too small to be seen.

    Args:
        items: lines and tables in reading order.
        clean: cleans a text that is taken over; is told its place.
    """

    items: Sequence[Item]
    clean: Clean
    contents: list[str] = field(default_factory=list)
    _indents: list[float] = field(default_factory=list)
    _tables: int = 0
    _paragraphs: int = 0

    def blocks(self) -> Iterator[Block]:
        """The blocks in reading order."""
        lines = [item for item in self.items if isinstance(item, Line)]
        inside = [line for item in self.items if isinstance(item, PdfTable) for line in _lines_in(item)]
        self._mending = Mending([*lines, *inside])
        self._pitch = usual_pitch(lines)
        self._cell_pitch = usual_pitch(inside)
        body = _body_size(lines or inside)
        parts = list(_joined_tables(_Parts(self._without_contents(), self._pitch).gathered()))
        levels = _levels(parts, body)
        caption = ""
        for index, part in enumerate(parts):
            if isinstance(part, PdfTable):
                self._tables += 1
                yield as_block(part, self._tables, caption, self._cell_words)
                caption = ""
                continue
            style = _heading_style(parts, index, body)
            block = self._paragraph(part) if style is None else self._heading(part, style, levels)
            if block.text or (isinstance(block, Paragraph) and block.label):
                caption = block.text if is_caption(block.text) else ""
                yield block

    _mending: Mending = field(init=False)
    _pitch: float = field(init=False, default=1.2)
    _cell_pitch: float = field(init=False, default=1.2)

    def _without_contents(self) -> list[Item]:
        """The items without the lines of a table of contents."""
        kept: list[Item] = []
        open_entries = False
        for index, item in enumerate(self.items):
            if isinstance(item, Line):
                if _LEADER.search(item.text) or (open_entries and _is_entry(item)):
                    self.contents.append(item.text)
                    continue
                following = next((one for one in self.items[index + 1 : index + 3] if isinstance(one, Line)), None)
                wrapped = open_entries and following is not None and bool(_LEADER.search(following.text))
                if wrapped and not item.bold:
                    self.contents.append(item.text)
                    continue
                open_entries = _CONTENTS.fullmatch(item.text) is not None
            kept.append(item)
        return kept

    def _place(self, line: Line) -> Location:
        self._paragraphs += 1
        return Location(page=line.page, paragraph=self._paragraphs)

    def _heading(self, lines: list[Line], style: _Style, levels: dict[_Style, tuple[int, int]]) -> Heading:
        place = self._place(lines[0])
        self._indents.clear()
        number, text = split_heading(self.clean(self._mending.text(lines), place))
        start, shallowest = levels[style]
        depth = _depth(number)
        return Heading(
            level=start + max(0, depth - shallowest) if depth else start, number=number, text=text, location=place
        )

    def _paragraph(self, lines: list[Line]) -> Paragraph:
        place = self._place(lines[0])
        label, text = without_label(self.clean(self._mending.text(lines), place), lines[0])
        indent = lines[0].x0 - (lines[0].left if lines[0].column else 0.0)
        depth = self._list_depth(indent) if label else None
        if not label:
            self._indents.clear()
        lead = self._lead(lines, label, text)
        return Paragraph(text=text, label=label, depth=depth, lead=lead, location=place)

    def _lead(self, lines: list[Line], label: str, text: str) -> str:
        """The bold words that the paragraph begins with."""
        words = [word for line in lines for word in line.words]
        if label and words and words[0].text in {label, "o"}:
            words = words[1:]
        bold: list[Word] = []
        for word in words:
            if not word.bold and any(sign.isalnum() for sign in word.text):
                break
            bold.append(word)
        if len(bold) == len(words):
            return text if words and any(word.bold for word in words) else ""
        while bold and not bold[-1].bold:
            bold.pop()
        lead = text_of(bold)
        return lead if lead and text.startswith(lead) else ""

    def _list_depth(self, indent: float) -> int:
        while self._indents and indent < self._indents[-1] + _NESTED_FROM:
            self._indents.pop()
        self._indents.append(indent)
        return len(self._indents) - 1

    def _cell_words(self, lines: Sequence[Line]) -> tuple[str, ...]:
        place = Location(page=lines[0].page) if lines else Location()
        found = (self.clean(self._mending.text(part), place) for part in paragraphs(lines, self._cell_pitch))
        return tuple(text for text in found if text)


def _lines_in(table: PdfTable) -> list[Line]:
    return [line for row in table.rows for cell in row.cells if not cell.again for line in cell.lines]


def _is_entry(line: Line) -> bool:
    """True for a line of a table of contents without leaders: it ends, after a gap, in a page number."""
    return len(line.segments) > 1 and text_of(line.segments[-1]).isdigit()


def _body_size(lines: Sequence[Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], -size)) if sizes else 0.0


class _Parts:
    """Lines gathered to paragraphs, tables in between."""

    def __init__(self, items: Sequence[Item], pitch: float) -> None:
        self._items, self._pitch = items, pitch

    def gathered(self) -> list[list[Line] | PdfTable]:
        """Paragraphs as their lines, and tables."""
        parts: list[list[Line] | PdfTable] = []
        for item in self._items:
            last = parts[-1] if parts else None
            if isinstance(item, PdfTable):
                parts.append(item)
            elif isinstance(last, list) and not self._ends(last, item):
                last.append(item)
            else:
                parts.append([item])
        return parts

    def _ends(self, paragraph: list[Line], line: Line) -> bool:
        above = paragraph[-1]
        if begins_anew(above, line, self._pitch):
            return True
        # A list item's further lines hang under its text; a line back at the margin is no part of it.
        label, x0 = label_of_line(paragraph[0])
        return bool(label) and line.x0 < x0 - 2 and line.text[:1].isupper()


def _joined_tables(parts: Sequence[list[Line] | PdfTable]) -> Iterator[list[Line] | PdfTable]:
    """Tables that go on on the next page as one."""
    open_table: PdfTable | None = None
    last_page = 0
    for part in parts:
        if isinstance(part, list):
            open_table = None
            yield part
            continue
        page = part.rows[0].page
        if open_table is not None and page == last_page + 1 and open_table.goes_on_in(part):
            open_table.append(part)
        else:
            open_table = part
            yield part
        last_page = page


def _depth(number: str) -> int:
    return len([piece for piece in re.split(r"[.:)]", number) if piece])


def _heading_style(parts: Sequence[list[Line] | PdfTable], index: int, body: float) -> _Style | None:
    """The style of a paragraph that is a heading; None where it is none."""
    lines = parts[index]
    if not isinstance(lines, list):
        return None
    style = _Style(lines[0].size, all(line.bold for line in lines))
    text = " ".join(line.text for line in lines)
    if style.size >= _LARGER * body:
        return style if _could_be_title(text, lines[0]) else None
    return style if _is_title(text, bold=style.bold, parts=parts, index=index) else None


def _could_be_title(text: str, first: Line) -> bool:
    """True for a text in larger print that is no running text and no list item."""
    listed = label_of_line(first)[0].strip("0123456789.)")
    _, title = split_heading(text)
    worded = any(sign.isalpha() for sign in title) and len(text.split()) <= _TITLE_WORDS
    return worded and not listed and not title.endswith((".", ";", ","))


def _is_title(text: str, *, bold: bool, parts: Sequence[list[Line] | PdfTable], index: int) -> bool:
    """True for a text in the size of the body that is worded and set as a heading: numbered or in capitals."""
    number, title = split_heading(text)
    if len(text.split()) > _SHORT_WORDS or _OBLIGATION.search(title) or title.endswith(_ENDS):
        return False
    numbered = bool(number) and title[:1].isupper()
    capitals = title.isupper() and len(title) > _SHORTEST
    if bold and numbered:
        return True
    if not (numbered or capitals) or not _stands_alone(parts, index):
        return False
    if numbered and not _counts_on(parts, index, number):
        return True
    return capitals and (bold or not any(sign.isdigit() for sign in title))


def _stands_alone(parts: Sequence[list[Line] | PdfTable], index: int) -> bool:
    """True where a single line has white space above it, or begins its page."""
    lines = parts[index]
    above = parts[index - 1] if index else None
    if not isinstance(lines, list) or len(lines) > 1:
        return False
    if not isinstance(above, list) or above[-1].page != lines[0].page:
        return True
    return lines[0].base - above[-1].base > _GAP_ABOVE * lines[0].size


def _counts_on(parts: Sequence[list[Line] | PdfTable], index: int, number: str) -> bool:
    """True where the next paragraph bears a number of the same form: then both are items of a list."""
    following = parts[index + 1] if index + 1 < len(parts) else None
    if not isinstance(following, list):
        return False
    other, title = split_heading(following[0].text)
    return bool(other and title) and _depth(other) == _depth(number)


def _levels(parts: Sequence[list[Line] | PdfTable], body: float) -> dict[_Style, tuple[int, int]]:
    """For each style of headings the level it begins with and the shallowest number that it bears (1 without any)."""
    depths: dict[_Style, set[int]] = {}
    for index, part in enumerate(parts):
        style = _heading_style(parts, index, body)
        if style is not None and isinstance(part, list):
            number, _ = split_heading(" ".join(line.text for line in part))
            depths.setdefault(style, set()).add(_depth(number))
    levels: dict[_Style, tuple[int, int]] = {}
    level = 1
    for style in sorted(depths, key=_Style.rank):
        numbered = depths[style] - {0}
        shallowest = min(numbered, default=1)
        levels[style] = (level, shallowest)
        level += 1 + max(numbered, default=shallowest) - shallowest
    return levels
