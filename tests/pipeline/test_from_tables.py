"""From a written table to tests: criteria and reasons, limits, permissions, classes."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from tests.parsing.written import found, h, li, p, t

from gampgen.domain.document import Block
from gampgen.domain.requirement import Recognition
from gampgen.domain.risk import DispositionKind, Level, PlannedRequirement
from gampgen.domain.suite import OQTestCase, Polarity
from gampgen.drafting import draft
from gampgen.parsing.analysis import analyse
from gampgen.parsing.recognition.criteria import is_criterion
from gampgen.planning import assess, review
from gampgen.techniques import design

_HEADER = "ID | Requirement | Rationale / acceptance criteria | Class"
_PURE = "ID | Requirement | Acceptance criteria"


@dataclass(frozen=True)
class Made:
    recognition: Recognition
    planned: tuple[PlannedRequirement, ...]
    tests: tuple[OQTestCase, ...]

    def of(self, uid: str) -> list[OQTestCase]:
        return [test for test in self.tests if uid in test.requirement_uids]

    def words(self, uid: str) -> str:
        steps = (step for test in self.of(uid) for step in test.steps)
        return "\n".join(f"{step.action} => {step.expected_result}" for step in steps)


def made(*blocks: Block) -> Made:
    recognition = found(h(1, "User requirements"), *blocks)
    planned = tuple(assess(one, None) for one in analyse(recognition.requirements))
    drafted = draft(design(planned, recognition), planned, recognition, ())
    return Made(recognition, planned, drafted.tests)


# ------------------------------------------------------------------ reasons and criteria
_ROTOR = "The rotor shall not start when the lid is open."


@pytest.mark.parametrize(
    "reason",
    ["Damage of the rotor", "Injury.", "21 CFR Part 11", "EU GMP Annex 11, 12.1", "CQA", "ALCOA+",
     "Used for information only", "Test with a feeler gauge.", "Glass must be kept away from hands",
     "Two-step control, protects people against splinters"],
)  # fmt: skip
def test_a_reason_is_kept_beside_the_requirement_and_expected_by_no_test(reason: str) -> None:
    result = made(t(_HEADER, f"R-1 | {_ROTOR} | {reason} | GMP", "R-2 | The door shall lock. | | GMP"))
    requirement = result.recognition.requirements[0]
    assert requirement.acceptance_criteria is None
    assert reason in [one.value for one in requirement.attributes]
    assert "REC18" in [one.code for one in result.recognition.findings]
    assert reason.rstrip(".") not in result.words("R-1")


@pytest.mark.parametrize(
    "criterion",
    [
        "The rotor stands still with the lid open.",
        "Stop within 2 s",
        "No start at a gap of 2 mm",
        "Lid switch released",
    ],
)
def test_a_criterion_under_a_mixed_heading_is_one(criterion: str) -> None:
    result = made(t(_HEADER, f"R-1 | {_ROTOR} | {criterion} | GMP", "R-2 | The door shall lock. | | GMP"))
    assert result.recognition.requirements[0].acceptance_criteria == criterion
    assert any(criterion.rstrip(".") in test.acceptance_criterion for test in result.of("R-1"))


def test_a_cell_is_divided_by_its_sentences() -> None:
    row = f"R-1 | {_ROTOR} | CQA. The rotor stands still within 3 s. Broken glass. | GMP"
    requirement = made(t(_HEADER, row, "R-2 | The door shall lock. | | GMP")).recognition.requirements[0]
    assert requirement.acceptance_criteria == "The rotor stands still within 3 s."
    assert [one.value for one in requirement.attributes if one.name.startswith("Reason")] == ["CQA.", "Broken glass."]


def test_what_is_no_english_is_not_divided() -> None:
    row = "A-1 | Die Anlage muss bei offenem Deckel stillstehen und eine Meldung anzeigen. | Beschädigung des Rotors"
    (requirement,) = found(h(1, "Anforderungen"), t("ID | Anforderung | Akzeptanzkriterium", row)).requirements
    assert requirement.acceptance_criteria == "Beschädigung des Rotors"


@pytest.mark.parametrize(
    ("said", "is_one"),
    [("All fields readable in the print", True), ("Print compared with the screen", True), ("Login screen", False),
     ("No gap of more than 5 s", True), ("Check that the list is empty", True), ("Needed for the batch record", False)],
)  # fmt: skip
def test_a_heading_of_criteria_alone_lets_states_and_commands_stand(said: str, is_one: bool) -> None:  # noqa: FBT001 - a column of the table
    assert is_criterion(said, "The system shall print the list.", mixed=False) is is_one


def test_no_criterion_becomes_the_whole_requirement_in_quotation_marks() -> None:
    row = "R-1 | The system shall print the list of samples. | The list is complete and in the order of the numbers."
    result = made(t(_PURE, row))
    assert "Carry out “" not in result.words("R-1")
    assert "whether this holds" not in result.words("R-1")
    assert "The list is complete and in the order of the numbers." in result.words("R-1")


def test_of_two_tests_that_know_most_words_the_one_with_the_rare_word_is_judged() -> None:
    row = (
        "R-1 | Only a Supervisor shall be able to change limits. The change shall need a reason. "
        "| A change without a reason is not stored."
    )
    tests = made(t(_PURE, row)).of("R-1")
    judged = [test for test in tests if "A change without a reason is not stored" in test.acceptance_criterion]
    assert len(judged) == 1
    assert "reason" in judged[0].title


def test_required_fields_that_cannot_be_bypassed_are_left_out_one_by_one() -> None:
    row = "R-1 | The system shall record date, receiver and quantity of a crate. | Required fields cannot be bypassed."
    result = made(t(_PURE, row))
    tests = [test for test in result.of("R-1") if "-ac-mand-" in test.id]
    assert Polarity.NEGATIVE in {test.polarity for test in tests}
    assert "receiver" in " ".join(step.action for test in tests for step in test.steps)


def test_the_values_of_a_criterion_are_tried_where_they_are_tried_anyway() -> None:
    row = "R-1 | The system shall accept a name of 4 to 30 characters. | 3 and 31 characters are refused."
    tests = made(t(_PURE, row)).of("R-1")
    judged = [test for test in tests if "3 and 31 characters are refused" in test.acceptance_criterion]
    assert sorted(one.value for test in judged for one in test.inputs if str(one.value).isdigit()) == ["3", "31"]
    assert not any(test.id.endswith("stated-criterion") for test in tests)


# ------------------------------------------------------------------ lists
def test_a_list_item_that_looks_like_a_label_is_an_item() -> None:
    items = ("room and channel", "measured value and limit", "priority", "end of the alarm")
    result = made(li("The system shall send for each alarm:", 0, "R-1"), *(li(item, 1) for item in items))
    assert result.recognition.requirements[0].items == items


def test_an_item_that_nothing_takes_is_counted_and_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gampgen.parsing.recognition.flow.Flow._is_listed_label", lambda *_: False)
    recognition = made(
        li("The system shall send for each alarm:", 0, "R-1"), li("room", 1), li("priority", 1), li("end", 1), p("")
    ).recognition
    assert "REC19" in [one.code for one in recognition.findings]
    assert "priority" in [one.text for one in recognition.passed_over]


# ------------------------------------------------------------------ limits
_LIMITS = (
    "ID | Parameter | Low-low | Low | High | High-high | Delay",
    "R-1 | Jacket temperature (°C) | 10.0 | 12.0 | 30.0 | 33.0 | 20 s",
    "R-2 | Flow (L/min) | 1.5 | 2.0 | - | - | 5 s",
)


@pytest.mark.parametrize("header", [True, False])
def test_each_limit_of_a_row_is_tried_at_it_and_beyond_it(header: bool) -> None:  # noqa: FBT001 - as the reader marks it or not
    result = made(p("Alarm limits are given in the table below."), t(*_LIMITS, header=header))
    assert [one.id for one in result.recognition.requirements] == ["R-1", "R-2"]
    first = result.recognition.requirements[0]
    assert (
        first.text
        == "Parameter: Jacket temperature (°C); Low-low: 10.0; Low: 12.0; High: 30.0; High-high: 33.0; Delay: 20 s"
    )
    tried = {(one.value, test.polarity) for test in result.of("R-1") for one in test.inputs if one.unit == "°C"}
    for at, beyond in (("10.0", "9.9"), ("12.0", "11.9"), ("30.0", "30.1"), ("33.0", "33.1")):
        assert (at, Polarity.NEGATIVE) in tried
        assert (beyond, Polarity.POSITIVE) in tried
    assert "high-high alarm" in result.words("R-1")
    assert "20 s" in result.words("R-1")
    assert {one.value for test in result.of("R-2") for one in test.inputs if one.unit == "L/min"} <= {
        "1.4", "1.5", "1.9", "2.0"
    }  # fmt: skip


def test_limits_without_a_word_on_what_happens_have_no_invented_alarm() -> None:
    result = made(p("The table shows the values."), t(*_LIMITS), p("R-9 The lid shall lock."))
    assert result.recognition.requirements[0].readings == ()
    assert "alarm" not in result.words("R-1")


def test_each_limit_of_a_table_without_ids_is_tried_by_the_effect_that_is_stated() -> None:
    text = "R-1: On a violation of the stop limit the mill shall be stopped. The values are listed in Table 1."
    table = t("Quantity | Stop below | Stop above | Delay", "Bearing temperature (°C) | - | 80 | 5 s")
    result = made(p(text), p("Table 1"), table)
    tried = {(str(one.value), test.polarity) for test in result.of("R-1") for one in test.inputs if one.unit == "°C"}
    assert {("80", Polarity.NEGATIVE), ("81", Polarity.POSITIVE)} <= tried
    assert "The mill is stopped" in result.words("R-1")


def test_limits_without_an_obligation_are_asked_for_and_tested_by_nothing() -> None:
    result = made(p("The table shows the values."), t(*_LIMITS), p("R-9 The lid shall lock."))
    assert result.planned[0].disposition.kind is DispositionKind.QUERY
    assert result.of("R-1") == []
    assert "REC22" in [one.code for one in result.recognition.findings]


# ------------------------------------------------------------------ roles
_MATRIX = ("Function | Operator | Planner | Administrator", "View trends | X | X | X", "Edit recipe | | X | ")


@pytest.mark.parametrize("header", [True, False])
def test_the_columns_of_a_matrix_are_roles_and_each_one_without_the_right_tries(header: bool) -> None:  # noqa: FBT001
    row = "R-1 | Locks may only be opened by the Planner, for a maximum of 15 minutes. | | GMP"
    other = "R-2 | The same person cannot give both signatures. | | GMP"
    result = made(t(*_MATRIX, header=header), t(_HEADER, row, other))
    assert [role.name for role in result.recognition.roles] == ["Operator", "Planner", "Administrator"]
    roles = {str(one.value) for test in result.of("R-1") for one in test.inputs if one.name == "role"}
    assert roles == {"Operator", "Planner", "Administrator"}
    assert "“same person”" not in result.words("R-2")
    assert "-same-person" in " ".join(test.id for test in result.of("R-2"))
    assert not any("granted" in test.id for test in result.of("R-2"))


_CELLS = ("ID | Function | Clerk | Pharmacist", "R-41 | Release order | - | X", "R-42 | Print labels | X | X")


def test_each_cell_of_a_row_is_a_step_of_its_role() -> None:
    result = made(t(*_CELLS))
    assert [(test.polarity, [str(one.value) for one in test.inputs]) for test in result.tests] == [
        (Polarity.POSITIVE, ["Pharmacist"]), (Polarity.NEGATIVE, ["Clerk"]),
        (Polarity.POSITIVE, ["Clerk", "Pharmacist"]),
    ]  # fmt: skip
    refused = result.tests[1].steps[0]
    assert refused.action == "Log in as a user with the role “Clerk” and try to release order."
    assert refused.expected_result.startswith("The action is not offered to “Clerk” or is refused")
    assert refused.source.quote == "Clerk: -"


def test_a_requirement_that_points_to_rows_is_tested_by_them() -> None:
    pointing = p("R-1: The system shall grant the rights as listed in Table 2.")
    result = made(pointing, p("Table 2: Rights"), t(*_CELLS))
    assert result.planned[0].disposition.kind is DispositionKind.OQ
    assert [test.requirement_uids for test in result.tests] == [("R-41", "R-1"), ("R-41", "R-1"), ("R-42", "R-1")]


def test_a_requirement_that_points_to_rows_without_ids_is_tested_role_by_role() -> None:
    table = t("Screen | Clerk | Pharmacist", "Orders | R | R/W", "Stock | - | R")
    result = made(p("R-1: User rights shall follow the matrix below."), table)
    assert [(test.polarity, str(test.inputs[0].value), len(test.steps)) for test in result.tests] == [
        (Polarity.POSITIVE, "Clerk", 2), (Polarity.NEGATIVE, "Clerk", 4),
        (Polarity.POSITIVE, "Pharmacist", 4), (Polarity.NEGATIVE, "Pharmacist", 2),
    ]  # fmt: skip
    assert "Still as a user with the role “Pharmacist”, change the orders." in result.words("R-1")
    assert "ogged in" not in result.words("R-1")


def test_a_right_with_a_condition_is_tried_with_and_without_it() -> None:
    lead = "R-1: Rights shall be given by the following table (x = permitted, (x) = permitted with a second person):"
    result = made(p(lead), t("Function | Clerk | Pharmacist", "Close order | | x", "Change limit | | (x)"))
    words = result.words("R-1")
    assert "Still as a user with the role “Pharmacist”, change limit, with a second person. => No refusal" in words
    assert (
        "“Pharmacist” and try to change limit where “with a second person” does not hold. => The action is not" in words
    )


def test_a_matrix_that_is_not_there_is_asked_for() -> None:
    result = made(p("R-1: User rights shall follow Table 8."), p("R-2: The door shall lock."))
    assert result.planned[0].disposition.kind is DispositionKind.QUERY
    assert result.of("R-1") == []


def test_what_goes_with_an_act_is_no_part_of_a_role() -> None:
    row = "R-1 | An alarm shall be acknowledged by an Operator or a Supervisor with a comment. | | GMP"
    result = made(t(_HEADER, row, "R-2 | Only an Administrator shall be able to delete a user. | | GMP"))
    roles = {str(one.value) for test in result.tests for one in test.inputs if one.name == "role"}
    assert "Supervisor with a comment" not in roles


# ------------------------------------------------------------------ classes
@pytest.mark.parametrize("said", ["GMP critical", "GxP-critical", "CQA"])
def test_a_stated_class_raises_the_severity(said: str) -> None:
    row = "R-1 | The colour of the button shall be blue."
    plain, classed = (made(t("ID | Requirement | Kind", f"{row} | {one}")).planned[0] for one in ("n/a", said))
    assert plain.risk.severity is not Level.HIGH
    assert classed.risk.severity is Level.HIGH
    assert said in classed.risk.rationale


@pytest.mark.parametrize(
    "legend",
    [
        p("Criticality: A = GMP critical, B = GMP relevant, C = business only."),
        t("Criticality | Meaning", "A | GMP critical", "B | GMP relevant", "C | Business only"),
    ],
)
def test_a_code_counts_by_what_its_legend_says(legend: Block) -> None:
    rows = t("ID | Requirement | Criticality", "R-1 | The menu shall be blue. | A", "R-2 | The menu shall be grey. | C")
    result = made(legend, h(2, "Menus"), rows, p("R-3 (A): The button shall be blue."))
    assert [one.risk.severity for one in result.planned] == [Level.HIGH, Level.LOW, Level.HIGH]
    assert [one.stated_risk for one in result.recognition.requirements] == ["A", "C", "A"]
    assert "GMP critical" in result.planned[0].risk.rationale


def test_a_code_without_a_legend_says_nothing() -> None:
    result = made(
        t("ID | Requirement | Criticality", "R-1 | The menu shall be blue. | A"), p("R-2 (A): It shall be red.")
    )
    assert "rule RK05" not in result.planned[0].risk.rationale
    assert result.recognition.requirements[1].stated_priority is None


def test_relevance_is_no_level_and_never_low_and_must_is_no_risk() -> None:
    row = "R-1 | The colour of the menu shall be blue."
    header = "ID | Requirement | GxP relevant | Criticality | Obligation"
    plain, relevant, high = (
        made(t(header, f"{row} | {cells}")).planned[0].risk
        for cells in ("No | | Must", "Yes | | Must", "Yes | H | Must")
    )
    assert [one.severity for one in (plain, relevant, high)] == [Level.LOW, Level.MEDIUM, Level.HIGH]
    assert 'The document states "GxP relevant: Yes" (rule RK05).' in relevant.rationale


def test_a_class_that_contradicts_the_rating_is_a_finding() -> None:
    row = "R-1 | The system shall calculate the dose of each batch and release the batch. | Non-GMP"
    result = made(t("ID | Requirement | Kind", row))
    assert result.planned[0].risk.priority is Level.HIGH
    assert "PL01" in [one.code for one in review(result.planned)]


@pytest.mark.parametrize("wish", ["Curves must be easy to read and open quickly.", "Lists shall open fast."])
def test_a_wish_in_a_mixed_phrase_is_a_query(wish: str) -> None:
    result = made(t("ID | Requirement", f"R-1 | {wish}"))
    assert result.planned[0].disposition.kind is DispositionKind.QUERY
    assert result.tests == ()


def test_a_measured_opening_is_no_wish() -> None:
    result = made(t("ID | Requirement", "R-1 | Curves shall open within 3 s."))
    assert result.planned[0].disposition.kind is DispositionKind.OQ
