"""gampgen's own qualification: the URS as a Word document, and the trace from each requirement to tests and results.

    python tools/qualification.py urs [--out FILE]              docs/qualification/urs.docx
    python tools/qualification.py trace JUNIT.xml [--out FILE]  docs/qualification/trace.md

Both come out of docs/qualification/requirements.yaml. No result is typed: it is read from the report that
`pytest --junitxml` wrote, and a test that the report does not hold is "not run".
"""

from __future__ import annotations

import argparse
import sys
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import docx
import yaml

from gampgen import __version__
from gampgen.rendering.archive import fixed_archive

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "qualification"
NOT_RUN, FAILED, SKIPPED, PASSED = "not run", "failed", "skipped", "passed"
_WORST_FIRST = (FAILED, NOT_RUN, SKIPPED, PASSED)


@dataclass(frozen=True, slots=True)
class Stated:
    """A requirement: its tests ("folder/file.py::test"), or how else it is verified."""

    id: str
    chapter: str
    text: str
    tests: tuple[str, ...]
    by: str


def stated() -> tuple[Stated, ...]:
    """The requirements in their order."""
    chapters = yaml.safe_load((FOLDER / "requirements.yaml").read_text("utf-8"))
    return tuple(
        Stated(uid, chapter, one["text"], tuple(one.get("tests", ())), one.get("by", ""))
        for chapter, requirements in chapters.items()
        for uid, one in requirements.items()
    )


def urs() -> bytes:
    """The URS as .docx: a heading and a table for each chapter; the same bytes each time."""
    document = docx.Document()
    document.core_properties.author = ""
    document.add_heading("User Requirements Specification: gampgen", 0)
    document.add_paragraph("gampgen reads a requirements document and writes an Operational Qualification suite.")
    for chapter in dict.fromkeys(one.chapter for one in stated()):
        document.add_heading(chapter, 1)
        table = document.add_table(rows=1, cols=2, style="Table Grid")
        rows = [("ID", "Requirement"), *((one.id, one.text) for one in stated() if one.chapter == chapter)]
        for number, row in enumerate(rows):
            cells = table.rows[0].cells if number == 0 else table.add_row().cells
            for cell, text in zip(cells, row, strict=True):
                cell.text = text
    written = BytesIO()
    document.save(written)
    return fixed_archive(written.getvalue())


def results(junit: Path) -> dict[str, str]:
    """The result of each test by "folder/file.py::test"; of a parametrised test the worst of its cases."""
    found: dict[str, str] = {}
    for case in ET.parse(junit).getroot().iter("testcase"):  # noqa: S314 - pytest's own report
        path = case.get("classname", "").removeprefix("tests.").replace(".", "/") + ".py"
        name = f"{path}::{case.get('name', '').partition('[')[0]}"
        children = {child.tag for child in case}
        result = FAILED if children & {"failure", "error"} else SKIPPED if "skipped" in children else PASSED
        found[name] = min(found.get(name, PASSED), result, key=_WORST_FIRST.index)
    return found


def trace(junit: Path) -> str:
    """The trace matrix as Markdown, shortfalls first in the summary."""
    ran = results(junit)
    lines: list[str] = []
    count = dict.fromkeys(_WORST_FIRST, 0)
    elsewhere = 0
    for one in stated():
        outcomes = [ran.get(test, NOT_RUN) for test in one.tests]
        if not outcomes:
            elsewhere += 1
            lines.append(f"| {one.id} | {one.text} | not by an automated test: {one.by} | not assessed |")
            continue
        result = min(outcomes, key=_WORST_FIRST.index)
        count[result] += 1
        tests = "<br>".join(f"`{test}`: {outcome}" for test, outcome in zip(one.tests, outcomes, strict=True))
        lines.append(f"| {one.id} | {one.text} | {tests} | {result} |")
    told = ", ".join(f"{number} {name}" for name, number in count.items())
    return "\n".join(
        (
            "# Trace of gampgen's own requirements",
            "",
            f"Written by `tools/qualification.py trace` for version {__version__}, out of `requirements.yaml`",
            "and the report of `pytest --junitxml`.",
            f"{len(lines)} requirements: {told}; {elsewhere} verified elsewhere, which no test here can show.",
            "",
            "| id | requirement | tests and their results | result |",
            "|---|---|---|---|",
            *lines,
            "",
        )
    )


def main() -> None:
    """Write one of the two documents."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("urs", "trace"))
    parser.add_argument("junit", nargs="?", type=Path)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    if options.what == "urs":
        (options.out or FOLDER / "urs.docx").write_bytes(urs())
    elif options.junit is None:
        sys.exit("trace needs the report: pytest --junitxml=report.xml")
    else:
        (options.out or FOLDER / "trace.md").write_text(trace(options.junit), encoding="utf-8")


if __name__ == "__main__":
    main()
