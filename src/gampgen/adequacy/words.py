"""Words of a requirement and of a test, cut so that the two can be compared."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"[A-Za-z]+|\d+(?:\.\d+)?")
_EMPTY_WORDS = (
    "the a an of to in on at by for from with and or is are was were be been being has have had it its this that these "
    "those as than then shall must should will would can may not no any each all every system application software "
    "which who when if while unless where after before upon only into per do does there up out"
)
_EMPTY = frozenset(_EMPTY_WORDS.split())
_ENDINGS = ("ations", "ation", "ings", "ing", "ies", "ied", "ed", "es", "s", "e", "y")
_SHORTEST = 3


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word without its ending, lower case: "raised", "raises" and "raising" meet in "rais"."""
    low = word.lower()
    for ending in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= _SHORTEST:
            return low[: -len(ending)]
    return low


def stems(text: str) -> tuple[str, ...]:
    """The stems of a text's words and numbers, in order."""
    return tuple(stem(word) for word in _WORD.findall(text))


@lru_cache(maxsize=4096)
def content(text: str) -> frozenset[str]:
    """The stems of a text's words, without articles, prepositions, auxiliaries and the word for the system."""
    return frozenset(stem(word) for word in _WORD.findall(text) if word.lower() not in _EMPTY)


def likeness(one: str, other: str) -> float:
    """How much two texts speak of the same (0 to 1): shared content words by the mean number of words (Dice 1945)."""
    first, second = content(one), content(other)
    return 2 * len(first & second) / (len(first) + len(second)) if first and second else 0.0
