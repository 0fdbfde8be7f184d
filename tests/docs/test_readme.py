"""The README tells the truth: its example is what comes out, its commands exist, its exit codes are the program's."""

import importlib.util
import re
from pathlib import Path

import pytest
from tests.cli.running import gampgen

from gampgen import errors
from gampgen.readers.guards import READ_SUFFIXES

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
    rows = re.findall(r"^\| (`gampgen .*?) \|", README, flags=re.MULTILINE)
    told = {word for row in rows for word in re.findall(r"`(?:gampgen )?([a-z]+)(?=[ `])", row)}
    helped = gampgen("--help").stdout.split("Commands:")[1]
    assert told == set(re.findall(r"^  (\w[\w-]*)", helped, flags=re.MULTILINE))


def test_each_option_of_the_first_hour_exists() -> None:
    hour = README.split("## The first hour")[1].split("## What you get")[0]
    calls = re.findall(r"gampgen ((?:[a-z]+ )?[a-z]+)\b([^#\n]*)", hour)
    reference = {
        part.splitlines()[0].removeprefix("gampgen "): part
        for part in (ROOT / "docs" / "commands.md").read_text("utf-8").split("\n## ")
    }
    assert len(calls) >= 9
    for words, rest in calls:
        command = words if words in reference else words.split()[0]
        for option in re.findall(r"--[a-z-]+", rest):
            assert option in reference[command], f"{command} {option}"


def test_the_formats_of_the_readme_are_those_that_are_read() -> None:
    told = README.split("It reads ")[1].split("with the ids")[0]
    assert re.findall(r"`(\.\w+)`", told) == list(READ_SUFFIXES)


def test_the_files_of_the_readme_are_those_that_a_run_writes(tmp_path: Path) -> None:
    source = tmp_path / "urs.md"
    source.write_text("# Requirements\n\n- **A-1**: The system shall show the value.\n", encoding="utf-8")
    gampgen("generate", source, "--out", tmp_path / "oq", "--fail-on", "never")
    table = README.split("## What you get")[1].split("It reads")[0]
    told = set(re.findall(r"`(\w+\.(?:docx|md|xlsx|html|json))`", table))
    assert told == {path.name for path in (tmp_path / "oq").iterdir()}


@pytest.mark.parametrize(
    "path", sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]), ids=lambda path: path.name
)
def test_every_link_leads_to_a_file(path: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text("utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


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
