"""G1: an answer is strict JSON, small, flat, and holds exactly what was asked for.

Python's `json` takes duplicate keys, NaN and numbers of any length; a model's answer may not have them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

MOST_BYTES = 256 * 1024
MOST_DEPTH = 20
_LONGEST_NUMBER = 15

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


class NotStrictError(ValueError):
    """The text is not the JSON that was asked for; the message says why, in gampgen's own words."""


def strict_json(text: str) -> Json:
    """The value of a JSON text.

    Raises:
        NotStrictError: too large, too deep, no JSON, a key twice, NaN or infinity, a number of more than 15 digits.
    """
    if len(text.encode("utf-8", "replace")) > MOST_BYTES:
        raise NotStrictError(f"the answer is larger than {MOST_BYTES} bytes")
    if _depth(text) > MOST_DEPTH:
        raise NotStrictError(f"the answer is nested deeper than {MOST_DEPTH}")
    try:
        value: Json = json.loads(text, parse_constant=_refuse, parse_int=_whole, object_pairs_hook=_unique)
    except NotStrictError:
        raise
    except (ValueError, RecursionError):
        raise NotStrictError("the answer is not one JSON value and nothing else") from None
    return value


def _depth(text: str) -> int:
    """The deepest nesting of brackets outside strings; the text need not be JSON."""
    depth = deepest = 0
    in_string = escaped = False
    for char in text:
        if escaped:
            escaped = False
        elif char == "\\":
            escaped = in_string
        elif char == '"':
            in_string = not in_string
        elif not in_string and char in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif not in_string and char in "]}":
            depth -= 1
    return deepest


def _refuse(text: str) -> Json:
    raise NotStrictError(f"{text} is no JSON number")


def _whole(text: str) -> int:
    if len(text) > _LONGEST_NUMBER:
        raise NotStrictError("a number in the answer is too long")
    return int(text)


def _unique(pairs: Iterable[tuple[str, Json]]) -> dict[str, Json]:
    seen: dict[str, Json] = {}
    for key, value in pairs:
        if key in seen:
            raise NotStrictError("a key stands twice in one object")
        seen[key] = value
    return seen
