# ruff: noqa: E501 - a sentence of a test stands on one line
"""Which deed a sentence is about: what is signed, refused, held back, sorted out, and what is tried for it."""

import pytest

from gampgen.domain.suite import OQTestCase
from gampgen.pipeline.explain import explain


def made_for(text: str) -> tuple[OQTestCase, ...]:
    return explain("S", text).tests


def titles(text: str) -> list[str]:
    return [test.title.removesuffix(" (S)") for test in made_for(text)]


def said_by(text: str) -> str:
    return " | ".join(f"{step.action} {step.expected_result}" for test in made_for(text) for step in test.steps)


# ------------------------------------------------------------------ what an act requires
@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Closing an order requires an electronic signature with user ID and password.", "closing an order"),
        ("Releasing a batch requires the signature of the Qualified Person.", "releasing a batch"),
        ("Approving a method shall require an electronic signature. The method list shall be sorted by name.", "approving a method"),
        ("Deleting a template always requires an electronic signature.", "deleting a template"),
        ("Approval of a study protocol requires an electronic signature.", "approval of a study protocol"),
    ],
)  # fmt: skip
def test_a_signature_that_an_act_requires_is_tried_as_a_signature(text: str, act: str) -> None:
    made = titles(text)
    assert f"Not without the signature: {act}" in made
    assert f"A wrong password signs nothing ({act})" in made
    assert not [one for one in made if "does not require" in one or one.startswith("The tester requires")]


def test_the_signature_shows_what_another_sentence_says_of_it() -> None:
    text = "Closing an order requires an electronic signature with user ID and password; the signature shows the printed name, date and time and the meaning."
    assert "A signature shows printed name, date, time and meaning (closing an order)" in titles(text)


@pytest.mark.parametrize(
    ("text", "consequence"),
    [
        ("Closing an order requires an electronic signature. Signed order reports which are changed afterwards lose the status Signed.", "lose the status Signed"),
        ("Results shall be signed electronically. If a signed result is corrected, the signature shall be invalidated.", "shall be invalidated"),
    ],
)  # fmt: skip
def test_a_stated_consequence_of_a_later_change_is_what_is_looked_for(text: str, consequence: str) -> None:
    assert f"It is no longer shown as signed, as the requirement says: “{consequence}”." in said_by(text)
    assert "is refused, or it loses" not in said_by(text)


# ------------------------------------------------------------------ signatures among what a document holds
@pytest.mark.parametrize(
    "text",
    [
        "The batch report is available as PDF and contains the order data, all counts, all alarms and the signatures.",
        "The certificate of analysis shall list all results, the specification limits and the electronic signatures.",
        "The monthly report is printed on request and shows the excursions, the comments and the signatures.",
        "The study report shall contain the subject number, the visit, the result and the signature of the investigator.",
    ],
)
def test_signatures_that_a_document_only_holds_are_no_signing(text: str) -> None:
    techniques = {test.technique.value for test in made_for(text)}
    assert techniques == {"scenario"}
    assert titles(text)[0].startswith("Content of the output equals its source: make the ")
    assert "signature" in said_by(text)


def test_what_the_signature_itself_shows_stays_a_signing() -> None:
    text = "The signed record shall contain the printed name of the signer, the date and time and the meaning of the signature."
    assert {test.technique.value for test in made_for(text)} == {"electronic_signature"}


def test_a_report_is_compared_part_by_part_and_a_second_predicate_is_no_part_of_its_form() -> None:
    text = (
        "The batch report is available as PDF and contains the order data, all counts, all alarms and the signatures."
    )
    assert "Each of order data, all counts, all alarms and signatures equals its source" in said_by(text)
    assert "as PDF and contains" not in said_by(text)
