"""Conditions that hide in the subject: "a sample that has expired shall …", "changing a limit requires …"."""

from __future__ import annotations

from dataclasses import dataclass

from gampgen.parsing.clauses.predicate import Assertion, Span, predicate_words, subject_words
from gampgen.parsing.clauses.sharing import opens_level
from gampgen.parsing.clauses.tagging import Tagged
from gampgen.parsing.clauses.verbs import base_of
from gampgen.parsing.clauses.word_class import Tag

_INDEFINITE = frozenset({"a", "an", "any", "each", "every", "all", "no"})
# Prepositions that set a state or limit: "samples stored above 8 °C", "records marked as final".
# Others ("by", "in") only identify.
_LIMITING = frozenset({"above", "below", "outside", "beyond", "without", "after", "before", "over", "under", "past"})


@dataclass(frozen=True, slots=True)
class HiddenCondition:
    """The condition, and what is left of the main clause: its subject (None: it has none) and its predicate."""

    cause: Assertion
    subject: Span | None
    predicate: Span


def hidden_condition(sentence: Tagged, first: int, last: int, *, alone: bool) -> HiddenCondition | None:
    """The condition in the subject of a main clause, if there is one.

    Beside an open condition (not `alone`) only what states a limit or a state of the thing is one more.
    """
    verb = sentence.next_finite[first] if first < last else last
    if verb >= last:
        return None
    return (
        (_gerund(sentence, first, verb, last) if alone else None)
        or _relative(sentence, first, verb, last)
        or _reduced(sentence, first, verb, last)
        or _levelled(sentence, first, verb, last)
        or (_bringing(sentence, first, verb, last) if alone else None)
    )


def _gerund(sentence: Tagged, first: int, verb: int, last: int) -> HiddenCondition | None:
    if sentence.tag(first) != Tag.ING or sentence.tag(first + 1) not in {Tag.DETERMINER, Tag.NUMBER}:
        return None
    if any(sentence.low(i) in _LASTS for i in range(verb, min(verb + 4, last))):
        return None  # "Restoring a backup shall take at most 4 hours" says how long it lasts, not what follows from it
    words = sentence.words.slice(first, verb)
    return HiddenCondition(Assertion("", words), None, (verb, last))


_LASTS = frozenset({"take", "takes", "last", "lasts"})


def _is_indefinite(sentence: Tagged, first: int) -> bool:
    if sentence.low(first) in _INDEFINITE:
        return True
    if sentence.low(first) == "ph":
        return True
    plain = sentence.tag(first) in {Tag.NOUN, Tag.ADJECTIVE, Tag.THIRD, Tag.BASE}
    return plain and sentence.words.text[sentence.words.start[first]].isupper() is (first == 0)


def _relative(sentence: Tagged, first: int, verb: int, last: int) -> HiddenCondition | None:
    """Only behind an indefinite subject: "the pump that feeds line 2" merely says which pump is meant."""
    opens = (i for i in range(first + 1, verb) if sentence.tags[i] == Tag.RELATIVE or sentence.low(i) == "whose")
    at = next(opens, verb)
    if at >= verb or sentence.low(at) == "whom" or not _is_indefinite(sentence, first):
        return None
    if sentence.low(at) == "whose":
        return _possessive(sentence, first, verb, last)
    if (
        any(sentence.tags[i] not in _PLAIN for i in range(first, at))
        or not sentence.inner[_past_adverbs(sentence, at + 1)]
    ):
        return None
    end = verb - 1 if sentence.low(verb - 1) == "," else verb
    return _with(sentence, (first, at), (at + 1, end), (verb, last))


def _possessive(sentence: Tagged, first: int, verb: int, last: int) -> HiddenCondition | None:
    """As in "a user whose account is locked"."""
    inner = next((i for i in range(first, verb) if sentence.inner[i]), verb)
    if inner >= verb:
        return None
    whose = next(i for i in range(first, verb) if sentence.low(i) == "whose")
    words, denied = predicate_words(sentence, ((inner, verb),))
    return HiddenCondition(Assertion(sentence.words.slice(first, inner), words, denied), (first, whose), (verb, last))


_PLAIN = frozenset({Tag.DETERMINER, Tag.NOUN, Tag.ADJECTIVE, Tag.NUMBER, Tag.BASE, Tag.THIRD})


def _past_adverbs(sentence: Tagged, i: int) -> int:
    while sentence.tag(i) in {Tag.ADVERB, Tag.NEGATION}:
        i += 1
    return min(i, len(sentence) - 1)


