"""Jira Xray, JSON for its bulk import of tests (POST /import/test/bulk). The project's key is the firm's to fill in."""

from __future__ import annotations

import json

from gampgen.exporting.content import Case, ExportSuite
from gampgen.exporting.interface import Exported, Exporter

MOST_TESTS = 1000
PROJECT = "<PROJECT>"


def _write(suite: ExportSuite, _suffix: str) -> Exported:
    text = json.dumps([_test(case) for case in suite.cases], ensure_ascii=False, indent=1)
    notices = [f"Put the key of your Jira project in the place of {PROJECT} before you import the file"]
    if len(suite.cases) > MOST_TESTS:
        notices.append(
            f"{len(suite.cases)} tests: Xray takes {MOST_TESTS} at a time; split the file before you import it"
        )
    return Exported((text + "\n").encode(), tuple(notices))


def _test(case: Case) -> dict[str, object]:
    folder = case.section.replace(" / ", "\0").replace("/", "-").replace("\0", "/")
    return {
        "testtype": "Manual",
        "fields": {
            "summary": case.name,
            "project": {"key": PROJECT},
            "description": case.description,
            "labels": [case.id, *case.labels],
        },
        "steps": [{"action": step.action, "data": step.data, "result": step.expected} for step in case.steps],
        "xray_test_repository_folder": f"/{folder}",
    }


XRAY_JSON = Exporter("xray-json", "Jira Xray, JSON bulk import", ("json",), _write)
