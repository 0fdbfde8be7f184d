"""BM25 over a handful of texts (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009)."""

from __future__ import annotations

import math
from collections import Counter
from heapq import nsmallest
from typing import NamedTuple

from gampgen.knowledge.words import stems

_K1 = 1.2
_B = 0.75

STOP_WORDS = frozenset(
    stems(
        "the a an of to and or in on for with is are be been being was were shall should must will may can could would "
        "that this these those it its as by at from if not no any all each every only into their there then than when "
        "where which who whom whose what while within without per via also such other another same both either "
        "system systems user users data function functions functionality use used using able ability provide provides "
        "support supports allow allows enable ensure include including following based have has had do does done"
    )
)


class Ranked(NamedTuple):
    """A text's place in the collection, its score, and which query words it shares (normal forms, sorted)."""

    place: int
    score: float
    shared: tuple[str, ...]


class Collection:
    """Texts that can be asked which of them speak of the same things as another text.

    Args:
        texts: the texts, in order; equal scores keep this order.
    """

    def __init__(self, texts: tuple[str, ...]) -> None:
        self._counts = [Counter(content_words(text)) for text in texts]
        lengths = [sum(counts.values()) for counts in self._counts]
        mean = (sum(lengths) / len(lengths) if lengths else 0.0) or 1.0
        self._norms = [_K1 * (1 - _B + _B * length / mean) for length in lengths]
        self._places: dict[str, list[int]] = {}
        for place, counts in enumerate(self._counts):
            for word in counts:
                self._places.setdefault(word, []).append(place)

    def rarity(self, word: str) -> float:
        """Inverse document frequency: 0 for a word that half of the texts hold, or that none holds."""
        holding = len(self._places.get(word, ()))
        if not holding:
            return 0.0
        return max(0.0, math.log((len(self._counts) - holding + 0.5) / (holding + 0.5) + 1))

    def most_like(self, query: str, most: int) -> tuple[Ranked, ...]:
        """The texts that share words with the query, best first, at most `most`."""
        scores: dict[int, float] = {}
        shared: dict[int, list[str]] = {}
        for word in sorted(set(content_words(query))):
            rarity = self.rarity(word)
            for place in self._places.get(word, ()):
                count = self._counts[place][word]
                scores[place] = scores.get(place, 0.0) + rarity * count * (_K1 + 1) / (count + self._norms[place])
                shared.setdefault(place, []).append(word)
        best = nsmallest(most, scores, key=lambda place: (-round(scores[place], 9), place))
        return tuple(Ranked(place, round(scores[place], 9), tuple(shared[place])) for place in best)


def content_words(text: str) -> list[str]:
    """The normal forms of a text's words without those that every requirement holds, and without bare numbers."""
    return [word for word in stems(text) if word not in STOP_WORDS and not word.isdigit() and len(word) > 1]
