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
Pdf = Annotated[bool, typer.Option("--pdf", help="Also the protocol as a PDF; needs LibreOffice or the extra [pdf].")]
Llm = Annotated[
    bool, typer.Option("--llm", help="Let a language model look at the draft too; nothing is sent without this.")
]
LlmModel = Annotated[str | None, typer.Option("--llm-model", help="The model's name; any name is accepted.")]
LlmBaseUrl = Annotated[
    str | None,
    typer.Option("--llm-base-url", help="An OpenAI-compatible server.", show_default="the provider's own"),
]
LlmRequired = Annotated[
    bool, typer.Option("--llm-required", help="No suite unless the model answered everything, and soundly.")
]
LlmDryRun = Annotated[
    bool, typer.Option("--llm-dry-run", help="Print what would be sent, and its cost; send and write nothing.")
]
LlmCache = Annotated[Path | None, typer.Option("--llm-cache", help="Folder of answers that runs share.")]
LlmTimeout = Annotated[
    int | None, typer.Option("--llm-timeout", min=1, help="Seconds for one question.", show_default="60")
]
MaxTokens = Annotated[int | None, typer.Option("--max-tokens", min=1, help="Most tokens of the model for a document.")]
MaxCost = Annotated[
    str | None, typer.Option("--max-cost", help="Most money for a document; needs the model's price in gampgen.yaml.")
]
MaxRequests = Annotated[int | None, typer.Option("--max-requests", min=1, help="Most requests for a document.")]
Include = Annotated[
    list[str] | None, typer.Option(metavar="PATTERN", help="Only these documents, as in *.docx; may be repeated.")
]
Exclude = Annotated[
    list[str] | None, typer.Option(metavar="PATTERN", help="Not these documents or folders; may be repeated.")
]
Jobs = Annotated[int | None, typer.Option(min=1, help="Documents at a time.", show_default="number of processors")]
Events = Annotated[
    str | None,
    typer.Option(metavar="TARGET", help="Events as lines of JSON: to a file, - (standard output), or an http(s) URL."),
]
Trace = Annotated[
    str | None, typer.Option("--trace", metavar="FILE|URL", help="Tell the run as an OpenTelemetry trace, too.")
]
TraceTexts = Annotated[bool, typer.Option("--trace-texts", help="Prompts and answers in the trace, too.")]
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


def language_model(
    llm: bool,  # noqa: FBT001 - the flags of every verb that may use a model, in their order
    model: str | None,
    base_url: str | None,
    required: bool,  # noqa: FBT001 - as above
    cache: Path | None,
    timeout: int | None,
    max_tokens: int | None,
    max_cost: str | None,
    max_requests: int | None,
) -> dict[str, str | bool | int | None]:
    """The flags on the language model as settings by key; None is not given."""
    return {
        "llm.enabled": llm or None,
        "llm.model": model,
        "llm.base_url": base_url,
        "llm.required": required or None,
        "llm.cache": str(cache) if cache else None,
        "llm.timeout_seconds": timeout,
        "llm.max_tokens": max_tokens,
        "llm.max_cost": max_cost,
        "llm.max_requests": max_requests,
    }
