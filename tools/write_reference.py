"""Writes what in docs/ follows from the program itself: commands, the names of a template, settings, exit codes.

    python tools/write_reference.py [--out FOLDER]

A test runs it and compares.
"""

from __future__ import annotations

import argparse
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

import typer
from typer.main import get_command

from gampgen import errors
from gampgen.cli.main import app
from gampgen.rendering.template_names import Known, every_name
from gampgen.settings.commented import commented_file
from gampgen.settings.resolving import resolve

DOCS = Path(__file__).resolve().parents[1] / "docs"
END = "<!-- end -->"
_UNSET = ("null", '""', "[]")


def begin(what: str) -> str:
    """Where a part that this tool writes begins; it ends with `END`."""
    return f"<!-- {what}: written by tools/write_reference.py -->"


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


def settings() -> str:
    """Every setting with its default, and the file that `gampgen init` writes."""
    lines = ["| key | default |", "| --- | --- |"]
    with tempfile.TemporaryDirectory() as nowhere:
        held = resolve(Path(nowhere), {}, {}).origins
    lines += [f"| `{one.key}` | {'' if one.value in _UNSET else f'`{one.value}`'} |" for one in held]
    return "\n".join([*lines, "", "```yaml", commented_file().rstrip(), "```"])


def exit_codes() -> str:
    """The exit codes with the first sentence of the failure that ends with them."""
    told: dict[int, list[str]] = {}
    for kind in vars(errors).values():
        if isinstance(kind, type) and issubclass(kind, errors.GampgenError):
            told.setdefault(kind.exit_code, []).append((kind.__doc__ or "").strip().splitlines()[0])
    rows = [f"| {code} | {' '.join(dict.fromkeys(words))} |" for code, words in sorted(told.items())]
    return "\n".join(["| code | failure |", "| --- | --- |", *rows])


def _filled(name: str, what: str, written: str) -> str:
    before, found, rest = (DOCS / name).read_text("utf-8").partition(begin(what))
    _, _, after = rest.partition(END)
    return f"{before}{found}\n{written}\n{END}{after}"


def main() -> None:
    """Write the files."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, default=DOCS)
    folder = parser.parse_args().out
    (folder / "commands.md").write_text(commands(), "utf-8")
    (folder / "templates.md").write_text(_filled("templates.md", "names", names()), "utf-8")
    (folder / "configuration.md").write_text(_filled("configuration.md", "settings", settings()), "utf-8")
    (folder / "for-it-and-ci.md").write_text(_filled("for-it-and-ci.md", "exit codes", exit_codes()), "utf-8")


if __name__ == "__main__":
    main()
