"""Taking a clause apart: subject, verb, object, the rest. Works on words and closed lists; changes no word."""

from __future__ import annotations

import re
from functools import lru_cache

from gampgen.domain.clause import ActionKind, Clause, ClauseForm
from gampgen.domain.verb import base_of, is_participle, past_participle
from gampgen.techniques.lexicon import VERBS, kind_of
from gampgen.techniques.phrases import (
    abilities,
    coordinated,
    cut_adverbs,
    is_document,
    is_person,
    joining_word,
    object_and_rest,
    particle_of,
    split_verbs,
    told_apart,
    uncapitalised,
    verb_of_ability,
)
from gampgen.techniques.predicate_front import Reading, strip_front

_BE = frozenset({"be", "is", "are", "was", "were", "been"})
_HAVE = frozenset({"has", "have", "had"})
_WHERE = frozenset({"outside", "inside", "above", "below", "within", "beyond", "under", "over", "between", "in", "out"})


_FOR_PERSON = re.compile(
    r"^for\s+(?P<who>(?:the |an? |all |any |each )?(?:\w+ ){0,3}?\w+)\s+to\s+(?P<what>.+)$", re.IGNORECASE
)
_TO_VERB = re.compile(
    r"^(?P<who>.{1,60}?)\s+(?:to|the (?:ability|possibility|option) to)\s+(?P<what>\w.*)$", re.IGNORECASE
)
_FACILITY = re.compile(
    r"^(?:the |an? )?(?:\w+ ){0,2}?(?:ability|capability|capabilities|possibility|option|options|function"
    r"|functionality|facility|facilities|means|mechanism|feature|way|right|permission|opportunity)\s+(?P<how>to|for|of|that)\s+(?P<what>.+)$",
    re.IGNORECASE,
)
_BY_PERSON = re.compile(
    r"^by\s+(?P<who>(?:the |an? |each |any )?(?:\w+ ){0,3}?\w+)"
    r"(?P<rest>\s+(?:with|in|on|at|before|after|via|using|for|within|from)\b.*)?$",
    re.IGNORECASE,
)
_BY_PERSON_LAST = re.compile(
    r"^(?P<first>(?:per|for|in|on|at|within|with)\s+[\w -]{2,40}?)\s+by\s+"
    r"(?P<who>(?:the |an? |each |any )?(?:\w+ ){0,2}?\w+)$",
    re.IGNORECASE,
)
_FORCERS = frozenset({"force", "require", "prompt", "request", "ask"})
_ENABLERS = _FORCERS | {"allow", "permit", "enable", "let", "authorise", "authorize", "support"}


def clauses_of(subject: str, predicate: str, *, negated: bool = False, quote: str = "") -> tuple[Clause, ...]:
    """The clauses of a predicate: one, or two where two verb phrases are joined ("stop dosing and raise an alarm").

    Args:
        subject: the noun phrase that does it ("the system").
        predicate: the words after it, with or without its modal verb.
        negated: negation known from elsewhere ("shall not" already cut off).
        quote: the passage it comes from.
    """
    read = strip_front(predicate)
    if several := abilities(read.rest):
        return tuple(_clause(subject.strip(), one, read, quote) for one in several)
    first, second = split_verbs(read.rest)
    lead = _clause(subject.strip(), first, Reading(first, read.negated or negated, read.can, read.base), quote)
    if not second:
        return (lead,)
    other = _clause(subject.strip(), second, Reading(second, read.negated or negated, read.can, read.base), quote)
    if other.object in {"it", "them"} and lead.object:
        other = other.model_copy(update={"object": lead.object})  # "monitor the humidity and record it"
    return lead, other


@lru_cache(maxsize=1024)
def clause(subject: str, predicate: str, *, negated: bool = False, quote: str = "") -> Clause:
    """As `clauses_of`, kept as one clause: a second verb phrase stays in `rest`."""
    read = strip_front(predicate)
    return _clause(subject.strip(), read.rest, read._replace(negated=read.negated or negated), quote)


