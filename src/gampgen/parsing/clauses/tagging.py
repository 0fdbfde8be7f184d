"""Word classes from closed lists and neighbours, and the finite verbs that clauses are built around."""

from __future__ import annotations

from dataclasses import dataclass
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
_NOMINAL = frozenset({Tag.NOUN, Tag.NUMBER, Tag.PRONOUN, Tag.ING, Tag.PARTICIPLE, Tag.BASE, Tag.THIRD})
_OPENS_PHRASE = frozenset({Tag.DETERMINER, Tag.PRONOUN, Tag.TO, Tag.ADVERB, Tag.NEGATION})


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


@dataclass(frozen=True, slots=True)
class Tagged:
    """A sentence with word classes.

    `finite[i]` is true where token i heads the predicate of a clause; `inner[i]` where that clause is a relative one
    inside a noun phrase. `next_finite[i]` is the first index >= i that is finite and not inner (len if none).
    """

    words: Words
    tags: tuple[Tag, ...]
    finite: tuple[bool, ...]
    inner: tuple[bool, ...]
    next_finite: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.tags)

    def low(self, i: int) -> str:
        """Token i in lower case, or "" outside the sentence."""
        return self.words.low[i] if 0 <= i < len(self.tags) else ""

    def tag(self, i: int) -> Tag:
        """The class of token i; MARK outside the sentence."""
        return self.tags[i] if 0 <= i < len(self.tags) else Tag.MARK

    def has_predicate(self, first: int, last: int) -> bool:
        """Is there a predicate of its own (not inside a noun phrase) among tokens first to last - 1?"""
        return first < last and self.next_finite[first] < last


def tag(words: Words) -> Tagged:
    """Classify the words of one sentence. Linear in its length."""
    tags = [_class(word, i, words) for i, word in enumerate(words.low)]
    _settle_nouns(words.low, tags)
    _settle_participles(words.low, tags)
    _settle_this(words.low, tags)
    strong = _strong_ahead(words, tags)
    finite = [_is_finite(words, tags, i, strong[i + 1]) for i in range(len(tags))]
    inner = _inner(words, tags, finite)
    following = [len(tags)] * (len(tags) + 1)
    for i in range(len(tags) - 1, -1, -1):
        following[i] = i if finite[i] and not inner[i] else following[i + 1]
    return Tagged(words, tuple(tags), tuple(finite), tuple(inner), tuple(following))


def _class(word: str, at: int, words: Words) -> Tag:
    known = _TABLE.get(word)
    if known is not None:
        return known
    if not word[0].isalnum():
        return Tag.MARK
    if "=" in word:
        return Tag.ADJECTIVE  # "x=16" says something of x by itself
    if word[0].isdigit():
        return Tag.NUMBER
    if word.endswith("ly") and len(word) > 4:
        return Tag.ADVERB
    if word.endswith(lex.ADJECTIVE_ENDINGS) and len(word) > 5:
        return Tag.ADJECTIVE
    return _by_ending(word, words.text[words.start[at]].isupper() and at > 0)


def _by_ending(word: str, is_name: bool) -> Tag:
    if is_name:
        return Tag.NOUN
    tail = word.rsplit("-", 1)[-1]
    if tail != word and tail in verbs.PARTICIPLES:
        return Tag.PARTICIPLE
    stem = word[2:] if word.startswith("re") else word[3:] if word.startswith(("pre", "dis")) else ""
    if stem and stem.lstrip("-") in _TABLE and _TABLE[stem.lstrip("-")] in {Tag.PARTICIPLE, Tag.ING, Tag.THIRD}:
        return _TABLE[stem.lstrip("-")]
    if word.endswith("ing") and len(word) > 5:
        return Tag.ING
    if word.endswith("ed") and len(word) > 4:
        return Tag.PARTICIPLE
    return Tag.NOUN


def _settle_nouns(low: tuple[str, ...], tags: list[Tag]) -> None:
    """As in "these external conditions", "the report": a word that may be verb or noun is a noun behind these; "carry out"."""
    for i in range(1, len(tags)):
        behind, word = tags[i - 1], low[i]
        if tags[i] in {Tag.BASE, Tag.THIRD} and behind in {Tag.DETERMINER, Tag.ADJECTIVE, Tag.PREPOSITION}:
            if verbs.base_of(word) in verbs.NOUN_VERBS and low[i - 1] not in _VERB_MAY_FOLLOW:
                tags[i] = Tag.NOUN
        elif tags[i] == Tag.NOUN and _reads_as_third(low, tags, i):
            tags[i] = Tag.THIRD
        elif word in _PARTICLES and behind in {Tag.BASE, Tag.THIRD, Tag.PARTICIPLE, Tag.PAST}:
            tags[i] = Tag.ADVERB


