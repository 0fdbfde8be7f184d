"""Statements per second on one core, and whether the time grows in step with the length of the text.

    python benchmarks/statements.py [--statements 600] [--repeats 5]

Statements are those of the sample documents, over and over: a reading is never kept. `read` is the understanding of the
sentence, `explain` all that `gampgen explain` does (findings and tests as well). Figures are
medians. `growth` is the time per character of the long text over that of the short one (1.0 is linear); `worst` the
slowest reading of awkward texts, in milliseconds per 1,000 characters.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from gampgen.parsing.statement import read_statement
from gampgen.pipeline.explain import explain
from gampgen.pipeline.parse import parse
from gampgen.settings import ReadSettings

SAMPLES = Path(__file__).resolve().parent.parent / "sample_urs"
NAMES = ("monitoring_urs.docx", "batch_release_urs.md", "filter_integrity_tester_urs.xlsx")
AWKWARD = (
    "if a and b or ", "1 to 2 to ", "not ", "((((", "the the the ", "shall ", "more than ", "1,", "unless when ",
    "either or neither nor ", "'", "± ", "5 °C ", "outside the range of ", "a-", "x = ", ", and it shall be, ",
    "without a reason for 5 ", "no more than no less than ", "half a quarter of a ", "-1--", "and/or ",
    "that which who ", "after any ", "2 ", "1,000 during was after ",
)  # fmt: skip
SHORT, LONG = 2_000, 32_000


def statements(count: int) -> list[str]:
    """As many statements as asked, of those that the sample documents hold."""
    texts = [one.text for name in NAMES for one in parse(SAMPLES / name, ReadSettings()).recognition.requirements]
    return [texts[n % len(texts)] for n in range(count)]


def seconds(work: Callable[[str], object], texts: Iterable[str]) -> float:
    """Processor time that a piece of work takes on some texts."""
    begun = time.process_time()
    for text in texts:
        work(text)
    return time.process_time() - begun


def per_second(work: Callable[[str], object], texts: list[str], repeats: int) -> float:
    """Texts per second, the median of some repeats."""
    return len(texts) / statistics.median(seconds(work, texts) for _ in range(repeats))


def growth(texts: list[str], repeats: int) -> float:
    """Time per character of one long statement over that of a short one."""
    running = " and ".join(text.rstrip(".") for text in texts)
    short, long = running[:SHORT], (running * (LONG // len(running) + 1))[:LONG]
    times = [
        statistics.median(seconds(read_statement, [text]) for _ in range(repeats)) / len(text) for text in (short, long)
    ]
    return times[1] / times[0]


def worst(repeats: int) -> tuple[float, str]:
    """The slowest awkward text: milliseconds per 1,000 characters, and what it repeats."""
    found = []
    for piece in AWKWARD:
        text = (piece * (LONG // len(piece)))[:LONG]
        taken = statistics.median(seconds(read_statement, [text]) for _ in range(repeats))
        found.append((taken * 1_000_000 / len(text), piece))
    return max(found)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--statements", type=int, default=600)
    parser.add_argument("--repeats", type=int, default=5)
    given = parser.parse_args()
    texts = statements(given.statements)
    seconds(read_statement, texts[:100])
    print(f"read     {per_second(read_statement, texts, given.repeats):8.0f} statements/s")
    told = per_second(lambda text: explain("1", text), texts[: len(texts) // 4], given.repeats)
    print(f"explain  {told:8.0f} statements/s")
    print(f"growth   {growth(texts, given.repeats):8.2f}  ({LONG:,} against {SHORT:,} characters)")
    slowest, piece = worst(min(given.repeats, 3))
    print(f"worst    {slowest:8.2f} ms per 1,000 characters ({piece!r} repeated)")


if __name__ == "__main__":
    main()
