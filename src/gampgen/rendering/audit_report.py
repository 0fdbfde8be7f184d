"""`audit_report.html` and `.docx`: the audit record for people, made out of the record alone.

21 CFR 11.10(b), EU GMP Annex 11 §9. It is rendered after the journal was closed: it carries the digest of
`audit.json`, and the seal covers both.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from gampgen.audit.clause_roles import clause_roles
from gampgen.audit.names import SUITE_NAME
from gampgen.audit.record import AlcoaAttribute, AlcoaResult, AuditEntry, AuditRecord, DigestOf, RunStatus
from gampgen.audit.verify_trail import trail_checks
from gampgen.rendering.content import Plain, plain
from gampgen.rendering.paper import on_paper
from gampgen.rendering.protocol_docx import fill
from gampgen.rendering.report_html import html_text, inline
from gampgen.rendering.sandbox import Sandbox, template_failures
from gampgen.rendering.templates import AUDIT_APPENDIX, AUDIT_REPORT, AUDIT_REPORT_SCRIPT, REPORT_STYLE, read_template
from gampgen.rendering.timeline import Lane, timeline
from gampgen.settings.house_style import Paper

_RESULT = {
    AlcoaResult.MET: ("met", ""),
    AlcoaResult.NOT_MET: ("not met", "error"),
    AlcoaResult.NOT_ASSESSABLE: ("not assessable by software", "warning"),
}


@dataclass(frozen=True, slots=True)
class Named:
    """A name with a value."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class RunHead:
    """The run, for the top of the page."""

    document: str
    id: str
    audit_sha256: str
    suite_sha256: str
    started: str
    finished: str
    utc_offset: str
    user: str
    host: str
    command: str
    status: str
    completed: bool
    sealing: str
    count: int
    head: str
    root: str


@dataclass(frozen=True, slots=True)
class ToolLine:
    """The program and what it ran with."""

    program: str
    python: str
    packages: str


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One entry of the journal. Actor and action have numbers too: no text of a record may stand in an attribute."""

    number: int
    actor_number: int
    action_number: int
    time: str
    elapsed: int
    actor: str
    action: str
    subject: str
    reason: str
    before: str
    after: str
    digests: str


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One check behind an ALCOA+ attribute."""

    name: str
    passed: bool
    evidence: str


@dataclass(frozen=True, slots=True)
class AlcoaLine:
    """One ALCOA+ attribute."""

    attribute: str
    result: str
    tone: str
    checks: tuple[CheckLine, ...]
    note: str


@dataclass(frozen=True, slots=True)
class ClauseLine:
    """One clause and who meets it."""

    clause: str
    title: str
    role: str
    how: str


@dataclass(frozen=True, slots=True)
class AuditContent:
    """What the page shows."""

    run: RunHead
    tool: ToolLine
    figures: tuple[Named, ...]
    timeline: tuple[Lane, ...]
    decisions: tuple[EntryLine, ...]
    inputs: tuple[Named, ...]
    outputs: tuple[Named, ...]
    settings: tuple[Named, ...]
    verification: tuple[CheckLine, ...]
    alcoa: tuple[AlcoaLine, ...]
    clauses: tuple[ClauseLine, ...]
    actors: tuple[str, ...]
    actions: tuple[str, ...]
    entries: tuple[EntryLine, ...]


def audit_reports(record: AuditRecord, audit_sha256: str, paper: Paper) -> tuple[bytes, bytes]:
    """The page's bytes (UTF-8), and those of the Word document with the same content for the qualification's file.

    Args:
        record: the audit record as it stands in `audit.json`.
        audit_sha256: the digest of that file, hexadecimal.
        paper: the size of the printed file's pages.

    Raises:
        TemplateError: a template is missing or cannot be filled.
    """
    content = plain(audit_content(record, audit_sha256))
    return _page(content), fill(on_paper(read_template(AUDIT_APPENDIX), paper), AUDIT_APPENDIX, content)


def _page(content: Plain) -> bytes:
    style, script = inline(REPORT_STYLE), inline(AUDIT_REPORT_SCRIPT)
    allowed = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    with template_failures(AUDIT_REPORT):
        template = Sandbox(html_text).from_string(read_template(AUDIT_REPORT).decode())
        page = template.render(content, style=style, script=script, script_sha256=allowed)
    return page.lstrip().encode()


