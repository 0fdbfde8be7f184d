"""Which words of a sentence open a condition, a reason or a purpose: those of `cue_table`, where they are used so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gampgen.parsing.clauses.cue_senses import compares_dates, reacts_without
from gampgen.parsing.clauses.cue_table import (
    CUES,
    EVENT,
    EXCEPTION,
    EXCLUSION,
    FEATURE,
    GROUND,
    IDLE,
    INCIDENT,
    PERIOD,
    PURPOSE,
    STATE,
    TRIGGER,
    UNWANTED,
    CueClass,
    Takes,
)
from gampgen.parsing.clauses.lexicon import SHORT_TIME_UNITS, TIME_UNITS
from gampgen.parsing.clauses.tagging import Tagged
from gampgen.parsing.clauses.verbs import base_of
from gampgen.parsing.clauses.word_class import AUXILIARIES, Tag

_OWN_CONDITIONS = frozenset({UNWANTED, EVENT, STATE, FEATURE, EXCEPTION, INCIDENT})
_Entry = tuple[tuple[str, ...], CueClass | None]


def _index() -> dict[str, tuple[_Entry, ...]]:
    table: dict[str, list[_Entry]] = {}
    for family, phrases in CUES.items():
        for phrase in phrases:
            parts = tuple(phrase.split())
            table.setdefault(parts[0], []).append((parts, family))
    return {first: tuple(sorted(found, key=lambda e: -len(e[0]))) for first, found in table.items()}


_INDEX = _index()
_ASKING = frozenset({"determine", "check", "verify", "see", "ask", "know", "confirm", "decide", "test", "evaluate",
                     "assess", "indicate", "specify", "show"})  # fmt: skip
_POINTS_IN_TIME = frozenset({"time", "date", "moment", "day", "point", "situation"})
_GOVERNS_UPON_WORDS = """
depend dependent base focus rely act agree call insist impose place build expand decide reliant contingent
conditional bear touch put
"""
_GOVERNS_UPON = frozenset(_GOVERNS_UPON_WORDS.split())


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue found at tokens `first` to `last` - 1."""

    first: int
    last: int
    family: CueClass


def find_cues(sentence: Tagged) -> tuple[Cue, ...]:
    """All cues of a sentence outside brackets and quotations, left to right, not overlapping."""
    out: list[Cue] = []
    i, low = 0, sentence.words.low
    if low[:1] == ("to",) and sentence.tag(1) == Tag.BASE and "," in low:
        out.append(Cue(0, 1, PURPOSE))
    elif low[:1] == ("should",) and "," in low:
        out.append(Cue(0, 1, UNWANTED))  # "Should the pump fail, …"
    while i < len(low):
        entry = _match(low, i) if low[i] in _INDEX and not sentence.words.shielded[i] else None
        if entry is None:
            i += 1
            continue
        parts, family = entry
        if low[i] == "without" and low[i + 1 : i + 2] not in _UNBROKEN and _lasts(sentence, i + 1):
            out.append(Cue(i, i, IDLE))  # "without" is part of what must happen
        elif family is not None and _opens(sentence, i, i + len(parts), family):
            out.append(Cue(i, i + len(parts), family))
        i += len(parts)
    if not any(cue.family in _OWN_CONDITIONS for cue in out):
        return tuple(out)
    ends = [*(cue.first for cue in out[1:]), len(sentence)]
    return tuple(cue for cue, end in zip(out, ends, strict=False) if not _is_detail(sentence, cue, end))


def _is_detail(sentence: Tagged, cue: Cue, following: int) -> bool:
    """Beside a condition with its own clause, "after 5 s" or "due to wear" only details the clause it stands in.

    `following` is where the next cue begins, or the sentence ends.
    """
    family, before = cue.family, sentence.low(cue.first - 1)
    if family not in {TRIGGER, PERIOD, GROUND} or before in _APART:
        return False
    if family is not TRIGGER:
        return True
    return before != "or" and not _has_own_clause(sentence, cue.last, following)  # "when he leaves or after 5 minutes"


_APART = frozenset({"", ","})


