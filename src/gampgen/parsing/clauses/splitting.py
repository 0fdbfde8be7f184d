"""Cut a sentence into main clauses and the conditions, reasons and purposes that hang on them.

A cue in front of the main clause ends where the main clause begins ("When the lid opens the pump stops"); a cue behind
it runs to the end of the sentence or to the next cue; one in the middle lies between commas.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from gampgen.parsing.clauses import lexicon as lex
from gampgen.parsing.clauses.cues import Cue, CueClass, Takes, find_cues
from gampgen.parsing.clauses.tagging import Tag, Tagged

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Region:
    """The words behind a cue (tokens `first` to `last` - 1). `alternative`: joined to the region before it by "or"."""

    family: CueClass
    cue: Span
    first: int
    last: int
    alternative: bool = False


@dataclass(slots=True)
class Part:
    """One main clause with what it depends on. `otherwise`: it holds where the conditions of the part before do not."""

    sentence: Tagged
    main: list[Span] = field(default_factory=list)
    regions: list[Region] = field(default_factory=list)
    otherwise: bool = False


_GLUE = frozenset({",", "then", "and", "or", "but", "however", "also", "therefore", "thus", "hence", "furthermore",
                   "additionally", "moreover", "consequently", "so", "yet", "only", ":", "-", "–", "—", "especially",
                   "particularly", "even", "just", "except", "though", "although"})  # fmt: skip


def split(sentence: Tagged) -> tuple[Part, ...]:
    """The parts of one sentence, in order. A sentence without cues is one part without regions."""
    cuts = [0, *_divisions(sentence), len(sentence)]
    cues = find_cues(sentence)
    parts: list[Part] = []
    for first, last in pairwise(cuts):
        inside = [cue for cue in cues if first <= cue.first and cue.last <= last]
        parts += _Reader(sentence, inside, first, last).read()
    return tuple(parts)


def _divisions(sentence: Tagged) -> list[int]:
    """Where "otherwise" or "else" opens a clause of its own."""
    low = sentence.words.low
    return [
        i
        for i, word in enumerate(low)
        if i and word in {"otherwise", "else"} and low[i - 1] in {",", "and", "or", ";", ":"}
        and sentence.has_predicate(i, len(low)) and not sentence.words.shielded[i]
    ]  # fmt: skip


class _Reader:
    """Walks over the cues of one division and hands each its words."""

    def __init__(self, sentence: Tagged, cues: list[Cue], first: int, last: int) -> None:
        self.sentence, self.cues, self.last = sentence, cues, last
        self.otherwise = sentence.low(first) in {"otherwise", "else"}
        self.at = first + 1 if self.otherwise else first
        self.part = Part(sentence, otherwise=self.otherwise)
        self.parts = [self.part]

    def read(self) -> list[Part]:
        """All parts of the division."""
        for index, cue in enumerate(self.cues):
            if cue.first >= self.at:
                limit = self.cues[index + 1].first if index + 1 < len(self.cues) else self.last
                self._take(cue, limit)
        self._close_main(self.last)
        return self.parts

    def _take(self, cue: Cue, limit: int) -> None:
        words_before = self._bare_until(cue.first)
        if words_before and not self._has_main(cue.first):
            self._take_interposed(cue, limit)
        elif words_before or self.part.main:
            self._take_trailing(cue, limit)
        else:
            end, resume = main_clause_start(self.sentence, cue, limit)
            self._add(cue, end)
            self.at = resume

    def _bare_until(self, stop: int) -> bool:
        """Are there words of the main clause between here and `stop` (more than commas and connectives)?"""
        low, tags = self.sentence.words.low, self.sentence.tags
        return any(low[i] not in _GLUE and tags[i] != Tag.ADVERB for i in range(self.at, stop))

    def _has_main(self, stop: int) -> bool:
        spans = [*self.part.main, (self.at, stop)]
        return any(self._is_whole(first, last) for first, last in spans)

    def _is_whole(self, first: int, last: int) -> bool:
        """Has a predicate, and more of it than an auxiliary left hanging before a comma ("the system shall, if")."""
        while first < last and self.sentence.low(last - 1) in {",", "only"}:
            last -= 1
        hanging = self.sentence.tag(last - 1) == Tag.MODAL
        return not hanging and (
            self.sentence.has_predicate(first, last) or opens_imperative(self.sentence, first, last)
        )

    def _take_interposed(self, cue: Cue, limit: int) -> None:
        """As in "The system shall, if the lid is open, stop": up to the next comma; a phrase inside a noun phrase is none."""
        if cue.family.takes is Takes.PHRASE and self.sentence.low(cue.first - 1) != ",":
            return
        end = cue.last
        while end < limit and self.sentence.low(end) != "," and not self._resumes(cue, end):
            end += 1
        self._close_main(cue.first)
        self._add(cue, end)
        self.at = end

    def _resumes(self, cue: Cue, at: int) -> bool:
        first = self.sentence.next_finite[cue.last]
        return at > first and self.sentence.tag(at) == Tag.MODAL

    def _take_trailing(self, cue: Cue, limit: int) -> None:
        if self._modifies_noun(cue):
            return
        end = self._trailing_end(cue, limit)
        self._close_main(cue.first)
        self._add(cue, end)
        self.at = end
        if end < limit < self.last:
            self.part = Part(self.sentence)
            self.parts.append(self.part)

    def _modifies_noun(self, cue: Cue) -> bool:
        """As in "values recorded during the run", "30 days before expiry": the phrase belongs to a noun, not to the clause."""
        if self.sentence.has_predicate(cue.last, self.last) and cue.family.takes is not Takes.PHRASE:
            return False
        if cue.family.takes is Takes.CLAUSE:
            return False
        before, further = self.sentence.tag(cue.first - 1), self.sentence.tag(cue.first - 2)
        if before == Tag.PARTICIPLE and further in {Tag.NOUN, Tag.DETERMINER, Tag.COORDINATOR}:
            return True
        return before == Tag.NOUN and further == Tag.NUMBER

    def _trailing_end(self, cue: Cue, limit: int) -> int:
        """To the limit, unless a new main clause with its own modal (or verb) begins before it."""
        low, seen = self.sentence.words.low, cue.last
        if not self.sentence.has_predicate(cue.last, limit):
            return self._phrase_end(cue, limit)
        seen = self.sentence.next_finite[cue.last] + 1
        for i in range(seen, limit):
            if self.sentence.words.shielded[i] or low[i] not in {"and", "but", "then"}:
                continue
            if (low[i - 1] == "," or limit < self.last) and self._starts_main(i + 1, limit):
                return i
        return limit

    def _phrase_end(self, cue: Cue, limit: int) -> int:
        low = self.sentence.words.low
        for i in range(cue.last + 1, limit):
            if low[i] == "," and not self.sentence.words.shielded[i] and not self._is_list(i, limit):
                return i
        return limit

    def _is_list(self, comma: int, limit: int) -> bool:
        following = self.sentence.words.low[comma + 1 : min(limit, comma + 12)]
        return any(word in {"and", "or"} for word in following)

    def _starts_main(self, first: int, limit: int) -> bool:
        predicate = self.sentence.next_finite[first]
        if predicate < limit:
            return self.sentence.tag(predicate) == Tag.MODAL
        return self.sentence.tag(first) == Tag.BASE and self.sentence.tag(first + 1) in {Tag.DETERMINER, Tag.PRONOUN}

    def _close_main(self, end: int) -> None:
        first, last = _trim(self.sentence, self.at, end)
        if first < last:
            self.part.main.append((first, last))

    def _add(self, cue: Cue, end: int) -> None:
        before = self.sentence.low(cue.first - 1)
        before = self.sentence.low(cue.first - 2) if before in {",", "only"} else before
        alternative = before in {"or", "and/or"} and bool(self.part.regions)
        first, last = _trim(self.sentence, cue.last, end)
        self.part.regions.append(Region(cue.family, (cue.first, cue.last), first, last, alternative))


def _trim(sentence: Tagged, first: int, last: int) -> Span:
    low = sentence.words.low
    while first < last and low[first] in _GLUE - {"only"}:
        first += 1
    while first < last and (low[last - 1] in _GLUE or low[last - 1] in {"nor", "and/or"}):
        last -= 1
    return first, last


def opens_imperative(sentence: Tagged, first: int, last: int) -> bool:
    """Does a command begin at `first` ("Refer to …", "do not …")?"""
    while first < last and sentence.tag(first) == Tag.ADVERB:
        first += 1
    if first >= last or sentence.words.shielded[first]:
        return False
    if sentence.low(first) in {"do", "don't"}:
        return sentence.low(first + 1) == "not" or sentence.low(first) == "don't"
    return sentence.tag(first) == Tag.BASE and sentence.tag(first + 1) not in {Tag.MODAL, Tag.BE, Tag.HAVE}


def main_clause_start(sentence: Tagged, cue: Cue, limit: int) -> Span:
    """Where a fronted subordinate clause ends, and where its main clause begins (`limit`, `limit` if not before it)."""
    return _at_then(sentence, cue, limit) or _at_comma(sentence, cue, limit) or _at_phrase(sentence, cue, limit)


def _at_then(sentence: Tagged, cue: Cue, limit: int) -> Span | None:
    for i in range(cue.last + 1, limit):
        if sentence.low(i) == "then" and not sentence.words.shielded[i] and sentence.low(i - 1) not in {"and", "since"}:
            return (i, i + 1)
    return None


def _at_comma(sentence: Tagged, cue: Cue, limit: int) -> Span | None:
    """The first comma with a whole clause on its right; one whose clause obliges wins over a mere list of clauses."""
    found: Span | None = None
    for i in range(cue.last + 1, limit):
        if sentence.low(i) != "," or sentence.words.shielded[i]:
            continue
        if not _is_closed(sentence, cue, i) or not _opens_clause(sentence, i + 1, limit):
            continue
        predicate = sentence.next_finite[i + 1]
        if opens_imperative(sentence, i + 1, limit) or sentence.tag(predicate) == Tag.MODAL:
            return (i, i + 1)
        found = found or (i, i + 1)
    return found


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
        and sentence.tags[i - 1] in {Tag.NOUN, Tag.PRONOUN, Tag.ADVERB}
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
    phrase = cue.family.takes is Takes.PHRASE or not sentence.has_predicate(cue.last, limit)
    at = sentence.next_finite[cue.last]
    if not phrase:
        at = sentence.next_finite[min(at + 1, len(sentence))]
    while at < limit:
        start = _subject_start(sentence, cue.last, at)
        if start > cue.last and _is_closed(sentence, cue, start):
            return (start, start)
        at = sentence.next_finite[at + 1]
    return (limit, limit)


def _subject_start(sentence: Tagged, floor: int, predicate: int) -> int:
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
        elif kind not in _INSIDE_SUBJECT or sentence.finite[i]:
            return floor
        i -= 1
    return floor


_INSIDE_SUBJECT = frozenset(
    {Tag.NOUN, Tag.ADJECTIVE, Tag.NUMBER, Tag.PARTICIPLE, Tag.ING, Tag.BASE, Tag.PREPOSITION, Tag.ADVERB, Tag.THIRD}
)
SUBJECT_WORDS = lex.SUBJECT_PRONOUNS
