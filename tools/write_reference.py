"""Writes what in docs/ follows from the program itself: docs/commands.md and the list of names in docs/templates.md.

    python tools/write_reference.py [--out FOLDER]

A test runs it and compares.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

import typer
from typer.main import get_command

from gampgen.cli.main import app
from gampgen.rendering.template_names import Known, every_name

DOCS = Path(__file__).resolve().parents[1] / "docs"
BEGIN, END = "<!-- names: written by tools/write_reference.py -->", "<!-- end -->"


def commands() -> str:
    """The command reference: every verb with its text, arguments and options, as the program itself holds them."""
    root = get_command(app)
    parts = [
        "# Commands",
        "",
        "Written by `tools/write_reference.py` out of the program. Exit codes: [for IT and CI](for-it-and-ci.md).",
    ]
    return "\n".join([*parts, *_below(root, ("gampgen",))]) + "\n"


def _below(command: object, path: tuple[str, ...]) -> Iterator[str]:
    inner = getattr(command, "commands", {})
    if not inner or getattr(command, "invoke_without_command", False):
        yield from _one(command, path)
    for name in inner:
        yield from _below(inner[name], (*path, name))


def _one(command: object, path: tuple[str, ...]) -> Iterator[str]:
    name = " ".join(path)
    context = typer.Context(command, info_name=name)  # type: ignore[arg-type]
    help_text = getattr(command, "help", "") or ""
    first, _, rest = help_text.strip().partition("\n")
    yield from ("", f"## {name}", "", first)
    for paragraph in filter(None, re.split(r"\n\s*\n", rest.strip())):
        words = " ".join(paragraph.split())
        example = words.removeprefix("Example: ")
        yield from ("", words) if example == words else ("", f"Example: `{example}`")
    rows = [parameter.get_help_record(context) for parameter in command.get_params(context)]  # type: ignore[attr-defined]
    told = [(names, words) for names, words in filter(None, rows) if "--help" not in names]
    if told:
        yield from ("", "| argument or option | meaning |", "| --- | --- |")
        yield from (f"| {_cell(f'`{names}`')} | {_cell(words)} |" for names, words in told)


def _cell(text: str) -> str:
    return (
        " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;") if "`" not in text else text.replace("|", "\\|")
    )


def names() -> str:
    """The names that a template can use, one group for each part of the content."""
    lines: list[str] = []
    for known in every_name():
        if "." in known.path:
            lines[-1] += f"{':' if lines[-1].endswith(('`', ')')) and ':' not in lines[-1] else ','} {_named(known)}"
        else:
            lines.append(f"- {_named(known)}")
    return "\n".join(lines)


def _named(known: Known) -> str:
    return f"`{known.path}`{' (list)' if known.listed else ''}"


def main() -> None:
    """Write the files."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, default=DOCS)
    folder = parser.parse_args().out
    (folder / "commands.md").write_text(commands(), "utf-8")
    before, _, rest = (DOCS / "templates.md").read_text("utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    (folder / "templates.md").write_text(f"{before}{BEGIN}\n{names()}\n{END}{after}", "utf-8")


if __name__ == "__main__":
    main()