def _clause(subject: str, text: str, read: Reading, quote: str) -> Clause:
    adverb, words = cut_adverbs(text.split())
    if not words:
        return Clause(subject=subject, form=ClauseForm.NOMINAL, negated=read.negated, quote=quote)
    first = words[0].lower().strip(",")
    if first in _BE:
        said = _with_be(subject, words[1:], adverb, read, quote)
        return said.model_copy(update={"ability": True}) if read.can and said.form is ClauseForm.PASSIVE else said
    if first in _HAVE and len(words) > 1 and is_participle(words[1].lower().strip(",")) and not read.base:
        return Clause(
            subject=subject, verb="have", rest=" ".join(words[1:]), form=ClauseForm.PERFECT, negated=read.negated,
            by_person=is_person(subject), quote=quote,
        )  # fmt: skip
    if subject and first in _WHERE and not read.base:  # "results outside the limits": the verb is left out
        return _with_be(subject, words, adverb, read, quote)
    verb = first if read.base or first in VERBS else base_of(first, VERBS)
    if verb is None:
        verb = base_of(first) if first.endswith("s") and not first.endswith("ss") else None
    if verb is None:
        return Clause(subject=subject, rest=" ".join(words), form=ClauseForm.NOMINAL, negated=read.negated, quote=quote)
    return _active(subject, verb, words, adverb, read, quote)


def _with_be(subject: str, words: list[str], adverb: str, read: Reading, quote: str) -> Clause:
    """What follows a form of "be": an ability, a participle (passive), or a complement."""
    if words and words[0].lower() in {"not", "never"}:
        words, read = words[1:], read._replace(negated=True)
    inner, words = cut_adverbs(words)
    adverb = " ".join(part for part in (adverb, inner) if part)
    text = " ".join(words)
    if found := re.match(
        r"(?:able to|capable to|allowed to|permitted to|authori[sz]ed to|entitled to|possible to)\s+(.+)",
        text,
        re.IGNORECASE,
    ):
        who = subject if words[0].lower() != "possible" else ""
        return _able(who, found[1], read, quote)
    if found := re.match(r"capable of\s+(\w+ing)\b\s*(.*)", text, re.IGNORECASE):
        return _able(subject, f"{base_of(found[1], VERBS) or base_of(found[1])} {found[2]}", read, quote)
    found = re.match(r"(?:possible|feasible)\s+(for\s+.+)", text, re.IGNORECASE)
    if found and (wanted := _FOR_PERSON.match(found[1])):
        return _able(wanted["who"], wanted["what"], read, quote)
    if words and (verb := verb_of_ability(words[0])):
        participle = past_participle(verb)
        passive = _passive(subject, [participle, *words[1:]], adverb, read, quote)
        return passive.model_copy(update={"ability": True, "kind": _can_kind(passive.kind)})
    if words and (is_participle(words[0].strip(","))):
        return _passive(subject, words, adverb, read, quote)
    return Clause(
        subject=subject,
        verb="be",
        object=text,
        adverb=adverb,
        form=ClauseForm.COPULA,
        negated=read.negated,
        by_person=is_person(subject),
        kind=ActionKind.STATE,
        quote=quote,
    )


def _can_kind(kind: ActionKind) -> ActionKind:
    """The kind of what can be done: to be able to block something is an action of its own, no refusal."""
    return ActionKind.CHANGE if kind is ActionKind.REFUSE else kind


def _passive(subject: str, words: list[str], adverb: str, read: Reading, quote: str) -> Clause:
    participle, rest = words[0].strip(","), words[1:]
    verb = base_of(participle, VERBS) or ""
    if particle := particle_of(verb or base_of(participle) or "", rest):
        verb, participle = f"{verb or base_of(participle)} {particle}", f"{participle} {particle}"
        words, rest = rest, rest[1:]
    further: list[str] = []
    alternatives = False
    while words[0].endswith(",") or (rest and rest[0] in {"and", "or"}):
        step = 1 if rest and rest[0] in {"and", "or"} else 0
        if len(rest) <= step or not is_participle(rest[step].strip(",")):
            break
        alternatives = alternatives or (step == 1 and rest[0] == "or")
        said = rest[step].strip(",")
        words, rest = rest[step:], rest[step + 1 :]
        if particle := particle_of(base_of(said) or "", rest):
            said, words, rest = f"{said} {particle}", rest, rest[1:]
        further.append(said)
    if verb and not further and (found := _BY_PERSON.match(" ".join(rest))) and is_person(found["who"]):
        return _done_by(found["who"], verb, subject, found["rest"] or "", read, quote)
    if verb and not further and (found := _BY_PERSON_LAST.match(" ".join(rest))) and is_person(found["who"]):
        return _done_by(found["who"], verb, subject, found["first"], read, quote)
    return Clause(
        subject=subject,
        verb=verb,
        further_verbs=tuple(further),
        conjunction="or" if alternatives else "and",
        rest=" ".join(rest),
        adverb=adverb,
        participle=participle,
        form=ClauseForm.PASSIVE,
        negated=read.negated,
        kind=told_apart(verb, " ".join(rest)) or kind_of(verb, subject),
        quote=quote,
    )


