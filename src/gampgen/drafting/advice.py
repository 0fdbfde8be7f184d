"""What becomes of the agents' advice: used by which tests, or the reason why by none."""

from __future__ import annotations

from gampgen.domain.advice import Advice, AdviceKind, AgentAnswer, AgentName
from gampgen.domain.suite import AdviceRecord, OQTestCase, ProcedureStep
from gampgen.domain.trace import SourceKind
from gampgen.drafting.wording import RECORD

_STEP_SOURCES = frozenset({SourceKind.RULE, SourceKind.CLAUSE, SourceKind.CONTEXT})


def apply_advice(
    tests: tuple[OQTestCase, ...], answers: tuple[AgentAnswer, ...]
) -> tuple[tuple[OQTestCase, ...], tuple[AdviceRecord, ...]]:
    """Tests with what the agents said worked in, and a record of each piece of advice in the order of the agents."""
    by_id = {test.id: test for test in tests}
    records: list[AdviceRecord] = []
    for one in _in_order(answers):
        ids = (
            [test.id for test in by_id.values() if one.requirement_uid in test.requirement_uids]
            if one.requirement_uid
            else []
        )
        used, outcome = _use(one, ids, by_id)
        records.append(_record(one, used, outcome))
    return tuple(by_id[test.id] for test in tests), tuple(records)


def _in_order(answers: tuple[AgentAnswer, ...]) -> list[Advice]:
    """Advice by agent, then chunk, whichever answered first."""
    ranked = sorted(answers, key=lambda answer: (_rank(answer.agent), answer.agent, answer.chunk))
    return [one for answer in ranked for one in answer.advice]


def _rank(agent: str) -> int:
    """The place of an agent: the shipped ones in their order, further ones after them."""
    shipped = [name.value for name in AgentName]
    return shipped.index(agent) if agent in shipped else len(shipped)


def _use(one: Advice, ids: list[str], by_id: dict[str, OQTestCase]) -> tuple[tuple[str, ...], str]:
    if one.requirement_uid is None:
        return (), "It concerns the document as a whole; tests are made per requirement."
    if not ids:
        return (), "The requirement has no OQ test."
    worker = _WORKERS.get(one.kind)
    return worker(one, ids, by_id) if worker else ((), _UNUSED[one.kind])


def _cite(one: Advice, ids: list[str], by_id: dict[str, OQTestCase]) -> tuple[tuple[str, ...], str]:
    ref = one.source.ref
    if not ref:
        return (), "The advice names no clause."
    if one.clause_status in _NEVER_CITED:
        return (), f"Not cited: its status is {one.clause_status.replace('_', ' ')}."
    for name in ids:
        refs = by_id[name].regulation_refs
        if ref not in refs:
            by_id[name] = by_id[name].model_copy(update={"regulation_refs": (*refs, ref)})
    return tuple(ids), "Cited as regulatory reference of the requirement's tests."


def _extra_step(one: Advice, ids: list[str], by_id: dict[str, OQTestCase]) -> tuple[tuple[str, ...], str]:
    if not one.action or not one.expected:
        return (), "The check says either nothing to do or nothing to see."
    if one.source.kind not in _STEP_SOURCES:
        return (), "A check must rest on a rule, a clause or a context file."
    for name in ids:
        if any(
            _same(step.action, one.action) or _same(step.expected_result, one.expected) for step in by_id[name].steps
        ):
            return (name,), "A step of the test already does this."
    # one test is enough: the first whose action goes through, so that there is something to check afterwards
    chosen = next((name for name in ids if by_id[name].polarity.value == "positive"), ids[0])
    test = by_id[chosen]
    step = ProcedureStep(
        number=len(test.steps) + 1, action=one.action, expected_result=one.expected, evidence=RECORD,
        source=one.source.model_copy(update={"requirement_uid": one.requirement_uid}),
    )  # fmt: skip
    by_id[chosen] = test.model_copy(
        update={"steps": (*test.steps, step), "estimated_minutes": test.estimated_minutes + 2}
    )
    return (chosen,), "Added as a step."


def _quote_passage(one: Advice, ids: list[str], by_id: dict[str, OQTestCase]) -> tuple[tuple[str, ...], str]:
    quote = one.source.quote
    if one.source.kind is not SourceKind.CONTEXT or not quote or not one.source.document:
        return (), "The passage names no context file with its words."
    words = " ".join(quote.split())
    named = [one.source.document, f"version {one.source.version}" if one.source.version else "", one.source.place or ""]
    note = f"{', '.join(part for part in named if part)} says: “{words}”"
    for name in ids:
        test = by_id[name]
        by_id[name] = test.model_copy(update={"preconditions": (*test.preconditions, note)})
    return tuple(ids), "Quoted beside the preconditions of the requirement's tests."


_WORKERS = {AdviceKind.CLAUSE: _cite, AdviceKind.CHECK: _extra_step, AdviceKind.PASSAGE: _quote_passage}
_UNUSED = {
    AdviceKind.FAILURE_MODE: "Named as a failure to think of; no step follows from it without a check.",
    AdviceKind.DEFINITION: "A definition: it explains words and adds nothing to do or to see.",
    AdviceKind.RELATED_REQUIREMENT: "The related requirement has its own tests.",
    AdviceKind.NOTHING_FOUND: "The agent found nothing: there is nothing to use.",
    AdviceKind.NOTHING_FOUND: "Nothing was found that a test could use.",
    AdviceKind.GAP: "A question to the author; a test would have to invent the answer.",
}


_NEVER_CITED = frozenset({"draft", "superseded", "own_advice", "mixed", "industry_guidance"})


def _same(first: str, second: str) -> bool:
    return first.lower().strip(" .") == second.lower().strip(" .")


def _record(one: Advice, used: tuple[str, ...], outcome: str) -> AdviceRecord:
    return AdviceRecord(
        agent=one.agent, requirement_uid=one.requirement_uid, kind=one.kind, text=one.text, source=one.source,
        clause_status=one.clause_status, test_ids=used, outcome=outcome,
    )  # fmt: skip
