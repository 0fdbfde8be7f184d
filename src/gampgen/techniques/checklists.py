"""What the checklist techniques share: the thing concerned, the parts that a sentence lists, how an item is made."""

from __future__ import annotations

import re
from typing import NamedTuple

from gampgen.domain.clause import Clause, ClauseForm
from gampgen.domain.coverage import Checklist, CoverageItem
from gampgen.domain.risk import Level
from gampgen.domain.suite import Polarity, Technique
from gampgen.techniques.interface import Target

_RANK = {Level.LOW: 0, Level.MEDIUM: 1, Level.HIGH: 2}
_LIST_AFTER = re.compile(
    r"(?:\b(?:with (?:at least )?(?:the )?|including|includes?"
    r"|containing|contains?|showing|comprising|consisting of|such as"
    r"|shows?|holds?|carry|carries|lists?|namely|stating|covering|captur\w+)\b|:)\s*(?P<list>[^:;.]+)",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s*(?:,\s*and\b|,\s*or\b|,|;|\band\b|\bor\b|/)\s*")
_LEADING = re.compile(r"^(?:the|a|an|of|at least|both|following|as well as)\s+", re.IGNORECASE)
_MOST_WORDS = 6
_DEMANDS = re.compile(r"\b(?:shall|must|should|will|may|can|is|are)\b", re.IGNORECASE)


class Aspect(NamedTuple):
    """One line of a technique's checklist: its key, its polarity, and the lowest priority that asks for it."""

    name: str
    polarity: Polarity
    least: Level = Level.LOW


def wanted(aspect: Aspect, priority: Level) -> bool:
    """Whether a priority asks for an aspect."""
    return _RANK[priority] >= _RANK[aspect.least]


def main_clause(target: Target) -> Clause:
    """The first main clause; a clause without a verb where the statement has none."""
    return target.clauses[0] if target.clauses else Clause(subject=target.statement.text, form=ClauseForm.NOMINAL)


def only_mentions(clause: Clause) -> bool:
    """Whether a clause speaks of something only to refer to it: "shall comply with Annex 11, in particular …"."""
    return clause.verb in _REFERRING


_REFERRING = frozenset({"comply", "conform", "meet", "follow", "satisfy", "fulfil", "preserve", "support", "verify"})


def thing_of(clause: Clause) -> str:
    """What the clause is about: the subject of a passive, else the object, else the subject."""
    if clause.form in {ClauseForm.PASSIVE, ClauseForm.COPULA, ClauseForm.NOMINAL} or clause.verb in {
        "become",
        "remain",
        "stay",
    }:
        return clause.subject
    if clause.object and clause.object[0].isdigit() and clause.subject:
        return clause.subject
    if not clause.object and clause.rest.startswith("for "):
        return _AFTER_FOR.split(clause.rest[len("for ") :])[0]
    return clause.object or clause.subject


def listed(text: str) -> tuple[str, ...]:
    """The parts that a sentence lists after "with", "including", ":" … ("user, date and time" → three), or none."""
    return next(iter(every_list(text)), ())


def every_list(text: str) -> tuple[tuple[str, ...], ...]:
    """The parts of each list of a sentence: "with ID and password; it shows name, date and meaning" → two lists."""
    found = (_parts(one["list"]) for one in _LIST_AFTER.finditer(text))
    return tuple(parts for parts in found if parts)


def _parts(text: str) -> tuple[str, ...]:
    """The parts of a list; none where it is no list of things."""
    parts = [_LEADING.sub("", _RELATIVE.sub("", part.strip())) for part in _SEPARATOR.split(_BRACKET.sub("", text))]
    parts = [part for part in parts if part]
    short = all(len(part.split()) <= _MOST_WORDS for part in parts)
    if len(parts) > 1 and short and not any(_DEMANDS.search(part) for part in parts):
        return tuple(dict.fromkeys(parts))
    return ()


def enumerated(noun: str) -> tuple[str, ...]:
    """The things that a noun phrase counts up, three at least: "numeric, text and qualitative result types" → three.

    Single words before a longer last part share its head.
    """
    parts = [_LEADING.sub("", part.strip()) for part in _SEPARATOR.split(noun) if part.strip()]
    if len(parts) < _FEWEST or any(len(part.split()) > _MOST_WORDS for part in parts):
        return ()
    *before, last = parts
    head = last.split()[1:]
    if head and all(len(part.split()) == 1 and not part.endswith("s") for part in before):
        before = [" ".join((part, *head)) for part in before]
    return tuple(dict.fromkeys((*before, last)))


_FEWEST = 3
# "a code that can be verified": what is said of a listed thing is no part of the list
_BRACKET = re.compile(r"\s*\([^()]*\)?")
_RELATIVE = re.compile(r"(?<=\w)\s+(?:that|which|who)\s+.*$", re.IGNORECASE)


def items_of(
    target: Target,
    technique: Technique,
    rule: str,
    aspects: tuple[Aspect, ...],
    *,
    about: str = "",
    details: tuple[str, ...] = (),
    quote: str = "",
) -> tuple[CoverageItem, ...]:
    """The items of a checklist, filtered by the requirement's priority."""
    main = main_clause(target)
    return tuple(
        target.item(
            technique, rule, f"{rule} {aspect.name}", aspect.polarity,
            Checklist(aspect=aspect.name, clause=main, about=about or thing_of(main), details=details), quote=quote,
        )
        for aspect in aspects if wanted(aspect, target.priority)
    )  # fmt: skip


_AFTER_FOR = re.compile(r"\s+(?:by|with|in|on|from|using|via|according|within)\s+")
