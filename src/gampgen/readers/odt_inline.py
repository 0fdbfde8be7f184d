"""The inside of an OpenDocument paragraph: the text that a person sees, in order, with its bold lead."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from gampgen.readers.odt_names import DRAW, OFFICE, TEXT, XLINK, is_true, whole
from gampgen.readers.odt_styles import Look, OdtStyles
from gampgen.readers.package import Element
from gampgen.readers.scripts import lowered, raised

_BLANKS: Final = re.compile(r"[ \t\r\n]+")
_BREAKS: Final = {TEXT + "tab": "\t", TEXT + "line-break": "\n"}
_SPACES_LIMIT: Final = 200
_SKIPPED: Final = frozenset({TEXT + "ruby-text", TEXT + "number", OFFICE + "annotation-end", TEXT + "soft-page-break"})
_EXTERNAL: Final = re.compile(r"[a-z][a-z0-9+.-]{1,15}:", re.IGNORECASE)


@dataclass(slots=True)
class Seen:
    """What was seen in a paragraph. `notes` are (mark, body of the note), `boxes` the contents of text boxes."""

    texts: list[tuple[str, bool]] = field(default_factory=list)
    notes: list[tuple[str, Element]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)
    tiny: list[str] = field(default_factory=list)
    pale: list[str] = field(default_factory=list)
    prompts: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    pictures: int = 0
    comments: int = 0

    def text(self) -> str:
        """All that is visible."""
        return "".join(text for text, _ in self.texts)

    def lead(self) -> str:
        """The bold beginning; white space between bold parts counts as bold."""
        bold: list[str] = []
        for text, is_bold in self.texts:
            if text.strip() and not is_bold:
                break
            bold.append(text)
        return "".join(bold) if any(is_bold and text.strip() for text, is_bold in self.texts) else ""


class Inline:
    """Reads paragraphs; counts the notes on the way."""

    def __init__(self, styles: OdtStyles) -> None:
        self._styles = styles
        self._notes = {"footnote": 0, "endnote": 0}

    def read(self, paragraph: Element) -> Seen:
        """What is seen in a paragraph."""
        seen = Seen()
        look = self._styles.look("paragraph", paragraph.get(TEXT + "style-name"))
        self._walk(paragraph, look, seen)
        return seen

    def _walk(self, element: Element, look: Look, seen: Seen) -> None:
        self._emit(element.text, look, seen)
        for child in element:
            if isinstance(child.tag, str) and child.tag not in _SKIPPED:
                self._child(child, look, seen)
            self._emit(child.tail, look, seen)

    def _child(self, child: Element, look: Look, seen: Seen) -> None:
        tag = child.tag
        if tag == TEXT + "span":
            self._walk(child, self._styles.look("text", child.get(TEXT + "style-name")).over(look), seen)
        elif tag in _BREAKS:
            self._put(_BREAKS[tag], look, seen)
        elif tag == TEXT + "s":
            self._put(" " * min(whole(child.get(TEXT + "c"), 1), _SPACES_LIMIT), look, seen)
        elif tag == TEXT + "note":
            self._note(child, look, seen)
        elif tag == OFFICE + "annotation":
            seen.comments += 1
        elif tag == TEXT + "placeholder":
            seen.prompts.append("".join(str(part) for part in child.itertext()))
        elif tag in {TEXT + "hidden-text", TEXT + "hidden-paragraph"} and is_true(child, TEXT + "is-hidden"):
            seen.hidden.append(child.get(TEXT + "string-value") or "")
        elif tag.startswith(DRAW):
            self.drawing(child, seen)
        else:
            target = child.get(XLINK + "href") or ""
            if tag == TEXT + "a" and _EXTERNAL.match(target):
                seen.links.append(target)
            self._walk(child, look, seen)

    def drawing(self, element: Element, seen: Seen) -> None:
        """Gathers the text of frames and shapes, and counts pictures."""
        if element.tag == DRAW + "text-box" or (element.tag != DRAW + "frame" and element.find(TEXT + "p") is not None):
            seen.boxes.append(element)
        elif element.tag in {DRAW + "image", DRAW + "object", DRAW + "object-ole", DRAW + "plugin"}:
            seen.pictures += 1
        else:
            for child in element:
                if isinstance(child.tag, str) and child.tag.startswith(DRAW):
                    self.drawing(child, seen)
                    if child.tag == DRAW + "object":
                        return  # what follows is a picture of the same object

    def _note(self, note: Element, look: Look, seen: Seen) -> None:
        kind = note.get(TEXT + "note-class", "footnote")
        body = note.find(TEXT + "note-body")
        if look.hidden or body is None:
            return
        self._notes[kind] = self._notes.get(kind, 0) + 1
        mark = f"[{'e' if kind == 'endnote' else ''}{self._notes[kind]}]"
        self._put(mark, look._replace(script=0), seen)
        seen.notes.append((mark, body))

    def _emit(self, text: str | None, look: Look, seen: Seen) -> None:
        if text:
            self._put(_BLANKS.sub(" ", text), look, seen)

    def _put(self, text: str, look: Look, seen: Seen) -> None:
        if look.hidden:
            seen.hidden.append(text)
            return
        if look.script:
            text = raised(text) if look.script > 0 else lowered(text)
        for flag, texts in ((look.struck, seen.struck), (look.tiny, seen.tiny), (look.pale, seen.pale)):
            if flag:
                texts.append(text)
        seen.texts.append((text, bool(look.bold)))
