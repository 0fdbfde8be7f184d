"""What each ALCOA+ check says, word by word: on an honest record, at its limits, and where its evidence is broken."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from gampgen.audit import alcoa_checks as on
from gampgen.audit.alcoa import assess
from gampgen.audit.canonical import sha256_hex
from gampgen.audit.record import (
    FIRST_PREVIOUS,
    AlcoaCheck,
    AlcoaResult,
    AuditEntry,
    AuditRecord,
    Closing,
    DigestOf,
    FileDigest,
    Occurrence,
    RunRecord,
    RunStatus,
    ToolRecord,
)

ENGINE = "rules engine"
URS = DigestOf(name="urs.docx", sha256="1" * 64)
SUITE = FileDigest(name="suite.json", sha256="2" * 64, size=1)
PAGE = FileDigest(name="report.html", sha256="3" * 64, size=9)

STORY = (
    Occurrence(actor=ENGINE, action="run_started", subject="run"),
    Occurrence(actor=ENGINE, action="document_read", subject="urs.docx", inputs=(URS,)),
    Occurrence(actor=ENGINE, action="requirement_recognised", subject="URS-1"),
    Occurrence(
        actor="A. Person", action="category_decided", subject="GAMP category", reason="r", before="3", after="4"
    ),
    Occurrence(actor=ENGINE, action="requirement_planned", subject="URS-1"),
    Occurrence(actor=ENGINE, action="agent_asked", subject="question 1"),
    Occurrence(actor="sme agent", action="agent_answered", subject="question 1"),
    Occurrence(actor=ENGINE, action="test_drafted", subject="OQ-1", refers_to=("URS-1",)),
    Occurrence(actor=ENGINE, action="test_drafted", subject="OQ-2", refers_to=("URS-1",)),
    Occurrence(
        actor=ENGINE, action="suite_assembled", subject="urs.docx", reason="1 requirements, 2 tests, 0 findings"
    ),
    Occurrence(
        actor=ENGINE,
        action="file_rendered",
        subject="suite.json",
        outputs=(DigestOf(name="suite.json", sha256="2" * 64),),
    ),
    Occurrence(
        actor=ENGINE,
        action="file_rendered",
        subject="report.html",
        outputs=(DigestOf(name="report.html", sha256="3" * 64),),
    ),
    Occurrence(actor=ENGINE, action="run_closed", subject="run"),
)
DECIDED, DRAFTED, LAST = 3, 7, 12


def entries_of(*story: Occurrence) -> tuple[AuditEntry, ...]:
    """An entry each second, chained."""
    previous, entries = FIRST_PREVIOUS, []
    for seq, one in enumerate(story):
        at = f"2026-11-20T08:00:{seq:02d}.000Z"
        entries.append(AuditEntry(**dict(one), seq=seq, at=at, elapsed_us=seq * 1_000_000, previous=previous))
        previous = sha256_hex(entries[-1].canonical())
    return tuple(entries)


RECORD = AuditRecord(
    schema_version="1.0",
    run=RunRecord(
        id="run-1", key="0" * 64, started="2026-11-20T08:00:00.000Z", finished="2026-11-20T08:00:12.000Z",
        utc_offset="+0000", status=RunStatus.COMPLETED, user="tester", host="pc-7", command=("gampgen", "generate"),
    ),
    tool=ToolRecord(name="gampgen", version="0", python="3", packages=()),
    settings=(),
    inputs=(URS,),
    outputs=(SUITE, PAGE),
    entries=entries_of(*STORY),
    alcoa=(),
    closed=Closing(count=13, head="0" * 64, root="0" * 64),
)  # fmt: skip
Check = Callable[[AuditRecord], AlcoaCheck]
Change = Callable[[AuditRecord], AuditRecord]

STAGES = (
    "run_started 0, document_read 1, requirement_recognised 2, requirement_planned 4, test_drafted 7, "
    "suite_assembled 9, file_rendered 10, run_closed 12"
)
HONEST = {
    "Attributable": [
        ("Every entry names who acted", "13 entries examined"),
        ("The run names the account, the machine and the command", "account tester on pc-7: gampgen generate"),
        ("Every person's decision names the person and the reason", "1 entries examined"),
    ],
    "Legible": [
        ("Every entry says what was done to what", "13 entries examined"),
        ("No entry holds a character that cannot be seen", "13 entries examined"),
        ("There are outputs for people and for machines", "suite.json, report.html"),
    ],
    "Contemporaneous": [
        (
            "Every entry was made during the run (2026-11-20T08:00:00.000Z to 2026-11-20T08:00:12.000Z)",
            "13 entries examined",
        ),
        ("The machine's clock agreed with its steady clock (within 2 s between entries)", "13 entries examined"),
        ("Nothing was entered after the closing", "13 entries examined"),
    ],
    "Original": [
        ("The document read is the document listed, by digest", f"urs.docx {'1' * 64}"),
        ("Each entry holds the digest of the one before", "13 entries examined"),
        ("Every decision keeps the old value beside the new one", "1 entries examined"),
    ],
    "Accurate": [
        (
            "The suite's figures are those of the entries",
            "1 requirements and 2 tests entered; told: 1 requirements, 2 tests",
        ),
        ("Every output listed is the file that was rendered", "2 files, each with the digest of its rendering"),
    ],
    "Complete": [
        ("The journal runs from start to closing", "13 entries, from run_started to run_closed"),
        ("No agent's answer is missing", "run completed; agents that failed: 0"),
        (
            "Every question to an agent has its answer or its failure",
            "1 asked, 1 answered or failed, 0 answered in an interrupted run",
        ),
        ("Every requirement recognised was planned, once", "1 recognised and planned"),
    ],
    "Consistent": [
        ("Entries are numbered without a gap", "13 entries examined"),
        (
            "The stages follow each other in the order of the work",
            STAGES,
        ),
        ("All times are UTC in one form", "13 entries examined"),
    ],
    "Enduring": [("All files are in open formats and none is empty", "2 files in open formats, none empty")],
    "Available": [("The result can be read and searched without gampgen", "report.html")],
    "Traceable": [
        ("Every test names requirements that were recognised", "2 entries examined"),
        ("Every requirement recognised was planned, once", "1 recognised and planned"),
        ("Everything that went in and came out is named with its digest", "1 inputs, 2 outputs"),
    ],
}
NOTES = {
    "Attributable": "For the firm to do: An account's name is no proof of a person: give each person an own account "
    "and forbid sharing it.",
    "Legible": "For the firm to do: Keep a program that opens each format for as long as the record is kept.",
    "Contemporaneous": "For the firm to do: Synchronise the machine's clock with a trusted source and keep people from "
    "setting it.",
    "Original": "For the firm to do: Keep the requirements document itself under document control: the record holds "
    "its digest, not its copy.",
    "Accurate": "The checks hold; the rest no software can assess: Whether each test is right for the process is a "
    "judgement: a competent person reviews the suite against the requirements document, and the quality unit approves "
    "it.",
    "Complete": "For the firm to do: Check what was passed over as no requirement (listed in the report) against the "
    "document.",
    "Consistent": "For the firm to do: Compare this machine's clock with those of connected systems.",
    "Enduring": "The checks hold; the rest no software can assess: Archive the folder on a durable medium for the "
    "retention time, back it up, and test the restoring.",
    "Available": "The checks hold; the rest no software can assess: Store the folder where reviewers and inspectors "
    "find it, and try from time to time that they do.",
    "Traceable": "For the firm to do: Keep the trace from these tests to their execution and to deviations in your own "
    "system.",
}


def entry(place: int, /, **change: object) -> Change:
    """One entry changed; the chain is left as it was."""

    def changed(record: AuditRecord) -> AuditRecord:
        entries = [*record.entries]
        entries[place] = entries[place].model_copy(update=change)
        return record.model_copy(update={"entries": tuple(entries)})

    return changed


def told(*story: Occurrence) -> Change:
    return lambda record: record.model_copy(update={"entries": entries_of(*story)})


def without(*actions: str) -> Change:
    return told(*(one for one in STORY if one.action not in actions))


def and_also(*further: Occurrence) -> Change:
    return told(*STORY[:-1], *further, STORY[-1])


def happened(action: str, subject: str, **more: object) -> Occurrence:
    return Occurrence(actor=ENGINE, action=action, subject=subject, **more)


def run(**change: object) -> Change:
    return lambda record: record.model_copy(update={"run": record.run.model_copy(update=change)})


def record(**change: object) -> Change:
    return lambda one: one.model_copy(update=change)


def files(*named: str | FileDigest) -> Change:
    made = [one if isinstance(one, FileDigest) else FileDigest(name=one, sha256="2" * 64, size=1) for one in named]
    return record(outputs=tuple(made))


NO_CLOCK = "no entries, or times in another form"
CASES: list[tuple[Check, Change, bool, str]] = [
    (on.actors_named, entry(0, actor=" "), False, "not so in entries [0]"),
    (
        on.actors_named,
        told(*[happened("x", "y").model_copy(update={"actor": ""})] * 7),
        False,
        "not so in entries [0, 1, 2, 3, 4]",
    ),
    (on.run_attributed, run(user=" "), False, "account   on pc-7: gampgen generate"),
    (on.run_attributed, run(user=""), False, "account (none) on pc-7: gampgen generate"),
    (on.run_attributed, run(host=""), False, "account tester on (none): gampgen generate"),
    (on.run_attributed, run(host=" "), False, "account tester on  : gampgen generate"),
    (on.run_attributed, run(command=()), False, "account tester on pc-7: (none)"),
    (on.decisions_attributed, entry(DECIDED, actor="rules engine"), False, "not so in entries [3]"),
    (on.decisions_attributed, entry(DECIDED, actor=" rules engine "), False, "not so in entries [3]"),
    (on.decisions_attributed, entry(DECIDED, actor=" "), False, "not so in entries [3]"),
    (on.decisions_attributed, entry(DECIDED, reason=" "), False, "not so in entries [3]"),
    (on.decisions_attributed, without("category_decided"), True, "0 entries examined"),
    (on.entries_in_words, entry(2, action=" "), False, "not so in entries [2]"),
    (on.entries_in_words, entry(2, subject=" "), False, "not so in entries [2]"),
    *(
        (on.entries_readable, entry(2, **{field: "a\u200bb"}), False, "not so in entries [2]")
        for field in ("actor", "action", "subject", "reason", "before", "after")
    ),
    (on.entries_readable, entry(2, refers_to=("URS-1", "a\u200bb")), False, "not so in entries [2]"),
    (on.entries_readable, entry(2, reason="a\nb\tc\u00a0d\u202fe\u2009f"), True, "13 entries examined"),
    (on.entries_readable, entry(2, reason="a\rb"), False, "not so in entries [2]"),
    (on.forms_for_both, files("a.docx", "a.json"), True, "a.docx, a.json"),
    (on.forms_for_both, files("a.md", "a.xlsx"), True, "a.md, a.xlsx"),
    (on.forms_for_both, files("a.html", "a.docx"), False, "a.html, a.docx"),
    (on.forms_for_both, files("a.json", "a.xlsx"), False, "a.json, a.xlsx"),
    (on.forms_for_both, files(), False, "none"),
    (on.page_to_search, files("a.html", "a.md", "b.html"), True, "a.html, b.html"),
    (on.page_to_search, files("a.htm", "a.json"), False, "none"),
    (on.within_the_run, entry(2, at="2026-11-20T07:59:59.999Z"), False, "not so in entries [2]"),
    (on.within_the_run, entry(2, at="2026-11-20T08:00:12.001Z"), False, "not so in entries [2]"),
    (on.clocks_agree, entry(LAST, at="2026-11-20T08:00:14.000Z"), True, "13 entries examined"),
    (on.clocks_agree, entry(LAST, at="2026-11-20T08:00:14.001Z"), False, "not so in entries [12]"),
    (on.clocks_agree, entry(LAST, elapsed_us=14_000_000), True, "13 entries examined"),
    (on.clocks_agree, entry(LAST, elapsed_us=14_000_001), False, "not so in entries [12]"),
    (on.clocks_agree, entry(2, elapsed_us=4_000_001), False, "not so in entries [2, 3]"),
    (on.clocks_agree, told(), False, NO_CLOCK),
    (on.clocks_agree, entry(2, at="2026-11-20 08:00:02"), False, NO_CLOCK),
    (on.files_before_closing, and_also(happened("run_closed", "run")), False, "not so in entries [12]"),
    (on.files_before_closing, without("run_closed"), True, "12 entries examined"),
    (on.document_identified, without("document_read"), False, "no document was read"),
    (on.document_identified, entry(1, inputs=()), False, "no document was read"),
    (
        on.document_identified,
        entry(1, inputs=(DigestOf(name="urs.docx", sha256="9" * 64),)),
        False,
        f"urs.docx {'9' * 64}",
    ),
    (on.document_identified, entry(1, inputs=(DigestOf(name="b.docx", sha256="1" * 64),)), False, f"b.docx {'1' * 64}"),
    (
        on.document_identified,
        entry(1, inputs=(URS, DigestOf(name="b.docx", sha256="1" * 64))),
        False,
        f"urs.docx {'1' * 64}, b.docx {'1' * 64}",
    ),
    (
        on.document_identified,
        record(inputs=(URS, DigestOf(name="program", sha256="5" * 64))),
        True,
        f"urs.docx {'1' * 64}",
    ),
    (on.chain_unbroken, entry(5, reason="later"), False, "not so in entries [6]"),
    (on.chain_unbroken, entry(0, previous="1" * 64), False, "not so in entries [0, 1]"),
    (on.chain_unbroken, told(), True, "0 entries examined"),
    (on.old_values_kept, entry(DECIDED, before=None), False, "not so in entries [3]"),
    (on.old_values_kept, entry(DECIDED, after=None), False, "not so in entries [3]"),
    (on.old_values_kept, entry(DECIDED, before="", after=""), True, "1 entries examined"),
    (
        on.counts_agree,
        entry(9, reason="2 requirements, 2 tests"),
        False,
        "1 requirements and 2 tests entered; told: 2 requirements, 2 tests",
    ),
    (
        on.counts_agree,
        entry(9, reason="1 requirements, 3 tests"),
        False,
        "1 requirements and 2 tests entered; told: 1 requirements, 3 tests",
    ),
    (on.counts_agree, entry(9, reason="done"), False, "1 requirements and 2 tests entered; told: nothing"),
    (on.counts_agree, and_also(STORY[9]), False, "1 requirements and 2 tests entered; told: 1 requirements, 2 tests"),
    (on.outputs_as_rendered, files(SUITE), False, "differs: report.html"),
    (
        on.outputs_as_rendered,
        files(PAGE.model_copy(update={"sha256": "4" * 64})),
        False,
        "differs: report.html, report.html, suite.json",
    ),
    (on.outputs_as_rendered, files(SUITE, PAGE, "a.md"), False, "differs: a.md"),
    (
        lambda one: on.outputs_as_rendered(without("file_rendered")(one)),
        files(),
        False,
        "0 files, each with the digest of its rendering",
    ),
    (on.begun_and_closed, without("run_closed"), False, "12 entries, from run_started to file_rendered"),
    (on.begun_and_closed, without("run_started"), False, "12 entries, from document_read to run_closed"),
    (on.begun_and_closed, told(), False, "no entries"),
    (on.nothing_missing, run(status=RunStatus.PARTIAL), False, "run partial; agents that failed: 0"),
    (
        on.nothing_missing,
        and_also(happened("agent_failed", "question 1")),
        False,
        "run completed; agents that failed: 1",
    ),
    (
        on.questions_answered,
        without("agent_answered"),
        False,
        "1 asked, 0 answered or failed, 0 answered in an interrupted run",
    ),
    (
        on.questions_answered,
        entry(6, action="agent_failed"),
        True,
        "1 asked, 1 answered or failed, 0 answered in an interrupted run",
    ),
    (
        on.questions_answered,
        entry(6, action="agent_answer_kept"),
        True,
        "1 asked, 0 answered or failed, 1 answered in an interrupted run",
    ),
    (
        on.questions_answered,
        and_also(happened("agent_answer_kept", "question 9")),
        True,
        "1 asked, 1 answered or failed, 0 answered in an interrupted run",
    ),
    (
        on.questions_answered,
        and_also(happened("agent_answered", "question 1")),
        False,
        "1 asked, 2 answered or failed, 0 answered in an interrupted run",
    ),
    (
        on.questions_answered,
        and_also(happened("agent_asked", "a"), happened("agent_answered", "a")),
        True,
        "2 asked, 2 answered or failed, 0 answered in an interrupted run",
    ),
    (on.every_requirement_planned, without("requirement_planned"), False, "without its counterpart: URS-1"),
    (
        on.every_requirement_planned,
        and_also(happened("requirement_planned", "URS-2")),
        False,
        "without its counterpart: URS-2",
    ),
    (
        on.every_requirement_planned,
        and_also(happened("requirement_planned", "URS-1")),
        False,
        "1 recognised and planned",
    ),
    (
        on.every_requirement_planned,
        and_also(*(happened("requirement_recognised", name) for name in "gfedcb")),
        False,
        "without its counterpart: b, c, d, e, f",
    ),
    (on.every_requirement_planned, told(), False, "0 recognised and planned"),
    (on.numbered, entry(2, seq=3), False, "not so in entries [3]"),
    (on.in_sequence, told(STORY[1], STORY[0]), False, "run_started 1, document_read 0"),
    (
        on.in_sequence,
        told(STORY[0], STORY[4], STORY[2]),
        False,
        "run_started 0, requirement_recognised 2, requirement_planned 1",
    ),
    (
        on.in_sequence,
        told(STORY[0], STORY[2], STORY[7], STORY[4]),
        False,
        "run_started 0, requirement_recognised 1, requirement_planned 3, test_drafted 2",
    ),
    (on.in_sequence, told(STORY[9], STORY[7]), False, "test_drafted 1, suite_assembled 0"),
    (on.in_sequence, told(STORY[10], STORY[9]), False, "suite_assembled 1, file_rendered 0"),
    (on.in_sequence, told(STORY[12], STORY[10]), False, "file_rendered 1, run_closed 0"),
    (
        on.in_sequence,
        lambda one: entry(1, elapsed_us=0)(told(STORY[0], STORY[1])(one)),
        True,
        "run_started 0, document_read 1",
    ),
    (
        on.in_sequence,
        lambda one: entry(0, elapsed_us=1_000_001)(told(STORY[0], STORY[1])(one)),
        False,
        "run_started 0, document_read 1",
    ),
    (on.in_sequence, told(), False, "no entries"),
    *(
        (on.one_time_format, entry(2, at=at), False, "not so in entries [2]")
        for at in (
            "2026-11-20T08:00:02Z",
            "2026-11-20T08:00:02.000+00:00",
            "2026-11-20T08:00:02.000Z ",
            "2026-11-20T08:00:02.0000Z",
        )
    ),
    (
        on.open_formats,
        files("a.docx", "a.html", "a.md", "a.json", "a.xlsx"),
        True,
        "5 files in open formats, none empty",
    ),
    (on.open_formats, files("a.docx", "a.pages", "b.bin"), False, "not so: a.pages, b.bin"),
    (on.open_formats, files(SUITE.model_copy(update={"size": 0}), PAGE), False, "not so: suite.json"),
    (on.open_formats, files(), False, "0 files in open formats, none empty"),
    (on.tests_traced, entry(DRAFTED, refers_to=()), False, "not so in entries [7]"),
    (on.tests_traced, entry(DRAFTED, refers_to=("URS-1", "URS-2")), False, "not so in entries [7]"),
    (on.everything_digested, record(inputs=()), False, "0 inputs, 2 outputs"),
    (on.everything_digested, record(outputs=()), False, "1 inputs, 0 outputs"),
    (
        on.everything_digested,
        record(inputs=(URS.model_copy(update={"sha256": "1" * 63}),)),
        False,
        "without digest: urs.docx",
    ),
    (
        on.everything_digested,
        record(outputs=(SUITE.model_copy(update={"sha256": "A" * 64}), PAGE.model_copy(update={"sha256": "1" * 65}))),
        False,
        "without digest: suite.json, report.html",
    ),
]


def test_an_honest_record_is_told_word_by_word() -> None:
    found = assess(RECORD)
    assert {one.attribute: [(check.name, check.evidence) for check in one.checks] for one in found} == HONEST
    assert {one.attribute: one.note for one in found} == NOTES
    assert all(check.passed for one in found for check in one.checks)
    assert {one.attribute for one in found if one.result is AlcoaResult.MET} == set(NOTES) - {
        "Accurate", "Enduring", "Available",
    }  # fmt: skip


@pytest.mark.parametrize(("make", "change", "passed", "evidence"), CASES)
def test_each_check_at_its_limit(make: Check, change: Change, passed: bool, evidence: str) -> None:  # noqa: FBT001 - a case
    found = make(change(RECORD))
    assert (found.passed, found.evidence) == (passed, evidence)
    known = {name for checks in HONEST.values() for name, _ in checks}
    assert found.name in known


def test_the_note_of_an_attribute_that_is_not_met_names_each_check_that_failed() -> None:
    broken = entry(DECIDED, actor="", reason="")(RECORD)
    found = next(one for one in assess(broken) if one.attribute == "Attributable")
    assert found.result is AlcoaResult.NOT_MET
    assert found.note == (
        "Not so: Every entry names who acted; Every person's decision names the person and the reason. "
        "Find out why before the run is used."
    )
    assert [check.passed for check in found.checks] == [False, True, False]
