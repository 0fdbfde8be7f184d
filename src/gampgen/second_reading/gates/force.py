# ruff: noqa: E501, ISC004 - the table of poles is read by its rows
"""G5: modality, negation and direction are kept: what a rewording says must not be the opposite of its original.

Words that turn a sentence are counted by family and pole, so that "refused" may become "rejected" and not "accepted".
"""

from __future__ import annotations

import re
from collections import Counter

# family: (one pole, the other); a word counts by its family and pole, whatever its form.
_POLES: dict[str, tuple[str, str]] = {
    "acceptance": (
        "accept(?:s|ed|ing|ance|able)?|allow(?:s|ed|ing)?|permit(?:s|ted|ting)?|grant(?:s|ed|ing)?|admit(?:s|ted)?"
        "|(?:is|are|be|was|were) able|can|possible",
        "refus(?:e|es|ed|ing|al)|reject(?:s|ed|ing|ion)?|den(?:y|ies|ied|ying|ial)|block(?:s|ed|ing)?|forbid(?:s|den)?"
        "|prevent(?:s|ed|ing)?|prohibit(?:s|ed|ing)?|cannot|impossible|unable",
    ),
    "activity": ("enabl(?:e|es|ed|ing)|activat(?:e|es|ed|ing)|turn(?:s|ed|ing)? on|switch(?:es|ed)? on",
                 "disabl(?:e|es|ed|ing)|deactivat(?:e|es|ed|ing)|turn(?:s|ed|ing)? off|switch(?:es|ed)? off"),
    "lock": ("lock(?:s|ed|ing)?", "unlock(?:s|ed|ing)?"),
    "height": ("above|over|higher|greater|more|exceed(?:s|ed|ing)?|larger|longer|later|maximum|upper|rise(?:s)?|rising"
               "|increas(?:e|es|ed|ing)",
               "below|under|lower|less|fewer|smaller|shorter|earlier|minimum|fall(?:s|ing)?|decreas(?:e|es|ed|ing)"),
    "order": ("before|prior|first|until", "after|afterwards|then|since|once"),
    "begin": ("start(?:s|ed|ing)?|begin(?:s|ning)?|open(?:s|ed|ing)?", "stop(?:s|ped|ping)?|end(?:s|ed|ing)?|clos(?:e|es|ed|ing)"),
    "presence": ("present|exist(?:s|ing)?|appear(?:s|ed|ing)?|with", "absent|missing|lack(?:s|ed|ing)?|disappear(?:s|ed|ing)?|without"),
    "truth": ("true|valid|correct|complete", "false|invalid|incorrect|wrong|incomplete"),
    "keeping": ("keep(?:s)?|kept|retain(?:s|ed|ing)?|stor(?:e|es|ed|ing)|remain(?:s|ed|ing)?|stay(?:s|ed)?",
                "delet(?:e|es|ed|ing|ion)|remov(?:e|es|ed|ing|al)|discard(?:s|ed|ing)?|eras(?:e|es|ed|ing)"),
    "change": ("unchanged|same|identical|equal", "changed|chang(?:e|es|ing)|different|differ(?:s|ing)?|alter(?:s|ed|ing)?"),
}  # fmt: skip
_NEGATION = r"\b(?:not|no|never|none|neither|nor|nothing|nobody|nowhere)\b|n[’']t\b|\bcannot\b"
_SCOPE = (
    r"\b(?:only|unless|except(?:ing)?|all|any|each|every|both|either|always|sometimes|at least|at most|within|exactly"
    r"|and|or)\b"
)
_MODAL = r"\b(?:shall|must|should|may|might|will|would|could)\b"


def _compiled(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


_FAMILIES = {
    f"{family}{sign}": _compiled(words)
    for family, poles in _POLES.items()
    for sign, words in zip("+-", poles, strict=True)
}
_PLAIN = {
    "negation": re.compile(_NEGATION, re.IGNORECASE),
    "modality": re.compile(_MODAL, re.IGNORECASE),
    "scope": re.compile(_SCOPE, re.IGNORECASE),
}


def same_force(text: str, original: str) -> tuple[str, ...]:
    """How a rewording turns what its original says; nothing where both say it the same way round."""
    if _counted(_PLAIN["negation"], text) != _counted(_PLAIN["negation"], original):
        return ("a negation was added, taken away or exchanged",)
    if _words(_PLAIN["modality"], text) != _words(_PLAIN["modality"], original):
        return ("shall, should, may or their like are not those of the original",)
    if _words(_PLAIN["scope"], text) != _words(_PLAIN["scope"], original):
        return ("a word such as only, unless, all, and, or was added or taken away",)
    turned = [name[:-1] for name, words in _FAMILIES.items() if _counted(words, text) != _counted(words, original)]
    return (f"a word of {turned[0]} was added, taken away or turned round",) if turned else ()


def _counted(pattern: re.Pattern[str], text: str) -> int:
    return sum(1 for _ in pattern.finditer(text))


def _words(pattern: re.Pattern[str], text: str) -> Counter[str]:
    return Counter(hit[0].lower() for hit in pattern.finditer(text))
