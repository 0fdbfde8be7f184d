"""What the regulatory reference is made of: clauses in our own words, and the documents they come from."""

from __future__ import annotations

from enum import StrEnum

from gampgen.domain.base import Value


class ClauseStatus(StrEnum):
    """How binding a text is. `mixed` stands for a source whose entries differ."""

    IN_FORCE = "in_force"
    GUIDANCE = "guidance"
    INDUSTRY_GUIDANCE = "industry_guidance"
    DRAFT = "draft"
    SUPERSEDED = "superseded"
    OWN_ADVICE = "own_advice"
    MIXED = "mixed"


class ControlType(StrEnum):
    """Whether a system, a procedure, or both meet the clause."""

    TECHNICAL = "technical"
    PROCEDURAL = "procedural"
    MIXED = "mixed"


class Confidence(StrEnum):
    """How sure the entry's author was; a firm need not say it of its own texts."""

    HIGH = "high"
    MEDIUM = "medium"
    NOT_STATED = "not_stated"


class OqCheck(Value):
    """A check that is typical for a clause: what to do, and what is seen."""

    action: str
    expected: str


class SourceDocument(Value):
    """A law, annex or guidance document: which version is meant, since when, and how its content was verified."""

    key: str
    title: str
    publisher: str
    version: str
    status: ClauseStatus
    effective: str
    notes: str
    how_verified: str


class Clause(Value):
    """One clause, paraphrased. `cited_as` is how it is printed ("21 CFR 11.10(e)").

    `keywords` each speak for the clause alone; `supporting_keywords` are too common for that ("report", "role") and
    count beside another one of the clause, or beside a kind of requirement that the clause is mapped to. `patterns` are
    regular expressions for keywords with other words in between ("log every … change").
    `testable` says whether an OQ check of a system is meaningful.
    """

    id: str
    source: str
    clause: str
    cited_as: str
    title: str
    paraphrase: str
    testable: bool
    control_type: ControlType
    typical_oq_checks: tuple[OqCheck, ...]
    keywords: tuple[str, ...]
    supporting_keywords: tuple[str, ...]
    patterns: tuple[str, ...]
    version: str
    effective: str
    status: ClauseStatus
    confidence: Confidence
    how_verified: str

    @property
    def citable(self) -> bool:
        """Whether a test may name the clause: it can be tested, and is law or an authority's guidance in force."""
        return self.testable and self.status in {ClauseStatus.IN_FORCE, ClauseStatus.GUIDANCE}


class ArchetypeClauses(Value):
    """The clauses that a kind of requirement names. PERMISSION stands for a statement of who alone may do something.

    `always` with the archetype, if its cue holds one of the words `always_on` ("#" is any number; any cue will do where
    there are none);
    `with_keyword` only where the statement also holds one of the clause's own keywords, supporting ones included;
    `otherwise` where none of `with_keyword` did. Nothing where an archetype of `not_beside` was recognised too: a
    password's length is no process limit.
    """

    archetype: str
    always: tuple[str, ...]
    always_on: tuple[str, ...]
    with_keyword: tuple[str, ...]
    otherwise: tuple[str, ...]
    not_beside: tuple[str, ...]


class Expectation(Value):
    """A topic that a kind of system normally has requirements for.

    `expected_with` are phrases that show the kind of system, `met_by` phrases that show that the topic is treated;
    `topic` completes "No requirement speaks of …"; `clause` asks for it.
    """

    code: str
    topic: str
    clause: str
    expected_with: tuple[str, ...]
    met_by: tuple[str, ...]


class Scope(Value):
    """Words by which a document shows that it is about GxP records, or says that it is not (`outside`).

    One `inside` phrase is enough; of `hints`, words of the field that others use too, it takes two different ones.
    """

    inside: tuple[str, ...]
    hints: tuple[str, ...]
    outside: tuple[str, ...]


class Vocabulary(Value):
    """What steers the look-up besides the clauses: masks, scope words, and when the reference was compiled.

    `keyword_mask` phrases are blanked before keywords are looked up ("user interface" is no interface).
    """

    compiled: str
    keyword_mask: tuple[str, ...]
    scope: Scope
