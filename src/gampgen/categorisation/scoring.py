"""From mentions to scores per category, and to what the headline rests on."""

from __future__ import annotations

import math
import re

from gampgen.categorisation.mentions import Mention
from gampgen.domain.base import Value
from gampgen.domain.category import GampCategory

CATEGORIES = (GampCategory.CUSTOM, GampCategory.CONFIGURED, GampCategory.STANDARD, GampCategory.INFRASTRUCTURE)
LEAST_CUSTOM = 0.4  # below this, one slight or repeated mention is no custom part
SMALL_SHARE = 0.2
_STRONG = 0.6
_CLEAR_MENTION = 0.6
_CLOSE_RATIO = 0.6
_SATURATION = 1.2
_FEW_PASSAGES = 2

_LOW_IMPACT = re.compile(
    r"\b(?:not\s+(?:a\s+)?GxP|no\s+GxP|non-GxP|not\s+used\s+for\s+(?:a\s+)?(?:GxP|release|decision)|for\s+information\s+only|cosmetic|"
    r"(?:colour|color|layout|font|logo|date\s+format|help\s+text|sort\s+order))\b",
    re.IGNORECASE,
)
_DECIDES = re.compile(
    r"\b(?:calculat|comput|decid|determin|judg|evaluat|control|reject|accept|releas)\w*\b[^.;]{0,80}"
    r"\b(?:release|disposition|dose|dosage|strength|potency|purity|pass|fail|accept|reject|steril\w*|critical|F0|shelf\s+life)\b",
    re.IGNORECASE,
)
# Sweeping statements about the whole system; beside code that is to be written one of the two is wrong.
_SWEEPING = frozenset({"CAT3-AS-SUPPLIED", "CAT3-UNMODIFIED", "CAT4-NO-CODE"})
_SWEEPING_WORDS = re.compile(r"\b(?:no|without|unmodified|unchanged)\b", re.IGNORECASE)
_TO_BE_WRITTEN = frozenset(
    {"CAT5-BESPOKE", "CAT5-NEW", "CAT5-OWN-STAFF", "CAT5-SUPPLIER-WRITES", "CAT5-VENDOR-CODE", "CAT5-CREATE"}
)


class Scores(Value):
    """What speaks for each category, added up, and the passages that say so.

    `points` are sums of weights (never below 0), `shares` the parts of them in 0-1. Both in the order of CATEGORIES.
    """

    points: tuple[float, float, float, float]
    mentions: tuple[Mention, ...]

    def of(self, category: GampCategory) -> float:
        """The points of one category."""
        return self.points[CATEGORIES.index(category)]

    def share(self, category: GampCategory) -> float:
        """The points of one category as a part of all points, in 0-1."""
        total = sum(self.points)
        return self.of(category) / total if total else 0.0

    def speaking(self, category: GampCategory) -> tuple[Mention, ...]:
        """The mentions that speak for a category, in the document's order."""
        return tuple(one for one in self.mentions if one.category is category and one.weight > 0)

    def saying(self, category: GampCategory) -> tuple[Mention, ...]:
        """As `speaking`, with the repeats that no longer add weight."""
        return tuple(one for one in self.mentions if one.category is category and one.said)


class Conflict(Value):
    """Two mentions of which at most one can be true of the whole system."""

    sweeping: Mention
    against: Mention


def score(mentions: tuple[Mention, ...]) -> Scores:
    """Add the weights up, per category."""
    points = [
        max(0.0, round(math.fsum(one.weight for one in mentions if one.category is category), 4))
        for category in CATEGORIES
    ]
    return Scores(points=(points[0], points[1], points[2], points[3]), mentions=mentions)


def headline(scores: Scores) -> GampCategory | None:
    """The category for planning, or None where nothing speaks for any.

    Code written for this use makes a 5, unless it is a small part of a configured or standard system (the hybrid
    rule). Between 3 and 4 the higher one is taken where they are close; 1 only where it leads all others.
    """
    if not any(scores.points):
        return None
    if has_custom_part(scores) and not custom_part_is_small(scores):
        return GampCategory.CUSTOM
    configured, standard = scores.of(GampCategory.CONFIGURED), scores.of(GampCategory.STANDARD)
    if scores.of(GampCategory.INFRASTRUCTURE) > max(configured, standard):
        return GampCategory.INFRASTRUCTURE
    if configured and configured >= _CLOSE_RATIO * standard:
        return GampCategory.CONFIGURED
    if standard:
        return GampCategory.STANDARD
    return GampCategory.CUSTOM


