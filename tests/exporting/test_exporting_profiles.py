"""Profiles: every shipped one works, a firm's own is checked word by word."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from gampgen.errors import UsageError
from gampgen.exporting import exporter
from gampgen.exporting.content import ExportSuite
from gampgen.exporting.profile import Rows, field_names, profile_of, shipped_profile, shipped_profiles

ROOT = Path(__file__).parents[2]


def own(folder: Path, text: str) -> str:
    path = folder / "own.yaml"
    path.write_text(text, "utf-8")
    return str(path)


def rows_of(profile: str, suite: ExportSuite) -> list[list[str]]:
    content = exporter("mapping", profile).write(suite, "csv").content
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("name", shipped_profiles())
def test_a_shipped_profile_is_sound_and_has_the_name_of_its_file(name: str, suite: ExportSuite) -> None:
    profile = shipped_profile(name)
    assert profile.name == name
    for suffix in profile.files:
        assert exporter("mapping", name).write(suite, suffix).content


@pytest.mark.parametrize("name", ["veeva", "kneat", "valgenesis", "polarion", "zephyr"])
def test_the_programs_without_a_published_format_have_a_profile_that_says_so(name: str) -> None:
    assert shipped_profile(name).about


def test_rows_of_tests_and_of_requirements(realistic: ExportSuite, tmp_path: Path) -> None:
    tests = own(tmp_path, "name: x\nrows: test\nseparator: '|'\ncolumns: {T: test.id, R: test.requirements}\n")
    assert rows_of(tests, realistic)[1:] == [[case.id, "|".join(case.requirements)] for case in realistic.cases]
    lines = own(tmp_path, "name: x\nrows: requirement\ncolumns: {R: requirement.id, Why: requirement.reason}\n")
    assert rows_of(lines, realistic)[1:] == [[line.id, line.reason] for line in realistic.requirements]


def test_fixed_texts_and_replaced_words(realistic: ExportSuite, tmp_path: Path) -> None:
    text = (
        "name: x\nrows: test\ncolumns:\n  Kind: {text: Manual}\n  Urgency: {value: test.priority, words: {High: P1}}\n"
    )
    assert {tuple(row) for row in rows_of(own(tmp_path, text), realistic)[1:]} == {("Manual", "P1")}


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("name: x\nrows: step\ncolumns: {A: step.acton}\n", "step.action"),
        ("name: x\nrows: test\ncolumns: {A: step.action}\n", "test."),
        ("name: x\nrows: step\ncolums: {A: step.action}\n", "columns"),
        ("name: x\nrows: steps\ncolumns: {A: step.action}\n", ""),
        ("name: x\nrows: step\nevery_row: [B]\ncolumns: {A: step.action}\n", "heading"),
        ("name: x\nrows: step\ncolumns: {}\n", ""),
    ],
)
def test_a_profile_that_names_what_there_is_not_is_an_error_with_advice(text: str, hint: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError) as failure:
        profile_of(own(tmp_path, text))
    assert hint in failure.value.hint


def test_a_profile_that_is_not_shipped_names_those_that_are() -> None:
    with pytest.raises(UsageError) as failure:
        profile_of("vault")
    assert "veeva" in failure.value.hint


def test_every_field_of_a_profile_is_documented() -> None:
    listed = (ROOT / "docs" / "exports.md").read_text("utf-8")
    assert not [name for rows in Rows for name in field_names(rows) if f"`{name}`" not in listed]
