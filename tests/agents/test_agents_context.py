"""The context agent: terms, related requirements and passages that bear on a requirement, each quoted, and few."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from gampgen.agents.context import ContextAgent
from gampgen.agents.ranking import Collection
from gampgen.domain.advice import AdviceKind, ContextPassage
from gampgen.domain.trace import SourceKind

FILLER = [f"Screen {word} shall be shown." for word in ("alpha", "beta", "gamma", "delta", "epsilon", "zeta")]


def found(advice: tuple[Any, ...], uid: str, kind: AdviceKind) -> list[Any]:
    return [piece for piece in advice if piece.requirement_uid == uid and piece.kind is kind]


def test_a_term_the_requirement_uses_comes_with_its_passage(ask: Callable[..., Any]) -> None:
    question = ask(["The hold time shall be shown.", "The lamp shall be lit."], terms=[("Hold time", "time until use")])
    advice = ContextAgent().advise(question).advice
    assert [(piece.requirement_uid, piece.text, piece.source.document, piece.source.quote) for piece in advice] == [
        ("R-1", "Hold time: time until use", "urs.docx", "Hold time | time until use")
    ]


def test_an_abbreviation_counts_only_in_its_capitals(ask: Callable[..., Any]) -> None:
    texts = ["The shift lead shall be told it.", "The IT shift shall be told."]
    advice = ContextAgent().advise(ask(texts, terms=[("IT", "information technology")])).advice
    assert [piece.requirement_uid for piece in advice] == ["R-2"]


def test_a_term_that_most_requirements_use_tells_nothing(ask: Callable[..., Any]) -> None:
    texts = [f"The EMS shall show channel {number}." for number in range(20)]
    assert (
        found(ContextAgent().advise(ask(texts, terms=[("EMS", "the system")])).advice, "R-1", AdviceKind.DEFINITION)
        == []
    )


def test_a_requirement_that_is_named_by_its_id_is_related(ask: Callable[..., Any]) -> None:
    question = ask(["The alarm of R-2 shall be delayed.", "A horn shall sound.", "R-20 is no id here, R-2.1 neither."])
    advice = ContextAgent().advise(question).advice
    assert [
        (piece.requirement_uid, piece.text, piece.source.requirement_uid, piece.source.quote) for piece in advice
    ] == [("R-1", "R-1 refers to R-2", "R-2", "A horn shall sound.")]


def test_requirements_that_share_rare_words_are_related_and_others_are_not(ask: Callable[..., Any]) -> None:
    texts = [
        "The excursion alarm of the freezer shall be acknowledged with a comment.",
        "An acknowledged excursion alarm of the freezer shall be printed.",
        *FILLER,
    ]
    advice = ContextAgent().advise(ask(texts)).advice
    related = found(advice, "R-1", AdviceKind.RELATED_REQUIREMENT)
    assert [(piece.source.requirement_uid, piece.text) for piece in related] == [
        ("R-2", "R-2 speaks of the same: acknowledged, excursion, alarm, freezer")
    ]
    assert all(piece.requirement_uid in {"R-1", "R-2"} for piece in advice)


def test_a_passage_of_a_context_file_is_quoted_with_its_best_sentence(ask: Callable[..., Any]) -> None:
    passages = [
        ContextPassage(document="sop.md", sha256="0" * 64, place="line 3", text="Visitors park behind the house."),
        ContextPassage(
            document="sop.md",
            sha256="0" * 64,
            place="line 9",
            text="This is about cold rooms. A freezer excursion is acknowledged by the shift leader. Nothing else.",
        ),
        ContextPassage(document="sop.md", sha256="0" * 64, place="line 12", text="The canteen opens at noon."),
    ]
    texts = ["The excursion of the freezer shall be acknowledged.", *FILLER]
    advice = found(ContextAgent().advise(ask(texts, passages=passages)).advice, "R-1", AdviceKind.PASSAGE)
    assert [(piece.source.kind, piece.source.document, piece.source.quote) for piece in advice] == [
        (SourceKind.CONTEXT, "sop.md", "A freezer excursion is acknowledged by the shift leader.")
    ]
    assert advice[0].text.startswith("sop.md, line 9: ")


def test_a_passage_that_names_the_requirement_comes_first(ask: Callable[..., Any]) -> None:
    passages = [
        ContextPassage(
            document="a.md", sha256="0" * 64, place="line 1", text="R-10 and R-1-b are about something else."
        ),
        ContextPassage(
            document="fs.md", sha256="0" * 64, place="line 9", text="Made on Monday. R-1: menu Alarms > Limits."
        ),
    ]
    texts = ("The system shall raise an alarm above 8.0 °C.", *(f"Requirement {n} is another." for n in range(12)))
    advice = found(ContextAgent().advise(ask(texts, passages=passages)).advice, "R-1", AdviceKind.PASSAGE)
    assert [piece.source.document for piece in advice] == ["fs.md"]


def test_what_a_short_document_is_about_tells_of_its_passages(ask: Callable[..., Any]) -> None:
    text = "To acknowledge a weight alarm open the menu Alarms > Active. The Shift Leader may acknowledge it."
    passage = ContextPassage(document="guide.pdf", sha256="0" * 64, place="page 1", text=text)
    texts = (
        "The system shall raise a weight alarm above 10.0 kg.",
        "The Shift Leader shall acknowledge a weight alarm.",
    )
    reply = ContextAgent().advise(ask(texts, passages=[passage]))
    assert [piece.source.document for piece in found(reply.advice, "R-2", AdviceKind.PASSAGE)] == ["guide.pdf"]
    assert found(reply.advice, "R-1", AdviceKind.PASSAGE) == []


def test_a_passage_that_shares_only_everyday_words_is_not_quoted(ask: Callable[..., Any]) -> None:
    passage = ContextPassage(
        document="sop.md", sha256="0" * 64, place="line 1", text="Screens are shown to visitors with a comment."
    )
    texts = ["The excursion of the freezer shall be shown on a screen with a comment.", *FILLER]
    assert found(ContextAgent().advise(ask(texts, passages=[passage])).advice, "R-1", AdviceKind.PASSAGE) == []


def test_nothing_is_said_where_nothing_bears_on_a_requirement(ask: Callable[..., Any]) -> None:
    assert ContextAgent().advise(ask(["The lamp shall be lit.", "The door shall close."])).advice == ()


def test_a_rare_word_weighs_more_than_a_common_one_and_equal_scores_keep_their_order() -> None:
    collection = Collection(("red lamp", "red door", "red horn", "pink horn"))
    assert collection.rarity("pink") > collection.rarity("red")
    assert collection.rarity("green") == 0.0
    assert [hit.place for hit in collection.most_like("red", 3)] == [0, 1, 2]
    assert collection.most_like("pink horn", 1)[0].shared == ("horn", "pink")
    assert Collection(()).most_like("red", 3) == ()


def test_requirements_without_a_passage_are_named_once_and_only_where_files_were_given(ask: Callable[..., Any]) -> None:
    texts = ["The excursion alarm of the freezer shall be acknowledged.", "The lamp shall be lit.", *FILLER]
    passage = ContextPassage(
        document="fs.md",
        sha256="0" * 64,
        place="line 7",
        version="2.1",
        text="The excursion alarm of the freezer is acknowledged on the screen Alarms.",
    )
    reply = ContextAgent().advise(ask(texts, passages=[passage]))
    hits = found(reply.advice, "R-1", AdviceKind.PASSAGE)
    assert [(hit.source.document, hit.source.version, hit.source.place) for hit in hits] == [("fs.md", "2.1", "line 7")]
    assert hits[0].text.startswith("fs.md, version 2.1, line 7: The excursion alarm")
    silent = [piece for piece in reply.advice if piece.kind is AdviceKind.NOTHING_FOUND]
    assert len(silent) == 1
    assert silent[0].text.startswith("No passage of the context files speaks of R-2, R-3")
    without = ContextAgent().advise(ask(texts))
    assert not [piece for piece in without.advice if piece.kind is AdviceKind.NOTHING_FOUND]
