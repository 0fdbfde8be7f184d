"""Clauses put into the form that a sentence needs. The words stay the requirement's; only their forms change."""

from __future__ import annotations

import re
from functools import lru_cache

from gampgen.domain.clause import ActionKind, Clause, ClauseForm
from gampgen.domain.number_words import ORDER
from gampgen.domain.verb import base_of, gerund, is_participle, past_participle, third_person
from gampgen.drafting.counting import all_but_one

_ACRONYM = re.compile(r"^(?:[A-Z][A-Z0-9/&.-]+s?|[A-Z]|[A-Z]\w*[A-Z]\w*)\b")
_DETERMINER = re.compile(
    r"^(?:the|an?|all|each|every|any|its|their|his|her|no|this|that|these|those|some|both"
    r"|at least|exactly|one|two|\d)\b",
    re.IGNORECASE,
)
_INDEFINITE = re.compile(r"^(?:an?|any|some)\s+", re.IGNORECASE)
_HEAD_END = re.compile(
    r"\s+(?:of|with|for|in|on|from|to|that|which|who|by|at|as|per|under|within|without|between|during|after|before|above|below|outside|inside|over)\s+|\s*[(,]"
)
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}\b)")
_SINGULAR_S = re.compile(
    r"(?:ss|us|is|ics|ies of|status|access|process|analysis|basis|bus|gas|chassis|series)$", re.IGNORECASE
)
_PLURAL = frozenset(
    {"data", "people", "personnel", "criteria", "media", "staff", "both", "they", "these", "those", "we", *ORDER[1:]}
)
_PRONOUNS = frozenset({"it", "them", "this", "that", "these", "those"})
_ARTICLES = (
    "the ", "a ", "an ", "all ", "each ", "every ", "any ", "its ", "their ", "this ", "these ", "only ", "no ", "if ",
    "when ",
)  # fmt: skip
_AFTER_CAN = {"can": "cannot", "could": "could not"}


def sentence(text: str) -> str:
    """A text as a sentence: first letter upper case, one full stop at the end."""
    folded = " ".join(text.split())
    ended = folded.rstrip(" .;,") + ("" if folded.endswith(("?", "!")) else ".")
    return capital(ended)


def capital(text: str) -> str:
    """First letter in upper case."""
    return text[:1].upper() + text[1:]


_PROPER = frozenset(
    {"English", "German", "French", "Spanish", "Italian", "Dutch", "Portuguese", "Chinese", "Japanese", "Polish",
     "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Ethernet", "Internet", "Windows",
     "Excel", "Celsius", "Kelvin", "Pascal"}
)  # fmt: skip


@lru_cache(maxsize=16384)
def inner(text: str) -> str:
    """A text as it stands inside a sentence: first letter in lower case unless it begins with an acronym or a name."""
    stripped = " ".join(text.split())
    if _ACRONYM.match(stripped) and not stripped.lower().startswith(("a ", "i ")):
        return stripped
    first = stripped.split(" ", 1)[0]
    if first.strip(",;:") in _PROPER:
        return stripped
    if first.lower() + " " in _ARTICLES or stripped[:1].islower() or _is_common(stripped):
        return stripped[:1].lower() + stripped[1:]
    return stripped


def _is_common(text: str) -> bool:
    """Whether the first word is capitalised only because it begins a sentence: the second word is not a name's."""
    return not text.partition(" ")[2][:1].isupper()


@lru_cache(maxsize=16384)
def is_plural(noun: str) -> bool:
    """Whether a noun phrase takes a plural verb."""
    if re.match(r"^(?:each|every|an?|this|one)\s", noun, re.IGNORECASE):
        return False
    head = _HEAD_END.split(_THOUSANDS.sub("", noun.strip()))[0].strip()
    if re.search(r"\s(?:and)\s", head) or re.search(r",\s+[\w ]+\s+and\s", noun):
        return True
    words = head.split()
    while len(words) > 1 and (words[-1].endswith("ed") or words[-1] == "not"):
        words.pop()
    last = words[-1].strip("\"'”") if words else ""
    if len(last) > 1 and last.isupper():
        return False  # an acronym: LIMS, MES
    last = last.lower()
    if last in _PLURAL or (last.isdigit() and last != "1"):
        return True
    return last.endswith("s") and not _SINGULAR_S.search(last) and len(last) > 2  # noqa: PLR2004 - "is", "as" and units are no plurals


_NAMED_BY = frozenset({"a", "an", "the", "all", "each", "any"})


