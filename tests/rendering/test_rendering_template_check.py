"""The check of a firm's own template: every name looked up, every failure said."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from gampgen.domain.suite import OQTestSuite
from gampgen.rendering import TemplateError
from gampgen.rendering.protocol_docx import shipped_protocol
from gampgen.rendering.template_check import check_template
from gampgen.rendering.template_names import every_name
from gampgen.settings.house_style import PLAIN_STYLE, DocumentStyle, HouseStyle, Language, Paper


def template_of(folder: Path, *paragraphs: str, header: str = "") -> Path:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.sections[0].header.paragraphs[0].text = header
    path = folder / "own.docx"
    document.save(str(path))
    return path


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("paper", Paper)
def test_the_shipped_template_has_nothing_unknown_and_nothing_missing(
    language: Language, paper: Paper, realistic: OQTestSuite, incomplete: OQTestSuite, tmp_path: Path
) -> None:
    style = HouseStyle(document=DocumentStyle(language=language, paper=paper))
    path = tmp_path / "own.docx"
    path.write_bytes(shipped_protocol(style))
    report = check_template(path, (realistic, incomplete), style)
    assert (report.unknown, report.missing) == ((), ())
    assert min(report.paragraphs) > 100


def test_unknown_names_are_named_wherever_they_stand(realistic: OQTestSuite, tmp_path: Path) -> None:
    path = template_of(
        tmp_path,
        "{{ cover.sytem }} {{ cover.system }}",
        "{%p for s in scripts %}",
        "{{ s.steps[0].acton }} {% if s.polarity == s.nothing %}x{% endif %}",
        "{{ s.references | map(attribute='idd') | join(', ') }}",
        "{%p endfor %}",
        "{%p for x in nonsense %}",
        "{{ x.whatever }}",
        "{%p endfor %}",
        header="{{ covr.system }}",
    )
    report = check_template(path, (realistic,), PLAIN_STYLE)
    assert set(report.unknown) == {
        "cover.sytem",
        "scripts.steps.acton",
        "scripts.nothing",
        "scripts.references.idd",
        "nonsense",
        "covr",
    }
    assert report.paragraphs == ()


def test_what_the_shipped_template_prints_and_this_one_does_not_is_named(
    realistic: OQTestSuite, tmp_path: Path
) -> None:
    report = check_template(template_of(tmp_path, "{{ cover.system }}"), (realistic,), PLAIN_STYLE)
    assert report.unknown == ()
    assert {"cover.banner", "scripts.steps.expected", "findings.message"} <= set(report.missing)
    assert "cover.system" not in report.missing
    assert len(report.paragraphs) == 1


@pytest.mark.parametrize("tag", ["{{ scripts }}", "{% for s in scripts %}", "{{ 'a' * 1000000000 }}"])
def test_a_template_that_cannot_be_filled_in_is_a_typed_error(tag: str, realistic: OQTestSuite, tmp_path: Path) -> None:
    with pytest.raises(TemplateError):
        check_template(template_of(tmp_path, tag), (realistic,), PLAIN_STYLE)


def test_what_reaches_for_the_program_is_an_unknown_name(realistic: OQTestSuite, tmp_path: Path) -> None:
    report = check_template(template_of(tmp_path, "{{ cover.__class__ }}"), (realistic,), PLAIN_STYLE)
    assert report.unknown == ("cover.__class__",)


def test_every_name_is_named_once() -> None:
    paths = [known.path for known in every_name()]
    assert len(paths) == len(set(paths))
    assert {"cover.suite_sha256", "scripts.steps.quote", "firm.departments.quality_unit"} <= set(paths)


@pytest.mark.parametrize("half", ["{{ cover.system }", "cover.system }}", "{% if cover.complete }", "{{ cover."])
def test_half_a_tag_is_refused_with_its_paragraph_before_it_swallows_what_follows(
    half: str, realistic: OQTestSuite, tmp_path: Path
) -> None:
    path = template_of(tmp_path, f"System: {half}", "What follows.", "{{ cover.file_name }}")
    with pytest.raises(TemplateError, match="only half there") as failure:
        check_template(path, (realistic,), PLAIN_STYLE)
    assert f"System: {half}" in str(failure.value.where)


def test_a_tag_in_several_runs_is_one_tag(realistic: OQTestSuite, tmp_path: Path) -> None:
    path = template_of(tmp_path, "")
    document = docx.Document(str(path))
    paragraph = document.add_paragraph("System: {")
    paragraph.add_run("{ cover.").bold = True
    paragraph.add_run("system }}")
    document.save(str(path))
    report = check_template(path, (realistic,), PLAIN_STYLE)
    assert "cover.system" not in report.missing
    assert report.unknown == ()
