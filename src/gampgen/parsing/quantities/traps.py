"""Numbers that are no quantities: clauses and standards, ids, dates, clock times, versions, addresses, model names."""

from __future__ import annotations

import re

from gampgen.parsing.quantities.numbers import Number

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}"

_SPAN = re.compile(
    "|".join(
        (
            r"(?<![\w.])[0-9]{1,3}\s*CFR\s*(?:Parts?\s*)?[0-9][0-9.]*(?:\([a-z0-9]{1,4}\))*",
            r"(?<![\w.])[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:.]+(?:Z|[+-][0-9:]+)?)?",
            r"(?<![\w.-])(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])(?![\w-])",
            r"(?<![\w./])[0-9]{1,2}([./])[0-9]{1,2}\1(?:[0-9]{4}|[0-9]{2})(?![\w/])",
            rf"(?<![\w.])[0-9]{{1,2}}(?:st|nd|rd|th)?[\s-]?{_MONTH}\b(?:[\s,-]{{1,2}}[0-9]{{2,4}}\b)?",
            rf"\b{_MONTH}\.?\s+[0-9]{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s*[0-9]{{4}}\b)?(?!\s?[a-z%°])",
            rf"\b{_MONTH}\.?,?\s+(?:19|20)[0-9]{{2}}\b",
            r"(?<![\w.:])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:\s?[ap]\.?m\b)?",
            r"(?<![\w.])[0-9]{1,2}\s?[ap]\.?m\b\.?",
            r"(?<![\w.])[0-9]+\s?:\s?[0-9]+(?![\w:])",
            r"(?<![\w.])(?:[0-9]{1,3}[.]){3}[0-9]{1,3}(?:/[0-9]{1,2})?(?![\w.])",
            r"(?<![\w.])[0-9]{1,2}(?:[.][0-9]{1,2}){2,}(?![\w])",
            r"(?<![\w.])24\s?[/x]\s?7(?:[/x]365)?\b",
            r"(?<![\w.])[0-9]+(?:st|nd|rd|th)\b",
            r"<[0-9]{1,4}>(?=\s|$|[,;.)])",
            r"(?<![\w.(])[0-9]+\([a-z0-9]{1,3}\)",
            r"(?:^|(?<=[\n;:]))\s*\(?[0-9]{1,3}[).](?=\s+[A-Za-z])",
            r"(?<=\s)[0-9]{1,2}\)(?=\s)",
            r"\(\s?[0-9]\s?\)",
        )
    ),
    re.IGNORECASE,
)

