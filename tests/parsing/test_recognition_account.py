"""Nothing worded as an obligation vanishes: it is a requirement, or it is passed over with a reason."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.parsing.written import codes, doc, found, h, ids_and_texts, li, p, t

from gampgen.domain.document import Block
from gampgen.domain.finding import FindingSeverity
from gampgen.domain.requirement import IdSource, Recognition
from gampgen.errors import NoRequirementError
from gampgen.parsing.recognition import recognise


def texts(recognition: Recognition) -> list[str]:
    return [r.text for r in recognition.requirements]


def reasons(recognition: Recognition) -> dict[str, str]:
    return {x.text: x.reason for x in recognition.passed_over}


class TestListsThatAreOutlines:
    def test_titles_among_list_items_name_sections_and_their_items_are_the_requirements(self) -> None:
        recognition = found(
            h(1, "Press Controller User Requirements"),
            li("Recipes", 0, "1."),
            li("A recipe is locked when it is started.", 1, "1."),
            li("It shall not be possible to start a recipe without a batch number.", 1, "2."),
            li("Alarms", 0, "2."),
            li("Alarms must be shown in red.", 1, "1."),
            title="Press Controller User Requirements",
        )
        assert [(r.id, r.section, r.text) for r in recognition.requirements] == [
            ("S1-R1", "1 Recipes", "A recipe is locked when it is started."),
            ("S1-R2", "1 Recipes", "It shall not be possible to start a recipe without a batch number."),
            ("S2-R1", "2 Alarms", "Alarms must be shown in red."),
        ]
        assert recognition.passed_over == ()

    def test_a_demanding_item_keeps_its_sub_items(self) -> None:
        recognition = found(
            h(1, "Requirements"),
            li("The report shall show:", 0),
            li("the batch number", 1),
            li("the operator", 1),
        )
        assert [(r.text, r.items) for r in recognition.requirements] == [
            ("The report shall show:", ("the batch number", "the operator"))
        ]

    def test_a_title_with_an_id_is_a_requirement_with_its_sub_items(self) -> None:
        recognition = found(
            h(1, "Requirements"), li("UR-1 Login", 0), li("Users shall log in.", 1), li("UR-2 The lid shall lock.", 0)
        )
        assert [(r.id, r.items) for r in recognition.requirements] == [("UR-1", ("Users shall log in.",)), ("UR-2", ())]


class TestSiblings:
    def test_present_tense_between_obligations_of_a_numbered_section_is_demanded_too(self) -> None:
        recognition = found(
            h(1, "Security", "4"),
            p("4.1 Sessions are closed after 15 minutes of inactivity."),
            p("4.2 Passwords have a minimum length of 12 characters."),
            p("4.3 Each signature shall show the name of the signer."),
        )
        assert [r.id for r in recognition.requirements] == ["4.1", "4.2", "4.3"]
        assert recognition.requirements[0].id_source is IdSource.DOCUMENT

    def test_numbered_present_tense_under_a_heading_of_requirements_is_demanded(self) -> None:
        recognition = found(
            h(1, "Functional requirements", "3"),
            p("3.1 The controller stops the pump if the lid is open."),
            p("3.2 The screen shows the batch number."),
        )
        assert [r.id for r in recognition.requirements] == ["3.1", "3.2"]

    def test_numbered_lines_of_an_introduction_are_not_drawn_in(self) -> None:
        recognition = found(
            h(1, "Introduction", "1"),
            p("1.1 The plant has two lines."),
            p("1.2 Line two was built in 2011."),
            h(1, "Functions", "2"),
            p("2.1 The system shall print a label."),
            p("2.2 The system shall store the weight."),
        )
        assert [r.id for r in recognition.requirements] == ["2.1", "2.2"]

    def test_numbered_titles_are_not_drawn_in(self) -> None:
        recognition = found(
            h(1, "Functions"), p("2.1 Printing"), p("2.1.1 The system shall print."), p("2.1.2 It shall copy labels.")
        )
        assert [r.id for r in recognition.requirements] == ["2.1.1", "2.1.2"]


class TestNothingVanishes:
    def test_a_sentence_over_the_width_of_a_table_is_a_requirement(self) -> None:
        recognition = found(
            h(1, "Requirements"),
            t(
                "ID | Requirement | Priority",
                "Alarms | > | >",
                "UR-1 | The horn shall sound. | M",
                "All alarms shall be acknowledged within 5 minutes. | > | >",
                "UR-7: The horn shall stop on acknowledgement. | > | >",
            ),
        )
        assert ids_and_texts(recognition) == [
            ("UR-1", "The horn shall sound."),
            ("S-R-ALARMS-R1", "All alarms shall be acknowledged within 5 minutes."),
            ("UR-7", "The horn shall stop on acknowledgement."),
        ]

    def test_rows_above_the_header_are_told(self) -> None:
        recognition = found(
            h(1, "Requirements"),
            t("The vendor must fill in column three. | > | >", "ID | Requirement | Reply", "UR-1 | It shall print. | "),
        )
        assert reasons(recognition) == {
            "The vendor must fill in column three.": "row of a table: it stands above the table's header"
        }

    def test_obligations_in_control_data_are_told(self) -> None:
        recognition = found(
            t("System | Press controller", "Version | 1.0", "Purpose | The press shall be replaced.", header=False),
            h(1, "Requirements"),
            p("UR-1: The press shall stop at 5 bar."),
        )
        assert any("The press shall be replaced." in text for text in reasons(recognition))

    def test_a_heading_that_demands_is_a_requirement_where_no_ids_are_printed(self) -> None:
        recognition = found(
            h(1, "Requirements"), h(2, "The system shall lock after 5 minutes"), h(2, "Users shall log in again")
        )
        assert texts(recognition) == ["The system shall lock after 5 minutes", "Users shall log in again"]

    def test_a_heading_that_demands_is_told_where_ids_are_printed(self) -> None:
        recognition = found(
            h(1, "Requirements"), h(2, "The system shall lock after 5 minutes"), p("UR-1: The lock shall be logged.")
        )
        assert "The system shall lock after 5 minutes" in reasons(recognition)

    def test_an_obligation_in_plain_text_that_no_rule_takes_up_is_told(self) -> None:
        recognition = found(
            h(1, "Glossary"),
            p("Batch: a quantity that must be traceable."),
            h(1, "Requirements"),
            p("UR-1: The press shall stop at 5 bar."),
        )
        assert reasons(recognition) == {"Batch: a quantity that must be traceable.": "it stands in a glossary"}

    def test_what_is_passed_over_is_told_with_its_items(self) -> None:
        recognition = found(
            h(1, "Requirements"),
            p("UR-1: The press shall stop."),
            h(1, "Deliveries"),
            li("The supplier shall deliver:"),
            li("a manual", 1),
        )
        assert "The supplier shall deliver:; a manual" in reasons(recognition)

    @pytest.mark.parametrize(
        ("text", "demanded"),
        [
            ("The sampling date may not be in the future.", True),
            ("A result can only be changed by the analyst.", True),
            ("Closed batches can no longer be changed.", True),
            ("The user needs a second password.", True),
            ("Summary of user needs", False),
            ("The list may not be exhaustive.", False),
            ("The report can be printed in colour on two pages.", False),
        ],
    )
    def test_prohibitions_with_may_and_can_are_obligations(self, text: str, *, demanded: bool) -> None:
        recognition = found(h(1, "Requirements"), p("UR-1: The press shall stop."), h(1, "Remarks"), p(text))
        assert (text in reasons(recognition)) is demanded


class TestPermissionMatrices:
    MATRIX = ("Function | Analyst | Supervisor", "Enter result | X | X", "Approve result | - | X")

    def test_its_rows_are_requirements_where_no_ids_are_printed(self) -> None:
        recognition = found(h(1, "Requirements"), p("The system shall lock."), h(1, "Roles"), t(*self.MATRIX))
        assert [(r.text, r.items) for r in recognition.requirements[1:]] == [
            ("Enter result", ("Analyst: X", "Supervisor: X")),
            ("Approve result", ("Analyst: -", "Supervisor: X")),
        ]
        assert [(one.role, one.action, one.allowed) for one in recognition.requirements[2].rights] == [
            ("Analyst", "approve result", False), ("Supervisor", "approve result", True),
        ]  # fmt: skip

    def test_it_is_told_where_ids_are_printed(self) -> None:
        recognition = found(h(1, "Functions"), p("UR-1: The system shall lock."), h(1, "Matrix"), t(*self.MATRIX))
        assert [r.id for r in recognition.requirements] == ["UR-1"]
        assert codes(recognition) == ["REC17"]
        assert len(recognition.passed_over) == 2

    def test_its_columns_are_roles(self) -> None:
        recognition = found(h(1, "Functions"), p("UR-1: The system shall lock."), h(1, "Matrix"), t(*self.MATRIX))
        assert [role.name for role in recognition.roles] == ["Analyst", "Supervisor"]


class TestSuspiciousLosses:
    def test_a_few_passages_beside_many_requirements_are_no_finding(self) -> None:
        many = [p(f"UR-{n}: The press shall do step {n}.") for n in range(1, 40)]
        recognition = found(h(1, "Scope"), p("The plant must grow."), h(1, "Requirements"), *many)
        assert "REC15" not in codes(recognition)

    def test_more_than_three_are_a_warning(self) -> None:
        many = [p(f"UR-{n}: The press shall do step {n}.") for n in range(1, 60)]
        lost = [p(f"The plant must grow by {n} percent.") for n in range(2, 6)]
        recognition = found(h(1, "Scope"), *lost, h(1, "Requirements"), *many)
        (finding,) = [f for f in recognition.findings if f.code == "REC15"]
        assert finding.severity is FindingSeverity.WARNING
        assert finding.message.startswith("4 passages worded as an obligation were passed over beside 59 requirements")

    def test_more_than_half_as_many_as_requirements_are_an_error(self) -> None:
        lost = [p(f"The plant must grow by {n} percent.") for n in range(2, 6)]
        recognition = found(h(1, "Scope"), *lost, h(1, "Requirements"), p("UR-1: The press shall stop."))
        (finding,) = [f for f in recognition.findings if f.code == "REC15"]
        assert finding.severity is FindingSeverity.ERROR

    def test_a_matrix_that_repeats_the_requirements_is_no_loss(self) -> None:
        rows = [f"UR-{n} | The press shall do step {n}." for n in range(1, 9)]
        matrix = [f"UR-{n} | The press shall do step {n}. | TC-{n}" for n in range(1, 9)]
        recognition = found(
            h(1, "Requirements"),
            t("ID | Requirement", *rows),
            h(1, "Traceability matrix"),
            t("ID | Requirement | Test", *matrix),
        )
        assert len(recognition.requirements) == 8
        assert "REC15" not in codes(recognition)


_WORDS = st.sampled_from(["print", "lock", "store", "show", "send", "close"])
_LINES = st.builds(
    lambda verb, number, modal: f"The press {modal} {verb} item {number}.",
    _WORDS,
    st.integers(1, 999),
    st.sampled_from(["shall", "must", "should", "stops to"]),
)


@st.composite
def _blocks(draw: st.DrawFn) -> Block:
    line = draw(_LINES)
    shape = draw(st.integers(0, 7))
    return (
        p(line),
        li(line, draw(st.integers(0, 2)), draw(st.sampled_from(["-", "1.", "a)"]))),
        h(2, line.rstrip(".")),
        p(f"UR-{draw(st.integers(1, 99))}: {line}"),
        p(f"{draw(st.integers(1, 9))}.{draw(st.integers(1, 9))} {line}"),
        h(1, draw(st.sampled_from(["Scope", "Glossary", "References", "Requirements", "Alarms", "Introduction"]))),
        t("ID | Requirement | Note", f"UR-{draw(st.integers(1, 99))} | {line} | {draw(_LINES)}"),
        t("Step | Action | Pass/Fail", f"1 | {line} | ", f"{draw(_LINES)} | > | >"),
    )[shape]


@given(st.lists(_blocks(), min_size=1, max_size=12))
@settings(max_examples=300, deadline=None)
def test_each_obligation_is_in_a_requirement_or_passed_over(blocks: list[Block]) -> None:
    document = doc(*blocks)
    try:
        recognition = recognise(document)
    except NoRequirementError:
        return
    told = " ".join(
        part
        for r in recognition.requirements
        for part in (r.text, *r.items, r.acceptance_criteria or "", *(a.value for a in r.attributes))
    ) + " ".join(x.text for x in recognition.passed_over)
    stated = [
        cell.text
        for block in document.blocks
        for cell in ([block] if block.kind != "table" else [cell for row in block.rows for cell in row.cells])
    ]
    for text in stated:
        if any(f" {modal} " in text for modal in ("shall", "must", "should")):
            assert text.partition("The press")[2] in told
