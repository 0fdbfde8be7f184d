"""Builds the Word templates that gampgen ships: one for each language, one of the audit appendix.

The same words give the same bytes.

    python tools/build_default_template.py [--out FOLDER]

The words come from templates/protocol_wording.yaml and its siblings; the tags ({{ … }}, {% … %}) name what
`gampgen.rendering.content.Content` holds. The template can be opened and changed in Word like any other document.
"""

from __future__ import annotations

import argparse
import io
from pathlib import Path
from typing import Any

import yaml
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from word_audit import audit_body, audit_footer, audit_header
from word_body import landscape, method, records
from word_front import basis, cover, front
from word_parts import NAMESPACES, SAY, Cell, field, paragraph, property_blank, row, run, said, table, twips
from word_styles import apply_styles
from word_wording import LANDSCAPE, PORTRAIT, Wording

from gampgen.rendering.archive import fixed_archive

ROOT = Path(__file__).resolve().parents[1]
TEMPLATES = ROOT / "templates"
LANGUAGES = {"": "en-GB", ".de": "de-DE"}


def section(width: float, height: float, margin: float, references: str, *, landscape: bool) -> str:
    """Page set-up of a section."""
    turned = ' w:orient="landscape"' if landscape else ""
    side = twips(margin)
    return (
        f'<w:sectPr>{references}<w:type w:val="nextPage"/><w:pgSz w:w="{twips(width)}" w:h="{twips(height)}"{turned}/>'
        f'<w:pgMar w:top="{twips(16)}" w:right="{side}" w:bottom="{twips(12)}" w:left="{side}"'
        f' w:header="{twips(8)}" w:footer="{twips(6)}" w:gutter="0"/></w:sectPr>'
    )


def header(width: float, identity: int) -> str:
    """System and document number, bound to the cover's blanks."""
    widths = (width - 92, 58.0, 34.0)
    cells = [
        Cell(paragraph("OQ protocol: {{ cover.system }}", "header")),
        Cell(
            paragraph(
                run("Document number: ")
                + property_blank("Document number", "ns0", "subject", identity, "{{ cover.number_blank }}"),
                "header",
                raw=True,
            )
        ),
        Cell(
            paragraph(
                run("Version: ") + property_blank("Version", "ns1", "contentStatus", identity + 1, "<version>"),
                "header",
                raw=True,
            )
        ),
    ]
    return table(widths, [row(cells, widths)], headed=False)


def footer(width: float) -> str:
    """What makes the copy identifiable, and page x of y."""
    tabs = f'<w:tabs><w:tab w:val="right" w:pos="{twips(width)}"/></w:tabs>'
    pages = run("Page ") + field("PAGE") + run(" of ") + field("NUMPAGES")
    return (
        f'<w:p><w:pPr><w:pStyle w:val="footer"/>{tabs}</w:pPr>'
        f"{run('Suite {{ cover.suite_sha256[:16] }}. Draft until approved')}<w:r><w:tab/></w:r>{pages}</w:p>"
    )


def build(language: str, entries: dict[str, Any]) -> bytes:
    """The template in a language as the bytes of a .docx file.

    Args:
        language: the language's code for Word ("de-DE").
        entries: the wording file; its `labels` say the words that stand in these scripts.
    """
    labels = entries.pop("labels", None)
    words = Wording(entries)
    SAY.set(lambda text: text if labels is None or words.knows(text) else labels[text])
    document = Document()
    apply_styles(document, language)
    document.add_section()
    upright_pages, turned_pages = document.sections
    references = []
    for part, width, identity in ((upright_pages, PORTRAIT, 7100), (turned_pages, LANDSCAPE, 7200)):
        for margin, content in ((part.header, header(width, identity)), (part.footer, footer(width))):
            margin.is_linked_to_previous = False
            _fill(margin._element, content)  # noqa: SLF001 - python-docx has no public way to write XML into a header
        references.append(
            "".join(
                f'<w:{kind}Reference w:type="default" r:id="{reference.rId}"/>'
                for kind in ("header", "footer")
                for reference in part._sectPr.xpath(f"./w:{kind}Reference")  # noqa: SLF001 - as above
            )
        )
    upright, turned = (
        section(210, 297, 20, references[0], landscape=False),
        section(297, 210, 18, references[1], landscape=True),
    )
    body = (
        cover(words)
        + front(words)
        + basis(words)
        + method(words)
        + _section_end(upright)
        + landscape(words)
        + _section_end(turned)
        + records(words)
        + upright
    )
    _fill(document.element.body, body)
    # Word fills in the page numbers of the contents when the document is opened; it asks first.
    document.settings.element.find(qn("w:compat")).addprevious(
        parse_xml(f'<w:updateFields {NAMESPACES} w:val="true"/>')
    )
    properties = document.core_properties
    properties.author, properties.title, properties.comments = "gampgen", said("Operational qualification protocol"), ""
    properties.subject = properties.content_status = ""  # bound to the blanks for document number and version
    _drop_leftovers(document)
    target = io.BytesIO()
    document.save(target)
    return fixed_archive(target.getvalue())


def build_audit() -> bytes:
    """The template of the audit appendix, in English like the record, as the bytes of a .docx file."""
    SAY.set(lambda text: text)
    document = Document()
    apply_styles(document, "en-GB")
    part = document.sections[0]
    for margin, content in ((part.header, audit_header()), (part.footer, audit_footer())):
        margin.is_linked_to_previous = False
        _fill(margin._element, content)  # noqa: SLF001 - as above
    references = "".join(
        f'<w:{kind}Reference w:type="default" r:id="{reference.rId}"/>'
        for kind in ("header", "footer")
        for reference in part._sectPr.xpath(f"./w:{kind}Reference")  # noqa: SLF001 - as above
    )
    _fill(document.element.body, audit_body() + section(297, 210, 18, references, landscape=True))
    properties = document.core_properties
    properties.author, properties.title, properties.comments = "gampgen", "Audit report", ""
    _drop_leftovers(document)
    target = io.BytesIO()
    document.save(target)
    return fixed_archive(target.getvalue())


def _drop_leftovers(document) -> None:  # noqa: ANN001 - a python-docx document
    """Take out what python-docx's own empty document brings along: a second set of styles and a picture of its page."""
    for relations in (document.part.rels, document.part.package.rels):
        for name, relation in list(relations.items()):
            if relation.reltype.endswith(("/stylesWithEffects", "/thumbnail")):
                del relations[name]


def _section_end(properties: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="OQSpacer"/>{properties}</w:pPr></w:p>'


def _fill(element, content: str) -> None:  # noqa: ANN001 - an lxml element
    """Replace what stands in a body, header or footer."""
    for child in list(element):
        element.remove(child)
    for child in parse_xml(f"<w:body {NAMESPACES}>{content}</w:body>"):
        element.append(child)


def main() -> None:
    """Write the templates."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, default=TEMPLATES)
    folder = parser.parse_args().out
    for suffix, language in LANGUAGES.items():
        entries = yaml.safe_load((TEMPLATES / f"protocol_wording{suffix}.yaml").read_text("utf-8"))
        (folder / f"oq_protocol{suffix}.docx").write_bytes(build(language, entries))

    (folder / "audit_report.docx").write_bytes(build_audit())


if __name__ == "__main__":
    main()
