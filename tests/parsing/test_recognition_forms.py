"""One hand-made document per way of writing requirements, with exactly what must come out of it."""

from __future__ import annotations

import pytest
from tests.parsing.written import codes, doc, found, h, ids_and_texts, li, p, t

from gampgen.domain.document import Block, UrsDocument
from gampgen.domain.location import Location
from gampgen.domain.requirement import Attribute, IdSource
from gampgen.errors import NoRequirementError, SeveralSystemsError
from gampgen.parsing.recognition import recognise


class TestTableRows:
    def test_the_named_columns_become_the_parts_of_the_requirement(self) -> None:
        recognition = found(
            h(1, "User requirements", "3"),
            t(
                "Req. ID | Area | Requirement | Priority | GxP | Acceptance criterion | Verified by | Comment",
                "URS-001 | Login | The system shall lock after 3 failures. | Must | Yes | It locks. | OQ | new",
            ),
        )
        (requirement,) = recognition.requirements
        assert (requirement.id, requirement.uid, requirement.id_source) == ("URS-001", "URS-001", IdSource.DOCUMENT)
        assert requirement.text == "The system shall lock after 3 failures."
        assert requirement.acceptance_criteria == "It locks."
        assert (requirement.stated_priority, requirement.stated_risk) == ("Must", None)  # relevance is no level
        assert requirement.stated_verification == "OQ"
        assert requirement.attributes == (
            Attribute(name="Area", value="Login"),
            Attribute(name="GxP", value="Yes"),
            Attribute(name="Comment", value="new"),
        )
        assert requirement.section == "3 User requirements"
        assert requirement.location == Location(table=1, row=2)

    def test_without_a_header_the_columns_are_told_by_what_they_hold(self) -> None:
        recognition = found(
            h(1, "Pump"),
            t("G01 | The pump shall stop at 5 bar. | H", "G02 | The pump shall restart on command. | L", header=False),
        )
        assert ids_and_texts(recognition) == [
            ("G01", "The pump shall stop at 5 bar."),
            ("G02", "The pump shall restart on command."),
        ]
        assert [r.stated_priority for r in recognition.requirements] == ["H", "L"]

    def test_a_limit_beside_its_parameter_is_an_item(self) -> None:
        recognition = found(
            h(1, "Limits"),
            t(
                "URS-ID | Threshold | Value | Source",
                "URS-SAF-1 | Pump pressure alarm | > 150 mmHg | FR-3",
                "URS-SAF-2 | Alarm latency | ≤ 100 ms | FR-4",
            ),
        )
        first = recognition.requirements[0]
        assert (first.text, first.items) == ("Pump pressure alarm", ("> 150 mmHg",))
        assert first.attributes == (Attribute(name="Source", value="FR-3"),)

    def test_a_short_title_column_does_not_take_the_statement_s_place(self) -> None:
        recognition = found(
            t("No. | Requirement | Description", "UR-1 | Login | Each user shall log in with a name and a password.")
        )
        (requirement,) = recognition.requirements
        assert requirement.text == "Each user shall log in with a name and a password."
        assert requirement.attributes == (Attribute(name="Requirement", value="Login"),)

    def test_bands_and_repeated_headers_are_no_requirements_and_bands_name_the_section(self) -> None:
        recognition = found(
            h(1, "Requirements"),
            t(
                "ID | Requirement | Priority",
                "A Security | > | >",
                "UR-1 | Users shall log in. | M",
                "ID | Requirement | Priority",
                "B Reports | > | >",
                "UR-2 | Reports shall be printed. | M",
            ),
        )
        assert [(r.id, r.section) for r in recognition.requirements] == [
            ("UR-1", "Requirements / A Security"),
            ("UR-2", "Requirements / B Reports"),
        ]

    def test_a_number_with_a_title_over_numbers_below_it_is_a_heading(self) -> None:
        recognition = found(
            t(
                "URS No. | Requirement | Priority",
                "7 | Security | ",
                "7.1 | Users shall log in. | M",
                "7.10 | Sessions shall end after 10 minutes. | M",
            )
        )
        assert [r.id for r in recognition.requirements] == ["7.1", "7.10"]

    def test_rows_under_a_merged_id_belong_to_it(self) -> None:
        recognition = found(
            t(
                "ID | Requirement",
                "UR-1 | The report shall show:",
                "^ | the batch number",
                "^ | the operator",
                "UR-2 | The report shall be signed.",
            )
        )
        assert recognition.requirements[0].items == ("the batch number", "the operator")
        assert [r.id for r in recognition.requirements] == ["UR-1", "UR-2"]

    def test_the_rest_of_a_page_broken_row_belongs_to_the_row_above(self) -> None:
        recognition = found(
            t("ID | Requirement | P", "UR-1 | The system shall store each result and | M", " | show it on demand. | ")
        )
        (requirement,) = recognition.requirements
        assert requirement.items == ("show it on demand.",)

    def test_a_demanding_row_whose_id_is_blank_gets_one_and_a_finding(self) -> None:
        recognition = found(
            h(1, "Functions", "4.2"),
            t(
                "ID | Requirement | P",
                "UR-1 | The press shall stop. | M",
                " | The press shall keep recipes after a power failure. | M",
            ),
        )
        assert [(r.id, r.id_source) for r in recognition.requirements] == [
            ("UR-1", IdSource.DOCUMENT),
            ("S4.2-R1", IdSource.SYNTHESISED),
        ]
        assert "REC02" in codes(recognition)

    def test_list_lines_of_a_cell_are_items_without_their_bullets(self) -> None:
        recognition = found(
            t("ID | Requirement", "UR-1 | The HMI shall have three levels:\\n• Operator\\n• Supervisor\\nb) Service")
        )
        (requirement,) = recognition.requirements
        assert requirement.text == "The HMI shall have three levels:"
        assert requirement.items == ("Operator", "Supervisor", "Service")

    def test_ids_may_stand_in_the_statement_column(self) -> None:
        recognition = found(
            t("Requirement | Priority", "UR-003a: Users shall log out. | M", "UR-003b: Data shall be encrypted. | S")
        )
        assert ids_and_texts(recognition) == [
            ("UR-003a", "Users shall log out."),
            ("UR-003b", "Data shall be encrypted."),
        ]

    @pytest.mark.parametrize(
        ("header", "row"),
        [
            ("Anforderungs-Nr. | Anforderung | Priorität", "LH-1 | Die Anlage muss 80 °C halten. | Muss"),
            ("N° | Exigence | Priorité", "EX-1 | Le système doit imprimer un rapport. | Haute"),
            ("Código | Requisito | Prioridad", "RU-1 | El sistema debe registrar la temperatura. | Alta"),
            ("Nr. | Eis | Prioriteit", "E-1 | Het systeem moet een rapport afdrukken. | Hoog"),
            ("N. | Requisito | Priorità", "R-1 | Il sistema deve stampare un rapporto. | Alta"),
        ],
    )
    def test_headers_are_read_in_other_languages(self, header: str, row: str) -> None:
        (requirement,) = found(t(header, row)).requirements
        assert [requirement.id, requirement.text, requirement.stated_priority] == [c.strip() for c in row.split("|")]

    def test_rows_that_the_document_marks_as_headings_or_information_are_none(self) -> None:
        recognition = found(
            t(
                "ID | Type | Description",
                "RQ-1 | Heading | Security",
                "RQ-2 | Requirement | The system shall lock.",
                "RQ-3 | Information | The lock shall be explained here.",
                "RQ-4 | Requirement | The system shall unlock.",
            )
        )
        assert [(r.id, r.section) for r in recognition.requirements] == [("RQ-2", "Security"), ("RQ-4", "Security")]
        assert [x.reason for x in recognition.passed_over] == [
            "the document marks it as “heading”",
            "the document marks it as “information”",
        ]

    def test_the_name_of_a_parameter_is_kept_beside_what_is_required_of_it(self) -> None:
        recognition = found(
            h(1, "Requirements"),
            t(
                "S. No. | Parameter | Requirement",
                "6.1 | Process | ",
                "6.1.1 | Capacity | 120 kg",
                "6.1.2 | Inlet | 80 °C",
            ),
        )
        assert [(r.id, r.text, r.attributes) for r in recognition.requirements] == [
            ("6.1.1", "120 kg", (Attribute(name="Parameter", value="Capacity"),)),
            ("6.1.2", "80 °C", (Attribute(name="Parameter", value="Inlet"),)),
        ]


