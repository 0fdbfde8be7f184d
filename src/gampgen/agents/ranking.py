"""BM25 over a handful of texts (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009)."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from heapq import nlargest, nsmallest
from typing import NamedTuple

from gampgen.knowledge.words import stems

_K1 = 1.2
_B = 0.75
_ROUNDING = 1e-6  # far above what the order of a sum changes, far below what tells two scores apart

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
        counted = [Counter(content_words(text)) for text in texts]
        self._size = len(counted)
        lengths = [counts.total() for counts in counted]
        mean = (sum(lengths) / len(lengths) if lengths else 0.0) or 1.0
        norms = [_K1 * (1 - _B + _B * length / mean) for length in lengths]
        holding: dict[str, dict[int, int]] = {}
        for place, counts in enumerate(counted):
            for word, count in counts.items():
                holding.setdefault(word, {})[place] = count
        self._rarity = {word: _rarity(self._size, len(places)) for word, places in holding.items()}
        # What each text gains by each of its words: a text's score is the sum over the words that it shares.
        self._gains = {
            word: {
                place: self._rarity[word] * count * (_K1 + 1) / (count + norms[place])
                for place, count in places.items()
            }
            for word, places in holding.items()
        }
        self._most_gained = {word: max(gains.values()) for word, gains in self._gains.items()}

    def rarity(self, word: str) -> float:
        """Inverse document frequency: 0 for a word that half of the texts hold, or that none holds."""
        return self._rarity.get(word, 0.0)

    def most_like(self, query: str, most: int) -> tuple[Ranked, ...]:
        """The texts that share words with the query, best first, at most `most`."""
        words = sorted(word for word in set(content_words(query)) if word in self._gains)
        found = [self._ranked(place, words) for place in self._candidates(words, most)]
        return tuple(nsmallest(most, found, key=lambda ranked: (-ranked.score, ranked.place)))

    def _ranked(self, place: int, words: list[str]) -> Ranked:
        shared = tuple(word for word in words if place in self._gains[word])
        score = 0.0
        for word in shared:  # not sum(), which rounds otherwise from Python 3.12 on
            score += self._gains[word][place]
        return Ranked(place, round(score, 9), shared)

    def _candidates(self, words: list[str], most: int) -> Iterable[int]:
        """The places of all texts that can be among the `most` best; most other texts are never looked at.

        The words that can give most come first. As soon as so many texts have gained more than all the words left
        over could give, no text that is not seen yet can be better (the bound of Turtle and Flood, "Query evaluation:
        strategies and optimizations", 1995).
        """
        gained: dict[int, float] = {}
        order = sorted(words, key=lambda word: (-self._most_gained[word], word))
        left = sum(self._most_gained[word] for word in words)
        for word in order:
            least = nlargest(most, gained.values())[-1] - left - _ROUNDING if len(gained) >= most else 0.0
            if least > 0:
                return [place for place, score in gained.items() if score >= least]
            left -= self._most_gained[word]
            for place, gain in self._gains[word].items():
                gained[place] = gained.get(place, 0.0) + gain
        return gained


def _rarity(texts: int, holding: int) -> float:
    return max(0.0, math.log((texts - holding + 0.5) / (holding + 0.5) + 1))


def content_words(text: str) -> list[str]:
    """The normal forms of a text's words without those that every requirement holds, and without bare numbers."""
    return [word for word in stems(text) if word not in STOP_WORDS and not word.isdigit() and len(word) > 1]
