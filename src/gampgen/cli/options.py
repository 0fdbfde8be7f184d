"""Options that several commands share: one name, one meaning."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gampgen.domain.choices import FailOn, OnDoubt, TrackedChanges

Source = Annotated[Path, typer.Argument(metavar="URS", help="The requirement document.", show_default=False)]
Json = Annotated[bool, typer.Option("--json", help="One JSON document on standard output.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Say more.")]
Debug = Annotated[bool, typer.Option("--debug", help="Show the traceback of a failure.")]
Tracked = Annotated[
    TrackedChanges | None, typer.Option(help="Read a Word document's tracked changes; without it they are refused.")
]
Encoding = Annotated[str | None, typer.Option(help="Encoding of a text file that is not UTF-8.")]
System = Annotated[str | None, typer.Option(help="Which system, where the file specifies several.")]
UnreadPages = Annotated[bool, typer.Option("--allow-unread-pages", help="Go on where a page has no text layer.")]
FailOnOption = Annotated[FailOn, typer.Option("--fail-on", help="Lowest severity of finding that gives exit code 1.")]
FailOnSetting = Annotated[
    FailOn | None,
    typer.Option("--fail-on", help="Lowest severity of finding that gives exit code 1.", show_default="error"),
]
Template = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Your own Word template.", show_default="the one that gampgen ships"),
]
KnowledgeFiles = Annotated[
    list[Path] | None,
    typer.Option("--knowledge", metavar="FILE", help="Your own clauses in YAML; may be given several times."),
]
Pdf = Annotated[bool, typer.Option("--pdf", help="Also the protocol as a PDF; needs LibreOffice.")]
OnDoubtOption = Annotated[
    OnDoubt | None,
    typer.Option("--on-doubt", help="What to do when the category needs a person; asks on a terminal."),
]


def reading(
    system: str | None,
    tracked: TrackedChanges | None,
    encoding: str | None,
    allow_unread_pages: bool,  # noqa: FBT001 - the flags of every verb that reads a document, in their order
) -> dict[str, str | bool | None]:
    """The flags on reading as settings by key; None is not given."""
    return {
        "read.system": system,
        "read.tracked": tracked,
        "read.encoding": encoding,
        "read.allow_unread_pages": allow_unread_pages or None,
    }
