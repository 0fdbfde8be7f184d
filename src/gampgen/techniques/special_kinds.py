# ruff: noqa: E501 - patterns are kept by meaning, one line each
"""Short checklists of the field for kinds of requirements with a matter of their own: shared editing, migration, codes.

Source: EU Annex 11 §4.8 (migration); ISO/IEC/IEEE 29119-4:2021 §5.4 (error guessing).
"""

from __future__ import annotations

import re

from gampgen.domain.clause import ActionKind, ClauseForm
from gampgen.domain.coverage import CoverageItem
from gampgen.domain.risk import Level
from gampgen.domain.statement import Archetype
from gampgen.domain.suite import Polarity, Technique
from gampgen.techniques.checklists import Aspect, items_of, listed, main_clause
from gampgen.techniques.interface import Target

_TWO_EDIT = re.compile(
    r"\b(?:two|several|multiple|different|more than one|2)\s+(?:users?|persons?|people|operators?|sessions?)\b[^.;]{0,60}"
    r"\b(?:edit\w*|chang\w*|modif\w*|updat\w*|sav\w*|open\w*)\b[^.;]{0,40}?\b(?:same|one)\s+(?P<thing>[a-z]+(?: (?!shall|must|should|will|may|can|at|in|is)[a-z]+)?)"
    r"|\b(?:simultaneous(?:ly)?|concurrent(?:ly)?)\s+(?:edit\w*|chang\w*|modif\w*|updat\w*)\s+(?:of|to)?\s*(?:the same|a|an|one)?\s*"
    r"(?P<other>[a-z]+(?: [a-z]+)?)",
    re.IGNORECASE,
)
_MIGRATE = re.compile(r"\bmigrat\w+|\btaken over from\b|\bconvert\w* from the (?:old|legacy)\b", re.IGNORECASE)
_READ_CODE = frozenset({"read", "scan", "decode", "recognise", "recognize", "identify", "verify", "check", "interpret"})
_MARKED = frozenset({"identify", "label", "mark", "tag", "track", "distinguish", "recognise", "recognize", "code"})
_CARRIED = re.compile(r"(?:by|with|by means of|via|through)\s", re.IGNORECASE)
_CLOCK = re.compile(r"\b(?:clocks?|system times?|time of (?:the|all|each)|date and time)\b", re.IGNORECASE)
_CODE = re.compile(r"\b(?:bar ?codes?|data ?matrix|2D[ -]codes?|QR[ -]codes?|GTIN|GS1|RFID)\b", re.IGNORECASE)


def shared_editing(target: Target) -> tuple[CoverageItem, ...]:
    """Items where several users work on the same record at a time."""
    found = _TWO_EDIT.search(target.statement.text)
    if found is None:
        return ()
    thing = (found["thing"] or found["other"]).strip()
    aspects = (Aspect("conflict", Polarity.NEGATIVE), Aspect("one-after-the-other", Polarity.POSITIVE, Level.MEDIUM))
    return items_of(target, Technique.ERROR_GUESSING, "CONC", aspects, about=thing, quote=found[0])


def migration(target: Target) -> tuple[CoverageItem, ...]:
    """Items where records are migrated from another system."""
    main = main_clause(target)
    found = _MIGRATE.search(target.statement.text)
    if found is None or main.negated or main.kind not in {ActionKind.TRANSFER, ActionKind.OTHER, ActionKind.PROVIDE}:
        return ()
    aspects = (Aspect("complete", Polarity.POSITIVE), Aspect("rejected", Polarity.NEGATIVE, Level.MEDIUM))
    numbers = tuple(one.text for one in target.statement.quantities)
    return items_of(
        target, Technique.SCENARIO, "MIG", aspects, details=numbers or ("<number of records>",), quote=found[0]
    )


def uniqueness(target: Target) -> tuple[CoverageItem, ...]:
    """Items where something has to be unique: the same once more is refused, another one is taken.

    What the system itself gives ("assign a unique number") is only looked at: no entry twice, none changed.
    """
    main = main_clause(target)
    if main.negated:
        return ()
    about, quote = main.subject, main.object
    if main.form is not ClauseForm.COPULA or not _UNIQUE.search(main.object):
        found = _UNIQUE_THING.search(f"{main.object} {main.rest}") or (
            _UNIQUE_THING.match(main.subject) if main.participle else None
        )
        if found is None or main.verb not in _HAVING | _GIVING:
            return ()
        about, quote = found["what"], found["what"]
    given = main.verb in _GIVING and not main.by_person
    aspects = (
        (Aspect("given-once", Polarity.POSITIVE),)
        if given
        else (Aspect("duplicate", Polarity.NEGATIVE), Aspect("distinct", Polarity.POSITIVE))
    )
    return items_of(target, Technique.EQUIVALENCE_PARTITIONING, "UNIQ", aspects, about=about, quote=quote)


_UNIQUE = re.compile(r"(?:^|,\s*(?:and\s+)?|\band\s+)unique\b(?!\s+to\b)", re.IGNORECASE)
_UNIQUE_THING = re.compile(
    r"(?:^|\b(?:an?|the|its|by|with)\s+)(?:an?\s+|the\s+)?(?:\w+\s+)?unique\s+(?P<what>[a-z][\w-]*(?:\s+(?!(?:to|for|in|of|on|by|per|with|within|and|that|which|is|shall|must)\b)[\w-]+){0,3})",
    re.IGNORECASE,
)
_HAVING = frozenset({"have", "carry", "bear", "receive", "get", "use", "identify", "enter"})
_GIVING = frozenset({"assign", "generate", "give", "issue", "create", "allocate"})


def clock_synchronisation(target: Target) -> tuple[CoverageItem, ...]:
    """Items where a clock is synchronised with a time source."""
    main = main_clause(target)
    about = main.subject if main.participle else main.object
    synchronised = main.verb in {"synchronise", "synchronize", "sync"}
    if not synchronised or main.negated or not _CLOCK.search(about):
        return ()
    aspects = (Aspect("set-right", Polarity.POSITIVE), Aspect("source-lost", Polarity.NEGATIVE, Level.MEDIUM))
    return items_of(target, Technique.ERROR_GUESSING, "CLOCK", aspects, about=about, quote=about)


def code_reading(target: Target) -> tuple[CoverageItem, ...]:
    """Items where a machine-readable code is read."""
    main = main_clause(target)
    carried = main.participle and main.verb in _MARKED and _CARRIED.match(main.rest)
    found = _CODE.search(f"{main.object} {main.subject if main.participle else ''} {main.rest if carried else ''}")
    if Archetype.BC not in target.kinds or found is None or main.negated:
        return ()
    if not carried and main.verb not in _READ_CODE:
        return ()
    first = "code-identifies" if carried else "code-read"
    aspects = (Aspect(first, Polarity.POSITIVE), Aspect("code-wrong", Polarity.NEGATIVE))
    details = listed(target.statement.text) or target.items
    return items_of(target, Technique.EQUIVALENCE_PARTITIONING, "BC", aspects, details=details, quote=found[0])
