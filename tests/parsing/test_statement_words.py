"""The forms of a verb, the plural of a noun, and where a sentence ends: what every reading rests on."""

from __future__ import annotations

import pytest

from gampgen.parsing.clauses import verbs, word_class
from gampgen.parsing.clauses.tokens import sentences
from gampgen.parsing.clauses.word_class import Tag, is_plural


@pytest.mark.parametrize(
    ("base", "third"),
    [
        ("pass", "passes"), ("fix", "fixes"), ("buzz", "buzzes"), ("watch", "watches"), ("push", "pushes"),
        ("go", "goes"), ("carry", "carries"), ("display", "displays"), ("print", "prints"),
    ],
)  # fmt: skip
def test_the_third_person(base: str, third: str) -> None:
    assert verbs._third(base) == third


@pytest.mark.parametrize(
    ("base", "ending", "forms"),
    [
        ("close", "ing", ("closing",)), ("close", "ed", ("closed",)), ("free", "ing", ("freeing",)),
        ("free", "ed", ("freed",)), ("carry", "ed", ("carried",)), ("carry", "ing", ("carrying",)),
        ("display", "ed", ("displayed",)), ("stop", "ed", ("stoped", "stopped")),
        ("set", "ing", ("seting", "setting")),
        ("print", "ed", ("printed",)), ("fix", "ed", ("fixed",)), ("open", "ed", ("opened", "openned")),
    ],
)  # fmt: skip
def test_the_stems_of_a_verb(base: str, ending: str, forms: tuple[str, ...]) -> None:
    assert verbs._stems(base, ending) == forms


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("detects", "detect"), ("detected", "detect"), ("detecting", "detect"), ("written", "write"),
        ("wrote", "write"),
        ("carries", "carry"), ("stopped", "stop"), ("lid", "lid"),
    ],
)  # fmt: skip
def test_a_form_is_led_back_to_its_verb(form: str, base: str) -> None:
    assert verbs.base_of(form) == base


@pytest.mark.parametrize(
    ("word", "tag"),
    [
        ("printing", Tag.ING), ("wrote", Tag.PAST), ("printed", Tag.PARTICIPLE), ("prints", Tag.THIRD),
        ("print", Tag.BASE), ("three", Tag.NUMBER), ("above", Tag.PREPOSITION), ("the", Tag.DETERMINER),
        ("they", Tag.PRONOUN), ("them", Tag.PRONOUN), ("which", Tag.RELATIVE), ("and", Tag.COORDINATOR),
        ("shall", Tag.MODAL), ("can't", Tag.MODAL), ("is", Tag.BE), ("been", Tag.BE), ("has", Tag.HAVE),
        ("having", Tag.HAVE), ("does", Tag.DO), ("not", Tag.NEGATION), ("to", Tag.TO), ("if", Tag.SUBORDINATOR),
    ],
)  # fmt: skip
def test_the_class_of_a_word_of_the_closed_lists(word: str, tag: Tag) -> None:
    assert word_class._lexical()[word] == tag
    assert word_class._lexical().get("whose") != Tag.RELATIVE


@pytest.mark.parametrize("word", ["limits", "data", "valves", "criteria"])
def test_plurals(word: str) -> None:
    assert is_plural(word)


@pytest.mark.parametrize("word", ["status", "access", "analysis", "valve", "gas"])
def test_what_looks_like_a_plural_and_is_none(word: str) -> None:
    assert not is_plural(word)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The lid opens. The pump stops.", 2),
        ("The lid opens; the pump stops.", 2),
        ("The lid opens. 5 pumps stop.", 2),
        ('The lid opens. "Stop" is shown.', 2),
        ("The lid opens. (See annex A.)", 2),
        ("The lid, e.g. The big one, opens.", 1),
        ("The lid of Mr. A. Miller opens.", 1),
        ("The lid opens.the pump stops.", 1),
        ("The lid opens. the pump stops.", 1),
        ("The value is 5 ? C.", 1),
        ("Is it open? The pump stops!", 2),
        ("...", 0),
        ("", 0),
    ],
)
def test_where_a_sentence_ends(text: str, parts: int) -> None:
    assert len(sentences(text)) == parts


@pytest.mark.parametrize(
    ("text", "shielded"),
    [
        ("a (b and c) d", " (bandc) "),
        ("a [b] {c} d", "[b]{c}"),
        ('a "b and c" d', '"bandc"'),
        ("a “b and c” d", "“bandc”"),
        ("a „b and c“ d", "„bandc“"),
        ("a «b» d", "«b»"),
        ('a "b" c "d" e', '"b""d"'),
        ("a (b [c] d) e", "(b[c]d)"),
        ("a (b c d", ""),
        ("a b) c d", ""),
        ('a "b c d', ""),
        ("a (b] c) d", "(b]c)"),
        ('a "b“ c d', '"b“'),
    ],
)
def test_what_stands_in_brackets_or_quotation_marks_is_left_alone(text: str, shielded: str) -> None:
    (words,) = sentences(text)
    marked = "".join(low for low, hidden in zip(words.low, words.shielded, strict=True) if hidden)
    assert marked == shielded.replace(" ", "")
