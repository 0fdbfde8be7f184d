"""Who may do what: "Only users with the role Supervisor shall be able to release a recipe"."""

from __future__ import annotations

import re

from gampgen.domain.statement import Permission
from gampgen.parsing.clauses.coordination import cuts
from gampgen.parsing.clauses.nouns import ANYBODY, PEOPLE, singular
from gampgen.parsing.clauses.predicate import Span, predicate_words, trim
from gampgen.parsing.clauses.splitting import Part
from gampgen.parsing.clauses.tagging import Tagged
from gampgen.parsing.clauses.verbs import base_of
from gampgen.parsing.clauses.word_class import Tag

_NAMED = re.compile(
    r"(?:roles?|groups?|rights?|privileges?|permissions?|profiles?)\s+(?:of\s+)?(?:an?\s+|the\s+)?", re.IGNORECASE
)
_BY = re.compile(r"\bby\s+(only\s+)?", re.IGNORECASE)
_TO_DO = re.compile(r"^(?:able|allowed|permitted|authorised|authorized|entitled)\s+to\s+|^to\s+", re.IGNORECASE)


def permissions_of(part: Part) -> tuple[Permission, ...]:
    """The permissions and prohibitions that one main clause states."""
    out: list[Permission] = []
    for first, last in part.main:
        sentence = part.sentence
        found = (
            _by_subject(sentence, first, last)
            or _by_agent(sentence, first, last)
            or _by_restriction(sentence, first, last)
        )
        if found is not None:
            out.append(found)
    return tuple(out)


def _names_people(sentence: Tagged, first: int, last: int) -> bool:
    """Does a noun phrase speak of people (by its head, before the first preposition)?"""
    head = next((i for i in range(first, last) if sentence.tags[i] in {Tag.PREPOSITION, Tag.RELATIVE}), last)
    words = [singular(sentence.low(i)) for i in range(first, head) if sentence.low(i) != ","]
    while words and words[-1] in {"role", "group", "level"}:
        words.pop()
    if not words:
        return False
    return words[-1] in PEOPLE or words[-1] in ANYBODY


def _by_subject(sentence: Tagged, first: int, last: int) -> Permission | None:
    verb = sentence.next_finite[first]
    if verb >= last or not _names_people(sentence, *_subject(sentence, first, verb)):
        return None
    granted = _grant(sentence, verb, last)
    roles = _roles(sentence, *_subject(sentence, first, verb))
    if granted is None or not roles:
        return None
    action, denied = granted
    if any(sentence.low(i) in _LACKING for i in range(first, verb)):
        return _for_the_others(sentence, (first, last), roles, action) if denied else None
    no = sentence.low(first) in {"no", "neither"}
    exclusive = sentence.low(first) == "only" or sentence.low(verb + 1) == "only"
    return Permission(
        roles=roles,
        action=action,
        exclusive=exclusive,
        allowed=denied == no,
        quote=sentence.words.slice(first, last),
    )


_LACKING = frozenset({"without", "except", "than"})


def _for_the_others(sentence: Tagged, span: Span, roles: tuple[str, ...], action: str) -> Permission:
    """As in "users without the role Administrator shall not …": only who has the role may."""
    return Permission(roles=roles, action=action, exclusive=True, allowed=True, quote=sentence.words.slice(*span))


def _subject(sentence: Tagged, first: int, verb: int) -> Span:
    first, verb = trim(sentence, first, verb)
    while first < verb and sentence.low(first) in {
        "only",
        "no",
        "all",
        "the",
        "a",
        "an",
        "any",
        "each",
        "every",
        "neither",
    }:
        first += 1
    return first, verb


def _grant(sentence: Tagged, verb: int, last: int) -> tuple[str, bool] | None:
    """What the clause lets somebody do, and whether it denies it; None where it tells them to do something."""
    if sentence.tag(verb) not in {Tag.MODAL, Tag.BE}:
        return None
    end = last - (sentence.low(last - 1) == "only")
    words, denied = predicate_words(sentence, ((verb, end),))
    modal, _, action = words.partition(" ")
    action = action.removeprefix("only ")
    action = action.removeprefix("be ")
    lets = _TO_DO.match(action)
    may = modal.lower() in {"may", "can", "could", "might"}
    only = sentence.low(verb + 1) == "only" or any(sentence.low(i) == "only" for i in range(max(0, verb - 12), verb))
    if not (lets or may or denied or only) or (sentence.tag(verb) == Tag.BE and not lets):
        return None
    return _TO_DO.sub("", action), denied


def _roles(sentence: Tagged, first: int, last: int) -> tuple[str, ...]:
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
        if a < b and sentence.low(a) not in {"nobody", "anyone", "everyone"}:
            found.append(sentence.words.slice(a, b))
        at = cut.after if cut else last
    return tuple(word.strip("\"'“”") for word in found)


def _by_restriction(sentence: Tagged, first: int, last: int) -> Permission | None:
    """As in "Access to the menu shall be restricted to administrators"."""
    verb = sentence.next_finite[first]
    at = next((i for i in range(verb, last) if sentence.low(i) in _RESTRICTS), last)
    if at + 1 >= last or sentence.low(at + 1) not in {"to", "for"} or not _names_people(sentence, at + 2, last):
        return None
    return Permission(
        roles=_roles(sentence, at + 2, last),
        action=sentence.words.slice(*trim(sentence, first, verb)),
        exclusive=True,
        allowed=True,
        quote=sentence.words.slice(first, last),
    )


_RESTRICTS = frozenset({"restricted", "limited", "reserved"})
_ONLY = frozenset({"only", "exclusively", "solely"})


def _active(sentence: Tagged, subject: str, verb: int, by: int) -> str:
    """What the agent of a passive does: "Recipes shall be approved by …" → "approve recipes"."""
    done = next((i for i in range(by - 1, verb, -1) if sentence.tags[i] == Tag.PARTICIPLE), by - 1)
    first, _, rest = subject.partition(" ")
    if first[1:].islower() or len(first) == 1:
        first = first.lower()
    return f"{base_of(sentence.low(done))} {first} {rest}".strip()


def _by_agent(sentence: Tagged, first: int, last: int) -> Permission | None:
    """As in "Recipes shall only be released by a Supervisor": the agent of a passive."""
    verb = sentence.next_finite[first]
    by = next(
        (
            i
            for i in range(verb, last)
            if sentence.low(i) == "by" and sentence.tag(i - 1) in {Tag.PARTICIPLE, Tag.ADVERB}
        ),
        last,
    )
    if by >= last or sentence.tag(verb) not in {Tag.MODAL, Tag.BE}:
        return None
    only = any(sentence.low(i) in _ONLY for i in [*range(verb, min(by + 2, last)), last - 1])
    start = by + 1 + (sentence.low(by + 1) == "only")
    while sentence.tag(start) == Tag.DETERMINER:
        start += 1
    end = next((i for i in range(start + 1, last) if sentence.tags[i] in {Tag.TO, Tag.RELATIVE}), last)
    end -= sentence.low(end - 1) in _ONLY
    denied = predicate_words(sentence, ((verb, by),))[1]
    may = sentence.low(verb) in {"may", "can", "cannot"}
    if start >= last or not (only or denied or may) or not _names_people(sentence, start, end):
        return None
    action = _active(sentence, sentence.words.slice(*trim(sentence, first, verb)), verb, by)
    return Permission(
        roles=_roles(sentence, start, end),
        action=action,
        exclusive=only,
        allowed=not denied,
        quote=sentence.words.slice(first, last),
    )
