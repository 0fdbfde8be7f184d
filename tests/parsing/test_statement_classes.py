"""One grammatical class after the other: two limits of one thing, exceptions, breaches, hidden conditions."""

from __future__ import annotations

import pytest

from gampgen.domain.statement import EarsPattern, Statement
from gampgen.parsing.statement import read_statement

# (statement, causes, effects, rows); a row is the truth of the causes, a bar, the truth of the effects.
CASES: tuple[tuple[str, list[str], list[str], set[str]], ...] = (
    # two limits of one thing, with what they share
    (
        "The system shall raise an alarm when the temperature is below 2.0 °C or above 8.0 °C for 10 minutes.",
        ["the temperature is below 2.0 °C for 10 minutes", "the temperature is above 8.0 °C for 10 minutes"],
        ["The system shall raise an alarm"],
        {"10|1", "01|1", "00|0"},
    ),
    (
        "If the pressure exceeds 3 bar or falls below 1 bar for more than 5 s, the pump shall stop.",
        ["the pressure exceeds 3 bar for more than 5 s", "the pressure falls below 1 bar for more than 5 s"],
        ["the pump shall stop"],
        {"10|1", "01|1", "00|0"},
    ),
    (
        "The controller shall alarm if pH falls below 4.5 or rises above 7.5.",
        ["pH falls below 4.5", "pH rises above 7.5"],
        ["The controller shall alarm"],
        {"10|1", "01|1", "00|0"},
    ),
    (
        "If the value is above or below the limit, the system shall flag it.",
        ["the value is above the limit", "the value is below the limit"],
        ["the system shall flag it"],
        {"10|1", "01|1", "00|0"},
    ),
    (
        "If the net weight is less than 24.75 kg or greater than 25.25 kg, the drum shall be rejected.",
        ["the net weight is less than 24.75 kg", "the net weight is greater than 25.25 kg"],
        ["the drum shall be rejected"],
        {"10|1", "01|1", "00|0"},
    ),
    (
        "If the level is less than or equal to 5 %, the pump shall stop.",
        ["the level is less than or equal to 5 %"],
        ["the pump shall stop"],
        {"1|1", "0|0"},
    ),
    # several subjects of one verb behind a cue
    (
        "The delivery shall only be posted if quantity, batch and expiry date have been entered.",
        ["quantity have been entered", "batch have been entered", "expiry date have been entered"],
        ["The delivery shall only be posted"],
        {"111|1", "011|0", "101|0", "110|0"},
    ),
    # exceptions by a phrase
    (
        "The door shall stay locked except during maintenance.",
        ["maintenance"],
        ["The door shall stay locked"],
        {"1|0", "0|1"},
    ),
    (
        "The code must remain hidden, except in the case of an emergency.",
        ["an emergency"],
        ["The code must remain hidden"],
        {"1|0", "0|1"},
    ),
    # otherwise: the breach of an obligation that has no other condition
    (
        "The particle count shall not exceed 3520 per cubic metre; otherwise an action alarm shall be raised.",
        ["The particle count exceed 3520 per cubic metre"],
        ["an action alarm shall be raised"],
        {"1|1", "0|0"},
    ),
    (
        "The batch shall be approved by QA. Otherwise, the shipment shall be blocked.",
        ["The batch be approved by QA"],
        ["the shipment shall be blocked"],
        {"1|0", "0|1"},
    ),
    # a fronted clause without comma before a bare noun
    ("If the lid is open dosing shall stop.", ["the lid is open"], ["dosing shall stop"], {"1|1", "0|0"}),
    (
        "If the temperature exceeds 8 °C alarms shall be raised.",
        ["the temperature exceeds 8 °C"],
        ["alarms shall be raised"],
        {"1|1", "0|0"},
    ),
    # an opening phrase never holds the main verb
    (
        "Upon completion the unit shall print a record with lot, user, and date of completion.",
        ["completion"],
        ["the unit shall print a record with lot, user, and date of completion"],
        {"1|1", "0|0"},
    ),
    (
        "After a power cut the freezer shall restart within 10 minutes and shall raise the alarms that are due.",
        ["a power cut"],
        ["the freezer shall restart within 10 minutes", "the freezer shall raise the alarms that are due"],
        {"1|11", "0|00"},
    ),
    # effects by turns
    (
        "The result shall be shown in green when passed and in red when failed.",
        ["passed", "failed"],
        ["The result shall be shown in green", "The result shall be shown in red"],
        {"10|10", "01|01", "00|00"},
    ),
    (
        "The lamp shall show a green light when the run is valid and a red light when the run is void.",
        ["the run is valid", "the run is void"],
        ["The lamp shall show a green light", "The lamp shall show a red light"],
        {"10|10", "01|01", "00|00"},
    ),
    # a modal behind a subordinate clause goes back to the main subject
    (
        "The balance shall warn before the check is due and shall refuse weighing after the due date.",
        ["the check is due", "the due date"],
        ["The balance shall warn", "The balance shall refuse weighing"],
        {"10|10", "01|01", "00|00"},
    ),
    # the later event belongs to the later verb
    (
        "If the share is not reachable, the device shall store the record and send it when the link is back.",
        ["the share is reachable", "the link is back"],
        ["the device shall store the record", "the device shall send it"],
        {"01|11", "11|00", "00|10"},
    ),
    # one value as a rule, another under a condition
    (
        "Alarms shall be shown within 2 s, or within 5 s if the network is loaded.",
        ["the network is loaded"],
        ["Alarms shall be shown within 2 s", "Alarms shall be shown within 5 s"],
        {"1|01", "0|10"},
    ),
    # inactivity
    (
        "The session shall be locked without operation for 15 minutes.",
        ["without operation for 15 minutes"],
        ["The session shall be locked"],
        {"1|1", "0|0"},
    ),
    # what must not be lacking
    (
        "A sample shall not be registered without a material number, batch number and sampling date.",
        ["a material number", "batch number", "sampling date"],
        ["A sample shall be registered"],
        {"111|1", "011|0", "101|0", "110|0"},
    ),
    # conditions in the subject
    (
        "A door open for more than 45 s shall cause an audible alarm.",
        ["A door open for more than 45 s"],
        ["A door shall cause an audible alarm"],
        {"1|1", "0|0"},
    ),
    (
        "Set points above 38.5 °C shall not be accepted unless they are confirmed.",
        ["Set points above 38.5 °C", "they are confirmed"],
        ["Set points shall be accepted"],
        {"10|0", "11|1", "00|1"},
    ),
    (
        "pH values outside 6.80 to 7.20 shall generate a warning, values outside 6.60 to 7.40 shall generate an alarm.",
        ["pH values outside 6.80 to 7.20", "values outside 6.60 to 7.40"],
        ["pH values shall generate a warning", "values shall generate an alarm"],
        {"10|10", "01|01", "00|00"},
    ),
    (
        "Any change of a limit by more than 10 % requires a second signature.",
        ["Any change of a limit by more than 10 %"],
        ["Any change of a limit requires a second signature"],
        {"1|1", "0|0"},
    ),
)


