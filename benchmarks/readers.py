"""How fast the readers are beside what else reads such files, and whether time and memory grow with the document.

    python benchmarks/readers.py [--repeats 3] [--pdf FILE] [--out FILE] [--skip-linear]

Beside python-docx (a walk over all paragraphs and cells of a table of 1,000 rows), pypdf (`extract_text` of 170 pages)
and openpyxl (every cell of 5,000 rows, read-only), on the same files in one run. Each measure is a process of its own:
the least processor time of some repeats, and the process's peak of memory; Python's collector of circles is off for
all, as it is in the process that gampgen reads in. Reading and recognition are measured in that
process too, without the child that guards it.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import docx
import xlsxwriter

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.readers.pdf_files import lines, pdf_bytes, text  # noqa: E402 - needs the path above
from tests.readers.word_files import paragraph, row, table, write_docx  # noqa: E402

SIZES = (200, 2000, 10_000)
_MEASURED = """
import gc, json, resource, sys, time
path, repeats = sys.argv[1], int(sys.argv[2])
{setup}
gc.disable()
best = None
for _ in range(repeats):
    begun = time.process_time()
    kept = None
    kept = {work}
    used = time.process_time() - begun
    best = used if best is None else min(best, used)
print(json.dumps([best, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024]))
"""
_OURS = """
import hashlib
from pathlib import Path
from gampgen.readers import read_source
from gampgen.readers.source import Source
from gampgen.settings import ReadSettings
from gampgen.parsing.recognition import recognise
def source():
    data = Path(path).read_bytes()
    return Source(Path(path).name, Path(path).suffix, data, hashlib.sha256(data).hexdigest())
