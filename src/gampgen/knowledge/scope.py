"""Whether a document is about GxP records at all. Part 11 applies through the records that other rules demand."""

from __future__ import annotations

from collections.abc import Iterable

from gampgen.domain.base import Value
from gampgen.knowledge.library import Knowledge
from gampgen.knowledge.retrieval import occurrences
from gampgen.knowledge.words import PhraseIndex, masked

_HINTS_NEEDED = 2


class ScopeReading(Value):
    """Whether regulation clauses apply to a document, with the words that say so ("" where there are none)."""

    applies: bool
    quote: str


def read_scope(knowledge: Knowledge, texts: Iterable[str]) -> ScopeReading:
    """Read from a document's own words whether it is about GxP records.

    A statement that the system has no GxP impact wins; otherwise one word of the regulated field is enough, or two
    different words that the field shares with others.

    Args:
        knowledge: the reference whose scope words are used.
        texts: everything that the document says, in order.
    """
    scope = knowledge.vocabulary.scope
    mask = PhraseIndex(knowledge.vocabulary.keyword_mask)
    first = ""
    hints: dict[str, str] = {}
    for raw in texts:
        text = masked(raw, mask)
        for hit in occurrences(scope.outside, text):
            return ScopeReading(applies=False, quote=raw[hit.start : hit.end])
        for hit in occurrences(scope.inside, text)[:1]:
            first = first or raw[hit.start : hit.end]
        for hit in occurrences(scope.hints, text):
            hints.setdefault(hit.phrase, raw[hit.start : hit.end])
    if first:
        return ScopeReading(applies=True, quote=first)
    if len(hints) >= _HINTS_NEEDED:
        return ScopeReading(applies=True, quote=next(iter(hints.values())))
    return ScopeReading(applies=False, quote="")
