"""What a person must settle is a finding; what the document claims, or its file is called, decides nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from gampgen.categorisation import categorise
from gampgen.categorisation.claim import claimed_categories
from gampgen.domain.category import CategoryDecision, DecidedBy, GampCategory
from gampgen.domain.document import DocumentFormat, Heading, Paragraph, UrsDocument
from gampgen.domain.finding import FindingSeverity
from gampgen.domain.location import Location

CONFIGURED = [
    "Workflows shall be configured with the vendor's configuration tools.",
    "Roles shall be configured per department.",
    "Document types shall be set up for each site.",
]
CUSTOM = [
    "A new web application shall be developed by our software group.",
    "The source code shall be reviewed.",
    "The interface to the balance shall be programmed.",
]


def severities(findings: tuple[Any, ...]) -> dict[str, FindingSeverity]:
    return {finding.code: finding.severity for finding in findings}


def test_without_evidence_there_is_no_category_but_an_error_with_questions(build: Callable[..., Any]) -> None:
    result, findings = categorise(None, *build(["The system shall be secure.", "It shall be fast."]), None)
    assert (result.category, result.confidence, result.needs_review, result.evidence) == (None, 0.0, True, ())
    assert severities(findings) == {"CAT-NONE": FindingSeverity.ERROR}
    assert "source" not in findings[0].message
    assert "writing code" in findings[0].hint


def test_a_clear_document_needs_no_review(build: Callable[..., Any]) -> None:
    result, findings = categorise(None, *build(CONFIGURED), None)
    assert (result.category, result.needs_review, findings) == (GampCategory.CONFIGURED, False, ())
    assert result.confidence > 0.7


def test_sweeping_words_beside_code_to_be_written_are_a_conflict_planned_as_the_higher(
    build: Callable[..., Any],
) -> None:
    texts = ["The product shall be used without any modification.", "The supplier shall modify the weighing logic."]
    result, findings = categorise(None, *build(texts), None)
    assert result.category is GampCategory.CUSTOM
    assert result.needs_review
    conflict = next(finding for finding in findings if finding.code == "CAT-CONFLICT")
    assert "without any modification" in conflict.message
    assert conflict.requirement_uid == "U2"


def test_what_is_left_open_counts_for_nothing_and_is_asked(build: Callable[..., Any]) -> None:
    texts = [*CONFIGURED, "It is to be decided whether custom code is written for the label."]
    result, findings = categorise(None, *build(texts), None)
    assert result.category is GampCategory.CONFIGURED
    assert severities(findings) == {"CAT-OPEN": FindingSeverity.WARNING}
    assert not any(piece.requirement_uid == "U4" for piece in result.evidence)


def test_a_small_custom_part_is_named_and_asked_about(build: Callable[..., Any]) -> None:
    texts = [*CONFIGURED, "Forms shall be configured.", "Reports shall be configured.", "Screens shall be configured."]
    result, findings = categorise(None, *build([*texts, "A script shall fill in the address of the supplier."]), None)
    assert result.category is GampCategory.CONFIGURED
    assert severities(findings) == {"CAT-PART": FindingSeverity.WARNING}
    assert [(part.category, part.requirement_uids) for part in result.components] == [
        (GampCategory.CUSTOM, ("U7",)),
        (GampCategory.CONFIGURED, ("U1", "U2", "U3", "U4", "U5", "U6")),
    ]


def test_a_custom_part_that_decides_on_the_product_sets_the_headline_however_small(build: Callable[..., Any]) -> None:
    texts = [*CONFIGURED, "Forms shall be configured.", "Reports shall be configured.", "Screens shall be configured."]
    result, _ = categorise(None, *build([*texts, "A script shall compute the release status of the batch."]), None)
    assert result.category is GampCategory.CUSTOM


def test_a_custom_part_without_gxp_decision_only_informs(build: Callable[..., Any]) -> None:
    texts = [*CONFIGURED, "A script formats the label; it is checked by a person and is not a GxP decision."]
    result, findings = categorise(None, *build(texts), None)
    assert result.category is GampCategory.CONFIGURED
    assert severities(findings) == {"CAT-PART": FindingSeverity.INFO}
    assert not result.needs_review


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("GAMP Category 4", (4,)),
        ("GAMP software category: 3 (standard product)", (3,)),
        ("Category 3 or 4", (3, 4)),
        ("Configured Products", (4,)),
        ("Custom Applications", (5,)),
        ("Non-configured product", (3,)),
        ("Infrastructure software", (1,)),
        ("to be assessed", ()),
    ],
)
def test_the_claim_is_read(claim: str, expected: tuple[int, ...], build: Callable[..., Any]) -> None:
    recognition, _ = build(["x"], claim=claim)
    assert claimed_categories(recognition) == expected


def test_a_claim_never_decides_and_a_wrong_one_is_a_warning(build: Callable[..., Any]) -> None:
    result, findings = categorise(None, *build([*CUSTOM, "GAMP Category 3"], claim="GAMP Category 3"), None)
    assert (result.category, result.claimed) == (GampCategory.CUSTOM, GampCategory.STANDARD)
    assert severities(findings) == {"CAT-CLAIM": FindingSeverity.WARNING}
    assert not any("GAMP" in piece.quote for piece in result.evidence)


def test_a_document_that_only_claims_has_no_evidence(build: Callable[..., Any]) -> None:
    texts = ["The system is GAMP category 5 (bespoke application).", "It shall be secure."]
    result, findings = categorise(None, *build(texts, claim="GAMP category 5 (bespoke application)"), None)
    assert result.category is None
    assert set(severities(findings)) == {"CAT-NONE", "CAT-CLAIM"}


def test_a_claim_that_fits_changes_nothing(build: Callable[..., Any]) -> None:
    without, _ = categorise(None, *build(CONFIGURED), None)
    result, findings = categorise(None, *build(CONFIGURED, claim="Category 4"), None)
    assert (result.confidence, findings) == (without.confidence, ())


def test_the_name_of_the_file_decides_nothing(build: Callable[..., Any]) -> None:
    name = "category_5_custom_code.docx"
    result, _ = categorise(None, *build(["It shall be fast."], title=name, file_name=name), None)
    assert result.category is None


def test_sections_about_the_past_or_out_of_scope_decide_nothing(build: Callable[..., Any]) -> None:
    for section in ("2 Background", "1.3 Out of scope", "9 Glossary"):
        result, _ = categorise(None, *build(CUSTOM, section=section), None)
        assert result.category is None


def test_running_text_counts_with_its_place_and_a_requirement_is_counted_once(build: Callable[..., Any]) -> None:
    recognition, requirements = build(["A macro shall import the file."])
    blocks = (
        Heading(level=1, text="Scope", location=Location(paragraph=1)),
        Paragraph(text="The workbook is written by our laboratory IT group.", location=Location(paragraph=2)),
        Paragraph(text="U1 A macro shall import the file.", location=Location(paragraph=3)),
        Heading(level=1, text="Background", location=Location(paragraph=4)),
        Paragraph(text="Today a macro written by our IT is used.", location=Location(paragraph=5)),
    )
    document = UrsDocument(title="", file_name="urs.docx", format=DocumentFormat.DOCX, sha256="0" * 64, blocks=blocks)
    result, _ = categorise(document, recognition, requirements, None)
    assert [
        (piece.quote, piece.requirement_uid, piece.location and piece.location.paragraph) for piece in result.evidence
    ] == [
        ("written by our", None, 2),
        ("macro", "U1", 1),
    ]


def test_a_persons_decision_stands_beside_what_the_rules_found(build: Callable[..., Any]) -> None:
    decision = CategoryDecision(category=GampCategory.CUSTOM, decided_by="A. Person", reason="scripts are planned")
    result, findings = categorise(None, *build(CONFIGURED), decision)
    assert (result.category, result.decided_by, result.needs_review) == (GampCategory.CUSTOM, DecidedBy.PERSON, False)
    assert result.decision == decision
    assert "scripts are planned" in result.rationale
    assert "the rules propose category 4" in result.rationale
    assert severities(findings) == {"CAT-DECIDED": FindingSeverity.WARNING}


def test_a_decision_settles_what_was_open(build: Callable[..., Any]) -> None:
    decision = CategoryDecision(category=GampCategory.STANDARD, decided_by="A. Person", reason="supplier confirmed")
    result, findings = categorise(None, *build(["It shall be fast."]), decision)
    assert (result.category, result.needs_review) == (GampCategory.STANDARD, False)
    assert severities(findings) == {"CAT-NONE": FindingSeverity.INFO}
