"""Which unit stands after (or, for pH and currencies, before) a number, and what a bare count counts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gampgen.domain.unit import SPELLINGS_IN_PARTS, unit_named

_SEVERAL = re.compile(
    r"\s?-?(?:" + "|".join(re.escape(s).replace(r"\ ", r"[\s-]") for s in SPELLINGS_IN_PARTS)
    + r")(?![A-Za-z0-9])",
    re.IGNORECASE,
)  # fmt: skip
_SYMBOL = re.compile(
    r"(?:\s?-?\s?)(?P<unit>/(?=[mcdk]?[mlLg][³²23]?\b|[µμ]L\b|h\b|min\b|s\b|d\b)[A-Za-zµμ]+[²³23]?|[°º˚]\s?(?:[CFK](?![a-z])|Bx\b)?|%|‰|[℃℉″′]|1/min"
    r"|[A-Za-zµμΩℓ]+(?:\([agAw]\))?(?:[²³]|[⁻−-]?[¹1](?![0-9])|(?<=[mMt])\^?[23](?![0-9]))?)"
)
_BRACKETED = re.compile(r"\s?(?:\[\s?([^\]\[]{1,14}?)\s?\]|\{\s?([^{}]{1,14}?)\s?\}|<\s?([^<>]{1,14}?)\s?>)")
_PER_AMOUNT = re.compile(r"\s?/\s?[0-9]{1,4}\s?(?:[mµμ]?[Ll]|[mk]?g|cm[²2]|m[²³23]|h)(?![A-Za-z0-9])")
_MORE_OF_SYMBOL = re.compile(
    r"\s?/\s?(?P<below>[A-Za-zµμΩℓ]+(?:\([a-z]\))?(?:[²³]|(?<=[mt])\^?[23](?![0-9]))?)|\s?[·*]\s?(?P<times>[A-Za-z]{1,3})(?![A-Za-z])"
)
_RATE = re.compile(
    r"\s+(?:per|an?|each|every)\s+(?P<below>(?:(?:calendar|working|business|operating)\s)?[A-Za-zµμ]+[²³23]?(?:\s(?:foot|feet|metre|meter|inch)s?\b)?)"
)
_TIME_BELOW = re.compile(r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|quarters?|years?)\Z", re.IGNORECASE)
_CURRENCY_CODES = (
    "USD|EUR|GBP|CHF|JPY|CNY|RMB|INR|CAD|AUD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|RON|TRY|RUB|BRL|MXN|KRW|SGD|HKD|TWD|ZAR|THB"
    "|AED|SAR|ILS|usd|eur|gbp|chf|rmb"
)
_CURRENCY_BEFORE = re.compile(rf"(?:(?:US|AU|NZ|HK|C|A|S|R)\s?)?[$€£¥₹₩₽₺]\s?\Z|\b(?:{_CURRENCY_CODES})\s?\Z")
_CURRENCY_AFTER = re.compile(
    rf"\s?(?:[€£$₹₩₽₺]|(?-i:{_CURRENCY_CODES})\b)"
    r"|[\s-]?(?:(?:(?-i:[A-Z])[\w.]{1,14}|US|U\.S\.)\s+){0,2}"
    r"(?:euros?|dollars?|yuan|yen|cents?|pence|penny|pennies|rupees?|francs?|pounds?\s+sterling|kron[ae]r?|zlotys?"
    r"|roubles?|rubles?|pesos?|dirhams?|dinars?|riyals?|rials?|shekels?|liras?|baht|ringgit|rupiahs?|forints?"
    r"|korunas?|renminbi|bitcoins?)\b",
    re.IGNORECASE,
)
_PH_BEFORE = re.compile(r"\bpH\b(?P<rest>[^0-9;.!?]{0,60})\Z")
_WORD = re.compile(r"[\s-]+(?P<word>[A-Za-z][A-Za-z'’-]*|[A-Z]{2,}s?)")

_STOP_WORDS = """
a an the and or nor but of to in on at by for from with without within per via as than that which who whom whose
if when while where after before until unless since during over under above below between into onto out up down
off is are was were be been being has have had do does did shall must should will would can could may might not
no it its this these those they them there then thus also so such each every any all both either neither more
less fewer greater higher lower larger smaller longer shorter later earlier maximum minimum max min apart plus
minus x only including because inclusive exclusive respectively long wide high deep thick old requires
starts rounds stops shows uses needs remains exceeds falls rises reaches means equals
"""
_STOP = frozenset(_STOP_WORDS.split())
_NOT_PLURAL = re.compile(r"(?:ss|us|is|ous|ics)\Z")
_IRREGULAR_WORDS = """
people personnel staff data media criteria indices matrices men women children feet
"""
_IRREGULAR = frozenset(_IRREGULAR_WORDS.split())
_COUNTED_WORDS = """
user person operator reviewer approver signatory character digit letter symbol class attempt try retry failure
login log-in logon session copy page record entry row column field item line sample test result batch lot unit
container vial bottle box pack tablet particle colony alarm event message signature approval review version
generation password step cycle stage sensor probe channel station instrument device server site location product
material recipe role level second-person decimal place point position bed count customer employee worker member
year-old times time course print printout label barcode tag report file document administrator supervisor
analyst reading measurement injection replicate run backup node core piece dose warehouse zone plant shift
"""
_COUNTED = frozenset(_COUNTED_WORDS.split())
_LONGEST_COUNTED = 4
_MOST_DIVISORS = 3
_SHORTEST_WORD = 3


@dataclass(frozen=True, slots=True)
class Measured:
    """What stands with a number: its unit as written (or None), what is counted (or None), and where that ends.

    `start` lies before the number for a currency sign, else it is the number's own start.
    """

    start: int
    end: int
    unit: str | None = None
    counted: str | None = None


def measured(text: str, start: int, end: int) -> Measured:
    """The unit or the counted things of the number that stands in `text[start:end]`."""
    if sign := _CURRENCY_BEFORE.search(text, max(0, start - 6), start):
        return _with_rate(text, Measured(sign.start(), end, unit=sign[0].strip()))
    if after := _CURRENCY_AFTER.match(text, end):
        return _with_rate(text, Measured(start, after.end(), unit=after[0].strip()))
    if _is_inch_mark(text, end):
        return Measured(start, text.index('"', end) + 1, unit='"')
    if stop := _unit_end(text, end):
        return _with_rate(text, Measured(start, stop, unit=text[end:stop].strip(" \t\n\u00a0\u2009\u202f-[]{}<>")))
    return _counted(text, start, end)


def acidity_before(text: str, start: int) -> bool:
    """Whether "pH" stands before a number so that it is the number's unit: "pH 4.5", "pH shall be between 4.5 …"."""
    return bool(_PH_BEFORE.search(text, max(0, start - 64), start))