def the(noun: str) -> str:
    """A noun phrase made definite: "a high alarm" → "the high alarm", "batch records" → "the batch records"."""
    text = inner(noun).removeprefix("only ")
    if text in _PRONOUNS:
        return text
    if _INDEFINITE.match(text):
        return "the " + _INDEFINITE.sub("", text)
    if _DETERMINER.match(text) or not text or text[:1].isupper():
        return text
    head = _HEAD_END.split(text)[0].split()
    if head and head[0].endswith("ing") and (len(head) == 1 or head[1] in _NAMED_BY):
        return text  # an action by its name: "restoring the latest backup"
    return "the " + text


def bare(noun: str) -> str:
    """A noun phrase without its article: "the vessel pressure" → "vessel pressure"."""
    return re.sub(r"^(?:the|an?|any|each|every|all)\s+", "", inner(noun), flags=re.IGNORECASE)


def indefinite(noun: str) -> str:
    """A bare noun phrase with its indefinite article: "order number" → "an order number", "labels" → "labels"."""
    if is_plural(noun) or not noun:
        return noun
    return f"{'an' if _VOWEL.match(noun) else 'a'} {noun}"


_VOWEL = re.compile(
    r"(?!(?:u(?:ni|se|til)|eu|one)\w*)[aeiou]|(?:hour|honest)|(?-i:[AEFHILMNORSX](?=[A-Z]))", re.IGNORECASE
)


def no(noun: str) -> str:
    """A noun phrase denied: "a high alarm" → "no high alarm"."""
    return "no " + bare(noun)


def joined(parts: tuple[str, ...] | list[str], word: str = "and") -> str:
    """A list in words: "a", "a and b", "a, b and c"."""
    texts = list(parts)
    return texts[0] if len(texts) == 1 else f"{', '.join(texts[:-1])} {word} {texts[-1]}" if texts else ""


def indicative(clause: Clause, *, truth: bool = True) -> str:
    """The clause as a statement: "the system raises a high alarm"; with `truth` false, "… does not raise …".

    The clause's own negation is respected: what is demanded is true, so "shall not start" gives "does not start".
    """
    positive = truth is not clause.negated
    subject = inner(clause.subject) or "the tester"
    if clause.negated is truth and (denied := _denied(subject) if not truth else _none_of(subject)):
        return indicative(clause.model_copy(update={"subject": denied, "negated": False}))
    if subject in {"there", "There"} and clause.form is ClauseForm.COPULA:
        return _existing(clause, positive=positive)
    if clause.ability:
        return _ability(clause, subject, positive=positive)
    plural = is_plural(subject)
    match clause.form:
        case ClauseForm.NOMINAL:
            said = _nominal(clause, subject, positive=positive)
        case ClauseForm.PERFECT:
            said = f"{subject} {'have' if plural else 'has'}{'' if positive else ' not'} {clause.rest}"
        case ClauseForm.MODAL:
            said = f"{subject} {'can' if positive else 'cannot'} {infinitive(clause)}"
        case ClauseForm.COPULA | ClauseForm.PASSIVE:
            said = _with_be(clause, subject, positive=positive)
        case ClauseForm.ACTIVE:
            said = _active(clause, subject, positive=positive)
    return _tidy(said)


_UNIVERSAL = re.compile(r"^(all|every|each|both)\s+", re.IGNORECASE)
_AT_LEAST_ONE = re.compile(r"^(?:at least one|one or more|any)\s+", re.IGNORECASE)
_NONE = re.compile(r"^(?:no|neither)\s+", re.IGNORECASE)


def _denied(subject: str) -> str:
    """A subject that carries the negation itself: "not all tests", "no deviation"; "" where it carries none."""
    if fewer := all_but_one(subject):
        return fewer
    if found := _UNIVERSAL.match(subject):
        return f"not {'every' if found[1].lower() == 'each' else found[1].lower()} {subject[found.end() :]}"
    if found := _AT_LEAST_ONE.match(subject):
        return f"no {subject[found.end() :]}"
    return ""


def _none_of(subject: str) -> str:
    """The subject of what nobody may do: "any user shall not …" → "no user"; "" where it is about no class."""
    found = re.match(r"^any\s+", subject, re.IGNORECASE)
    return f"no {subject[found.end() :]}" if found else ""


def _existing(clause: Clause, *, positive: bool) -> str:
    """Whether something is there: "there are open deviations", "there is no open deviation"."""
    noun = inner(clause.object)
    verb = "are" if is_plural(noun) else "is"
    return _tidy(f"there {verb} {noun if positive else no(noun)} {clause.rest}")


