"""Making a recorded run again, without network: the recorded answers stand in for the model.

A run with a model recorded what it had read, so its folder is enough. A run of the rules alone needs the document
itself, which is known by its digest.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import JsonValue, ValidationError

from gampgen import readers, rendering
from gampgen.audit.canonical import file_sha256
from gampgen.audit.names import AUDIT_NAME, SUITE_NAME
from gampgen.audit.record import AuditRecord
from gampgen.errors import InputError, VerificationError
from gampgen.pipeline.context import read_context
from gampgen.pipeline.following import Watch, leave_undecided
from gampgen.pipeline.generate import Order, Outcome, produce
from gampgen.pipeline.replayed import Replayed
from gampgen.pipeline.second_reading import LLM_FOLDER, READ_NAME, RecordedRead, second_eyes
from gampgen.pipeline.stored import stored_suite
from gampgen.settings import OnDoubt, Settings
from gampgen.settings.keys import nested
from gampgen.settings.resolving import Resolved, SettingOrigin
from gampgen.workflow.events import DocumentRead

if TYPE_CHECKING:
    from gampgen.llm.recording import Recording

ORIGIN = "recorded run"


def replay(
    run: Path, folder: Path, watch: Watch, *, source: Path | None = None, force: bool = False, signed: bool = True
) -> Outcome:
    """Make the suite of a recorded run again into a folder of its own; it is, byte for byte, the recorded one.

    Args:
        run: the folder that the recorded run wrote.
        folder: the new output folder.
        watch: is shown each event.
        source: the requirements document, for a run without a model; by default where the recorded run had it.
        force: keep an earlier run in `folder` beside the new one.
        signed: sign the seal.

    Raises:
        VerificationError: the recorded run does not verify, or the new suite is another.
        InputError: the document is not there, or not the one that was read.
        GampgenError: as `generate` raises.
    """
    stored = stored_suite(run)
    record = AuditRecord.model_validate_json((run / AUDIT_NAME).read_bytes())
    decision = stored.suite.categorisation.decision
    settings = recorded_settings(record).model_copy(update={"decision": decision, "on_doubt": OnDoubt.PROPOSED})
    rendering.refuse_impossible(settings.house_style)
    read = _recorded_read(run) or _read_again(record, settings, source, run)
    replayed = Replayed(run_id=record.run.id, suite_sha256=file_sha256(run / SUITE_NAME), inputs=record.inputs)
    order = Order(
        source=Path(read.document.file_name),
        folder=folder,
        resolved=_resolved(settings, record),
        eyes=second_eyes(settings.llm, _recording(run)) if settings.llm.enabled else None,
        watch=watch,
        decide=leave_undecided,
        force=force,
        signed=signed,
        replayed=replayed,
    )
    return produce(order, read)


def recorded_settings(record: AuditRecord) -> Settings:
    """The settings of a recorded run.

    Raises:
        VerificationError: they are not settings of this version.
    """
    held: dict[str, JsonValue] = {one.name: json.loads(one.value) for one in record.settings}
    given = {name: value for name, value in held.items() if value is not None}
    try:
        return Settings.model_validate_json(json.dumps(nested(given)))
    except ValidationError as error:
        raise VerificationError(
            "The settings of the recorded run are not those of this version",
            hint="Replay with the version that the audit record names",
            where=f"{record.tool.name} {record.tool.version}",
        ) from error


def recorded_settings_in(run: Path) -> Settings:
    """The settings of the run in a folder. Raises OSError, ValidationError and VerificationError."""
    return recorded_settings(AuditRecord.model_validate_json((run / AUDIT_NAME).read_bytes()))


def _resolved(settings: Settings, record: AuditRecord) -> Resolved:
    told = (SettingOrigin(key=one.name, value=one.value, origin=ORIGIN) for one in record.settings)
    return Resolved(settings=settings, origins=tuple(told), file=None)


def _recording(run: Path) -> Recording:
    from gampgen.llm.recording import recorded_in  # noqa: PLC0415 - only for a run with a model

    files = sorted((run / LLM_FOLDER).glob("*.json"))
    return recorded_in({path.name: path.read_bytes() for path in files if path.name != READ_NAME})


def _recorded_read(run: Path) -> DocumentRead | None:
    """What a run with a model had read, or None for one without."""
    path = run / LLM_FOLDER / READ_NAME
    if not path.is_file():
        return None
    try:
        recorded = RecordedRead.model_validate_json(path.read_bytes())
    except ValidationError as error:
        raise VerificationError(
            "What the recorded run had read is of another version",
            hint="Replay with the version that the audit record names",
            where=str(path),
        ) from error
    return DocumentRead(**dict(recorded))


def _read_again(record: AuditRecord, settings: Settings, source: Path | None, run: Path) -> DocumentRead:
    """The document of a run without a model, found by its digest."""
    wanted = record.inputs[0]
    places = [source] if source else [*map(Path, record.run.command[1:]), run / wanted.name, run.parent / wanted.name]
    found = next((path for path in places if path.is_file() and file_sha256(path) == wanted.sha256), None)
    if found is None or found.name != wanted.name:
        raise InputError(
            f"The document {wanted.name} that the recorded run had read is not there, or is another one now",
            hint="Give it with --source; its SHA-256 is in audit.json",
            where=str(source or places[0]) if places else wanted.name,
        )
    document = readers.read(found, settings.read)
    return DocumentRead(document=document, **dict(read_context(settings.context, settings.read)))
