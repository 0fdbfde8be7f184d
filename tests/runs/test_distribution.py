"""Many machines: workers that die, servers that restart, messages that come twice; nothing lost, nothing done twice."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.runs import servers
from tests.runs.agents import slow_agent
from tests.runs.saying import said

from gampgen.pipeline.generate import generate
from gampgen.pipeline.stored import stored_suite
from gampgen.runs.distributed.application import application, send
from gampgen.runs.records.database import Database
from gampgen.runs.records.store import RunStore
from gampgen.runs.states import State
from gampgen.settings.resolving import resolve

OUTPUTS = ("suite.json", "oq_protocol.docx", "oq_protocol.md", "traceability.xlsx", "report.html")


def needs(*names: str) -> pytest.MarkDecorator:
    reason = "; ".join(filter(None, map(servers.missing, names)))
    return pytest.mark.skipif(bool(reason), reason=reason)


def documents(folder: Path, number: int) -> list[str]:
    folder.mkdir()
    for n in range(number):
        text = f"# URS: Tank {n}\n\n- **T-{n}**: The pump shall stop when the level is above {n}.5 m.\n"
        (folder / f"{n}.md").write_text(text, encoding="utf-8")
    return [f"{n}.md" for n in range(number)]


@contextmanager
def worker(root: Path, broker: str, database: str, **environment: str) -> Iterator[subprocess.Popen]:
    command = [sys.executable, "-m", "gampgen", "worker", "--broker", broker, "--database", database]
    with (root / "worker.log").open("ab") as log:
        process = subprocess.Popen(
            [*command, "--jobs", "1", "--lease", "3"], cwd=root, env=os.environ | environment, stdout=log, stderr=log
        )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.terminate()
        process.wait(60)


def producer(root: Path, broker: str, database: str, *more: str) -> subprocess.Popen:
    command = [
        "batch",
        "in",
        "--out",
        "out",
        "--broker",
        broker,
        "--database",
        database,
        "--fail-on",
        "never",
        "--json",
    ]
    return subprocess.Popen([sys.executable, "-m", "gampgen", *command, *more], cwd=root, stdout=subprocess.PIPE)


def until(true: object, seconds: float = 120.0) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.05)


@needs("rabbitmq", "postgresql")
def test_worker_broker_and_database_go_down_and_every_document_is_done_once(tmp_path: Path) -> None:
    names = documents(tmp_path / "in", 3)
    slow = slow_agent(tmp_path, SLOW_CHUNK="0")
    (tmp_path / "r").mkdir()
    with servers.rabbitmq(tmp_path / "r") as broker, servers.postgresql() as database:
        store = RunStore(Database(database.url))
        batch = producer(tmp_path, broker.url, database.url)
        with worker(tmp_path, broker.url, database.url, **slow) as first:
            until((tmp_path / "notes.slow").exists)
            first.send_signal(signal.SIGKILL)
        until(lambda: len(store.listed()) == len(names))
        lost = [one for one in store.listed() if one.state is State.RUNNING]
        assert len(lost) == 1
        broker.restart()
        database.restart()
        with worker(tmp_path, broker.url, database.url):
            with application(broker.url) as app:
                for one in store.listed():  # each name a second time
                    send(app, one.id, one.queue, one.priority)
            told, _ = batch.communicate(timeout=240)
            assert batch.returncode == 0
        runs = store.listed()
        store.close()
        assert {one.name: one.state for one in runs} == dict.fromkeys(names, State.COMPLETED)
        assert {one.attempts for one in runs if one.id != lost[0].id} == {1}
        assert [(one.attempts, one.losses) for one in runs if one.id == lost[0].id] == [(2, 1)]
    assert [one["status"] for one in json.loads(told)["documents"]] == ["done"] * len(names)
    for name in names:
        generate(tmp_path / "in" / name, tmp_path / "alone" / name, resolve(tmp_path, {}, {}), lambda _: None)
        for output in OUTPUTS:
            assert (tmp_path / "out" / name / output).read_bytes() == (tmp_path / "alone" / name / output).read_bytes()
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(
        [*names, "batch.html", "batch.json", "junit.xml", "summary.md"]
    )


@needs("redis")
def test_documents_and_suites_travel_through_a_store(tmp_path: Path) -> None:
    names = documents(tmp_path / "in", 1)
    (tmp_path / "r").mkdir()
    (tmp_path / "elsewhere").mkdir()
    database, storage = f"sqlite:///{tmp_path / 'runs.db'}", f"file://{tmp_path / 'store'}"
    told = []
    with servers.redis(tmp_path / "r") as broker, worker(tmp_path / "elsewhere", broker.url, database):
        for title, words in (("Tank 0", ()), ("Pump", ()), ("Pump", ("--changed-only",))):
            (tmp_path / "in" / names[0]).write_text(f"# URS: {title}\n\n- **T-0**: The pump shall stop above 0.5 m.\n")
            batch = producer(tmp_path, broker.url, database, "--storage", storage, *words)
            report, _ = batch.communicate(timeout=240)
            status = json.loads(report)["documents"][0]["status"]
            told.append((batch.returncode, status, stored_suite(tmp_path / "out" / names[0]).suite.document.title))
    assert told == [
        (0, "done", "URS: Tank 0"),
        (1, "failed", "URS: Tank 0"),  # the folder holds a run of something else, which nobody gave up
        (0, "done", "URS: Pump"),
    ]
    for folder in (tmp_path / "out" / names[0], *(tmp_path / "out").glob("*.superseded-*")):
        assert stored_suite(folder).doubt == ""
    assert len([*(tmp_path / "out").glob("*.superseded-*")]) == 1
    planned = said("batch", "in", "--out", "out", "--changed-only", "--dry-run", "--json", "--fail-on", "never",
                   "--database", database, cwd=tmp_path)  # fmt: skip
    assert [one["what"] for one in json.loads(planned)] == ["unchanged"] * len(names)


@pytest.mark.parametrize(
    "arguments",
    [
        ("worker", "--broker", "redis://127.0.0.1/0"),
        ("batch", "in", "--out", "out", "--broker", "kafka://127.0.0.1"),
        ("batch", "in", "--out", "out", "--queue", "fast"),
    ],
)
def test_a_wrong_call_is_told_apart(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    documents(tmp_path / "in", 1)
    said(*arguments, cwd=tmp_path, code=2)