def _with_be(clause: Clause, subject: str, *, positive: bool) -> str:
    verb = ("are" if is_plural(subject) else "is") + ("" if positive else " not")
    passive_form = clause.form is ClauseForm.PASSIVE
    said = joined((clause.participle, *clause.further_verbs), clause.conjunction) if passive_form else clause.object
    return f"{subject} {verb} {clause.adverb if positive else ''} {said} {clause.rest}"


def _active(clause: Clause, subject: str, *, positive: bool) -> str:
    plural = is_plural(subject)
    if not positive:
        return f"{subject} {'do' if plural else 'does'} not {infinitive(clause, adverb=False)}"
    verbs = (clause.verb, *clause.further_verbs)
    said = joined([one if plural else third_person(one) for one in verbs], clause.conjunction)
    return f"{subject} {clause.adverb} {said} {clause.object} {clause.rest}"


def passive(clause: Clause, *, truth: bool = True) -> str:
    """The clause with its object as subject: "a high alarm is raised"; the indicative where it has no object."""
    if (
        clause.form is not ClauseForm.ACTIVE
        or not clause.object
        or not clause.verb
        or clause.verb in _NO_PASSIVE
        or clause.kind is ActionKind.STATE
        or clause.object in _PRONOUNS
    ):
        return indicative(clause, truth=truth)
    positive = truth is not clause.negated
    noun = inner(clause.object)
    verb = "are" if is_plural(noun) else "is"
    said = joined([past_participle(one) for one in (clause.verb, *clause.further_verbs)], clause.conjunction)
    if not positive and re.match(r"^(?:an?|any)\s", noun):
        return _tidy(f"{no(noun)} {verb} {said} {clause.rest}")
    if not truth and not clause.negated and (denied := _denied(noun)):
        return _tidy(f"{denied} {verb} {said} {clause.rest}")
    return _tidy(f"{noun} {verb} {'' if positive else 'not'} {said} {clause.rest}")


_NO_PASSIVE = frozenset(
    {
        "have", "be", "consist", "contain", "comprise", "become", "remain", "stay", "include", "support", "provide",
        "comply", "require",
    }
)  # fmt: skip


def infinitive(clause: Clause, *, adverb: bool = True) -> str:
    """The verb phrase in its base form: "attach files to a deviation record"."""
    if clause.form is ClauseForm.PASSIVE and clause.verb:
        verbs = joined([clause.verb, *(_base(one) for one in clause.further_verbs)], clause.conjunction)
        return _tidy(f"{verbs} {the(clause.subject)} {clause.rest}")
    if clause.form is ClauseForm.PASSIVE:
        return _tidy(f"have {the(clause.subject)} {clause.participle} {clause.rest}")
    verbs = joined([one for one in (clause.verb, *clause.further_verbs) if one], clause.conjunction)
    return _tidy(f"{clause.adverb if adverb else ''} {verbs} {clause.object} {clause.rest}")


def _base(participle: str) -> str:
    """The base form of a participle with its particle: "switched off" → "switch off"."""
    verb, _, particle = participle.partition(" ")
    return f"{base_of(verb) or verb} {particle}".strip()


def doing(clause: Clause) -> str:
    """The verb phrase as a noun: "attaching files to a deviation record"."""
    further = [(is_participle(one) and base_of(one)) or one for one in clause.further_verbs]
    verbs = [gerund(one) for one in (clause.verb, *further) if one]
    noun = the(clause.subject) if clause.form is ClauseForm.PASSIVE else clause.object
    return _tidy(f"{joined(verbs)} {noun} {clause.rest}")


def attempt(clause: Clause) -> str:
    """What somebody tries where a clause prevents it: "prevent users from deleting records" → "delete records"."""
    if found := re.match(r"^(?:from|against)\s+(?P<doing>\w+ing)\b\s*(?P<what>.*)$", clause.rest):
        return _tidy(f"{base_of(found['doing'])} {found['what']}")
    return ""


def _ability(clause: Clause, subject: str, *, positive: bool) -> str:
    can = "can" if positive else "cannot"
    if clause.form is ClauseForm.PASSIVE:
        return _tidy(f"{subject} {can} be {clause.participle} {clause.rest}")
    return _tidy(f"{subject} {can} {infinitive(clause)}")


def _nominal(clause: Clause, subject: str, *, positive: bool) -> str:
    words = f"{subject} {clause.rest}".strip()
    if clause.rest:
        return words if positive else f"it is not the case that {words}"
    return (
        f"{words} {'occur' if is_plural(subject) else 'occurs'}"
        if positive
        else f"{words} {'do' if is_plural(subject) else 'does'} not occur"
    )


def _tidy(text: str) -> str:
    return " ".join(text.split()).rstrip(" .;,")
