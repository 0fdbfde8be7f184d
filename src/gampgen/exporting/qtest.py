"""Tricentis qTest, Excel: a worksheet for each module (here: section), headings in its first row."""

from __future__ import annotations

from collections.abc import Iterator

from gampgen.exporting.content import Case, ExportSuite
from gampgen.exporting.interface import Exported, Exporter
from gampgen.exporting.tables import Sheet, as_workbook

HEADINGS = (
    "Name", "Description", "Precondition", "Step #", "Step Description", "Expected Result", "Type", "Status",
    "Priority", "Assigned To",
)  # fmt: skip


def _write(suite: ExportSuite, _suffix: str) -> Exported:
    sections: dict[str, list[Case]] = {}
    for case in suite.cases:
        sections.setdefault(case.section or "OQ", []).append(case)
    sheets = tuple(
        Sheet(name.rpartition(" / ")[2], HEADINGS, tuple(row for case in cases for row in _rows(case)))
        for name, cases in sections.items()
    )
    content, cut = as_workbook(sheets or (Sheet("OQ", HEADINGS, ()),))
    return Exported(content, cut)


def _rows(case: Case) -> Iterator[tuple[str, ...]]:
    about = (case.name, case.description, case.preconditions)
    for at, step in enumerate(case.steps):
        action = f"{step.action}\nTest data: {step.data}" if step.data else step.action
        first = (*about,) if at == 0 else ("", "", "")
        last = ("Manual", "New", case.priority, "") if at == 0 else ("", "", "", "")
        yield (*first, step.number, action, step.expected, *last)


QTEST = Exporter("qtest", "Tricentis qTest, Excel", ("xlsx",), _write)
