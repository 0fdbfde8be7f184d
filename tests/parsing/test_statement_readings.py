"""Sentences of every turn, each with its whole reading: force, pattern, causes, effects, table, permissions.

`readings.txt` holds for each sentence, indented below it: the force, the pattern and the marks (c: conditional, r: a
reason of any kind is stated, n: forbidden, -: no requirement) with actor and action; a line for each cause with its
kind where it is no condition; for each effect; the rows of the table, causes before the bar; for each permission who
may, alone may or may not do what, and the words that say so.

After a change of a rule: `python tools/write_readings.py`, then read what changed, line by line.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from gampgen.domain.statement import CauseKind, Statement
from gampgen.parsing.statement import read_statement


def readings() -> list[tuple[str, list[str]]]:
    found: list[tuple[str, list[str]]] = []
    for line in (Path(__file__).parent / "readings.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            found[-1][1].append(line[2:])
        else:
            found.append((line, []))
    return found


def shown(read: Statement) -> list[str]:
    marks = "".join(
        mark
        for mark, holds in (
            ("-", not read.is_requirement), ("c", read.conditional), ("r", read.causal), ("n", read.negated),
        )
        if holds
    )  # fmt: skip
    lines = [f"{read.modality} {read.ears or 'none'} {marks}".rstrip() + f" | {read.actor} | {read.action}"]
    for cause in read.causes:
        kind = "" if cause.kind is CauseKind.CONDITION else f" ({cause.kind})"
        lines.append(f"{cause.id}{kind} {cause.variable} | {cause.condition}")
    lines += [f"{effect.id} {effect.variable} | {effect.condition}" for effect in read.effects]
    rows = (
        "".join("01"[truth] for name, truth in row.truths if name[0] == "C")
        + "|"
        + "".join("01"[truth] for name, truth in row.truths if name[0] == "E")
        for row in read.decision_table
    )
    if read.decision_table:
        lines.append(f"T {' '.join(rows)}")
    for one in read.permissions:
        may = ("alone may" if one.exclusive else "may") if one.allowed else "may not"
        lines.append(f"P {', '.join(one.roles)} {may} {one.action} <- {one.quote}")
    return [line.rstrip() for line in lines]


@pytest.mark.parametrize(("text", "reading"), readings(), ids=lambda one: one[:60] if isinstance(one, str) else "")
def test_a_sentence_is_read_as_a_person_reads_it(text: str, reading: list[str]) -> None:
    assert shown(read_statement(text)) == reading
