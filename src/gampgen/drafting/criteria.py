# ruff: noqa: E501 - a sentence of a test stands on one line, so that it is read and mended as a whole
"""Acceptance criteria that the document states: each goes, word for word, to the test that shows it, else gets its own.

A criterion never replaces what a test has to show by itself: a test of 1.9 °C is not passed by "no alarm at 2.0 °C".
"""

from __future__ import annotations

import re

from gampgen.domain.origin import Origin
from gampgen.domain.quantity import Comparator, Quantity
from gampgen.domain.risk import Level, PlannedRequirement
from gampgen.domain.suite import InputValue, OQTestCase, Polarity, ProcedureStep, Technique
from gampgen.domain.trace import Source, SourceKind
from gampgen.drafting.cases import id_of
from gampgen.drafting.english import capital, inner, sentence
from gampgen.drafting.wording import is_duration_unit

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
_FITS = 0.75
_LONGEST = 110
_STEM = 5
EVIDENCE = "record of what was looked up, with the values seen"


def stated_criterion(planned: PlannedRequirement) -> str | None:
    """The acceptance criterion that the document states, verbatim; None where it states none."""
    stated = planned.analysed.requirement.acceptance_criteria
    return stated.strip() if stated and stated.strip() else None


def criterion_polarity(stated: str) -> Polarity:
    """Whether a stated criterion speaks of what happens or of what is refused or stays away ("No alarm at 2.0 °C")."""
    return Polarity.NEGATIVE if _DENYING.search(stated) else Polarity.POSITIVE


def with_criterion(planned: PlannedRequirement, tests: list[OQTestCase]) -> list[OQTestCase]:
    """A requirement's tests with its stated criterion: at the test whose steps show it, or as a test of its own."""
    stated = stated_criterion(planned)
    if stated is None or not tests:
        return tests
    polarity = criterion_polarity(stated)
    fitting = [test for test in tests if test.polarity is polarity and _shows(test, stated)]
    if not fitting:
        return [*tests, _own_test(planned, stated, polarity, tests[0])]
    chosen = max(fitting, key=lambda test: _overlap(test, stated))
    return [_judged_by(test, planned, stated) if test is chosen else test for test in tests]


def _text(test: OQTestCase) -> str:
    steps = " ".join(f"{step.action} {step.expected_result}" for step in test.steps)
    data = " ".join(f"{one.name} {one.value} {one.unit}" for one in test.inputs)
    return f"{test.title} {steps} {data}"


def _shows(test: OQTestCase, stated: str) -> bool:
    """Whether a test is about all numbers and nearly all words of a criterion."""
    numbers = set(_NUMBER.findall(stated))
    tried = {one.value for one in test.inputs if isinstance(one.value, str) and _NUMBER.fullmatch(one.value)}
    return numbers <= (tried or set(_NUMBER.findall(_text(test)))) and _overlap(test, stated) >= _FITS


def _overlap(test: OQTestCase, stated: str) -> float:
    wanted, given = _stems(stated), _stems(_text(test))
    return len(wanted & given) / len(wanted) if wanted else 1.0


def _stems(text: str) -> frozenset[str]:
    words = (word.lower() for word in _WORD.findall(text))
    return frozenset(word[:_STEM].removesuffix("s") for word in words if word not in _EMPTY)


def _judged_by(test: OQTestCase, planned: PlannedRequirement, stated: str) -> OQTestCase:
    step = _criterion_step(len(test.steps) + 1, planned, stated, "For the data of this test, look up and write down")
    said = stated if stated.endswith((".", "!")) else f"{stated}."
    return test.model_copy(
        update={"steps": (*test.steps, step), "acceptance_criterion": f"{said} {test.acceptance_criterion}"}
    )


def _criterion_step(number: int, planned: PlannedRequirement, stated: str, lead: str) -> ProcedureStep:
    requirement = planned.analysed.requirement
    source = Source(kind=SourceKind.ACCEPTANCE_CRITERIA, requirement_uid=requirement.uid, quote=stated)
    return ProcedureStep(
        number=number, action=f"{lead} whether this holds: {inner(stated).rstrip(' .;')}.",
        expected_result=sentence(stated), evidence=EVIDENCE, source=source,
    )  # fmt: skip


def _own_test(planned: PlannedRequirement, stated: str, polarity: Polarity, like: OQTestCase) -> OQTestCase:
    """The test that the document itself asks for by its criterion."""
    requirement = planned.analysed.requirement
    every = planned.analysed.criteria.quantities if planned.analysed.criteria else ()
    amounts = tuple(one for one in every if _is_a_case(one, stated))
    cases = [f"Set up the case with {one.text}, look and write down" for one in amounts]
    cases = cases or [f"Carry out “{_first(requirement.text)}” with <prepared data>, look and write down"]
    steps = tuple(_criterion_step(number, planned, stated, lead) for number, lead in enumerate(cases, start=1))
    short = inner(stated).rstrip(" .;")
    return OQTestCase(
        id=id_of(requirement.uid, "stated-criterion"),
        title=f"{capital(_cut(short))}, as the requirement states ({requirement.uid})",
        objective=sentence(f"Show what the requirement names as its acceptance criterion: {short}"),
        requirement_uids=(requirement.uid,), technique=Technique.SCENARIO, polarity=polarity, priority=like.priority,
        scripted=like.priority is not Level.LOW, preconditions=like.preconditions[:1],
        inputs=tuple(InputValue(name=inner(one.text), value=one.value, unit=one.unit) for one in amounts), steps=steps,
        acceptance_criterion=stated, regulation_refs=(), origin=Origin.RULES, estimated_minutes=2 * len(steps) + 1,
        rationale="The acceptance criterion that the document states, tried by itself: no other test shows all of it.",
    )  # fmt: skip


def _is_a_case(quantity: Quantity, stated: str) -> bool:
    """Whether a number of a criterion is a value to be set up ("alarm at 1.9 °C"), not a measure of the outcome."""
    before = stated.partition(quantity.text)[0]
    plain = (
        quantity.comparator is Comparator.EQUAL and quantity.unit is not None and not is_duration_unit(quantity.unit)
    )
    return plain and not _MEASURE.search(before)


_MEASURE = re.compile(r"\b(?:to|within|by|than|least|most|exceed\w*|resolution of|accuracy of)\s*$", re.IGNORECASE)


def _first(text: str) -> str:
    return re.split(r"(?<=[.;])\s", " ".join(text.split()), maxsplit=1)[0].rstrip(".;")


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + " …"
