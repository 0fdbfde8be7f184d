"""Tables of limits: a row is a parameter, its limits stand in columns ("Low | High | Delay", "Set point | Tolerance").

A row states as many limits as it has numbers in such columns. What has to happen beyond them, or inside them, is said
by the columns' names, the heading, or a sentence beside the table; where nothing says it, nothing is made up, and the
cells are told as lost.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from gampgen.domain.document import Row
from gampgen.parsing.recognition.draft import fold
from gampgen.parsing.recognition.limit_effects import Meaning
from gampgen.parsing.recognition.limit_names import LimitColumn, Side, limit_column

_NUMBER: Final = re.compile(r"[<>≤≥]?=?\s*([-−+]?\d+(?:[.,]\d+)?)\s*([^\s\d].{0,11})?")
_RANGE: Final = re.compile(
    r"([-−+]?\d+(?:[.,]\d+)?)\s*(?:[^\s\d–—-]{1,6}\s*)?(?:\.\.\.?|…|–|—|-|\bto\b|/)\s*([-−+]?\d+(?:[.,]\d+)?)\s*(\S.{0,11})?"
)
_TOLERANCE: Final = re.compile(r"(?:±|\+/?-)?\s*(\d+(?:[.,]\d+)?)\s*([^\s\d].{0,11})?")
_NONE: Final = frozenset({"", "-", "–", "—", "n/a", "N/A", "none", "None"})
_IN_BRACKETS: Final = re.compile(r"\s*[(\[]([^)\]]{1,12})[)\]]\s*\Z")
_RAISED: Final = frozenset({"alarm", "warning", "alert"})
_SIDED: Final = frozenset({Side.BELOW, Side.ABOVE})
_FEWEST: Final = 2
_MOST: Final = 0.7


@dataclass(frozen=True, slots=True)
class LimitTable:
    """The columns of a table of limits: `head` that of the parameters, `columns` those of limits, units and delays."""

    head: int
    columns: dict[int, LimitColumn]


@dataclass(frozen=True, slots=True)
class Stated:
    """What a row states: the sentences that it stands for, and its cells whose meaning nothing says."""

    sentences: tuple[str, ...]
    lost: tuple[str, ...]


def is_amount(text: str) -> bool:
    """Whether a cell holds a number or a range, with its unit or without, or a stroke for none."""
    plain = fold(text)
    return plain in _NONE or any(one.fullmatch(plain) for one in (_NUMBER, _RANGE, _TOLERANCE))


def limit_table(names: dict[int, str], texts: dict[int, tuple[str, ...]], ids: int | None) -> LimitTable | None:
    """The limit columns of a table, where it is one: two limits, a range, or a set point with its tolerance.

    Args:
        names: the columns' names.
        texts: the cells of each column, empty ones left out.
        ids: the column of ids, or None.
    """
    columns = {at: found for at in sorted(names) if at != ids and (found := limit_column(names[at])) is not None}
    able = {at: one for at, one in columns.items() if _holds(one.side, texts.get(at, ()))}
    sides = [one.side for one in able.values()]
    sided = sum(one in _SIDED for one in sides)
    enough = sided >= _FEWEST or Side.BOTH in sides or {Side.TARGET, Side.TOLERANCE} <= set(sides)
    first = min((at for at in able if able[at].side is not Side.UNIT), default=-1)
    head = next((at for at in sorted(texts) if at != ids and at not in able and texts[at]), None)
    return LimitTable(head, able) if enough and head is not None and head < first else None


def _holds(side: Side, texts: tuple[str, ...]) -> bool:
    """Whether the cells of a column are what its name announces."""
    if side in {Side.UNIT, Side.DELAY}:
        return True
    forms = {Side.BOTH: (_RANGE,), Side.TOLERANCE: (_TOLERANCE,)}.get(side, (_NUMBER,))
    hits = sum(text in _NONE or any(one.fullmatch(text) for one in forms) for text in texts)
    return bool(texts) and hits >= _MOST * len(texts)


def cells_in_words(names: dict[int, str], row: Row, ids: int | None) -> str:
    """All cells of a row but its id, each behind the name of its column."""
    cells = [(names.get(c.column, ""), fold(c.text)) for c in row.cells if c.column != ids and c.text.strip()]
    return "; ".join(f"{name}: {text}" if name else text for name, text in cells)


def stated_by(table: LimitTable, row: Row, meaning: Meaning) -> Stated:
    """The statements that a row stands for, one per limit, and what of it says nothing."""
    texts = {cell.column: fold(cell.text) for cell in row.cells}
    parameter, bracket = _parameter(texts.get(table.head, ""))
    unit = next((texts.get(at, "") for at, one in table.columns.items() if one.side is Side.UNIT), "") or bracket
    delay = next((_delay(one, texts.get(at, "")) for at, one in table.columns.items() if one.side is Side.DELAY), "")
    row_of = _Row(parameter, unit, delay, meaning)
    sentences: list[str] = []
    lost: list[str] = []
    for at, column in table.columns.items():
        text = texts.get(at, "")
        if text in _NONE or column.side in {Side.UNIT, Side.DELAY, Side.TARGET} or not parameter:
            continue
        found = row_of.sentences(column, text)
        sentences += found
        lost += [] if found else [f"{parameter} / {column.name}: {text}"]
    inside = row_of.inside(table, texts) if lost and not sentences else ""
    return Stated((inside,), ()) if inside else Stated(tuple(dict.fromkeys(sentences)), tuple(lost))


@dataclass(frozen=True, slots=True)
class _Row:
    """One parameter with its unit and delay, and what happens beyond its limits."""

    parameter: str
    unit: str
    delay: str
    meaning: Meaning

    def sentences(self, column: LimitColumn, text: str) -> list[str]:
        """The sentences of one cell; none where nothing says what happens."""
        ends = self._ends(column, text)
        return [sentence for side, value in ends for sentence in self._beyond(column, side, value)]

    def _ends(self, column: LimitColumn, text: str) -> list[tuple[str, str]]:
        """The limits of a cell: the side on which something happens, and the value with its unit."""
        if column.side in _SIDED:
            amount = _NUMBER.fullmatch(text)
            return [(column.side.value, self._value(column, amount[1], amount[2]))] if amount else []
        if column.side is Side.BOTH and (span := _RANGE.fullmatch(text)):
            return [(side, self._value(column, span[at], span[3])) for side, at in (("below", 1), ("above", 2))]
        return []

    def _value(self, column: LimitColumn, number: str, unit: str | None) -> str:
        return f"{number} {(unit or '').strip() or column.unit or self.unit}".strip()

    def _beyond(self, column: LimitColumn, side: str, value: str) -> list[str]:
        effects = self.meaning.of(column.kind)
        when = f"the {self.parameter} is {side} {value}{self.delay}"
        if effects:
            return [
                f"When {when}, {one.main}." if one.main else f"A {self.parameter} {side} {value} {one.predicate}."
                for one in effects
            ]
        raised = column.kind if column.kind in _RAISED else ("" if column.kind else self.meaning.reaction)
        if not raised:
            return []
        level = column.level or ("low" if side == "below" else "high")
        return [f"A {level} {raised} shall be raised when {when}."]

    def inside(self, table: LimitTable, texts: dict[int, str]) -> str:
        """The range of a row as one statement, where the words beside the table say what is done with it."""
        span = self._span(table, texts)
        duties = {
            "kept": f"The {self.parameter} shall be kept {span}.",
            "taken": f"The system shall accept an entry of the {self.parameter} {span}.",
            "measured": f"The system shall measure the {self.parameter} {span}.",
        }
        return duties.get(self.meaning.duty, "") if span else ""

    def _span(self, table: LimitTable, texts: dict[int, str]) -> str:
        cells = [(one, texts.get(at, "")) for at, one in table.columns.items() if texts.get(at, "") not in _NONE]
        sides: dict[Side, list[tuple[LimitColumn, re.Match[str]]]] = {}
        for one, text in cells:
            form = {Side.BOTH: _RANGE, Side.TOLERANCE: _TOLERANCE}.get(one.side, _NUMBER)
            if (found := form.fullmatch(text)) is not None:
                sides.setdefault(one.side, []).append((one, found))
        if any(len(found) > 1 for found in sides.values()):
            return ""
        low, high, both = (sides.get(side) for side in (Side.BELOW, Side.ABOVE, Side.BOTH))
        target, tolerance = sides.get(Side.TARGET), sides.get(Side.TOLERANCE)
        if both:
            column, found = both[0]
            return f"between {found[1]} and {self._value(column, found[2], found[3])}"
        if low and high:
            return f"between {low[0][1][1]} and {self._value(high[0][0], high[0][1][1], high[0][1][2])}"
        if target and tolerance:
            (middle, at), (column, by) = target[0], tolerance[0]
            unit = (by[2] or "").strip() or column.unit or (at[2] or "").strip() or middle.unit or self.unit
            return f"at {at[1]} ± {by[1]} {unit}".strip()
        return ""


def _parameter(text: str) -> tuple[str, str]:
    """A parameter's name, and the unit in brackets behind it."""
    unit = _IN_BRACKETS.search(text)
    name = text[: unit.start()] if unit else text
    second = name[1:2]
    plain = name[:1].lower() + name[1:] if second.islower() and name[:1].isupper() else name
    return plain.strip(), unit[1] if unit else ""


def _delay(column: LimitColumn, text: str) -> str:
    amount = _NUMBER.fullmatch(text)
    unit = ((amount[2] if amount else "") or "").strip() or column.unit
    return f" for {amount[1]} {unit}" if amount and unit and amount[1].strip("0.,") else ""
