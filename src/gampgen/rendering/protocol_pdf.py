"""`oq_protocol.pdf`: the Word protocol as LibreOffice lays it out, or Typst where there is no LibreOffice."""

from __future__ import annotations

import hashlib
import io
import re
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path

from lxml import etree
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from gampgen.errors import OutputError
from gampgen.rendering.archive import fixed_archive
from gampgen.rendering.protocol_typst import typst_is_here, typst_pdf

FILE_NAME = "oq_protocol.pdf"
_USUAL_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:\\Program Files\\LibreOffice\\program\\soffice.exe",
)
_FILTER = (
    'pdf:writer_pdf_Export:{"ExportBookmarks":{"type":"boolean","value":"true"},'
    '"UseTaggedPDF":{"type":"boolean","value":"true"}}'
)
_SECONDS = 600
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PAGE_OF = re.compile(r"^\s*PAGEREF\s+(_Toc\d+)\b")
# What LibreOffice puts in of the moment or at random, each of a fixed length.
_MOMENT = (
    re.compile(rb"(?<=/CreationDate\(D:)[^)]*(?=\))"),
    re.compile(rb"(?<=/DocChecksum /)[0-9A-F]{32}"),
    re.compile(rb"(?<=/ID \[ <)[0-9A-F]{32}(?=>)"),
    re.compile(rb"(?<=\n<)[0-9A-F]{32}(?=> \])"),
)


def refuse_without_program() -> None:
    """Say that no PDF can be made here.

    Raises:
        OutputError: neither LibreOffice nor the extra `[pdf]` is installed.
    """
    if _office() is None and not typst_is_here():
        raise OutputError(
            "The PDF cannot be made: LibreOffice is not installed",
            hint="Install LibreOffice, or pip install 'gampgen[pdf]' for a plainer layout, or leave --pdf out",
        )


def _office() -> Path | None:
    """The LibreOffice of this machine."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    usual = (Path(place) for place in _USUAL_PLACES)
    return Path(found) if found else next((place for place in usual if place.is_file()), None)


def protocol_pdf(protocol: bytes) -> bytes:
    """The PDF of a Word protocol. The same protocol and program give the same bytes.

    LibreOffice lays it out twice: the first time tells the pages that the contents name.

    Raises:
        OutputError: no program is there, or it fails, or does not end in time.
    """
    refuse_without_program()
    program = _office()
    if program is None:
        return typst_pdf(protocol)
    pages = _pages(_converted(program, protocol))
    laid_out = _converted(program, _with_pages(protocol, pages)) if pages else _converted(program, protocol)
    digest = hashlib.sha256(protocol).hexdigest()[:32].upper().encode()
    for moment in _MOMENT[1:]:
        laid_out = moment.sub(digest, laid_out)
    return _MOMENT[0].sub(lambda match: b"19800101000000Z".ljust(len(match[0]))[: len(match[0])], laid_out)


def _converted(program: Path, protocol: bytes) -> bytes:
    with tempfile.TemporaryDirectory(prefix="gampgen-") as name:
        folder = Path(name)
        source, target = folder / "oq_protocol.docx", folder / FILE_NAME
        source.write_bytes(protocol)
        profile = (folder / "profile").as_uri()  # an own one: an office that is open would take the work and not do it
        command = [str(program), f"-env:UserInstallation={profile}", "--headless", "--convert-to", _FILTER]
        try:
            done = subprocess.run(  # noqa: S603 - the office of this machine, on a file that we made
                [*command, "--outdir", name, str(source)], capture_output=True, check=False, timeout=_SECONDS
            )
        except subprocess.TimeoutExpired as error:
            raise _failed(f"it did not end within {_SECONDS} s") from error
        except OSError as error:
            raise _failed(str(error)) from error
        if done.returncode or not target.is_file():
            raise _failed(done.stderr.decode(errors="replace").strip()[-300:] or f"it ended with {done.returncode}")
        return target.read_bytes()


def _failed(reason: str) -> OutputError:
    return OutputError(
        f"The PDF cannot be made: LibreOffice failed: {reason}",
        hint="Open oq_protocol.docx in LibreOffice to see why, or leave --pdf out",
    )


def _pages(pdf: bytes) -> tuple[int, ...]:
    """The page of each numbered section, from the bookmarks of the first level."""
    try:
        reader = PdfReader(io.BytesIO(pdf))
        marks = [mark for mark in reader.outline if not isinstance(mark, list)]
        numbers = [reader.get_destination_page_number(mark) for mark in marks]
    except PyPdfError as error:
        raise _failed(f"its PDF cannot be read ({error})") from error
    return tuple(number + 1 for number in numbers if number is not None)


def _with_pages(protocol: bytes, pages: tuple[int, ...]) -> bytes:
    """The protocol with the pages of its sections in the contents, where the template has such fields."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(protocol)) as source, zipfile.ZipFile(target, "w") as filled:
        for name in source.namelist():
            content = source.read(name)
            filled.writestr(name, _numbered(content, pages) if name == "word/document.xml" else content)
    return fixed_archive(target.getvalue())


def _numbered(body: bytes, pages: tuple[int, ...]) -> bytes:
    tree = etree.fromstring(body)
    codes = [code for code in tree.iter(f"{_W}instrText") if _PAGE_OF.match(code.text or "")]
    if len(codes) != len(pages):
        return body  # another template with other sections: its fields stay as they are
    for code, page in zip(codes, pages, strict=True):
        run = code.getparent()
        separator = run.getnext() if run is not None else None
        if separator is not None:
            shown = etree.Element(f"{_W}r")
            etree.SubElement(shown, f"{_W}t").text = str(page)
            separator.addnext(shown)
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
