"""Texts of an exact length, made of the kinds of characters that the requirement allows."""

from __future__ import annotations

from gampgen.domain.coverage import InputCase
from gampgen.domain.limit_point import LimitPoint

_SHORT = 70
_WRITTEN_OUT = 1000  # characters
_EVERY_KIND = "Aa1!"  # a password: all kinds, so that no other rule of the password decides
_PATTERNS = {
    ("letters",): "abcdefghijklmnopqrstuvwxyz",
    ("digits",): "1234567890",
    ("letters", "digits"): "Ab1cd2Ef3gh4",
}
FOREIGN = "!"


def text_of(point: LimitPoint, part: InputCase, noun: str) -> str:
    """A text of exactly the wanted length; only its length decides whether it is taken.

    Beyond a length that somebody can still check by eye it is said how the text is made, to the character: a limit
    of a thousand million bytes must not become a cell of that size.
    """
    pattern = _pattern(part, noun)
    count = int(point.value)
    times, rest = divmod(count, len(pattern))
    if count <= _WRITTEN_OUT:
        return pattern * times + pattern[:rest]
    return f"“{pattern}” {times} times" + (f", then “{pattern[:rest]}”" if rest else "")


def shown(point: LimitPoint, part: InputCase, noun: str) -> str:
    """The text as a step shows it: in full where it is short, else by its pattern."""
    if int(point.value) <= _SHORT:
        return f"“{text_of(point, part, noun)}”"
    return f"“{_pattern(part, noun)}” again and again, cut at the wanted length, see the inputs"


def _pattern(part: InputCase, noun: str) -> str:
    if "password" in noun.lower():
        return _EVERY_KIND
    return _PATTERNS.get(part.alphabet, _PATTERNS[("letters", "digits")])
