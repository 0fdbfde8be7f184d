"""Who may do what: "Only users with the role Supervisor shall be able to release a recipe"."""

from __future__ import annotations

import re

from gampgen.domain.statement import Permission
from gampgen.parsing.clauses.agents import by_agent, by_restriction, by_rights, nobody_at
from gampgen.parsing.clauses.parts import Part
from gampgen.parsing.clauses.predicate import Span, predicate_words, trim
from gampgen.parsing.clauses.roles import names_people, roles_of
from gampgen.parsing.clauses.tagging import Tagged
from gampgen.parsing.clauses.word_class import Tag

_TO_DO = re.compile(r"^(?:able|allowed|permitted|authorised|authorized|entitled)\s+to\s+|^to\s+", re.IGNORECASE)


def permissions_of(part: Part) -> tuple[Permission, ...]:
    """The permissions and prohibitions that one main clause states, with each clause that is joined to it."""
    out: list[Permission] = []
    sentence = part.sentence
    before: Span | None = None
    for first, last in part.main:
        for subject, verb, end in _joined_clauses(sentence, first, last, before):
            before = subject
            granted = _by_subject(sentence, subject, verb, end)
            out += (
                (granted,)
                if granted
                else by_agent(sentence, subject, verb, end)
                or by_restriction(sentence, subject, verb, end)
                or by_rights(sentence, subject, verb, end)
            )
    return tuple(out)


def _joined_clauses(sentence: Tagged, first: int, last: int, before: Span | None) -> list[tuple[Span, int, int]]:
    """Subject, verb and end of each clause: "A may start it and must not stop it", "A may only be … by B and C must …".

    A modal that opens a clause has the subject of the clause before it.
    """
    found: list[tuple[Span, int, int]] = []
    verb = sentence.next_finite[first]
    while True:
        joint = _joint(sentence, verb, last)
        subject = before if verb == first and before is not None else (first, verb)
        found.append((subject, verb, last if joint is None else trim(sentence, min(verb, last), joint)[1]))
        if joint is None:
            return found
        before, first = subject, joint + 1
        verb = sentence.next_finite[first]


def _joint(sentence: Tagged, verb: int, last: int) -> int | None:
    """The "and" or "but" behind a clause that opens the next one: before a modal, or before a subject and its modal."""
    following = sentence.next_finite[min(verb + 1, len(sentence))]
    while following < last:
        if sentence.tag(following) == Tag.MODAL and (at := _opens(sentence, verb, following)) is not None:
            return at
        following = sentence.next_finite[following + 1]
    return None


def _opens(sentence: Tagged, verb: int, following: int) -> int | None:
    """Where "and" or "but" stands before a modal, with nothing or a plain noun phrase between them."""
    at = following - 1
    while at > verb and sentence.tags[at] in _IN_NOUN:
        at -= 1
    return at if at > verb and sentence.low(at) in {"and", "but"} else None


_IN_NOUN = frozenset(
    {Tag.NOUN, Tag.DETERMINER, Tag.ADJECTIVE, Tag.NUMBER, Tag.ING, Tag.PARTICIPLE, Tag.BASE, Tag.THIRD}
)


def _by_subject(sentence: Tagged, subject: Span, verb: int, last: int) -> Permission | None:
    """As in "An Operator may start a program": what people may do, or must not."""
    first = subject[0]
    if verb >= last or not _may_be_people(sentence, first, subject[1]):
        return None
    return _granted(sentence, subject, roles_of(sentence, *_subject(sentence, *subject)), verb, last)


def _may_be_people(sentence: Tagged, first: int, verb: int) -> bool:
    """People, or whoever "neither … nor … can" speaks of ("neither the site nor the depot can see …")."""
    if _is_nobody(sentence, first) or names_people(sentence, *_subject(sentence, first, verb)):
        return True
    return sentence.low(first) == "neither" and sentence.low(verb) in {"can", "may", "could"}


def _granted(sentence: Tagged, subject: Span, roles: tuple[str, ...], verb: int, last: int) -> Permission | None:
    first = subject[0]
    nobody = _is_nobody(sentence, first)
    granted = _grant(sentence, verb, last, nobody=nobody)
    roles = (sentence.words.slice(*nobody_at(sentence, first)),) if nobody else roles
    if granted is None or not roles:
        return None
    action, denied = granted
    quote = sentence.words.slice(verb if verb != subject[1] else first, last)
    if any(sentence.low(i) in _LACKING for i in range(*subject)):
        if not denied:
            return None
        return Permission(roles=roles, action=action, exclusive=True, allowed=True, quote=quote)
    no = nobody or sentence.low(first) in {"no", "neither"}
    exclusive = sentence.low(first) == "only"  # "may only filter" limits what is done, not who does it
    return Permission(roles=roles, action=action, exclusive=exclusive, allowed=denied == no, quote=quote)


def _is_nobody(sentence: Tagged, first: int) -> bool:
    """As in "nobody shall be able to …": a prohibition for all, not somebody's permission."""
    start, end = nobody_at(sentence, first)
    return start < end


_LACKING = frozenset({"without", "except", "than"})


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


def _grant(sentence: Tagged, verb: int, last: int, *, nobody: bool = False) -> tuple[str, bool] | None:
    """What the clause lets somebody do, and whether it denies it; None where it tells them to do something.

    Nobody is told to do anything: "nobody shall delete records" is a prohibition too.
    """
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
    if not (lets or may or denied or only or nobody) or (sentence.tag(verb) == Tag.BE and not lets):
        return None
    return _TO_DO.sub("", action), denied
