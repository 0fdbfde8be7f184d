"""What gampgen asks of a model, whichever it is. The rest of the house knows only this page.

A model's answer is text from outside: whoever asks checks it against the source before anything is made of it.
"""

from __future__ import annotations

from typing import Protocol

from gampgen.domain.base import Value
from gampgen.errors import GampgenError


class ModelError(GampgenError):
    """A model could not be reached, refused, or answered with something that cannot be used."""

    exit_code = 4


class ModelSettings(Value):
    """Which model, where. `base_url` None is the provider's own. The key is never part of the settings."""

    name: str
    base_url: str | None = None
    timeout_seconds: int = 60


class ModelRequest(Value):
    """One question. `answer_schema` is the JSON Schema (as JSON text) that the answer must obey."""

    system: str
    user: str
    answer_name: str
    answer_schema: str
    max_tokens: int


class ModelAnswer(Value):
    """One complete answer: `text` is JSON. Tokens are None where the server did not count them.

    `model` is the name that the server gave, which may differ from the one that was asked for.
    """

    text: str
    model: str
    prompt_tokens: int | None
    completion_tokens: int | None


class ChatModel(Protocol):
    """A model that answers one question with JSON."""

    def ask(self, request: ModelRequest) -> ModelAnswer:
        """Ask once.

        Raises:
            TransientError: a failure that may pass (time-out, connection, 429, 5xx).
            ModelError: any other failure, or an answer that was cut off or refused.
        """
        ...
