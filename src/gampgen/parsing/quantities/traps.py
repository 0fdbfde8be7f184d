"""Numbers that are no quantities: clauses and standards, ids, dates, clock times, versions, addresses, model names."""

from __future__ import annotations

import re

from gampgen.parsing.quantities.numbers import Number
from gampgen.parsing.quantities.units import Measured

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|(?-i:May|MAY)|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)

# The first sign of each alternative below, looked at before any is tried.
_SPAN = re.compile(
    r"(?=[0-9<(\[\s]|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))(?:"
    + "|".join(
        (
            r"(?<![\w.])[0-9]{1,3}\s*CFR\s*(?:Parts?\s*)?[0-9][0-9.]*(?:\([a-z0-9]{1,4}\))*",
            r"(?<![\w.])[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:.]+(?:Z|[+-][0-9:]+)?)?",
            r"(?<![\w.-])(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])(?![\w-])",
            r"(?<![\w./])[0-9]{1,2}([./])[0-9]{1,2}\1(?:[0-9]{4}|[0-9]{2})(?![\w/])",
            rf"(?<![\w.])[0-9]{{1,2}}(?:st|nd|rd|th)?[\s-]?{_MONTH}\b(?:[\s,-]{{1,2}}[0-9]{{2,4}}\b)?",
            rf"\b{_MONTH}\b\.?\s+[0-9]{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s*[0-9]{{4}}\b)?(?!\s?[a-z%°])",
            rf"\b{_MONTH}\b\.?,?\s+(?:19|20)[0-9]{{2}}\b",
            r"(?<![\w.:])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:\s?[ap]\.?m\b)?",
            r"(?<![\w.])[0-9]{1,2}(?:[.][0-9]{2})?\s?(?:[ap]m|[ap]\.m\.)(?!\w)",
            r"(?<![\w.])[0-9]+\s?:\s?[0-9]+(?![\w:])",
            r"(?<![\w.])(?:[0-9]{1,3}[.]){3}[0-9]{1,3}(?:/[0-9]{1,2})?(?![\w.])",
            r"(?<![\w.])[0-9]{1,2}(?:[.][0-9]{1,2}){2,}(?![\w])",
            r"(?<![\w.])24\s?[/x]\s?7(?:[/x]365)?\b",
            r"(?<![\w.])[0-9]+(?:st|nd|rd|th)\b",
            r"<[0-9]{1,4}>(?=\s|$|[,;.)])",
            r"(?<![\w.(])[0-9]+\([a-z0-9]{1,3}\)",
            r"(?:^|(?<=[\n;:]))\s*\(?[0-9]{1,3}[).](?=\s+[A-Za-z])",
            r"(?<![,;]\s)(?<=\s)[0-9]{1,2}\)(?=\s)",
            r"\(\s?[0-9]\s?\)",
            r"\[\s?[0-9]{1,3}\s?\]",
            r"\A\s*[0-9]+(?:[.][0-9]+)+[.]?(?=\s+(?-i:[A-Z][a-z]))",
        )
    )
    + ")",
    re.IGNORECASE,
)

