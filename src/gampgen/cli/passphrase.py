"""Asking for a passphrase: never on the command line, where others could read it in the list of processes."""

from __future__ import annotations

import os
import sys

import typer

from gampgen.errors import UsageError

VARIABLE = "GAMPGEN_PASSPHRASE"


def passphrase() -> str:
    """The passphrase: asked for without showing it, or taken from `GAMPGEN_PASSPHRASE` where nobody can be asked."""
    return os.environ.get(VARIABLE) or _asked("Passphrase of your key")


def new_passphrase() -> str:
    """A new passphrase, asked for twice. Raises UsageError where the two differ."""
    given = os.environ.get(VARIABLE)
    if given:
        return given
    first = _asked("New passphrase")
    if first != _asked("The same again"):
        raise UsageError("The two passphrases differ", hint="Try again")
    return first


def _asked(words: str) -> str:
    if not sys.stdin.isatty():
        raise UsageError("There is no terminal to ask for the passphrase", hint=f"Set {VARIABLE} for a script")
    try:
        answer: str = typer.prompt(words, hide_input=True, err=True)
    except typer.Abort as error:
        raise UsageError("No passphrase was given", hint="Type it when asked") from error
    return answer
