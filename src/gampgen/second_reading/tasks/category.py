"""A second opinion on the GAMP category: told beside the rules' proposal, which it never changes."""

from __future__ import annotations

from typing import Literal

from pydantic import JsonValue

from gampgen.domain.base import Value
from gampgen.domain.second_reading import Contribution, ContributionKind
from gampgen.second_reading.gates.authority import authority_problems
from gampgen.second_reading.gates.forbidden import forbidden_problems
from gampgen.second_reading.gates.quotes import quote_problems
from gampgen.second_reading.gates.values import value_problems
from gampgen.second_reading.material import Material
from gampgen.second_reading.tasks.interface import Answer, Item, Task, requirement_sent

ABOUT = "the system"
MOST_SENT = 20
MOST_EVIDENCE = 4
_MAY_NAME = "category 1 category 3 category 4 category 5"


class OpinionEvidence(Value):
    """Words of a requirement that speak for the category."""

    requirement: str
    quote: str


class SecondOpinion(Answer):
    """A category with its reason."""

    category: Literal[1, 3, 4, 5]
    reason: str
    evidence: tuple[OpinionEvidence, ...]


def _items(material: Material) -> tuple[Item, ...]:
    found = material.categorisation
    spoken = dict.fromkeys(one.requirement_uid for one in found.evidence if one.requirement_uid)
    uids = [uid for uid in (*spoken, *material.requirements) if uid in material.requirements]
    chosen = list(dict.fromkeys(uids))[:MOST_SENT]
    bases = {uid: material.basis(uid) for uid in chosen}
    requirements: list[JsonValue] = [{"about": uid, **requirement_sent(basis)} for uid, basis in bases.items()]
    proposed = None if found.proposed is None else found.proposed.value
    sent: dict[str, JsonValue] = {"about": ABOUT, "rules_propose": proposed, "requirements": requirements}
    return (Item(about=ABOUT, sent=sent, bases=bases),) if bases else ()


def _problems(item: Item, answer: SecondOpinion) -> tuple[str, ...]:
    problems = [] if 1 <= len(answer.evidence) <= MOST_EVIDENCE else ["not one to four pieces of evidence"]
    for one in answer.evidence:
        basis = item.bases.get(one.requirement)
        if basis is None:
            problems.append("evidence names a requirement that was not sent")
        else:
            problems += quote_problems(one.quote, basis.requirement)
    sources = [text for basis in item.bases.values() for text in basis.texts]
    problems += forbidden_problems((answer.reason,))
    problems += authority_problems((answer.reason,), (*sources, _MAY_NAME))
    problems += value_problems((answer.reason,), (*sources, _MAY_NAME))
    return tuple(dict.fromkeys(problems))


def _contributions(item: Item, answer: SecondOpinion, exchange: str) -> tuple[Contribution, ...]:
    del item
    first = answer.evidence[0]
    return (
        Contribution(
            kind=ContributionKind.SECOND_OPINION,
            requirement_uid=first.requirement,
            text=" ".join(answer.reason.split()),
            note=str(answer.category),
            quote=first.quote,
            exchange=exchange,
        ),
    )


CATEGORY = Task("context_category", SecondOpinion, _items, _problems, _contributions)
