"""Whole documents and single statements whose category a person decided before the indicators were weighed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gampgen.categorisation import categorise
from gampgen.domain.category import GampCategory


def rows(name: str) -> list[dict[str, Any]]:
    path = Path(__file__).with_name(name)
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


CLEAR = [row for row in rows("snippets.jsonl") if row["expect"] is not None]
UNCLEAR = [row for row in rows("snippets.jsonl") if row["expect"] is None]
DOCUMENTS = rows("documents.jsonl")


@pytest.mark.parametrize("row", CLEAR, ids=lambda row: row["id"])
def test_a_clear_statement_gets_its_category(row: dict[str, Any], build: Callable[..., Any]) -> None:
    result, _ = categorise(None, *build([row["text"]]), None)
    assert result.category == row["expect"]


def test_no_statement_of_another_hand_gets_a_wrong_category_unasked(build: Callable[..., Any]) -> None:
    """Labelled before the program saw them; `benchmarks/category.py` says what it made of them at first."""
    right = 0
    for row in rows("statements.jsonl"):
        result, _ = categorise(None, *build([row["text"]]), None)
        right += result.category == row["expect"]
        assert result.category == row["expect"] or result.needs_review, row["id"]
    assert right >= 38


@pytest.mark.parametrize("row", UNCLEAR, ids=lambda row: row["id"])
def test_an_unclear_statement_asks_for_a_person(row: dict[str, Any], build: Callable[..., Any]) -> None:
    result, findings = categorise(None, *build([row["text"]]), None)
    assert result.needs_review
    assert findings


@pytest.mark.parametrize("row", DOCUMENTS, ids=lambda row: row["name"])
def test_a_short_document_gets_its_category_or_asks(row: dict[str, Any], build: Callable[..., Any]) -> None:
    result, _ = categorise(None, *build(row["requirements"], title=row["title"]), None)
    if row["expect"] is None:
        assert result.needs_review
    else:
        assert result.category == row["expect"]


@pytest.mark.parametrize("row", DOCUMENTS, ids=lambda row: row["name"])
def test_every_piece_of_evidence_quotes_the_document_word_by_word(
    row: dict[str, Any], build: Callable[..., Any]
) -> None:
    recognition, requirements = build(row["requirements"], title=row["title"])
    result, _ = categorise(None, recognition, requirements, None)
    texts = {one.requirement.uid: one.requirement.text for one in requirements} | {None: row["title"]}
    assert all(piece.quote in texts[piece.requirement_uid] for piece in result.evidence)
    assert result.category is None or any(
        piece.category is result.category and piece.weight > 0 for piece in result.evidence
    )


@pytest.mark.parametrize("row", DOCUMENTS, ids=lambda row: row["name"])
def test_the_three_other_categories_are_weighed_with_a_reason_of_their_own(
    row: dict[str, Any], build: Callable[..., Any]
) -> None:
    result, _ = categorise(None, *build(row["requirements"], title=row["title"]), None)
    others = {alternative.category for alternative in result.alternatives}
    assert others == set(GampCategory) - {result.category}
    assert all(alternative.reason and 0 <= alternative.score <= 1 for alternative in result.alternatives)
    assert 0 <= result.confidence <= 1
    assert result.confidence == round(result.confidence, 2)
