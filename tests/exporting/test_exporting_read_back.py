"""Each format is read back by somebody else's parser, and holds every test, step and link, word for word."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import openpyxl
import pytest
from gherkin.parser import Parser
from junitparser import JUnitXml
from reqif.parser import ReqIFParser

from gampgen.errors import UsageError
from gampgen.exporting import exporter, format_names
from gampgen.exporting.azure import HEADINGS, LONGEST_TITLE
from gampgen.exporting.content import ExportSuite

FORMATS = [
    ("xray-csv", "csv"), ("xray-json", "json"), ("azure", "csv"), ("azure", "xlsx"), ("testrail", "xml"),
    ("testrail", "csv"), ("alm", "xlsx"), ("qtest", "xlsx"), ("zephyr", "xlsx"), ("zephyr", "csv"),
    ("gherkin", "feature"), ("robot", "robot"), ("reqif", "reqif"), ("junit", "xml"), ("csv", "csv"), ("csv", "xlsx"),
]  # fmt: skip


def made(name: str, suffix: str, suite: ExportSuite) -> bytes:
    return exporter(name).write(suite, suffix).content


def csv_rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def folded(text: str) -> str:
    return " ".join(text.split())


def test_every_format_is_tried_here() -> None:
    assert {name for name, _ in FORMATS} == set(format_names()) - {"mapping"}
    for name, suffix in FORMATS:
        assert suffix in exporter(name).suffixes


@pytest.mark.parametrize(("name", "suffix"), FORMATS)
def test_the_same_suite_gives_the_same_bytes(name: str, suffix: str, suite: ExportSuite) -> None:
    assert made(name, suffix, suite) == made(name, suffix, suite)


@pytest.mark.parametrize(
    ("name", "key", "action", "result"),
    [("xray-csv", "TCID", "Action", "Result"), ("zephyr", "Alt Id", "Test Steps", "Expected Results")],
)
def test_csv_with_a_row_for_each_step_names_its_test_on_each(
    name: str, key: str, action: str, result: str, suite: ExportSuite
) -> None:
    rows = csv_rows(made(name, "csv", suite))
    expected = [(case.id, step.action, step.expected) for case in suite.cases for step in case.steps]
    assert [(row[key], row[action], row[result]) for row in rows] == expected


def test_xray_csv_says_what_it_must_once_for_each_test(suite: ExportSuite) -> None:
    first = [row for row in csv_rows(made("xray-csv", "csv", suite)) if row["Test Summary"]]
    assert [(row["Test Summary"], row["Test Type"]) for row in first] == [(case.name, "Manual") for case in suite.cases]
    assert [row["Labels"].split(";") for row in first] == [list(case.labels) for case in suite.cases]


def test_azure_has_the_headings_letter_for_letter_and_a_row_for_the_case_before_its_steps(suite: ExportSuite) -> None:
    content = made("azure", "csv", suite)
    rows = csv_rows(content)
    assert tuple(rows[0]) == HEADINGS
    cases = [row for row in rows if row["Work Item Type"]]
    assert len(cases) == len(suite.cases)
    assert {(row["ID"], row["Work Item Type"], row["State"], row["Test Step"]) for row in cases} == {
        ("", "Test Case", "Design", "")
    }
    assert max(len(row["Title"]) for row in cases) <= LONGEST_TITLE
    steps = [row for row in rows if not row["Work Item Type"]]
    wanted = [(step.number, step.expected) for case in suite.cases for step in case.steps]
    assert [(row["Test Step"], row["Step Expected"]) for row in steps] == wanted
    texts = [step.action for case in suite.cases for step in case.steps]
    assert all(text in row["Step Action"] for text, row in zip(texts, steps, strict=True))


def test_azure_says_which_titles_it_cut_and_keeps_them_whole_in_the_first_step(suite: ExportSuite) -> None:
    exported = exporter("azure").write(suite, "csv")
    long = [case for case in suite.cases if len(case.name) > LONGEST_TITLE]
    assert bool(exported.notices) == bool(long)
    for case in long:
        assert case.id in exported.notices[0]
        assert case.title in exported.content.decode().replace('""', '"')


@pytest.mark.parametrize("name", ["azure", "alm", "qtest", "zephyr", "csv"])
def test_workbooks_hold_texts_only_and_no_heading_is_empty(name: str, suite: ExportSuite) -> None:
    workbook = openpyxl.load_workbook(io.BytesIO(made(name, "xlsx", suite)))
    actions = 0
    for sheet in workbook:
        heading, *rows = sheet.iter_rows()
        assert all(cell.value for cell in heading)
        at = next(
            number
            for number, cell in enumerate(heading)
            if cell.value in {"Step Action", "Step Description", "Test Steps", "Action"}
        )
        for row in rows:
            assert {cell.data_type for cell in row} <= {"s", "inlineStr", "n"}
            assert not any(isinstance(cell.value, int | float) for cell in row)
            actions += bool(row[at].value)
        assert len(sheet.title) <= 31
    assert actions == sum(len(case.steps) for case in suite.cases)


def test_xray_json_holds_every_test_and_leaves_the_project_to_the_firm(suite: ExportSuite) -> None:
    exported = exporter("xray-json").write(suite, "json")
    held = json.loads(exported.content)
    assert [one["fields"]["summary"] for one in held] == [case.name for case in suite.cases]
    assert [[step["result"] for step in one["steps"]] for one in held] == [
        [step.expected for step in case.steps] for case in suite.cases
    ]
    assert {one["testtype"] for one in held} == {"Manual"}
    assert {one["fields"]["project"]["key"] for one in held} == {"<PROJECT>"}
    assert "key of your Jira project" in exported.notices[0]
    assert not any(" " in label for one in held for label in one["fields"]["labels"])


def test_testrail_xml_holds_sections_cases_and_numbered_steps(suite: ExportSuite) -> None:
    root = ET.fromstring(made("testrail", "xml", suite))  # noqa: S314 - our own file
    cases = root.findall("./section/cases/case")
    assert [case.findtext("title") for case in cases] == [case.name for case in suite.cases]
    steps = [step.findtext("index") for step in root.iter("step")]
    assert steps == [step.number for case in suite.cases for step in case.steps]
    assert [case.findtext("references") for case in cases] == [", ".join(case.requirements) for case in suite.cases]


def test_gherkin_is_parsed_with_a_scenario_for_each_test_and_its_tags(suite: ExportSuite) -> None:
    parsed = Parser().parse(made("gherkin", "feature", suite).decode())
    scenarios = [child["scenario"] for child in parsed["feature"]["children"]]
    assert [one["name"] for one in scenarios] == [folded(case.name) for case in suite.cases]
    for one, case in zip(scenarios, suite.cases, strict=True):
        assert len(one["tags"]) == len(dict.fromkeys((case.id, *case.requirements)))
        actions = [step["text"] for step in one["steps"] if step["keyword"] == "When "]
        assert actions == [folded(step.action) for step in case.steps]
        results = [step["text"] for step in one["steps"] if step["keyword"] == "Then "]
        assert results == [folded(step.expected) for step in case.steps if step.expected]


def test_robot_accepts_every_test_in_a_dry_run(suite: ExportSuite, tmp_path: Path) -> None:
    path = tmp_path / "oq.robot"
    path.write_bytes(made("robot", "robot", suite))
    command = [sys.executable, "-m", "robot", "--dryrun", "--output", "out.json", "--log", "NONE", "--report", "NONE"]
    done = subprocess.run([*command, str(path)], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    held = json.loads((tmp_path / "out.json").read_text("utf-8"))
    tests = held["suite"]["tests"]
    assert [one["name"] for one in tests] == [folded(case.name) for case in suite.cases]
    assert [len(one["body"]) for one in tests] == [len(case.steps) for case in suite.cases]


def test_reqif_holds_requirements_tests_and_each_verifies_relation(suite: ExportSuite) -> None:
    bundle = ReqIFParser.parse_from_string(made("reqif", "reqif", suite).decode())
    content = bundle.core_content.req_if_content
    assert len(content.spec_objects) == len(suite.requirements) + len(suite.cases)
    assert len(content.spec_relations) == sum(len(line.tests) for line in suite.requirements)
    known = {one.identifier for one in content.spec_objects}
    assert {end for one in content.spec_relations for end in (one.source, one.target)} <= known
    assert [len(one.children) for one in content.specifications] == [len(suite.requirements), len(suite.cases)]
    texts = {value.value for one in content.spec_objects for value in one.attributes}
    assert {line.text for line in suite.requirements} <= texts


def test_reqif_identifiers_name_the_same_thing_in_every_export(realistic: ExportSuite) -> None:
    fewer = ExportSuite(realistic.run, realistic.cases[1:], realistic.requirements)
    ids = [
        {
            one.identifier
            for one in ReqIFParser.parse_from_string(text.decode()).core_content.req_if_content.spec_objects
        }
        for text in (made("reqif", "reqif", realistic), made("reqif", "reqif", fewer))
    ]
    assert ids[1] < ids[0]


def test_junit_states_no_result(suite: ExportSuite) -> None:
    read = JUnitXml.fromstring(made("junit", "xml", suite))
    cases = [case for one in read for case in one]
    assert [case.name for case in cases] == [case.name for case in suite.cases]
    assert all(case.is_skipped for case in cases)
    assert (read.failures, read.errors, read.skipped) == (0, 0, len(suite.cases))


def test_csv_for_people_has_nothing_that_a_spreadsheet_would_run_and_keeps_negative_numbers(
    realistic: ExportSuite,
) -> None:
    from dataclasses import replace

    case = realistic.cases[0]
    texts = ("=1+1", "-80 °C", "+1", "@SUM(A1)", "-cmd", "\tx", "plain")
    steps = tuple(replace(case.steps[0], action=text) for text in texts)
    suite = ExportSuite(realistic.run, (replace(case, steps=steps),), ())
    rows = csv_rows(made("csv", "csv", suite))
    assert [row["Action"] for row in rows] == ["'=1+1", "-80 °C", "+1", "'@SUM(A1)", "'-cmd", "'\tx", "plain"]
    imported = csv_rows(made("zephyr", "csv", suite))
    assert [row["Test Steps"] for row in imported] == list(texts)


def test_more_tests_than_xray_takes_are_told(realistic: ExportSuite) -> None:
    many = ExportSuite(realistic.run, realistic.cases * 80, ())
    for name, suffix in (("xray-csv", "csv"), ("xray-json", "json")):
        assert any("1000 at a time" in notice for notice in exporter(name).write(many, suffix).notices)


@pytest.mark.parametrize("name", ["nonsense", "mapping"])
def test_a_format_that_does_not_exist_or_lacks_its_profile_is_an_error(name: str) -> None:
    with pytest.raises(UsageError):
        exporter(name)
