"""What a step or a piece of advice rests on, and how requirements and tests find each other."""

from __future__ import annotations

from enum import StrEnum

from gampgen.domain.base import Value


class SourceKind(StrEnum):
    """What kind of thing something rests on."""

    REQUIREMENT = "requirement"
    ACCEPTANCE_CRITERIA = "acceptance_criteria"
    CONTEXT = "context"
    CLAUSE = "clause"
    RULE = "rule"


class Source(Value):
    """Where words come from. A `quote` is an exact substring (white space folded) of what it names.

    `ref` is a clause's id ("P11-11.10-e") or a rule's code ("BVA"); `document` names a context file, `version` is the
    version that the file states for itself, and `place` says in words where in it the quote stands.
    """

    kind: SourceKind
    requirement_uid: str | None = None
    document: str | None = None
    ref: str | None = None
    quote: str | None = None
    version: str | None = None
    place: str | None = None


class TraceEntry(Value):
    """One requirement's line of the traceability matrix: its tests, or the reason why there is none."""

    requirement_uid: str
    requirement_id: str
    test_ids: tuple[str, ...]
    reason: str | None
