"""What docs/ says of the program is what the program says of itself."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", ["commands.md", "templates.md"])
def test_the_written_reference_is_what_the_tool_writes(name: str, tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "tools" / "write_reference.py"), "--out", str(tmp_path)]
    wide = {**os.environ, "COLUMNS": "80", "TERMINAL_WIDTH": "80"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=wide)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / name).read_text("utf-8") == (ROOT / "docs" / name).read_text("utf-8"), (
        "run tools/write_reference.py"
    )


def test_the_help_of_every_command_has_an_example_of_that_command() -> None:
    sections = (ROOT / "docs" / "commands.md").read_text("utf-8").split("\n## ")[1:]
    assert len(sections) > 20
    without = [part.split("\n")[0] for part in sections if f"\nExample: `{part.splitlines()[0]}" not in part]
    assert without == []