class TestListBullets:
    def test_id_separator_and_tags_are_no_part_of_the_text(self) -> None:
        recognition = found(
            h(2, "Functional requirements"),
            li("URS-1: The system shall print.", lead="URS-1"),
            li("[URS-2] The system shall store records. [GxP Critical]"),
            li("URS-3 The system shall show alarms. (Must)"),
            li("URS-4 [High]: The system shall (if asked) export."),
        )
        assert ids_and_texts(recognition) == [
            ("URS-1", "The system shall print."),
            ("URS-2", "The system shall store records."),
            ("URS-3", "The system shall show alarms."),
            ("URS-4", "The system shall (if asked) export."),
        ]
        assert [(r.stated_priority, r.stated_risk) for r in recognition.requirements] == [
            (None, None),
            (None, "GxP Critical"),
            ("Must", None),
            ("High", None),
        ]

    def test_sub_bullets_belong_to_their_parent(self) -> None:
        recognition = found(
            li("URS-1: Configure alarms:"),
            li("high", 1),
            li("low", 1),
            li("URS-2: Configure users."),
        )
        assert [(r.id, r.items) for r in recognition.requirements] == [("URS-1", ("high", "low")), ("URS-2", ())]

    def test_imperatives_and_bare_phrases_count_where_the_family_recurs(self) -> None:
        recognition = found(
            li("URS-1: Configure workflows."), li("URS-2: Temperature range 2 °C to 8 °C."), li("URS-3: Use SAP.")
        )
        assert [r.id for r in recognition.requirements] == ["URS-1", "URS-2", "URS-3"]

    def test_a_bullet_without_id_among_bullets_with_ids_gets_one(self) -> None:
        recognition = found(
            h(1, "Functions", "5"), li("URS-1: The system shall print."), li("The system shall watermark copies.")
        )
        assert [r.id for r in recognition.requirements] == ["URS-1", "S5-R1"]
        assert codes(recognition).count("REC02") == 1

    def test_ids_run_together_in_one_paragraph_are_told_apart(self) -> None:
        recognition = found(p("REQ-1: The system shall check entries. REQ-2: The system shall reject bad ones."))
        assert ids_and_texts(recognition) == [
            ("REQ-1", "The system shall check entries."),
            ("REQ-2", "The system shall reject bad ones."),
        ]


