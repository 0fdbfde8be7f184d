"""New acceptances in `gampgen.yaml`: only lines are added, every comment stays."""

from __future__ import annotations

import json
import re
from pathlib import Path

from gampgen.errors import UsageError
from gampgen.settings import AcceptedFinding
from gampgen.settings.yaml_text import yaml_mapping

_KEY = re.compile(r"^accepted:[ \t]*(?:\[[ \t]*\][ \t]*)?(?:#.*)?$")
_ITEM = re.compile(r"^([ \t]*)- ")


def with_accepted(text: str, added: tuple[AcceptedFinding, ...], where: Path) -> str:
    """The text of a `gampgen.yaml` with further acceptances.

    Args:
        text: the file as it is.
        added: what is accepted now.
        where: the file, as a failure names it.

    Raises:
        UsageError: the file is not right, or its list of acceptances is written in a way that lines cannot be added to.
    """
    before = yaml_mapping(text, str(where))
    lines = text.splitlines()
    at = next((number for number, line in enumerate(lines) if _KEY.match(line)), None)
    if at is None:
        lines += ["", "accepted:"] if lines else ["accepted:"]
        at = len(lines) - 1
    else:
        lines[at] = re.sub(r"\[[ \t]*\][ \t]*", "", lines[at]).rstrip()
    indent = _indent_below(lines, at)
    items = [line for one in added for line in _item(one, indent)]
    result = "\n".join([*lines[: at + 1], *items, *lines[at + 1 :]]) + "\n"
    held = before.get("accepted") or []
    wanted = [*[_plain(one) for one in added], *(held if isinstance(held, list) else [held])]
    if yaml_mapping(result, str(where)) != {**before, "accepted": wanted}:
        raise UsageError(
            "The list of accepted findings cannot be added to as it is written",
            hint="Write it as 'accepted:' with an item below for each, as gampgen init shows",
            where=str(where),
        )
    return result


def _indent_below(lines: list[str], at: int) -> str:
    """How far the items below are set in."""
    for line in lines[at + 1 :]:
        if match := _ITEM.match(line):
            return match[1]
        if line.strip() and not line.lstrip().startswith("#"):
            break
    return "  "


def _plain(one: AcceptedFinding) -> dict[str, str]:
    held = one.model_dump(mode="json")
    return {name: value for name, value in held.items() if value not in (None, "")}


def _item(one: AcceptedFinding, indent: str) -> list[str]:
    """The item's lines; every value as a JSON text, which YAML reads as the same text."""
    pairs = [
        f"{name}: {json.dumps(value, ensure_ascii=not value.isprintable())}" for name, value in _plain(one).items()
    ]
    return [f"{indent}- {pairs[0]}", *(f"{indent}  {pair}" for pair in pairs[1:])]
