"""The language model as second reader: its conversations side by side, each in a thread of its own, told in order."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from gampgen.domain.second_reading import ModelCall
from gampgen.drafting import Draft
from gampgen.errors import IncompleteError
from gampgen.llm.calling import Asker
from gampgen.llm.port import ModelSettings
from gampgen.second_reading.applying import applied
from gampgen.second_reading.asking import Asked, Conversation, Told, conversations
from gampgen.second_reading.findings import findings_of
from gampgen.second_reading.material import Material
from gampgen.second_reading.prompts import COMMON, prompt
from gampgen.second_reading.record import record_of
from gampgen.settings.language_model import LlmSettings
from gampgen.workflow.events import (
    DraftReadAgain,
    ModelAnswered,
    ModelAsked,
    RequirementsParsed,
    SuitePlanned,
    SystemCategorised,
)
from gampgen.workflow.rereading import Tell
from gampgen.workflow.threads import in_daemon_thread


class ModelReader:
    """A `SecondReader` that asks a language model.

    Args:
        asker: whom to ask, or a recorded run.
        named: the model's settings.
        settings: limits and whether the model is required.
        spent: says in words what was spent so far.
    """

    def __init__(self, asker: Asker, named: ModelSettings, settings: LlmSettings, spent: Callable[[], str]) -> None:
        self._asker, self._named, self._settings, self._spent = asker, named, settings, spent

    async def read(
        self, draft: Draft, parsed: RequirementsParsed, found: SystemCategorised, plan: SuitePlanned, tell: Tell
    ) -> DraftReadAgain:
        """See `SecondReader.read`."""
        findings = (*parsed.findings, *found.findings, *plan.findings)
        material = Material(plan.planned, draft.tests, findings, found.categorisation)
        told = await self._hold(conversations(material, self._settings.per_question), tell)
        reading = record_of(told, self._named)
        if self._settings.required and not reading.whole:
            raise IncompleteError(
                f"The language model was required, and {len(reading.unanswered)} of its questions got no answer, "
                f"{len(reading.dropped)} answers were dropped",
                hint="Run again when it answers, or without --llm-required to get the rules' result",
                where=self._named.name,
            )
        return DraftReadAgain(
            draft=applied(draft, material, reading.contributions),
            rules=draft,
            findings=findings_of(reading, material),
            reading=reading,
        )

    async def _hold(self, talks: tuple[Conversation, ...], tell: Tell) -> list[Told]:
        """All conversations, at most so many at a time; the results in their order, whichever ended first."""
        slots, done = asyncio.Semaphore(self._settings.in_flight), 0

        async def one(number: int, talk: Conversation) -> Told:
            nonlocal done
            async with slots:
                tell(ModelAsked(number=number, of=len(talks), task=talk.task.name))
                told = await in_daemon_thread(lambda: talk.hold(self._asker, self._settings.answer_tokens))
                done += 1
                calls = tuple(_call(asked) for asked in told.asked)
                tell(ModelAnswered(done=done, of=len(talks), calls=calls, spent=self._spent()))
                return told

        return await asyncio.gather(*(one(number, talk) for number, talk in enumerate(talks, start=1)))


def _call(asked: Asked) -> ModelCall:
    exchange = asked.call.exchange
    answer, failure = exchange.answer, exchange.failure
    reasons = dict.fromkeys(reason.partition(": ")[0] for _, problems in asked.refused for reason in problems)
    return ModelCall(
        task=asked.task,
        again=asked.again,
        items=asked.accepted + len(asked.refused),
        accepted=asked.accepted,
        refused=len(asked.refused),
        reasons=tuple(reasons),
        exchange=exchange.digest,
        prompts=(prompt(COMMON).record(), prompt(asked.task).record()),
        answer_sha256=exchange.answer_sha256,
        answered_by=answer.model if answer else "",
        fingerprint=answer.fingerprint if answer else "",
        parameters=answer.parameters if answer else "",
        sent_bytes=answer.sent_bytes if answer else 0,
        prompt_tokens=answer.prompt_tokens if answer else None,
        completion_tokens=answer.completion_tokens if answer else None,
        attempts=exchange.attempts,
        duration_ms=exchange.duration_ms,
        cached=asked.call.cached,
        failure=f"{failure.kind}: {failure.message}" if failure else "",
    )
