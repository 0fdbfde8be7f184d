"""The finite verbs that clauses are built around."""

from __future__ import annotations

from gampgen.parsing.clauses import lexicon as lex
from gampgen.parsing.clauses import verbs
from gampgen.parsing.clauses.tokens import Words
from gampgen.parsing.clauses.word_class import AUXILIARIES, Tag, behind, is_plural

_NOMINAL = frozenset({Tag.NOUN, Tag.NUMBER, Tag.PRONOUN, Tag.ING, Tag.PARTICIPLE, Tag.BASE, Tag.THIRD})
_OPENS_PHRASE = frozenset({Tag.DETERMINER, Tag.PRONOUN, Tag.TO, Tag.ADVERB, Tag.NEGATION})


def finite_verbs(words: Words, tags: list[Tag]) -> list[bool]:
    """For each token, whether it heads the predicate of a clause."""
    strong = _strong_ahead(words, tags)
    return [_is_finite(words, tags, i, strong_ahead=strong[i + 1]) for i in range(len(tags))]


def _strong_ahead(words: Words, tags: list[Tag]) -> list[bool]:
    """Does an auxiliary follow in the same stretch, before a comma, coordinator, relative or subordinator?"""
    out = [False] * (len(tags) + 1)
    for i in range(len(tags) - 1, -1, -1):
        word = words.low[i]
        if tags[i] in AUXILIARIES and word not in lex.BE_OTHER and not words.shielded[i]:
            out[i] = True
        elif tags[i] in {Tag.RELATIVE, Tag.COORDINATOR} or word in _STRETCH_ENDS:
            out[i] = False
        else:
            out[i] = out[i + 1]
    return out


_STRETCH_ENDS = frozenset(
    {",", ":", "-", "–", "—", "if", "when", "whenever", "while", "unless", "until", "once", "because", "where", "after",
     "before", "since", "then", "so", "that", "than", "whether", "how"}
)  # fmt: skip


def _is_finite(words: Words, tags: list[Tag], i: int, *, strong_ahead: bool) -> bool:
    kind = tags[i]
    if words.shielded[i] or kind not in _CAN_BE_FINITE:
        return False
    before = behind(tags, i)
    if kind == Tag.MODAL:
        return not (before >= 0 and tags[before] in {Tag.DETERMINER, Tag.MODAL})
    if kind in AUXILIARIES:
        governed = before >= 0 and tags[before] in {Tag.MODAL, Tag.TO}
        return _gapped(words, tags, i) or (words.low[i] not in lex.BE_OTHER and not governed)
    if before < 0:
        return False
    if kind == Tag.THIRD:
        return _third_is_finite(words, tags, i, before, strong_ahead=strong_ahead)
    return _base_is_finite(words, tags, i, before, strong_ahead=strong_ahead)


def _gapped(words: Words, tags: list[Tag], i: int) -> bool:
    """As in "the cycle shall be stopped, the load be marked and …": the first clause's modal holds for the others."""
    if words.low[i] != "be":
        return False
    first = i
    while first > 0 and tags[first - 1] in _COUNTED:
        first -= 1
    joined = first > 0 and (words.low[first - 1] in {",", "and"} or tags[first - 1] == Tag.COORDINATOR)
    return joined and first < i and tags[first] == Tag.DETERMINER and Tag.MODAL in tags[:first]


_CAN_BE_FINITE = AUXILIARIES | {Tag.THIRD, Tag.BASE, Tag.PAST}


