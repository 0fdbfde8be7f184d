"""The reference as one value: loaded from the data files once, asked by id or by words."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib import resources
from typing import TypeVar

from gampgen.domain.base import Value
from gampgen.domain.suite import Citation
from gampgen.errors import InternalError
from gampgen.knowledge.clauses import ArchetypeClauses, Clause, Expectation, SourceDocument, Vocabulary

# JSON with one entry per line: 409 clauses load in a few milliseconds, where the C loader for YAML needs 35 and the
# pure one half a second, and a change of one clause is a change of one line. The files are the maintained text itself;
# there is no cache that could go stale.
_FILES = ("archetypes.jsonl", "clauses.jsonl", "expectations.jsonl", "sources.jsonl", "vocabulary.json")
_Entry = TypeVar("_Entry", bound=Value)


class UnknownClauseError(InternalError):
    """A clause id that the reference does not hold was asked for."""


class EmptyKnowledgeError(InternalError):
    """The regulatory reference holds no clause, so nothing can be looked up in it."""


class FirmFile(Value):
    """A firm's own file: its name, its digest (hexadecimal), and the ids of the clauses that it changed."""

    name: str
    sha256: str
    overridden: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Knowledge:
    """The regulatory reference: clauses, their sources, and what steers the look-up.

    `sha256` (hexadecimal) is the digest of the shipped data files, for the audit record; `firm` names the firm's own
    files, in the order in which they were laid over it.
    """

    clauses: tuple[Clause, ...]
    sources: tuple[SourceDocument, ...]
    archetypes: tuple[ArchetypeClauses, ...]
    expectations: tuple[Expectation, ...]
    vocabulary: Vocabulary
    sha256: str
    firm: tuple[FirmFile, ...] = ()

    @cached_property
    def _by_id(self) -> dict[str, Clause]:
        return {clause.id: clause for clause in self.clauses}

    @cached_property
    def _source_by_key(self) -> dict[str, SourceDocument]:
        return {source.key: source for source in self.sources}

    def clause(self, clause_id: str) -> Clause:
        """The clause with this id ("P11-11.10-e").

        Raises:
            UnknownClauseError: the reference holds no such clause.
        """
        try:
            return self._by_id[clause_id]
        except KeyError:
            raise UnknownClauseError(
                "A regulation clause was named that the reference does not hold",
                hint="This is a bug in gampgen: report the clause id.",
                where=clause_id,
            ) from None

    def source(self, key: str) -> SourceDocument:
        """The document that a clause comes from.

        Raises:
            UnknownClauseError: the reference holds no such document.
        """
        try:
            return self._source_by_key[key]
        except KeyError:
            raise UnknownClauseError(
                "A regulation was named that the reference does not hold",
                hint="This is a bug in gampgen: report the key.",
                where=key,
            ) from None

    def citation(self, clause_id: str) -> Citation:
        """The clause as it may be printed, with the version of its source and its status.

        Raises:
            UnknownClauseError: the reference holds no such clause.
        """
        clause = self.clause(clause_id)
        return Citation(
            ref=clause.id,
            clause=clause.cited_as,
            title=clause.title,
            source_title=self.source(clause.source).title,
            version=clause.version,
            status=clause.status.value,
        )

    def require_content(self) -> None:
        """Refuse to be asked while empty, so that "no clause found" is never "no clause there".

        Raises:
            EmptyKnowledgeError: there is no clause.
        """
        if not self.clauses:
            raise EmptyKnowledgeError(
                "The regulatory reference is empty",
                hint="Install gampgen again; its data files are missing.",
                where="gampgen/knowledge/data",
            )


def _entries(kind: type[_Entry], text: str) -> tuple[_Entry, ...]:
    return tuple(kind.model_validate_json(line) for line in text.splitlines() if line)


@lru_cache(maxsize=1)
def load() -> Knowledge:
    """The shipped reference. Read once per process.

    Raises:
        EmptyKnowledgeError: the data files hold no clause.
    """
    folder = resources.files("gampgen.knowledge") / "data"
    files = {name: (folder / name).read_bytes() for name in _FILES}
    digest = hashlib.sha256()
    for name in _FILES:
        digest.update(f"{name}\0{len(files[name])}\0".encode() + files[name])
    texts = {name: content.decode() for name, content in files.items()}
    knowledge = Knowledge(
        clauses=_entries(Clause, texts["clauses.jsonl"]),
        sources=_entries(SourceDocument, texts["sources.jsonl"]),
        archetypes=_entries(ArchetypeClauses, texts["archetypes.jsonl"]),
        expectations=_entries(Expectation, texts["expectations.jsonl"]),
        vocabulary=Vocabulary.model_validate_json(texts["vocabulary.json"]),
        sha256=digest.hexdigest(),
    )
    knowledge.require_content()
    return knowledge


def citation(clause_id: str) -> Citation:
    """The clause as it may be printed (see `Knowledge.citation`)."""
    return load().citation(clause_id)
