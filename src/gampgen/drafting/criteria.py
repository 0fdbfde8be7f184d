# ruff: noqa: E501 - a sentence of a test stands on one line, so that it is read and mended as a whole
"""Acceptance criteria that the document states: each goes, word for word, to the test that shows it.

A criterion never replaces what a test has to show by itself: a test of 1.9 °C is not passed by "no alarm at 2.0 °C". It
stands beside it, as the expected result of the step that shows it. A test of its own is one whose steps were designed
from the criterion's own sentence; none repeats the requirement and asks whether it holds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from gampgen.domain.risk import PlannedRequirement
from gampgen.domain.suite import OQTestCase, Polarity, ProcedureStep
from gampgen.domain.trace import Source, SourceKind
from gampgen.drafting.english import sentence, the

_DENYING = re.compile(
    r"^no\b|\b(?:not|never|cannot|can't|nobody|no one|none|refused?|rejects?|rejected|blocked|blocks|denied"
    r"|prevented|impossible)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<![\w.])-?\d+(?:[.,]\d+)?(?!\w)")
_WORD = re.compile(r"[A-Za-z][a-z]{2,}")
_EMPTY = frozenset(
    {
        "the", "and", "are", "was", "for", "with", "from", "that", "this", "which", "shall", "all", "each", "any", "not",
        "has", "have", "its", "into", "than", "per", "one", "out", "when", "while", "after", "before",
    }
)  # fmt: skip
_FITS: Final = 0.75
_CLOSE: Final = 0.5
_STEM: Final = 5
_SIDE: Final = 0.05
EVIDENCE = "record of what was looked up, with the values seen"


@dataclass(frozen=True, slots=True)
class Derived:
    """A test, and the words of the stated criteria that it was designed from; "" for a test of the requirement."""

    test: OQTestCase
    saying: str = ""


def criterion_polarity(stated: str) -> Polarity:
    """Whether a stated criterion speaks of what happens or of what is refused or stays away ("No alarm at 2.0 °C")."""
    return Polarity.NEGATIVE if _DENYING.search(stated) else Polarity.POSITIVE


def with_criteria(planned: PlannedRequirement, derived: list[Derived]) -> list[OQTestCase]:
    """A requirement's tests, each stated criterion at the tests that show it.

    A test that was designed from a criterion is kept only where no test of the requirement itself shows that criterion.
    """
    tests = [one.test for one in derived if not one.saying]
    for saying in planned.analysed.requirement.sayings:
        own = [one.test for one in derived if one.saying and _same(one.saying, saying)]
        shown = _showing(tests, saying)
        if shown:
            tests = [_judged_by(planned, test, saying) if test in shown else test for test in tests]
        elif own:
            tests += [test for test in own if test not in tests]
            tests = [_named(test, saying) if test == own[0] else test for test in tests]
        elif tests:
            nearest = _nearest(tests, saying)
            tests = [_told(planned, test, saying) if test is nearest else test for test in tests]
    return tests or [one.test for one in derived]


def _same(words: str, saying: str) -> bool:
    one, other = " ".join(words.split()), " ".join(saying.split())
    return one in other or other in one


def _showing(tests: list[OQTestCase], saying: str) -> list[OQTestCase]:
    """The tests that show a criterion: the one about all of it, or those that try its numbers one by one."""
    fitting = [test for test in tests if test.polarity is criterion_polarity(saying)]
    exact = [test for test in fitting if _numbers(saying) <= _tried(test) and _overlap(test, saying) >= _FITS]
    if exact:
        nearest = _nearest(tests, saying)
        return (
            [nearest if nearest in exact else _nearest(exact, saying)]
            if nearest in exact or _has_number(saying)
            else []
        )
    return _one_by_one(tests, saying) if _has_number(saying) else []


def _has_number(saying: str) -> bool:
    return _NUMBER.search(saying) is not None


def _one_by_one(tests: list[OQTestCase], saying: str) -> list[OQTestCase]:
    """A test for each number of a criterion, where there is one for every number ("9 and 65 characters are refused")."""
    wanted = criterion_polarity(saying)
    found: list[OQTestCase] = []
    for number in sorted(_numbers(saying)):
        trying = [test for test in tests if number in _inputs(test)]
        several = len(_numbers(saying)) > 1 and not _DENYING.search(
            saying
        )  # "on at 14 minutes, off at 15" has both sides
        trying = [test for test in trying if several or test.polarity is wanted]
        if not trying:
            return []
        found += [_nearest(trying, saying)]
    return list(dict.fromkeys(found)) if _overlap_of_all(found, saying) >= _CLOSE else []


def _numbers(text: str) -> set[str]:
    return set(_NUMBER.findall(text))


def _inputs(test: OQTestCase) -> set[str]:
    return {one.value for one in test.inputs if isinstance(one.value, str) and _NUMBER.fullmatch(one.value)}


def _tried(test: OQTestCase) -> set[str]:
    return _inputs(test) or _numbers(_text(test))


def _text(test: OQTestCase) -> str:
    steps = " ".join(f"{step.action} {step.expected_result}" for step in test.steps)
    data = " ".join(f"{one.name} {one.value} {one.unit}" for one in test.inputs)
    return f"{test.title} {steps} {data}"


def _overlap(test: OQTestCase, saying: str) -> float:
    return _shared(_text(test), saying)


def _overlap_of_all(tests: list[OQTestCase], saying: str) -> float:
    return _shared(" ".join(_text(test) for test in tests), saying)


def _shared(text: str, saying: str) -> float:
    """The share of a criterion's words that a text holds."""
    wanted = _stems(saying)
    return len(wanted & _stems(text)) / len(wanted) if wanted else 1.0