def has_custom_part(scores: Scores) -> bool:
    """Whether anything is written for this use: one clear statement of it, or slighter ones that weigh together."""
    custom = scores.of(GampCategory.CUSTOM)
    product = max(scores.of(GampCategory.CONFIGURED), scores.of(GampCategory.STANDARD))
    clear = any(one.weight >= _CLEAR_MENTION for one in scores.speaking(GampCategory.CUSTOM))
    return custom >= LEAST_CUSTOM and (clear or custom >= product / 4)


def custom_part_is_small(scores: Scores) -> bool:
    """Whether the code is a small part of a product.

    It is where no GxP decision hangs on it by the document's own words, or where few passages speak of it and none
    says that it decides on the product.
    """
    custom = scores.of(GampCategory.CUSTOM)
    product = max(scores.of(GampCategory.CONFIGURED), scores.of(GampCategory.STANDARD))
    if custom >= product:
        return False
    if custom_part_is_harmless(scores):
        return True
    if custom_part_decides(scores):
        return False
    speaking = {_place(one) for one in scores.saying(GampCategory.CUSTOM)}
    telling = {_place(one) for one in scores.mentions if one.said}
    return len(speaking) <= SMALL_SHARE * len(telling) and custom <= product / 2


def custom_part_decides(scores: Scores) -> bool:
    """Whether a passage about code says that it computes or decides what the product's fate hangs on."""
    return any(
        one.weight >= _CLEAR_MENTION and _DECIDES.search(one.passage.text)
        for one in scores.speaking(GampCategory.CUSTOM)
    )


def custom_part_is_harmless(scores: Scores) -> bool:
    """Whether every passage about code says itself that no GxP decision hangs on it."""
    speaking = scores.speaking(GampCategory.CUSTOM)
    return bool(speaking) and all(_LOW_IMPACT.search(one.passage.text) for one in speaking)


def _place(mention: Mention) -> tuple[str, str]:
    return mention.passage.requirement_uid or "", mention.passage.text


def conflicts(scores: Scores) -> tuple[Conflict, ...]:
    """Sweeping statements ("without any modification") beside code that is to be written; at most one pair."""
    sweeping = [
        one
        for one in scores.mentions
        if (one.indicator in _SWEEPING and one.weight >= _STRONG and _SWEEPING_WORDS.search(one.quote))
        or (one.negated and one.indicator in _TO_BE_WRITTEN and one.category is GampCategory.CUSTOM)
    ]
    written = [one for one in scores.speaking(GampCategory.CUSTOM) if one.indicator in _TO_BE_WRITTEN]
    if not sweeping or not written:
        return ()
    return (Conflict(sweeping=sweeping[0], against=max(written, key=lambda one: one.weight)),)


def confidence(scores: Scores, chosen: GampCategory) -> float:
    """How far the chosen category leads, in 0-1, two decimals.

    The margin over the best other category, lowered where little was said, where only the class of system speaks, or
    where all of it stands in one place. A custom part that is named as a component is no rival to its product.
    """
    own = scores.of(chosen)
    apart = GampCategory.CUSTOM if has_custom_part(scores) and custom_part_is_small(scores) else None
    rivals = [scores.of(other) for other in CATEGORIES if other not in {chosen, apart}]
    margin = (own - max(rivals)) / (own + max(rivals)) if own else 0.0
    amount = 1.0 - math.exp(-_SATURATION * own)
    speaking = scores.speaking(chosen)
    if len({_place(one) for one in speaking}) < _FEW_PASSAGES:
        amount *= 0.8
    if all(one.indicator.endswith("-CLASS") for one in speaking):
        amount *= 0.5
    return round(max(0.0, margin) * amount, 2)
