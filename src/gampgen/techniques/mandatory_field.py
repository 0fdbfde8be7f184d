"""Mandatory fields: with all filled the entry is taken; with one missing it is refused, each field in turn.

Source: ISO/IEC/IEEE 29119-4:2021 §5.2.1 (equivalence partitioning): one invalid class per try.
"""

from __future__ import annotations

import re

from gampgen.domain.clause import ActionKind
from gampgen.domain.coverage import Checklist, CoverageItem
from gampgen.domain.risk import Level
from gampgen.domain.statement import Archetype
from gampgen.domain.suite import Polarity, Technique
from gampgen.techniques.checklists import Aspect, items_of, listed, main_clause, thing_of, wanted
from gampgen.techniques.clauses import clause
from gampgen.techniques.decision_table import cause_limits
from gampgen.techniques.interface import Target
from gampgen.techniques.limit_cues import DENIAL
from gampgen.techniques.limit_model import deciding_causes

_MANDATORY = re.compile(
    r"\b(?:mandatory|required fields?|obligatory|compulsory|must be (?:filled|entered|completed)"
    r"|not be (?:left )?(?:empty|blank))\b",
    re.IGNORECASE,
)
# "acknowledged with a comment": what has to be given with an action
_GIVEN_WITH = re.compile(
    r"\bwith ((?:an? )?(?:\w+ )?(?:comment|reason|justification|explanation|rationale))\b", re.IGNORECASE
)
# "required fields cannot be bypassed"
_BYPASSED = re.compile(
    r"\b(?:required|mandatory|obligatory|compulsory)\s+(?:[\w-]+\s+){0,2}?(?:fields?|entr(?:y|ies)|data|inputs?|information)\s+"
    r"(?:cannot|can not|shall not|must not|may not)\s+be\s+(?:bypassed|skipped|omitted|circumvented|left out)\b",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s*(?:,\s*and\b|,|\band\b|\bor\b)\s*")
_ASPECTS = (
    Aspect("all-filled", Polarity.POSITIVE),
    Aspect("one-missing", Polarity.NEGATIVE),
    Aspect("spaces-only", Polarity.NEGATIVE, Level.HIGH),
)


def mandatory_fields(target: Target) -> tuple[CoverageItem, ...]:
    """Items where the sentence makes fields or entries mandatory."""
    text = target.statement.text
    main = main_clause(target)
    if (given := _GIVEN_WITH.search(f"{main.object} {main.rest}")) and main.by_person and not main.negated:
        aspects = (Aspect("left-out", Polarity.NEGATIVE),)
        return items_of(
            target, Technique.MANDATORY_FIELD, "MAND", aspects, details=(_article(given[1]),), quote=given[0]
        )
    if bypassed := _BYPASSED.search(text):
        named = _fields(target) if target.items else _fields_of_lead(target)
        return items_of(target, Technique.MANDATORY_FIELD, "MAND", _ASPECTS, details=named, quote=bypassed[0])
    cue = target.cue(Archetype.MAND)
    if not cue or not (_MANDATORY.search(text) or main_clause(target).kind is ActionKind.REQUIRE):
        return ()
    return items_of(target, Technique.MANDATORY_FIELD, "MAND", _ASPECTS, details=_fields(target), quote=cue)


def _article(noun: str) -> str:
    """A thing that is given, with its article: "comment" → "a comment"."""
    return noun if re.match(r"an?\s", noun, re.IGNORECASE) else f"{'an' if noun[:1].lower() in 'aeiou' else 'a'} {noun}"


def conditional_fields(target: Target) -> tuple[CoverageItem, ...]:
    """Fields that are mandatory under one condition: with it both sides, without it the entry is saved all the same.

    A condition that only names the occasion ("when a weighing is recorded") has no other side.
    """
    causes = deciding_causes(target.statement)
    cue = target.cue(Archetype.MAND)
    if not cue or len(causes) != 1 or cause_limits(target) or not _MANDATORY.search(target.statement.text):
        return ()
    words = causes[0].words
    occasion = bool(_OCCASION.search(words))
    met = not DENIAL.search(words)
    aspects = [(one.name, one.polarity, True) for one in _ASPECTS if wanted(one, target.priority)]
    if not occasion:
        aspects.append(("not-needed", Polarity.POSITIVE, False))
    main = main_clause(target)
    return tuple(
        target.item(
            Technique.MANDATORY_FIELD, "MAND", f"MAND {name}", polarity,
            Checklist(
                aspect=name, clause=main, about=thing_of(main), details=_fields(target),
                conditions=((words, holds is met),),
            ),
            quote=cue,
        )
        for name, polarity, holds in aspects
    )  # fmt: skip


_OCCASION = re.compile(
    r"\b(?:is|are|being)\s+(?:recorded|entered|saved|created|registered|submitted|completed|added|opened)$"
)


def _fields(target: Target) -> tuple[str, ...]:
    """The mandatory things: list entries, else the subject of "… are mandatory", else the parts that are listed."""
    if target.items:
        return target.items
    sentences = [one for one in _SENTENCE.split(target.statement.text) if _MANDATORY.search(one)]
    for sentence in sentences:
        if found := _SUBJECT.match(sentence):
            return _parts(found["what"])
        if named := listed(sentence):
            return named
    return _parts(thing_of(main_clause(target)))


def _fields_of_lead(target: Target) -> tuple[str, ...]:
    """The fields that the requirement lists beside a sentence that only calls them required."""
    lead = target.planned.analysed.statement
    parts = _parts(clause(lead.actor, lead.action).object) if lead.action else ()
    named = listed(lead.text) or (parts if len(parts) > 1 else ())
    return named or _parts(thing_of(main_clause(target)))


def _parts(text: str) -> tuple[str, ...]:
    parts = [part.strip(" \"“”'") for part in _SEPARATOR.split(text)]
    return tuple(re.sub(r"^(?:the|a|an)\s+", "", part) for part in parts if part)


_SENTENCE = re.compile(r"(?<=[.;])\s+")
_SUBJECT = re.compile(
    r"^(?P<what>.{2,}?)\s+(?:is|are|shall be|must be)\s+(?:\w+ ){0,2}(?:mandatory|obligatory|compulsory)\b",
    re.IGNORECASE,
)
