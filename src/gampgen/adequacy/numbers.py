"""Whether every number of a requirement comes back in its tests: in an input, an expected result or a criterion."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from gampgen.domain.suite import OQTestCase, SuiteRequirement, UnseenNumber

_NUMBER = re.compile(r"(?<![\w.])[-−–]?\d+(?:\.\d+)?")
_THOUSANDS = re.compile(r"(?<=\d)[,   ](?=\d{3}\b)")
_WORDS = (
    ("one", 1), ("first", 1), ("once", 1), ("two", 2), ("second", 2), ("twice", 2), ("both", 2), ("three", 3),
    ("four", 4), ("five", 5), ("six", 6), ("seven", 7), ("eight", 8), ("nine", 9), ("ten", 10), ("twelve", 12),
)  # fmt: skip
_SPELT = re.compile(rf"\b(?:{'|'.join(word for word, _ in _WORDS)})\b", re.IGNORECASE)


def numbers_in(text: str) -> set[Decimal]:
    """The numbers of a text, as digits or spelt; signs are left out."""
    said = {Decimal(one.lstrip("-−–")) for one in _NUMBER.findall(_THOUSANDS.sub("", text))}
    values = dict(_WORDS)
    return said | {Decimal(values[one.lower()]) for one in _SPELT.findall(text)}


def unseen_numbers(
    requirements: tuple[SuiteRequirement, ...], tests: dict[str, tuple[OQTestCase, ...]]
) -> tuple[int, tuple[UnseenNumber, ...]]:
    """How many numbers the requirements state, and those that their tests do not give back."""
    stated, unseen = 0, []
    for one in requirements:
        said = numbers_in(" ".join(_said(test) for test in tests.get(one.uid, ())))
        for text, number in dict.fromkeys(_stated(one)):
            stated += 1
            if number not in said:
                unseen.append(UnseenNumber(requirement_uid=one.uid, text=text, value=format(number, "f")))
    return stated, tuple(unseen)


def _stated(requirement: SuiteRequirement) -> Iterator[tuple[str, Decimal]]:
    for quantity in requirement.quantities:
        yield quantity.text, abs(quantity.number)
    for interval in requirement.intervals:
        for end in (interval.lower, interval.upper):
            if end is not None:
                yield interval.text, abs(Decimal(end))


def _said(test: OQTestCase) -> str:
    """What the tester enters, does, sees and judges by; titles and objectives do not count."""
    steps = " ".join(f"{step.action} {step.expected_result}" for step in test.steps)
    inputs = " ".join(f"{one.value} {one.name}" for one in test.inputs)
    return f"{steps} {inputs} {test.acceptance_criterion} {' '.join(test.preconditions)}"
