"""The README tells the truth: its example is what comes out, its commands exist, its exit codes are the program's."""

import importlib.util
import re
from pathlib import Path

from tests.cli.running import gampgen

from gampgen import errors

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def load_tool() -> object:
    spec = importlib.util.spec_from_file_location("readme_example", ROOT / "tools" / "readme_example.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_example_is_what_comes_out() -> None:
    assert load_tool().with_example(README) == README


def test_every_command_of_the_readme_exists_and_every_command_is_in_it() -> None:
    told = set(re.findall(r"^\| `gampgen (\w+)", README, flags=re.MULTILINE))
    helped = gampgen("--help").stdout.split("Commands:")[1]
    existing = set(re.findall(r"^  (\w[\w-]*)", helped, flags=re.MULTILINE))
    assert told <= existing
    assert {"generate", "batch", "parse", "explain", "verify", "schema"} <= told


def test_the_exit_codes_of_the_readme_are_those_of_the_failures() -> None:
    line = README.split("Exit codes:")[1].split("\n\n")[0]
    told = {int(code) for code in re.findall(r"(?:^|· |\n)\s*(\d+) ", " " + line)}
    raised = {
        kind.exit_code for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, Exception)
    }
    assert raised - {6} <= told | {0, 1}


def test_the_two_commands_are_targets_of_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"^make (\w+)", README, flags=re.MULTILINE):
        assert re.search(rf"^{target}:", makefile, flags=re.MULTILINE), target
