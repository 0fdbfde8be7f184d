"""What a main clause says will happen, as effects in the sentence's own words."""

from __future__ import annotations

from dataclasses import replace

from gampgen.parsing.clauses.boundaries import opens_imperative
from gampgen.parsing.clauses.coordination import pieces
from gampgen.parsing.clauses.junction import assertion
from gampgen.parsing.clauses.parts import Part
from gampgen.parsing.clauses.predicate import Assertion, Span, head, predicate_words, subject_words, trim
from gampgen.parsing.clauses.sharing import Piece
from gampgen.parsing.clauses.tagging import Tagged
from gampgen.parsing.clauses.trailing import is_done, is_state
from gampgen.parsing.clauses.verbs import PLAIN
from gampgen.parsing.clauses.word_class import Tag


def effects_of(part: Part) -> tuple[Assertion, ...]:
    """The effects of one part, in order; several where clauses or verbs are joined by "and"."""
    sentence = part.sentence
    groups: list[list[Span]] = []
    for span in part.main:
        first, last = trim(sentence, *span)
        if first >= last:
            continue
        if groups and _resumes(sentence, first, groups[-1]):
            groups.append([(first, last)])
        elif groups and (not _stands_alone(sentence, first, last) or sentence.tags[groups[-1][-1][1] - 1] == Tag.MODAL):
            groups[-1].append((first, last))
        else:
            groups.append([(first, last)])
    out: list[Assertion] = []
    for group in groups:
        said = _simple(sentence, *group[0]) if len(group) == 1 else (_interrupted(sentence, group),)
        out += (replace(one, variable=one.variable or out[-1].variable) for one in said) if out else said
    if part.follows is not None and out and not out[0].variable:
        out[0] = _with_shared_subject(part.follows, part, out[0])
    return tuple(out)


def _resumes(sentence: Tagged, first: int, group: list[Span]) -> bool:
    """As in "shall warn before it is due and shall refuse tests": a second modal, where the first has its verb."""
    verb = sentence.next_finite[group[0][0]]
    whole = verb < group[0][1] and sentence.tags[group[-1][1] - 1] != Tag.MODAL
    return whole and sentence.tags[first] == Tag.MODAL and sentence.finite[first]


def _with_shared_subject(before: Part, part: Part, said: Assertion) -> Assertion:
    """As in "The pump shall start when … and stop when …": subject and modal of the clause before."""
    sentence = part.sentence
    first = part.main[0][0]
    if (
        before.main
        and (choice := _listed_item(before, part) or _other_choice(before, part) or _gapped(before, part)) is not None
    ):
        return choice
    done = is_done(sentence, first)
    if not before.main or not (sentence.finite[first] or sentence.tags[first] == Tag.BASE or done):
        return said
    start, last = trim(sentence, *before.main[0])
    verb = head(sentence, start, last, subordinate=False)
    variable, _ = subject_words(sentence, start, verb)
    opens = {Tag.MODAL, Tag.BE, Tag.HAVE} if done else {Tag.MODAL}
    shared = verb < last and sentence.tags[verb] in opens and not sentence.finite[first]
    end = verb + 1
    if done:
        end = next((i for i in range(verb, last) if is_done(sentence, i)), verb + 1)
    modal = f"{sentence.words.slice(verb, end)} " if shared else ""
    return Assertion(variable, modal + said.condition, said.negated)


def _gapped(before: Part, part: Part) -> Assertion | None:
    """As in "An alert shall be issued if … and an alarm if …": the passive of the clause before, with a new subject."""
    sentence = part.sentence
    first, last = trim(sentence, *part.main[0])
    start, end = trim(sentence, *before.main[0])
    verb = head(sentence, start, end, subordinate=False)
    bare = first < last and sentence.tag(first) == Tag.DETERMINER and not sentence.has_predicate(first, last)
    if not bare or verb >= end or sentence.tag(end - 1) != Tag.PARTICIPLE:
        return None
    variable, no = subject_words(sentence, first, last)
    words, denied = predicate_words(sentence, ((verb, end),))
    return Assertion(variable, words, denied != no)


def _listed_item(before: Part, part: Part) -> Assertion | None:
    """As in "shall contain the name and, if available, the batch number": subject and verb of the clause before."""
    sentence = part.sentence
    first, last = trim(sentence, *part.main[0])
    start, end = trim(sentence, *before.main[0])
    verb = head(sentence, start, end, subordinate=False)
    bare = not sentence.has_predicate(first, last) and sentence.tag(first) in {Tag.DETERMINER, Tag.NOUN, Tag.ADJECTIVE}
    governs = verb + 1 < end and sentence.tag(verb) == Tag.MODAL and sentence.tag(verb + 1) == Tag.BASE
    if not bare or not governs or is_state(sentence, first, last):
        return None
    if not part.regions or part.regions[0].cue[0] > first:
        return None  # the condition stands behind: "in green when A and the red one when B"
    variable, no = subject_words(sentence, start, verb)
    words, denied = predicate_words(sentence, ((verb, verb + 2), (first, last)))
    return Assertion(variable, words, denied != no)


