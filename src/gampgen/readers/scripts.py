"""Raised and lowered text, symbol fonts, bullets: what a person sees, as Unicode characters."""

from __future__ import annotations

import sys
from typing import Final

BULLETS: Final = "•·‣⁃▪▫■□●○◦◆◇►▸➢➤✓✔❖"
"""Characters that serve as bullets and as nothing else at the start of a line."""

_RAISED: Final = str.maketrans("0123456789+-−–=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾")
_LOWERED: Final = str.maketrans("0123456789+-−–=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎")


def raised(text: str) -> str:
    """Superscript text as Unicode: "-6" of "10-6" becomes "⁻⁶". Text without a digit ("th", "®") stays on the line."""
    if text in {"n", "+", "-", "−"}:
        return {"n": "ⁿ", "+": "⁺"}.get(text, "⁻")
    return text.translate(_RAISED) if any(letter.isdigit() for letter in text) else text


def lowered(text: str) -> str:
    """Subscript text as Unicode: "2" of "CO2" becomes "₂". Text without a digit ("max") stays on the line."""
    return text.translate(_LOWERED) if any(letter.isdigit() for letter in text) else text


# The Symbol font (Adobe encoding), codes 0x22 to 0xfe that differ from ASCII.
_SYMBOL: Final[dict[int, str]] = {
    **dict(zip(range(0x41, 0x5B), "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", strict=True)),
    **dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True)),
    **dict(zip(range(0xA1, 0xBD), "ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…", strict=True)),
    **dict(zip(range(0xC0, 0xE0), "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓", strict=True)),
    0x22: "∀", 0x24: "∃", 0x27: "∋", 0x2A: "∗", 0x2D: "−", 0x40: "≅", 0x5C: "∴", 0x5E: "⊥", 0xA0: "€", 0xE5: "∑",
    0xF2: "∫",
}  # fmt: skip
_WINGDINGS: Final[dict[int, str]] = {
    0x4A: "☺", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x75: "◆", 0x76: "❖", 0x77: "◆", 0x9F: "•", 0xA7: "▪",
    0xA8: "☐", 0xB7: "•", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒",
    0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2: Final[dict[int, str]] = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0xA3: "☐", 0x97: "•"}

_PRIVATE: Final = range(0xF000, 0xF100)  # where word processors keep the codes of symbol fonts
_ASCII: Final = range(0x20, 0x7F)

UNKNOWN_SYMBOL: Final = "\ufffd"
"""Stands for a symbol whose meaning is not known; it is reported where it is cleaned."""


def symbol(code: int, font: str) -> str:
    """The character that a symbol font shows for a code (0x20-0xff, or the same in the private area, 0xf020-0xf0ff)."""
    low = code - _PRIVATE.start if code in _PRIVATE else code
    name = font.lower()
    if name.startswith("wingdings 2"):
        return _WINGDINGS_2.get(low, UNKNOWN_SYMBOL)
    if name.startswith("wingdings"):
        return _WINGDINGS.get(low, UNKNOWN_SYMBOL)
    if name == "symbol" or low != code:
        return _SYMBOL.get(low) or (chr(low) if low in _ASCII else UNKNOWN_SYMBOL)
    character = chr(code) if 0 <= code <= sys.maxunicode else UNKNOWN_SYMBOL
    return character if character.isprintable() else UNKNOWN_SYMBOL


def with_symbols(text: str, font: str) -> str:
    """`text` with private-area characters of a symbol font shown as what they look like."""
    if text.isascii() or not any("\uf020" <= letter <= "\uf0ff" for letter in text):
        return text
    return "".join(symbol(ord(one), font) if "\uf020" <= one <= "\uf0ff" else one for one in text)
