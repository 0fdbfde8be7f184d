"""XML with a declaration, indented, the same bytes for the same tree. Texts must be visible ones already."""

from __future__ import annotations

import xml.etree.ElementTree as ET


def element(parent: ET.Element, name: str, text: str = "", /, **attributes: str) -> ET.Element:
    """A new element below `parent`."""
    made = ET.SubElement(parent, name, attributes)
    made.text = text or None
    return made


def document(root: ET.Element) -> bytes:
    """The file's bytes, UTF-8."""
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode", short_empty_elements=True)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()
