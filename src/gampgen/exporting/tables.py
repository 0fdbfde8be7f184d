"""Rows as a CSV file or a workbook. In a workbook every text is a text; no formula, no link."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from dataclasses import dataclass

from gampgen.errors import InternalError

CELL_LIMIT = 32_767  # characters in UTF-16, Excel's own limit
_LIKE_A_FORMULA = re.compile(r"^[=@\t\r]|^[+-](?![\d.,\s]*\d)")
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_NO_DATE = dt.datetime(1980, 1, 1)  # noqa: DTZ001 - a fixed value, not a time
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with its headings. A workbook gets one worksheet for each; a CSV file holds one."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def as_csv(sheet: Sheet, *, for_people: bool = False) -> bytes:
    """UTF-8 with a byte order mark, comma, CR LF, quotes where needed (RFC 4180).

    Args:
        sheet: the table.
        for_people: put an apostrophe before what a spreadsheet would take for a formula. A file that a program imports
            must not have it: the apostrophe would stay. A number with a sign ("-80 °C") is none.
    """
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(sheet.headings)
    for row in sheet.rows:
        writer.writerow([_guarded(cell) if for_people else cell for cell in row])
    return stream.getvalue().encode("utf-8-sig")


def _guarded(cell: str) -> str:
    return f"'{cell}" if _LIKE_A_FORMULA.match(cell) else cell


def as_workbook(sheets: tuple[Sheet, ...]) -> tuple[bytes, tuple[str, ...]]:
    """The .xlsx file, and which texts had to be cut because a cell holds no more."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - not where only CSV is asked for

    target = io.BytesIO()
    cut: list[str] = []
    workbook = Workbook(target, _OPTIONS)
    workbook.set_properties({"created": _NO_DATE})
    heading, text = workbook.add_format({"bold": True}), workbook.add_format({"text_wrap": True, "valign": "top"})
    taken: set[str] = set()
    for sheet in sheets:
        worksheet = workbook.add_worksheet(_sheet_name(sheet.name, taken))
        for number, row in enumerate((sheet.headings, *sheet.rows)):
            for at, cell in enumerate(row):
                held = _fitting(cell)
                cut += [f"sheet {sheet.name}, row {number + 1}: {sheet.headings[at]}"] if held != cell else []
                if worksheet.write_string(number, at, held, text if number else heading) != 0:
                    raise InternalError("The workbook refused a text", hint="Please report this", where=cell[:40])
        worksheet.freeze_panes(1, 0)
        worksheet.set_column(0, max(len(sheet.headings) - 1, 0), 30)
    workbook.close()
    return target.getvalue(), tuple(f"Longer than a cell holds, cut with a mark: {place}" for place in cut)


def _fitting(text: str) -> str:
    if len(text.encode("utf-16-le")) // 2 <= CELL_LIMIT:
        return text
    return f"{text[:16_000]} […cut: longer than a cell holds]"


def _sheet_name(name: str, taken: set[str]) -> str:
    """A name that Excel takes: at most 31 characters, some forbidden, unique without regard to case."""
    plain = _FORBIDDEN.sub(" ", name).strip().strip("'")[:31].strip() or "OQ"
    wanted, number = plain, 1
    while wanted.casefold() in taken:
        number += 1
        wanted = f"{plain[: 31 - len(str(number)) - 1]} {number}"
    taken.add(wanted.casefold())
    return wanted
