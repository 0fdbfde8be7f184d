"""The words of the protocol as paragraphs and tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from word_parts import (
    Cell,
    bookmark,
    form,
    headed_table,
    kept,
    label_cell,
    paragraph,
    row,
    row_tag,
    run,
    tag,
    text_cell,
)

PORTRAIT, LANDSCAPE = 170.0, 261.0
_AS_HIGH_AS_OTHERS: Mapping[int, float] = MappingProxyType({})
DATE_FORMAT = "{% if cover.date_format %} ({{ cover.date_format }}){% endif %}"


class Wording:
    """The wording file, and the numbered headings in their order.

    Args:
        entries: what the file holds.
    """

    def __init__(self, entries: dict[str, list[str] | list[list[str]] | str]) -> None:
        self._entries = entries
        self._texts = set(_texts(entries))
        self._headings = iter(enumerate(entries["sections"], 1))

    def __getitem__(self, key: str) -> list[str] | list[list[str]] | str:
        return self._entries[key]

    def heading(self, style: str = "heading1") -> str:
        """The next numbered heading, with the bookmark that the contents point at."""
        number, title = next(self._headings)
        return paragraph(bookmark(f"_Toc{100000 + number}", str(number), run(title)), style, raw=True)

    def texts(self, key: str, style: str = "") -> str:
        """The paragraphs of the wording under `key`."""
        wording = self[key]
        return "".join(paragraph(text, style) for text in ([wording] if isinstance(wording, str) else wording))

    def pairs(self, key: str, headings: tuple[str, str], widths: tuple[float, float]) -> str:
        """A table of two columns from the wording under `key`."""
        return form(headings, widths, [((label_cell(name), text_cell(text)), 0.0) for name, text in self[key]])

    def blanks(self, key: str, headings: tuple[str, str], heights: Mapping[int, float] = _AS_HIGH_AS_OTHERS) -> str:
        """A form whose first column is the wording under `key`, the rest blank.

        Args:
            key: of the wording.
            headings: of the two columns.
            heights: in millimetres, by number of the row from 0, where more than a line is written.
        """
        widths = (62.0, PORTRAIT - 62.0)
        rows = [((label_cell(name), text_cell()), heights.get(at, 8.0)) for at, name in enumerate(self[key])]
        return form(headings, widths, rows)

    def signatures(self, values: str) -> str:
        """A block of blank signatures, one row per meaning; `values` is the list of meanings."""
        widths = (44.0, 38.0, 28.0, 32.0, 28.0)
        rows = [
            row_tag(f"for meaning in {values}", widths),
            row([kept(label_cell("{{ meaning }}")), *[kept(text_cell()) for _ in widths[1:]]], widths, height=11),
            row_tag("endfor", widths),
        ]
        return headed_table(self.dated("approval_columns"), widths, rows)

    def dated(self, key: str) -> list[str]:
        """The headings under `key`; the last one, the date, says how the firm writes dates."""
        *others, date = self[key]
        return [*map(str, others), f"{date}{DATE_FORMAT}"]

    def knows(self, text: str) -> bool:
        """Whether a text is one of the wording's own."""
        return text.removesuffix(DATE_FORMAT) in self._texts

    def bullets(self, key: str) -> str:
        """The wording under `key` as a list."""
        return self.texts(key, "OQBullet")


def unless(values: str, otherwise: str) -> str:
    """`otherwise` where there are no values; what follows up to the end tag where there are."""
    return tag(f"if not {values}") + paragraph(otherwise) + tag("else")


def looped(loop: str, widths: Sequence[float], cells: Sequence[Cell]) -> list[str]:
    """The rows of a loop: its opening tag, the row, its end."""
    return [row_tag(f"for {loop}", widths), row(cells, widths), row_tag("endfor", widths)]


def raw_cell(content: str) -> Cell:
    """A cell with one paragraph of ready runs."""
    return Cell(paragraph(content, "OQCell", raw=True))


def heading2(text: str) -> str:
    """A heading of the second level."""
    return paragraph(text, "heading2")


def front_heading(text: str, *, page_break: bool = False) -> str:
    """A heading before the contents, without a number."""
    broken = "<w:pageBreakBefore/>" if page_break else ""
    return f'<w:p><w:pPr><w:pStyle w:val="OQFrontHeading"/>{broken}</w:pPr>{run(text)}</w:p>'


def _texts(entry: object) -> Iterator[str]:
    """Every text of the wording file, however deep."""
    if isinstance(entry, dict):
        entry = list(entry.values())
    if isinstance(entry, list):
        for part in entry:
            yield from _texts(part)
    else:
        yield str(entry)
