"""Options that a sentence names: each is tried once; where several factors combine, each pair of options (pairwise).

"… in English, German and French", "… in Chrome and Edge, for the roles Analyst and Reviewer". Options are names: each
begins with a capital letter or is a unit sign. Source: ISO/IEC/IEEE 29119-4:2021 §5.2.1 and §5.2.5.3 (pairwise).
"""

from __future__ import annotations

import re

from allpairspy import AllPairs

from gampgen.domain.clause import ActionKind
from gampgen.domain.coverage import Checklist, CombinationCase, CoverageItem
from gampgen.domain.suite import Polarity, Technique
from gampgen.techniques.checklists import main_clause, thing_of
from gampgen.techniques.interface import Target

_OPTION = r"(?:°[CFK]|[A-Z][\w.+/#-]*(?:\s[A-Z0-9][\w.]*)*)"
_FACTOR = re.compile(
    r"\b(?:in|for|with|on|under|using|as|to|into)\s+(?:(?:the|either|both)\s+)?(?:[a-z]+\s+){0,2}?"
    rf"(?P<list>{_OPTION}(?:\s*,\s*{_OPTION})*,?\s+(?:and|or)\s+{_OPTION})(?![\w-])"
)
# the options are what is supported: "shall support English and German"
_OFFERED = re.compile(
    r"\b(?:supports?|offers?|handles?|understands?|speaks?)\s+(?:(?:the|both|at least)\s+)?(?:[a-z]+\s+){0,2}?"
    rf"(?P<list>{_OPTION}(?:\s*,\s*{_OPTION})*,?\s+(?:and|or)\s+{_OPTION})(?![\w-])"
)
# "classified as critical, major and minor": the classes are named by any words
_CLASSED = re.compile(
    r"\b(?:classif|categori[sz]|prioriti[sz]|grad|divid|group|sort)\w*\s+(?:\w+\s+){0,2}?(?:as|into|in|by)\s+"
    r"(?:(?:one of|either|the|following|these|categories|classes|levels|groups|priorities):?\s+)*"
    r"(?P<list>[\w-]+(?:\s*,\s*[\w-]+)*,?\s+(?:and|or)\s+[\w-]+)(?=\s*(?:[.,;]|$|\bby\b|\baccording\b))"
)
_SEPARATOR = re.compile(r"\s*(?:,\s*(?:and|or)?|\band\b|\bor\b)\s*")
_RULES = re.compile(r"\b(?:CFR|Annex|Part|ISO|GAMP|GxP|GMP|GDPR|HIPAA|ICH|USP|EP|FDA|EMA)\b")
_MOST_OPTIONS = 12


def factors_in(text: str) -> tuple[tuple[str, ...], ...]:
    """The lists of options that a text names, in order; rules and guidelines are no options."""
    found: list[tuple[str, ...]] = []
    folded = " ".join(text.split())
    for one in (*_OFFERED.finditer(folded), *_FACTOR.finditer(folded)):
        options = tuple(dict.fromkeys(part.rstrip(".") for part in _SEPARATOR.split(one["list"]) if part.rstrip(".")))
        if 1 < len(options) <= _MOST_OPTIONS and not _RULES.search(one["list"]):
            found.append(options)
    return tuple(found)


def classes_in(text: str) -> tuple[str, ...]:
    """The classes into which a sentence sorts things ("as critical, major and minor"); none where it names no list."""
    found = _CLASSED.search(" ".join(text.split()))
    return tuple(dict.fromkeys(part for part in _SEPARATOR.split(found["list"]) if part)) if found else ()


def classes(target: Target) -> tuple[CoverageItem, ...]:
    """One look per class into which things are sorted, and one at a case on the line between two."""
    named, main = classes_in(target.statement.text), main_clause(target)
    if len(named) < 2 or main.negated or main.kind in _NO_SORTING:  # noqa: PLR2004 - one class sorts nothing
        return ()
    about, quoted = thing_of(main), tuple(f"“{one}”" for one in named)
    return tuple(
        target.item(
            Technique.EQUIVALENCE_PARTITIONING, "PAIR", f"classes {aspect}", polarity,
            Checklist(aspect=aspect, clause=main, about=about, details=quoted), quote=main.quote,
        )
        for aspect, polarity in (("each-class", Polarity.POSITIVE), ("one-class", Polarity.NEGATIVE))
    )  # fmt: skip


_NO_SORTING = frozenset({ActionKind.DISPLAY, ActionKind.OUTPUT})


def options(target: Target) -> tuple[CoverageItem, ...]:
    """One item with each option, or with all pairs of options where the sentence names several factors."""
    factors = factors_in(target.statement.text)
    main = main_clause(target)
    if not factors or main.negated:
        return ()
    several = len(factors) > 1
    pairs = AllPairs([list(one) for one in factors]) if several else [(one,) for one in factors[0]]
    technique = Technique.PAIRWISE if several else Technique.EQUIVALENCE_PARTITIONING
    if _OFFERED.search(" ".join(target.statement.text.split())) and main.subject:
        main = main.model_copy(update={"object": main.subject, "rest": "", "kind": ActionKind.PROVIDE})
    part = CombinationCase(clause=main, rows=tuple(tuple(row) for row in pairs))
    return (target.item(technique, "PAIR", "options", Polarity.POSITIVE, part, quote=main.quote),)
