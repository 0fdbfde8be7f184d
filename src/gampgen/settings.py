"""Everything a run can be told, as one frozen object."""

from __future__ import annotations

import hashlib
from enum import StrEnum
from pathlib import Path

from gampgen.domain.base import Value
from gampgen.domain.category import CategoryDecision


class FailOn(StrEnum):
    """From which severity of finding a command ends with exit code 1."""

    ERROR = "error"
    WARNING = "warning"
    NEVER = "never"


class OnDoubt(StrEnum):
    """What to do when the category needs a person."""

    STOP = "stop"
    ASK = "ask"
    HIGHEST = "highest"
    PROPOSED = "proposed"


class TrackedChanges(StrEnum):
    """How to read tracked changes of a Word document."""

    ACCEPT = "accept"
    REJECT = "reject"


class ReadSettings(Value):
    """How a document is read.

    `tracked` None refuses a document with tracked changes. `encoding` None means UTF-8 (or the byte order mark).
    `system` names the system to take where a file specifies several.
    """

    tracked: TrackedChanges | None = None
    encoding: str | None = None
    system: str | None = None
    allow_unread_pages: bool = False


class Settings(Value):
    """What shapes a run's content, and how it ends. Where it is written and how it is shown is the command's business.

    `agent_timeout_seconds` is the time that each agent has for one chunk; `chunk_size` is requirements per question.
    """

    read: ReadSettings = ReadSettings()
    context: Path | None = None
    decision: CategoryDecision | None = None
    on_doubt: OnDoubt = OnDoubt.PROPOSED
    fail_on: FailOn = FailOn.ERROR
    allow_partial: bool = False
    agent_timeout_seconds: int = 60
    chunk_size: int = 25

    def content_sha256(self) -> str:
        """Digest (hexadecimal) of the settings that can change the suite. Context files have digests of their own."""
        shaping = self.model_dump_json(exclude={"context", "fail_on"})
        return hashlib.sha256(shaping.encode()).hexdigest()
