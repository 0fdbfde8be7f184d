"""Numbers in words: "twenty-five", "one thousand and five hundred", "half a million", "two thirds"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Context, Decimal

_SMALL = {
    word: Decimal(value)
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
_TENS = {
    word: Decimal(10 * value)
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
_SCALES = {
    "hundred": Decimal(100), "thousand": Decimal(1000), "million": Decimal(10**6), "billion": Decimal(10**9),
    "trillion": Decimal(10**12), "dozen": Decimal(12),
}  # fmt: skip
_PARTS = {
    "half": Decimal(2), "halves": Decimal(2), "third": Decimal(3), "quarter": Decimal(4), "fourth": Decimal(4),
    "fifth": Decimal(5), "sixth": Decimal(6), "eighth": Decimal(8), "tenth": Decimal(10), "hundredth": Decimal(100),
    "thousandth": Decimal(1000),
}  # fmt: skip
_ORDINALS = {
    "first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6", "seventh": "7",
    "eighth": "8", "ninth": "9", "tenth": "10", "eleventh": "11", "twelfth": "12", "thirteenth": "13",
    "fourteenth": "14", "fifteenth": "15", "sixteenth": "16", "seventeenth": "17", "eighteenth": "18",
    "nineteenth": "19", "twentieth": "20", "thirtieth": "30",
}  # fmt: skip

_WORD = "|".join(sorted((*_SMALL, *_TENS, *_SCALES), key=len, reverse=True))
_RUN = re.compile(
    rf"(?<![\w-])(?P<run>(?:(?:an?|half\s+an?)\s+(?=hundred|thousand|million|billion|dozen))?(?:{_WORD})"
    rf"(?:(?:\s*-\s*|\s+(?:and\s+)?)(?:{_WORD})(?![A-Za-z]))*)(?![A-Za-z])",
    re.IGNORECASE,
)
_HALF = re.compile(
    r"(?<![\w-])(?:a|one)\s+quarter\s+(?=of\s+an?\b)|(?<![\w-])half\s+(?=(?:of|an?|the)\b)(?!an?\s+(?:hundred|thousand|million|billion|dozen)\b)|(?<=\s)and\s+a\s+half\b",
    re.IGNORECASE,
)
_PART_AFTER = re.compile(rf"(?:\s+|-)(?P<part>{'|'.join(_PARTS)})s?\b(?!\s*-)", re.IGNORECASE)
_POINT_AFTER = re.compile(rf"\s+point(?P<digits>(?:\s+(?:{'|'.join(_SMALL)})\b)+)", re.IGNORECASE)
AND_A_HALF = re.compile(r"\s+and\s+(?:a|one)\s+half\b", re.IGNORECASE)
_SCALE_AFTER = re.compile(
    r"[\s-]?\s?(?P<scale>hundred|thousand|million|billion|trillion|dozen)s?(?![A-Za-z])", re.IGNORECASE
)
_NO_NUMBER_BEFORE = re.compile(r"\b(?:no|any|each|another|every|some|which)[\s-]+\Z", re.IGNORECASE)
_NO_NUMBER_AFTER = re.compile(
    r"\s*(?:-\s*(?:to|off|time|way|sided|another|by)\b|another\b|by\s+one\b|at\s+a\s+time\b|'s\b)", re.IGNORECASE
)
_ORDINAL_RANGE = re.compile(
    rf"\bbetween\s+(?:the\s+)?(?P<low>{'|'.join(_ORDINALS)}|[0-9]{{1,3}}(?:st|nd|rd|th))\s+and\s+(?:the\s+)?"
    rf"(?P<high>{'|'.join(_ORDINALS)}|[0-9]{{1,3}}(?:st|nd|rd|th))\b",
    re.IGNORECASE,
)

_DIGIT_ORDINAL = re.compile(r"[0-9](?:st|nd|rd|th)\b")
_ROUNDED = Context(prec=160)
_SIX_PLACES = Decimal("0.000001")


_OPENINGS = frozenset(
    word[:3] for word in (*_SMALL, *_TENS, *_SCALES, *_PARTS, *_ORDINALS, "half", "quarter", "a", "an")
) - {"a", "an"}
_OPENING = re.compile(r"(?<![A-Za-z])[A-Za-z]{3}")


def may_hold(text: str) -> bool:
    """Whether some word begins like a number word: a quick look before the patterns are tried."""
    return not _OPENINGS.isdisjoint(_OPENING.findall(text.lower()))


def quotient(above: Decimal, below: Decimal, whole: Decimal = Decimal(0)) -> str:
    """`whole + above / below` as a decimal; one that does not end is rounded to six places."""
    value = _ROUNDED.add(whole, _ROUNDED.divide(above, below))
    rounded = value.quantize(_SIX_PLACES, context=_ROUNDED)
    return format(rounded, "f").rstrip("0").rstrip(".")


def scale_after(text: str, end: int) -> tuple[Decimal, int]:
    """The factor of the scale words that follow ("hundred million" → 10^8), and where they end."""
    factor = Decimal(1)
    while match := _SCALE_AFTER.match(text, end):
        factor *= _SCALES[match["scale"].lower()]
        end = match.end()
    return factor, end


def find(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and value of every number in words, in no fixed order."""
    if not may_hold(text) and not _DIGIT_ORDINAL.search(text):
        return
    for match in _ORDINAL_RANGE.finditer(text):
        for end in ("low", "high"):
            word = match[end].lower()
            yield match.start(end), match.end(end), _ORDINALS.get(word) or word.rstrip("stndrh")
    for match in _HALF.finditer(text):
        said = match[0].lower().rstrip()
        if said.startswith("half") or said.endswith("quarter"):
            yield match.start(), match.start() + len(said), "0.5" if said.startswith("half") else "0.25"
    for match in _RUN.finditer(text):
        yield from _numbers_of_run(text, match)


