"""Part 11 is not for everybody: a document about other things gets no clause."""

from __future__ import annotations

import pytest

from gampgen import knowledge

KNOWN = knowledge.load()


@pytest.mark.parametrize(
    "texts",
    [
        ("The system supports GMP production.",),
        ("Requirements for a LIMS",),
        ("The batch is released by QA after sterilisation.",),
        ("Each sample is analysed.", "The result goes into the audit trail."),
    ],
)
def test_a_document_in_the_regulated_field_is_in_scope(texts: tuple[str, ...]) -> None:
    reading = knowledge.read_scope(KNOWN, texts)
    assert reading.applies
    assert any(reading.quote in text for text in texts)


@pytest.mark.parametrize(
    "texts",
    [
        (),
        ("The canteen shows the menu of the week.", "Users log in with a password.", "A report is printed."),
        ("Every booking of a parking space is kept in an audit trail.",),  # one shared word is not enough
        ("The standard deviation is shown.",),
    ],
)
def test_a_document_without_the_fields_words_is_out_of_scope(texts: tuple[str, ...]) -> None:
    assert knowledge.read_scope(KNOWN, texts) == knowledge.ScopeReading(applies=False, quote="")


def test_what_the_document_says_of_itself_wins() -> None:
    texts = ("The laboratory's room booking has no GxP impact.", "The LIMS is another system.")
    assert knowledge.read_scope(KNOWN, texts) == knowledge.ScopeReading(applies=False, quote="no GxP impact")
