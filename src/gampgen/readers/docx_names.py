"""Names of WordprocessingML (ECMA-376 part 1, §17) and how their values are read."""

from __future__ import annotations

from typing import Final

from gampgen.errors import DamagedInputError
from gampgen.readers.package import Element

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
VAL: Final = W + "val"

PARAGRAPH: Final = W + "p"
RUN: Final = W + "r"
TABLE: Final = W + "tbl"
ROW: Final = W + "tr"
CELL: Final = W + "tc"
CONTROL: Final = W + "sdt"
INSERTED: Final = W + "ins"
DELETED: Final = W + "del"
MOVED_FROM: Final = W + "moveFrom"
MOVED_TO: Final = W + "moveTo"
ALTERNATE: Final = MC + "AlternateContent"
TEXT_BOX: Final = W + "txbxContent"

_OFF: Final = frozenset({"0", "false", "off", "none"})
_DIGITS: Final = 9  # more are never meant


def value(parent: Element | None, name: str) -> str | None:
    """The `w:val` of the child `w:name`, or None where either is missing."""
    found = None if parent is None else parent.find(W + name)
    return None if found is None else found.get(VAL)


def is_on(parent: Element | None, name: str) -> bool | None:
    """A toggle such as `w:b`: True or False where it is written, None where it is not."""
    found = None if parent is None else parent.find(W + name)
    return None if found is None else found.get(VAL, "1") not in _OFF


def has_ground(properties: Element | None) -> bool:
    """True where properties set a background that is not white (`w:shd`, `w:highlight`)."""
    if properties is None:
        return False
    shading = properties.find(W + "shd")
    filled = shading is not None and shading.get(W + "fill", "auto").upper() not in {"AUTO", "FFFFFF"}
    return filled or value(properties, "highlight") not in {None, "none", "white"}


def whole(text: str | None, *, low: int, high: int, what: str, default: int) -> int:
    """A whole number between `low` and `high`; `default` where `text` is None.

    Raises:
        DamagedInputError: no number, or out of range: no word processor writes such a value.
    """
    if text is None:
        return default
    digits = text.strip()
    plain = digits.removeprefix("-")
    if plain.isascii() and plain.isdigit() and len(plain) <= _DIGITS and low <= int(digits) <= high:
        return int(digits)
    raise DamagedInputError(
        f"The document has {what} {text[:30]!r}; {low} to {high} are possible",
        hint="Open it in Word, save it again, and check that it is complete.",
    )


def alternative(element: Element) -> Element | None:
    """The one branch of `mc:AlternateContent` to read: the first choice that holds text, else the fallback.

    The branches hold the same content for programs of different age; reading two would show it twice.
    """
    branches = [child for child in element if child.tag in {MC + "Choice", MC + "Fallback"}]
    with_text = (branch for branch in branches if next(branch.iter(TEXT_BOX, RUN, M + "r"), None) is not None)
    return next(with_text, branches[0] if branches else None)
