"""Who runs what, where and when; and the key that tells whether two runs must give the same result."""

from __future__ import annotations

import getpass
import hashlib
import json
import platform
import secrets
import socket
import sys
from datetime import datetime
from functools import lru_cache
from importlib.metadata import distributions
from pathlib import Path

from gampgen import __version__, agents, knowledge, rendering
from gampgen.audit.canonical import canonical_bytes, sha256_hex
from gampgen.audit.journal import utc_now
from gampgen.audit.record import DigestOf, Occurrence, PackageVersion, RunRecord, RunStatus, SettingRecord, ToolRecord
from gampgen.domain.base import Value
from gampgen.domain.category import CategoryDecision
from gampgen.knowledge import Knowledge
from gampgen.settings import OnDoubt, Settings
from gampgen.settings.keys import flattened, setting_keys
from gampgen.settings.resolving import DEFAULT, Resolved

_TOOK_PART = (
    "docxtpl", "jinja2", "llama-index-workflows", "lxml", "pydantic", "python-docx", "pyyaml", "rfc8785",
    "xlsxwriter",
)  # fmt: skip
_WITH_MODEL = ("httpx", "llama-index-core", "llama-index-llms-openai", "llama-index-llms-openai-like", "openai")


class RunFacts(Value):
    """What is known about a run before it begins.

    `inputs` are the document, the context files, templates, knowledge, further agents and the program itself.
    """

    id: str
    key: str
    started: str
    settings: tuple[SettingRecord, ...]
    inputs: tuple[DigestOf, ...]

    def decided(self, settings: Settings, decision: CategoryDecision | None) -> RunFacts:
        """The facts with the key of the decision that was taken in the run."""
        return self.model_copy(update={"key": run_key(settings, self.inputs, decision)})


def facts_of(document: DigestOf, context: tuple[DigestOf, ...], settings: Settings) -> RunFacts:
    """The facts of a run that begins now.

    `key` digests all that shapes the result: document and its name, context files, settings, program, templates,
    knowledge.
    """
    inputs = (document, *context, *surroundings(settings))
    key = run_key(settings, inputs, settings.decision)
    started = utc_now()
    stamp = "".join(char for char in started if char.isdigit())[:14]
    return RunFacts(
        id=f"{stamp}-{key[:8]}-{secrets.token_hex(3)}",
        key=key,
        started=started,
        settings=_settings(settings),
        inputs=inputs,
    )


def surroundings(settings: Settings) -> tuple[DigestOf, ...]:
    """All that shapes a result beside the document, the context files and the settings' words."""
    templates = tuple(
        DigestOf(name=f"template {name}", sha256=digest)
        for name, digest in rendering.templates_digests(settings.house_style)
    )
    reference = knowledge.load_with(settings.knowledge)
    known = (DigestOf(name="knowledge", sha256=reference.sha256), *_firm_files(reference))
    return (*templates, *known, *_further_agents(), DigestOf(name="program", sha256=program_digest()))


def _firm_files(reference: Knowledge) -> tuple[DigestOf, ...]:
    return tuple(DigestOf(name=f"knowledge {one.name}", sha256=one.sha256) for one in reference.firm)


def _further_agents() -> tuple[DigestOf, ...]:
    """The agents that installed packages bring along: each can change the suite."""
    return tuple(
        DigestOf(
            name=f"agent {one.name} {one.version} ({one.package} {one.package_version})", sha256=one.package_sha256
        )
        for one in agents.agent_origins()
    )


def content_digest(settings: Settings) -> str:
    """Digest (hexadecimal) of the settings that shape the suite, as the suite names it.

    The decision on the category, and what was to be done without one, are left out: they stand in the suite in words,
    and a run decided at the terminal gives the same bytes as one decided at once.
    """
    return settings.model_copy(update={"decision": None, "on_doubt": OnDoubt.PROPOSED}).content_sha256()


def run_key(settings: Settings, inputs: tuple[DigestOf, ...], decision: CategoryDecision | None) -> str:
    """Digest (hexadecimal) of all that shapes the result; `decision` is the one that was taken, before or in the run.

    To ask and be told to go on is to go on with the proposal, so both have the same key.
    """
    doubt = OnDoubt.PROPOSED if settings.on_doubt is OnDoubt.ASK else settings.on_doubt
    settled = doubt.value if decision is None else decision.model_dump_json()
    shaping = [__version__, content_digest(settings), settled, *(f"{one.name}\0{one.sha256}" for one in inputs)]
    return sha256_hex(canonical_bytes(list(shaping)))


def settled(resolved: Resolved) -> Occurrence:
    """Which settings were given and where, for the journal; all others are defaults."""
    given = ", ".join(f"{one.key} ({one.origin})" for one in resolved.origins if one.origin != DEFAULT)
    digest = content_digest(resolved.settings)
    return Occurrence(
        actor="settings", action="settings_resolved", subject="settings", reason=given or "all defaults", after=digest
    )


@lru_cache(maxsize=1)
def program_digest() -> str:
    """Digest (hexadecimal) of the program's own files, so that a changed installation is another program."""
    folder = Path(__file__).resolve().parents[1]
    digest = hashlib.sha256()
    files = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    for path in sorted(files, key=lambda one: one.relative_to(folder).as_posix()):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(folder).as_posix()}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


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


def tool_record(*, with_model: bool = False) -> ToolRecord:
    """This program with the versions of the packages that took part; `with_model` names those that ask a model too."""
    installed = _installed()
    named = (*_TOOK_PART, *(_WITH_MODEL if with_model else ()))
    packages = tuple(PackageVersion(name=name, version=installed[name]) for name in named if name in installed)
    return ToolRecord(name="gampgen", version=__version__, python=platform.python_version(), packages=packages)


@lru_cache(maxsize=1)
def _installed() -> dict[str, str]:
    """Each installed package's version. A process goes on with what it found first: that is what it has loaded."""
    found = (one.metadata for one in distributions())
    return {(one["Name"] or "").lower(): one["Version"] for one in found}


def _settings(settings: Settings) -> tuple[SettingRecord, ...]:
    resolved = dict(flattened(settings.model_dump(mode="json")))
    return tuple(
        SettingRecord(name=key, value=json.dumps(resolved.get(key), ensure_ascii=False)) for key in setting_keys()
    )


def _account() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # an account without a name, as in some containers
        return ""
