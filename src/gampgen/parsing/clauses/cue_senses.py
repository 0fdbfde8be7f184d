"""Senses of words that look like a cue: a comparison of dates, a lack to which something reacts."""

from __future__ import annotations

from gampgen.parsing.clauses.tagging import Tagged
from gampgen.parsing.clauses.word_class import Tag

_NEAR = 7


def compares_dates(sentence: Tagged, first: int) -> bool:
    """As in "whose expiry date lies before …": one date is compared with another, nothing happens before anything."""
    verb = first - 1
    while verb > 0 and sentence.low(verb) in _BETWEEN_VERB_AND_CUE:
        verb -= 1
    if sentence.low(verb) in {"lie", "lies", "fall", "falls"}:
        return True
    if sentence.tag(verb) != Tag.BE:
        return False
    start = max(0, verb - _NEAR)
    return any(sentence.low(i).removesuffix("s") in _DATES for i in range(start, verb))


_BETWEEN_VERB_AND_CUE = frozenset({"not", "on", "or", "at", "never"})
_DATES = frozenset({"date", "time", "timestamp", "day", "stamp"})


def reacts_without(sentence: Tagged) -> bool:
    """As in "Without a valid calibration the balance is blocked": a lack at the head, then a subject with its verb."""
    subject = (i for i in range(2, len(sentence)) if sentence.tags[i] == Tag.DETERMINER or sentence.low(i) == ",")
    head = next(subject, 0)
    lacking = [sentence.low(i) for i in range(1, head)]
    return bool(lacking) and not _MANNER & set(lacking) and sentence.has_predicate(head, len(sentence))


_MANNER_WORDS = """
intervention interaction interruption interruptions action delay loss limitation prejudice restart error errors
exception exceptions undue manual user operator further additional limiting affecting changing using having being
need
"""
_MANNER = frozenset(_MANNER_WORDS.split())
