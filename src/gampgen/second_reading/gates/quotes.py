"""G3: a quote is an exact substring (white space folded) of the requirement. One that is not is never mended."""

from __future__ import annotations

from gampgen.domain.requirement import Requirement

SHORTEST = 3


def quote_problems(quote: str, requirement: Requirement) -> tuple[str, ...]:
    """Why the quote does not hold; nothing where it does."""
    if len(quote.strip()) < SHORTEST:
        return ("the quote is empty or too short to prove anything",)
    return () if requirement.holds(quote) else ("the quote is not, word for word, in the requirement",)
