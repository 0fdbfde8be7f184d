"""What every task has in common: what is asked, the form of an answer, its gates, what becomes of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from pydantic import JsonValue

from gampgen.domain.base import Value
from gampgen.domain.second_reading import Contribution
from gampgen.second_reading.gates.authority import authority_problems
from gampgen.second_reading.gates.basis import Basis
from gampgen.second_reading.gates.forbidden import forbidden_problems
from gampgen.second_reading.gates.values import value_problems
from gampgen.second_reading.material import Material


class Answer(Value):
    """The answer on one item; `about` repeats the item's."""

    about: str


AnswerT = TypeVar("AnswerT", bound=Answer)


@dataclass(frozen=True)
class Item:
    """One thing that is asked about.

    `about` names it in question and answer; `sent` is what leaves the machine of it. `bases` holds what an answer is
    held against, by the `about` of each requirement sent. `original` are the words that a rewording starts from.
    """

    about: str
    sent: Mapping[str, JsonValue]
    bases: Mapping[str, Basis]
    uid: str | None = None
    test_id: str | None = None
    step: int | None = None
    original: tuple[str, ...] = field(default=())

    @property
    def basis(self) -> Basis:
        """Of an item about one requirement: what answers are held against."""
        return next(iter(self.bases.values()))


@dataclass(frozen=True)
class Task(Generic[AnswerT]):
    """One thing that a model may be asked for.

    `name` is that of its prompt. `problems` says why an answer is refused (nothing: it is accepted), `contributions`
    what an accepted one adds; it is given the digest of the exchange. `appendix` goes behind the prompt.
    """

    name: str
    answer: type[AnswerT]
    items: Callable[[Material], tuple[Item, ...]]
    problems: Callable[[Item, AnswerT], tuple[str, ...]]
    contributions: Callable[[Item, AnswerT, str], tuple[Contribution, ...]]
    appendix: str = ""


def free_text_problems(basis: Basis, *texts: str) -> tuple[str, ...]:
    """G4, G6 and G7 on a text that the model words freely."""
    said = tuple(text for text in texts if text)
    return (
        *forbidden_problems(said, basis.texts),
        *authority_problems(said, basis.texts),
        *value_problems(said, basis.texts),
    )


def requirement_sent(basis: Basis) -> dict[str, JsonValue]:
    """What is sent of a requirement: its heading and its own words; no id but the one that names the item."""
    requirement = basis.requirement
    sent: dict[str, JsonValue] = {"section": requirement.section, "requirement": requirement.text}
    if requirement.items:
        sent["items"] = list(requirement.items)
    if requirement.acceptance_criteria:
        sent["acceptance_criteria"] = requirement.acceptance_criteria
    return sent
