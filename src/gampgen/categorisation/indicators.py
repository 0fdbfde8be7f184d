"""Words that speak for a category: shipped as data, one indicator per line, with its weight and its limits."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from importlib import resources

from pydantic import ConfigDict

from gampgen.domain.base import Value
from gampgen.domain.category import GampCategory
from gampgen.knowledge.words import PhraseIndex


class NegatedWeight(Value):
    """What an indicator says where it is negated: "no custom code" speaks for configuration."""

    category: int
    weight: float


class Indicator(Value):
    """One indicator.

    `phrases` are matched as whole words in every plural and verb form, `pattern` as a regular expression; `mask`
    phrases are blanked first. `weight` in 0-1 is how much one mention says (negative: speaks against). `negated` is
    added where the mention is negated, beside taking the weight off. `naming`: counts only where the words name the
    system specified, not a partner of it. Products of vendors are never indicators: which category a product falls in
    depends on what is done with it.
    """

    model_config = ConfigDict(ignored_types=(cached_property,))

    code: str
    category: int
    weight: float
    name: str
    phrases: tuple[str, ...]
    pattern: str
    mask: tuple[str, ...]
    negated: tuple[NegatedWeight, ...]
    naming: bool
    note: str

    @property
    def speaks_for(self) -> GampCategory:
        """The category as the domain names it."""
        return GampCategory(self.category)

    @cached_property
    def phrase_index(self) -> PhraseIndex:
        """The phrases, ready to be found."""
        return PhraseIndex(self.phrases)

    @cached_property
    def mask_index(self) -> PhraseIndex:
        """The mask, ready to be found."""
        return PhraseIndex(self.mask)

    @cached_property
    def expression(self) -> re.Pattern[str] | None:
        """The compiled pattern, or None."""
        return re.compile(self.pattern, re.IGNORECASE) if self.pattern else None


@lru_cache(maxsize=1)
def indicators() -> tuple[Indicator, ...]:
    """All indicators, categories 5, 4, 3, 1."""
    text = (resources.files("gampgen.categorisation") / "data" / "indicators.jsonl").read_text(encoding="utf-8")
    return tuple(Indicator.model_validate_json(line) for line in text.splitlines() if line)
