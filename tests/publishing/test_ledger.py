"""The ledger is chained, survives a kill in mid-line, and refuses to have been edited."""

from pathlib import Path

import pytest

from gampgen.audit.ledger import LedgerLine
from gampgen.errors import UsageError
from gampgen.publishing.ledger import LEDGER_NAME, read_ledger, remember


def write(home: Path, count: int) -> None:
    for number in range(count):
        remember(home, home / "out", f"run-{number}", "0" * 64, number)


def test_lines_are_numbered_and_chained(tmp_path: Path) -> None:
    write(tmp_path, 3)
    lines = read_ledger(tmp_path)
    assert [line.seq for line in lines] == [0, 1, 2]
    assert len({line.previous for line in lines}) == 3


def test_a_line_cut_short_is_left_out_and_written_over(tmp_path: Path) -> None:
    write(tmp_path, 2)
    path = tmp_path / LEDGER_NAME
    whole = path.read_bytes()
    path.write_bytes(whole + b'{"at":"2026')
    assert len(read_ledger(tmp_path)) == 2
    remember(tmp_path, tmp_path / "out", "run-9", "0" * 64, 0)
    assert path.read_bytes().startswith(whole)
    assert [line.run_id for line in read_ledger(tmp_path)] == ["run-0", "run-1", "run-9"]


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data.replace(b"run-0", b"run-7"),
        lambda data: data.split(b"\n", 1)[1],
        lambda data: b"x\n" + data,
        lambda data: data.replace(b'"seq":1', b'"seq": 1'),
    ],
)
def test_an_edited_ledger_is_refused(tmp_path: Path, change: object) -> None:
    write(tmp_path, 3)
    path = tmp_path / LEDGER_NAME
    path.write_bytes(change(path.read_bytes()))
    with pytest.raises(UsageError, match="changed"):
        read_ledger(tmp_path)
    with pytest.raises(UsageError):
        remember(tmp_path, tmp_path, "run-4", "0" * 64, 0)


def test_no_ledger_is_an_empty_one(tmp_path: Path) -> None:
    assert read_ledger(tmp_path / "none") == ()


def test_a_lines_canonical_bytes_hold_every_field_sorted() -> None:
    line = LedgerLine(seq=3, at="t", folder="/a", run_id="r", seal_sha256="s", signatures=1, previous="0")
    assert line.canonical() == (
        b'{"at":"t","folder":"/a","previous":"0","run_id":"r","seal_sha256":"s","seq":3,"signatures":1}'
    )
