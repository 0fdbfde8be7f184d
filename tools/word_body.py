"""The template from the strategy on: method, scripts, matrix, findings, blank records."""

from __future__ import annotations

from types import MappingProxyType

from word_parts import (
    Cell,
    blank_table,
    bookmark,
    headed_table,
    lines_cell,
    link,
    looped_table,
    paragraph,
    run,
    tag,
    text_cell,
)
from word_script import script_block
from word_wording import Wording, heading2, looped, raw_cell, unless

# Rows of the forms in which sentences are written, by their place in the wording; millimetres.
_DEVIATION_HEIGHTS = MappingProxyType({2: 42.0, 3: 16.0, 4: 12.0, 5: 26.0, 6: 18.0, 7: 22.0, 8: 16.0})
_SUMMARY_HEIGHTS = MappingProxyType({4: 16.0, 5: 16.0, 8: 16.0, 9: 16.0, 10: 20.0})


def method(words: Wording) -> str:
    """Strategy and risk method, data, execution rules, deviations, acceptance."""
    return "".join(
        [
            words.heading(),
            words.texts("strategy"),
            tag("if firm.risk_method"),
            paragraph("{{ firm.risk_method }}"),
            tag("endif"),
            _ratings(words),
            _basis(),
            _data(words),
            words.heading(),
            words.bullets("execution"),
            words.heading(),
            words.texts("deviations"),
            words.pairs("deviation_classes", ("Class", "Meaning"), (40.0, 130.0)),
            words.heading(),
            words.bullets("acceptance"),
        ]
    )


def _ratings(words: Wording) -> str:
    rated = (44.0, 42.0, 42.0, 42.0)
    cells = [
        "{{ item.name }}",
        *[f"{{{{ item.cells[{at}].value }}}} ({{{{ item.cells[{at}].count }}}})" for at in range(3)],
    ]
    return "".join(
        [
            paragraph(str(words["risk_class_caption"]), "OQCaption"),
            looped_table(
                ("Severity", *[f"Probability: {{{{ levels.{level} }}}}" for level in ("low", "medium", "high")]),
                rated,
                "item in risk_classes",
                cells,
            ),
            paragraph(str(words["risk_priority_caption"]), "OQCaption"),
            looped_table(
                ("Risk class", *[f"Detectability: {{{{ levels.{level} }}}}" for level in ("low", "medium", "high")]),
                rated,
                "item in risk_priorities",
                cells,
            ),
            words.texts("risk_count_note", "OQNote"),
        ]
    )


def _basis() -> str:
    return "".join(
        [
            paragraph("Techniques used", "OQCaption"),
            looped_table(
                ("Technique", "Tests"), (100.0, 70.0), "item in techniques", ["{{ item.name }}", "{{ item.count }}"]
            ),
            paragraph("Would the tests notice a fault?", "OQCaption"),
            paragraph("{{ adequacy }}"),
            paragraph("Answers on which the suite rests", "OQCaption"),
            looped_table(
                ("Agent", "Version", "Outcome", "Pieces of advice"),
                (34.0, 30.0, 76.0, 30.0),
                "item in agents",
                ["{{ item.name }}", "{{ item.version }}", "{{ item.outcome }}", "{{ item.advice_count }}"],
            ),
        ]
    )


def _data(words: Wording) -> str:
    return "".join(
        [
            words.heading(),
            words.texts("test_data"),
            paragraph("Test data", "OQCaption"),
            blank_table(("Test data", "Origin", "Prepared by, date", "Removed by, date"), (50.0, 50.0, 35.0, 35.0), 5),
            paragraph("Test equipment", "OQCaption"),
            blank_table(
                ("Equipment", "Identification", "Calibration due", "Used in test"), (55.0, 45.0, 35.0, 35.0), 5
            ),
        ]
    )


def _overview() -> str:
    return headed_table(
        ("Test", "Title", "Requirements", "Priority", "Technique", "Kind"),
        (64.0, 92.0, 28.0, 18.0, 41.0, 18.0),
        looped(
            "s in scripts",
            (64.0, 92.0, 28.0, 18.0, 41.0, 18.0),
            [
                raw_cell(link("{{ s.anchor }}", "{{ s.id }}")),
                text_cell("{{ s.title }}"),
                text_cell("{{ s.requirements | map(attribute='id') | join(', ') }}"),
                text_cell("{{ s.priority }}"),
                text_cell("{{ s.technique }}"),
                text_cell("{{ s.polarity }}"),
            ],
        ),
    )


def _work() -> str:
    """The proposed order of work, and the permission matrix of the whole document."""
    groups = looped_table(
        ("No.", "Role", "Set up once", "Tests in this order", "Minutes (estimate)"),
        (12.0, 34.0, 96.0, 94.0, 25.0),
        "g in work",
        [
            "{{ g.number }}", "{{ g.role }}", lines_cell("text in g.shared", "{{ text }}"),
            lines_cell("t in g.tests", "{{ t.id }}"), "{{ g.minutes }}",
        ],
    )  # fmt: skip
    matrix = looped_table(
        ("Action", "Granted to", "Refused to", "Not said of", "Requirements", "Tests"),
        (58.0, 38.0, 38.0, 38.0, 28.0, 61.0),
        "p in permissions",
        [
            "{{ p.action }}", "{{ p.granted }}", "{{ p.refused }}", "{{ p.open }}",
            "{{ p.requirements | map(attribute='id') | join(', ') }}", lines_cell("t in p.tests", "{{ t.id }}"),
        ],
    )  # fmt: skip
    return "".join(
        [
            tag("if work"),
            paragraph("{{ work_note }}"),
            groups,
            tag("endif"),
            tag("if permissions"),
            paragraph(PERMISSIONS_NOTE),
            matrix,
            tag("endif"),
        ]
    )


