# ruff: noqa: E501 - a sentence of a test stands on one line
"""What the accepted answers become: tests, step wordings and advice, each marked as the model's."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from gampgen.domain.advice import AdviceKind, AgentName
from gampgen.domain.origin import Origin
from gampgen.domain.requirement import Requirement
from gampgen.domain.second_reading import Contribution, ContributionKind
from gampgen.domain.suite import AdviceRecord, OQTestCase, Polarity, ProcedureStep, Technique
from gampgen.domain.trace import Source, SourceKind
from gampgen.drafting import Draft
from gampgen.drafting.cases import MINUTES_PER_STEP, id_of
from gampgen.drafting.english import inner, sentence
from gampgen.drafting.wording import SCREEN
from gampgen.second_reading.material import Material

_RATIONALE = (
    "Error guessing by a language model: the situation is the model's words, what is expected is the requirement's. A person "
    "decides whether the test is carried out."
)
_OUTCOME = "Named by a language model as a failure to think of; no step follows from it."


def applied(draft: Draft, material: Material, contributions: tuple[Contribution, ...]) -> Draft:
    """The draft with the accepted answers worked in; no test of the rules is taken away or loses a step."""
    worded = tuple(_worded(test, contributions) for test in draft.tests)
    tests = _with_additional(worded, material, contributions)
    return draft.model_copy(update={"tests": tests, "advice": (*draft.advice, *_advice(contributions))})


def _worded(test: OQTestCase, contributions: Iterable[Contribution]) -> OQTestCase:
    own = [
        one for one in contributions if one.kind is ContributionKind.STEP_WORDING and one.test_id == test.id
    ]  # fmt: skip
    if not own:
        return test
    steps = tuple(_step(step, [one for one in own if one.step == step.number]) for step in test.steps)
    return test.model_copy(update={"steps": steps})


def _step(step: ProcedureStep, own: list[Contribution]) -> ProcedureStep:
    if not own:
        return step
    return step.model_copy(update={**{one.note: one.text for one in own}, "origin": Origin.LLM})


def _with_additional(
    tests: tuple[OQTestCase, ...], material: Material, contributions: Iterable[Contribution]
) -> tuple[OQTestCase, ...]:
    """The tests, each requirement's additional ones behind its last."""
    last = {uid: test.id for test in tests for uid in test.requirement_uids}
    behind: dict[str, list[OQTestCase]] = {}
    taken = {test.id for test in tests}
    for one in contributions:
        uid = one.requirement_uid
        if one.kind is not ContributionKind.ADDITIONAL_TEST or uid is None:
            continue
        made = additional_test(one, material.requirements[uid], material.tests_of[uid][0])
        if made.id not in taken:
            taken.add(made.id)
            behind.setdefault(last[uid], []).append(made)
    return tuple(one for test in tests for one in (test, *behind.get(test.id, ())))


def additional_test(one: Contribution, requirement: Requirement, like: OQTestCase) -> OQTestCase:
    """The test of a situation that the model thought of. `like` is a test of the rules, whose set-up it shares."""
    situation, failure = sentence(one.text), inner(one.note).rstrip(" .")
    test_id = additional_id(requirement.uid, one)
    step = ProcedureStep(
        number=1,
        action=situation,
        expected_result=f"What {requirement.uid} demands holds in this situation too: “{one.quote}”.",
        evidence=SCREEN,
        source=Source(kind=_kind(requirement, one.quote), requirement_uid=requirement.uid, quote=one.quote),
        origin=Origin.LLM,
    )
    return OQTestCase(
        id=test_id,
        title=f"Proposed by a language model: {failure} ({requirement.uid}, {test_id.rpartition('-')[2]})",
        objective=f"Show that this does not happen: {failure}.",
        requirement_uids=(requirement.uid,),
        technique=Technique.ERROR_GUESSING,
        polarity=Polarity.POSITIVE,
        priority=like.priority,
        scripted=True,
        preconditions=(f"The set-up is that of the test {like.id}.",),
        inputs=(),
        steps=(step,),
        acceptance_criterion=f"{requirement.uid} holds after this: {situation} “{one.quote}”",
        regulation_refs=(),
        rationale=_RATIONALE,
        origin=Origin.LLM,
        estimated_minutes=MINUTES_PER_STEP + 1,
    )


def additional_id(uid: str, one: Contribution) -> str:
    """The id of an additional test: of its requirement and its own words, never the model's."""
    return id_of(uid, f"llm-{hashlib.sha256(one.text.encode()).hexdigest()[:8]}")


def _kind(requirement: Requirement, quote: str) -> SourceKind:
    wanted = " ".join(quote.split())
    own = any(wanted in " ".join(part.split()) for part in (requirement.text, *requirement.items))
    return SourceKind.REQUIREMENT if own else SourceKind.ACCEPTANCE_CRITERIA


def _advice(contributions: Iterable[Contribution]) -> tuple[AdviceRecord, ...]:
    return tuple(
        AdviceRecord(
            agent=AgentName.SME,
            requirement_uid=one.requirement_uid,
            kind=AdviceKind.FAILURE_MODE,
            text=one.text,
            source=Source(kind=SourceKind.REQUIREMENT, requirement_uid=one.requirement_uid, quote=one.quote),
            outcome=_OUTCOME,
            origin=Origin.LLM,
        )
        for one in contributions
        if one.kind is ContributionKind.FAILURE_MODE
    )
