"""Which clauses a requirement calls for: by its own words, few, and none that nobody named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gampgen import knowledge
from gampgen.domain.statement import Archetype, ArchetypeCue, Permission
from gampgen.knowledge import ClauseStatus, EmptyKnowledgeError, Knowledge
from gampgen.parsing.statement import read_statement

KNOWN = knowledge.load()
LISTS = {"first": 0.95, "second": 0.95, "third": 0.95, "fourth": 0.95, "fifth": 0.9}


def found(text: str, *cues: ArchetypeCue, permissions: tuple[Permission, ...] = ()) -> list[str]:
    return [hit.clause.id for hit in knowledge.search(KNOWN, (text,), cues, permissions)]


def as_read(text: str) -> list[str]:
    """As the research agent asks: with the archetypes and permissions that the parser reads."""
    statement = read_statement(text)
    return found(text, *statement.archetypes, permissions=statement.permissions)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The database shall be backed up daily.", {"A11-7.2", "211-211.68-b-backup", "P11-11.10-c"}),
        ("Each change shall be recorded in the audit trail.", {"P11-11.10-e", "A11-9"}),
        ("Migrated data shall be complete.", {"A11-4.8"}),
        ("The user interface shall be in German.", set()),
        ("The graphical user interface shall show an operator interface.", set()),
        ("Archive.", {"P11-11.10-c", "A11-17"}),
    ],
)
def test_own_keywords_call_for_their_clauses(text: str, expected: set[str]) -> None:
    assert set(found(text)) == expected


@pytest.mark.parametrize(
    "text", ["The report is red.", "Access.", "The limit is shown.", "A sequence of tones sounds."]
)
def test_a_word_too_common_calls_for_nothing_alone(text: str) -> None:
    assert found(text) == []


def test_two_common_words_of_one_clause_call_for_it() -> None:
    assert "P11-11.10-g" in found("Permissions shall be given to a role.")


def test_a_common_word_inside_another_is_no_second_one() -> None:
    assert "211-211.68-c" not in found("The second person leaves.")


@pytest.mark.parametrize(
    "text",
    [
        "No audit trail is required for drafts.",
        "The application shall not require an electronic signature.",
        "Migration of data is out of scope.",
    ],
)
def test_what_is_not_needed_calls_for_nothing(text: str) -> None:
    assert as_read(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("as demanded by 21 CFR 11.10(e)", ["P11-11.10-e"]),
        ("as demanded by EU GMP Annex 11, clause 7.1", ["A11-7.1"]),
        ("see Annex 15 §3.11", ["A15-3.11"]),
        ("21 CFR 211.180(a) applies", ["211-211.180-a-b"]),
        ("see section 11.10 of this document", []),
        ("compliant with 21 CFR Part 11", []),
        ("Annex 11 (January 2011)", []),
        ("see 21 CFR 11.10(k)", []),  # about system documents: no OQ check is meaningful
    ],
)
def test_a_clause_named_by_number_is_found_and_a_section_number_is_none(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_a_kind_of_requirement_calls_for_the_clauses_it_is_mapped_to_with_the_words_that_show_it() -> None:
    cue = ArchetypeCue(archetype=Archetype.NUM, quote="above 8.0 °C")
    hits = knowledge.search(KNOWN, ("A lamp is lit above 8.0 °C.",), (cue,))
    assert [(hit.clause.id, hit.quote) for hit in hits] == [("A11-4.7", "above 8.0 °C")]


def test_the_length_of_a_password_is_no_process_limit() -> None:
    text = "A password has at least 12 characters."
    cues = (
        ArchetypeCue(archetype=Archetype.NUM, quote="at least 12 characters"),
        ArchetypeCue(archetype=Archetype.PWD, quote="password"),
    )
    assert "A11-4.7" not in found(text, *cues)
    assert "A11-12.1" in found(text, *cues)


def test_who_alone_may_do_something_calls_for_authority_checks_and_who_also_may_does_not() -> None:
    text = "A Planner may reschedule."
    may = Permission(roles=("Planner",), action="reschedule", exclusive=False, allowed=True, quote="A Planner may")
    assert found(text, permissions=(may,)) == []
    only = may.model_copy(update={"exclusive": True})
    assert found(text, permissions=(only,)) == ["P11-11.10-g"]


@pytest.mark.parametrize(("name", "precision"), LISTS.items())
def test_labelled_requirements_get_their_clauses_and_no_others(name: str, precision: float) -> None:
    """Labels were made by hand before looking. `must` counts for recall; `also` is right too, and never demanded.

    The first three lists were read while the look-up was built; the fourth was measured once before anything was
    changed for it (precision .98, recall .83), and so was the fifth (.82 and .63 on its first forty, then .93 and .67
    on its other twenty-two): what is to be expected of requirements of another hand.
    """
    path = Path(__file__).with_name(f"labelled_{name}.jsonl")
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    right = given = hit = wanted = 0
    for row in rows:
        must, allowed = set(row["must"]), set(row["must"]) | set(row["also"])
        assert all(KNOWN.clause(ref) for ref in allowed)
        got = set(as_read(row["text"]))
        given += len(got)
        right += len(got & allowed)
        wanted += len(must)
        hit += len(got & must)
    assert len(rows) >= 30
    assert right / given >= precision
    assert hit / wanted >= 0.95


def test_few_are_kept_and_binding_ones_come_first() -> None:
    text = (
        "Audit trail, electronic signature, backup, retention, archive, migration, interface, password, "
        "calculation, reprocessed results, true copy, segregation of duties, e-signature, printout."
    )
    hits = knowledge.search(KNOWN, (text,))
    statuses = [hit.clause.status for hit in hits]
    assert len(hits) <= 6
    assert statuses == sorted(statuses, key=lambda status: status is ClauseStatus.GUIDANCE)
    assert statuses.count(ClauseStatus.GUIDANCE) <= 1


def test_guidance_is_not_added_for_words_that_a_binding_clause_already_answers() -> None:
    assert "MHRA-6.13" not in found("Changes shall appear in the audit trail.")
    assert found("The audit trail review shall be recorded.") == ["P11-11.10-e", "A11-9", "PICS-9.8"]


def test_an_empty_reference_is_refused_and_never_answers_that_nothing_applies() -> None:
    empty = Knowledge(clauses=(), sources=(), archetypes=(), expectations=(), vocabulary=KNOWN.vocabulary, sha256="")
    with pytest.raises(EmptyKnowledgeError):
        knowledge.search(empty, ("audit trail",))


_WORDS = st.sampled_from(
    (
        "the",
        "audit",
        "trail",
        "change",
        "shall",
        "user",
        "interface",
        "not",
        "required",
        "backup",
        "signature",
        "21 CFR",
        "11.10(e)",
        ".",
        ",",
        "report",
        "role",
        "of",
        "no",
        "is",
    )
)


@given(st.lists(_WORDS, max_size=40).map(" ".join))
def test_every_quote_stands_in_the_text_and_nothing_uncitable_is_found(text: str) -> None:
    for hit in knowledge.search(KNOWN, (text,)):
        assert hit.quote in text
        assert hit.clause.citable


@given(st.text(max_size=300))
def test_any_text_can_be_searched(text: str) -> None:
    assert knowledge.search(KNOWN, (text,)) == knowledge.search(KNOWN, (text,))
