"""Requirements whose parts stand under labels, titles that bear the id, and papers that hold several systems."""

from __future__ import annotations

import importlib

import pytest
from tests.parsing.written import doc, found, h, li, p, t

from gampgen.errors import InputError, SeveralSystemsError
from gampgen.parsing.recognition import recognise


def read(*blocks: object) -> list[tuple[str, str]]:
    return [(one.id, one.text) for one in found(*blocks).requirements]  # type: ignore[arg-type]


def test_labelled_lines_under_a_heading_without_id_make_one_requirement() -> None:
    taken = found(
        h(1, "Functional requirements"),
        h(2, "Range", "2.1"),
        p("Requirement: The chamber shall hold 5 °C to 60 °C."),
        p("Rationale: The stability studies need it."),
        p("Acceptance criteria: 9 points within 2 °C"),
        p("Priority: High"),
        h(2, "Door", "2.2"),
        p("Requirement: An alarm shall sound after 60 s."),
        h(2, "Log", "2.3"),
        p("Requirement: The chamber logs every 5 min."),
        p("Priority: Low"),
    ).requirements
    assert [(one.id, one.text) for one in taken] == [
        ("2.1", "The chamber shall hold 5 °C to 60 °C."),
        ("2.2", "An alarm shall sound after 60 s."),
        ("2.3", "The chamber logs every 5 min."),
    ]
    assert (taken[0].acceptance_criteria, taken[0].stated_priority) == ("9 points within 2 °C", "High")
    assert [(one.name, one.value) for one in taken[0].attributes] == [
        ("Title", "Range"), ("Rationale", "The stability studies need it."),
    ]  # fmt: skip


def test_a_second_statement_under_a_heading_is_a_second_requirement() -> None:
    assert read(
        h(1, "Alarms"),
        p("Requirement: The pump shall stop."),
        p("Priority: High"),
        p("Requirement: The pump shall start again."),
    ) == [("S-ALARMS-R1", "The pump shall stop."), ("S-ALARMS-R2", "The pump shall start again.")]


def test_records_with_a_label_for_the_id() -> None:
    assert read(
        p("ID: TR-1"), p("Title: Log in"), p("Requirement: The tool shall ask for the password."), p("Priority: High"),
        p("ID: TR-2"), p("Requirement: The tool shall lock the account."),
    ) == [("TR-1", "The tool shall ask for the password."), ("TR-2", "The tool shall lock the account.")]  # fmt: skip


def test_the_heading_of_a_part_is_no_label() -> None:
    assert read(p("Requirements", lead="Requirements"), p("U-1: The oven shall heat."), p("U-2: It shall stop.")) == [
        ("U-1", "The oven shall heat."), ("U-2", "It shall stop."),
    ]  # fmt: skip


def test_a_caption_and_its_card_are_one_requirement() -> None:
    assert read(
        p("UC-1 Print"), t("Use case ID | UC-1", "Name | Print", "Main flow | The system prints.", header=False),
        p("UC-2 Scan"), t("Name | Scan", "Main flow | The system scans.", header=False),
    ) == [("UC-1", "Print"), ("UC-2", "Scan")]  # fmt: skip


def test_an_id_in_the_title_of_a_row() -> None:
    table = t("Requirement | Details", "GR-1 Speed | It shall turn at 50 rpm.", "GR-2 Torque | It shall stop at 85 Nm.")
    assert read(h(1, "Functions"), table) == [("GR-1", "It shall turn at 50 rpm."), ("GR-2", "It shall stop at 85 Nm.")]


@pytest.mark.parametrize("identifier", ["UR 1.1-01", "REQ 4-012", "URS 3.2"])
def test_ids_of_words_and_numbers_of_several_parts(identifier: str) -> None:
    assert read(h(3, f"{identifier} Rack"), p("The program shall show the rack.")) == [
        (identifier, "The program shall show the rack.")
    ]


def test_a_bold_line_with_an_id_is_a_heading() -> None:
    assert read(
        p("UR-1 Alarm", lead="UR-1 Alarm"), p("The system shall call the guard."),
        p("UR-2 Report", lead="UR-2 Report"), p("Sent daily. It shall show the mean."),
    ) == [("UR-1", "The system shall call the guard."), ("UR-2", "Sent daily. It shall show the mean.")]  # fmt: skip


def test_user_stories_demand() -> None:
    assert [text for _, text in read(h(1, "Review"), li("As a reviewer, I want to reject a result."))] == [
        "As a reviewer, I want to reject a result."
    ]


def test_the_first_lines_are_the_title_where_none_is_marked() -> None:
    taken = found(p("USER REQUIREMENTS SPECIFICATION"), p("Cold Room"), p("U-1: The room shall be cold."))
    assert taken.document.title == "USER REQUIREMENTS SPECIFICATION – Cold Room"
    assert taken.system == "Cold Room"


@pytest.mark.parametrize(
    "titles",
    [
        ("User Requirements Specification: Oven", "User Requirements Specification: Mill"),
        ("URS-01: Oven Control System", "URS-02: Mill Control System"),
    ],
)
def test_specifications_side_by_side_are_several_systems(titles: tuple[str, str]) -> None:
    blocks = []
    for number, title in enumerate(titles, 1):
        blocks += [h(1, title), p(f"URS-0{number}-1 It shall heat."), p(f"URS-0{number}-2 It shall stop.")]
    with pytest.raises(SeveralSystemsError, match="2 systems"):
        recognise(doc(*blocks))
    assert [one.id for one in recognise(doc(*blocks), titles[1]).requirements] == ["URS-02-1", "URS-02-2"]


def test_numbered_features_are_no_systems() -> None:
    assert (
        len(
            read(
                h(1, "FR-01: Alarm system"),
                p("FR-01-1 It shall sound."),
                h(1, "FR-02: Log"),
                p("FR-02-1 It shall log."),
            )
        )
        == 2
    )


def test_more_requirements_than_a_document_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    module = importlib.import_module("gampgen.parsing.recognition.recognise")
    monkeypatch.setattr(module, "REQUIREMENTS_LIMIT", 2)
    with pytest.raises(InputError, match="3 requirements; at most 2"):
        found(*(p(f"U-{n}: It shall stop {n}.") for n in range(3)))
