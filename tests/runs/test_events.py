"""Events for other programs, watching a folder, and what documents have in common."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from tests.runs.saying import said

from gampgen.errors import OutputError, UsageError
from gampgen.pipeline.generate import generate
from gampgen.runs.documents import Patterns
from gampgen.runs.portfolio import Place, portfolio_of
from gampgen.runs.report import BatchReport, DocumentResult, DocumentStatus
from gampgen.runs.sinks import events_to
from gampgen.runs.telling import Kind, RunEvent, Teller
from gampgen.runs.watching import changes, look
from gampgen.runs.writing import write_portfolio
from gampgen.settings.resolving import resolve

EVENT = Teller("r1", "a.md").event(Kind.AGENT_FINISHED, "sme/1", "3 pieces of advice", microseconds=7, attempt=1)


@contextmanager
def webhook(*codes: int) -> Iterator[tuple[str, list[dict]]]:
    """A server that answers with these codes, then with 204, and what it was sent."""
    left, taken = list(codes), []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            taken.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(left.pop(0) if left else 204)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/hook", taken
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def told(target: str | None, *events: RunEvent) -> tuple[list[str], list[str]]:
    said: list[str] = []
    shown: list[str] = []
    with events_to(target, said.append, shown.append) as tell:
        for event in events:
            tell(event)
    return said, shown


def test_events_are_lines_of_json(tmp_path: Path) -> None:
    for _ in range(2):
        assert told(str(tmp_path / "events.jsonl"), EVENT) == ([], [])
    lines = (tmp_path / "events.jsonl").read_text().splitlines()
    assert [RunEvent.model_validate_json(line) for line in lines] == [EVENT, EVENT]
    assert told("-", EVENT) == ([], [EVENT.model_dump_json()])
    assert told(None, EVENT) == ([], [])


def test_a_webhook_that_fails_for_a_while_gets_every_event_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gampgen.runs.sinks._FIRST_PAUSE", 0.001)
    other = EVENT.model_copy(update={"subject": "sme/2"})
    with webhook(503, 429, 500) as (url, taken):
        assert told(url, EVENT, other) == ([], [])
    assert [one["subject"] for one in taken] == ["sme/1"] * 4 + ["sme/2"]


def test_what_a_webhook_refuses_is_told_and_not_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gampgen.runs.sinks._FIRST_PAUSE", 0.001)
    with webhook(401) as (url, taken):
        said, _ = told(url, EVENT, EVENT)
    assert len(taken) == 2
    assert said == ["1 events could not be delivered to the webhook; the last: HTTP 401"]
    assert "could not be delivered" in told(url, EVENT)[0][0]  # nobody listens there any more


def test_a_wrong_target_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        told("ftp://somewhere/events")
    with pytest.raises(OutputError):
        told(str(tmp_path / "missing" / "events.jsonl"))


def test_a_change_counts_once_it_rests() -> None:
    states = [
        frozenset({(name, 1, 1)}) if name else frozenset() for name in ("", "a", "a", "b", "c", "c", "c", "a", "a")
    ]
    looks = iter([*states, None])
    seen: list[str] = []

    def next_look() -> frozenset:
        now = next(looks)
        if now is None:
            raise KeyboardInterrupt
        return now

    with pytest.raises(KeyboardInterrupt):
        seen.extend(next(iter(now))[0] for now in changes(next_look, lambda: None))
    assert seen == ["a", "c", "a"]


def test_settings_and_context_are_looked_at_too(tmp_path: Path) -> None:
    for name in ("in/a.md", "gampgen.yaml", "context/x.md", "in/notes.pptx", "in/out/b.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / name).write_text(name)
    beside = (tmp_path / "gampgen.yaml", tmp_path / "context")
    seen = look(tmp_path / "in", tmp_path / "in" / "out", Patterns(), beside)
    assert sorted(Path(name).name for name, _, _ in seen) == ["a.md", "gampgen.yaml", "x.md"]
    assert look(tmp_path / "missing", tmp_path, Patterns(), ()) == frozenset()


@pytest.mark.skipif(os.name == "nt", reason="sends a POSIX signal")
def test_a_watched_folder_is_kept_up_to_date(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    document = tmp_path / "in" / "a.md"
    document.write_text("# URS\n\n- **A-1**: The pump shall stop when the level is above 3 m.\n")
    watched = subprocess.Popen(
        [sys.executable, "-m", "gampgen", "watch", "in", "--out", "out", "--every", "0.3", "--events", "events.jsonl"],
        cwd=tmp_path,
    )
    try:
        until((tmp_path / "out" / "batch.json").exists, watched)
        document.write_text("# URS\n\n- **A-1**: The pump shall stop when the level is above 4 m.\n")
        until(lambda: any((tmp_path / "out").glob("a.md.superseded-*")), watched)
        until(lambda: '"4"' in (tmp_path / "out" / "a.md" / "suite.json").read_text(), watched)
    finally:
        watched.send_signal(signal.SIGINT)
    assert watched.wait(30) == 130
    kinds = [json.loads(line)["kind"] for line in (tmp_path / "events.jsonl").read_text().splitlines()]
    assert kinds.count("started") == 2


def until(true: object, process: subprocess.Popen) -> None:
    deadline = time.monotonic() + 90
    while not true():
        assert process.poll() is None
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_a_portfolio_finds_what_repeats_and_what_contradicts(tmp_path: Path) -> None:
    texts = {
        "a.md": ("The pump shall stop when the pressure exceeds 3.0 bar.", "The system shall show the time."),
        "b.md": ("The pump shall stop when the pressure exceeds 4.0 bar.", "The system shall show the time."),
    }
    results = []
    for name, statements in texts.items():
        rows = "\n".join(f"- **{name[0].upper()}-{n}**: {text}" for n, text in enumerate(statements, start=1))
        (tmp_path / name).write_text(f"# URS: {name}\n\n{rows}\n")
        generate(tmp_path / name, tmp_path / "out" / name, resolve(tmp_path, {}, {}), lambda _: None)
        results.append(
            DocumentResult(source=name, folder=name, status=DocumentStatus.DONE, exit_code=0, unchanged=False)
        )
    failed = DocumentResult(source="c", folder="c", status=DocumentStatus.FAILED, exit_code=3, unchanged=False)
    report = BatchReport(schema_version="1", documents=(*results, failed))
    found = portfolio_of(report, tmp_path / "out")
    assert [(one.first, one.second) for one in found.contradictions] == [
        (Place(document="a.md", id="A-1"), Place(document="b.md", id="B-1"))
    ]
    assert [(one.text, [place.id for place in one.places]) for one in found.repeated_requirements] == [
        ("The system shall show the time.", ["A-2", "B-2"])
    ]
    assert {place.document for one in found.repeated_tests for place in one.places} == {"a.md", "b.md"}
    assert not any("bar" in one.text for one in found.repeated_tests)
    assert (found.totals.documents, found.totals.requirements) == (2, 4)
    assert found.totals.reusable_tests == len(found.repeated_tests)
    write_portfolio(found, tmp_path / "out")
    assert json.loads((tmp_path / "out" / "portfolio.json").read_text())["totals"]["documents"] == 2
    page = (tmp_path / "out" / "portfolio.html").read_text()
    assert "exceeds 3.0 bar" in page
    assert "exceeds 4.0 bar" in page


def test_a_single_run_tells_its_events_and_is_recorded_where_asked(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# URS\n\n- **A-1**: The pump shall stop when the level is above 3 m.\n")
    database = f"sqlite:///{tmp_path / 'runs.db'}"
    arguments = ("generate", "a.md", "--quiet", "--fail-on", "never", "--database", database)
    lines = said(*arguments, "--out", "oq", "--events", "-", cwd=tmp_path).splitlines()
    events = [RunEvent.model_validate_json(line) for line in lines]
    kinds = [one.kind for one in events]
    assert (kinds[0], kinds[-1]) == (Kind.STARTED, Kind.FINISHED)
    assert kinds.count(Kind.AGENT_STARTED) == kinds.count(Kind.AGENT_FINISHED) == 3
    assert [one.subject for one in events if one.kind is Kind.STAGE_FINISHED] == [
        "read", "parse", "categorise", "plan", "advise", "draft", "assemble",
    ]  # fmt: skip
    said(*arguments, "--out", "later", "--on-doubt", "stop", cwd=tmp_path, code=6)
    runs = json.loads(said("runs", "--json", "--database", database, cwd=tmp_path))
    assert {one["folder"]: one["state"] for one in runs} == {
        str(tmp_path / "oq"): "completed", str(tmp_path / "later"): "waiting",
    }  # fmt: skip
    history = json.loads(said("runs", "show", events[0].run, "--json", "--database", database, cwd=tmp_path))["history"]
    assert [RunEvent.model_validate_json(json.dumps(one)) for one in history] == events
    waiting = json.loads(said("pending", "--json", "--database", database, cwd=tmp_path))
    assert [one["id"] for one in waiting] == [one["id"] for one in runs if one["state"] == "waiting"]
    said(*arguments, "--out", "oq", "--json", "--events", "-", cwd=tmp_path, code=2)
