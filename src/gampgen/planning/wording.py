"""Sentences that are worded in another way than "X shall …", turned into that for the rules of this room.

Whole requirement documents are written in the present tense: "Sessions are closed after 15 minutes" demands what
"sessions shall be closed" demands. And one sentence often holds two duties, of which only one is the system's.
"""

from __future__ import annotations

import re

from gampgen.domain.verb import base_of
from gampgen.planning.actors import SUPPLIER_HEADS

_MAIN_VERB = re.compile(
    r"(?P<subject>(?:(?!\b(?:that|which|who|when|if|where|while|once|unless|because|so)\b)[^,;:.]){1,120}?) "
    r"(?P<verb>is|are|has|have)(?= )(?! to\b)",
    re.IGNORECASE,
)
_SPOKEN = {"is": "shall be", "are": "shall be", "has": "shall have", "have": "shall have"}
_NEXT_DUTY = re.compile(
    r"(?:;\s+|,?\s+(?:and|but|while)\s+|,\s+)(?=(?:then )?(?:the|an?|each|every|all|any|no|it|its|their|[\w-]+s)\b"
    r"(?: [\w'’-]+){0,5}? (?:shall|must|will|should|is|are|has|have)\b)",
    re.IGNORECASE,
)
_SYSTEM_DOES = re.compile(
    r"\b(?:is|are|be)(?: \w+ly| not| only)? (?:indicated|displayed|shown|signall?ed|alarmed|locked|blocked|rejected|"
    r"refused|prevented|disabled|enabled|logged|stored|saved|printed|calculated|sent|transferred|notified|alerted|"
    r"highlighted|flagged|marked|raised|triggered|stopped|closed|opened|started|possible)\b"
    r"|\b(?:system|software|application|controller|instrument|plc|hmi|screen|alarm|warning|message|display)s?\b"
    r"(?: [\w'’-]+){0,3}? (?:shall|must|will|should)\b",
    re.IGNORECASE,
)


# "The supplier delivers the source code": who is obliged stands first, so that the next verb is the main one
_SUPPLIER_DOES = re.compile(
    rf"^(?P<subject>(?:(?:the|our|each|an?) )?(?:[\w-]+ )?(?:{'|'.join(sorted(SUPPLIER_HEADS))})"
    r"(?: (?:of|for) (?:the )?[\w-]+)?) (?P<verb>[a-z]+s)\b(?! (?:to|is|are|has|have|was|were|of|shall|must)\b)",
    re.IGNORECASE,
)


def as_demand(sentence: str) -> str | None:
    """A present-tense sentence with its verb as a duty ("is closed" → "shall be closed"); None where it has none."""
    folded = " ".join(sentence.split())
    if (supplied := _SUPPLIER_DOES.match(folded)) and supplied["verb"].lower() not in _SPOKEN:
        verb = base_of(supplied["verb"]) or supplied["verb"]
        return f"{supplied['subject']} shall {verb}{folded[supplied.end() :]}"
    found = _MAIN_VERB.match(folded)
    if found is None:
        return None
    rest = found.string[found.end() :]
    return f"{found['subject']} {_SPOKEN[found['verb'].lower()]}{rest}"


def further_duties(sentence: str) -> tuple[str, ...]:
    """The further main clauses of a sentence that tell of something the system does, verbatim.

    "The sensors are calibrated yearly, and an overdue calibration is shown in yellow" → the second.
    """
    folded = " ".join(sentence.split())
    cuts = list(_NEXT_DUTY.finditer(folded))
    ends = [*(cut.start() for cut in cuts[1:]), len(folded)]
    parts = [folded[cut.end() : end].rstrip(" ,;") for cut, end in zip(cuts, ends, strict=False)]
    return tuple(part for part in parts if system_does(part))


def system_does(text: str) -> bool:
    """Whether a clause tells of something that is plainly the system's doing ("is displayed", "the alarm shall …")."""
    return _SYSTEM_DOES.search(text) is not None
