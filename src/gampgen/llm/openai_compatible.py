"""OpenAI, Azure OpenAI and every server that speaks their language (vLLM, Ollama, llama.cpp, LM Studio).

They are asked through LlamaIndex, which is imported when a model is asked, never before: it costs two seconds.
Structured answers use `response_format`, never function calls: those took a cut-off answer for a whole one. Neither
LlamaIndex nor the SDK below it tries again by itself: nested they made twelve requests out of one.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib
import json
from typing import TYPE_CHECKING

from gampgen.llm.keys import NO_KEY, hidden, key_for, plain_address
from gampgen.llm.port import (
    FailureKind,
    ModelAnswer,
    ModelError,
    ModelRequest,
    ModelSettings,
    ModelUnavailableError,
)
from gampgen.settings.language_model import Provider

if TYPE_CHECKING:
    import httpx
    from llama_index.core.llms import ChatResponse
    from llama_index.llms.openai_like import OpenAILike
    from openai import APIError

    from gampgen.llm.wire import Wire

MAY_PASS = (408, 409, 429)  # HTTP: request time-out, conflict, too many requests
BUSY = 429
SERVER_ERROR, REDIRECTION, CLIENT_ERROR = 500, 300, 400
_USED_AT_FIRST = (
    "httpcore",
    "llama_index.core.llms",
    "llama_index.llms.openai_like",
    "openai",
    "openai.resources.admin",
    "openai.resources.chat.completions",
)
AZURE_VERSION = "2024-10-21"  # the first generally available version with structured answers
_BODY_NOT_PARAMETERS = ("messages", "response_format")


class OpenAICompatibleModel:
    """A `ChatModel` behind an OpenAI-compatible address; the key comes from the environment or the keyring."""

    def __init__(self, settings: ModelSettings) -> None:
        _load()
        self._settings = settings
        self._where = plain_address(settings.base_url)

    def ask(self, request: ModelRequest, seconds: float) -> ModelAnswer:
        """Ask once; see `ChatModel.ask`. Nothing is tried again here: `calling` is the one place for that."""
        import httpx  # noqa: PLC0415 - see the module's docstring
        from openai import APIError  # noqa: PLC0415

        from gampgen.llm.wire import Wire  # noqa: PLC0415

        key = key_for(self._settings)
        wire = Wire(seconds)
        with httpx.Client(transport=wire, timeout=seconds, follow_redirects=False) as http:
            try:
                response = self._chat(request, key, http, seconds)
            except APIError as error:
                # Without the chain: the server's words, which a traceback would show, may hold the key.
                raise self._failure(error, wire) from None
            except (AttributeError, IndexError, KeyError, TypeError, ValueError, RecursionError):
                # What LlamaIndex and the SDK raise on an answer of the wrong shape (no choices, no message, no JSON).
                raise self._unreadable() from None
            return self._answer(response, wire, key)

    def body(self, request: ModelRequest) -> tuple[str, bytes]:
        """The address and the exact bytes that `ask` would send; nothing is sent, and no key is needed."""
        import httpx  # noqa: PLC0415 - see the module's docstring
        from openai import APIConnectionError  # noqa: PLC0415

        from gampgen.llm.wire import Wire  # noqa: PLC0415

        wire = Wire(1.0, dry=True)
        with httpx.Client(transport=wire) as http, contextlib.suppress(APIConnectionError):
            self._chat(request, NO_KEY, http, 1.0)
        return wire.url, wire.sent

    def _chat(self, request: ModelRequest, key: str, http: httpx.Client, seconds: float) -> ChatResponse:
        from llama_index.core.llms import ChatMessage  # noqa: PLC0415 - see the module's docstring

        model = self._client(request, key, http, seconds)
        messages = [ChatMessage(role="system", content=request.system), ChatMessage(role="user", content=request.user)]
        response: ChatResponse = model.chat(messages, response_format=response_format(request))
        return response

    def _client(self, request: ModelRequest, key: str, http: httpx.Client, seconds: float) -> OpenAILike:
        from llama_index.llms.openai_like import OpenAILike  # noqa: PLC0415 - see the module's docstring
        from openai import AzureOpenAI  # noqa: PLC0415

        settings = self._settings
        azure = None
        if settings.provider is Provider.AZURE:
            azure = AzureOpenAI(
                azure_endpoint=self._where,
                azure_deployment=settings.name,
                api_version=settings.api_version or AZURE_VERSION,
                api_key=key,
                max_retries=0,
                timeout=seconds,
                http_client=http,
            )
        return OpenAILike(
            model=settings.name,
            api_base=self._where,
            api_key=key,
            is_chat_model=True,
            max_retries=0,
            timeout=seconds,
            temperature=0.0,
            max_tokens=request.max_tokens,
            additional_kwargs={} if settings.seed is None else {"seed": settings.seed},
            http_client=http,
            openai_client=azure,
        )

    def _failure(self, error: APIError, wire: Wire) -> ModelError | ModelUnavailableError:
        from openai import APIConnectionError, APIStatusError, APITimeoutError  # noqa: PLC0415 - see the docstring

        where = self._where
        if wire.too_large:
            return ModelError.of(
                FailureKind.TOO_LARGE, "The model's answer is too large", hint="Take another server", where=where
            )
        if isinstance(error, APITimeoutError):
            return ModelUnavailableError.of(
                FailureKind.TIMED_OUT, "The model gave no answer in time", hint="Allow more --llm-timeout", where=where
            )
        if isinstance(error, APIConnectionError):
            return ModelUnavailableError.of(
                FailureKind.UNREACHABLE, "The model could not be reached", hint="Is the server running?", where=where
            )
        if not isinstance(error, APIStatusError):
            return self._unreadable()
        return _status_failure(error.status_code, error.response.headers.get("retry-after"), where)

    def _unreadable(self) -> ModelError:
        return ModelError.of(
            FailureKind.UNREADABLE,
            "The server's answer cannot be read",
            hint="Is it an OpenAI-compatible server?",
            where=self._where,
        )

    def _answer(self, response: ChatResponse, wire: Wire, key: str) -> ModelAnswer:
        raw = response.raw
        choices = getattr(raw, "choices", None)
        if raw is None or not choices:
            raise self._unreadable()
        usage = getattr(raw, "usage", None)
        told = getattr(choices[0], "message", None)
        parameters = {name: value for name, value in json.loads(wire.sent).items() if name not in _BODY_NOT_PARAMETERS}
        return ModelAnswer(
            text=hidden(_text(getattr(told, "content", None)), key),
            model=hidden(_text(getattr(raw, "model", None)), key),
            prompt_tokens=_count(getattr(usage, "prompt_tokens", None)),
            completion_tokens=_count(getattr(usage, "completion_tokens", None)),
            fingerprint=hidden(_text(getattr(raw, "system_fingerprint", None)), key),
            finish_reason=hidden(_text(choices[0].finish_reason), key),
            refused=bool(getattr(told, "refusal", None)),
            parameters=hidden(json.dumps(parameters, sort_keys=True, ensure_ascii=False), key),
            sent_sha256=hashlib.sha256(wire.sent).hexdigest(),
            sent_bytes=len(wire.sent),
        )


def _load() -> None:
    """Import what asking needs, so that the seconds that this takes are none of a question's."""
    for name in _USED_AT_FIRST:
        importlib.import_module(name)


