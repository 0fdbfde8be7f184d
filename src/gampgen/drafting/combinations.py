# ruff: noqa: E501 - a sentence of a test stands on one line, so that it is read and mended as a whole
"""Tests of options and of their pairs: one step per combination."""

from __future__ import annotations

import re

from gampgen.domain.clause import Clause
from gampgen.domain.coverage import CombinationCase, CoverageItem
from gampgen.domain.suite import InputValue
from gampgen.domain.verb import third_person
from gampgen.drafting.english import indicative, inner, is_plural, joined, sentence, the
from gampgen.drafting.slots import frame_of, phrase, thing
from gampgen.drafting.wording import SCREEN, Step, Wording

_ARTICLE = re.compile(r"^the\s+")


def word_combinations(item: CoverageItem, part: CombinationCase) -> Wording:
    """The words of a test that tries each option, or each pair of options."""
    clause, said = part.clause, indicative(part.clause)
    noun = the(thing(clause))
    several = len(part.rows[0]) > 1
    supported = clause.verb in _SUPPORTING and thing(clause) == clause.subject
    steps = [(_use if supported else _step)(item, clause, row) for row in part.rows]
    names = [" with ".join(row) for row in part.rows]
    return Wording(
        title=f"{'Pairs of options' if several else 'Each option'} {_whose(clause, noun, supported=supported)}: {joined(names)}"[:220],
        objective=sentence(f"Show that {said}: {'every pair of options occurs in one of the combinations' if several else 'each option that the sentence names is tried'}"),
        preconditions=(f"What is to be shown is prepared, with the outcome known from an independent source: <prepared data> with <expected result> ({_ARTICLE.sub('', noun)}).",),
        inputs=tuple(InputValue(name=f"option {at}", value=" with ".join(row)) for at, row in enumerate(part.rows, start=1)),
        steps=tuple(steps),
        criterion=sentence(f"For each of the {len(part.rows)} {'combinations' if several else 'options'} {noun} {_show(clause)} <expected result> for <prepared data>"),
        rationale="Pairwise: every pair of options of two factors occurs in one combination." if several else "Equivalence partitioning: each option is a class of its own.",
    )  # fmt: skip


def _whose(clause: Clause, noun: str, *, supported: bool) -> str:
    return f"that {noun} {third_person(clause.verb)}" if supported else f"of {_ARTICLE.sub('', noun)}"


def _show(clause: Clause) -> str:
    return "show" if is_plural(thing(clause)) else "shows"


def _step(item: CoverageItem, clause: Clause, row: tuple[str, ...]) -> Step:
    names = joined([f"“{one}”" for one in row])
    look = inner(phrase(frame_of(clause).look, clause).rstrip("."))
    return Step(
        f"With {names}, open {the(thing(clause))} with <prepared data> and check: {look}.",
        f"With {names}, {the(thing(clause))} {_show(clause)} <expected result> completely; nothing of it is cut off or in another option than {names}.",
        SCREEN,
        item.quote,
    )


_SUPPORTING = frozenset({"support", "offer", "handle", "understand", "speak"})


def _use(item: CoverageItem, clause: Clause, row: tuple[str, ...]) -> Step:
    """An option that the system supports: it is chosen or connected, and what the system does with it is compared."""
    names, noun = joined([f"“{one}”" for one in row]), the(clause.subject)
    return Step(
        f"Choose or connect {names}, and use {noun} with <prepared data>.",
        f"With {names}, {noun} {_show(clause)} <expected result> completely; nothing of it comes from another option than {names}.",
        SCREEN,
        item.quote,
    )
