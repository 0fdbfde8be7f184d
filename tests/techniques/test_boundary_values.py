# ruff: noqa: ANN001, ANN201 - fixtures and tables of cases give the types

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gampgen.domain.coverage import ConditionCase, CoverageItem, InputCase
from gampgen.domain.limit_point import LimitPoint
from gampgen.domain.risk import DispositionKind, Level
from gampgen.domain.suite import Polarity, Technique
from gampgen.techniques import design

NUMBERS = st.integers(min_value=1, max_value=99999).flatmap(
    lambda whole: st.integers(min_value=0, max_value=4).map(lambda places: format(Decimal(whole).scaleb(-places), "f"))
)


def points(items: tuple[CoverageItem, ...]) -> list[LimitPoint]:
    found: list[LimitPoint] = []
    for item in items:
        if isinstance(item.part, InputCase):
            found += item.part.points
        if isinstance(item.part, ConditionCase):
            found += [state.point for state in item.part.states if state.point]
    return found


def tried(items: tuple[CoverageItem, ...]) -> dict[str, Polarity]:
    """Value → polarity, of tests of boundary values."""
    return {
        point.value: item.polarity
        for item in items
        if item.technique is Technique.BOUNDARY_VALUE_ANALYSIS
        for point in points((item,))
    }


def alarm(kit, value: str, comparator: str, *, inclusive: bool, upper: bool, priority: Level):
    text = f"{comparator} {value} bar"
    limit = (text, None, value, False, inclusive, "bar") if upper else (text, value, None, inclusive, False, "bar")
    sketch = kit.sketch(
        text=f"The system shall raise an alarm when the vessel pressure is {text}.",
        actor="The system",
        action="shall raise an alarm",
        limits=(limit,),
        causes=(("the vessel pressure", f"is {text}"),),
        effects=(("The system", "shall raise an alarm"),),
        rows=("TT", "FF"),
    )
    one = kit.planned(sketch, priority=priority)
    return design((one,), kit.recognition(one))


@pytest.mark.parametrize(
    ("comparator", "inclusive", "upper", "expected"),
    [
        ("above", False, False, {"2.50": "negative", "2.51": "positive"}),
        ("at least", True, False, {"2.50": "positive", "2.49": "negative"}),
        ("below", False, True, {"2.50": "negative", "2.49": "positive"}),
        ("at most", True, True, {"2.50": "positive", "2.51": "negative"}),
    ],
)
def test_two_values_decide_the_right_side_of_a_limit(kit, comparator, inclusive, upper, expected) -> None:
    found = tried(alarm(kit, "2.50", comparator, inclusive=inclusive, upper=upper, priority=Level.LOW))
    assert {value: polarity.value for value, polarity in found.items()} == expected


