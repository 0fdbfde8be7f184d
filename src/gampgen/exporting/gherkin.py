"""Gherkin: a scenario for each test, tagged with its id and its requirements; one line for each action and result."""

from __future__ import annotations

from collections.abc import Iterator

from gampgen.exporting.content import Case, ExportSuite
from gampgen.exporting.interface import Exported, Exporter


def _write(suite: ExportSuite, _suffix: str) -> Exported:
    lines = [
        "# language: en",
        f"Feature: Operational qualification of {_line(suite.run.system) or _line(suite.run.document)}",
        "",
    ]
    for case in suite.cases:
        lines += [*_scenario(case), ""]
    return Exported("\n".join(lines).encode())


def _scenario(case: Case) -> Iterator[str]:
    tags = dict.fromkeys((case.id, *case.requirements))
    yield f"  {' '.join(f'@{_tag(tag)}' for tag in tags)}"
    yield f"  Scenario: {_line(case.name)}"
    yield from (f"    # {_line(text)}" for text in (case.objective, f"Acceptance criterion: {case.criterion}"))
    for at, text in enumerate([one for one in case.preconditions.split("\n") if one.strip()]):
        yield f"    {'And' if at else 'Given'} {_line(text)}"
    if case.data:
        yield from (f"    # Test data: {_line(text)}" for text in case.data.split("\n"))
    for step in case.steps:
        yield f"    When {_line(step.action)}"
        if step.expected:
            yield f"    Then {_line(step.expected)}"


def _line(text: str) -> str:
    """The text in one line."""
    return " ".join(text.split())


def _tag(text: str) -> str:
    """A tag: no white space, no sign that begins a tag or a comment."""
    return "_".join(text.replace("@", "_").replace("#", "_").split())


GHERKIN = Exporter("gherkin", "Gherkin, for Cucumber and its kin", ("feature",), _write)
