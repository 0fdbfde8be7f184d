from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from gampgen import adequacy
from gampgen.adequacy.model import models_of
from gampgen.domain.risk import DispositionKind
from gampgen.domain.suite import InputValue, OQTestCase, OQTestSuite, Polarity

Build = tuple[Callable[..., Any], ...]


def _changed(suite: OQTestSuite, change: Callable[[OQTestCase], OQTestCase]) -> OQTestSuite:
    return suite.model_copy(update={"tests": tuple(change(test) for test in suite.tests)})


def _flipped(test: OQTestCase) -> OQTestCase:
    other = Polarity.NEGATIVE if test.polarity is Polarity.POSITIVE else Polarity.POSITIVE
    return test.model_copy(update={"polarity": other})


def _far_away(test: OQTestCase) -> OQTestCase:
    def moved(one: InputValue) -> InputValue:
        if isinstance(one.value, bool) or not one.value.replace(".", "").isdigit():
            return one
        return one.model_copy(update={"value": format(Decimal(one.value) * 10, "f")})

    return test.model_copy(update={"inputs": tuple(moved(one) for one in test.inputs)})


def _without_inputs(test: OQTestCase) -> OQTestCase:
    return test.model_copy(update={"inputs": ()})


def _operators(suite: OQTestSuite) -> list[str]:
    return sorted({fault.operator for fault in adequacy.measure(suite).not_found})


@pytest.mark.parametrize("name", ["alarm", "dosing", "roles", "matrix"])
def test_a_full_suite_notices_every_seeded_fault(name: str, request: pytest.FixtureRequest) -> None:
    figures = adequacy.measure(request.getfixturevalue(name))
    assert figures.not_found == ()
    assert figures.found == figures.seeded
    assert figures.seeded >= 3


@pytest.mark.parametrize("spoil", [_flipped, _without_inputs])
@pytest.mark.parametrize("name", ["alarm", "dosing", "roles", "matrix"])
def test_a_suite_with_spoiled_verdicts_or_inputs_scores_low(
    name: str, spoil: Callable[[OQTestCase], OQTestCase], request: pytest.FixtureRequest
) -> None:
    figures = adequacy.measure(_changed(request.getfixturevalue(name), spoil))
    assert figures.found * 3 <= figures.seeded


def test_values_far_from_the_limit_do_not_notice_a_moved_limit(alarm: OQTestSuite) -> None:
    missed = _operators(_changed(alarm, _far_away))
    assert {"limit one step up", "limit one step down", "comparison swapped"} <= set(missed)


@pytest.mark.parametrize(
    ("left_out", "operators"),
    [
        (0, ["comparison swapped", "limit ignored", "limit one step down", "unit confused"]),
        (1, ["comparison swapped", "limit one step up"]),
        (2, ["limit ignored", "limit one step down"]),
    ],
)
def test_each_boundary_test_left_out_lets_its_own_faults_through(
    left_out: int, operators: list[str], alarm: OQTestSuite
) -> None:
    tests = tuple(test for number, test in enumerate(alarm.tests) if number != left_out)
    assert _operators(alarm.model_copy(update={"tests": tests})) == operators


@pytest.mark.parametrize(
    ("left_out", "condition"),
    [(0, "the lid is open"), (1, "the filter is blocked"), (3, "the service mode is active")],
)
def test_each_row_of_the_decision_table_left_out_loses_its_condition(
    left_out: int, condition: str, dosing: OQTestSuite
) -> None:
    tests = tuple(test for number, test in enumerate(dosing.tests) if number != left_out)
    missed = adequacy.measure(dosing.model_copy(update={"tests": tests})).not_found
    assert missed
    assert all(condition in fault.description for fault in missed)


def test_without_the_forbidden_role_a_right_too_many_goes_unnoticed(roles: OQTestSuite) -> None:
    assert _operators(roles.model_copy(update={"tests": roles.tests[:1]})) == ["forbidden role allowed"]
    assert "allowed role refused" in _operators(roles.model_copy(update={"tests": roles.tests[1:]}))


