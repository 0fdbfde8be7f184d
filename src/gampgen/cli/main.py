"""The program's entry: the verbs, one file each.

Only Typer is imported here; whatever a verb needs is imported inside it, so that help stays quick.
"""

from __future__ import annotations

import signal
import sys
from typing import Annotated

import typer

from gampgen import __version__
from gampgen.cli import console
from gampgen.cli.accept import accept
from gampgen.cli.batch import batch
from gampgen.cli.configuration import config
from gampgen.cli.doctor import doctor
from gampgen.cli.explain import explain
from gampgen.cli.export import export
from gampgen.cli.generate import generate
from gampgen.cli.init import init
from gampgen.cli.keys import keys
from gampgen.cli.knowledge import knowledge
from gampgen.cli.lint import lint
from gampgen.cli.parse import parse
from gampgen.cli.pending import answer, cancel, pending, resume
from gampgen.cli.replay import replay
from gampgen.cli.runs import runs
from gampgen.cli.schema import schema
from gampgen.cli.selftest import selftest
from gampgen.cli.sign import sign
from gampgen.cli.template import template
from gampgen.cli.trace import trace
from gampgen.cli.verify import verify
from gampgen.cli.watch import watch
from gampgen.cli.worker import worker
from gampgen.cli.workflow import workflow

TERMINATED = 143

app = typer.Typer(
    name="gampgen",
    help="A User Requirements Specification in, an Operational Qualification suite out.",
    no_args_is_help=True,
    rich_markup_mode=None,  # Rich's help costs more time to load than the help takes to read
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for verb in (
    init,
    generate,
    batch,
    watch,
    worker,
    pending,
    answer,
    resume,
    cancel,
    parse,
    explain,
    lint,
    verify,
    replay,
    trace,
    accept,
    export,
    sign,
    schema,
    workflow,
    doctor,
    selftest,
):
    app.command()(verb)
app.add_typer(runs, name="runs")
app.add_typer(config, name="config")
app.add_typer(keys, name="keys")
app.add_typer(knowledge, name="knowledge")
app.add_typer(template, name="template")


def _show_version(wanted: bool) -> None:  # noqa: FBT001 - Typer's signature for an eager option
    if wanted:
        typer.echo(f"gampgen {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and end.")
    ] = False,
) -> None:
    pass


def main() -> None:
    """Run the program. Ends the process with the contract's exit code."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(TERMINATED))  # so that stages and locks are cleaned up
    console.prepare_streams()
    app()