def _other_choice(before: Part, part: Part) -> Assertion | None:
    """As in "shall be shown in green when passed and in red when failed": all of the clause before but its choice."""
    sentence = part.sentence
    first, last = trim(sentence, *part.main[0])
    start, end = trim(sentence, *before.main[0])
    verb = head(sentence, start, end, subordinate=False)
    opens = first < last and sentence.tags[first] in {Tag.PREPOSITION, Tag.DETERMINER, Tag.ADJECTIVE}
    if not opens or verb >= end or sentence.has_predicate(first, last):
        return None
    if sentence.tags[first] == Tag.ADJECTIVE:
        at = end - 1 if is_state(sentence, end - 1, end) else None
    else:
        at = next((i for i in range(end - 1, verb, -1) if sentence.low(i) == sentence.low(first)), None)
    if at is None:
        return None
    variable, no = subject_words(sentence, start, verb)
    words, denied = predicate_words(sentence, ((verb, at), (first, last)))
    return Assertion(variable, words, denied != no)


def action_of(part: Part) -> Assertion:
    """Who does what in the main clause, without modal and negation: ("The system", "raise a high alarm")."""
    sentence = part.sentence
    if not part.main:
        return Assertion("", "")
    first, last = trim(sentence, *part.main[0])
    verb = sentence.next_finite[first] if first < last else last
    if verb >= last and not opens_imperative(sentence, first, last):
        said = next(iter(effects_of(part)), Assertion("", ""))
        return Assertion(said.variable, said.condition, said.negated)
    own = [piece for piece in pieces(sentence, first, last, causes=False) if verb >= last or piece.subject[1] <= verb]
    own = [piece for piece in own if piece.own[0] <= verb or sentence.tags[piece.own[0]] != Tag.MODAL] or own
    end = max((piece.own[1] for piece in own), default=last)
    start = first if verb >= last else verb
    rest = tuple(trim(sentence, *span) for span in part.main[1:]) if _hangs(sentence, start, end) else ()
    words, denied = predicate_words(sentence, ((start, end), *rest))
    modal = sentence.tag(start) == Tag.MODAL
    subject, no = subject_words(sentence, first, verb) if verb < last else ("", False)
    words = words.partition(" ")[2].removeprefix("only ") if modal else words
    return Assertion(subject, words, denied != no)


def _hangs(sentence: Tagged, first: int, last: int) -> bool:
    """As in "The system shall": a modal whose verb stands behind an interruption."""
    return all(sentence.tags[i] in {Tag.MODAL, Tag.ADVERB, Tag.MARK, Tag.NEGATION} for i in range(first, last))


def _stands_alone(sentence: Tagged, first: int, last: int) -> bool:
    verb = sentence.next_finite[first]
    return first < verb < last


def _simple(sentence: Tagged, first: int, last: int) -> tuple[Assertion, ...]:
    commands = opens_imperative(sentence, first, last)
    if commands and (sentence.low(first) in PLAIN or not _stands_alone(sentence, first, last)):
        words, denied = predicate_words(sentence, ((first, last),))
        return (Assertion("", words, denied),)
    if (inverted := _inverted(sentence, first, last)) is not None:
        return (assertion(sentence, inverted),)
    merged: list[Piece] = []
    for piece in pieces(sentence, first, last, causes=False):
        if merged and piece.connector == "or":
            merged[-1] = replace(merged[-1], own=(merged[-1].own[0], piece.own[1]))
        else:
            merged.append(piece)
    return tuple(_with_predicate(sentence, piece) for piece in merged)


def _inverted(sentence: Tagged, first: int, last: int) -> Piece | None:
    """As in "only then shall the system accept the value": the subject stands behind its modal."""
    opens = sentence.tag(first + 1) in {Tag.DETERMINER, Tag.PRONOUN} and sentence.low(first + 1) != "only"
    if sentence.tag(first) != Tag.MODAL or not opens:
        return None
    bare = (i for i in range(first + 2, last) if sentence.tag(i) == Tag.BASE or sentence.low(i) in {"be", "not"})
    verb = next(bare, None)
    return None if verb is None else Piece((first + 1, verb), ((first, first + 1),), (verb, last))


def _with_predicate(sentence: Tagged, piece: Piece) -> Assertion:
    """An effect always says something: where no verb was found, a weak one is looked for."""
    if piece.own[0] == piece.own[1]:
        first, last = piece.subject
        verb = head(sentence, first, last, subordinate=True)
        if verb >= last:
            return Assertion("", sentence.words.slice(*trim(sentence, first, last)))
        piece = replace(piece, subject=(first, verb), own=(verb, last))
    return assertion(sentence, piece)


def _interrupted(sentence: Tagged, group: list[Span]) -> Assertion:
    """As in "The system shall, if the lid is open, stop": one clause in two places."""
    first, last = group[0]
    verb = head(sentence, first, last, subordinate=False)
    if verb >= last and len(group) > 1:
        second = head(sentence, *group[1], subordinate=False)
        if second == group[1][0]:
            verb = last
    variable, no_subject = subject_words(sentence, first, verb)
    own = ((verb, last), *group[1:]) if verb < last else tuple(group[1:])
    condition, denied = predicate_words(sentence, own)
    return Assertion(variable, condition, denied != no_subject)
