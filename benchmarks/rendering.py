"""How fast, how large and how true the outputs are: prints the tables of benchmarks/rendering.md.

    python benchmarks/rendering.py [--strings 10000] [--axe FILE]

A suite of a sample is stretched to 500 tests of six steps with texts as long as real ones. `--axe` names axe.min.js
(`npm pack axe-core`), which is injected in a headless Chromium.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from unittest import mock

import docx
import openpyxl
from lxml import html

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tools"))

import browser  # noqa: E402 - a tool of this repository

from gampgen.domain.suite import OQTestSuite  # noqa: E402 - after the path
from gampgen.domain.visible import visible  # noqa: E402 - after the path
from gampgen.rendering import render, traceability_xlsx  # noqa: E402 - after the path
from gampgen.rendering.composing import compose  # noqa: E402 - after the path
from gampgen.rendering.content import Content  # noqa: E402 - after the path
from gampgen.rendering.protocol_docx import WordProtocol  # noqa: E402 - after the path
from gampgen.rendering.report_html import HtmlReport  # noqa: E402 - after the path
from gampgen.rendering.sheets import sheets  # noqa: E402 - after the path
from gampgen.rendering.traceability_xlsx import TraceabilityWorkbook  # noqa: E402 - after the path
from gampgen.rendering.wording import wording_of  # noqa: E402 - after the path
from gampgen.settings.house_style import PLAIN_STYLE  # noqa: E402 - after the path

TESTS, STEPS, ROWS = 500, 6, 2000
SIGNS = "abcdefghij ABC 0123456789 .,;:!?<>&\"'{}[]%_#|*\\/=+-@~^$ \n\t °µ≤≥±²Ωäöüßé日本語العربية–“”\u202e\u200b\x07😀"
FILTER = """(() => { const box = document.querySelector('[data-for=tests] input'); const took = [];
for (const word of ['alarm', 'ala', '', 'limit 8', 'zzz', '']) { box.value = word; const start = performance.now();
box.dispatchEvent(new Event('input', {bubbles: true})); document.body.offsetHeight;
took.push(performance.now() - start); } return took; })()"""
AXE = """axe.run(document, {resultTypes: ['violations']}).then((told) =>
JSON.stringify(told.violations.map((one) => [one.id, one.impact, one.nodes.length])))"""


def sample_suite(folder: Path) -> OQTestSuite:
    command = [sys.executable, "-m", "gampgen", "generate", str(ROOT / "sample_urs" / "monitoring_urs.docx")]
    subprocess.run([*command, "--out", str(folder / "oq"), "--quiet", "--fail-on", "never", "--no-key"], check=True)
    return OQTestSuite.model_validate_json((folder / "oq" / "suite.json").read_bytes())


def stretched(suite: OQTestSuite) -> OQTestSuite:
    tests = []
    for number in range(TESTS):
        test = suite.tests[number % len(suite.tests)]
        steps = (test.steps * STEPS)[:STEPS]
        renumbered = tuple(step.model_copy(update={"number": at}) for at, step in enumerate(steps, 1))
        tests.append(test.model_copy(update={"id": f"OQ-{number:04d}", "steps": renumbered}))
    return suite.model_copy(update={"tests": tuple(tests), "advice": (), "execution": None, "permissions": ()})


def all_different(suite: OQTestSuite) -> OQTestSuite:
    """The stretched suite with a number in each action and expected result, so that no two tests share their steps."""
    tests = []
    for number, test in enumerate(suite.tests):
        changed = {"action": "{0.action} [{1}]", "expected_result": "{0.expected_result} [{1}]"}
        steps = tuple(
            step.model_copy(update={name: told.format(step, number) for name, told in changed.items()})
            for step in test.steps
        )
        tests.append(test.model_copy(update={"steps": steps}))
    return suite.model_copy(update={"tests": tuple(tests)})


def many_requirements(suite: OQTestSuite) -> OQTestSuite:
    held = [suite.requirements[number % len(suite.requirements)] for number in range(ROWS)]
    changed = tuple(one.model_copy(update={"id": f"R-{at}", "uid": f"R-{at}"}) for at, one in enumerate(held))
    return suite.model_copy(
        update={
            "requirements": changed,
            "tests": (),
            "traceability": (),
            "findings": (),
            "advice": (),
            "ledger": (),
            "execution": None,
            "permissions": (),
            "adequacy": None,
        }
    )


def matrix_alone(book: TraceabilityWorkbook, rows: Content) -> bytes:
    with mock.patch.object(traceability_xlsx, "sheets", lambda content: sheets(content)[:1]):
        return book.render(rows)


def timed(make: Callable[[], bytes]) -> tuple[float, float, int]:
    """The best of three: seconds by the clock, seconds of the processor, bytes."""
    took = []
    for _ in range(3):
        wall, work = time.perf_counter(), time.process_time()
        size = len(make())
        took.append((time.perf_counter() - wall, time.process_time() - work, size))
    return min(took)


def speeds(suite: OQTestSuite, folder: Path) -> Iterator[str]:
    wording = wording_of(PLAIN_STYLE)
    tests = compose(stretched(suite), "0" * 64, wording, PLAIN_STYLE)
    bare = suite.model_copy(
        update={"categorisation": suite.categorisation.model_copy(update={"evidence": (), "components": ()})}
    )
    different = compose(all_different(stretched(suite)), "0" * 64, wording, PLAIN_STYLE)
    rows = compose(many_requirements(bare), "0" * 64, wording, PLAIN_STYLE)
    word, report, book = WordProtocol(PLAIN_STYLE), HtmlReport(), TraceabilityWorkbook()
    page = folder / "report.html"
    page.write_bytes(report.render(tests))
    for name, make in (
        (f"Word protocol, {TESTS} tests x {STEPS} steps", lambda: word.render(tests)),
        (f"Workbook, {ROWS} requirements, all sheets", lambda: book.render(rows)),
        (f"Workbook, {ROWS} requirements, the matrix alone", lambda: matrix_alone(book, rows)),
        (f"HTML report, {TESTS} tests x {STEPS} steps", lambda: report.render(tests)),
        (f"HTML report, {TESTS} tests x {STEPS} steps, no two alike", lambda: report.render(different)),
    ):
        wall, work, size = timed(make)
        yield f"| {name} | {wall:.2f} s | {work:.2f} s | {size / 1000:,.0f} kB |"


def in_browser(folder: Path, axe: Path | None) -> Iterator[str]:
    if browser.program() is None:
        yield "no Chromium on this machine: not measured"
        return
    with browser.running() as page:
        page.shape(1280, 900)
        page.open(folder / "report.html")
        took = sorted(one for _ in range(5) for one in page.ask(FILTER))
        yield f"filter of {TESTS} tests: median {took[len(took) // 2]:.1f} ms, slowest {took[-1]:.1f} ms of {len(took)}"
        for dark in (False, True):
            for name in ("report.html", "audit_report.html") if axe else ():
                page.shape(1280, 900, dark=dark)
                page.open(folder / "oq" / name)
                page.ask("for (const one of document.querySelectorAll('details')) one.open = true; 1")
                page.ask(f"{axe.read_text()}; 1" if axe else "1")
                yield f"axe-core, {name}, {'dark' if dark else 'light'}: {json.loads(page.ask(AXE)) or 'nothing'}"
        outside = [one for one in page.requests if "file:" not in one]
        yield f"console: {page.errors or 'nothing'}; requests outside: {outside or 'none'}"


def strings(suite: OQTestSuite, count: int) -> Iterator[str]:
    chance = random.Random(7)  # noqa: S311 - the same strings each time, no secret
    texts = ["".join(chance.choices(SIGNS, k=chance.randint(1, 60))) for _ in range(count)]
    texts = ["x" + text + "x" for text in texts]  # space at an end is not shown
    test = suite.tests[0]
    cases = tuple(
        test.model_copy(
            update={"id": f"OQ-{at}", "objective": texts[at], "preconditions": tuple(texts[at + 1 : at + 10])}
        )
        for at in range(0, count - count % 10, 10)
    )
    with tempfile.TemporaryDirectory() as name:
        made = {
            path.name: path
            for path in render(
                suite.model_copy(update={"tests": cases, "advice": (), "execution": None, "permissions": ()}),
                Path(name),
            )
        }
        word = docx.Document(str(made["oq_protocol.docx"]))
        paragraphs = {one.text for table in word.tables for cell in table._cells for one in cell.paragraphs}  # noqa: SLF001 - the quick way
        cells = {
            str(value)
            for row in openpyxl.load_workbook(made["traceability.xlsx"], read_only=True)["Tests"].iter_rows(
                values_only=True
            )
            for value in row
        }
        page = html.fromstring(made["report.html"].read_text("utf-8"))
        facts = "\n".join(one.text_content() for one in page.iter("dd"))
    shown = [visible(text) for case in cases for text in (case.objective, *case.preconditions)]
    objectives = [visible(case.objective) for case in cases]
    for name, lost in (
        ("Word", [one for one in shown if one not in paragraphs]),
        ("report", [one for one in objectives if one not in facts]),
        ("workbook", [one for one in objectives if one not in cells]),
    ):
        yield f"{name}: {len(lost)} lost or changed {[one[:60] for one in lost[:3]]}"


def repeated(suite: OQTestSuite) -> str:
    digests = []
    for _ in range(2):
        with tempfile.TemporaryDirectory() as name:
            made = render(suite, Path(name))
            digests.append({path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in made})
    return ", ".join(f"{name} {'same' if digests[1][name] == one else 'DIFFERS'}" for name, one in digests[0].items())


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--strings", type=int, default=1000)
    parser.add_argument("--axe", type=Path)
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        suite = sample_suite(folder)
        print("| output | clock | processor | size |\n|---|---|---|---|")
        for line in speeds(suite, folder):
            print(line, flush=True)
        for part in (in_browser(folder, told.axe), strings(suite, told.strings), iter([repeated(suite)])):
            for line in part:
                print(line, flush=True)


if __name__ == "__main__":
    main()
