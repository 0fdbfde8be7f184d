"""Everything a run can be told, as one frozen object."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Annotated, Final

from pydantic import BeforeValidator, Field
from pydantic.main import IncEx

from gampgen.domain.base import Value
from gampgen.domain.category import CategoryDecision
from gampgen.domain.choices import FailOn, OnDoubt, TrackedChanges
from gampgen.settings.house_style import Company, DocumentStyle, HouseStyle, RiskWords, Signatures
from gampgen.settings.language_model import LlmSettings, TraceSettings

__all__ = ["AcceptedFinding", "FailOn", "OnDoubt", "ReadSettings", "Settings", "TrackedChanges"]

# Where a file stands says nothing about its content: the files' own digests are kept beside this one.
_SHAPES_NOTHING: Final[dict[str, IncEx | bool]] = {
    "context": True,
    "knowledge": True,
    "fail_on": True,
    "company": {"logo"},
    "document": {"template"},
    "llm": {"required", "cache", "in_flight", "per_minute"},
    "trace": True,
}


def _as_number(value: object) -> object:
    """A number as the settings file gives it (decimals are read as text, so that none is rounded)."""
    try:
        return float(value) if isinstance(value, str) else value
    except ValueError:
        return value  # no number: Pydantic's message says so


class ReadSettings(Value):
    """How a document is read.

    `tracked` None refuses a document with tracked changes. `encoding` None means UTF-8 (or the byte order mark).
    `system` names the system to take where a file specifies several.
    """

    tracked: TrackedChanges | None = None
    encoding: str | None = None
    system: str | None = None
    allow_unread_pages: bool = False


class AcceptedFinding(Value):
    """A finding that a person lives with: which, who, why.

    `requirement` is the requirement's unique id, or None for a finding on the document or a place in it (`place`, in
    words, or ""). `stamp` is that of the requirement, or the document's SHA-256: where it has changed, the acceptance
    no longer holds.
    """

    code: str
    requirement: str | None = None
    place: str = ""
    stamp: str
    by: str
    reason: str


class Settings(Value):
    """What shapes a run's content, and how it ends. Where it is written and how it is shown is the command's business.

    `agent_timeout_seconds` is the time that each agent has for one chunk; `chunk_size` is requirements per question.
    `min_kill` is the share (0 to 1) of seeded faults that has to be noticed, None: any.
    The field names are the keys of `gampgen.yaml`.
    """

    read: ReadSettings = ReadSettings()
    context: Path | None = None
    knowledge: tuple[Path, ...] = ()
    decision: CategoryDecision | None = None
    on_doubt: OnDoubt = OnDoubt.PROPOSED
    fail_on: FailOn = FailOn.ERROR
    allow_partial: bool = False
    min_kill: Annotated[float | None, BeforeValidator(_as_number)] = Field(default=None, ge=0, le=1)
    agent_timeout_seconds: int = 60
    chunk_size: int = 25
    company: Company = Company()
    document: DocumentStyle = DocumentStyle()
    signatures: Signatures = Signatures()
    risk: RiskWords = RiskWords()
    accepted: tuple[AcceptedFinding, ...] = ()
    llm: LlmSettings = LlmSettings()
    trace: TraceSettings = TraceSettings()

    @property
    def house_style(self) -> HouseStyle:
        """What shapes the documents' look."""
        return HouseStyle(company=self.company, document=self.document, signatures=self.signatures, risk=self.risk)

    def content_sha256(self) -> str:
        """Digest (hexadecimal) of the settings that can change an output.

        Context files, the firm's knowledge, template and logo have digests of their own.
        """
        shaping = self.model_dump_json(exclude=_SHAPES_NOTHING)
        return hashlib.sha256(shaping.encode()).hexdigest()
