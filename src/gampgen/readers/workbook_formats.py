"""Number formats of worksheets (ECMA-376 part 1, §18.8.30): a stored number as the cell shows it."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation
from functools import lru_cache
from typing import Final

BUILT_IN: Final[dict[int, str]] = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 14: "yyyy-mm-dd",
    15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss",
    22: "m/d/yy h:mm", 37: "#,##0 ;(#,##0)", 38: "#,##0 ;(#,##0)", 39: "#,##0.00;(#,##0.00)",
    40: "#,##0.00;(#,##0.00)", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
}  # fmt: skip
"""Formats that are named by number only; their dates follow the reader's country and are shown in ISO 8601 here."""

_SIGNIFICANT: Final = Context(prec=15, rounding=ROUND_HALF_UP)  # what a spreadsheet stores of a number
_TOKEN: Final = re.compile(
    r'"([^"]*)"|\\(.)|_.|\*.|(\[[^\]]*\])|(AM/PM|A/P)|([Gg]eneral)|([0#?.,]+)|([Ee][+-])|(.)', re.DOTALL
)
_DATE_LETTERS: Final = frozenset("ymdhs")
_ELAPSED: Final = re.compile(r"\[([hms])+\]", re.IGNORECASE)
_CURRENCY: Final = re.compile(r"\[\$([^-\]]*)[^\]]*\]")
_DAYS_LIMIT: Final = 2_958_466  # the day after 9999-12-31
_SECONDS_A_DAY: Final = 86_400
_EPOCH_1904: Final = dt.date(1904, 1, 1)
_EPOCH_1900: Final = dt.date(1899, 12, 31)
_LEAP_BUG: Final = 60  # a day that never was: 1900-02-29
_CODE_LIMIT: Final = 255
_DIGITS_LIMIT: Final = 30
_PLACE: Final = "\0"


@dataclass(frozen=True, slots=True)
class _Format:
    """A format taken apart: literal text around one number pattern. `pattern` "" shows no number at all.

    `template` is set where literal text stands between the digits ("00-00"), each digit's place marked by `_PLACE`.
    """

    before: str
    pattern: str
    after: str
    percent: int = 0
    general: bool = False
    exponent: bool = False
    date: bool = False
    clock: bool = False
    day: bool = False
    seconds: bool = False
    elapsed: bool = False
    template: str = ""


def shown_number(stored: str, code: str, *, from_1904: bool = False) -> str:
    """A number as the cell shows it; dates and times in ISO 8601.

    Args:
        stored: the number as stored ("1.1000000000000001").
        code: the number format ('"URS-"000').
        from_1904: the workbook counts its days from 1904.
    """
    number = _decimal(stored)
    if number is None:
        return stored
    sections = _sections(code)
    parsed = _parsed(_chosen(sections, number))
    if parsed.date:
        return _date(number, parsed, from_1904=from_1904) or plain(stored)
    negative = number < 0 and (len(sections) == 1 or (len(sections) > 1 and "[" in sections[0]))
    text = _filled(abs(number), parsed)
    return f"{'-' if negative and any(digit in '123456789' for digit in text) else ''}{text}"


def plain(stored: str) -> str:
    """A number in the general format: fifteen digits at most, no ".0"."""
    number = _decimal(stored)
    return stored if number is None else _general(number)


def is_text(code: str) -> str:
    """The section that a format applies to text, "@" by default: 'Req. @' shows "A" as "Req. A"."""
    sections = _sections(code)
    return next((section for section in reversed(sections) if "@" in section), "@")


def shown_text(text: str, code: str) -> str:
    """A text as the cell shows it."""
    if "@" not in code or code == "@":
        return text
    parts = []
    for match in _TOKEN.finditer(is_text(code)[:_CODE_LIMIT]):
        literal, escaped, bracket = match[1], match[2], match[3]
        if literal is not None or escaped is not None:
            parts.append(literal if literal is not None else escaped)
        elif bracket is None and match[8]:
            parts.append(text if match[8] == "@" else match[8])
    return "".join(parts)


def _decimal(stored: str) -> Decimal | None:
    try:
        number = Decimal(stored.strip())
    except InvalidOperation:
        return None
    if not number.is_finite() or abs(number.adjusted()) > 308:  # noqa: PLR2004 - the range of a double
        return None
    return _SIGNIFICANT.plus(number)


@lru_cache(maxsize=512)
def _sections(code: str) -> tuple[str, ...]:
    """The parts of a format between semicolons that are not quoted."""
    sections, current, position = [], "", 0
    code = code[:_CODE_LIMIT]
    while position < len(code):
        match = _TOKEN.match(code, position)
        piece = match[0] if match else code[position]
        position += len(piece)
        if piece == ";":
            sections.append(current)
            current = ""
        else:
            current += piece
    return (*sections, current)


def _chosen(sections: tuple[str, ...], number: Decimal) -> str:
    numeric = [section for section in sections if "@" not in section] or ["General"]
    if number < 0 and len(numeric) > 1:
        return numeric[1]
    return numeric[2] if number == 0 and len(numeric) > 2 else numeric[0]  # noqa: PLR2004 - positive; negative; zero


