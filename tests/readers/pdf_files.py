"""PDF files made from content streams written by hand, so that each test shows exactly what stands where.

Positions are in points from the bottom left corner of a page of 600 × 800 points. F1 is Helvetica, F2 its bold face;
Helvetica's letters are about half as wide as they are high.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from gampgen.domain.document import Heading, Paragraph, Table, UrsDocument
from gampgen.readers import read
from gampgen.settings import ReadSettings

WIDTH, HEIGHT = 600, 800


def text(x: float, y: float, said: str, size: float = 10, *, bold: bool = False, turn: str = "1 0 0 1") -> str:
    """A line of text that begins at (x, y); `turn` is the matrix that it is set with."""
    escaped = said.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F{2 if bold else 1} {size} Tf {turn} {x} {y} Tm ({escaped}) Tj ET\n"


def lines(x: float, y: float, *said: str, size: float = 10, pitch: float = 12, bold: bool = False) -> str:
    """Lines below each other, the first at (x, y)."""
    return "\n".join(text(x, y - index * pitch, line, size, bold=bold) for index, line in enumerate(said))


def rule(x0: float, y0: float, x1: float, y1: float) -> str:
    """A ruling line."""
    return f"0.5 w {x0} {y0} m {x1} {y1} l S\n"


def grid(xs: Sequence[float], ys: Sequence[float]) -> str:
    """All rules of a table with these edges."""
    across = [rule(xs[0], y, xs[-1], y) for y in ys]
    return "\n".join([*across, *(rule(x, ys[0], x, ys[-1]) for x in xs)])


def pdf_bytes(*pages: str, images: bool = False, extra: str = "", info: str = "") -> bytes:
    """A PDF with a page for each content stream. `extra` goes into the catalogue; `images` offers /Im on each page."""
    kids = " ".join(f"{10 + 2 * n} 0 R" for n in range(len(pages)))
    parts = {
        1: f"<</Type/Catalog/Pages 2 0 R{extra}>>".encode(),
        2: f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode(),
        3: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        4: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>",
        5: stream(
            b"\xff" * 300, "/Type/XObject/Subtype/Image/Width 10/Height 10/BitsPerComponent 8/ColorSpace/DeviceRGB"
        ),
        6: f"<<{info}>>".encode("cp1252"),
    }
    offered = "/XObject<</Im 5 0 R>>" if images else ""
    for n, content in enumerate(pages):
        resources = f"/Resources<</Font<</F1 3 0 R/F2 4 0 R>>{offered}>>"
        parts[10 + 2 * n] = (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]{resources}/Contents {11 + 2 * n} 0 R>>".encode()
        )
        parts[11 + 2 * n] = stream(content.encode("cp1252"))
    return assembled(parts)


def stream(data: bytes, entries: str = "") -> bytes:
    """A stream object."""
    return f"<<{entries}/Length {len(data)}>>\nstream\n".encode() + data + b"\nendstream"


def assembled(parts: dict[int, bytes]) -> bytes:
    """Objects with their cross-reference table."""
    made, places = bytearray(b"%PDF-1.7\n"), {}
    for number, part in sorted(parts.items()):
        places[number] = len(made)
        made += f"{number} 0 obj\n".encode() + part + b"\nendobj\n"
    start, count = len(made), max(parts) + 1
    made += f"xref\n0 {count}\n0000000000 65535 f \n".encode()
    for number in range(1, count):
        made += (f"{places[number]:010d} 00000 n \n" if number in places else "0000000000 65535 f \n").encode()
    made += f"trailer <</Size {count}/Root 1 0 R/Info 6 0 R>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(made)


def pdf(folder: Path, *pages: str, settings: ReadSettings | None = None, **options: object) -> UrsDocument:
    """The document that is read from a PDF of these pages."""
    path = folder / "urs.pdf"
    path.write_bytes(pdf_bytes(*pages, **options))  # type: ignore[arg-type]
    return read(path, settings or ReadSettings())


def said(document: UrsDocument) -> list[str]:
    """The blocks in short: "# 1 title" for headings, "• text" for list items, rows as "a | b"."""
    found: list[str] = []
    for block in document.blocks:
        if isinstance(block, Heading):
            found.append(" ".join(part for part in ("#" * block.level, block.number, block.text) if part))
        elif isinstance(block, Paragraph):
            found.append(f"{block.label} {block.text}".strip())
        else:
            found.extend(rows(block))
    return found


def rows(table: Table) -> list[str]:
    """The rows of a table, cells parted by " | ", lines of a cell by " / "."""
    return [" | ".join(" / ".join(cell.lines) for cell in row.cells) for row in table.rows]
