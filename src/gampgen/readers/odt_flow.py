"""The text of an OpenDocument text (ODF 1.3, part 3, chapters 5 to 7) as lines and tables, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from gampgen.domain.location import Location
from gampgen.errors import DamagedInputError
from gampgen.readers.characters import Characters
from gampgen.readers.docx_story import Line
from gampgen.readers.labels import split_item
from gampgen.readers.notices import Notices
from gampgen.readers.odt_inline import Inline, Seen
from gampgen.readers.odt_names import DRAW, OFFICE, STYLE, TABLE, TEXT, XML_ID, is_true, whole
from gampgen.readers.odt_styles import Counter, Level, OdtStyles
from gampgen.readers.package import Element
from gampgen.readers.rules import Noticed

LINES_LIMIT: Final = 200_000
"""Paragraphs that one document may have."""
_NESTING_LIMIT: Final = 60
_INDEXES: Final = frozenset(
    TEXT + name
    for name in (
        "table-of-content", "illustration-index", "table-index", "object-index", "user-index", "alphabetical-index",
        "bibliography",
    )
)  # fmt: skip
_SKIPPED: Final = frozenset({
    TEXT + "tracked-changes", TEXT + "sequence-decls", TEXT + "variable-decls", TEXT + "user-field-decls",
    TEXT + "index-title-template", TEXT + "number", OFFICE + "forms", OFFICE + "annotation", STYLE + "style",
})  # fmt: skip
_NO_LEVELS: Final = tuple(Level() for _ in range(10))


@dataclass(slots=True)
class _Place:
    """Where in a list an item stands; `label` is what its first paragraph shows, None once it is shown."""

    counter: Counter
    depth: int
    label: str | None
    automatic: bool


@dataclass(slots=True)
class OdtFlow:
    """Walks the text. `place` is where findings point to; whoever consumes the lines moves it on."""

    styles: OdtStyles
    notices: Notices
    characters: Characters
    place: Location | None = None
    comments: int = 0
    _inline: Inline = field(init=False)
    _outline: Counter = field(init=False)
    _continued: dict[str, Counter] = field(default_factory=dict)
    _last: dict[str, Counter] = field(default_factory=dict)
    _lines: int = 0
    _nested: int = 0
    _contents: int = 0

    def __post_init__(self) -> None:
        self._inline = Inline(self.styles)
        self._outline = Counter(self.styles.lists.get("", _NO_LEVELS))

    def items(self, parent: Element, item: _Place | None = None) -> Iterator[Line | Element]:
        """Lines, and tables as elements, in reading order; text boxes and notes follow the line they belong to."""
        self._nested += 1
        if self._nested > _NESTING_LIMIT:
            raise DamagedInputError(f"The text is nested more than {_NESTING_LIMIT} deep", hint="Save it again.")
        for node in parent:
            tag = node.tag
            if tag in {TEXT + "p", TEXT + "h"}:
                yield from self._paragraph(node, item)
            elif tag == TABLE + "table":
                yield node
            elif tag == TEXT + "list":
                yield from self._list(node, item)
            elif tag == TEXT + "section" and node.get(TEXT + "display") == "none":
                self._note_hidden(node)
            elif tag in _INDEXES:
                self._contents += 1
                yield from self.items(node)
                self._contents -= 1
            elif tag == OFFICE + "annotation":
                self.comments += 1
            elif tag not in _SKIPPED and isinstance(tag, str):
                yield from self._drawn(node) if tag.startswith(DRAW) else self.items(node, item)
        self._nested -= 1

    def _drawn(self, node: Element) -> Iterator[Line | Element]:
        """A frame or shape that stands between paragraphs."""
        seen = Seen()
        self._inline.drawing(node, seen)
        yield from self._after(seen)
        if seen.pictures:
            self.notices.note(Noticed.PICTURES, self.place, count=seen.pictures)

    def _note_hidden(self, node: Element) -> None:
        text = " ".join("".join(str(part) for part in node.itertext()).split())
        if text:
            self.notices.note(Noticed.HIDDEN_TEXT, self.place, self.characters.clean(text))

    # ---- lists
    def _list(self, element: Element, parent: _Place | None) -> Iterator[Line | Element]:
        depth = 0 if parent is None else parent.depth + 1
        name = element.get(TEXT + "style-name")
        counter = self._counter(element, name) if parent is None else parent.counter
        if parent is not None and name and name in self.styles.lists:
            counter.levels = self.styles.lists[name]
        for child in element:
            if child.tag == TEXT + "list-header":
                yield from self.items(child, _Place(counter, depth, None, automatic=False))
            elif child.tag == TEXT + "list-item":
                yield from self._item(child, counter, depth)

    def _item(self, element: Element, counter: Counter, depth: int) -> Iterator[Line | Element]:
        first = next((child for child in element if child.tag in {TEXT + "p", TEXT + "h", TEXT + "list"}), None)
        if first is None or first.tag == TEXT + "list":  # only carries a list one level down
            yield from self.items(element, _Place(counter, depth, None, automatic=False))
            return
        if counter.levels is _NO_LEVELS:
            brought = self.styles.list_style(first.get(TEXT + "style-name"))
            counter.levels = self.styles.lists.get(brought or "", _NO_LEVELS) if brought else _NO_LEVELS
        stated = element.get(TEXT + "start-value")
        label = counter.count(depth, whole(stated, 1) if stated is not None else None)
        printed = element.find(TEXT + "number")
        if printed is not None and printed.text:
            label = printed.text.strip()
        numbered = counter.levels[min(depth, len(counter.levels) - 1)].form not in {"", "bullet"}
        yield from self.items(element, _Place(counter, depth, label, automatic=numbered))

    def _counter(self, element: Element, name: str | None) -> Counter:
        """The counter of a list: its own, or that of the list which it continues."""
        continued = self._continued.get(element.get(TEXT + "continue-list", ""))
        if continued is None and is_true(element, TEXT + "continue-numbering"):
            continued = self._last.get(name or "")
        counter = continued or Counter(self.styles.lists.get(name, _NO_LEVELS) if name else _NO_LEVELS)
        if identifier := element.get(XML_ID):
            self._continued[identifier] = counter
        self._last[name or ""] = counter
        return counter

    # ---- paragraphs
    def _paragraph(self, element: Element, item: _Place | None) -> Iterator[Line | Element]:
        self._lines += 1
        if self._lines > LINES_LIMIT:
            raise DamagedInputError(f"The document has more than {LINES_LIMIT:,} paragraphs", hint="Split it.")
        seen = self._inline.read(element)
        line = self._line(element, seen, item)
        self._report(seen)
        if line.text or line.label:
            yield line
        yield from self._after(seen)

    def _line(self, element: Element, seen: Seen, item: _Place | None) -> Line:
        text = _tidy(self.characters.clean(seen.text(), self.place))
        heading = self._heading(element)
        label, automatic, depth = "", False, None
        if item is not None:
            label, automatic, depth = item.label or "", item.automatic and bool(item.label), item.depth
            item.label = None
        elif element.tag == TEXT + "h" and heading is not None and not is_true(element, TEXT + "is-list-header"):
            label = self._outline.count(heading - 1)
            automatic = bool(label)
        if not text:
            label = "" if not automatic else label
        if not label and heading is None and depth is None and not self._contents:
            label, text = split_item(text)
            depth = 0 if label else None
        lead = _tidy(self.characters.clean(seen.lead()))
        return Line(
            text=text,
            label=label.strip(),
            automatic=automatic,
            depth=depth if heading is None else None,
            lead=lead if text.startswith(lead) else "",
            heading=heading,
            is_title=self.styles.is_title(element.get(TEXT + "style-name")),
            contents=self._contents > 0,
        )

    def _heading(self, element: Element) -> int | None:
        if element.tag == TEXT + "h":
            return max(1, whole(element.get(TEXT + "outline-level"), 1))
        return self.styles.heading(element.get(TEXT + "style-name"))

    def _after(self, seen: Seen) -> Iterator[Line | Element]:
        for box in seen.boxes:
            yield from self.items(box)
        for mark, note in seen.notes:
            label = mark
            for item in self.items(note):
                if isinstance(item, Line):
                    yield Line(text=item.shown(), label=label, note=True)
                    label = ""
                else:
                    yield item

    def _report(self, seen: Seen) -> None:
        self.comments += seen.comments
        for code, texts in (
            (Noticed.HIDDEN_TEXT, seen.hidden),
            (Noticed.STRUCK_TEXT, seen.struck),
            (Noticed.TINY_TEXT, seen.tiny),
            (Noticed.PALE_TEXT, seen.pale),
            (Noticed.UNFILLED_CONTROL, seen.prompts),
        ):
            if quote := "".join(texts).strip():
                self.notices.note(code, self.place, self.characters.clean(quote))
        for link in seen.links:
            self.notices.note(Noticed.EXTERNAL_LINKS, self.place, link)
        if seen.pictures:
            self.notices.note(Noticed.PICTURES, self.place, count=seen.pictures)


def _tidy(text: str) -> str:
    return "\n".join(line.strip() for line in text.split("\n")).strip()
