"""One page of a PDF, read through PDFium."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, Final, NamedTuple

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]  # the bindings ship no types

from gampgen.errors import DamagedInputError
from gampgen.readers.pdf_content import Box, Glyph, PageContent
from gampgen.readers.pdf_paths import STILL, Matrix, combined, figures, matrix_of
from gampgen.readers.scripts import symbol

GLYPHS_LIMIT: Final = 100_000
"""Glyphs that one page may have: a full page of small print has about 10,000."""
OBJECTS_LIMIT: Final = 30_000
"""Drawn objects of a page that are looked at; a page with more is a drawing, and its ruling lines are not used."""
_SEGMENTS_LIMIT: Final = 200  # a path with more is a drawing, no ruling line
_NESTING_LIMIT: Final = 6
_THIN: Final = 3.0
_STRAIGHT: Final = 0.7
_SHORT: Final = 4.0
_BOLD_NAME: Final = re.compile(r"bold|black|heavy|semib|demi(?!t)|cmbx|cmssbx", re.IGNORECASE)
_BOLD_WEIGHT: Final = 600
_FORCE_BOLD: Final = 1 << 18
_STROKED: Final = 2
_INVISIBLE: Final = 3
_PALE: Final = 242  # of 255, in each colour: not to be told from white paper
_PRIVATE: Final = range(0xE000, 0xF900)
_HYPHENS_CUT: Final = frozenset({2, 0xAD})  # PDFium's own sign for a hyphen at a line's end, and the soft hyphen
_HYPHENS: Final = _HYPHENS_CUT | {0x2010, 0x2011}
_SLANT: Final = 5  # degrees
_NAME_LIMIT: Final = 256
_OBVIOUS: Final = {pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP}

_UPRIGHT: Final = frozenset({90, 270})


def _bound(function: Any, result: type) -> Any:  # noqa: ANN401 - a function of the bindings
    """A function of PDFium that takes a page's text and an index, bound to plain numbers: three times as quick."""
    address = ctypes.cast(function, ctypes.c_void_p).value or 0
    return ctypes.CFUNCTYPE(result, ctypes.c_void_p, ctypes.c_int)(address)


_GET_UNICODE: Final = _bound(pdfium.FPDFText_GetUnicode, ctypes.c_uint)
_GET_OBJECT: Final = _bound(pdfium.FPDFText_GetTextObject, ctypes.c_void_p)


class _Look(NamedTuple):
    font: str
    size: float
    bold: bool
    turn: int
    pale: bool


