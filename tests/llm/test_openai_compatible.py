"""The door to a model, through the real client against a server on loopback that answers as told."""

import json
import threading
import traceback
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from gampgen.errors import GampgenError, TransientError
from gampgen.llm.openai_compatible import OpenAICompatibleModel
from gampgen.llm.port import ModelError, ModelRequest, ModelSettings
from gampgen.settings.language_model import Provider

REQUEST = ModelRequest(
    system="Answer with JSON only.",
    user="Say a word.",
    answer_name="word",
    answer_schema='{"type":"object","properties":{"word":{"type":"string"}},"required":["word"]}',
    max_tokens=20,
)


class FakeServer(ThreadingHTTPServer):
    """Answers every question with `status` and `body`, and keeps what it was asked."""

    daemon_threads = True
    status = 200
    body: object = None
    asked: list[dict]
    heard: list[tuple[str, dict[str, str]]]

    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/v1"


class Handler(BaseHTTPRequestHandler):
    server: FakeServer

    def do_POST(self) -> None:
        self.server.heard.append((self.path, dict(self.headers)))
        self.server.asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        content = json.dumps(self.server.body).encode()
        self.send_response(self.server.status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        pass


def completion(text: str | None, finish_reason: str = "stop", usage: dict | None = None) -> dict:
    message = {"role": "assistant", "content": text}
    choice = {"index": 0, "message": message, "finish_reason": finish_reason}
    return {
        "id": "1",
        "object": "chat.completion",
        "created": 1,
        "model": "served",
        "choices": [choice],
        "usage": usage,
    }


@pytest.fixture
def server() -> Iterator[FakeServer]:
    with FakeServer(("127.0.0.1", 0), Handler) as fake:
        fake.asked, fake.heard = [], []
        thread = threading.Thread(target=fake.serve_forever, daemon=True)
        thread.start()
        yield fake
        fake.shutdown()
        thread.join()


def model_at(server: FakeServer) -> OpenAICompatibleModel:
    return OpenAICompatibleModel(
        ModelSettings(name="a-name-nobody-lists", base_url=server.address(), timeout_seconds=60)
    )


def test_an_answer_comes_with_its_usage_and_the_served_models_name(server: FakeServer) -> None:
    server.body = completion('{"word":"ready"}', usage={"prompt_tokens": 7, "completion_tokens": 3, "total_tokens": 10})
    answer = model_at(server).ask(REQUEST, 60)
    assert (answer.text, answer.model) == ('{"word":"ready"}', "served")
    assert (answer.prompt_tokens, answer.completion_tokens) == (7, 3)


def test_the_schema_goes_out_strict_and_the_key_does_not_go_into_the_body(
    server: FakeServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret")
    server.body = completion("{}")
    model_at(server).ask(REQUEST, 60)
    sent = server.asked[0]
    assert sent["response_format"]["json_schema"]["strict"] is True
    assert sent["response_format"]["json_schema"]["schema"] == json.loads(REQUEST.answer_schema)
    assert sent["max_tokens"] == 20
    assert "sk-secret" not in json.dumps(sent)


def test_a_cut_off_answer_says_so(server: FakeServer) -> None:
    server.body = completion('{"word":"rea', finish_reason="length")
    assert model_at(server).ask(REQUEST, 60).finish_reason == "length"


def test_an_answer_without_choices_is_a_failure(server: FakeServer) -> None:
    server.body = completion("{}") | {"choices": []}
    with pytest.raises(ModelError, match="cannot be read"):
        model_at(server).ask(REQUEST, 60)


@pytest.mark.parametrize("status", [429, 500, 503])
def test_what_may_pass_is_transient_and_asked_once(server: FakeServer, status: int) -> None:
    server.status, server.body = status, {"error": {"message": "later"}}
    with pytest.raises(TransientError):
        model_at(server).ask(REQUEST, 60)
    assert len(server.asked) == 1


@pytest.mark.parametrize("status", [400, 401, 404])
def test_a_refusal_is_not_transient(server: FakeServer, status: int) -> None:
    server.status, server.body = status, {"error": {"message": "no"}}
    with pytest.raises(ModelError):
        model_at(server).ask(REQUEST, 60)


def test_a_server_that_is_not_there_is_transient() -> None:
    model = OpenAICompatibleModel(ModelSettings(name="m", base_url="http://127.0.0.1:9/v1", timeout_seconds=2))
    with pytest.raises(TransientError):
        model.ask(REQUEST, 60)


def test_without_key_and_server_nothing_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    with pytest.raises(GampgenError, match="no key"):
        OpenAICompatibleModel(ModelSettings(name="m")).ask(REQUEST, 60)


def test_azure_is_asked_at_its_own_path_with_its_own_header(
    server: FakeServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AZURE_OPENAI_API_KEY", "azure-secret")
    monkeypatch.setenv("OPENAI_API_KEY", "not-for-azure")
    server.body = completion('{"word":"ready"}')
    settings = ModelSettings(
        name="our-deployment", base_url=server.address().removesuffix("/v1"), provider=Provider.AZURE, seed=7
    )
    answer = OpenAICompatibleModel(settings).ask(REQUEST, 60)
    assert answer.text == '{"word":"ready"}'
    path, headers = server.heard[0]
    assert path.startswith("/openai/deployments/our-deployment/chat/completions?api-version=")
    assert headers["api-key"] == "azure-secret"
    assert "not-for-azure" not in str(headers)
    assert json.loads(answer.parameters)["seed"] == 7


def test_what_would_be_sent_is_what_is_sent(server: FakeServer) -> None:
    server.body = completion("{}")
    model = model_at(server)
    url, body = model.body(REQUEST)
    assert server.asked == []
    model.ask(REQUEST, 60)
    assert json.loads(body) == server.asked[0]
    assert url == f"{server.address()}/chat/completions"


def test_a_failure_says_nothing_of_what_the_server_said_not_even_its_traceback(
    server: FakeServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret-123456")
    server.status, server.body = 401, {"error": {"message": "Incorrect API key provided: sk-secret-123456"}}
    with pytest.raises(ModelError) as failure:
        model_at(server).ask(REQUEST, 60)
    assert "sk-secret" not in "".join(traceback.format_exception(failure.value))
