"""What docs/ says of the program is what the program says of itself."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("docs")
    command = [sys.executable, str(ROOT / "tools" / "write_reference.py"), "--out", str(folder)]
    wide = {**os.environ, "COLUMNS": "80", "TERMINAL_WIDTH": "80"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=wide)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.mark.parametrize("name", ["commands.md", "templates.md", "configuration.md", "for-it-and-ci.md"])
def test_the_written_reference_is_what_the_tool_writes(name: str, written: Path) -> None:
    assert (written / name).read_text("utf-8") == (ROOT / "docs" / name).read_text("utf-8"), (
        "run tools/write_reference.py"
    )