def _reduced(sentence: Tagged, first: int, verb: int, last: int) -> HiddenCondition | None:
    at = next((i for i in range(first + 1, verb) if sentence.tags[i] == Tag.PARTICIPLE), verb)
    if at + 1 >= verb or sentence.low(at + 1) not in _LIMITING | {"as"} or not _is_indefinite(sentence, first):
        return None
    if any(sentence.tags[i] not in _PLAIN for i in range(first, at)) or sentence.tag(at - 1) not in {
        Tag.NOUN,
        Tag.THIRD,
        Tag.BASE,
    }:
        return None
    return _with(sentence, (first, at), (at, verb), (verb, last))


def _levelled(sentence: Tagged, first: int, verb: int, last: int) -> HiddenCondition | None:
    """As in "a door open for more than 45 s shall …", "weights below 5 g are rejected", "differences > 1 % have to …".

    Only where the clause says what shall be done with them: "counts ≥ 0.5 µm shall not exceed 3520" limits a count.
    """
    at = next((i for i in range(first + 1, verb) if _sets_apart(sentence, i)), verb)
    if at >= verb or not _is_indefinite(sentence, first) or _states_limit(sentence, verb, last):
        return None
    if sentence.low(first) == "no" and any(base_of(sentence.low(i)) in _COMES_ABOUT for i in range(verb, last)):
        return None  # "No gap of more than 60 s shall occur": the limit is the demand, and nothing follows from it
    named = all(sentence.tags[i] in _PLAIN or sentence.low(i) == "of" for i in range(first, at))
    measured = any(sentence.tags[i] == Tag.NUMBER or sentence.low(i) in _MEASURES for i in range(at, verb))
    if not named or not measured or sentence.tags[at - 1] == Tag.DETERMINER:
        return None
    return _with(sentence, (first, at), (at, verb), (verb, last))


_COMES_ABOUT = frozenset({"occur", "exist", "arise", "happen", "appear"})


def _bringing(sentence: Tagged, first: int, verb: int, last: int) -> HiddenCondition | None:
    """As in "loss of communication triggers an alarm": the event that is the subject is the condition."""
    if base_of(sentence.low(verb)) not in _BRINGING or verb + 1 >= last or sentence.low(first) in _NO_EVENT:
        return None
    event = any(sentence.low(i) in _EVENT_OF for i in range(first + 1, verb)) or sentence.tag(first) == Tag.ING
    if not event or any(sentence.low(i) in _ACTORS for i in range(first, verb)):
        return None
    words, denied = subject_words(sentence, first, verb)
    return HiddenCondition(Assertion(words, "", denied), None, (verb, last))


_BRINGING = frozenset({"trigger", "cause", "initiate", "raise"})
_EVENT_OF = frozenset({"of", "by", "in", "between"})
_NO_EVENT = frozenset({"this", "that", "these", "it", "they"})
_ACTORS = frozenset({"system", "application", "software", "user", "users", "operator", "operators", "controller"})


def _sets_apart(sentence: Tagged, i: int) -> bool:
    """Does an adjective phrase or a comparison begin here that says which of the things are meant?"""
    if opens_level(sentence, i) or (sentence.low(i) in {"with", "by", "of"} and opens_level(sentence, i + 1)):
        return True
    if sentence.low(i) in {"exceeding", "lasting"}:
        return True
    return sentence.tags[i] == Tag.ADJECTIVE and sentence.low(i + 1) == "for" and sentence.tags[i - 1] == Tag.NOUN


def _states_limit(sentence: Tagged, verb: int, last: int) -> bool:
    """As in "shall not exceed …", "must be below …", "is between …": a range of values is demanded, not an action."""
    ahead = range(verb, min(verb + _NEAR, last))
    return any(
        opens_level(sentence, i) or sentence.low(i) in _LIMITS or base_of(sentence.low(i)) == "exceed" for i in ahead
    )


_NEAR = 5
_MEASURES = frozenset({"minimum", "maximum", "limit", "limits", "range", "threshold", "specification", "tolerance"})
_LIMITS = frozenset({"between", "within", "least", "most", "maximum", "minimum"})


def _with(sentence: Tagged, subject: Span, condition: Span, predicate: Span) -> HiddenCondition:
    no = sentence.low(subject[0]) == "no"
    words, denied = predicate_words(sentence, (condition,))
    cause = Assertion(sentence.words.slice(subject[0] + no, subject[1]), words, denied)
    return HiddenCondition(cause, subject, predicate)
