"""Tables of limits: each cell is a sentence by what columns and words beside the table say, or is told as lost."""

from __future__ import annotations

import pytest
from tests.parsing.written import found, h, p, t

from gampgen.domain.document import Table
from gampgen.domain.requirement import Recognition, Requirement
from gampgen.parsing.recognition.limit_effects import meaning_of
from gampgen.parsing.recognition.limit_names import Side, limit_column

FIRST = p("TP-1: The press shall show the force.")
LOW_HIGH = t("Parameter | Low | High | Unit", "Feeder speed | 10 | 80 | rpm")


def read(text: str, table: Table, *, caption: str = "") -> Requirement:
    between = (p(caption),) if caption else ()
    return found(h(1, "Requirements"), FIRST, p(text), *between, table).requirements[1]


def codes(recognition: Recognition) -> list[str]:
    return [one.code for one in recognition.findings]


LAYOUTS = [
    pytest.param(
        "TP-2: On a violation of the stop limit the press is stopped; on a violation of the warning limit a message is "
        "shown. The system shall monitor the values listed in Table 1.",
        t("Quantity | Warn below | Warn above | Stop above | Delay", "Drum temperature (°C) | 20 | - | 45.5 | 30 s"),
        [
            "When the drum temperature is below 20 °C for 30 s, a message is shown.",
            "When the drum temperature is above 45.5 °C for 30 s, the press is stopped.",
        ],
        id="an effect for each kind",
    ),
    pytest.param(
        "TP-2: If a limit of Table 1 is exceeded, the press shall stop.", LOW_HIGH,
        [
            "When the feeder speed is below 10 rpm, the press shall stop.",
            "When the feeder speed is above 80 rpm, the press shall stop.",
        ],
        id="one effect for all",
    ),
    pytest.param(
        "TP-2: A warning is displayed when a value is outside the limits of the table below.", LOW_HIGH,
        [
            "When the feeder speed is below 10 rpm, a warning is displayed.",
            "When the feeder speed is above 80 rpm, a warning is displayed.",
        ],
        id="the effect first",
    ),
    pytest.param(
        "TP-2: The alarm limits shall be as listed in Table 1.",
        t("Channel | LL | H | HH", "Force (kN) | 5 | 40 | 50"),
        [
            "A low-low alarm shall be raised when the force is below 5 kN.",
            "A high alarm shall be raised when the force is above 40 kN.",
            "A high-high alarm shall be raised when the force is above 50 kN.",
        ],
        id="a reaction by its name",
    ),
    pytest.param(
        "TP-2: The following parameters shall be controlled within the given ranges:",
        t("Parameter | Min | Max", "Feeder speed (rpm) | 10 | 80"),
        ["The feeder speed shall be kept between 10 and 80 rpm."],
        id="a range that is kept",
    ),
    pytest.param(
        "TP-2: The set points of Table 1 shall be kept within their tolerance.",
        t("Parameter | Set point | Tolerance", "Drum temperature | 37.0 °C | ± 0.5 °C"),
        ["The drum temperature shall be kept at 37.0 ± 0.5 °C."],
        id="a set point with its tolerance",
    ),
    pytest.param(
        "TP-2: The following settings shall be adjustable:",
        t("Setting | Range | Unit", "Pre-force | 0.5 – 12.0 | kN"),
        ["The system shall accept an entry of the pre-force between 0.5 and 12.0 kN."],
        id="a range that is entered",
    ),
    pytest.param(
        "TP-2: Entries outside the limits of Table 1 shall be refused.", LOW_HIGH,
        ["A feeder speed below 10 rpm shall be refused.", "A feeder speed above 80 rpm shall be refused."],
        id="what becomes of the value",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "table", "sentences"), LAYOUTS)
def test_each_limit_is_a_sentence_of_what_points_to_it(text: str, table: Table, sentences: list[str]) -> None:
    requirement = read(text, table, caption="Table 1: Values")
    assert list(requirement.readings) == sentences
    assert requirement.lost == ()
    assert len(requirement.items) == 1
    assert requirement.limits is not None
    assert requirement.limits.found


def test_what_the_requirement_says_besides_is_kept() -> None:
    text = "TP-2: If a limit of Table 1 is exceeded, the press shall stop. The reason shall be shown on the screen."
    assert read(text, LOW_HIGH, caption="Table 1").readings[-1] == "The reason shall be shown on the screen."


