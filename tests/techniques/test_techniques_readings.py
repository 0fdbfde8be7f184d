"""Sentences of every turn, read by the real reading, each with all that its tests have to cover.

`coverage.txt` holds for each sentence, indented below it, a line for each coverage item: rule, technique, polarity,
aspect, the passage that it rests on, and its content: every value that is not its field's default. A clause is shown as
‹subject|verb|object|rest›, what else is known of it behind the last bar. A bullet stands before each item of a list.

After a change of a rule: `python tools/write_readings.py`, then read what changed, line by line.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from gampgen import planning
from gampgen.domain.base import Value
from gampgen.domain.clause import Clause
from gampgen.domain.coverage import CoverageItem
from gampgen.domain.document import DocumentFormat
from gampgen.domain.location import Location
from gampgen.domain.requirement import DocumentRecord, IdSource, Recognition, Requirement
from gampgen.parsing import analysis
from gampgen.techniques import design


def sentences() -> list[tuple[str, list[str]]]:
    found: list[tuple[str, list[str]]] = []
    for line in (Path(__file__).parent / "coverage.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            found[-1][1].append(line[2:])
        else:
            found.append((line, []))
    return found


def covered(text: str) -> list[str]:
    lead, *items = text.split(" • ")
    requirement = Requirement(
        id="R-1", uid="R-1", id_source=IdSource.DOCUMENT, text=lead, items=tuple(items), location=Location(line=1),
        stamp="0" * 64,
    )  # fmt: skip
    document = DocumentRecord(title="", file_name="", format=DocumentFormat.TEXT, sha256="0" * 64, language=None)
    planned = planning.assess(analysis.analyse((requirement,))[0], None)
    recognition = Recognition(document=document, requirements=(requirement,), passed_over=())
    return [_line(item) for item in design((planned,), recognition)]


def _line(item: CoverageItem) -> str:
    at = f" @{item.statement}" if item.statement else ""
    return (
        f"{item.rule} {item.technique} {item.polarity} {item.aspect}{at} “{item.quote}” {item.part.kind}: "
        f"{_fields(item.part)}"
    )


def _fields(value: Value, *, without: tuple[str, ...] = ("kind",)) -> str:
    fields = type(value).model_fields
    told = {name: getattr(value, name) for name in fields if name not in without}
    return ", ".join(
        name if one is True else f"{name}={_short(one)}"
        for name, one in told.items()
        if fields[name].is_required() or one != fields[name].default
    )


def _short(value: object) -> str:
    if isinstance(value, Clause):
        parts = (value.subject, value.verb, value.object, value.rest)
        further = _fields(value, without=("subject", "verb", "object", "rest"))
        return f"‹{'|'.join((*parts, further))}›"
    if isinstance(value, Value):
        return f"({_fields(value, without=())})"
    if isinstance(value, tuple):
        return f"[{'; '.join(map(_short, value))}]"
    return str(value)


@pytest.mark.parametrize(("text", "items"), sentences(), ids=lambda one: one[:60] if isinstance(one, str) else "")
def test_what_the_tests_of_a_sentence_cover(text: str, items: list[str]) -> None:
    assert covered(text) == items
