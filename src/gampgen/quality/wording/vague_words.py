"""RQ01 Vague adjective or adverb.

Words such as "adequate", "quickly" or "user-friendly" let no tester say yes or no. Put a figure, a named list or an
observable behaviour in their place. "clear" as a verb, "effective date", "human readable" and "safe state" are
terms and
not meant.

Bad: The screen shall respond quickly.
Good: When the operator presses Save, the system shall show the saved record within <2> s for <50> concurrent users.
"""

from __future__ import annotations

from gampgen.domain.finding import FindingSeverity
from gampgen.quality.interface import Subject, found, whole_words, wording_rule

# "the good count", "good units": what passed, told apart from what was rejected
_CONFORMING = (
    "counts?|counters?|quantit(?:y|ies)|numbers?|parts?|pieces?|units?|products?|items?|cartons?|packs?|packages?|tablets?|"
    "vials?|bottles?|syringes?|labels?|codes?|reads?|bundles?|cases?|pallets?|yields?|and (?:bad|rejected|rejects?)|"
    "(?:manufacturing|laboratory|clinical|distribution|documentation|engineering|automated|pharmacovigilance)"
)
_VAGUE = whole_words(
    "adequate(?:ly)?",
    "appropriate(?:ly)?",
    "suitabl[ey]",
    "sufficient(?:ly)?(?! privileges?)",
    "proper(?:ly)?",
    "reasonabl[ey]",
    "acceptabl[ey]",
    "user[- ]friendly",
    "user[- ]friendliness",
    "easy",
    "easily",
    "simple",
    "simply",
    "intuitive(?:ly)?",
    "flexibl[ey]",
    "flexibility",
    "robust(?:ly|ness)?",
    "reliabl[ey]",
    "efficient(?:ly)?",
    "(?:be|more|an?|very|highly|cost) effective(?! dates?| versions?| specifications?| limits?| from)",
    "effectively",
    "fast",
    "quick(?:ly)?",
    "rapid(?:ly)?",
    "timely",
    "promptly",
    "immediate(?:ly)?",
    "soon",
    "as soon as",
    "normally",
    "typical(?:ly)?",
    "usually",
    "generally",
    "often",
    "significant(?! figures?| digits?)",
    "significantly",
    "minimal",
    f"(?<![=+(×] )(?<!\\()good(?! (?:{_CONFORMING})\\b)(?! ?[-+=*×/)])",
    "high quality",
    "high-quality",
    "modern",
    "seamless(?:ly)?",
    "smooth(?:ly)?",
    "legible",
    "clearly",
    "securely",
    "safely",
    "state[- ]of[- ]the[- ]art",
    "(?:be|more|highly|very) secure",
    "(?:be|very) (?:stable|safe|clear)",
    "a (?:clear|secure|stable) \\w+",
    "user-oriented",
    "convenient(?:ly)?",
    "comprehensive",
    "optimi[sz]ed",
    "(?<!human )(?<!machine )(?<!human-)(?<!machine-)readable",
)


def check(subject: Subject) -> tuple[str, ...]:
    """The vague words of a statement."""
    return found(_VAGUE, subject.masked)


RULE = wording_rule(
    __doc__,
    check,
    source="INCOSE Guide to Writing Requirements R7; ISO/IEC/IEEE 29148:2018 5.2.7",
    severity=FindingSeverity.WARNING,
    message="{words} cannot be judged: no tester can say yes or no.",
    hint="State what is measured: <value> <unit>, under <condition>, for <how many users or records>.",
)