def test_limits_of_which_nothing_says_what_happens_are_lost_and_named() -> None:
    recognition = found(
        h(1, "Requirements"), FIRST, p("TP-2: The values of Table 1 are needed."), p("Table 1"), LOW_HIGH
    )
    assert recognition.requirements[1].readings == ()
    assert recognition.requirements[1].lost == ("feeder speed / Low: 10", "feeder speed / High: 80")
    (finding,) = recognition.findings
    assert finding.code == "REC22"
    assert "feeder speed / Low: 10; feeder speed / High: 80" in finding.message


def test_rows_with_ids_take_the_effect_from_the_requirement_that_points_to_them() -> None:
    table = t("ID | Parameter | Low | High", "TP-31 | Room humidity (%) | 30 | 60")
    text = "TP-2: When a limit of Table 1 is exceeded, the lamp is switched on."
    recognition = found(h(1, "Requirements"), FIRST, p(text), p("Table 1"), table)
    assert recognition.requirements[2].readings == (
        "When the room humidity is below 30 %, the lamp is switched on.",
        "When the room humidity is above 60 %, the lamp is switched on.",
    )
    assert recognition.requirements[1].limits is not None
    assert recognition.requirements[1].limits.row_uids == ("TP-31",)


def test_a_table_of_limits_to_which_nothing_points_is_an_error() -> None:
    recognition = found(h(1, "Requirements"), FIRST, h(1, "Process values"), LOW_HIGH)
    assert codes(recognition) == ["REC22"]
    assert "Parameter: Feeder speed; Low: 10; High: 80; Unit: rpm" in recognition.findings[0].message


def test_rows_with_ids_and_no_word_on_what_happens_are_lost() -> None:
    table = t("ID | Parameter | Minimum | Maximum", "TP-31 | Room humidity (%) | 30 | 60")
    recognition = found(h(1, "Requirements"), FIRST, h(2, "Plant data"), table)
    assert recognition.requirements[1].lost == ("room humidity / Minimum: 30", "room humidity / Maximum: 60")


@pytest.mark.parametrize(
    ("name", "side", "kind", "level", "unit"),
    [
        ("Low-low", Side.BELOW, "", "low-low", ""),
        ("HH [bar]", Side.ABOVE, "", "high-high", "bar"),
        ("Warn below", Side.BELOW, "warning", "low", ""),
        ("Upper action limit", Side.ABOVE, "action", "high", ""),
        ("Alarm max.", Side.ABOVE, "alarm", "high", ""),
        ("Permitted range", Side.BOTH, "", "", ""),
        ("Alert limits", Side.BOTH, "alert", "", ""),
        ("Set point (°C)", Side.TARGET, "", "", "°C"),
        ("±", Side.TOLERANCE, "", "", ""),
        ("Delay (s)", Side.DELAY, "", "", "s"),
        ("Unit", Side.UNIT, "", "", ""),
    ],
)
def test_a_column_says_what_it_limits(name: str, side: Side, kind: str, level: str, unit: str) -> None:
    column = limit_column(name)
    assert column is not None
    assert (column.side, column.kind, column.level, column.unit) == (side, kind, level, unit)


@pytest.mark.parametrize("name", ["Requirement", "High priority", "Station", "Lower case", "Value", ""])
def test_other_columns_limit_nothing(name: str) -> None:
    assert limit_column(name) is None


def test_a_sentence_without_an_effect_is_kept_as_said() -> None:
    meaning = meaning_of("The limits are listed in Table 2. On reaching a trip limit, the pump stops.")
    assert [(one.kind, one.main) for one in meaning.effects] == [("trip", "the pump stops")]
    assert meaning.further == ("The limits are listed in Table 2",)


@pytest.mark.parametrize(
    ("text", "effect"),
    [
        ("An alarm shall be raised when a value lies outside the limits of Table 1.", "an alarm shall be raised"),
        ("An alarm shall be raised if any parameter goes out of its limits.", "an alarm shall be raised"),
        ("When a measured value drifts beyond the limits given below, the pump shall stop.", "the pump shall stop"),
    ],
)  # fmt: skip
def test_what_points_to_the_limits_is_no_condition_beside_them(text: str, effect: str) -> None:
    assert [one.main for one in meaning_of(text).effects] == [effect]
