"""The source beside a test: the requirement's own words, with those that each step quotes marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from gampgen.domain.suite import OQTestCase, ProcedureStep
from gampgen.domain.trace import SourceKind
from gampgen.rendering.entries import Quoted, QuotedSource
from gampgen.rendering.index import SuiteIndex
from gampgen.rendering.text import quote_span

_OWN = (SourceKind.REQUIREMENT, SourceKind.ACCEPTANCE_CRITERIA)


def quoted_sources(index: SuiteIndex, test: OQTestCase) -> tuple[QuotedSource, ...]:
    """Every requirement of a test, with the words that its steps quote from it."""
    quotes: dict[str, list[tuple[int, str]]] = {}
    for step in test.steps:
        source = step.source
        if source.kind in _OWN and source.requirement_uid and source.quote:
            quotes.setdefault(source.requirement_uid, []).append((step.number, source.quote))
    return tuple(_source(index, uid, quotes.get(uid, [])) for uid in test.requirement_uids)


def is_beside(index: SuiteIndex, test: OQTestCase, step: ProcedureStep) -> bool:
    """Whether the words that a step quotes stand in a requirement of its test."""
    source = step.source
    if source.kind not in _OWN or not source.quote or source.requirement_uid not in test.requirement_uids:
        return False
    return any(quote_span(text, source.quote) for text in _texts(index, source.requirement_uid))


def _texts(index: SuiteIndex, uid: str) -> tuple[str, ...]:
    """Text and items, then the acceptance criteria ("" where there are none)."""
    requirement = index.requirement(uid)
    return (requirement.text, *requirement.items, requirement.acceptance_criteria or "")


def _source(index: SuiteIndex, uid: str, quotes: Sequence[tuple[int, str]]) -> QuotedSource:
    link = index.requirement_link(uid)
    *lines, criteria = _texts(index, uid)
    return QuotedSource(link.id, link.anchor, tuple(_marked(line, quotes) for line in lines), _marked(criteria, quotes))


def _marked(text: str, quotes: Iterable[tuple[int, str]]) -> tuple[Quoted, ...]:
    """`text` cut where a quote begins or ends. Joined, the pieces are `text` again."""
    spans = [(span, number) for number, quote in quotes if (span := quote_span(text, quote))]
    cuts = sorted({0, len(text), *(place for span, _ in spans for place in span)})
    return tuple(_pieces(text, spans, cuts))


def _pieces(text: str, spans: Sequence[tuple[tuple[int, int], int]], cuts: Sequence[int]) -> Iterator[Quoted]:
    for start, end in pairwise(cuts):
        ending = [str(number) for (_, last), number in spans if last == end]
        covered = any(first <= start and end <= last for (first, last), _ in spans)
        yield Quoted(text[start:end], covered, ", ".join(dict.fromkeys(ending)))
