"""Where a subordinate clause in front ends and its main clause begins ("When the lid opens the pump stops")."""

from __future__ import annotations

from gampgen.parsing.clauses.cue_table import Takes
from gampgen.parsing.clauses.cues import Cue
from gampgen.parsing.clauses.lexicon import OBLIGING, SHORT_TIME_UNITS, TIME_UNITS
from gampgen.parsing.clauses.predicate import Span
from gampgen.parsing.clauses.tagging import Tagged
from gampgen.parsing.clauses.word_class import AUXILIARIES, Tag, is_plural


def opens_imperative(sentence: Tagged, first: int, last: int) -> bool:
    """Does a command begin at `first` ("Refer to …", "do not …")?"""
    while first < last and sentence.tag(first) == Tag.ADVERB:
        first += 1
    if first >= last or sentence.words.shielded[first]:
        return False
    if sentence.low(first) in {"do", "don't"}:
        return sentence.low(first + 1) == "not" or sentence.low(first) == "don't"
    if sentence.tag(first) != Tag.BASE or sentence.tag(first + 1) in {Tag.MODAL, Tag.BE, Tag.HAVE}:
        return False
    return not _names_subject(sentence, first, last)


def _names_subject(sentence: Tagged, first: int, last: int) -> bool:
    """As in "Feed pump P-103 must not run": what stands before a modal is its subject, however it could be read."""
    verb = sentence.next_finite[first]
    if verb >= last or sentence.tag(verb) != Tag.MODAL or sentence.low(first) in _TAKES_CLAUSE:
        return False
    return not any(
        sentence.tags[i] in _ENDS_SUBJECT or (sentence.low(i) in _STARTS_ANEW and not sentence.words.shielded[i])
        for i in range(first + 1, verb)
    )


_TAKES_CLAUSE = frozenset({"ensure", "verify", "check", "confirm", "assume", "note", "see", "make", "guarantee"})
_ENDS_SUBJECT = frozenset({Tag.SUBORDINATOR, Tag.PRONOUN})
_STARTS_ANEW = frozenset({",", ":", "that", "and", "then", "so"})


def main_clause_start(sentence: Tagged, cue: Cue, limit: int) -> Span:
    """Where a fronted subordinate clause ends, and where its main clause begins (`limit`, `limit` if not before it)."""
    if (timed := _at_duration(sentence, cue, limit)) is not None:
        return timed
    comma = _at_comma(sentence, cue, limit)
    then = next((i for i in range(cue.last + 1, limit) if _is_then(sentence, i)), None)
    if then is not None and (comma is None or comma[0] >= then - 1 or not _obliges(sentence, comma[1], then)):
        return then, then + 1
    if comma is not None and not sentence.has_predicate(comma[1], limit) and limit == len(sentence):
        start = _at_phrase(sentence, cue, comma[0])
        start = start if start[0] < comma[0] else _at_bare_noun(sentence, cue, comma[0])
        if start[0] < comma[0] and not opens_imperative(sentence, comma[1], limit):
            return start
    if comma is not None and _swallows_main(sentence, cue, comma[0]):
        start = _at_phrase(sentence, cue, comma[0])
        return start if start[0] < comma[0] else comma
    found = comma or _at_phrase(sentence, cue, limit)
    return _at_bare_noun(sentence, cue, limit) if found[0] >= limit == len(sentence) else found


def _at_duration(sentence: Tagged, cue: Cue, limit: int) -> Span | None:
    """As in "After 10 minutes without operation the user is logged off": a time, then the subject with its article."""
    first = cue.last
    unit = sentence.low(first + 1).removesuffix("s")
    timed = sentence.tag(first) == Tag.NUMBER and (unit in TIME_UNITS or sentence.low(first + 1) in SHORT_TIME_UNITS)
    if cue.family.takes is Takes.CLAUSE or not timed:
        return None
    at = first + 2
    while at < limit and sentence.tags[at] in _IN_DURATION:
        at += 1
    comma = next((i for i in range(first, limit) if sentence.low(i) == ","), limit)
    subjects = (
        i for i in range(at - 1, first + 1, -1)
        if sentence.tags[i] == Tag.DETERMINER and sentence.tags[i - 1] != Tag.PREPOSITION
    )  # fmt: skip
    start = next(subjects, limit)
    return (start, start) if start < limit and start < sentence.next_finite[start] < comma else None


_IN_DURATION = frozenset({Tag.DETERMINER, Tag.NOUN, Tag.PREPOSITION, Tag.ADJECTIVE, Tag.ING, Tag.BASE, Tag.THIRD})


