"""RQ22 Incomplete reference.

"company procedures" is no document that a tester could open.

Bad: The system shall comply with company procedures.
Good: The system shall comply with SOP-<number>, version <n>, section <m>.
"""

from __future__ import annotations

import re

from gampgen.domain.finding import FindingSeverity
from gampgen.quality.interface import Subject, found, wording_rule

_VAGUE_TARGET = re.compile(
    r"\b(?:according\s+to|in\s+accordance\s+with|compl(?:y|ies|iant|iance)\s+with|conform(?:s|ing)?\s+(?:to"
    r"|with)|as\s+per|per|meets?"
    r"|follow(?:s|ing)?)\s+(?:(?:the|all|our|any|its)\s+)?(?:(?:company|internal|applicable|relevant|local|site"
    r"|corporate|current|existing|"
    r"industry|vendor|supplier|manufacturer|regulatory|standard|common|established|approved|valid|national"
    r"|international|good|best)"
    r"(?:['’]s)?\s+){1,3}(?:procedures?|polic(?:y|ies)|regulations?|requirements?|guidelines?|guidances?"
    r"|standards?|SOPs?|specifications?|"
    r"instructions?|practices?|rules?|laws?|recommendations?)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(r"[0-9§]|\b(?:annex|clause|section|table|appendix)\b", re.IGNORECASE)


def check(subject: Subject) -> tuple[str, ...]:
    """The references that name no document."""
    return () if _NAMED.search(subject.text) else found(_VAGUE_TARGET, subject.masked)


RULE = wording_rule(
    __doc__,
    check,
    source="ISO/IEC/IEEE 29148:2018 5.2.7 (incomplete references)",
    severity=FindingSeverity.WARNING,
    message="{words} names no document.",
    hint='Give number, version and section: "<document number>, version <n>, section <m>".',
)
