"""Words as the reference matches them: whole words and phrases, never substrings.

Case is ignored, a hyphen is a space, British and American spelling are one, and so are plural and verb endings
("archived", "archiving", "archives"). Derivation is kept apart: "configure" and "configuration" are two words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")
_PAUSE = re.compile(r"[,;:!?]|\.\s")
_VOWEL = re.compile(r"[aeiouy]")
_SPELLING = (
    (re.compile(r"isation"), "ization"),
    (re.compile(r"is(?=e$|ed$|es$|er$|ers$|ing$)"), "iz"),
    (re.compile(r"ys(?=e$|ed$|es$|ing$)"), "yz"),
    (re.compile(r"(?<=[a-z]{3})our(?=$|s$|ed$|ing$)"), "or"),
    (re.compile(r"ll(?=ed$|ing$|er$|ers$|ation$)"), "l"),
    (re.compile(r"tre(?=s?$)"), "ter"),
    (re.compile(r"ogue(?=s?$)"), "og"),
    (re.compile(r"amme(?=s?$)"), "am"),
    (re.compile(r"ageing$"), "aging"),
    (re.compile(r"(?<=lic)ence(?=s?$)"), "ense"),
)


class Token(NamedTuple):
    """One word of a text: its normal form, and where it stands (offsets into the text)."""

    stem: str
    start: int
    end: int


class Occurrence(NamedTuple):
    """A phrase found in a text: which, and where."""

    phrase: str
    start: int
    end: int


_SHORT = 3  # up to three letters a word has no ending to lose: "gas", "bed", "its"


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The normal form of one word: lower case, one spelling, without plural or verb ending."""
    bare = word.partition("'")[0].partition("’")[0]
    if bare.endswith("s") and bare[:-1].isupper():  # "IDs", "PDFs"
        bare = bare[:-1]
    form = bare.lower()
    if len(form) <= _SHORT or not form.isalpha():
        return form
    for pattern, american in _SPELLING:
        form = pattern.sub(american, form)
    form = _without_verb_ending(_without_plural(form))
    drops = form.endswith("ll") or (form.endswith("e") and len(form) > _SHORT)
    return form[:-1] if drops else form


def _without_plural(form: str) -> str:
    if form.endswith("ies") and len(form) > _SHORT + 1:
        return form[:-3] + "y"
    if form.endswith(("sses", "xes", "zes", "ches", "shes")):
        return form[:-2]
    if form.endswith("s") and not form.endswith(("ss", "us", "is")):
        return form[:-1]
    return form


def _without_verb_ending(form: str) -> str:
    if form.endswith("ied") and len(form) > _SHORT + 1:
        return form[:-3] + "y"
    for ending in ("ing", "ed"):
        rest = form.removesuffix(ending)
        if rest != form and len(rest) > 1 and _VOWEL.search(rest) and not form.endswith("eed"):
            doubled = len(rest) > _SHORT and rest[-1] == rest[-2] and rest[-1] not in "aeiousl"
            if len(rest) < _SHORT:
                return rest + "e"
            return rest[:-1] if doubled else rest
    return form


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[Token, ...]:
    """The words of a text in order."""
    return tuple(Token(stem(found.group()), found.start(), found.end()) for found in _WORD.finditer(text))


def stems(text: str) -> tuple[str, ...]:
    """The normal forms of a text's words, in order."""
    return tuple(token.stem for token in tokens(text))


@lru_cache(maxsize=4096)
def _stems_in(text: str) -> frozenset[str]:
    """The normal forms that a text holds: most texts hold none of most phrases, and that is seen at once."""
    return frozenset(stems(text))


class PhraseIndex:
    """Finds which of many phrases occur in a text, in one pass over its words.

    Args:
        phrases: the phrases, as a person writes them ("reason for change").
    """

    def __init__(self, phrases: Iterator[str] | tuple[str, ...]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for phrase in phrases:
            words = stems(phrase)
            if words:
                self._by_first.setdefault(words[0], []).append((words, phrase))

    def find(self, text: str) -> tuple[Occurrence, ...]:
        """Every occurrence of every phrase, in the order of the text (several phrases may overlap).

        A phrase does not reach over punctuation ("send time, source") unless it holds some itself.
        """
        by_first = self._by_first
        if by_first.keys().isdisjoint(_stems_in(text)):
            return ()
        words, found = tokens(text), []
        for place, word in enumerate(words):
            for wanted, phrase in by_first.get(word.stem, ()):
                last = place + len(wanted)
                if last > len(words) or any(words[place + i].stem != part for i, part in enumerate(wanted)):
                    continue
                hit = Occurrence(phrase, word.start, words[last - 1].end)
                if _PAUSE.search(phrase) or not _PAUSE.search(text, hit.start, hit.end):
                    found.append(hit)
        return tuple(found)


def masked(text: str, mask: PhraseIndex) -> str:
    """The text with every phrase of the mask made unreadable, same length, so that offsets stay true.

    A run of x, not of spaces: words on both sides of a masked phrase must not become neighbours.
    """
    out = text
    for hit in mask.find(text):
        out = out[: hit.start] + "x" * (hit.end - hit.start) + out[hit.end :]
    return out
