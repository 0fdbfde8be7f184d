"""One conversation: ask about some items, gate the answer, ask once more about what was refused, with the reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from gampgen.domain.second_reading import Contribution, Dropped, Unanswered
from gampgen.llm.calling import Asker, Call
from gampgen.llm.port import ModelAnswer
from gampgen.second_reading.gates.ids import read_entries
from gampgen.second_reading.material import Material
from gampgen.second_reading.questions import question
from gampgen.second_reading.tasks import TASKS, Item, Task

WHOLE = "stop"


@dataclass(frozen=True, slots=True)
class Asked:
    """One question with what the gates made of its answer: how many items were accepted, and why others were not."""

    task: str
    again: bool
    call: Call
    accepted: int
    refused: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What a conversation gave."""

    asked: tuple[Asked, ...]
    contributions: tuple[Contribution, ...]
    dropped: tuple[Dropped, ...]
    unanswered: tuple[Unanswered, ...]


@dataclass(frozen=True, slots=True)
class Conversation:
    """A task and the items to ask about in one question."""

    task: Task[Any]
    items: tuple[Item, ...]

    def hold(self, asker: Asker, answer_tokens: int) -> Told:
        """Ask, and ask once more about what was refused. Raises what the asker raises (a damaged cache)."""
        first = asker.ask(question(self.task, self.items, answer_tokens))
        heard = _heard(self.task, self.items, first, again=False)
        refused = dict(heard.asked.refused)
        if first.exchange.answer is None or not refused:
            return _told(self.task, (heard,))
        rest = tuple(item for item in self.items if item.about in refused)
        second = asker.ask(question(self.task, rest, answer_tokens, refused))
        return _told(self.task, (heard, _heard(self.task, rest, second, again=True)))


@dataclass(frozen=True, slots=True)
class _Heard:
    asked: Asked
    contributions: tuple[Contribution, ...]
    items: tuple[Item, ...]


def conversations(material: Material, per_question: int) -> tuple[Conversation, ...]:
    """All that is to be asked, in the order in which it counts."""
    made: list[Conversation] = []
    for task in TASKS:
        items = task.items(material)
        made += [
            Conversation(task, items[start : start + per_question]) for start in range(0, len(items), per_question)
        ]
    return tuple(made)


def _heard(task: Task[Any], items: Sequence[Item], call: Call, *, again: bool) -> _Heard:
    answer = call.exchange.answer
    if answer is None:
        return _Heard(Asked(task.name, again, call, 0, ()), (), tuple(items))
    refused: dict[str, tuple[str, ...]] = {}
    contributions: list[Contribution] = []
    unusable = _unusable(answer)
    read = read_entries(answer.text, [item.about for item in items], task.answer)
    for item in items:
        problems = unusable or read.problems.get(item.about) or task.problems(item, read.entries[item.about])
        if problems:
            refused[item.about] = problems
        else:
            contributions += task.contributions(item, read.entries[item.about], call.exchange.digest)
    asked = Asked(task.name, again, call, len(items) - len(refused), tuple(refused.items()))
    return _Heard(asked, tuple(contributions), tuple(items))


def _unusable(answer: ModelAnswer) -> tuple[str, ...]:
    """Why an answer is not even read."""
    if answer.refused:
        return ("the model declined to answer",)
    if answer.finish_reason != WHOLE:
        return ("the answer is cut off",)
    return ()


def _told(task: Task[Any], heard: tuple[_Heard, ...]) -> Told:
    last = heard[-1]
    failure = last.asked.call.exchange.failure
    digest = last.asked.call.exchange.digest
    unanswered: tuple[Unanswered, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    if failure is not None:
        about = tuple(item.about for item in last.items)
        unanswered = (
            Unanswered(task=task.name, about=about, kind=failure.kind, message=failure.message, exchange=digest),
        )
    else:
        dropped = tuple(
            Dropped(task=task.name, about=about, reasons=tuple(map(_without_details, reasons)), exchange=digest)
            for about, reasons in last.asked.refused
        )
    return Told(
        asked=tuple(one.asked for one in heard),
        contributions=tuple(piece for one in heard for piece in one.contributions),
        dropped=dropped,
        unanswered=unanswered,
    )


def _without_details(reason: str) -> str:
    """A reason without the words of the answer: a refused answer appears in no output."""
    return reason.partition(": ")[0]
