"""Headings, paragraphs and lists read in order: which of them open a requirement, and which belong to the one above."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from gampgen.domain.document import Heading, Paragraph, Table
from gampgen.domain.requirement import IdSource, PassedOver
from gampgen.parsing.recognition.cells import is_bullet
from gampgen.parsing.recognition.draft import Draft, Form, fold
from gampgen.parsing.recognition.families import definition
from gampgen.parsing.recognition.grid import filled
from gampgen.parsing.recognition.identifiers import Prefixed, head_of
from gampgen.parsing.recognition.labels import Label, label_of
from gampgen.parsing.recognition.obligation import Obligation, demands, obligation, sentences
from gampgen.parsing.recognition.sections import Section, SectionKind, is_lone_title, kind_of
from gampgen.parsing.recognition.tables import Reading
from gampgen.parsing.recognition.tags import Tag, take_tags

_TYPED_NUMBER: Final = re.compile(r"(\d{1,4}(?:\.\d{1,4})+[a-z]?)[.:)]?\s+(?=\S)")
_LABELLED: Final = re.compile(r"([^:.!?]{1,50}?)\s*:\s*(.*)", re.DOTALL)
_LED_IN: Final = re.compile(r"\S.{0,78}[:.]\s*\Z")
_FIELDS: Final = frozenset({
    Label.STATEMENT, Label.DESCRIPTION, Label.ACCEPTANCE, Label.PRIORITY, Label.RISK, Label.VERIFICATION, Label.NOTE,
    Label.SOURCE, Label.CATEGORY, Label.RESPONSE, Label.TITLE, Label.FLOW, Label.ROLE, Label.VALUE, Label.TEST,
    Label.PERSON, Label.VERSION, Label.DATE, Label.ID,
})  # fmt: skip
_LONGEST_LABEL: Final = 4
_NAME: Final = 2


@dataclass(slots=True)
class _Open:
    """The draft that following lines may belong to, and the label that they stand under."""

    draft: Draft
    heading: bool = False
    label: Label | None = None
    name: str = ""
    owns_lists: bool = True


@dataclass(slots=True)
class Flow:
    """The reading of a document's running text.

    Args:
        heads: the document's own id families.
    """

    heads: frozenset[str]
    drafts: list[Draft] = field(default_factory=list)
    looks: list[PassedOver] = field(default_factory=list)
    _open: _Open | None = None
    _band: Section | None = None

    def heading(self, block: Heading, section: Section) -> None:
        """Read a heading: it closes what is open, and may open a requirement."""
        self._open, self._band = None, None
        if section.kind is SectionKind.APPARATUS:
            return
        parent = Section(section.path[:-1], section.kind, section.purpose, section.ordinal)
        found = definition(block)
        text = fold(block.text)
        if found is not None and head_of(found.id) in self.heads:
            title, tags = take_tags(found.rest)
            draft = Draft(Form.HEADING, parent, block.location, found.id, firm=found.firm, own_path=section.path)
            if block.number and found.rest == text:
                draft.source = IdSource.NUMBERING
            if obligation(title) is Obligation.BINDING:
                draft.text = title
            else:
                draft.take(Label.TITLE, "", title)
            self._start(draft, tags, heading=True)
        elif section.number and demands(text):
            text, tags = take_tags(text)
            draft = Draft(
                Form.NUMBERED, parent, block.location, section.number, IdSource.NUMBERING, text, own_path=section.path
            )
            self._start(draft, tags, heading=True)

    def _start(self, draft: Draft, tags: Sequence[Tag], *, heading: bool = False) -> None:
        draft.take_tags(tags)
        self.drafts.append(draft)
        self._open = _Open(draft, heading=heading)

    def paragraph(self, block: Paragraph, section: Section) -> None:
        """Read a paragraph or list item."""
        text = fold(block.text)
        if not text and not block.label:
            return
        section = self._band or section
        if section.kind is SectionKind.APPARATUS:
            self._look(block, text, f"it stands in {section.purpose}")
            return
        found = definition(block)
        if found is not None and head_of(found.id) in self.heads:
            self._identified(block, section, found)
        elif self._labelled(block, text) or self._belongs(block, text):
            return
        elif is_lone_title(block) and found is None:
            self._lone_title(text, section)
        else:
            self._unidentified(block, section, text, found)

    def _identified(self, block: Paragraph, section: Section, found: Prefixed) -> None:
        automatic = block.number_automatic and found.rest == fold(block.text)
        rest, tags = take_tags(found.rest)
        draft = Draft(
            Form.INLINE, section, block.location, found.id, IdSource.NUMBERING if automatic else IdSource.DOCUMENT,
            firm=found.firm, depth=block.depth, bulleted=block.depth is not None,
        )  # fmt: skip
        title = _bold_title(block, found)
        if title and rest.startswith(title):
            draft.take(Label.TITLE, "", title.rstrip(":.–- "))
            rest = rest[len(title) :].lstrip(":.–- ")
        draft.text = rest
        for tag in found.tags:
            draft.take_tags(take_tags(f"{tag} x")[1])
        self._start(draft, tags)

    def _labelled(self, block: Paragraph, text: str) -> bool:
        """File "Priority: High" and the like under the open requirement."""
        current = self._open
        if current is None or (current.draft.form in {Form.PLAIN, Form.NUMBERED} and not current.heading):
            return False
        lead = fold(block.lead).rstrip(":").strip()
        if lead and text.startswith(lead) and label_of(lead) in _FIELDS:
            name, value = lead, text[len(lead) :].lstrip(" :–-")
        elif (
            (found := _LABELLED.fullmatch(text))
            and _is_bare_label(found.group(1))
            and label_of(found.group(1)) in _FIELDS
        ):
            name, value = found.group(1), found.group(2)
        elif current.heading and _is_bare_label(text) and label_of(text) in _FIELDS:
            name, value = text, ""
        else:
            return False
        label = label_of(name) or Label.NOTE
        current.label, current.name = label, name
        if label in {Label.STATEMENT, Label.DESCRIPTION}:
            value, tags = take_tags(value)
            current.draft.take_tags(tags)
        current.draft.take(label, name, value)
        return True

    def _belongs(self, block: Paragraph, text: str) -> bool:
        """Give a sub-bullet, or more text under a heading's id or a label, to the open requirement."""
        current = self._open
        if current is None:
            return False
        draft = current.draft
        if draft.form is Form.NUMBERED and _number(block, text)[0]:
            return False
        listed = block.depth is not None or (block.label != "" and is_bullet(block.label))
        if listed and self._owns(draft, block):
            draft.take(current.label or Label.VALUE, current.name, text) if current.label else draft.items.append(text)
            return True
        if draft.text.endswith(":") and listed:
            draft.items.append(text)
            return True
        if not current.heading and draft.words:
            return False
        if current.label is not None:
            draft.take(current.label, current.name, text)
        elif not draft.text and not is_lone_title(block):
            draft.text, tags = take_tags(text)
            draft.take_tags(tags)
        elif demands(text):
            draft.items.append(text)
        elif current.heading:
            draft.take(Label.NOTE, "Note", text)
        return True

    def _owns(self, draft: Draft, block: Paragraph) -> bool:
        if self._open is not None and self._open.heading:
            return draft.form is Form.HEADING or draft.text.endswith(":")
        if draft.depth is None:
            return draft.form is Form.INLINE and draft.text.endswith(":")
        return (block.depth or 0) > draft.depth

    def _lone_title(self, text: str, section: Section) -> None:
        """A bold line on its own is a heading without the style."""
        parent = self._band or section
        if self._band is not None:
            parent = Section(self._band.path[:-1], section.kind, section.purpose, section.ordinal)
        kind, purpose = kind_of(text, parent)
        self._open = None
        self._band = Section((*parent.path, ("", text)), kind, purpose, section.ordinal)

    def _unidentified(self, block: Paragraph, section: Section, text: str, found: Prefixed | None) -> None:
        number, body, source = _number(block, text)
        if number:
            draft = Draft(Form.NUMBERED, section, block.location, number, source, depth=block.depth)
            draft.text, tags = take_tags(body)
            self._start(draft, tags)
            return
        if found is not None and found.firm:
            self._look(block, text, "its id is of no family that this document's requirements have")
            self._open = None
            return
        self._plain(block, section, text)

    def _plain(self, block: Paragraph, section: Section, text: str) -> None:
        listed = block.depth is not None
        stating = section.kind is SectionKind.REQUIREMENT
        if not demands(text, Obligation.PERMISSIVE if listed and stating else Obligation.BINDING):
            self._open = None
            if not (stating and (listed or _LED_IN.match(block.lead))) or text.endswith(":"):
                return
        for statement in [text] if listed else _statements(text):
            draft = Draft(Form.PLAIN, section, block.location, depth=block.depth, bulleted=listed, label=block.label)
            title, rest = _lead_in(block, statement)
            if title:
                draft.take(Label.TITLE, "", title)
            draft.led_in = bool(title)
            draft.text, tags = take_tags(rest)
            self._start(draft, tags)

    def table(self, block: Table, reading: Reading) -> None:
        """Give a table of values to the requirement that announces it, or a requirement card to its heading's id."""
        current, self._open = self._open, self._open if self._open and self._open.heading else None
        if current is None:
            return
        if reading.key_value and current.draft.form is Form.HEADING and not current.draft.text and reading.drafts:
            _merge(current.draft, reading)
        elif not reading.drafts and (current.draft.text.endswith(":") or "table" in current.draft.text.casefold()):
            rows = [" | ".join(fold(cell.text) for cell in filled(row)) for row in block.rows]
            current.draft.items.extend(row for row in rows if row)
            reading.looks.clear()

    def _look(self, block: Paragraph, text: str, reason: str) -> None:
        if definition(block) is not None or demands(text):
            shown = f"{block.label} {text}".strip() if definition(block) and block.label else text
            self.looks.append(PassedOver(text=shown, location=block.location, reason=reason))


