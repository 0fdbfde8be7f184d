"""The page of `gampgen parse --out`: every requirement is marked in it, and its counts are those of the parse."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from tests.cli.running import SAMPLES, gampgen

from gampgen.pipeline.parse import Parsed, parse
from gampgen.rendering.parse_view import view
from gampgen.rendering.templates import PARSE_STYLE, PARSE_VIEW, templates_digests
from gampgen.settings import ReadSettings

URS = """# URS Oven &lt;script&gt;alert(1)&lt;/script&gt;

## 1 Scope

It belongs to building 3.

## 2 Functions

- URS-01: The oven shall heat to 180 °C.
  - within 20 minutes
  - from any load
- URS-02: The oven shall stop when the door is opened.

| ID | Requirement | Acceptance criteria |
|---|---|---|
| URS-03 | The oven shall print a report &lt;b&gt;daily&lt;/b&gt;. | A report lies in the tray. |
| URS-04 | | |

## 3 Signatures

The department shall sign below.
"""


@pytest.fixture
def parsed(tmp_path: Path) -> Parsed:
    source = tmp_path / "oven.md"
    source.write_text(URS, encoding="utf-8")
    return parse(source, ReadSettings())


def test_each_requirement_and_item_is_marked_where_it_stands(parsed: Parsed) -> None:
    lines = view(parsed.document, parsed.recognition, parsed.findings).lines
    marks = [(mark.kind, mark.name) for line in lines for mark in line.marks if mark.kind != "passed"]
    assert marks == [
        ("taken", "URS-01"),
        ("item", "URS-01"),
        ("item", "URS-01"),
        ("taken", "URS-02"),
        ("taken", "URS-03"),
    ]
    marked = ["".join(piece.text for piece in cell if piece.marked) for line in lines for cell in line.cells]
    assert [text for text in marked if text] == [
        "The oven shall heat to 180 °C.", "within 20 minutes", "from any load",
        "The oven shall stop when the door is opened.", "The oven shall print a report <b>daily</b>.",
        "A report lies in the tray.",
    ]  # fmt: skip


@pytest.mark.parametrize("name", [path.name for path in SAMPLES.iterdir()])
def test_the_counts_by_heading_add_up_to_all_that_was_recognised(name: str) -> None:
    parsed = parse(SAMPLES / name, ReadSettings())
    shown = view(parsed.document, parsed.recognition, parsed.findings)
    assert shown.elsewhere == ()
    assert sum(one.taken for one in shown.headings) == len(parsed.recognition.requirements) > 0
    assert sum(one.passed for one in shown.headings) == len(parsed.recognition.passed_over)


def test_a_requirement_that_no_line_stands_for_is_told(parsed: Parsed) -> None:
    without = parsed.document.model_copy(update={"blocks": parsed.document.blocks[:-3]})
    shown = view(without, parsed.recognition, ())
    assert shown.elsewhere == ("URS-03",)
    assert shown.headings[-1].title == "(no line of the document)"
    assert shown.headings[-1].taken == 1


def test_the_page_runs_nothing_and_reaches_nowhere(parsed: Parsed) -> None:
    page = parsed.page().decode()
    assert "<script" not in page
    assert "URS Oven &lt;script&gt;alert(1)" in page
    assert not re.search(r"\b(?:src|href)=[\"'](?!#)", page)
    assert parsed.page() == parsed.page()


def test_the_page_is_no_part_of_what_generate_renders() -> None:
    assert not {PARSE_VIEW, PARSE_STYLE} & {name for name, _ in templates_digests()}


def test_the_command_writes_the_page_once_and_again_only_when_forced(tmp_path: Path) -> None:
    source, page = tmp_path / "oven.md", tmp_path / "oven.html"
    source.write_text(URS, encoding="utf-8")
    done = gampgen("parse", source, "--json", "--out", page)
    assert done.returncode == 0, done.stderr
    assert len(json.loads(done.stdout)["requirements"]) == 3
    assert page.read_bytes() == parse(source, ReadSettings()).page()
    assert gampgen("parse", source, "--out", page).returncode == 2
    assert gampgen("parse", source, "--out", page, "--force", "--quiet").returncode == 0
    assert gampgen("parse", source, "--out", tmp_path / "oven.pdf").returncode == 2
