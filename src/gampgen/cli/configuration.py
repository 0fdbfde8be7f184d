"""`gampgen config show`: what holds, and where it comes from; and how every other verb gets its settings."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gampgen.cli import console, options
from gampgen.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import JsonValue

    from gampgen.settings.resolving import Resolved

config = typer.Typer(help="The settings of the project.", no_args_is_help=True, rich_markup_mode=None)


@config.command()
def show(
    origin: Annotated[bool, typer.Option("--origin", help="Say where each value comes from.")] = False,
    as_json: options.Json = False,
    debug: options.Debug = False,
) -> None:
    """Print the settings that hold in this folder, without running anything.

    Example: gampgen config show --origin
    """
    with console.failures_told(debug=debug):
        resolved = project_settings({})
        digest = resolved.settings.content_sha256()
        if as_json:
            told = {one.key: {"value": json.loads(one.value), "origin": one.origin} for one in resolved.origins}
            file = str(resolved.file) if resolved.file else None
            console.result(json.dumps({"file": file, "sha256": digest, "settings": told}, indent=2, ensure_ascii=False))
            return
        for one in resolved.origins:
            console.result(f"{one.key} = {one.value}{f'  ({one.origin})' if origin else ''}")
        console.say(f"File: {resolved.file or 'none found'}")
        console.say(f"Digest of what shapes an output (SHA-256): {digest}")


def project_settings(flags: Mapping[str, JsonValue]) -> Resolved:
    """The settings for a command called here: flags over environment over gampgen.yaml over defaults.

    Raises:
        UsageError: a key or value is wrong, or a flag of the language model is given without --llm.
    """
    from gampgen.settings.resolving import resolve

    resolved = resolve(Path.cwd(), os.environ, flags)
    given = any(key.startswith("llm.") and value is not None for key, value in flags.items())
    if given and not resolved.settings.llm.enabled:
        raise UsageError("A flag of the language model without --llm does nothing", hint="Add --llm, or leave it out")
    return resolved