class PageReader:
    """Reads one page. PDFium's handles are opaque, hence untyped."""

    def __init__(self, document: Any, page: Any, number: int) -> None:  # noqa: ANN401 - opaque handles
        self._document, self._page = document, page
        self._content = PageContent(
            number=number, width=float(pdfium.FPDF_GetPageWidthF(page)), height=float(pdfium.FPDF_GetPageHeightF(page))
        )
        self._rotation = max(0, int(pdfium.FPDFPage_GetRotation(page))) % 4
        self._box = self._visible_box()
        self._looks: dict[int, _Look] = {}
        self._objects = 0

    def read(self) -> PageContent:
        """The page's content.

        Raises:
            DamagedInputError: the text cannot be read, or is far too long.
        """
        count = pdfium.FPDFPage_CountObjects(self._page)
        self._read_objects((pdfium.FPDFPage_GetObject(self._page, index) for index in range(max(0, count))), STILL, 0)
        if self._objects > OBJECTS_LIMIT:
            self._content.across.clear()
            self._content.down.clear()
        self._read_text()
        self._read_annotations()
        self._read_links()
        return self._content

    def _visible_box(self) -> Box:
        """The page's box in its own coordinates."""
        edges = [ctypes.c_float() for _ in range(4)]
        for getter in (pdfium.FPDFPage_GetCropBox, pdfium.FPDFPage_GetMediaBox):
            if getter(self._page, *(ctypes.byref(edge) for edge in edges)):
                left, bottom, right, top = (edge.value for edge in edges)
                return Box(min(left, right), min(bottom, top), max(left, right), max(bottom, top))
        width, height = self._content.width, self._content.height
        return Box(0, 0, height, width) if self._rotation % 2 else Box(0, 0, width, height)

    def _shown(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page's own coordinates, as it is shown."""
        box = self._box
        match self._rotation:
            case 1:
                return y - box.y0, x - box.x0
            case 2:
                return box.x1 - x, y - box.y0
            case 3:
                return box.y1 - y, box.x1 - x
            case _:
                return x - box.x0, box.y1 - y

    def _boxed(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        (left, top), (right, bottom) = self._shown(x0, y0), self._shown(x1, y1)
        return Box(min(left, right), min(top, bottom), max(left, right), max(top, bottom))

    # ---- text
    def _read_text(self) -> None:
        text_page = pdfium.FPDFText_LoadPage(self._page)
        if not text_page:
            title = f"The text of page {self._content.number} cannot be read"
            raise DamagedInputError(title, hint="Print the document into a new PDF.")
        try:
            count = pdfium.FPDFText_CountChars(text_page)
            if count > GLYPHS_LIMIT:
                raise DamagedInputError(
                    f"Page {self._content.number} holds {count:,} characters; at most {GLYPHS_LIMIT:,} are read",
                    hint="Check what the page holds, and print the document into a new PDF.",
                )
            self._content.glyphs.extend(self._glyphs(text_page, count))
        finally:
            pdfium.FPDFText_ClosePage(text_page)

    def _glyphs(self, text_page: Any, count: int) -> Iterator[Glyph]:  # noqa: ANN401 - an opaque handle
        get_code, get_box, get_origin = _GET_UNICODE, pdfium.FPDFText_GetCharBox, pdfium.FPDFText_GetCharOrigin
        left, right, bottom, top, x, y = (ctypes.c_double() for _ in range(6))
        box = [ctypes.byref(one) for one in (left, right, bottom, top)]
        origin = ctypes.byref(x), ctypes.byref(y)
        level, x0, y1 = self._rotation == 0, self._box.x0, self._box.y1
        apart = True
        for index in range(count):
            code = get_code(text_page, index)
            sign = chr(code) if code else "\ufffd"
            if sign.isspace():
                apart = True
                continue
            if not get_box(text_page, index, *box):
                continue
            get_origin(text_page, index, *origin)
            look = self._looks.get(_GET_OBJECT(text_page, index) or -1) or self._new_look(text_page, index)
            if code in _PRIVATE:
                sign = symbol(code, look.font)
            place = (
                (left.value - x0, y1 - top.value, right.value - x0, y1 - bottom.value)
                if level and left.value <= right.value and bottom.value <= top.value
                else self._boxed(left.value, bottom.value, right.value, top.value)
            )
            if level and look.turn not in _UPRIGHT:
                base = y1 - y.value
            else:
                base = self._shown(x.value, y.value)[0 if look.turn in _UPRIGHT else 1]
            if code in _HYPHENS:
                yield Glyph("-", *place, base, *look[1:], apart, code in _HYPHENS_CUT)
            else:
                yield Glyph(sign, *place, base, *look[1:], apart)
            apart = False

    def _new_look(self, text_page: Any, index: int) -> _Look:  # noqa: ANN401 - an opaque handle
        """How a character looks; all of one text object look the same, and it is kept for them."""
        handle = pdfium.FPDFText_GetTextObject(text_page, index)
        name = ctypes.create_string_buffer(_NAME_LIMIT)
        flags = ctypes.c_int()
        pdfium.FPDFText_GetFontInfo(text_page, index, name, _NAME_LIMIT, ctypes.byref(flags))
        font = name.value.decode("utf-8", "replace")
        mode = pdfium.FPDFTextObj_GetTextRenderMode(handle) if handle else 0
        bold = (
            _BOLD_NAME.search(font) is not None
            or bool(flags.value & _FORCE_BOLD)
            or pdfium.FPDFText_GetFontWeight(text_page, index) >= _BOLD_WEIGHT
            or mode == _STROKED
        )
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(text_page, index, ctypes.byref(matrix))
        size = float(pdfium.FPDFText_GetFontSize(text_page, index)) * (math.hypot(matrix.c, matrix.d) or 1.0)
        colour = [ctypes.c_uint() for _ in range(4)]
        known = pdfium.FPDFText_GetFillColor(text_page, index, *(ctypes.byref(one) for one in colour))
        pale = bool(known) and (all(one.value >= _PALE for one in colour[:3]) or colour[3].value == 0)
        look = _Look(font, size, bold, self._turn(matrix), pale and mode != _INVISIBLE)
        self._looks[_GET_OBJECT(text_page, index) or -1] = look
        return look

    def _turn(self, matrix: Any) -> int:  # noqa: ANN401 - a structure of the bindings
        angle = math.degrees(math.atan2(matrix.b, matrix.a)) - 90 * self._rotation
        nearest = round(angle / 90) * 90
        return nearest % 360 if abs(angle - nearest) <= _SLANT else -1

    # ---- lines, areas and pictures
    def _read_objects(self, handles: Iterator[Any], matrix: Matrix, depth: int) -> None:
        for handle in handles:
            self._objects += 1
            if self._objects > OBJECTS_LIMIT:
                return
            kind = pdfium.FPDFPageObj_GetType(handle)
            if kind == pdfium.FPDF_PAGEOBJ_PATH:
                self._read_path(handle, combined(matrix_of(handle), matrix))
            elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                self._content.images.append(self._placed((0, 0, 1, 1), combined(matrix_of(handle), matrix)))
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _NESTING_LIMIT:
                count = max(0, pdfium.FPDFFormObj_CountObjects(handle))
                inner = (pdfium.FPDFFormObj_GetObject(handle, index) for index in range(count))
                self._read_objects(inner, combined(matrix_of(handle), matrix), depth + 1)

    def _placed(self, box: tuple[float, float, float, float], matrix: Matrix) -> Box:
        a, b, c, d, e, f = matrix
        corners = [(a * x + c * y + e, b * x + d * y + f) for x in (box[0], box[2]) for y in (box[1], box[3])]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return self._boxed(min(xs), min(ys), max(xs), max(ys))

    def _read_path(self, handle: Any, matrix: Matrix) -> None:  # noqa: ANN401 - an opaque handle
        count = pdfium.FPDFPath_CountSegments(handle)
        if not 1 < count <= _SEGMENTS_LIMIT:
            return
        filling, stroking = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDFPath_GetDrawMode(handle, ctypes.byref(filling), ctypes.byref(stroking))
        for figure in figures(handle, count):
            points = [self._moved(point, matrix) for point in figure]
            if stroking.value:
                for start, end in pairwise(points):
                    self._rule(Box(*map(min, start, end), *map(max, start, end)))
            if filling.value and len(points) > 2:  # noqa: PLR2004 - an area has three corners
                xs, ys = [x for x, _ in points], [y for _, y in points]
                self._area(Box(min(xs), min(ys), max(xs), max(ys)), handle)

    def _moved(self, point: tuple[float, float], matrix: Matrix) -> tuple[float, float]:
        (x, y), (a, b, c, d, e, f) = point, matrix
        return self._shown(a * x + c * y + e, b * x + d * y + f)

    def _rule(self, box: Box) -> None:
        width, height = box.x1 - box.x0, box.y1 - box.y0
        if height <= _STRAIGHT < width:
            self._content.across.append(box)
        elif width <= _STRAIGHT < height:
            self._content.down.append(box)

    def _area(self, box: Box, handle: Any) -> None:  # noqa: ANN401 - an opaque handle
        """A thin area is a ruling line; any other is a background, if it has a colour."""
        width, height = box.x1 - box.x0, box.y1 - box.y0
        if height <= _THIN and width > _SHORT:
            self._content.across.append(box)
        elif width <= _THIN and height > _SHORT:
            self._content.down.append(box)
        elif width > _THIN and height > _THIN:
            colour = [ctypes.c_uint() for _ in range(4)]
            known = pdfium.FPDFPageObj_GetFillColor(handle, *(ctypes.byref(one) for one in colour))
            if known and not all(one.value >= _PALE for one in colour[:3]) and colour[3].value:
                self._content.fills.append(box)

    # ---- annotations
    def _read_annotations(self) -> None:
        for index in range(max(0, pdfium.FPDFPage_GetAnnotCount(self._page))):
            annotation = pdfium.FPDFPage_GetAnnot(self._page, index)
            kind = pdfium.FPDFAnnot_GetSubtype(annotation) if annotation else pdfium.FPDF_ANNOT_POPUP
            if kind == pdfium.FPDF_ANNOT_WIDGET:
                self._content.fields += 1
            elif kind not in _OBVIOUS:
                self._content.comments += 1
            if annotation:
                pdfium.FPDFPage_CloseAnnot(annotation)

    def _read_links(self) -> None:
        position, link = ctypes.c_int(0), pdfium.FPDF_LINK()
        while pdfium.FPDFLink_Enumerate(self._page, ctypes.byref(position), ctypes.byref(link)):
            action = pdfium.FPDFLink_GetAction(link)
            size = pdfium.FPDFAction_GetURIPath(self._document, action, None, 0) if action else 0
            if size > 1:
                buffer = ctypes.create_string_buffer(size)
                pdfium.FPDFAction_GetURIPath(self._document, action, buffer, size)
                self._content.links.append(buffer.value.decode("utf-8", "replace"))
