"""The keys of `gampgen.yaml`: one for each setting that has no parts, with dots ("company.departments.author")."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import UnionType
from typing import Annotated, Union, get_args, get_origin

from pydantic import BaseModel, JsonValue

from gampgen.settings import AcceptedFinding, Settings
from gampgen.settings.language_model import ModelPrice


@cache
def setting_keys() -> Mapping[str, frozenset[type]]:
    """Every key with the types that its value may have, in the order of the settings."""
    return dict(_keys(Settings, ""))


def _keys(model: type[BaseModel], prefix: str) -> Iterator[tuple[str, frozenset[type]]]:
    for name, field in model.model_fields.items():
        kinds = _kinds(field.annotation)
        parts = next((kind for kind in kinds if issubclass(kind, BaseModel)), None)
        if parts:
            yield from _keys(parts, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", kinds


def _kinds(annotation: object) -> frozenset[type]:
    """The types of an annotation without None; a tuple of anything is a tuple, one of paths also a path."""
    if get_origin(annotation) is Annotated:
        return _kinds(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        kinds = (kind for part in get_args(annotation) for kind in _kinds(part))
        return frozenset(kind for kind in kinds if kind is not type(None))
    plain = get_origin(annotation) or annotation
    if plain is tuple and Path in get_args(annotation):
        return frozenset({tuple, Path})
    return frozenset({plain} if isinstance(plain, type) else ())


def is_path(key: str) -> bool:
    """Whether the setting names a file or folder, or several."""
    return Path in setting_keys()[key]


def is_list(key: str) -> bool:
    """Whether the setting holds several values."""
    return tuple in setting_keys()[key]


def variable(key: str) -> str:
    """The environment variable of a key: "company.name" → "GAMPGEN_COMPANY_NAME"."""
    return f"GAMPGEN_{key.replace('.', '_').upper()}"


def suggestion(parent: str, name: str) -> str:
    """What was probably meant by a key that does not exist, as a sentence; else the keys that there are."""
    prefix = f"{parent}." if parent else ""
    listed = {"accepted": AcceptedFinding.model_fields, "llm.prices": ModelPrice.model_fields}
    known = listed.get(parent) or _children(prefix)
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.6)
    if near:
        return f"Did you mean {near[0]!r}?"
    elsewhere = difflib.get_close_matches(
        name, {key.rpartition(".")[2]: key for key in setting_keys()}, n=1, cutoff=0.8
    )
    if elsewhere:
        whole = next(key for key in setting_keys() if key.rpartition(".")[2] == elsewhere[0])
        return f"Did you mean {whole!r}?"
    return f"The keys here are {', '.join(known)}"


def _children(prefix: str) -> dict[str, None]:
    keys = (key.removeprefix(prefix) for key in setting_keys() if key.startswith(prefix))
    return dict.fromkeys(key.partition(".")[0] for key in keys)


def flattened(nested: Mapping[str, JsonValue], prefix: str = "") -> Iterator[tuple[str, JsonValue]]:
    """Keys with their values; a key without a value was not given."""
    for name, value in nested.items():
        key = f"{prefix}{name}"
        if isinstance(value, dict) and key not in setting_keys():
            yield from flattened(value, f"{key}.")
        elif value is not None:
            yield key, value


def nested(flat: Mapping[str, JsonValue]) -> dict[str, JsonValue]:
    """The opposite of `flattened`. A key that is no mapping on the way is given up to validation as it is."""
    whole: dict[str, JsonValue] = {}
    for key, value in flat.items():
        at = whole
        *parents, last = key.split(".")
        for parent in parents:
            inner = at.setdefault(parent, {})
            if not isinstance(inner, dict):
                break
            at = inner
        else:
            at[last] = value
    return whole
