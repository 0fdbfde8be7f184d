# ruff: noqa: E501 - a case stands on one line
"""Formulas in a sentence, and the cases worked out from them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gampgen.pipeline.explain import explain
from gampgen.techniques.formula import formula_in


@pytest.mark.parametrize(
    ("text", "name", "given", "result"),
    [
        ("Yield (in %) = actual yield / theoretical yield x 100, shown with one decimal.", "Yield", (40, 50), "80"),
        ("The loss on drying shall be calculated as (initial weight - final weight) / initial weight × 100 %.", "loss on drying", (50, 45), "10"),
        ("The system shall calculate the assay as area of the sample divided by area of the standard, multiplied by 100, and round the result to one decimal.", "assay", (1, 4), "25"),
        ("The OOS rate shall be computed as the ratio of OOS results to all results.", "OOS rate", (1, 8), "0.125"),
        ("The net weight is calculated as gross weight minus tare weight.", "net weight", (10, 4), "6"),
        ("The system shall calculate the score as a + b * c.", "score", (1, 2, 3), "7"),
    ],
)  # fmt: skip
def test_a_stated_formula_is_read_and_worked_out(text: str, name: str, given: tuple[int, ...], result: str) -> None:
    read = formula_in(text)
    assert read is not None
    assert read.name == name
    assert read.value(dict(zip(read.operands, map(Decimal, given), strict=True))) == Decimal(result)
    assert read.quote in text


@pytest.mark.parametrize(
    "text",
    [
        "The system shall export the data as PDF and/or CSV.",
        "The system shall calculate the mean of all measurements.",
        "The shelf life is calculated as the expiry date minus the production date.",  # dates are no numbers
        "The score is calculated as a plus b divided by c.",  # which goes first is not said
        "The concentration shall be displayed in mg/mL and calculated by the system.",
    ],
)
def test_what_is_no_formula_or_not_clear_is_not_read(text: str) -> None:
    assert formula_in(text) is None


def test_a_divisor_of_zero_gives_no_value() -> None:
    read = formula_in("Rate = parts / whole")
    assert read is not None
    assert read.divisors == ("whole",)
    assert read.value({"parts": Decimal(1), "whole": Decimal(0)}) is None


@given(st.text(max_size=120))
def test_no_text_raises(text: str) -> None:
    assert formula_in(text) is None or formula_in(text).postfix  # type: ignore[union-attr] # it was not None


def test_the_worked_result_stands_in_the_test_with_its_inputs() -> None:
    told = explain("S", "The yield shall be calculated as good parts divided by all parts, rounded to 0.1 %.")
    worked = next(test for test in told.tests if test.title.startswith("Worked"))
    values = {one.name: one.value for one in worked.inputs}
    share = Decimal(values["good parts, case 1"]) / Decimal(values["all parts, case 1"]) * 100
    assert f"{share.quantize(Decimal('0.1'))} %" in worked.acceptance_criterion
    assert [test.title for test in told.tests if test.inputs and test.inputs[0].value == "0"]
