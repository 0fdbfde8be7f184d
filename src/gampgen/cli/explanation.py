"""A statement and its reading on a terminal: parts coloured and labelled, table, number line, tests."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from gampgen.domain.quantity import Interval, boundary_step

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from gampgen.domain.suite import OQTestCase
    from gampgen.pipeline.explain import Explanation

_CAUSE, _EFFECT, _QUANTITY = "bold yellow", "bold cyan", "underline magenta"


def show(explanation: Explanation) -> None:
    """Print the reading on standard output."""
    from rich.console import Console

    screen = Console(highlight=False)
    screen.print(_sentence(explanation), soft_wrap=True)
    screen.print()
    screen.print(_reading(explanation))
    if explanation.decision_table:
        screen.print(_table(explanation))
    for interval in explanation.intervals:
        _number_line(screen, interval)
    for finding in explanation.findings:
        screen.print(_plain(f"{finding.severity} {finding.code}: {finding.message}. {finding.hint}."), soft_wrap=True)
    for test in explanation.tests:
        _test(screen, test)


def _plain(words: str, style: str = "") -> Text:
    from rich.text import Text

    from gampgen.rendering.text import visible

    return Text(visible(words), style=style)


def _sentence(explanation: Explanation) -> Text:
    """The sentence with the words of causes, effects and quantities coloured where they stand."""
    text = _plain(explanation.text)
    marked = [(cause.variable, _CAUSE) for cause in explanation.causes]
    marked += [(cause.condition, _CAUSE) for cause in explanation.causes]
    marked += [(part, _EFFECT) for effect in explanation.effects for part in (effect.variable, effect.condition)]
    marked += [(quantity.text, _QUANTITY) for quantity in explanation.quantities]
    for words, style in marked:
        start = text.plain.find(words) if words else -1
        if start >= 0:
            text.stylize(style, start, start + len(words))
    return text


def _reading(explanation: Explanation) -> Table:
    from rich.table import Table

    grid = Table.grid(padding=(0, 2))
    kind = "a requirement" if explanation.is_requirement else "not a requirement"
    grid.add_row(_plain("Statement"), _plain(f"{kind}, modality {explanation.modality}"))
    if explanation.ears:
        grid.add_row(_plain("EARS"), _plain(explanation.ears.replace("_", " ")))
    for cause in explanation.causes:
        grid.add_row(_plain(f"{cause.id} {cause.kind}", _CAUSE), _plain(cause.words))
    for effect in explanation.effects:
        grid.add_row(_plain(f"{effect.id} effect", _EFFECT), _plain(effect.words))
    for quantity in explanation.quantities:
        value = f"{quantity.comparator} {quantity.value} {quantity.unit or ''}".rstrip()
        grid.add_row(_plain("Quantity", _QUANTITY), _plain(f"{quantity.text}: {value}"))
    if explanation.archetypes:
        grid.add_row(_plain("Archetypes"), _plain(", ".join(explanation.archetypes)))
    return grid


def _table(explanation: Explanation) -> Table:
    from rich.table import Table

    nodes = tuple(node for node, _ in explanation.decision_table[0].truths)
    table = Table("row", *nodes, title="Decision table", title_justify="left")
    for number, row in enumerate(explanation.decision_table, start=1):
        table.add_row(str(number), *("true" if row[node] else "false" for node in nodes))
    return table


def _number_line(screen: Console, interval: Interval) -> None:
    """The values at and beside each end, with the side on which they fall."""
    ends = (
        (interval.lower, interval.lower_inclusive, -1),
        (interval.upper, interval.upper_inclusive, 1),
    )
    for end, inclusive, outward in ends:
        if end is None:
            continue
        step = boundary_step(end)
        values = sorted(Decimal(end) + step * offset for offset in (-1, 0, 1))
        inside = [(value == Decimal(end) and inclusive) or (value - Decimal(end)) * outward < 0 for value in values]
        marks = "  ".join(
            f"{'[' if within else '('}{value}{']' if within else ')'}"
            for value, within in zip(values, inside, strict=True)
        )
        screen.print(_plain(f"  … {marks} …  {interval.unit or ''}   [in] (out) of: {interval.text}"), soft_wrap=True)


def _test(screen: Console, test: OQTestCase) -> None:
    screen.print()
    screen.print(_plain(f"{test.id}  {test.title}", "bold"), soft_wrap=True)
    screen.print(_plain(f"  {test.technique.replace('_', ' ')}, {test.polarity}, priority {test.priority}", "dim"))
    for given in test.inputs:
        screen.print(_plain(f"  with {given.name} = {given.value} {given.unit or ''}".rstrip()), soft_wrap=True)
    for step in test.steps:
        screen.print(_plain(f"  {step.number}. {step.action}"), soft_wrap=True)
        if step.expected_result:
            screen.print(_plain(f"     → {step.expected_result}"), soft_wrap=True)
