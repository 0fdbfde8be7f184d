"""The shipped Word template, which is made for A4, on Letter paper."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

from gampgen.rendering.archive import fixed_archive
from gampgen.settings.house_style import Paper

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SHORT, _LONG = 12_240, 15_840  # 8.5 and 11 inches in twentieths of a point
_PARTS = ("word/document.xml", "word/header", "word/footer")
# Tables are 170 mm wide on upright pages and 261 mm on turned ones; 11 inches leave 254 mm between margins of 12.7 mm.
_NARROWER = (254, 261)
_WIDTHS = (f"{_W}tblW", f"{_W}gridCol", f"{_W}tcW")


def on_paper(template: bytes, paper: Paper) -> bytes:
    """The template for the paper: page sizes set, tables and side margins made to fit. A4 gives the bytes as they are.

    Args:
        template: a .docx file for A4 with tables of fixed widths.
        paper: what it is printed on.
    """
    if paper is Paper.A4:
        return template
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template)) as source, zipfile.ZipFile(target, "w") as resized:
        for name in source.namelist():
            content = source.read(name)
            resized.writestr(name, _resized(content) if name.startswith(_PARTS) else content)
    return fixed_archive(target.getvalue())


def _resized(part: bytes) -> bytes:
    tree = etree.fromstring(part)
    for width in tree.iter(*_WIDTHS):
        width.set(f"{_W}w", str(int(width.get(f"{_W}w", "0")) * _NARROWER[0] // _NARROWER[1]))
    for size in tree.iter(f"{_W}pgSz"):
        turned = size.get(f"{_W}orient") == "landscape"
        size.set(f"{_W}w", str(_LONG if turned else _SHORT))
        size.set(f"{_W}h", str(_SHORT if turned else _LONG))
        _fit_margins(size.getnext(), turned=turned)
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def _fit_margins(margins: etree._Element | None, *, turned: bool) -> None:
    """Side margins so that the text is as wide as the tables."""
    if margins is None:
        return
    text = 14_796 if turned else 9_637  # 261 and 170 mm in twentieths of a point
    room = (_LONG if turned else _SHORT) - text * _NARROWER[0] // _NARROWER[1]
    for side in ("left", "right"):
        margins.set(f"{_W}{side}", str(room // 2))
