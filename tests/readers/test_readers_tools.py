"""Files of requirement tools: ReqIF, StrictDoc, Doorstop."""

from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path

import pytest
from tests.readers.pdf_files import said
from tests.readers.word_files import codes

from gampgen.domain.document import Heading, Table, UrsDocument
from gampgen.errors import DamagedInputError, InputError
from gampgen.readers import read
from gampgen.readers.items import unwrapped
from gampgen.settings import ReadSettings

# ---- ReqIF
TYPES = (
    '<DATATYPES><DATATYPE-DEFINITION-ENUMERATION IDENTIFIER="dt"><SPECIFIED-VALUES>'
    '<ENUM-VALUE IDENTIFIER="e1" LONG-NAME="High"/><ENUM-VALUE IDENTIFIER="e2" LONG-NAME="Low"/>'
    "</SPECIFIED-VALUES></DATATYPE-DEFINITION-ENUMERATION></DATATYPES>"
    '<SPEC-TYPES><SPEC-OBJECT-TYPE IDENTIFIER="t" LONG-NAME="Requirement"><SPEC-ATTRIBUTES>'
    '<ATTRIBUTE-DEFINITION-STRING IDENTIFIER="id" LONG-NAME="ReqIF.ForeignID"/>'
    '<ATTRIBUTE-DEFINITION-STRING IDENTIFIER="ch" LONG-NAME="ReqIF.ChapterName"/>'
    '<ATTRIBUTE-DEFINITION-XHTML IDENTIFIER="tx" LONG-NAME="ReqIF.Text"/>'
    '<ATTRIBUTE-DEFINITION-ENUMERATION IDENTIFIER="pr" LONG-NAME="Priority">'
    "<DEFAULT-VALUE><ATTRIBUTE-VALUE-ENUMERATION>"
    "<DEFINITION><ATTRIBUTE-DEFINITION-ENUMERATION-REF>pr</ATTRIBUTE-DEFINITION-ENUMERATION-REF></DEFINITION>"
    "<VALUES><ENUM-VALUE-REF>e2</ENUM-VALUE-REF></VALUES></ATTRIBUTE-VALUE-ENUMERATION></DEFAULT-VALUE>"
    "</ATTRIBUTE-DEFINITION-ENUMERATION></SPEC-ATTRIBUTES></SPEC-OBJECT-TYPE></SPEC-TYPES>"
)


def value(kind: str, definition: str, said_: str) -> str:
    reference = (
        f"<DEFINITION><ATTRIBUTE-DEFINITION-{kind}-REF>{definition}</ATTRIBUTE-DEFINITION-{kind}-REF></DEFINITION>"
    )
    match kind:
        case "XHTML":
            inner = f'<THE-VALUE><div xmlns="http://www.w3.org/1999/xhtml">{said_}</div></THE-VALUE>'
        case "ENUMERATION":
            inner = f"<VALUES><ENUM-VALUE-REF>{said_}</ENUM-VALUE-REF></VALUES>"
        case _:
            return f'<ATTRIBUTE-VALUE-{kind} THE-VALUE="{said_}">{reference}</ATTRIBUTE-VALUE-{kind}>'
    return f"<ATTRIBUTE-VALUE-{kind}>{reference}{inner}</ATTRIBUTE-VALUE-{kind}>"


def spec_object(identifier: str, *values: str) -> str:
    kind = "<TYPE><SPEC-OBJECT-TYPE-REF>t</SPEC-OBJECT-TYPE-REF></TYPE>"
    return f'<SPEC-OBJECT IDENTIFIER="{identifier}">{kind}<VALUES>{"".join(values)}</VALUES></SPEC-OBJECT>'


def place(target: str, *below: str) -> str:
    children = f"<CHILDREN>{''.join(below)}</CHILDREN>" if below else ""
    return f"<SPEC-HIERARCHY><OBJECT><SPEC-OBJECT-REF>{target}</SPEC-OBJECT-REF></OBJECT>{children}</SPEC-HIERARCHY>"


