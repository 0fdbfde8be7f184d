"""One story of text of a Word document (body, cell, header, note) as lines and tables, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from gampgen.domain.location import Location
from gampgen.errors import DamagedInputError
from gampgen.readers.characters import Characters
from gampgen.readers.docx_changes import Changes
from gampgen.readers.docx_inline import InlineReader, NoteReference, Pieces, is_unfilled
from gampgen.readers.docx_names import (
    ALTERNATE,
    CONTROL,
    PARAGRAPH,
    TABLE,
    W,
    alternative,
    has_ground,
    is_on,
    value,
    whole,
)
from gampgen.readers.docx_numbering import Counters, Label, Numbering
from gampgen.readers.docx_styles import ParagraphStyle, Styles, outline_level
from gampgen.readers.labels import split_item
from gampgen.readers.notices import Notices
from gampgen.readers.package import Element
from gampgen.readers.rules import Noticed

PARAGRAPH_LIMIT: Final = 200_000
"""Paragraphs that one document may have, tables included."""
_NO_LIST: Final = "0"  # a list number of 0 takes a paragraph out of its style's list
_SKIPPED: Final = frozenset({W + "sectPr", W + "sdtPr", W + "sdtEndPr", W + "tblPr", W + "tcPr", W + "trPr"})
_EMBEDDED: Final = W + "altChunk"


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph as seen. `heading` is its level or None; `contents` marks lines of a table of contents.

    `note` marks the text of a foot- or endnote.
    """

    text: str
    label: str = ""
    automatic: bool = False
    depth: int | None = None
    lead: str = ""
    heading: int | None = None
    is_title: bool = False
    is_caption: bool = False
    contents: bool = False
    note: bool = False

    def shown(self) -> str:
        """The label and the text as one."""
        return f"{self.label} {self.text}".strip() if self.label else self.text


@dataclass(slots=True)
class DocumentParts:
    """What all stories of a document share. `notes` holds the foot- and endnotes by kind and identifier."""

    styles: Styles
    numbering: Numbering
    changes: Changes
    notices: Notices
    characters: Characters
    notes: dict[tuple[str, str], Element]
    paragraphs: int = 0
    cells: int = 0


