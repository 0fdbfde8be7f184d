"""One clause as subject and predicate, in the sentence's own words and stated positively."""

from __future__ import annotations

from dataclasses import dataclass

from gampgen.parsing.clauses import lexicon as lex
from gampgen.parsing.clauses.tagging import Tagged
from gampgen.parsing.clauses.word_class import AUXILIARIES, Tag

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Assertion:
    """Something that can be true or false: `variable` is what it speaks of, `condition` what is said of it."""

    variable: str
    condition: str
    negated: bool = False


def head(sentence: Tagged, first: int, last: int, *, subordinate: bool) -> int:
    """The token that heads the predicate of a clause, `last` if it has none.

    In a subordinate clause a form in -ed or -s behind a noun is taken where nothing better is there ("if the test
    failed"), since such a clause always has a verb.
    """
    found = sentence.next_finite[first] if first < last else last
    if found < last:
        return found
    if subordinate and first < last and sentence.tags[first] not in _REDUCED:
        for kinds in ({Tag.PAST, Tag.THIRD}, {Tag.PARTICIPLE}, {Tag.BASE}):
            for i in range(first + 1, last):
                if sentence.tags[i] in kinds and _follows_noun(sentence, i) and not sentence.words.shielded[i]:
                    return i
    return last


# "when employing …", "if used …": a clause without subject has no verb to look for further on.
_REDUCED = frozenset({Tag.ING, Tag.PARTICIPLE, Tag.PREPOSITION, Tag.NEGATION})


def _follows_noun(sentence: Tagged, i: int) -> bool:
    behind = sentence.tag(i - 1)
    if behind == Tag.ADVERB:
        behind = sentence.tag(i - 2)
    return behind in {Tag.NOUN, Tag.PRONOUN, Tag.NUMBER, Tag.BASE} and sentence.low(i + 1) != "of"


def trim(sentence: Tagged, first: int, last: int) -> Span:
    """Without commas, connectives and the like at either end."""
    low = sentence.words.low
    while first < last and low[first] in _LEADING:
        first += 1
    while first < last and low[last - 1] in _TRAILING:
        last -= 1
    return first, last


_LEADING_WORDS = (
    ", : then and or nor but also - – — that however therefore thus hence furthermore additionally moreover"
)
_LEADING = frozenset(_LEADING_WORDS.split())
_TRAILING = frozenset({",", ":", "and", "or", "nor", "but", "and/or", "-", "–", "—", "either", "both"})


def subject_words(sentence: Tagged, first: int, last: int) -> tuple[str, bool]:
    """The subject in the sentence's words, and whether "no" or "neither" denies it."""
    first, last = trim(sentence, first, last)
    while first < last and sentence.tags[first] == Tag.ADVERB and sentence.low(first) != "only":
        first += 1
    denied = first < last and sentence.low(first) in lex.NO_DETERMINERS
    return sentence.words.slice(first + denied, last), denied


def predicate_words(sentence: Tagged, spans: tuple[Span, ...]) -> tuple[str, bool]:
    """A predicate stated positively, and whether it was denied: "is not open" → ("is open", True)."""
    kept: list[Span] = []
    denied = False
    for first, last in spans:
        start = first
        for i in range(first, last):
            drop = _negation(sentence, i, first)
            if drop:
                denied = not denied
                kept.append((start, i))
                start = i + drop
        kept.append((start, last))
    words = [sentence.words.slice(*_drop_do(sentence, a, b, denied=denied)) for a, b in kept]
    text = " ".join(word for word in words if word)
    if denied and any(sentence.low(a) == "cannot" for a, _ in spans):
        text = f"{sentence.words.slice(spans[0][0], spans[0][0] + 1)[:3]} {text}".strip()
    return text, denied


def _negation(sentence: Tagged, i: int, first: int) -> int:
    """How many tokens from i on deny the predicate: "not", "never", "no longer", "cannot", "doesn't"; else 0."""
    word = sentence.low(i)
    if sentence.words.shielded[i] or i > first + 4:
        return 0
    if word == "not" and sentence.low(i + 1) == "only":
        return 0
    if word == "neither":
        return 1 if sentence.tags[i - 1] in AUXILIARIES else 0
    if word in lex.NEGATIONS or word == "cannot" or word in lex.CONTRACTED or word.endswith("n't"):
        return 1 if all(sentence.tags[k] in _BEFORE_VERB for k in range(first, i)) else 0
    if word == "no" and sentence.low(i + 1) == "longer":
        return 0 if sentence.low(i + 2) == "than" else 2  # "no longer than 4 hours" compares
    there = sentence.tags[i - 1] == Tag.BE and sentence.low(i - 2) == "there"
    return 1 if word == "no" and i > 0 and there else 0


_BEFORE_VERB = AUXILIARIES | {Tag.ADVERB, Tag.NEGATION, Tag.PARTICIPLE}


def _drop_do(sentence: Tagged, first: int, last: int, *, denied: bool) -> Span:
    """As in "does not accept" is stated positively as "accept": the helping verb only carries the negation."""
    if denied and first < last and sentence.low(first) in {"do", "does", "did"}:
        return first + 1, last
    if denied and first < last and sentence.low(last - 1) in {"do", "does", "did"}:
        return first, last - 1  # "still does not accept"
    return first, last
