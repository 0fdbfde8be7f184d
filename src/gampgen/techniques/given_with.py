# ruff: noqa: E501 - word lists are kept by meaning, one line each
"""What has to be given with an action: a reason for a change, a comment with a rejection.

With it the action is completed and the words are kept; left out, or filled with a space, nothing is done.
Sources: 21 CFR 11.10(e) and EU GMP Annex 11 §9 (reason for a change of GMP-relevant data), ISO/IEC/IEEE 29119-4:2021
§5.2.1 (equivalence partitioning, one invalid class per try).
"""

from __future__ import annotations

import re

from gampgen.domain.clause import Clause, ClauseForm
from gampgen.domain.coverage import Checklist, CoverageItem
from gampgen.domain.suite import Polarity, Technique
from gampgen.techniques.checklists import thing_of
from gampgen.techniques.clauses import clause
from gampgen.techniques.decision_table import cause_limits
from gampgen.techniques.interface import Target
from gampgen.techniques.limit_cues import DENIAL
from gampgen.techniques.limit_model import LimitRole, deciding_causes
from gampgen.techniques.limits import limits_of

_GIVEN = re.compile(
    r"\b(?:enter\w*|giv(?:e|es|en)|provid\w+|stat(?:e|es|ed)|document\w*|suppl(?:y|ies|ied)|requir\w+|request\w*|prompt\w*"
    r"|ask\w*|demand\w*|select\w*|choos\w+|specif(?:y|ies|ied)|mandatory|obligatory|compulsory)\b",
    re.IGNORECASE,
)
_WHAT = re.compile(
    r"\b(?P<what>(?:(?:an?|the|his|her|their)\s+)?(?:(?:mandatory|written|short|meaningful|documented|free-text)\s+)*"
    r"(?:reasons?|comments?|justifications?|explanations?|rationales?|remarks?)(?: for (?:the |a )?(?:change|deletion|correction|rejection|deviation|abort))?)\b",
    re.IGNORECASE,
)


def given_with_act(target: Target) -> tuple[CoverageItem, ...]:
    """Items where the sentence demands a reason or a comment whenever somebody does something."""
    causes = deciding_causes(target.statement)
    if len(causes) != 1 or cause_limits(target) or DENIAL.search(target.statement.text):
        return ()
    act = clause(causes[0].variable, causes[0].condition)
    demand = " ".join(one.words for one in target.statement.effects)
    what = _WHAT.search(demand)
    if what is None or not _GIVEN.search(demand) or not _is_act(act):
        return ()
    if any(limit.role is not LimitRole.INPUT for limit in limits_of(target)):
        return ()
    name = re.sub(r"^(?:an?|the|his|her|their)\s+", "", what["what"], flags=re.IGNORECASE)
    return tuple(
        target.item(
            Technique.MANDATORY_FIELD, "MAND", f"MAND {aspect}", polarity,
            Checklist(aspect=aspect, clause=act, about=thing_of(act), details=(f"the {name}",)), quote=what[0],
        )
        for aspect, polarity in (("given-with", Polarity.POSITIVE), ("left-out", Polarity.NEGATIVE))
    )  # fmt: skip


def _is_act(act: Clause) -> bool:
    """Whether a condition is something that somebody does: "aborting a batch", "a result is changed"."""
    if act.negated or not act.verb or act.verb in {"be", "have"}:
        return False
    return act.form is ClauseForm.PASSIVE or (act.form is ClauseForm.ACTIVE and (not act.subject or act.by_person))
