"""`gampgen selftest`: the installation qualifies itself."""

from __future__ import annotations

import typer

from gampgen.cli import console, options

NOT_ASSESSED, FAILED = 1, 5


def selftest(
    as_json: options.Json = False,
    quiet: options.Quiet = False,
    debug: options.Debug = False,
) -> None:
    """Check the installation: files against the release, packages, templates, reference, and a known job.

    Ends with 5 where a check fails, else with 1 where one cannot be made. Writes to a temporary folder only.

    Example: gampgen selftest
    """
    with console.failures_told(debug=debug):
        from gampgen.pipeline.selftest import Outcome
        from gampgen.pipeline.selftest import selftest as look

        done = look()
        if as_json:
            console.result(done.model_dump_json(indent=2))
        elif not quiet:
            words = {
                Outcome.PASSED: "ok          ",
                Outcome.FAILED: "FAILED      ",
                Outcome.NOT_ASSESSED: "NOT ASSESSED",
            }
            for one in done.checks:
                console.say(f"{words[one.outcome]}  {one.code}  {one.name}: {one.seen}")
            console.say(f"gampgen {done.version}: {done.outcome.value.replace('_', ' ')}")
        raise typer.Exit({Outcome.PASSED: 0, Outcome.NOT_ASSESSED: NOT_ASSESSED, Outcome.FAILED: FAILED}[done.outcome])