def test_a_cell_of_a_matrix_that_nobody_tries_goes_unnoticed(matrix: OQTestSuite) -> None:
    fewer = matrix.model_copy(update={"tests": matrix.tests[:2]})
    assert [fault.description for fault in adequacy.measure(fewer).not_found] == ["Owner is refused to release order"]


def test_a_requirement_without_a_test_loses_everything(alarm: OQTestSuite) -> None:
    figures = adequacy.measure(alarm.model_copy(update={"tests": ()}))
    assert figures.found == 0
    assert len(figures.not_found) == figures.seeded > 0


def test_boilerplate_results_do_not_count_as_noticing_a_missing_effect(build: Build) -> None:
    requirement, case, suite, *_ = build
    wanted = requirement("The system shall print the batch label.")
    empty = suite((wanted,), (case(1, (), "Works as expected.", truth=True),))
    good = suite((wanted,), (case(1, (), "The batch label is printed.", truth=True),))
    assert _operators(empty) == ["effect missing"]
    assert adequacy.measure(good).found == 1


def test_an_input_range_needs_both_sides_of_both_ends(build: Build) -> None:
    requirement, case, suite, interval, _ = build
    wanted = requirement(
        "A password shall have 10 to 64 characters.", intervals=(interval("10 to 64 characters", "10", "64", None),)
    )
    rows = ((False, "9"), (True, "10"), (True, "64"), (False, "65"))
    tests = tuple(
        case(
            i,
            (("length of password", value, None),),
            "The password with so many characters is accepted or refused.",
            truth=truth,
        )
        for i, (truth, value) in enumerate(rows)
    )
    assert adequacy.measure(suite((wanted,), tests)).not_found == ()
    assert _operators(suite((wanted,), tests[:3])) == ["limit ignored", "limit one step up"]


def test_a_range_named_from_outside_turns_the_verdicts(build: Build) -> None:
    requirement, case, suite, interval, _ = build
    wanted = requirement(
        "The system shall raise an alert when the humidity is outside 35 % to 55 %.",
        intervals=(interval("35 % to 55 %", "35", "55", "%"),),
    )
    right = ((True, "34"), (False, "35"), (False, "55"), (True, "56"))
    tests = tuple(
        case(i, (("humidity", value, "%"),), "An alert for the humidity is raised or not.", truth=truth)
        for i, (truth, value) in enumerate(right)
    )
    assert adequacy.measure(suite((wanted,), tests)).not_found == ()
    assert adequacy.measure(_changed(suite((wanted,), tests), _flipped)).found == 0


def test_a_lock_out_needs_the_count_and_one_less(build: Build) -> None:
    requirement, case, suite, _, quantity = build
    wanted = requirement(
        "After 5 failed attempts the account shall be locked.", quantities=(quantity("5 failed attempts", "5", None),)
    )
    tests = (
        case(1, (("failed attempts", "5", None),), "The account is locked.", truth=True),
        case(2, (("failed attempts", "4", None),), "The account is not locked.", truth=False),
    )
    assert adequacy.measure(suite((wanted,), tests)).not_found == ()
    assert "limit one step up" in _operators(suite((wanted,), tests[1:]))


def test_a_limit_on_what_the_system_does_has_to_stand_in_what_the_tester_judges_by(build: Build) -> None:
    requirement, case, suite, interval, _ = build
    wanted = requirement(
        "The report shall be shown within 20 seconds.",
        intervals=(interval("within 20 seconds", None, "20", "seconds"),),
    )
    judged = suite((wanted,), (case(1, (), "The report is shown after at most 20 seconds.", truth=True),))
    vague = suite((wanted,), (case(1, (), "The report is shown quickly.", truth=True),))
    assert adequacy.measure(judged).not_found == ()
    assert _operators(vague) == ["limit not kept", "unit confused"]


