"""An OpenAI-compatible server on loopback that answers honestly, or with a fault of choice."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.llm.honest import honest_entries

Fault = Callable[["Handler", dict, list[dict]], None]


def completion(text: str | None, finish_reason: str = "stop", usage: object = "honest", **message: object) -> dict:
    """A chat completion as the server would give it."""
    if usage == "honest":
        usage = {"prompt_tokens": 900, "completion_tokens": max(1, len(text or "") // 4), "total_tokens": 0}
    told = {"role": "assistant", "content": text, **message}
    return {
        "id": "1",
        "object": "chat.completion",
        "created": 1,
        "model": "served-model",
        "system_fingerprint": "fp_test",
        "choices": [{"index": 0, "message": told, "finish_reason": finish_reason}],
        "usage": usage,
    }


def answers_text(entries: list[dict]) -> str:
    return json.dumps({"answers": entries})


def honest(handler: Handler, _body: dict, entries: list[dict]) -> None:
    handler.reply(completion(answers_text(entries)))


class FakeServer(ThreadingHTTPServer):
    """Answers by `fault`, and keeps every body, path and header that it was sent."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.fault: Fault = honest
        self.seed = 0
        self.bodies: list[dict] = []
        self.raw: list[bytes] = []
        self.paths: list[str] = []
        self.headers: list[dict[str, str]] = []
        self.ended = threading.Event()
        self.lock = threading.Lock()

    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/v1"

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that went away is part of the tests."""


class Handler(BaseHTTPRequestHandler):
    server: FakeServer

    def do_POST(self) -> None:
        raw = self.rfile.read(int(self.headers["Content-Length"]))
        body = json.loads(raw)
        with self.server.lock:
            self.server.raw.append(raw)
            self.server.bodies.append(body)
            self.server.paths.append(self.path)
            self.server.headers.append(dict(self.headers))
        if body["response_format"]["json_schema"]["name"] == "readiness":  # doctor's call
            self.reply(completion('{"word":"ready"}'))
            return
        self.server.fault(self, body, honest_entries(body, self.server.seed))

    def do_GET(self) -> None:
        with self.server.lock:
            self.server.paths.append(f"GET {self.path}")
        self.reply({}, 404)

    def reply(self, content: object, status: int = 200, headers: dict[str, str] | None = None) -> None:
        data = content if isinstance(content, bytes) else json.dumps(content).encode()
        self.send_response(status)
        for name, value in ({"Content-Type": "application/json"} | (headers or {})).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def serving(fault: Fault = honest) -> Iterator[FakeServer]:
    """A running server, stopped at the end."""
    with FakeServer() as server:
        server.fault = fault
        thread = threading.Thread(target=lambda: server.serve_forever(poll_interval=0.02), daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.ended.set()
            server.shutdown()
            thread.join()
