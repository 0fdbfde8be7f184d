"""Looking something up in the reference: which clauses a statement calls for, and which others speak of it."""

from __future__ import annotations

from gampgen import knowledge
from gampgen.agents.ranking import Collection
from gampgen.domain.base import Value
from gampgen.knowledge import Clause, Knowledge
from gampgen.parsing.statement import read_statement

_MOST_OTHERS = 8


class Found(Value):
    """A clause that was found. `called_for` holds the words that call for it; "" where it only speaks of the same."""

    ref: str
    cited_as: str
    title: str
    status: str
    citable: bool
    called_for: str


def look_up(reference: Knowledge, text: str) -> tuple[Found, ...]:
    """The clauses that a statement calls for, as the research agent finds them, then others that share its words.

    Args:
        reference: where to look.
        text: a statement, or a few words.

    Raises:
        EmptyKnowledgeError: the reference holds no clause.
    """
    read = read_statement(text)
    hits = knowledge.search(reference, (text,), read.archetypes, read.permissions)
    called = {hit.clause.id for hit in hits}
    texts = tuple(_words_of(clause) for clause in reference.clauses)
    ranked = Collection(texts).most_like(text, _MOST_OTHERS + len(called))
    others = [clause for one in ranked if (clause := reference.clauses[one.place]).id not in called][:_MOST_OTHERS]
    return (*(_found(hit.clause, hit.quote) for hit in hits), *(_found(clause, "") for clause in others))


def _words_of(clause: Clause) -> str:
    return " ".join((clause.title, clause.paraphrase, *clause.keywords, *clause.supporting_keywords))


def _found(clause: Clause, words: str) -> Found:
    return Found(
        ref=clause.id,
        cited_as=clause.cited_as,
        title=clause.title,
        status=clause.status.value,
        citable=clause.citable,
        called_for=words,
    )
