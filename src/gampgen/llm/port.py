"""What gampgen asks of a model, whichever it is. The rest of the house knows only this page.

A model's answer is text from outside: whoever asks checks it against the source before anything is made of it.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol

from gampgen.domain.base import LargeValue, Value
from gampgen.errors import GampgenError, TransientError
from gampgen.settings.language_model import Provider


class FailureKind(StrEnum):
    """Why a question got no answer."""

    NO_KEY = "no_key"
    UNREACHABLE = "unreachable"
    TIMED_OUT = "timed_out"
    BUSY = "busy"
    SERVER_ERROR = "server_error"
    REFUSED = "refused"
    REDIRECTED = "redirected"
    TOO_LARGE = "too_large"
    UNREADABLE = "unreadable"
    BUDGET = "budget"
    CIRCUIT_OPEN = "circuit_open"
    NOT_RECORDED = "not_recorded"
    NOT_SENT = "not_sent"


class ModelError(GampgenError):
    """A model refused, or answered with something that cannot be used: asking again would not help."""

    exit_code = 4
    kind = FailureKind.UNREADABLE

    @classmethod
    def of(cls, kind: FailureKind, title: str, *, hint: str, where: str | None = None) -> ModelError:
        """The failure with its kind."""
        error = cls(title, hint=hint, where=where)
        error.kind = kind
        return error


class ModelUnavailableError(TransientError):
    """A model could not be reached, or not now. `retry_after` is how many seconds the server asked to wait, or None."""

    kind = FailureKind.UNREACHABLE
    retry_after: float | None = None

    @classmethod
    def of(
        cls, kind: FailureKind, title: str, *, hint: str, where: str | None = None, retry_after: float | None = None
    ) -> ModelUnavailableError:
        """The failure with its kind and what the server said of when to come back."""
        error = cls(title, hint=hint, where=where)
        error.kind, error.retry_after = kind, retry_after
        return error


class ModelSettings(Value):
    """Which model, where. `base_url` None is the provider's own. The key is never part of the settings.

    `timeout_seconds` is the time for one question with all its tries. `api_version` is Azure's.
    """

    name: str
    base_url: str | None = None
    timeout_seconds: int = 60
    provider: Provider = Provider.OPENAI
    api_version: str | None = None
    seed: int | None = None


class ModelRequest(LargeValue):
    """One question. `answer_schema` is the JSON Schema (as JSON text) that the answer must obey."""

    system: str
    user: str
    answer_name: str
    answer_schema: str
    max_tokens: int


class ModelAnswer(LargeValue):
    """One answer: `text` is JSON, as the model gave it. Tokens are None where the server did not count them.

    `model` is the name that the server gave, which may differ from the one that was asked for; `fingerprint` is the
    server's own name for its state, or "". `finish_reason` is "stop" for a whole answer; `refused` says that the model
    declined. `parameters` is what was really sent beside the messages and the schema, as JSON text; `sent_sha256` the
    digest (hexadecimal) of the whole body that was sent, `sent_bytes` its size.
    """

    text: str
    model: str
    prompt_tokens: int | None
    completion_tokens: int | None
    fingerprint: str = ""
    finish_reason: str = "stop"
    refused: bool = False
    parameters: str = ""
    sent_sha256: str = ""
    sent_bytes: int = 0


class ChatModel(Protocol):
    """A model that answers one question with JSON."""

    def ask(self, request: ModelRequest, seconds: float) -> ModelAnswer:
        """Ask once, and wait no longer than `seconds`.

        Raises:
            ModelUnavailableError: a failure that may pass (time-out, connection, 429, 5xx).
            ModelError: any other failure.
        """
        ...
