"""The records of runs: one doer at a time, fences, states, migrations; a random walk against a model of them."""

import json
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from gampgen.errors import OutputError, UsageError
from gampgen.runs.records.database import Database
from gampgen.runs.records.migrations import MIGRATIONS
from gampgen.runs.records.store import RunStore
from gampgen.runs.records.values import NewRun
from gampgen.runs.report import DocumentResult, DocumentStatus
from gampgen.runs.states import ENDED, FOLLOWERS, State
from gampgen.runs.telling import Kind, Teller


def new_run(identity: str = "0123456789abcdef") -> NewRun:
    return NewRun(
        id=identity, batch=None, position=1, name="a.md", source="/in/a.md", folder="/out/a.md", key=f"key {identity}",
        document_sha256="d", settings_sha256="s", job="{}",
    )  # fmt: skip


def result(status: DocumentStatus = DocumentStatus.DONE) -> DocumentResult:
    return DocumentResult(source="a.md", folder="a.md", status=status, exit_code=0, unchanged=False, seconds=1.5)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[RunStore]:
    made = RunStore(Database(f"sqlite:///{tmp_path / 'runs.db'}"))
    made.add(new_run())
    yield made
    made.close()


def test_one_doer_at_a_time(store: RunStore) -> None:
    first = store.claim(new_run().id, "one", 60)
    assert first is not None
    assert first.state is State.RUNNING
    assert store.claim(new_run().id, "two", 60) is None


def test_a_claim_that_ran_out_is_taken_over_and_the_former_owner_is_fenced_off(store: RunStore) -> None:
    first = store.claim(new_run().id, "one", -1)
    second = store.claim(new_run().id, "two", 60)
    assert (second.fence, second.losses, second.attempts) == (first.fence + 1, 1, 2)
    assert not store.renew(new_run().id, first.fence, 60)
    assert not store.end(new_run().id, first.fence, State.COMPLETED, result())
    assert store.end(new_run().id, second.fence, State.COMPLETED, result(), "looks so")
    found = store.find(new_run().id)
    assert (found.state, found.seconds, found.outputs, found.owner) == (State.COMPLETED, 1.5, "looks so", "two")


def test_ending_again_is_the_same_and_another_end_is_refused(store: RunStore) -> None:
    claimed = store.claim(new_run().id, "one", 60)
    assert store.end(claimed.id, claimed.fence, State.FAILED, result(DocumentStatus.FAILED))
    assert store.end(claimed.id, claimed.fence, State.FAILED, result(DocumentStatus.FAILED))
    assert not store.end(claimed.id, claimed.fence, State.COMPLETED, result())


def test_of_four_that_race_for_a_run_one_wins(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'runs.db'}"
    stores = [RunStore(Database(url)) for _ in range(4)]
    stores[0].add(new_run())
    for _ in range(15):
        won: list[str] = []
        start = threading.Barrier(4)

        def race(name: str, one: RunStore, won: list[str] = won, start: threading.Barrier = start) -> None:
            start.wait()
            if one.claim(new_run().id, name, 60) is not None:
                won.append(name)

        threads = [threading.Thread(target=race, args=(str(n), one)) for n, one in enumerate(stores)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(won) == 1
        stores[0].move(new_run().id, State.QUEUED)
    for one in stores:
        one.close()


def test_history_is_kept_in_order_and_once(store: RunStore) -> None:
    teller = Teller(new_run().id, "a.md")
    told = [teller.event(Kind.STARTED), teller.event(Kind.AGENT_FINISHED, "sme/1", "x", microseconds=5, attempt=2)]
    store.history.tell(told)
    store.history.tell(told)
    store.history.tell([last := teller.event(Kind.FINISHED)])
    assert store.history.of(store.find(new_run().id)) == (*told, last)


def test_a_run_is_found_by_the_beginning_of_its_id(store: RunStore) -> None:
    assert store.find("012345").id == new_run().id
    for wrong in ("0123", "ffffff", "%"):
        with pytest.raises(UsageError):
            store.find(wrong)


def test_a_file_is_made_once_by_whoever_comes(tmp_path: Path) -> None:
    program = "import sys; from gampgen.runs.records.database import Database; Database(sys.argv[1])"
    url = f"sqlite:///{tmp_path / 'new' / 'runs.db'}"
    opened = [subprocess.Popen([sys.executable, "-c", program, url]) for _ in range(3)]
    assert [one.wait() for one in opened] == [0, 0, 0]
    connection = sqlite3.connect(tmp_path / "new" / "runs.db")
    numbers = [number for (number,) in connection.execute("SELECT number FROM gampgen_migrations")]
    assert numbers == list(range(1, len(MIGRATIONS) + 1))
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.execute("INSERT INTO gampgen_migrations VALUES (?, 'later')", (len(MIGRATIONS) + 1,))
    connection.commit()
    connection.close()
    with pytest.raises(UsageError, match="later version"):
        Database(url)


@pytest.mark.parametrize("url", ["mysql://x/y", "no url", "sqlite+nothing:///x"])
def test_another_database_is_refused(url: str) -> None:
    with pytest.raises(UsageError):
        Database(url)


def test_a_file_that_is_no_database_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "runs.db").write_text("no database, but a text that is long enough to be taken for one" * 20)
    with pytest.raises(OutputError, match="not a database"):
        Database(f"sqlite:///{tmp_path / 'runs.db'}")


