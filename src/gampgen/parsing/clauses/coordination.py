"""Several conditions or effects in one clause: "and", "or", comma lists, shared subjects and verbs restored.

"the door is open or unlocked" is two assertions about the door; "the pump or the fan fails" two about
failing. What binds tighter than what is the business of `junction`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from gampgen.parsing.clauses.predicate import Span, head, predicate_words, subject_words, trim
from gampgen.parsing.clauses.sharing import (
    Piece,
    compares_subjects,
    gapped_clause,
    opens_level,
    past_adverbs,
    shared_prefix,
    with_shared_duration,
)
from gampgen.parsing.clauses.tagging import Tagged
from gampgen.parsing.clauses.word_class import Tag

MOST_PIECES = 24
"""More coordinated pieces than this are a list, not logic a reader could follow: the clause is then kept whole."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A coordinator: `at` its first token (the comma of ", and"), `after` the first token behind it."""

    at: int
    after: int
    word: str
    loose: bool


# As in "one or more": one word in three.
_IDIOMS = frozenset({("one", "more"), ("one", "several"), ("one", "both"), ("more", "less"), ("if", "when")})


def cuts(sentence: Tagged, first: int, last: int) -> tuple[Cut, ...]:
    """All coordinators and commas outside brackets."""
    out: list[Cut] = []
    i = first
    while i < last:
        word = sentence.low(i)
        if word in {"and", "or", "nor", "but", "and/or", ","} and not sentence.words.shielded[i]:
            if (sentence.low(i - 1), sentence.low(i + 1)) in _IDIOMS:
                i += 1
                continue
            at, loose = i, False
            if word == "," and sentence.low(i + 1) in {"and", "or", "nor", "but", "and/or"}:
                i, loose = i + 1, True
                word = sentence.low(i)
            out.append(Cut(at, i + 1, {"and/or": "or", "but": "and"}.get(word, word), loose))
        i += 1
    return tuple(out)


def pieces(sentence: Tagged, first: int, last: int, *, causes: bool) -> tuple[Piece, ...]:
    """The coordinated clauses of a clause, at least one. `causes`: an alternative counts; in an effect it does not."""
    first, last = trim_open(sentence, first, last)
    found = cuts(sentence, first, last)
    whole = _piece(sentence, first, last, causes)
    if not found or len(found) > 4 * MOST_PIECES:
        return (whole,)
    out = _Builder(sentence, first, last, causes=causes).build(found)
    return out if len(out) <= MOST_PIECES else (whole,)


def trim_open(sentence: Tagged, first: int, last: int) -> Span:
    """As trim, but keeps a leading "either" or "both": they say how far a group reaches."""
    start, end = trim(sentence, first, last)
    while start > first and sentence.low(start - 1) in {"either", "both"}:
        start -= 1
    return start, end


def _piece(sentence: Tagged, first: int, last: int, subordinate: bool) -> Piece:  # noqa: FBT001 - private, one call site each
    verb = head(sentence, first, last, subordinate=subordinate)
    return (
        Piece((first, min(verb, last)), (), (min(verb, last), last))
        if verb < last
        else Piece((first, last), (), (last, last))
    )


def listed_things(sentence: Tagged, first: int, last: int) -> tuple[Piece, ...]:
    """The things of a list ("without a reason, a date and a signature"), each a piece without predicate."""
    found = cuts(sentence, first, last)
    words = {cut.word for cut in found} - {","}
    stretches = [
        trim(sentence, a, b)
        for a, b in zip([first, *(cut.after for cut in found)], [*(cut.at for cut in found), last], strict=True)
    ]
    nouns = all(a < b and all(sentence.tags[i] in _THING for i in range(a, b)) for a, b in stretches)
    if len(words) != 1 or not nouns:
        return (Piece((first, last), (), (last, last)),)
    word = words.pop()
    return tuple(Piece((a, b), (), (b, b), connector=word if place else "") for place, (a, b) in enumerate(stretches))


_THING = frozenset(
    {Tag.NOUN, Tag.DETERMINER, Tag.ADJECTIVE, Tag.BASE, Tag.THIRD, Tag.NUMBER, Tag.PARTICIPLE, Tag.ING, Tag.PAST}
)


