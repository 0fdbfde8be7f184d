"""A dry run: everything up to the question, the exact bytes that would be sent, and what they would cost at most."""

from __future__ import annotations

import hashlib
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock

from gampgen import readers
from gampgen.audit.journal import Journal
from gampgen.domain.base import LargeValue
from gampgen.llm.budget import estimated_tokens, most_cost
from gampgen.llm.calling import Call
from gampgen.llm.exchange import Exchange, ModelFailure, digest_of
from gampgen.llm.keys import plain_address
from gampgen.llm.openai_compatible import OpenAICompatibleModel
from gampgen.llm.port import FailureKind, ModelRequest, ModelSettings
from gampgen.llm.recording import AnswerCache
from gampgen.pipeline.context import read_context
from gampgen.pipeline.following import Decide, followed
from gampgen.pipeline.second_reading import named_model
from gampgen.settings.language_model import LlmSettings
from gampgen.settings.resolving import Resolved
from gampgen.workflow.events import DocumentRead
from gampgen.workflow.model_reader import ModelReader


class UnsentRequest(LargeValue):
    """A request that would be sent: its task, address, exact body as text, and at most how many tokens it takes."""

    task: str
    url: str
    body: str
    sha256: str
    prompt_tokens: int
    answer_tokens: int


class Rehearsal(LargeValue):
    """All requests of the first round, in order; `cached` questions are answered by the cache and not sent.

    `cost` is the most that they can cost, in `currency`; None where the model's price is not known. What is asked
    again depends on the answers: at most one further request for each.
    """

    requests: tuple[UnsentRequest, ...]
    cached: int
    cost: Decimal | None
    currency: str

    @property
    def tokens(self) -> int:
        """The most tokens that the requests and their answers take."""
        return sum(one.prompt_tokens + one.answer_tokens for one in self.requests)


class _Unsending:
    """An `Asker` that keeps each question and sends none."""

    def __init__(self, named: ModelSettings, settings: LlmSettings) -> None:
        self._named = named
        self._model = OpenAICompatibleModel(named)
        self._cache = AnswerCache(settings.cache) if settings.cache else None
        self._lock = Lock()
        self.unsent: dict[str, UnsentRequest] = {}
        self.cached = 0

    def ask(self, request: ModelRequest) -> Call:
        """See `Asker.ask`."""
        digest = digest_of(self._named, request)
        held = self._cache.get(digest) if self._cache else None
        if held is not None:
            self.cached += 1
            return Call(exchange=held, cached=True)
        url, body = self._model.body(request)
        with self._lock:
            self.unsent[digest] = UnsentRequest(
                task=request.answer_name, url=url, body=body.decode("utf-8"), sha256=hashlib.sha256(body).hexdigest(),
                prompt_tokens=estimated_tokens(request), answer_tokens=request.max_tokens,
            )  # fmt: skip
        failure = ModelFailure(kind=FailureKind.NOT_SENT, message="Nothing was sent: this is a dry run")
        exchange = Exchange(
            digest=digest, model=self._named.name, address=plain_address(self._named.base_url), request=request,
            answer=None, failure=failure, attempts=0, duration_ms=0,
        )  # fmt: skip
        return Call(exchange=exchange, cached=False)


def rehearse(source: Path, resolved: Resolved, decide: Decide) -> Rehearsal:
    """What `generate` would send. Nothing is sent, and nothing written.

    Args:
        source: the requirement document.
        resolved: the settings of the run.
        decide: is asked where the category is in doubt.

    Raises:
        GampgenError: as `generate` raises.
    """
    settings = resolved.settings
    named = named_model(settings.llm)
    unsending = _Unsending(named, settings.llm)
    one_at_a_time = settings.llm.model_copy(update={"in_flight": 1, "required": False})
    reader = ModelReader(unsending, named, one_at_a_time, lambda: "nothing sent")
    read = DocumentRead(
        document=readers.read(source, settings.read), **dict(read_context(settings.context, settings.read))
    )
    with TemporaryDirectory() as folder, Journal(Path(folder) / "journal") as journal:
        followed(read, settings, journal, lambda _event: None, decide, reader)
    requests = tuple(unsending.unsent.values())
    price = settings.llm.price()
    costs = (most_cost(price, one.prompt_tokens, one.answer_tokens) for one in requests)
    return Rehearsal(
        requests=requests,
        cached=unsending.cached,
        cost=None if price is None else sum(costs, Decimal(0)),
        currency=price.currency if price else "",
    )
