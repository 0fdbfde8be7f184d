"""Whether a mention says that something is so, that it is not, or leaves it open."""

from __future__ import annotations

import re
from enum import Enum

_LOOK_BACK = 6
_WINDOW = 400
_SENTENCE_END = re.compile(r"[.;!?](?=\s|$)|\n")
_CLAUSE_END = re.compile(r"[,:()\u2013\u2014]")
_NEGATOR = re.compile(
    r"\b(?:no(?!\s+(?:more|less|later|longer|fewer|greater|earlier))|not(?!\s+(?:only|limited|exceed|just|later|more|less))"
    r"|without|never|neither|nor|instead\s+of|rather\s+than|free\s+of|excluding|avoid(?:s|ing)?|cannot|prohibits?|forbids?)\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)
_NEGATED_AFTER = re.compile(
    r"^(?:\s+[\w'-]+){0,4}?\s+(?:(?:is|are|will|shall|must|may|can|need|should)\s+not\s+(?:be\s+)?"
    r"(?:permitted|allowed|used|required|needed|necessary|accepted|acceptable|funded|foreseen|planned|expected|part|"
    r"developed|written|intended|available|desired|wanted|considered)"
    r"|(?:is|are|will\s+be|shall\s+be)\s+(?:prohibited|forbidden|excluded|unacceptable|avoided|out\s+of\s+scope))\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:unclear|not\s+(?:yet\s+)?(?:clear|decided|known)|undecided|to\s+be\s+(?:decided|determined|defined|clarified|confirmed)|"
    r"TBD|TBC|open\s+question)\b"
    r"|\bwhether\b(?=[^.;]{0,80}\b(?:configur|program|develop|customi[sz]|cod(?:e|ed|ing)\b|script|bought|purchas|standard))",
    re.IGNORECASE,
)
_SLIGHT = re.compile(r"\b(?:minimal|minor|little|hardly\s+any|almost\s+no|slight)\s+(?:[\w-]+\s+)?$", re.IGNORECASE)
# "No changes to the supplier's software": what is denied is the change.
_NO_CHANGE = re.compile(
    r"\b(?:no|without|never)\s+(?:[\w-]+\s+)?(?:chang|modif|adapt|alter|adjust)\w*\s+(?:to|of|in|on)\s+(?:[\w'’-]+\s+){0,2}$",
    re.IGNORECASE,
)
_WORD = re.compile(r"\S+")


class Polarity(Enum):
    """How a mention is meant."""

    SAID = "said"
    SLIGHT = "slight"
    NEGATED = "negated"
    OPEN = "open"


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The offsets of the sentence that holds text[start:end], at most `_WINDOW` characters to either side.

    The window keeps the work linear in the text's length, whatever stands in it.
    """
    earliest, latest = max(0, start - _WINDOW), min(len(text), end + _WINDOW)
    begin = max((mark.end() for mark in _SENTENCE_END.finditer(text, earliest, start)), default=earliest)
    following = _SENTENCE_END.search(text, end, latest)
    return begin, following.start() if following else latest


def polarity_of(text: str, start: int, end: int) -> Polarity:
    """How the mention text[start:end] is meant, from its own sentence.

    A negation holds within six words before the mention and its own clause ("no custom code"), or right after it
    ("custom code is not permitted").
    """
    begin, finish = sentence_around(text, start, end)
    if _OPEN.search(text, begin, finish):
        return Polarity.OPEN
    before = text[begin:start]
    clause = max((mark.end() for mark in _CLAUSE_END.finditer(before)), default=0)
    words = list(_WORD.finditer(before, clause))[-_LOOK_BACK:]
    near = before[words[0].start() :] if words else ""
    if _NO_CHANGE.search(near):
        return Polarity.SAID
    if _NEGATOR.search(near) or _NEGATED_AFTER.search(text[end:finish]):
        return Polarity.NEGATED
    return Polarity.SLIGHT if _SLIGHT.search(near) else Polarity.SAID
