"""YAML as people mean it: a text stays a text, nothing is dropped in silence."""

from __future__ import annotations

import re
from collections.abc import Hashable
from pathlib import Path
from typing import Any

import yaml
from pydantic import JsonValue, TypeAdapter

from gampgen.errors import UsageError

_JSON = TypeAdapter(dict[str, JsonValue])
_BOOLEAN, _NULL, _WHOLE = (
    re.compile(r"^(?:true|false)$"),
    re.compile(r"^(?:~|null|)$"),
    re.compile(r"^-?(?:0|[1-9]\d*)$"),
)


class _PlainLoader(yaml.SafeLoader):
    """Reads no date, no "no" for false, no base-60 number out of a text; refuses a key that stands twice."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 - PyYAML's own attribute

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:  # noqa: FBT001, FBT002 - PyYAML's signature
        seen: set[object] = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if key in seen:
                raise yaml.MarkedYAMLError(problem=f"the key {key!r} stands twice", problem_mark=key_node.start_mark)
            seen.add(key)
        return super().construct_mapping(node, deep=deep)


for _tag, _pattern, _first in (
    ("tag:yaml.org,2002:bool", _BOOLEAN, "tf"),
    ("tag:yaml.org,2002:null", _NULL, "~n"),
    ("tag:yaml.org,2002:int", _WHOLE, "-0123456789"),
):
    _PlainLoader.add_implicit_resolver(_tag, _pattern, list(_first))
_PlainLoader.add_implicit_resolver("tag:yaml.org,2002:null", _NULL, [""])


def yaml_mapping(text: str, where: str) -> dict[str, JsonValue]:
    """A YAML text that holds a mapping; an empty one gives none.

    Args:
        text: the YAML.
        where: the file, as a failure names it.

    Raises:
        UsageError: it is no YAML, no mapping, or a key stands twice.
    """
    try:
        held = yaml.load(text, Loader=_PlainLoader)  # noqa: S506 - a SafeLoader that reads less
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or str(error)
        place = f"{where}, line {mark.line + 1}" if mark else where
        raise UsageError(f"The YAML cannot be read: {problem}", hint="Correct the line named", where=place) from error
    if held is None:
        return {}
    if not isinstance(held, dict) or not all(isinstance(key, str) for key in held):
        raise UsageError("The file holds no names with values", hint="Write lines such as name: value", where=where)
    return _JSON.validate_python(held)


def yaml_file(path: Path) -> dict[str, JsonValue]:
    """A YAML file that holds a mapping. Raises UsageError, also where it cannot be read."""
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"The file cannot be read: {error}", hint="Give a UTF-8 text file", where=str(path)) from error
    return yaml_mapping(text, str(path))
