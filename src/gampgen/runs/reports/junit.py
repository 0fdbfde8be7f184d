"""`junit.xml`: a case for each document. A failed one is an error, one with objections a failure."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from gampgen.domain.visible import visible
from gampgen.exporting.xml_text import document, element
from gampgen.runs.report import BatchReport, DocumentResult, DocumentStatus

_ERRORS = (DocumentStatus.FAILED, DocumentStatus.QUARANTINED)
_SKIPPED = (DocumentStatus.CANCELLED, DocumentStatus.WAITING)


def junit(report: BatchReport) -> bytes:
    """The file's bytes, UTF-8."""
    root = ET.Element("testsuites", name="gampgen batch")
    counts = {
        "tests": len(report.documents),
        "failures": report.count(DocumentStatus.OBJECTIONS),
        "errors": sum(report.count(status) for status in _ERRORS),
        "skipped": sum(report.count(status) for status in _SKIPPED),
    }
    seconds = f"{report.seconds or 0:.3f}"
    suite = element(root, "testsuite", name="gampgen batch", time=seconds, **{k: str(v) for k, v in counts.items()})
    for one in report.documents:
        _case(suite, one)
    return document(root)


def _case(suite: ET.Element, one: DocumentResult) -> None:
    case = element(suite, "testcase", classname="gampgen", name=visible(one.source), time=f"{one.seconds or 0:.3f}")
    if one.status in _ERRORS:
        element(case, "error", message=visible(one.problem or ""), type=one.status.value)
    elif one.status in _SKIPPED:
        element(case, "skipped", message=visible(one.problem or one.status.value))
    elif one.status is DocumentStatus.OBJECTIONS:
        told = f"{one.findings} findings: {one.errors} open errors, {one.warnings} open warnings"
        element(case, "failure", message=told, type=one.status.value)