class TestHeadingAndBlocks:
    def test_labelled_blocks_become_the_parts_in_any_order(self) -> None:
        recognition = found(
            h(1, "Requirements"),
            h(2, "URS-010 Shelf temperature"),
            p("Priority: High"),
            p("Rationale: Product stability.", lead="Rationale:"),
            p("Requirement: The system shall hold -50 °C.", lead="Requirement:"),
            p("Acceptance criteria:", lead="Acceptance criteria:"),
            li("Deviation at most 1 K."),
            li("Reached within 60 minutes."),
            p("Verification: OQ"),
        )
        (requirement,) = recognition.requirements
        assert (requirement.id, requirement.text) == ("URS-010", "The system shall hold -50 °C.")
        assert requirement.acceptance_criteria == "Deviation at most 1 K.\nReached within 60 minutes."
        assert (requirement.stated_priority, requirement.stated_verification) == ("High", "OQ")
        assert requirement.attributes == (
            Attribute(name="Title", value="Shelf temperature"),
            Attribute(name="Rationale", value="Product stability."),
        )
        assert requirement.section == "Requirements"

    def test_a_lone_bold_id_line_takes_the_next_paragraph(self) -> None:
        recognition = found(
            p("REQ-NF-001", lead="REQ-NF-001"),
            p("The system shall be available 24 hours a day."),
            p("Priority: High"),
        )
        (requirement,) = recognition.requirements
        assert requirement.text == "The system shall be available 24 hours a day."
        assert requirement.stated_priority == "High"

    def test_a_document_s_own_number_in_its_title_is_no_requirement(self) -> None:
        recognition = found(
            h(1, "URS-004: Chromatography Data System (CDS)"),
            h(2, "Functional Requirements"),
            li("URS-CDS-001: The system shall acquire data."),
            title="URS-004: Chromatography Data System (CDS)",
        )
        assert [r.id for r in recognition.requirements] == ["URS-CDS-001"]
        assert recognition.system == "Chromatography Data System (CDS)"
        assert [(x.text, x.reason) for x in recognition.passed_over] == [
            ("URS-004 Chromatography Data System (CDS)", "it names the requirements below it")
        ]


