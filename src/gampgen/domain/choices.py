"""What a command lets a person choose from. Plain enumerations, so that help needs nothing heavy to list them."""

from __future__ import annotations

from enum import StrEnum


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
