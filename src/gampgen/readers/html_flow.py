"""Markup (HTML, and the XHTML inside ReqIF) to lines and tables in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from gampgen.domain.location import Location
from gampgen.errors import DamagedInputError
from gampgen.readers.characters import Characters
from gampgen.readers.html_look import Declarations, StyleSheet, declarations, emboldens
from gampgen.readers.labels import split_item
from gampgen.readers.notices import Notices
from gampgen.readers.number_words import in_format
from gampgen.readers.package import Element, local_name
from gampgen.readers.rules import Noticed
from gampgen.readers.scripts import lowered, raised

NESTING_LIMIT: Final = 150
"""How deep elements may be nested."""
LINES_LIMIT: Final = 200_000
"""Paragraphs that a page may have."""
_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
_BLOCKS: Final = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "ul",
        "table",
        "caption",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
    ]
) | frozenset(_HEADINGS)
_SKIPPED: Final = frozenset(
    {"script", "style", "template", "noscript", "head", "title", "meta", "link", "base", "colgroup"}
)
_ELSEWHERE: Final = frozenset({"iframe", "frame", "object", "embed", "applet", "portal"})
_DRAWN: Final = frozenset({"img", "svg", "canvas", "video", "audio", "picture"})
_BOLD_TAGS: Final = frozenset({"b", "strong", "th"})
_STRUCK_TAGS: Final = frozenset({"s", "strike", "del"})
_FIELDS: Final = frozenset({"input", "textarea", "select"})
_SPACE: Final = re.compile(r"[ \t\r\n\f]+")
_COUNTS: Final = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "decimal": "decimal",
    "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter", "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter", "lower-roman": "lowerRoman", "upper-roman": "upperRoman",
    "decimal-leading-zero": "decimalZero",
}  # fmt: skip
_WHOLE: Final = re.compile(r"-?\d{1,6}")


@dataclass(frozen=True, slots=True)
class MarkupLine:
    """A paragraph as shown. `heading` is its level or None; `label` the bullet or number of a list item."""

    text: str
    label: str = ""
    automatic: bool = False
    depth: int | None = None
    lead: str = ""
    heading: int | None = None

    def shown(self) -> str:
        """The label and the text as one."""
        return f"{self.label} {self.text}".strip()


@dataclass(frozen=True, slots=True)
class _State:
    """What an element hands down to what stands in it."""

    bold: bool = False
    struck: bool = False
    kept: bool = False  # white space is kept, as in <pre>
    script: int = 0


@dataclass(slots=True)
class _List:
    kind: str
    number: int = 0
    step: int = 1


@dataclass(slots=True)
class MarkupFlow:
    """Walks markup. `place` is where findings point to; whoever consumes the lines moves it on."""

    notices: Notices
    characters: Characters
    sheet: StyleSheet = field(default_factory=StyleSheet)
    place: Location | None = None
    _texts: list[tuple[str, bool]] = field(default_factory=list)
    _struck: list[str] = field(default_factory=list)
    _lists: list[_List] = field(default_factory=list)
    _label: tuple[str, bool] | None = None
    _lines: int = 0
    _nested: int = 0

    def items(self, root: Element) -> Iterator[MarkupLine | Element]:
        """Lines, and tables as elements, in reading order."""
        yield from self._element(root, _State())
        yield from self._flush()

    def _element(self, element: Element, state: _State) -> Iterator[MarkupLine | Element]:
        name = local_name(element).lower()
        style = declarations(element.get("style") or "")
        if name in _SKIPPED or self._is_unread(element, name):
            return
        if self.sheet.hides(element, style):
            self._note_hidden(element)
            return
        self._nested += 1
        if self._nested > NESTING_LIMIT:
            raise DamagedInputError(f"Elements are nested more than {NESTING_LIMIT} deep", hint="Save the page again.")
        if name == "table":
            yield from self._flush()
            yield element
        elif name in _BLOCKS:
            yield from self._flush()
            yield from self._block(element, name, style, state)
        else:
            yield from self._inline(element, name, style, state)
        self._nested -= 1

    def _is_unread(self, element: Element, name: str) -> bool:
        """True for what is shown and cannot be read, which is noted; of an object, what stands in its place is read."""
        if name in _ELSEWHERE:
            if element.get("src") or element.get("data"):
                self.notices.note(Noticed.UNREAD_CONTENT, self.place, f"<{name}>")
            return name != "object"
        if name in _FIELDS:
            if element.get("type") != "hidden":
                self.notices.note(Noticed.UNREAD_CONTENT, self.place, "a form field")
            return True
        if name in _DRAWN:
            self.notices.note(Noticed.PICTURES, self.place)
            return True
        return False

    def _note_hidden(self, element: Element) -> None:
        text = _SPACE.sub(" ", "".join(str(part) for part in element.itertext())).strip()
        if text:
            self.notices.note(Noticed.HIDDEN_TEXT, self.place, self.characters.clean(text))

    def _block(self, element: Element, name: str, style: Declarations, state: _State) -> Iterator[MarkupLine | Element]:
        inner = _State(emboldens(style, state.bold or name in _BOLD_TAGS), state.struck, state.kept or name == "pre")
        if name in {"ul", "ol", "menu", "dir"}:
            self._lists.append(_list(element, name, style))
            yield from self._inside(element, inner)
            self._lists.pop()
        elif name == "li":
            self._label = self._next_label(element, style)
            yield from self._inside(element, inner)
            yield from self._flush()
            self._label = None
        else:
            yield from self._inside(element, inner)
            yield from self._flush(_HEADINGS.get(name))
        yield from self._flush()

    def _inside(self, element: Element, state: _State) -> Iterator[MarkupLine | Element]:
        self._add(element.text, state)
        for child in element:
            if isinstance(child.tag, str):
                yield from self._element(child, state)
            self._add(child.tail, state)

    def _inline(
        self, element: Element, name: str, style: Declarations, state: _State
    ) -> Iterator[MarkupLine | Element]:
        if name == "br":
            self._texts.append(("\n", state.bold))
            return
        target = element.get("href") or ""
        if name == "a" and "://" in target:
            self.notices.note(Noticed.EXTERNAL_LINKS, self.place, target)
        struck = state.struck or name in _STRUCK_TAGS or "line-through" in style.get("text-decoration", "")
        script = {"sup": 1, "sub": -1}.get(name, state.script)
        yield from self._inside(
            element, _State(emboldens(style, state.bold or name in _BOLD_TAGS), struck, state.kept, script)
        )

    def _add(self, text: str | None, state: _State) -> None:
        if not text:
            return
        if not state.kept:
            text = _SPACE.sub(" ", text)
        if state.script:
            text = raised(text) if state.script > 0 else lowered(text)
        if state.struck:
            self._struck.append(text)
        self._texts.append((text, state.bold))

    def _flush(self, heading: int | None = None) -> Iterator[MarkupLine]:
        """The paragraph gathered so far, if it holds anything."""
        texts, self._texts = self._texts, []
        struck, self._struck = "".join(self._struck).strip(), []
        if struck:
            self.notices.note(Noticed.STRUCK_TEXT, self.place, self.characters.clean(struck))
        text = self._tidy("".join(text for text, _ in texts))
        if not text:
            return
        self._lines += 1
        if self._lines > LINES_LIMIT:
            raise DamagedInputError(f"The page has more than {LINES_LIMIT:,} paragraphs", hint="Split it.")
        lead = self._tidy(_bold_beginning(texts))
        depth = len(self._lists) - 1 if self._lists else None
        (label, automatic), self._label = self._label or ("", False), None
        if not label and depth is None and heading is None:
            label, text = split_item(text)
            depth = 0 if label else None
        lead = lead if text.startswith(lead) else ""
        yield MarkupLine(text, label, automatic, depth, lead, heading)

    def _tidy(self, text: str) -> str:
        cleaned = self.characters.clean(text, self.place)
        lines = (_SPACE.sub(" ", line).strip() for line in cleaned.split("\n"))
        return "\n".join(line for line in lines if line)

    def _next_label(self, item: Element, style: Declarations) -> tuple[str, bool]:
        if not self._lists:
            return "•", False
        current = self._lists[-1]
        stated = item.get("value") or ""
        if _WHOLE.fullmatch(stated):
            current.number = int(stated)
        number = current.number
        current.number += current.step
        kind = style.get("list-style-type", current.kind)
        if kind in _COUNTS:
            return (f"{in_format(number, _COUNTS[kind])}." if number > 0 else f"{number}."), True
        return ("" if kind == "none" else "•"), False


def _list(element: Element, name: str, style: Declarations) -> _List:
    if name != "ol":
        return _List(style.get("list-style-type", "disc"))
    stated = element.get("start") or ""
    turned = element.get("reversed") is not None
    first = sum(isinstance(child.tag, str) for child in element) if turned else 1
    number = int(stated) if _WHOLE.fullmatch(stated) else first
    return _List(style.get("list-style-type") or element.get("type") or "1", number, -1 if turned else 1)


def _bold_beginning(texts: list[tuple[str, bool]]) -> str:
    bold: list[str] = []
    for text, is_bold in texts:
        if text.strip() and not is_bold:
            break
        bold.append(text)
    return "".join(bold) if any(is_bold and text.strip() for text, is_bold in texts) else ""