def _at_bare_noun(sentence: Tagged, cue: Cue, limit: int) -> Span:
    """The last resort: "In case of power cuts batteries shall …": a plural noun or a bracket ends a noun phrase."""
    verb = sentence.next_finite[cue.last]
    later = sentence.next_finite[min(verb + 1, limit)]
    verb = later if later < limit else verb
    at = verb - 1
    while cue.last < at < limit and sentence.tags[at - 1] in {Tag.NOUN, Tag.ADJECTIVE, Tag.MARK, Tag.THIRD}:
        ends = sentence.low(at - 1) in {")", "]"} or (
            sentence.tags[at - 1] in {Tag.NOUN, Tag.THIRD} and is_plural(sentence.low(at - 1))
        )
        if ends and _is_closed(sentence, cue, at):
            return at, at
        at -= 1
    return _behind_complement(sentence, cue, verb, limit)


def _behind_complement(sentence: Tagged, cue: Cue, verb: int, limit: int) -> Span:
    """As in "If the lid is open dosing shall stop": what stands behind a whole complement is the next subject."""
    first = sentence.next_finite[cue.last]
    if not first < verb < limit or cue.family.takes is Takes.PHRASE:
        return limit, limit
    at = first + 1
    while at < verb and sentence.tags[at] in {Tag.ADVERB, Tag.NEGATION} | AUXILIARIES:
        at += 1
    if sentence.tag(at - 1) not in AUXILIARIES or sentence.tag(at) not in {Tag.ADJECTIVE, Tag.PARTICIPLE}:
        at = next((i for i in range(at, verb) if sentence.tags[i] == Tag.NUMBER), verb)
        at += at + 2 < verb and (sentence.tag(at + 1) == Tag.NOUN or sentence.low(at + 1)[0] in "°%")
    at += 1
    bare = at < verb and all(sentence.tags[i] in _BARE_SUBJECT for i in range(at, verb))
    return (at, at) if bare else (limit, limit)


_BARE_SUBJECT = frozenset({Tag.NOUN, Tag.ADJECTIVE, Tag.ING, Tag.BASE, Tag.THIRD, Tag.NUMBER, Tag.PARTICIPLE})


def _swallows_main(sentence: Tagged, cue: Cue, comma: int) -> bool:
    """Does an obliging modal before the comma show that the main clause began without one?"""
    verb = sentence.next_finite[cue.last]
    if verb < comma and sentence.low(verb) in OBLIGING:
        return True
    later = sentence.next_finite[min(verb + 1, len(sentence))]
    return later < comma and sentence.low(later) in {"shall", "must", "should", "will"}


def _is_then(sentence: Tagged, i: int) -> bool:
    return sentence.low(i) == "then" and not sentence.words.shielded[i] and sentence.low(i - 1) not in {"and", "since"}


def _obliges(sentence: Tagged, first: int, last: int) -> bool:
    """Does a main clause (with modal, or a command) lie between two places?"""
    predicate = sentence.next_finite[first]
    return opens_imperative(sentence, first, last) or (predicate < last and sentence.tag(predicate) == Tag.MODAL)


def _at_comma(sentence: Tagged, cue: Cue, limit: int) -> Span | None:
    """The first comma with a whole clause on its right; one whose clause obliges wins over a mere list of clauses."""
    found: Span | None = None
    low, shielded = sentence.words.low, sentence.words.shielded
    commas = [i for i in range(cue.last + 1, limit) if low[i] == "," and not shielded[i]]
    joined = _next_joined(sentence, commas, limit)
    for i, resumes in zip(commas, joined, strict=True):
        predicate = sentence.next_finite[i + 1]
        if not _is_closed(sentence, cue, i) or not _opens_clause(sentence, i + 1, limit):
            continue
        if opens_imperative(sentence, i + 1, limit):
            return found if found and _goes_on(sentence, found[1], i) else (i, i + 1)
        if resumes < predicate:
            continue
        if sentence.tag(predicate) == Tag.MODAL:
            return (i, i + 1)
        found = found or (i, i + 1)
    return found


def _goes_on(sentence: Tagged, first: int, comma: int) -> bool:
    """As in "…, the operator enters the cause, time and result": behind a whole clause a comma goes on listing."""
    joined = any(sentence.low(i) in _JOINING for i in range(first, comma))
    return not joined and sentence.has_predicate(first, comma) and not opens_imperative(sentence, first, comma)


_JOINING = frozenset({"and", "or", "and/or"})


def _next_joined(sentence: Tagged, commas: list[int], limit: int) -> list[int]:
    """For each comma, the first later comma with "and" or "or" in between: before it, the commas only list things."""
    out: list[int] = []
    after = len(sentence) + 1
    for i, following in reversed(list(zip(commas, [*commas[1:], limit], strict=False))):
        inside = any(sentence.low(k) in _JOINING and not sentence.words.shielded[k] for k in range(i + 1, following))
        after = following if inside and following < limit else after
        out.append(after)
    return out[::-1]


