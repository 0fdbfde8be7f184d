"""The part of the Word template that prints one test script."""

from __future__ import annotations

from word_parts import (
    Cell,
    bookmark,
    headed_table,
    label_cell,
    lines_cell,
    paragraph,
    row,
    row_tag,
    run,
    shaded,
    table,
    tag,
    text_cell,
)
from word_wording import DATE_FORMAT

FACTS = (38.0, 92.5, 38.0, 92.5)
STEPS = (12.0, 70.0, 70.0, 38.0, 17.0, 29.0, 25.0)
# Facts and signatures share their column lines.
RESULT = (38.0, 92.5, 38.0, 57.5, 35.0)


def script_block() -> str:
    """A heading, the facts, the steps and the blank result of each test."""
    name = bookmark("{{ s.anchor }}", "{{ loop.index + 1000 }}", run("{{ s.id }}  {{ s.title }}"))
    heading = (
        tag("if loop.first")
        + paragraph(name, "OQFirstScript", raw=True)
        + tag("else")
        + paragraph(name, "OQScript", raw=True)
        + tag("endif")
    )
    return "".join([tag("for s in scripts"), heading, _facts(), _steps(), _result(), tag("endfor")])


def _wide(label: str, content: Cell | str) -> str:
    cell = content if isinstance(content, Cell) else text_cell(content)
    return row([label_cell(label), Cell(cell.content, 3)], FACTS)


def _facts() -> str:
    def pair(*parts: str) -> str:
        return row([label_cell(parts[0]), text_cell(parts[1]), label_cell(parts[2]), text_cell(parts[3])], FACTS)

    requirements = Cell(
        tag("for r in s.requirements")
        + paragraph("{{ r.id }}", "OQLabel")
        + tag("for line in r.lines")
        + paragraph("{{ line }}", "OQVerbatim")
        + tag("endfor")
        + tag("if r.criteria")
        + paragraph("Acceptance criteria: {{ r.criteria }}", "OQVerbatim")
        + tag("endif")
        + tag("endfor"),
    )
    rationale = tag("for reason in s.priority_reasons") + paragraph("{{ reason }}", "OQCell") + tag("endfor")
    preconditions = lines_cell("text in s.preconditions", "{{ text }}").content
    data = lines_cell("value in s.inputs", "{{ value.name }}: {{ value.value }}").content
    beside = (
        label_cell("Preconditions"),
        Cell(_or_none("s.preconditions", preconditions)),
        label_cell("Test data"),
        Cell(_or_none("s.inputs", data)),
    )
    return table(
        FACTS,
        [
            pair(
                "Technique",
                "{{ s.technique }}",
                "Kind",
                "{{ s.polarity }}, {{ s.scripted | lower }}, estimated {{ s.minutes }} min",
            ),
            _wide("Objective", "{{ s.objective }}"),
            _wide("Requirements, verbatim", requirements),
            _wide("Risk priority", Cell(paragraph("{{ s.priority }}", "OQLabel") + rationale)),
            pair(
                "Why this test",
                "{{ s.rationale }}",
                "Clauses",
                "{% if s.references %}{{ s.references | map(attribute='id') | join('; ') }}{% else %}None{% endif %}",
            ),
            row(beside, FACTS),
        ],
        headed=False,
    )


def _or_none(values: str, content: str) -> str:
    return content + tag(f"if not {values}") + paragraph("None", "OQCell") + tag("endif")


def _steps() -> str:
    action = paragraph("{{ p.action }}", "OQCell") + paragraph(
        "{{ p.rests_on }}{% if p.quote %}: “{{ p.quote }}”{% endif %}", "OQSource"
    )
    expected = (
        tag("if p.set_up")
        + paragraph("Set-up step: nothing to judge, keep the record.", "OQCell")
        + tag("else")
        + paragraph("{{ p.expected }}", "OQCell")
        + tag("endif")
    )
    cells = [
        text_cell("{{ p.number }}"),
        Cell(action),
        Cell(expected),
        text_cell(),
        text_cell(),
        text_cell("{{ p.evidence }}"),
        text_cell(),
    ]
    headings = ("Step", "Action", "Expected result", "Actual result", "Pass/Fail", "Evidence", "Initials and date")
    rows = [row_tag("for p in s.steps", STEPS), row(cells, STEPS), row_tag("endfor", STEPS)]
    return headed_table(headings, STEPS, rows)


def _result() -> str:
    """Verdict and signatures in one table whose rows keep together: no page holds nothing but signatures."""
    last = len(RESULT) - 3

    def blanks(*labels: str) -> str:
        cells = [cell for label in labels for cell in (_kept_label(label), text_cell("", "OQResult"))]
        return row([*cells[:-1], text_cell("", "OQResult", span=last)], RESULT, height=7)

    def signed(meaning: str) -> str:
        kept = meaning == "Executed by"
        cells = [text_cell("", "OQResult" if kept else "OQCell") for _ in RESULT[1:]]
        return row([_kept_label(meaning) if kept else label_cell(meaning), *cells], RESULT, height=7)

    criterion = [_kept_label("Acceptance criterion"), text_cell("{{ s.criterion }}", "OQResult", span=len(RESULT) - 1)]
    headings = ("Meaning", "Printed name", "Role", "Signature", f"Date{DATE_FORMAT}")
    rows = [
        row(criterion, RESULT),
        blanks("Result (pass, fail, with deviation, not executed)", "Deviation numbers"),
        blanks("Reason, comments", "Attachments"),
        row([shaded(text_cell(text, "OQHeading")) for text in headings], RESULT),
        signed("Executed by"),
        signed("Reviewed by"),
    ]
    return table(RESULT, rows, headed=False, spacer=False)


def _kept_label(text: str) -> Cell:
    return text_cell(text, "OQResultLabel")
