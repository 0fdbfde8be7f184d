"""The named checks behind the ALCOA+ attributes: each recomputes its answer from the audit record, with evidence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime

from gampgen.audit.canonical import sha256_hex
from gampgen.audit.record import FIRST_PREVIOUS, AlcoaCheck, AuditEntry, AuditRecord, RunStatus

ENGINE = "rules engine"
_DECIDED_BY_PEOPLE = frozenset({"category_decided"})
_ORDER = (
    "run_started", "document_read", "requirement_recognised", "requirement_planned", "test_drafted",
    "suite_assembled", "file_rendered", "run_closed",
)  # fmt: skip
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_COUNTS = re.compile(r"(\d+) requirements, (\d+) tests\b")
_FOR_PEOPLE, _FOR_MACHINES = (".docx", ".html", ".md"), (".json", ".xlsx")
_OPEN_FORMATS = (*_FOR_PEOPLE, *_FOR_MACHINES)
_CLOCK_SLACK_US = 2_000_000


def actors_named(record: AuditRecord) -> AlcoaCheck:
    """Each entry names a person, agent or the engine."""
    nameless = [one for one in record.entries if not one.actor.strip()]
    return _check("Every entry names who acted", nameless, record.entries)


def run_attributed(record: AuditRecord) -> AlcoaCheck:
    """Account, machine and command of the run are known."""
    run = record.run
    known = bool(run.user.strip() and run.host.strip() and run.command)
    return AlcoaCheck(
        name="The run names the account, the machine and the command",
        passed=known,
        evidence=f"account {run.user or '(none)'} on {run.host or '(none)'}: {' '.join(run.command) or '(none)'}",
    )


def decisions_attributed(record: AuditRecord) -> AlcoaCheck:
    """Each decision of a person names that person and the reason."""
    decisions = [one for one in record.entries if one.action in _DECIDED_BY_PEOPLE]
    bare = [one for one in decisions if one.actor.strip() in {"", ENGINE} or not one.reason.strip()]
    return _check("Every person's decision names the person and the reason", bare, decisions)


def entries_in_words(record: AuditRecord) -> AlcoaCheck:
    """Each entry says what was done to what."""
    mute = [one for one in record.entries if not one.action.strip() or not one.subject.strip()]
    return _check("Every entry says what was done to what", mute, record.entries)


def entries_readable(record: AuditRecord) -> AlcoaCheck:
    """No entry hides a character from its reader."""
    hidden = [one for one in record.entries if not _readable(one)]
    return _check("No entry holds a character that cannot be seen", hidden, record.entries)


def forms_for_both(record: AuditRecord) -> AlcoaCheck:
    """Outputs for people and for machines, 21 CFR 11.10(b)."""
    names = [output.name for output in record.outputs]
    passed = any(name.endswith(_FOR_PEOPLE) for name in names) and any(name.endswith(_FOR_MACHINES) for name in names)
    return AlcoaCheck(
        name="There are outputs for people and for machines", passed=passed, evidence=", ".join(names) or "none"
    )


def page_to_search(record: AuditRecord) -> AlcoaCheck:
    """There is a page that a browser shows and searches without gampgen."""
    pages = [output.name for output in record.outputs if output.name.endswith(".html")]
    return AlcoaCheck(
        name="The result can be read and searched without gampgen",
        passed=bool(pages),
        evidence=", ".join(pages) or "none",
    )


def within_the_run(record: AuditRecord) -> AlcoaCheck:
    """Each entry's time lies between start and end of the run."""
    begun, ended = record.run.started, record.run.finished
    outside = [one for one in record.entries if not begun <= one.at <= ended]
    return _check(f"Every entry was made during the run ({begun} to {ended})", outside, record.entries)


def clocks_agree(record: AuditRecord) -> AlcoaCheck:
    """The machine's clock and a clock that nobody can set tell the same time between entries."""
    name = "The machine's clock agreed with its steady clock (within 2 s between entries)"
    if not record.entries or not all(_TIME.fullmatch(one.at) for one in record.entries):
        return AlcoaCheck(name=name, passed=False, evidence="no entries, or times in another form")
    off = []
    for before, after in zip(record.entries, record.entries[1:], strict=False):
        wall = int((_moment(after) - _moment(before)).total_seconds() * 1_000_000)
        if abs(wall - (after.elapsed_us - before.elapsed_us)) > _CLOCK_SLACK_US:
            off.append(after)
    return _check(name, off, record.entries)


