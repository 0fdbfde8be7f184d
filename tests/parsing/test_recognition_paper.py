"""Is this a requirement document? Other papers are refused with what was seen; marks of testing in a URS are none."""

from __future__ import annotations

import pytest
from tests.parsing.written import codes, doc, found, h, ids_and_texts, li, p, t

from gampgen.domain.document import Block
from gampgen.errors import NoRequirementError
from gampgen.parsing.recognition import recognise


def refusal(*blocks: Block, title: str = "") -> str:
    with pytest.raises(NoRequirementError) as failure:
        recognise(doc(*blocks, title=title))
    assert failure.value.exit_code == 3
    return str(failure.value)


class TestRefused:
    def test_an_oq_protocol_with_executed_tests(self) -> None:
        said = refusal(
            h(1, "Operational Qualification Protocol"),
            h(1, "Acceptance"),
            p("All tests must pass before the system is released."),
            h(1, "Tests"),
            t(
                "Step | Action | Expected result | Actual result | Pass/Fail",
                "1 | Log in as operator. | The main screen shall be shown. | | ",
                "2 | Press stop. | The pump shall stop. | | ",
                "3 | Open the lid. | The alarm must sound. | | ",
            ),
        )
        assert "a test protocol" in said
        assert "“Actual result”" in said

    def test_a_sheet_of_test_cases_with_numbered_rows(self) -> None:
        said = refusal(
            t(
                "Sr. No. | Test | Test Procedure | Acceptance Criteria | Observation",
                "1 | Login | Enter the password. | The system shall accept it. | ",
                "2 | Lock | Wait 5 minutes. | The system shall lock. | ",
                "3 | Print | Press print. | A label shall be printed. | ",
            )
        )
        assert "3 table rows of tests under the columns “Sr. No.”, “Test”, “Test Procedure”" in said

    def test_test_cases_written_as_labelled_lines(self) -> None:
        said = refusal(
            h(1, "Test cases"),
            h(2, "TC-001 Login"),
            p("Step 1: Log in."),
            p("Expected result: the main screen shall be shown."),
            h(2, "TC-002 Stop"),
            p("Step 1: Press stop."),
            p("Expected result: the pump shall stop."),
        )
        assert "a test protocol" in said

    def test_a_matrix_of_ids(self) -> None:
        said = refusal(
            h(1, "Requirements Traceability Matrix"),
            p("All requirements are covered. No test may be left out."),
            t(
                "URS | Specification | Test | Result",
                "URS-001 | FS-001 | OQ-001 | Pass",
                "URS-002 | FS-002 | OQ-002 | Pass",
                "URS-003 | FS-003 | OQ-003 | Pass",
            ),
        )
        assert "a traceability matrix" in said

    def test_a_letter(self) -> None:
        said = refusal(
            p("Dear Ms Miller,"),
            p("You must send the signed offer by Friday. The device shall be delivered in May."),
            p("Kind regards"),
            p("J. Smith"),
        )
        assert "a letter (the greeting “Dear Ms Miller,”)" in said

    def test_source_code(self) -> None:
        said = refusal(
            p("import os"),
            p("def stop(pump):"),
            p('    """The pump must stop."""'),
            p("    pump.speed = 0"),
            p("    return pump"),
            p("stop(first)"),
        )
        assert "source code" in said

    def test_a_document_of_nothing_but_prose_says_how_much_was_read(self) -> None:
        assert "1 headings, 1 paragraphs and 0 tables" in refusal(h(1, "Tea"), p("Tea is a drink."))


class TestNotRefused:
    def test_a_urs_with_columns_of_verification_and_acceptance(self) -> None:
        recognition = found(
            t(
                "ID | Requirement | Acceptance criterion | Test method | Test case | Result",
                "URS-1 | The pump shall stop at 5 bar. | It stops. | Simulation | OQ-7 | Pass",
                "URS-2 | The lid shall lock. | It locks. | Simulation | OQ-8 | Pass",
            )
        )
        assert [r.id for r in recognition.requirements] == ["URS-1", "URS-2"]

    def test_statements_under_description_with_a_column_to_sign_off(self) -> None:
        recognition = found(
            t(
                "ID | Description | Test method | Pass/Fail",
                "G01 | The pump shall stop at 5 bar. | Simulation | ",
                "G02 | The lid shall lock. | Simulation | ",
            )
        )
        assert [r.id for r in recognition.requirements] == ["G01", "G02"]

    def test_a_urs_that_ends_with_its_trace_matrix(self) -> None:
        recognition = found(
            h(1, "User requirements"),
            p("UR-1: The pump shall stop at 5 bar."),
            h(1, "Matrix"),
            t("UR | Test", "UR-1 | OQ-1", "UR-1 | OQ-2", "UR-1 | OQ-3", "UR-1 | OQ-4"),
        )
        assert ids_and_texts(recognition) == [("UR-1", "The pump shall stop at 5 bar.")]

    def test_a_narrative_urs_with_a_table_of_acceptance_tests(self) -> None:
        recognition = found(
            h(1, "User requirements specification: Press"),
            p("The press shall stop at 5 bar."),
            h(1, "Acceptance tests"),
            t("Step | Action | Expected | Pass/Fail", *(f"{n} | Do {n} | It works | " for n in range(1, 9))),
            title="User requirements specification: Press",
        )
        assert [r.text for r in recognition.requirements] == ["The press shall stop at 5 bar."]

    def test_requirements_about_testing(self) -> None:
        recognition = found(
            h(1, "Test bench"),
            li("The operator must be able to start a test."),
            li("Expected results shall be stored with each test."),
            li("The verdict Pass or Fail shall be printed."),
        )
        assert len(recognition.requirements) == 3

    def test_a_list_whose_items_end_with_semicolons(self) -> None:
        items = [li(f"the press shall do step {n};") for n in range(1, 8)]
        assert len(found(h(1, "Press"), *items).requirements) == 7


class TestDoubtful:
    def test_two_sentences_in_an_essay_are_taken_with_an_error(self) -> None:
        essay = [p(f"The town has {n} houses.") for n in range(30)]
        recognition = found(h(1, "History"), *essay, p("Visitors must pay."), p("The bridge shall be repaired."))
        (finding,) = [f for f in recognition.findings if f.code == "REC16"]
        assert finding.severity.value == "error"

    def test_a_short_narrative_that_names_requirements_is_not_doubted(self) -> None:
        recognition = found(h(1, "Requirements"), p("The pump shall stop."), p("The lid shall lock."))
        assert "REC16" not in codes(recognition)