def _is_inch_mark(text: str, end: int) -> bool:
    """Whether a straight quotation mark stands for inches: no other one opens or closes a quotation."""
    at = end + text.startswith(" ", end)
    if not text.startswith('"', at):
        return False
    return text.find('"', at + 1) < 0 and text.rfind('"', 0, at) < 0


def _unit_end(text: str, end: int) -> int | None:
    """Where the unit after position `end` ends, or None where there is none."""
    if match := _SEVERAL.match(text, end):
        return _quotient_end(text, match.end())
    if (match := _BRACKETED.match(text, end)) and unit_named(match[match.lastindex or 0]) is not None:
        return match.end()
    match = _SYMBOL.match(text, end)
    if match is None or text[match.end() : match.end() + 1].isalnum() or not _may_be_unit(text, end, match):
        return None
    if unit_named(match["unit"]) is None:
        return _count_quotient_end(text, match)
    if text.startswith("(s)", match.end()):
        return match.end() + len("(s)")
    return _quotient_end(text, match.end())


def _may_be_unit(text: str, end: int, match: re.Match[str]) -> bool:
    """Whether one letter can be a unit: not after a spaced hyphen ("4 - C"), S and B in a quotient only ("5S")."""
    quotient = text.startswith("/", match.end())
    return len(match["unit"]) > 1 or (
        " -" not in text[end : match.start("unit")] and (quotient or match["unit"] not in {"S", "B"})
    )


def _quotient_end(text: str, end: int) -> int:
    if amount := _PER_AMOUNT.match(text, end):
        return amount.end()  # "10 CFU/100 mL"
    for _ in range(_MOST_DIVISORS):
        match = _MORE_OF_SYMBOL.match(text, end)
        if match is None:
            break
        part = match["below"] or match["times"]
        if unit_named(part) is None and not (match["below"] and part.islower() and len(part) >= _SHORTEST_WORD):
            break
        end = match.end()
    return end


def _count_quotient_end(text: str, match: re.Match[str]) -> int | None:
    """Where a quotient of counted things ends ("particles/m³"): the thing counted is no unit, the quotient is."""
    below = _MORE_OF_SYMBOL.match(text, match.end())
    if below is None or not below["below"] or unit_named(below["below"]) is None:
        return None
    return below.end() if len(match["unit"]) >= _SHORTEST_WORD else None


def _with_rate(text: str, found: Measured) -> Measured:
    """Add "per minute", "a day" to a unit or to what is counted: a rate is a unit, not a count."""
    match = _RATE.match(text, found.end)
    if match is None:
        return found
    word = match[0].split()[0]
    if match["below"].lower() in _ACCORDING:
        return found  # "25 users per vendor specifications"
    if found.unit is not None and found.unit.startswith(("%", "percent", "per cent")):
        return found  # "99.5 % per calendar month" is a share measured over a month, no rate
    if word != "per" and not _TIME_BELOW.match(match["below"]):
        return found
    if word in {"each", "every"} and found.unit is not None:
        return found
    named = found.unit or found.counted
    unit = f"{named}{text[found.end : match.end()]}" if named else match[0].strip()
    return Measured(found.start, match.end(), unit=unit)


_ACCORDING = frozenset(
    {"vendor", "supplier", "manufacturer", "protocol", "procedure", "sop", "specification", "design"}
)


def _counted(text: str, start: int, end: int) -> Measured:
    """The things counted: up to the first plural; else a singular that the field counts ("12-character", "1 user")."""
    position = singular_end = end
    for _ in range(_LONGEST_COUNTED):
        match = _WORD.match(text, position)
        if match is None or match["word"].lower() in _STOP:
            break
        position = match.end()
        if _is_plural(match["word"]):
            singular_end = position
            break
        if match["word"].lower() in _COUNTED and singular_end == end:
            singular_end = position
    counted = text[end:singular_end].strip().lstrip("-").strip() or None
    return _with_rate(text, Measured(start, singular_end, counted=counted))


def _is_plural(word: str) -> bool:
    low = word.lower()
    if word[:-1].isupper() and word.endswith("s") and len(word) >= _SHORTEST_WORD:
        return True
    return low in _IRREGULAR or (len(low) >= _SHORTEST_WORD and low.endswith("s") and not _NOT_PLURAL.search(low))
