"""People and roles in a noun phrase."""

from __future__ import annotations

import re

from gampgen.parsing.clauses.coordination import cuts
from gampgen.parsing.clauses.nouns import ANYBODY, PEOPLE, singular
from gampgen.parsing.clauses.predicate import trim
from gampgen.parsing.clauses.tagging import Tagged
from gampgen.parsing.clauses.word_class import Tag

_NAMED = re.compile(
    r"(?:roles?|groups?|rights?|privileges?|permissions?|profiles?)\s+(?:of\s+)?(?:an?\s+|the\s+)?", re.IGNORECASE
)


def names_people(sentence: Tagged, first: int, last: int) -> bool:
    """Does a noun phrase speak of people (by its head, before the first preposition)?"""
    words = _head_words(sentence, first, last)
    if words and words[-1] in _ROLES:
        return True  # "no role", "only authorised roles"
    return bool(words) and (words[-1] in PEOPLE or words[-1] in ANYBODY)


def names_roles(sentence: Tagged, first: int, last: int) -> bool:
    """Does a noun phrase name people by what they are (an Operator), not just anybody (the user)?"""
    words = _head_words(sentence, first, last)
    return bool(words) and words[-1] in PEOPLE


_ROLES = frozenset({"role", "group"})


def _head_words(sentence: Tagged, first: int, last: int) -> list[str]:
    head = next((i for i in range(first, last) if sentence.tags[i] in {Tag.PREPOSITION, Tag.RELATIVE}), last)
    words = [singular(sentence.low(i)) for i in range(first, head) if sentence.low(i) != ","]
    while len(words) > 1 and words[-1] in {*_ROLES, "level"} and words[-2] in PEOPLE | ANYBODY:
        words.pop()
    return words


def roles_of(sentence: Tagged, first: int, last: int) -> tuple[str, ...]:
    """The roles of a noun phrase as written: behind "with the role" where it says so, else its members."""
    text = sentence.words.slice(first, last)
    named = _NAMED.search(text)
    if named and text[named.end() :].strip():
        start = next(
            i
            for i in range(first, last + 1)
            if i == last or sentence.words.start[i] >= sentence.words.start[first] + named.end()
        )
        first = start
    found: list[str] = []
    at = first
    for cut in (*cuts(sentence, first, last), None):
        a, b = trim(sentence, at, cut.at if cut else last)
        while a < b and sentence.tags[a] == Tag.DETERMINER:
            a += 1
        b = _without_company(sentence, a, b)
        if a < b and sentence.low(a) not in _NO_ROLE and sentence.tags[a] not in {Tag.PREPOSITION, Tag.SUBORDINATOR}:
            found.append(sentence.words.slice(a, b))
        at = cut.after if cut else last
    return tuple(word.strip("\"'“”") for word in found)


_NO_ROLE = frozenset({"nobody", "anyone", "everyone", "same"})  # "the same person" is a rule for two, no role


def _without_company(sentence: Tagged, first: int, last: int) -> int:
    """The end of a role's name: what goes with the act ("a Supervisor with a comment") is none of it."""
    for i in range(first + 1, last - 1):
        if sentence.low(i) == "with" and sentence.tags[i + 1] == Tag.DETERMINER:
            people = any(sentence.low(k) in _HELD or singular(sentence.low(k)) in _ROLES for k in range(i + 2, last))
            return last if people else i
    return last


_HELD = frozenset({"right", "rights", "privilege", "privileges", "permission", "permissions", "role", "profile"})