PERMISSIONS_NOTE = (
    "Who may do what, gathered over the whole document. What is granted or refused is tested; what is not said is a"
    " question to the author."
)


def landscape(words: Wording) -> str:
    """Overview, scripts, trace matrix, dispositions, findings: what needs a broad page."""
    return "".join(
        [
            words.heading(),
            paragraph("{{ scripts | length }} tests in the order of their scripts."),
            _overview(),
            _work(),
            words.heading("OQNewPage"),
            words.texts("scripts_note", "OQNote"),
            unless("scripts", "The suite holds no test."),
            tag("endif"),
            script_block(),
            words.heading("OQNewPage"),
            _matrix(),
            words.heading(),
            _decisions(),
            words.heading(),
            words.texts("findings_note", "OQNote"),
            unless("findings", "Nothing was found."),
            _findings(),
            tag("endif"),
            words.heading(),
            words.texts("assumptions_note", "OQNote"),
            words.bullets("assumptions"),
            tag("if assumptions"),
            looped_table(
                ("Made by", "Assumption", "Where"),
                (24.0, 127.0, 110.0),
                "item in assumptions",
                ["{{ item.name }}", "{{ item.meaning }}", "{{ item.where }}"],
            ),
            tag("endif"),
        ]
    )


def _matrix() -> str:
    traced = (26.0, 72.0, 17.0, 36.0, 64.0, 23.0, 23.0)
    return headed_table(
        ("Requirement", "Text", "Priority", "Verified by", "Tests, or reason why none", "Result", "Deviation"),
        traced,
        looped(
            "r in requirements",
            traced,
            [
                raw_cell(bookmark("{{ r.anchor }}", "{{ loop.index + 500000 }}", run("{{ r.id }}"))),
                lines_cell("line in r.lines", "{{ line }}"),
                text_cell("{{ r.risk.priority }}"),
                text_cell("{{ r.disposition }}"),
                Cell(
                    tag("for t in r.tests")
                    + paragraph(link("{{ t.anchor }}", "{{ t.id }}"), "OQCell", raw=True)
                    + tag("endfor")
                    + tag("if not r.tests")
                    + paragraph("{{ r.no_test_reason }}", "OQCell")
                    + tag("endif")
                ),
                text_cell(),
                text_cell(),
            ],
        ),
    )


def _decisions() -> str:
    return looped_table(
        (
            "Requirement",
            "Verified by",
            "Reason",
            "Severity",
            "Probab.",
            "Class",
            "Detect.",
            "Priority",
            "Risk rationale",
        ),
        (23.0, 36.0, 48.0, 17.0, 18.0, 14.0, 17.0, 17.0, 71.0),
        "r in requirements",
        [
            "{{ r.id }}",
            "{{ r.disposition }}",
            "{{ r.disposition_reason }}",
            "{{ r.risk.severity }}",
            "{{ r.risk.probability }}",
            "{{ r.risk.risk_class }}",
            "{{ r.risk.detectability }}",
            "{{ r.risk.priority }}",
            "{{ r.risk.rationale }}",
        ],
    )


def _findings() -> str:
    return looped_table(
        ("No.", "Severity", "Code", "Where", "Finding", "What to do", "Answer of the author"),
        (15.0, 18.0, 21.0, 37.0, 68.0, 59.0, 43.0),
        "f in findings",
        [
            "{{ f.number }}",
            "{{ f.severity }}",
            "{{ f.code }}",
            "{{ f.where }}",
            "{{ f.message }}",
            "{{ f.hint }}{% if f.suppressed %} {{ f.suppressed }}{% endif %}",
            "",
        ],
    )


def records(words: Wording) -> str:
    """Blank records: deviation form, signature log, attachments, summary, approval of results."""
    return "".join(
        [
            words.heading(),
            heading2("Deviation form (copy for each deviation)"),
            words.blanks("deviation_form", ("Item", "Record"), _DEVIATION_HEIGHTS),
            heading2("Signature log"),
            blank_table(words.dated("signature_log_columns"), (44.0, 36.0, 22.0, 38.0, 30.0), 10),
            heading2("Attachments"),
            blank_table(
                ("No.", "Attachment", "Test and step", "Pages", "Initials and date"),
                (14.0, 70.0, 34.0, 18.0, 34.0),
                12,
            ),
            words.heading("OQNewPage"),
            words.blanks("summary_blank", ("Item", "Record"), _SUMMARY_HEIGHTS),
            heading2("Approval after execution"),
            words.signatures("approvals_after"),
        ]
    )
