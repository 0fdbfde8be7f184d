"""The Word template of the audit appendix: the audit record in words, on turned pages."""

from __future__ import annotations

from word_parts import (
    Cell,
    field,
    headed_table,
    label_cell,
    lines_cell,
    looped_table,
    paragraph,
    row,
    row_tag,
    run,
    table,
    tag,
    text_cell,
    twips,
)
from word_wording import LANDSCAPE, unless

PROVISO = (
    "Made from the audit record alone. Before relying on it, check the folder with “gampgen verify” or with the"
    " standalone verifier: seal.json covers the record, this document and every other file."
)
ROLES = (
    "A table of responsibilities, not a claim of compliance. Tool: gampgen does it. Procedure: gampgen supports it,"
    " the firm's procedure completes it. Customer: the firm."
)
NOT_ASSESSABLE = (
    "Each result follows from the checks beside it, made over this record. “Not assessable by software” means that no"
    " program can see it; the note says what stays with the firm."
)
HOLDS = "{% if check.passed %}holds{% else %}DOES NOT HOLD{% endif %}"
CHANGE = "{% if item.before or item.after %} [{{ item.before }} → {{ item.after }}]{% endif %}"
DIGESTS = ("Name", "SHA-256")
DIGEST_WIDTHS = (100.0, 161.0)


def audit_body() -> str:
    """Everything between the margins' header and footer."""
    return "".join((*_front(), *_decisions(), *_versions(), *_verification(), *_alcoa(), *_clauses(), *_entries()))


def audit_header() -> str:
    """What the copy is of."""
    return paragraph("Audit report of run {{ run.id }}: {{ run.document }}", "header")


def audit_footer() -> str:
    """The record's digest, and page x of y."""
    tabs = f'<w:tabs><w:tab w:val="right" w:pos="{twips(LANDSCAPE)}"/></w:tabs>'
    pages = run("Page ") + field("PAGE") + run(" of ") + field("NUMPAGES")
    words = run("audit.json {{ run.audit_sha256[:16] }}, suite {{ run.suite_sha256[:16] }}")
    return f'<w:p><w:pPr><w:pStyle w:val="footer"/>{tabs}</w:pPr>{words}<w:r><w:tab/></w:r>{pages}</w:p>'


def _heading(text: str) -> str:
    return paragraph(text, "heading1")


def _front() -> list[str]:
    widths = (58.0, LANDSCAPE - 58.0)
    facts = (
        ("Run", "run.id", "OQCell"), ("SHA-256 of audit.json", "run.audit_sha256", "OQDigest"),
        ("SHA-256 of the suite", "run.suite_sha256", "OQDigest"), ("Started", "run.started", "OQCell"),
        ("Finished", "run.finished", "OQCell"), ("Local zone", "run.utc_offset", "OQCell"),
        ("Account", "run.user", "OQCell"), ("Machine", "run.host", "OQCell"), ("Command", "run.command", "OQCell"),
        ("Status", "run.status", "OQCell"), ("Seal", "run.sealing", "OQCell"), ("Entries", "run.count", "OQCell"),
        ("Digest of the last entry (head)", "run.head", "OQDigest"), ("Merkle root (RFC 6962)", "run.root", "OQDigest"),
    )  # fmt: skip
    rows = [row([label_cell(name), text_cell(f"{{{{ {value} }}}}", style)], widths) for name, value, style in facts]
    figures = [
        row_tag("for item in figures", widths),
        row([label_cell("{{ item.name }}"), text_cell("{{ item.value }}")], widths),
        row_tag("endfor", widths),
    ]
    return [
        paragraph("AUDIT REPORT", "OQKicker"),
        paragraph("{{ run.document }}", "Title"),
        tag("if not run.completed"),
        paragraph("INCOMPLETE – the run ended without an agent's answer", "OQBanner"),
        tag("endif"),
        paragraph(PROVISO, "OQNotice"),
        table(widths, rows, headed=False),
        table(widths, figures, headed=False),
    ]


