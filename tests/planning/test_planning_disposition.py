from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gampgen import planning
from gampgen.domain.requirement import AnalysedRequirement, Attribute
from gampgen.domain.right import Right
from gampgen.domain.risk import DispositionKind
from gampgen.domain.table_reference import TableReference
from gampgen.planning.disposition import decide
from gampgen.planning.judgement import judge

Build = Callable[..., AnalysedRequirement]
CASES = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "disposition_cases.tsv").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize(("kind", "text"), CASES)
def test_the_golden_statements_are_verified_where_a_person_put_them(kind: str, text: str, requirement: Build) -> None:
    informs = kind == "informative"
    planned = planning.assess(requirement(text, demanding=not informs), None)
    assert planned.disposition.kind == ("query" if informs else kind)
    assert planned.disposition.quote in text
    assert planned.disposition.quote
    assert "(rule DS" in planned.disposition.reason


def test_the_goldens_hold_both_halves_of_every_kind() -> None:
    kinds = {kind for kind, _ in CASES}
    assert kinds == {*DispositionKind, "informative"}
    assert len(CASES) >= 60


def test_every_rule_that_a_golden_names_has_a_manual() -> None:
    named = {judge(text, demanding=kind != "informative").rule for kind, text in CASES}
    assert named <= {rule.code for rule in planning.RULES}
    assert named >= {f"DS{number:02d}" for number in (1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16)}


@pytest.mark.parametrize(
    ("text", "items", "kind"),
    [
        ("The supplier shall deliver:", ("operating manual", "wiring diagram"), "supplier_evidence"),
        ("The system shall:", ("print the label", "store the weight"), "oq"),
        ("The screens shall be user friendly.", ("A help text shall be shown for each field.",), "oq"),
        ("The system shall comply with 21 CFR Part 11.", (), "query"),
        ("Users shall be trained. Training takes two days.", (), "procedure"),
        ("The supplier shall have a quality system. It shall be certified.", (), "supplier_evidence"),
        ("The plant has two lines. The system shall print a label for each line.", (), "oq"),
        ("The supplier shall be ISO 9001 certified. The system shall log each change.", (), "oq"),
    ],
)
def test_sentences_and_items_are_taken_together(
    text: str, items: tuple[str, ...], kind: str, requirement: Build
) -> None:
    assert planning.assess(requirement(text, *items), None).disposition.kind == kind


@pytest.mark.parametrize("stray", ["document", "training", "vendor", "certificate", "manual", "supplier", "hardware"])
@pytest.mark.parametrize(
    "frame",
    [
        "The system shall show the {} number on the screen.",
        "When the {} is missing, the system shall refuse the entry.",
        "Only a Supervisor shall be able to delete a {} entry.",
        "The system shall export the {} list as CSV.",
    ],
)
def test_a_stray_word_never_takes_behaviour_out_of_the_oq(stray: str, frame: str) -> None:
    assert judge(frame.format(stray)).kind is DispositionKind.OQ


def test_a_stage_stated_by_the_document_decides_between_paper_stages_only(requirement: Build) -> None:
    paper = requirement("A user manual shall be available in English.", stated=(None, None, "Vendor documentation"))
    behaviour = requirement("The system shall lock the account after 3 failures.", stated=(None, None, "PQ"))
    assert planning.assess(paper, None).disposition.kind == "supplier_evidence"
    assert planning.assess(behaviour, None).disposition.kind == "oq"
    assert [finding.code for finding in planning.review((planning.assess(behaviour, None),))] == ["PL03"]


def test_a_query_comes_with_a_measurable_wording_whose_facts_are_blank(requirement: Build) -> None:
    (finding,) = planning.review((planning.assess(requirement("The search screen shall be fast."), None),))
    assert finding.code == "PL02"
    assert "<time>" in finding.hint
    assert "the search screen" in finding.hint


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200))
def test_any_text_at_all_gets_exactly_one_verdict_with_words_of_its_own(text: str) -> None:
    verdict = judge(text)
    assert verdict.kind in DispositionKind
    assert verdict.quote in " ".join(text.split())
    assert judge(text) == verdict


@pytest.mark.parametrize("word", ["alarm ", "only ", "transfer ", "when ", "a, b and ", "1 ", "supplier's ", "be "])
def test_work_grows_with_the_length_of_a_statement_and_not_with_its_square(word: str, requirement: Build) -> None:
    # A pattern that backtracks over the whole text would not come back from these within the time of a test run.
    planned = planning.assess(requirement(f"The system shall {word * 20_000}"), None)
    assert planned.disposition.kind in DispositionKind


def _right(role: str, mark: str, *, allowed: bool | None) -> Right:
    return Right(role=role, function="Enter result", action="enter result", allowed=allowed, mark=mark, quote=mark)


def test_a_row_of_a_permission_matrix_is_tried(requirement: Build) -> None:
    rights = (_right("Analyst", "X", allowed=True), _right("Guest", "?", allowed=None))
    decision = decide(requirement("Enter result", rights=rights, demanding=False))
    assert (decision.disposition.kind, decision.rule) == (DispositionKind.OQ, "DS20")


def test_a_row_whose_marks_have_no_meaning_is_asked_back(requirement: Build) -> None:
    decision = decide(requirement("Enter result", rights=(_right("Guest", "?", allowed=None),), demanding=False))
    assert (decision.disposition.kind, decision.rule) == (DispositionKind.QUERY, "DS20")
    assert decision.proposal == "Only <roles> shall be able to use “Enter result”."


@pytest.mark.parametrize(
    ("reference", "kind"),
    [
        (TableReference(words="table 7", found=False), DispositionKind.QUERY),
        (TableReference(words="table 2", found=True, row_uids=("R-2",)), DispositionKind.OQ),
    ],
)
def test_a_reference_to_a_matrix_is_tested_by_it_or_asks_for_it(
    reference: TableReference, kind: DispositionKind, requirement: Build
) -> None:
    decision = decide(requirement("The rights shall follow the table.", matrix=reference))
    assert (decision.disposition.kind, decision.rule) == (kind, "DS22")
    assert reference.words in decision.disposition.reason


def test_a_stated_permission_with_marks_beside_it_is_no_matrix_row(requirement: Build) -> None:
    marks = (Attribute(name="IQ", value="-"), Attribute(name="OQ", value="X"))
    decision = decide(requirement("Analysts shall be able to enter results.", attributes=marks))
    assert decision.disposition.kind is DispositionKind.OQ


def test_the_reason_quotes_a_present_tense_sentence_as_it_stands(requirement: Build) -> None:
    decision = decide(requirement("Operators are trained before they work alone.", demanding=False))
    assert decision.disposition.quote == "Operators are trained before they work alone"
    assert decision.disposition.reason.startswith('"Operators are trained before they work alone" is')