def _reads_as_third(low: tuple[str, ...], tags: list[Tag], i: int) -> bool:
    """An unknown word in -s between a singular noun and a determiner, or behind "it", can only be a verb."""
    if not low[i].endswith("s") or low[i].endswith(("ss", "us", "is", "'s")) or len(low[i]) <= _SHORT:
        return False
    if low[i - 1] in {"it", "he", "she"}:
        return True
    determiner = i + 1 < len(tags) and low[i + 1] in {"the", "a", "an", "its", "their"}
    return determiner and tags[i - 1] == Tag.NOUN and not _is_plural(low[i - 1])


_SHORT = 3
_PARTICLES = frozenset({"out", "off", "up", "down"})
_VERB_MAY_FOLLOW = frozenset({"all", "both", "one", "some", "most", "each", "than"})


def _settle_participles(low: tuple[str, ...], tags: list[Tag]) -> None:
    """As in "is set", "when set": a form that is both base and participle, behind be, have or a subordinator."""
    for i, word in enumerate(low):
        if tags[i] in {Tag.BASE, Tag.PAST} and word in verbs.PARTICIPLES:
            before = _behind(tags, i)
            if before >= 0 and tags[before] in {Tag.BE, Tag.HAVE, Tag.SUBORDINATOR}:
                tags[i] = Tag.PARTICIPLE


def _settle_this(low: tuple[str, ...], tags: list[Tag]) -> None:
    """As in "this", "that" and their like: determiner before a noun, relative after one, pronoun before a verb."""
    for i, word in enumerate(low):
        ahead = tags[i + 1] if i + 1 < len(tags) else Tag.MARK
        behind = tags[i - 1] if i else Tag.MARK
        if word == "that":
            if low[i - 1] in lex.THAT_CLAUSE_NOUNS:
                tags[i] = Tag.PREPOSITION
            elif behind in {Tag.NOUN, Tag.NUMBER, Tag.ING} or (behind == Tag.PRONOUN and low[i - 1] == "those"):
                tags[i] = Tag.RELATIVE
            elif i and behind not in {Tag.PREPOSITION, Tag.MARK, Tag.COORDINATOR, Tag.SUBORDINATOR}:
                tags[i] = Tag.RELATIVE if low[i - 1] == "one" else Tag.PREPOSITION
            else:
                tags[i] = Tag.PRONOUN if ahead in AUXILIARIES else Tag.DETERMINER
        elif word in {"this", "these", "those"}:
            tags[i] = Tag.PRONOUN if ahead in AUXILIARIES or ahead in {Tag.MARK, Tag.RELATIVE} else Tag.DETERMINER


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


def _is_finite(words: Words, tags: list[Tag], i: int, strong_ahead: bool) -> bool:
    kind = tags[i]
    if words.shielded[i] or kind not in _CAN_BE_FINITE:
        return False
    before = _behind(tags, i)
    if kind == Tag.MODAL:
        return not (before >= 0 and tags[before] in {Tag.DETERMINER, Tag.MODAL})
    if kind in AUXILIARIES:
        return words.low[i] not in lex.BE_OTHER and not (before >= 0 and tags[before] in {Tag.MODAL, Tag.TO})
    if before < 0:
        return False
    if kind == Tag.THIRD:
        return _third_is_finite(words, tags, i, before, strong_ahead)
    return _base_is_finite(words, tags, i, before, strong_ahead)


_CAN_BE_FINITE = AUXILIARIES | {Tag.THIRD, Tag.BASE, Tag.PAST}


def _behind(tags: list[Tag], i: int) -> int:
    """The nearest token before i that is neither adverb nor negation; -1 if there is none."""
    i -= 1
    while i >= 0 and tags[i] in {Tag.ADVERB, Tag.NEGATION}:
        i -= 1
    return i


