"""One question with what came of it, named by the digest of what was asked of whom: what is recorded and replayed."""

from __future__ import annotations

import hashlib
import json

from gampgen.domain.base import LargeValue, Value
from gampgen.llm.keys import plain_address
from gampgen.llm.port import FailureKind, ModelAnswer, ModelRequest, ModelSettings

SCHEMA_VERSION = "1.0"


class ModelFailure(Value):
    """Why there is no answer: the kind, and a sentence of gampgen's own (never the server's words)."""

    kind: FailureKind
    message: str


class Exchange(LargeValue):
    """One question, its answer or the failure, how often it was tried and how long it took.

    `digest` (hexadecimal) is over model, address, seed and question; the same question of the same model has the same.
    `model` and `address` are those that were asked.
    """

    schema_version: str = SCHEMA_VERSION
    digest: str
    model: str
    address: str
    request: ModelRequest
    answer: ModelAnswer | None
    failure: ModelFailure | None
    attempts: int
    duration_ms: int

    @property
    def answer_sha256(self) -> str:
        """Digest (hexadecimal) of the answer's text, or "" where there is none."""
        return hashlib.sha256(self.answer.text.encode()).hexdigest() if self.answer else ""

    def file_bytes(self) -> bytes:
        """The exchange as a file holds it, with the digest of the rest, which shows accident and not forgery."""
        held = self.model_dump(mode="json")
        held["content_sha256"] = hashlib.sha256(_text(held).encode()).hexdigest()
        return (_text(held) + "\n").encode()


def exchange_in(content: bytes) -> Exchange | None:
    """The exchange in a file's bytes, or None where they are not, to the byte, what `file_bytes` gave."""
    try:
        held = json.loads(content)
        if not isinstance(held, dict) or not held.pop("content_sha256", None):
            return None
        exchange = Exchange.model_validate_json(json.dumps(held))
    except ValueError:  # no JSON, or no exchange: Pydantic's errors are ValueErrors
        return None
    return exchange if exchange.file_bytes() == content else None


def _text(held: dict[str, object]) -> str:
    return json.dumps(held, indent=1, sort_keys=True, ensure_ascii=False)


def digest_of(settings: ModelSettings, request: ModelRequest) -> str:
    """The digest (hexadecimal) that names a question: everything that can change its answer."""
    asked = {
        "provider": settings.provider.value,
        "address": plain_address(settings.base_url),
        "api_version": settings.api_version,
        "model": settings.name,
        "seed": settings.seed,
        "request": request.model_dump(mode="json"),
    }
    return hashlib.sha256(json.dumps(asked, sort_keys=True, ensure_ascii=True).encode()).hexdigest()
