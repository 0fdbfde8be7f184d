"""Indicators found in the document's words, each with what it is worth."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from gampgen.categorisation.indicators import Indicator, indicators
from gampgen.categorisation.passages import BLANK, Passage
from gampgen.categorisation.polarity import Polarity, polarity_of, sentence_around
from gampgen.domain.base import Value
from gampgen.domain.category import GampCategory
from gampgen.knowledge.words import masked, stems

_FALLING = (1.0, 0.5, 0.25)
_SLIGHT_SHARE = 0.3
_RUN_TIME_SHARE = 0.2
_MEANS_SHARE = 0.2

_PARTNER = re.compile(
    r"\b(?:integrat\w+|interfac\w+|connect\w*|exchang\w+|communicat\w+|link\w*|synchroni\w+)\b[^.;]{0,40}\b(?:with|to|from)\s+"
    r"(?:(?:the|our|an?|existing|other)\s+)*$",
    re.IGNORECASE,
)
_NAMES_SYSTEM = re.compile(
    r"\b(?:requirements?|specification|URS|document)\b[^.;]{0,60}\b(?:for|of)\s+(?:[\w-]+\s+){0,5}$", re.IGNORECASE
)
_SUBJECT_BEFORE = re.compile(
    r"^\W*(?:(?:the|a|an|each|our|this|all)\s+)?(?:(?!(?:to|with|from|for|by|in|on|at|and|or|when|if)\b)[\w-]+\s+){0,4}$",
    re.IGNORECASE,
)
_SUBJECT_AFTER = re.compile(
    r"^\w*(?:\s+(?!(?:to|with|from|by)\b)[\w()-]+){0,3}\s+(?:shall|must|will|should|is|are|has|have|supports?|can|stores?|uses?|"
    r"provides?|manages?|hosts?|scans?|monitors?|authenticates?|distributes?|runs?|controls?|collects?)\b",
    re.IGNORECASE,
)
_RUN_TIME = re.compile(
    r"\b(?:set\s?-?points?|setpoint|logging\s+interval|language|time\s+zone|IP\s+address|printer|from\s+\d[^.;]{0,30}\bto\s+\d)\b",
    re.IGNORECASE,
)
_FOR_USERS = re.compile(
    r"\b(?:users?|operators?|analysts?|administrators?|reviewers?)\s+(?:shall\s+|must\s+|will\s+)?(?:be\s+able\s+to|can|may|to)\b|"
    r"\b(?:allow|enable|permit|let)s?\s+(?:the\s+)?(?:[\w-]+\s+)?(?:users?|operators?|analysts?|administrators?)\b",
    re.IGNORECASE,
)


class Mention(Value):
    """One indicator in one passage. `quote` is verbatim; `weight` is what it adds to the category (or takes off).

    `said` is true where the words speak for the category, however often they were said before (then `weight` is 0).
    """

    indicator: str
    name: str
    category: GampCategory
    quote: str
    weight: float
    passage: Passage
    open: bool = False
    negated: bool = False
    said: bool = False


def mentions_in(passages: tuple[Passage, ...]) -> tuple[Mention, ...]:
    """All mentions in the passages' order. Repeats of the same words count with falling weight (1, 0.5, 0.25, 0)."""
    seen: Counter[tuple[str, str]] = Counter()
    found: list[Mention] = []
    for passage in passages:
        for indicator in indicators():
            for start, end in _places(indicator, passage):
                key = (indicator.code, _key(indicator, passage.text[start:end]))
                share = _FALLING[seen[key]] if seen[key] < len(_FALLING) else 0.0
                seen[key] += 1
                found += _read(indicator, passage, (start, end), share)
    return tuple(found)


def _key(indicator: Indicator, quote: str) -> str:
    """What counts as a repeat: the same words; for a class of system, the class, however often it is named."""
    return "" if indicator.naming else " ".join(stems(quote))


