"""JUnit XML: a suite for each document, a case for each finding; a document without findings has one case that passes.

Errors and warnings fail, notices pass with their words, accepted findings are skipped.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET

from gampgen.exporting.findings.reported import ReportedFinding, ReportedFindings
from gampgen.exporting.xml_text import document, element

_FAILS = ("error", "warning")


def junit(findings: ReportedFindings) -> str:
    """The XML."""
    root = ET.Element("testsuites", name="gampgen lint")
    for file in findings.files:
        here = [one for one in findings.findings if one.file == file]
        suite = element(
            root,
            "testsuite",
            name=file,
            tests=str(len(here) or 1),
            failures=str(sum(_fails(one) for one in here)),
            errors="0",
            skipped=str(sum(bool(one.accepted_by) for one in here)),
        )
        for one in here:
            _case(suite, one)
        if not here:
            element(suite, "testcase", classname=file, name="no finding")
    return document(root).decode().rstrip("\n")


def _fails(one: ReportedFinding) -> bool:
    return one.severity in _FAILS and not one.accepted_by


def _case(suite: ET.Element, one: ReportedFinding) -> None:
    name = " ".join(filter(None, (one.requirement or one.place, one.code)))
    case = element(suite, "testcase", classname=one.file, name=name)
    if one.accepted_by:
        element(case, "skipped", message=f"accepted by {one.accepted_by}: {one.accepted_reason}")
    elif _fails(one):
        element(case, "failure", one.hint, message=one.message, type=one.code)
    else:
        element(case, "system-out", one.sentences)
