"""Consoles and systems that lack what Linux has: no file locks, no limits on resources, no UTF-8."""

from __future__ import annotations

import ast
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from gampgen.runs import interrupting

SOURCE = Path(__file__).parents[2] / "src" / "gampgen"

URS = """# User Requirements: Cold store

- **CS-1**: The system shall raise a high alarm when the store temperature rises above 8.0 °C for 300 s.
- **CS-2**: The flow shall be ≥ 5 l/min → 20 l/min.
"""


def call(folder: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "gampgen", *words],
        cwd=folder,
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "urs.md").write_text(URS, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("encoding", ["cp1252", "cp437"])
@pytest.mark.parametrize("words", [("lint", "urs.md", "--fail-on", "never"), ("explain", "BVA"), ("parse", "urs.md")])
def test_a_console_that_lacks_a_character_gets_its_code(project: Path, encoding: str, words: tuple[str, ...]) -> None:
    done = call(project, *words, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert done.returncode == 0, done.stderr
    assert done.stdout.decode(encoding).strip()


def test_what_a_program_reads_is_utf_8_in_every_locale(project: Path) -> None:
    done = call(project, "parse", "urs.md", "--json", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert json.loads(done.stdout.decode("utf-8"))["requirements"][0]["text"].endswith("8.0 °C for 300 s.")


def test_without_locks_and_limits_a_run_is_made_refused_kept_and_verified(project: Path) -> None:
    (project / "sitecustomize.py").write_text(
        "import os, sys\nfor name in ('fcntl', 'resource'):\n    sys.modules[name] = None\n"
        "for name in ('pwrite', 'pread', 'sched_getaffinity', 'O_NONBLOCK', 'O_CLOEXEC'):\n"
        "    delattr(os, name)\n",
        encoding="utf-8",
    )
    path = os.pathsep.join([str(project), *filter(None, [os.environ.get("PYTHONPATH")])])
    call_here = {"PYTHONPATH": path, "GAMPGEN_HOME": str(project / "home")}
    made = call(project, "generate", "urs.md", "--out", "oq", "--fail-on", "never", **call_here)
    assert made.returncode == 0, made.stderr
    assert not list(project.glob(".*.lock"))
    assert call(project, "verify", "oq", **call_here).returncode == 0
    (project / ".other.lock").touch()
    held = call(project, "generate", "urs.md", "--out", "other", "--no-key", **call_here)
    assert held.returncode == 75
    assert b"remove .other.lock" in held.stderr


def test_no_file_is_opened_as_text_where_systems_tell_text_from_bytes() -> None:
    """Python's own `open` asks for bytes; `os.open` does so only where it is told to."""
    lax = []
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "os.open":
                flags = ast.unparse(node.args[1])
                if "BINARY" not in flags and not (flags == "flags" and "O_BINARY" in path.read_text(encoding="utf-8")):
                    lax.append(f"{path.name}:{node.lineno}")
    assert lax == []


def test_where_a_signal_would_end_the_process_its_handler_runs_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[int] = []
    monkeypatch.setattr(interrupting, "_SIGNALS_END_IT", True)
    monkeypatch.setattr("os.kill", lambda *_: pytest.fail("a signal was sent"))
    earlier = signal.signal(signal.SIGTERM, lambda number, _: heard.append(number))
    try:
        interrupting.interrupt_main_thread(signal.SIGTERM)
        list(map(str, range(10_000)))
    finally:
        signal.signal(signal.SIGTERM, earlier)
    assert heard == [signal.SIGTERM]
