"""The same word says different things: denied, left open, about a partner, about users, about a run-time value."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from gampgen.categorisation import RULES, categorise
from gampgen.categorisation.indicators import indicators
from gampgen.categorisation.mentions import mentions_in
from gampgen.categorisation.passages import Passage
from gampgen.categorisation.polarity import Polarity, polarity_of
from gampgen.categorisation.scoring import score
from gampgen.domain.category import GampCategory


def points(text: str, category: GampCategory) -> float:
    passage = Passage(text=text, requirement_uid="U1", location=None)
    return score(mentions_in((passage,))).of(category)


@pytest.mark.parametrize(
    ("text", "word", "meant"),
    [
        ("Custom code is used.", "Custom code", Polarity.SAID),
        ("No custom code is used.", "custom code", Polarity.NEGATED),
        ("The product works without any custom code.", "custom code", Polarity.NEGATED),
        ("Custom code is not permitted.", "Custom code", Polarity.NEGATED),
        ("Custom code will not be accepted.", "Custom code", Polarity.NEGATED),
        ("Configuration is used instead of custom code.", "custom code", Polarity.NEGATED),
        ("Not only reports but custom code is needed.", "custom code", Polarity.SAID),
        ("The custom code shall not exceed 5 s.", "custom code", Polarity.SAID),
        ("No more than 5 users run custom code.", "custom code", Polarity.SAID),
        ("No delay is allowed. Custom code is used.", "Custom code", Polarity.SAID),
        ("It is unclear whether custom code is needed.", "custom code", Polarity.OPEN),
        ("Minimal custom code is foreseen.", "custom code", Polarity.SLIGHT),
        ("No changes to the supplier's software are planned.", "supplier's software", Polarity.SAID),
    ],
)
def test_a_mention_is_meant_as_its_sentence_says(text: str, word: str, meant: Polarity) -> None:
    start = text.index(word)
    assert polarity_of(text, start, start + len(word)) is meant


@pytest.mark.parametrize(
    "text",
    [
        "The customer's name is shown.",
        "Customs documents are printed.",
        "A custom field holds the cost centre.",
        "The test scripts are reviewed.",
        "The system shall interface with the in-house training database.",
        "The programme of the day is described.",
    ],
)
def test_words_that_only_look_like_custom_software_do_not_count(text: str) -> None:
    assert points(text, GampCategory.CUSTOM) == 0


def test_a_custom_report_made_with_the_products_designer_is_hardly_custom() -> None:
    made = points("Develop custom reports using the vendor's report designer.", GampCategory.CONFIGURED)
    coded = points("Develop custom reports using the vendor's report designer.", GampCategory.CUSTOM)
    assert made > 2 * coded


def test_a_feature_for_users_says_less_than_how_the_system_is_made() -> None:
    feature = points("Users shall be able to create custom reports.", GampCategory.CUSTOM)
    assert 0 < feature < 0.5 * points("Create custom reports.", GampCategory.CUSTOM)


def test_a_run_time_value_that_is_configured_is_no_configuration() -> None:
    value = points("The chamber is configured with set point 5.0 °C.", GampCategory.CONFIGURED)
    assert value < 0.3 * points("The chamber is configured for each product.", GampCategory.CONFIGURED)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("The LIMS shall register samples.", True),
        ("This document states the requirements for a LIMS.", True),
        ("Results shall be sent to the LIMS.", False),
        ("Interfaces to the LIMS shall be monitored.", False),
    ],
)
def test_a_class_of_system_counts_only_where_it_names_the_system_itself(text: str, *, counts: bool) -> None:
    assert (points(text, GampCategory.CONFIGURED) > 0) is counts


def test_repeats_count_less_each_time_and_at_last_nothing() -> None:
    one = Passage(text="A macro is run.", requirement_uid="U1", location=None)
    weights = [mention.weight for mention in mentions_in((one,) * 5)]
    assert weights == [0.9, 0.45, 0.225, 0.0, 0.0]


def test_no_vendors_product_is_an_indicator() -> None:
    names = (
        "sap",
        "labware",
        "starlims",
        "empower",
        "deltav",
        "veeva",
        "trackwise",
        "mastercontrol",
        "pas-x",
        "syncade",
    )
    words = " ".join(" ".join(indicator.phrases) + indicator.pattern for indicator in indicators()).lower().split()
    assert not set(names) & {word.strip("|()") for word in words}


def test_category_2_does_not_exist() -> None:
    assert {indicator.category for indicator in indicators()} == {1, 3, 4, 5}
    assert {negated.category for indicator in indicators() for negated in indicator.negated} <= {1, 3, 4, 5}


def test_every_indicator_and_finding_is_a_rule_with_a_manual() -> None:
    codes = [rule.code for rule in RULES]
    assert len(set(codes)) == len(codes)
    assert {indicator.code for indicator in indicators()} <= set(codes)
    assert all(rule.manual and rule.source for rule in RULES)


def test_the_same_document_gives_the_same_answer(build: Callable[..., Any]) -> None:
    texts = ["Workflows shall be configured.", "A macro shall be written.", "The firmware is used as supplied."]
    assert categorise(None, *build(texts), None) == categorise(None, *build(texts), None)
