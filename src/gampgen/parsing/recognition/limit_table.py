"""Tables of limits: one row a parameter, one column a limit ("Low-low | Low | High | High-high | Delay").

A row states as many limits as it has numbers in such columns. What has to happen beyond them is said by the heading or
the sentence above the table ("Alarm limits are given below"); where neither says it, nothing is made up.
"""

from __future__ import annotations

import re
from typing import Final

from gampgen.domain.document import Row
from gampgen.parsing.recognition.draft import fold
from gampgen.parsing.recognition.labels import folded

_LOW: Final = r"(?:low low|lowlow|lolo|ll|low|lower|lo|l|min|minimum)"
_HIGH: Final = r"(?:high high|highhigh|hihi|hh|high|upper|hi|h|max|maximum)"
_KIND: Final = r"(?:alarm|warning|alert|action|trip)"
_TAIL: Final = rf"(?: {_KIND})?(?: (?:limit|level|threshold|value|set ?point))?"
_LOWER: Final = re.compile(rf"(?:{_KIND} )?{_LOW}{_TAIL}")
_UPPER: Final = re.compile(rf"(?:{_KIND} )?{_HIGH}{_TAIL}")
_DELAY: Final = re.compile(r"(?:(?:alarm|time) )?(?:delay|hold(?:ing)? time|dead time)(?: time)?(?: (?:s|min|h|sec))?")
_UNIT: Final = re.compile(r"(?:engineering )?units?|eu")
_NUMBER: Final = re.compile(r"[<>≤≥]?\s*([-−+]?\d+(?:[.,]\d+)?)\s*(\S.{0,11})?")
_IN_BRACKETS: Final = re.compile(r"\s*[(\[]([^)\]]{1,12})[)\]]\s*\Z")
_REACTION: Final = re.compile(r"\b(alarm|warning|alert)s?\b", re.IGNORECASE)
_FEWEST: Final = 2
_DOUBLED: Final = {
    **dict.fromkeys(("low low", "lowlow", "lolo", "ll"), "low-low"),
    **dict.fromkeys(("high high", "highhigh", "hihi", "hh"), "high-high"),
}


def is_limit_name(name: str) -> bool:
    """Whether a column's name says which limit stands below it."""
    plain = folded(name)
    return _LOWER.fullmatch(plain) is not None or _UPPER.fullmatch(plain) is not None


def is_amount(text: str) -> bool:
    """Whether a cell holds a number, with its unit or without, or a stroke for none."""
    return _NUMBER.fullmatch(fold(text)) is not None or fold(text) in {"", "-", "–", "—", "n/a", "N/A"}


def limit_columns(names: dict[int, str]) -> tuple[int, ...]:
    """The columns of limits, where a table has at least two; else none."""
    found = tuple(column for column in sorted(names) if is_limit_name(names[column]))
    return found if len(found) >= _FEWEST else ()


def cells_in_words(names: dict[int, str], row: Row, ids: int | None) -> str:
    """All cells of a row but its id, each behind the name of its column."""
    cells = [(names.get(c.column, ""), fold(c.text)) for c in row.cells if c.column != ids and c.text.strip()]
    return "; ".join(f"{name}: {text}" if name else text for name, text in cells)


def sentences_of(names: dict[int, str], row: Row, lead: int, above: str) -> tuple[str, ...]:
    """The statements that a row stands for, one per limit; none where nothing says what happens beyond a limit.

    Args:
        names: the columns' names.
        row: the row.
        lead: the column of the parameter.
        above: heading, caption and the sentence above the table.
    """
    texts = {cell.column: fold(cell.text) for cell in row.cells}
    parameter, unit = _parameter(texts.get(lead, ""))
    unit = next((texts.get(c, "") for c, name in names.items() if _UNIT.fullmatch(folded(name))), "") or unit
    delay = next((_delay(name, texts.get(c, "")) for c, name in names.items() if _DELAY.fullmatch(folded(name))), "")
    found = []
    for column in limit_columns(names):
        amount = _NUMBER.fullmatch(texts.get(column, ""))
        reaction = _REACTION.search(names[column]) or _REACTION.search(above)
        if amount and reaction and parameter:
            side = "below" if _LOWER.fullmatch(folded(names[column])) else "above"
            value = f"{amount[1]} {amount[2] or unit}".strip()
            what = f"{_level(names[column])} {reaction[1].lower()}"
            found.append(f"A {what} shall be raised when the {parameter} is {side} {value}{delay}.")
    return tuple(found)


def _parameter(text: str) -> tuple[str, str]:
    """A parameter's name, and the unit in brackets behind it."""
    unit = _IN_BRACKETS.search(text)
    name = text[: unit.start()] if unit else text
    second = name[1:2]
    plain = name[:1].lower() + name[1:] if second.islower() and name[:1].isupper() else name
    return plain.strip(), unit[1] if unit else ""


def _delay(name: str, text: str) -> str:
    amount = _NUMBER.fullmatch(text)
    unit = (amount[2] if amount else "") or (found[1] if (found := _IN_BRACKETS.search(name)) else "")
    return f" for {amount[1]} {unit}" if amount and unit else ""


def _level(name: str) -> str:
    """A limit's name as an adjective: "HH" → "high-high", "Upper alarm limit" → "high"."""
    plain = re.sub(rf"\b{_KIND}\b|\b(?:limit|level|threshold|value|set ?point)\b", " ", folded(name))
    plain = " ".join(plain.split())
    return _DOUBLED.get(plain) or ("low" if _LOWER.fullmatch(plain) else "high")