def _has_own_clause(sentence: Tagged, first: int, last: int) -> bool:
    """As in "after all of it has been read": a whole clause, up to the next comma, is more than a detail."""
    comma = next((i for i in range(first, last) if sentence.low(i) == "," and not sentence.words.shielded[i]), last)
    return sentence.has_predicate(first, comma)


def _match(low: tuple[str, ...], at: int) -> _Entry | None:
    return next((e for e in _INDEX[low[at]] if low[at : at + len(e[0])] == e[0]), None)


def _opens(sentence: Tagged, first: int, last: int, family: CueClass) -> bool:
    """Is the cue used as one here? Sorts out relative, interrogative and temporal uses of the same words."""
    if last >= len(sentence):
        return False
    word = sentence.low(last - 1)
    if (family.takes is Takes.CLAUSE and word == "case") or sentence.low(last - 2) == "long":
        return sentence.has_predicate(last, len(sentence))
    if last == first + 1:
        check = _CHECKS.get(word)
        return not (_asks(sentence, first, word) or _dates(sentence, first, word)) and (
            check is None or check(sentence, first, last)
        )
    if family is EXCLUSION and word in {"for", "from"}:
        return _exclusion_opens(sentence, last)
    return sentence.low(first) != "provided" or sentence.tag(first - 1) != Tag.BE


def _dates(sentence: Tagged, first: int, word: str) -> bool:
    """As in "the time when it was made": a relative."""
    before = sentence.low(first - 1) in _POINTS_IN_TIME and sentence.low(first - 2) in {"the", "a", "which"}
    return word == "when" and before


def _asks(sentence: Tagged, first: int, word: str) -> bool:
    """As in "to check if …": an active verb of asking, whose "if" means "whether"."""
    verb = first - 1
    if word not in {"if", "when", "where"} or base_of(sentence.low(verb)) not in _ASKING:
        return False
    if sentence.tag(verb) == Tag.BASE:
        return sentence.tag(verb - 1) in {Tag.TO, Tag.MODAL, Tag.COORDINATOR, Tag.MARK, Tag.DO} or sentence.finite[verb]
    return sentence.tag(verb) == Tag.THIRD and sentence.finite[verb]


def _where_opens(sentence: Tagged, first: int, last: int) -> bool:
    """Fronted "where" is a condition; behind a noun it is a relative, unless a bare adjective follows."""
    if first == 0 or sentence.low(first - 1) in {"or", "and"}:
        return True
    ahead = sentence.tag(last)
    bare = ahead in {Tag.ADJECTIVE, Tag.PARTICIPLE, Tag.ADVERB} and not sentence.has_predicate(last, last + 3)
    return bare or sentence.tag(first - 1) == Tag.MODAL


def _once_opens(sentence: Tagged, _first: int, last: int) -> bool:
    if sentence.low(last) in {"a", "per", "every", "each"} and sentence.low(last + 1) in TIME_UNITS:
        return False
    return sentence.has_predicate(last, len(sentence)) or sentence.tag(last) in {Tag.PARTICIPLE, Tag.PAST}


def _since_opens(sentence: Tagged, _first: int, last: int) -> bool:
    return sentence.tag(last) != Tag.NUMBER and sentence.has_predicate(last, len(sentence))


def _provided_opens(sentence: Tagged, first: int, last: int) -> bool:
    """As in "provided (that) the seal is intact", not "the values provided by …", "shall be provided"."""
    return (
        sentence.tag(first - 1) not in AUXILIARIES
        and sentence.tag(last) in {Tag.DETERMINER, Tag.PRONOUN}
        and (first == 0 or sentence.low(first - 1) == ",")
    )


def _following_opens(sentence: Tagged, first: int, last: int) -> bool:
    """As in "following a power failure", not "the following fields"."""
    return sentence.low(first - 1) in {"", ","} and sentence.low(last) not in {"fields", "items", "are", "is"}


def _without_opens(sentence: Tagged, first: int, _last: int) -> bool:
    """A condition where the sentence forbids ("shall not be deleted without authorisation") or reacts.

    "Without confirmation the line stops" tells a reaction; "without interruption" at its head tells how, not when.
    """
    low = sentence.words.low
    if first == 0 and reacts_without(sentence):
        return True
    return any(word in _FORBIDS for word in (low[:_FRONTED] if first == 0 else low[max(0, first - 12) : first]))


