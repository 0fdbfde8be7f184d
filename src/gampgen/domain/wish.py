"""Sentences that wrap a demand in a wish: "It would be desirable if the system showed …" asks that it shows it."""

from __future__ import annotations

import re

from gampgen.domain.verb import base_of

_WISH = re.compile(
    r"^(?:it (?:would|will|is|may) (?:also )?(?:be )?(?:very |highly |most )?|we would (?:find it )?)"
    r"(?:desirable|desired|nice|helpful|welcome|welcomed|good|great|useful|advantageous|beneficial|preferable|preferred|"
    r"appreciated|an advantage|of advantage|a plus|convenient)(?: to have it)?,?\s+(?:if|that|when)\s+(?P<inner>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_FORCED = re.compile(r"\b(?:shall|must|should|can|could|may|might|will|would)\b", re.IGNORECASE)
_PAST = re.compile(
    r"^(?P<who>(?:(?:the|an?|each|every|all|any|no|its|our)\s+)?(?:[\w/-]+\s+){0,5}?[\w/-]+)\s+"
    r"(?P<verb>were|was|is|are|had|has|have|[a-z]+(?:ed|s)|shown?|showed|gave|sent|made|kept|held|ran|could)\s+(?P<rest>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_IRREGULAR = {
    "were": "be", "was": "be", "is": "be", "are": "be", "had": "have", "has": "have", "have": "have", "gave": "give",
    "sent": "send", "made": "make", "kept": "keep", "held": "hold", "ran": "run", "showed": "show", "show": "show",
}  # fmt: skip


def wished(sentence: str) -> str | None:
    """The demand inside a wish, with "should" as its force; None where the sentence is no such wish.

    "It would be nice if the system showed the trend" → "the system should show the trend".
    """
    found = _WISH.match(" ".join(sentence.split()))
    if found is None:
        return None
    inner = found["inner"].rstrip(" .;")
    if _FORCED.search(inner):
        return re.sub(r"\b(?:could|can|might|would)\b", "should", inner, count=1)
    told = _PAST.match(inner)
    if told is None:
        return None
    verb = told["verb"].lower()
    return f"{told['who']} should {_IRREGULAR.get(verb) or base_of(verb) or verb} {told['rest']}"
