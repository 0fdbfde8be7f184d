"""What the suite assumes: every sentence of it that says so, with the tests, requirements or findings that say it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from gampgen.domain.suite import OQTestSuite
from gampgen.rendering.entries import FindingLine, Passage
from gampgen.rendering.index import SuiteIndex
from gampgen.rendering.text import bare_blanks
from gampgen.rendering.words import Words

_ASSUMED = re.compile(r"\bassum(?:e[sd]?|ing|ptions?)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_MOST_NAMED = 12


def assumptions(index: SuiteIndex, findings: Iterable[FindingLine]) -> Iterator[Passage]:
    """Each assumption once (`meaning`), where it was made (`name`), and by which tests or requirements (`where`)."""
    for finding in findings:
        if _ASSUMED.search(finding.message):
            yield Passage(index.words.say("Finding {number}", number=finding.number), finding.message, finding.where)
    yield from _gathered(index.words, "Tests", "test", _of_tests(index.suite))
    yield from _gathered(index.words, "Risk ratings", "requirement", _of_ratings(index))


def _of_tests(suite: OQTestSuite) -> Iterator[tuple[str, str]]:
    for test in suite.tests:
        for text in (test.rationale, *test.preconditions):
            yield from ((sentence, test.id) for sentence in _assuming(bare_blanks(text)))


def _of_ratings(index: SuiteIndex) -> Iterator[tuple[str, str]]:
    for requirement in index.suite.requirements:
        risk = requirement.risk
        for text in (risk.severity_reason, risk.probability_reason, risk.detectability_reason):
            yield from ((sentence, index.printed_id(requirement.uid)) for sentence in _assuming(text))


def _assuming(text: str) -> list[str]:
    return [sentence for sentence in _SENTENCE_END.split(text) if _ASSUMED.search(sentence)]


def _gathered(words: Words, made_by: str, noun: str, said: Iterable[tuple[str, str]]) -> Iterator[Passage]:
    """The same sentence of several tests or requirements as one assumption."""
    users: dict[str, dict[str, None]] = {}
    for sentence, user in said:
        users.setdefault(sentence, {})[user] = None
    for sentence, names in users.items():
        few = len(names) <= _MOST_NAMED
        yield Passage(words.say(made_by), sentence, ", ".join(names) if few else words.counted(len(names), noun))
