"""Cut a sentence into main clauses and the conditions, reasons and purposes that hang on them.

A cue in front of the main clause ends where the main clause begins ("When the lid opens the pump stops"); a cue behind
it runs to the end of the sentence or to the next cue; one in the middle lies between commas.
"""

from __future__ import annotations

from itertools import pairwise

from gampgen.domain.statement import CauseKind, EarsPattern
from gampgen.parsing.clauses.boundaries import main_clause_start, opens_imperative
from gampgen.parsing.clauses.cue_table import Takes
from gampgen.parsing.clauses.cues import Cue, find_cues
from gampgen.parsing.clauses.divisions import alternatives, demands
from gampgen.parsing.clauses.parts import GLUE, Part, Region, settle_list, trimmed
from gampgen.parsing.clauses.tagging import Tagged
from gampgen.parsing.clauses.trailing import (
    is_done,
    modifies_noun,
    next_alternative,
    phrase_before_clause,
    trailing_end,
)
from gampgen.parsing.clauses.word_class import Tag

_PHRASE = 7  # a phrase of more words is no choice between values
_IN_PHRASE = frozenset({Tag.NOUN, Tag.ADJECTIVE, Tag.DETERMINER, Tag.NUMBER, Tag.BASE, Tag.THIRD})
_BEFORE_PHRASE = frozenset({Tag.PARTICIPLE, Tag.NOUN, Tag.PAST})
_OPENS_THING = frozenset({Tag.DETERMINER, Tag.NOUN, Tag.ADJECTIVE})
_BARE = frozenset({Tag.ADVERB, Tag.ADJECTIVE})
_OPENING_PHRASES = """for example|e.g|for instance|in addition|in this case|in particular|in general|as such|
as a minimum|as an example"""
_OPENERS = frozenset(tuple(phrase.split()) for phrase in _OPENING_PHRASES.split("|"))


def split(sentence: Tagged) -> tuple[Part, ...]:
    """The parts of one sentence, in order. A sentence without cues is one part without regions."""
    cues = find_cues(sentence)
    cuts = [0, *(alternatives(sentence) or ([] if cues else demands(sentence))), len(sentence)]
    parts: list[Part] = []
    for first, last in pairwise(cuts):
        inside = [cue for cue in cues if first <= cue.first and cue.last <= last]
        parts += _Reader(sentence, inside, first, last).read()
    return tuple(parts)


