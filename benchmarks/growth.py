"""CPU time of making a suite in memory, by number of requirements: design, drafting, assembly, adequacy.

    python benchmarks/growth.py [--sizes 500,2000,10000]

The requirements are those of the samples over and over with a number of their own; reading, agents and writing are left
out. The last column is the time per requirement against that of the first size: 1.0 is linear.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from pathlib import Path

from gampgen import drafting, planning, techniques
from gampgen.domain.category import Categorisation, DecidedBy
from gampgen.domain.requirement import Recognition, Requirement
from gampgen.domain.suite import Generator
from gampgen.drafting.assembly import SuiteParts
from gampgen.parsing import analysis
from gampgen.pipeline.parse import parse
from gampgen.settings import ReadSettings
from gampgen.workflow.measuring import measured

ROOT = Path(__file__).resolve().parent.parent
LETTERS = 26
SAMPLES = ("monitoring_urs.docx", "batch_release_urs.md", "filter_integrity_tester_urs.xlsx")
NOTHING = Categorisation(
    category=None, confidence=0.0, rationale="", evidence=(), alternatives=(), claimed=None, needs_review=True,
    decided_by=DecidedBy.RULES,
)  # fmt: skip


def recognitions(sizes: list[int]) -> list[Recognition]:
    """One recognised document per size."""
    read = [parse(ROOT / "sample_urs" / name, ReadSettings()).recognition for name in SAMPLES]
    texts = [one for each in read for one in each.requirements]
    found = []
    for size in sizes:
        made = tuple(_renamed(texts[n % len(texts)], n) for n in range(size))
        found.append(_document(read[0], made))
    return found


def _renamed(one: Requirement, number: int) -> Requirement:
    """The requirement with an id of its own and, where it names the system, a name of its own: no two are the same."""
    uid, name = (
        f"U-{number + 1:05d}",
        "".join(chr(ord("a") + number // LETTERS**place % LETTERS) for place in (2, 1, 0)),
    )
    text = _SYSTEM.sub(rf"\g<0> Q{name}", one.text, count=1)
    plain = {field: getattr(one, field) for field in Requirement.model_fields}
    return Requirement(**(plain | {"id": uid, "uid": uid, "text": text}))


_SYSTEM = re.compile(r"\b[Tt]he (?:system|application|instrument|EMS|software)\b")


def _document(like: Recognition, requirements: tuple[Requirement, ...]) -> Recognition:
    plain = {name: getattr(like, name) for name in Recognition.model_fields}
    return Recognition(**(plain | {"requirements": requirements}))


def suite_time(recognised: Recognition) -> tuple[float, int]:
    """CPU seconds from analysed and planned requirements to the measured suite, and its number of tests."""
    planned = tuple(planning.assess(one, None) for one in analysis.analyse(recognised.requirements))
    begin = time.process_time()
    items = techniques.design(planned, recognised)
    draft = drafting.draft(items, planned, recognised, ())
    parts = SuiteParts(
        generator=Generator(name="gampgen", version="0", engine="rules", settings_sha256="0" * 64),
        recognition=recognised, categorisation=NOTHING, planned=planned, ledger=planning.ledger(planned), answers=(),
        draft=draft, findings=draft.findings,
    )  # fmt: skip
    suite = drafting.assemble(parts)
    measured(suite, suite.tests, None)
    return time.process_time() - begin, len(suite.tests)


def main() -> None:
    """Prints one line per size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="500,2000,10000")
    sizes = [int(one) for one in parser.parse_args().sizes.split(",")]
    first = 0.0
    for size, recognised in zip(sizes, recognitions(sizes), strict=True):
        seconds, tests = suite_time(recognised)
        first = first or seconds / size
        sys.stdout.write(f"{size:6} requirements  {tests:6} tests  {seconds:7.2f} s  {seconds / size / first:5.2f}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
