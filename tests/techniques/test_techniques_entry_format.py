"""Formats of entries: what fits, what does not, and why."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gampgen.pipeline.explain import explain
from gampgen.techniques.entry_format import format_in

FORMATS = [
    ("The batch number shall consist of one letter followed by six digits.", r"[A-Za-z]\d{6}"),
    ("IDs shall have the format of two capital letters, a hyphen and five digits.", r"[A-Z]{2}-\d{5}"),
    ("The lot number shall be 8 digits long.", r"\d{8}"),
    ("Codes are composed of three lower-case letters and 2 digits.", r"[a-z]{3}\d{2}"),
]


@pytest.mark.parametrize(("text", "pattern"), FORMATS)
def test_what_fits_fits_and_no_misfit_does(text: str, pattern: str) -> None:
    read = format_in(text)
    assert read is not None
    assert re.fullmatch(pattern, read.fits)
    assert read.misfits
    assert not [entry for entry, _ in read.misfits if re.fullmatch(pattern, entry)]
    assert read.quote in text


def test_dates_that_do_not_exist_do_not_fit() -> None:
    read = format_in("The expiry date shall be entered in the format DD.MM.YYYY.")
    assert read is not None
    assert read.fits == "29.02.2024"
    assert {"29.02.2023", "01.13.2024", "31.04.2024"} <= {entry for entry, _ in read.misfits}


@pytest.mark.parametrize(
    "text",
    [
        "The signature shall consist of two components.",
        "The report shall consist of one page.",
        "The display shall show dates as DD-MMM-YYYY.",  # nothing is entered
        "Two letters are sent.",
    ],
)
def test_what_states_no_format(text: str) -> None:
    assert format_in(text) is None


@given(st.text(max_size=100))
def test_no_text_raises(text: str) -> None:
    assert format_in(text) is None or format_in(text).fits  # type: ignore[union-attr] # it was not None


def test_one_test_takes_and_one_refuses() -> None:
    told = explain("S", FORMATS[0][0])
    assert [(test.technique, test.polarity) for test in told.tests] == [
        ("equivalence_partitioning", "positive"),
        ("equivalence_partitioning", "negative"),
    ]
    assert ("length of batch number", "7") in [(one.name, one.value) for one in told.tests[0].inputs]
