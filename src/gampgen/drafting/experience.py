# ruff: noqa: E501 - a sentence of a test stands on one line, so that it is read and mended as a whole
"""What experience of the field tries beside a requirement: gathered in one test of its own per requirement.

A check of the subject-matter agent has its own set-up and its own verdict; hung on to a boundary or a decision test it
would be judged by a criterion that says nothing of it. Source: ISO/IEC/IEEE 29119-4:2021 §5.4 (error guessing).
"""

from __future__ import annotations

from gampgen.domain.advice import Advice, AgentName
from gampgen.domain.origin import Origin
from gampgen.domain.risk import Level
from gampgen.domain.suite import OQTestCase, ProcedureStep, Technique
from gampgen.domain.trace import SourceKind
from gampgen.drafting.cases import MINUTES_PER_STEP, id_of
from gampgen.drafting.criteria import criterion_polarity
from gampgen.drafting.english import inner, sentence
from gampgen.drafting.wording import RECORD

EXPERIENCE = "experience"
_STEP_SOURCES = frozenset({SourceKind.RULE, SourceKind.CLAUSE, SourceKind.CONTEXT})
_RATIONALE = (
    "Error guessing: each step names the rule, clause or document that it comes from. It is practice of the field, not a"
    " word of the requirement."
)


def why_no_step(one: Advice, tests: list[OQTestCase]) -> str:
    """Why a check becomes no step; "" where it does."""
    if not one.action or not one.expected:
        return "The check says either nothing to do or nothing to see."
    if one.source.kind not in _STEP_SOURCES:
        return "A check must rest on a rule, a clause or a context file."
    if one.agent == AgentName.SME and all(test.priority is not Level.HIGH for test in tests):
        return "The requirement's risk priority is not high; it gets no test of error guessing."
    return ""


def same_step(one: Advice, tests: list[OQTestCase]) -> OQTestCase | None:
    """The test that already does or sees what a check wants; None where there is none."""
    return next(
        (
            test
            for test in tests
            if any(_same(step.action, one.action) or _same(step.expected_result, one.expected) for step in test.steps)
        ),
        None,
    )


def _same(first: str, second: str) -> bool:
    return first.lower().strip(" .") == second.lower().strip(" .")


def experience_test(uid: str, checks: list[Advice], like: OQTestCase) -> OQTestCase:
    """The test of all checks of a requirement. `like` is one of its other tests, whose set-up and priority it shares."""
    said = "; ".join(inner(one.text).rstrip(" .") for one in checks)
    steps = tuple(
        ProcedureStep(
            number=number, action=sentence(one.action), expected_result=sentence(one.expected), evidence=RECORD,
            source=one.source.model_copy(update={"requirement_uid": uid}),
        )
        for number, one in enumerate(checks, start=1)
    )  # fmt: skip
    return OQTestCase(
        id=id_of(uid, EXPERIENCE), title=f"What experience tries: {said} ({uid})",
        objective=sentence(f"Show that what has failed elsewhere with requirements of this kind does not fail here: {said}"),
        requirement_uids=(uid,), technique=Technique.ERROR_GUESSING,
        polarity=criterion_polarity(" ".join(one.expected for one in checks)), priority=like.priority, scripted=True,
        preconditions=(f"The set-up is that of the test {like.id}.",), inputs=(), steps=steps,
        acceptance_criterion=sentence(f"For {uid}, each step shows its expected result: {said}"), regulation_refs=(),
        rationale=_RATIONALE, origin=Origin.RULES, estimated_minutes=MINUTES_PER_STEP * len(steps) + 1,
    )  # fmt: skip
