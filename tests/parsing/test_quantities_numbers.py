"""Numbers as they are written: lists without spaces, and letters that multiply only where they can."""

from __future__ import annotations

import pytest

from gampgen.parsing.quantities.numbers import find_numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("items 4,5,6 apply", [("4", "4"), ("5", "5"), ("6", "6")]),
        ("items 04,05,06 and 0,10,20", [("04", "4"), ("05", "5"), ("06", "6"), ("0", "0"), ("10", "10"), ("20", "20")]),
        ("version 1.2.3 applies", []),
    ],
)
def test_a_list_without_spaces_is_its_numbers_and_a_version_is_none(text: str, numbers: list[tuple[str, str]]) -> None:
    assert [(text[one.start : one.end], one.value) for one in find_numbers(text)] == numbers


@pytest.mark.parametrize(
    ("text", "shown", "value"),
    [
        ("5k records", "5k", "5000"),
        ("2bn rows", "2bn", "2000000000"),
        ("a fee of $5M", "5M", "5000000"),
        ("a fee of EUR 5M", "5M", "5000000"),
        ("a fee of chf 5M", "5M", "5000000"),
        ("20K samples", "20K", "20000"),
        ("5M users", "5M", "5000000"),
        ("5B users", "5", "5"),
        *((f"a fee of {money} 5M", "5M", "5000000") for money in ("€", "£", "$", "USD", "EUR", "GBP", "CHF")),
        ("a fee of KUSD5M", "5M", "5000000"),
        ("a length of 5 m", "5", "5"),
        ("a length of 5m", "5", "5"),
        ("a storage of 5 M", "5", "5"),
    ],
)
def test_a_letter_multiplies_after_money_and_before_things_counted(text: str, shown: str, value: str) -> None:
    assert [(text[one.start : one.end], one.value) for one in find_numbers(text)] == [(shown, value)]
