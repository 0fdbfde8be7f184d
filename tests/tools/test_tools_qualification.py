"""gampgen's own requirements: the document is what the tool writes, each test named exists, no result is typed."""

from __future__ import annotations

import ast
import importlib.util
import sys
from pathlib import Path
from types import ModuleType

from gampgen.pipeline.parse import parse
from gampgen.settings import ReadSettings

ROOT = Path(__file__).parents[2]


def load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("qualification", ROOT / "tools" / "qualification.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["qualification"] = module
    spec.loader.exec_module(module)
    return module


TOOL = load()


def test_the_urs_is_what_the_tool_writes_and_gampgen_reads_each_requirement_of_it() -> None:
    path = ROOT / "docs" / "qualification" / "urs.docx"
    assert TOOL.urs() == path.read_bytes(), "run tools/qualification.py urs"
    read = [(one.id, one.text) for one in parse(path, ReadSettings()).recognition.requirements]
    assert read == [(one.id, one.text) for one in TOOL.stated()]
    assert 60 <= len(read) <= 100


def test_each_requirement_names_tests_that_exist_or_how_else_it_is_verified() -> None:
    known: dict[str, set[str]] = {}
    for one in TOOL.stated():
        assert bool(one.tests) is not bool(one.by), one.id
        for name in one.tests:
            path, _, test = name.partition("::")
            if path not in known:
                tree = ast.parse((ROOT / "tests" / path).read_text("utf-8"))
                known[path] = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
            assert test in known[path], f"{one.id}: {name}"


def test_results_come_from_the_report_alone(tmp_path: Path) -> None:
    report = tmp_path / "report.xml"
    cases = (
        '<testcase classname="tests.cli.test_cli_generate" name="test_two_runs_give_the_same_bytes[a]"/>'
        '<testcase classname="tests.cli.test_cli_generate" name="test_two_runs_give_the_same_bytes[b]">'
        "<failure/></testcase>"
        '<testcase classname="tests.audit.test_verify" name="test_every_changed_byte_is_seen"/>'
        '<testcase classname="tests.audit.test_verify" name="test_a_cut_at_any_length_is_seen"><skipped/></testcase>'
    )
    report.write_text(f"<testsuites><testsuite>{cases}</testsuite></testsuites>", encoding="utf-8")
    lines = {line.split(" | ")[0]: line for line in TOOL.trace(report).splitlines() if line.startswith("| GG-")}
    assert lines["| GG-049"].endswith("| failed |")
    assert lines["| GG-052"].endswith("| passed |")
    assert lines["| GG-053"].endswith("| skipped |")
    assert lines["| GG-002"].endswith("| not run |")
    assert lines["| GG-070"].endswith("| not assessed |")
