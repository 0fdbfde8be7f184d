"""Error guessing: situations that the rules' tests do not try. What is expected is the requirement's own words."""

from __future__ import annotations

from pydantic import JsonValue

from gampgen.domain.base import Value
from gampgen.domain.second_reading import Contribution, ContributionKind
from gampgen.second_reading.gates.quotes import quote_problems
from gampgen.second_reading.material import Material
from gampgen.second_reading.tasks.interface import Answer, Item, Task, free_text_problems, requirement_sent

MOST = 2
_SHORTEST = 8


class Situation(Value):
    """A situation to bring about, the failure looked for, and the words that must hold in it."""

    action: str
    failure: str
    quote: str


class AdditionalTests(Answer):
    """At most two situations for one requirement."""

    situations: tuple[Situation, ...]


def _items(material: Material) -> tuple[Item, ...]:
    return tuple(_item(material, uid) for uid in material.requirements if uid in material.tests_of)


def _item(material: Material, uid: str) -> Item:
    basis = material.basis(uid)
    tried: list[JsonValue] = [test.objective for test in material.tests_of[uid]]
    sent: dict[str, JsonValue] = {"about": uid, **requirement_sent(basis), "tests": tried}
    return Item(about=uid, sent=sent, bases={uid: basis}, uid=uid)


def _problems(item: Item, answer: AdditionalTests) -> tuple[str, ...]:
    problems = [f"more than {MOST} situations"] if len(answer.situations) > MOST else []
    if len({one.action for one in answer.situations}) < len(answer.situations):
        problems.append("the same situation twice")
    for one in answer.situations:
        if min(len(one.action.strip()), len(one.failure.strip())) < _SHORTEST:
            problems.append("an action or a failure is empty or too short")
        problems += quote_problems(one.quote, item.basis.requirement)
        problems += free_text_problems(item.basis, one.action, one.failure)
    return tuple(dict.fromkeys(problems))


def _contributions(item: Item, answer: AdditionalTests, exchange: str) -> tuple[Contribution, ...]:
    return tuple(
        Contribution(
            kind=ContributionKind.ADDITIONAL_TEST,
            requirement_uid=item.uid,
            text=" ".join(one.action.split()),
            note=" ".join(one.failure.split()),
            quote=one.quote,
            exchange=exchange,
        )
        for one in answer.situations
    )


ADDITIONAL_TESTS = Task("sme_additional_tests", AdditionalTests, _items, _problems, _contributions)