def audit_content(record: AuditRecord, audit_sha256: str) -> AuditContent:
    """What both forms of the report show. `audit_sha256` is the digest of `audit.json`, hexadecimal."""
    actors = tuple(dict.fromkeys(one.actor for one in record.entries))
    actions = tuple(dict.fromkeys(one.action for one in record.entries))
    entries = tuple(_entry(one, actors.index(one.actor), actions.index(one.action)) for one in record.entries)
    decisions = {one.seq for one in record.entries if _is_decision(one)}
    return AuditContent(
        run=_head(record, audit_sha256),
        tool=_tool(record),
        figures=_figures(record),
        timeline=timeline(record.entries),
        decisions=tuple(one for one in entries if one.number in decisions),
        inputs=_digests(record.inputs),
        outputs=_digests(record.outputs),
        settings=tuple(Named(one.name, one.value) for one in record.settings),
        verification=tuple(CheckLine(one.code.value, one.passed, one.message) for one in trail_checks(record)),
        alcoa=tuple(_alcoa(one) for one in record.alcoa),
        clauses=tuple(ClauseLine(one.cited_as, one.title, one.role.value, one.how) for one in clause_roles()),
        actors=actors,
        actions=tuple(action.replace("_", " ") for action in actions),
        entries=entries,
    )


def _head(record: AuditRecord, audit_sha256: str) -> RunHead:
    run, closed = record.run, record.closed
    return RunHead(
        document=next((one.subject for one in record.entries if one.action == "document_read"), run.id),
        id=run.id,
        audit_sha256=audit_sha256,
        suite_sha256=next((one.sha256 for one in record.outputs if one.name == SUITE_NAME), ""),
        started=run.started,
        finished=run.finished,
        utc_offset=run.utc_offset,
        user=run.user,
        host=run.host,
        command=" ".join(run.command),
        status=run.status.value,
        completed=run.status is RunStatus.COMPLETED,
        sealing=next((_SEALING[one.action].format(one) for one in record.entries if one.action in _SEALING), ""),
        count=closed.count,
        head=closed.head,
        root=closed.root,
    )


_SEALING = {
    "seal_unsigned": "not signed: {0.reason}",
    "run_key_created": "by the run key {0.subject}, {0.reason}",
    "run_key_opened": "by the run key {0.subject}, {0.reason}",
}


def _tool(record: AuditRecord) -> ToolLine:
    tool = record.tool
    packages = ", ".join(f"{one.name} {one.version}" for one in tool.packages)
    return ToolLine(program=f"{tool.name} {tool.version}", python=tool.python, packages=packages)


def _figures(record: AuditRecord) -> tuple[Named, ...]:
    counted = (
        ("requirements", "requirement_recognised"),
        ("tests", "test_drafted"),
        ("agents' answers", "agent_answered"),
        ("agents' failures", "agent_failed"),
        ("retries", "agent_retried"),
    )
    figures = [Named("entries", str(len(record.entries)))]
    figures += [Named(name, str(sum(one.action == action for one in record.entries))) for name, action in counted]
    unmet = sum(one.result is AlcoaResult.NOT_MET for one in record.alcoa)
    return (*figures, Named("ALCOA+ attributes not met", str(unmet)))


def _is_decision(one: AuditEntry) -> bool:
    """What a person decided, what was asked, or what replaced another value."""
    return one.before is not None or one.action.endswith("_decided")


def _digests(parts: Iterable[DigestOf]) -> tuple[Named, ...]:
    return tuple(Named(one.name, one.sha256) for one in parts)


def _entry(one: AuditEntry, actor_number: int, action_number: int) -> EntryLine:
    digests = [f"in {each.name}: {each.sha256}" for each in one.inputs]
    digests += [f"out {each.name}: {each.sha256}" for each in one.outputs]
    return EntryLine(
        number=one.seq,
        actor_number=actor_number,
        action_number=action_number,
        time=one.at,
        elapsed=one.elapsed_us,
        actor=one.actor,
        action=one.action.replace("_", " "),
        subject=one.subject,
        reason=one.reason,
        before=one.before or "",
        after=one.after or "",
        digests="\n".join(digests),
    )


def _alcoa(one: AlcoaAttribute) -> AlcoaLine:
    result, tone = _RESULT[one.result]
    checks = tuple(CheckLine(check.name, check.passed, check.evidence) for check in one.checks)
    return AlcoaLine(attribute=one.attribute, result=result, tone=tone, checks=checks, note=one.note)