def _done_by(who: str, verb: str, noun: str, rest: str, read: Reading, quote: str) -> Clause:
    """A passive with a person as agent, turned: "alarms are acknowledged by an operator" → an operator does it."""
    return Clause(
        subject=who,
        verb=verb,
        object=_AS_OBJECT.get(noun.lower(), uncapitalised(noun)),
        rest=rest.strip(),
        negated=read.negated,
        by_person=True,
        kind=kind_of(verb, noun),
        quote=quote,
    )


_AS_OBJECT = {"they": "them", "he": "him", "she": "her", "we": "us"}


def _active(subject: str, verb: str, words: list[str], adverb: str, read: Reading, quote: str) -> Clause:
    listed, words = words[0].endswith(","), words[1:]
    if particle := particle_of(verb, words):
        listed = listed or words[0].endswith(",")
        verb, words = f"{verb} {particle}", words[1:]
    text = " ".join(words)
    if verb == "consist" and words and words[0] == "of":
        verb, words = "consist of", words[1:]
        text = " ".join(words)
    if verb in _ENABLERS and (found := _TO_VERB.match(text)) and is_person(found["who"]):
        return _enabled(verb, found["who"], found["what"], read, quote)
    if verb in {"provide", "have", "offer", "give", "include", "support", "feature"}:
        whom = re.match(r"^(?P<who>.{1,40}?)\s+with\s+(?P<what>(?:the|an?) .+)$", text)
        core = whom["what"] if whom and is_person(whom["who"]) else text
        if found := _FACILITY.match(core):
            return _facility(whom["who"] if whom else "", found, read, quote)
    further, words = coordinated(words, listed=listed)
    noun, rest = object_and_rest(words)
    made_by = is_person(subject)
    kind = kind_of(verb, noun)
    if (kind in {ActionKind.DETECT, ActionKind.DISPLAY} or verb in {"carry", "bear"}) and is_document(subject):
        kind = ActionKind.INCLUDE  # "each page shows …": something to hold, not something to do
    return Clause(
        subject=subject,
        verb=verb,
        further_verbs=further,
        further_kinds=tuple(kind_of(one, noun) for one in further),
        conjunction=joining_word(further, text),
        object=noun,
        rest=rest,
        adverb=adverb,
        negated=read.negated,
        form=ClauseForm.MODAL if read.can else ClauseForm.ACTIVE,
        ability=read.can and made_by,
        by_person=made_by,
        kind=kind,
        quote=quote,
    )


def _enabled(verb: str, who: str, what: str, read: Reading, quote: str) -> Clause:
    inner = _able(who, what, read, quote)
    return inner.model_copy(update={"ability": False, "kind": ActionKind.REQUIRE}) if verb in _FORCERS else inner


def _facility(who: str, found: re.Match[str], read: Reading, quote: str) -> Clause:
    """Unwrap "provide a function to export …", "the ability for users to …", "a means of searching …"."""
    what = found["what"]
    if (found["how"] == "for") and (wanted := _FOR_PERSON.match("for " + what)):
        return _able(wanted["who"], wanted["what"], read, quote)
    if found["how"] in {"for", "of"}:
        head, _, tail = what.partition(" ")
        verb = base_of(head, VERBS) if head.endswith("ing") else None
        what = f"{verb} {tail}" if verb else f"use {what}"
    elif found["how"] == "that":
        what = f"use the function that {what}"
    return _able(who, what, read, quote)


def _able(who: str, what: str, read: Reading, quote: str) -> Clause:
    words = what.split()
    adverb, words = cut_adverbs(words)
    text = what
    listed = bool(words) and words[0].endswith(",")
    verb, words = words[0].lower().strip(",") if words else "use", words[1:]
    if verb == "be" and words:
        inner = _with_be(who, words, adverb, read, quote)
        return inner.model_copy(update={"ability": True})
    if particle := particle_of(verb, words):
        listed = listed or words[0].endswith(",")
        verb, words = f"{verb} {particle}", words[1:]
    further, words = coordinated(words, listed=listed)
    noun, rest = object_and_rest(words)
    return Clause(
        subject=who,
        verb=verb,
        further_verbs=further,
        further_kinds=tuple(kind_of(one, noun) for one in further),
        conjunction=joining_word(further, text),
        object=noun,
        rest=rest,
        adverb=adverb,
        negated=read.negated,
        ability=True,
        by_person=is_person(who) or not who,
        kind=_can_kind(kind_of(verb, noun)),
        quote=quote,
    )