def test_high_priority_adds_the_third_value(kit) -> None:
    found = tried(alarm(kit, "2.50", "above", inclusive=False, upper=False, priority=Level.HIGH))
    assert sorted(found) == ["2.49", "2.50", "2.51"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(value=NUMBERS, inclusive=st.booleans(), upper=st.booleans(), priority=st.sampled_from(list(Level)))
def test_every_limit_is_tried_on_the_boundary_and_one_step_across(kit, value, inclusive, upper, priority) -> None:
    found = tried(alarm(kit, value, "of", inclusive=inclusive, upper=upper, priority=priority))
    edge = Decimal(value)
    step = Decimal(1).scaleb(edge.as_tuple().exponent) if "." in value else Decimal(1)
    outward = step if upper else -step
    across = edge + outward if inclusive else edge - outward
    assert found[value] is (Polarity.POSITIVE if inclusive else Polarity.NEGATIVE)
    assert found[format(across, "f")] is (Polarity.NEGATIVE if inclusive else Polarity.POSITIVE)
    assert all(abs(Decimal(one) - edge) <= step for one in found)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(
    low=st.integers(min_value=-500, max_value=500),
    width=st.integers(min_value=3, max_value=500),
    places=st.integers(0, 3),
)
def test_a_closed_input_range_accepts_both_ends_and_refuses_one_step_outside(kit, low, width, places) -> None:
    ends = [format(Decimal(number).scaleb(-places), "f") for number in (low, low + width)]
    text = f"between {ends[0]} and {ends[1]} °C"
    sketch = kit.sketch(
        text=f"The system shall accept set points {text}.",
        actor="The system",
        action=f"shall accept set points {text}",
        limits=((text, ends[0], ends[1], True, True, "°C"),),
    )
    one = kit.planned(sketch, priority=Level.MEDIUM)
    found = tried(design((one,), kit.recognition(one)))
    step = Decimal(1).scaleb(-places)
    assert [found[end] for end in ends] == [Polarity.POSITIVE] * 2
    assert found[format(Decimal(ends[0]) - step, "f")] is Polarity.NEGATIVE
    assert found[format(Decimal(ends[1]) + step, "f")] is Polarity.NEGATIVE
    assert len(found) == 4


def test_a_duration_is_tried_too_short_exactly_longer_and_with_a_restart(kit) -> None:
    sketch = kit.sketch(
        text="The chiller shall sound an alarm when the brine flow falls below 1.5 L/min for 20 seconds.",
        actor="The chiller",
        action="shall sound an alarm",
        limits=(("below 1.5 L/min", None, "1.5", False, False, "L/min"),),
        numbers=(("below 1.5 L/min", "1.5", "L/min", "<"), ("20 seconds", "20", "seconds", "=")),
        causes=(("the brine flow", "falls below 1.5 L/min for 20 seconds"),),
        effects=(("The chiller", "shall sound an alarm"),),
        rows=("TT", "FF"),
    )
    one = kit.planned(sketch)
    found = {
        (point.value, point.hold.value, point.hold.restarts, item.polarity.value)
        for item in design((one,), kit.recognition(one))
        for point in points((item,))
        if point.hold
    }
    assert found == {
        ("1.5", "40", False, "negative"),
        ("1.4", "20", False, "positive"),
        ("1.4", "19", False, "negative"),
        ("1.4", "21", False, "positive"),
        ("1.4", "19", True, "negative"),
        ("1.6", "40", False, "negative"),
    }


def test_rejecting_above_a_limit_refuses_only_what_lies_above(kit) -> None:
    sketch = kit.sketch(
        text="The system shall reject batch sizes greater than 500 kg.",
        actor="The system",
        action="shall reject batch sizes greater than 500 kg",
        limits=(("greater than 500 kg", "500", None, False, False, "kg"),),
    )
    one = kit.planned(sketch, priority=Level.LOW)
    found = tried(design((one,), kit.recognition(one)))
    assert found == {"500": Polarity.POSITIVE, "501": Polarity.NEGATIVE}


def test_a_length_never_goes_below_zero(kit) -> None:
    sketch = kit.sketch(
        text="The system shall accept comments of 0 to 40 characters.",
        actor="The system",
        action="shall accept comments of 0 to 40 characters",
        limits=(("0 to 40 characters", "0", "40", True, True, None),),
    )
    one = kit.planned(sketch)
    assert all(Decimal(value) >= 0 for value in tried(design((one,), kit.recognition(one))))


def test_a_response_time_is_measured_and_never_entered(kit) -> None:
    sketch = kit.sketch(
        text="The system shall display the trend within 2 seconds.",
        actor="The system",
        action="shall display the trend within 2 seconds",
        limits=(("within 2 seconds", None, "2", False, True, "seconds"),),
    )
    one = kit.planned(sketch)
    (item,) = design((one,), kit.recognition(one))
    assert (item.rule, item.part.kind, item.part.nature, item.part.first_failing) == (
        "PERF",
        "service",
        "response",
        ("3",),
    )


def test_only_requirements_verified_in_oq_are_designed_for(kit) -> None:
    sketch = kit.sketch(text="The supplier shall hold ISO 9001.", actor="The supplier", action="shall hold ISO 9001")
    one = kit.planned(sketch, kind=DispositionKind.SUPPLIER_EVIDENCE)
    assert design((one,), kit.recognition(one)) == ()


def conditional(kit, cause, limits, numbers=(), effect="shall raise an alert"):
    variable, condition = cause
    return kit.sketch(
        text=f"The system {effect} when {variable} {condition}.",
        actor="The system",
        action=effect,
        limits=limits,
        numbers=numbers,
        causes=(cause,),
        effects=(("The system", effect),),
        rows=("TT", "FF"),
    )


def test_outside_a_range_turns_the_range_round(kit) -> None:
    sketch = conditional(
        kit, ("the humidity", "is outside 40 % to 60 %"), (("40 % to 60 %", "40", "60", True, True, "%"),)
    )
    one = kit.planned(sketch, priority=Level.MEDIUM)
    found = {value: polarity.value for value, polarity in tried(design((one,), kit.recognition(one))).items()}
    assert found == {"40": "negative", "39": "positive", "60": "negative", "61": "positive"}


def test_two_alternatives_in_one_condition_are_one_limit_with_two_sides(kit) -> None:
    limits = (("below 3.0 °C", None, "3.0", False, False, "°C"), ("above 7.0 °C", "7.0", None, False, False, "°C"))
    sketch = conditional(kit, ("the cabinet temperature", "is below 3.0 °C or above 7.0 °C"), limits)
    one = kit.planned(sketch, priority=Level.LOW)
    found = {value: polarity.value for value, polarity in tried(design((one,), kit.recognition(one))).items()}
    assert found == {"3.0": "negative", "2.9": "positive", "7.0": "negative", "7.1": "positive"}


def test_a_change_within_a_time_is_tried_in_size_and_in_time(kit) -> None:
    limits = (
        ("more than 150 mbar", "150", None, False, False, "mbar"),
        ("within 8 seconds", None, "8", False, True, "seconds"),
    )
    sketch = conditional(kit, ("the pressure", "drops by more than 150 mbar within 8 seconds"), limits)
    one = kit.planned(sketch, priority=Level.LOW)
    items = design((one,), kit.recognition(one))
    assert [(item.part.states[0].point.change, item.polarity.value) for item in items] == [
        ("the pressure drops by 150 mbar within 8 seconds", "negative"),
        ("the pressure drops by 151 mbar within 8 seconds", "positive"),
        ("the pressure drops by 151 mbar within 9 seconds", "negative"),
    ]


def test_a_plain_duration_in_a_condition_is_a_least_one(kit) -> None:
    numbers = (("4 minutes", "4", "minutes", "="),)
    sketch = conditional(kit, ("its probe", "delivers no value for 4 minutes"), (), numbers, "shall mark the channel")
    one = kit.planned(sketch, priority=Level.LOW)
    found = {value: polarity.value for value, polarity in tried(design((one,), kit.recognition(one))).items()}
    assert found == {"4": "positive", "3": "negative"}


def test_causes_of_one_thing_get_one_value_that_fits_both(kit) -> None:
    sketch = kit.sketch(
        text="If the level is below 10 cm or the level is above 90 cm, the system shall stop the pump.",
        actor="the system",
        action="shall stop the pump",
        limits=(("below 10 cm", None, "10", False, False, "cm"), ("above 90 cm", "90", None, False, False, "cm")),
        causes=(("the level", "is below 10 cm"), ("the level", "is above 90 cm")),
        effects=(("the system", "shall stop the pump"),),
        rows=("TFT", "FTT", "FFF", "TTT"),
    )
    one = kit.planned(sketch, priority=Level.LOW)
    items = design((one,), kit.recognition(one))
    for item in items:
        given = [state.point for state in item.part.states if state.point]
        assert len(given) == 1
        value = Decimal(given[0].value)
        assert [state.truth for state in item.part.states] == [value < 10, value > 90]
    assert {item.part.states[0].truth and item.part.states[1].truth for item in items} == {False}, "TT cannot be set up"
    assert {"9", "10", "90", "91"} <= {p.value for item in items for p in points((item,))}
