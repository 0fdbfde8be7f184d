"""Consoles and systems that lack what Linux has: no file locks, no limits on resources, no UTF-8."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

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
        "import sys\nfor name in ('fcntl', 'resource'):\n    sys.modules[name] = None\n", encoding="utf-8"
    )
    path = os.pathsep.join([str(project), *filter(None, [os.environ.get("PYTHONPATH")])])
    call_here = {"PYTHONPATH": path, "GAMPGEN_HOME": str(project / "home")}
    made = call(project, "generate", "urs.md", "--out", "oq", "--fail-on", "never", "--no-key", **call_here)
    assert made.returncode == 0, made.stderr
    assert not list(project.glob(".*.lock"))
    assert call(project, "verify", "oq", "--allow-unsigned", **call_here).returncode == 0
    (project / ".other.lock").touch()
    held = call(project, "generate", "urs.md", "--out", "other", "--no-key", **call_here)
    assert held.returncode == 75
    assert b"remove .other.lock" in held.stderr
