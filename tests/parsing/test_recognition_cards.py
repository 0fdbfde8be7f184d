"""Tables that are the card of one requirement, alone or under a heading or a line that bears the id; and odd cells."""

from __future__ import annotations

from tests.parsing.written import found, h, ids_and_texts, li, p, t


def test_a_card_under_a_heading_with_the_id_gives_it_what_it_says() -> None:
    (one,) = found(
        h(1, "Requirements"),
        h(2, "URS-7: Cooling"),
        t("Requirement | The store shall cool to 4 °C.", "Priority | High", "Acceptance criteria | 4 °C within 1 h",
          header=False),
    ).requirements  # fmt: skip
    assert (one.id, one.text, one.stated_priority) == ("URS-7", "The store shall cool to 4 °C.", "High")
    assert one.acceptance_criteria == "4 °C within 1 h"


def test_a_card_with_another_id_than_its_heading_stays_apart() -> None:
    taken = found(
        h(1, "Requirements"),
        h(2, "URS-7: Cooling"),
        t("ID | URS-8", "Requirement | The store shall cool to 4 °C.", "Priority | High", header=False),
    )
    assert ("URS-8", "The store shall cool to 4 °C.") in ids_and_texts(taken)
    assert all(one.text != "The store shall cool to 4 °C." or one.id == "URS-8" for one in taken.requirements)


def test_a_line_with_an_id_above_a_card_is_its_caption() -> None:
    (one,) = found(
        h(1, "Requirements"),
        p("URS-7: Cooling"),
        t("Requirement | The store shall cool to 4 °C.", "Priority | High", "Rationale | Stability", header=False),
    ).requirements
    assert (one.id, one.text) == ("URS-7", "The store shall cool to 4 °C.")


def test_a_table_of_values_belongs_to_the_heading_that_announces_it() -> None:
    (one,) = found(
        h(1, "Requirements"),
        h(2, "URS-7: The store shall keep the temperatures of this table:"),
        t("Room | Limit", "Cold room | 8 °C", "Freezer | -15 °C"),
    ).requirements
    assert one.id == "URS-7"
    assert any("Cold room | 8 °C" in item for item in one.items)


def test_a_card_in_a_list_of_references_is_none() -> None:
    taken = found(
        h(1, "Requirements"),
        p("URS-1: The oven shall heat."),
        h(1, "References"),
        t("ID | DOC-9", "Requirement | The store shall cool to 4 °C.", "Priority | High", header=False),
    )
    assert ids_and_texts(taken) == [("URS-1", "The oven shall heat.")]


def test_several_ids_in_one_cell_are_cited() -> None:
    taken = found(
        h(1, "Requirements"),
        t("ID | Requirement", "URS-1 | The oven shall heat.", "URS-1, URS-2 | Both shall be tested together.",
          "URS-2 | The oven shall cool."),
    )  # fmt: skip
    assert [one.id for one in taken.requirements] == ["URS-1", "URS-2"]
    assert any("cited" in one.reason for one in taken.passed_over)


def test_an_empty_line_says_nothing_and_a_list_under_a_colon_belongs_to_the_line() -> None:
    taken = found(
        h(1, "Requirements"),
        p(""),
        p("URS-1: The report shall show:"),
        li("the batch number"),
        li("the expiry date"),
        p("URS-2: The oven shall heat."),
    )
    assert [one.items for one in taken.requirements] == [("the batch number", "the expiry date"), ()]


def test_a_second_line_under_a_label_belongs_to_the_label() -> None:
    (one,) = found(
        h(1, "Functions"),
        h(2, "Range", "2.1"),
        p("Requirement: The chamber shall hold 5 °C."),
        p("Acceptance criteria:"),
        p("9 points within 2 °C"),
    ).requirements
    assert one.acceptance_criteria == "9 points within 2 °C"
