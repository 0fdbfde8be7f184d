"""What a run may spend on a model: requests, tokens, money. The next request that could pass a limit is not sent."""

from __future__ import annotations

from decimal import Decimal
from threading import Lock

from gampgen.domain.base import Value
from gampgen.errors import GampgenError, UsageError
from gampgen.llm.port import ModelAnswer, ModelRequest
from gampgen.settings.language_model import LlmSettings, ModelPrice

_BYTES_PER_TOKEN = 3  # on the safe side: English has about four
_MILLION = Decimal(1_000_000)
_FEWEST_BYTES_PER_TOKEN = 1  # no tokeniser makes more tokens than bytes …
_MOST_BYTES_PER_TOKEN = 40  # … and none of English fewer than this
_OVERHEAD = 600  # tokens that the server's own frame around schema and messages may add


class BudgetSpentError(GampgenError):
    """The next request could pass a limit of the run."""

    exit_code = 4


class Spent(Value):
    """What was spent so far. `cost` is None where the model's price is not known; `estimated` counts the answers whose
    tokens the server did not count, or counted impossibly: gampgen's own estimate stands for them.
    """  # noqa: D205 - one sentence

    requests: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    estimated: int = 0
    cost: Decimal | None = None
    currency: str = ""

    @property
    def tokens(self) -> int:
        """Prompt and completion together."""
        return self.prompt_tokens + self.completion_tokens

    def in_words(self) -> str:
        """For people: "12 requests, 34,000 tokens, 0.1200 USD"."""
        cost = "cost unknown" if self.cost is None else f"{self.cost:.4f} {self.currency}"
        about = f" ({self.estimated} answers estimated)" if self.estimated else ""
        return f"{self.requests} requests, {self.tokens:,} tokens{about}, {cost}"


class Budget:
    """The limits of one run, kept by reserving the most that a request can use before it is sent.

    Args:
        settings: the limits and the price table.

    Raises:
        UsageError: a limit on cost is set, and the model's price is not known.
    """

    def __init__(self, settings: LlmSettings) -> None:
        self._settings = settings
        self._price = settings.price()
        if settings.max_cost is not None and self._price is None:
            raise UsageError(
                f"--max-cost cannot be kept: the price of the model {settings.model!r} is not known",
                hint="Name it under llm.prices in gampgen.yaml, or limit --max-tokens instead",
                where="llm.max_cost",
            )
        self._lock = Lock()
        self._reserved_tokens = 0
        self._reserved_cost = Decimal(0)
        self._spent = Spent(
            cost=None if self._price is None else Decimal(0), currency=self._price.currency if self._price else ""
        )

    @property
    def spent(self) -> Spent:
        """What was spent so far."""
        with self._lock:
            return self._spent

    def reserve(self, request: ModelRequest) -> int:
        """Set aside what a request can use at most, and return it in tokens.

        Raises:
            BudgetSpentError: it could pass a limit; nothing was set aside.
        """
        prompt, most = estimated_tokens(request), request.max_tokens
        cost = most_cost(self._price, prompt, most)
        with self._lock:
            limits = self._settings
            spent = self._spent
            if limits.max_requests is not None and spent.requests + 1 > limits.max_requests:
                raise _over(f"{limits.max_requests} requests")
            if (
                limits.max_tokens is not None
                and spent.tokens + self._reserved_tokens + prompt + most > limits.max_tokens
            ):
                raise _over(f"{limits.max_tokens:,} tokens")
            if limits.max_cost is not None and (spent.cost or 0) + self._reserved_cost + cost > limits.max_cost:
                raise _over(f"{limits.max_cost} {spent.currency}")
            self._reserved_tokens += prompt + most
            self._reserved_cost += cost
            self._spent = spent.model_copy(update={"requests": spent.requests + 1})
        return prompt + most

    def settle(self, request: ModelRequest, answer: ModelAnswer | None) -> None:
        """Book what a reserved request used; None where no answer came, which costs its prompt to be safe."""
        prompt, most = estimated_tokens(request), request.max_tokens
        used_prompt, used_answer, estimated = _used(request, answer)
        with self._lock:
            self._reserved_tokens -= prompt + most
            self._reserved_cost -= most_cost(self._price, prompt, most)
            spent = self._spent
            added = most_cost(self._price, used_prompt, used_answer)
            self._spent = spent.model_copy(
                update={
                    "prompt_tokens": spent.prompt_tokens + used_prompt,
                    "completion_tokens": spent.completion_tokens + used_answer,
                    "estimated": spent.estimated + estimated,
                    "cost": None if spent.cost is None else spent.cost + added,
                }
            )


def estimated_tokens(request: ModelRequest) -> int:
    """How many tokens a question has at most, estimated from its bytes."""
    size = sum(len(text.encode()) for text in (request.system, request.user, request.answer_schema))
    return size // _BYTES_PER_TOKEN + 1


def _used(request: ModelRequest, answer: ModelAnswer | None) -> tuple[int, int, int]:
    """Prompt and answer tokens of an exchange, and whether (0 or 1) gampgen had to estimate them."""
    prompt = estimated_tokens(request)
    if answer is None:
        return prompt, 0, 1
    asked = prompt * _BYTES_PER_TOKEN
    sound_prompt = _plausible(answer.prompt_tokens, asked)
    sound_answer = _plausible(answer.completion_tokens, len(answer.text.encode()))
    if sound_prompt is not None and sound_answer is not None:
        return sound_prompt, sound_answer, 0
    return prompt, len(answer.text.encode()) // _BYTES_PER_TOKEN + 1, 1


def _plausible(counted: int | None, size: int) -> int | None:
    """A count that the server gave, or None where that many bytes cannot have so many, or so few, tokens.

    A model that thinks before it answers is counted more than its text: up to the frame's overhead and four times.
    """
    if counted is None:
        return None
    most = 4 * size // _FEWEST_BYTES_PER_TOKEN + 10 * _OVERHEAD
    return counted if size // _MOST_BYTES_PER_TOKEN <= counted <= most else None


def most_cost(price: ModelPrice | None, prompt: int, answer: int) -> Decimal:
    """What so many tokens cost by the price table, in its currency; 0 where the price is not known."""
    if price is None:
        return Decimal(0)
    return (prompt * price.input_per_million + answer * price.output_per_million) / _MILLION


def _over(limit: str) -> BudgetSpentError:
    return BudgetSpentError(f"The limit of {limit} is reached", hint="Raise the limit, or use a cache with --llm-cache")
