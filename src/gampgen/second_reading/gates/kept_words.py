"""G5, the other half: a rewording keeps the words of its original and brings in none that could be a fact.

New words may only be small words of English or plain words of test procedures. So nothing can be invented, exchanged
or left out by rewording: no role, no screen, no object.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

PLAIN_WORDS = frozenset(
    [
        "action",
        "actions",
        "again",
        "appear",
        "appears",
        "appeared",
        "attempt",
        "attempts",
        "attempted",
        "bring",
        "brings",
        "carry",
        "carried",
        "carries",
        "case",
        "check",
        "checked",
        "checks",
        "clearly",
        "compare",
        "compared",
        "comparing",
        "confirm",
        "confirmed",
        "confirms",
        "display",
        "displayed",
        "displays",
        "do",
        "does",
        "done",
        "during",
        "enter",
        "entered",
        "enters",
        "entry",
        "evidence",
        "exactly",
        "expected",
        "following",
        "follows",
        "happen",
        "happens",
        "immediately",
        "indicate",
        "indicated",
        "indicates",
        "leave",
        "look",
        "make",
        "made",
        "mark",
        "marked",
        "moment",
        "next",
        "note",
        "noted",
        "notes",
        "observe",
        "observed",
        "observes",
        "occur",
        "occurs",
        "once",
        "ordinary",
        "perform",
        "performed",
        "performs",
        "place",
        "press",
        "procedure",
        "proceed",
        "read",
        "reading",
        "reads",
        "record",
        "recorded",
        "records",
        "repeat",
        "repeated",
        "result",
        "results",
        "see",
        "seen",
        "select",
        "selected",
        "selects",
        "show",
        "showing",
        "shown",
        "shows",
        "state",
        "stated",
        "step",
        "steps",
        "take",
        "taken",
        "takes",
        "tester",
        "then",
        "try",
        "trying",
        "tried",
        "use",
        "used",
        "using",
        "value",
        "values",
        "verify",
        "verified",
        "view",
        "wait",
        "waits",
        "watch",
        "whether",
        "while",
        "word",
        "words",
        "wording",
        "write",
        "written",
    ]
)
_SMALL = frozenset(
    [
        "a",
        "an",
        "the",
        "this",
        "that",
        "these",
        "those",
        "it",
        "its",
        "it's",
        "their",
        "there",
        "here",
        "of",
        "to",
        "in",
        "on",
        "at",
        "by",
        "for",
        "from",
        "with",
        "as",
        "be",
        "is",
        "are",
        "was",
        "were",
        "been",
        "being",
        "has",
        "have",
        "had",
        "do",
        "does",
        "did",
        "and",
        "or",
        "if",
        "when",
        "where",
        "which",
        "who",
        "whose",
        "what",
        "how",
        "so",
        "also",
        "than",
        "then",
        "both",
        "into",
        "out",
        "up",
        "down",
        "off",
        "about",
        "between",
        "through",
        "per",
        "via",
        "you",
        "your",
        "one",
        "own",
        "same",
        "such",
    ]
)
_WORD = re.compile(r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ'’-]*")
_ENDING = re.compile(r"(?:ies|ied|ing|ed|es|s|d|e|y)$")
_SHORTEST_STEM = 3


def new_words(text: str, sources: Iterable[str]) -> tuple[str, ...]:
    """The words that a rewording brings in and that are neither its sources' nor plain; as a problem."""
    known = {_stem(word) for source in sources for word in _words(source)}
    strange = [
        word
        for word in dict.fromkeys(_words(text))
        if word not in PLAIN_WORDS and word not in _SMALL and _stem(word) not in known
    ]
    return (f"it brings in words that are not the original's: {', '.join(strange[:5])}",) if strange else ()


def kept_words(text: str, original: str, allowed_to_go: int = 0) -> tuple[str, ...]:
    """The words of the original that are gone, as a problem; plain and small words may go."""
    said = Counter(_stem(word) for word in _words(text))
    held = Counter(_stem(word) for word in _words(original) if word not in PLAIN_WORDS and word not in _SMALL)
    gone = [word for word, count in held.items() if said[word] < count]
    return (f"words of the original are gone: {', '.join(gone[:5])}",) if len(gone) > allowed_to_go else ()


def _words(text: str) -> list[str]:
    return [hit[0].lower() for hit in _WORD.finditer(text)]


def _stem(word: str) -> str:
    bare = _ENDING.sub("", word)
    return bare if len(bare) >= _SHORTEST_STEM else word
