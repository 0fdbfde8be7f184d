"""Makes the README's pictures out of a sample's real outputs: docs/images/*.png.

    python tools/readme_pictures.py

Needs Chromium and LibreOffice. The pictures are small: 256 colours, at most 1,000 points wide.
"""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
from pathlib import Path

import browser
import pypdfium2
from PIL import Image

from gampgen.rendering.protocol_pdf import protocol_pdf

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "docs" / "images"
SAMPLE = ROOT / "sample_urs" / "monitoring_urs.docx"
SHOWN = "OQ-EMS-111-below-1.9-degc-restart-9-minutes"


def saved(picture: Image.Image, name: str) -> None:
    """A picture in few colours, so that the repository stays small."""
    picture.thumbnail((1000, 1400))
    picture.convert("RGB").quantize(colors=256, dither=Image.Dither.NONE).save(IMAGES / name, optimize=True)


def of_the_report(folder: Path) -> None:
    """The pictures of the report and of the audit report."""
    with browser.running() as page:
        for name, file, place, height, dark in (
            ("report_test.png", "report.html", "", 760, False),
            ("report_risk.png", "report.html", "", 640, True),
            ("audit_timeline.png", "audit_report.html", "#timeline", 520, False),
        ):
            page.shape(1180, height, dark=dark)
            page.open(folder / file)
            target = f"[...document.querySelectorAll('summary b')].find((one) => one.textContent === '{SHOWN}')"
            if name == "report_test.png":
                page.ask(f"location.hash = ({target} || document.querySelector('#t1 b')).closest('details').id")
            elif name == "report_risk.png":
                page.ask("document.querySelector('.pair').previousElementSibling.scrollIntoView()")
            else:
                page.ask(f"location.hash = '{place}'")
            saved(Image.open(io.BytesIO(page.picture())), name)


def of_the_protocol(folder: Path) -> None:
    """The cover and a script of the protocol, side by side."""
    document = pypdfium2.PdfDocument(protocol_pdf((folder / "oq_protocol.docx").read_bytes()))
    script = next(
        number
        for number in range(len(document))
        if "Acceptance criterion" in document[number].get_textpage().get_text_range()
    )
    pages = [document[number].render(scale=0.95).to_pil() for number in (0, script)]
    sheet = Image.new("RGB", (sum(page.width for page in pages) + 30, max(page.height for page in pages)), "#d5dde5")
    at = 0
    for page in pages:
        sheet.paste(page, (at, 0))
        at += page.width + 30
    saved(sheet, "protocol.png")


def main() -> None:
    """Make the pictures."""
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "oq"
        command = [sys.executable, "-m", "gampgen", "generate", str(SAMPLE), "--out", str(folder)]
        subprocess.run([*command, "--no-key", "--quiet", "--fail-on", "never"], check=True)  # noqa: S603 - our own program
        of_the_report(folder)
        of_the_protocol(folder)


if __name__ == "__main__":
    main()
