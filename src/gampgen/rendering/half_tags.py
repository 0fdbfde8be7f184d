"""Tags of a Word template that are opened or closed only: filling in would take what follows away without a word."""

from __future__ import annotations

import re
from html import unescape

from gampgen.rendering.templates import TemplateError

_PARAGRAPH = re.compile(r"<w:p[ >].*?</w:p>", re.DOTALL)
_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")
_WHOLE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_HALF = re.compile(r"\{[{%#].{0,60}|.{0,60}[}%#]\}", re.DOTALL)


def refuse_half_tags(part: str, name: str) -> None:
    """Look through the XML of a template's part.

    Args:
        part: body, header or footer.
        name: the template, as the failure names it.

    Raises:
        TemplateError: a paragraph holds half a tag.
    """
    for paragraph in _PARAGRAPH.finditer(part):
        text = unescape("".join(_TEXT.findall(paragraph[0])))
        half = _HALF.search(_WHOLE.sub("", text))
        if half:
            raise TemplateError(
                f"A tag of the template is only half there: {half[0].strip()}",
                hint="Write each tag from {{ to }}, or from {% to %}, within one paragraph.",
                where=f"{name}, in the paragraph “{text[:80]}”",
            )
