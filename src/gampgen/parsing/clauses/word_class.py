"""The word class of each token, from closed lists, endings and neighbours."""

from __future__ import annotations

from enum import IntEnum

from gampgen.parsing.clauses import lexicon as lex
from gampgen.parsing.clauses import verbs
from gampgen.parsing.clauses.tokens import Words


class Tag(IntEnum):
    """Coarse word class of one token."""

    NOUN = 0
    DETERMINER = 1
    PREPOSITION = 2
    PRONOUN = 3
    COORDINATOR = 4
    MODAL = 5
    BE = 6
    HAVE = 7
    DO = 8
    NEGATION = 9
    TO = 10
    RELATIVE = 11
    ADVERB = 12
    ADJECTIVE = 13
    NUMBER = 14
    BASE = 15
    THIRD = 16
    PARTICIPLE = 17
    ING = 18
    PAST = 19
    MARK = 20
    SUBORDINATOR = 21


AUXILIARIES = frozenset({Tag.MODAL, Tag.BE, Tag.HAVE, Tag.DO})


def _lexical() -> dict[str, Tag]:
    """One look-up for all closed classes and verb forms; later lines win over earlier ones."""
    table: dict[str, Tag] = {}
    for tag, group in (
        (Tag.ING, verbs.ING), (Tag.PAST, verbs.PAST), (Tag.PARTICIPLE, verbs.PARTICIPLES), (Tag.THIRD, verbs.THIRD),
        (Tag.BASE, verbs.BASES), (Tag.NUMBER, lex.NUMBER_WORDS), (Tag.ADJECTIVE, lex.ADJECTIVES),
        (Tag.ADVERB, lex.ADVERBS), (Tag.PREPOSITION, lex.PREPOSITIONS), (Tag.DETERMINER, lex.DETERMINERS),
        (Tag.PRONOUN, lex.SUBJECT_PRONOUNS | lex.OBJECT_PRONOUNS), (Tag.RELATIVE, lex.RELATIVES - {"whose"}),
        (Tag.COORDINATOR, lex.COORDINATORS), (Tag.MODAL, lex.MODALS | lex.CONTRACTED),
        (Tag.BE, lex.BE_FINITE | lex.BE_OTHER), (Tag.HAVE, lex.HAVE | {"having"}), (Tag.DO, lex.DO),
        (Tag.NEGATION, lex.NEGATIONS), (Tag.TO, ("to",)), (Tag.SUBORDINATOR, lex.SUBORDINATORS),
        (Tag.THIRD, lex.COMPARISONS),
    ):  # fmt: skip
        table |= dict.fromkeys(group, tag)
    return table


_TABLE = _lexical()


def classify(words: Words) -> list[Tag]:
    """The class of each word of one sentence."""
    tags = [_class(word, i, words) for i, word in enumerate(words.low)]
    _settle_nouns(words.low, tags)
    _settle_participles(words.low, tags)
    _settle_this(words.low, tags)
    return tags


def behind(tags: list[Tag], i: int) -> int:
    """The nearest token before i that is neither adverb nor negation; -1 if there is none."""
    i -= 1
    while i >= 0 and tags[i] in {Tag.ADVERB, Tag.NEGATION}:
        i -= 1
    return i


def is_plural(word: str) -> bool:
    """Does a noun look like a plural ("limits", "data"; not "status")?"""
    if word in lex.SINGULAR_NOUNS:
        return False
    return word in lex.PLURAL_NOUNS or (word.endswith("s") and not word.endswith(("ss", "us", "is")))


def _class(word: str, at: int, words: Words) -> Tag:
    if word == "one" and at and words.low[at - 1] in {"no", "any", "each", "every"}:
        return Tag.NOUN  # "no one may edit …": somebody, no number
    known = _TABLE.get(word)
    if known is not None:
        return Tag.NOUN if known in _VERBAL_OR_DO and _is_sign(at, words) else known
    if not word[0].isalnum():
        return Tag.NOUN if word[0] in "%°‰" else Tag.MARK
    if "=" in word:
        return Tag.ADJECTIVE  # "x=16" says something of x by itself
    if word[0].isdigit():
        return Tag.NUMBER
    found = _by_ending(word)
    is_name = at > 0 and words.text[words.start[at]].isupper()
    return Tag.NOUN if is_name and found in _VERBAL else found


