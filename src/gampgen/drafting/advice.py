"""What becomes of the agents' advice: used by which tests, or the reason why by none."""

from __future__ import annotations

from collections.abc import Iterable

from gampgen.domain.advice import Advice, AdviceKind, AgentAnswer, AgentName
from gampgen.domain.suite import AdviceRecord, OQTestCase
from gampgen.domain.trace import SourceKind
from gampgen.drafting.cases import id_of
from gampgen.drafting.experience import EXPERIENCE, experience_test, same_step, why_no_step


class _Work:
    """The tests while advice is worked in: those that there are; checks and cited clauses gathered per requirement."""

    def __init__(self, tests: tuple[OQTestCase, ...]) -> None:
        self.by_id = {test.id: test for test in tests}
        self._ids = _ids_by_uid(tests)
        self.checks: dict[str, list[Advice]] = {}
        self.cited: dict[str, list[str]] = {}

    def of(self, uid: str) -> list[OQTestCase]:
        """The tests of a requirement."""
        return [self.by_id[name] for name in self._ids.get(uid, ())]


def _ids_by_uid(tests: Iterable[OQTestCase]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for test in tests:
        for uid in dict.fromkeys(test.requirement_uids):
            found.setdefault(uid, []).append(test.id)
    return found


def apply_advice(
    tests: tuple[OQTestCase, ...], answers: tuple[AgentAnswer, ...]
) -> tuple[tuple[OQTestCase, ...], tuple[AdviceRecord, ...]]:
    """Tests with what the agents said worked in, and a record of each piece of advice in the order of the agents."""
    work = _Work(tests)
    records: list[AdviceRecord] = []
    for one in _in_order(answers):
        used, outcome = _use(one, work)
        records.append(_record(one, used, outcome))
    result, renamed = _with_experience(work)
    by_id, ids = {test.id: test for test in result}, _ids_by_uid(result)

    def used_in(record: AdviceRecord) -> tuple[str, ...]:
        own = tuple(by_id[name] for name in ids.get(record.requirement_uid or "", ()))
        return _used_in(record, own, renamed)

    return result, tuple(record.model_copy(update={"test_ids": used_in(record)}) for record in records)


def _used_in(record: AdviceRecord, own: tuple[OQTestCase, ...], renamed: dict[str, str]) -> tuple[str, ...]:
    """The tests that a piece of advice went into, by their names in the end; a clause also where it is cited.

    `own` are the tests of the requirement.
    """
    if record.kind is AdviceKind.CLAUSE and record.test_ids:
        return tuple(test.id for test in own if record.source.ref in test.regulation_refs)
    return tuple(renamed.get(name, name) for name in record.test_ids)


def _with_experience(work: _Work) -> tuple[tuple[OQTestCase, ...], dict[str, str]]:
    """The tests, each requirement's test of error guessing behind its last one; and ids that went into another test."""
    made: dict[tuple[tuple[str, str], ...], OQTestCase] = {}
    renamed: dict[str, str] = {}
    for uid, checks in work.checks.items():
        test = experience_test(uid, checks, work.of(uid)[0])
        # Not those of its other tests: one that is shared cites clauses that another requirement's words call for.
        refs = tuple(dict.fromkeys(work.cited.get(uid, ())))
        test = test.model_copy(update={"regulation_refs": refs})
        key = tuple((step.action, step.expected_result) for step in test.steps)
        earlier = made.get(key)
        if earlier is None:
            made[key] = test
            continue
        renamed[test.id] = earlier.id
        both = (*earlier.requirement_uids, uid)
        title = f"{earlier.title.removesuffix(')')}, {uid})"
        refs = tuple(dict.fromkeys((*earlier.regulation_refs, *refs)))
        made[key] = earlier.model_copy(update={"requirement_uids": both, "title": title, "regulation_refs": refs})
    last = {uid: test.id for test in work.by_id.values() for uid in test.requirement_uids}
    behind: dict[str, list[OQTestCase]] = {}
    for one in made.values():
        behind.setdefault(last[one.requirement_uids[0]], []).append(one)
    placed: list[OQTestCase] = []
    for test in work.by_id.values():
        placed += [test, *behind.get(test.id, ())]
    return tuple(placed), renamed


def _in_order(answers: tuple[AgentAnswer, ...]) -> list[Advice]:
    """Advice by agent, then chunk, whichever answered first."""
    ranked = sorted(answers, key=lambda answer: (_rank(answer.agent), answer.agent, answer.chunk))
    return [one for answer in ranked for one in answer.advice]


def _rank(agent: str) -> int:
    """The place of an agent: the shipped ones in their order, further ones after them."""
    shipped = [name.value for name in AgentName]
    return shipped.index(agent) if agent in shipped else len(shipped)


def _use(one: Advice, work: _Work) -> tuple[tuple[str, ...], str]:
    if one.requirement_uid is None:
        return (), "It concerns the document as a whole; tests are made per requirement."
    tests = work.of(one.requirement_uid)
    if not tests:
        return (), "The requirement has no OQ test."
    if one.kind is AdviceKind.CHECK:
        return _gather(one, one.requirement_uid, tests, work)
    worker = _WORKERS.get(one.kind)
    used, outcome = worker(one, [test.id for test in tests], work.by_id) if worker else ((), _UNUSED[one.kind])
    if used and one.kind is AdviceKind.CLAUSE and one.source.ref:
        work.cited.setdefault(one.requirement_uid, []).append(one.source.ref)
    return used, outcome


def _gather(one: Advice, uid: str, tests: list[OQTestCase], work: _Work) -> tuple[tuple[str, ...], str]:
    if reason := why_no_step(one, tests):
        return (), reason
    if doing := same_step(one, tests):
        return (doing.id,), "A step of the test already does this."
    gathered = work.checks.setdefault(uid, [])
    if all(one.action != other.action for other in gathered):
        gathered.append(one)
    return (id_of(uid, EXPERIENCE),), "A step of the requirement's test of error guessing."


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


_WORKERS = {AdviceKind.CLAUSE: _cite, AdviceKind.PASSAGE: _quote_passage}
_UNUSED = {
    AdviceKind.FAILURE_MODE: "Named as a failure to think of; no step follows from it without a check.",
    AdviceKind.DEFINITION: "A definition: it explains words and adds nothing to do or to see.",
    AdviceKind.RELATED_REQUIREMENT: "The related requirement has its own tests.",
    AdviceKind.NOTHING_FOUND: "The agent found nothing: there is nothing to use.",
    AdviceKind.GAP: "A question to the author; a test would have to invent the answer.",
}


_NEVER_CITED = frozenset({"draft", "superseded", "own_advice", "mixed", "industry_guidance"})


def _record(one: Advice, used: tuple[str, ...], outcome: str) -> AdviceRecord:
    return AdviceRecord(
        agent=one.agent, requirement_uid=one.requirement_uid, kind=one.kind, text=one.text, source=one.source,
        clause_status=one.clause_status, test_ids=used, outcome=outcome,
    )  # fmt: skip
