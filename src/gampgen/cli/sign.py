"""`gampgen sign`: a person reviews or approves a run."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gampgen.cli import console, options
from gampgen.domain.signing import Meaning
from gampgen.errors import UsageError


def sign(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder that generate wrote.", show_default=False)],
    meaning: Annotated[Meaning | None, typer.Option(help="What the signature stands for.")] = None,
    name: Annotated[str | None, typer.Option(help="Your printed name, as your key has it.")] = None,
    reason: Annotated[str | None, typer.Option(help="Why you sign.")] = None,
    role: Annotated[str, typer.Option(help="In which role, for instance QA.")] = "",
    refresh: Annotated[bool, typer.Option("--refresh", help="Only make the signed copy again.")] = False,
    debug: options.Debug = False,
) -> None:
    """Sign a run with your own key. The sealed files stay untouched; a signed copy goes to signed/.

    Example: gampgen sign urs-oq --meaning reviewed --name "A. Person" --reason "checked against the URS"
    """
    with console.failures_told(debug=debug):
        from gampgen.cli.passphrase import passphrase
        from gampgen.pipeline.signing import Wish, sign_run
        from gampgen.pipeline.signing import refresh as refresh_copy

        if refresh:
            console.say(f"Made again: {refresh_copy(folder)}")
            return
        if meaning is None or name is None or reason is None:
            raise UsageError("A signature needs --meaning, --name and --reason", hint="Give all three")
        record = sign_run(folder, Wish(meaning=meaning, name=name, role=role, reason=reason), passphrase)
        console.say(f"Signature {record.number}: {record.meaning} by {record.name} at {record.signed_at} (UTC)")
        console.say(f"Bound to the seal {record.seal_sha256}")