def files_before_closing(record: AuditRecord) -> AlcoaCheck:
    """Nothing was written down after the run had been closed."""
    late = [one for one in record.entries[:-1] if one.action == "run_closed"]
    return _check("Nothing was entered after the closing", late, record.entries)


def document_identified(record: AuditRecord) -> AlcoaCheck:
    """The very document that was read is identified by digest."""
    known = {(one.name, one.sha256) for one in record.inputs}
    read = [one for one in record.entries if one.action == "document_read"]
    passed = bool(read) and all(one.inputs and {(i.name, i.sha256) for i in one.inputs} <= known for one in read)
    evidence = ", ".join(f"{i.name} {i.sha256}" for one in read for i in one.inputs) or "no document was read"
    return AlcoaCheck(name="The document read is the document listed, by digest", passed=passed, evidence=evidence)


def chain_unbroken(record: AuditRecord) -> AlcoaCheck:
    """Each entry follows from the one before: none was altered since it was written."""
    previous, broken = FIRST_PREVIOUS, []
    for one in record.entries:
        broken += [one] if one.previous != previous else []
        previous = sha256_hex(one.canonical())
    return _check("Each entry holds the digest of the one before", broken, record.entries)


def old_values_kept(record: AuditRecord) -> AlcoaCheck:
    """A decision keeps the old value beside the new one, 21 CFR 11.10(e)."""
    decisions = [one for one in record.entries if one.action in _DECIDED_BY_PEOPLE]
    lost = [one for one in decisions if one.before is None or one.after is None]
    return _check("Every decision keeps the old value beside the new one", lost, decisions)


def counts_agree(record: AuditRecord) -> AlcoaCheck:
    """The figures told of the suite are the figures of the entries."""
    told = [match for one in record.entries if one.action == "suite_assembled" if (match := _COUNTS.search(one.reason))]
    counted = (len(_subjects(record, "requirement_recognised")), len(_subjects(record, "test_drafted")))
    passed = len(told) == 1 and (int(told[0][1]), int(told[0][2])) == counted
    evidence = f"{counted[0]} requirements and {counted[1]} tests entered; told: {told[0][0] if told else 'nothing'}"
    return AlcoaCheck(name="The suite's figures are those of the entries", passed=passed, evidence=evidence)


def outputs_as_rendered(record: AuditRecord) -> AlcoaCheck:
    """Each output listed has the digest that it had when it was written."""
    rendered = {(o.name, o.sha256) for one in record.entries if one.action == "file_rendered" for o in one.outputs}
    listed = {(output.name, output.sha256) for output in record.outputs}
    odd = sorted(name for name, _ in rendered ^ listed)
    evidence = f"differs: {', '.join(odd)}" if odd else f"{len(listed)} files, each with the digest of its rendering"
    passed = bool(listed) and not odd
    return AlcoaCheck(name="Every output listed is the file that was rendered", passed=passed, evidence=evidence)


def begun_and_closed(record: AuditRecord) -> AlcoaCheck:
    """The journal runs from the start of the run to its closing."""
    actions = [one.action for one in record.entries]
    passed = bool(actions) and (actions[0], actions[-1]) == ("run_started", "run_closed")
    evidence = f"{len(actions)} entries, from {actions[0]} to {actions[-1]}" if actions else "no entries"
    return AlcoaCheck(name="The journal runs from start to closing", passed=passed, evidence=evidence)


def nothing_missing(record: AuditRecord) -> AlcoaCheck:
    """The run did not end without an agent's answer."""
    passed = record.run.status is RunStatus.COMPLETED
    failed = [one for one in record.entries if one.action == "agent_failed"]
    evidence = f"run {record.run.status}; agents that failed: {len(failed)}"
    return AlcoaCheck(name="No agent's answer is missing", passed=passed and not failed, evidence=evidence)


def questions_answered(record: AuditRecord) -> AlcoaCheck:
    """Each question to an agent has an answer or a recorded failure."""
    asked = _subjects(record, "agent_asked")
    settled = [*_subjects(record, "agent_answered"), *_subjects(record, "agent_failed")]
    kept = [subject for subject in _subjects(record, "agent_answer_kept") if subject in set(asked)]
    return AlcoaCheck(
        name="Every question to an agent has its answer or its failure",
        passed=sorted(asked) == sorted([*settled, *kept]),
        evidence=f"{len(asked)} asked, {len(settled)} answered or failed, {len(kept)} answered in an interrupted run",
    )


