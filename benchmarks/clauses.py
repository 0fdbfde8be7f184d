"""Clauses: precision and recall on requirements labelled by hand, as the research agent looks them up.

    python benchmarks/clauses.py [--out benchmarks/clauses.md]

The labels stand in `tests/knowledge/labelled_*.jsonl`: `must` are clauses that a requirement calls for and count for
recall; `also` are right as well and never demanded. A clause that is in neither is a false one. The first three lists
were at hand while the look-up was built; the fourth was measured once (precision .98, recall .83) before anything was
changed for it, and so was the fifth (.82 and .63 on its first forty requirements, then .93 and .67 on its other
twenty-two), which is the figure to expect on requirements of another hand.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from pathlib import Path

from gampgen import knowledge
from gampgen.parsing.statement import read_statement

LABELS = Path(__file__).resolve().parent.parent / "tests" / "knowledge"


@dataclass
class Counts:
    requirements: int = 0
    pairs: int = 0
    given: int = 0
    right: int = 0
    wanted: int = 0
    hit: int = 0

    def add(self, other: Counts) -> None:
        for name in vars(self):
            setattr(self, name, getattr(self, name) + getattr(other, name))


def measured(path: Path) -> Counts:
    known, counts = knowledge.load(), Counts()
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        must, allowed = set(row["must"]), set(row["must"]) | set(row["also"])
        read = read_statement(row["text"])
        got = {hit.clause.id for hit in knowledge.search(known, (row["text"],), read.archetypes, read.permissions)}
        counts.add(Counts(1, len(allowed), len(got), len(got & allowed), len(must), len(got & must)))
    return counts


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    lines = [
        "# Clauses on labelled requirements",
        "",
        "| list | requirements | labelled pairs | given | precision | demanded | recall |",
        "|---|---|---|---|---|---|---|",
    ]
    total = Counts()
    for path in sorted(LABELS.glob("labelled_*.jsonl")):
        counts = measured(path)
        total.add(counts)
        lines.append(line(path.stem.removeprefix("labelled_"), counts))
    text = "\n".join([*lines, line("all", total)]) + "\n"
    if options.out:
        options.out.write_text(text, encoding="utf-8")
    print(text)


def line(name: str, counts: Counts) -> str:
    precision, recall = counts.right / counts.given, counts.hit / counts.wanted
    cells = (name, counts.requirements, counts.pairs, counts.given, f"{precision:.2f}", counts.wanted, f"{recall:.2f}")
    return f"| {' | '.join(map(str, cells))} |"


if __name__ == "__main__":
    main()
