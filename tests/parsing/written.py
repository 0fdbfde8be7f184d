"""Documents written down in a test: headings, paragraphs, list items and tables, and what is recognised in them."""

from __future__ import annotations

from gampgen.domain.document import Block, Cell, DocumentFormat, Heading, Paragraph, Row, Table, UrsDocument
from gampgen.domain.location import Location
from gampgen.domain.requirement import Recognition
from gampgen.parsing.recognition import recognise


def h(level: int, text: str, number: str = "") -> Heading:
    return Heading(level=level, number=number, text=text, location=Location())


def p(text: str, lead: str = "") -> Paragraph:
    return Paragraph(text=text, lead=lead, location=Location())


def li(text: str, depth: int = 0, label: str = "-", lead: str = "", *, automatic: bool = False) -> Paragraph:
    return Paragraph(text=text, label=label, depth=depth, lead=lead, number_automatic=automatic, location=Location())


def t(*rows: str, name: str = "", header: bool = True) -> Table:
    """A table from rows like "ID | Requirement"; a cell "^" continues the cell above, ">" the cell to the left."""
    built: list[Row] = []
    above: dict[int, str] = {}
    for number, line in enumerate(rows, 1):
        cells: list[Cell] = []
        for column, raw in enumerate(part.strip() for part in line.split("|")):
            if raw == ">":
                cells[-1] = cells[-1].model_copy(update={"span": cells[-1].span + 1})
                continue
            text = above.get(column, "") if raw == "^" else raw.replace("\\n", "\n")
            above[column] = text
            cells.append(
                Cell(text=text, lines=tuple(text.split("\n")) if text else (), column=column, merged_up=raw == "^")
            )
        place = Location(table=1, row=number)
        built.append(Row(cells=tuple(cells), header=header and number == 1, location=place))
    return Table(name=name, rows=tuple(built), location=Location(table=1))


def doc(*blocks: Block, title: str = "") -> UrsDocument:
    placed = [
        block.model_copy(update={"location": Location(paragraph=n)}) if not isinstance(block, Table) else block
        for n, block in enumerate(blocks, 1)
    ]
    return UrsDocument(
        title=title, file_name="urs.docx", format=DocumentFormat.DOCX, sha256="0" * 64, blocks=tuple(placed)
    )


def found(*blocks: Block, title: str = "") -> Recognition:
    return recognise(doc(*blocks, title=title))


def ids_and_texts(recognition: Recognition) -> list[tuple[str, str]]:
    return [(r.id, r.text) for r in recognition.requirements]


def codes(recognition: Recognition) -> list[str]:
    return [finding.code for finding in recognition.findings]
