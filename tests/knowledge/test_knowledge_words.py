"""Whole words and phrases in every plural, verb form and spelling, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gampgen.knowledge.words import PhraseIndex, masked, stem, stems


@pytest.mark.parametrize(
    "forms",
    [
        ("archive", "archives", "archived", "archiving", "Archive"),
        ("authorised", "authorized"),
        ("authorisation", "authorization", "authorisations"),
        ("behaviour", "behavior"),
        ("label", "labels", "labelled", "labeled", "labelling"),
        ("copy", "copies", "copied"),
        ("batch", "batches", "batch's"),
        ("use", "uses", "used", "using"),
        ("log", "logs", "logged", "logging"),
        ("call", "calls", "calling", "called"),
        ("programme", "program", "programs"),
        ("analyse", "analyze", "analysed", "analyzed"),
        ("ID", "IDs", "id"),
        ("ageing", "aging"),
        ("catalogue", "catalog"),
    ],
)
def test_forms_of_one_word_are_one(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("configure", "configuration"),
        ("custom", "customer"),
        ("access", "accept"),
        ("status", "state"),
        ("report", "reporter"),
        ("print", "printer"),
        ("sign", "signal"),
    ],
)
def test_different_words_stay_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_a_hyphen_is_a_space_and_case_does_not_matter() -> None:
    assert stems("Re-authentication") == stems("re authentication")
    index = PhraseIndex(("audit trail",))
    text = "Each AUDIT-TRAIL entry; the audit trails."
    assert [text[hit.start : hit.end] for hit in index.find(text)] == ["AUDIT-TRAIL", "audit trails"]


def test_a_phrase_is_never_found_inside_a_word() -> None:
    assert PhraseIndex(("role", "print")).find("The controller drives the sprinter.") == ()


def test_a_phrase_does_not_reach_over_punctuation_unless_it_holds_some() -> None:
    index = PhraseIndex(("time source", "user, date and time"))
    assert [hit.phrase for hit in index.find("send time, source; the time source; user, date and time")] == [
        "time source",
        "user, date and time",
    ]


def test_words_on_both_sides_of_a_masked_phrase_do_not_become_neighbours() -> None:
    shown = masked("audit user interface trail", PhraseIndex(("user interface",)))
    assert len(shown) == len("audit user interface trail")
    assert PhraseIndex(("audit trail",)).find(shown) == ()


@given(st.text(max_size=200))
def test_every_occurrence_lies_in_the_text_in_order(text: str) -> None:
    hits = PhraseIndex(("audit trail", "a", "user")).find(text)
    assert all(0 <= hit.start < hit.end <= len(text) for hit in hits)
    assert [hit.start for hit in hits] == sorted(hit.start for hit in hits)
    assert len(masked(text, PhraseIndex(("a",)))) == len(text)
