"""Spans to a file, one OTLP JSON document on a line, or to an OTLP endpoint over HTTP."""

from __future__ import annotations

import importlib
import json
from base64 import b64decode
from pathlib import Path
from typing import TYPE_CHECKING

from gampgen.audit.names import AUDIT_NAME
from gampgen.audit.record import AuditRecord
from gampgen.errors import OutputError, UsageError
from gampgen.llm.exchange import Exchange, exchange_in
from gampgen.tracing.spans import Spanned, child_spans, root_span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from opentelemetry.sdk.trace import ReadableSpan

_FOLDER = "llm"
_PATH = "/v1/traces"


def trace_run(folder: Path, to: str, *, texts: bool) -> None:
    """Export the trace of a finished run.

    Args:
        folder: the run's folder.
        to: a file, to which a line is appended, or the address of an OTLP endpoint ("http://localhost:6006").
        texts: put prompts and answers into the trace.

    Raises:
        UsageError: the extra `trace` is not installed.
        OutputError: the file cannot be written, or the endpoint does not take the trace.
    """
    try:
        importlib.import_module("opentelemetry.sdk.trace")
    except ImportError as error:
        raise UsageError("A trace needs OpenTelemetry", hint="Install it with: pip install 'gampgen[trace]'") from error
    record = AuditRecord.model_validate_json((folder / AUDIT_NAME).read_bytes())
    spans = _finished(root_span(record), tuple(child_spans(record, _exchanges(folder), texts=texts)))
    if to.startswith(("http://", "https://")):
        _send(spans, to)
    else:
        _append(spans, Path(to))


def _exchanges(folder: Path) -> dict[str, Exchange]:
    found = (exchange_in(path.read_bytes()) for path in sorted((folder / _FOLDER).glob("*.json")))
    return {one.digest: one for one in found if one is not None}


def _finished(root: Spanned, children: tuple[Spanned, ...]) -> list[ReadableSpan]:
    from opentelemetry.sdk.resources import Resource  # noqa: PLC0415 - an extra
    from opentelemetry.sdk.trace import TracerProvider  # noqa: PLC0415
    from opentelemetry.sdk.trace.export import SimpleSpanProcessor  # noqa: PLC0415
    from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter  # noqa: PLC0415
    from opentelemetry.trace import Status, StatusCode, set_span_in_context  # noqa: PLC0415

    kept = InMemorySpanExporter()
    provider = TracerProvider(resource=Resource({"service.name": "gampgen"}), shutdown_on_exit=False)
    provider.add_span_processor(SimpleSpanProcessor(kept))
    tracer = provider.get_tracer("gampgen")
    whole = tracer.start_span(root.name, start_time=root.start, attributes=dict(root.attributes))
    inside = set_span_in_context(whole)
    for one in children:
        span = tracer.start_span(one.name, context=inside, start_time=one.start, attributes=dict(one.attributes))
        if one.failed:
            span.set_attribute("error.type", one.failed)
            span.set_status(Status(StatusCode.ERROR, one.failed))
        span.end(end_time=one.end)
    whole.end(end_time=root.end)
    return list(kept.get_finished_spans())


def _send(spans: Sequence[ReadableSpan], address: str) -> None:
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter  # noqa: PLC0415 - an extra
    from opentelemetry.sdk.trace.export import SpanExportResult  # noqa: PLC0415

    endpoint = address if address.endswith(_PATH) else address.rstrip("/") + _PATH
    exporter = OTLPSpanExporter(endpoint=endpoint, timeout=10)
    result = exporter.export(spans)
    exporter.shutdown()  # type: ignore[no-untyped-call] # the package ships half of its types
    if result is not SpanExportResult.SUCCESS:
        raise OutputError("The trace was not taken", hint="Is the OTLP endpoint running?", where=endpoint)


def _append(spans: Sequence[ReadableSpan], path: Path) -> None:
    """OTLP JSON as the collector's file receiver reads it: ids in hexadecimal, one request on a line."""
    from google.protobuf.json_format import MessageToDict  # noqa: PLC0415 - comes with the extra
    from opentelemetry.exporter.otlp.proto.common.trace_encoder import encode_spans  # noqa: PLC0415

    told = MessageToDict(encode_spans(spans))
    for resource in told["resourceSpans"]:
        for scope in resource["scopeSpans"]:
            for span in scope["spans"]:
                span |= {
                    key: b64decode(span[key]).hex() for key in ("traceId", "spanId", "parentSpanId") if key in span
                }
    try:
        with path.open("a", encoding="utf-8") as stream:
            stream.write(json.dumps(told, ensure_ascii=False) + "\n")
    except OSError as error:
        raise OutputError(
            f"The trace cannot be written: {error.strerror or error}", hint="Give another file", where=str(path)
        ) from error
