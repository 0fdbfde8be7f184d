"""Which requirements speak of the same thing: an index over their rarest words, so that no two are compared in vain."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from gampgen.domain.requirement import Requirement
from gampgen.domain.statement import Statement
from gampgen.knowledge.words import stem
from gampgen.quality.interface import figures_of

_WORD = re.compile(r"[^\W_]+")
_EMPTY_WORDS = """
a an the of to in on at by for with from as is are be been shall must should will can may and or that this which it its
system least most than more less not no exceed exceeding within up maximum minimum above below between
"""
_EMPTY = frozenset(_EMPTY_WORDS.split())
_RAREST = 4
_WINDOW = 24  # requirements of one bucket that are looked back at: keeps the work linear in their number


@dataclass(frozen=True, slots=True)
class Entry:
    """A statement of a requirement, with the words that carry meaning (numbers of quantities left out)."""

    requirement: Requirement
    statement: Statement
    words: Counter[str]


def entry(requirement: Requirement, statement: Statement) -> Entry:
    """The statement with its words, quantities and intervals cut out."""
    return Entry(requirement, statement, Counter(_words(statement)))


def neighbours(entries: tuple[Entry, ...]) -> Iterator[tuple[Entry, Entry]]:
    """Pairs of entries of two requirements that share a rare word, each pair once, in the document's order.

    A statement is filed under its four rarest words and compared with at most 24 earlier ones of each bucket.
    """
    frequency = Counter(word for one in entries for word in one.words)
    buckets: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(entries):
        rarest = sorted(one.words, key=lambda word: (frequency[word], word))[:_RAREST]
        earlier = sorted({other for word in rarest for other in buckets[word][-_WINDOW:]})
        for other in earlier:
            if entries[other].requirement.uid != one.requirement.uid:
                yield entries[other], one
        for word in rarest:
            buckets[word].append(place)


def same_words(one: Entry, other: Entry) -> bool:
    """Whether two statements consist of the same words that carry meaning, each as often, in whatever order."""
    return one.words == other.words


def _words(statement: Statement) -> Iterator[str]:
    text = statement.text
    for said in figures_of(statement):
        text = text[: said.start] + " " * (said.end - said.start) + text[said.end :]
    for match in _WORD.finditer(text):
        word = match[0].lower()
        if word not in _EMPTY:
            yield stem(word)
