"""The files given with --context: every one is digested, each passage has place and version, nothing is passed over."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gampgen.errors import InputError
from gampgen.pipeline.context import read_context, stated_version
from gampgen.settings import ReadSettings

MANUAL = """# User manual

Version: 2.1

The alarm is acknowledged on the screen "Alarms".

| Parameter | Value |
|---|---|
| Delay | 300 s |
"""


def test_passages_carry_document_version_place_and_their_own_words(tmp_path: Path) -> None:
    (tmp_path / "guides").mkdir()
    path = tmp_path / "guides" / "manual.md"
    path.write_text(MANUAL, encoding="utf-8")
    context = read_context(tmp_path, ReadSettings())
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    assert [(one.name, one.sha256, one.version) for one in context.files] == [("guides/manual.md", digest, "2.1")]
    told = [(one.document, one.version, one.text) for one in context.passages]
    assert ("guides/manual.md", "2.1", 'The alarm is acknowledged on the screen "Alarms".') in told
    assert ("guides/manual.md", "2.1", "Delay | 300 s") in told
    assert all(one.place for one in context.passages)


def test_without_a_folder_there_is_nothing() -> None:
    assert read_context(None, ReadSettings()).files == ()


@pytest.mark.parametrize("make", [lambda folder: folder / "no", lambda folder: folder])
def test_a_folder_that_is_not_there_or_empty_is_refused(make: object, tmp_path: Path) -> None:
    with pytest.raises(InputError):
        read_context(make(tmp_path), ReadSettings())


@pytest.mark.parametrize(
    ("texts", "version"),
    [
        (["Functional Specification", "Version: 2.1"], "2.1"),
        (["Functional Specification, Version 2.1"], "2.1"),
        (["Document version | 3.0"], "3.0"),
        (["Rev. C"], "C"),
        (["Revision no. 4 | 12 May 2026"], "4"),
        (["Version | v1.0 | Status | approved"], "v1.0"),
        (["Version 2.1", "Version: 2.1"], "2.1"),
        (["Version 2.1", "Version 2.2"], ""),
        (["Version | Date | Author", "1.0 | 12 May 2026 | A. Person"], ""),
        (["The software version 2.1 is installed."], ""),
        (["Version control is described in SOP 12."], ""),
        (["Issue a report"], ""),
        (["Version 2.1 " + "x" * 200], ""),
        ([], ""),
    ],
)
def test_a_version_is_taken_only_where_the_document_states_its_own(texts: list[str], version: str) -> None:
    assert stated_version(texts) == version


@given(st.lists(st.text(max_size=80), max_size=6))
def test_a_version_stands_in_the_text(texts: list[str]) -> None:
    version = stated_version(texts)
    assert version == "" or any(version in text for text in texts)