_VERBAL = frozenset({Tag.PARTICIPLE, Tag.ING, Tag.THIRD})
_VERBAL_OR_DO = _VERBAL | {Tag.BASE, Tag.DO}


def _is_sign(at: int, words: Words) -> bool:
    """As in "pH, DO and temperature", "press SET": capitals amid small letters are a name, no verb."""
    written = words.text[words.start[at] : words.end[at]]
    return len(written) > 1 and written.isupper() and not words.text.isupper()


# Endings with the length from which they are trusted ("only" and "red" are no such words).
_ENDINGS = (
    *((ending, 6, Tag.ADJECTIVE) for ending in lex.ADJECTIVE_ENDINGS),
    ("ly", 5, Tag.ADVERB),
    ("ing", 6, Tag.ING),
    ("ed", 5, Tag.PARTICIPLE),
)


_NOUNS_IN_LY = ("assembly", "reply", "supply", "family", "anomaly", "monopoly")


def _by_ending(word: str) -> Tag:
    """The class of an unknown word: "re-entered" as "entered", else by its last letters; a noun if they say nothing."""
    tail = word.rsplit("-", 1)[-1]
    if tail != word and tail in verbs.PARTICIPLES:
        return Tag.PARTICIPLE
    stem = word[2:] if word.startswith("re") else word[3:] if word.startswith(("pre", "dis")) else ""
    known = _TABLE.get(stem.lstrip("-"), Tag.NOUN)
    if known in _VERBAL:
        return known
    if word.endswith(_NOUNS_IN_LY):
        return Tag.NOUN
    return next((kind for ending, least, kind in _ENDINGS if len(word) >= least and word.endswith(ending)), Tag.NOUN)


def _settle_nouns(low: tuple[str, ...], tags: list[Tag]) -> None:
    """As in "these external conditions", "the report": what may be verb or noun is a noun there. And "carry out"."""
    if tags[:1] == [Tag.THIRD] and verbs.THIRD.get(low[0]) in verbs.NOUN_VERBS and tags[1:2] and _opens_with_noun(tags):
        tags[0] = Tag.NOUN
    for i in range(1, len(tags)):
        left, word = tags[i - 1], low[i]
        if tags[i] in {Tag.BASE, Tag.THIRD} and left in {Tag.DETERMINER, Tag.ADJECTIVE, Tag.PREPOSITION}:
            if verbs.base_of(word) in verbs.NOUN_VERBS and low[i - 1] not in _VERB_MAY_FOLLOW:
                tags[i] = Tag.NOUN
        elif left in {Tag.TO, Tag.MODAL} and tags[i] == Tag.ADJECTIVE and word in verbs.BASES:
            tags[i] = Tag.BASE  # "to open", "shall dry"
        elif tags[i] == Tag.NOUN and _reads_as_third(low, tags, i):
            tags[i] = Tag.THIRD
        elif tags[i] == Tag.BASE and _ends_compound(low, tags, i):
            tags[i] = Tag.NOUN
        elif word in _PARTICLES and left in {Tag.BASE, Tag.THIRD, Tag.PARTICIPLE, Tag.PAST}:
            tags[i] = Tag.ADVERB


def _opens_with_noun(tags: list[Tag]) -> bool:
    """As in "Alarms that …", "Samples of a lot", "Results are …": a verb at the head would have its object next."""
    return tags[1] in {Tag.RELATIVE, Tag.PREPOSITION, Tag.MODAL, Tag.BE, Tag.HAVE, Tag.DO} or (
        tags[1] == Tag.PRONOUN and len(tags) > _SHORT and tags[2] in AUXILIARIES
    )