class TestAutomaticallyNumberedProse:
    def test_outline_numbers_are_the_ids(self) -> None:
        recognition = found(
            h(1, "Purpose", "1"),
            p("This document shall be used by the supplier."),
            h(1, "Functional requirements", "2"),
            li("The system shall weigh.", label="2.1", automatic=True),
            li("Failed logins are recorded.", label="2.2", automatic=True),
            li("The system shall print.", label="2.10", automatic=True),
        )
        assert [(r.id, r.id_source) for r in recognition.requirements] == [
            ("2.1", IdSource.NUMBERING),
            ("2.2", IdSource.NUMBERING),
            ("2.10", IdSource.NUMBERING),
        ]

    def test_numbers_typed_before_the_text_are_printed_ids(self) -> None:
        recognition = found(h(1, "Requirements"), p("4.2.1 The system shall weigh."), p("4.2.2. It shall print."))
        assert [(r.id, r.text, r.id_source) for r in recognition.requirements] == [
            ("4.2.1", "The system shall weigh.", IdSource.DOCUMENT),
            ("4.2.2", "It shall print.", IdSource.DOCUMENT),
        ]

    def test_automatic_labels_with_a_prefix_are_ids_from_numbering(self) -> None:
        recognition = found(
            li("The system shall alarm for:", label="URS-017", automatic=True),
            li("15 minutes;", 1, "a)", automatic=True),
            li("30 minutes.", 1, "b)", automatic=True),
        )
        (requirement,) = recognition.requirements
        assert (requirement.id, requirement.id_source) == ("URS-017", IdSource.NUMBERING)
        assert requirement.items == ("15 minutes;", "30 minutes.")

    def test_numbered_headings_with_one_demand_each_lend_their_numbers(self) -> None:
        recognition = found(
            h(1, "Requirements", "3"),
            h(2, "Alarm", "3.1"),
            p("The system shall raise an alarm."),
            h(2, "Report", "3.2"),
            p("The system shall print a report."),
            h(2, "Login", "3.10"),
            p("Users must log in."),
        )
        assert [(r.id, r.id_source) for r in recognition.requirements] == [
            ("3.1", IdSource.NUMBERING),
            ("3.2", IdSource.NUMBERING),
            ("3.10", IdSource.NUMBERING),
        ]


class TestBoldLeadIn:
    def test_the_lead_in_is_the_title_and_the_sentence_the_text(self) -> None:
        recognition = found(
            h(1, "User requirements"),
            p("Temperature: The room shall be kept between 2 °C and 8 °C.", lead="Temperature:"),
            p("Door: The door closes by itself.", lead="Door:"),
        )
        assert [(r.text, r.attributes[0].value) for r in recognition.requirements] == [
            ("The room shall be kept between 2 °C and 8 °C.", "Temperature"),
            ("The door closes by itself.", "Door"),
        ]


