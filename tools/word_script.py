"""The part of the Word template that prints one test script."""

from __future__ import annotations

from word_parts import (
    Cell,
    bookmark,
    kept,
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

FACTS = (38.0, 106.0, 31.0, 86.0)
STEPS = (14.0, 67.0, 66.0, 42.0, 20.0, 26.0, 26.0)
_STEP_HEIGHT = 9.5  # millimetres: room for a value, initials and a date by hand
# Facts and signatures share their column lines.
RESULT = (38.0, 106.0, 31.0, 51.0, 35.0)


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
    rated = paragraph(
        run("{{ s.priority }}.", "OQStrong") + run(" {{ s.priority_reasons | join(' ') }}"), "OQCell", raw=True
    )
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
            _wide("Risk priority", Cell(rated)),
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
    names = ("Step", "Action", "Expected result", "Actual result", "Pass/Fail", "Evidence", "Initials and date")
    headings = [text_cell(name, "OQHeading") for name in names]
    # Steps on a second page say there, too, whose they are.
    headings[1] = Cell(headings[1].content + paragraph("{{ s.id }}", "OQSource"))
    rows = [
        row(headings, STEPS, heading=True),
        row_tag("for p in s.steps", STEPS),
        row(cells, STEPS, height=_STEP_HEIGHT),
        row_tag("endfor", STEPS),
    ]
    return table(STEPS, rows)


def _result() -> str:
    """Verdict and signatures in one table whose rows keep together, and which names the test."""
    last = len(RESULT) - 3

    def blanks(*labels: str) -> str:
        cells = [cell for label in labels for cell in (_kept_label(label), kept(text_cell()))]
        return row([*cells[:-1], kept(text_cell(span=last))], RESULT, height=7)

    def signed(meaning: str) -> str:
        cells = [label_cell(meaning), *[text_cell() for _ in RESULT[1:]]]
        return row([kept(cell) for cell in cells] if meaning == "Executed by" else cells, RESULT, height=7)

    criterion = [_kept_label("Acceptance criterion"), kept(Cell(_criterion(), span=len(RESULT) - 1))]
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


def _criterion() -> str:
    return paragraph(run("{{ s.id }}: ", "OQStrong") + run("{{ s.criterion }}"), "OQCell", raw=True)


def _kept_label(text: str) -> Cell:
    return kept(label_cell(text))
