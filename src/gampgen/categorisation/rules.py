"""The findings that categorisation can raise, and its indicators, as rules with a manual."""

from __future__ import annotations

from gampgen.categorisation.indicators import Indicator, indicators
from gampgen.domain.finding import Rule

QUESTIONS = (
    "Ask: is the product sold to other customers in the same form? Which functions change by settings, which by "
    "writing code or formulas? Who writes interfaces and reports, and in what language?"
)
_GUIDE = "GAMP 5 second edition, Appendix M4, in own words"

NO_EVIDENCE = Rule(
    code="CAT-NONE",
    name="No evidence for a GAMP category",
    manual=(
        "Nothing in the document says whether the system is used as supplied, is set up by configuration, or is "
        "written for this use. No category is guessed. State it in the document, or decide with --category N "
        "--decided-by NAME --reason TEXT."
    ),
    source=_GUIDE,
)
CLOSE = Rule(
    code="CAT-CLOSE",
    name="The category is not clear",
    manual=(
        "Evidence for two categories is close, or there is little evidence at all. The higher of two close categories "
        "is proposed for planning; a person has to decide."
    ),
    source=_GUIDE,
)
CONFLICT = Rule(
    code="CAT-CONFLICT",
    name="The document contradicts itself about how the system is made",
    manual=(
        "One passage says that the product is used without modification or programming, another that something is "
        "written or changed for this use. Until that is settled the higher category is proposed."
    ),
    source=_GUIDE,
)
OPEN = Rule(
    code="CAT-OPEN",
    name="The document leaves open how a part is made",
    manual=(
        "A passage says that it is not yet clear whether something is configured or written. It counts for no "
        "category; the decision has to be taken before the category is."
    ),
    source=_GUIDE,
)
PART = Rule(
    code="CAT-PART",
    name="A custom part in a product",
    manual=(
        "Few passages speak of code written for this use, in a system that is otherwise a product. By the hybrid rule "
        "the headline stays with the product and the part is named as a component of category 5, to be specified, "
        "reviewed and tested as such. If the part decides on product quality or patient safety, the headline is 5."
    ),
    source=_GUIDE,
)
CLAIM = Rule(
    code="CAT-CLAIM",
    name="The document claims another category",
    manual=(
        "The category that the document states for itself is not used as evidence. It differs from what its "
        "requirements say, or names several categories."
    ),
    source="gampgen",
)
DECISION = Rule(
    code="CAT-DECIDED",
    name="A person decided against the evidence",
    manual="The category that a person decided differs from the one that the document's words speak for.",
    source="gampgen",
)
HIGHEST = Rule(
    code="CAT-HIGHEST",
    name="The highest category was taken in doubt",
    manual=(
        "The category needed a person, and the run was told to take the highest one in question (--on-doubt highest): "
        "of those that evidence speaks for, and the one that the document claims. It is a cautious plan, no decision."
    ),
    source="gampgen",
)
_FINDINGS = (NO_EVIDENCE, CLOSE, CONFLICT, OPEN, PART, CLAIM, DECISION, HIGHEST)


def _as_rule(indicator: Indicator) -> Rule:
    direction = "against" if indicator.weight < 0 else "for"
    words = f" Phrases: {', '.join(indicator.phrases)}." if indicator.phrases else ""
    naming = " Counts only where the words name the system itself." if indicator.naming else ""
    note = f" Note: {indicator.note}." if indicator.note else ""
    return Rule(
        code=indicator.code,
        name=indicator.name,
        manual=(
            f"Speaks {direction} GAMP category {indicator.category} with weight {abs(indicator.weight)}; repeats count "
            f"less, a negation turns it round.{words}{naming}{note}"
        ),
        source=_GUIDE,
    )


RULES = (*_FINDINGS, *(_as_rule(indicator) for indicator in indicators()))