def _nearest(tests: list[OQTestCase], saying: str) -> OQTestCase:
    """The test with most of a criterion's words; what few of the tests speak of weighs more, and so does the polarity."""
    wanted, stems = criterion_polarity(saying), _stems(saying)
    held = {id(test): _stems(_text(test)) for test in tests}
    rare = {stem: 1 / (1 + sum(stem in words for words in held.values())) for stem in sorted(stems)}
    whole = sum(rare.values()) or 1.0

    def near(test: OQTestCase) -> float:
        return sum(rare[stem] for stem in sorted(stems & held[id(test)])) / whole + _SIDE * (test.polarity is wanted)

    return max(tests, key=near)


def _stems(text: str) -> frozenset[str]:
    words = (word.lower() for word in _WORD.findall(text))
    return frozenset(word[:_STEM].removesuffix("s") for word in words if word not in _EMPTY)


def _judged_by(planned: PlannedRequirement, test: OQTestCase, saying: str) -> OQTestCase:
    """The test with the criterion as expected result of the step that shows it, the last of those that do."""
    at = max(range(len(test.steps)), key=lambda i: (_shared(test.steps[i].expected_result, saying), i))
    step = test.steps[at]
    said = sentence(saying)
    result = step.expected_result if said in step.expected_result else f"{step.expected_result} {said}"
    source = _source(planned, saying) if step.source.kind is SourceKind.RULE else step.source
    judged = step.model_copy(update={"expected_result": result, "source": source})
    steps = (*test.steps[:at], judged, *test.steps[at + 1 :])
    return _named(test.model_copy(update={"steps": steps}), saying)


def _told(planned: PlannedRequirement, test: OQTestCase, saying: str) -> OQTestCase:
    """The test nearest to a criterion: judged by it where a step shows most of it, else with a step that looks for it."""
    if max(_shared(step.expected_result, saying) for step in test.steps) >= _CLOSE:
        return _judged_by(planned, test, saying)
    said = next((one for one in planned.analysed.sayings if one.text == saying), None)
    named = said is not None and len(said.actor.split()) > 1
    subject = f" at {the(said.actor)}" if said is not None and named else " for this"
    step = ProcedureStep(
        number=len(test.steps) + 1, action=f"Look{subject} on <screen or record>, as the steps before have left it.",
        expected_result=sentence(saying), evidence=EVIDENCE, source=_source(planned, saying),
    )  # fmt: skip
    return _named(test.model_copy(update={"steps": (*test.steps, step)}), saying)


def _source(planned: PlannedRequirement, saying: str) -> Source:
    return Source(kind=SourceKind.ACCEPTANCE_CRITERIA, requirement_uid=planned.analysed.requirement.uid, quote=saying)


def _named(test: OQTestCase, saying: str) -> OQTestCase:
    said = saying if saying.endswith((".", "!")) else f"{saying}."
    if said in test.acceptance_criterion:
        return test
    return test.model_copy(update={"acceptance_criterion": f"{said} {test.acceptance_criterion}"})
