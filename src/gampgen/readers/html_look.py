"""What of a web page is shown: elements are hidden by attributes, styles, or simple rules of style sheets."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from gampgen.readers.package import Element

_RULE: Final = re.compile(r"([^{}]*)\{([^{}]*)\}")
_COMMENT: Final = re.compile(r"/\*[^*]*\*+(?:[^/*][^*]*\*+)*/")
_SIMPLE: Final = re.compile(r"[a-zA-Z0-9]*([.#][\w-]+)")
_DECLARATION: Final = re.compile(r"([\w-]+)\s*:\s*([^;]+)")
_BOLD: Final = frozenset({"bold", "bolder", "600", "700", "800", "900"})
_ZERO: Final = re.compile(r"0(?:\.0*)?(?:px|pt|em|rem|%)?")
_SHEET_LIMIT: Final = 1_000_000  # characters

Declarations = dict[str, str]


def declarations(style: str) -> Declarations:
    """A style's declarations, names and values in small letters."""
    found = (
        (name.lower(), said.lower().replace("!important", "").strip()) for name, said in _DECLARATION.findall(style)
    )
    return dict(found)


def hides(style: Declarations) -> bool:
    """True for a style under which nothing is shown."""
    return (
        style.get("display") == "none"
        or style.get("visibility") in {"hidden", "collapse"}
        or _ZERO.fullmatch(style.get("font-size", "x")) is not None
        or _ZERO.fullmatch(style.get("opacity", "x")) is not None
    )


def emboldens(style: Declarations, before: bool) -> bool:  # noqa: FBT001 - what holds without the style
    """True where text of this style is bold; `before` holds where the style does not say."""
    weight = style.get("font-weight")
    return before if weight is None or weight == "inherit" else weight in _BOLD


@dataclass(slots=True)
class StyleSheet:
    """The names (".note", "#draft") that a page's style sheets hide on every medium."""

    hidden: set[str] = field(default_factory=set)

    def read(self, sheets: Iterable[str]) -> None:
        """Adds the rules of style sheets; rules for a medium only are passed over."""
        for sheet in sheets:
            for selectors, style in _RULE.findall(_without_media(sheet[:_SHEET_LIMIT])):
                if hides(declarations(style)):
                    names = (_SIMPLE.fullmatch(selector.strip()) for selector in selectors.split(","))
                    self.hidden.update(name[1] for name in names if name)

    def hides(self, element: Element, style: Declarations) -> bool:
        """True where an element is not shown."""
        if element.get("hidden") is not None or hides(style):
            return True
        if not self.hidden:
            return False
        names = [f".{name}" for name in (element.get("class") or "").split()]
        return bool(self.hidden.intersection([*names, f"#{element.get('id')}"]))


def _without_media(sheet: str) -> str:
    """A style sheet without comments and without its blocks for a medium (`@media print {…}`)."""
    kept: list[str] = []
    depth = 0
    for piece in re.split(r"(@[^{};]*[{;]|[{}])", _COMMENT.sub("", sheet)):
        if depth == 0 and not (piece.startswith("@")):
            kept.append(piece)
        elif piece.startswith("@"):
            depth += piece.endswith("{")
        elif piece == "{":
            depth += 1
        elif piece == "}":
            depth -= 1
    return "".join(kept)