def _is_closed(sentence: Tagged, cue: Cue, end: int) -> bool:
    """Can the words from the cue to `end` stand as a whole subordinate clause or phrase?"""
    if cue.family.takes is not Takes.CLAUSE or sentence.has_predicate(cue.last, end):
        return True
    first = cue.last
    while first < end and sentence.tag(first) in {Tag.ADVERB, Tag.NEGATION}:
        first += 1
    reduced = {Tag.PARTICIPLE, Tag.ADJECTIVE, Tag.ING, Tag.PREPOSITION, Tag.PAST}
    return sentence.tag(first) in reduced or first == end or _has_weak_past(sentence, first, end)


def _has_weak_past(sentence: Tagged, first: int, end: int) -> bool:
    return any(
        sentence.tags[i] in {Tag.PARTICIPLE, Tag.PAST, Tag.BASE, Tag.THIRD}
        and sentence.tags[i - 1] in {Tag.NOUN, Tag.PRONOUN, Tag.ADVERB, Tag.BASE}
        for i in range(first + 1, end)
    )


def _opens_clause(sentence: Tagged, first: int, limit: int) -> bool:
    if first >= limit or sentence.tag(first) in {Tag.COORDINATOR, Tag.RELATIVE, Tag.BE, Tag.HAVE, Tag.MODAL}:
        return False
    predicate = sentence.next_finite[first]
    return (
        opens_imperative(sentence, first, limit) or first < predicate < limit or _nothing_else(sentence, first, limit)
    )


def _nothing_else(sentence: Tagged, first: int, limit: int) -> bool:
    """The last comma of a sentence whose main verb is not known must still end the subordinate clause."""
    return limit == len(sentence) and "," not in sentence.words.low[first:limit] and limit - first > 1


def _at_phrase(sentence: Tagged, cue: Cue, limit: int) -> Span:
    """Without a comma: before the noun phrase that a second predicate needs as its subject."""
    phrase = cue.family.takes is Takes.PHRASE or sentence.tag(cue.last) in {
        Tag.PARTICIPLE,
        Tag.ADJECTIVE,
        Tag.ING,
        Tag.ADVERB,
    }
    first = sentence.next_finite[cue.last]
    reduced = _behind_reduced(sentence, cue, first)
    if reduced is not None:
        return reduced, reduced
    second = sentence.next_finite[min(first + 1, len(sentence))]
    if not phrase and second < limit and sentence.low(first) not in OBLIGING:
        first = second
    for coordinated in (False, True):
        floor, at = cue.last, first
        while at < limit:
            if _is_inverted(sentence, cue, at):
                return (at, at)
            start = _subject_start(sentence, floor, at, coordinated=coordinated)
            if start > floor and _is_closed(sentence, cue, start):
                return (start, start)
            floor, at = at, sentence.next_finite[at + 1]
    return (limit, limit)


def _behind_reduced(sentence: Tagged, cue: Cue, verb: int) -> int | None:
    """As in "When fully assembled the unit weighs 5 kg": a passive has no object, so what follows is a subject."""
    at = cue.last
    while sentence.tag(at) == Tag.ADVERB:
        at += 1
    passive = cue.family.takes is Takes.CLAUSE and sentence.tag(at) == Tag.PARTICIPLE
    opens = sentence.tag(at + 1) == Tag.DETERMINER and at + 2 < verb < len(sentence)
    return at + 1 if passive and opens else None


def _is_inverted(sentence: Tagged, cue: Cue, at: int) -> bool:
    """As in "only after the test has passed shall the batch …": the modal stands before its subject."""
    behind = sentence.tag(at + 1) in {Tag.DETERMINER, Tag.PRONOUN}
    return sentence.tag(at) == Tag.MODAL and behind and sentence.has_predicate(cue.last, at)


def _subject_start(sentence: Tagged, floor: int, predicate: int, *, coordinated: bool) -> int:
    """Walk left from a predicate over its subject; `floor` where the noun phrase is part of something larger."""
    i = predicate - 1
    while i > floor:
        kind = sentence.tag(i)
        if kind in {Tag.DETERMINER, Tag.PRONOUN}:
            before = sentence.tag(i - 1)
            if before == Tag.DETERMINER:
                i -= 1
                continue
            if (
                before != Tag.PREPOSITION
                and before not in {Tag.COORDINATOR, Tag.RELATIVE}
                and sentence.low(i - 1) != ","
            ):
                return i
            if before != Tag.PREPOSITION or sentence.low(i - 1) == "that":
                return floor
        elif kind not in _INSIDE_SUBJECT and not (coordinated and kind == Tag.COORDINATOR):
            if not sentence.inner[i] and kind != Tag.RELATIVE:
                return floor
        elif sentence.finite[i] and not sentence.inner[i]:
            return floor
        i -= 1
    return floor


_INSIDE_SUBJECT = frozenset(
    {
        Tag.NOUN,
        Tag.ADJECTIVE,
        Tag.NUMBER,
        Tag.PARTICIPLE,
        Tag.ING,
        Tag.BASE,
        Tag.PREPOSITION,
        Tag.ADVERB,
        Tag.THIRD,
        Tag.TO,
    }
)
