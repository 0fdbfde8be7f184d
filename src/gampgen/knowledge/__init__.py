"""The regulatory reference as data files with one loader, and retrieval over it."""

from gampgen.knowledge.clauses import Clause, ClauseStatus, SourceDocument
from gampgen.knowledge.library import EmptyKnowledgeError, Knowledge, UnknownClauseError, citation, load
from gampgen.knowledge.retrieval import ClauseHit, search
from gampgen.knowledge.scope import ScopeReading, read_scope

__all__ = [
    "Clause",
    "ClauseHit",
    "ClauseStatus",
    "EmptyKnowledgeError",
    "Knowledge",
    "ScopeReading",
    "SourceDocument",
    "UnknownClauseError",
    "citation",
    "load",
    "read_scope",
    "search",
]
