"""What the questions to a model are about: the sample documents as the rules read them, and the questions on them."""

from __future__ import annotations

import json
import random
from functools import cache
from pathlib import Path

from tests.llm.honest import honest_entries
from tests.llm.reading import drafted

from gampgen import readers
from gampgen.second_reading.asking import Conversation, conversations
from gampgen.second_reading.gates.ids import read_entries
from gampgen.second_reading.material import Material
from gampgen.second_reading.questions import question
from gampgen.settings import Settings
from gampgen.workflow.events import DocumentRead

SAMPLES = Path(__file__).resolve().parents[2] / "sample_urs"


@cache
def material_of(source: Path) -> Material:
    """The rules' whole result on a document."""
    given = drafted(DocumentRead(document=readers.read(source, Settings().read), passages=()))
    findings = (*given.parsed.findings, *given.found.findings, *given.plan.findings)
    return Material(given.plan.planned, given.draft.tests, findings, given.found.categorisation)


@cache
def sample_conversations(names: tuple[str, ...]) -> tuple[Conversation, ...]:
    """Every conversation on some of the samples."""
    return tuple(one for name in names for one in conversations(material_of(SAMPLES / name), 10))


def body_of(talk: Conversation) -> dict:
    """The request as a server sees it, as far as the honest model looks at it."""
    asked = question(talk.task, talk.items, 4000)
    messages = [{"role": "system", "content": asked.system}, {"role": "user", "content": asked.user}]
    return {"messages": messages, "response_format": {"json_schema": {"name": asked.answer_name}}}


def refused(talk: Conversation, text: str) -> dict[str, tuple[str, ...]]:
    """What the gates refuse of an answer, by item."""
    read = read_entries(text, [item.about for item in talk.items], talk.task.answer)
    found: dict[str, tuple[str, ...]] = {}
    for item in talk.items:
        problems = read.problems.get(item.about) or talk.task.problems(item, read.entries[item.about])
        if problems:
            found[item.about] = problems
    return found


def honest_text(talk: Conversation, seed: int) -> str:
    return json.dumps({"answers": honest_entries(body_of(talk), seed)})


def corrupted_text(talk: Conversation, corrupt, seed: int) -> str | None:  # noqa: ANN001 - a Corruption
    """An honest answer with one corruption, or None where it does not apply to this answer."""
    entries = honest_entries(body_of(talk), seed)
    before = json.dumps(entries, sort_keys=True)
    changed = corrupt(entries, random.Random(seed))  # noqa: S311 - a test's dice
    if not changed or json.dumps(changed, sort_keys=True) == before:
        return None
    return json.dumps({"answers": changed})