def _row(row: dict[str, bool]) -> str:
    by_kind = {kind: "".join("01"[row[name]] for name in row if name[0] == kind) for kind in "CE"}
    return f"{by_kind['C']}|{by_kind['E']}"


def _table(read: Statement) -> set[str]:
    return {_row(dict(row.truths)) for row in read.decision_table}


@pytest.mark.parametrize(("text", "causes", "effects", "rows"), CASES, ids=[case[0][:60] for case in CASES])
def test_the_class_is_read_with_its_table(text: str, causes: list[str], effects: list[str], rows: set[str]) -> None:
    read = read_statement(text)
    assert [one.words for one in read.causes] == causes
    assert [one.words for one in read.effects] == effects
    assert _table(read) == rows


@pytest.mark.parametrize(
    "text",
    [
        "All fields except for the comment shall be mandatory.",
        "Particle counts ≥ 0.5 µm shall not exceed 3,520 per m³.",
        "The system shall display values above 8 °C in red.",
        "Weights shall be shown in kg and in lb.",
    ],
)
def test_what_only_looks_like_such_a_class_is_unconditional(text: str) -> None:
    assert not read_statement(text).conditional


@pytest.mark.parametrize(
    ("text", "actor", "negated"),
    [
        ("Feed pump P-103 must not run while valve XV-12 is closed.", "Feed pump P-103", True),
        ("Set points above 38.5 °C shall be refused.", "Set points above 38.5 °C", False),
        ("Failed uploads shall be repeated three times.", "Failed uploads", False),
        ("Test results and reports shall be archived.", "Test results and reports", False),
        ("DO and temperature shall be logged every 10 s.", "DO and temperature", False),
    ],
)
def test_what_stands_before_a_modal_is_its_subject_whatever_it_could_be(
    text: str, actor: str, *, negated: bool
) -> None:
    read = read_statement(text)
    assert (read.actor, read.negated) == (actor, negated)
    assert read.is_requirement


@pytest.mark.parametrize(
    "text",
    [
        "The pump stops when the level falls below 10 %.",
        "The controller closes the valve if the pressure is above 3 bar.",
        "The account is locked after five failed attempts.",
    ],
)
def test_what_equipment_does_under_a_condition_is_demanded(text: str) -> None:
    assert read_statement(text).is_requirement


@pytest.mark.parametrize(
    "text",
    ["The pump belongs to line 2.", "The operator calls the supervisor when a batch is late.", "The pump stops."],
)
def test_a_plain_description_is_no_demand(text: str) -> None:
    assert not read_statement(text).is_requirement


def test_a_breach_is_unwanted_behaviour() -> None:
    read = read_statement("The level shall not exceed 80 %; otherwise the valve shall close.")
    assert read.ears is EarsPattern.UNWANTED_BEHAVIOUR


def test_a_limit_in_a_denied_condition_is_that_of_the_words_without_the_denial() -> None:
    read = read_statement("If the temperature does not exceed 8.0 °C, the batch shall be released.")
    (limit,) = read.intervals
    assert (limit.text, limit.lower, limit.lower_inclusive, limit.upper) == ("exceed 8.0 °C", "8.0", False, None)
    assert read.text[limit.start : limit.end] == limit.text
    assert limit.text in read.causes[0].words
    assert _table(read) == {"1|0", "0|1"}
