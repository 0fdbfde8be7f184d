"""The order of work: the suite as JSON, then what people read, each file named by the digest of the suite."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from gampgen.domain.suite import OQTestSuite
from gampgen.errors import OutputError
from gampgen.rendering import suite_json
from gampgen.rendering.composing import compose
from gampgen.rendering.content import Content
from gampgen.rendering.interface import Deliverable
from gampgen.rendering.protocol_docx import WordProtocol
from gampgen.rendering.protocol_markdown import MarkdownProtocol
from gampgen.rendering.report_html import HtmlReport
from gampgen.rendering.traceability_xlsx import TraceabilityWorkbook
from gampgen.rendering.wording import english, wording_of
from gampgen.settings.house_style import HouseStyle


def write(suite: OQTestSuite, folder: Path, style: HouseStyle) -> Iterator[Path]:
    """See `gampgen.rendering.render`."""
    record = suite_json.suite_json(suite)
    yield _written(folder / suite_json.FILE_NAME, record)
    digest = hashlib.sha256(record).hexdigest()
    plain, own = english(style), wording_of(style)
    in_english = compose(suite, digest, plain, style)
    in_own_words = in_english if own.language is plain.language else compose(suite, digest, own, style)
    made: tuple[tuple[Deliverable, Content], ...] = (
        (WordProtocol(style), in_own_words),
        (MarkdownProtocol(own), in_own_words),
        (TraceabilityWorkbook(style.document.paper), in_english),
        (HtmlReport(), in_english),
    )
    for deliverable, content in made:
        rendered = deliverable.render(content)
        yield _written(folder / deliverable.file_name, rendered)
        if isinstance(deliverable, WordProtocol) and style.document.pdf:
            from gampgen.rendering import protocol_pdf  # noqa: PLC0415 - only where a PDF is asked for

            yield _written(folder / protocol_pdf.FILE_NAME, protocol_pdf.protocol_pdf(rendered))


def _written(path: Path, content: bytes) -> Path:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise OutputError(
            f"{path.name} cannot be written: {error.strerror or error}",
            hint="Check free space and the right to write in the output folder.",
            where=str(path),
        ) from error
    return path