def _is_bare_label(text: str) -> bool:
    return len(text.split()) <= _LONGEST_LABEL and not text.endswith(".")


def _bold_title(block: Paragraph, found: Prefixed) -> str:
    """The bold words after the id, where only the beginning of the statement is bold: "**URS-1 Login:** …"."""
    lead = fold(block.lead)
    if not lead or lead == fold(block.text):
        return ""
    at = lead.find(found.id)
    title = lead[at + len(found.id) :].lstrip("])>}:.–- ") if at >= 0 else lead
    return "" if demands(title) else title


def _number(block: Paragraph, text: str) -> tuple[str, str, IdSource]:
    """The number of several levels, or the automatic number, that a paragraph bears; its text; where it comes from."""
    if block.label and not is_bullet(block.label):
        source = IdSource.NUMBERING if block.number_automatic else IdSource.DOCUMENT
        return block.label.strip().rstrip(".:)"), text, source
    found = _TYPED_NUMBER.match(text)
    return (found.group(1) if found else "", text[found.end() :] if found else text, IdSource.DOCUMENT)


def _statements(text: str) -> list[str]:
    """A paragraph's statements: each from a demanding sentence up to the next, what stands before with the first."""
    parts: list[list[str]] = []
    demanded = False
    for sentence in sentences(text):
        if not parts or (demanded and demands(sentence)):
            parts.append([])
        demanded = demanded or demands(sentence)
        parts[-1].append(sentence)
    return [" ".join(part) for part in parts]


def _lead_in(block: Paragraph, text: str) -> tuple[str, str]:
    """A bold lead-in and the statement after it: "**Backup:** The system …"."""
    lead = fold(block.lead)
    if not lead or not text.startswith(lead) or lead == text or demands(lead):
        return "", text
    rest = text[len(lead) :].lstrip(":.–- ")
    led_in = demands(rest, Obligation.IMPERATIVE) or (_LED_IN.match(lead) is not None and len(rest.split()) > _NAME)
    return (lead.rstrip(":.–- "), rest) if led_in else ("", text)


def _merge(draft: Draft, reading: Reading) -> None:
    card = reading.drafts[0]
    if card.id not in {"", draft.id}:
        return
    draft.text = card.text
    draft.items.extend(card.items)
    draft.acceptance.extend(card.acceptance)
    draft.attributes.extend(card.attributes)
    draft.priority, draft.risk, draft.verification = card.priority, card.risk, card.verification
    del reading.drafts[0]
