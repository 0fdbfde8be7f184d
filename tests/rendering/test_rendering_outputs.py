"""What every deliverable must hold, whatever its format."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest
from lxml import etree, html
from markdown_it import MarkdownIt

from gampgen.domain.finding import Finding, FindingSeverity
from gampgen.domain.suite import OQTestSuite
from gampgen.domain.trace import Source, SourceKind
from gampgen.errors import InternalError, OutputError
from gampgen.rendering import render, report_html
from gampgen.rendering.text import visible

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMES = ["suite.json", "oq_protocol.docx", "oq_protocol.md", "traceability.xlsx", "report.html"]
READABLE = NAMES[1:]
Outputs = Callable[..., dict[str, bytes]]


def part(archive: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(archive)) as package:
        return package.read(name)


def word_paragraphs(docx: bytes) -> list[str]:
    marks = {f"{W}br": "\n", f"{W}tab": "\t"}
    body = etree.fromstring(part(docx, "word/document.xml"))
    return [
        "".join(marks.get(str(node.tag), node.text or "") for node in paragraph.iter(f"{W}t", *marks))
        for paragraph in body.iter(f"{W}p")
    ]


def word_tables(docx: bytes) -> Iterator[list[list[str]]]:
    for table in etree.fromstring(part(docx, "word/document.xml")).iter(f"{W}tbl"):
        yield [
            ["".join(text.text or "" for text in cell.iter(f"{W}t")) for cell in row.iter(f"{W}tc")]
            for row in table.iter(f"{W}tr")
        ]


def sheet_rows(xlsx: bytes, name: str) -> list[tuple[object, ...]]:
    workbook = openpyxl.load_workbook(io.BytesIO(xlsx))
    return [tuple(row) for row in workbook[name].iter_rows(values_only=True)]


def markdown_cells(text: str) -> Iterator[list[str]]:
    """Rows of all tables of a Markdown text, cells as they would be read on the screen."""
    row: list[str] = []
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        if token.type == "tr_open":
            row = []
        elif token.type == "inline":
            shown = (
                "\n" if child.content == "<br>" else "" if child.type == "html_inline" else child.content
                for child in token.children
            )
            row.append("".join(shown))
        elif token.type == "tr_close":
            yield row
            row = []


def shown_text(name: str, content: bytes) -> str:
    """All that a reader of the file can see."""
    if name.endswith(".docx"):
        return "\n".join(word_paragraphs(content))
    if name.endswith(".xlsx"):
        workbook = openpyxl.load_workbook(io.BytesIO(content))
        return "\n".join(
            str(cell)
            for sheet in workbook
            for row in sheet.iter_rows(values_only=True)
            for cell in row
            if cell is not None
        )
    if name.endswith(".html"):
        return str(html.fromstring(content.decode()).text_content())
    if name.endswith(".md"):
        tokens = MarkdownIt("commonmark").enable("table").parse(content.decode())
        return "\n".join("".join(child.content for child in token.children or ()) for token in tokens)
    return content.decode()


def test_the_files_are_written_and_named_one_after_the_other(realistic: OQTestSuite, tmp_path: Path) -> None:
    for path, name in zip(render(realistic, tmp_path), NAMES, strict=True):
        assert path == tmp_path / name
        assert path.stat().st_size > 1000
        assert sorted(found.name for found in tmp_path.iterdir()) == sorted(NAMES[: NAMES.index(name) + 1])


@pytest.mark.parametrize("kind", ["realistic", "incomplete", "hostile", "large"])
def test_the_same_suite_gives_the_same_bytes(kind: str, outputs: Outputs, request: pytest.FixtureRequest) -> None:
    suite = request.getfixturevalue(kind)
    first = outputs(suite)
    assert list(first) == NAMES
    assert outputs(OQTestSuite.model_validate_json(first["suite.json"])) == first


@pytest.mark.parametrize("kind", ["realistic", "hostile"])
def test_suite_json_reads_back_as_the_same_suite(kind: str, outputs: Outputs, request: pytest.FixtureRequest) -> None:
    suite = request.getfixturevalue(kind)
    text = outputs(suite)["suite.json"].decode()
    assert OQTestSuite.model_validate_json(text) == suite
    assert text.endswith("}\n")
    assert not text.endswith("\n\n")


def test_suite_json_keeps_field_order_letters_and_stated_nulls_and_leaves_out_places_that_do_not_apply(
    realistic: OQTestSuite, outputs: Outputs
) -> None:
    text = outputs(realistic)["suite.json"].decode()
    held = json.loads(text)
    assert list(held) == list(OQTestSuite.model_fields)
    assert "°C" in text
    requirement = held["requirements"][1]
    assert requirement["acceptance_criteria"] is None
    assert requirement["location"] == {"table": 3, "row": 4}
    assert held["tests"][0]["steps"][0]["source"] == {"kind": "rule", "ref": "BVA"}
    assert held["findings"][0]["suppressed"] is None


def test_unseen_characters_stand_as_escapes_in_suite_json_and_as_code_points_elsewhere(
    realistic: OQTestSuite, outputs: Outputs
) -> None:
    finding = Finding(code="X", severity=FindingSeverity.INFO, message="a\u202eb\x07c\U000e0041d", hint="none")
    files = outputs(realistic.model_copy(update={"findings": (finding,)}))
    assert "a\\u202eb\\u0007c\\udb40\\udc41d" in files["suite.json"].decode()
    assert json.loads(files["suite.json"])["findings"][0]["message"] == finding.message
    for name in READABLE:
        assert "a[U+202E]b[U+0007]c[U+E0041]d" in shown_text(name, files[name])


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", ["realistic", "incomplete", "large"])
def test_each_requirement_and_test_is_in_each_output(
    name: str, kind: str, outputs: Outputs, request: pytest.FixtureRequest
) -> None:
    suite = request.getfixturevalue(kind)
    text = shown_text(name, outputs(suite)[name])
    assert not [item.uid for item in suite.requirements if item.uid not in text]
    assert not [test.id for test in suite.tests if test.id not in text]


def test_counts_are_those_of_the_suite(realistic: OQTestSuite, outputs: Outputs) -> None:
    files = outputs(realistic)
    steps = sum(len(test.steps) for test in realistic.tests)
    page = html.fromstring(files["report.html"].decode())
    assert len(page.xpath("//div[@data-list='requirements']/details")) == len(realistic.requirements)
    assert len(page.xpath("//div[@data-list='tests']/details")) == len(realistic.tests)
    assert len(page.xpath("//div[@data-list='tests']//tbody/tr")) == steps
    assert len(sheet_rows(files["traceability.xlsx"], "RTM")) == 1 + len(realistic.requirements)
    assert len(sheet_rows(files["traceability.xlsx"], "Tests")) == 1 + len(realistic.tests)
    assert len(sheet_rows(files["traceability.xlsx"], "Findings")) == 1 + len(realistic.findings)
    scripts = [table for table in word_tables(files["oq_protocol.docx"]) if table[0][0] == "Step"]
    assert len(scripts) == len(realistic.tests)
    assert sum(len(table) - 1 for table in scripts) == steps
    rows = [row for row in markdown_cells(files["oq_protocol.md"].decode()) if len(row) == 7 and row[0].isdigit()]
    assert len(rows) == steps


def test_the_ledger_adds_up_to_the_number_of_requirements(realistic: OQTestSuite, outputs: Outputs) -> None:
    rows = sheet_rows(outputs(realistic)["traceability.xlsx"], "Ledger")[1:]
    assert rows[-1][:2] == ("Total", len(realistic.requirements))
    assert sum(int(str(row[1])) for row in rows[:-1]) == len(realistic.requirements)


def test_the_matrix_names_tests_both_ways_and_a_reason_where_there_is_none(
    realistic: OQTestSuite, outputs: Outputs
) -> None:
    xlsx = outputs(realistic)["traceability.xlsx"]
    heading, *rows = sheet_rows(xlsx, "RTM")
    by_id = {row[0]: dict(zip(heading, row, strict=True)) for row in rows}
    assert by_id["6.3.1"]["Tests"] == "OQ-631-A\nOQ-631-B\nOQ-631-C\nOQ-631-D"
    assert (by_id["6.3.1"]["Positive"], by_id["6.3.1"]["Negative"]) == (2, 2)
    assert by_id["URS-023"]["Tests"] is None
    assert by_id["URS-023"]["Reason for no test"] == "A fact of the installation."
    assert "URS-014 [URS-014#2]" in by_id
    backward = {row[0]: row[2] for row in sheet_rows(xlsx, "Tests")}
    assert backward["OQ-0142-A"] == "URS-014 [URS-014#2]\nURS-014"


def test_what_a_person_fills_in_is_blank_everywhere(realistic: OQTestSuite, outputs: Outputs) -> None:
    files = outputs(realistic)
    blank = 0
    for table in word_tables(files["oq_protocol.docx"]):
        columns = {
            "Actual result",
            "Pass/Fail",
            "Initials and date",
            "Result",
            "Deviation",
            "Answer of the author",
            "Signature",
            "Printed name",
            "Date",
            "Initials",
        }
        heading = next((n for n, row in enumerate(table) if columns & set(row)), 0)  # signatures: below the verdict
        at = [number for number, name in enumerate(table[heading]) if name in columns]
        for row in table[heading + 1 :]:
            assert [row[number] for number in at] == [""] * len(at)
            blank += len(at)
    assert blank > 3 * sum(len(test.steps) for test in realistic.tests)
    for row in markdown_cells(files["oq_protocol.md"].decode()):
        if len(row) == 7 and row[0].isdigit():
            assert [row[3], row[4], row[6]] == ["", "", ""]
    for name in ("RTM", "Tests"):
        heading, *rows = sheet_rows(files["traceability.xlsx"], name)
        at = [heading.index(column) for column in ("Result", "Deviation", "Status")]
        assert {row[number] for row in rows for number in at} == {None}


@pytest.mark.parametrize("name", READABLE)
def test_a_missing_answer_stands_on_the_cover_and_a_whole_suite_has_no_banner(
    name: str, realistic: OQTestSuite, incomplete: OQTestSuite, outputs: Outputs
) -> None:
    text = shown_text(name, outputs(incomplete)[name])
    assert "INCOMPLETE" in text
    assert "agent SME is missing or not whole: TimeoutError: no answer within 60 s (tried 3 times)" in text
    assert "INCOMPLETE" not in shown_text(name, outputs(realistic)[name])


@pytest.mark.parametrize("name", READABLE)
def test_every_output_says_draft_and_names_the_suite_by_its_digest(
    name: str, realistic: OQTestSuite, outputs: Outputs
) -> None:
    files = outputs(realistic)
    text = shown_text(name, files[name])
    assert hashlib.sha256(files["suite.json"]).hexdigest() in text
    assert re.search(r"needs\s+review\s+and\s+approval\s+by\s+a\s+competent\s+person", text)


def test_a_category_is_proposed_unless_a_person_decided(realistic: OQTestSuite, outputs: Outputs) -> None:
    undecided = realistic.categorisation.model_copy(update={"category": None, "needs_review": True})
    files = outputs(realistic.model_copy(update={"categorisation": undecided}))
    for name in READABLE:
        assert "<GAMP category: the document holds no evidence for one>" in shown_text(name, files[name])
        assert "GAMP 5 category 4 (configured product), proposed" in shown_text(name, outputs(realistic)[name])


def test_a_draft_clause_is_named_as_not_binding(realistic: OQTestSuite, outputs: Outputs) -> None:
    files = outputs(realistic)
    for name in ("oq_protocol.docx", "oq_protocol.md", "report.html"):
        assert "draft, not binding" in shown_text(name, files[name])


def test_what_is_assumed_is_listed_once_with_those_who_say_it(realistic: OQTestSuite, outputs: Outputs) -> None:
    files = outputs(realistic)
    heading, *rows = sheet_rows(files["traceability.xlsx"], "Assumptions")
    assert heading == ("Made by", "Assumption", "Where")
    assert rows == [
        ("Finding F-04", "A display step of 0.01 bar is assumed.", "URS-014"),
        ("Tests", "The step of 0.01 bar is an assumption.", "13 tests"),
    ]
    for name in ("oq_protocol.docx", "oq_protocol.md", "report.html"):
        assert "A display step of 0.01 bar is assumed." in shown_text(name, files[name])
        assert "13 tests" in shown_text(name, files[name])


def test_hostile_text_is_whole_in_word(hostile: OQTestSuite, hostile_texts: tuple[str, ...], outputs: Outputs) -> None:
    docx = outputs(hostile)["oq_protocol.docx"]
    paragraphs = word_paragraphs(docx)
    for text in hostile_texts:
        # lines, items, preconditions, objective, criterion, reason, finding, hint: each a paragraph of its own
        assert paragraphs.count(visible(text)) >= 9


def test_the_fields_of_the_word_protocol_are_those_of_the_template(hostile: OQTestSuite, outputs: Outputs) -> None:
    fields = {}
    template = Path(__file__).parents[2] / "templates" / "oq_protocol.docx"
    for name, content in (("template", template.read_bytes()), ("protocol", outputs(hostile)["oq_protocol.docx"])):
        codes = etree.fromstring(part(content, "word/document.xml")).iter(f"{W}instrText")
        fields[name] = [code.text for code in codes]
    assert fields["protocol"] == fields["template"]
    assert any("TOC" in (code or "") for code in fields["protocol"])


def test_hostile_text_is_whole_in_the_workbook_and_nothing_is_a_formula_or_link(
    hostile: OQTestSuite, hostile_texts: tuple[str, ...], outputs: Outputs
) -> None:
    xlsx = outputs(hostile)["traceability.xlsx"]
    rows = sheet_rows(xlsx, "Tests")[1:]
    assert [row[3] for row in rows] == [visible(text) for text in hostile_texts]
    assert [row[1] for row in sheet_rows(xlsx, "RTM")[1:]] == [
        f"{visible(text)}\n{visible(text)}" for text in hostile_texts
    ]
    with zipfile.ZipFile(io.BytesIO(xlsx)) as package:
        for name in package.namelist():
            assert b"<f>" not in package.read(name)
            assert b"<f " not in package.read(name)
            assert b"hyperlink" not in package.read(name)


def test_hostile_text_is_whole_in_markdown(
    hostile: OQTestSuite, hostile_texts: tuple[str, ...], outputs: Outputs
) -> None:
    rows = list(markdown_cells(outputs(hostile)["oq_protocol.md"].decode()))
    read = [" ".join(row[1].split()) for row in rows if row[0] == "Objective"]
    assert read == [" ".join(visible(text).split()) for text in hostile_texts]
    assert {len(row) for row in rows} <= {2, 3, 4, 5, 6, 7, 9}


def test_hostile_text_is_whole_in_the_report_and_nothing_of_it_is_live(
    hostile: OQTestSuite, hostile_texts: tuple[str, ...], outputs: Outputs
) -> None:
    page = html.fromstring(outputs(hostile)["report.html"].decode())
    facts = [name.getnext().text_content() for name in page.iter("dt") if name.text == "Objective"]
    assert facts == [visible(text) for text in hostile_texts]
    assert len(page.xpath("//script")) == 1
    assert not page.xpath("//img | //iframe | //object | //link | //base | //form | //@src | //@style")
    assert not page.xpath("//@*[starts-with(name(), 'on')]")
    assert all(str(target).startswith("#") for target in page.xpath("//@href"))


def test_a_large_report_holds_each_text_once_and_says_what_needs_its_script(
    hostile: OQTestSuite, outputs: Outputs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report_html, "LARGE", 0)
    text = outputs(hostile)["report.html"].decode()
    page = html.fromstring(text)
    packed = page.xpath("string(//script[@id='packed'])")
    assert "<" not in packed
    held = json.loads(packed)
    assert len(held["words"]) == len(set(held["words"]))
    steps = [step for _, _, steps in held["tests"] for step in steps]
    actions = [held["words"][one[1]] if isinstance(one[1], int) else one[1] for one in steps]
    assert [action.replace("\x01", "") for action in actions] == [
        visible(step.action) for test in hostile.tests for step in test.steps
    ]
    assert page.xpath("//noscript//text()[contains(., 'oq_protocol.md')]")
    objectives = [name.getnext().text_content() for name in page.iter("dt") if name.text == "Objective"]
    assert objectives == [visible(test.objective) for test in hostile.tests]


def test_every_link_of_the_report_has_its_target(realistic: OQTestSuite, outputs: Outputs) -> None:
    page = html.fromstring(outputs(realistic)["report.html"].decode())
    targets = page.xpath("//@id")
    assert len(targets) == len(set(targets))
    assert {str(link)[1:] for link in page.xpath("//@href")} <= {str(target) for target in targets}


def test_the_report_lets_only_its_own_script_run(realistic: OQTestSuite, outputs: Outputs) -> None:
    text = outputs(realistic)["report.html"].decode()
    page = html.fromstring(text)
    policy = page.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
    script = text.split("<script>")[1].split("</script>")[0]
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'; ")
    assert f"script-src 'sha256-{digest}'" in policy
    assert "http:" not in text
    assert "https:" not in text


def test_the_report_marks_the_words_that_steps_rest_on(realistic: OQTestSuite, outputs: Outputs) -> None:
    page = html.fromstring(outputs(realistic)["report.html"].decode())
    assert page.xpath("string(//details[@id='r1']//p/mark)") == "rises above 2.50 bar"
    beside = page.xpath("//details[@id='t1']//blockquote")
    assert "rises above 2.50 bar" in ["".join(one.itertext()) for one in beside[0].iter("mark")]
    quoting = page.xpath("string(//details[@id='t1']//blockquote//sup)")
    assert set(quoting.split(", ")) <= set(page.xpath("//details[@id='t1']//tbody/tr/td[1]/text()"))
    assert {beside[0].xpath("string(a/@href)")} == {"#r1"}


def test_words_of_a_context_document_stand_with_the_step_that_quotes_them(
    realistic: OQTestSuite, outputs: Outputs
) -> None:
    test = realistic.tests[0]
    elsewhere = Source(kind=SourceKind.CONTEXT, document="fs.docx", quote="The alarm is latched.")
    steps = (test.steps[0].model_copy(update={"source": elsewhere}), *test.steps[1:])
    changed = (test.model_copy(update={"steps": steps}), *realistic.tests[1:])
    page = html.fromstring(outputs(realistic.model_copy(update={"tests": changed}))["report.html"].decode())
    assert page.xpath("//details[@id='t1']//td/mark/text()") == ["The alarm is latched."]


def test_a_text_longer_than_a_cell_goes_on_in_the_next_row(
    build_suite: Callable[..., OQTestSuite], outputs: Outputs
) -> None:
    text = "The system shall show " + "𝄞x" * 20_000 + " end."
    rows = (
        ("BIG", "BIG", text, (), "oq", "A reason.", "hmm", 1, "high"),
        ("NEXT", "NEXT", "It shall stop.", (), "oq", "A.", "hmm", 1, "high"),
    )
    suite = build_suite(rows, (), advice=(), findings=(), adequacy=None, categorisation=_bare(build_suite()))
    found = sheet_rows(outputs(suite)["traceability.xlsx"], "RTM")[1:]
    assert [row[0] for row in found] == ["BIG", None, None, "NEXT"]
    texts = [str(row[1]) for row in found[:3]]
    assert all(len(part.encode("utf-16-le")) // 2 <= 32_767 for part in texts)
    joined = "".join(texts).replace(" […continued in the next row]", "").replace("[continued from the row above…] ", "")
    assert joined == text


def _bare(suite: OQTestSuite) -> object:
    return suite.categorisation.model_copy(update={"evidence": (), "components": ()})


def test_a_suite_that_names_an_unknown_requirement_is_refused(realistic: OQTestSuite, tmp_path: Path) -> None:
    broken = realistic.model_copy(update={"requirements": realistic.requirements[1:]})
    with pytest.raises(InternalError, match="requirement that it lacks"):
        list(render(broken, tmp_path))


def test_a_folder_that_cannot_be_written_is_said(realistic: OQTestSuite, tmp_path: Path) -> None:
    with pytest.raises(OutputError) as failure:
        list(render(realistic, tmp_path / "absent"))
    assert failure.value.exit_code == 74
    assert failure.value.where == str(tmp_path / "absent" / "suite.json")


def test_no_output_holds_a_date_of_the_run(realistic: OQTestSuite, outputs: Outputs) -> None:
    files = outputs(realistic)
    for name in ("oq_protocol.docx", "traceability.xlsx"):
        with zipfile.ZipFile(io.BytesIO(files[name])) as package:
            assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            assert b"<dcterms:" not in package.read("docProps/core.xml")


def test_the_requirements_document_is_no_context_document(realistic: OQTestSuite, outputs: Outputs) -> None:
    own = realistic.advice[2].model_copy(
        update={"source": realistic.advice[2].source.model_copy(update={"document": realistic.document.file_name})}
    )
    files = outputs(realistic.model_copy(update={"advice": (*realistic.advice, own)}))
    named = [text for text in word_paragraphs(files["oq_protocol.docx"]) if text.startswith("Context document")]
    assert named == ["Context document: fs.docx"]