class Story:
    """Walks a story. `place` is where findings point to; whoever consumes the lines moves it on.

    `on_ground` is true where the text may stand on a coloured ground, so that white letters can be seen.
    """

    def __init__(self, parts: DocumentParts) -> None:
        self.parts = parts
        self.place: Location | None = None
        self.on_ground = False
        self._counters = Counters(parts.numbering)
        self._inline = InlineReader(parts.styles, parts.changes)
        self._carried: Pieces | None = None
        self._contents = 0

    def items(self, parent: Element) -> Iterator[Line | Element]:
        """Lines, and tables as elements, in reading order; text boxes and notes follow the line they belong to."""
        for node in parent:
            tag = node.tag
            if tag == PARAGRAPH:
                yield from self._paragraph(node)
            elif tag == TABLE:
                yield node
            elif tag == CONTROL:
                yield from self._inside_control(node)
            elif tag == ALTERNATE:
                branch = alternative(node)
                if branch is not None:
                    yield from self.items(branch)
            elif tag == _EMBEDDED:
                self.parts.notices.note(Noticed.UNREAD_CONTENT, self.place, "an embedded document")
            elif tag not in _SKIPPED and not self.parts.changes.drops(tag) and len(node):
                yield from self.items(node)

    def _inside_control(self, control: Element) -> Iterator[Line | Element]:
        """The items of a content control."""
        gallery = value(control.find(f"{W}sdtPr/{W}docPartObj"), "docPartGallery") or ""
        contents, unfilled = gallery.lower().startswith("table of"), is_unfilled(control)
        self._contents += contents
        self.inside_prompt(unfilled)
        yield from self.items(control)
        self.inside_prompt(-unfilled)
        self._contents -= contents

    def inside_prompt(self, step: int) -> None:
        """Told on the way into (1) and out of (-1) a content control that shows its prompt."""
        self._inline.unfilled += step

    def _paragraph(self, paragraph: Element) -> Iterator[Line | Element]:
        self.parts.paragraphs += 1
        if self.parts.paragraphs > PARAGRAPH_LIMIT:
            raise DamagedInputError(f"The document has more than {PARAGRAPH_LIMIT:,} paragraphs", hint="Split it.")
        properties = self.parts.changes.paragraph_properties(paragraph)
        style = self.parts.styles.paragraph(value(properties, "pStyle"))
        pieces = self._carried or Pieces()
        self._inline.read(paragraph, style.look, pieces)
        if self.parts.changes.mark_is_gone(paragraph.find(W + "pPr")):
            self._carried = pieces
            return
        self._carried = None
        line = self._line(pieces, properties, style)
        self._report(pieces, grounded=self.on_ground or has_ground(properties))
        if line.text or line.label:
            yield line
        before, self.on_ground = self.on_ground, True  # a text box may have a background of its own
        for box in pieces.boxes:
            yield from self.items(box)
        self.on_ground = before
        for note in pieces.notes:
            yield from self._note(note)

    def _line(self, pieces: Pieces, properties: Element | None, style: ParagraphStyle) -> Line:
        text = _tidy(self.parts.characters.clean(pieces.text(), self.place))
        label, depth = self._numbered(pieces, properties, style, text)
        shown = label.text if label else ""
        if label and not label.exact:
            self.parts.notices.note(Noticed.COMPUTED_NUMBER, self.place, shown)
        if label and label.restarts:
            self.parts.notices.note(Noticed.SHARED_RESTART, self.place, f"{shown} {text}")
        if label and label.bullet and not text:
            shown = ""  # an empty list item
        outline = value(properties, "outlineLvl")
        heading = outline_level(outline) if outline is not None else style.heading
        contents = style.is_contents or pieces.contents or self._contents > 0
        if not shown and heading is None and not contents and depth is None:
            shown, text = split_item(text)
            depth = 0 if shown else None
        lead = _tidy(self.parts.characters.clean(pieces.lead())) if any(bold for _, bold in pieces.texts) else ""
        return Line(
            text=text,
            label=self.parts.characters.clean(shown) if shown else "",
            automatic=bool(label and not label.bullet and shown),
            depth=depth,
            lead=_lead_of(text, lead),
            heading=heading,
            is_title=style.is_title,
            is_caption=style.is_caption,
            contents=contents,
        )

    def _numbered(
        self, pieces: Pieces, properties: Element | None, style: ParagraphStyle, text: str
    ) -> tuple[Label | None, int | None]:
        """The automatic label of a paragraph, and its list depth; None and None outside lists."""
        own = None if properties is None else properties.find(W + "numPr")
        own_list = value(own, "numId")
        list_id = own_list or style.list_id
        if list_id is None or list_id == _NO_LIST:
            return None, None
        level = whole(value(own, "ilvl"), low=0, high=8, what="a list level", default=-1)
        if level < 0 and own_list is None:
            named = value(properties, "pStyle") or ""
            tied = self.parts.numbering.level_of_style(list_id, named)
            level = tied if style.level is None else style.level
        level = max(level, 0)
        if not text and pieces.hidden and _mark_is_hidden(properties):
            return None, None  # a hidden list item is not counted
        label = self._counters.label(list_id, level)
        return label, None if label is None else max(level, style.list_depth)

    def _note(self, note: NoteReference) -> Iterator[Line | Element]:
        """A note's text right after the line that refers to it, its mark as label."""
        element = self.parts.notes.pop((note.kind, note.identifier), None)
        label = note.mark
        for item in () if element is None else self.items(element):
            if isinstance(item, Line):
                shown = item.shown() if item.label else item.text
                yield Line(text=shown, label=label, note=True)
                label = ""
            else:
                yield item

    def _report(self, pieces: Pieces, *, grounded: bool) -> None:
        if not (pieces.hidden or pieces.struck or pieces.tiny or pieces.pale or pieces.prompts or pieces.uncomputed
                or pieces.unread or pieces.pictures):  # fmt: skip
            return
        notices = self.parts.notices
        for code, texts in (
            (Noticed.HIDDEN_TEXT, pieces.hidden),
            (Noticed.STRUCK_TEXT, pieces.struck),
            (Noticed.TINY_TEXT, pieces.tiny),
            (Noticed.PALE_TEXT, [] if grounded else pieces.pale),
            (Noticed.UNFILLED_CONTROL, pieces.prompts),
        ):
            if texts and (quote := "".join(texts).strip()):
                notices.note(code, self.place, self.parts.characters.clean(quote))
        for quote in pieces.uncomputed:
            notices.note(Noticed.COMPUTED_NUMBER, self.place, quote)
        for quote in pieces.unread:
            notices.note(Noticed.UNREAD_CONTENT, self.place, quote)
        if pieces.pictures:
            notices.note(Noticed.PICTURES, self.place, count=pieces.pictures)


def _mark_is_hidden(properties: Element | None) -> bool:
    return properties is not None and bool(is_on(properties.find(W + "rPr"), "vanish"))


def _tidy(text: str) -> str:
    """Without white space at the ends of the text and before its line breaks."""
    if "\n" not in text:
        return text.strip()
    return "\n".join(line.rstrip() for line in text.split("\n")).strip()


def _lead_of(text: str, lead: str) -> str:
    """The bold lead as a beginning of `text`; "" where a typed label took it away."""
    if text.startswith(lead):
        return lead
    at = lead.find(text[:1]) if text else -1
    rest = lead[at:] if at >= 0 else ""
    return rest if rest and text.startswith(rest) else ""
