"""What goes to which stream, and how: results to standard output, everything for people to standard error.

Text from documents never reaches a terminal raw: control characters are made visible, and Rich's markup is off.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper

import typer

from gampgen.domain.visible import visible
from gampgen.errors import GampgenError, UsageError

INTERRUPTED = 130
A_BUG = 70


def prepare_streams() -> None:
    """Make both streams take every character, whatever the console's encoding.

    A pipe or file gets UTF-8, which programs expect of JSON; a console that cannot show a character gets its code.
    Where PYTHONIOENCODING names an encoding, that one stays.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            chosen = stream.isatty() or "PYTHONIOENCODING" in os.environ
            stream.reconfigure(encoding=None if chosen else "utf-8", errors="backslashreplace")


def say(text: str = "") -> None:
    """One line for people."""
    typer.echo(visible(text), err=True)


def result(text: str) -> None:
    """The result, for standard output."""
    typer.echo(text)


@contextmanager
def failures_told(*, debug: bool) -> Iterator[None]:
    """Turn a failure into one short block and the contract's exit code; a traceback only with `debug`."""
    try:
        yield
    except GampgenError as error:
        _show_traceback(debug=debug)
        failed(error)
        raise typer.Exit(error.exit_code) from error
    except KeyboardInterrupt as error:
        say("Interrupted. Nothing was written.")
        raise typer.Exit(INTERRUPTED) from error
    except BrokenPipeError as error:
        sys.stderr.close()  # whoever read our output has gone; there is nobody to tell
        raise typer.Exit(1) from error
    except typer.Exit:
        raise
    except Exception as error:
        # The one place that may catch everything: a person gets a plain sentence instead of a traceback.
        _show_traceback(debug=debug)
        _block(
            f"This is a bug in gampgen: {type(error).__name__}: {error}",
            None,
            "Please report it; --debug shows the traceback. No output folder was written",
        )
        raise typer.Exit(A_BUG) from error


@contextmanager
def interrupted(advice: str) -> Iterator[None]:
    """Say on Ctrl-C how to go on, where something was already done."""
    try:
        yield
    except KeyboardInterrupt as error:
        say(f"Interrupted. What is done stays done: {advice}.")
        raise typer.Exit(INTERRUPTED) from error


def refuse_two_results(*, as_json: bool, events: str | None) -> None:
    """Standard output holds one result. Raises UsageError where two are wished for."""
    if as_json and events == "-":
        raise UsageError("--json and --events - both write to standard output", hint="Send the events to a file")


def failed(error: GampgenError) -> None:
    """A failure as one short block."""
    _block(error.title, error.where, error.hint)


def _show_traceback(*, debug: bool) -> None:
    if debug:
        say(traceback.format_exc())


def _block(title: str, where: str | None, hint: str) -> None:
    say(f"Error: {title.rstrip('.')}.")
    if where:
        say(f"  Where: {where}")
    say(f"  What to do: {hint.rstrip('.')}.")


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 test", "2 tests"."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