_LABEL = (
    r"sections?|clauses?|annex(?:es)?|appendi(?:x|ces)|chapters?|parts?|tables?|tabs?|figures?|figs?\.?|steps?|pages?"
    r"|pp?\.|lines?|rows?|columns?|items?|articles?|paragraphs?|paras?\.?|rules?|notes?|requirements?|reqs?\.?|urs"
    r"|phases?|levels?|grades?|class(?:es)?|categor(?:y|ies)|cat\.|types?|tiers?|groups?|zones?|rooms?|sites?"
    r"|buildings?|versions?|ver\.?|rev(?:ision)?s?\.?|releases?|editions?|issue|amendments?|volume(?=\s+[0-9]+\s*[,:])"
    r"|windows|gamp|iso(?:/iec)?|iec|ieee|astm|en|din|bs|ansi|isa|ich|usp|ph\.\s?eur\.?|nist(?:\s+sp)?|rfc|cfr|vde|ul"
    r"|sop|form|model|series|mark|mk\.?|option|priority|stage|scenario|example|question|test|case|chapter|schedule"
    r"|batch|lot|order|tank|vessel|reactor|channel|port|slot|unit|station|room|shift|bay|gate|loop|tag"
    r"|tls|ssl|http|usb|ipv|oauth|saml|html|css|sql server|office|excel|python|java|\.net|ios|android|server|core"
)
_LABEL_BEFORE = re.compile(
    rf"(?:(?<![\w-])(?:{_LABEL})\s*(?:no\.?|number|nr\.?|#|id)?\s*[:.]?\s*v?|\b[Nn]os?\.\s*|\b[Nn]r\.\s*|[#§№]+\s*|\bv\.?\s?)\Z",
    re.IGNORECASE,
)
_LABELS_THAT_ARE_COUNTED = re.compile(r"\s*(?:%|[a-zA-Zµμ°]{1,12}\b)")
_GLUED_BEFORE = re.compile(r"(?:[A-Za-z_]-|[A-Za-z_0-9]/|[\w]\.|_)\Z")
_MINUS_WORD = re.compile(r"(?<![A-Za-z])minus-\Z", re.IGNORECASE)
_NAME_BEFORE = re.compile(r"(?<=[a-z0-9,;)\"'/] )(?:[A-Z][\w.&-]*)\s\Z|\b[A-Z]{2,}[0-9]*\s\Z")
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
_JOINED = re.compile(r"\s*(?:,|and|or|&|to|-|–|through|,\s*(?:and|or))\s*(?:v\.?)?\Z", re.IGNORECASE)
_HYPHEN_NAME = re.compile(
    r"-(?:factor|eyes?|way|time|tier|sided?|dimensional|off|click|stop|shot|party|fold|up)\b", re.IGNORECASE
)
_GLUED_AFTER = re.compile(r"[A-Za-z_]+[0-9_]|[A-Za-z]{0,3}-[A-Za-z]*[0-9]|[.][0-9]|\^")


def trapped_spans(text: str) -> list[tuple[int, int]]:
    """Places of the text that hold digits without being a quantity, whatever stands around them."""
    return [match.span() for match in _SPAN.finditer(text)]


class Traps:
    """Decides for one text, number by number from the left, which are no quantities."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._spans = trapped_spans(text)
        self._next = 0
        self._last_label_end: int | None = None

    def holds(self, number: Number, *, measured: bool) -> bool:
        """Whether a number is no quantity.

        Args:
            number: asked in the text's order, each number once.
            measured: whether a unit follows it, or a comparison stands before it. Such a number is a quantity even
                after a capital letter ("Temperature 25 °C").
        """
        if self._in_span(number):
            return True
        if number.in_words:
            return bool(_HYPHEN_NAME.match(self._text, number.end))
        if self._is_label(number, measured=measured):
            self._last_label_end = number.end
            return True
        return self._is_name(number, measured=measured)

    def _in_span(self, number: Number) -> bool:
        while self._next < len(self._spans) and self._spans[self._next][1] <= number.start:
            self._next += 1
        if self._next == len(self._spans):
            return False
        start, end = self._spans[self._next]
        return start < number.end and number.start < end

    def _is_label(self, number: Number, *, measured: bool) -> bool:
        before = self._text[max(0, number.start - 28) : number.start]
        if _LABEL_BEFORE.search(before) and not measured:
            return True
        if self._last_label_end is None:
            return False
        between = self._text[self._last_label_end : number.start]
        return not measured and bool(_JOINED.fullmatch(between))

    def _is_name(self, number: Number, *, measured: bool) -> bool:
        before = self._text[max(0, number.start - 28) : number.start]
        if _GLUED_BEFORE.search(before) and not _MINUS_WORD.search(before):
            return True
        if _HYPHEN_NAME.match(self._text, number.end) or _GLUED_AFTER.match(self._text, number.end):
            return True
        if measured:
            return False
        if _NAME_BEFORE.search(before) and not _NOT_A_NAME.search(before):
            return True
        return self._is_year(number, before)

    def _is_year(self, number: Number, before: str) -> bool:
        written = self._text[number.start : number.end]
        if not re.fullmatch(r"(?:19|20)[0-9]{2}", written):
            return False
        return bool(_YEAR_BEFORE.search(before) or _YEAR_AFTER_OF.search(before)) or self._text[
            number.end : number.end + 1
        ] in {")", "'"}
