"""Everything about the use of a language model: whether, which, within what limits."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from pydantic import Field

from gampgen.domain.base import Value

Positive = Annotated[int, Field(gt=0)]
Money = Annotated[Decimal, Field(ge=0, max_digits=12, allow_inf_nan=False)]


class Provider(StrEnum):
    """Whose language the server speaks: OpenAI's (any compatible server too), or Azure OpenAI's."""

    OPENAI = "openai"
    AZURE = "azure"


class ModelPrice(Value):
    """What a model costs, per million tokens, in the currency of `currency`; from the provider's price list."""

    model: str
    input_per_million: Money
    output_per_million: Money
    currency: str = "USD"


class LlmSettings(Value):
    """The second pair of eyes. Off unless asked for; nothing leaves the machine then.

    `model` and `base_url` say which model and where (None: the provider's own address); `api_version` is Azure's.
    `required`: without the model's whole part there is no suite. `cache` is a folder of answers shared between runs.
    `timeout_seconds` is the time for one question with all its tries. `max_tokens`, `max_cost` (in the currency of the
    price table) and `max_requests` end the asking for one document when they are reached. `in_flight` and `per_minute`
    limit the requests of one run. `answer_tokens` is the most that one answer may have; `per_question` how many
    requirements or steps one question holds. `seed` is sent along where it is given, and never relied on.
    """

    enabled: bool = False
    model: str | None = None
    base_url: str | None = None
    provider: Provider = Provider.OPENAI
    api_version: str | None = None
    required: bool = False
    cache: Path | None = None
    timeout_seconds: Positive = 60
    max_tokens: Positive | None = None
    max_cost: Money | None = None
    max_requests: Positive | None = None
    in_flight: Positive = 4
    per_minute: Positive = 120
    answer_tokens: Positive = 4000
    per_question: Positive = 10
    seed: int | None = None
    prices: tuple[ModelPrice, ...] = ()

    def price(self) -> ModelPrice | None:
        """The price of the model in use, or None where the table does not name it."""
        return next((one for one in self.prices if one.model == self.model), None)


class TraceSettings(Value):
    """Where a finished run is told as an OpenTelemetry trace: a file or an OTLP endpoint (`to`; None: nowhere).

    `texts` puts prompts and answers into it; without, it holds names, times and counts only.
    """

    to: str | None = None
    texts: bool = False
