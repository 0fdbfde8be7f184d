"""Templates: found, digested, built from the committed script, and harmless."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
import yaml

from gampgen.domain.risk import DispositionKind, Level
from gampgen.domain.suite import OQTestSuite
from gampgen.errors import UsageError
from gampgen.rendering import TemplateError, render, templates_digests
from gampgen.rendering.templates import AUDIT_APPENDIX, PARSE_STYLE, PARSE_VIEW, WORD_PROTOCOL, WORDING, read_template
from gampgen.rendering.words import CATEGORY, DISPOSITION
from gampgen.settings import shipped
from gampgen.settings.house_style import DocumentStyle, HouseStyle, Language

ROOT = Path(__file__).parents[2]
Outputs = Callable[..., dict[str, bytes]]


def with_template(path: Path) -> HouseStyle:
    return HouseStyle(document=DocumentStyle(template=path))


def own_template(folder: Path, *paragraphs: str) -> Path:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    path = folder / "own.docx"
    document.save(str(path))
    return path


def fill(suite: OQTestSuite, folder: Path, *paragraphs: str) -> list[str]:
    """The paragraphs that a template of these paragraphs makes."""
    template = own_template(folder, *paragraphs)
    out = folder / "out"
    out.mkdir(exist_ok=True)
    for path in render(suite, out, with_template(template)):
        if path.suffix == ".docx":
            return [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]
    raise AssertionError("no Word protocol")


def test_the_committed_template_is_what_the_script_builds(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "tools" / "build_default_template.py"), "--out", str(tmp_path)]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONHASHSEED": "7"}
    )
    assert done.returncode == 0, done.stderr
    for name in (*WORD_PROTOCOL.values(), AUDIT_APPENDIX):
        assert (tmp_path / name).read_bytes() == (ROOT / "templates" / name).read_bytes()


@pytest.mark.parametrize("language", Language)
def test_digests_name_every_shipped_template_that_the_language_uses(language: Language) -> None:
    digests = dict(templates_digests(HouseStyle(document=DocumentStyle(language=language))))
    others = set(WORD_PROTOCOL.values()) - {WORD_PROTOCOL[language]}
    others |= set(WORDING.values()) - {WORDING[language], WORDING[Language.EN]}
    others |= {PARSE_VIEW, PARSE_STYLE, "batch.html.j2", "portfolio.html.j2"}  # no output of generate
    shipped = {path.name: path for path in (ROOT / "templates").iterdir() if path.is_file()}
    assert set(digests) == set(shipped) - others
    shipped = {name: shipped[name] for name in digests}
    assert digests == {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in shipped.items()}
    assert list(digests) == sorted(digests)


def test_the_firms_own_template_stands_in_the_digests_in_place_of_ours(tmp_path: Path) -> None:
    path = own_template(tmp_path, "{{ cover.system }}")
    digests = dict(templates_digests(with_template(path)))
    assert digests["own own.docx"] == hashlib.sha256(path.read_bytes()).hexdigest()
    assert "oq_protocol.docx" not in digests


def test_an_own_template_is_filled_with_its_loops_and_escapes(hostile: OQTestSuite, tmp_path: Path) -> None:
    paragraphs = fill(
        hostile, tmp_path, "System {{ cover.system }}.", "{%p for s in scripts %}", "{{ s.id }}", "{%p endfor %}"
    )
    assert paragraphs[0] == "System a < b & c > d \"quoted\" 'single'."
    assert paragraphs[1:] == [test.id for test in hostile.tests]


def test_a_missing_template_is_a_typed_error_with_advice(realistic: OQTestSuite, tmp_path: Path) -> None:
    with pytest.raises(TemplateError) as failure:
        list(render(realistic, tmp_path, with_template(tmp_path / "absent.docx")))
    assert failure.value.exit_code == 2
    assert failure.value.where == str(tmp_path / "absent.docx")
    assert "file that exists" in failure.value.hint


def test_a_file_that_is_no_word_document_is_a_typed_error(realistic: OQTestSuite, tmp_path: Path) -> None:
    path = tmp_path / "own.docx"
    for broken in (b"no zip at all", _zip("hello.txt"), _zip("[Content_Types].xml")):
        path.write_bytes(broken)
        with pytest.raises(TemplateError):
            list(render(realistic, tmp_path, with_template(path)))


def _zip(name: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        package.writestr(name, "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>")
    return target.getvalue()


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("{{ cover.nothing }}", "asks for something unknown"),
        ("{{ nothing }}", "asks for something unknown"),
        ("{{ cover.__class__ }}", "not allowed"),
        ("{{ cover.__class__.__mro__[1].__subclasses__() }}", "not allowed"),
        ("{{ ''.__class__.__mro__ }}", "not allowed"),
        ("{{ scripts.append(1) }}", "not allowed"),
        ("{{ cover.update({}) }}", "not allowed"),
        ("{{ 'a' * 1000000000 }}", "not allowed"),
        ("{{ 10 ** 1000000 }}", "not allowed"),
        ("{{ 'a'.ljust(1000000000) }}", "not allowed"),
        ("{{ range(100000000) }}", "not allowed"),
        ("{{ lipsum }}", "asks for something unknown"),
        ("{{ cycler }}", "asks for something unknown"),
        ("{{ cover.system | safe }}", "cannot be read"),
        ("{{ cover.system | center(1000000000) }}", "cannot be read"),
        ("{% for s in scripts %}", "cannot be read"),
        ("{{ cover. }}", "cannot be read"),
        ("{{ scripts }}", "something that is not a text"),
    ],
)
def test_a_template_that_asks_too_much_is_a_typed_error(
    tag: str, said: str, realistic: OQTestSuite, tmp_path: Path
) -> None:
    with pytest.raises(TemplateError, match=said):
        fill(realistic, tmp_path, tag)


def test_without_any_templates_the_error_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(shipped.importlib.resources, "files", lambda _: tmp_path)
    monkeypatch.setattr(shipped, "__file__", str(tmp_path / "a" / "b" / "c" / "templates.py"))
    with pytest.raises(UsageError, match="templates of gampgen are missing") as failure:
        templates_digests()
    assert "Install gampgen again" in failure.value.hint


def test_a_single_missing_template_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    monkeypatch.setattr(shipped.importlib.resources, "files", lambda _: tmp_path)
    with pytest.raises(TemplateError) as failure:
        read_template("oq_protocol.docx")
    assert failure.value.where == "oq_protocol.docx"


def test_the_word_template_and_the_markdown_protocol_have_the_same_sections(
    realistic: OQTestSuite, outputs: Outputs
) -> None:
    wording = yaml.safe_load((ROOT / "templates" / "protocol_wording.yaml").read_text("utf-8"))
    files = outputs(realistic)
    headings = [
        paragraph.text
        for paragraph in docx.Document(io.BytesIO(files["oq_protocol.docx"])).paragraphs
        if paragraph.style is not None and paragraph.style.name in {"Heading 1", "OQ New Page"}
    ]
    assert headings == wording["sections"]
    lines = [line for line in files["oq_protocol.md"].decode().splitlines() if line.startswith('## <a id="s')]
    assert [line.split("</a>")[1].split(" ", 1)[1] for line in lines] == wording["sections"]


def test_the_shared_words_stand_in_both_protocols(realistic: OQTestSuite, outputs: Outputs) -> None:
    wording = yaml.safe_load((ROOT / "templates" / "protocol_wording.yaml").read_text("utf-8"))
    files = outputs(realistic)
    word = {paragraph.text for paragraph in docx.Document(io.BytesIO(files["oq_protocol.docx"])).paragraphs}
    markdown = files["oq_protocol.md"].decode()
    for key in ("purpose", "prerequisites", "strategy", "execution", "deviations", "acceptance", "assumptions"):
        assert set(wording[key]) <= word
        assert not [text for text in wording[key] if text not in markdown]


def test_every_code_has_its_words() -> None:
    assert set(DISPOSITION) == set(DispositionKind)
    assert {number.value for number in CATEGORY} == {1, 3, 4, 5}
    assert set(Level) == {Level.LOW, Level.MEDIUM, Level.HIGH}


def test_importing_the_room_loads_no_writer() -> None:
    heavy = {"docx", "docxtpl", "jinja2", "xlsxwriter", "lxml", "yaml"}
    program = f"import sys, gampgen.rendering; print(sorted({heavy!r} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