"""
READ = (_OURS, "read_source(source(), ReadSettings())")
PARSE = (_OURS, "recognise(read_source(source(), ReadSettings()))")
PYTHON_DOCX = (
    "import docx",
    "(lambda d: [p.text for p in d.paragraphs] + [c.text for t in d.tables for r in t.rows for c in r.cells])"  # noqa: ISC004 - one expression
    "(docx.Document(path))",
)
PYPDF = ("import pypdf", "[page.extract_text() for page in pypdf.PdfReader(path).pages]")
OPENPYXL = (
    "import openpyxl",
    "[[c.value for c in r] for s in openpyxl.load_workbook(path, read_only=True) for r in s.iter_rows()]",
)


@dataclass(frozen=True)
class Measure:
    """Processor seconds, and megabytes at the peak."""

    seconds: float
    megabytes: int


def measured(path: Path, way: tuple[str, str], repeats: int) -> Measure:
    program = _MEASURED.format(setup=way[0], work=way[1])
    command = [sys.executable, "-c", program, str(path), str(repeats)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return Measure(*json.loads(done.stdout))


def statement(number: int) -> str:
    return f"The system shall record the value of sensor {number} within {number % 60 + 1} seconds of its change."


def cells(number: int) -> tuple[str, ...]:
    return (f"URS-{number:05d}", statement(number), "High", "OQ", "")


def word_table(path: Path, rows: int) -> None:
    document = docx.Document()
    document.add_heading("Requirements", 1)
    made = document.add_table(rows=rows + 1, cols=5)
    for one, said in zip(made.rows[0].cells, ("ID", "Requirement", "Priority", "Phase", "Remark"), strict=True):
        one.text = said
    for number, line in enumerate(made.rows):
        if number:
            for one, said in zip(line.cells, cells(number), strict=True):
                one.text = said
    document.save(str(path))


def raw_word_table(path: Path, rows: int) -> None:
    """The same without python-docx, whose writing of 10,000 rows takes minutes."""
    body = paragraph("Requirements") + table(
        row("ID", "Requirement", "Priority", "Phase", "Remark"), *(row(*cells(n)) for n in range(1, rows + 1))
    )
    write_docx(path.parent, body).rename(path)


def pages(path: Path, count: int) -> None:
    bodies = []
    for page in range(count):
        said = [f"URS-{page * 20 + n:05d}: {statement(n)}" for n in range(20)]
        broken = [part for one in said for part in (one[:60], one[60:])]
        bodies.append(text(50, 780, f"{page + 1} Part {page + 1}", 16, bold=True) + lines(50, 750, *broken))
    path.write_bytes(pdf_bytes(*bodies))


def sheet(path: Path, rows: int) -> None:
    book = xlsxwriter.Workbook(str(path))
    made = book.add_worksheet("URS")
    made.write_row(0, 0, ("ID", "Requirement", "Priority", "Phase", "Remark"))
    for number in range(1, rows + 1):
        made.write_row(number, 0, cells(number))
    book.close()


def plain(path: Path, rows: int) -> None:
    path.write_text("".join(f"{cells(n)[0]}: {statement(n)}\n" for n in range(1, rows + 1)), encoding="utf-8")


Beside = tuple[str, Callable[[Path, int], None], int, str, tuple[str, str], str]
BESIDE: tuple[Beside, ...] = (
    ("docx, a table of 1,000 rows", word_table, 1000, ".docx", PYTHON_DOCX, "python-docx"),
    ("pdf, 170 pages", pages, 170, ".pdf", PYPDF, "pypdf"),
    ("xlsx, 5,000 rows", sheet, 5000, ".xlsx", OPENPYXL, "openpyxl"),
)
GROWING: tuple[tuple[str, Callable[[Path, int], None]], ...] = (
    (".docx", raw_word_table), (".xlsx", sheet), (".txt", plain),
)  # fmt: skip


def beside(folder: Path, repeats: int) -> list[str]:
    found = ["| file | gampgen | memory | beside | its time | its memory | ratio |", "|" + " --- |" * 7]
    for name, make, size, suffix, other, its_name in BESIDE:
        path = folder / f"beside{suffix}"
        make(path, size)
        ours, theirs = measured(path, READ, repeats), measured(path, other, repeats)
        ratio = f"{ours.seconds / theirs.seconds:.2f}"
        found.append(
            f"| {name} | {ours.seconds:.2f} s | {ours.megabytes} MB | {its_name} | {theirs.seconds:.2f} s"
            f" | {theirs.megabytes} MB | {ratio} |"
        )
        print(found[-1], flush=True)
    return found


def growing(folder: Path, repeats: int) -> list[str]:
    found = ["| format | requirements | read and recognised | per requirement | memory | memory per requirement |"]
    found.append("|" + " --- |" * 6)
    for suffix, make in GROWING:
        least: Measure | None = None
        for size in SIZES:
            path = folder / f"growing{size}{suffix}"
            make(path, size)
            one = measured(path, PARSE, repeats)
            kept = "" if least is None else f"{(one.megabytes - least.megabytes) * 1024 / (size - SIZES[0]):.1f} kB"
            least = least or one
            each = one.seconds * 1e6 / size
            found.append(f"| {suffix} | {size:,} | {one.seconds:.2f} s | {each:.0f} µs | {one.megabytes} MB | {kept} |")
            print(found[-1], flush=True)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--pdf", type=Path, help="a PDF of your own, measured as well")
    parser.add_argument("--skip-linear", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = beside(Path(folder), options.repeats)
        if options.pdf:
            ours, theirs = measured(options.pdf, READ, options.repeats), measured(options.pdf, PYPDF, options.repeats)
            found.append(
                f"| {options.pdf.name} | {ours.seconds:.2f} s | {ours.megabytes} MB | pypdf | {theirs.seconds:.2f} s"
                f" | {theirs.megabytes} MB | {ours.seconds / theirs.seconds:.2f} |"
            )
            print(found[-1], flush=True)
        found += [] if options.skip_linear else ["", *growing(Path(folder), options.repeats)]
    if options.out:
        options.out.write_text("\n".join(found) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
