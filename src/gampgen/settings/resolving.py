"""Flags over environment over `gampgen.yaml` over defaults: the settings of a run, each with its origin.

A run is a function of the project: no file of the user or the machine takes part.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Mapping
from pathlib import Path

from pydantic import JsonValue, ValidationError

from gampgen.domain.base import Value
from gampgen.errors import UsageError
from gampgen.settings import Settings
from gampgen.settings.keys import flattened, is_list, is_path, nested, setting_keys, suggestion, variable
from gampgen.settings.yaml_text import yaml_file

FILE_NAME = "gampgen.yaml"
DEFAULT = "default"
_OURS = "GAMPGEN_"


class SettingOrigin(Value):
    """A setting: its key, its value as JSON, and where it comes from in words."""

    key: str
    value: str
    origin: str


class Resolved(Value):
    """The settings of a run and the origin of each. `file` is the `gampgen.yaml` that was found, or None."""

    settings: Settings
    origins: tuple[SettingOrigin, ...]
    file: Path | None


def find_file(start: Path) -> Path | None:
    """The `gampgen.yaml` of the folder `start` or of the nearest folder above it, or None."""
    folder = start.resolve()
    return next((path for one in (folder, *folder.parents) if (path := one / FILE_NAME).is_file()), None)


def resolve(start: Path, environment: Mapping[str, str], flags: Mapping[str, JsonValue]) -> Resolved:
    """The settings for a command called in the folder `start`.

    Args:
        start: where the search for `gampgen.yaml` begins, upwards.
        environment: the environment variables; those of the form GAMPGEN_<KEY> count.
        flags: settings given on the command line by key; None is not given.

    Raises:
        UsageError: a key is unknown or a value is not one of the setting's; it names the place.
    """
    file = find_file(start)
    values: dict[str, JsonValue] = {}
    origins: dict[str, str] = {}
    for origin, given in (
        (FILE_NAME, _of_file(file)),
        ("environment", _of_environment(environment)),
        ("flag", {key: value for key, value in flags.items() if value is not None}),
    ):
        values.update(given)
        origins.update(dict.fromkeys(given, origin))
    settings = _validated(values, origins, file)
    held = settings.model_dump(mode="json")
    told = (
        SettingOrigin(key=key, value=json.dumps(_at(held, key), ensure_ascii=False), origin=origins.get(key, DEFAULT))
        for key in setting_keys()
    )
    return Resolved(settings=settings, origins=tuple(told), file=file)


def _of_file(file: Path | None) -> dict[str, JsonValue]:
    if file is None:
        return {}
    given = dict(flattened(yaml_file(file)))
    for key in given.keys() & setting_keys().keys():
        value = given[key]
        if is_path(key) and isinstance(value, str):
            given[key] = str(file.parent / value)  # a path in the file is relative to the file
        elif is_path(key) and isinstance(value, list):
            given[key] = [str(file.parent / one) if isinstance(one, str) else one for one in value]
    return given


def _of_environment(environment: Mapping[str, str]) -> dict[str, JsonValue]:
    """What the environment sets. A name that is nearly a setting's is an error; others may be another program's."""
    keys = {variable(key): key for key in setting_keys() if not is_list(key)}
    given: dict[str, JsonValue] = {}
    for name in sorted(environment):
        if name in keys:
            given[keys[name]] = _scalar(keys[name], environment[name])
        elif name.startswith(_OURS) and (near := difflib.get_close_matches(name, keys, n=1, cutoff=0.85)):
            raise UsageError(f"There is no setting {name}", hint=f"Did you mean {near[0]}?", where="environment")
    return given


def _scalar(key: str, text: str) -> JsonValue:
    kinds = setting_keys()[key]
    if bool in kinds and text in ("true", "false"):
        return text == "true"
    if any(issubclass(kind, int) for kind in kinds) and text.removeprefix("-").isdecimal():
        return int(text)
    return text


def _validated(values: Mapping[str, JsonValue], origins: Mapping[str, str], file: Path | None) -> Settings:
    try:
        return Settings.model_validate_json(json.dumps(nested(values)))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        parts = [str(part) for part in first["loc"] if not isinstance(part, int)]
        key = ".".join(parts)
        origin = next(
            (origins[one] for one in origins if one == key or one.startswith(f"{key}.") or key.startswith(one)),
            FILE_NAME,
        )
        where = f"{file}, {key}" if origin == FILE_NAME else f"{origin}, {key}"
        if first["type"] == "extra_forbidden":
            raise UsageError(
                f"There is no setting {key!r}", hint=suggestion(".".join(parts[:-1]), parts[-1]), where=where
            ) from error
        raise UsageError(
            f"The setting {key!r} is not right: {first['msg']}",
            hint="gampgen init writes a file that explains every setting",
            where=where,
        ) from error


def _at(held: Mapping[str, JsonValue], key: str) -> JsonValue:
    value: JsonValue = dict(held)
    for name in key.split("."):
        value = value.get(name) if isinstance(value, dict) else None
    return value
