"""Texts of an exact length, made of the kinds of characters that the requirement allows."""

from __future__ import annotations

from gampgen.domain.coverage import InputCase, LimitPoint

_SHORT = 70
_EVERY_KIND = "Aa1!"  # a password: all kinds, so that no other rule of the password decides
_PATTERNS = {
    ("letters",): "abcdefghijklmnopqrstuvwxyz",
    ("digits",): "1234567890",
    ("letters", "digits"): "Ab1cd2Ef3gh4",
}
FOREIGN = "!"


def text_of(point: LimitPoint, part: InputCase, noun: str) -> str:
    """A text of exactly the wanted length; only its length decides whether it is taken."""
    pattern = _pattern(part, noun)
    count = int(point.value)
    return (pattern * (count // len(pattern) + 1))[:count]


def shown(point: LimitPoint, part: InputCase, noun: str) -> str:
    """The text as a step shows it: in full where it is short, else by its pattern."""
    full = text_of(point, part, noun)
    if len(full) <= _SHORT:
        return f"“{full}”"
    return f"“{_pattern(part, noun)}” again and again, cut at the wanted length, see the inputs"


def _pattern(part: InputCase, noun: str) -> str:
    if "password" in noun.lower():
        return _EVERY_KIND
    return _PATTERNS.get(part.alphabet, _PATTERNS[("letters", "digits")])
