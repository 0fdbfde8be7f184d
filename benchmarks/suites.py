"""What the suites of documents are worth, computed from `suite.json` as read back.

    python benchmarks/suites.py [--out benchmarks/suites.md] [--show MEASURE] [DOCUMENT …]

Without documents the shipped samples are measured. `--show` prints the cases behind a measure that fall short (never
into the table). The reading here is plain and its own: words are compared by stems, numbers as decimals.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = tuple(ROOT / "sample_urs" / name for name in (
    "monitoring_urs.docx", "batch_release_urs.md", "filter_integrity_tester_urs.xlsx",
))  # fmt: skip
GAMPGEN = Path(sys.executable).with_name("gampgen")
_NUMBER = re.compile(r"(?<![\w.])[-−–]?\d+(?:\.\d+)?")
_BLANK = re.compile(r"<[a-z][^<>]{1,70}>")
_WORD = re.compile(r"[A-Za-z]{2,}")
_ENDINGS = ("ations", "ation", "ings", "ing", "ies", "ied", "ed", "es", "s", "e", "y")
_SHORTEST = 3
_SPELT = {
    "one": 1,
    "once": 1,
    "first": 1,
    "two": 2,
    "both": 2,
    "twice": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "ten": 10,
}
_EMPTY_WORDS = (
    "the an of to in on at by for from with and or is are was were be been has have had it its this that these those as"
    " than then shall must should will would can may not no any each all every system application software which who"
    " when if while unless where after before upon only into per do does there up out"
)
_EMPTY = frozenset(_EMPTY_WORDS.split())
_STATE = re.compile(
    r"\b(?:refus\w+|reject\w+|unchanged|same|equal\w*|message|text recorded|entr(?:y|ies)|listed|stored|unsigned|signed"
    r"|locked|active|empty|number of|once|zero|no |not |none|status|written down|noted|T0|date|recorded)\b",
    re.IGNORECASE,
)


@dataclass
class Part:
    """A share: how many of how many, and the cases that are missing."""

    held: int = 0
    of: int = 0
    missing: list[str] = field(default_factory=list)

    def count(self, name: str, *, held: bool) -> None:
        self.held += held
        self.of += 1
        if not held:
            self.missing.append(name)

    @property
    def figure(self) -> str:
        return f"{self.held}/{self.of}" + (f" ({self.held / self.of:.3f})" if self.of else "")


def suite_of(document: Path) -> dict[str, Any] | None:
    """The suite that the command writes for a document, read back; None where it writes none (said on stderr)."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "out")
        command = [
            str(GAMPGEN), "generate", str(document), "--out", str(out), "--quiet", "--on-doubt", "proposed",
            "--allow-unread-pages",
        ]  # fmt: skip
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if not (out / "suite.json").exists():
            sys.stderr.write(f"{document.name}: exit {done.returncode}, no suite\n")
            return None
        suite: dict[str, Any] = json.loads((out / "suite.json").read_text("utf-8"))
        return suite


# ------------------------------------------------------------------ readings
def stems(text: str) -> set[str]:
    found = set()
    for word in _WORD.findall(text):
        low = word.lower()
        if low not in _EMPTY:
            ending = next((e for e in _ENDINGS if low.endswith(e) and len(low) - len(e) >= _SHORTEST), "")
            found.add(low.removesuffix(ending))
    return found


def numbers(text: str) -> set[Decimal]:
    """The numbers of a text, as digits or spelt; thousands separators and signs are left out."""
    said = {Decimal(one.lstrip("-−–")) for one in _NUMBER.findall(re.sub(r"(?<=\d),(?=\d{3}\b)", "", text))}
    return said | {Decimal(_SPELT[one.lower()]) for one in re.findall(r"[A-Za-z]+", text) if one.lower() in _SPELT}


def words_of(requirement: dict[str, Any]) -> str:
    return " ".join([requirement["text"], *requirement["items"], requirement["acceptance_criteria"] or ""])


def seen_by_the_tester(test: dict[str, Any]) -> str:
    steps = " ".join(f"{s['action']} {s['expected_result']}" for s in test["steps"])
    inputs = " ".join(f"{i['name']} {i['value']} {i.get('unit') or ''}" for i in test["inputs"])
    return f"{steps} {inputs} {test['acceptance_criterion']} {' '.join(test['preconditions'])}"


def stated_numbers(requirement: dict[str, Any]) -> Iterator[tuple[str, Decimal]]:
    """The numbers of a requirement's quantities and intervals, with the text that they stand in."""
    for one in requirement["quantities"]:
        yield one["text"], abs(Decimal(one["value"]))
    for one in requirement["intervals"]:
        for end in (one["lower"], one["upper"]):
            if end is not None:
                yield one["text"], abs(Decimal(end))