def _decisions() -> list[str]:
    return [
        _heading("Decisions, and what was changed"),
        unless("decisions", "No person decided anything in this run, and nothing was changed."),
        looped_table(
            ("No.", "When (UTC)", "Who", "What", "About", "Before", "After", "Why"),
            (12.0, 40.0, 35.0, 34.0, 34.0, 24.0, 24.0, 58.0),
            "item in decisions",
            ["{{ item.number }}", "{{ item.time }}", "{{ item.actor }}", "{{ item.action }}", "{{ item.subject }}",
             "{{ item.before }}", "{{ item.after }}", "{{ item.reason }}"],
        ),
        tag("endif"),
    ]  # fmt: skip


def _versions() -> list[str]:
    widths = (58.0, LANDSCAPE - 58.0)
    facts = (("Program", "program"), ("Python", "python"), ("Packages", "packages"))
    digest = ["{{ item.name }}", text_cell("{{ item.value }}", "OQDigest")]
    return [
        _heading("Rules, knowledge and versions"),
        table(
            widths,
            [row([label_cell(name), text_cell(f"{{{{ tool.{value} }}}}")], widths) for name, value in facts],
            headed=False,
        ),
        paragraph("What went in", "OQCaption"),
        looped_table(DIGESTS, DIGEST_WIDTHS, "item in inputs", digest),
        paragraph("What came out", "OQCaption"),
        looped_table(DIGESTS, DIGEST_WIDTHS, "item in outputs", digest),
        paragraph("Settings, as they were resolved for this run", "OQCaption"),
        looped_table(
            ("Setting", "Value"), DIGEST_WIDTHS, "item in settings", ["{{ item.name }}", "{{ item.value }}"]
        ),
    ]  # fmt: skip


def _check(loop: str) -> Cell:
    return lines_cell(loop, "{% if check.passed %}holds: {% else %}DOES NOT HOLD: {% endif %}{{ check.name }}"
                            " {{ check.evidence }}")  # fmt: skip


def _verification() -> list[str]:
    return [
        _heading("The record verified at its closing"),
        looped_table(
            ("Code", "Check", "Result"),
            (20.0, 201.0, 40.0),
            "check in verification",
            ["{{ check.name }}", "{{ check.evidence }}", HOLDS],
        ),
    ]  # fmt: skip


def _alcoa() -> list[str]:
    return [
        _heading("ALCOA+"),
        paragraph(NOT_ASSESSABLE, "OQNote"),
        looped_table(
            ("Attribute", "Result", "Checks and evidence", "Note"),
            (32.0, 34.0, 110.0, 85.0),
            "item in alcoa",
            ["{{ item.attribute }}", "{{ item.result }}", _check("check in item.checks"), "{{ item.note }}"],
        ),
    ]


def _clauses() -> list[str]:
    return [
        _heading("21 CFR Part 11 and EU GMP Annex 11: who meets what"),
        paragraph(ROLES, "OQNote"),
        looped_table(
            ("Clause", "Title", "Met by", "How"),
            (50.0, 56.0, 24.0, 131.0),
            "item in clauses",
            ["{{ item.clause }}", "{{ item.title }}", "{{ item.role }}", "{{ item.how }}"],
        ),
    ]


def _entries() -> list[str]:
    widths = (11.0, 44.0, 24.0, 30.0, 32.0, 66.0, 54.0)
    cells = [
        text_cell("{{ item.number }}"), text_cell("{{ item.time }}"), text_cell("{{ item.actor }}"),
        text_cell("{{ item.action }}"), text_cell("{{ item.subject }}"),
        text_cell("{{ item.reason }}" + CHANGE),
        text_cell("{{ item.digests }}", "OQDigest"),
    ]  # fmt: skip
    headings = ("No.", "When (UTC)", "Who", "What", "About", "Why [before → after]", "In and out (SHA-256)")
    rows = [row_tag("for item in entries", widths), row(cells, widths), row_tag("endfor", widths)]
    return [_heading("Who did what, when and why"), headed_table(headings, widths, rows)]
