"""The inside of a Word paragraph: the text that a person sees, in order, with its bold lead."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from gampgen.readers.docx_changes import Changes
from gampgen.readers.docx_math import linear
from gampgen.readers.docx_names import ALTERNATE, CONTROL, RUN, TEXT_BOX, VAL, M, W, alternative, is_on, value, whole
from gampgen.readers.docx_styles import Look, Styles, read_look
from gampgen.readers.package import Element
from gampgen.readers.scripts import lowered, raised, symbol, with_symbols

_SKIPPED: Final = frozenset(
    W + name
    for name in (
        "pPr", "rPr", "sdtPr", "sdtEndPr", "bookmarkStart", "bookmarkEnd", "proofErr", "commentRangeStart",
        "commentRangeEnd", "lastRenderedPageBreak", "rt", "rubyPr", "smartTagPr", "customXmlPr", "annotationRef",
    )
)  # fmt: skip
_BREAKS: Final = {W + "tab": "\t", W + "ptab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-"}
_NOTES: Final = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote"}
_PICTURES: Final = ("{*}pic", "{*}imagedata", "{*}chart", "{*}relIds", "{*}OLEObject")
_COMPUTED: Final = frozenset({"LISTNUM", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "SYMBOL", "EQ"})
_CODE_LIMIT: Final = 0x10FFFF


@dataclass(frozen=True, slots=True)
class NoteReference:
    """A reference to a footnote or endnote (`kind`), with the mark shown in the text ("[1]"), or ""."""

    kind: str
    identifier: str
    mark: str


@dataclass(slots=True)
class Pieces:
    """What was seen in a paragraph, in order. `boxes` are its text boxes, `notes` its foot- and endnotes."""

    texts: list[tuple[str, bool]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    notes: list[NoteReference] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)
    tiny: list[str] = field(default_factory=list)
    pale: list[str] = field(default_factory=list)
    prompts: list[str] = field(default_factory=list)
    uncomputed: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    pictures: int = 0
    contents: bool = False

    def text(self) -> str:
        """All that is visible."""
        return "".join(text for text, _ in self.texts)

    def lead(self) -> str:
        """The bold run at the beginning; white space between bold runs counts as bold."""
        bold: list[str] = []
        for text, is_bold in self.texts:
            if not is_bold and text.strip():
                break
            bold.append(text)
        else:
            return self.text() if any(is_bold for _, is_bold in self.texts) else ""
        return "".join(bold)


@dataclass(slots=True)
class _Field:
    """A field that is open: its code, and whether its result has begun."""

    code: str = ""
    in_result: bool = False
    shown: bool = False

    def name(self) -> str:
        words = self.code.split(maxsplit=1)
        return words[0].upper() if words else ""


_Handler = Callable[[Element, Look, Pieces], None]


class InlineReader:
    """Reads the paragraphs of one story of text; fields may run on from one paragraph to the next."""

    def __init__(self, styles: Styles, changes: Changes) -> None:
        self._styles = styles
        self._changes = changes
        self._fields: list[_Field] = []
        self._note_counts = {"footnote": 0, "endnote": 0}
        self._in_paragraph: dict[str, _Handler] = {
            RUN: self._run,
            CONTROL: self._control,
            ALTERNATE: self._branch,
            M + "oMath": self._formula,
            M + "oMathPara": self._formula,
            W + "fldSimple": self._simple_field,
            W + "subDoc": self._linked,
        }
        self._in_run: dict[str, _Handler] = {
            **dict.fromkeys((W + "t", W + "delText"), self._text),
            **dict.fromkeys((W + "instrText", W + "delInstrText"), self._code),
            **dict.fromkeys((W + "drawing", W + "pict", W + "object", ALTERNATE), self._drawing),
            **dict.fromkeys(_NOTES, self._note),
            W + "fldChar": self._field_mark,
            W + "sym": self._symbol,
        }
        self.unfilled = 0  # how many content controls around us still show their prompt

    def read(self, paragraph: Element, base: Look, pieces: Pieces) -> None:
        """Adds what is seen in a paragraph to `pieces`; `base` is the look of the paragraph's style."""
        self._walk(paragraph, base, pieces)
        for open_field in self._fields:
            open_field.in_result = True  # a code never runs over a paragraph's end; a broken field must hide nothing

    def _walk(self, parent: Element, base: Look, pieces: Pieces) -> None:
        for node in parent:
            tag = node.tag
            handler = self._in_paragraph.get(tag)
            if handler:
                handler(node, base, pieces)
            elif tag not in _SKIPPED and not self._changes.drops(tag) and len(node):
                self._walk(node, base, pieces)

    def _branch(self, node: Element, base: Look, pieces: Pieces) -> None:
        branch = alternative(node)
        if branch is not None:
            self._walk(branch, base, pieces)

    def _formula(self, node: Element, base: Look, pieces: Pieces) -> None:
        self._emit(linear(node), base, pieces)

    def _linked(self, node: Element, base: Look, pieces: Pieces) -> None:  # noqa: ARG002 - called like its siblings
        pieces.unread.append("a linked sub-document")

    def _control(self, control: Element, base: Look, pieces: Pieces) -> None:
        unfilled = is_unfilled(control)
        self.unfilled += unfilled
        self._walk(control, base, pieces)
        self.unfilled -= unfilled

    def _simple_field(self, node: Element, base: Look, pieces: Pieces) -> None:
        self._fields.append(_Field(node.get(W + "instr", ""), in_result=True))
        self._walk(node, base, pieces)
        self._end_field(pieces)

    def _run(self, run: Element, base: Look, pieces: Pieces) -> None:
        look = read_look(self._changes.run_properties(run), self._styles).over(base)
        for node in run:
            tag = node.tag
            handler = self._in_run.get(tag)
            if handler:
                handler(node, look, pieces)
            elif tag in _BREAKS:
                self._emit(_BREAKS[tag], look, pieces)
            elif tag not in _SKIPPED and len(node):
                self._walk(node, base, pieces)  # ruby bases and other wrappers of runs

    def _text(self, node: Element, look: Look, pieces: Pieces) -> None:
        self._emit((node.text or "").replace("\n", " "), look, pieces)

    def _symbol(self, node: Element, look: Look, pieces: Pieces) -> None:
        self._emit(_symbol(node), look, pieces)

    def _code(self, node: Element, look: Look, pieces: Pieces) -> None:  # noqa: ARG002 - called like its siblings
        if self._fields and not self._fields[-1].in_result:
            self._fields[-1].code += node.text or ""

    def _emit(self, text: str, look: Look, pieces: Pieces) -> None:
        if not text or not all(one.in_result for one in self._fields):
            return
        if self.unfilled:
            pieces.prompts.append(text)
            return
        if look.hidden:
            pieces.hidden.append(text)
            return
        text = with_symbols(text, look.font or "")
        if look.raised:
            text = raised(text) if look.raised > 0 else lowered(text)
        if look.struck:
            pieces.struck.append(text)
        if look.tiny:
            pieces.tiny.append(text)
        if look.pale:
            pieces.pale.append(text)
        for open_field in self._fields:
            open_field.shown = True
            pieces.contents = pieces.contents or open_field.name() == "TOC"
        pieces.texts.append((text, bool(look.bold)))

    def _field_mark(self, mark: Element, look: Look, pieces: Pieces) -> None:
        kind = mark.get(W + "fldCharType")
        if kind == "begin":
            self._emit(_form_value(mark.find(W + "ffData")), look, pieces)
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].in_result = True
        elif kind == "end" and self._fields:
            self._end_field(pieces)

    def _end_field(self, pieces: Pieces) -> None:
        closed = self._fields.pop()
        if closed.name() in _COMPUTED and not closed.shown:
            pieces.uncomputed.append(f"the field {closed.code.strip()}")

    def _note(self, node: Element, look: Look, pieces: Pieces) -> None:
        if look.hidden or not all(one.in_result for one in self._fields):
            return
        kind, mark = _NOTES[node.tag], ""
        if node.get(W + "customMarkFollows") not in {"1", "true", "on"}:
            self._note_counts[kind] += 1
            mark = f"[{'e' if kind == 'endnote' else ''}{self._note_counts[kind]}]"
            self._emit(mark, look._replace(raised=0), pieces)
        pieces.notes.append(NoteReference(kind, node.get(W + "id", ""), mark))

    def _drawing(self, node: Element, look: Look, pieces: Pieces) -> None:
        if not look.hidden:
            self._graphic(node, pieces)

    def _graphic(self, node: Element, pieces: Pieces) -> None:
        """Gathers the text boxes of a drawing, each once, and counts its pictures."""
        if node.tag == TEXT_BOX:
            pieces.boxes.append(node)
        elif node.tag == ALTERNATE:
            branch = alternative(node)
            if branch is not None:
                self._graphic(branch, pieces)
        elif next(node.iter(TEXT_BOX), None) is None:
            pieces.pictures += next(node.iter(*_PICTURES), None) is not None
        else:
            for child in node:
                self._graphic(child, pieces)


def is_unfilled(control: Element) -> bool:
    """True for a content control that shows its prompt instead of a content."""
    return bool(is_on(control.find(W + "sdtPr"), "showingPlcHdr"))


def _symbol(node: Element) -> str:
    code = node.get(W + "char", "")
    try:
        return symbol(min(int(code, 16), _CODE_LIMIT), node.get(W + "font", ""))
    except ValueError:
        return "\ufffd"


def _form_value(form: Element | None) -> str:
    """What a legacy form field shows that is stored outside the text: a ticked box, or the chosen entry of a list."""
    if form is None:
        return ""
    if (box := form.find(W + "checkBox")) is not None:
        checked = is_on(box, "checked")
        return "☒" if (is_on(box, "default") if checked is None else checked) else "☐"
    if (choices := form.find(W + "ddList")) is not None:
        entries = [entry.get(VAL, "") for entry in choices.iterfind(W + "listEntry")]
        chosen = value(choices, "result") or value(choices, "default")
        index = whole(chosen, low=0, high=999, what="a list entry", default=0)
        return entries[index] if index < len(entries) else ""
    return ""
