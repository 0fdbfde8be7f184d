"""What stands in a column of acceptance criteria: criteria, which can be tried, and reasons, which cannot.

A criterion is decided by looking: it holds a finite verb, a limit or a state ("all items readable"). A name of a harm,
a citation, an abbreviation or a purpose is a reason for the requirement; a test that "expects" it would prove the harm.
Under a heading that announces both ("Rationale / acceptance criteria"), a sentence has to speak of the requirement's
own matter, too. The decision is made for each sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from gampgen.domain.requirement import Attribute
from gampgen.parsing.clauses.tagging import Tagged, tag
from gampgen.parsing.clauses.tokens import sentences as tokenised
from gampgen.parsing.clauses.word_class import Tag
from gampgen.parsing.quantities import read_quantities
from gampgen.parsing.recognition.draft import fold
from gampgen.parsing.recognition.labels import folded
from gampgen.parsing.recognition.obligation import sentences

REASON: Final = "Reason given under"
"""How the name of an attribute begins that holds a reason out of a column of criteria."""

_MIXED: Final = re.compile(
    r".*\b(?:rationale|reasons?|justification|background|comments?|remarks?|notes?|purpose|context|explanation)\b.*"
)
_CITATION: Final = re.compile(
    r"\b(?:\d+\s*CFR|EU|EudraLex|GMP|GxP|ICH|ISO(?:/IEC)?|IEC|EN|USP|Ph\.?\s?Eur\.?|GAMP|WHO|PIC/S|FDA|EMA|MHRA|ASTM|NAMUR)\b"
    r"|\b(?:Part|Annex|Chapter|Section|Clause|Article|Appendix|Vol(?:ume)?|Sec)\.?\s*\w+(?:[.\-]\w+)*|§+\s*[\w.()]+"
    r"|\b[A-Z]{1,6}-?\d+(?:[.:\-]\w+)*|(?<!\w)\d+(?:\.\w+)+(?:\(\w+\))*|\(\w{1,3}\)",
    re.IGNORECASE,
)
_ABBREVIATION: Final = re.compile(r"\b[A-Z][A-Za-z&/]*[A-Z]\w*\+*")
_PURPOSE: Final = re.compile(
    r"\b(?:used|needed|required|intended|meant|relevant|important|necessary|serves?|useful) "
    r"(?:only )?(?:for|as|by|to|in)\b"
    r"|\bbecause\b|\b(?:in order|so as) to\b|\bdue to\b|\bas (?:per|required)\b|\b(?:derived|taken|known) from\b"
    r"|\b(?:risk|danger|cause[sd]?|lead(?:s|ing)? to|result(?:s|ing)? in) (?:of )?(?:a |an |the )?"
    r"(?:loss|damage|harm|injur\w+|rejection|contamination|deviation|scrap)\b",
    re.IGNORECASE,
)
_GOOD: Final = re.compile(
    r"\b(?:protects?|prevents?|avoids?|ensures?|guarantees?|supports?|enables?|safeguards?|minimi[sz]es?|reduces?)\b",
    re.IGNORECASE,
)
_METHOD: Final = re.compile(
    r"\W*(?:to be )?(?:test|tested|check|checked|verify|measure|use|see|refer|compare|simulate|note)\b", re.IGNORECASE
)
_ABSENCE: Final = re.compile(
    r"\W*(?:no|none|nothing|not|without|zero|only|same|identical|all|every|each)\b", re.IGNORECASE
)
_WORD: Final = re.compile(r"[A-Za-z][a-z]{2,}")
_STEM: Final = 5
_EMPTY: Final = frozenset({
    "the", "and", "are", "was", "for", "with", "from", "that", "this", "which", "shall", "must", "all", "each",
    "any", "not", "has", "have", "its", "into", "than", "per", "one", "out", "when", "while", "after", "before",
    "kept", "keep", "only", "used", "can", "may", "will", "should", "they", "them", "their", "there",
    "been", "being",
})  # fmt: skip
_STATES: Final = frozenset({Tag.PARTICIPLE, Tag.ADJECTIVE, Tag.PAST})
_PHRASE: Final = frozenset({Tag.NOUN, Tag.ADJECTIVE, Tag.NUMBER, Tag.ING, Tag.BASE, Tag.THIRD})


@dataclass(frozen=True, slots=True)
class Divided:
    """A cell of criteria, divided: the criteria verbatim, and each reason."""

    criteria: str
    reasons: tuple[str, ...]


def divide(name: str, value: str, requirement: str) -> Divided:
    """Divide a cell by what its sentences can be.

    Args:
        name: the column's printed name.
        value: the cell, verbatim.
        requirement: the words of the requirement beside it.
    """
    mixed = _MIXED.fullmatch(folded(name)) is not None
    parts = [part for line in value.splitlines() for part in sentences(fold(line))]
    kept = [part for part in parts if is_criterion(part, requirement, mixed=mixed)]
    if len(kept) == len(parts):
        return Divided(value, ())
    return Divided("\n".join(kept), tuple(part for part in parts if part not in kept))


def is_criterion(sentence: str, requirement: str, *, mixed: bool) -> bool:
    """Whether a sentence can be decided by looking at the system.

    Args:
        sentence: one sentence of a column of criteria.
        requirement: the words of the requirement that it stands beside.
        mixed: whether the column's heading announces reasons as well.
    """
    said = _ABBREVIATION.sub(" ", _CITATION.sub(" ", sentence))
    limited = _has_limit(sentence)
    if not limited and not _WORD.search(said):
        return False
    if limited or not mixed:
        return limited or (not _PURPOSE.search(sentence) and _decidable(sentence))
    reasoning = _PURPOSE.search(sentence) or _GOOD.search(sentence) or _METHOD.match(sentence)
    return not reasoning and _decidable(sentence) and bool(_stems(sentence) & _stems(requirement))


def _has_limit(sentence: str) -> bool:
    """Whether a sentence states a number that something is held against; the numbers of a citation are none."""
    quantities, intervals = read_quantities(_CITATION.sub(" ", sentence))
    return bool(intervals) or any(one.unit is not None for one in quantities)


def _decidable(sentence: str) -> bool:
    """Whether a sentence says that something does, is, or is in a state; a bare name says nothing."""
    if _ABSENCE.match(sentence) or _METHOD.match(sentence):
        return True
    return any(_has_verb(tagged) or _has_state(tagged) for tagged in (tag(words) for words in tokenised(sentence)))


def _has_verb(tagged: Tagged) -> bool:
    return any(tagged.finite)


def _has_state(tagged: Tagged) -> bool:
    """A participle or an adjective that nothing follows that it could belong to: "all items readable in the entry"."""
    tags = tagged.tags
    return any(
        kind in _STATES
        and (at == 0 or tags[at - 1] in _PHRASE | {Tag.ADVERB, Tag.NEGATION})
        and (at + 1 == len(tags) or tags[at + 1] not in _PHRASE)
        for at, kind in enumerate(tags)
    )


def _stems(text: str) -> frozenset[str]:
    words = (word.lower() for word in _WORD.findall(text))
    return frozenset(word[:_STEM].removesuffix("s") for word in words if word not in _EMPTY)


def reason_of(name: str, value: str) -> Attribute:
    """A reason as an attribute of its requirement, under a name that says what it is."""
    return Attribute(name=f"{REASON} “{name or 'acceptance criteria'}”", value=value)
