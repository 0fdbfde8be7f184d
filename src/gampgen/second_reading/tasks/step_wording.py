"""A sharper wording of a test step. The rules' step stays unless the model's says the very same."""

from __future__ import annotations

import re
from collections import Counter

from gampgen.domain.second_reading import Contribution, ContributionKind
from gampgen.domain.suite import OQTestCase, ProcedureStep
from gampgen.second_reading.gates.forbidden import forbidden_problems
from gampgen.second_reading.gates.force import same_force
from gampgen.second_reading.gates.kept_words import PLAIN_WORDS, kept_words, new_words
from gampgen.second_reading.gates.values import same_values
from gampgen.second_reading.material import Material
from gampgen.second_reading.tasks.interface import Answer, Item, Task

_FIXED = re.compile(r"<[^<>\n]{1,120}>|“[^”]*”|\"[^\"]*\"|`[^`]*`")
_CAPITAL = re.compile(r"(?<=[a-z,;] )[A-Z][A-Za-z]+")
PARTS = ("action", "expected_result")


class StepWording(Answer):
    """The step again: what to do, what to see."""

    action: str
    expected: str


def _items(material: Material) -> tuple[Item, ...]:
    return tuple(_item(material, test, step) for test in material.tests for step in test.steps)


def _item(material: Material, test: OQTestCase, step: ProcedureStep) -> Item:
    uid = step.source.requirement_uid if step.source.requirement_uid in material.requirements else None
    uid = uid or test.requirement_uids[0]
    about = f"{test.id}#{step.number}"
    sent = {"about": about, "action": step.action, "expected": step.expected_result}
    sent |= {"requirement_words": step.source.quote} if step.source.quote else {}
    return Item(
        about=about, sent=dict(sent), bases={uid: material.basis(uid)}, uid=uid, test_id=test.id, step=step.number,
        original=(step.action, step.expected_result),
    )  # fmt: skip


def _problems(item: Item, answer: StepWording) -> tuple[str, ...]:
    said = (answer.action, answer.expected)
    if said == item.original:
        return ()
    problems: list[str] = []
    for text, original in zip(said, item.original, strict=True):
        problems += _part_problems(text, original, item)
    return tuple(dict.fromkeys(problems))


def _part_problems(text: str, original: str, item: Item) -> list[str]:
    """What is wrong with one sentence; its blanks and quotations must be the original's, character for character."""
    if text == original:
        return []
    if not text.strip() or not original:
        return ["a sentence is empty, or one is given where there was none"]
    if Counter(_FIXED.findall(text)) != Counter(_FIXED.findall(original)):
        return ["the blanks and quotations are not those of the original"]
    bare, plain = _FIXED.sub(" ", text), _FIXED.sub(" ", original)
    problems = [*forbidden_problems((bare,), (plain,)), *same_force(bare, plain), *same_values(bare, plain)]
    if Counter(_CAPITAL.findall(bare)) != Counter(_CAPITAL.findall(plain)):
        problems.append("the names are not those of the original")
    problems += kept_words(bare, plain)
    problems += new_words(bare, (plain, item.basis.requirement.text))
    if len(text) > 2 * len(original) + 60:
        problems.append("it is much longer than the original")
    return problems


def _contributions(item: Item, answer: StepWording, exchange: str) -> tuple[Contribution, ...]:
    said = (" ".join(answer.action.split()), " ".join(answer.expected.split()))
    return tuple(
        Contribution(
            kind=ContributionKind.STEP_WORDING,
            requirement_uid=item.uid,
            test_id=item.test_id,
            step=item.step,
            note=part,
            text=text,
            replaced=original,
            exchange=exchange,
        )
        for part, text, original in zip(PARTS, said, item.original, strict=True)
        if text != original
    )


STEP_WORDING = Task(
    "drafting_step_wording",
    StepWording,
    _items,
    _problems,
    _contributions,
    appendix=f"plain_words: {' '.join(sorted(PLAIN_WORDS))}",
)
