"""ReqIF 1.0.1 (OMG formal/2013-10-01): requirements, tests, and which test verifies which requirement.

Identifiers are digests of what they name, so that a later export of the same requirement has the same identifier. The
time of change is the end of the run that the export comes from.
"""

from __future__ import annotations

import hashlib
import xml.etree.ElementTree as ET

from gampgen.exporting.content import Case, ExportSuite
from gampgen.exporting.interface import Exported, Exporter
from gampgen.exporting.xml_text import document, element

NAMESPACE = "http://www.omg.org/spec/ReqIF/20110401/reqif.xsd"
_ATTRIBUTES = {
    "requirement": ("ReqIF.ForeignID", "ReqIF.Text", "ReqIF.ChapterName", "Priority", "Verified by"),
    "test": ("ReqIF.ForeignID", "ReqIF.Name", "ReqIF.Text", "Steps", "Priority", "Technique"),
}
_SPECIFICATIONS = {"requirement": "Requirements", "test": "OQ tests"}


def _id(*parts: str) -> str:
    return f"_{hashlib.sha256(chr(0).join(parts).encode()).hexdigest()[:32]}"


def _write(suite: ExportSuite, _suffix: str) -> Exported:
    return Exported(document(_Builder(suite).root()))


class _Builder:
    """One file. `LAST-CHANGE` stands on every element, because the standard asks for it."""

    def __init__(self, suite: ExportSuite) -> None:
        self._suite = suite
        self._time = suite.run.finished

    def root(self) -> ET.Element:
        root = ET.Element("REQ-IF", xmlns=NAMESPACE)
        run = self._suite.run
        header = element(element(root, "THE-HEADER"), "REQ-IF-HEADER", IDENTIFIER=_id("header", run.suite_sha256))
        for name, text in (
            ("COMMENT", f"OQ suite {run.suite_sha256}"),
            ("CREATION-TIME", self._time),
            ("REQ-IF-TOOL-ID", run.generator),
            ("REQ-IF-VERSION", "1.0"),
            ("SOURCE-TOOL-ID", run.generator),
            ("TITLE", f"OQ of {run.system or run.document}"),
        ):
            element(header, name, text)
        content = element(element(root, "CORE-CONTENT"), "REQ-IF-CONTENT")
        datatypes = element(content, "DATATYPES")
        self._named(datatypes, "DATATYPE-DEFINITION-STRING", "text", **{"MAX-LENGTH": "2147483647"})
        self._types(element(content, "SPEC-TYPES"))
        objects = element(content, "SPEC-OBJECTS")
        for line in self._suite.requirements:
            values = (line.id, line.text, line.section, line.priority, line.disposition)
            self._object(objects, "requirement", line.uid, values)
        for case in self._suite.cases:
            self._object(objects, "test", case.id, _test_values(case))
        self._relations(element(content, "SPEC-RELATIONS"))
        specifications = element(content, "SPECIFICATIONS")
        self._specification(specifications, "requirement", [line.uid for line in self._suite.requirements])
        self._specification(specifications, "test", [case.id for case in self._suite.cases])
        return root

    def _named(self, parent: ET.Element, kind: str, name: str, **more: str) -> ET.Element:
        attributes = {"IDENTIFIER": _id(kind, name), "LAST-CHANGE": self._time, "LONG-NAME": name, **more}
        return element(parent, kind, **attributes)

    def _types(self, parent: ET.Element) -> None:
        for kind, names in _ATTRIBUTES.items():
            made = self._named(parent, "SPEC-OBJECT-TYPE", kind)
            attributes = element(made, "SPEC-ATTRIBUTES")
            for name in names:
                one = element(
                    attributes, "ATTRIBUTE-DEFINITION-STRING",
                    **{"IDENTIFIER": _id("attribute", kind, name), "LAST-CHANGE": self._time, "LONG-NAME": name},
                )  # fmt: skip
                element(
                    element(one, "TYPE"), "DATATYPE-DEFINITION-STRING-REF", _id("DATATYPE-DEFINITION-STRING", "text")
                )
        self._named(parent, "SPEC-RELATION-TYPE", "verifies")
        self._named(parent, "SPECIFICATION-TYPE", "specification")

    def _object(self, parent: ET.Element, kind: str, name: str, held: tuple[str, ...]) -> None:
        made = element(parent, "SPEC-OBJECT", **{"IDENTIFIER": _id(kind, name), "LAST-CHANGE": self._time})
        element(element(made, "TYPE"), "SPEC-OBJECT-TYPE-REF", _id("SPEC-OBJECT-TYPE", kind))
        values = element(made, "VALUES")
        for attribute, text in zip(_ATTRIBUTES[kind], held, strict=True):
            value = element(values, "ATTRIBUTE-VALUE-STRING", **{"THE-VALUE": text})
            element(element(value, "DEFINITION"), "ATTRIBUTE-DEFINITION-STRING-REF", _id("attribute", kind, attribute))

    def _relations(self, parent: ET.Element) -> None:
        for line in self._suite.requirements:
            for test in line.tests:
                made = element(
                    parent, "SPEC-RELATION",
                    **{"IDENTIFIER": _id("verifies", test, line.uid), "LAST-CHANGE": self._time},
                )  # fmt: skip
                element(element(made, "TYPE"), "SPEC-RELATION-TYPE-REF", _id("SPEC-RELATION-TYPE", "verifies"))
                element(element(made, "SOURCE"), "SPEC-OBJECT-REF", _id("test", test))
                element(element(made, "TARGET"), "SPEC-OBJECT-REF", _id("requirement", line.uid))

    def _specification(self, parent: ET.Element, kind: str, names: list[str]) -> None:
        made = self._named(parent, "SPECIFICATION", _SPECIFICATIONS[kind])
        element(element(made, "TYPE"), "SPECIFICATION-TYPE-REF", _id("SPECIFICATION-TYPE", "specification"))
        children = element(made, "CHILDREN")
        for name in names:
            one = element(
                children, "SPEC-HIERARCHY",
                **{"IDENTIFIER": _id("hierarchy", kind, name), "LAST-CHANGE": self._time},
            )  # fmt: skip
            element(element(one, "OBJECT"), "SPEC-OBJECT-REF", _id(kind, name))


def _test_values(case: Case) -> tuple[str, ...]:
    steps = "\n".join(
        f"{step.number}. {step.action}{f' Expected: {step.expected}' if step.expected else ''}" for step in case.steps
    )
    return (case.id, case.title, case.description, steps, case.priority, case.technique)


REQIF = Exporter("reqif", "ReqIF for DOORS, Polarion, Jama, Codebeamer", ("reqif", "xml"), _write)
