"""The settings of a project and its own template, through the program itself."""

import json
from pathlib import Path

import docx
import pytest
from tests.cli.running import SAMPLES, gampgen

URS = SAMPLES / "batch_release_urs.md"


def test_init_writes_a_file_that_changes_nothing_and_never_overwrites(tmp_path: Path) -> None:
    assert gampgen("init", cwd=tmp_path).returncode == 0
    written = (tmp_path / "gampgen.yaml").read_bytes()
    shown = json.loads(gampgen("config", "show", "--json", cwd=tmp_path).stdout)
    assert {one["origin"] for one in shown["settings"].values()} == {"default"}
    again = gampgen("init", cwd=tmp_path)
    assert again.returncode == 2
    assert "exists already" in again.stderr
    assert (tmp_path / "gampgen.yaml").read_bytes() == written


def test_config_show_says_where_each_value_comes_from(tmp_path: Path) -> None:
    (tmp_path / "gampgen.yaml").write_text("company: {name: Example}\n", "utf-8")
    done = gampgen("config", "show", "--origin", cwd=tmp_path, env={"GAMPGEN_CHUNK_SIZE": "7"})
    assert 'company.name = "Example"  (gampgen.yaml)' in done.stdout
    assert "chunk_size = 7  (environment)" in done.stdout


def test_an_unknown_key_ends_every_verb_with_2_and_a_suggestion(tmp_path: Path) -> None:
    (tmp_path / "gampgen.yaml").write_text("compny: {name: Example}\n", "utf-8")
    for verb in (("generate", URS), ("parse", URS), ("config", "show")):
        done = gampgen(*verb, cwd=tmp_path)
        assert done.returncode == 2, verb
        assert "'company'" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["gampgen.yaml"]


@pytest.fixture(scope="module")
def firm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of a firm with its data and its own template, and a run in it."""
    folder = tmp_path_factory.mktemp("firm")
    (folder / "gampgen.yaml").write_text(
        "company: {name: Example Pharma}\ndocument: {language: de, paper: letter}\nfail_on: never\n", "utf-8"
    )
    assert gampgen("template", "init", "own.docx", cwd=folder).returncode == 0
    done = gampgen("generate", URS, "--out", "out", "--template", "own.docx", "--quiet", cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder


def test_the_firms_data_and_template_reach_the_protocol(firm: Path) -> None:
    document = docx.Document(str(firm / "out" / "oq_protocol.docx"))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "Example Pharma" in text
    assert "Geltungsbereich" in text
    assert round(document.sections[0].page_width.inches, 1) == 8.5


def test_settings_with_their_origin_and_the_templates_digest_stand_in_the_audit(firm: Path) -> None:
    audit = json.loads((firm / "out" / "audit.json").read_bytes())
    held = {one["name"]: json.loads(one["value"]) for one in audit["settings"]}
    assert held["company.name"] == "Example Pharma"
    assert held["document.language"] == "de"
    settled = next(entry for entry in audit["entries"] if entry["action"] == "settings_resolved")
    assert "company.name (gampgen.yaml)" in settled["reason"]
    assert "document.template (flag)" in settled["reason"]
    assert "template own own.docx" in {one["name"] for one in audit["inputs"]}


def test_another_template_makes_another_run(firm: Path) -> None:
    same = gampgen("generate", URS, "--out", "out", "--template", "own.docx", "--json", "--quiet", cwd=firm)
    assert json.loads(same.stdout)["unchanged"]
    document = docx.Document(str(firm / "own.docx"))
    document.add_paragraph("One more sentence.")
    document.save(str(firm / "other.docx"))
    other = gampgen("generate", URS, "--out", "out", "--template", "other.docx", "--quiet", cwd=firm)
    assert other.returncode == 2
    assert "already holds" in other.stderr


def test_template_check_ends_with_0_1_or_2(firm: Path, tmp_path: Path) -> None:
    assert gampgen("template", "check", "own.docx", cwd=firm).returncode == 0
    for tag, code, said in (("{{ cover.system }}", 1, "missing"), ("{{ cover.sytem }}", 2, "cover.sytem")):
        document = docx.Document()
        document.add_paragraph(tag)
        document.save(str(tmp_path / "t.docx"))
        done = gampgen("template", "check", "t.docx", cwd=tmp_path)
        assert done.returncode == code
        assert said in done.stderr
