"""`gampgen explain`: how one statement is read and which tests follow; or the manual of a rule."""

from __future__ import annotations

import json
import re
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from gampgen.cli import console, options
from gampgen.domain.choices import FailOn
from gampgen.errors import InputError, UsageError

_CODE = re.compile(r"[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*")


def explain(
    text: Annotated[
        str | None, typer.Argument(metavar="TEXT", help="A statement, or a rule's code.", show_default=False)
    ] = None,
    jsonl: Annotated[
        str | None, typer.Option(metavar="FILE", help='Lines of {"id", "text"}; - for standard input.')
    ] = None,
    as_json: options.Json = False,
    fail_on: options.FailOnOption = FailOn.NEVER,
    verbose: options.Verbose = False,
    debug: options.Debug = False,
) -> None:
    """Show how a statement is read and which tests follow from it, or print a rule's manual.

    Example: gampgen explain "If the lid is open, the system shall stop dosing."
    """
    with console.failures_told(debug=debug):
        if (text is None) == (jsonl is None):
            raise UsageError(
                "Give either a statement or --jsonl FILE", hint='Try: gampgen explain "The system shall …"'
            )
        if text is not None and _CODE.fullmatch(text.strip()) and _show_rule(text.strip()):
            return
        from gampgen.pipeline.exits import findings_code
        from gampgen.pipeline.explain import explain as read

        if text is not None:
            explanation = read("statement", text)
            if as_json:
                console.result(explanation.model_dump_json(indent=2))
            else:
                from gampgen.cli.explanation import show

                show(explanation, verbose=verbose)
            raise typer.Exit(findings_code(explanation.findings, fail_on))
        code = 0
        for statement_id, statement in _statements(jsonl or "-"):
            explanation = read(statement_id, statement)
            console.result(explanation.model_dump_json())
            code = max(code, findings_code(explanation.findings, fail_on))
        raise typer.Exit(code)


def _show_rule(code: str) -> bool:
    from gampgen.pipeline.rules import rule_of

    rule = rule_of(code)
    if rule is None:
        return False
    told = "\n\n".join(_flowed(rule.manual.strip().removeprefix(f"{rule.code} {rule.name}.").strip()))
    console.result(f"{rule.code}  {rule.name}\n\n{told}\n\nSource: {rule.source}")
    return True


def _flowed(manual: str) -> Iterator[str]:
    """The paragraphs of a manual, each filled to the width of a page; its examples on lines of their own."""
    for paragraph in re.split(r"\n\s*\n", manual):
        parts = re.split(r"\n(?=(?:Bad|Good):)", paragraph)
        yield "\n".join(textwrap.fill(" ".join(part.split()), _PAGE, break_on_hyphens=False) for part in parts)


_PAGE = 100


def _statements(name: str) -> Iterator[tuple[str, str]]:
    for number, line in enumerate(_lines(name), start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            statement = record["id"], record["text"]
        except (ValueError, TypeError, KeyError) as error:
            raise InputError(
                "A line is no JSON object with id and text",
                hint='Write lines such as {"id": "1", "text": "The system shall …"}',
                where=f"{name}, line {number}",
            ) from error
        yield str(statement[0]), str(statement[1])


def _lines(name: str) -> Iterator[str]:
    if name == "-":
        yield from sys.stdin
        return
    try:
        with Path(name).open(encoding="utf-8") as stream:
            yield from stream
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            f"The file cannot be read: {error}", hint="Give a UTF-8 file of JSON lines", where=name
        ) from error
