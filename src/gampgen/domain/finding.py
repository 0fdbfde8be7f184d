"""What gampgen objects to, or wants a person to know."""

from __future__ import annotations

from enum import StrEnum

from gampgen.domain.base import Value
from gampgen.domain.location import Location


class FindingSeverity(StrEnum):
    """How much a finding weighs. An error is something that a person must settle before the suite is used."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for info, 1 for warning, 2 for error."""
        return ("info", "warning", "error").index(self.value)


class Suppression(Value):
    """A person's decision to live with a finding: who, and why."""

    by: str
    reason: str


class Finding(Value):
    """One objection or notice: a value, never an exception.

    `code` names the rule (`gampgen explain CODE` prints its manual), `message` says what and quotes the words
    concerned,
    `hint` says what to do. `requirement_uid` or `location` says where; both are None for the document as a whole.
    """

    code: str
    severity: FindingSeverity
    requirement_uid: str | None = None
    location: Location | None = None
    message: str
    hint: str
    suppressed: Suppression | None = None


class Rule(Value):
    """A rule that a finding or a test step can name. `manual` is what `gampgen explain CODE` prints.

    `source` names where the rule comes from (standard, clause, paper, or "gampgen" for our own).
    """

    code: str
    name: str
    manual: str
    source: str
