"""A measurable wording of a requirement that cannot be tested: blanks for the author, no value of the model's."""

from __future__ import annotations

import re

from pydantic import JsonValue

from gampgen.domain.second_reading import Contribution, ContributionKind
from gampgen.second_reading.gates.force import same_force
from gampgen.second_reading.gates.kept_words import kept_words, new_words
from gampgen.second_reading.gates.values import same_values
from gampgen.second_reading.material import Material
from gampgen.second_reading.tasks.interface import Answer, Item, Task, free_text_problems, requirement_sent

VAGUE = frozenset({"RQ01", "RQ02", "RQ03", "RQ10", "RQ15"})
_BLANK = re.compile(r"<[a-z][A-Za-z ,'/-]{1,70}>")


class Rewording(Answer):
    """The whole sentence again, with blanks; "" where it can be tested as it is."""

    rewording: str


def _items(material: Material) -> tuple[Item, ...]:
    vague: dict[str, list[str]] = {}
    for finding in material.findings:
        if finding.code in VAGUE and finding.requirement_uid in material.requirements:
            vague.setdefault(finding.requirement_uid, []).append(finding.message)
    return tuple(_item(material, uid, said) for uid, said in vague.items())


def _item(material: Material, uid: str, said: list[str]) -> Item:
    basis = material.basis(uid)
    sent: dict[str, JsonValue] = {"about": uid, **requirement_sent(basis), "cannot_be_tested": list(said)}
    return Item(about=uid, sent=sent, bases={uid: basis}, uid=uid, original=(basis.requirement.text,))


def _problems(item: Item, answer: Rewording) -> tuple[str, ...]:
    if not answer.rewording:
        return ()
    original, said = item.original[0], answer.rewording
    bare = _BLANK.sub(" ", said)
    problems = [*free_text_problems(item.basis, bare), *same_force(bare, original), *same_values(bare, original)]
    if "<" in bare or ">" in bare:
        problems.append("a blank is not of the form <words>")
    if not _BLANK.search(said):
        problems.append("nothing was made measurable: there is no blank")
    problems += kept_words(bare, original, allowed_to_go=3)
    problems += new_words(bare, (original,))
    return tuple(dict.fromkeys(problems))


def _contributions(item: Item, answer: Rewording, exchange: str) -> tuple[Contribution, ...]:
    if not answer.rewording:
        return ()
    return (
        Contribution(
            kind=ContributionKind.REWORDING,
            requirement_uid=item.uid,
            text=" ".join(answer.rewording.split()),
            replaced=item.original[0],
            exchange=exchange,
        ),
    )


REWORDING = Task("context_rewording", Rewording, _items, _problems, _contributions)
