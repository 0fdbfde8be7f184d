"""No ALCOA+ attribute is a constant: each is met on an honest record, and falls when its own evidence is broken."""

from collections.abc import Callable

import pytest
from tests.audit.sealed_run import make_sealed_run

from gampgen.audit.alcoa import assess
from gampgen.audit.record import AlcoaResult, AuditEntry, AuditRecord, RunStatus

NAMES = (
    "Attributable", "Legible", "Contemporaneous", "Original", "Accurate", "Complete", "Consistent", "Enduring",
    "Available", "Traceable",
)  # fmt: skip
FOR_THE_FIRM = {"Accurate", "Enduring", "Available"}


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> AuditRecord:
    folder = tmp_path_factory.mktemp("alcoa") / "run"
    make_sealed_run(folder)
    return AuditRecord.model_validate_json((folder / "audit.json").read_bytes())


def results(record: AuditRecord) -> dict[str, AlcoaResult]:
    return {one.attribute: one.result for one in assess(record)}


def at(action: str, /, **change: object) -> Callable[[AuditRecord], AuditRecord]:
    """The record with the first entry of an action changed; the chain is left as it was."""

    def broken(record: AuditRecord) -> AuditRecord:
        place = next(n for n, entry in enumerate(record.entries) if entry.action == action)
        entries = [*record.entries]
        entries[place] = entries[place].model_copy(update=change)
        return record.model_copy(update={"entries": tuple(entries)})

    return broken


def of_run(**change: object) -> Callable[[AuditRecord], AuditRecord]:
    return lambda record: record.model_copy(update={"run": record.run.model_copy(update=change)})


def without(action: str) -> Callable[[AuditRecord], AuditRecord]:
    def broken(record: AuditRecord) -> AuditRecord:
        left = tuple(entry for entry in record.entries if entry.action != action)
        return record.model_copy(update={"entries": left})

    return broken


def with_outputs(change: Callable[[tuple], tuple]) -> Callable[[AuditRecord], AuditRecord]:
    return lambda record: record.model_copy(update={"outputs": change(record.outputs)})


def first_output(**change: object) -> Callable[[AuditRecord], AuditRecord]:
    return with_outputs(lambda outputs: (outputs[0].model_copy(update=change), *outputs[1:]))


def twice_closed(record: AuditRecord) -> AuditRecord:
    return record.model_copy(update={"entries": (*record.entries, record.entries[-1])})


def later_stage_first(record: AuditRecord) -> AuditRecord:
    entries: list[AuditEntry] = [*record.entries]
    planned = next(n for n, entry in enumerate(entries) if entry.action == "requirement_planned")
    entries.insert(0, entries.pop(planned))
    return record.model_copy(update={"entries": tuple(entries)})


BREAKS: list[tuple[str, Callable[[AuditRecord], AuditRecord], str]] = [
    ("Attributable", at("test_drafted", actor=" "), "names who acted"),
    ("Attributable", of_run(user=""), "account"),
    ("Attributable", of_run(command=()), "account"),
    ("Attributable", at("category_decided", actor="rules engine"), "person"),
    ("Attributable", at("category_decided", reason=""), "person"),
    ("Legible", at("test_drafted", subject=""), "what was done"),
    ("Legible", at("test_drafted", reason="good\u202ebad"), "cannot be seen"),
    ("Legible", with_outputs(lambda outputs: tuple(o for o in outputs if o.name.endswith(".json"))), "for people"),
    ("Contemporaneous", at("test_drafted", at="2020-01-01T00:00:00.000Z"), "during the run"),
    ("Contemporaneous", at("test_drafted", elapsed_us=99_000_000), "steady clock"),
    ("Contemporaneous", twice_closed, "after the closing"),
    ("Original", at("document_read", inputs=()), "document"),
    ("Original", without("document_read"), "document"),
    ("Original", at("test_drafted", reason="changed later"), "digest of the one before"),
    ("Original", at("category_decided", before=None), "old value"),
    ("Accurate", at("suite_assembled", reason="2 requirements, 9 tests, 0 findings"), "figures"),
    ("Accurate", first_output(sha256="0" * 64), "file"),
    ("Accurate", with_outputs(lambda outputs: outputs[1:]), "file"),
    ("Complete", without("run_closed"), "start to closing"),
    ("Complete", without("run_started"), "start to closing"),
    ("Complete", of_run(status=RunStatus.PARTIAL), "answer is missing"),
    ("Complete", at("agent_answered", action="agent_failed"), "answer is missing"),
    ("Complete", without("agent_answered"), "its failure"),
    ("Complete", without("requirement_planned"), "planned"),
    ("Consistent", at("test_drafted", seq=77), "without a gap"),
    ("Consistent", later_stage_first, "order of the work"),
    ("Consistent", at("test_drafted", at="20.11.2026 09:00"), "one form"),
    ("Enduring", first_output(size=0), "open formats"),
    ("Enduring", first_output(name="a.xyz"), "open formats"),
    ("Available", with_outputs(lambda outputs: tuple(o for o in outputs if not o.name.endswith(".html"))), "searched"),
    ("Traceable", at("test_drafted", refers_to=("URS-9",)), "requirements that were recognised"),
    ("Traceable", at("test_drafted", refers_to=()), "requirements that were recognised"),
    ("Traceable", lambda record: record.model_copy(update={"inputs": ()}), "digest"),
    ("Traceable", first_output(sha256="?"), "digest"),
]  # fmt: skip


def test_an_honest_record_meets_what_software_can_see_and_leaves_the_rest_to_the_firm(record: AuditRecord) -> None:
    assert tuple(results(record)) == NAMES
    for one in assess(record):
        wanted = AlcoaResult.NOT_ASSESSABLE if one.attribute in FOR_THE_FIRM else AlcoaResult.MET
        assert one.result is wanted, one
        assert one.checks
        assert all(check.passed and check.evidence for check in one.checks), one
        assert one.note.endswith(".")


def test_the_record_holds_what_was_assessed(record: AuditRecord) -> None:
    assert record.alcoa == assess(record)


@pytest.mark.parametrize(("attribute", "damage", "check"), BREAKS)
def test_each_attribute_falls_when_its_evidence_is_broken(
    record: AuditRecord, attribute: str, damage: Callable[[AuditRecord], AuditRecord], check: str
) -> None:
    found = next(one for one in assess(damage(record)) if one.attribute == attribute)
    assert found.result is AlcoaResult.NOT_MET
    failed = [one.name for one in found.checks if not one.passed]
    assert any(check in name for name in failed), failed
    assert all(name in found.note for name in failed)


def test_every_attribute_is_broken_by_some_test() -> None:
    assert {attribute for attribute, _, _ in BREAKS} == set(NAMES)


def test_an_empty_record_meets_nothing_but_what_is_about_single_entries(record: AuditRecord) -> None:
    bare = record.model_copy(update={"entries": (), "inputs": (), "outputs": ()})
    met = {name for name, result in results(bare).items() if result is not AlcoaResult.NOT_MET}
    assert met == {"Attributable"}  # account, machine and command are still known
