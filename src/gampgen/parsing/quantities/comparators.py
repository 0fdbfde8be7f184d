"""The words and signs by which a number becomes a limit: "at least", "must not exceed", "or more", "≤"."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from gampgen.domain.quantity import Comparator

_MORE_WORD = r"(?:more|greater|higher|longer|later|larger|older|bigger|heavier|wider|farther|further|warmer|hotter)"
_LESS_WORD = r"(?:less|fewer|lower|smaller|shorter|earlier|younger|sooner|cooler|colder|lighter)"
_NOT = r"(?:\b(?:not|never|no|cannot|without|nor|neither)|n['’]t)"
_BE = (
    r"(?:\s+(?:be|being|become|to\s+be|have|take|last|need|require|consume|occupy|go|run|rises?|climb|falls?|drops?|sink|get|allow|use|vary|differ"
    r"|deviate))?(?:\s+(?:by|for|on|in))?"
)
_THING = (
    r"(?:(?!(?:if|when|while|where|is|are|be|was|were|shall|must|has|have|than|longer|for|during|within|since)\b)"
    r"[\w-]+\s+)"
)
_EQUAL = r"equal(?:s|\s+to|\s+than)?"

_RULES: tuple[tuple[Comparator, str], ...] = (
    (Comparator.AT_MOST, rf"{_NOT}\s+(?:\w+\s+){{0,2}}?(?:exceed(?:s|ed|ing)?|surpass(?:es|ing)?)"),
    (Comparator.AT_MOST, rf"{_NOT}{_BE}\s+(?:any\s+)?{_MORE_WORD}\s+than"),
    (Comparator.AT_MOST, rf"no\s+{_THING}{{1,2}}(?:of\s+)?{_MORE_WORD}\s+than"),
    (Comparator.AT_LEAST, rf"no\s+{_THING}{{1,2}}(?:of\s+)?{_LESS_WORD}\s+than"),
    (Comparator.AT_MOST, rf"{_NOT}{_BE}\s+(?:above|over|beyond)"),
    (Comparator.AT_LEAST, rf"{_NOT}{_BE}\s+(?:any\s+)?{_LESS_WORD}\s+than"),
    (Comparator.AT_LEAST, rf"{_NOT}{_BE}\s+(?:below|under|beneath)"),
    (Comparator.AT_MOST, rf"{_LESS_WORD}\s+(?:than\s+)?or\s+equal\s*(?:to|than)?"),
    (Comparator.AT_LEAST, rf"{_MORE_WORD}\s+(?:than\s+)?or\s+equal\s*(?:to|than)?"),
    (
        Comparator.AT_MOST,
        rf"{_EQUAL}\s+or\s+(?:{_LESS_WORD}\s*(?:than|to)?|below|under)|(?:below|under)\s+or\s+{_EQUAL}",
    ),
    (
        Comparator.AT_LEAST,
        rf"{_EQUAL}\s+or\s+(?:{_MORE_WORD}\s*(?:than|to)?|above|over)|(?:above|over)\s+or\s+{_EQUAL}",
    ),
    (Comparator.AT_MOST, r"NMT|NGT|at\s+or\s+(?:below|under)|up\s+to(?:\s+and\s+including)?|at\s+(?:the\s+)?most"),
    (Comparator.AT_MOST, r"as\s+(?:much|many|high|long|late)\s+as|(?:limited|capped|restricted)\s+to|within"),
    (
        Comparator.AT_LEAST,
        r"NLT|at\s+or\s+(?:above|over)|at\s+(?:a\s+|the\s+)?(?:very\s+)?least(?:\s+or\s+equal\s+to)?",
    ),
    (Comparator.AT_LEAST, r"at\s+(?:a\s+|the\s+)?minimum(?:\s+of)?|as\s+(?:few|little|low)\s+as"),
    (Comparator.AT_MOST, r"max(?:imum|imal|ima|\.|imally)?(?![\w])|upper\s+limit|not\s+to\s+exceed|ceiling"),
    (Comparator.AT_LEAST, r"min(?:imum|imal|ima|\.)?(?![\w])|lower\s+limit"),
    (Comparator.LESS, rf"{_LESS_WORD}\s+than|inferior\s+to|below|under(?!neath)|beneath|better\s+than|short\s+of"),
    (Comparator.MORE, rf"{_MORE_WORD}\s+than|superior\s+to|above|over|beyond|exceed(?:s|ed|ing)?"),
    (Comparator.MORE, r"surpass(?:es|ed|ing)?|in\s+excess\s+of|upwards?\s+of"),
    (Comparator.EQUAL, r"equal(?:s|ling)?(?:\s+to)?|exactly|precisely"),
    (Comparator.ABOUT, r"about|approximately|approx\.?|around|roughly|circa|ca\.|nearly|almost|some|close\s+to"),
    (Comparator.ABOUT, r"in\s+the\s+region\s+of|(?:an\s+)?estimated|barely|virtually"),
)
_SIGNS: dict[str, Comparator] = {
    "≥": Comparator.AT_LEAST, "⩾": Comparator.AT_LEAST, "≧": Comparator.AT_LEAST, ">=": Comparator.AT_LEAST,
    "=>": Comparator.AT_LEAST, "≤": Comparator.AT_MOST, "⩽": Comparator.AT_MOST, "≦": Comparator.AT_MOST,
    "<=": Comparator.AT_MOST, "=<": Comparator.AT_MOST, ">": Comparator.MORE, "<": Comparator.LESS,
    "=": Comparator.EQUAL, "~": Comparator.ABOUT, "≈": Comparator.ABOUT, "≃": Comparator.ABOUT, "∼": Comparator.ABOUT,
}  # fmt: skip
_SIGN = r"<\s?>|[<>]\s?=|=\s?[<>]|(?<![-=<])>|<|(?<![:!])=|[≥≤⩾⩽≧≦~≈≃∼]"
_COMPARISON = re.compile(
    rf"(?P<sign>{_SIGN})|(?:"
    + "|".join(f"(?P<r{place}>{pattern})" for place, (_, pattern) in enumerate(_RULES))
    + r")(?![\w])",
    re.IGNORECASE,
)
_OF_GROUP = {f"r{place}": comparator for place, (comparator, _) in enumerate(_RULES)}

# Where a comparison can begin: at a sign, or at a word with these two first letters.
_OPENINGS = """ab al an ap ar as at ba be bi ca ce ci cl co ea eq es ex fa fe fu gr he hi ho in la le li lo ma mi mo ne
ng nl nm no ol ov pr re ro sh sm so su un up vi wa wi yo"""
_BEGINS = re.compile(rf"{_SIGN}|(?<![\w-])(?:{'|'.join(_OPENINGS.split())})", re.IGNORECASE)

_FILLER = re.compile(
    r"\s*(?:(?:of|to|a|an|the|than|or\s+equal\s+to|another|further|additional|only|just|even|by|at|about|be|pH|is"
    r"|a\s+total\s+of|approximately|around|roughly|some|including|well)\s+|[:(]\s*)*[$€£]?\s*"
)
_NAMED = re.compile(
    r"\s+(?:(?:(?:of|for|in|per)\s+(?:the|an?)\s+)?(?!(?:the|an?|and|or|if|when|while)\b)[\w/%-]+\s+){0,7}?(?:be|is|are|of|equals?|at|to|was)\s+"
    r"(?:(?:set|limited|configured|fixed|defined)\s+(?:to|at|as)\s+)?(?:pH\s+)?|\s*[:=]\s*"
)
_OF_WHAT = re.compile(r"\s+(?:the|an?|its|their|this|that)\s+(?:(?!(?:and|or)\b)[\w-]+\s+){1,4}?of\s+(?:pH\s+)?")
_SUFFIX = re.compile(
    r"\s*\(?,?\s*(?:(?P<or>or|and)\s+(?:(?P<ge>more|greater|higher|above|over|larger|longer|later|older|up|upwards?"
    r"|beyond|bigger|warmer|hotter)|(?P<le>less|fewer|lower|below|under|smaller|shorter|earlier|younger|cooler|colder))\b"
    r"(?:\s+than\b)?|or\s+(?P<better>better)\b|(?P<max>at\s+(?:the\s+)?most|(?:as\s+(?:an?|the)\s+)?max(?:imum|\b\.?)|tops|at\s+the\s+latest)(?=\s*(?:[.,;:)]|$))"
    r"|(?P<min>at\s+(?:a\s+minimum|the\s+least|least)|(?:as\s+(?:an?|the)\s+)?minimum|min\.|at\s+the\s+earliest|upwards?|onwards?)(?=\s*(?:[.,;:)]|$))"
    r"|(?P<about>or\s+so)\b|(?:shall|must|may|should)\s+not\s+be\s+(?P<cap>exceeded|surpassed)\b)|(?P<plus>\+)(?![\w+/-])",
    re.IGNORECASE,
)
_PERIOD_BEFORE_OVER = re.compile(
    r"\b(?:averag\w+|mean|measured|calculated|monitored|integrated|collected|recorded|trend\w*|spread|distributed"
    r"|computed|sum\w*|period|accumulated|evenly|extends?|taken)\s+(?:\w+\s+)?\Z",
    re.IGNORECASE,
)
_DECIMALS_AFTER = re.compile(
    r"\s+(?:the\s+)?[\w.]+\s+(?:decimals?|significant|places?|digits?|figures?)\b", re.IGNORECASE
)
_SHOWING_BEFORE = re.compile(
    r"\b(?:round|report|display|show|print|express|calculat|stat|giv|record|indicat|output)\w*\b[^.;,]*\Z",
    re.IGNORECASE,
)
_REACH = 80
# "without the response time exceeding 3 s", "without the level falling below 20 %": what is compared is denied
_WITHOUT = re.compile(
    r"\bwithout\s+(?:(?!(?:and|or|if|when|which|that|shall|must)\b)[\w-]+\s+){1,7}?"
    r"(?:exceeding|surpassing|(?:rising|going|climbing|getting|becoming|being|falling|dropping|sinking|running|taking)"
    r"\s+(?:above|over|beyond|below|under|beneath|\w+\s+than))\Z",
    re.IGNORECASE,
)
_TURNED = {Comparator.MORE: Comparator.AT_MOST, Comparator.LESS: Comparator.AT_LEAST}
_NEAREST = 8  # no more comparisons than that stand within reach of a number


@dataclass(frozen=True, slots=True)
class Comparison:
    """A comparison found before a number: what it says, where it begins and ends, and the words themselves."""

    start: int
    end: int
    comparator: Comparator
    words: str
    is_sign: bool


def find_comparisons(text: str) -> list[Comparison]:
    """Every comparison of the text, in order."""
    found = []
    floor = 0
    for begun in _BEGINS.finditer(text):
        match = _COMPARISON.match(text, begun.start()) if begun.start() >= floor else None
        if match is None:
            continue
        floor = match.end()
        sign = match["sign"]
        if sign:
            comparator = _SIGNS.get(sign.replace(" ", ""))
            if comparator is None:
                continue
        elif _is_period(text, match) or _is_rounding(text, match):
            continue
        else:
            comparator = _OF_GROUP[match.lastgroup or ""]
        found.append(_denied(text, match, comparator, is_sign=bool(sign)))
    return found


def _denied(text: str, match: re.Match[str], comparator: Comparator, *, is_sign: bool) -> Comparison:
    """The comparison that was matched; turned, and begun at "without", where that word denies it."""
    plain = Comparison(match.start(), match.end(), comparator, match[0].lower(), is_sign=is_sign)
    if is_sign or comparator not in _TURNED:
        return plain
    offset = max(0, match.start() - _REACH)
    denial = _WITHOUT.search(text[offset : match.end()])
    if denial is None:
        return plain
    start = offset + denial.start()
    return Comparison(start, match.end(), _TURNED[comparator], text[start : match.end()].lower(), is_sign=False)


def comparison_before(text: str, comparisons: list[Comparison], start: int, floor: int) -> Comparison | None:
    """The comparison that a number beginning at `start` belongs to; `floor` is where the number before it ended.

    "about" gives way to a limit before it: "up to about 5" is "up to".
    """
    about: Comparison | None = None
    nearest = bisect_right(comparisons, start, key=lambda comparison: comparison.end)
    for comparison in reversed(comparisons[max(0, nearest - _NEAREST) : nearest]):
        if comparison.start < floor or start - comparison.end > _REACH:
            break
        if not _reaches(text, comparison, about.start if about else start):
            break
        if comparison.comparator is not Comparator.ABOUT:
            return comparison
        about = about or comparison
    return about


def comparison_after(
    text: str, end: int, next_start: int | None, *, is_high_share: bool
) -> tuple[Comparator, int] | None:
    """The comparison that follows a number ("or more", "maximum", "+"), and where it ends; None where none does.

    "equal to 5000 or less than 6000" holds two limits: where another number follows, the words belong to that one.
    "99.9 % or better" asks for more (`is_high_share`), "0.1 g or better" (an accuracy) for less.
    """
    match = _SUFFIX.match(text, end)
    if match is None:
        return None
    if next_start is not None and match["or"] and _FILLER.fullmatch(text, match.end(), next_start):
        return None
    if match["or"] == "and" and re.search(r"(?:more|less|greater|fewer)\s+than\Z", match[0], re.IGNORECASE):
        return None
    if match["about"]:
        return Comparator.ABOUT, match.end()
    if match["better"]:
        return (Comparator.AT_LEAST if is_high_share else Comparator.AT_MOST), match.end()
    at_least = match["ge"] or match["min"] or match["plus"]
    return (Comparator.AT_LEAST if at_least else Comparator.AT_MOST), match.end()


def _reaches(text: str, comparison: Comparison, start: int) -> bool:
    if _FILLER.fullmatch(text, comparison.end, start) or _OF_WHAT.fullmatch(text, comparison.end, start):
        return True
    named = comparison.words.startswith(("max", "min", "upper", "lower limit"))
    return named and bool(_NAMED.fullmatch(text, comparison.end, start))


def _is_rounding(text: str, match: re.Match[str]) -> bool:
    """Whether "up to" says how a value is rounded or shown: "rounded half up to one decimal" limits nothing."""
    shown = match[0].lower().startswith("up") and _DECIMALS_AFTER.match(text, match.end())
    return bool(shown) and bool(_SHOWING_BEFORE.search(text[max(0, match.start() - _REACH) : match.start()]))


def _is_period(text: str, match: re.Match[str]) -> bool:
    """Whether "over" names a period: "averaged over 10 minutes" compares nothing."""
    before = text[max(0, match.start() - 40) : match.start()]
    return match[0].lower() == "over" and bool(_PERIOD_BEFORE_OVER.search(before))
