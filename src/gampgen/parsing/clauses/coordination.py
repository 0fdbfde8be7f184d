"""Several conditions or effects in one clause: "and", "or", comma lists, shared subjects and verbs restored.

"the door is open or unlocked" is two assertions about the door; "the pump or the fan fails" two about failing. AND binds
tighter than OR, "either … or" and "both … and" hold together, and a connector behind a comma binds loosest.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from gampgen.parsing.clauses.graph import Formula, Leaf, Not, join
from gampgen.parsing.clauses.predicate import Assertion, Span, head, predicate_words, subject_words, trim
from gampgen.parsing.clauses.tagging import AUXILIARIES, Tag, Tagged

MOST_PIECES = 24
"""More coordinated pieces than this are a list, not logic a reader could follow: the clause is then kept whole."""


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


@dataclass(frozen=True, slots=True)
class Cut:
    """A coordinator: `at` its first token (the comma of ", and"), `after` the first token behind it."""

    at: int
    after: int
    word: str
    loose: bool


def cuts(sentence: Tagged, first: int, last: int) -> tuple[Cut, ...]:
    """All coordinators and commas outside brackets."""
    out: list[Cut] = []
    i = first
    while i < last:
        word = sentence.low(i)
        if word in {"and", "or", "nor", "but", "and/or", ","} and not sentence.words.shielded[i]:
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
        return tuple(self.out) or (_piece(self.sentence, self.first, self.last, self.causes),)

    def _usable(self, found: tuple[Cut, ...]) -> tuple[Cut, ...]:
        """Commas take the word of the next coordinator; those that end no list are plain text."""
        out: list[Cut] = []
        word = ""
        for cut in reversed(found):
            if cut.word != ",":
                word = cut.word
            elif not word:
                continue
            out.append(replace(cut, word=word) if cut.word == "," else cut)
        listed = {i for i, cut in enumerate(found[:-1]) if cut.word == ","}
        serial = bool(listed)
        result = tuple(reversed(out))
        return tuple(replace(cut, loose=False) for cut in result) if serial else result

    def _stretch(self, first: int, last: int, opener: Cut | None) -> None:
        either = self.sentence.low(first) in {"either", "neither"}
        begin = first + (self.sentence.low(first) in {"either", "both"})
        verb = self._verb(begin, last)
        if verb < last and verb > self._past_adverbs(begin):
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

    def _past_adverbs(self, first: int) -> int:
        while self.sentence.tag(first) in {Tag.ADVERB, Tag.NEGATION}:
            first += 1
        return first

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
        if self.subjects and self._shares_verb():
            for subject, cut in self.subjects:
                self._append(Piece(subject, (), own), cut, either=False)
            self._append(Piece((first, verb), (), own), opener, either=either)
        else:
            start = self.subjects[0][0][0] if self.subjects else first
            self._append(Piece((start, verb), (), own), None if self.subjects else opener, either=either)
        self.subjects = []

    def _shares_verb(self) -> bool:
        """Subjects are taken apart where each is a bare noun phrase: "the pump or the fan fails"."""
        if self.sentence.low(self.first) == "between":
            return False
        return all(first < last and not self._is_open(first, last) for (first, last), _ in self.subjects)

    def _is_open(self, first: int, last: int) -> bool:
        """Does a noun phrase hold something that the coordinator may belong to instead?"""
        tags = self.sentence.tags
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
        prefix = self._shared_prefix(before, first, last)
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
        """As in "eliminate or reduce the hazard": the first verb lacks the object that stands behind the second."""
        verb = opener.at - 1
        bare = self.sentence.tag(verb) == Tag.BASE and self.sentence.tag(opener.after) == Tag.BASE
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

    def _shared_prefix(self, before: Piece, first: int, last: int) -> Span | None:
        """The auxiliaries of the piece before that this fragment can follow; None where it is no predicate."""
        first = self._past_adverbs(first)
        kind = self.sentence.tag(first) if first < last else Tag.MARK
        start = before.shared[0][0] if before.shared else before.own[0]
        stop = before.shared[0][1] if before.shared else before.own[1]
        if kind in {Tag.PARTICIPLE, Tag.ADJECTIVE, Tag.PAST} or (kind == Tag.ING and self._after_be(start)):
            return self._auxiliaries(start, stop)
        if kind == Tag.BASE:
            return self._up_to_bare_verb(start, stop, first, last)
        if self.causes and self._names_state(before, first, last):
            return self._auxiliaries(start, stop)
        return None

    def _after_be(self, start: int) -> bool:
        return self.sentence.tag(start) == Tag.BE

    def _auxiliaries(self, start: int, stop: int) -> Span | None:
        """As in "shall be" of "shall be blocked", "is currently" of "is currently open"; None without a form of be or have."""
        i, linked = start, False
        while i < stop and self.sentence.tags[i] in _BEFORE_COMPLEMENT:
            linked = linked or self.sentence.tags[i] in {Tag.BE, Tag.HAVE}
            i += 1
        return (start, i) if linked and i < stop else None

    def _up_to_bare_verb(self, start: int, stop: int, first: int, last: int) -> Span | None:
        """As in "shall" of "shall stop dosing", "fails to" of "fails to open": what a bare verb can follow."""
        limit = next((i for i in range(stop - 1, start - 1, -1) if self.sentence.tags[i] in {Tag.MODAL, Tag.TO}), -1)
        if limit < 0 or self.sentence.tag(self._past_adverbs(limit + 1)) != Tag.BASE:
            return None
        follows = self.sentence.tag(first + 1)
        bare_pair = stop - 1 == self._past_adverbs(limit + 1)
        if not self.causes and (bare_pair or self.sentence.tags[limit] == Tag.TO):
            return None
        if bare_pair or follows in _AFTER_VERB or first + 1 == last:
            return (start, limit + 1)
        return None

    def _names_state(self, before: Piece, first: int, last: int) -> bool:
        """As in "is an administrator or a supervisor": a short noun phrase behind a plain form of be."""
        linked = self.sentence.tag(before.own[0]) == Tag.BE or bool(before.shared)
        start = self._past_adverbs(before.own[0] + 1)
        plain = {Tag.NOUN, Tag.DETERMINER, Tag.ADJECTIVE, Tag.NUMBER, Tag.BASE, Tag.THIRD, Tag.PARTICIPLE}
        own = range(start if not before.shared else before.own[0], before.own[1])
        return (
            linked
            and bool(own)
            and all(self.sentence.tags[i] in plain for i in [*own, *range(first, last)])
            and last - first <= 4
        )

    def _denied(self, prefix: Span) -> bool:
        return predicate_words(self.sentence, (prefix,))[1]

    def _append(self, piece: Piece, opener: Cut | None, *, either: bool) -> None:
        if opener is not None and self.out:
            piece = replace(piece, connector=opener.word, loose=opener.loose, either=either)
        else:
            piece = replace(piece, either=either)
        self.out.append(piece)


_NAMES = frozenset({Tag.NOUN, Tag.ADJECTIVE, Tag.BASE, Tag.THIRD})
_BEFORE_COMPLEMENT = AUXILIARIES | {Tag.ADVERB, Tag.NEGATION}
_AFTER_VERB = frozenset({Tag.DETERMINER, Tag.PRONOUN, Tag.NUMBER, Tag.PREPOSITION, Tag.ADVERB, Tag.TO, Tag.MARK})


def assertion(sentence: Tagged, piece: Piece) -> Assertion:
    """The words of one piece, stated positively."""
    variable, no_subject = subject_words(sentence, *piece.subject)
    shared = tuple(span for span in piece.shared if span[0] < span[1])
    condition, denied = predicate_words(sentence, (*shared, trim(sentence, *piece.own)))
    denied = denied != no_subject
    return Assertion(variable, condition, denied or piece.connector == "nor")


def formula(found: list[tuple[int, Assertion, Piece]]) -> Formula | None:
    """The logic of coordinated pieces, each given with the number of its cause."""
    literals: list[Formula] = [Not(Leaf(n)) if a.negated else Leaf(n) for n, a, _ in found]
    connectors = [_connector(piece, a) for _, a, piece in found]
    literals, connectors = _group_either(literals, connectors, [piece.either for _, _, piece in found])
    loose = [i for i, (_, is_loose) in enumerate(connectors) if i and is_loose]
    mixed = len({word for word, _ in connectors[1:]}) > 1
    if not (loose and mixed):
        return _or_of_ands(literals, [word for word, _ in connectors])
    edges = [0, *loose, len(literals)]
    blocks = [_or_of_ands(literals[a:b], [w for w, _ in connectors[a:b]]) for a, b in pairwise(edges)]
    whole = [block for block in blocks if block is not None]
    return _or_of_ands(whole, ["", *(connectors[i][0] for i in loose)])


def _connector(piece: Piece, said: Assertion) -> tuple[str, bool]:
    """AND or OR; "not open or unlocked" and "neither … nor" deny each member, which makes their OR an AND."""
    if piece.connector == "nor" or (piece.flips and piece.connector == "or" and said.negated):
        return "and", piece.loose
    return piece.connector, piece.loose


def _group_either(
    literals: list[Formula], connectors: list[tuple[str, bool]], either: list[bool]
) -> tuple[list[Formula], list[tuple[str, bool]]]:
    """As in "A and either B or C": the group that "either" opens is one member."""
    at = next((i for i, flag in enumerate(either) if flag and i), 0)
    end = at + 1
    while at and end < len(literals) and connectors[end][0] == "or":
        end += 1
    if not at or end == at + 1:
        return literals, connectors
    group = join(literals[at:end], every=False)
    members = [group] if group is not None else []
    return [*literals[:at], *members, *literals[end:]], [*connectors[: at + 1], *connectors[end:]]


def _or_of_ands(literals: list[Formula], connectors: list[str]) -> Formula | None:
    blocks: list[list[Formula]] = []
    for literal, connector in zip(literals, connectors, strict=True):
        if connector == "or" or not blocks:
            blocks.append([literal])
        else:
            blocks[-1].append(literal)
    joined = [join(block, every=True) for block in blocks]
    return join((block for block in joined if block is not None), every=False)