class TestKeyValueTables:
    def test_one_table_is_one_requirement(self) -> None:
        card = (
            "Use case ID | UC-01",
            "Name | Register sample",
            "Actor | Analyst",
            "Description | The analyst registers a sample.",
            "Main flow | 1. Scan the barcode.\\n2. The record is shown.",
            "Priority | Must",
            "Acceptance criteria | The record shows barcode and user.",
        )
        recognition = found(h(1, "Use cases"), t(*card, header=False), t("Use case ID | UC-02", "Name | Approve",
                            "Description | The reviewer approves.", header=False))  # fmt: skip
        first, second = recognition.requirements
        assert (first.id, first.text, first.stated_priority) == ("UC-01", "The analyst registers a sample.", "Must")
        assert first.items == ("Scan the barcode.", "The record is shown.")
        assert first.acceptance_criteria == "The record shows barcode and user."
        assert first.attributes == (
            Attribute(name="Name", value="Register sample"),
            Attribute(name="Actor", value="Analyst"),
        )
        assert second.id == "UC-02"

    def test_a_control_table_of_labels_and_values_is_none(self) -> None:
        recognition = found(
            t("Document number | URS-001", "Title | Requirements", "Version | 2", "System | LIMS", header=False),
            p("URS-GEN-1: The system shall print."),
        )
        assert [r.id for r in recognition.requirements] == ["URS-GEN-1"]
        assert recognition.system == "LIMS"


class TestNarrative:
    def test_each_demanding_sentence_opens_a_requirement(self) -> None:
        recognition = found(
            h(1, "Introduction"),
            p("This document defines the requirements for the label printer."),
            h(1, "Login screen"),
            p("The user has to enter a name. After three failures the system will lock the account. A logo is shown."),
        )
        assert [(r.id, r.text) for r in recognition.requirements] == [
            ("S-LOGIN-SCREEN-R1", "The user has to enter a name."),
            ("S-LOGIN-SCREEN-R2", "After three failures the system will lock the account. A logo is shown."),
        ]
        assert "REC03" in codes(recognition)


class TestLookAlikes:
    def test_front_matter_histories_references_and_matrices_give_nothing(self) -> None:
        recognition = found(
            h(1, "Approval"),
            t("Role | Name | Signature | Date", "Author | The author shall sign | | "),
            h(1, "Revision history"),
            t("Version | Date | Change", "1.0 | 2025-01-01 | The system shall alarm, added"),
            h(1, "References"),
            li("SOP-QA-012 Computerised systems"),
            li("[R1] Annex 11 shall be followed"),
            t("Document ID | Document", "FS-001 | Functional specification"),
            h(1, "Priority definitions"),
            t("Priority | Meaning", "Must | shall be fulfilled"),
            h(1, "Requirements"),
            t("ID | Requirement", "UR-1 | The system shall alarm.", "UR-2 | The system shall print."),
            h(1, "Traceability matrix"),
            t("URS | FS | OQ", "UR-1 | FS-1 | OQ-1", "UR-2 | FS-2 | OQ-2"),
            h(1, "Risks"),
            t("Risk ID | Hazard | Severity | Mitigation", "RK-1 | Loss | High | The system shall back up."),
        )
        assert [r.id for r in recognition.requirements] == ["UR-1", "UR-2"]
        reasons = {x.text: x.reason for x in recognition.passed_over}
        assert reasons["1.0 | 2025-01-01 | The system shall alarm, added"] == (
            "row of a table: it stands in the revision history"
        )
        assert reasons["FS-001 | Functional specification"] == "row of a table: it stands in a list of references"
        assert reasons["UR-1 | FS-1 | OQ-1"] == "row of a table: it stands in a traceability part"
        assert reasons["RK-1 | Loss | High | The system shall back up."] == "row of a table: it is a risk analysis"

    def test_a_matrix_of_ids_and_verdicts_states_nothing_whatever_its_heading(self) -> None:
        recognition = found(
            h(1, "Requirements"),
            t("ID | Requirement", "UR-1 | The system shall alarm.", "UR-2 | The system shall print."),
            h(1, "Status of work"),
            t("URS | Evidence | Result", "UR-1 | OQ-1, OQ-2 | Pass", "UR-2 | OQ-3 | Pass", "UR-3 | OQ-4 | Pass"),
        )
        assert [r.uid for r in recognition.requirements] == ["UR-1", "UR-2"]
        assert {x.reason for x in recognition.passed_over} == {"row of a table: it traces ids to other ids"}

    def test_an_overview_of_titles_is_no_second_definition(self) -> None:
        recognition = found(
            h(1, "Requirements overview"),
            t("Requirement ID | Requirement title | Priority", "UR-1 | Alarm | M", "UR-2 | Print | S"),
            h(1, "Detailed requirements"),
            h(2, "UR-1 Alarm"),
            p("The system shall raise an alarm above the limit."),
            h(2, "UR-2 Print"),
            p("The system shall print a report of each batch."),
        )
        assert ids_and_texts(recognition) == [
            ("UR-1", "The system shall raise an alarm above the limit."),
            ("UR-2", "The system shall print a report of each batch."),
        ]
        assert "REC01" not in codes(recognition)

    def test_a_sentence_that_begins_with_a_cited_id_defines_nothing(self) -> None:
        recognition = found(
            li("DMS-1: The system shall version."),
            li("DMS-2: The system shall print."),
            p("DMS-1 and DMS-2 depend on the licence."),
            p("DMS-2 is part of the second phase."),
        )
        assert [r.uid for r in recognition.requirements] == ["DMS-1", "DMS-2"]

    def test_a_demand_without_id_is_shown_not_taken(self) -> None:
        recognition = found(
            h(1, "Functions"), li("URS-1: The system shall print."), p("The supplier shall deliver in May.")
        )
        assert [r.id for r in recognition.requirements] == ["URS-1"]
        assert [x.text for x in recognition.passed_over] == ["The supplier shall deliver in May."]
        assert codes(recognition) == ["REC09", "REC15"]

    def test_sentences_about_the_document_are_not_requirements(self) -> None:
        recognition = found(
            h(1, "User requirements"),
            p("Each requirement shall be uniquely identified."),
            p("This URS must be approved."),
            p("The system shall print."),
        )
        assert [r.text for r in recognition.requirements] == ["The system shall print."]

    def test_chemistry_and_standards_at_a_line_s_beginning_are_no_ids(self) -> None:
        recognition = found(
            h(1, "Requirements"),
            li("SpO2 shall be displayed in percent."),
            li("ISO 9001: the supplier shall be certified."),
            li("24-hour trends shall be shown."),
        )
        assert [r.id_source for r in recognition.requirements] == [IdSource.SYNTHESISED] * 3


