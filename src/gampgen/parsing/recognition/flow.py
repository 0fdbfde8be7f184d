"""Headings, paragraphs and lists read in order: which of them open a requirement, and which belong to the one above."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from gampgen.domain.document import Heading, Paragraph, Table
from gampgen.domain.requirement import IdSource, PassedOver
from gampgen.parsing.recognition.cards import announces, captions, merge_card
from gampgen.parsing.recognition.cells import is_bullet
from gampgen.parsing.recognition.draft import Draft, Form, fold
from gampgen.parsing.recognition.families import definition
from gampgen.parsing.recognition.grid import filled
from gampgen.parsing.recognition.identifiers import Prefixed, head_of
from gampgen.parsing.recognition.labelled import Said, card, entitle, identify, said_in
from gampgen.parsing.recognition.labels import Label
from gampgen.parsing.recognition.lines import LED_IN, bold_title, lead_in, number, statements
from gampgen.parsing.recognition.obligation import Obligation, demands, obligation
from gampgen.parsing.recognition.sections import Section, SectionKind, is_lone_title, kind_of, split_number
from gampgen.parsing.recognition.tables import Reading
from gampgen.parsing.recognition.tags import Tag, take_tags

_OTHER_FAMILY: Final = "its id is of no family that this document's requirements have"


@dataclass(slots=True)
class _Open:
    """The draft that following lines may belong to, and the label that they stand under."""

    draft: Draft
    heading: bool = False
    label: Label | None = None
    name: str = ""


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
    _titled: bool = False

    def heading(self, block: Heading, section: Section) -> None:
        """Read a heading: it closes what is open, and may open a requirement."""
        self._open, self._band, self._titled = None, None, False
        parent = Section(section.path[:-1], section.kind, section.purpose, section.ordinal)
        found = definition(block)
        text = fold(block.text)
        if found is not None and head_of(found.id) in self.heads and _may_define(section, found):
            title, tags = take_tags(found.rest)
            draft = Draft(Form.HEADING, parent, block.location, found.id, firm=found.firm, own_path=section.path)
            if block.number and found.rest == text:
                draft.source = IdSource.NUMBERING
            if obligation(title) is Obligation.BINDING:
                draft.text = title
            else:
                draft.take(Label.TITLE, "", title)
            self._start(draft, tags, heading=True)
        elif not demands(text):
            self._titled = found is None
        elif section.kind is SectionKind.APPARATUS or found is not None:
            reason = _OTHER_FAMILY if found else f"it stands in {section.purpose}"
            self.looks.append(PassedOver(text=text, location=block.location, reason=reason))
        else:
            self._demanding_heading(block, section, parent, text)

    def _demanding_heading(self, block: Heading, section: Section, parent: Section, text: str) -> None:
        """A heading that states a demand itself; its number is the id, where it bears one."""
        text, tags = take_tags(text)
        form, source = (Form.NUMBERED, IdSource.NUMBERING) if section.number else (Form.PLAIN, IdSource.DOCUMENT)
        draft = Draft(form, parent, block.location, section.number, source, text, own_path=section.path)
        self._start(draft, tags, heading=True)

    def _start(self, draft: Draft, tags: Sequence[Tag], *, heading: bool = False) -> _Open:
        draft.take_tags(tags)
        self.drafts.append(draft)
        self._open = _Open(draft, heading=heading)
        return self._open

    def paragraph(self, block: Paragraph, section: Section) -> None:
        """Read a paragraph or list item."""
        text = fold(block.text)
        if not text and not block.label:
            return
        home, section = section, self._band or section
        found = definition(block)
        if found is not None and head_of(found.id) in self.heads and _may_define(section, found):
            self._identified(block, section, found)
        elif section.kind is SectionKind.APPARATUS and not _is_title(block, found):
            self._apparatus(block, text, section)
        elif self._labelled(block, section, text) or self._belongs(block, text):
            return
        elif _is_title(block, found):
            self._lone_title(block, text, home)
        else:
            self._unidentified(block, section, text, found)

    def _apparatus(self, block: Paragraph, text: str, section: Section) -> None:
        """Leave a line of a part that is not for requirements, unless it belongs to one that stands there."""
        labelled = self._open is not None and self._labelled(block, section, text)
        if not labelled and not (block.depth is not None and self._belongs(block, text)):
            self._open = None
            self._look(block, text, f"it stands in {section.purpose}")

    def _identified(self, block: Paragraph, section: Section, found: Prefixed) -> None:
        automatic = block.number_automatic and found.rest == fold(block.text)
        rest, tags = take_tags(found.rest)
        draft = Draft(
            Form.INLINE, section, block.location, found.id, IdSource.NUMBERING if automatic else IdSource.DOCUMENT,
            firm=found.firm, depth=block.depth, bulleted=block.depth is not None,
        )  # fmt: skip
        title = bold_title(block, found)
        if title and rest.startswith(title):
            draft.take(Label.TITLE, "", title.rstrip(":.–- "))
            rest = rest[len(title) :].lstrip(":.–- ")
        for tag in found.tags:
            draft.take_tags(take_tags(f"{tag} x")[1])
            draft.mark = draft.mark or (tag.strip("()[]{} ") if len(tag.strip("()[]{} ")) == 1 else "")
        if is_lone_title(block) and rest and not demands(rest):  # a heading without the style
            draft.form = Form.HEADING
            draft.take(Label.TITLE, "", rest)
            self._start(draft, tags, heading=True)
            return
        draft.text = rest
        self._start(draft, tags)

    def _labelled(self, block: Paragraph, section: Section, text: str) -> bool:
        """File "Priority: High" and the like under the open requirement, or open one of labelled lines."""
        current = self._open
        titled = self._titled and not (self._band is not None and is_lone_title(block))
        said = said_in(block, text, bare=titled or (current is not None and current.heading))
        if said is None or self._is_listed_label(block, said):
            return False
        plain = current is not None and current.draft.form in {Form.PLAIN, Form.NUMBERED} and not current.heading
        if said.identifies or (said.opens and self._titled and self._begins_card(said)):
            current = self._card(block, section, said)
            if said.identifies:
                return True
        elif current is None or (plain and not said.stands_beside):
            return False
        self._file(current, said)
        return True

    def _is_listed_label(self, block: Paragraph, said: Said) -> bool:
        """Whether a list item only looks like a label ("measured value and limit"): nothing follows it."""
        current = self._open
        bare = not said.value and current is not None and not current.heading and current.label is None
        return bare and block.depth is not None and current is not None and self._owns(current.draft, block)

    def _begins_card(self, said: Said) -> bool:
        """Whether a labelled line under a heading begins a requirement: the first one, or a further statement."""
        current = self._open
        if current is None:
            return True
        if current.draft.form not in {Form.PLAIN, Form.NUMBERED}:
            return False
        more = said.label is Label.STATEMENT and bool(current.draft.text)
        return more if current.heading else not said.stands_beside

    def _card(self, block: Paragraph, section: Section, said: Said) -> _Open:
        current = self._open
        if said.identifies and current is not None and current.heading and current.draft.id in {"", said.value}:
            identify(current.draft, said)
            return current
        return self._start(card(block, section, self._titled, said), (), heading=True)

    def _file(self, current: _Open, said: Said) -> None:
        current.label, current.name = said.label, said.name
        value = said.value
        if said.label in {Label.STATEMENT, Label.DESCRIPTION}:
            value, tags = take_tags(value)
            current.draft.take_tags(tags)
            if said.label is Label.STATEMENT or demands(value):
                entitle(current.draft)
        current.draft.take(said.label, said.name, value)

    def _belongs(self, block: Paragraph, text: str) -> bool:
        """Give a sub-bullet, or more text under a heading's id or a label, to the open requirement."""
        current = self._open
        if current is None:
            return False
        draft = current.draft
        if draft.form is Form.NUMBERED and number(block, text)[0]:
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

    def _lone_title(self, block: Paragraph, text: str, home: Section) -> None:
        """A bold line on its own is a heading without the style."""
        printed, title = (block.label.strip().rstrip(".):"), text) if block.label else split_number(text)
        kind, purpose = kind_of(title, home)
        self._open, self._titled = None, True
        self._band = Section((*home.path, (printed, title)), kind, purpose, home.ordinal)

    def _unidentified(self, block: Paragraph, section: Section, text: str, found: Prefixed | None) -> None:
        printed, body, source = number(block, text)
        if printed:
            draft = Draft(Form.NUMBERED, section, block.location, printed, source, depth=block.depth)
            draft.text, tags = take_tags(body)
            self._start(draft, tags)
            return
        if found is not None and (found.firm or not demands(text)):
            self._look(block, text, _OTHER_FAMILY)
            self._open = None
            return
        self._plain(block, section, text)

    def _plain(self, block: Paragraph, section: Section, text: str) -> None:
        listed = block.depth is not None
        stating = section.kind is SectionKind.REQUIREMENT
        if not demands(text, Obligation.PERMISSIVE if listed and stating else Obligation.BINDING):
            self._open = None
            able = (listed or LED_IN.match(block.lead)) and section.kind is not SectionKind.NARRATIVE
            if not able or text.endswith(":"):
                return
        for statement in [text] if listed else statements(text):
            draft = Draft(Form.PLAIN, section, block.location, depth=block.depth, bulleted=listed, label=block.label)
            title, rest = lead_in(block, statement)
            if title:
                draft.take(Label.TITLE, "", title)
            draft.led_in = bool(title)
            draft.text, tags = take_tags(rest)
            self._start(draft, tags)

    def table(self, block: Table, reading: Reading) -> None:
        """Give a table of values to the requirement that announces it, or a requirement card to its heading's id."""
        current, self._open = self._open, self._open if self._open and self._open.heading else None
        if current is None or reading.matrix is not None or reading.limits is not None:
            return
        if reading.key_value and current.draft.form is Form.HEADING and not current.draft.text and reading.drafts:
            merge_card(current.draft, reading)
        elif reading.key_value and current.draft is self.drafts[-1] and captions(current.draft, reading):
            self.drafts.pop()
        elif announces(current.draft, reading):
            rows = [" | ".join(fold(cell.text) for cell in filled(row)) for row in block.rows]
            current.draft.items.extend(row for row in rows if row)
            reading.drafts.clear()
            reading.looks.clear()

    def _look(self, block: Paragraph, text: str, reason: str) -> None:
        if definition(block) is not None or demands(text):
            shown = f"{block.label} {text}".strip() if definition(block) and block.label else text
            self.looks.append(PassedOver(text=shown, location=block.location, reason=reason))


def _is_title(block: Paragraph, found: Prefixed | None) -> bool:
    return found is None and is_lone_title(block)


def _may_define(section: Section, found: Prefixed) -> bool:
    """Whether an id may be defined here: anywhere but in references and the like, and there where it demands."""
    return section.kind is not SectionKind.APPARATUS or demands(found.rest)
