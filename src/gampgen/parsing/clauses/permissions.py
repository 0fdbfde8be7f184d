"""Who may do what: "Only users with the role Supervisor shall be able to release a recipe"."""

from __future__ import annotations

import re

from gampgen.domain.statement import Permission
from gampgen.parsing.clauses.agents import by_agent, by_restriction, by_rights
from gampgen.parsing.clauses.predicate import Span, predicate_words, trim
from gampgen.parsing.clauses.roles import names_people, roles_of
from gampgen.parsing.clauses.splitting import Part
from gampgen.parsing.clauses.tagging import Tagged
from gampgen.parsing.clauses.word_class import Tag

_TO_DO = re.compile(r"^(?:able|allowed|permitted|authorised|authorized|entitled)\s+to\s+|^to\s+", re.IGNORECASE)


def permissions_of(part: Part) -> tuple[Permission, ...]:
    """The permissions and prohibitions that one main clause states."""
    out: list[Permission] = []
    sentence = part.sentence
    for first, last in part.main:
        out += (
            _by_subject(sentence, first, last)
            or by_agent(sentence, first, last)
            or by_restriction(sentence, first, last)
            or by_rights(sentence, first, last)
        )
    return tuple(out)


def _by_subject(sentence: Tagged, first: int, last: int) -> tuple[Permission, ...]:
    """As in "An Operator may start a program and shall not change its parameters": a permission for each modal."""
    verb = sentence.next_finite[first]
    if verb >= last or not _may_be_people(sentence, first, verb):
        return ()
    roles = roles_of(sentence, *_subject(sentence, first, verb))
    joints = [
        i
        for i in range(verb + 1, last - 1)
        if sentence.low(i) in {"and", "but"} and sentence.tags[i + 1] == Tag.MODAL and sentence.finite[i + 1]
    ]
    stretches = zip([verb, *(i + 1 for i in joints)], [*joints, last], strict=True)
    found = (_granted(sentence, (first, verb), roles, *trim(sentence, a, b)) for a, b in stretches)
    return tuple(one for one in found if one is not None)


def _may_be_people(sentence: Tagged, first: int, verb: int) -> bool:
    """People, or whoever "neither … nor … can" speaks of ("neither the site nor the depot can see …")."""
    if names_people(sentence, *_subject(sentence, first, verb)):
        return True
    return sentence.low(first) == "neither" and sentence.low(verb) in {"can", "may", "could"}


def _granted(sentence: Tagged, subject: Span, roles: tuple[str, ...], verb: int, last: int) -> Permission | None:
    first = subject[0]
    granted = _grant(sentence, verb, last)
    if granted is None or not roles:
        return None
    action, denied = granted
    quote = sentence.words.slice(verb if verb != subject[1] else first, last)
    if any(sentence.low(i) in _LACKING for i in range(*subject)):
        if not denied:
            return None
        return Permission(roles=roles, action=action, exclusive=True, allowed=True, quote=quote)
    no = sentence.low(first) in {"no", "neither"}
    exclusive = sentence.low(first) == "only" or sentence.low(verb + 1) == "only"
    return Permission(roles=roles, action=action, exclusive=exclusive, allowed=denied == no, quote=quote)


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
