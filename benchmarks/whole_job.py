"""Wall time, processor time and peak memory of the commands, next to what they cannot go below; ratios from one run.

    python benchmarks/whole_job.py [--sizes 60,500] [--repeats 5]

`floor` imports what generate imports, reads the same docx and writes the same outputs from a suite that already exists:
all the input and output, none of the thinking and no audit. The documents are made by `frames.py`. Figures are medians
over interleaved repeats; ratios are of processor time, which other work on the machine disturbs least.
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

import frames

GAMPGEN = Path(sys.executable).with_name("gampgen")
# An installed program is compiled once, not at each start: what forbids to keep the result is taken off.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}

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
    wall: float
    seconds: float
    megabytes: float


def cost_of(command: list[str]) -> Cost:
    """Wall time, processor time (user and system) and peak resident memory of one process with its children."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"{command} ended with {process.returncode}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


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
            frames.write(source, size)
            made = folder / f"made{size}"
            subprocess.run([GAMPGEN, "generate", source, "--out", made, "--quiet"], check=False, env=ENVIRONMENT)
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
    base = median(costs["python -c pass"], "seconds")
    print("| command | wall, s | processor, s | x `python -c pass` | MB | ms per requirement |")
    print("|---|---:|---:|---:|---:|---:|")
    for label, many in costs.items():
        seconds, size = median(many, "seconds"), label.partition(", ")[2].partition(" ")[0]
        each = f"{1000 * seconds / int(size):.1f}" if size else ""
        print(
            f"| {label} | {median(many, 'wall'):.2f} | {seconds:.2f} | {seconds / base:.0f} "
            f"| {median(many, 'megabytes'):.0f} | {each} |"
        )
    for size in options.sizes.split(","):
        jobs, floors = costs[f"generate, {size} requirements"], costs[f"floor, {size} requirements"]
        ratios = [job.seconds / floor.seconds for job, floor in zip(jobs, floors, strict=True)]
        print(f"\ngenerate / floor, {size} requirements: {statistics.median(ratios):.2f}")


def median(costs: list[Cost], what: str) -> float:
    return statistics.median(float(getattr(cost, what)) for cost in costs)


if __name__ == "__main__":
    main()