@dataclass(slots=True)
class _Parts:
    """A format while it is taken apart."""

    before: str = ""
    after: str = ""
    pattern: str = ""
    template: str = ""
    split: bool = False
    percent: int = 0
    general: bool = False
    exponent: bool = False
    elapsed: bool = False
    dates: str = ""

    def literal(self, text: str) -> None:
        """Text that is shown as it stands."""
        self.template += text
        if self.pattern or self.general:
            self.after += text
        else:
            self.before += text

    def bracket(self, text: str) -> None:
        """A bracket: elapsed time, a currency, or a colour or condition that shows nothing."""
        if _ELAPSED.fullmatch(text):
            self.elapsed = True
            self.dates += text[1].lower()
        elif currency := _CURRENCY.fullmatch(text):
            self.literal(currency[1])

    def digits(self, text: str) -> None:
        """Places of digits."""
        self.split = self.split or bool(self.after)
        self.pattern += "" if self.after else text
        self.template += _PLACE * sum(text.count(sign) for sign in "0#?")

    def sign(self, text: str) -> None:
        """A letter of a date, a percent sign, or any other character."""
        if text.lower() in _DATE_LETTERS:
            self.dates += text.lower()
            return
        self.percent += text == "%"
        self.literal(text)


@lru_cache(maxsize=512)
def _parsed(section: str) -> _Format:
    parts = _Parts()
    for match in _TOKEN.finditer(section):
        literal, escaped, bracket, half, word, digits, power, sign = match.groups()
        if literal is not None or escaped is not None:
            parts.literal(literal if literal is not None else escaped)
        elif bracket:
            parts.bracket(bracket)
        elif digits:
            parts.digits(digits)
        elif sign:
            parts.sign(sign)
        parts.dates += "h" if half else ""
        parts.general = parts.general or bool(word)
        parts.exponent = parts.exponent or bool(power)
    dates = set(parts.dates)
    return _Format(
        before=parts.before,
        pattern=parts.pattern,
        after=parts.after,
        percent=parts.percent,
        general=parts.general,
        exponent=parts.exponent,
        date=bool(dates),
        clock=bool(dates & set("hs")),
        day=bool(dates & set("yd")) or dates == {"m"},
        seconds="s" in dates,
        elapsed=parts.elapsed,
        template=parts.template if parts.split else "",
    )


def _filled(number: Decimal, parsed: _Format) -> str:
    if parsed.general:
        return f"{parsed.before}{_general(number)}{parsed.after}"
    if not parsed.pattern:
        return f"{parsed.before}{parsed.after}"
    if parsed.exponent or "/" in parsed.after:  # powers of ten and fractions: the plain number says the same
        return _general(number)
    for _ in range(min(parsed.percent, 2)):
        number *= 100
    if parsed.template:
        return _placed(number, parsed.template)
    whole, _, decimals = parsed.pattern.partition(".")
    if whole.endswith(","):  # thousands left out
        return _general(number)
    return f"{parsed.before}{_digits(number, whole, decimals)}{parsed.after}"


def _digits(number: Decimal, whole: str, decimals: str) -> str:
    places = min(sum(decimals.count(sign) for sign in "0#?"), _DIGITS_LIMIT)
    rounded = number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP, context=Context(prec=400))
    integer, _, fraction = f"{rounded:f}".partition(".")
    least = min(whole.count("0"), _DIGITS_LIMIT)
    integer = integer.lstrip("0").zfill(least) if least or integer.strip("0") else ""
    if "," in whole.strip(","):
        integer = f"{int(integer or 0):,}".zfill(least)
    kept = min(decimals.count("0"), _DIGITS_LIMIT)
    fraction = fraction[:kept] + fraction[kept:].rstrip("0")
    return f"{integer or ('0' if not fraction else '')}{'.' if fraction else ''}{fraction}"


def _placed(number: Decimal, template: str) -> str:
    """Digits put into their places from the right; digits without a place stand before the first one."""
    rounded = f"{number.to_integral_value(rounding=ROUND_HALF_UP):f}"
    digits = list(rounded.zfill(template.count(_PLACE)))
    shown = []
    left = template.count(_PLACE)
    for sign in reversed(template):
        if sign != _PLACE:
            shown.append(sign)
            continue
        left -= 1
        shown.append(digits.pop() if left else "".join(digits))
    return "".join(reversed(shown))


def _general(number: Decimal) -> str:
    text = f"{number:f}" if abs(number.adjusted()) <= _DIGITS_LIMIT else f"{number.normalize():E}"
    return text.rstrip("0").rstrip(".") if "." in text and "E" not in text else text


def _date(number: Decimal, parsed: _Format, *, from_1904: bool) -> str | None:
    """A day count as an ISO date, a clock time or a duration; None where it is no day of the calendar."""
    if not 0 <= number < _DAYS_LIMIT:
        return None
    seconds = int((number * _SECONDS_A_DAY).to_integral_value(rounding=ROUND_HALF_UP))
    if parsed.elapsed:
        return f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
    days, rest = divmod(seconds, _SECONDS_A_DAY)
    clock = f"{rest // 3600:02d}:{rest // 60 % 60:02d}" + (f":{rest % 60:02d}" if parsed.seconds or rest % 60 else "")
    if not parsed.day:
        return clock
    base = _EPOCH_1904 if from_1904 else _EPOCH_1900 - dt.timedelta(days=days > _LEAP_BUG)
    try:
        day = (base + dt.timedelta(days=days)).isoformat()
    except OverflowError:
        return None
    return f"{day}T{clock}" if parsed.clock else day