def every_requirement_planned(record: AuditRecord) -> AlcoaCheck:
    """No requirement was lost between reading and planning."""
    recognised, planned = _subjects(record, "requirement_recognised"), _subjects(record, "requirement_planned")
    odd = sorted(set(recognised) ^ set(planned))
    evidence = f"without its counterpart: {', '.join(odd[:5])}" if odd else f"{len(recognised)} recognised and planned"
    passed = bool(recognised) and not odd and len(recognised) == len(planned)
    return AlcoaCheck(name="Every requirement recognised was planned, once", passed=passed, evidence=evidence)


def numbered(record: AuditRecord) -> AlcoaCheck:
    """Entries are numbered from 0 without a gap."""
    odd = [one for at, one in enumerate(record.entries) if one.seq != at]
    return _check("Entries are numbered without a gap", odd, record.entries)


def in_sequence(record: AuditRecord) -> AlcoaCheck:
    """Each stage of the work begins after the stage it needs; the steady clock never goes back."""
    first = [next((at for at, one in enumerate(record.entries) if one.action == action), None) for action in _ORDER]
    known = [at for at in first if at is not None]
    elapsed = [one.elapsed_us for one in record.entries]
    passed = bool(known) and known == sorted(known) and elapsed == sorted(elapsed)
    evidence = ", ".join(f"{action} {at}" for action, at in zip(_ORDER, first, strict=True) if at is not None)
    return AlcoaCheck(
        name="The stages follow each other in the order of the work", passed=passed, evidence=evidence or "no entries"
    )


def one_time_format(record: AuditRecord) -> AlcoaCheck:
    """Times are UTC, milliseconds, in one form."""
    odd = [one for one in record.entries if not _TIME.fullmatch(one.at)]
    return _check("All times are UTC in one form", odd, record.entries)


def open_formats(record: AuditRecord) -> AlcoaCheck:
    """Files in documented formats that more than one program reads, none of them empty."""
    odd = [one.name for one in record.outputs if not one.name.endswith(_OPEN_FORMATS) or one.size <= 0]
    evidence = f"not so: {', '.join(odd)}" if odd else f"{len(record.outputs)} files in open formats, none empty"
    return AlcoaCheck(
        name="All files are in open formats and none is empty",
        passed=bool(record.outputs) and not odd,
        evidence=evidence,
    )


def tests_traced(record: AuditRecord) -> AlcoaCheck:
    """Each test names requirements, all of them recognised in the document."""
    known = set(_subjects(record, "requirement_recognised"))
    tests = [one for one in record.entries if one.action == "test_drafted"]
    loose = [one for one in tests if not one.refers_to or not set(one.refers_to) <= known]
    return _check("Every test names requirements that were recognised", loose, tests)


def everything_digested(record: AuditRecord) -> AlcoaCheck:
    """Document, context, templates, knowledge, program and outputs are named with a SHA-256."""
    parts = [*record.inputs, *record.outputs]
    odd = [one.name for one in parts if not _SHA256.fullmatch(one.sha256)]
    evidence = (
        f"without digest: {', '.join(odd)}" if odd else f"{len(record.inputs)} inputs, {len(record.outputs)} outputs"
    )
    passed = bool(record.inputs) and bool(record.outputs) and not odd
    return AlcoaCheck(
        name="Everything that went in and came out is named with its digest", passed=passed, evidence=evidence
    )


def _check(name: str, odd: Iterable[AuditEntry], among: Iterable[AuditEntry]) -> AlcoaCheck:
    found, total = [one.seq for one in odd], len(tuple(among))
    evidence = f"not so in entries {found[:5]}" if found else f"{total} entries examined"
    return AlcoaCheck(name=name, passed=not found, evidence=evidence)


def _subjects(record: AuditRecord, action: str) -> list[str]:
    return [one.subject for one in record.entries if one.action == action]


def _readable(one: AuditEntry) -> bool:
    texts = (one.actor, one.action, one.subject, one.reason, one.before or "", one.after or "", *one.refers_to)
    return all(char.isprintable() or char in "\n\t\u00a0\u202f\u2009" for text in texts for char in text)


def _moment(one: AuditEntry) -> datetime:
    return datetime.fromisoformat(one.at)
