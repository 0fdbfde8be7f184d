"""Category: confusion, calibration (reliability) and leave-one-out on labelled examples.

    python benchmarks/category.py [--documents FOLDER] [--out benchmarks/category.md]

The examples are the project's own: short documents and single statements in `tests/categorisation/`, whose category a
person decided before the indicators were weighed. `--documents` adds a folder of documents whose names hold their
category ("…category_4…", or "…ambiguous…"); lines in which a document states its category are masked before it is read.

The forty statements were labelled before the program saw them and measured once: of the first twenty-four 15 were
right, 8 asked for a person and 1 was wrong; then, with indicators widened, of the other sixteen 5 were right and 11
asked. That, not the table, is what to expect of a single sentence of another hand.

The indicators were weighed with the project's own statements at hand, so the figures on them say that nothing was lost,
not how well a document of another hand is read.

A clear example is right where the headline is its category; an ambiguous one where a person is asked for. Reliability
puts examples into bins of confidence and compares each bin's mean confidence with the part that was right.
Leave-one-out: the threshold of confidence below which a person is asked is chosen on all other examples, so that among
them no wrong one goes unasked where that can be, and is then tried on the one left out.
"""

from __future__ import annotations

import argparse
import json
import re
import tempfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from gampgen import readers
from gampgen.categorisation import propose
from gampgen.domain.category import Categorisation
from gampgen.domain.document import DocumentFormat
from gampgen.domain.location import Location
from gampgen.domain.requirement import DocumentRecord, IdSource, Recognition, Requirement
from gampgen.parsing import analysis, recognition
from gampgen.settings import ReadSettings

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "tests" / "categorisation"
BINS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.01)
_STATED = re.compile(r"^.*\b(?:GAMP|category)\b.*\b[1345]\b.*$", re.IGNORECASE | re.MULTILINE)
_NAMED = re.compile(r"category_([1345])")


@dataclass(frozen=True)
class Judged:
    """One example and what became of it; `expected` None: ambiguous, a person has to be asked."""

    group: str
    name: str
    expected: int | None
    found: int | None
    confidence: float
    asks: bool
    parts: frozenset[int]

    @property
    def right(self) -> bool:
        """An ambiguous example is right where it asks, or names both categories with components."""
        if self.expected is None:
            return self.asks or len(self.parts) > 1
        return self.found == self.expected


def judged(group: str, name: str, expected: int | None, title: str, texts: list[str]) -> Judged:
    """An example of statements: each is taken as a requirement, whatever recognition would make of it."""
    requirements = tuple(
        Requirement(
            id=f"U-{n}", uid=f"U-{n}", id_source=IdSource.DOCUMENT, text=text, location=Location(line=n), stamp="0" * 64
        )
        for n, text in enumerate(texts, start=1)
    )
    record = DocumentRecord(
        title=title, file_name="urs.md", format=DocumentFormat.MARKDOWN, sha256="0" * 64, language="en"
    )
    found = Recognition(document=record, requirements=requirements, passed_over=())
    return _judged(group, name, expected, propose(None, found, analysis.analyse(requirements))[0])


def read(path: Path, expected: int | None, text: str) -> Judged:
    """An example that is a document: read, recognised and proposed as in a run."""
    path.write_text(text, encoding="utf-8")
    document = readers.read(path, ReadSettings())
    found = recognition.recognise(document, None)
    return _judged("further", "", expected, propose(document, found, analysis.analyse(found.requirements))[0])


def _judged(group: str, name: str, expected: int | None, result: Categorisation) -> Judged:
    return Judged(
        group, name, expected, result.category, result.confidence, result.needs_review,
        frozenset(int(part.category) for part in result.components),
    )  # fmt: skip


def own_examples() -> Iterable[Judged]:
    for row in _rows("documents.jsonl"):
        yield judged("documents", str(row["name"]), row["expect"], str(row["title"]), list(row["requirements"]))
    for row in _rows("snippets.jsonl"):
        yield judged("snippets", str(row["id"]), row["expect"], "", [str(row["text"])])
    for row in _rows("statements.jsonl"):
        yield judged("statements", str(row["id"]), row["expect"], "", [str(row["text"])])