class _Reader:
    """Walks over the cues of one division and hands each its words."""

    def __init__(self, sentence: Tagged, cues: list[Cue], first: int, last: int) -> None:
        self.sentence, self.cues, self.last = sentence, cues, last
        self.otherwise = sentence.low(first) in {"otherwise", "else"}
        self.at = first + 1 if self.otherwise else first
        self.part = Part(sentence, otherwise=self.otherwise)
        self.parts = [self.part]
        self.whole = False
        self.choosing = False

    def read(self) -> list[Part]:
        """All parts of the division."""
        for index, cue in enumerate(self.cues):
            if cue.first >= self.at:
                limit = self.cues[index + 1].first if index + 1 < len(self.cues) else self.last
                self._take(cue, limit)
        self._close_main(self.last)
        for part in self.parts:
            settle_list(part)
        return self.parts

    def _take(self, cue: Cue, limit: int) -> None:
        if self._introduces(cue.first):
            self.at = cue.first
        words_before = self._bare_until(cue.first)
        if self.choosing and not self._has_main(cue.first):
            self._take_trailing(cue, limit)
            return
        if words_before and self._opens_second_rule(cue, limit):
            return
        if self._turns(cue):
            return
        if words_before and self._is_in_subject(cue):
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
        done = self.part.follows is not None and is_done(self.sentence, self.at + (low[self.at] in GLUE))
        return done or any(low[i] not in GLUE and tags[i] not in _BARE for i in range(self.at, stop))

    def _opens_second_rule(self, cue: Cue, limit: int) -> bool:
        """As in "A shall be set and, in case of B, C shall be cleared": a whole rule of its own behind "and"."""
        before = cue.first - 2 if self.sentence.low(cue.first - 1) == "," else cue.first - 1
        if self.sentence.low(before) not in {"and", "but", "or"} or not self._has_main(before):
            return False
        end, resume = main_clause_start(self.sentence, cue, limit)
        if end >= limit or not self._says_something(resume):
            return False
        fronted = bool(self.part.regions) and self.part.regions[0].first < self.at
        self._close_main(before)
        shares = not self.sentence.has_predicate(resume, self.last) and self.sentence.low(resume - 1) != "then"
        self._open_part(self.part if shares else None)
        self.part.nested = fronted and self.sentence.low(cue.first - 1) == ","
        self._add(cue, end)
        self.at = resume
        return True

    def _turns(self, cue: Cue) -> bool:
        """As in "If A, X, if not, Y": what follows holds otherwise."""
        low = self.sentence.words.low
        if low[cue.first : cue.last + 2] != ("if", "not", ",") or not self._has_main(cue.first):
            return False
        self._close_main(cue.first)
        self._open_part(None)
        self.part.otherwise = True
        self.at = cue.last + 2
        return True

    def _is_in_subject(self, cue: Cue) -> bool:
        """As in "Entries made after approval shall be marked": the phrase belongs to the subject before the verb."""
        verb = self.sentence.next_finite[cue.last]
        phrase = cue.family.takes is Takes.EITHER and verb < self.last and not self._has_main(cue.first)
        simple = phrase and all(self.sentence.tags[i] in _IN_PHRASE for i in range(cue.last, verb))
        alone = simple and self.sentence.next_finite[verb + 1] >= self.last
        return alone and self.sentence.tag(verb) == Tag.MODAL and self.sentence.tag(cue.first - 1) in _BEFORE_PHRASE

    def _says_something(self, first: int) -> bool:
        """Is there a verb behind the condition, or another choice for what the first rule says ("…, at 5 °C")?"""
        own = self.sentence.has_predicate(first, self.last) or opens_imperative(self.sentence, first, self.last)
        return own or self.sentence.low(first - 1) == "then" or self._is_choice(first) or self._is_item(first)

    def _is_item(self, first: int) -> bool:
        """As in "shall contain the name and, if available, the batch number": one more thing, under a condition."""
        tags = self.sentence.tags[first : self.last]
        verb = self.sentence.next_finite[self.at]
        governs = verb < first and self.sentence.tag(verb + 1) == Tag.BASE
        return bool(tags) and governs and tags[0] in _OPENS_THING and not set(tags) & {Tag.SUBORDINATOR, Tag.RELATIVE}

    def _is_choice(self, first: int) -> bool:
        """As in "… at 25 °C, and if it is retained, at 5 °C": a phrase like the one with which the first rule ends."""
        opens = self.sentence.tag(first) == Tag.PREPOSITION and not self.sentence.has_predicate(first, self.last)
        joint = next(
            (i for i in range(first - 1, self.at, -1) if self.sentence.low(i) in {"and", "or", "but"}), self.at
        )
        near = self.sentence.words.low[max(self.at, joint - _PHRASE) : joint]
        return opens and self.last - first < _PHRASE and self.sentence.low(first) in near

    def _introduces(self, stop: int) -> bool:
        """As in "Note that, if …", "Rule 3: when …", "For example, if …": what stands before is no part of the rule."""
        last = stop - 1 if self.sentence.low(stop - 1) == "," else stop
        if self.part.main or self.part.regions or last <= self.at:
            return False
        opener = self.sentence.words.low[self.at : last]
        return opener[-1] in {"that", ":"} or opener in _OPENERS

    def _has_main(self, stop: int) -> bool:
        return self.whole or self._is_whole(self.at, stop)

    def _main_follows(self, cue: Cue) -> bool:
        """Is there a verb behind the cue's own that the words before the cue can be the subject of?"""
        if self.sentence.tag(cue.first - 1) == Tag.MODAL or self.sentence.low(cue.first - 1) == ",":
            return True
        first = self.sentence.next_finite[cue.last]
        second = self.sentence.next_finite[min(first + 1, len(self.sentence))]
        return (first if self._is_phrase(cue) else second) < self.last

    def _is_phrase(self, cue: Cue) -> bool:
        """Is the cue followed by a noun phrase or gerund only, in the middle of a main clause?"""
        gerund = cue.family.takes is Takes.EITHER and self.sentence.tag(cue.last) == Tag.ING
        return gerund or cue.family.takes is Takes.PHRASE

    def _is_whole(self, first: int, last: int) -> bool:
        """Has a predicate, and more of it than an auxiliary left hanging before a comma ("the system shall, if")."""
        while first < last and self.sentence.low(last - 1) in {",", "only"}:
            last -= 1
        hanging = self.sentence.tag(last - 1) == Tag.MODAL
        return not hanging and (
            self.sentence.has_predicate(first, last) or opens_imperative(self.sentence, first, last)
        )

    def _take_interposed(self, cue: Cue, limit: int) -> None:
        """As in "The system shall, if the lid is open, stop": up to the next comma. A phrase in a noun is none."""
        hanging = self.sentence.low(cue.first - 1) == "," or self.sentence.tag(cue.first - 1) == Tag.MODAL
        if self._is_phrase(cue) and not hanging:
            return
        verb = self.sentence.next_finite[cue.last]
        limit = min(limit, verb) if self._is_phrase(cue) and verb > cue.last else limit
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
        if modifies_noun(self.sentence, cue, self.last) or self._is_moment(cue, limit):
            return
        self._leave_first_verb(cue)
        self._leave_default(cue)
        low = self.sentence.words.low
        that = next((i for i in range(cue.last, limit - 2) if low[i : i + 3] == (",", "and", "that")), limit)
        choice = next_alternative(self.sentence, cue, that, (self.at, cue.first)) if that < self.last else None
        end = choice or trailing_end(self.sentence, cue, that, self.last)
        # What a thing is for is part of what shall happen: the purpose stays in the effect's words too.
        self._close_main(end if cue.family.kind is CauseKind.PURPOSE else cue.first)
        self._add(cue, end)
        self.at = end
        if end < limit == self.last and self._goes_on_bare(end):
            self._open_part(self.part)
            self.part.nested = True
        elif end < limit < self.last:
            # Of several choices each takes what the first one says ("green if A, yellow if B and red if C").
            self._open_part(self.part.follows if self.choosing and self.part.follows else self.part)
            self.choosing = bool(choice)

    def _is_moment(self, cue: Cue, limit: int) -> bool:
        """As in "If A, B shall be so after restart and C …": with a condition in front, the lone event says when."""
        fronted = bool(self.part.regions) and self.part.regions[0].first < self.at
        return fronted and phrase_before_clause(self.sentence, cue, limit) is not None

    def _goes_on_bare(self, end: int) -> bool:
        """As in "shall keep A when B and display C": a bare verb behind the condition, under the modal before it."""
        return self.sentence.low(end) in {"and", "but"} and self.sentence.tag(end + 1) == Tag.BASE

    def _leave_default(self, cue: Cue) -> None:
        """As in "shall be shown within 2 s, or within 5 s if the network is loaded": the first holds otherwise."""
        low, tags = self.sentence.words.low, self.sentence.tags
        joint = next((i for i in range(cue.first - 1, self.at, -1) if low[i] == "or"), None)
        if joint is None or self.part.regions or tags[joint + 1] != Tag.PREPOSITION or not self._has_main(joint):
            return
        other = range(joint + 2, cue.first)
        paired = low[joint + 1] in low[self.at : joint] and any(tags[i] == Tag.NUMBER for i in other)
        if not paired or self.sentence.has_predicate(joint, cue.first):
            return
        before = self.part
        self._close_main(joint)
        self.at = joint + 1
        self._open_part(before)
        before.otherwise = True
        self.parts[-2:] = [self.part, before]  # what holds otherwise is read behind what it is the rest of

    def _leave_first_verb(self, cue: Cue) -> None:
        """As in "If A, it shall store the report and send it when B": the later event speaks of the later verb only."""
        if not self.part.regions or cue.family.ears is not EarsPattern.EVENT_DRIVEN:
            return
        low, tags = self.sentence.words.low, self.sentence.tags
        verbal = {Tag.BASE, Tag.PARTICIPLE}
        joints = (i for i in range(cue.first - 1, self.at, -1) if low[i] == "and" and tags[i + 1] in verbal)
        joint = next(joints, None)
        if joint is None or not self._has_main(joint):
            return
        before = self.part
        self._close_main(joint)
        self.at = joint + 1
        self._open_part(before)
        self.part.nested = True

    def _close_main(self, end: int) -> None:
        first, last = trimmed(self.sentence, self.at, end)
        opener = next((size for size in (4, 3, 2, 1) if self.sentence.words.low[first : first + size] in _OPENERS), 0)
        if self.sentence.low(first + opener) == "," and self.cues:
            first += opener + 1  # "For example, …"
        if first < last:
            self.part.main.append((first, last))
            self.whole = self.whole or self._is_whole(first, last)

    def _open_part(self, follows: Part | None) -> None:
        self.part = Part(self.sentence, follows=follows)
        self.parts.append(self.part)
        self.whole = False

    def _add(self, cue: Cue, end: int) -> None:
        before = self.sentence.low(cue.first - 1)
        before = self.sentence.low(cue.first - 2) if before in {",", "only"} else before
        alternative = before in {"or", "and/or"} and bool(self.part.regions)
        first, last = trimmed(self.sentence, cue.last, end)
        self.part.regions.append(Region(cue.family, (cue.first, cue.last), first, last, alternative))