class TestTopicsThatSoundLikeApparatus:
    @pytest.mark.parametrize("title", ["Access, signatures and records", "Sample traceability", "Role definitions",
                                       "Change control", "Deviations and approvals", "Key management"])  # fmt: skip
    def test_a_topic_s_heading_hides_no_requirement(self, title: str) -> None:
        recognition = found(
            h(1, title, "4"), li("UR-1: Each user shall sign."), p("UR-2 If one fails, all shall stop.")
        )
        assert [(r.id, r.section) for r in recognition.requirements] == [("UR-1", f"4 {title}"), ("UR-2", f"4 {title}")]

    def test_a_plain_requirement_table_is_read_wherever_it_stands(self) -> None:
        recognition = found(
            h(1, "Approvals"), t("Requirement ID | Requirement", "UR-1 | QA shall approve.", "UR-2 | QP shall certify.")
        )
        assert [r.id for r in recognition.requirements] == ["UR-1", "UR-2"]

    def test_a_requirement_stated_in_an_annex_of_terms_is_taken_unless_defined_elsewhere(self) -> None:
        recognition = found(
            h(1, "Requirements"),
            li("UR-1: The system shall print."),
            h(1, "Glossary"),
            li("UR-1: The system shall print labels, see above."),
            li("UR-2: The system shall use the terms of this list."),
        )
        assert [r.uid for r in recognition.requirements] == ["UR-1", "UR-2"]


class TestLoneBoldTitles:
    def test_a_bold_line_of_its_own_is_a_heading(self) -> None:
        recognition = found(
            h(1, "Process requirements", "5"),
            p("5.1 Receiving", lead="5.1 Receiving"),
            p("The user has to enter the number."),
            p("5.2 Sampling", lead="5.2 Sampling"),
            p("The system will print a label. It must be legible."),
        )
        assert [(r.id, r.section) for r in recognition.requirements] == [
            ("S5.1-R1", "5 Process requirements / 5.1 Receiving"),
            ("S5.2-R1", "5 Process requirements / 5.2 Sampling"),
            ("S5.2-R2", "5 Process requirements / 5.2 Sampling"),
        ]

    def test_a_bold_title_ends_the_part_that_a_bold_title_opened(self) -> None:
        recognition = found(
            p("Revision history", lead="Revision history"),
            p("The system shall print, added in version 2."),
            p("User requirements", lead="User requirements"),
            p("The system shall print."),
        )
        assert [(r.text, r.section) for r in recognition.requirements] == [
            ("The system shall print.", "User requirements")
        ]
        assert [x.reason for x in recognition.passed_over] == ["it stands in the revision history"]


