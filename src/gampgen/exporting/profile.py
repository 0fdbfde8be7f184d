"""A profile: which column of another program holds what. YAML, so that a firm can write its own."""

from __future__ import annotations

import difflib
import json
from collections.abc import Mapping
from dataclasses import fields
from enum import StrEnum
from pathlib import Path

from pydantic import Field, JsonValue, ValidationError

from gampgen.domain.base import Value
from gampgen.errors import UsageError
from gampgen.exporting.content import Case, RequirementLine, Run, Step
from gampgen.settings.shipped import shipped_files
from gampgen.settings.yaml_text import yaml_file, yaml_mapping


class Rows(StrEnum):
    """What a row is."""

    STEP = "step"
    TEST = "test"
    REQUIREMENT = "requirement"


class Column(Value):
    """What stands in a column: a field ("step.action"), or always the same `text`. `words` replaces values."""

    value: str = ""
    text: str = ""
    words: Mapping[str, str] = {}


class Profile(Value):
    """A table for another program.

    `about` is told to whoever exports. `every_row` names the columns that stand on each row of a test; the others that
    speak of the test stand on its first row only, unless `repeat` is set. `separator` joins lists. `limits` gives
    lengths (characters) that a column must not exceed. `most_tests` is how many the program takes at a time.
    """

    name: str
    about: str = ""
    rows: Rows
    files: tuple[str, ...] = Field(default=("csv", "xlsx"), min_length=1)
    repeat: bool = False
    every_row: tuple[str, ...] = ()
    separator: str = "; "
    for_people: bool = False
    sheet: str = "OQ"
    most_tests: int | None = None
    columns: Mapping[str, str | Column] = Field(min_length=1)


_PARTS = {"run": Run, "test": Case, "step": Step, "requirement": RequirementLine}
_OF_A_ROW = {Rows.STEP: ("run", "test", "step"), Rows.TEST: ("run", "test"), Rows.REQUIREMENT: ("run", "requirement")}


def field_names(rows: Rows) -> tuple[str, ...]:
    """The fields that a profile of such rows can name."""
    return tuple(
        f"{part}.{field.name}" for part in _OF_A_ROW[rows] for field in fields(_PARTS[part]) if field.name != "steps"
    )


def shipped_profile(name: str) -> Profile:
    """A profile that gampgen ships. Raises UsageError where there is none of this name."""
    file = shipped_files() / "export_profiles" / f"{name}.yaml"
    if not file.is_file():
        known = ", ".join(shipped_profiles())
        raise UsageError(f"There is no export profile {name!r}", hint=f"Give a .yaml file, or one of {known}")
    return _profile(yaml_mapping(file.read_text("utf-8"), f"{name}.yaml"), f"{name}.yaml")


def shipped_profiles() -> tuple[str, ...]:
    """The names of the shipped profiles."""
    names = (file.name for file in (shipped_files() / "export_profiles").iterdir())
    return tuple(sorted(name.removesuffix(".yaml") for name in names if name.endswith(".yaml")))


def profile_of(name: str) -> Profile:
    """The profile of a .yaml file, or a shipped one. Raises UsageError."""
    if name.endswith((".yaml", ".yml")):
        return _profile(yaml_file(Path(name)), name)
    return shipped_profile(name)


def _profile(held: Mapping[str, JsonValue], where: str) -> Profile:
    try:
        profile = Profile.model_validate_json(json.dumps(held))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        key = ".".join(str(part) for part in first["loc"])
        near = difflib.get_close_matches(key, Profile.model_fields, n=1)
        hint = f"Did you mean {near[0]!r}?" if near else "docs/exports.md describes a profile"
        raise UsageError(f"The export profile is not right: {key}: {first['msg']}", hint=hint, where=where) from error
    for heading, column in profile.columns.items():
        value = column if isinstance(column, str) else column.value
        if value and value not in field_names(profile.rows):
            near = difflib.get_close_matches(value, field_names(profile.rows), n=1)
            hint = f"Did you mean {near[0]!r}?" if near else f"There are {', '.join(field_names(profile.rows))}"
            raise UsageError(f"There is no field {value!r}", hint=hint, where=f"{where}, column {heading}")
    absent = [heading for heading in profile.every_row if heading not in profile.columns]
    if absent:
        raise UsageError(f"every_row names no column: {absent[0]!r}", hint="Use the column's heading", where=where)
    return profile
