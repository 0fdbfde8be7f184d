"""Numbers in the formats of lists and notes (ECMA-376 part 1, §17.18.59): 4 as "04", "iv", "d", "4th"."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_ROMAN_END: Final = 4000
_LETTERS: Final = 26
_LETTERS_END: Final = 781  # Word repeats a letter at most thirty times
_CIRCLED_END: Final = 21
_TEENS: Final = range(10, 21)


def _roman(number: int) -> str:
    if not 0 < number < _ROMAN_END:
        return str(number)
    text = ""
    for worth, sign in _ROMAN:
        count, number = divmod(number, worth)
        text += sign * count
    return text


def _letter(number: int) -> str:
    if not 0 < number < _LETTERS_END:
        return str(number)
    return chr(ord("a") + (number - 1) % _LETTERS) * ((number - 1) // _LETTERS + 1)


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in _TEENS else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _circled(number: int) -> str:
    return chr(ord("①") + number - 1) if 0 < number < _CIRCLED_END else str(number)


_FORMATS: Final[dict[str, Callable[[int], str]]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerLetter": _letter,
    "upperLetter": lambda number: _letter(number).upper(),
    "ordinal": _ordinal,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": lambda number: f"({number})",
    "decimalEnclosedFullstop": lambda number: f"{number}.",
    "numberInDash": lambda number: f"- {number} -",
    "decimalFullWidth": str,
    "decimalHalfWidth": str,
    "hex": lambda number: f"{number:X}",
    "none": lambda _: "",
    "bullet": lambda _: "",
}
KNOWN_FORMATS: Final = frozenset(_FORMATS) | {"custom"}
"""Formats that are reproduced exactly; others are shown as plain numbers, and reported."""


def in_format(number: int, form: str, custom: str = "") -> str:
    """`number` as the format shows it.

    Args:
        number: the count.
        form: name of the format, as in the file.
        custom: for the format "custom", its sample ("001, 002, 003, ..."): only its padding is used.
    """
    if form == "custom":
        sample = custom.partition(",")[0].strip()
        return str(number).zfill(len(sample)) if sample.isascii() and sample.isdigit() else str(number)
    return _FORMATS.get(form, str)(number)
