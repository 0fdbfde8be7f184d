"""One thing after another: "shall first raise the speed up to 180 rpm and only then open the valve".

The second comes once the first is done, so a look at the moment of the cause would come too early: it is a walk.
Source: ISO/IEC/IEEE 29119-4:2021 §5.2.8 (states passed in an order).
"""

from __future__ import annotations

import re

from gampgen.domain.clause import Clause
from gampgen.domain.coverage import Checklist, CoverageItem
from gampgen.domain.statement import Effect, Statement
from gampgen.domain.suite import Polarity, Technique
from gampgen.techniques.clauses import clause
from gampgen.techniques.interface import Target
from gampgen.techniques.limit_model import deciding_causes

_THEN = re.compile(
    r"^(?P<force>shall|must|will)\s+(?P<first>.+?),?\s+and\s+(?:only\s+then|only\s+after\s+that|only\s+afterwards)\s+"
    r"(?P<then>\w.+?)\.?$",
    re.IGNORECASE,
)


def sequel_of(statement: Statement) -> tuple[Clause, Clause] | None:
    """What comes first and what only then, of the last effect under a condition; None where nothing waits."""
    for effect in statement.effects[-1:]:
        found = _THEN.match(" ".join(effect.condition.split()))
        if found and deciding_causes(statement):
            first = re.sub(r"^first\s+", "", found["first"], flags=re.IGNORECASE)
            said = (f"{found['force']} {first}", f"{found['force']} {found['then']}")
            return clause(effect.variable, said[0]), clause(effect.variable, said[1])
    return None


def without_sequel(effect: Effect) -> Effect:
    """The effect with the first thing alone; others as they are."""
    found = _THEN.match(" ".join(effect.condition.split()))
    return effect.model_copy(update={"condition": f"{found['force']} {found['first']}"}) if found else effect


def one_after_the_other(target: Target) -> tuple[CoverageItem, ...]:
    """An item that watches both: the second stays away until the first is done, and comes then."""
    found = sequel_of(target.statement)
    if found is None:
        return ()
    first, then = found
    kept = " and ".join(one.words for one in deciding_causes(target.statement))
    about = f"{first.verb} {first.object} {first.rest}".strip()
    part = Checklist(aspect="only-then", clause=then, about=about, details=(kept,))
    return (target.item(Technique.STATE_TRANSITION, "STATE", "only then", Polarity.POSITIVE, part),)