_UNBROKEN = {("interruption",), ("interruptions",), ("break",), ("pause",)}
_FORBIDS = frozenset({"not", "no", "never", "cannot", "nobody"})
_FRONTED = 24


def _lasts(sentence: Tagged, first: int) -> bool:
    """As in "without any input for 15 minutes": inactivity that goes on is an event of its own."""
    at = next((i for i in range(first, min(first + _NEAR, len(sentence))) if sentence.low(i) == "for"), None)
    if at is None or any(sentence.low(i) == "," for i in range(first, at)):
        return False
    found = range(at + 1, min(at + _NEAR, len(sentence)))
    return any(
        sentence.tags[i] == Tag.NUMBER
        and (sentence.low(i + 1).removesuffix("s") in TIME_UNITS or sentence.low(i + 1) in SHORT_TIME_UNITS)
        for i in found
    )


_NEAR = 7


def _upon_opens(sentence: Tagged, first: int, _last: int) -> bool:
    """As in "upon login", not "depends upon"."""
    return base_of(sentence.low(first - 1)) not in _GOVERNS_UPON


def _on_opens(sentence: Tagged, first: int, last: int) -> bool:
    """As in "On failure of the pump, …" at the head of a sentence, not "On the screen …" or "On Mondays …"."""
    event = (
        sentence.tag(last) in {Tag.NOUN, Tag.ING, Tag.BASE}
        and not sentence.words.text[sentence.words.start[last]].isupper()
    )
    return first == 0 and event and sentence.has_predicate(last, len(sentence))


def _while_opens(sentence: Tagged, first: int, _last: int) -> bool:
    """Behind a comma "while" sets one thing against another: "A is read only, while B can be changed"."""
    return sentence.low(first - 1) != ","


_EVENT_ENDINGS = ("tion", "sion", "ment", "ance", "ence", "ing", "ure", "ency", "loss", "test", "run", "mode")
_THINGS = frozenset({"comment", "document", "statement", "argument", "segment", "equipment", "instrument"})


def _exclusion_opens(sentence: Tagged, last: int) -> bool:
    """As in "except for calibration runs", not "all fields except for the comment": what is excepted happens."""
    stop = next((i for i in range(last, len(sentence)) if sentence.tags[i] in _ENDS_PHRASE), len(sentence))
    heads = [sentence.low(i) for i in range(last, stop)]
    head = heads[-1].removesuffix("s") if heads else ""
    happens = sentence.tag(last) == Tag.ING or (head.endswith(_EVENT_ENDINGS) and head not in _THINGS)
    comma = next((i for i in range(last, len(sentence)) if sentence.low(i) == ","), len(sentence))
    return happens and not sentence.has_predicate(last, comma)


_ENDS_PHRASE = frozenset({Tag.PREPOSITION, Tag.MARK, Tag.RELATIVE, Tag.COORDINATOR, Tag.MODAL, Tag.BE, Tag.PARTICIPLE})


def _before_opens(sentence: Tagged, first: int, _last: int) -> bool:
    return not compares_dates(sentence, first)


def _after_opens(sentence: Tagged, first: int, last: int) -> bool:
    """Not "after that, the bypass ends": it says when, by pointing back. "After that period" names a time."""
    if compares_dates(sentence, first):
        return False
    pointing = sentence.low(last) in {"that", "this", "which"}
    return not pointing or sentence.tag(last + 1) in {Tag.NOUN, Tag.NUMBER, Tag.ADJECTIVE}


_CHECKS: dict[str, Callable[[Tagged, int, int], bool]] = {
    "where": _where_opens,
    "once": _once_opens,
    "since": _since_opens,
    "provided": _provided_opens,
    "following": _following_opens,
    "without": _without_opens,
    "after": _after_opens,
    "before": _before_opens,
    "upon": _upon_opens,
    "on": _on_opens,
    "while": _while_opens,
    "whilst": _while_opens,
}
