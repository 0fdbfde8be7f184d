"""G1 and G2 on a whole answer: an entry for each item that was asked about, each once, and no other."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError

from gampgen.second_reading.gates.strict_json import NotStrictError, strict_json

EntryT = TypeVar("EntryT", bound=BaseModel)
_NOT_ANSWERED = "the item was not answered exactly once"


@dataclass(frozen=True, slots=True)
class Read(Generic[EntryT]):
    """The entries of an answer by `about`, and the problem of each item that has no sound one."""

    entries: dict[str, EntryT]
    problems: dict[str, tuple[str, ...]]


def read_entries(text: str, asked: Sequence[str], entry: type[EntryT]) -> Read[EntryT]:
    """The entries of an answer.

    A fault of the answer as a whole (no strict JSON, an item that was not asked about) is a problem of every item: an
    answer that is wrong about what it answers is believed in nothing.

    Args:
        text: the model's answer.
        asked: the `about` of each item.
        entry: the Pydantic model of one entry.
    """
    try:
        whole = strict_json(text)
    except NotStrictError as error:
        return _none(asked, str(error))
    if not isinstance(whole, dict) or set(whole) != {"answers"} or not isinstance(whole["answers"], list):
        return _none(asked, "the answer is not an object with the answers alone")
    given = [one.get("about") if isinstance(one, dict) else None for one in whole["answers"]]
    if any(not isinstance(about, str) or about not in asked for about in given):
        return _none(asked, "the answer has an entry about something that was not asked")
    counts = Counter(str(about) for about in given)
    entries: dict[str, EntryT] = {}
    problems: dict[str, tuple[str, ...]] = {about: (_NOT_ANSWERED,) for about in asked if counts[about] != 1}
    for about, one in zip(given, whole["answers"], strict=True):
        if counts[str(about)] == 1:
            made = _entry(one, entry)
            if made is None:
                problems[str(about)] = ("the entry is not of the form that was asked for",)
            else:
                entries[str(about)] = made
    return Read(entries, problems)


def _entry(one: object, entry: type[EntryT]) -> EntryT | None:
    try:
        return entry.model_validate_json(json.dumps(one))  # in JSON mode a list may stand for a tuple
    except ValidationError:
        return None


def _none(asked: Sequence[str], problem: str) -> Read[EntryT]:
    return Read({}, dict.fromkeys(asked, (problem,)))
