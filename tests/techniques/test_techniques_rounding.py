"""The increment, the mode and the worked examples of a stated rounding."""

from __future__ import annotations

from decimal import Decimal

import pytest

from gampgen.techniques.rounding import examples, rounding_of


@pytest.mark.parametrize(
    ("text", "step", "unit", "quote"),
    [
        ("rounded to 2 decimals", "0.01", None, "2 decimals"),
        ("rounded to 1 decimal", "0.1", None, "1 decimal"),
        ("rounded to 0 decimals", "1", None, "0 decimals"),
        ("rounded to no decimals", "1", None, "no decimals"),
        ("rounded to three decimal places", "0.001", None, "three decimal places"),
        ("rounded to 6 decimal digits", "0.000001", None, "6 decimal digits"),
        ("rounded to the nearest 0.5 mg", "0.5", "mg", "nearest 0.5 mg"),
        ("rounded to 5", "5", None, "rounded to 5"),
        ("rounded in steps of 10 g", "10", "g", "steps of 10 g"),
    ],
)
def test_the_increment_of_a_rounding(text: str, step: str, unit: str | None, quote: str) -> None:
    found = rounding_of(f"The result shall be {text}.")
    assert found is not None
    assert (found.step, found.unit, found.quote) == (Decimal(step), unit, quote)


@pytest.mark.parametrize(
    "text",
    [
        "rounded to 7 decimals", "rounded to many decimals", "rounded to 3 significant digits", "shown with 2 decimals",
        "rounded to the nearest 0 mg", "rounded",
    ],
)  # fmt: skip
def test_what_names_no_increment(text: str) -> None:
    assert rounding_of(f"The result shall be {text}.") is None


@pytest.mark.parametrize(
    ("mode", "told"),
    [
        ("", [("1.4", "1"), ("1.5", "<result at the half>"), ("2.6", "3")]),
        ("half up ", [("1.4", "1"), ("1.5", "2"), ("2.5", "3"), ("2.6", "3")]),
        ("commercially ", [("1.4", "1"), ("1.5", "2"), ("2.5", "3"), ("2.6", "3")]),
        ("half to even ", [("1.4", "1"), ("1.5", "2"), ("2.5", "2"), ("2.6", "3")]),
        ("half down ", [("1.4", "1"), ("1.5", "1"), ("2.5", "2"), ("2.6", "3")]),
        ("up ", [("1.4", "2"), ("1.5", "2"), ("2.5", "3"), ("2.6", "3")]),
        ("down ", [("1.4", "1"), ("1.5", "1"), ("2.5", "2"), ("2.6", "2")]),
    ],
)
def test_the_worked_examples_of_a_mode(mode: str, told: list[tuple[str, str]]) -> None:
    found = rounding_of(f"The result shall be rounded {mode}to 0 decimals.")
    assert found is not None
    assert list(examples(found)) == told
