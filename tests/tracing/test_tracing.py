"""A finished run as a trace: GenAI names, no texts unless asked for, to a file and to an endpoint."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from tests.llm.fake_server import serving
from tests.llm.reading import URS, settings_at

from gampgen.errors import OutputError, UsageError
from gampgen.pipeline.generate import generate
from gampgen.settings import FailOn, Settings
from gampgen.settings.resolving import Resolved
from gampgen.tracing import trace_run


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("traced")
    (folder / "urs.md").write_text(URS, encoding="utf-8")
    with serving() as server:
        settings = Settings(fail_on=FailOn.NEVER, llm=settings_at(server, per_question=50))
        resolved = Resolved(settings=settings, origins=(), file=None)
        generate(folder / "urs.md", folder / "out", resolved, lambda _event: None)
    return folder / "out"


def spans_of(line: str) -> list[dict]:
    told = json.loads(line)
    return [span for part in told["resourceSpans"] for scope in part["scopeSpans"] for span in scope["spans"]]


def attributes(span: dict) -> dict[str, object]:
    return {one["key"]: next(iter(one["value"].values())) for one in span["attributes"]}


def test_a_file_holds_each_call_under_the_run_with_genai_names_and_no_text(run: Path, tmp_path: Path) -> None:
    trace_run(run, str(tmp_path / "trace.jsonl"), texts=False)
    content = (tmp_path / "trace.jsonl").read_text("utf-8")
    assert content.count("\n") == 1
    spans = spans_of(content)
    root = next(span for span in spans if "parentSpanId" not in span)
    calls = [span for span in spans if span["name"] == "chat served-model"]
    asked = sum(
        entry["action"].startswith("model_") for entry in json.loads((run / "audit.json").read_bytes())["entries"]
    )
    assert len(calls) == asked
    assert all(len(span["traceId"]) == 32 and len(span["spanId"]) == 16 for span in spans)
    for span in calls:
        held = attributes(span)
        assert span["parentSpanId"] == root["spanId"]
        assert (held["gen_ai.operation.name"], held["gen_ai.request.model"]) == ("chat", "served-model")
        assert int(held["gen_ai.usage.input_tokens"]) == 900
        assert held["openinference.span.kind"] == "LLM"
        assert int(span["endTimeUnixNano"]) >= int(span["startTimeUnixNano"])
    for words in ("set point above", "gen_ai.input.messages", "input.value"):
        assert words not in content


def test_texts_are_in_it_when_asked_for(run: Path, tmp_path: Path) -> None:
    trace_run(run, str(tmp_path / "trace.jsonl"), texts=True)
    call = next(
        span for span in spans_of((tmp_path / "trace.jsonl").read_text("utf-8")) if span["name"].startswith("chat")
    )
    assert "second pair of eyes" in attributes(call)["gen_ai.input.messages"]
    assert "answers" in attributes(call)["output.value"]


@pytest.fixture
def endpoint() -> Iterator[ThreadingHTTPServer]:
    class Receiver(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.server.got.append((self.path, self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(self.server.status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Receiver) as server:
        server.got, server.status = [], 200
        thread = threading.Thread(target=lambda: server.serve_forever(poll_interval=0.02), daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def test_an_endpoint_gets_the_same_spans(run: Path, endpoint: ThreadingHTTPServer) -> None:
    trace_run(run, f"http://127.0.0.1:{endpoint.server_port}", texts=False)
    [(path, body)] = endpoint.got
    assert path == "/v1/traces"
    told = ExportTraceServiceRequest.FromString(body)
    names = [span.name for part in told.resource_spans for scope in part.scope_spans for span in scope.spans]
    assert "gampgen run" in names
    assert "chat served-model" in names


@pytest.mark.filterwarnings("ignore")
def test_an_endpoint_that_refuses_is_told(run: Path, endpoint: ThreadingHTTPServer) -> None:
    endpoint.status = 400
    with pytest.raises(OutputError, match="not taken"):
        trace_run(run, f"http://127.0.0.1:{endpoint.server_port}/v1/traces", texts=False)


def test_without_the_extra_it_says_what_to_install(run: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "opentelemetry.sdk.trace", None)
    with pytest.raises(UsageError) as failure:
        trace_run(run, str(tmp_path / "x"), texts=False)
    assert "gampgen[trace]" in failure.value.hint