def test_every_state_can_be_left_or_is_final() -> None:
    assert set(FOLLOWERS) == set(State)
    assert [state for state, after in FOLLOWERS.items() if not after] == [State.COMPLETED]
    assert all(State.QUEUED in FOLLOWERS[state] for state in ENDED - {State.COMPLETED})


class RunsOfThree(RuleBasedStateMachine):
    """Three doers around one run, whose leases may run out at any time."""

    @initialize()
    def fresh(self) -> None:
        self.store = RunStore(Database("sqlite:///:memory:"))
        self.store.add(new_run())
        self.held: dict[str, int] = {}
        self.state, self.owner, self.fence, self.out = State.QUEUED, "", 0, False

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.store.close()

    @rule(doer=st.sampled_from("abc"))
    def claim(self, doer: str) -> None:
        claimed = self.store.claim(new_run().id, doer, -1 if self.out else 60)
        free = self.state is State.QUEUED or (self.state is State.RUNNING and (self.out or self.owner == doer))
        assert (claimed is not None) == free
        if claimed is not None:
            assert claimed.fence == self.fence + 1
            self.state, self.owner, self.fence = State.RUNNING, doer, claimed.fence
            self.held[doer] = claimed.fence

    @rule(doer=st.sampled_from("abc"), state=st.sampled_from(sorted(set(State) - {State.QUEUED, State.RUNNING})))
    def end(self, doer: str, state: State) -> None:
        fence = self.held.get(doer, 0)
        mine = fence == self.fence and self.state in (State.RUNNING, state)
        assert self.store.end(new_run().id, fence, state, result()) == mine
        if mine:
            self.state = state

    @rule(state=st.sampled_from(sorted(set(State) - {State.RUNNING})))
    def move(self, state: State) -> None:
        allowed = state in FOLLOWERS[self.state]
        assert self.store.move(new_run().id, state) == allowed
        if allowed:
            self.state = state
            self.owner = ""

    @rule()
    def let_leases_run_out(self) -> None:
        self.out = True
        if self.state is State.RUNNING:
            assert self.store.renew(new_run().id, self.fence, -1)

    @invariant()
    def the_records_agree(self) -> None:
        if hasattr(self, "store"):
            assert self.store.find(new_run().id).state is self.state


RunsOfThree.TestCase.settings = settings(max_examples=12, stateful_step_count=20, deadline=None)
TestRunsOfThree = RunsOfThree.TestCase


def test_the_offline_path_loads_no_database() -> None:
    program = (
        "import sys, json\n"
        "import gampgen.cli.main, gampgen.pipeline.generate, gampgen.cli.running\n"
        "print(json.dumps([name for name in ('sqlalchemy', 'celery', 'kombu', 'psycopg') if name in sys.modules]))\n"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert json.loads(told.stdout) == []


def test_a_batchs_own_process_loads_neither_parser_nor_engine() -> None:
    program = (
        "import sys, gampgen.runs.batch, gampgen.runs.distributed.worker\n"
        "heavy = ('workflows', 'docx', 'lxml', 'gampgen.parsing', 'gampgen.techniques', 'gampgen.drafting')\n"
        "print([name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
