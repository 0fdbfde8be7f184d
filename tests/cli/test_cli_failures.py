"""Bad input and bad calls: a clear block, the contract's exit code, no traceback, nothing left behind."""

import shutil
import zipfile
from pathlib import Path

import pytest
from tests.cli.running import SAMPLES, gampgen

OLE_HEADER = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)


def assert_told(done: object, code: int, *words: str) -> None:
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    assert done.stderr.count("Error: ") == 1
    assert "What to do: " in done.stderr
    for word in words:
        assert word.lower() in done.stderr.lower(), done.stderr


def make_missing(folder: Path) -> Path:
    return folder / "missing.docx"


def make_folder(folder: Path) -> Path:
    (folder / "urs.docx").mkdir()
    return folder / "urs.docx"


def make_empty(folder: Path) -> Path:
    (folder / "urs.md").write_bytes(b"")
    return folder / "urs.md"


def make_unknown(folder: Path) -> Path:
    (folder / "urs.xyz").write_text("URS-1 The system shall start.")
    return folder / "urs.xyz"


def make_wrong_suffix(folder: Path) -> Path:
    shutil.copy(SAMPLES / "monitoring_urs.docx", folder / "urs.md")
    return folder / "urs.md"


def make_damaged(folder: Path) -> Path:
    (folder / "urs.docx").write_bytes((SAMPLES / "monitoring_urs.docx").read_bytes()[:5000])
    return folder / "urs.docx"


def make_encrypted(folder: Path) -> Path:
    (folder / "urs.docx").write_bytes(OLE_HEADER)
    return folder / "urs.docx"


def make_no_requirement(folder: Path) -> Path:
    (folder / "letter.md").write_text("# Dear colleague\n\nThank you for the nice evening.\n\nBest regards\n")
    return folder / "letter.md"


def make_no_word_document(folder: Path) -> Path:
    with zipfile.ZipFile(folder / "urs.docx", "w") as archive:
        archive.writestr("hello.txt", "hello")
    return folder / "urs.docx"


@pytest.mark.parametrize(
    "make",
    [
        make_missing,
        make_folder,
        make_empty,
        make_unknown,
        make_wrong_suffix,
        make_damaged,
        make_encrypted,
        make_no_requirement,
        make_no_word_document,
    ],
)
def test_an_input_that_cannot_be_read_ends_with_3(make: object, tmp_path: Path) -> None:
    source = make(tmp_path)
    before = sorted(path.name for path in tmp_path.iterdir())
    assert_told(gampgen("generate", source, "--out", tmp_path / "out"), 3, source.name)
    assert_told(gampgen("parse", source), 3, source.name)
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_the_file_name_cannot_colour_the_terminal(tmp_path: Path) -> None:
    done = gampgen("generate", tmp_path / "\x1b[31mred.docx")
    assert done.returncode == 3
    assert "\x1b" not in done.stderr


def test_an_output_folder_that_cannot_be_made_ends_with_74(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    done = gampgen("generate", SAMPLES / "batch_release_urs.md", "--out", tmp_path / "file" / "out")
    assert_told(done, 74, "out")


def test_an_output_folder_that_holds_something_else_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "precious.txt").write_text("mine")
    for extra in ((), ("--force",)):
        done = gampgen("generate", SAMPLES / "batch_release_urs.md", "--out", tmp_path / "out", *extra)
        assert_told(done, 2, "out")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert (tmp_path / "out" / "precious.txt").read_text() == "mine"


@pytest.mark.parametrize(
    "arguments",
    [
        ("--category", "2", "--decided-by", "N. N.", "--reason", "because"),
        ("--category", "4"),
        ("--decided-by", "N. N.", "--reason", "because"),
        ("--on-doubt", "ask"),
        ("--on-doubt", "maybe"),
        ("--no-such-flag",),
    ],
)
def test_a_wrong_call_ends_with_2_and_writes_nothing(arguments: tuple[str, ...], tmp_path: Path) -> None:
    done = gampgen("generate", SAMPLES / "batch_release_urs.md", "--out", tmp_path / "out", *arguments)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert not list(tmp_path.iterdir())


def test_a_context_folder_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    source = SAMPLES / "batch_release_urs.md"
    assert_told(gampgen("generate", source, "--out", tmp_path / "out", "--context", tmp_path / "no"), 3, "context")
    (tmp_path / "context").mkdir()
    assert_told(gampgen("generate", source, "--out", tmp_path / "out", "--context", tmp_path / "context"), 3, "no file")
    (tmp_path / "context" / "manual.exe").write_bytes(b"MZ")
    done = gampgen("generate", source, "--out", tmp_path / "out", "--context", tmp_path / "context")
    assert_told(done, 3, "manual.exe")


def test_a_line_that_is_no_statement_is_named(tmp_path: Path) -> None:
    (tmp_path / "lines.jsonl").write_text('{"id": "1", "text": "The system shall start."}\n{"id": "2"}\n')
    assert_told(gampgen("explain", "--jsonl", tmp_path / "lines.jsonl"), 3, "line 2")


def test_verify_of_what_is_no_run_ends_with_5(tmp_path: Path) -> None:
    assert_told(gampgen("verify", tmp_path), 5, "no run")
    assert_told(gampgen("verify", tmp_path / "missing"), 5, "missing")


def test_the_traceback_is_shown_only_with_debug(tmp_path: Path) -> None:
    done = gampgen("generate", tmp_path / "missing.docx", "--debug")
    assert done.returncode == 3
    assert "Traceback" in done.stderr