def _places(indicator: Indicator, passage: Passage) -> list[tuple[int, int]]:
    """Where the indicator stands, without what its mask covers and without overlaps, in order."""
    if not indicator.expression and not indicator.phrase_index.find(passage.text):
        return []  # nothing there that a mask could cover
    text = masked(passage.text, indicator.mask_index)
    spans = [(hit.start, hit.end) for hit in indicator.phrase_index.find(text)]
    if indicator.expression:
        spans += [hit.span() for hit in indicator.expression.finditer(text)]
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    readable = [(start, end) for start, end in kept if BLANK not in passage.text[start:end]]
    return [span for span in readable if _counts(indicator, passage, span)]


def _counts(indicator: Indicator, passage: Passage, span: tuple[int, int]) -> bool:
    """Whether the words are about the system itself, and not about a partner that it talks to."""
    begin, finish = sentence_around(passage.text, *span)
    before, after = passage.text[begin : span[0]], passage.text[span[1] : finish]
    if _PARTNER.search(before):
        return False
    if not indicator.naming:
        return True
    if passage.system and len(passage.text) < _NAME_LENGTH and not _PARTNER_WORD.search(before):
        return True
    subject = _SUBJECT_BEFORE.search(before) and _SUBJECT_AFTER.search(after)
    return bool(subject or _NAMES_SYSTEM.search(before))


_NAME_LENGTH = 80
_PARTNER_WORD = re.compile(r"\b(?:integrat\w+|interface\w*|connect\w+)\b", re.IGNORECASE)


def _read(indicator: Indicator, passage: Passage, span: tuple[int, int], share: float) -> Iterator[Mention]:
    text = passage.text
    meant = polarity_of(text, *span)
    weight = indicator.weight * share * _context_share(indicator, text, span)

    def mention(category: GampCategory, worth: float, *, negated: bool = False) -> Mention:
        return Mention(
            indicator=indicator.code,
            name=indicator.name,
            category=category,
            quote=" ".join(text[span[0] : span[1]].split()),
            weight=round(worth, 4),
            passage=passage,
            open=meant is Polarity.OPEN,
            negated=negated,
            said=meant in {Polarity.SAID, Polarity.SLIGHT} and indicator.weight > 0,
        )

    if meant is Polarity.OPEN:
        yield mention(indicator.speaks_for, 0.0)
    elif meant is Polarity.NEGATED:
        yield mention(indicator.speaks_for, -abs(weight), negated=True)
        for other in indicator.negated:
            yield mention(GampCategory(other.category), other.weight * share, negated=True)
    else:
        yield mention(indicator.speaks_for, weight * (_SLIGHT_SHARE if meant is Polarity.SLIGHT else 1.0))


def _context_share(indicator: Indicator, text: str, span: tuple[int, int]) -> float:
    """What the sentence takes off the weight.

    A run-time value that is "configured", a custom part made with the product's own tools, or a feature that users get
    says little about how the system is made.
    """
    begin, finish = sentence_around(text, *span)
    sentence = text[begin:finish]
    if indicator.code.startswith("CAT4-CONFIGUR") and _RUN_TIME.search(sentence):
        return _RUN_TIME_SHARE
    if indicator.code in _MADE_WITH_MEANS and _means().search(text, begin, finish):
        return _MEANS_SHARE
    if indicator.speaks_for in _FEATURE_SHARES and _FOR_USERS.search(text, begin, span[0]):
        return _FEATURE_SHARES[indicator.speaks_for]
    return 1.0


_FEATURE_SHARES = {GampCategory.CONFIGURED: 0.4, GampCategory.CUSTOM: 0.1}
_MADE_WITH_MEANS = frozenset({"CAT5-CUSTOM", "CAT5-CREATE", "CAT5-BESPOKE", "CAT5-CUSTOMISE"})


@lru_cache(maxsize=1)
def _means() -> re.Pattern[str]:
    """A custom part made with the product's own means ("custom reports with the report designer")."""
    expressions = (one.expression for one in indicators() if one.code == "CAT4-MEANS")
    return next(expression for expression in expressions if expression)