def _numbers_of_run(text: str, match: re.Match[str]) -> Iterator[tuple[int, int, str]]:
    """Split a run of number words where grammar ends a number: "eight and nine" is two numbers."""
    words = list(re.finditer(r"[A-Za-z]+", match["run"]))
    total, group = Decimal(0), Decimal(0)
    start, last = match.start() + words[0].start(), match.start()
    open_number, joined = False, False
    for word in words:
        name, place = word[0].lower(), match.start() + word.start()
        if name == "and":
            joined = True
            continue
        step = _step(name, total, group) if open_number else _begin(name)
        scaled = total + group >= Decimal(100)
        if step is None or (joined and open_number and not scaled):
            yield from _checked(text, start, last, total + group)
            start, step = place, _begin(name)
        if step is not None:
            total, group = step
        open_number, joined, last = True, False, match.start() + word.end()
    yield from _checked(text, start, last, total + group)


def _begin(name: str) -> tuple[Decimal, Decimal]:
    if name in {"a", "an"}:
        return Decimal(0), Decimal(1)
    if name == "half":
        return Decimal(0), Decimal("0.5")
    return _step(name, Decimal(0), Decimal(0)) or (Decimal(0), Decimal(0))


def _step(name: str, total: Decimal, group: Decimal) -> tuple[Decimal, Decimal] | None:
    """One more word of a number, or None where the word begins another number."""
    if name in {"a", "an"}:
        return total, group
    if name in _SCALES:
        scale = _SCALES[name]
        if scale <= Decimal(100):
            return total, (group or Decimal(1)) * scale
        return total + (group or Decimal(1)) * scale, Decimal(0)
    below = group % 100
    if name in _TENS:
        return (total, group + _TENS[name]) if not below else None
    fits = not below or (below >= Decimal(20) and not below % 10 and 0 < _SMALL[name] < Decimal(10))
    return (total, group + _SMALL[name]) if fits else None


def _checked(text: str, start: int, end: int, value: Decimal) -> Iterator[tuple[int, int, str]]:
    if _NO_NUMBER_AFTER.match(text, end) or text[start:end].lower() in _SCALES:
        return  # "several hundred", "dozens", "a baker's dozen": a scale word alone counts nothing
    if value == 1 and _NO_NUMBER_BEFORE.search(text, max(0, start - 10), start):
        return
    if point := _POINT_AFTER.match(text, end):
        digits = "".join(str(_SMALL[word.lower()]) for word in point["digits"].split())
        yield start, point.end(), f"{value}.{digits}"
    elif half := AND_A_HALF.match(text, end):
        factor, stop = scale_after(text, half.end())
        yield start, stop, _plain((value + Decimal("0.5")) * factor)
    elif (part := _PART_AFTER.match(text, end)) and value < Decimal(100):
        yield start, part.end(), quotient(value, _PARTS[part["part"].lower()])
    else:
        yield start, end, _plain(value)


def _plain(value: Decimal) -> str:
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
