"""The regulatory reference as data files with one loader, and retrieval over it."""

from gampgen.knowledge.clauses import Clause, ClauseStatus, SourceDocument
from gampgen.knowledge.firm import Override, load_with, overrides_of
from gampgen.knowledge.library import EmptyKnowledgeError, FirmFile, Knowledge, UnknownClauseError, citation, load
from gampgen.knowledge.retrieval import ClauseHit, search
from gampgen.knowledge.scope import ScopeReading, read_scope

__all__ = [
    "Clause",
    "ClauseHit",
    "ClauseStatus",
    "EmptyKnowledgeError",
    "FirmFile",
    "Knowledge",
    "Override",
    "ScopeReading",
    "SourceDocument",
    "UnknownClauseError",
    "citation",
    "load",
    "load_with",
    "overrides_of",
    "read_scope",
    "search",
]