def test_a_prohibition_needs_a_negative_test(build: Build) -> None:
    requirement, case, suite, *_ = build
    wanted = requirement("The audit trail shall not be deleted by any role.")
    tried = suite((wanted,), (case(1, (), "The audit trail is not deleted.", truth=False),))
    only_shown = suite((wanted,), (case(1, (), "The audit trail is deleted.", truth=True),))
    assert adequacy.measure(tried).not_found == ()
    assert _operators(only_shown) == ["negation lost"]


def test_only_requirements_for_the_oq_are_seeded(build: Build) -> None:
    requirement, _, suite, *_ = build
    for kind in DispositionKind:
        figures = adequacy.measure(suite((requirement("The system shall print a label.", kind=kind),), ()))
        assert figures.seeded == (1 if kind is DispositionKind.OQ else 0)


def test_the_same_suite_gives_the_same_figures(dosing: OQTestSuite) -> None:
    assert adequacy.measure(dosing) == adequacy.measure(dosing)


def test_a_dropped_condition_join_is_noticed_by_the_rows_that_decide(dosing: OQTestSuite) -> None:
    figures = adequacy.measure(dosing)
    assert {"or taken as and"} <= {rate.name for rate in figures.by_operator}
    first_row_only = dosing.model_copy(update={"tests": dosing.tests[3:]})
    assert "or taken as and" in _operators(first_row_only)


def test_a_part_that_no_test_looks_for_is_missing_unnoticed(build: Build) -> None:
    requirement, case, suite, *_ = build
    wanted = requirement("The label shall show lot number, expiry date and storage temperature.")
    seen = "The label shows lot number and expiry date."
    assert _operators(suite((wanted,), (case(1, (), seen, truth=True),))) == ["part missing"]
    whole = "The label shows lot number, expiry date and storage temperature."
    assert not _operators(suite((wanted,), (case(1, (), whole, truth=True),)))


def test_numbers_that_do_not_come_back_are_told_and_a_demanded_share_is_held(build: Build) -> None:
    requirement, case, suite, _, quantity = build
    wanted = requirement("The printer shall print 3 copies.", quantities=(quantity("3 copies", "3", None),))
    silent = adequacy.measure(suite((wanted,), (case(1, (), "The printer prints copies.", truth=True),)))
    said = adequacy.measure(suite((wanted,), (case(1, (), "The printer prints three copies.", truth=True),)))
    assert (silent.numbers, silent.numbers_seen, said.numbers_seen) == (1, 0, 1)
    assert [one.code for one in adequacy.objections(silent)] == ["ADQ1"]
    assert adequacy.objections(said, min_kill=Decimal("0.95")) == ()
    nothing = adequacy.measure(suite((wanted,), ()))
    assert "ADQ2" in [one.code for one in adequacy.objections(nothing, min_kill=Decimal("0.95"))]


@pytest.mark.parametrize("name", ["alarm", "dosing", "roles", "matrix"])
def test_counts_by_kind_priority_and_technique_add_up(name: str, request: pytest.FixtureRequest) -> None:
    figures = adequacy.measure(request.getfixturevalue(name))
    for rates in (figures.by_operator, figures.by_priority, figures.by_technique):
        assert sum(rate.seeded for rate in rates) == figures.seeded
        assert sum(rate.found for rate in rates) == figures.found


def test_a_refusal_under_a_condition_is_the_negative_side(build: Build) -> None:
    requirement, case, suite, *_ = build
    wanted = requirement("If a deviation is open, the system shall refuse the release of the batch.")
    name = "a deviation is open"
    refused = case(1, ((name, True, None),), "The release of the batch is refused.", truth=False)
    released = case(2, ((name, False, None),), "The batch is released.", truth=True)
    assert adequacy.measure(suite((wanted,), (refused, released))).not_found == ()
    assert "condition taken as never met" in _operators(suite((wanted,), (released,)))