_DIGIT = re.compile(r"[0-9]")
_LABEL = (
    r"sections?|clauses?|annex(?:es)?|appendi(?:x|ces)|chapters?|parts?|tables?|tabs?|figures?|figs?\.?|steps?|pages?"
    r"|pp?\.|items?|refer\s+to|see|lines?|rows?|columns?|articles?|paragraphs?|paras?\.?|rules?|notes?|requirements?|reqs?\.?|urs"
    r"|phases?|levels?|grades?|class(?:es)?|categor(?:y|ies)|cat\.|types?|tiers?|groups?|zones?|rooms?|sites?"
    r"|buildings?|versions?|ver\.?|rev(?:ision)?s?\.?|releases?|editions?|amendments?"
    r"|windows|gamp|iso(?:/iec)?|iec|ieee|astm|en|din|bs|ansi|isa|ich|usp|ph\.\s?eur\.?|nist(?:\s+sp)?|rfc|cfr|vde|ul"
    r"|sop|stage|priority|tank|vessel|reactor|channel|port|slot|station|bay|gate|loop|tag"
    r"|tls|ssl|http|usb|ipv|oauth|saml|html|css|sql\s+server|office|excel|python|java|\.net|ios|android"
)
_LABEL_BEFORE = re.compile(
    rf"(?:(?<![\w-])(?:{_LABEL})\s*(?:no\.?|number|nr\.?|#|id)?\s*[:.]?\s*v?|\b[Nn]os?\.\s*|\b[Nn]r\.\s*|[#§№]+\s*|\bv\.?\s?)\Z",
    re.IGNORECASE,
)
_GLUED_BEFORE = re.compile(r"(?:[A-Za-z_][A-Za-z0-9_.]*-|[A-Za-z_0-9]/|[\w]\.|_)\Z")
_NAME_BEFORE = re.compile(r"(?<=[\w,;)%\"'/] )(?:[A-Z][\w.&-]*)\s\Z|\b[A-Z]{2,}[0-9]*\s\Z")
_NOT_A_NAME = re.compile(
    r"\b(?:MIN|MAX|AND|OR|TO|THAN|MOST|LEAST|OF|EVERY|WITHIN|FOR|AFTER|ONLY|BE|IS|ALL|PH|RH|A|EUR|USD|GBP|CHF|UP)\s\Z"
)
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|until|till|by|during|before|from|early|late|mid|year|dated|©|and|to|spring|summer|autumn|fall"
    r"|winter|version|edition)|[:,(–-])\s*\Z",
    re.IGNORECASE,
)
_YEAR_AFTER_OF = re.compile(
    r"\b(?!limits?\b|values?\b|maximum\b|minimum\b|total\b|number\b|capacity\b|setpoint\b|range\b|size\b|count\b)\w+"
    r"\s+of\s+\Z",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(r"\b(?:this|that|these|those|the|which)[\s-]+\Z", re.IGNORECASE)
_PARTITIVE = re.compile(r"\s+of\b|\s*[).,;]", re.IGNORECASE)
_JOINED = re.compile(r"\s*(?:,|and|or|&|to|-|–|through|,\s*(?:and|or))\s*(?:v\.?)?\Z", re.IGNORECASE)
_HYPHEN_NAME = re.compile(
    r"-(?:factor|eyes?|way|time|tier|sided?|dimensional|off|click|stop|shot|party|fold|up)\b", re.IGNORECASE
)
_GLUED_AFTER = re.compile(r"[A-Za-z_]+(?:[0-9_]|\b(?!\())|[A-Za-z]{1,3}-[A-Za-z]*[0-9]|-[A-Za-z]+[0-9]|[.][0-9]|\^")


def trapped_spans(text: str) -> list[tuple[int, int]]:
    """Places of the text that hold digits without being a quantity, whatever stands around them."""
    return [match.span() for match in _SPAN.finditer(text)] if _DIGIT.search(text) else []


class Traps:
    """Decides for one text, number by number from the left, which are no quantities."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._spans = trapped_spans(text)
        self._next = 0
        self._trapped_end: int | None = None
        self._shouting = text.isupper()

    def holds(self, number: Number, stands: Measured, *, compared: bool, previous_end: int) -> bool:
        """Whether a number is no quantity.

        Args:
            number: asked in the text's order, each number once.
            stands: its unit or what it counts.
            compared: whether a comparison stands before it. A number with a unit or a comparison is a quantity even
                after a capital letter ("Temperature 25 °C").
            previous_end: where the quantity before it ended, with its unit ("2h-4h" is a range and no name).
        """
        if (not number.in_words and self._in_span(number)) or self._is_trapped(
            number, stands, compared=compared, previous_end=previous_end
        ):
            self._trapped_end = number.end
            return True
        return False

    def _in_span(self, number: Number) -> bool:
        while self._next < len(self._spans) and self._spans[self._next][1] <= number.start:
            self._next += 1
        if self._next == len(self._spans):
            return False
        start, end = self._spans[self._next]
        return start < number.end and number.start < end

    def _is_trapped(self, number: Number, stands: Measured, *, compared: bool, previous_end: int) -> bool:
        before = self._text[max(0, number.start - 28) : number.start]
        if _HYPHEN_NAME.match(self._text, number.end):
            return True
        if number.in_words:
            alone = stands.unit is None and stands.counted is None
            pronoun = _POINTS_BACK.search(before) or not _PARTITIVE.match(self._text, number.end)
            return alone and not compared and number.value == "1" and bool(pronoun)
        if self._is_glued(number, before, previous_end, has_unit=stands.unit is not None):
            return True
        if compared or stands.unit is not None:
            return False
        return self._is_label_or_name(before, stands) or self._continues_list(number) or self._is_year(number, before)

    def _is_glued(self, number: Number, before: str, previous_end: int, *, has_unit: bool) -> bool:
        follows_range = self._text[previous_end : number.start] in {"-", "/"} and previous_end > 0
        if not follows_range and _GLUED_BEFORE.search(before):
            return True
        return not has_unit and bool(_GLUED_AFTER.match(self._text, number.end))

    def _is_label_or_name(self, before: str, stands: Measured) -> bool:
        if _LABEL_BEFORE.search(before):
            return True
        if self._shouting or stands.counted is not None:
            return False
        return bool(_NAME_BEFORE.search(before)) and not _NOT_A_NAME.search(before)

    def _continues_list(self, number: Number) -> bool:
        """Whether a list goes on ("clauses 3, 4 and 7"): what follows a trapped number in a list is trapped too."""
        if self._trapped_end is None:
            return False
        return bool(_JOINED.fullmatch(self._text, self._trapped_end, number.start))

    def _is_year(self, number: Number, before: str) -> bool:
        written = self._text[number.start : number.end]
        if not re.fullmatch(r"(?:19|20)[0-9]{2}", written):
            return False
        closed = self._text[number.end : number.end + 1] in {")", "'", "’"}
        return closed or bool(_YEAR_BEFORE.search(before) or _YEAR_AFTER_OF.search(before))
