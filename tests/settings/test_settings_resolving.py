"""Flags over environment over gampgen.yaml over defaults; what is no setting is an error that says what was meant."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pydantic import JsonValue

from gampgen.errors import UsageError
from gampgen.settings import FailOn, Settings
from gampgen.settings.commented import commented_file
from gampgen.settings.house_style import Company, DocumentStyle, Paper
from gampgen.settings.keys import flattened, is_list, nested, setting_keys, variable
from gampgen.settings.resolving import FILE_NAME, resolve
from gampgen.settings.yaml_text import yaml_mapping


def project(folder: Path, text: str) -> Path:
    (folder / FILE_NAME).write_text(text, "utf-8")
    return folder


def test_without_a_file_every_setting_is_the_default(tmp_path: Path) -> None:
    resolved = resolve(tmp_path, {}, {})
    assert resolved.settings == Settings()
    assert {one.origin for one in resolved.origins} == {"default"}
    assert [one.key for one in resolved.origins] == list(setting_keys())


def test_the_file_is_found_upwards_and_the_nearest_one_holds_alone(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    project(tmp_path, "fail_on: never\nchunk_size: 3\n")
    assert resolve(inner, {}, {}).settings.fail_on is FailOn.NEVER
    project(tmp_path / "a", "chunk_size: 4\n")
    found = resolve(inner, {}, {})
    assert (found.settings.fail_on, found.settings.chunk_size) == (FailOn.ERROR, 4)
    assert found.file == tmp_path / "a" / FILE_NAME


def test_a_flag_beats_the_environment_beats_the_file_beats_the_default(tmp_path: Path) -> None:
    project(tmp_path, "chunk_size: 3\nfail_on: never\ndocument: {paper: letter}\n")
    environment = {"GAMPGEN_CHUNK_SIZE": "4", "GAMPGEN_FAIL_ON": "warning"}
    resolved = resolve(tmp_path, environment, {"chunk_size": 5, "fail_on": None})
    settings = resolved.settings
    assert (settings.chunk_size, settings.fail_on, settings.document.paper) == (5, FailOn.WARNING, Paper.LETTER)
    origins = {one.key: one.origin for one in resolved.origins if one.origin != "default"}
    assert origins == {"chunk_size": "flag", "fail_on": "environment", "document.paper": FILE_NAME}


@pytest.mark.parametrize(
    ("text", "said", "hint"),
    [
        ("chunk_sise: 3", "'chunk_sise'", "'chunk_size'"),
        ("company: {nmae: x}", "'company.nmae'", "'name'"),
        ("company: {departments: {autor: x}}", "'company.departments.autor'", "'author'"),
        ("papr: a4", "'papr'", "'document.paper'"),
        ("zzz: 1", "'zzz'", "The keys here are read, context"),
        ("accepted: [{kode: X}]", "'accepted.", "accepted"),
        ("document: {paper: a3}", "'document.paper'", "gampgen init"),
        ("chunk_size: many", "'chunk_size'", "gampgen init"),
        ("company: Example", "'company'", "gampgen init"),
        ("decision: {category: 4}", "'decision.decided_by'", "gampgen init"),
        ("allow_partial: yes", "'allow_partial'", "gampgen init"),
    ],
)
def test_what_is_no_setting_or_no_value_is_an_error_with_advice(
    text: str, said: str, hint: str, tmp_path: Path
) -> None:
    with pytest.raises(UsageError) as failure:
        resolve(project(tmp_path, text), {}, {})
    assert failure.value.exit_code == 2
    assert FILE_NAME in str(failure.value.where)
    assert said in str(failure.value)
    if not text.startswith("accepted"):
        assert hint in failure.value.hint


@pytest.mark.parametrize(
    "text", ["company: {name: a}\ncompany: {name: b}", "- a list", "name", "a: [", "company:\n  name: a\n  name: b"]
)
def test_a_file_that_is_no_mapping_or_names_a_key_twice_is_refused(text: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError) as failure:
        resolve(project(tmp_path, text), {}, {})
    assert FILE_NAME in str(failure.value.where)


def test_texts_stay_texts() -> None:
    held = yaml_mapping("a: 2026-03-02\nb: no\nc: 12:30\nd: 1.50\ne: 007\nf: true\ng: 25\nh:\ni: ~\n", "x")
    assert held == {
        "a": "2026-03-02",
        "b": "no",
        "c": "12:30",
        "d": "1.50",
        "e": "007",
        "f": True,
        "g": 25,
        "h": None,
        "i": None,
    }


def test_a_variable_that_is_nearly_a_settings_is_an_error_and_others_are_left_alone(tmp_path: Path) -> None:
    resolve(tmp_path, {"GAMPGEN_HOME": "x", "PATH": "y"}, {})
    with pytest.raises(UsageError, match="GAMPGEN_COMPANY_NMAE") as failure:
        resolve(tmp_path, {"GAMPGEN_COMPANY_NMAE": "x"}, {})
    assert "GAMPGEN_COMPANY_NAME" in failure.value.hint


def test_every_setting_that_is_no_list_can_be_set_by_its_variable(tmp_path: Path) -> None:
    names = [variable(key) for key in setting_keys() if not is_list(key)]
    assert len(names) == len(set(names))
    resolved = resolve(tmp_path, {"GAMPGEN_COMPANY_NAME": "12", "GAMPGEN_ALLOW_PARTIAL": "true"}, {})
    assert resolved.settings.company.name == "12"
    assert resolved.settings.allow_partial


def test_a_path_in_the_file_is_relative_to_the_file(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    project(tmp_path, "document: {template: own.docx}\n")
    assert resolve(inner, {}, {}).settings.document.template == tmp_path / "own.docx"


def test_what_shapes_an_output_is_in_the_digest_and_nothing_else() -> None:
    plain = Settings().content_sha256()
    for same in (
        Settings(fail_on=FailOn.NEVER),
        Settings(context=Path("x")),
        Settings(document=DocumentStyle(template=Path("t.docx"))),
        Settings(company=Company(logo=Path("l.png"))),
    ):
        assert same.content_sha256() == plain
    for other in (
        Settings(company=Company(name="x")),
        Settings(document=DocumentStyle(paper=Paper.LETTER)),
        Settings(chunk_size=3),
        Settings(allow_partial=True),
    ):
        assert other.content_sha256() != plain


def test_the_commented_file_says_nothing_as_it_is_and_holds_every_setting_once_uncommented(tmp_path: Path) -> None:
    assert yaml_mapping(commented_file(), "x") == {}
    words = re.compile(r"# \S")  # prose; a setting stands right behind the sign, or further in
    lines = [line.removeprefix("#") for line in commented_file().splitlines() if not words.match(line)]
    held = yaml_mapping("\n".join(lines), "x")
    assert set(dict(flattened(held))) == set(setting_keys())
    resolve(project(tmp_path, "\n".join(lines)), {}, {})


def test_flattening_and_nesting_are_opposites() -> None:
    held: dict[str, JsonValue] = {"a": 1, "b": {"c": [1], "d": {"e": "x"}}}
    assert nested(dict(flattened(held))) == held