def test_a_number_without_its_unit_does_not_notice_a_confused_unit(build: Build) -> None:
    requirement, case, suite, interval, _ = build
    wanted = requirement(
        "The report shall be shown within 20 seconds.",
        intervals=(interval("within 20 seconds", None, "20", "seconds"),),
    )
    for seen, missed in (
        ("The report is shown after 20 s at most.", []),
        ("The report is shown after at most 20.", ["unit confused"]),
        ("The report is shown after 20 minutes at most.", ["unit confused"]),
    ):
        assert _operators(suite((wanted,), (case(1, (), seen, truth=True),))) == missed


def test_an_entered_value_far_from_the_limit_notices_a_confused_unit_and_one_far_beyond_does_not(build: Build) -> None:
    requirement, case, suite, interval, _ = build
    wanted = requirement(
        "The system shall accept a volume of at most 5 mL.", intervals=(interval("at most 5 mL", None, "5", "mL"),)
    )
    taken = case(1, (("volume", "5", "mL"),), "The volume is accepted.", truth=True)
    near = case(2, (("volume", "6", "mL"),), "The volume is refused.", truth=False)
    far = case(3, (("volume", "9000", "mL"),), "The volume is refused.", truth=False)
    assert "unit confused" not in _operators(suite((wanted,), (taken, near)))
    assert "unit confused" in _operators(suite((wanted,), (taken, far)))


@pytest.mark.parametrize(
    ("seen", "missing"),
    [
        ("The entry shows account, date and time, old value, new value and reason.", 0),
        ("The entry shows account, date and time, old value and new value.", 1),
        ("The entry is there.", 5),
    ],
)
def test_each_named_field_of_an_audit_trail_entry_is_looked_for(seen: str, missing: int, build: Build) -> None:
    requirement, case, suite, *_ = build
    wanted = requirement("Changes shall be logged with user, date and time, old value, new value and reason.")
    missed = adequacy.measure(suite((wanted,), (case(1, (), seen, truth=True),))).not_found
    assert [one.operator for one in missed].count("audit field missing") == missing


TWO_EFFECTS = "An alert shall be issued if the level exceeds 5 mm, and an alarm if it exceeds 8 mm."


def test_a_title_speaks_of_each_effect_by_its_own_part(build: Build) -> None:
    requirement, case, suite, interval, _ = build
    ranges = (
        interval("exceeds 5 mm", "5", None, "mm", inclusive=(False, True)),
        interval("exceeds 8 mm", "8", None, "mm", inclusive=(False, True)),
    )
    wanted = requirement(TWO_EFFECTS, intervals=ranges)
    rows = (
        ("5", "An alert is not issued and an alarm is not issued with the level at 5 mm", False),
        ("6", "An alert is issued and an alarm is not issued with the level at 6 mm", True),
        ("8", "An alert is issued and an alarm is not issued with the level at 8 mm", True),
        ("9", "An alert is issued and an alarm is issued with the level at 9 mm", True),
    )
    tests = tuple(
        case(at, (("level", value, "mm"),), title, truth=truth).model_copy(update={"title": title})
        for at, (value, title, truth) in enumerate(rows)
    )
    assert adequacy.measure(suite((wanted,), tests)).not_found == ()
    assert "comparison swapped" in _operators(suite((wanted,), (*tests[:2], tests[3])))


def test_a_time_is_no_condition_and_a_time_in_the_middle_is_its_own_alternative_s(build: Build) -> None:
    requirement, _, suite, interval, _ = build
    expired = requirement("Passwords shall expire after 180 days.")
    assert [one.operator for one in adequacy.measure(suite((expired,), ())).not_found] == ["effect missing"]
    text = "If the door is open for longer than 60 seconds or the level rises above 8 mm, the pump shall stop."
    ranges = (
        interval("longer than 60 seconds", "60", None, "seconds", inclusive=(False, True)),
        interval("above 8 mm", "8", None, "mm", inclusive=(False, True)),
    )
    models = models_of(requirement(text, intervals=ranges), ())
    assert [sorted(owner) for owner in models[0].owners] == [[0], [1]]