class _Builder:
    """Reads the stretches between coordinators from left to right and decides what each of them is."""

    def __init__(self, sentence: Tagged, first: int, last: int, *, causes: bool) -> None:
        self.sentence, self.first, self.last, self.causes = sentence, first, last, causes
        self.weak = causes and not sentence.has_predicate(first, last)
        self.out: list[Piece] = []
        self.subjects: list[tuple[Span, Cut | None]] = []

    def build(self, found: tuple[Cut, ...]) -> tuple[Piece, ...]:
        """The pieces; stretches that are no clause of their own stay with the piece before them."""
        found = self._usable(found)
        start, opener = self.first, None
        for cut in (*found, None):
            end = cut.at if cut else self.last
            self._stretch(start, end, opener)
            if cut:
                start, opener = cut.after, cut
        if self.subjects:
            self._extend(self.last)
        if self.causes:
            self.out = with_shared_duration(self.sentence, self.out)
        return tuple(self.out) or (_piece(self.sentence, self.first, self.last, self.causes),)

    def _usable(self, found: tuple[Cut, ...]) -> tuple[Cut, ...]:
        """Commas take the word of the next coordinator; those that end no list are plain text."""
        out: list[Cut] = []
        word = ""
        for cut in reversed(found):
            if cut.word != ",":
                word = cut.word
            elif not word and self._sets_clauses_apart(cut):
                out.append(replace(cut, word="and"))
                continue
            elif not word:
                continue
            out.append(replace(cut, word=word) if cut.word == "," else cut)
        listed = {i for i, cut in enumerate(found[:-1]) if cut.word == ","}
        serial = bool(listed)
        result = tuple(reversed(out))
        return tuple(replace(cut, loose=False) for cut in result) if serial else result

    def _sets_clauses_apart(self, cut: Cut) -> bool:
        """As in "the user is logged off, the line keeps running": a comma alone between two main clauses."""
        verb = self.sentence.next_finite[cut.after]
        opens = not self.causes and self.sentence.tag(cut.after) == Tag.DETERMINER and cut.after + 1 < verb < self.last
        plain = opens and all(self.sentence.tags[i] in _NAMES for i in range(cut.after + 1, verb))
        return plain and self.sentence.has_predicate(self.first, cut.at)

    def _stretch(self, first: int, last: int, opener: Cut | None) -> None:
        word, of = self.sentence.low(first), self.sentence.low(first + 1) == "of"
        either = word in {"either", "neither"} and not of
        paired = word == "both" and last < self.last and not self.sentence.has_predicate(first, last)
        begin = first + ((word == "either" and not of) or paired)
        verb = self._verb(begin, last)
        if verb < last and verb > past_adverbs(self.sentence, begin):
            self._clause(begin, verb, last, opener, either=either)
        elif not self.out:
            self._first_or_subject(begin, verb, last, opener)
        elif verb < last:
            self._continue(Piece(self.out[-1].subject, (), (begin, last)), opener, either=either)
        else:
            self._fragment(begin, last, opener, either=either)

    def _verb(self, first: int, last: int) -> int:
        """The verb of a stretch; a weak one only where nothing before it has a verb."""
        return head(self.sentence, first, last, subordinate=self.weak and not self.out)

    def _first_or_subject(self, first: int, verb: int, last: int, opener: Cut | None) -> None:
        if verb < last:
            start = self.subjects[0][0][0] if self.subjects else first
            self.out.append(Piece((start, first), (), (first, last)))
            self.subjects = []
        else:
            self.subjects.append(((first, last), opener))

    def _clause(self, first: int, verb: int, last: int, opener: Cut | None, *, either: bool) -> None:
        """A stretch with subject and verb: a clause, or the last of several subjects that share its verb."""
        if self.out and opener and self._is_object(first, verb):
            self.out[-1] = replace(self.out[-1], own=(self.out[-1].own[0], last))
            return
        own = (verb, last)
        if self.subjects and self._shares_verb(opener) and not compares_subjects(self.sentence, verb, last):
            for subject, cut in self.subjects:
                self._append(Piece(subject, (), own), cut, either=False)
            self._append(Piece((first, verb), (), own), opener, either=either)
        else:
            start = self.subjects[0][0][0] if self.subjects else first
            self._append(Piece((start, verb), (), own), self._opener(opener), either=either)
        self.subjects = []

    def _opener(self, opener: Cut | None) -> Cut | None:
        """What joins a clause to the one before it: the word in front of the first of its subjects."""
        return self.subjects[0][1] if self.subjects else opener

    def _shares_verb(self, opener: Cut | None) -> bool:
        """Subjects are taken apart where each is a bare noun phrase: "the pump or the fan fails"."""
        if self.sentence.low(self.first) == "between":
            return False
        if not self.causes and any(
            cut is not None and cut.word == "or" for cut in [opener, *(c for _, c in self.subjects)]
        ):
            return False
        paired = self.sentence.low(self.first) == "neither"  # "neither the primary nor the secondary pump"
        return all(first < last and (paired or not self._is_open(first, last)) for (first, last), _ in self.subjects)

    def _is_open(self, first: int, last: int) -> bool:
        """Does a noun phrase hold something that the coordinator may belong to instead?"""
        tags = self.sentence.tags
        if tags[last - 1] in {Tag.ADJECTIVE, Tag.NUMBER, Tag.PARTICIPLE}:
            return True  # "internal and external loads", "one or more"
        closed = {Tag.PREPOSITION, Tag.RELATIVE, Tag.TO, Tag.MARK}
        verbal = {Tag.PARTICIPLE, Tag.ING}
        return any(
            tags[i] in closed or (tags[i] in verbal and (i + 1 == last or tags[i + 1] not in _NAMES))
            for i in range(first, last)
        )

    def _is_object(self, first: int, verb: int) -> bool:
        """In "that A is open and B is closed" the second clause belongs to the verb of saying."""
        return self.sentence.low(first) in {"that", "which", "who"} and verb > first

    def _continue(self, piece: Piece, opener: Cut | None, *, either: bool) -> None:
        """A stretch that begins with its own finite verb: the subject is shared."""
        self._append(piece, opener, either=either)

    def _fragment(self, first: int, last: int, opener: Cut | None, *, either: bool) -> None:
        """A stretch without finite verb: a participle, adjective or bare verb that shares subject and auxiliary."""
        before = self.out[-1]
        if opener is not None and (gapped := gapped_clause(self.sentence, before, first, last)) is not None:
            self._append(gapped, opener, either=either)
            return
        prefix = shared_prefix(self.sentence, before, first, last, causes=self.causes)
        if prefix is None or opener is None:
            self._extend(last)
            return
        flips = self._denied(prefix) or subject_words(self.sentence, *before.subject)[1]
        own = (first, last)
        if self.causes and self._wants_object(before, opener, last):
            own_first = (before.own[0], opener.at)
            tail = self._object_start(first)
            self.out[-1] = replace(before, shared=(*before.shared, own_first), own=(tail, last))
        self._append(Piece(before.subject, (prefix,), own, flips=flips), opener, either=either)

    def _wants_object(self, before: Piece, opener: Cut, last: int) -> bool:
        """As in "eliminate or reduce the hazard", "above or below the limit": the object stands behind the second."""
        verb = opener.at - 1
        bare = self.sentence.tag(verb) == Tag.BASE and self.sentence.tag(opener.after) == Tag.BASE
        bare = bare or (opens_level(self.sentence, verb) and opens_level(self.sentence, opener.after))
        return bare and before.own[0] < verb and last > opener.after + 1

    def _object_start(self, first: int) -> int:
        return first + 1

    def _extend(self, last: int) -> None:
        """The stretch is part of the piece before it (or of the only subject)."""
        if self.out:
            self.out[-1] = replace(self.out[-1], own=(self.out[-1].own[0], last))
        elif self.subjects:
            self.out = [Piece((self.subjects[0][0][0], last), (), (last, last))]
            self.subjects = []

    def _denied(self, prefix: Span) -> bool:
        return predicate_words(self.sentence, (prefix,))[1]

    def _append(self, piece: Piece, opener: Cut | None, *, either: bool) -> None:
        if opener is not None and self.out:
            piece = replace(piece, connector=opener.word, loose=opener.loose, either=either)
        else:
            piece = replace(piece, either=either)
        self.out.append(piece)


_NAMES = frozenset({Tag.NOUN, Tag.ADJECTIVE, Tag.BASE, Tag.THIRD})
