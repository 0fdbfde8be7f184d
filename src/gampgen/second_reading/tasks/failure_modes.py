"""Failure modes that a tester should bear in mind; no test follows from them by themselves."""

from __future__ import annotations

from gampgen.domain.base import Value
from gampgen.domain.second_reading import Contribution, ContributionKind
from gampgen.second_reading.gates.quotes import quote_problems
from gampgen.second_reading.material import Material
from gampgen.second_reading.tasks.interface import Answer, Item, Task, free_text_problems, requirement_sent

MOST = 2
_SHORTEST = 8


class FailureMode(Value):
    """A way to fail, and the words that would be broken."""

    failure: str
    quote: str


class FailureModes(Answer):
    """At most two for one requirement."""

    failure_modes: tuple[FailureMode, ...]


def _items(material: Material) -> tuple[Item, ...]:
    return tuple(_item(material, uid) for uid in material.requirements if uid in material.tests_of)


def _item(material: Material, uid: str) -> Item:
    basis = material.basis(uid)
    return Item(about=uid, sent={"about": uid, **requirement_sent(basis)}, bases={uid: basis}, uid=uid)


def _problems(item: Item, answer: FailureModes) -> tuple[str, ...]:
    problems = [f"more than {MOST} failure modes"] if len(answer.failure_modes) > MOST else []
    if len({one.failure for one in answer.failure_modes}) < len(answer.failure_modes):
        problems.append("the same failure mode twice")
    for one in answer.failure_modes:
        if len(one.failure.strip()) < _SHORTEST:
            problems.append("a failure is empty or too short")
        problems += quote_problems(one.quote, item.basis.requirement)
        problems += free_text_problems(item.basis, one.failure)
    return tuple(dict.fromkeys(problems))


def _contributions(item: Item, answer: FailureModes, exchange: str) -> tuple[Contribution, ...]:
    return tuple(
        Contribution(
            kind=ContributionKind.FAILURE_MODE,
            requirement_uid=item.uid,
            text=" ".join(one.failure.split()),
            quote=one.quote,
            exchange=exchange,
        )
        for one in answer.failure_modes
    )


FAILURE_MODES = Task("sme_failure_modes", FailureModes, _items, _problems, _contributions)
