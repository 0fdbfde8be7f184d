"""Data that move: interfaces, reports and exports, searches, notifications, backup, calculation.

Each is a short checklist of the field (valid, failing, missing) that is applied where the main clause is about it.
Source: ISO/IEC/IEEE 29119-4:2021 §5.2.9 (scenario) and §5.4 (error guessing); EU Annex 11 §4.8, 5, 7.2, 8;
21 CFR 11.10(b).
"""

from __future__ import annotations

import re

from gampgen.domain.clause import ActionKind, Clause, ClauseForm
from gampgen.domain.coverage import Checklist, CoverageItem
from gampgen.domain.risk import Level
from gampgen.domain.statement import Archetype
from gampgen.domain.suite import Polarity, Technique
from gampgen.techniques.checklists import Aspect, items_of, listed, main_clause
from gampgen.techniques.decision_table import has_table
from gampgen.techniques.interface import Target
from gampgen.techniques.phrases import is_document, uncapitalised

_POSITIVE, _NEGATIVE = Polarity.POSITIVE, Polarity.NEGATIVE
_CONTENTS = frozenset({ActionKind.OUTPUT})
_LISTS: tuple[tuple[str, Archetype, frozenset[ActionKind], tuple[Aspect, ...]], ...] = (
    (
        "IF",
        Archetype.IF,
        frozenset({ActionKind.TRANSFER, ActionKind.CONFIGURE}),
        (
            Aspect("valid", _POSITIVE),
            Aspect("partner-down", _NEGATIVE, Level.MEDIUM),
            Aspect("invalid", _NEGATIVE, Level.MEDIUM),
            Aspect("twice", _NEGATIVE, Level.HIGH),
        ),
    ),
    (
        "REP",
        Archetype.REP,
        frozenset({ActionKind.OUTPUT, ActionKind.CREATE}),
        (
            Aspect("content", _POSITIVE),
            Aspect("no-data", _NEGATIVE, Level.MEDIUM),
            Aspect("several-pages", _POSITIVE, Level.HIGH),
        ),
    ),
    (
        "SRCH",
        Archetype.SRCH,
        frozenset({ActionKind.SEARCH}),
        (Aspect("hit", _POSITIVE), Aspect("no-hit", _NEGATIVE), Aspect("literal", _NEGATIVE, Level.HIGH)),
    ),
    (
        "MAIL",
        Archetype.MAIL,
        frozenset({ActionKind.NOTIFY, ActionKind.TRANSFER}),
        (Aspect("sent", _POSITIVE), Aspect("not-sent", _NEGATIVE), Aspect("server-down", _NEGATIVE, Level.HIGH)),
    ),
    (
        "BAK",
        Archetype.BAK,
        frozenset({ActionKind.RESTORE, ActionKind.CREATE, ActionKind.START, ActionKind.CONFIGURE}),
        (Aspect("restored", _POSITIVE), Aspect("failed-backup", _NEGATIVE, Level.MEDIUM)),
    ),
    (
        "CALC",
        Archetype.CALC,
        frozenset({ActionKind.CALCULATE}),
        (Aspect("result", _POSITIVE), Aspect("missing-input", _NEGATIVE), Aspect("rounding", _POSITIVE, Level.HIGH)),
    ),
)
_GUESSED = frozenset({"partner-down", "twice", "server-down", "failed-backup", "literal"})


def data_flow(target: Target) -> tuple[CoverageItem, ...]:
    """Items of the first checklist whose archetype and verb fit; none where a decision table holds the behaviour."""
    main = main_clause(target)
    if has_table(target):
        return ()
    for rule, archetype, kinds, aspects in _LISTS:
        cue = target.cue(archetype)
        contents = rule == "REP" and len(listed(target.statement.text)) >= _FEWEST
        document = _document(target) if contents else None
        if cue and (main.kind in kinds or document) and (contents or _is_about(main, cue, rule)):
            found: list[CoverageItem] = []
            for aspect in aspects:
                technique = Technique.ERROR_GUESSING if aspect.name in _GUESSED else Technique.SCENARIO
                details = listed(target.statement.text) or target.items
                items = items_of(target, technique, rule, (aspect,), details=details, quote=target.cue(archetype))
                found += [_made(item, document) if document else item for item in items]
            return tuple(found)
    return ()


def _document(target: Target) -> Clause | None:
    """The making of a document of which the sentence says what it holds ("the report contains …"); None for others."""
    subject = main_clause(target).subject
    holds = any(one.kind is ActionKind.INCLUDE for one in target.clauses)
    if not holds or not is_document(subject) or not _REPORT.search(subject):
        return None
    return Clause(
        subject="", verb="make", object=uncapitalised(subject), kind=ActionKind.OUTPUT, quote=main_clause(target).quote
    )


_REPORT = re.compile(r"\b(?:reports?|certificates?|printouts?|protocols?|documents?)\b", re.IGNORECASE)


def _made(item: CoverageItem, making: Clause) -> CoverageItem:
    if not isinstance(item.part, Checklist):
        return item
    return item.model_copy(update={"part": item.part.model_copy(update={"clause": making, "about": making.object})})


_FEWEST = 3  # a document that is made with a list of its contents is a report, whatever it is called


def _is_about(main: Clause, cue: str, rule: str) -> bool:
    """Whether the cue stands in what the main clause does, not somewhere beside it."""
    if main.kind in _OWN[rule]:
        return True
    return cue.lower() in f"{main.object} {main.subject if main.form is ClauseForm.PASSIVE else ''}".lower()


_OWN: dict[str, frozenset[ActionKind]] = {
    "IF": frozenset({ActionKind.TRANSFER}),
    "REP": frozenset({ActionKind.OUTPUT}),
    "SRCH": frozenset({ActionKind.SEARCH}),
    "MAIL": frozenset({ActionKind.NOTIFY}),
    "BAK": frozenset({ActionKind.RESTORE}),
    "CALC": frozenset({ActionKind.CALCULATE}),
}
