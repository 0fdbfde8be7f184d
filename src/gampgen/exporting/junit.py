"""JUnit XML of the suite: every test stands in it as not executed. A result would be an invention."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from gampgen.exporting.content import ExportSuite
from gampgen.exporting.interface import Exported, Exporter
from gampgen.exporting.xml_text import document, element


def _write(suite: ExportSuite, _suffix: str) -> Exported:
    count = str(len(suite.cases))
    root = ET.Element("testsuites", name="OQ", tests=count, failures="0", errors="0", skipped=count)
    made = element(
        root, "testsuite", name=suite.run.system or suite.run.document, tests=count, failures="0", errors="0",
        skipped=count,
    )  # fmt: skip
    properties = element(made, "properties")
    for name, value in (
        ("suite_sha256", suite.run.suite_sha256),
        ("document", suite.run.document),
        ("document_sha256", suite.run.document_sha256),
    ):
        element(properties, "property", name=name, value=value)
    for case in suite.cases:
        one = element(made, "testcase", classname=", ".join(case.requirements), name=case.name)
        element(one, "skipped", message="not executed")
    return Exported(document(root))


JUNIT = Exporter("junit", "JUnit XML, every test as not executed", ("xml",), _write)
