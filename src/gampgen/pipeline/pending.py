"""A run that waits for a person: what it leaves beside the output folder, and how it is found and completed.

Nothing of the engine's state is kept. The inputs and settings of a run determine its suite, so their digests, the
question and the settings are all that is needed to complete it later, on the very same inputs or not at all.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from gampgen import __version__
from gampgen.audit.record import DigestOf, Occurrence
from gampgen.domain.base import Value
from gampgen.domain.category import CategoryDecision, CategoryQuestion
from gampgen.errors import DecisionPendingError, InputError, UsageError
from gampgen.pipeline.provenance import RunFacts
from gampgen.pipeline.question import question_markdown
from gampgen.pipeline.sealing import ENGINE
from gampgen.publishing import cannot_write, publish, refuse_occupied, stage_for
from gampgen.settings.resolving import Resolved

if TYPE_CHECKING:
    from gampgen.pipeline.following import UndecidedError  # it would load the whole engine

SUFFIX = ".pending"
QUESTION_NAME, READABLE_NAME = "question.json", "question.md"
SCHEMA_VERSION = "1.0"


class PendingRun(Value):
    """`question.json`: the question with evidence and choices, and all that is needed to complete the run.

    `source` and `folder` are absolute paths; `asked` is UTC (ISO 8601). `inputs` are the digests of document, context
    files, templates and knowledge, which must be the same when the run is completed.
    """

    schema_version: str
    run_id: str
    asked: str
    version: str
    source: str
    folder: str
    force: bool
    question: CategoryQuestion
    resolved: Resolved
    inputs: tuple[DigestOf, ...]


def pending_run(
    source: Path, folder: Path, resolved: Resolved, facts: RunFacts, undecided: UndecidedError, *, force: bool
) -> PendingRun:
    """The record of a run that nobody decided; a relative context folder is made absolute."""
    context = resolved.settings.context
    settings = resolved.settings.model_copy(update={"context": context.absolute() if context else None})
    return PendingRun(
        schema_version=SCHEMA_VERSION,
        run_id=facts.id,
        asked=facts.started,
        version=__version__,
        source=str(source.absolute()),
        folder=str(folder.absolute()),
        force=force,
        question=undecided.question,
        resolved=resolved.model_copy(update={"settings": settings}),
        inputs=facts.inputs,
    )


def pending_beside(folder: Path) -> Path:
    """Where a run for this output folder waits."""
    return folder.with_name(folder.name + SUFFIX)


def wait_beside(folder: Path, pending: PendingRun) -> DecisionPendingError:
    """Leave the question beside the output folder, whole or not at all, and return the failure that says so.

    An earlier question about the same output folder is replaced.

    Raises:
        OutputOccupiedError: the place is taken by something that is no waiting run.
        OutputError: the question cannot be written.
    """
    place = pending_beside(folder)
    earlier: Path | None = None
    if place.exists() or place.is_symlink():
        if place.is_symlink() or not (place / QUESTION_NAME).is_file():
            refuse_occupied(place)
        earlier = place.with_name(f".{place.name}.replaced-{pending.run_id}")
    with stage_for(place, pending.run_id) as stage:
        try:
            (stage / QUESTION_NAME).write_text(pending.model_dump_json(indent=2) + "\n", encoding="utf-8")
            (stage / READABLE_NAME).write_text(question_markdown(pending.question, place.name), encoding="utf-8")
        except OSError as error:
            raise cannot_write(place, error) from error
        publish(stage, place, earlier)
    if earlier is not None:
        shutil.rmtree(earlier)
    return DecisionPendingError(
        "The run waits for a person's decision on the GAMP category",
        hint=f"Read {READABLE_NAME} there, then: gampgen resume {place} --category N --decided-by NAME --reason TEXT",
        where=str(place),
    )


def pending_below(folder: Path) -> tuple[Path, ...]:
    """The waiting runs below a folder, sorted by path.

    Raises:
        InputError: there is no such folder.
    """
    if not folder.is_dir():
        raise InputError("There is no such folder", hint="Give a folder to look in", where=str(folder))
    return tuple(sorted(path.parent for path in folder.rglob(f"*{SUFFIX}/{QUESTION_NAME}")))


def read_pending(run: Path) -> tuple[Path, PendingRun]:
    """A waiting run by its own folder or by the output folder it waits for.

    Raises:
        UsageError: nothing waits there. InputError: the question cannot be read.
    """
    place = run if (run / QUESTION_NAME).is_file() else pending_beside(run)
    question = place / QUESTION_NAME
    if not question.is_file():
        raise UsageError("No run waits there", hint="List the waiting runs with: gampgen pending", where=str(run))
    try:
        return place, PendingRun.model_validate_json(question.read_bytes())
    except (OSError, ValidationError) as error:
        raise InputError(
            "The question of the waiting run cannot be read",
            hint="Start the run again with gampgen generate",
            where=str(question),
        ) from error


def refuse_changed(pending: PendingRun, inputs: tuple[DigestOf, ...]) -> None:
    """Refuse to complete a run whose question was asked about something else.

    Raises:
        InputError: a document, a context file, a template, the knowledge or gampgen itself is no longer the same.
    """
    before = {one.name: one.sha256 for one in pending.inputs}
    now = {one.name: one.sha256 for one in inputs}
    changed = sorted(name for name in before.keys() | now.keys() if before.get(name) != now.get(name))
    if pending.version != __version__:
        changed.insert(0, f"gampgen ({pending.version}, now {__version__})")
    if changed:
        raise InputError(
            f"What the question was asked about has changed: {', '.join(changed)}",
            hint="Start the run again with gampgen generate, so that the question is asked about what is there now",
            where=pending.source,
        )


def resumption(pending: PendingRun) -> Occurrence:
    """The audit's word on a completed run: which run asked, and when."""
    return Occurrence(
        actor=ENGINE,
        action="run_resumed",
        subject=pending.run_id,
        reason=f"the question on the GAMP category was asked at {pending.asked}",
    )


def with_decision(resolved: Resolved, decision: CategoryDecision) -> Resolved:
    """The settings of a waiting run with the decision that was taken."""
    given = {"category": str(decision.category.value)}
    given |= {name: json.dumps(getattr(decision, name), ensure_ascii=False) for name in ("decided_by", "reason")}
    origins = tuple(
        one.model_copy(update={"value": given[key], "origin": "resume"})
        if (key := one.key.removeprefix("decision.")) in given and key != one.key
        else one
        for one in resolved.origins
    )
    settings = resolved.settings.model_copy(update={"decision": decision})
    return resolved.model_copy(update={"settings": settings, "origins": origins})


def removed(place: Path) -> None:
    """Take away an answered question. Raises OutputError."""
    try:
        shutil.rmtree(place)
    except OSError as error:
        raise cannot_write(place, error) from error
