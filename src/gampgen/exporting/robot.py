"""Robot Framework: a test case for each test, in which a tester carries out each step (`Execute Manual Step`)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gampgen.exporting.content import Case, ExportSuite
from gampgen.exporting.interface import Exported, Exporter

_SIGNS = re.compile(r"[\\$@&%#=|]")


def _write(suite: ExportSuite, _suffix: str) -> Exported:
    lines = [
        "*** Settings ***",
        f"Documentation    OQ suite {suite.run.suite_sha256[:16]} of {_cell(suite.run.system or suite.run.document)}.",
        "...    Each step waits for a tester.",
        "Library    Dialogs",
        "",
        "*** Test Cases ***",
    ]
    for case in suite.cases:
        lines += [*_case(case), ""]
    return Exported("\n".join(lines).encode())


def _case(case: Case) -> Iterator[str]:
    yield _cell(case.name)
    tags = dict.fromkeys((*case.requirements, case.priority))
    yield f"    [Tags]    {'    '.join(map(_cell, tags))}"
    yield f"    [Documentation]    {_cell(case.objective)}"
    yield from (f"    ...    Precondition: {_cell(text)}" for text in case.preconditions.split("\n") if text.strip())
    yield from (f"    ...    Test data: {_cell(text)}" for text in case.data.split("\n") if text.strip())
    yield f"    ...    Acceptance criterion: {_cell(case.criterion)}"
    for step in case.steps:
        told = f"{step.action} Expected: {step.expected}" if step.expected else f"{step.action} Nothing to judge."
        yield f"    Execute Manual Step    {_cell(told)}"
    if not case.steps:
        yield "    No Operation"


def _cell(text: str) -> str:
    """A text as one cell: white space single, signs that mean something escaped, an empty text as Robot writes it."""
    return _SIGNS.sub(r"\\\g<0>", " ".join(text.split())) or "${EMPTY}"


ROBOT = Exporter("robot", "Robot Framework, manual steps", ("robot",), _write)
