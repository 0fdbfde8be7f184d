"""A statement and its reading on a terminal: parts named under the words, table, number lines, findings, tests.

Everything that colour says is said by a word or a sign too, so that it can be read without (`NO_COLOR`).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from rich import box
from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from gampgen.cli.labelled_sentence import Part, labelled
from gampgen.cli.number_line import DRAWN, INSIDE, OUTSIDE, TYPED, number_line
from gampgen.rendering.text import visible

if TYPE_CHECKING:
    from rich.console import RenderableType

    from gampgen.domain.finding import Finding
    from gampgen.domain.statement import DecisionRow
    from gampgen.domain.suite import InputValue, OQTestCase, ProcedureStep
    from gampgen.pipeline.explain import Explanation

_STYLES = {"condition": "bold yellow", "reason": "bold magenta", "purpose": "magenta", "effect": "bold cyan"}
_SEVERITIES = {"error": "bold red", "warning": "yellow", "info": "dim"}
_WIDEST = 110


def show(explanation: Explanation, *, verbose: bool = False) -> None:
    """Print the reading on standard output.

    Args:
        explanation: the statement as read, with findings and tests.
        verbose: every step of every test instead of the one that decides.
    """
    screen = Console(highlight=False)
    width = min(screen.width, _WIDEST)
    plain = not (screen.encoding or "").lower().startswith("utf")
    screen.print()
    for line in labelled(_folded(explanation.text), _parts(explanation), width - 2, plain=plain):
        screen.print(Padding(line, (0, 0, 0, 1)), no_wrap=True, overflow="ignore", crop=False)
    for block in _blocks(explanation, width, plain=plain, verbose=verbose):
        screen.print()
        screen.print(block, width=width)


def _blocks(explanation: Explanation, width: int, *, plain: bool, verbose: bool) -> Iterator[RenderableType]:
    yield Padding(_reading(explanation), (0, 0, 0, 1))
    if explanation.decision_table:
        yield _section("Decision table", _table(explanation.decision_table))
    if explanation.intervals:
        yield _section("Boundary values", *_number_lines(explanation, width, plain=plain))
    if explanation.findings:
        yield _section("Findings", *(_finding(one) for one in explanation.findings))
    if explanation.tests:
        count = len(explanation.tests)
        title = f"{count} test{'' if count == 1 else 's'}"
        yield _section(title, *_tests(explanation, verbose=verbose))
        if not verbose:
            yield _plain(" Only the step that decides each test is shown; --verbose shows all steps.", "dim")


def _section(title: str, *content: RenderableType) -> Group:
    return Group(_plain(f" {title}", "bold"), *(Padding(one, (0, 0, 0, 2)) for one in content))


def _plain(words: str, style: str = "") -> Text:
    return Text(visible(words), style=style)


def _folded(text: str) -> str:
    return " ".join(visible(text).split())


def _parts(explanation: Explanation) -> list[Part]:
    """Causes before effects: a subject that both name is shown with the one that stands first in the sentence."""
    sentence = _folded(explanation.text)
    if not explanation.causes and not explanation.effects:
        action = "action" if not explanation.negated else "not"
        named = (("actor", explanation.actor, "condition"), (action, explanation.action, "effect"))
        return [Part(name, (_folded(words),), _STYLES[style]) for name, words, style in named if words]
    parts = [
        Part(one.id, (_folded(one.words), _folded(one.variable), _folded(one.condition)), _STYLES[one.kind])
        for one in explanation.causes
    ]
    parts += [
        Part(one.id, (_folded(one.words), _folded(one.variable), _folded(one.condition)), _STYLES["effect"])
        for one in explanation.effects
    ]
    whole = [Part(part.name, _as_found(sentence, part.words), part.style) for part in parts]
    return sorted(whole, key=lambda part: sentence.find(part.words[0]) if part.words else 0)


def _as_found(sentence: str, words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a part as one where they stand together, else subject and predicate."""
    together, variable, condition = words
    return (together,) if together in sentence else tuple(one for one in (variable, condition) if one)


