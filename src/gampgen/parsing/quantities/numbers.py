"""Numbers in running text: digits, powers, fractions and scale words. What they measure is not asked here.

Every pattern is linear in the length of the text: no quantifier stands inside another over the same characters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Context, Decimal

from gampgen.parsing.quantities import number_words

EXACT = Context(prec=160)
"""Arithmetic that never rounds what a requirement can hold."""

_LONGEST = 30  # digits: beyond that it is a serial number, and Decimal arithmetic would round it

_POWERS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_VULGAR = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅛": "0.125", "⅜": "0.375", "⅝": "0.625", "⅞": "0.875"}
_GROUP = r"(?:,|['’\u00a0\u2007\u2009\u202f ])"

_DIGITS = re.compile(
    rf"(?=[-+−–.0-9{''.join(_VULGAR)}mM])"
    r"(?:(?<![\w.,])|(?<=[0-9]\.\.)|(?<=USD)|(?<=EUR)|(?<=GBP)|(?<=CHF))"
    r"(?P<sign>(?<![\w.,/+±)\]%°'\u2019-])[-+−–]|(?<!or\s)(?<!/)(?<![0-9]\s)[Mm]inus[ -])?"
    r"(?:"
    rf"(?P<grouped>[1-9][0-9]{{0,2}}(?P<mark>{_GROUP})[0-9]{{3}}(?:(?P=mark)[0-9]{{3}})*(?![0-9])(?:[.][0-9]+)?)"
    r"|(?P<plain>[0-9]+(?:[.,][0-9]+)*|[.][0-9]+)"
    rf"|(?P<vulgar>[{''.join(_VULGAR)}])"
    r")"
    rf"(?P<part>\s?[{''.join(_VULGAR)}]|\s[1-9]/[2-9](?![0-9/])|/[1-9][0-9]{{0,2}}(?![0-9/,]|[.][0-9]))?"
    r"(?P<power>\s?[x×·*]\s?10(?:\^\s?[-−+]?[0-9]{1,3}|[⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})"
    r"|(?<=10)(?:\^\s?[-−+]?[0-9]{1,3}|\*\*[-−]?[0-9]{1,3}|[⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})"
    r"|[eE][-−+]?[0-9]{1,3}(?![0-9A-Za-z]))?"
)
_SCALE_LETTER = re.compile(r"(?:k|K(?=(?: [a-z]+){0,2} [a-z]+s\b)|mn|m|M|bn|B)(?![\w/²³°])")
_COUNTED_AFTER = re.compile(r"(?: [a-z]+){0,3} [a-z]+s\b")


@dataclass(frozen=True, slots=True)
class Number:
    """A number as found: its place in the text and its exact value as a decimal string."""

    start: int
    end: int
    value: str
    in_words: bool = False

    @property
    def decimal(self) -> Decimal:
        """The value as an exact decimal."""
        return Decimal(self.value)


def find_numbers(text: str) -> list[Number]:
    """Every number of the text in order, dates and clause numbers included: `traps` takes those out.

    "three (3)" is one number; "2.5 million" is 2500000; "1,500" and "1 500" are 1500, "10,5" is 10.5.
    """
    digits = [number for match in _DIGITS.finditer(text) for number in _from_digits(text, match)]
    words = [Number(start, end, value, in_words=True) for start, end, value in number_words.find(text)]
    return _without_repeats(text, sorted([*digits, *words], key=lambda number: number.start))


def in_decimals(value: Decimal, *, trim: bool) -> str:
    """A decimal as text without an exponent; `trim` drops zeros at the end that multiplying brought in."""
    text = format(value, "f")
    return (text.rstrip("0").rstrip(".") or "0") if trim and "." in text else text


def _from_digits(text: str, match: re.Match[str]) -> list[Number]:
    if match["vulgar"]:
        return [_scaled(text, match.start(), match.end("vulgar"), Decimal(_VULGAR[match["vulgar"]]))]
    written = match["grouped"] or match["plain"]
    if sum(letter.isdigit() for letter in written) > _LONGEST:
        return []
    plain = re.sub(_GROUP, "", written) if match["grouped"] else _without_marks(written)
    if plain is None:
        return _list_of_numbers(match)
    value = Decimal(plain.lstrip("0") or "0") if "." not in plain else Decimal(plain)
    value = -value if match["sign"] and match["sign"] != "+" and value else value
    part = _fraction(value, match["part"])
    if match["part"] and part is None:
        return [] if match["part"].startswith("/") else [Number(match.start(), match.end("part"), str(value))]
    if part is not None:
        return [Number(match.start(), match.end("part"), part)]
    return [_scaled(text, match.start(), match.end(), value, match["power"] or "")]


def _without_marks(written: str) -> str | None:
    """Digits with a decimal point, from a number that is no group of thousands in the English way; None for a list."""
    if re.fullmatch(r"[0-9]*(?:[.][0-9]+)?", written):
        return written if not written.startswith(".") else f"0{written}"
    if re.fullmatch(r"[0-9]+,[0-9]+", written):
        return written.replace(",", ".")
    if re.fullmatch(r"[0-9]{1,3}(?:[.][0-9]{3}){2,}(?:,[0-9]+)?", written):
        return written.replace(".", "").replace(",", ".")
    if re.fullmatch(r"[0-9]{1,3}[.][0-9]{3},[0-9]+", written):
        return written.replace(".", "").replace(",", ".")
    return None


def _list_of_numbers(match: re.Match[str]) -> list[Number]:
    """The numbers of a list without spaces: "4,5,6" is three; anything with several points ("1.2.3") is none."""
    if "." in match["plain"]:
        return []
    offset = match.start("plain")
    return [
        Number(offset + part.start(), offset + part.end(), part[0].lstrip("0") or "0")
        for part in re.finditer(r"[0-9]+", match["plain"])
    ]


def _fraction(whole: Decimal, part: str | None) -> str | None:
    """A number with its fraction: "10" with " 1/2" is 10.5, "1" with "/4" is 0.25; None where it is no fraction."""
    if part is None:
        return None
    part = part.strip()
    if part in _VULGAR:
        return str(EXACT.add(whole, Decimal(_VULGAR[part])))
    above, _, below = part.partition("/")
    if above:
        return number_words.quotient(Decimal(above), Decimal(below), whole) if Decimal(above) < Decimal(below) else None
    proper = 0 < whole < Decimal(below) and whole == whole.to_integral_value()
    return number_words.quotient(whole, Decimal(below)) if proper else None


def _scaled(text: str, start: int, end: int, value: Decimal, power: str = "") -> Number:
    if power:
        exponent = int(re.sub(r"^\s?[x×·*]\s?10|^[eE]|\^|\*\*|\s", "", power).translate(_POWERS).replace("−", "-"))
        if abs(exponent) > _LONGEST:
            return Number(start, end, in_decimals(value, trim=False))
        base = Decimal(1).scaleb(exponent)
        bare = not re.match(r"\s?[x×·*]|[eE]", power)
        return Number(start, end, in_decimals(base if bare else EXACT.multiply(value, base), trim=True))
    if half := number_words.AND_A_HALF.match(text, end):
        value, end = EXACT.add(value, Decimal("0.5")), half.end()  # "2 and a half hours"
    factor, end = number_words.scale_after(text, end)
    if factor == 1 and (letter := _SCALE_LETTER.match(text, end)) and _letter_scales(text, start, letter):
        factor, end = _LETTER_FACTORS[letter[0]], letter.end()
    if factor == 1:
        return Number(start, end, in_decimals(value, trim=False))
    return Number(start, end, in_decimals(EXACT.multiply(value, factor), trim=True))


_LETTER_FACTORS = {
    "k": Decimal(1000), "K": Decimal(1000), "m": Decimal(10**6), "mn": Decimal(10**6),
    "M": Decimal(10**6), "bn": Decimal(10**9), "B": Decimal(10**9),
}  # fmt: skip


def _letter_scales(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a letter after a number multiplies: k and bn always, K and M before things counted, all after money."""
    if match[0] in {"k", "K", "bn"} or (match[0] == "M" and _COUNTED_AFTER.match(text, match.end())):
        return True
    return text[:start].rstrip()[-3:].upper().endswith(("$", "€", "£", "USD", "EUR", "GBP", "CHF"))


def _without_repeats(text: str, numbers: list[Number]) -> list[Number]:
    """Join "thirty (30)" into one number, and drop what overlaps its forerunner."""
    kept: list[Number] = []
    for number in numbers:
        last = kept[-1] if kept else None
        if last and number.start < last.end:
            continue
        if last and _repeats(text, last, number):
            kept[-1] = Number(last.start, number.end + 1, number.value, in_words=True)
            continue
        kept.append(number)
    return kept


def _repeats(text: str, first: Number, second: Number) -> bool:
    between = text[first.end : second.start]
    bracketed = between.strip() == "(" and text[second.end : second.end + 1] == ")"
    return bracketed and first.in_words != second.in_words and first.decimal == second.decimal