class TestFindings:
    def test_a_repeated_id_keeps_both_and_is_an_error(self) -> None:
        recognition = found(li("UR-1: The system shall print."), li("UR-1: The system shall alarm."))
        assert [(r.id, r.uid) for r in recognition.requirements] == [("UR-1", "UR-1"), ("UR-1", "UR-1#2")]
        (finding,) = recognition.findings[:1]
        assert (finding.code, finding.severity.value, finding.requirement_uid) == ("REC01", "error", "UR-1#2")

    def test_serial_numbers_that_begin_again_are_one_finding(self) -> None:
        recognition = found(
            h(1, "Requirements"),
            t("Sr. No. | Requirement", "1 | The press shall run.", "2 | The press shall stop."),
            t("Sr. No. | Requirement", "1 | The HMI shall show.", "2 | The HMI shall print."),
        )
        assert [r.uid for r in recognition.requirements] == ["1", "2", "1#2", "2#2"]
        assert codes(recognition) == ["REC14", "REC06"] or codes(recognition) == ["REC14"]

    @pytest.mark.parametrize(
        ("line", "code"),
        [
            ("UR-9: TBD", "REC04"),
            ("UR-9: The system shall work as UR-77 says.", "REC07"),
            ("UR-9: The system shall print and", "REC08"),
            ("UR-9: The system shall print.", "REC10"),
            ("UR-9: Deleted.", "REC11"),
            ("UR-01: The system shall export data.", "REC12"),
        ],
    )
    def test_a_defect_of_a_requirement_is_found(self, line: str, code: str) -> None:
        recognition = found(li("UR-1: The system shall print."), li("UR-2: The system shall alarm."), li(line))
        assert code in codes(recognition)

    def test_a_blank_row_with_an_id_is_an_error_and_not_forgotten(self) -> None:
        recognition = found(t("ID | Requirement", "UR-1 | The system shall print.", "UR-2 | "))
        assert [r.id for r in recognition.requirements] == ["UR-1"]
        assert [x.text for x in recognition.passed_over] == ["UR-2"]
        assert ("REC04", "The id “UR-2” stands without a statement.") in [
            (f.code, f.message) for f in recognition.findings
        ]

    def test_a_missing_number_in_a_series_is_named(self) -> None:
        recognition = found(*(li(f"UR-{n:02}: The system shall do thing {n}.") for n in (1, 2, 3, 5, 6)))
        assert [f.message for f in recognition.findings if f.code == "REC05"] == [
            "Between UR-03 and UR-05 the document has no UR-04."
        ]

    def test_a_document_in_english_with_sound_ids_has_no_finding(self) -> None:
        recognition = found(
            h(1, "Requirements for the system"),
            li("UR-1: The system shall print the report of the batch."),
            li("UR-2: The system shall show the alarm that is active in the plant."),
        )
        assert recognition.document.language == "en"
        assert recognition.findings == ()

    def test_nothing_recognised_is_a_failure_that_says_what_was_seen(self) -> None:
        with pytest.raises(NoRequirementError, match="1 headings, 1 paragraphs and 0 tables") as failure:
            found(h(1, "Minutes of meeting"), p("We talked about the weather."))
        assert failure.value.where == "urs.docx"


