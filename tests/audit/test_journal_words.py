"""What the journal says of a clock and of a disk, how it writes, and what it closes with."""

import hashlib
import os
import re
import stat
from pathlib import Path

import pytest

from gampgen.audit import journal as journal_module
from gampgen.audit.canonical import file_sha256, parse_strictly
from gampgen.audit.checks import BrokenRecordError, Code
from gampgen.audit.journal import Journal, utc_now
from gampgen.audit.merkle import merkle_root
from gampgen.audit.names import signature_name
from gampgen.audit.reading import read_bytes
from gampgen.audit.record import FIRST_PREVIOUS, Occurrence
from gampgen.errors import OutputError

HINT = "Free disk space or choose another folder with --out"
ARCHIVED = "Take the folder again from where it was archived"


def something(subject: str = "OQ-1") -> Occurrence:
    return Occurrence(actor="rules engine", action="drafted", subject=subject)


def test_the_present_is_told_in_utc_to_the_millisecond() -> None:
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", utc_now())


def test_an_entry_holds_what_was_told_and_the_steady_clock_in_microseconds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steady = iter([5_000_000, 5_001_999, 7_000_000])
    monkeypatch.setattr(journal_module.time, "monotonic_ns", lambda: next(steady))
    monkeypatch.setattr(journal_module, "utc_now", lambda: "2026-11-20T08:00:00.000Z")
    with Journal(tmp_path / "j") as journal:
        journal.record(something("OQ-1"), something("OQ-2"))
    first, second = journal.entries  # the same time twice is no clock set back
    assert (first.actor, first.action, first.subject, first.reason) == ("rules engine", "drafted", "OQ-1", "")
    assert (first.seq, first.at, first.elapsed_us, first.previous) == (0, "2026-11-20T08:00:00.000Z", 1, FIRST_PREVIOUS)
    assert (second.seq, second.elapsed_us) == (1, 2000)


def test_a_clock_set_back_is_told_in_these_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    times = iter(["2026-11-20T08:00:05.000Z", "2026-11-20T08:00:04.999Z"])
    monkeypatch.setattr(journal_module, "utc_now", lambda: next(times))
    with Journal(tmp_path / "j") as journal:
        journal.record(something(), something("OQ-2"))
    told = journal.entries[1]
    assert Occurrence(**{name: getattr(told, name) for name in Occurrence.model_fields}) == Occurrence(
        actor="machine's clock",
        action="clock_set_back",
        subject="time of this machine",
        reason="the clock told an earlier time than at the entry before; the steady clock went on",
        before="2026-11-20T08:00:05.000Z",
        after="2026-11-20T08:00:04.999Z",
    )
    assert [entry.at for entry in journal.entries[1:]] == ["2026-11-20T08:00:04.999Z"] * 2
    assert [entry.seq for entry in journal.entries] == [0, 1, 2]


def test_the_closing_is_count_head_and_root_over_the_very_lines(tmp_path: Path) -> None:
    with Journal(tmp_path / "j") as journal:
        assert journal.closing().model_dump() == {
            "count": 0, "head": FIRST_PREVIOUS, "root": hashlib.sha256(b"").hexdigest(),
        }  # fmt: skip
        journal.record(something("OQ-1"))
        journal.record(something("OQ-2"), something("OQ-3"))
        closing = journal.closing()
    lines = (tmp_path / "j").read_bytes().splitlines()
    assert closing.model_dump() == {
        "count": 3, "head": hashlib.sha256(lines[-1]).hexdigest(), "root": merkle_root(lines),
    }  # fmt: skip


def test_the_file_is_its_owners_and_is_closed_at_the_end(tmp_path: Path) -> None:
    with Journal(tmp_path / "j") as journal:
        assert stat.S_IMODE((tmp_path / "j").stat().st_mode) == 0o600
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(journal._file)


def test_a_line_that_the_system_takes_in_pieces_is_written_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write
    monkeypatch.setattr(journal_module.os, "write", lambda file, data: write(file, data[:7]))
    with Journal(tmp_path / "j") as journal:
        journal.record(something())
    assert (tmp_path / "j").read_bytes() == journal.entries[0].canonical() + b"\n"


def test_a_journal_that_cannot_be_made_or_written_says_why_where_and_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    (tmp_path / "kept").write_text("")
    with pytest.raises(OutputError) as caught:
        Journal(tmp_path / "kept")
    assert caught.value.title == "The journal cannot be written: File exists"
    assert (caught.value.hint, caught.value.where) == (HINT, str(tmp_path / "kept"))
    with Journal(tmp_path / "j") as journal:
        monkeypatch.setattr(journal_module.os, "write", full)
        with pytest.raises(OutputError) as caught:
            journal.record(something())
        assert journal.entries == ()  # nothing is counted that is not on the disk
    assert caught.value.title == "The journal cannot be written: No space left on device"
    assert (caught.value.hint, caught.value.where) == (HINT, str(tmp_path / "j"))


def test_a_record_of_the_largest_size_is_read_and_one_byte_more_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gampgen.audit.canonical.MAX_RECORD_BYTES", 8)
    monkeypatch.setattr("gampgen.audit.reading.MAX_RECORD_BYTES", 8)
    assert parse_strictly(b'{"a":1}\n', "x.json") == {"a": 1}
    with pytest.raises(BrokenRecordError) as caught:
        parse_strictly(b'{"a":11}\n', "x.json")
    assert (caught.value.code, caught.value.title) == (Code.SIZE, "It is larger than 8 bytes")
    (tmp_path / "x.json").write_bytes(b"123456789abc")
    assert read_bytes(tmp_path / "x.json", "x.json") == b"123456789"  # one more, so that the size can be judged


def test_what_is_no_regular_file_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_bytes(b"{}\n")
    (tmp_path / "link.json").symlink_to(tmp_path / "x.json")
    (tmp_path / "folder.json").mkdir()
    for name in ("link.json", "folder.json"):
        with pytest.raises(BrokenRecordError) as caught:
            read_bytes(tmp_path / name, name)
        assert caught.value.title == "It is no regular file"
        assert (caught.value.code, caught.value.where, caught.value.hint) == (Code.READABLE, name, ARCHIVED)
    with pytest.raises(BrokenRecordError) as caught:
        read_bytes(tmp_path / "gone.json", "gone.json")
    assert caught.value.title == "It cannot be read: No such file or directory"
    assert (caught.value.code, caught.value.where, caught.value.hint) == (Code.READABLE, "gone.json", ARCHIVED)


def test_a_large_file_is_digested_whole(tmp_path: Path) -> None:
    data = bytes(range(256)) * 4096 + b"x"  # one byte over a block
    (tmp_path / "large").write_bytes(data)
    assert file_sha256(tmp_path / "large") == hashlib.sha256(data).hexdigest()


def test_signatures_are_numbered_with_three_digits() -> None:
    assert [signature_name(number) for number in (1, 42, 999)] == [
        "signatures/001.json", "signatures/042.json", "signatures/999.json",
    ]  # fmt: skip
