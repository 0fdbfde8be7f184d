"""`gampgen verify`: does the folder still hold what the run wrote?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gampgen.cli import console, options

if TYPE_CHECKING:
    from gampgen.audit.checks import Check
    from gampgen.audit.verify import Verification

FAILED = 5
_VERDICTS = {
    "valid": "VALID: nothing was changed since gampgen wrote it.",
    "tampered": "TAMPERED: something was changed after gampgen wrote it. Do not use this folder.",
    "untrusted": "UNTRUSTED: nothing contradicts itself, but nobody whom you trust vouches for it.",
    "incomplete": "INCOMPLETE: the run has no seal, so it never ended, or the seal was removed.",
}


def verify(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder that generate wrote.", show_default=False)],
    trust: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Whose keys count.", show_default="your own trust file")
    ] = None,
    expect_head: Annotated[
        str | None, typer.Option(metavar="DIGEST", help="The head that you kept elsewhere (16 digits or more).")
    ] = None,
    source: Annotated[
        Path | None, typer.Option(metavar="URS", help="The document, to see whether it is still the one that was read.")
    ] = None,
    allow_unsigned: Annotated[
        bool, typer.Option("--allow-unsigned", help="Accept a run without signature (made with --no-key).")
    ] = False,
    as_json: options.Json = False,
    quiet: options.Quiet = False,
    debug: options.Debug = False,
) -> None:
    """Check the audit trail, its seal, its signatures, and every output file against them.

    Example: gampgen verify monitoring_system_urs-oq
    """
    with console.failures_told(debug=debug):
        from gampgen.pipeline.verifying import verify_run

        verdict = verify_run(folder, trust=trust, head=expect_head, source=source, unsigned_allowed=allow_unsigned)
        if as_json:
            console.result(verdict.model_dump_json(indent=2))
        elif not quiet:
            _told(verdict)
        raise typer.Exit(0 if verdict.state.value == "valid" else FAILED)


def _told(verdict: Verification) -> None:
    for check in verdict.checks:
        console.say(f"{_mark(check)} {check.code}  {check.message}")
    console.say(f"\n{verdict.folder}: {_VERDICTS[verdict.state.value]}")
    for name, value in (
        ("Run", verdict.run_id),
        ("Suite digest", verdict.suite_sha256),
        ("Head", verdict.head),
        ("Signed by", verdict.signed_by),
    ):
        if value:
            console.say(f"{name:14}{value}")
    if verdict.protection:
        console.say(verdict.protection)


def _mark(check: Check) -> str:
    if not check.passed:
        return "FAILED "
    return "WARNING" if check.warning else "ok     "
