"""Permissions that name the people last: "may only be released by …", "is restricted to …", "requires … rights"."""

from __future__ import annotations

from gampgen.domain.statement import Permission
from gampgen.parsing.clauses import verbs
from gampgen.parsing.clauses.nouns import DOCUMENTS, head_noun
from gampgen.parsing.clauses.predicate import Span, predicate_words, trim
from gampgen.parsing.clauses.roles import names_people, names_roles, roles_of
from gampgen.parsing.clauses.tagging import Tagged
from gampgen.parsing.clauses.word_class import Tag

_ONLY = frozenset({"only", "exclusively", "solely"})
_RESTRICTS = frozenset({"restricted", "limited", "reserved"})
_DENIES = frozenset({"denied", "refused", "forbidden", "prohibited", "blocked"})
_RIGHTS = frozenset({"rights", "right", "privileges", "privilege", "permission", "permissions", "role"})


def by_agent(sentence: Tagged, subject: Span, verb: int, last: int) -> tuple[Permission, ...]:
    """As in "Recipes shall only be released by a Supervisor": the agent of a passive."""
    first = subject[0]
    by = next((i for i in range(min(verb, last), last) if sentence.low(i) == "by" and _is_agent(sentence, i)), last)
    if by >= last or sentence.tag(verb) not in {Tag.MODAL, Tag.BE}:
        return _after_colon(sentence, first, last) if verb >= last else ()
    start, end = nobody_at(sentence, by + 1)
    if start < end:
        done = _active(sentence, sentence.words.slice(*trim(sentence, *subject)), verb, by)
        quote = sentence.words.slice(verb if verb != subject[1] else first, last)
        nobody = sentence.words.slice(start, end)
        return (Permission(roles=(nobody,), action=done, exclusive=False, allowed=False, quote=quote),)
    only = any(sentence.low(i) in _ONLY for i in [*range(verb, min(by + 2, last)), last - 1])
    span = _people(sentence, by + 1, last)
    denied = predicate_words(sentence, ((verb, by),))[1]
    may = sentence.low(verb) in {"may", "can", "cannot"}
    told = sentence.tag(verb) == Tag.MODAL and head_noun(sentence, *subject) not in DOCUMENTS
    named = told and names_roles(sentence, *span)
    if not (only or denied or may or named) or not names_people(sentence, *span):
        return ()
    action = _active(sentence, sentence.words.slice(*trim(sentence, *subject)), verb, by)
    quote = sentence.words.slice(verb if verb != subject[1] else first, last)
    granted = Permission(
        roles=roles_of(sentence, *span), action=action, exclusive=only, allowed=not denied, quote=quote
    )
    return (granted, *_excepted(sentence, span[1], last, granted))


def nobody_at(sentence: Tagged, first: int) -> Span:
    """Where "nobody", "no one" or "none of the users" stands; an empty span where it does not.

    What may follow in apposition ("nobody, including the Administrator") is no role that is named for itself.
    """
    word, after = sentence.low(first), sentence.low(first + 1)
    if word in {"nobody", "no-one", "noone"}:
        return first, first + 1
    if word == "no" and after == "one":
        return first, first + 2
    of_people = word == "none" and after == "of" and sentence.low(first + 2) in {"the", "these", "them", "our"}
    return (first, first + 4) if of_people and first + 4 <= len(sentence) else (first, first)


def _is_agent(sentence: Tagged, by: int) -> bool:
    """Does a passive verb stand before "by", "only" and adverbs aside?"""
    at = by - 1
    while sentence.low(at) in _ONLY or sentence.tag(at) == Tag.ADVERB:
        at -= 1
    return sentence.tag(at) == Tag.PARTICIPLE or sentence.low(at) in verbs.PARTICIPLES


def _people(sentence: Tagged, first: int, last: int) -> Span:
    """The noun phrase of the agent: without "only" and articles, up to what says more of it."""
    while first < last and (sentence.low(first) in _ONLY or sentence.tag(first) == Tag.DETERMINER):
        first += 1
    end = next((i for i in range(min(first + 1, last), last) if _ends_people(sentence, i)), last)
    return first, end - (end > first and sentence.low(end - 1) in _ONLY)


