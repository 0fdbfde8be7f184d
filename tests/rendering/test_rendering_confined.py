"""A firm's own template is used in a process of its own: the same document comes of it, and a bomb ends the child."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

import docx
import pytest

from gampgen.domain.suite import OQTestSuite
from gampgen.errors import InternalError
from gampgen.rendering import TemplateError, own_template
from gampgen.rendering.composing import compose
from gampgen.rendering.content import plain
from gampgen.rendering.own_template import OwnTemplate, fill_own, names_used
from gampgen.rendering.protocol_docx import fill, shipped_protocol
from gampgen.rendering.wording import wording_of
from gampgen.settings.house_style import PLAIN_STYLE

pytestmark = pytest.mark.usefixtures("confined")
BOMBS = {
    "loops in loops": "{% for a in range(1000) %}{% for b in range(1000) %}{% for c in range(1000) %}{% endfor %}"
    "{% endfor %}{% endfor %}",
    "text without end": "{% for a in range(1000) %}{% for b in range(1000) %}{% for c in range(1000) %}"
    "{{ cover.category_rationale }}{{ cover.category_rationale }}{% endfor %}{% endfor %}{% endfor %}",
}


def template(folder: Path, *paragraphs: str) -> OwnTemplate:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    path = folder / "own.docx"
    document.save(str(path))
    return OwnTemplate("own.docx", path.read_bytes())


def content(suite: OQTestSuite) -> object:
    return plain(compose(suite, "0" * 64, wording_of(PLAIN_STYLE), PLAIN_STYLE))


def test_a_template_filled_in_a_child_gives_the_same_document(hostile: OQTestSuite) -> None:
    source = shipped_protocol(PLAIN_STYLE)
    here = fill(source, "own.docx", content(hostile))
    there = fill_own(OwnTemplate("own.docx", source), content(hostile))
    assert hashlib.sha256(there).hexdigest() == hashlib.sha256(here).hexdigest()
    used = names_used(OwnTemplate("own.docx", source))
    assert used["cover.system"]
    assert all(used.values())


@pytest.mark.skipif(sys.platform == "win32", reason="there, only the time is limited")
@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_in_a_template_ends_the_child_and_is_said(
    bomb: str, realistic: OQTestSuite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_template, "_CPU", 1)
    monkeypatch.setattr(own_template, "MEMORY_LIMIT", 200 * 1024**2)
    with pytest.raises(TemplateError) as failure:
        fill_own(template(tmp_path, BOMBS[bomb]), content(realistic))
    assert failure.value.where == "own.docx"


def test_a_failure_in_the_child_is_the_typed_one(realistic: OQTestSuite, tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="asks for something unknown") as failure:
        fill_own(template(tmp_path, "{{ cover.nothing }}"), content(realistic))
    assert "docs/templates.md" in failure.value.hint


@pytest.mark.parametrize("answer", ["print('no json')", "raise KeyError('x')"])
def test_a_child_with_a_bug_is_an_internal_error(answer: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pretended_child.py").write_text(answer + "\n", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setattr(own_template, "_CHILD", "pretended_child")
    with pytest.raises(InternalError):
        names_used(OwnTemplate("own.docx", b""))
