"""Where one sentence holds several rules side by side: behind "otherwise", or at a comma between two obligations."""

from __future__ import annotations

from gampgen.parsing.clauses.lexicon import OBLIGING
from gampgen.parsing.clauses.tagging import Tagged
from gampgen.parsing.clauses.word_class import Tag


def alternatives(sentence: Tagged) -> list[int]:
    """Where "otherwise" or "else" opens a clause of its own."""
    low = sentence.words.low
    return [
        i
        for i, word in enumerate(low)
        if i and word in {"otherwise", "else"} and not sentence.words.shielded[i] and sentence.next_finite[i] < len(low)
        and (low[i - 1] in {",", "and", "or", ";", ":"} or sentence.tag(i + 1) in {Tag.DETERMINER, Tag.PRONOUN})
    ]  # fmt: skip


def demands(sentence: Tagged) -> list[int]:
    """Where a comma joins two whole obligations: "A shall …, B shall …", "A shall …, and B shall …"."""
    out: list[int] = []
    low, size = sentence.words.low, len(sentence)
    verb = sentence.next_finite[0]
    for i in (k for k in range(1, size - 1) if low[k] == "," and not sentence.words.shielded[k]):
        first = i + 2 if low[i + 1] == "and" else i + 1
        following = sentence.next_finite[min(first, size)]
        both = verb < i and following < size and low[verb] in OBLIGING and low[following] in OBLIGING
        if both and first < following and all(sentence.tags[k] in _IN_SUBJECT for k in range(first, following)):
            out.append(first)
            verb = following
    return out


_IN_SUBJECT = frozenset(
    {Tag.NOUN, Tag.DETERMINER, Tag.ADJECTIVE, Tag.NUMBER, Tag.BASE, Tag.THIRD, Tag.PREPOSITION, Tag.ADVERB, Tag.TO,
     Tag.PRONOUN, Tag.ING, Tag.PARTICIPLE}
)  # fmt: skip
