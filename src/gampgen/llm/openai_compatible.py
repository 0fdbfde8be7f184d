"""OpenAI and every server that speaks its language (vLLM, Ollama, llama.cpp, LM Studio), through LlamaIndex.

`llama_index` is imported when a model is asked, never before: it costs two seconds.
Structured answers use `response_format`, never function calls: those took a cut-off answer for a whole one.
"""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

from gampgen.errors import TransientError
from gampgen.llm.port import ModelAnswer, ModelError, ModelRequest, ModelSettings

if TYPE_CHECKING:
    from llama_index.core.llms import ChatResponse
    from openai import APIError

KEY_VARIABLE = "OPENAI_API_KEY"
MAY_PASS = (408, 429)  # HTTP: request time-out, too many requests
SERVER_ERROR = 500
NO_KEY = "none"  # local servers ask for no key, and the client refuses an empty one


class OpenAICompatibleModel:
    """A `ChatModel` behind an OpenAI-compatible address; the key comes from the environment."""

    def __init__(self, settings: ModelSettings) -> None:
        self._settings = settings

    def ask(self, request: ModelRequest) -> ModelAnswer:
        """Ask once; see `ChatModel.ask`. Nothing is retried here: the workflow's policy is the one place for that."""
        from llama_index.core.llms import ChatMessage  # noqa: PLC0415 - see the module's docstring
        from llama_index.llms.openai_like import OpenAILike  # noqa: PLC0415
        from openai import APIError  # noqa: PLC0415

        model = OpenAILike(
            model=self._settings.name,
            api_base=self._settings.base_url or "https://api.openai.com/v1",
            api_key=self._key(),
            is_chat_model=True,
            max_retries=0,
            timeout=float(self._settings.timeout_seconds),
            temperature=0.0,
            max_tokens=request.max_tokens,
        )
        messages = [ChatMessage(role="system", content=request.system), ChatMessage(role="user", content=request.user)]
        try:
            response = model.chat(messages, response_format=_response_format(request))
        except APIError as error:
            raise self._failure(error) from error
        except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
            # What LlamaIndex raises on an answer of the wrong shape (no choices, no message, no JSON).
            raise self._unreadable() from error
        return self._answer(response)

    def _key(self) -> str:
        key = os.environ.get(KEY_VARIABLE, "")
        if not key and self._settings.base_url is None:
            raise ModelError(
                "There is no key for the model", hint=f"Set {KEY_VARIABLE}, or give --llm-base-url for a local server"
            )
        return key or NO_KEY

    def _failure(self, error: APIError) -> ModelError | TransientError:
        from openai import APIConnectionError, APIStatusError  # noqa: PLC0415 - see the module's docstring

        where = self._settings.base_url or "api.openai.com"
        if isinstance(error, APIConnectionError):  # its sub-class for time-outs too
            return TransientError("The model could not be reached in time", hint="Is the server running?", where=where)
        status = error.status_code if isinstance(error, APIStatusError) else None
        if status in MAY_PASS or (status or 0) >= SERVER_ERROR:
            return TransientError(f"The model answered {status}", hint="Try again later", where=where)
        told = f" with {status}" if status else ""
        return ModelError(f"The model refused{told}", hint="Check the key and the model's name", where=where)

    def _unreadable(self) -> ModelError:
        return ModelError("The model's answer cannot be read", hint="Take another model", where=self._settings.name)

    def _answer(self, response: ChatResponse) -> ModelAnswer:
        raw = response.raw
        choices = getattr(raw, "choices", None)
        if raw is None or not choices:
            raise self._unreadable()
        if choices[0].finish_reason != "stop":
            raise ModelError(
                f"The model's answer is not whole (it ended with {choices[0].finish_reason!r})",
                hint="Allow more tokens, or take another model",
                where=self._settings.name,
            )
        usage = getattr(raw, "usage", None)
        return ModelAnswer(
            text=response.message.content or "",
            model=str(getattr(raw, "model", "")),
            prompt_tokens=getattr(usage, "prompt_tokens", None),
            completion_tokens=getattr(usage, "completion_tokens", None),
        )


def _response_format(request: ModelRequest) -> dict[str, object]:
    schema = json.loads(request.answer_schema)
    return {"type": "json_schema", "json_schema": {"name": request.answer_name, "strict": True, "schema": schema}}
