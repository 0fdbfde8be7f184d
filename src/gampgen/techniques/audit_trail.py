"""Audit trail: creation, change and deletion with who, when, old, new and why; nobody edits it; none when cancelled.

Source: 21 CFR 11.10(e); EU Annex 11 §9. Which events and contents are tried follows from the sentence's own words.
"""

from __future__ import annotations

import re

from gampgen.domain.clause import ActionKind, Clause, ClauseForm
from gampgen.domain.coverage import CoverageItem
from gampgen.domain.risk import Level
from gampgen.domain.statement import Archetype
from gampgen.domain.suite import Polarity, Technique
from gampgen.techniques.checklists import Aspect, items_of, listed, main_clause, only_mentions, thing_of
from gampgen.techniques.interface import Target

_RECORDING = frozenset(
    {ActionKind.RECORD, ActionKind.CREATE, ActionKind.PROVIDE, ActionKind.MONITOR, ActionKind.CONFIGURE,
     ActionKind.OTHER, ActionKind.STATE, ActionKind.START, ActionKind.CHECK, ActionKind.REQUIRE}
)  # fmt: skip
_EVENTS = (
    ("create", re.compile(r"\b(?:creat\w+|entr(?:y|ies) of|addition\w*|insert\w*)\b", re.IGNORECASE)),
    ("change", re.compile(r"\b(?:chang\w+|modif\w+|edit\w*|updat\w+|alter\w*|correct\w*)\b", re.IGNORECASE)),
    ("delete", re.compile(r"\b(?:delet\w+|remov\w+)\b", re.IGNORECASE)),
)
_PROTECTION = re.compile(
    r"\b(?:tamper|cannot be (?:modif|edit|delet|chang|alter|disabl)"
    r"|no (?:roles?|users?|one|persons?)\b[\w ,]{0,60}(?:change|modif|edit|delet|alter|disabl|switch off)"
    r"|not be (?:\w+ )?(?:modif|edit|delet|chang|alter|disabl"
    r"|overwrit|switched off)|immutable"
    r"|read-only|unalterable|protected|write-once)",
    re.IGNORECASE,
)
_READING = re.compile(
    r"\b(?:audit[ -]?trails?|audit logs?) (?:review|reviews|report|reports|viewer|search|access|function)\b",
    re.IGNORECASE,
)
_REASON = re.compile(r"\b(?:reason|why|justification|rationale)\b", re.IGNORECASE)


_ENTERING = frozenset({ActionKind.RECORD, ActionKind.MONITOR})
_BESIDE = re.compile(r"\b(?:including|with|of|together|along|as well as|plus)\b", re.IGNORECASE)
_INTO = re.compile(r"\b(?:in|into|by|to|via|through|from|under)\s+(?:the |an? |its )?(?:[\w-]+ ){0,2}$", re.IGNORECASE)


def _is_the_matter(main: Clause, cue: str) -> bool:
    """Whether the audit trail is what the clause is about or where it enters things, not something that comes along."""
    heads = [_BESIDE.split(noun)[0].lower() for noun in (main.subject, main.object)]
    before, found, _ = f"{main.object} {main.rest}".lower().partition(cue.lower())
    return any(cue.lower() in head for head in heads) or bool(found and _INTO.search(before))


def audit_trail(target: Target) -> tuple[CoverageItem, ...]:
    """Items where the sentence demands that something is recorded in an audit trail, or that the trail is protected."""
    cue = target.cue(Archetype.AT)
    main = main_clause(target)
    near = f"{main.subject} {main.object} {main.rest}".lower()
    protects = (
        bool(_PROTECTION.search(target.statement.text)) and cue.lower() in f"{main.subject} {main.object}".lower()
    )
    keeps = main.verb in {"maintain", "keep", "have"} and cue.lower() in main.object.lower()
    if not cue or only_mentions(main) or _READING.search(near) or not (main.kind in _RECORDING or keeps or protects):
        return ()
    if not protects and main.kind not in _ENTERING and not _is_the_matter(main, cue):
        return ()
    text = " ".join((target.statement.text, *target.items))
    below = bool(target.items) and target.statement.text.rstrip().endswith(":")  # "date and time" is one item of a list
    details = target.items if below else listed(text) or target.items
    if protects:
        return items_of(
            target,
            Technique.AUDIT_TRAIL,
            "AT",
            (Aspect("protected", Polarity.NEGATIVE), Aspect("change", Polarity.POSITIVE)),
            about=cue,
            details=(),
            quote=cue,
        )
    named = [name for name, pattern in _EVENTS if pattern.search(text)]
    recorded = thing_of(main)
    special = not named and main.form is ClauseForm.PASSIVE and "audit" not in recorded.lower()
    if special:
        aspects = [Aspect("event", Polarity.POSITIVE)]
    else:
        aspects = [Aspect(name, Polarity.POSITIVE) for name in (named or ["change", "create", "delete"])]
        if not named:
            aspects[1:] = [one._replace(least=Level.MEDIUM) for one in aspects[1:]]
    aspects.append(Aspect("cancelled", Polarity.NEGATIVE, Level.MEDIUM))
    if _REASON.search(text):
        aspects.append(Aspect("no-reason", Polarity.NEGATIVE, Level.LOW))
    aspects.append(Aspect("protected", Polarity.NEGATIVE, Level.MEDIUM))
    return items_of(target, Technique.AUDIT_TRAIL, "AT", tuple(aspects), about=recorded, details=details, quote=cue)