def reqif_text(objects: str, hierarchy: str, prolog: str = "") -> str:
    return (
        f'<?xml version="1.0"?>{prolog}<REQ-IF xmlns="http://www.omg.org/spec/ReqIF/20110401/reqif.xsd"><THE-HEADER>'
        "<REQ-IF-HEADER><TITLE>Freezer</TITLE></REQ-IF-HEADER></THE-HEADER><CORE-CONTENT><REQ-IF-CONTENT>"
        f"<SPEC-OBJECTS>{objects}</SPEC-OBJECTS>{TYPES}<SPECIFICATIONS>"
        f'<SPECIFICATION LONG-NAME="URS"><CHILDREN>{hierarchy}</CHILDREN></SPECIFICATION></SPECIFICATIONS>'
        "</REQ-IF-CONTENT></CORE-CONTENT></REQ-IF>"
    )


def reqif(folder: Path, objects: str, hierarchy: str, prolog: str = "") -> UrsDocument:
    path = folder / "urs.reqif"
    path.write_text(reqif_text(objects, hierarchy, prolog))
    return read(path, ReadSettings())


def test_reqif_hierarchy_gives_headings_and_tables_of_objects(tmp_path: Path) -> None:
    objects = spec_object("o1", value("STRING", "ch", "Alarms"))
    objects += spec_object(
        "o2", value("ENUMERATION", "pr", "e1"), value("XHTML", "tx", "<p>It shows:</p><ul><li>a</li><li>b</li></ul>"),
        value("STRING", "id", "URS-1"),
    )  # fmt: skip
    objects += spec_object("o3", value("STRING", "id", "URS-2"), value("XHTML", "tx", "It <b>stops</b>."))
    document = reqif(tmp_path, objects, place("o1", place("o2"), place("o3")))
    assert said(document) == [
        "# Alarms",
        "Requirement ID | Requirement | Priority",
        "URS-1 | It shows: / • a / • b | High",
        "URS-2 | It stops. | Low",
    ]
    assert document.title == "Freezer"


def test_reqif_objects_without_an_id_attribute_bear_their_identifier(tmp_path: Path) -> None:
    document = reqif(tmp_path, spec_object("REQ-9", value("XHTML", "tx", "It stops.")), place("REQ-9"))
    assert said(document)[1] == "REQ-9 | It stops. | Low"


def test_reqif_objects_that_no_specification_shows_are_reported(tmp_path: Path) -> None:
    objects = spec_object("o1", value("XHTML", "tx", "shown")) + spec_object("o2", value("XHTML", "tx", "not shown"))
    document = reqif(tmp_path, objects, place("o1"))
    assert codes(document) == ["DOC29"]
    assert len(said(document)) == 2


def test_reqif_scripts_in_values_are_no_text(tmp_path: Path) -> None:
    document = reqif(tmp_path, spec_object("o1", value("XHTML", "tx", "<script>x()</script>It stops.")), place("o1"))
    assert said(document)[1] == "o1 | It stops. | Low"


def test_reqif_archives_are_read_where_they_hold_one_file(tmp_path: Path) -> None:
    path = tmp_path / "urs.reqifz"
    content = reqif_text(spec_object("o1", value("XHTML", "tx", "It stops.")), place("o1"))
    with zipfile.ZipFile(path, "w") as target:
        target.writestr("a.reqif", content)
        target.writestr("files/picture.png", b"x")
    assert said(read(path, ReadSettings()))[1] == "o1 | It stops. | Low"
    with zipfile.ZipFile(path, "a") as target:
        target.writestr("b.reqif", content)
    with pytest.raises(DamagedInputError, match="2 ReqIF files"):
        read(path, ReadSettings())


