"""Wall time and peak memory of the commands, next to what they cannot go below; ratios from one run.

    python benchmarks/whole_job.py [--sizes 60,500] [--repeats 5]

`floor` imports what generate imports, reads the same docx and writes the same outputs from a suite that already exists:
all the input and output, none of the thinking. Figures are medians over interleaved repeats.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ("monitoring_urs.docx", "batch_release_urs.md", "filter_integrity_tester_urs.xlsx")
GAMPGEN = Path(sys.executable).with_name("gampgen")

# Run in a process of its own: a child's peak memory begins with that of the process it was forked from.
WRITE = """
import sys
from pathlib import Path
import docx
from gampgen.pipeline.parse import parse
from gampgen.settings import ReadSettings
path, size, samples = sys.argv[1], int(sys.argv[2]), map(Path, sys.argv[3:])
texts = [one.text for sample in samples for one in parse(sample, ReadSettings()).recognition.requirements]
document = docx.Document()
document.add_heading("User Requirements Specification", 0)
document.add_heading("Requirements", 1)
table = document.add_table(rows=size + 1, cols=2)
rows = [("ID", "Requirement"), *((f"URS-{n + 1:04d}", texts[n % len(texts)]) for n in range(size))]
for cells, row in zip(table.rows, rows, strict=True):
    for cell, text in zip(cells.cells, row, strict=True):
        cell.text = text
document.save(path)
"""

FLOOR = """
import sys
from pathlib import Path
import gampgen.pipeline.generate
from gampgen import readers, rendering
from gampgen.domain.suite import OQTestSuite
from gampgen.settings import ReadSettings
source, suite, out = map(Path, sys.argv[1:])
readers.read(source, ReadSettings())
out.mkdir()
for _ in rendering.render(OQTestSuite.model_validate_json(suite.read_bytes()), out):
    pass
"""


@dataclass
class Cost:
    seconds: float
    megabytes: float


def cost_of(command: list[str]) -> Cost:
    """Wall time and peak resident memory of one process."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"{command} ended with {process.returncode}")
    return Cost(seconds, usage.ru_maxrss / 1024)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="60,500")
    parser.add_argument("--repeats", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        commands = {"python -c pass": [sys.executable, "-c", "pass"], "gampgen --help": [str(GAMPGEN), "--help"]}
        outs = iter(range(10**6))
        for size in map(int, options.sizes.split(",")):
            source = folder / f"urs{size}.docx"
            samples = [str(ROOT / "sample_urs" / sample) for sample in SAMPLES]
            subprocess.run([sys.executable, "-c", WRITE, str(source), str(size), *samples], check=True)
            made = folder / f"made{size}"
            subprocess.run([GAMPGEN, "generate", source, "--out", made, "--quiet"], check=False)
            commands[f"floor, {size} requirements"] = [
                sys.executable,
                "-c",
                FLOOR,
                str(source),
                str(made / "suite.json"),
                "",
            ]
            commands[f"generate, {size} requirements"] = [str(GAMPGEN), "generate", str(source), "--quiet", "--out", ""]
        costs: dict[str, list[Cost]] = {label: [] for label in commands}
        for _ in range(options.repeats):
            for label, command in commands.items():
                fresh = [part or str(folder / f"out{next(outs)}") for part in command]
                costs[label].append(cost_of(fresh))
    base = statistics.median(cost.seconds for cost in costs["python -c pass"])
    print(f"{'command':32} {'seconds':>8} {'x python':>9} {'MB':>6}")
    for label, many in costs.items():
        seconds = statistics.median(cost.seconds for cost in many)
        megabytes = statistics.median(cost.megabytes for cost in many)
        print(f"{label:32} {seconds:8.3f} {seconds / base:9.1f} {megabytes:6.0f}")
    for size in options.sizes.split(","):
        ratio = statistics.median(
            job.seconds / floor.seconds
            for job, floor in zip(
                costs[f"generate, {size} requirements"], costs[f"floor, {size} requirements"], strict=True
            )
        )
        print(f"generate / floor, {size} requirements: {ratio:.2f}")


if __name__ == "__main__":
    main()
