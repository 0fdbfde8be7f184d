"""Formats that parsers in C read are read in a process of their own, and its end is a typed failure."""

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path

import pytest
from tests.readers.pdf_files import pdf_bytes, text
from tests.readers.word_files import paragraph, write_docx

from gampgen import readers
from gampgen.errors import DamagedInputError, EncryptedInputError, InputError, InternalError
from gampgen.readers import confined as child
from gampgen.readers import confinement, read
from gampgen.readers.confinement import read_confined
from gampgen.readers.source import Source
from gampgen.settings import ReadSettings


def source(data: bytes = b"", suffix: str = ".docx") -> Source:
    return Source(file_name=f"urs{suffix}", suffix=suffix, data=data, sha256="0" * 64)


def pretend_child(monkeypatch: pytest.MonkeyPatch, folder: Path, code: str) -> None:
    """Puts a program of ours in the child's place."""
    (folder / "pretended_child.py").write_text(code)
    monkeypatch.setenv("PYTHONPATH", str(folder))
    monkeypatch.setattr(confinement, "_CHILD", "pretended_child")


@pytest.mark.usefixtures("confined")
def test_a_document_read_in_a_child_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_docx(tmp_path, paragraph("URS-1 The pump stops at 2–8 °C.") * 3)
    in_child = read(path, ReadSettings())
    monkeypatch.setattr(readers, "CONFINED", frozenset())
    assert in_child == read(path, ReadSettings())


@pytest.mark.usefixtures("confined")
def test_settings_reach_the_child_and_failures_come_back_typed(tmp_path: Path) -> None:
    path = tmp_path / "urs.pdf"
    scan = "q 600 0 0 800 0 0 cm /Im Do Q"
    path.write_bytes(pdf_bytes(text(50, 700, "The system shall log in all of its users."), scan, images=True))
    with pytest.raises(InputError, match="no text layer: 2") as failure:
        read(path, ReadSettings())
    assert failure.value.where == str(path)
    assert read(path, ReadSettings(allow_unread_pages=True)).blocks


@pytest.mark.usefixtures("confined")
def test_the_kind_of_a_failure_survives_the_pipe(tmp_path: Path) -> None:
    path = tmp_path / "urs.docx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"))
    with pytest.raises(EncryptedInputError):
        read(path, ReadSettings())


def test_a_child_ended_by_a_signal_is_a_damaged_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend_child(monkeypatch, tmp_path, "import os, signal\nos.kill(os.getpid(), signal.SIGSEGV)\n")
    with pytest.raises(DamagedInputError, match="SIGSEGV"):
        read_confined(source(b"x" * 1_000_000), ReadSettings())


@pytest.mark.skipif(not hasattr(signal, "SIGXCPU"), reason="the system does not limit processor time")
def test_a_child_that_passes_its_processor_time_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = "import resource\nresource.setrlimit(resource.RLIMIT_CPU, (1, 2))\nwhile True: pass\n"
    pretend_child(monkeypatch, tmp_path, code)
    with pytest.raises(DamagedInputError, match="seconds of processor time"):
        read_confined(source(), ReadSettings())


def test_a_child_that_takes_too_long_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend_child(monkeypatch, tmp_path, "import time\ntime.sleep(60)\n")
    monkeypatch.setattr(confinement, "WALL_LIMIT", 1)
    with pytest.raises(DamagedInputError, match="more than 1 seconds"):
        read_confined(source(), ReadSettings())


@pytest.mark.skipif(sys.platform == "win32", reason="the system does not limit memory")
def test_a_child_out_of_memory_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = "from gampgen.readers import confined\nconfined.read_source = lambda *_: bytearray(2**32)\nconfined.main()\n"
    pretend_child(monkeypatch, tmp_path, code)
    with pytest.raises(DamagedInputError, match="512 MB of memory"):
        read_confined(source(), ReadSettings())


@pytest.mark.skipif(sys.platform == "win32", reason="the system does not limit files")
def test_a_child_cannot_write_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written = tmp_path / "written"
    code = (
        "from gampgen.readers import confined\n"
        f"def write(*_):\n    with open({str(written)!r}, 'w') as f:\n        f.write('x')\n"
        "confined.read_source = write\nconfined.main()\n"
    )
    pretend_child(monkeypatch, tmp_path, code)
    with pytest.raises((DamagedInputError, InternalError)):
        read_confined(source(), ReadSettings())
    assert not written.exists() or written.read_bytes() == b""


@pytest.mark.parametrize("answer", ["print('{}')", "print('no json')", "raise SystemExit(3)", "raise KeyError('x')"])
def test_a_child_with_a_bug_is_an_internal_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str) -> None:
    pretend_child(monkeypatch, tmp_path, answer + "\n")
    with pytest.raises(InternalError):
        read_confined(source(), ReadSettings())


def test_the_child_sees_no_secrets_of_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sesame")
    code = (
        "import os\nfrom gampgen.readers import confined\nfrom gampgen.errors import InputError\n"
        "def tell(*_):\n    raise InputError(','.join(sorted(os.environ)), hint='')\n"
        "confined.read_source = tell\nconfined.main()\n"
    )
    pretend_child(monkeypatch, tmp_path, code)
    with pytest.raises(InputError) as failure:
        read_confined(source(), ReadSettings())
    assert "OPENAI" not in failure.value.title
    assert "PATH" in failure.value.title


def test_nothing_of_the_current_folder_is_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "lxml.py").write_text("raise SystemExit('imported')\n")
    path = write_docx(tmp_path, paragraph("URS-1 The pump stops."))
    monkeypatch.chdir(tmp_path)
    assert read_confined(source(path.read_bytes()), ReadSettings()).blocks


def test_the_child_answers_a_damaged_file_with_its_failure() -> None:
    question = json.dumps({"file_name": "a.pdf", "suffix": ".pdf", "sha256": "0", "settings": {}}).encode()
    answer = child.answer_to(question, b"%PDF-1.7 nothing")
    assert answer.document is None
    assert answer.failure is not None
    assert answer.failure.kind == "DamagedInputError"
    assert os.getpid() > 0
