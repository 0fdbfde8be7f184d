"""A requirement as it stands in the document, and what was passed over."""

from __future__ import annotations

import re
from enum import StrEnum

from gampgen.domain.base import LargeValue, Value
from gampgen.domain.document import DocumentFormat
from gampgen.domain.finding import Finding
from gampgen.domain.location import Location
from gampgen.domain.right import Right
from gampgen.domain.statement import Statement
from gampgen.domain.table_reference import TableReference

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[\"“(]?[A-ZÀ-Þ\d])")


class IdSource(StrEnum):
    """Where a requirement's id comes from: printed text, the word processor's automatic number, or made by gampgen."""

    DOCUMENT = "document"
    NUMBERING = "numbering"
    SYNTHESISED = "synthesised"


class Attribute(Value):
    """A labelled cell or block beside a requirement that is none of its known parts ("Source" → "FR-3.1")."""

    name: str
    value: str


class Requirement(Value):
    """One requirement, verbatim.

    `id` is character for character as printed; `uid` is unique even where the document repeats an id.
    `text` is the lead statement; `items` are sub-bullets and further statement cells that belong to it, in order.
    `section` is the outline path ("3 Functional requirements / 3.2 Alarms"). `stamp` is the SHA-256 (hexadecimal) of
    id,
    text, items and acceptance criteria: it changes exactly when the requirement does.
    The `stated_…` fields hold what the document itself says, verbatim, or None; they are never guessed.
    `readings` are the sentences that a row of a table of limits stands for, one per limit; empty elsewhere.
    `rights` are the cells of a permission matrix that stand in it; `matrix` is the one that it points to, `limits` the
    table of limits, or None. `lost` are cells of such a table whose meaning nothing in the document says.
    `language` is the ISO 639-1 code of the language that it is worded in; only English ("en") wording is analysed.
    """

    id: str
    uid: str
    id_source: IdSource
    text: str
    items: tuple[str, ...] = ()
    section: str = ""
    location: Location
    stamp: str
    acceptance_criteria: str | None = None
    stated_priority: str | None = None
    stated_risk: str | None = None
    stated_verification: str | None = None
    attributes: tuple[Attribute, ...] = ()
    readings: tuple[str, ...] = ()
    rights: tuple[Right, ...] = ()
    matrix: TableReference | None = None
    limits: TableReference | None = None
    lost: tuple[str, ...] = ()
    language: str = "en"

    @property
    def sayings(self) -> tuple[str, ...]:
        """The stated acceptance criteria, sentence by sentence, verbatim but for white space."""
        lines = (self.acceptance_criteria or "").splitlines()
        parts = (part for line in lines for part in _SENTENCE_END.split(" ".join(line.split())))
        return tuple(part for part in parts if part)

    def holds(self, quote: str) -> bool:
        """Whether `quote` is an exact substring, white space folded, of text, an item or the acceptance criteria."""
        wanted = " ".join(quote.split())
        whole = (self.text, *self.items, self.acceptance_criteria or "")
        return bool(wanted) and any(wanted in " ".join(part.split()) for part in whole)


class PassedOver(Value):
    """Something that looked as if it could be a requirement and was not taken, with the reason in words."""

    text: str
    location: Location
    reason: str


class Term(Value):
    """A definition, abbreviation or role that the document gives. `quote` is the passage, verbatim."""

    name: str
    meaning: str
    quote: str
    location: Location


class DocumentRecord(Value):
    """The document as the outputs name it. `language` is an ISO 639-1 code, or None where it could not be told."""

    title: str
    file_name: str
    format: DocumentFormat
    sha256: str
    language: str | None


class Recognition(LargeValue):
    """What was recognised in a document: requirements, what was passed over and why, terms and roles, findings.

    `claimed_category` is the GAMP category that the document states for itself (verbatim passage with its place), or
    None:
    a claim to compare with, never evidence. `system` is the name of the system specified, or "".
    """

    document: DocumentRecord
    requirements: tuple[Requirement, ...]
    passed_over: tuple[PassedOver, ...]
    terms: tuple[Term, ...] = ()
    roles: tuple[Term, ...] = ()
    system: str = ""
    claimed_category: Term | None = None
    findings: tuple[Finding, ...] = ()


class AnalysedRequirement(LargeValue):
    """A requirement with its statements read: the lead text, each item, and the stated acceptance criteria if any.

    `sentences` are those of the lead text, each read by itself, where one of several has a cause or an effect;
    `criteria` is all that is stated as a criterion, read as one; `sayings` are its sentences, each read by itself;
    `readings` those that a row of limits stands for.
    """

    requirement: Requirement
    statement: Statement
    sentences: tuple[Statement, ...] = ()
    items: tuple[Statement, ...] = ()
    criteria: Statement | None = None
    sayings: tuple[Statement, ...] = ()
    readings: tuple[Statement, ...] = ()

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Lead statement and items, in the document's order."""
        return (self.statement, *self.items)
