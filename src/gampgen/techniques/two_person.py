"""Two persons where one is not enough: one alone, the same person twice, two different persons.

Source: 21 CFR 11.10(g), 11.200(a)(3); the four-eyes principle of the field.
"""

from __future__ import annotations

import re

from gampgen.domain.clause import Clause, ClauseForm
from gampgen.domain.coverage import Checklist, CoverageItem
from gampgen.domain.risk import Level
from gampgen.domain.suite import Polarity, Technique
from gampgen.domain.verb import base_of
from gampgen.techniques.checklists import Aspect, main_clause, thing_of, wanted
from gampgen.techniques.clauses import clause
from gampgen.techniques.interface import Target
from gampgen.techniques.lexicon import VERBS
from gampgen.techniques.phrases import uncapitalised

_PEOPLE = (
    r"(?:persons?|people|users?|operators?|analysts?|individuals?|employees?|signator(?:y|ies)|signatures?|reviewers?)"
)
_TWO = re.compile(
    rf"\b(?:two|2)\s+(?:\w+\s+)?{_PEOPLE}\b|\bsecond\s+(?:\w+\s+)?{_PEOPLE}\b"
    r"|\bfour[- ]eyes?\b|\bdual (?:control|verification|signatures?|approval)\b"
    r"|\bboth (?:the|an?) [\w ]{2,40} and (?:the|an?) [\w ]{2,40}?"
    r" (?:shall|must|have to|has to|sign|approve|confirm)\b",
    re.IGNORECASE,
)
_NOT_THE_SAME = re.compile(
    r"\b(?:his|her|their|its|one's|his or her) own (?!words\b)\w+|\bother than the \w+ who\b"
    r"|\bself-(?:approval|review|release|verification)\b"
    r"|\bthe (?:person|user|one) who\b.*\b(?:shall|must|may|can) ?not\b"
    r"|\bnot (?:be )?(?:by )?the same (?:person|user)\b"
    r"|\bthe same (?:person|user)\b.*\b(?:cannot|(?:can|shall|must|may) ?not)\b",
    re.IGNORECASE,
)
_OWN = re.compile(r"\b(?:prevent|prohibit|forbid|block)\b|\bnot\b|\bother than\b|\bno\b|\bcannot\b", re.IGNORECASE)


def two_persons(target: Target) -> tuple[CoverageItem, ...]:
    """Items where the sentence demands a second person, or forbids that the same person does both."""
    text = " ".join(target.statement.text.split())
    second, own = _TWO.search(text), _NOT_THE_SAME.search(text)
    if not second and not (own and _OWN.search(text)):
        return ()
    aspects = [
        Aspect("same-person", Polarity.NEGATIVE), Aspect("two-persons", Polarity.POSITIVE, Level.MEDIUM),
    ]  # fmt: skip
    if second:
        aspects = [Aspect("one-alone", Polarity.NEGATIVE), aspects[0], Aspect("two-persons", Polarity.POSITIVE)]
    main = _second_part(target)
    found = second or own
    return tuple(
        target.item(
            Technique.ROLE_PERMISSION, "TWO", f"TWO {aspect.name}", aspect.polarity,
            Checklist(aspect=aspect.name, clause=main, about=thing_of(main), details=_who(text)),
            quote=found[0] if found else "",
        )
        for aspect in aspects if wanted(aspect, target.priority)
    )  # fmt: skip


def _second_part(target: Target) -> Clause:
    """What the second person does: the main action; for "prevent somebody from approving", the approving."""
    done = next((one for one in target.statement.causes if _TWO.search(one.words)), None)
    main = clause(done.variable, _PERFECT.sub("shall be", done.condition)) if done else main_clause(target)
    prevented = _FROM_DOING.match(main.rest)
    if prevented and (verb := base_of(prevented["doing"], VERBS) or base_of(prevented["doing"])):
        main = clause(main.object, f"shall {verb} {prevented['what']}")
    elif main.form is ClauseForm.NOMINAL and target.statement.action:
        main = clause(target.statement.actor, target.statement.action)
    required = _REQUIRED_ACT.match(main.object) if main.verb in {"require", "need"} else None
    act = _ACT_BY_NAME.match(main.subject) if required else None
    if act and (verb := base_of(act["doing"], VERBS)):  # "approving the report needs a second signature"
        main = clause("", f"shall {verb} {act['what']}")
    elif required and main.subject:
        noun = uncapitalised(main.subject)
        noun = noun if _DETERMINED.match(noun) or noun[:1].isupper() else f"the {noun}"
        main = clause("", f"shall {_ACT_VERBS[required['act'].lower()]} {noun}")
    cut = {"object": _trimmed(main.object), "rest": _trimmed(main.rest), "adverb": "", "negated": False}
    if not main.object and main.form is not ClauseForm.PASSIVE:
        cut["object"] = "the record"
    return main.model_copy(update=cut)


def _who(text: str) -> tuple[str, ...]:
    """The two that a sentence names for its two persons: "two persons: the sample owner and the lab manager"."""
    found = _NAMED_TWO.search(text)
    return (found["one"].strip(), found["other"].strip()) if found else ()


_NAMED_TWO = re.compile(
    rf"\b(?:two|2)\s+(?:\w+\s+)?{_PEOPLE}\s*(?::|,\s*namely|\()\s*(?P<one>(?:the |an? )?[\w -]{{3,40}}?)\s+and\s+"
    r"(?P<other>(?:the |an? )?[\w -]{3,40}?)(?=[.;,)]|$)",
    re.IGNORECASE,
)
_ACT_VERBS = {
    "approval": "approve", "approvals": "approve", "review": "review", "signature": "sign", "signatures": "sign",
    "confirmation": "confirm", "verification": "verify", "release": "release", "authorisation": "authorise",
    "authorization": "authorize", "acknowledgement": "acknowledge", "check": "check",
}  # fmt: skip
_DETERMINED = re.compile(r"(?:the|an?|each|every|all|any)\s", re.IGNORECASE)
_REQUIRED_ACT = re.compile(rf"^(?:the |an? )?(?:\w+ )?(?P<act>{'|'.join(_ACT_VERBS)})\b", re.IGNORECASE)


def _trimmed(text: str) -> str:
    """Without the words that say who does it, and what has to wait for it."""
    return _WHOSE.sub("the ", _BY_WHOM.sub("", _BEFORE.sub("", text))).strip()


_PERFECT = re.compile(r"^(?:ha(?:s|ve) been|was|were|is|are)\b")
_ACT_BY_NAME = re.compile(r"^(?P<doing>\w+ing)\s+(?P<what>(?:the|an?|each|every|any|all)\s.+)$", re.IGNORECASE)
_FROM_DOING = re.compile(r"^from\s+(?P<doing>\w+ing)\b\s*(?P<what>.*)$", re.IGNORECASE)
_BY_WHOM = re.compile(r"\s*\b(?:only\s+)?by\b.*$", re.IGNORECASE)
_BEFORE = re.compile(r"(?:^|\s+)(?:before|prior to)\b.*$", re.IGNORECASE)
_WHOSE = re.compile(r"\b(?:his or her|his|her|their|its|one's) own ", re.IGNORECASE)
