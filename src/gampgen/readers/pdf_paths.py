"""Drawn objects of a PDF page: how they lie, and the corners of their figures."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any, Final

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]  # the bindings ship no types

Matrix = tuple[float, float, float, float, float, float]
STILL: Final[Matrix] = (1, 0, 0, 1, 0, 0)


def combined(inner: Matrix, outer: Matrix) -> Matrix:
    """One transformation for two, the inner one first."""
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def matrix_of(handle: Any) -> Matrix:  # noqa: ANN401 - an opaque handle
    """How a drawn object lies in what holds it; as it is drawn, where PDFium does not tell."""
    found = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(handle, ctypes.byref(found)):
        return STILL
    return found.a, found.b, found.c, found.d, found.e, found.f


def figures(handle: Any, count: int) -> Iterator[list[tuple[float, float]]]:  # noqa: ANN401 - an opaque handle
    """The figures of a path as their corners; one with a curve in it is no ruling line and left out."""
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    curved = False
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(handle, index)
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1 and not curved:
                yield points
            points, curved = [], False
        curved = curved or kind == pdfium.FPDF_SEGMENT_BEZIERTO
        points.append((x.value, y.value))
        if pdfium.FPDFPathSegment_GetClose(segment) and points:
            points.append(points[0])
    if len(points) > 1 and not curved:
        yield points