# ------------------------------------------------------------------ measures
Suite = dict[str, Any]


def oq(suite: Suite) -> list[dict[str, Any]]:
    return [one for one in suite["requirements"] if one["disposition"]["kind"] == "oq"]


def tests_of(suite: Suite) -> dict[str, list[dict[str, Any]]]:
    made: dict[str, list[dict[str, Any]]] = {}
    for test in suite["tests"]:
        for uid in test["requirement_uids"]:
            made.setdefault(uid, []).append(test)
    return made


def one_disposition(suite: Suite) -> Part:
    booked = Counter(uid for entry in suite["ledger"] for uid in entry["requirement_uids"])
    part = Part()
    for one in suite["requirements"]:
        part.count(one["uid"], held=booked[one["uid"]] == 1)
    part.count("sum", held=sum(entry["count"] for entry in suite["ledger"]) == len(suite["requirements"]))
    return part


def with_test(suite: Suite) -> Part:
    made, part = tests_of(suite), Part()
    for one in oq(suite):
        part.count(one["uid"], held=one["uid"] in made)
    return part


def reconciled(suite: Suite) -> Part:
    made, part = tests_of(suite), Part()
    for one in oq(suite):
        said = numbers(" ".join(seen_by_the_tester(test) for test in made.get(one["uid"], [])))
        for text, number in dict.fromkeys(stated_numbers(one)):
            part.count(f"{one['uid']}: {text} | {one['text'][:120]}", held=number in said)
    return part


def no_foreign_number(suite: Suite) -> Part:
    """Input values of tests that are in the requirement, or one step of its decimals beside one, or a multiple."""
    by_uid, part = {one["uid"]: one for one in suite["requirements"]}, Part()
    for test in suite["tests"]:
        own = set().union(*(numbers(words_of(by_uid[uid])) for uid in test["requirement_uids"]))
        own |= {n for uid in test["requirement_uids"] for _, n in stated_numbers(by_uid[uid])}
        for one in test["inputs"]:
            try:
                value = Decimal(one["value"]) if isinstance(one["value"], str) else None
            except InvalidOperation:
                value = None
            if value is not None:
                part.count(f"{test['id']}: {one}", held=_derived(abs(value), own))
    return part


def _derived(value: Decimal, own: set[Decimal]) -> bool:
    for number in own:
        exponent = number.as_tuple().exponent
        step = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
        if abs(value - number) <= 2 * step or value == 2 * number:
            return True
    sums = {a + b for a in own for b in own} | {abs(a - b) for a in own for b in own}
    halves = {(a + b) / 2 for a in own for b in own}
    return value in sums or value in halves or any(abs(value - one) <= 1 for one in sums)


def quotes_found(suite: Suite) -> Part:
    by_uid, part = {one["uid"]: one for one in suite["requirements"]}, Part()
    for test in suite["tests"]:
        for step in test["steps"]:
            source = step["source"]
            if source["kind"] not in {"requirement", "acceptance_criteria"}:
                continue
            requirement, quote = by_uid[source["requirement_uid"]], " ".join(source["quote"].split())
            texts = [requirement["text"], *requirement["items"], requirement["acceptance_criteria"] or ""]
            found = any(quote in " ".join(text.split()) for text in texts)
            part.count(f"{test['id']}: {quote}", held=found and bool(quote))
    return part


def distinct_titles(suite: Suite) -> Part:
    part, seen = Part(), Counter(test["title"] for test in suite["tests"])
    for test in suite["tests"]:
        part.count(test["title"], held=seen[test["title"]] == 1)
    return part


def distinct_steps(suite: Suite) -> Part:
    def key(test: dict[str, Any]) -> str:
        return json.dumps([(s["action"], s["expected_result"]) for s in test["steps"]])

    part, seen = Part(), Counter(map(key, suite["tests"]))
    for test in suite["tests"]:
        part.count(test["id"], held=seen[key(test)] == 1)
    return part


def carrying(suite: Suite, *, strict: bool) -> Part:
    """Expected results with a number, blank or word of the requirement; not strict: or a state, message or entry."""
    by_uid, part = {one["uid"]: one for one in suite["requirements"]}, Part()
    for test in suite["tests"]:
        words = set().union(*(stems(words_of(by_uid[uid])) for uid in test["requirement_uids"]))
        values = {str(one["value"]) for one in test["inputs"] if not isinstance(one["value"], bool)}
        for step in test["steps"]:
            said = step["expected_result"]
            own = bool(words & stems(said)) or any(value in said for value in values) or bool(_BLANK.search(said))
            part.count(f"{test['id']}: {said}", held=own or (not strict and bool(_STATE.search(said))))
    return part


