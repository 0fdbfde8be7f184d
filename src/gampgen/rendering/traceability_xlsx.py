"""`traceability.xlsx`: the matrix and its kin as a workbook. Every text is a text: no formula, no link."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from math import ceil

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from gampgen.errors import InternalError
from gampgen.rendering.archive import fixed_archive
from gampgen.rendering.content import Content
from gampgen.rendering.sheets import Sheet, Value, sheets
from gampgen.rendering.text import visible
from gampgen.settings.house_style import Paper

CELL_LIMIT = 32_767  # characters in UTF-16, Excel's own limit
CONTINUED = " […continued in the next row]"
CONTINUES = "[continued from the row above…] "
_CHUNK = 16_000  # code points: at most 32,000 in UTF-16
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "constant_memory": False,
}
# XlsxWriter wants a date; the archive takes it out again, because nobody decided it.
_NO_DATE = dt.datetime(1980, 1, 1)  # noqa: DTZ001 - a fixed value, not a time
_FIRST_DATE = dt.date(2000, 1, 1)  # any later day is a date; nothing is said about which
_ACCENT, _TINT, _LINE, _BLANK, _ALERT = "#1F4E79", "#E9EFF5", "#B8C4D0", "#FFF8E1", "#FBEAEA"
# Ordinary and double size, as Excel numbers paper: A4 and A3, Letter and Tabloid.
_PAPERS = {Paper.A4: (9, 8), Paper.LETTER: (1, 3)}
_WIDE = 180  # characters; a broader table is unreadable on the ordinary size
_ACROSS = 280  # characters that one page of the double size holds in letters that can be read
# Letters of the cells' font to a unit of width, a little too few rather than too many; points of a line; Excel's limit.
_LETTERS, _LINE_HEIGHT, _TALLEST = 1.22, 12.0, 409.0


@dataclass(frozen=True, slots=True)
class _Formats:
    text: Format
    number: Format
    heading: Format
    blank: Format
    banner: Format


class TraceabilityWorkbook:
    """The traceability workbook."""

    file_name = "traceability.xlsx"

    def __init__(self, paper: Paper = Paper.A4) -> None:
        self._paper = _PAPERS[paper]

    def render(self, content: Content) -> bytes:
        """The .xlsx file's bytes."""
        target = io.BytesIO()
        workbook = Workbook(target, _OPTIONS)
        workbook.set_properties({"title": "OQ traceability", "author": content.cover.generator, "created": _NO_DATE})
        formats = _formats(workbook)
        for sheet in sheets(content):
            worksheet = workbook.add_worksheet(sheet.name)
            _write(worksheet, sheet, formats, content)
            _page(worksheet, sheet, content, self._paper)
        workbook.close()
        return fixed_archive(target.getvalue())


def _formats(workbook: Workbook) -> _Formats:
    base = {"font_name": "Arial", "font_size": 9, "valign": "top", "border": 1, "border_color": _LINE}
    return _Formats(
        text=workbook.add_format({**base, "text_wrap": True}),
        number=workbook.add_format({**base, "align": "center"}),
        heading=workbook.add_format(
            {**base, "bold": True, "font_color": _ACCENT, "bg_color": _TINT, "text_wrap": True}
        ),
        blank=workbook.add_format({**base, "bg_color": _BLANK, "text_wrap": True}),
        banner=workbook.add_format({**base, "bold": True, "font_color": "#8A1515", "bg_color": _ALERT}),
    )


def _write(worksheet: Worksheet, sheet: Sheet, formats: _Formats, content: Content) -> None:
    top = _banner(worksheet, sheet, formats, content)
    for at, column in enumerate(sheet.columns):
        worksheet.set_column(at, at, column.width)
        _write_text(worksheet, top, at, column.heading, formats.heading)
    number = top
    for row in sheet.rows:
        for part in split_row(row):
            number += 1
            worksheet.set_row(number, _height(part, sheet))
            _write_row(worksheet, number, part, sheet, formats)
    _validate(worksheet, sheet, top + 1, max(number, top + 1))
    worksheet.autofilter(top, 0, max(number, top + 1), len(sheet.columns) - 1)
    worksheet.freeze_panes(top + 1, 1)
    worksheet.repeat_rows(0, top)


def _height(row: tuple[Value, ...], sheet: Sheet) -> float:
    """Points that a row needs: spreadsheets other than Excel do not look how long the wrapped texts are."""
    lines = (
        _lines(value, column.width * _LETTERS)
        for value, column in zip(row, sheet.columns, strict=False)
        if isinstance(value, str)
    )
    return min(max(lines, default=1) * _LINE_HEIGHT + 3, _TALLEST)


