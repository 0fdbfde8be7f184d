"""What coordinated predicates share: "is open or unlocked", "shall stop dosing and raise an alarm"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from gampgen.parsing.clauses.lexicon import COMPARATIVES, LEVELS, SHORT_TIME_UNITS, TIME_UNITS
from gampgen.parsing.clauses.predicate import Span
from gampgen.parsing.clauses.tagging import Tagged
from gampgen.parsing.clauses.verbs import PLAIN, base_of
from gampgen.parsing.clauses.word_class import AUXILIARIES, Tag


@dataclass(frozen=True, slots=True)
class Piece:
    """One coordinated clause: subject, the words before the part of its own that it shares, and its own part."""

    subject: Span
    shared: tuple[Span, ...]
    own: Span
    connector: str = ""
    loose: bool = False
    either: bool = False
    flips: bool = False


def shared_prefix(sentence: Tagged, before: Piece, first: int, last: int, *, causes: bool) -> Span | None:
    """The words of the piece before that the stretch `first` to `last` shares; None where it is no predicate.

    A participle or adjective shares auxiliaries ("is", "shall be"), a bare verb all up to its modal or "to"; in a
    condition a short noun phrase shares a plain form of be ("is an administrator or a supervisor").
    """
    if causes and opens_level(sentence, first) and (level := _up_to_level(sentence, before)) is not None:
        return level
    if sentence.low(first) == "equal" and sentence.low(first - 2) in _BEFORE_EQUAL:
        return None
    first = past_adverbs(sentence, first)
    kind = sentence.tag(first) if first < last else Tag.MARK
    start = before.shared[0][0] if before.shared else before.own[0]
    stop = before.own[1] if not before.shared else max(before.shared[0][1], before.own[1])
    if kind in {Tag.PARTICIPLE, Tag.ADJECTIVE, Tag.PAST} or (kind == Tag.ING and sentence.tag(start) == Tag.BE):
        return _complement_prefix(sentence, before, (start, stop), (first, last))
    if kind == Tag.BASE and (_is_bare_verb(sentence, first, last) or _is_pair(sentence, before, first, last)):
        return _up_to_bare_verb(sentence, before, last, causes=causes)
    if causes and _names_state(sentence, before, first, last):
        return before.shared[0] if before.shared else _auxiliaries(sentence, start, stop)
    return _up_to_be(sentence, before) if sentence.low(first) == "be" else None


def opens_level(sentence: Tagged, i: int) -> bool:
    """As in "above 8 °C", "greater than 8", "> 8": the words by which a value is set against a limit."""
    if sentence.low(i) in LEVELS:
        return True
    return sentence.low(i) in COMPARATIVES and sentence.low(i + 1) == "than"


# As in "less than or equal to": one comparison in two words.
_BEFORE_EQUAL = frozenset({"than"}) | LEVELS | COMPARATIVES


def _up_to_level(sentence: Tagged, before: Piece) -> Span | None:
    """As in "is" of "is below 2 °C or above 8 °C": what two limits of one thing share."""
    if before.shared:
        return before.shared[0] if opens_level(sentence, before.own[0]) else None
    at = next((i for i in range(*before.own) if opens_level(sentence, i)), None)
    return None if at is None else (before.own[0], at)


def _complement_prefix(sentence: Tagged, before: Piece, own: Span, stretch: Span) -> Span | None:
    """As in "is open or unlocked"; not "is first class and free", "is 1 or less", "is red and flashing lights"."""
    first, last = stretch
    if first + 1 < last and sentence.tag(first + 1) in {Tag.NOUN, Tag.ADJECTIVE, Tag.BASE}:
        return None
    if before.shared:
        return before.shared[0]
    prefix = _auxiliaries(sentence, *own)
    if prefix is not None and sentence.tag(first) == Tag.ING and sentence.tags[prefix[1]] != Tag.ING:
        return None
    if (
        prefix is None
        or sentence.tags[prefix[1]] not in _COMPLEMENTS
        or (sentence.low(first) in COMPARATIVES and last == first + 1)
    ):
        return None
    return prefix


_COMPLEMENTS = frozenset({Tag.PARTICIPLE, Tag.ADJECTIVE, Tag.PREPOSITION, Tag.ING, Tag.PAST})


def past_adverbs(sentence: Tagged, first: int) -> int:
    """The first token from `first` on that is neither adverb nor negation nor the first word of a pair."""
    while sentence.tag(first) in {Tag.ADVERB, Tag.NEGATION} or sentence.low(first) in _PAIRING:
        first += 1
    return first


_PAIRING = frozenset({"neither", "either", "both"})


def _auxiliaries(sentence: Tagged, start: int, stop: int) -> Span | None:
    """As in "shall be" of "shall be blocked", "is currently" of "is currently open"; None without be or have."""
    i, linked = start, False
    while i < stop and (
        (sentence.tags[i] in _BEFORE_COMPLEMENT and sentence.low(i) not in _DEGREES) or sentence.low(i) in _PAIRING
    ):
        linked = linked or sentence.tags[i] in {Tag.BE, Tag.HAVE}
        i += 1
    return (start, i) if linked and i < stop else None


_DEGREES = frozenset({"too", "very", "so", "more", "most"})
_BEFORE_COMPLEMENT = AUXILIARIES | {Tag.ADVERB, Tag.NEGATION}


def _is_bare_verb(sentence: Tagged, first: int, last: int) -> bool:
    """Is this word, which may be a noun, a verb here? "lock" needs an object, "notify" does not."""
    ahead = sentence.tag(first + 1)
    if sentence.low(first + 1) == "of":
        return False
    return sentence.low(first) in PLAIN or (first + 1 < last and ahead in _OPENS_OBJECT)


def _is_pair(sentence: Tagged, before: Piece, first: int, last: int) -> bool:
    """As in "to open or close": two lone verbs."""
    lone = sentence.tag(before.own[1] - 1) == Tag.BASE and sentence.tag(before.own[1] - 2) in {Tag.TO, Tag.MODAL}
    return lone and first + 1 == last


_OPENS_OBJECT = frozenset({Tag.DETERMINER, Tag.PRONOUN, Tag.NUMBER, Tag.TO, Tag.PREPOSITION})


def _up_to_bare_verb(sentence: Tagged, before: Piece, last: int, *, causes: bool) -> Span | None:
    """As in "shall" of "shall stop dosing", "fails to" of "fails to open": what a bare verb can follow."""
    if before.shared:
        return before.shared[0] if sentence.tag(before.shared[0][1] - 1) in {Tag.MODAL, Tag.TO} else None
    start, stop = before.own
    limit = next((i for i in range(stop - 1, start - 1, -1) if _governs_verb(sentence, i, causes=causes)), -1)
    if limit < 0:
        return None
    # "record and display the value": two verbs for one object are one effect, but two conditions.
    bare_pair = stop - 1 == past_adverbs(sentence, limit + 1) and last > stop + 2
    if not causes and bare_pair:
        return None
    return (start, limit + 1)


def _up_to_be(sentence: Tagged, before: Piece) -> Span | None:
    """As in "shall neither" of "shall neither be written nor be archived": the modal in front of the first "be"."""
    if before.shared:
        return before.shared[0] if sentence.tag(before.shared[0][0]) == Tag.MODAL else None
    at = before.own[0]
    following = past_adverbs(sentence, at + 1)
    opens = sentence.tag(at) == Tag.MODAL and (sentence.tag(following) == Tag.BASE or sentence.low(following) == "be")
    return (at, following) if opens and sentence.low(following + 1) not in {"able", "capable"} else None


def _governs_verb(sentence: Tagged, i: int, *, causes: bool) -> bool:
    """A modal, or in a condition also "to" as in "fails to open"; not "to" as in "to the limit"."""
    kinds = {Tag.MODAL, Tag.TO} if causes else {Tag.MODAL}
    return sentence.tags[i] in kinds and sentence.tag(past_adverbs(sentence, i + 1)) == Tag.BASE


def gapped_clause(sentence: Tagged, before: Piece, first: int, last: int) -> Piece | None:
    """As in "the card shall be retained and the account blocked": a subject of its own, the auxiliaries shared."""
    if sentence.tag(first) != Tag.DETERMINER or sentence.tag(before.own[1] - 1) != Tag.PARTICIPLE:
        return None
    at = next((i for i in range(first + 2, last) if sentence.tags[i] == Tag.PARTICIPLE), last)
    plain = all(sentence.tags[i] in {Tag.NOUN, Tag.ADJECTIVE, Tag.NUMBER, Tag.BASE} for i in range(first + 1, at))
    prefix = before.shared[0] if before.shared else _auxiliaries(sentence, *before.own)
    if at >= last or not plain or prefix is None or sentence.tag(at + 1) == Tag.NOUN:
        return None
    return Piece((first, at), (prefix,), (at, last))


def compares_subjects(sentence: Tagged, verb: int, last: int) -> bool:
    """As in "A and B are the same person", "A and B differ": it is said of the things together, not of each."""
    for i in range(verb, min(verb + _NEAR, last)):
        word, ahead = sentence.low(i), sentence.low(i + 1)
        if word in _ALIKE and ahead not in {"as", "to", "from", "with"} and "as" not in sentence.words.low[i:last]:
            return True
        if base_of(word) in _COMPARES and (i + 1 >= last or sentence.tag(i + 1) in {Tag.ADVERB, Tag.MARK}):
            return True
    return False


_NEAR = 5
_ALIKE = frozenset({"same", "identical", "equal", "different", "equivalent", "incompatible", "inconsistent"})
_COMPARES = frozenset({"match", "differ", "agree", "disagree", "coincide", "overlap", "conflict", "contradict"})

_LONGEST_STATE = 4


def _names_state(sentence: Tagged, before: Piece, first: int, last: int) -> bool:
    """As in "is an administrator or a supervisor": a short noun phrase behind a plain form of be."""
    if not before.shared and sentence.tag(before.own[0]) != Tag.BE:
        return False
    start = before.own[0] if before.shared else past_adverbs(sentence, before.own[0] + 1)
    own = range(start, before.own[1])
    short = bool(own) and last - first <= _LONGEST_STATE and sentence.low(first) not in COMPARATIVES
    return short and all(sentence.tags[i] in _NAMES_STATE for i in [*own, *range(first, last)])


_NAMES_STATE = frozenset({Tag.NOUN, Tag.DETERMINER, Tag.ADJECTIVE, Tag.NUMBER, Tag.BASE, Tag.THIRD, Tag.PARTICIPLE})


def with_shared_duration(sentence: Tagged, found: list[Piece]) -> list[Piece]:
    """As in "is below 2 °C or above 8 °C for 10 minutes": the duration at the end counts for each limit."""
    last = found[-1] if found else None
    if (
        last is None
        or len(found) == 1
        or sentence.tag(last.own[0]) == Tag.HAVE
        or any(piece.subject != last.subject for piece in found)
    ):
        return found
    tail = next((i for i in range(last.own[1] - 1, last.own[0], -1) if sentence.low(i) == "for"), None)
    if tail is None or not _lasts(sentence, tail + 1, last.own[1]):
        return found
    if not all(_limits(sentence, *piece.own) for piece in found[:-1]) or not _limits(sentence, last.own[0], tail):
        return found
    duration = (tail, last.own[1])
    shared = [
        replace(piece, shared=(*piece.shared, piece.own), own=duration)
        for piece in found[:-1]
        if not any(sentence.low(i) == "for" for i in range(*piece.own))
    ]
    return [*shared, last] if len(shared) == len(found) - 1 else found


def _lasts(sentence: Tagged, first: int, last: int) -> bool:
    """Is this an amount of time ("10 minutes", "more than 30 s", "at least 5 min")?"""
    unit = sentence.low(last - 1)
    timed = unit in SHORT_TIME_UNITS or unit.removesuffix("s") in TIME_UNITS
    return timed and any(sentence.tags[i] == Tag.NUMBER for i in range(first, last))


def _limits(sentence: Tagged, first: int, last: int) -> bool:
    return any(sentence.tags[i] == Tag.NUMBER or opens_level(sentence, i) for i in range(first, last))
