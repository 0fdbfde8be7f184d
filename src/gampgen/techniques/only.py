"""What "only" leaves out: "only released materials may be weighed" refuses all others (29119-4 §5.2.1, partitions)."""

from __future__ import annotations

import re

from gampgen.domain.clause import Clause, ClauseForm
from gampgen.domain.coverage import Checklist, CoverageItem
from gampgen.domain.suite import Polarity, Technique
from gampgen.techniques.checklists import main_clause
from gampgen.techniques.interface import Target
from gampgen.techniques.phrases import is_person

_ONLY = re.compile(r"^only\s+(?P<what>[\w /-]{3,60}?)\s+(?:shall|may|can|must|are|is)\b", re.IGNORECASE)
_ASPECTS = (("named", Polarity.POSITIVE), ("others", Polarity.NEGATIVE))


def only_named(target: Target) -> tuple[CoverageItem, ...]:
    """Items where a sentence begins with "only" and names things, not people."""
    found = _ONLY.match(" ".join(target.statement.text.split()))
    if not found or is_person(found["what"]) or target.statement.permissions:
        return ()
    main = main_clause(target)
    if main.form is ClauseForm.COPULA:  # "only the approved version is current": nothing is tried
        return ()
    clause = _of_the_named(main, found["what"])
    return tuple(
        target.item(
            Technique.EQUIVALENCE_PARTITIONING, "ONLY", aspect, polarity,
            Checklist(aspect=aspect, clause=clause, about=found["what"]), quote=found[0],
        )
        for aspect, polarity in _ASPECTS
    )  # fmt: skip


def _of_the_named(main: Clause, what: str) -> Clause:
    if main.form is ClauseForm.PASSIVE:
        return main.model_copy(update={"subject": what})
    return main.model_copy(update={"subject": re.sub(r"^only\s+", "", main.subject, flags=re.IGNORECASE)})
