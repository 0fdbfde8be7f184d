"""What holds for every statement, however odd."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gampgen.domain.statement import CauseKind, Statement
from gampgen.parsing.clauses import graph
from gampgen.parsing.clauses.graph import Formula, Junction, Leaf, Not
from gampgen.parsing.statement import read_statement

WORDS = """if when unless until while where once after before during without because so that in order to case of only
otherwise then and or nor either neither both not no the a any is are was shall must may can cannot be been has open
closed valve pump system user users operator role recipe alarm lid stop stops stopped stopping start raise record
released by to within 8.0 °C ≥ 15 minutes it they which who whose . , ; : ( ) [ ] " “ ” - — e.g. REQ-7""".split()  # noqa: SIM905 - a vocabulary reads better as prose

odd_sentences = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)
any_text = st.one_of(odd_sentences, st.text(max_size=200))


def _folded(text: str) -> str:
    return " ".join(text.split())


def _deciding(read: Statement) -> list[str]:
    kinds = {cause.kind for cause in read.causes}
    wanted = CauseKind.CONDITION if CauseKind.CONDITION in kinds else CauseKind.REASON
    return [cause.id for cause in read.causes if cause.kind is wanted]


@settings(max_examples=400, deadline=None)
@given(any_text)
def test_any_text_is_read_without_failure_and_twice_the_same(text: str) -> None:
    assert read_statement(text) == read_statement(text)


@settings(max_examples=400, deadline=None)
@given(odd_sentences)
def test_variables_and_quotes_are_words_of_the_sentence(text: str) -> None:
    read = read_statement(text)
    for part in (*read.causes, *read.effects):
        assert part.variable in _folded(text)
    for permission in read.permissions:
        assert permission.quote in _folded(text)
        assert all(role in _folded(text) for role in permission.roles)


@settings(max_examples=400, deadline=None)
@given(odd_sentences)
def test_each_cause_decides_an_effect_alone_in_some_pair_of_rows(text: str) -> None:
    read = read_statement(text)
    rows = [dict(row.truths) for row in read.decision_table]
    causes = _deciding(read) if rows else []
    effects = [effect.id for effect in read.effects]
    for cause in causes:
        others = [other for other in causes if other != cause]
        assert any(
            one[cause] != two[cause]
            and all(one[other] == two[other] for other in others)
            and any(one[effect] != two[effect] for effect in effects)
            for one in rows
            for two in rows
        )


@settings(max_examples=200, deadline=None)
@given(odd_sentences)
def test_the_table_is_minimal_and_speaks_of_every_cause_and_effect(text: str) -> None:
    read = read_statement(text)
    if read.decision_table:
        causes = _deciding(read)
        assert len(read.decision_table) == len(causes) + 1
        names = {*causes, *(effect.id for effect in read.effects)}
        assert all(set(dict(row.truths)) == names for row in read.decision_table)


@settings(max_examples=200, deadline=None)
@given(odd_sentences)
def test_causes_and_effects_are_numbered_without_gaps(text: str) -> None:
    read = read_statement(text)
    assert [cause.id for cause in read.causes] == [f"C{n + 1}" for n in range(len(read.causes))]
    assert [effect.id for effect in read.effects] == [f"E{n + 1}" for n in range(len(read.effects))]


@settings(max_examples=200, deadline=None)
@given(odd_sentences, st.sampled_from([" ", "  ", "\n", "\t ", "\u00a0"]))
def test_white_space_does_not_matter(text: str, space: str) -> None:
    plain, spaced = read_statement(text), read_statement(text.replace(" ", space))
    assert plain.causes == spaced.causes
    assert plain.decision_table == spaced.decision_table


def _formulas(leaves: st.SearchStrategy[Formula]) -> st.SearchStrategy[Formula]:
    return st.one_of(
        leaves.map(Not),
        st.tuples(st.lists(leaves, min_size=2, max_size=4), st.booleans()).map(lambda p: Junction(tuple(p[0]), p[1])),
    )


def _number_leaves(formula: Formula, names: Callable[[], int]) -> Formula:
    if isinstance(formula, Leaf):
        return Leaf(names())
    if isinstance(formula, Not):
        return Not(_number_leaves(formula.of, names))
    return Junction(tuple(_number_leaves(part, names) for part in formula.parts), formula.every)


@settings(max_examples=200, deadline=None)
@given(st.recursive(st.just(Leaf(0)), _formulas, max_leaves=9))
def test_a_read_once_formula_needs_one_row_more_than_it_has_causes(shape: Formula) -> None:
    taken: list[int] = []

    def fresh() -> int:
        taken.append(len(taken))
        return taken[-1]

    formula = _number_leaves(shape, fresh)
    rows = graph.cases(formula)
    assert len({tuple(sorted(row.items())) for row in rows}) == len(rows) == len(taken) + 1
    for cause in taken:
        assert any(
            all((one[k] != two[k]) is (k == cause) for k in taken)
            and graph.truth(formula, one) != graph.truth(formula, two)
            for one in rows
            for two in rows
        )


def _calls(text: str) -> int:
    """How many functions reading a text calls: time without a clock."""
    count = 0

    def counted(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(counted)
    try:
        read_statement(text)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    "unit",
    [
        "if a is open and ",
        "if the lid is open, the pump shall stop and ",
        "when the lid is open or ",
        "the lid of the box of ",
        "if a, ",
        "( ",
        '" ',
        "which is ",
        "either a is b or c is d and ",
        "to open or close ",
        "the system shall, if a is b, stop and ",
        "neither a nor b is c ; ",
    ],
)
def test_work_grows_with_the_length_of_the_text(unit: str) -> None:
    short, long = _calls(unit * 100), _calls(unit * 400)
    assert long < 6 * short
