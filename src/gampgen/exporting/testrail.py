"""TestRail: XML with sections and cases with separate steps; CSV by the profile `testrail-csv`."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from gampgen.exporting.content import Case, ExportSuite
from gampgen.exporting.interface import Exported, Exporter
from gampgen.exporting.mapped import mapped
from gampgen.exporting.profile import shipped_profile
from gampgen.exporting.xml_text import document, element


def _write(suite: ExportSuite, suffix: str) -> Exported:
    if suffix == "csv":
        return mapped(shipped_profile("testrail-csv")).write(suite, suffix)
    root = ET.Element("sections")
    sections: dict[str, ET.Element] = {}
    for case in suite.cases:
        name = case.section or "OQ"
        if name not in sections:
            section = element(root, "section")
            element(section, "name", name)
            sections[name] = element(section, "cases")
        _case(sections[name], case)
    return Exported(document(root))


def _case(parent: ET.Element, case: Case) -> None:
    made = element(parent, "case")
    for name, text in (
        ("title", case.name),
        ("template", "Test Case (Steps)"),
        ("type", "Functional"),
        ("priority", case.priority),
        ("references", ", ".join(case.requirements)),
    ):
        element(made, name, text)
    custom = element(made, "custom")
    element(custom, "preconds", case.preconditions)
    steps = element(custom, "steps_separated")
    for step in case.steps:
        one = element(steps, "step")
        element(one, "index", step.number)
        element(one, "content", f"{step.action}\nTest data: {step.data}" if step.data else step.action)
        element(one, "expected", step.expected)


TESTRAIL = Exporter("testrail", "TestRail, XML or CSV", ("xml", "csv"), _write)
