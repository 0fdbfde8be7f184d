"""Who runs what, where and when; and the key that tells whether two runs must give the same result."""

from __future__ import annotations

import getpass
import platform
import secrets
import socket
import sys
from datetime import datetime
from importlib.metadata import distributions
from pathlib import Path

from gampgen import __version__, knowledge, rendering
from gampgen.audit.canonical import canonical_bytes, sha256_hex
from gampgen.audit.journal import utc_now
from gampgen.audit.record import DigestOf, PackageVersion, RunRecord, RunStatus, SettingRecord, ToolRecord
from gampgen.domain.base import Value
from gampgen.settings import Settings

_TOOK_PART = (
    "docxtpl", "jinja2", "llama-index-workflows", "lxml", "pydantic", "python-docx", "pyyaml", "rfc8785",
    "xlsxwriter",
)  # fmt: skip


class RunFacts(Value):
    """What is known about a run before it begins. `inputs` are document, context files, templates and knowledge."""

    id: str
    key: str
    started: str
    settings: tuple[SettingRecord, ...]
    inputs: tuple[DigestOf, ...]


def facts_of(document: DigestOf, context: tuple[DigestOf, ...], settings: Settings) -> RunFacts:
    """The facts of a run that begins now.

    `key` digests all that shapes the result: document and its name, context files, settings, program, templates,
    knowledge.
    """
    templates = tuple(
        DigestOf(name=f"template {name}", sha256=digest) for name, digest in rendering.templates_digests()
    )
    known = DigestOf(name="knowledge", sha256=knowledge.load().sha256)
    inputs = (document, *context, *templates, known)
    shaping = [__version__, settings.content_sha256(), *(f"{one.name}\0{one.sha256}" for one in inputs)]
    key = sha256_hex(canonical_bytes(list(shaping)))
    started = utc_now()
    stamp = "".join(char for char in started if char.isdigit())[:14]
    return RunFacts(
        id=f"{stamp}-{key[:8]}-{secrets.token_hex(3)}",
        key=key,
        started=started,
        settings=_settings(settings),
        inputs=inputs,
    )


def run_record(facts: RunFacts, status: RunStatus) -> RunRecord:
    """The run as the audit record names it, finished now. The user is the account's name, which proves no person."""
    return RunRecord(
        id=facts.id,
        key=facts.key,
        started=facts.started,
        finished=utc_now(),
        utc_offset=datetime.now().astimezone().strftime("%z"),
        status=status,
        user=_account(),
        host=socket.gethostname(),
        command=(Path(sys.argv[0]).name, *sys.argv[1:]),
    )


def tool_record() -> ToolRecord:
    """This program with the versions of the packages that took part."""
    installed = {(one.metadata["Name"] or "").lower(): one.version for one in distributions()}
    packages = tuple(PackageVersion(name=name, version=installed[name]) for name in _TOOK_PART if name in installed)
    return ToolRecord(name="gampgen", version=__version__, python=platform.python_version(), packages=packages)


def _settings(settings: Settings) -> tuple[SettingRecord, ...]:
    resolved = settings.model_dump(mode="json")
    return tuple(
        SettingRecord(name=name, value="" if value is None else str(value)) for name, value in resolved.items()
    )


def _account() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # an account without a name, as in some containers
        return ""