class TestWhatTheDocumentSaysOfItself:
    def test_terms_come_from_glossaries_and_from_brackets(self) -> None:
        recognition = found(
            h(1, "Abbreviations"),
            t("Abbreviation | Meaning", "HMI | Human machine interface"),
            li("PLC – Programmable logic controller"),
            h(1, "Requirements"),
            p("UR-1: The Chromatography Data System (CDS) shall print."),
        )
        assert {(x.name, x.meaning) for x in recognition.terms} == {
            ("HMI", "Human machine interface"),
            ("PLC", "Programmable logic controller"),
            ("CDS", "Chromatography Data System"),
        }

    def test_abbreviations_told_in_one_paragraph_are_terms(self) -> None:
        recognition = found(
            h(1, "Introduction"),
            p("Abbreviations: IPC in-process control, WFE = water for extraction; RRA (remote reading agent)."),
            h(1, "Requirements"),
            p("UR-1: The RRA shall print the IPC results."),
        )
        assert [(x.name, x.meaning) for x in recognition.terms] == [
            ("IPC", "in-process control"),
            ("WFE", "water for extraction"),
            ("RRA", "remote reading agent"),
        ]

    def test_roles_come_from_tables_lists_and_sentences(self) -> None:
        recognition = found(
            h(1, "User roles"),
            t("Role | Description", "Operator | Runs batches"),
            h(1, "Requirements"),
            p("UR-1: Users with the role Shift Supervisor shall release recipes."),
            p("UR-2: Configure user roles: Analyst, Reviewer, QA Approver."),
        )
        assert [x.name for x in recognition.roles] == ["Operator", "Shift Supervisor", "Analyst", "Reviewer",
                                                       "QA Approver"]  # fmt: skip

    @pytest.mark.parametrize(
        ("line", "meaning"),
        [
            ("GAMP Category: 4", "4"),
            ("GAMP Category: (Standard Software)", "(Standard Software)"),
            ("Target Category: 3 (Clear)", "3 (Clear)"),
            ("System class: Category 4", "Category 4"),
        ],
    )
    def test_a_stated_category_is_quoted_with_its_place(self, line: str, meaning: str) -> None:
        claim = found(h(1, "X"), p(line), p("UR-1: The system shall print.")).claimed_category
        assert claim is not None
        assert (claim.meaning, claim.quote, claim.location) == (meaning, line, Location(paragraph=2))

    def test_no_category_is_claimed_by_a_column_of_categories_or_by_a_legend(self) -> None:
        recognition = found(
            p("Category 3: standard, category 4: configured, category 5: custom."),
            t("ID | Category | Requirement", "UR-1 | GEN | The system shall print."),
        )
        assert recognition.claimed_category is None

    def test_the_introduction_names_the_system(self) -> None:
        recognition = found(
            h(1, "Introduction"),
            p("This URS defines the requirements for a Building Management System (BMS) to control rooms."),
            p("UR-1: The system shall print."),
        )
        assert recognition.system == "Building Management System (BMS)"


class TestSeveralSystems:
    @staticmethod
    def two(first: str, second: str) -> UrsDocument:
        def part(title: str, prefix: str) -> list[Block]:
            return [
                h(2, title),
                h(3, "Introduction", "1"),
                p("About it."),
                h(3, "Functional Requirements", "2"),
                li(f"{prefix}-001: The system shall print."),
                li(f"{prefix}-002: The system shall alarm."),
            ]

        return doc(h(1, "Specifications"), *part(first, "URS-EMS"), *part(second, "URS-LIMS"))

    def test_whole_specifications_side_by_side_ask_for_a_choice(self) -> None:
        document = self.two("URS-T01: Monitoring System", "URS-T02: Laboratory System")
        with pytest.raises(
            SeveralSystemsError, match=r"They are:\n +URS-T01: Monitoring System\n +URS-T02: Laboratory System"
        ):
            recognise(document)
        with pytest.raises(SeveralSystemsError, match="names none"):
            recognise(document, "ERP")

    def test_the_chosen_system_alone_is_recognised(self) -> None:
        recognition = recognise(self.two("URS-T01: Monitoring System", "URS-T02: Laboratory System"), "laboratory")
        assert [r.id for r in recognition.requirements] == ["URS-LIMS-001", "URS-LIMS-002"]
        assert recognition.system == "Laboratory System"

    def test_modules_of_one_system_are_one_system(self) -> None:
        recognition = recognise(self.two("Monitoring module", "Laboratory module"))
        assert len(recognition.requirements) == 4
