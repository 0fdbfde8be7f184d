"""Azure DevOps Test Plans, bulk import: a row for the case, one for each step. Source: Microsoft's documentation."""

from __future__ import annotations

from collections.abc import Iterator

from gampgen.exporting.content import Case, ExportSuite
from gampgen.exporting.interface import Exported, Exporter
from gampgen.exporting.tables import Sheet, as_csv, as_workbook

HEADINGS = (
    "ID", "Work Item Type", "Title", "Test Step", "Step Action", "Step Expected", "Area Path", "Assigned To",
    "Priority", "State",
)  # fmt: skip
LONGEST_TITLE = 128
_PRIORITY = {"High": "1", "Medium": "2", "Low": "3"}


def _write(suite: ExportSuite, suffix: str) -> Exported:
    sheet = Sheet("Test cases", HEADINGS, tuple(row for case in suite.cases for row in _rows(case)))
    long = [case.id for case in suite.cases if len(case.name) > LONGEST_TITLE]
    words = f"{len(long)} titles are longer than {LONGEST_TITLE} characters and were cut; each stands whole in step 1"
    cut = (f"{words}: {', '.join(long)}",) if long else ()
    if suffix == "csv":
        return Exported(as_csv(sheet), cut)
    content, too_long = as_workbook((sheet,))
    return Exported(content, (*cut, *too_long))


def _rows(case: Case) -> Iterator[tuple[str, ...]]:
    long = len(case.name) > LONGEST_TITLE
    title = f"{case.name[: LONGEST_TITLE - 1]}…" if long else case.name
    yield ("", "Test Case", title, "", "", "", "", "", _PRIORITY[case.priority], "Design")
    # There is no column for what holds for the whole test: it stands before the first step, whose number stays.
    told = f"{case.title}\n{case.description}\n\n" if long else f"{case.description}\n\n"
    for at, step in enumerate(case.steps):
        action = f"{step.action}\nTest data: {step.data}" if step.data else step.action
        yield ("", "", "", step.number, action if at else told + action, step.expected, "", "", "", "")


AZURE = Exporter("azure", "Azure DevOps Test Plans, CSV or Excel", ("csv", "xlsx"), _write)