def _ends_people(sentence: Tagged, i: int) -> bool:
    more = sentence.tags[i] in {Tag.TO, Tag.RELATIVE} or sentence.low(i) in {"other", "except"}
    if sentence.low(i) in {"with", "after"} and any(sentence.low(k) in _GIVEN for k in range(i + 1, i + 4)):
        return True  # "by an Administrator with a documented reason": what is given is no part of the role
    return more or (sentence.low(i) == "with" and sentence.low(i + 2) == "exception")


_GIVEN = frozenset({"reason", "comment", "justification", "explanation", "signature", "password", "confirmation"})


def _excepted(sentence: Tagged, first: int, last: int, granted: Permission) -> tuple[Permission, ...]:
    """As in "by all users with the exception of guests", "except guests": the same is denied to those."""
    at = next((i for i in range(first, last) if sentence.low(i) in {"exception", "except"}), last)
    at += 1 + (sentence.low(at + 1) in {"of", "for"})
    if at >= last or not names_people(sentence, at, last):
        return ()
    return (granted.model_copy(update={
        "roles": roles_of(sentence, at, last), "allowed": not granted.allowed, "exclusive": False,
    }),)  # fmt: skip


def _after_colon(sentence: Tagged, first: int, last: int) -> tuple[Permission, ...]:
    """As in "Emergency unblinding: only by the principal investigator"."""
    at = next((i for i in range(first, last) if sentence.low(i) in _ONLY and sentence.low(i + 1) == "by"), last)
    span = _people(sentence, at + 2, last)
    if at >= last or not names_people(sentence, *span):
        return ()
    action = sentence.words.slice(*trim(sentence, first, at))
    quote = sentence.words.slice(first, last)
    return (Permission(roles=roles_of(sentence, *span), action=action, exclusive=True, allowed=True, quote=quote),)


def _active(sentence: Tagged, subject: str, verb: int, by: int) -> str:
    """What the agent of a passive does: "Recipes shall be approved by …" → "approve recipes"."""
    known = (i for i in range(by - 1, verb, -1) if sentence.low(i) in verbs.PARTICIPLES)
    done = next(known, next((i for i in range(by - 1, verb, -1) if sentence.tags[i] == Tag.PARTICIPLE), by - 1))
    first, _, rest = subject.partition(" ")
    if first[1:].islower() or len(first) == 1:
        first = first.lower()
    return f"{verbs.base_of(sentence.low(done))} {first} {rest}".strip()


def by_restriction(sentence: Tagged, subject: Span, verb: int, last: int) -> tuple[Permission, ...]:
    """As in "Access to the menu shall be restricted to administrators", "… is denied to operators"."""
    at = next((i for i in range(verb, last) if sentence.low(i) in _RESTRICTS | _DENIES), last)
    start = at + 2
    while sentence.tag(start) == Tag.DETERMINER:
        start += 1
    if start >= last or sentence.low(at + 1) not in {"to", "for"} or not names_people(sentence, start, last):
        return ()
    exclusive = sentence.low(at) in _RESTRICTS
    action = sentence.words.slice(*trim(sentence, *subject))
    return (
        Permission(
            roles=roles_of(sentence, start, last), action=action, exclusive=exclusive, allowed=exclusive,
            quote=sentence.words.slice(verb if verb != subject[1] else subject[0], last),
        ),
    )  # fmt: skip


def by_rights(sentence: Tagged, subject: Span, verb: int, last: int) -> tuple[Permission, ...]:
    """As in "Label reprinting requires supervisor rights": only who has them may."""
    if verb >= last or verbs.base_of(sentence.low(verb)) not in {"require", "need"}:
        return ()
    at = next((i for i in range(verb + 1, min(verb + 6, last)) if sentence.low(i) in _RIGHTS), last)
    start = verb + 1
    while start < at and sentence.tag(start) == Tag.DETERMINER:
        start += 1
    if at >= last or not names_people(sentence, start, at):
        return ()
    action = sentence.words.slice(*trim(sentence, *subject))
    quote = sentence.words.slice(verb if verb != subject[1] else subject[0], last)
    return (Permission(roles=roles_of(sentence, start, at), action=action, exclusive=True, allowed=True, quote=quote),)