@pytest.mark.parametrize("prolog", ['<!DOCTYPE d [<!ENTITY x "y">]>', '<!DOCTYPE d SYSTEM "file:///etc/hosts">'])
def test_reqif_with_a_document_type_definition_is_refused(tmp_path: Path, prolog: str) -> None:
    with pytest.raises(DamagedInputError):
        reqif(tmp_path, spec_object("o1", value("STRING", "id", "x")), place("o1"), prolog)


def test_reqif_with_an_identifier_used_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DamagedInputError, match="identifier 'o1'"):
        reqif(tmp_path, spec_object("o1") * 2, place("o1"))


@pytest.mark.parametrize("content", ["<svg xmlns='x'/>", "<REQ-IF>", "text", ""])
def test_what_is_no_reqif_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "urs.reqif"
    path.write_text(content or "\0")
    with pytest.raises(DamagedInputError):
        read(path, ReadSettings())


# ---- StrictDoc
SDOC = """[DOCUMENT]
TITLE: Freezer
VERSION: 2

[GRAMMAR]
ELEMENTS:
- TAG: REQUIREMENT

[TEXT]
STATEMENT: >>>
This text says
what follows:

- one
<<<

[[SECTION]]
TITLE: 1 Alarms

[REQUIREMENT]
MID: 72d0
UID: URS-1
TITLE: High alarm
STATEMENT: >>>
It shall warn
above -60 °C, and show:

- the value
<<<
RATIONALE: Lost.
COMMENT: first
COMMENT: second
RELATIONS:
- TYPE: Parent
  VALUE: SYS-4

[LOW_LEVEL_REQUIREMENT]
UID: URS-2
STATEMENT: It shall stop.

[[/SECTION]]
[REQUIREMENT]
UID: URS-3
STATEMENT: It shall start.
"""


def sdoc(folder: Path, content: str) -> UrsDocument:
    path = folder / "urs.sdoc"
    path.write_text(content, encoding="utf-8")
    return read(path, ReadSettings())


def test_strictdoc_sections_texts_and_requirements(tmp_path: Path) -> None:
    document = sdoc(tmp_path, SDOC)
    assert document.title == "Freezer"
    assert document.margins == ("TITLE: Freezer", "VERSION: 2")
    assert said(document) == [
        "This text says what follows:",
        "- one",
        "# 1 Alarms",
        "UID | TITLE | STATEMENT | RATIONALE | COMMENT | Parent",
        "URS-1 | High alarm | It shall warn above -60 °C, and show: / - the value | Lost. | first / second | SYS-4",
        "URS-2 |  | It shall stop. |  |  | ",
        "UID | STATEMENT",
        "URS-3 | It shall start.",
    ]
    table = next(block for block in document.blocks if isinstance(block, Table))
    assert table.rows[1].location.line == 20


def test_strictdoc_sections_nest(tmp_path: Path) -> None:
    inner = "[[SECTION]]\nTITLE: B\n[[/SECTION]]\n"
    document = sdoc(
        tmp_path, f"[DOCUMENT]\nTITLE: D\n\n[[SECTION]]\nTITLE: A\n{inner}[[/SECTION]]\n[[SECTION]]\nTITLE: C\n"
    )
    assert [(b.level, b.text) for b in document.blocks if isinstance(b, Heading)] == [(1, "A"), (2, "B"), (1, "C")]


@pytest.mark.parametrize(
    "content", ["TITLE: no tag\n", "[REQUIREMENT]\nUID: 1\n", "[DOCUMENT]\nTITLE: >>>\nnever ends\n", "\n"]
)
def test_what_is_no_strictdoc_document_is_refused(tmp_path: Path, content: str) -> None:
    with pytest.raises(DamagedInputError):
        sdoc(tmp_path, content)


def test_a_strictdoc_document_in_another_file_is_reported(tmp_path: Path) -> None:
    document = sdoc(tmp_path, "[DOCUMENT]\nTITLE: D\n\n[DOCUMENT_FROM_FILE]\nFILE: other.sdoc\n")
    assert codes(document) == ["DOC14"]


