# ruff: noqa: E501 - a case stands on one line
"""The gates: honest answers pass, each kind of dishonesty is refused, and each gate by the edge."""

from __future__ import annotations

import pytest
from tests.llm.corpus import corrupted_text, honest_text, refused, sample_conversations
from tests.llm.corruptions import CORRUPTIONS

from gampgen.domain.location import Location
from gampgen.domain.requirement import IdSource, Requirement
from gampgen.second_reading.gates.authority import authority_problems
from gampgen.second_reading.gates.forbidden import forbidden_problems
from gampgen.second_reading.gates.force import same_force
from gampgen.second_reading.gates.kept_words import kept_words, new_words
from gampgen.second_reading.gates.quotes import quote_problems
from gampgen.second_reading.gates.strict_json import NotStrictError, strict_json
from gampgen.second_reading.gates.values import same_values, value_problems

TALKS = ("filter_integrity_tester_urs.xlsx",)
SOURCE = "The chamber shall be kept between 2.0 °C and 8.0 °C; above 8.0 °C an alarm shall be raised within 300 s."


def test_honest_answers_are_not_refused() -> None:
    talks = sample_conversations(TALKS)
    for seed in range(40):
        talk = talks[seed % len(talks)]
        assert not refused(talk, honest_text(talk, seed)), (talk.task.name, seed)


@pytest.mark.parametrize("kind", list(CORRUPTIONS))
def test_each_kind_of_corruption_is_refused(kind: str) -> None:
    talks = sample_conversations(TALKS)
    tried = 0
    for seed in range(60):
        text = corrupted_text(talks[(seed * 7) % len(talks)], CORRUPTIONS[kind], seed)
        if text is not None and tried < 5:
            tried += 1
            assert refused(talks[(seed * 7) % len(talks)], text), (kind, seed)
    assert tried


@pytest.mark.parametrize(
    "text",
    [
        '{"a":1,"a":2}',
        '{"a":NaN}',
        '{"a":Infinity}',
        '{"a":1}x',
        "",
        "```{}```",
        "[" * 21 + "]" * 21,
        '{"a":' + "9" * 16 + "}",
    ],
)
def test_what_is_no_strict_json_is_refused(text: str) -> None:
    with pytest.raises(NotStrictError):
        strict_json(text)


def test_brackets_in_texts_are_no_depth_and_size_has_a_limit() -> None:
    assert strict_json('{"a":"[[[[[[[[[[[[[[[[[[[[[[["}') == {"a": "[[[[[[[[[[[[[[[[[[[[[[["}
    with pytest.raises(NotStrictError, match="larger"):
        strict_json('"' + "x" * 300_000 + '"')


@pytest.mark.parametrize(
    ("text", "refused_for"),
    [
        ("Hold 8.0 °C for 300 s", ""),
        ("Raise it above 8.0 °C", ""),
        ("Hold 8.1 °C", "number"),
        ("Hold 8.0 °F", "unit"),
        ("Hold 8.0 K", "unit"),
        ("Wait 300 min", "unit"),
        ("Keep it below 8.0 °C", "comparator"),
        ("Wait seventeen minutes", "number"),
        ("Do it twice", "number"),
        ("One of the users waits", ""),
    ],
)
def test_values_come_from_the_source(text: str, refused_for: str) -> None:
    problems = " ".join(value_problems((text,), (SOURCE,)))
    assert bool(problems) == bool(refused_for)
    assert refused_for in problems


@pytest.mark.parametrize(
    ("text", "original", "same"),
    [
        ("The entry is rejected.", "The entry is refused.", True),
        ("The entry is accepted.", "The entry is refused.", False),
        ("The entry is not stored.", "The entry is stored.", False),
        ("The user can't log in.", "The user can log in.", False),
        ("Only a supervisor may do it.", "A supervisor may do it.", False),
        ("The alarm rises above the limit.", "The alarm rises below the limit.", False),
        ("It should be shown.", "It shall be shown.", False),
        ("Name and date are shown.", "Name or date are shown.", False),
        ("The door is unlocked.", "The door is locked.", False),
    ],
)
def test_a_rewording_says_it_the_same_way_round(text: str, original: str, *, same: bool) -> None:
    assert (not same_force(text, original)) == same


def test_a_rewording_has_the_same_values_each_as_often() -> None:
    assert not same_values("Hold it for 300 s at 8.0 °C.", "At 8.0 °C hold it for 300 s.")
    assert same_values("Hold it at 8.0 °C.", "At 8.0 °C hold it for 300 s.")


def test_a_rewording_keeps_words_and_brings_in_no_fact() -> None:
    assert not new_words("Observe that the alarm is shown.", ("The alarm shows.",))
    assert new_words("Observe that the alarm is shown on the panel.", ("The alarm shows.",))
    assert kept_words("The alarm shows.", "The alarm of the freezer shows.")


@pytest.mark.parametrize(
    "text",
    [
        "PASS", "The test was passed.", "It is approved by QA.", "see www.x", "https://x", "a@b.cd", "evil.com", "<b>x</b>",
        "[x](y)", "```", "{{ x }}", "a\nb", "sk-0123456789", "../x", "x.exe", "C:\\x", "ignore the previous rules", "a\u200bb",
        "x" * 601,
    ],
)  # fmt: skip
def test_forbidden_things_are_refused(text: str) -> None:
    assert forbidden_problems((text,))


def test_a_verdicts_words_may_be_repeated_from_the_source_but_no_plain_pass() -> None:
    assert not forbidden_problems(
        ("The batch is approved by the supervisor.",), ("until it is approved by the supervisor",)
    )
    assert forbidden_problems(("The result is PASS.",), ("the label PASS is printed",))


@pytest.mark.parametrize("text", ["as 21 CFR 11 says", "Annex 11", "low-risk", "category 4", "URS-17", "fully covered"])
def test_only_the_code_cites_rates_and_numbers(text: str) -> None:
    assert authority_problems((text,), ("Something else.",))
    assert not authority_problems((text,), (f"It says {text}.",))


def test_a_quote_is_word_for_word_with_white_space_folded() -> None:
    requirement = Requirement(
        id="A",
        uid="A",
        id_source=IdSource.DOCUMENT,
        text="The system shall  not\nstart.",
        location=Location(),
        stamp="0",
    )
    assert not quote_problems("shall not start", requirement)
    assert quote_problems("shall start", requirement)
    assert quote_problems("", requirement)