def _ends_compound(low: tuple[str, ...], tags: list[Tag], i: int) -> bool:
    """As in "the batch number", "an acoustic alarm": a bare verb has no place behind a singular noun."""
    if low[i] not in verbs.NOUN_VERBS or tags[i - 1] != Tag.NOUN or is_plural(low[i - 1]):
        return False
    if i + 1 < len(tags) and tags[i + 1] in {Tag.DETERMINER, Tag.PRONOUN, Tag.TO}:
        return False
    first = i - 1
    while first > 0 and i - first < _LONG and tags[first] in {Tag.NOUN, Tag.ADJECTIVE}:
        first -= 1
    return low[first] in {"a", "an", "the", "this", "its", "each", "every"}


_LONG = 5


def _reads_as_third(low: tuple[str, ...], tags: list[Tag], i: int) -> bool:
    """An unknown word in -s between a singular noun and a determiner, or behind "it", can only be a verb."""
    if not low[i].endswith("s") or low[i].endswith(("ss", "us", "is", "'s")) or len(low[i]) <= _SHORT:
        return False
    if low[i - 1] in {"it", "he", "she"}:
        return True
    if tags[i - 1] != Tag.NOUN or is_plural(low[i - 1]):
        return False
    if i + 1 < len(tags) and low[i + 1] in {"the", "a", "an", "its", "their"}:
        return True
    return (i + 1 == len(tags) or low[i + 1] == ",") and _is_verbless(low, tags, i)


def _is_verbless(low: tuple[str, ...], tags: list[Tag], i: int) -> bool:
    """As in "because the sensor drifts,": between a subordinator and a comma something must be the verb."""
    first = i - 1
    while first > 0 and i - first < _LONG and tags[first] in {Tag.NOUN, Tag.ADJECTIVE, Tag.DETERMINER}:
        first -= 1
    return (
        tags[first] == Tag.SUBORDINATOR and tags[first + 1] == Tag.DETERMINER and low[first + 1] not in {"all", "both"}
    )


_SHORT = 3
_PARTICLES = frozenset({"out", "off", "up", "down"})
_VERB_MAY_FOLLOW = frozenset({"all", "both", "one", "some", "most", "each", "than"})


def _settle_participles(low: tuple[str, ...], tags: list[Tag]) -> None:
    """As in "is set", "when set": a form that is both base and participle, behind be, have or a subordinator."""
    for i, word in enumerate(low):
        if tags[i] in {Tag.BASE, Tag.PAST} and word in verbs.PARTICIPLES:
            before = behind(tags, i)
            if before >= 0 and tags[before] in {Tag.BE, Tag.HAVE, Tag.SUBORDINATOR}:
                tags[i] = Tag.PARTICIPLE


def _settle_this(low: tuple[str, ...], tags: list[Tag]) -> None:
    """As in "this", "that" and their like: determiner before a noun, relative after one, pronoun before a verb."""
    for i, word in enumerate(low):
        ahead = tags[i + 1] if i + 1 < len(tags) else Tag.MARK
        left = tags[i - 1] if i else Tag.MARK
        if word == "that":
            if low[i - 1] in lex.THAT_CLAUSE_NOUNS:
                tags[i] = Tag.PREPOSITION
            elif left in {Tag.NOUN, Tag.NUMBER, Tag.ING} or (left == Tag.PRONOUN and low[i - 1] == "those"):
                tags[i] = Tag.RELATIVE
            elif i and left not in {Tag.PREPOSITION, Tag.MARK, Tag.COORDINATOR, Tag.SUBORDINATOR}:
                tags[i] = Tag.RELATIVE if low[i - 1] == "one" else Tag.PREPOSITION
            else:
                tags[i] = Tag.PRONOUN if ahead in AUXILIARIES else Tag.DETERMINER
        elif word in {"this", "these", "those"}:
            tags[i] = Tag.PRONOUN if ahead in AUXILIARIES or ahead in {Tag.MARK, Tag.RELATIVE} else Tag.DETERMINER
