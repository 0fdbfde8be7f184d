"""`gampgen accept`: live with a finding, with a name and a reason."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gampgen.cli import console, options
from gampgen.errors import UsageError

if TYPE_CHECKING:
    from gampgen.domain.suite import OQTestSuite
    from gampgen.settings import AcceptedFinding


def accept(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder that generate wrote.", show_default=False)],
    codes: Annotated[list[str], typer.Argument(metavar="CODE…", help="Codes of findings.", show_default=False)],
    by: Annotated[str, typer.Option("--by", help="Who accepts.")],
    reason: Annotated[str, typer.Option("--reason", help="Why.")],
    requirement: Annotated[
        list[str] | None, typer.Option("--requirement", help="Only on this requirement; may be repeated.")
    ] = None,
    debug: options.Debug = False,
) -> None:
    """Note in gampgen.yaml that a person accepts findings of a suite. The next run lists them as suppressed.

    An acceptance holds for the words that were accepted: when the requirement changes, the finding is open again.

    Example: gampgen accept oq RQ12 --requirement URS-021 --by "A. Author" --reason "Shown in the style guide."
    """
    with console.failures_told(debug=debug):
        from gampgen.pipeline.stored import stored_suite
        from gampgen.publishing.new_file import replace_file
        from gampgen.settings.accepting import with_accepted
        from gampgen.settings.resolving import FILE_NAME, find_file, resolve

        if not by.strip() or not reason.strip():
            raise UsageError("An acceptance needs who and why", hint="Give --by and --reason")
        resolve(Path.cwd(), {}, {})  # a file with a mistake is not added to
        suite = stored_suite(folder).suite
        added = _acceptances(suite, codes, requirement, by.strip(), reason.strip())
        file = find_file(Path.cwd()) or Path.cwd() / FILE_NAME
        text = file.read_text("utf-8-sig") if file.exists() else ""
        replace_file(file, with_accepted(text, added, file).encode())
        for one in added:
            console.say(f"Accepted {one.code} on {one.requirement or one.place or 'the document'}")
        console.say(f"Noted in {file}. It holds from the next run on.")


def _acceptances(
    suite: OQTestSuite, codes: list[str], requirements: list[str] | None, by: str, reason: str
) -> tuple[AcceptedFinding, ...]:
    """An acceptance for each finding meant. Raises UsageError where a code or requirement has none."""
    from gampgen.pipeline.acceptance import place_of, stamp_of
    from gampgen.settings import AcceptedFinding

    stamps = {one.uid: one.stamp for one in suite.requirements}
    open_ones = [finding for finding in suite.findings if not finding.suppressed and finding.code in codes]
    meant = [one for one in open_ones if not requirements or one.requirement_uid in requirements]
    for asked, found in (
        (codes, {one.code for one in meant}),
        (requirements or [], {one.requirement_uid for one in meant}),
    ):
        absent = [name for name in asked if name not in found]
        if absent:
            raise UsageError(
                f"The suite has no open finding for {absent[0]!r}",
                hint="gampgen lint and report.html list the findings",
            )
    return tuple(
        dict.fromkeys(
            AcceptedFinding(
                code=one.code,
                requirement=one.requirement_uid,
                place=place_of(one),
                stamp=stamp_of(one, stamps, suite.document.sha256),
                by=by,
                reason=reason,
            )
            for one in meant
        )
    )
