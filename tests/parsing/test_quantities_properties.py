"""What must hold for every text, whatever it says."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gampgen.domain.unit import EXACT, unit_named
from gampgen.parsing.quantities import read_quantities

PIECES = st.sampled_from(
    [
        "1",
        "2.50",
        "10,5",
        "1,000",
        "½",
        "three",
        "(3)",
        "twenty-five",
        "million",
        "half",
        "dozen",
        "±",
        "+/-",
        "-",
        "–",
        "to",
        "and",
        "or",
        "between",
        "from",
        "at",
        "least",
        "most",
        "not",
        "exceed",
        "below",
        "above",
        "≥",
        "<=",
        "<",
        ">",
        "=",
        "~",
        "about",
        "within",
        "minimum",
        "maximum",
        "pH",
        "°C",
        "%",
        "%RH",
        "mg/mL",
        "m³",
        "s",
        "min",
        "days",
        "users",
        "per",
        "/",
        "every",
        "x",
        "10^",
        "10⁶",
        "10^999999",
        "1e400",
        "URS-014",
        "v2.1",
        "21",
        "CFR",
        "11.10(e)",
        "2026-03-01",
        "10:15",
        ".",
        ",",
        ";",
        "(",
        ")",
        "[",
        "]",
        "more",
        "less",
        "$",
        "€",
    ]
)
SENTENCES = st.lists(PIECES, max_size=14).map(" ".join)
GLUED = st.lists(PIECES, max_size=10).map("".join)


@given(st.one_of(SENTENCES, GLUED, st.text(max_size=120)))
@settings(max_examples=600, deadline=None)
def test_every_reading_is_exact_and_stands_where_it_says(text: str) -> None:
    quantities, intervals = read_quantities(text)
    for quantity in quantities:
        assert text[quantity.start : quantity.end] == quantity.text != ""
        assert Decimal(quantity.value).is_finite()
        assert "E" not in quantity.value.upper()
        assert quantity.unit != ""
    for interval in intervals:
        assert text[interval.start : interval.end] == interval.text != ""
        ends = [end for end in (interval.lower, interval.upper) if end is not None]
        assert ends
        assert all(Decimal(end).is_finite() and "E" not in end.upper() for end in ends)
        assert interval.lower is not None or not interval.lower_inclusive
        assert interval.upper is not None or not interval.upper_inclusive


@given(SENTENCES)
@settings(max_examples=200, deadline=None)
def test_readings_stand_in_the_order_of_the_text(text: str) -> None:
    quantities, intervals = read_quantities(text)
    assert [q.start for q in quantities] == sorted(q.start for q in quantities)
    assert [i.start for i in intervals] == sorted(i.start for i in intervals)


@given(SENTENCES, SENTENCES)
@settings(max_examples=100, deadline=None)
def test_reading_one_statement_does_not_change_the_next(first: str, second: str) -> None:
    alone = read_quantities(second)
    read_quantities(first)
    assert read_quantities(second) == alone


@pytest.mark.parametrize(
    "piece", ["1 ", "5 mL ", "at least 1 ", "1-", "one and ", "± 2 ", "m/", "9", "maximum number of "]
)
def test_a_long_statement_is_read_without_failing(piece: str) -> None:
    quantities, _ = read_quantities("5 s " + piece * 3000)
    assert quantities


def test_a_power_too_large_for_a_requirement_is_not_multiplied_out() -> None:
    quantities, _ = read_quantities("10^999999 records")
    assert all(len(q.value) < 40 for q in quantities)


@pytest.mark.parametrize(
    ("spelling", "symbol", "dimension"),
    [
        ("degrees Celsius", "°C", "temperature"),
        ("mPa", "mPa", "pressure"),
        ("MPa", "MPa", "pressure"),
        ("RPM", "rpm", "rotation"),
        ("litres per minute", "L/min", "volume/time"),
        ("µS/cm", "μS/cm", "conductance/length"),
        ("mohm", None, None),
        ("furlongs", None, None),
    ],
)
def test_a_spelling_names_its_unit_and_nothing_else(spelling: str, symbol: str | None, dimension: str | None) -> None:
    unit = unit_named(spelling)
    assert (unit and unit.symbol, unit and unit.dimension) == (symbol, dimension)


@pytest.mark.parametrize(
    ("one", "other"),
    [(("1", "bar"), ("100", "kPa")), (("25", "°C"), ("298.15", "K")), (("90", "s"), ("1.5", "min")),
     (("1", "mg/mL"), ("1000", "µg/mL"))],
)  # fmt: skip
def test_equal_amounts_in_two_units_are_equal_in_the_base_unit(one: tuple[str, str], other: tuple[str, str]) -> None:
    first, second = (unit_named(unit) for _, unit in (one, other))
    assert first is not None
    assert second is not None
    assert first.dimension == second.dimension
    assert first.to_base(Decimal(one[0])) == second.to_base(Decimal(other[0]))


def test_32_degrees_fahrenheit_is_the_freezing_point() -> None:
    fahrenheit = unit_named("°F")
    assert fahrenheit is not None
    assert abs(fahrenheit.to_base(Decimal(32)) - Decimal("273.15")) < Decimal("1e-20")


def test_no_unit_of_the_table_has_a_factor_of_zero() -> None:
    assert all(Decimal(unit.factor) > 0 for unit in EXACT.values())