def _reading(explanation: Explanation) -> Table:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=True)
    grid.add_column()
    grid.add_row(_plain("Statement"), _plain(", ".join(_nature(explanation))))
    for cause in explanation.causes:
        grid.add_row(_plain(f"{cause.id} {cause.kind}", _STYLES[cause.kind]), _plain(cause.words))
    for effect in explanation.effects:
        grid.add_row(_plain(f"{effect.id} effect", _STYLES["effect"]), _plain(effect.words))
    for permission in explanation.permissions:
        only = "only " if permission.exclusive else ""
        may = "may" if permission.allowed else "may not"
        grid.add_row(_plain("Permission"), _plain(f"{only}{', '.join(permission.roles)} {may} {permission.action}"))
    if explanation.quantities:
        grid.add_row(_plain("Quantities"), _plain("; ".join(dict.fromkeys(one.text for one in explanation.quantities))))
    if explanation.archetypes:
        grid.add_row(_plain("Archetypes"), _plain(", ".join(explanation.archetypes)))
    return grid


def _nature(explanation: Explanation) -> Iterator[str]:
    yield "a requirement" if explanation.is_requirement else "not a requirement"
    if explanation.modality != "none":
        yield f"“{explanation.modality}”" if explanation.modality != "imperative" else "imperative"
    if explanation.negated:
        yield "forbids"
    if explanation.ears:
        yield explanation.ears.replace("_", " ")


def _table(rows: tuple[DecisionRow, ...]) -> Table:
    """The rows with what each of them shows: "C1 against 3" means that only C1 differs from row 3."""
    nodes = [node for node, _ in rows[0].truths]
    table = Table("", *nodes, "shows", box=box.SIMPLE_HEAD, pad_edge=False, header_style="")
    for number, row in enumerate(rows, start=1):
        truths = (_plain("true", INSIDE) if row[node] else _plain("false", OUTSIDE) for node in nodes)
        table.add_row(str(number), *truths, _plain(_shown(rows, number - 1), "dim"))
    return table


def _shown(rows: tuple[DecisionRow, ...], at: int) -> str:
    """Which causes decide an effect alone between this row and a later one."""
    own = dict(rows[at].truths)
    found = []
    for other in range(at + 1, len(rows)):
        differing = [node for node, truth in rows[other].truths if own[node] is not truth]
        causes = [node for node in differing if node.startswith("C")]
        if len(causes) == 1 and len(differing) > 1:
            found.append(f"{causes[0]} against {other + 1}")
    return ", ".join(found)


def _number_lines(explanation: Explanation, width: int, *, plain: bool) -> Iterator[Text]:
    signs = TYPED if plain else DRAWN
    for text, some in groupby(explanation.intervals, key=lambda one: one.text):
        yield _plain(text)
        yield from number_line(tuple(some), width - 4, signs)
    yield _plain(f"{signs.inside} inside  {signs.outside} outside", "dim")


def _finding(finding: Finding) -> Text:
    line = _plain(f"{finding.severity} {finding.code}", _SEVERITIES[finding.severity])
    line.append(f"  {visible(finding.message).rstrip('.')}.")
    if finding.hint:
        line.append(f" {visible(finding.hint).rstrip('.')}.", style="dim")
    return line


def _tests(explanation: Explanation, *, verbose: bool) -> Iterator[Group]:
    for number, test in enumerate(explanation.tests, start=1):
        title = test.title.removesuffix(f" ({explanation.id})")
        yield _test(_plain(f"{number}. {title}", "bold"), test, verbose=verbose)


def _test(title: Text, test: OQTestCase, *, verbose: bool) -> Group:
    kind = f"{test.technique.replace('_', ' ')}, {test.polarity}, priority {test.priority}, {test.id}"
    lines: list[RenderableType] = [title, Padding(_plain(kind, "dim"), (0, 0, 0, 3))]
    if test.inputs:
        lines.append(Padding(_plain("with " + "; ".join(map(_input, test.inputs))), (0, 0, 0, 3)))
    steps = test.steps if verbose else _decisive(test.steps)
    for step in steps:
        lines.append(Padding(_plain(f"{step.number}. {step.action}"), (0, 0, 0, 3)))
        if step.expected_result:
            lines.append(Padding(_plain(f"→ {step.expected_result}", "green"), (0, 0, 0, 6)))
    return Group(*lines, "")


def _input(given: InputValue) -> str:
    value = str(given.value).lower() if isinstance(given.value, bool) else given.value
    return f"{given.name} = {value} {given.unit or ''}".rstrip()


def _decisive(steps: tuple[ProcedureStep, ...]) -> tuple[ProcedureStep, ...]:
    """The last step that says what must be seen."""
    return next(((step,) for step in reversed(steps) if step.expected_result), steps[-1:])