def _lines(text: str, letters: float) -> int:
    """How many lines a text takes where `letters` stand in one."""
    if len(text) <= letters and "\n" not in text:
        return 1
    return sum(ceil(len(line) / letters) or 1 for line in text.split("\n"))


def _validate(worksheet: Worksheet, sheet: Sheet, first: int, last: int) -> None:
    """What a person may enter in the blank columns; an empty cell is always allowed."""
    for at, column in enumerate(sheet.columns):
        rule: dict[str, object] = {}
        if column.choices:
            rule = {"validate": "list", "source": list(column.choices), "error_message": "Choose from the list."}
        elif column.date:
            rule = {"validate": "date", "criteria": ">=", "value": _FIRST_DATE, "error_message": "Enter a date."}
        if rule and worksheet.data_validation(first, at, last, at, {**rule, "ignore_blank": True}) != 0:
            raise InternalError("The workbook refused a rule for entries", hint="Report this.", where=column.heading)


def _banner(worksheet: Worksheet, sheet: Sheet, formats: _Formats, content: Content) -> int:
    """What is missing, above the headings; the row in which the headings stand."""
    lines = ("INCOMPLETE: not for approval", *content.cover.banner) if content.cover.banner else ()
    for number, line in enumerate(lines):
        _write_text(worksheet, number, 0, line, formats.banner)
        for at in range(1, len(sheet.columns)):
            worksheet.write_blank(number, at, None, formats.banner)
    if lines:
        worksheet.set_tab_color("#A61C1C")
    return len(lines)


def _write_row(worksheet: Worksheet, number: int, row: tuple[Value, ...], sheet: Sheet, formats: _Formats) -> None:
    for at, (value, column) in enumerate(zip_longest(row, sheet.columns)):
        if isinstance(value, int):
            worksheet.write_number(number, at, value, formats.number)
        elif value:
            _write_shown(worksheet, number, at, value, formats.text)
        else:
            worksheet.write_blank(number, at, None, formats.blank if column.by_hand else formats.text)


def _write_text(worksheet: Worksheet, row: int, column: int, text: str, style: Format) -> None:
    """A text as a text, whatever it begins with, each of its characters to be seen."""
    _write_shown(worksheet, row, column, visible(text), style)


def _write_shown(worksheet: Worksheet, row: int, column: int, text: str, style: Format) -> None:
    """A text that `split_row` has made visible. XlsxWriter returns a number where it drops one: here an error."""
    if worksheet.write_string(row, column, text, style) != 0:
        raise InternalError("The workbook refused a text", hint="Report this.", where=f"{row}:{column} {text[:40]}")


def split_row(row: tuple[Value, ...]) -> Iterator[tuple[Value, ...]]:
    """The row, or several where a text is longer than a cell holds; the cut is marked on both sides."""
    shown = tuple(visible(value) if isinstance(value, str) else value for value in row)
    if all(isinstance(value, int) or len(value) <= _CHUNK for value in shown):
        yield shown
        return
    parts: list[tuple[Value, ...]] = [_split(value) if isinstance(value, str) else (value,) for value in shown]
    for piece in zip_longest(*parts, fillvalue=""):
        yield tuple(piece)


def _split(text: str) -> tuple[str, ...]:
    if len(text.encode("utf-16-le")) // 2 <= CELL_LIMIT:
        return (text,)
    chunks = [text[at : at + _CHUNK] for at in range(0, len(text), _CHUNK)]
    last = len(chunks) - 1
    return tuple(
        f"{CONTINUES if number else ''}{chunk}{CONTINUED if number < last else ''}"
        for number, chunk in enumerate(chunks)
    )


def _page(worksheet: Worksheet, sheet: Sheet, content: Content, papers: tuple[int, int]) -> None:
    worksheet.set_landscape()
    width = sum(column.width for column in sheet.columns)
    worksheet.set_paper(papers[width > _WIDE])
    worksheet.fit_to_pages(ceil(width / _ACROSS), 0)
    worksheet.repeat_columns(0)
    worksheet.set_margins(left=0.5, right=0.5, top=0.7, bottom=0.7)
    worksheet.set_header(f"&L{_code_free(sheet.name)}&RDraft, needs review and approval")
    worksheet.set_footer(f"&LSuite {content.cover.suite_sha256[:16]}&RPage &P of &N")


def _code_free(text: str) -> str:
    """Text without Excel's header codes."""
    return text.replace("&", "&&")
