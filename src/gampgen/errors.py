"""One tree of failures. What is wrong with a *document* is a finding (a value); what stops the *work* is one of these.

Each failure says what happened (`title`), where (`where`) and what to do about it (`hint`), and carries the exit code
of the contract, so that no command has to guess one.
"""

from __future__ import annotations

from typing import ClassVar


class GampgenError(Exception):
    """Base of every failure gampgen raises on purpose.

    Args:
        title: what happened, one sentence without a full stop.
        hint: what the user can do about it, one sentence.
        where: the file, place in a file, agent or setting concerned; None where there is none.
    """

    exit_code: ClassVar[int] = 70

    def __init__(self, title: str, *, hint: str, where: str | None = None) -> None:
        super().__init__(title)
        self.title = title
        self.hint = hint
        self.where = where

    def __str__(self) -> str:
        place = f" ({self.where})" if self.where else ""
        return f"{self.title}{place}. {self.hint}"

    def __reduce__(self) -> tuple[object, ...]:
        # Readers run in a child process; keyword-only arguments need help to cross the pipe.
        return (_rebuild, (type(self), self.title, self.hint, self.where))


def _rebuild(kind: type[GampgenError], title: str, hint: str, where: str | None) -> GampgenError:
    return kind(title, hint=hint, where=where)


class UsageError(GampgenError):
    """The call or a setting is wrong."""

    exit_code = 2


class SeveralSystemsError(UsageError):
    """One file specifies several systems and none was chosen."""


class OutputOccupiedError(UsageError):
    """The output folder holds something that is not a run of the same input."""


class InputError(GampgenError):
    """The input cannot be read, or holds no requirement."""

    exit_code = 3


class UnsupportedInputError(InputError):
    """The file is of a kind that gampgen does not read."""


class DamagedInputError(InputError):
    """The file claims a format and breaks its rules, or was made to hurt a reader."""


class EncryptedInputError(InputError):
    """The file is protected by a password."""


class NoRequirementError(InputError):
    """The document could be read and states no requirement."""


class IncompleteError(GampgenError):
    """An agent, or a model that was required, failed; the result would be incomplete."""

    exit_code = 4


class VerificationError(GampgenError):
    """A record does not prove what it claims."""

    exit_code = 5


class DecisionPendingError(GampgenError):
    """The run waits for a person's decision."""

    exit_code = 6


class InternalError(GampgenError):
    """A promise that gampgen makes about its own output is broken: a bug, never the user's fault."""

    exit_code = 70


class OutputError(GampgenError):
    """An output cannot be written."""

    exit_code = 74


class BusyError(GampgenError):
    """Another run holds the output folder."""

    exit_code = 75


class ClaimLostError(BusyError):
    """Another process has taken the run over: what this one made is not published."""


class TransientError(GampgenError):
    """Something outside failed in a way that may pass: the workflow's retry policy tries it again."""

    exit_code = 4
