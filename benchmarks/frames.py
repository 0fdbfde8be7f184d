"""A URS of any size out of sentence frames, as a docx with one table per chapter; the same size gives the same bytes.

    python benchmarks/frames.py 500 urs500.docx

Each frame takes its figures, things and roles from lists of different lengths, so that sentences repeat late: of 5,000
requirements no two are the same words. The frames were written for this purpose.
"""

from __future__ import annotations

import sys
import zipfile
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

PER_CHAPTER = 50
QUANTITIES = (
    ("chamber temperature", "°C", 2.0, 0.5),
    ("differential pressure", "Pa", 10.0, 2.5),
    ("relative humidity", "%", 30.0, 1.5),
    ("conductivity", "µS/cm", 0.8, 0.1),
    ("flow rate", "L/min", 12.0, 0.5),
    ("agitator speed", "rpm", 60.0, 5.0),
    ("vessel pressure", "bar", 1.2, 0.1),
)
ROLES = ("Operator", "Supervisor", "Reviewer", "QA Approver", "Administrator")
RECORDS = ("batch record", "sample result", "calibration record", "deviation", "recipe", "equipment log", "label order",
           "cleaning record", "stability result", "alarm acknowledgement", "material receipt")  # fmt: skip
FIELDS = ("batch number", "expiry date", "material code", "reason for change", "equipment number", "test method",
          "storage location")  # fmt: skip
AREAS = tuple(f"{kind} {number}" for kind in ("cold store", "isolator", "reactor", "warehouse", "filling line",
                                              "stability chamber") for number in range(1, 41))  # fmt: skip
FRAMES = (
    "The system shall raise a high alarm when the {quantity} of {area} rises above {high} {unit} for {time} s.",
    "The system shall record the {quantity} of {area} every {time} s.",
    "The system shall accept a set point for the {quantity} of {area} between {low} {unit} and {high} {unit}.",
    "Only users with the role {role} shall be able to change the {field} of a {record} in {area}.",
    "If the {quantity} of {area} is below {low} {unit} and the {record} is open, the system shall block the release.",
    "The system shall write to the audit trail who changed the {field} of a {record} in {area}, and when.",
    "The system shall lock the user account of {area} after {count} failed log-in attempts.",
    "The system shall log off a user of {area} after {time} minutes of inactivity.",
    "The field {field} of a {record} in {area} shall be mandatory.",
    "The system shall require an electronic signature of a {role} before a {record} of {area} is approved.",
    "When a {record} of {area} is rejected, the system shall notify the {role} within {time} s.",
    "The system shall show the list of open {record}s of {area} within {count} s.",
    "The system shall keep each {record} of {area} for {years} years.",
    "A {record} of {area} shall be approved by a second person who did not create it.",
    "The {quantity} of {area} shall be displayed with an accuracy of ± {step} {unit}.",
    "The system shall allow a {record} of {area} to be printed with {field}, date and user.",
    "The supplier shall hold an ISO 9001 certificate for the software of {area}.",
    "Users of {area} shall be trained before access is granted.",
    "The system shall transfer each {record} of {area} to the LIMS within {time} s.",
    "Unless the {record} of {area} is released, the system shall prevent the start of the next batch.",
    "The system shall change the status of a {record} in {area} from Draft to In Review when the {role} submits it.",
    "The temperature and humidity values of {area} should be displayed graphically for at least {time} days.",
    "The server of {area} shall have at least {count} GB of memory.",
)


def sentences() -> Iterator[str]:
    """Requirements without end, in a fixed order."""
    number = 0
    while True:
        name, unit, start, step = QUANTITIES[number % len(QUANTITIES)]
        low = start + step * (number % 17)
        turn = number // len(FRAMES)
        yield FRAMES[number % len(FRAMES)].format(
            quantity=name, unit=unit, low=f"{low:.1f}", high=f"{low + 4 * step:.1f}", step=f"{step / 5:.2f}",
            area=AREAS[turn % len(AREAS)], record=RECORDS[turn % len(RECORDS)], field=FIELDS[turn % len(FIELDS)],
            role=ROLES[turn % len(ROLES)], time=10 + 5 * (turn % 23), count=2 + turn % 9, years=5 + turn % 11,
        )  # fmt: skip
        number += 1


def write(path: Path, size: int) -> None:
    """A docx with `size` requirements: a title, and per chapter a heading and a table of id and requirement."""
    body = [_paragraph("User Requirements Specification: plant supervision", "Title")]
    rows = [(f"URS-{number + 1:04d}", text) for number, text in enumerate(islice(sentences(), size))]
    for begin in range(0, size, PER_CHAPTER):
        body.append(_paragraph(f"{begin // PER_CHAPTER + 1} Requirements", "Heading1"))
        lines = [("ID", "Requirement"), *rows[begin : begin + PER_CHAPTER]]
        body.append(f"<w:tbl>{''.join(map(_row, lines))}</w:tbl>")
    document = f'<w:document xmlns:w="{_W}"><w:body>{"".join(body)}<w:sectPr/></w:body></w:document>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in (*_PARTS, ("word/document.xml", document)):
            package.writestr(zipfile.ZipInfo(name), _DECLARATION + content)


def _row(cells: tuple[str, ...]) -> str:
    return f"<w:tr>{''.join(f'<w:tc>{_paragraph(text)}</w:tc>' for text in cells)}</w:tr>"


def _paragraph(text: str, style: str = "Normal") -> str:
    words = f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{words}</w:p>'


_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
    for key, name in (("Normal", "Normal"), ("Title", "Title"), ("Heading1", "heading 1"))
)
_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_WORD}.styles+xml"/></Types>'
)


def _relation(kind: str, target: str) -> str:
    one = f'<Relationship Id="rId1" Type="{_OFFICE}/{kind}" Target="{target}"/>'
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{one}</Relationships>'


_PARTS = (
    ("[Content_Types].xml", _TYPES),
    ("_rels/.rels", _relation("officeDocument", "word/document.xml")),
    ("word/_rels/document.xml.rels", _relation("styles", "styles.xml")),
    ("word/styles.xml", f'<w:styles xmlns:w="{_W}">{_STYLES}</w:styles>'),
)


if __name__ == "__main__":
    write(Path(sys.argv[2]), int(sys.argv[1]))
