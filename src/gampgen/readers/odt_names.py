"""Names of OpenDocument (ODF 1.3, part 3) and how their values are read."""

from __future__ import annotations

import re
from typing import Final

from gampgen.readers.package import Element

_URN: Final = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
OFFICE: Final = _URN % "office"
TEXT: Final = _URN % "text"
TABLE: Final = _URN % "table"
STYLE: Final = _URN % "style"
DRAW: Final = _URN % "drawing"
FO: Final = _URN % "xsl-fo-compatible"
XLINK: Final = "{http://www.w3.org/1999/xlink}"
XML_ID: Final = "{http://www.w3.org/XML/1998/namespace}id"
_WHOLE: Final = re.compile(r"\d{1,7}")


def whole(text: str | None, default: int) -> int:
    """A whole number, or `default` where there is none."""
    return int(text) if text is not None and _WHOLE.fullmatch(text) else default


def is_true(element: Element, name: str) -> bool:
    """True where an attribute says so."""
    return element.get(name) == "true"
