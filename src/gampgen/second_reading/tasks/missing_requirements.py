"""What a requirement's own words leave open: a question to its author, never an answer."""

from __future__ import annotations

from gampgen.domain.second_reading import Contribution, ContributionKind
from gampgen.second_reading.gates.quotes import quote_problems
from gampgen.second_reading.material import Material
from gampgen.second_reading.tasks.interface import Answer, Item, Task, free_text_problems, requirement_sent


class Missing(Answer):
    """A question to the author and the words that leave it open; both empty where nothing is open."""

    missing: str
    quote: str


def _items(material: Material) -> tuple[Item, ...]:
    return tuple(_item(material, uid) for uid in material.requirements)


def _item(material: Material, uid: str) -> Item:
    basis = material.basis(uid)
    return Item(about=uid, sent={"about": uid, **requirement_sent(basis)}, bases={uid: basis}, uid=uid)


def _problems(item: Item, answer: Missing) -> tuple[str, ...]:
    if not answer.missing and not answer.quote:
        return ()
    problems = [*quote_problems(answer.quote, item.basis.requirement)]
    if not answer.missing.strip().endswith("?"):
        problems.append("what is missing is not put as a question")
    return (*problems, *free_text_problems(item.basis, answer.missing))


def _contributions(item: Item, answer: Missing, exchange: str) -> tuple[Contribution, ...]:
    if not answer.missing:
        return ()
    text = " ".join(answer.missing.split())
    return (
        Contribution(
            kind=ContributionKind.MISSING_REQUIREMENT,
            requirement_uid=item.uid,
            text=text,
            quote=answer.quote,
            exchange=exchange,
        ),
    )


MISSING_REQUIREMENTS = Task("research_missing_requirements", Missing, _items, _problems, _contributions)
