"""`suite.json`: the suite for programs. Names are the contract's; the order is that of the fields."""

from __future__ import annotations

from pydantic_core import to_json

from gampgen.domain.suite import OQTestSuite
from gampgen.rendering.text import unseen_escaped

FILE_NAME = "suite.json"

# In these the contract asks for the parts that apply; everywhere else null is a statement.
_ONLY_WHAT_APPLIES = frozenset({"location", "source"})


def suite_json(suite: OQTestSuite) -> bytes:
    """The suite as UTF-8 JSON with an indent of 1 and a final line end; the same suite gives the same bytes.

    Unseen characters (controls, direction marks, tags) stand as JSON escapes, so that the file can be read by eye.
    """
    text = to_json(_without_gaps(suite.model_dump()), indent=1).decode()
    return (unseen_escaped(text) + "\n").encode()


def _without_gaps(value: object) -> object:
    if isinstance(value, dict):
        return {
            name: _applying(part) if name in _ONLY_WHAT_APPLIES else _without_gaps(part) for name, part in value.items()
        }
    return [_without_gaps(part) for part in value] if isinstance(value, list | tuple) else value


def _applying(value: object) -> object:
    return {name: part for name, part in value.items() if part is not None} if isinstance(value, dict) else value
