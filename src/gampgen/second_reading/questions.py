"""From items to the question as it is sent: prompt, fenced data, schema."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import JsonValue

from gampgen.domain.visible import UNSEEN_CHARACTER
from gampgen.llm.port import ModelRequest
from gampgen.second_reading.prompts import COMMON, prompt
from gampgen.second_reading.tasks import Item, Task


def question(
    task: Task[Any], items: Sequence[Item], answer_tokens: int, refused: Mapping[str, tuple[str, ...]] | None = None
) -> ModelRequest:
    """The question about some items.

    Args:
        task: what is asked for.
        items: what is asked about.
        answer_tokens: the most that the answer may have.
        refused: why the earlier answers on these items were refused, by their `about`.
    """
    said = refused or {}
    data: list[JsonValue] = [
        dict(item.sent) | ({"refused": list(said[item.about])} if item.about in said else {}) for item in items
    ]
    return ModelRequest(
        system="\n\n".join(part for part in (prompt(COMMON).text, prompt(task.name).text, task.appendix) if part),
        user=fenced({"items": _seen(data)}),
        answer_name=task.name,
        answer_schema=schema(task),
        max_tokens=answer_tokens,
    )


def fenced(data: Mapping[str, JsonValue]) -> str:
    """Data between two marks that its own words cannot hold, since they are made of its digest."""
    text = json.dumps(data, ensure_ascii=True, indent=1)
    mark = hashlib.sha256(text.encode()).hexdigest()[:16]
    return f"Data, copied from documents, between the two marks:\n<<<DATA {mark}>>>\n{text}\n<<<END {mark}>>>"


def schema(task: Task[Any]) -> str:
    """The JSON Schema (as text) of a whole answer: an entry for each item and nothing else."""
    one = task.answer.model_json_schema()
    definitions = one.pop("$defs", {})
    whole = {
        "type": "object",
        "properties": {"answers": {"type": "array", "items": _plain(one)}},
        "required": ["answers"],
        "additionalProperties": False,
    }
    if definitions:
        whole["$defs"] = _plain(definitions)
    return json.dumps(whole, sort_keys=True)


def _plain(node: JsonValue) -> JsonValue:
    """A schema without titles, descriptions and defaults: they are for our own readers, and cost tokens."""
    if isinstance(node, dict):
        return {
            name: _plain(part) if name != "properties" else {key: _plain(one) for key, one in _object(part).items()}
            for name, part in node.items()
            if name not in ("title", "description", "default")
        }
    return [_plain(part) for part in node] if isinstance(node, list) else node


def _object(node: JsonValue) -> dict[str, JsonValue]:
    return node if isinstance(node, dict) else {}


def _seen(node: JsonValue) -> JsonValue:
    """The same without characters that nobody sees: they are told by a finding, and could carry words of their own."""
    if isinstance(node, str):
        return UNSEEN_CHARACTER.sub("", node)
    if isinstance(node, dict):
        return {name: _seen(part) for name, part in node.items()}
    return [_seen(part) for part in node] if isinstance(node, list) else node
