"""What a process is told to do, and what it tells while it does it: one line of JSON each way."""

from __future__ import annotations

from typing import Final

from gampgen.domain.advice import AgentAnswer
from gampgen.domain.base import Value
from gampgen.runs.report import DocumentResult
from gampgen.runs.telling import RunEvent
from gampgen.settings.resolving import Resolved


class Job(Value):
    """One document to be done.

    `run` is the run's id, `name` the document's name in the batch (relative, with forward slashes). `source` and
    `folder` are paths. `replace`: keep a run of something else beside the new one. `answered`: complete the run that
    waits there with the decision of the settings. `storage` is the URL of the store through which document and suite
    travel, or None. `command` is what the person called, for the audit. `kept` are answers of agents that an
    interrupted run of the same inputs and settings already had.
    """

    run: str
    name: str
    source: str
    folder: str
    resolved: Resolved
    force: bool = False
    replace: bool = False
    answered: bool = False
    signed: bool = True
    storage: str | None = None
    command: tuple[str, ...] = ()
    kept: tuple[AgentAnswer, ...] = ()


STILL_OURS: Final = b"still yours\n"
"""The one answer to a process that asks whether a run is still its own; any other line means that it is not."""


class Told(Value):
    """A line from the process at work: exactly one of the four. `asks`: is the run still to be done here?"""

    event: RunEvent | None = None
    answer: AgentAnswer | None = None
    asks: bool = False
    ended: DocumentResult | None = None
