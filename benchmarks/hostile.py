"""Hostile and broken files: does `gampgen parse --json` end well on each, how soon, and with how much memory?

    python benchmarks/hostile.py FOLDER [--out hostile.md] [--canary TEXT] [--only NAME …]

FOLDER holds the files; those whose suffix gampgen does not read are tried as well, since refusing them is an answer.
`manifest.json` beside them, if there is one, says what is expected: {"A01": {"file", "expect": "reject|ok|either"}}.

A file is a breach where one of these fails:
* exit code 0, or 2 or 3 with title, place and advice on standard error; never 70, a traceback, or an end by a signal;
* with exit code 0 one JSON document on standard output, else none;
* at most 5 seconds of processor time (10 for a file over 50 MB; on a machine with nothing else to do that is also the
  time that passes) and a minute by the clock, 512 MB in the reader's process, 200 MB in gampgen's own;
* the canary text, which only a reader that follows references could see, is in no output;
* no control character of a terminal in what is printed for people;
* not read where the manifest says "reject", not refused where it says "ok".
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MEGABYTE = 1024 * 1024
LARGE = 50 * MEGABYTE
SECONDS, SECONDS_LARGE = 5.0, 10.0
READER_MB, PARENT_MB = 512, 200
GIVE_UP = 60.0
KILLED = -9
_SAID = re.compile(r"^Error: .+\n(?:.*\n)*?  Where: .+\n(?:.*\n)*?  What to do: .+", re.MULTILINE)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
# The program as it is installed; at its end it writes its own peak and that of its children (kilobytes on Linux).
_PROGRAM = """
import atexit, resource, sys
def peaks():
    with open(PEAKS, "w") as file:
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN):
            used = resource.getrusage(who)
            print(used.ru_maxrss, used.ru_utime + used.ru_stime, file=file)
PEAKS = sys.argv.pop(1)
atexit.register(peaks)
from gampgen.cli.main import app
sys.argv[0] = "gampgen"
app()
"""

_LOOK = """
import json, sys
text = open(sys.argv[1], encoding="utf-8").read()
try:
    found = len(json.loads(text)["requirements"]) if text.strip() else -1
except (ValueError, KeyError):
    found = -2
print(found, bool(sys.argv[2]) and sys.argv[2] in text)
"""


@dataclass(frozen=True)
class Tried:
    """What became of one file."""

    name: str
    size: int
    expected: str
    code: int
    seconds: float
    own_mb: int
    reader_mb: int
    found: int
    said: str
    breaches: tuple[str, ...]


def tried(path: Path, expected: str, canary: str) -> Tried:
    with tempfile.TemporaryDirectory() as folder:
        peaks = Path(folder) / "peaks"
        command = [sys.executable, "-c", _PROGRAM, str(peaks), "parse", str(path), "--json"]
        begun = time.monotonic()
        out, error = Path(folder) / "out", Path(folder) / "error"
        with out.open("wb") as to, error.open("wb") as complaints:
            try:
                code = subprocess.run(command, stdout=to, stderr=complaints, check=False, timeout=GIVE_UP).returncode
            except subprocess.TimeoutExpired:
                code = KILLED
        passed = time.monotonic() - begun
        said = error.read_text("utf-8", "replace")
        lines = peaks.read_text().splitlines() if peaks.exists() else ["0 0", "0 0"]
        own, reader = (int(line.split()[0]) // 1024 for line in lines)
        seconds = passed if code == KILLED else sum(float(line.split()[1]) for line in lines)
        found, leaks = _looked_into(out, canary)
    size = path.stat().st_size
    breaches = tuple(_breaches(size, expected, code, seconds, (own, reader), found, said))
    if leaks or (canary and canary in said):
        breaches += ("the canary is in the output",)
    return Tried(path.name, size, expected, code, seconds, own, reader, found, said, breaches)


def _looked_into(out: Path, canary: str) -> tuple[int, bool]:
    """How many requirements the output holds, and whether the canary is in it.

    -1 where there is no output, -2 where it is not one JSON document. A process of its own looks: what this one once
    held would be counted as memory of those that it starts.
    """
    done = subprocess.run([sys.executable, "-c", _LOOK, str(out), canary], capture_output=True, text=True, check=True)
    found, leaks = done.stdout.split()
    return int(found), leaks == "True"


def _breaches(
    size: int, expected: str, code: int, seconds: float, peaks: tuple[int, int], found: int, said: str
) -> Iterator[str]:
    if code not in (0, 2, 3):
        yield f"ends with {code}"
    elif code and not _SAID.search(said):
        yield "an error without title, place and advice"
    if (code == 0) != (found >= 0):
        yield "no JSON document" if code == 0 else "output in spite of an error"
    if "Traceback" in said or _CONTROL.search(said):
        yield "a traceback or control character for people"
    allowed = SECONDS_LARGE if size > LARGE else SECONDS
    if seconds > allowed:
        yield f"{seconds:.1f} s"
    if peaks[0] > PARENT_MB or peaks[1] > READER_MB:
        yield f"{peaks[0]} MB own, {peaks[1]} MB reader"
    if (expected == "reject" and code == 0) or (expected == "ok" and code):
        yield f"expected: {expected}"


def expectations(folder: Path) -> dict[str, str]:
    listed = folder / "manifest.json"
    if not listed.exists():
        return {}
    return {entry["file"]: entry["expect"] for entry in json.loads(listed.read_text("utf-8")).values()}


def table(all_tried: list[Tried]) -> list[str]:
    lines = ["| suffix | files | read | refused | breaches | slowest | reader's memory | own memory |"]
    lines.append("| --- | --- | --- | --- | --- | --- | --- | --- |")
    by_suffix: dict[str, list[Tried]] = {}
    for one in all_tried:
        by_suffix.setdefault(Path(one.name).suffix or "(folder)", []).append(one)
    for suffix, some in [*sorted(by_suffix.items()), ("all", all_tried)]:
        read, broken = sum(one.code == 0 for one in some), sum(bool(one.breaches) for one in some)
        most = [f"{max(getattr(one, name) for one in some)} MB" for name in ("reader_mb", "own_mb")]
        cells = (suffix, len(some), read, len(some) - read, broken, f"{max(one.seconds for one in some):.1f} s", *most)
        lines.append("| " + " | ".join(map(str, cells)) + " |")
    return lines


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--canary", default="")
    parser.add_argument("--only", nargs="*", default=[])
    options = parser.parse_args()
    expected = expectations(options.folder)
    aside = {"manifest.json", "canary.txt"}
    all_tried: list[Tried] = []
    for path in sorted(options.folder.iterdir(), key=lambda path: path.name):
        if path.name in aside or (options.only and path.stem not in options.only):
            continue
        one = tried(path, expected.get(path.name, "either"), options.canary)
        all_tried.append(one)
        first = one.said.strip().partition("\n")[0]
        print(f"{one.name:14} {one.code:3} {one.seconds:5.1f} s {one.own_mb:4} + {one.reader_mb:4} MB  {first}"
              + (f"  BREACH: {'; '.join(one.breaches)}" if one.breaches else ""), flush=True)  # fmt: skip
    lines = table(all_tried)
    print("\n".join(lines))
    if options.out:
        options.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    sys.exit(any(one.breaches for one in all_tried))


if __name__ == "__main__":
    os.environ.setdefault("PYTHONDONTWRITEBYTECODE", "1")
    main()
