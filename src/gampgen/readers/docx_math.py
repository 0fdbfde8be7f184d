"""Formulas of Word (Office Math, ECMA-376 part 1, §22.1) on one line of text: "m/s²", "√(x)"."""

from __future__ import annotations

from typing import Final

from gampgen.readers.docx_names import M
from gampgen.readers.package import Element
from gampgen.readers.scripts import lowered, raised

_MANY: Final = 1


def linear(element: Element) -> str:
    """A formula's text on one line: fractions with "/", powers and indices raised and lowered."""
    if element.tag == M + "t":
        return element.text or ""
    reader = _READERS.get(element.tag)
    return reader(element) if reader else "".join(linear(child) for child in element)


def _part(element: Element, name: str) -> str:
    found = element.find(M + name)
    return "" if found is None else linear(found)


def _grouped(text: str) -> str:
    return text if len(text) <= _MANY or text.isalnum() or (text[0], text[-1]) == ("(", ")") else f"({text})"


def _fraction(element: Element) -> str:
    return f"{_grouped(_part(element, 'num'))}/{_grouped(_part(element, 'den'))}"


def _power(text: str) -> str:
    up = raised(text)
    return up if up != text or not text else f"^{_grouped(text)}"


def _index(text: str) -> str:
    down = lowered(text)
    return down if down != text or not text else f"_{_grouped(text)}"


def _superscript(element: Element) -> str:
    return _part(element, "e") + _index(_part(element, "sub")) + _power(_part(element, "sup"))


def _root(element: Element) -> str:
    degree = _part(element, "deg")
    return f"{raised(degree)}√{_grouped(_part(element, 'e'))}"


def _delimited(element: Element) -> str:
    properties = element.find(M + "dPr")
    opening, closing = _mark(properties, "begChr", "("), _mark(properties, "endChr", ")")
    inside = _mark(properties, "sepChr", "|").join(linear(child) for child in element.iterfind(M + "e"))
    return f"{opening}{inside}{closing}"


def _large(element: Element) -> str:
    operator = _mark(element.find(M + "naryPr"), "chr", "∫")
    return f"{operator}{_index(_part(element, 'sub'))}{_power(_part(element, 'sup'))} {_part(element, 'e')}"


def _mark(properties: Element | None, name: str, default: str) -> str:
    found = None if properties is None else properties.find(M + name)
    return default if found is None else found.get(M + "val", "")


_READERS: Final = {
    M + "f": _fraction,
    M + "sSup": _superscript,
    M + "sSub": _superscript,
    M + "sSubSup": _superscript,
    M + "rad": _root,
    M + "d": _delimited,
    M + "nary": _large,
}