def _third_is_finite(words: Words, tags: list[Tag], i: int, before: int, *, strong_ahead: bool) -> bool:
    """As in "the power fails", "a user logs in": a form in -s behind a singular noun, unless a plural reads better."""
    subject, word = tags[before], words.low[i]
    if subject == Tag.RELATIVE or words.low[before] in {"it", "he", "she", "this", "which"} or word in lex.COMPARISONS:
        if word in lex.COMPARISONS:
            return subject in _NOMINAL and tags[i + 1 : i + 2] != [] and _compares(words, tags, i)
        return True
    plain = word in _PLAIN_THIRD
    several = subject in _COUNTED and _counts_several(words, tags, before) and not _measures_one(words, tags, before)
    noun = subject == Tag.PARTICIPLE or several
    paired = not plain and _opens_pair(words, tags, i)
    if words.low[i + 1 : i + 2] == ("of",) or (noun and not plain) or paired or _has_auxiliary(words, tags, i + 1):
        return False
    if subject not in _NOMINAL and words.low[before] not in _CLOSERS:
        listed = subject == Tag.COORDINATOR or words.low[before] == ","
        opens = plain or _opens_phrase(tags, i + 1) or (i + 1 < len(tags) and words.low[i + 1] in lex.LEVELS)
        return listed and opens and not strong_ahead
    if plain or _opens_phrase(tags, i + 1):
        return True
    return not strong_ahead and not is_plural(words.low[before])


def _has_auxiliary(words: Words, tags: list[Tag], i: int) -> bool:
    """As in "failed uploads shall be repeated": before an auxiliary stands its subject, never another finite verb."""
    return i < len(tags) and tags[i] in AUXILIARIES and words.low[i] not in lex.BE_OTHER


def _opens_pair(words: Words, tags: list[Tag], i: int) -> bool:
    """As in "Test results and reports shall …": the first of two bare plurals at the head of a sentence."""
    bare = i < _FAR // 4 and tags[0] not in {Tag.DETERMINER, Tag.PRONOUN, Tag.SUBORDINATOR}
    return bare and words.low[i + 1 : i + 2] in {("and",), ("or",)} and _has_auxiliary(words, tags, i + 3)


def _compares(words: Words, tags: list[Tag], i: int) -> bool:
    """As in "if T > 8 °C"; not "differences > 1 % shall be approved", where the sentence has its verb elsewhere."""
    if tags[i + 1] not in _VALUE:
        return False
    if any(tags[k] == Tag.SUBORDINATOR or words.low[k] in _STRETCH_ENDS for k in range(max(0, i - _FAR), i)):
        return True
    ahead = range(i + 1, min(i + _FAR, len(tags)))
    stop = next((k for k in ahead if words.low[k] in _STRETCH_ENDS), min(i + _FAR, len(tags)))
    return not any(_has_auxiliary(words, tags, k) for k in range(i + 1, stop))


_FAR = 12


def _counts_several(words: Words, tags: list[Tag], last: int) -> bool:
    """As in "five failed login attempts": a noun phrase that begins with a number above one is a plural."""
    first = last
    while first > 0 and last - first < _LONGEST_COUNT and tags[first - 1] in _COUNTED and words.low[first] not in _ONE:
        first -= 1
    word = words.low[first]
    return (tags[first] == Tag.NUMBER and word not in {"one", "1"}) or word in _SEVERAL


def _measures_one(words: Words, tags: list[Tag], last: int) -> bool:
    """As in "a deviation of more than 2 s raises an alarm": the number measures the one thing that is the subject."""
    first = last
    while first > 0 and last - first < _FAR and (tags[first - 1] in _IN_PHRASE or words.low[first - 1] in _THAN):
        first -= 1
    of = any(tags[k] == Tag.PREPOSITION or words.low[k] in _THAN for k in range(first + 1, last))
    return words.low[first] in _ONE and of


_THAN = frozenset({"than", ">", "<", "≥", "≤"})
_ONE = frozenset({"a", "an", "each", "every"})
_LONGEST_COUNT = 4
_COUNTED = frozenset({Tag.NOUN, Tag.ADJECTIVE, Tag.NUMBER, Tag.PARTICIPLE, Tag.BASE, Tag.DETERMINER})
_SEVERAL = frozenset({"all", "both", "many", "most", "several", "few", "these", "those", "some", "more"})
_VALUE = frozenset({Tag.NUMBER, Tag.NOUN, Tag.DETERMINER})
_CLOSERS = frozenset({")", "]", '"', "”", "'"})
_PLAIN_THIRD = frozenset(form for form, base in verbs.THIRD.items() if base not in verbs.NOUN_VERBS)


