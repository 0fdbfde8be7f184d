"""Tries, back-off, Retry-After, budget, pace and cache: with a clock that the test turns and a scripted model."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from gampgen.errors import UsageError
from gampgen.llm.budget import Budget, estimated_tokens
from gampgen.llm.calling import Caller, Pace, Replayer
from gampgen.llm.exchange import digest_of, exchange_in
from gampgen.llm.port import FailureKind, ModelAnswer, ModelError, ModelRequest, ModelSettings, ModelUnavailableError
from gampgen.llm.recording import AnswerCache, Recording, recorded_in
from gampgen.settings.language_model import LlmSettings, ModelPrice

NAMED = ModelSettings(name="m", base_url="http://127.0.0.1:1/v1", timeout_seconds=60)
REQUEST = ModelRequest(system="s", user="u" * 300, answer_name="t", answer_schema="{}", max_tokens=100)
ANSWER = ModelAnswer(text='{"answers":[]}', model="m", prompt_tokens=100, completion_tokens=10)


class TurnedClock:
    """Time passes only by waiting."""

    def __init__(self) -> None:
        self.time = 0.0
        self.waits: list[float] = []

    def now(self) -> float:
        return self.time

    def wait(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.time += seconds


class Scripted:
    """Answers by a script; an exception in it is raised. The last entry is repeated."""

    def __init__(self, *script: ModelAnswer | Exception) -> None:
        self.script = list(script)
        self.asked = 0

    def ask(self, _request: ModelRequest, _seconds: float) -> ModelAnswer:
        said = self.script[min(self.asked, len(self.script) - 1)]
        self.asked += 1
        if isinstance(said, Exception):
            raise said
        return said


def busy(retry_after: float | None = None) -> ModelUnavailableError:
    return ModelUnavailableError.of(FailureKind.BUSY, "The model answered 429", hint="", retry_after=retry_after)


def caller(model: Scripted, clock: TurnedClock, jitter: Callable[[], float] = lambda: 1.0, **limits: object) -> Caller:
    settings = LlmSettings.model_validate({"enabled": True, "model": "m", **limits})
    return Caller(model, NAMED, settings, Recording(), clock, jitter)


def request(number: int) -> ModelRequest:
    return REQUEST.model_copy(update={"user": f"{number} {REQUEST.user}"})


def test_the_back_off_doubles_with_jitter_and_ends_with_the_fourth_try() -> None:
    clock, model = TurnedClock(), Scripted(busy())
    exchange = caller(model, clock, lambda: 0.5).ask(REQUEST).exchange
    assert clock.waits == [0.25, 0.5, 1.0]
    assert (model.asked, exchange.attempts) == (4, 4)
    assert exchange.failure is not None
    assert exchange.failure.kind is FailureKind.BUSY


def test_retry_after_is_obeyed_where_it_is_longer_than_the_back_off() -> None:
    clock, model = TurnedClock(), Scripted(busy(7.0), ANSWER)
    assert caller(model, clock).ask(REQUEST).exchange.answer == ANSWER
    assert clock.waits == [7.0]


def test_a_retry_after_beyond_the_deadline_ends_the_question() -> None:
    clock, model = TurnedClock(), Scripted(busy(3600.0), ANSWER)
    exchange = caller(model, clock).ask(REQUEST).exchange
    assert (exchange.answer, model.asked, clock.waits) == (None, 1, [])


def test_what_cannot_pass_is_not_tried_again() -> None:
    model = Scripted(ModelError.of(FailureKind.REFUSED, "The model refused with 401", hint=""))
    assert caller(model, TurnedClock()).ask(REQUEST).exchange.attempts == 1


def test_after_three_questions_in_vain_no_further_one_is_sent_until_a_rest() -> None:
    clock, model = TurnedClock(), Scripted(ModelError.of(FailureKind.REFUSED, "no", hint=""))
    asking = caller(model, clock)
    kinds = [asking.ask(request(number)).exchange.failure.kind for number in range(5)]
    assert kinds == [FailureKind.REFUSED] * 3 + [FailureKind.CIRCUIT_OPEN] * 2
    assert model.asked == 3
    clock.time += 31
    model.script = [ANSWER]
    assert asking.ask(request(9)).exchange.answer == ANSWER


def test_the_limit_on_requests_stops_and_is_told() -> None:
    model = Scripted(ANSWER)
    asking = caller(model, TurnedClock(), max_requests=2)
    kinds = [one.failure and one.failure.kind for one in (asking.ask(request(n)).exchange for n in range(4))]
    assert kinds == [None, None, FailureKind.BUDGET, FailureKind.BUDGET]
    assert model.asked == 2


def test_tries_count_as_requests() -> None:
    model = Scripted(busy())
    exchange = caller(model, TurnedClock(), max_requests=2).ask(REQUEST).exchange
    assert model.asked == 2
    assert exchange.failure is not None
    assert exchange.failure.kind is FailureKind.BUDGET


def test_the_limit_on_tokens_is_never_passed() -> None:
    model = Scripted(ANSWER)
    asking = caller(model, TurnedClock(), max_tokens=700)
    for number in range(20):
        asking.ask(request(number))
    assert 0 < asking.budget.spent.tokens <= 700


def test_money_is_counted_by_the_price_table_and_the_limit_kept() -> None:
    price = ModelPrice(model="m", input_per_million=Decimal(1), output_per_million=Decimal(10))
    asking = caller(Scripted(ANSWER), TurnedClock(), max_cost=Decimal("0.003"), prices=(price,))
    for number in range(20):
        asking.ask(request(number))
    spent = asking.budget.spent
    assert spent.cost == spent.requests * Decimal("0.0002")
    assert Decimal("0.0015") < spent.cost <= Decimal("0.003")
    assert "USD" in spent.in_words()


def test_a_limit_on_cost_without_a_price_is_refused_before_anything_is_sent() -> None:
    with pytest.raises(UsageError, match="price of the model"):
        Budget(LlmSettings(enabled=True, model="m", max_cost=Decimal(1)))


@pytest.mark.parametrize(("prompt", "answer"), [(None, None), (0, 10), (100, 10**9), (None, 5)])
def test_tokens_that_were_not_counted_or_impossibly_are_estimated_and_said_so(
    prompt: int | None, answer: int | None
) -> None:
    said = ANSWER.model_copy(update={"prompt_tokens": prompt, "completion_tokens": answer, "text": "x" * 300})
    asking = caller(Scripted(said), TurnedClock())
    asking.ask(REQUEST)
    spent = asking.budget.spent
    assert (spent.estimated, spent.prompt_tokens) == (1, estimated_tokens(REQUEST))
    assert "estimated" in spent.in_words()
    assert "cost unknown" in spent.in_words()


def test_no_more_requests_begin_in_a_minute_than_are_allowed() -> None:
    clock = TurnedClock()
    pace = Pace(4, 3, clock)
    begun = []
    for _ in range(7):
        pace.begin()
        begun.append(clock.time)
        pace.end()
    assert begun == [0, 0, 0, 60, 60, 60, 120]


def test_the_same_question_is_asked_once_in_a_run_and_once_in_a_cache(tmp_path: Path) -> None:
    model = Scripted(ANSWER)
    first = caller(model, TurnedClock(), cache=tmp_path / "answers")
    assert [first.ask(REQUEST).cached, first.ask(REQUEST).cached] == [False, True]
    assert caller(model, TurnedClock(), cache=tmp_path / "answers").ask(REQUEST).cached
    assert model.asked == 1


def test_a_failure_is_not_cached(tmp_path: Path) -> None:
    caller(Scripted(busy()), TurnedClock(), cache=tmp_path).ask(REQUEST)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("damage", [b"", b"{}", b"not json", None])
def test_a_damaged_cache_is_an_error_and_never_passed_over(damage: bytes | None, tmp_path: Path) -> None:
    caller(Scripted(ANSWER), TurnedClock(), cache=tmp_path).ask(REQUEST)
    path = next(tmp_path.iterdir())
    path.write_bytes(path.read_bytes().replace(b'"m"', b'"n"') if damage is None else damage)
    with pytest.raises(UsageError, match="damaged"):
        caller(Scripted(ANSWER), TurnedClock(), cache=tmp_path).ask(REQUEST)


def test_a_recorded_run_answers_again_and_asks_nothing_new() -> None:
    asking = caller(Scripted(ANSWER), TurnedClock())
    kept = asking.ask(REQUEST).exchange
    files = {f"{kept.digest}.json": kept.file_bytes()}
    replayer = Replayer(NAMED, recorded_in(files), Recording())
    assert replayer.ask(REQUEST).exchange == kept
    strange = replayer.ask(request(1)).exchange
    assert strange.failure is not None
    assert strange.failure.kind is FailureKind.NOT_RECORDED


def test_the_digest_names_everything_that_can_change_the_answer() -> None:
    digests = {
        digest_of(NAMED, REQUEST),
        digest_of(NAMED, request(1)),
        digest_of(NAMED.model_copy(update={"name": "n"}), REQUEST),
        digest_of(NAMED.model_copy(update={"seed": 1}), REQUEST),
        digest_of(NAMED.model_copy(update={"base_url": "http://127.0.0.1:2/v1"}), REQUEST),
    }
    assert len(digests) == 5
    assert digest_of(NAMED.model_copy(update={"timeout_seconds": 1}), REQUEST) in digests


def test_an_exchange_survives_its_file() -> None:
    exchange = caller(Scripted(ANSWER), TurnedClock()).ask(REQUEST).exchange
    assert exchange_in(exchange.file_bytes()) == exchange


def test_the_cache_keeps_no_half_file(tmp_path: Path) -> None:
    exchange = caller(Scripted(ANSWER), TurnedClock()).ask(REQUEST).exchange
    AnswerCache(tmp_path).keep(exchange)
    assert [path.name for path in tmp_path.iterdir()] == [f"{exchange.digest}.json"]
