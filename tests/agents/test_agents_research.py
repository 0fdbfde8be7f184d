"""The research agent: clauses with the words that call for them, gaps once per document, and silence is said."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from gampgen import knowledge
from gampgen.agents.research import ResearchAgent
from gampgen.domain.advice import Advice, AdviceKind
from gampgen.domain.risk import DispositionKind
from gampgen.domain.statement import Archetype
from gampgen.domain.trace import SourceKind
from gampgen.knowledge import EmptyKnowledgeError, Knowledge

AUDIT = "Every change of a result shall be recorded in the audit trail."


def of_kind(advice: tuple[Advice, ...], kind: AdviceKind) -> list[Advice]:
    return [piece for piece in advice if piece.kind is kind]


def test_a_clause_comes_with_its_title_its_status_and_the_words_that_call_for_it(ask: Callable[..., Any]) -> None:
    clauses = of_kind(ResearchAgent().advise(ask([AUDIT])).advice, AdviceKind.CLAUSE)
    assert [(piece.source.ref, piece.source.quote, piece.text, piece.clause_status) for piece in clauses] == [
        ("P11-11.10-e", "change of a result shall be recorded", "21 CFR 11.10(e): Audit trail", "in_force"),
        ("A11-9", "change of a result shall be recorded", "EU GMP Annex 11 §9: Audit trails", "in_force"),
    ]
    assert {(piece.requirement_uid, piece.source.kind) for piece in clauses} == {("R-1", SourceKind.CLAUSE)}


def test_archetype_and_permission_call_for_clauses_with_their_own_quote(
    ask: Callable[..., Any], cue: Callable[..., Any], only: Callable[..., Any]
) -> None:
    text = "Only a Planner may set the lamp above 8.0 °C."
    reading = {
        "archetypes": (cue(Archetype.NUM, "above 8.0 °C"),),
        "permissions": (only("Planner", "set the lamp", "Only a Planner may set the lamp"),),
    }
    clauses = of_kind(ResearchAgent().advise(ask([text], read={1: reading})).advice, AdviceKind.CLAUSE)
    assert {(piece.source.ref, piece.source.quote) for piece in clauses} == {
        ("A11-4.7", "above 8.0 °C"),
        ("P11-11.10-g", "Only a Planner may set the lamp"),
    }


def test_requirements_without_a_clause_are_named_in_one_piece_of_advice(ask: Callable[..., Any]) -> None:
    advice = ResearchAgent().advise(ask([AUDIT, "The screen shall be blue.", "The logo shall be red."])).advice
    silent = of_kind(advice, AdviceKind.NOTHING_FOUND)
    assert [(piece.requirement_uid, piece.text) for piece in silent] == [
        (None, "No clause is called for by the words of R-2, R-3")
    ]


def test_no_clause_is_looked_up_for_what_no_test_verifies(ask: Callable[..., Any]) -> None:
    question = ask(["Users shall be trained on the audit trail."], disposition=DispositionKind.PROCEDURE)
    advice = ResearchAgent().advise(question).advice
    assert of_kind(advice, AdviceKind.CLAUSE) == []
    assert of_kind(advice, AdviceKind.NOTHING_FOUND) == []


def test_a_document_about_other_things_gets_no_clause_and_no_gap_and_is_told_why(ask: Callable[..., Any]) -> None:
    texts = ["Users shall log in with a password.", "A report shall be printed.", "Bookings shall be backed up."]
    advice = ResearchAgent().advise(ask(texts, title="Room booking")).advice
    assert [(piece.kind, piece.source.ref) for piece in advice] == [(AdviceKind.NOTHING_FOUND, "RA-SCOPE")]
    assert "no word of the regulated field" in advice[0].text


def test_what_the_document_says_of_itself_is_quoted(ask: Callable[..., Any]) -> None:
    advice = ResearchAgent().advise(ask(["The LIMS test copy has no GxP impact.", AUDIT])).advice
    assert [piece.text for piece in advice] == ["No regulation clause was looked up: the document says 'no GxP impact'"]


def test_a_gap_names_the_clause_and_the_words_that_lead_to_expect_the_topic(ask: Callable[..., Any]) -> None:
    gaps = of_kind(ResearchAgent().advise(ask([AUDIT])).advice, AdviceKind.GAP)
    review = next(piece for piece in gaps if "review of the audit trail" in piece.text)
    assert review.requirement_uid is None
    assert (review.source.ref, review.source.requirement_uid, review.source.quote) == ("A11-9", "R-1", "audit trail")
    assert review.text == (
        "No requirement speaks of the review of the audit trail (EU GMP Annex 11 §9); R-1 leads to expect one: "
        "'audit trail'"
    )


@pytest.mark.parametrize(
    ("topic", "met"),
    [
        ("the review of the audit trail", "The audit trail shall be reviewed with the batch."),
        ("backup and restore", "All data shall be backed up."),
        ("the source and synchronisation of the time", "The time server shall be used."),
        ("how long records are kept", "Results shall be retained for 5 years."),
    ],
)
def test_a_topic_that_is_treated_is_no_gap(topic: str, met: str, ask: Callable[..., Any]) -> None:
    without = [piece.text for piece in of_kind(ResearchAgent().advise(ask([AUDIT])).advice, AdviceKind.GAP)]
    treated = [piece.text for piece in of_kind(ResearchAgent().advise(ask([AUDIT, met])).advice, AdviceKind.GAP)]
    assert any(topic in text for text in without)
    assert not any(f"speaks of {topic} " in text for text in treated)


@pytest.mark.parametrize(
    ("raising", "topic", "met"),
    [
        (
            "Users log on with a password.",
            "an unattended session",
            "Users are logged off after 9 minutes without input.",
        ),
        ("Orders need an electronic signature.", "the link between", "Signatures are permanently linked to it."),
        ("The planner shall approve orders.", "which role may do what", "Rights are given as in the table below."),
    ],
)
def test_a_topic_is_treated_in_the_words_that_documents_use(
    raising: str, topic: str, met: str, ask: Callable[..., Any]
) -> None:
    without = [piece.text for piece in of_kind(ResearchAgent().advise(ask([raising])).advice, AdviceKind.GAP)]
    treated = [piece.text for piece in of_kind(ResearchAgent().advise(ask([raising, met])).advice, AdviceKind.GAP)]
    assert any(topic in text for text in without)
    assert not any(topic in text for text in treated)


def test_no_gap_is_listed_that_nothing_in_the_document_leads_to_expect(ask: Callable[..., Any]) -> None:
    advice = ResearchAgent().advise(ask(["The lamp shall be lit at 5 °C."], title="GMP lamp")).advice
    assert of_kind(advice, AdviceKind.GAP) == []


def test_gaps_are_given_with_the_first_chunk_only(ask: Callable[..., Any]) -> None:
    later = ResearchAgent().advise(ask([AUDIT, "The logo shall be red."], chunk=1, only=2)).advice
    assert [piece.kind for piece in later] == [AdviceKind.NOTHING_FOUND]


def test_an_empty_reference_is_a_failure(ask: Callable[..., Any]) -> None:
    shipped = knowledge.load()
    empty = Knowledge(clauses=(), sources=(), archetypes=(), expectations=(), vocabulary=shipped.vocabulary, sha256="")
    with pytest.raises(EmptyKnowledgeError):
        ResearchAgent(empty).advise(ask([AUDIT]))