def _status_failure(status: int, retry_after: str | None, where: str) -> ModelError | ModelUnavailableError:
    if status in MAY_PASS or status >= SERVER_ERROR:
        kind = FailureKind.BUSY if status == BUSY else FailureKind.SERVER_ERROR
        return ModelUnavailableError.of(
            kind,
            f"The model answered {status}",
            hint="Try again later",
            where=where,
            retry_after=_seconds(retry_after),
        )
    if REDIRECTION <= status < CLIENT_ERROR:
        return ModelError.of(
            FailureKind.REDIRECTED,
            f"The server sent gampgen elsewhere ({status}), which it does not follow",
            hint="Give the address of the server itself with --llm-base-url",
            where=where,
        )
    return ModelError.of(
        FailureKind.REFUSED,
        f"The model refused with {status}",
        hint="Check the key, the model's name, and whether the question fits its context",
        where=where,
    )


def response_format(request: ModelRequest) -> dict[str, object]:
    """The part of the body that asks for an answer by the schema, and nothing else."""
    schema = json.loads(request.answer_schema)
    return {"type": "json_schema", "json_schema": {"name": request.answer_name, "strict": True, "schema": schema}}


def _text(value: object) -> str:
    """A text that the server gave, or "" where it gave none or something else; a lone surrogate becomes a mark."""
    return value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else ""


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None


def _seconds(retry_after: str | None) -> float | None:
    """Retry-After in seconds; a date in it is not obeyed, since the server's clock is not ours."""
    text = (retry_after or "").strip()
    return float(text) if text.replace(".", "", 1).isdecimal() else None
