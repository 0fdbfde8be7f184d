"""A sentence with the class of each word and the predicates of its clauses."""

from __future__ import annotations

from dataclasses import dataclass

from gampgen.parsing.clauses.finite import finite_verbs, inner_verbs
from gampgen.parsing.clauses.tokens import Words
from gampgen.parsing.clauses.word_class import Tag, classify


@dataclass(frozen=True, slots=True)
class Tagged:
    """A sentence with word classes.

    `finite[i]` is true where token i heads the predicate of a clause; `inner[i]` where that clause is a relative one
    inside a noun phrase. `next_finite[i]` is the first index >= i that is finite and not inner (len if none).
    """

    words: Words
    tags: tuple[Tag, ...]
    finite: tuple[bool, ...]
    inner: tuple[bool, ...]
    next_finite: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.tags)

    def low(self, i: int) -> str:
        """Token i in lower case, or "" outside the sentence."""
        return self.words.low[i] if 0 <= i < len(self.tags) else ""

    def tag(self, i: int) -> Tag:
        """The class of token i; MARK outside the sentence."""
        return self.tags[i] if 0 <= i < len(self.tags) else Tag.MARK

    def has_predicate(self, first: int, last: int) -> bool:
        """Is there a predicate of its own (not inside a noun phrase) among tokens first to last - 1?"""
        return first < last and self.next_finite[first] < last


def tag(words: Words) -> Tagged:
    """Classify the words of one sentence. Linear in its length."""
    tags = classify(words)
    finite = finite_verbs(words, tags)
    inner = inner_verbs(words, tags, finite)
    following = [len(tags)] * (len(tags) + 1)
    for i in range(len(tags) - 1, -1, -1):
        following[i] = i if finite[i] and not inner[i] else following[i + 1]
    return Tagged(words, tuple(tags), tuple(finite), tuple(inner), tuple(following))