def test_wrapped_text_is_joined_and_items_stay_apart() -> None:
    assert unwrapped("one\ntwo\n\nthree\n- a\n  b\n- c\n| x | y |\n| z |") == (
        "one two", "three", "- a b", "- c", "| x | y |", "| z |",
    )  # fmt: skip


# ---- Doorstop
def doorstop(folder: Path, **items: str) -> Path:
    (folder / ".doorstop.yml").write_text("settings:\n  digits: 3\n  prefix: URS\n  sep: '-'\n")
    for name, content in items.items():
        (folder / f"{name.replace('_', '-')}.yml").write_text(content)
    return folder


def test_doorstop_items_are_read_in_the_order_of_their_levels(tmp_path: Path) -> None:
    document = read(
        doorstop(
            tmp_path,
            URS_001="level: 1.10\ntext: |\n  It shall stop\n  at once.\nlinks:\n- SYS-1: abc=\n",
            URS_002="level: 1.2\nheader: |\n  Start\ntext: |\n  It shall start.\nderived: true\n",
            URS_003="level: 1.0\nnormative: false\nheader: Motion\ntext: ''\n",
            URS_004="level: 1.3\nactive: false\ntext: gone\n",
            URS_005="level: 2.1\nnormative: false\ntext: Only said.\n",
        ),
        ReadSettings(),
    )
    assert said(document) == [
        "# 1 Motion",
        "Requirement ID | Title | Requirement | Derived | Parent",
        "URS-002 | Start | It shall start. | yes | ",
        "URS-001 |  | It shall stop at once. |  | SYS-1",
        "Only said.",
    ]
    assert codes(document) == ["DOC28"]
    assert (document.title, document.file_name) == ("URS", tmp_path.name)


def test_doorstop_markdown_items_and_folders_of_other_documents(tmp_path: Path) -> None:
    doorstop(tmp_path)
    (tmp_path / "URS-001.md").write_text("---\nlevel: 1.1\n---\n\nIt shall stop.\n")
    other = tmp_path / "tests"
    other.mkdir()
    doorstop(other, TST_001="level: 1.1\ntext: no part of it\n")
    assert said(read(tmp_path, ReadSettings()))[1:] == ["URS-001 | It shall stop."]


def test_the_digest_of_a_doorstop_document_is_that_of_its_list_of_digests(tmp_path: Path) -> None:
    doorstop(tmp_path, URS_001="level: 1.1\ntext: It shall stop.\n")
    listed = "".join(
        f"{hashlib.sha256((tmp_path / name).read_bytes()).hexdigest()}  {name}\n"
        for name in (".doorstop.yml", "URS-001.yml")
    )
    assert read(tmp_path, ReadSettings()).sha256 == hashlib.sha256(listed.encode()).hexdigest()


@pytest.mark.parametrize(
    "content",
    [
        "a: &a [x]\nb: *a\n", "level: 1.x\n", "- list\n", "text: !!python/object/apply:os.getcwd []\n", "a: [\n",
        "a: " + "[" * 5000,
    ],
)  # fmt: skip
def test_doorstop_items_that_are_no_plain_mappings_are_refused(tmp_path: Path, content: str) -> None:
    with pytest.raises(DamagedInputError):
        read(doorstop(tmp_path, URS_001=content), ReadSettings())


def test_a_doorstop_item_that_is_a_link_is_refused(tmp_path: Path) -> None:
    doorstop(tmp_path)
    (tmp_path / "URS-001.yml").symlink_to(tmp_path / ".doorstop.yml")
    with pytest.raises(InputError, match="link"):
        read(tmp_path, ReadSettings())


def test_a_folder_without_a_configuration_is_no_document(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="folder"):
        read(tmp_path, ReadSettings())