def _opens_phrase(tags: list[Tag], i: int) -> bool:
    return i < len(tags) and tags[i] in _OPENS_PHRASE


def _base_is_finite(words: Words, tags: list[Tag], i: int, before: int, *, strong_ahead: bool) -> bool:
    """As in "operators enter a value", "if they fail": a base (or past) form behind a plural or a pronoun."""
    if words.low[i] in lex.ADJECTIVES:
        return False
    if tags[before] == Tag.PRONOUN and words.low[before] in lex.SUBJECT_PRONOUNS:
        return tags[i] == Tag.PAST or words.low[before] in lex.PLURAL_PRONOUNS
    if tags[before] == Tag.RELATIVE and before == i - 1:
        return True
    if tags[i] == Tag.PAST:
        return tags[before] == Tag.NOUN and words.low[i] not in verbs.PARTICIPLES and not strong_ahead
    if tags[before] not in {Tag.NOUN, Tag.THIRD} or not is_plural(words.low[_head(tags, before)]):
        return False
    return not strong_ahead and (
        words.low[i] not in verbs.NOUN_VERBS or _opens_phrase(tags, i + 1) or _closes_clause(words, tags, i, before)
    )


def _closes_clause(words: Words, tags: list[Tag], i: int, before: int) -> bool:
    """As in "the dampers close and …": behind a plural with its article, where the clause ends, a verb is meant."""
    ends = i + 1 == len(tags) or tags[i + 1] == Tag.COORDINATOR or words.low[i + 1] == ","
    return ends and words.text[words.end[before] - 1] == "s" and _has_article(tags, before)


def _has_article(tags: list[Tag], last: int) -> bool:
    """As in "the dampers close and …": a noun phrase with its article, so that what follows it is a verb."""
    first = last
    while first > 0 and last - first < _LONGEST_COUNT and tags[first] in {Tag.NOUN, Tag.ADJECTIVE, Tag.THIRD}:
        first -= 1
    return tags[first] == Tag.DETERMINER


def _head(tags: list[Tag], last: int) -> int:
    """The noun that a phrase is about: "materials" of "materials with less than 6 months of shelf life"."""
    head = last
    for i in range(last - 1, max(-1, last - _FAR), -1):
        if tags[i] == Tag.PREPOSITION and i and tags[i - 1] in {Tag.NOUN, Tag.THIRD}:
            head = i - 1
        elif tags[i] not in _IN_PHRASE:
            break
    return head


_IN_PHRASE = _COUNTED | {Tag.PREPOSITION, Tag.ADVERB, Tag.THIRD}


def _is_relative_past(tags: list[Tag], i: int) -> bool:
    """As in "the device that received it": a past form is the relative clause's verb."""
    before = behind(tags, i)
    if tags[i] not in {Tag.PARTICIPLE, Tag.PAST} or before < 0 or tags[before] != Tag.RELATIVE:
        return False
    return not (before and tags[before - 1] == Tag.PREPOSITION)


def inner_verbs(words: Words, tags: list[Tag], finite: list[bool]) -> list[bool]:
    """Mark the first predicate after each relative pronoun: it belongs to a noun phrase."""
    out, open_relatives = [False] * len(tags), 0
    for i, kind in enumerate(tags):
        if (kind == Tag.RELATIVE or words.low[i] == "whose") and not words.shielded[i]:
            open_relatives += 1
        elif words.low[i] in _STRETCH_ENDS and words.low[i] not in {",", "that", "where"}:
            open_relatives = 0
        elif open_relatives and (finite[i] or _is_relative_past(tags, i)):
            out[i] = finite[i]
            open_relatives -= 1
    return out
