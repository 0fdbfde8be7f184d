"""The logic of coordinated conditions: AND binds tighter than OR, "either … or" holds together, ", or" is loosest."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from gampgen.parsing.clauses.graph import Formula, Leaf, Not, join
from gampgen.parsing.clauses.predicate import Assertion, predicate_words, subject_words, trim
from gampgen.parsing.clauses.sharing import Piece
from gampgen.parsing.clauses.tagging import Tagged
from gampgen.parsing.clauses.word_class import Tag


def assertion(sentence: Tagged, piece: Piece) -> Assertion:
    """The words of one piece, stated positively."""
    piece = _with_adverb(sentence, piece)
    variable, no_subject = subject_words(sentence, *piece.subject)
    shared = tuple(span for span in piece.shared if span[0] < span[1])
    condition, denied = predicate_words(sentence, (*shared, trim(sentence, *piece.own)))
    denied = denied != no_subject
    return Assertion(variable, condition, denied or piece.connector == "nor")


_BEFORE_VERB = frozenset({"still", "already", "also", "always", "again", "now", "then", "once", "often", "currently"})


def _with_adverb(sentence: Tagged, piece: Piece) -> Piece:
    """As in "the file still exists", "the user explicitly agrees": the adverb belongs to what is said."""
    first, last = piece.subject
    while last - 1 > first and last == piece.own[0] and not piece.shared and _modifies_verb(sentence, last - 1):
        last -= 1
        piece = replace(piece, subject=(first, last), own=(last, piece.own[1]))
    return piece


def _modifies_verb(sentence: Tagged, i: int) -> bool:
    word = sentence.low(i)
    return sentence.tags[i] == Tag.ADVERB and (word in _BEFORE_VERB or word.endswith("ly"))


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
