"""Gathers what a reader notices on the way, and words it as findings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from gampgen.domain.finding import Finding
from gampgen.domain.location import Location
from gampgen.readers.rules import BY_CODE, Noticed, ReaderRule

_QUOTE_LIMIT: Final = 120  # characters: enough to find the place, short enough for a list
_PLACES_LIMIT: Final = 50  # findings of one rule; the rest is counted in the last one


@dataclass(frozen=True, slots=True)
class _Note:
    location: Location | None
    quote: str
    count: int


class Notices:
    """A list of observations that becomes findings at the end of the reading."""

    def __init__(self) -> None:
        self._noted: dict[Noticed, list[_Note]] = {}

    def note(self, code: Noticed, location: Location | None = None, quote: str = "", count: int = 1) -> None:
        """Records one observation: its rule, its place, the words concerned, and how many things it stands for."""
        self._noted.setdefault(code, []).append(_Note(location, _shortened(quote), count))

    def findings(self) -> tuple[Finding, ...]:
        """The findings, by code, and in reading order within a code."""
        found: list[Finding] = []
        for code in sorted(self._noted):
            rule, notes = BY_CODE[code], self._noted[code]
            if not rule.each:
                found.append(_finding(rule, notes[0], sum(note.count for note in notes)))
                continue
            found.extend(_finding(rule, note, note.count) for note in notes[:_PLACES_LIMIT])
            if len(notes) > _PLACES_LIMIT:
                found.append(_rest(rule, len(notes) - _PLACES_LIMIT, notes[_PLACES_LIMIT]))
        return tuple(found)


def _finding(rule: ReaderRule, note: _Note, count: int) -> Finding:
    return Finding(
        code=rule.code.value,
        severity=rule.severity,
        location=note.location,
        message=rule.message.format(count=count, quote=note.quote),
        hint=rule.hint,
    )


def _rest(rule: ReaderRule, count: int, first: _Note) -> Finding:
    return Finding(
        code=rule.code.value,
        severity=rule.severity,
        location=first.location,
        message=f"{rule.name}: {count} more place(s) like the {_PLACES_LIMIT} listed, from here on.",
        hint=rule.hint,
    )


def _shortened(quote: str) -> str:
    folded = " ".join(quote.split())
    return folded if len(folded) <= _QUOTE_LIMIT else folded[: _QUOTE_LIMIT - 1].rstrip() + "…"
