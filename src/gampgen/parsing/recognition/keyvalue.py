"""Tables of labels and values: one table, one requirement (a use case, a requirement card)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from gampgen.domain.document import Cell, Row, Table
from gampgen.parsing.recognition.cells import lead_and_items
from gampgen.parsing.recognition.draft import Draft, Form, fold
from gampgen.parsing.recognition.grid import filled
from gampgen.parsing.recognition.identifiers import is_strong_id, split_prefix, unbracketed
from gampgen.parsing.recognition.labels import Label, label_of
from gampgen.parsing.recognition.rows import looks_in
from gampgen.parsing.recognition.sections import Section, SectionKind
from gampgen.parsing.recognition.tables import Reading
from gampgen.parsing.recognition.tags import take_tags

_CONTROL: Final = frozenset({
    Label.VERSION, Label.DATE, Label.PERSON, Label.DOCUMENT, Label.ADMINISTRATION, Label.SIGNATURE, Label.SYSTEM,
})  # fmt: skip
_SAYS_SOMETHING: Final = frozenset({Label.STATEMENT, Label.DESCRIPTION, Label.FLOW})
_PAIRS: Final = (2, 4)
_PLAINLY: Final = 5


def pairs(row: Row) -> list[tuple[Cell, Cell]]:
    """The label and value cells of a row, taken two by two."""
    cells = [cell for cell in row.cells if not cell.merged_up]
    return list(zip(cells[::2], cells[1::2], strict=False))


def _entries(table: Table) -> Iterator[tuple[Row, str, Label | None, Cell]]:
    for row in table.rows:
        for name, value in pairs(row):
            label = None if is_strong_id(name.text) else label_of(name.text)
            yield row, fold(name.text).rstrip(":").strip(), label, value


def is_key_value(table: Table) -> bool:
    """Whether a table holds labels on the left and values on the right, and says something under them."""
    width = max((cell.column + cell.span for row in table.rows for cell in row.cells), default=0)
    if width not in _PAIRS or len(table.rows) < 2:  # noqa: PLR2004 - one row of labels is a header
        return False
    first = filled(table.rows[0])
    if len(first) > 1 and all(label_of(cell.text) for cell in first):
        return False
    labels = [label for _, name, label, _ in _entries(table) if name]
    known = [label for label in labels if label is not None]
    return len(known) > 1 and 2 * len(known) >= len(labels) and bool({Label.ID, *_SAYS_SOMETHING} & set(known))


def is_control_data(table: Table) -> bool:
    """Whether a key/value table holds the document's own data (number, version, owner …)."""
    return sum(label in _CONTROL for _, _, label, _ in _entries(table)) > 1


def read_key_value(table: Table, section: Section, group: int) -> Reading:
    """Read a key/value table as one requirement, or as several where its id label comes again.

    A row over the whole width that begins with an id opens a requirement too. A caption that begins with an id gives
    the id where no row does.
    """
    if section.kind is SectionKind.APPARATUS or is_control_data(table):
        reason = f"it stands in {section.purpose}" if section.purpose else "it holds the document's control data"
        return Reading(reason=reason, key_value=True, looks=looks_in(table.rows, reason))
    cards = _Cards(section, group)
    for row in table.rows:
        cards.read(row)
    drafts = cards.drafts
    if len(drafts) == 1 and not drafts[0].id and (caption := split_prefix(fold(table.name))):
        drafts[0].id = caption.id
        drafts[0].take(Label.TITLE, "", caption.rest)
    for draft in drafts:
        _settle(draft)
    return Reading([d for d in drafts if d.words or d.id], likeness=_PLAINLY, key_value=True)


class _Cards:
    """The cards of one table, read row by row."""

    def __init__(self, section: Section, group: int) -> None:
        self._section, self._group = section, group
        self.drafts: list[Draft] = []

    def read(self, row: Row) -> None:
        """Read a row: an id opens a card, anything else is filed in the card that is open."""
        cells = filled(row)
        if len(cells) == 1 and (prefix := split_prefix(fold(cells[0].text))):
            self._open(row, prefix.id, prefix.rest)
            return
        for name, value in pairs(row):
            self._read_pair(row, name, value)

    def _open(self, row: Row, identifier: str, title: str) -> Draft:
        draft = Draft(Form.KEY_VALUE, self._section, row.location, identifier, group=self._group)
        draft.take(Label.TITLE, "", title)
        self.drafts.append(draft)
        return draft

    def _read_pair(self, row: Row, name: Cell, value: Cell) -> None:
        label, printed, said = label_of(name.text), fold(name.text).rstrip(":").strip(), fold(value.text)
        current = self.drafts[-1] if self.drafts else None
        if label is Label.ID and said:
            if current is None or current.id:
                current = self._open(row, "", "")
            _identify(current, said)
        elif label is None and (prefix := split_prefix(printed)):
            self._open(row, prefix.id, prefix.rest or said)
        elif said:
            _file(current or self._open(row, "", ""), label, printed, value)


def _identify(draft: Draft, printed: str) -> None:
    prefix = split_prefix(printed)
    draft.id = prefix.id if prefix else unbracketed(printed)
    if prefix and prefix.rest:
        draft.take(Label.TITLE, "", prefix.rest)


def _file(draft: Draft, label: Label | None, name: str, cell: Cell) -> None:
    value, more = lead_and_items(cell)
    if label is Label.STATEMENT or (label is Label.DESCRIPTION and not draft.text):
        value, tags = take_tags(value)
        draft.take_tags(tags)
    for part in (value, *more):
        draft.take(label or Label.NOTE, name, part)


def _settle(draft: Draft) -> None:
    """Give a card without a description its first flow step as statement: what happens is what it demands."""
    if not draft.text and not draft.title and draft.items:
        draft.text = draft.items.pop(0)
