"""A firm's own clauses, procedures and corrections, in YAML: added to the shipped reference, or in place of entries.

sources:
  - key: SOP-7
    title: SOP-0007 Electronic records
    publisher: Example Pharma Ltd
    version: "4.0"
    status: in_force          # in_force, guidance, industry_guidance, draft, superseded, own_advice
    effective: "2025-03-01"
clauses:
  - id: SOP-7-5.2
    source: SOP-7
    clause: "5.2"
    cited_as: SOP-0007 §5.2
    title: Second person review
    paraphrase: A second person reviews each manual entry before it is used.
    testable: true
    control_type: technical   # technical, procedural, mixed
    keywords: [second person review]
  - id: A11D-12.1             # an entry that ships: only what is named here changes
    status: superseded
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from pydantic import JsonValue, TypeAdapter, ValidationError

from gampgen.domain.base import Value
from gampgen.errors import UsageError
from gampgen.knowledge.clauses import Clause, ClauseStatus, Confidence, SourceDocument
from gampgen.knowledge.library import FirmFile, Knowledge, load

_PARTS = ("sources", "clauses")
_LIST: TypeAdapter[list[dict[str, JsonValue]]] = TypeAdapter(list[dict[str, JsonValue]])
_INHERITED = ("version", "effective", "status")
_LEFT_OUT: dict[str, JsonValue] = {
    "typical_oq_checks": [],
    "keywords": [],
    "supporting_keywords": [],
    "patterns": [],
    "confidence": Confidence.NOT_STATED.value,
    "how_verified": "",
}
_Entry = TypeVar("_Entry", bound=Value)


class Override(Value):
    """A shipped entry, or one of an earlier file, that a firm's file changed: which, and its statuses."""

    id: str
    file: str
    before: ClauseStatus
    after: ClauseStatus


def load_with(paths: Sequence[Path]) -> Knowledge:
    """The shipped reference with a firm's files, each of which can add to and change what stood before it.

    Each file is read once per process, so that what is looked up is what was digested for the audit.

    Raises:
        UsageError: a file cannot be read, names no source or clause, or an entry is not complete; the message names it.
    """
    return _loaded(tuple(path.absolute() for path in paths)) if paths else load()


@lru_cache(maxsize=8)
def _loaded(paths: tuple[Path, ...]) -> Knowledge:
    known = load()
    for path in paths:
        try:
            content = path.read_bytes()
        except OSError as error:
            raise UsageError(
                f"The knowledge file cannot be read: {error.strerror}", hint="Give a YAML file", where=str(path)
            ) from error
        known = _with_file(known, path.name, content)
    return known


def _with_file(known: Knowledge, name: str, content: bytes) -> Knowledge:
    from gampgen.settings.yaml_text import yaml_mapping  # noqa: PLC0415 - most runs have no such file

    try:
        held = yaml_mapping(content.decode("utf-8-sig"), name)
    except UnicodeDecodeError as error:
        raise _wrong(name, "it is no UTF-8 text") from error
    if not held or not held.keys() <= set(_PARTS):
        raise _wrong(name, f"it holds {', '.join(held) or 'nothing'}; sources and clauses are known")
    sources = {one.key: one for one in known.sources}
    for entry in _entries(held, "sources", name):
        kept = _kept(sources, entry.get("key"))
        source = _valid(SourceDocument, {"notes": "", "how_verified": "", **kept, **entry}, name, "key")
        sources[source.key] = source
    clauses = {one.id: one for one in known.clauses}
    overrides: list[Override] = []
    seen: set[str] = set()
    for entry in _entries(held, "clauses", name):
        before = clauses.get(str(entry.get("id")))
        clause = _clause(entry, before, sources, name)
        if clause.id in seen:
            raise _wrong(name, f"the clause {clause.id} stands in it twice")
        seen.add(clause.id)
        if before is not None:
            overrides.append(Override(id=clause.id, file=name, before=before.status, after=clause.status))
        clauses[clause.id] = clause
    digest = hashlib.sha256(content).hexdigest()
    return replace(
        known,
        clauses=tuple(clauses.values()),
        sources=tuple(sources.values()),
        firm=(*known.firm, FirmFile(name=name, sha256=digest, overridden=tuple(one.id for one in overrides))),
    )


def overrides_of(paths: Sequence[Path]) -> tuple[Override, ...]:
    """What a firm's files change in the shipped reference, for a person to look at. Raises as `load_with`."""
    before, after = load(), load_with(paths)
    shipped = {one.id: one for one in before.clauses}
    return tuple(
        Override(id=ref, file=file.name, before=shipped[ref].status, after=after.clause(ref).status)
        for file in after.firm
        for ref in file.overridden
        if ref in shipped
    )


def _entries(held: Mapping[str, JsonValue], part: str, name: str) -> list[dict[str, JsonValue]]:
    try:
        return _LIST.validate_python(held.get(part) or [])
    except ValidationError as error:
        raise _wrong(name, f"{part} is no list of entries") from error


def _kept(known: Mapping[str, Value], key: JsonValue) -> dict[str, JsonValue]:
    """The fields of an entry that is changed; none for a new one."""
    held = known.get(str(key))
    return held.model_dump(mode="json") if held else {}


def _clause(
    entry: dict[str, JsonValue], before: Clause | None, sources: Mapping[str, SourceDocument], name: str
) -> Clause:
    """The clause, with what it leaves out taken from the entry it changes, or from its source."""
    whole: dict[str, JsonValue] = dict(_LEFT_OUT)
    if before is not None:
        whole |= before.model_dump(mode="json")
    elif str(entry.get("source")) in sources:
        source = sources[str(entry["source"])].model_dump(mode="json")
        whole |= {field: source[field] for field in _INHERITED}
    clause = _valid(Clause, whole | entry, name, "id")
    where = f"{name}, {clause.id}"
    if clause.source not in sources:
        raise _wrong(where, f"its source {clause.source!r} is not among the sources")
    if clause.status is ClauseStatus.MIXED:
        raise _wrong(where, "'mixed' is for a source whose clauses differ; say what this clause is")
    if clause.citable and not (clause.keywords or clause.supporting_keywords or clause.patterns):
        raise _wrong(where, "no keyword or pattern says when it applies")
    for pattern in clause.patterns:
        try:
            re.compile(pattern)
        except re.error as error:
            raise _wrong(where, f"the pattern {pattern!r} is none: {error}") from error
    return clause


def _valid(kind: type[_Entry], entry: dict[str, JsonValue], name: str, key: str) -> _Entry:
    try:
        return TypeAdapter(kind).validate_json(TypeAdapter(dict[str, JsonValue]).dump_json(entry))
    except ValidationError as error:
        told = error.errors(include_url=False)
        first = next((one for one in told if one["type"] == "extra_forbidden"), told[0])  # a slip of the pen, mostly
        field = ".".join(str(part) for part in first["loc"])
        raise _wrong(f"{name}, {entry.get(key) or 'an entry without a name'}", f"{field}: {first['msg']}") from error


def _wrong(where: str, problem: str) -> UsageError:
    return UsageError(
        f"The knowledge file is not right: {problem}",
        hint="gampgen knowledge check --knowledge FILE reads it without a run; docs/knowledge.md shows one",
        where=where,
    )
