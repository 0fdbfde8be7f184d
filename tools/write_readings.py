"""Write the readings and coverage items of the sentences in the tests' two lists anew, after a rule was changed.

    python tools/write_readings.py [SENTENCE …]

Sentences given are added to both lists. What changed must then be read line by line (`git diff`) before it is
committed: the lists are what a person found right, not what the program says.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.parsing.test_statement_readings import readings, shown  # noqa: E402 - needs the path above
from tests.techniques.test_techniques_readings import covered, sentences  # noqa: E402

from gampgen.parsing.statement import read_statement  # noqa: E402


def write(path: Path, told: list[tuple[str, list[str]]]) -> None:
    """The sentences, each with its lines indented below it."""
    lines = [line for text, below in told for line in (text, *(f"  {one}" for one in below))]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Both lists."""
    further = sys.argv[1:]
    read = dict.fromkeys([*(text for text, _ in readings()), *further])
    designed = dict.fromkeys([*(text for text, _ in sentences()), *further])
    write(ROOT / "tests" / "parsing" / "readings.txt", [(text, shown(read_statement(text))) for text in read])
    write(ROOT / "tests" / "techniques" / "coverage.txt", [(text, covered(text)) for text in designed])


if __name__ == "__main__":
    main()
