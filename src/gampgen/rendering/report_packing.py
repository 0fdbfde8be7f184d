"""The tests of a large report as data: a text that occurs twice is held once, and the page's own script lays it out.

A report that is not large holds all of it as markup, for readers whose mail program runs no scripts. In a large one
they still see everything but the steps and what stands beside them; the page says where those are.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup

from gampgen.rendering.entries import Quoted, Script
from gampgen.rendering.text import split_blanks, visible

LARGE = 1_000_000
"""Bytes from which on a report is large: what mail programs and their gateways take without a question."""

_BLANK = "\x01"  # stands on both sides of a marked blank; no text holds it, since it cannot be seen
_SHORT = 4  # characters; a shorter text takes less room than the number of its place

Packed = str | int | list["Packed"]


def packed_tests(scripts: Sequence[Script]) -> Markup:
    """The tests as the inside of a JSON element: `words`, and per test its sources, facts and steps.

    A number in the place of a text is the text's place in `words`.

    Args:
        scripts: the tests, in their order.
    """
    tests: list[Packed] = [[_sources(script), _facts(script), _steps(script)] for script in scripts]
    counts = Counter(_texts(tests))
    words = [text for text, count in counts.items() if count > 1 and len(text) > _SHORT]
    places = {text: at for at, text in enumerate(words)}
    told = json.dumps({"words": words, "tests": _placed(tests, places)}, ensure_ascii=False, separators=(",", ":"))
    return Markup(told.replace("<", "\\u003c"))  # noqa: S704 - without "<" it cannot end its element


def _sources(script: Script) -> list[Packed]:
    return [
        [_told(source.id), source.anchor, [_line(line) for line in source.lines], _line(source.criteria)]
        for source in script.sources
    ]


def _line(pieces: Sequence[Quoted]) -> list[Packed]:
    """A line as its pieces; one that a step quotes is a list of its text and the steps whose quote ends there."""
    return [[_told(one.text), one.steps] if one.marked else _told(one.text) for one in pieces]


def _facts(script: Script) -> list[Packed]:
    """What stands below the objective: a heading and its lines, a link as a list of its text and target."""
    written = f"{script.scripted}, estimated {script.minutes} min, written by: {script.origin.lower()}"
    facts: list[tuple[str, list[Packed]]] = [
        ("Why this test", [_told(script.rationale)] if script.rationale else []),
        ("Kind", [written]),
        ("Clauses", [[_told(one.id), one.anchor] for one in script.references]),
        ("Preconditions", [_told(text) for text in script.preconditions]),
        ("Test data", [f"{_told(one.name)}: {_told(one.value)}" for one in script.inputs]),
    ]
    return [[heading, lines] for heading, lines in facts if lines]


def _steps(script: Script) -> list[Packed]:
    return [
        [
            str(step.number),
            _told(step.action),
            "" if step.set_up else _told(step.expected),
            _told(step.evidence),
            _told(step.rests_on),
            *([_told(step.quote)] if step.quote and not step.beside else []),
        ]
        for step in script.steps
    ]


def _told(text: str) -> str:
    """The text as it is shown, with its marked blanks between the signs for them."""
    shown = visible(text)
    if "<" not in shown:
        return shown
    return "".join(f"{_BLANK}{one.text}{_BLANK}" if one.marked else one.text for one in split_blanks(shown))


def _texts(packed: Packed) -> Iterator[str]:
    if isinstance(packed, str):
        yield packed
    elif isinstance(packed, list):
        for part in packed:
            yield from _texts(part)


def _placed(packed: Packed, places: Mapping[str, int]) -> Packed:
    if isinstance(packed, str):
        return places.get(packed, packed)
    return [_placed(part, places) for part in packed] if isinstance(packed, list) else packed
