"""Cut a sentence into main clauses and the conditions, reasons and purposes that hang on them.

A cue in front of the main clause ends where the main clause begins ("When the lid opens the pump stops"); a cue behind
it runs to the end of the sentence or to the next cue; one in the middle lies between commas.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from gampgen.domain.statement import CauseKind
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


_OPENERS = frozenset({("for", "example"), ("e.g",), ("for", "instance"), ("in", "addition"), ("in", "this", "case"),
                      ("in", "particular"), ("in", "general"), ("as", "a", "minimum"), ("as", "an", "example")})  # fmt: skip


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
        if i and word in {"otherwise", "else"} and not sentence.words.shielded[i] and sentence.has_predicate(i, len(low))
        and (low[i - 1] in {",", "and", "or", ";", ":"} or sentence.tag(i + 1) in {Tag.DETERMINER, Tag.PRONOUN})
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
        if self._introduces(cue.first):
            self.at = cue.first
        words_before = self._bare_until(cue.first)
        if words_before and self._opens_second_rule(cue, limit):
            return
        if words_before and not self._has_main(cue.first) and self._main_follows(cue):
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

    def _opens_second_rule(self, cue: Cue, limit: int) -> bool:
        """As in "A shall be set and, in case of B, C shall be cleared": a whole rule of its own behind "and"."""
        before = cue.first - 2 if self.sentence.low(cue.first - 1) == "," else cue.first - 1
        if self.sentence.low(before) not in {"and", "but", "or"} or not self._has_main(before):
            return False
        end, resume = main_clause_start(self.sentence, cue, limit)
        if end >= limit:
            return False
        self._close_main(before)
        self.part = Part(self.sentence)
        self.parts.append(self.part)
        self._add(cue, end)
        self.at = resume
        return True

    def _introduces(self, stop: int) -> bool:
        """As in "Note that, if …", "Rule 3: when …", "For example, if …": what stands before is no part of the rule."""
        last = stop - 1 if self.sentence.low(stop - 1) == "," else stop
        if self.part.main or self.part.regions or last <= self.at:
            return False
        opener = self.sentence.words.low[self.at : last]
        return opener[-1] in {"that", ":"} or opener in _OPENERS

    def _has_main(self, stop: int) -> bool:
        spans = [*self.part.main, (self.at, stop)]
        return any(self._is_whole(first, last) for first, last in spans)

    def _main_follows(self, cue: Cue) -> bool:
        """Is there a verb behind the cue's own that the words before the cue can be the subject of?"""
        if self.sentence.tag(cue.first - 1) == Tag.MODAL or self.sentence.low(cue.first - 1) == ",":
            return True
        first = self.sentence.next_finite[cue.last]
        second = self.sentence.next_finite[min(first + 1, len(self.sentence))]
        return (first if cue.family.takes is Takes.PHRASE else second) < self.last

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
        commas = [
            i for i in range(cue.last, limit) if self.sentence.low(i) == "," and not self.sentence.words.shielded[i]
        ]
        before_verb = next((i for i in commas if i + 1 < limit and self.sentence.next_finite[i + 1] == i + 1), None)
        end = before_verb or next(iter(commas), limit)
        end = next((i for i in range(cue.last, end) if self._resumes(cue, i)), end)
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
        # What a thing is for is part of what shall happen: the purpose stays in the effect's words too.
        self._close_main(end if cue.family.kind is CauseKind.PURPOSE else cue.first)
        self._add(cue, end)
        self.at = end
        if end < limit < self.last:
            self.part = Part(self.sentence)
            self.parts.append(self.part)

    def _modifies_noun(self, cue: Cue) -> bool:
        """As in "values recorded during the run", "30 days before expiry": the phrase belongs to a noun, not to the clause."""
        if self.sentence.has_predicate(cue.last, self.last) and cue.family.takes is not Takes.PHRASE:
            return False
        if cue.family.takes is Takes.CLAUSE or cue.family.kind is not CauseKind.CONDITION:
            return False
        before, further = self.sentence.tag(cue.first - 1), self.sentence.tag(cue.first - 2)
        if before == Tag.PARTICIPLE and further in {Tag.NOUN, Tag.DETERMINER, Tag.COORDINATOR}:
            return True
        return before == Tag.NOUN and further == Tag.NUMBER

    def _trailing_end(self, cue: Cue, limit: int) -> int:
        """To the limit, unless a new main clause with its own modal (or verb) begins before it."""
        low, seen = self.sentence.words.low, cue.last
        if cue.family.takes is Takes.PHRASE or not self.sentence.has_predicate(cue.last, limit):
            return self._phrase_end(cue, limit)
        seen = self.sentence.next_finite[cue.last] + 1
        for i in range(seen, limit):
            if self.sentence.words.shielded[i]:
                continue
            if low[i] == "," and self._breaks_off(i + 1, limit):
                return i
            if low[i] not in {"and", "but", "then"}:
                continue
            if low[i - 1] == "," and low[i + 1 : i + 2] == ("that",):
                return i
            if (low[i - 1] == "," or limit < self.last) and self._starts_main(i + 1, limit):
                return i
        return limit

    def _breaks_off(self, first: int, limit: int) -> bool:
        """Behind a comma: a participle ("…, saving the data") or a clause with a modal goes back to the main clause."""
        if self.sentence.tag(first) == Tag.ING:
            return self.sentence.tag(first + 1) in {Tag.DETERMINER, Tag.PREPOSITION, Tag.TO}
        verb = self.sentence.next_finite[first]
        return (
            first < verb < limit
            and self.sentence.tag(verb) == Tag.MODAL
            and self.sentence.tag(first) in {Tag.DETERMINER, Tag.PRONOUN}
        )

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
        if first < predicate < limit:
            modal = self.sentence.tag(predicate) == Tag.MODAL
            return modal or (limit < self.last and self.sentence.low(limit - 1) not in {"or", "and", ","})
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
    ends = last == len(sentence)
    while first < last and (low[last - 1] in _GLUE or low[last - 1] in {"nor", "and/or"}):
        if ends and low[last - 1] == "only":
            break
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
    comma = _at_comma(sentence, cue, limit)
    then = next((i for i in range(cue.last + 1, limit) if _is_then(sentence, i)), None)
    if then is not None and (comma is None or comma[0] >= then - 1 or not _obliges(sentence, comma[1], then)):
        return then, then + 1
    return comma or _at_phrase(sentence, cue, limit)


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
    joined = _next_joined(sentence, commas)
    for i, resumes in zip(commas, joined, strict=True):
        predicate = sentence.next_finite[i + 1]
        if not _is_closed(sentence, cue, i) or not _opens_clause(sentence, i + 1, limit):
            continue
        if opens_imperative(sentence, i + 1, limit):
            return (i, i + 1)
        if resumes < predicate:
            continue
        if sentence.tag(predicate) == Tag.MODAL:
            return (i, i + 1)
        found = found or (i, i + 1)
    return found


_JOINING = frozenset({"and", "or", "and/or"})


def _next_joined(sentence: Tagged, commas: list[int]) -> list[int]:
    """For each comma, the first later comma with "and" or "or" in between: before it, the commas only list things."""
    out: list[int] = []
    after = len(sentence) + 1
    for i, following in reversed(list(zip(commas, [*commas[1:], len(sentence)], strict=False))):
        inside = any(sentence.low(k) in _JOINING and not sentence.words.shielded[k] for k in range(i + 1, following))
        after = following if inside and following < len(sentence) else after
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
    second = sentence.next_finite[min(first + 1, len(sentence))]
    if not phrase and second < limit:
        first = second
    for coordinated in (False, True):
        floor, at = cue.last, first
        while at < limit:
            start = _subject_start(sentence, floor, at, coordinated=coordinated)
            if start > floor and _is_closed(sentence, cue, start):
                return (start, start)
            floor, at = at, sentence.next_finite[at + 1]
    return (limit, limit)


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