def negative_for_high(suite: Suite) -> Part:
    made, part = tests_of(suite), Part()
    for one in oq(suite):
        if one["risk"]["priority"] == "high":
            held = any(test["polarity"] == "negative" for test in made.get(one["uid"], []))
            part.count(f"{one['uid']}: {one['text'][:160]}", held=held)
    return part


def negative_or_asked(suite: Suite) -> Part:
    """High priority: a negative test, or the finding that says that the words give none."""
    part, asked = negative_for_high(suite), {one["uid"] for one in oq(suite) if "OPEN4" in one["findings"]}
    both = Part(held=part.held, of=part.of)
    for name in part.missing:
        both.held += name.split(":")[0] in asked
    return both


def killed(suite: Suite, priority: str | None) -> Part:
    by_uid, adequacy = {one["uid"]: one for one in suite["requirements"]}, suite["adequacy"]
    if priority is None:
        missing = [
            f"{one['requirement_uid']}: {one['operator']}: {one['description']}" for one in adequacy["not_found"]
        ]
        return Part(held=adequacy["found"], of=adequacy["seeded"], missing=missing)
    groups = [one for one in adequacy.get("by_priority", []) if one["name"] == priority]
    missing = [
        f"{one['requirement_uid']}: {one['operator']}: {one['description']}"
        for one in adequacy["not_found"] if by_uid[one["requirement_uid"]]["risk"]["priority"] == priority
    ]  # fmt: skip
    return Part(held=sum(g["found"] for g in groups), of=sum(g["seeded"] for g in groups), missing=missing)


MEASURES: dict[str, tuple[str, Callable[[Suite], Part]]] = {
    "disposition": ("requirements in exactly one disposition", one_disposition),
    "tested": ("OQ requirements with a test", with_test),
    "numbers": ("numbers of OQ requirements that come back", reconciled),
    "foreign": ("input numbers of the requirement or derived from it", no_foreign_number),
    "quotes": ("quotes found in their requirement", quotes_found),
    "titles": ("titles that do not repeat", distinct_titles),
    "steps": ("tests whose steps no other test has", distinct_steps),
    "strict": (
        "expected results with a number, blank or word of their requirement",
        lambda s: carrying(s, strict=True),
    ),
    "expected": ("… or a state, message or entry", lambda s: carrying(s, strict=False)),
    "negative": ("high priority with a negative test", negative_for_high),
    "asked": ("… or the finding that the words give none", negative_or_asked),
    "kill-high": ("seeded faults noticed, high priority", lambda s: killed(s, "high")),
    "kill": ("seeded faults noticed, all", lambda s: killed(s, None)),
}


def table(suites: dict[str, Suite]) -> list[str]:
    head = ["| measure |", *(f" {name} |" for name in suites)]
    lines = ["".join(head), "|---|" + "---|" * len(suites)]
    for title, measure in MEASURES.values():
        lines.append(f"| {title} | " + " | ".join(measure(suite).figure for suite in suites.values()) + " |")
    sizes = (f"{len(s['tests']) / max(1, len(oq(s))):.1f}" for s in suites.values())
    lines.append("| tests per OQ requirement | " + " | ".join(sizes) + " |")
    return lines


def summed(suites: Iterable[Suite]) -> list[str]:
    """One figure per measure over all documents, none of their words."""
    every = list(suites)
    lines = ["| measure | sum | lowest share |", "|---|---|---|"]
    for title, measure in MEASURES.values():
        parts = [measure(suite) for suite in every]
        whole = Part(held=sum(p.held for p in parts), of=sum(p.of for p in parts))
        shares = [p.held / p.of for p in parts if p.of]
        lines.append(f"| {title} | {whole.figure} | {min(shares, default=1):.3f} |")
    return lines


def main() -> None:
    """Measures the documents named, or the samples."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", nargs="*", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--show", choices=sorted(MEASURES))
    parser.add_argument("--folder", type=Path, help="a folder of runs that exist already, instead of documents")
    given = parser.parse_args()
    if given.folder:
        runs = sorted(given.folder.glob("*/suite.json"))
        others = {one.parent.name: json.loads(one.read_text("utf-8")) for one in runs}
    else:
        others = {one.name: made for one in given.documents if (made := suite_of(one))}
    own = {one.name: made for one in SAMPLES if (made := suite_of(one))} if not others or given.out else {}
    lines = ["# Suites", "", *(table(own) if own else []), ""]
    if others:
        lines += [f"Over {len(others)} further documents of other hands:", "", *summed(others.values()), ""]
    if given.out:
        given.out.write_text("\n".join(lines), "utf-8")
    sys.stdout.write("\n".join(lines) + "\n")
    for name, suite in (own | others).items() if given.show else ():
        for case in MEASURES[given.show][1](suite).missing:
            sys.stdout.write(f"{name}: {case}\n")


if __name__ == "__main__":
    main()
