"""The order of work: the suite as JSON, then what people read, each file named by the digest of the suite."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from gampgen.domain.suite import OQTestSuite
from gampgen.errors import OutputError
from gampgen.rendering import suite_json
from gampgen.rendering.composing import compose
from gampgen.rendering.interface import Deliverable
from gampgen.rendering.protocol_docx import WordProtocol
from gampgen.rendering.protocol_markdown import MarkdownProtocol
from gampgen.rendering.report_html import HtmlReport
from gampgen.rendering.traceability_xlsx import TraceabilityWorkbook


def write(suite: OQTestSuite, folder: Path, template: Path | None) -> Iterator[Path]:
    """See `gampgen.rendering.render`."""
    record = suite_json.suite_json(suite)
    yield _written(folder / suite_json.FILE_NAME, record)
    content = compose(suite, hashlib.sha256(record).hexdigest())
    for deliverable in _deliverables(template):
        yield _written(folder / deliverable.file_name, deliverable.render(content))


def _deliverables(template: Path | None) -> tuple[Deliverable, ...]:
    return (WordProtocol(template), MarkdownProtocol(), TraceabilityWorkbook(), HtmlReport())


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
