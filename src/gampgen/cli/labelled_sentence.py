"""A sentence with its parts coloured where they stand and named underneath ("╰── C1 ──╯")."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rich.text import Text

_SHORTEST_BRACKET = 4


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a sentence: its name ("C1"), its words as read, and the style in which it is shown."""

    name: str
    words: tuple[str, ...]
    style: str


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    part: Part


def labelled(sentence: str, parts: Iterable[Part], width: int, *, plain: bool) -> Iterator[Text]:
    """The lines of a sentence, each followed by a line of names where it holds a part.

    Args:
        sentence: the sentence, white space folded.
        parts: in the order in which they stand.
        width: cells of a line.
        plain: use ASCII brackets, for terminals without line drawing.
    """
    marks = _marks(sentence, parts)
    at = 0
    for line in textwrap.wrap(sentence, width, break_long_words=True, break_on_hyphens=False) or [""]:
        start = sentence.index(line, at)
        at = start + len(line)
        text, names = Text(line), Text(" " * len(line))
        inside = [mark for mark in marks if mark.start < at and mark.end > start]
        for mark in inside:
            first, last = max(mark.start, start) - start, min(mark.end, at) - start
            text.stylize(mark.part.style, first, last)
            names = _with_name(names, first, last, mark.part, plain=plain)
        yield text
        if inside:
            names.rstrip()
            yield names


def _with_name(names: Text, first: int, last: int, part: Part, *, plain: bool) -> Text:
    opening, between, closing = ("`", "-", "'") if plain else ("╰", "─", "╯")
    size = last - first
    if size < max(_SHORTEST_BRACKET, len(part.name) + 2):
        name = part.name[:size].ljust(size)
    else:
        name = opening + part.name.center(size - 2, between) + closing
    out = names[:first]
    out.append(name, style=part.style)
    out.append_text(names[last:])
    return out


def _marks(sentence: str, parts: Iterable[Part]) -> list[_Mark]:
    """Where the words of each part stand; words that two parts share belong to the first of them."""
    marks: list[_Mark] = []
    for part in parts:
        at = 0
        for words in part.words:
            for run in _runs(sentence, words.split(), at, marks):
                marks.append(_Mark(run[0], run[1], part))
                at = run[1]
    return _joined(sentence, sorted(marks, key=lambda mark: mark.start))


def _runs(sentence: str, words: list[str], at: int, taken: list[_Mark]) -> Iterator[tuple[int, int]]:
    """The longest runs of some words that stand in the sentence in this order and belong to no other part yet."""
    first = 0
    while first < len(words):
        found, size = _longest(sentence, words[first:], at, taken)
        if found >= 0 and (size > 1 or size == len(words) - first == len(words)):
            end = found + len(" ".join(words[first : first + size]))
            yield found, end
            at = end
        first += max(size, 1)


def _longest(sentence: str, words: list[str], at: int, taken: list[_Mark]) -> tuple[int, int]:
    for size in range(len(words), 0, -1):
        run = " ".join(words[:size])
        for start in (at, 0):
            found = sentence.find(run, start)
            while found >= 0:
                if all(found >= mark.end or found + len(run) <= mark.start for mark in taken):
                    return found, size
                found = sentence.find(run, found + 1)
    return -1, 1


def _joined(sentence: str, marks: list[_Mark]) -> list[_Mark]:
    """Neighbouring marks of one part as one."""
    out: list[_Mark] = []
    for mark in marks:
        before = out[-1] if out else None
        if before is not None and before.part == mark.part and not sentence[before.end : mark.start].strip():
            out[-1] = _Mark(before.start, mark.end, mark.part)
        else:
            out.append(mark)
    return out
