"""Entries are on the disk, chained and numbered, before the work goes on."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from gampgen.audit.canonical import canonical_bytes, sha256_hex
from gampgen.audit.journal import Journal
from gampgen.audit.record import FIRST_PREVIOUS, Occurrence
from gampgen.errors import OutputError


def test_each_entry_holds_the_digest_of_the_one_before(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    with Journal(path) as journal:
        for number in range(4):
            journal.record(Occurrence(actor="rules engine", action="drafted", subject=f"OQ-{number}"))
        closing = journal.closing()
    lines = path.read_bytes().splitlines()
    previous = FIRST_PREVIOUS
    for number, line in enumerate(lines):
        entry = json.loads(line)
        assert canonical_bytes(entry) == line
        assert (entry["seq"], entry["previous"]) == (number, previous)
        previous = sha256_hex(line)
    assert (closing.count, closing.head) == (4, previous)


def test_a_killed_process_leaves_every_acknowledged_entry(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    program = (
        "import os,sys;from pathlib import Path;from gampgen.audit.journal import Journal;"
        "from gampgen.audit.record import Occurrence;j=Journal(Path(sys.argv[1]));"
        "[j.record(Occurrence(actor='a',action='b',subject=str(n))) for n in range(7)];os.kill(os.getpid(),9)"
    )
    done = subprocess.run([sys.executable, "-c", program, str(path)], check=False)
    assert done.returncode == -9
    assert [json.loads(line)["subject"] for line in path.read_bytes().splitlines()] == [str(n) for n in range(7)]


def test_a_journal_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    path.write_text("kept")
    with pytest.raises(OutputError):
        Journal(path)
    assert path.read_text() == "kept"


def test_a_full_disk_is_a_failure_that_names_the_file(tmp_path: Path) -> None:
    if not os.path.exists("/dev/full"):  # noqa: PTH110 - a device, not a path of ours
        pytest.skip("this system has no /dev/full")
    path = tmp_path / "journal.jsonl"
    with Journal(path) as journal:
        full = os.open("/dev/full", os.O_WRONLY)
        os.dup2(full, journal._file)  # the descriptor now leads to a device without space
        os.close(full)
        with pytest.raises(OutputError, match="journal") as caught:
            journal.record(Occurrence(actor="a", action="b", subject="c"))
    assert caught.value.exit_code == 74


def test_a_clock_set_back_is_an_entry_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    times = iter(["2026-11-20T08:00:05.000Z", "2026-11-20T08:00:01.000Z", "2026-11-20T08:00:02.000Z"])
    monkeypatch.setattr("gampgen.audit.journal.utc_now", lambda: next(times))
    with Journal(tmp_path / "journal.jsonl") as journal:
        for number in range(3):
            journal.record(Occurrence(actor="a", action="b", subject=str(number)))
    told = [(entry.action, entry.before, entry.after) for entry in journal.entries]
    assert told[1] == ("clock_set_back", "2026-11-20T08:00:05.000Z", "2026-11-20T08:00:01.000Z")
    assert [entry.subject for entry in journal.entries if entry.action == "b"] == ["0", "1", "2"]


def test_what_one_event_tells_is_synced_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, synced = tmp_path / "journal.jsonl", []
    monkeypatch.setattr("gampgen.audit.journal.os.fsync", lambda _: synced.append(path.read_bytes().count(b"\n")))
    with Journal(path) as journal:
        journal.record(*(Occurrence(actor="a", action="b", subject=str(number)) for number in range(3)))
        journal.record()
        journal.record(Occurrence(actor="a", action="b", subject="3"))
    assert synced == [3, 4]
