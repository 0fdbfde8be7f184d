"""`gampgen knowledge`: the regulatory reference that clauses are looked up in, and a firm's own files."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gampgen.cli import console, options

if TYPE_CHECKING:
    from gampgen.knowledge import Clause, Knowledge

knowledge = typer.Typer(
    help="The regulatory reference, and your own clauses.", no_args_is_help=True, rich_markup_mode=None
)
_FILE = "your own file"


@knowledge.command("list")
def list_(
    source: Annotated[str | None, typer.Option(help="Only the clauses of this source, by its key.")] = None,
    status: Annotated[str | None, typer.Option(help="Only clauses of this status: in_force, draft, …")] = None,
    files: options.KnowledgeFiles = None,
    as_json: options.Json = False,
    debug: options.Debug = False,
) -> None:
    """List the clauses with their status.

    Example: gampgen knowledge list --source P11
    """
    with console.failures_told(debug=debug):
        from gampgen.errors import UsageError
        from gampgen.knowledge import ClauseStatus

        known = _reference(files)
        if status is not None and status not in set(ClauseStatus):
            raise UsageError(f"There is no status {status!r}", hint=f"Use one of {', '.join(ClauseStatus)}")
        if source is not None and source not in {one.key for one in known.sources}:
            keys = ", ".join(one.key for one in known.sources)
            raise UsageError(f"There is no source {source!r}", hint=f"Use one of {keys}")
        shown = [one for one in known.clauses if source in (None, one.source) and status in (None, one.status.value)]
        if as_json:
            console.result(json.dumps([_told(one) for one in shown], indent=2, ensure_ascii=False))
            return
        for one in shown:
            console.result(f"{one.id:24} {one.status.value:18} {one.cited_as}: {one.title}")
        console.say(f"{len(shown)} of {len(known.clauses)} clauses")


@knowledge.command()
def show(
    ref: Annotated[str, typer.Argument(metavar="ID", help="A clause's id, or how it is cited.", show_default=False)],
    files: options.KnowledgeFiles = None,
    as_json: options.Json = False,
    debug: options.Debug = False,
) -> None:
    """Show one clause: what it says in our own words, its status, when it applies, and its source.

    Example: gampgen knowledge show P11-11.10-e
    """
    with console.failures_told(debug=debug):
        from gampgen.errors import UsageError

        known = _reference(files)
        found = [one for one in known.clauses if ref.lower() in (one.id.lower(), one.cited_as.lower())]
        if not found:
            near = [one.id for one in known.clauses if ref.lower() in f"{one.id} {one.cited_as}".lower()][:5]
            hint = f"Perhaps {', '.join(near)}" if near else "gampgen knowledge list names them all"
            raise UsageError(f"The reference holds no clause {ref!r}", hint=hint)
        if as_json:
            console.result(json.dumps(_told(found[0]), indent=2, ensure_ascii=False))
            return
        for line in _in_words(known, found[0]):
            console.result(line)


@knowledge.command()
def search(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="A statement, or a few words.", show_default=False)],
    files: options.KnowledgeFiles = None,
    as_json: options.Json = False,
    debug: options.Debug = False,
) -> None:
    """Find the clauses that a statement calls for, and others that speak of the same.

    Example: gampgen knowledge search "Each change shall be recorded in the audit trail."
    """
    with console.failures_told(debug=debug):
        from gampgen.pipeline.looking_up import look_up

        found = look_up(_reference(files), text)
        if as_json:
            console.result(json.dumps([one.model_dump() for one in found], indent=2, ensure_ascii=False))
            return
        called = [one for one in found if one.called_for]
        for one in called:
            console.result(f"{one.cited_as}: {one.title}  [{one.status}]  because of '{one.called_for}'")
        if not called:
            console.say("No clause is called for by these words: a test of this statement would cite none.")
        others = [one for one in found if not one.called_for]
        if others:
            console.say("Also speaking of it, and cited for it by nobody:")
        for one in others:
            console.result(f"  {one.cited_as}: {one.title}  [{one.status}]")
        if not found:
            console.say("Nothing in the reference speaks of it.")


@knowledge.command()
def check(files: options.KnowledgeFiles = None, as_json: options.Json = False, debug: options.Debug = False) -> None:
    """Check the reference and your own files, without a run: what they hold, and what yours change.

    Example: gampgen knowledge check --knowledge our_knowledge.yaml
    """
    with console.failures_told(debug=debug):
        from gampgen.knowledge import overrides_of

        paths = _paths(files)
        known, changed = _reference(files), overrides_of(paths)
        counts = Counter(one.status.value for one in known.clauses)
        if as_json:
            told = {
                "clauses": len(known.clauses),
                "citable": sum(one.citable for one in known.clauses),
                "statuses": dict(sorted(counts.items())),
                "sha256": known.sha256,
                "files": [one.model_dump() for one in known.firm],
                "overrides": [one.model_dump(mode="json") for one in changed],
            }
            console.result(json.dumps(told, indent=2, ensure_ascii=False))
            return
        console.result(
            f"{len(known.clauses)} clauses, {sum(one.citable for one in known.clauses)} may be cited by a test"
        )
        for status, count in sorted(counts.items()):
            console.result(f"  {count:4}  {status}")
        console.result(f"Digest of the shipped reference (SHA-256): {known.sha256}")
        for file in known.firm:
            console.result(f"{file.name} (SHA-256): {file.sha256}")
        for one in changed:
            console.result(f"  {one.file} changes {one.id}: {one.before.value} -> {one.after.value}")


def _paths(files: list[Path] | None) -> tuple[Path, ...]:
    from gampgen.cli.configuration import project_settings

    return project_settings({"knowledge": [str(path) for path in files] if files else None}).settings.knowledge


def _reference(files: list[Path] | None) -> Knowledge:
    from gampgen.knowledge import load_with

    return load_with(_paths(files))


def _told(clause: Clause) -> dict[str, object]:
    return {**clause.model_dump(mode="json"), "citable": clause.citable}


def _in_words(known: Knowledge, clause: Clause) -> list[str]:
    source = known.source(clause.source)
    lines = [
        f"{clause.id}  {clause.cited_as}: {clause.title}",
        "",
        clause.paraphrase,
        "",
        f"Status     {clause.status.value.replace('_', ' ')}{'' if clause.citable else ' (no test cites it)'}",
        f"Source     {source.title}, {source.publisher}",
        f"Version    {clause.version}; effective {clause.effective}",
        f"Met by     a {clause.control_type.value} control{'' if clause.testable else '; nothing to test in OQ'}",
        f"Keywords   {', '.join(clause.keywords) or 'none'}",
        f"Two of     {', '.join(clause.supporting_keywords) or 'none'}",
        f"Patterns   {len(clause.patterns)} (--json shows them)",
        f"Verified   {clause.how_verified or _FILE}",
    ]
    lines += [f"Check      {one.action} -> {one.expected}" for one in clause.typical_oq_checks]
    return lines
