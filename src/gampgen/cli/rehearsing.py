"""`generate --llm-dry-run`: exactly what would be sent, and what it would cost."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from gampgen.cli import console

if TYPE_CHECKING:
    from gampgen.pipeline.rehearsal import Rehearsal
    from gampgen.settings.resolving import Resolved


def rehearse_and_tell(urs: Path, resolved: Resolved, *, as_json: bool, quiet: bool) -> int:
    """Print each request's exact body on standard output and the sum on standard error; 0. Raises as `rehearse`."""
    from gampgen.pipeline.following import leave_undecided
    from gampgen.pipeline.rehearsal import rehearse

    rehearsal = rehearse(urs, resolved, leave_undecided)
    if as_json:
        console.result(_as_json(rehearsal))
    else:
        for number, one in enumerate(rehearsal.requests, start=1):
            size = len(one.body.encode())
            console.result(f"--- {number} of {len(rehearsal.requests)}: {one.task}, POST {one.url}, {size} bytes")
            console.result(one.body)
    if not quiet:
        cost = "unknown: the price table does not name the model"
        if rehearsal.cost is not None:
            cost = f"at most {rehearsal.cost:.4f} {rehearsal.currency}"
        console.say(f"{len(rehearsal.requests)} requests, at most {rehearsal.tokens:,} tokens with their answers.")
        console.say(f"Cost: {cost}. {rehearsal.cached} questions are answered by the cache.")
        console.say("Each may be asked once more, about what was refused. Nothing was sent; nothing was written.")
    return 0


def _as_json(rehearsal: Rehearsal) -> str:
    requests = [one.model_dump(mode="json") | {"bytes": len(one.body.encode())} for one in rehearsal.requests]
    told = {
        "requests": requests,
        "tokens": rehearsal.tokens,
        "cost": None if rehearsal.cost is None else str(rehearsal.cost),
        "currency": rehearsal.currency,
        "cached": rehearsal.cached,
    }
    return json.dumps(told, indent=2, ensure_ascii=False)