def _third_is_finite(words: Words, tags: list[Tag], i: int, before: int, strong_ahead: bool) -> bool:
    """As in "the power fails", "a user logs in": a form in -s behind a singular noun, unless a plural noun reads better."""
    subject, word = tags[before], words.low[i]
    if subject == Tag.RELATIVE or words.low[before] in {"it", "he", "she", "this", "which"} or word in lex.COMPARISONS:
        return word not in lex.COMPARISONS or (subject in _NOMINAL and i + 1 < len(tags) and tags[i + 1] in _VALUE)
    if words.low[i + 1 : i + 2] == ("of",):
        return False
    plain = word in _PLAIN_THIRD
    if not plain and _counts_several(words, tags, before):
        return False
    if subject == Tag.PARTICIPLE and not plain:
        return False
    if subject not in _NOMINAL and words.low[before] not in _CLOSERS:
        listed = subject == Tag.COORDINATOR or words.low[before] == ","
        return listed and (plain or _opens_phrase(tags, i + 1)) and not strong_ahead
    if plain or _opens_phrase(tags, i + 1):
        return True
    return not strong_ahead and not _is_plural(words.low[before])


def _counts_several(words: Words, tags: list[Tag], last: int) -> bool:
    """As in "five failed login attempts": a noun phrase that begins with a number above one is a plural."""
    first = last
    while first > 0 and last - first < _LONGEST_COUNT and tags[first - 1] in _COUNTED:
        first -= 1
    word = words.low[first]
    return (tags[first] == Tag.NUMBER and word not in {"one", "1"}) or word in _SEVERAL


_LONGEST_COUNT = 4
_COUNTED = frozenset({Tag.NOUN, Tag.ADJECTIVE, Tag.NUMBER, Tag.PARTICIPLE, Tag.BASE, Tag.DETERMINER})
_SEVERAL = frozenset({"all", "both", "many", "most", "several", "few", "these", "those", "some", "more"})
_VALUE = frozenset({Tag.NUMBER, Tag.NOUN, Tag.DETERMINER})
_CLOSERS = frozenset({")", "]", '"', "”", "'"})
_PLAIN_THIRD = frozenset(form for form, base in verbs.THIRD.items() if base not in verbs.NOUN_VERBS)


def _opens_phrase(tags: list[Tag], i: int) -> bool:
    return i < len(tags) and tags[i] in _OPENS_PHRASE


def _is_plural(word: str) -> bool:
    return word in lex.PLURAL_NOUNS or (word.endswith("s") and not word.endswith(("ss", "us", "is")))


def _base_is_finite(words: Words, tags: list[Tag], i: int, before: int, strong_ahead: bool) -> bool:
    """As in "operators enter a value", "if they fail": a base (or past) form behind a plural or a pronoun."""
    if words.low[i] in lex.ADJECTIVES:
        return False
    if tags[before] == Tag.PRONOUN and words.low[before] in lex.SUBJECT_PRONOUNS:
        return tags[i] == Tag.PAST or words.low[before] in lex.PLURAL_PRONOUNS
    if tags[before] == Tag.RELATIVE and before == i - 1:
        return True
    if tags[i] == Tag.PAST:
        return tags[before] == Tag.NOUN and words.low[i] not in verbs.PARTICIPLES and not strong_ahead
    if tags[before] not in {Tag.NOUN, Tag.THIRD} or not _is_plural(words.low[before]):
        return False
    return (words.low[i] not in verbs.NOUN_VERBS or _opens_phrase(tags, i + 1)) and not strong_ahead


def _is_relative_past(tags: list[Tag], i: int) -> bool:
    """As in "the device that received it": a past form is the relative clause's verb."""
    before = _behind(tags, i)
    return tags[i] in {Tag.PARTICIPLE, Tag.PAST} and before >= 0 and tags[before] == Tag.RELATIVE


def _inner(words: Words, tags: list[Tag], finite: list[bool]) -> list[bool]:
    """Mark the first predicate after each relative pronoun: it belongs to a noun phrase."""
    out, open_relatives = [False] * len(tags), 0
    for i, kind in enumerate(tags):
        if kind == Tag.RELATIVE and not words.shielded[i]:
            open_relatives += 1
        elif words.low[i] in _STRETCH_ENDS and words.low[i] not in {",", "that", "where"}:
            open_relatives = 0
        elif open_relatives and (finite[i] or _is_relative_past(tags, i)):
            out[i] = finite[i]
            open_relatives -= 1
    return out
