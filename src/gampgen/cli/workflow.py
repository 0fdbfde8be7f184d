"""`gampgen workflow`: the flow of events, as text or as a picture."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gampgen.cli import console, options


def workflow(
    draw: Annotated[
        Path | None, typer.Option(metavar="FILE.html", help="Write the flow as a picture (inline SVG).")
    ] = None,
    debug: options.Debug = False,
) -> None:
    """Show the steps of the workflow and the events between them.

    Example: gampgen workflow --draw flow.html
    """
    with console.failures_told(debug=debug):
        from gampgen.publishing import cannot_write
        from gampgen.workflow.drawing import draw as drawn
        from gampgen.workflow.drawing import flow_edges
        from gampgen.workflow.flow import OQWorkflow

        if draw is None:
            for edge in flow_edges(OQWorkflow):
                console.result(f"{edge.giver or 'start'} -> {edge.event} -> {edge.taker or 'end'}")
            return
        try:
            draw.write_text(drawn(OQWorkflow), encoding="utf-8")
        except OSError as error:
            raise cannot_write(draw, error) from error
        console.say(f"Wrote {draw}")
