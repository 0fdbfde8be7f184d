"""`gampgen trace`: which test covers which requirement, both ways, and what no test covers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gampgen.cli import console, options

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gampgen.domain.suite import OQTestSuite


def trace(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder that generate wrote.", show_default=False)],
    uncovered: Annotated[bool, typer.Option("--uncovered", help="Only requirements without a test.")] = False,
    as_json: options.Json = False,
    debug: options.Debug = False,
) -> None:
    """Print the trace of a suite: requirement to tests, test to requirements, and the reason where there is no test.

    Example: gampgen trace oq --uncovered
    """
    with console.failures_told(debug=debug):
        from gampgen.pipeline.stored import stored_suite

        suite = stored_suite(folder).suite
        if as_json:
            console.result(_as_json(suite))
            return
        for line in _lines(suite, only_uncovered=uncovered):
            console.result(line)
        count = sum(bool(entry.test_ids) for entry in suite.traceability)
        console.say(f"{count} of {len(suite.traceability)} requirements have tests; {len(suite.tests)} tests")


def _lines(suite: OQTestSuite, *, only_uncovered: bool) -> Iterator[str]:
    from gampgen.domain.visible import visible

    kinds = {one.uid: one.disposition.kind.value for one in suite.requirements}
    if not only_uncovered:
        yield "Requirement to tests"
        for entry in suite.traceability:
            for test in entry.test_ids:
                yield visible(f"  {entry.requirement_uid}\t{test}")
        yield "Test to requirements"
        for case in suite.tests:
            yield visible(f"  {case.id}\t{', '.join(case.requirement_uids)}")
        yield "Without a test"
    for entry in suite.traceability:
        if not entry.test_ids:
            yield visible(f"  {entry.requirement_uid}\t{kinds[entry.requirement_uid]}\t{entry.reason or ''}")


def _as_json(suite: OQTestSuite) -> str:
    import json

    return json.dumps(
        {
            "requirements": [entry.model_dump(mode="json") for entry in suite.traceability],
            "tests": [{"id": case.id, "requirement_uids": list(case.requirement_uids)} for case in suite.tests],
        },
        indent=1,
        ensure_ascii=False,
    )
