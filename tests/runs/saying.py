"""Commands that start no process of their own, run inside the test."""

import os
from pathlib import Path

from typer.testing import CliRunner

from gampgen.cli.main import app


def said(*arguments: object, cwd: Path, code: int = 0) -> str:
    """What a command writes to standard output."""
    before = Path.cwd()
    os.chdir(cwd)
    try:
        result = CliRunner().invoke(app, [str(one) for one in arguments])
    finally:
        os.chdir(before)
    assert result.exit_code == code, result.stderr
    return result.stdout
