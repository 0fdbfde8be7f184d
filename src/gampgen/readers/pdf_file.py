"""A PDF as a whole, opened through PDFium."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]  # the bindings ship no types

from gampgen.errors import DamagedInputError, EncryptedInputError, InputError, UnsupportedInputError
from gampgen.readers.pdf_content import PageContent
from gampgen.readers.pdf_page import PageReader

PAGES_LIMIT: Final = 2_000
"""Pages that one document may have."""
_UNLOCK: Final = "Open it with its password in a PDF viewer and print it into a new PDF without one."
_XFA: Final = {pdfium.FORMTYPE_XFA_FULL, pdfium.FORMTYPE_XFA_FOREGROUND}


@contextmanager
def opened(data: bytes) -> Iterator[PdfFile]:
    """The PDF whose bytes are `data`.

    Raises:
        EncryptedInputError: it needs a password. UnsupportedInputError: a dynamic form (XFA).
        DamagedInputError: it cannot be opened, or has too many pages.
    """
    pdfium.FPDF_InitLibrary()
    held = ctypes.c_char_p(data)  # no copy: `data` must live as long as the document is open
    document = pdfium.FPDF_LoadMemDocument64(ctypes.cast(held, ctypes.c_void_p), len(data), None)
    if not document:
        raise _refusal(pdfium.FPDF_GetLastError())
    try:
        yield PdfFile(document)
    finally:
        pdfium.FPDF_CloseDocument(document)


def _refusal(code: int) -> InputError:
    if code in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}:
        return EncryptedInputError("The PDF is protected by a password", hint=_UNLOCK)
    return _damaged("The file is a damaged PDF")


def _damaged(title: str) -> DamagedInputError:
    return DamagedInputError(
        title, hint="Open it in a PDF viewer, print it into a new PDF, and check that it is complete."
    )


class PdfFile:
    """An open PDF; `opened` makes it. The handle is opaque, hence untyped."""

    def __init__(self, document: Any) -> None:  # noqa: ANN401 - an opaque handle
        self._document = document
        self.count = int(pdfium.FPDF_GetPageCount(document))
        if pdfium.FPDF_GetFormType(document) in _XFA:
            raise UnsupportedInputError(
                "The file is a dynamic form (XFA), whose pages are not stored in it",
                hint="Print it into a new PDF with the program that shows it.",
            )
        if self.count < 1:
            raise _damaged("The PDF has no page")
        if self.count > PAGES_LIMIT:
            raise DamagedInputError(f"The PDF has more than {PAGES_LIMIT:,} pages", hint="Split it.")

    def title(self) -> str:
        """The title property, or ""."""
        size = pdfium.FPDF_GetMetaText(self._document, b"Title", None, 0)
        buffer = ctypes.create_string_buffer(size)
        pdfium.FPDF_GetMetaText(self._document, b"Title", buffer, size)
        return bytes(buffer.raw).decode("utf-16-le", "replace").partition("\0")[0].strip()

    def scripts(self) -> int:
        """Pieces of program code in the file."""
        return max(0, int(pdfium.FPDFDoc_GetJavaScriptActionCount(self._document)))

    def attachments(self) -> int:
        """Files inside the file."""
        return max(0, int(pdfium.FPDFDoc_GetAttachmentCount(self._document)))

    def pages(self) -> Iterator[PageContent]:
        """The pages in order.

        Raises:
            DamagedInputError: a page cannot be loaded, or holds too much.
        """
        for index in range(self.count):
            page = pdfium.FPDF_LoadPage(self._document, index)
            if not page:
                raise _damaged(f"Page {index + 1} of the PDF cannot be loaded")
            try:
                yield PageReader(self._document, page, index + 1).read()
            finally:
                pdfium.FPDF_ClosePage(page)