def further(documents: Path, folder: Path) -> Iterable[Judged]:
    for number, path in enumerate(sorted(documents.glob("*.md"))):
        named = _NAMED.search(path.name)
        if named or "ambiguous" in path.name:
            expected = int(named[1]) if named else None
            masked = _STATED.sub("", path.read_text(encoding="utf-8"))
            # The name holds the label, so the file that is read has another.
            yield replace(read(folder / f"document{number}.md", expected, masked), name=path.stem)


def _rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (EXAMPLES / name).read_text(encoding="utf-8").splitlines()]


def confusion(results: list[Judged]) -> list[str]:
    columns: list[int | None] = [1, 3, 4, 5, None]
    lines = ["| labelled | 1 | 3 | 4 | 5 | none | asks a person |", "|---|---|---|---|---|---|---|"]
    for label in (1, 3, 4, 5, None):
        own = [one for one in results if one.expected == label]
        counts = Counter(one.found for one in own)
        cells = [str(counts[column]) for column in columns]
        name = "ambiguous" if label is None else str(label)
        lines.append(f"| {name} | {' | '.join(cells)} | {sum(one.asks for one in own)} of {len(own)} |")
    return lines


def reliability(results: list[Judged]) -> list[str]:
    clear = [one for one in results if one.expected is not None]
    lines = ["| confidence | examples | mean confidence | part right |", "|---|---|---|---|"]
    error = 0.0
    for low, high in pairwise(BINS):
        own = [one for one in clear if low <= one.confidence < high]
        if own:
            mean, part = sum(one.confidence for one in own) / len(own), sum(one.right for one in own) / len(own)
            error += abs(mean - part) * len(own) / len(clear)
            lines.append(f"| {low:.1f} to {min(high, 1.0):.1f} | {len(own)} | {mean:.2f} | {part:.2f} |")
    return [*lines, "", f"Expected calibration error over {len(clear)} clear examples: {error:.2f}"]


def leave_one_out(results: list[Judged]) -> list[str]:
    """What a threshold of confidence, chosen without an example, does with that example."""
    unasked_wrong = asked_right = 0
    thresholds = []
    for place, one in enumerate(results):
        others = [other for number, other in enumerate(results) if number != place]
        threshold = max((other.confidence for other in others if not _settled(other)), default=0.0)
        thresholds.append(threshold)
        asked = one.confidence <= threshold
        unasked_wrong += not _settled(one) and not asked
        asked_right += _settled(one) and asked
    told = (
        f"Thresholds chosen: {min(thresholds):.2f} to {max(thresholds):.2f}. Left-out examples that were wrong or "
        f"ambiguous and would not have been asked about: {unasked_wrong} of {sum(not _settled(o) for o in results)}; "
        f"right ones that would have been asked about for nothing: {asked_right} of {sum(map(_settled, results))}."
    )
    return [told]


def _settled(one: Judged) -> bool:
    return one.expected is not None and one.found == one.expected


def report(results: list[Judged]) -> str:
    lines = ["# Category on labelled examples", ""]
    for group in dict.fromkeys(one.group for one in results):
        own = [one for one in results if one.group == group]
        clear = [one for one in own if one.expected is not None]
        unclear = [one for one in own if one.expected is None]
        lines += [f"## {group}", "", *confusion(own), ""]
        told = f"Clear: {sum(one.right for one in clear)} of {len(clear)} right."
        asked = f"Ambiguous: {sum(one.right for one in unclear)} of {len(unclear)} ask for a person or name both parts."
        lines += [f"{told} {asked}", ""]
        wrong = [f"{one.name} (labelled {one.expected}, found {one.found})" for one in own if not one.right]
        lines += [f"Wrong: {', '.join(wrong)}.", ""] if wrong else []
    lines += ["## Reliability, all clear examples", "", *reliability(results), ""]
    lines += ["## Leave one out", "", *leave_one_out(results), ""]
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=Path)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        results = [*own_examples(), *(further(options.documents, Path(name)) if options.documents else ())]
    text = report(results)
    if options.out:
        options.out.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
