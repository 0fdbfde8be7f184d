"""From the audit record and the recorded exchanges to spans: names, times, attributes. Pure; nothing is sent here."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import datetime

from gampgen.audit.record import AuditEntry, AuditRecord
from gampgen.domain.base import LargeValue
from gampgen.llm.exchange import Exchange

Attribute = str | int | float | bool | tuple[str, ...]
_CALLS = frozenset({"model_answered", "model_asked_again", "model_failed"})
_AGENTS = frozenset({"agent_answered", "agent_failed"})
_STAGES = {
    "document_read": "read document",
    "category_proposed": "categorise system",
    "advice_collected": "collect advice",
    "suite_assembled": "assemble suite",
    "file_rendered": "render",
}
_MILLION = 1_000_000


class Spanned(LargeValue):
    """One span: nanoseconds since 1970 UTC, attributes as sorted pairs; `failed` is the kind of a failure, or ""."""

    name: str
    start: int
    end: int
    attributes: tuple[tuple[str, Attribute], ...]
    failed: str = ""


def root_span(record: AuditRecord) -> Spanned:
    """The run itself."""
    attributes: dict[str, Attribute] = {
        "openinference.span.kind": "CHAIN",
        "gampgen.run.id": record.run.id,
        "gampgen.run.status": record.run.status.value,
        "gampgen.version": record.tool.version,
        "gampgen.document.sha256": record.inputs[0].sha256,
    }
    return _span("gampgen run", _nanoseconds(record.run.started), _nanoseconds(record.run.finished), attributes)


def child_spans(record: AuditRecord, exchanges: Mapping[str, Exchange], *, texts: bool) -> Iterator[Spanned]:
    """What happened in the run, in its order: stages, agents, and each call of a model.

    Args:
        record: the audit record.
        exchanges: the recorded exchanges by digest.
        texts: put prompts and answers into the trace; without, they stay in the run's folder.
    """
    before = _nanoseconds(record.run.started)
    for entry in record.entries:
        at = _nanoseconds(entry.at)
        if entry.action in _CALLS:
            yield from _call(entry, at, exchanges, texts=texts)
        elif entry.action in _AGENTS:
            failed = "agent_failed" if entry.action == "agent_failed" else ""
            named: dict[str, Attribute] = {
                "openinference.span.kind": "AGENT",
                "gen_ai.operation.name": "invoke_agent",
                "gen_ai.agent.name": entry.actor,
                "gampgen.question": entry.subject,
            }
            yield _span(f"invoke_agent {entry.actor}", min(before, at), at, named, failed)
        elif entry.action in _STAGES and "/" not in entry.subject:
            subject = "document" if entry.action == "document_read" else entry.subject
            stage: dict[str, Attribute] = {"openinference.span.kind": "CHAIN"}
            name = f"{_STAGES[entry.action]} {subject}" if entry.action == "file_rendered" else _STAGES[entry.action]
            yield _span(name, min(before, at), at, stage)
        before = at


def _call(entry: AuditEntry, end: int, exchanges: Mapping[str, Exchange], *, texts: bool) -> Iterator[Spanned]:
    exchange = next((exchanges[one.sha256] for one in entry.inputs if one.sha256 in exchanges), None)
    if exchange is None:
        return
    attributes = {**_asked(entry, exchange), **_answered(exchange), **(_texts(exchange) if texts else {})}
    failed = exchange.failure.kind.value if exchange.failure else ""
    yield _span(f"chat {exchange.model}", end - exchange.duration_ms * _MILLION, end, attributes, failed)


def _asked(entry: AuditEntry, exchange: Exchange) -> dict[str, Attribute]:
    return {
        "openinference.span.kind": "LLM",
        "gen_ai.operation.name": "chat",
        "gen_ai.provider.name": "openai",
        "gen_ai.request.model": exchange.model,
        "gen_ai.request.max_tokens": exchange.request.max_tokens,
        "gen_ai.output.type": "json",
        "llm.model_name": exchange.model,
        "server.address": exchange.address,
        "gampgen.task": entry.subject,
        "gampgen.exchange": exchange.digest,
        "gampgen.attempts": exchange.attempts,
        "gampgen.outcome": entry.action,
    }


def _answered(exchange: Exchange) -> dict[str, Attribute]:
    answer = exchange.answer
    if answer is None:
        return {}
    found: dict[str, Attribute] = {
        "gen_ai.response.model": answer.model,
        "gen_ai.response.finish_reasons": (answer.finish_reason,),
        "openai.response.system_fingerprint": answer.fingerprint,
    }
    if answer.prompt_tokens is not None:
        found |= {"gen_ai.usage.input_tokens": answer.prompt_tokens, "llm.token_count.prompt": answer.prompt_tokens}
    if answer.completion_tokens is not None:
        found |= {
            "gen_ai.usage.output_tokens": answer.completion_tokens,
            "llm.token_count.completion": answer.completion_tokens,
        }
    return found


def _texts(exchange: Exchange) -> dict[str, Attribute]:
    request = exchange.request
    messages = [
        {"role": role, "parts": [{"type": "text", "content": content}]}
        for role, content in (("system", request.system), ("user", request.user))
    ]
    found: dict[str, Attribute] = {"gen_ai.input.messages": json.dumps(messages), "input.value": request.user}
    if exchange.answer is not None:
        said = [{"role": "assistant", "parts": [{"type": "text", "content": exchange.answer.text}]}]
        found |= {"gen_ai.output.messages": json.dumps(said), "output.value": exchange.answer.text}
    return found


def _span(name: str, start: int, end: int, attributes: Mapping[str, Attribute], failed: str = "") -> Spanned:
    return Spanned(name=name, start=start, end=end, attributes=tuple(sorted(attributes.items())), failed=failed)


def _nanoseconds(at: str) -> int:
    return round(datetime.fromisoformat(at).timestamp() * 1000) * _MILLION
