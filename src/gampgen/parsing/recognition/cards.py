"""Key/value tables under a heading or a line that bears their id: cards of one requirement."""

from __future__ import annotations

from gampgen.parsing.recognition.draft import Draft, Form
from gampgen.parsing.recognition.labels import Label
from gampgen.parsing.recognition.tables import Reading


def captions(draft: Draft, reading: Reading) -> bool:
    """Whether a line with an id is no more than the caption of the one card below it, which then gets its id."""
    if draft.form is not Form.INLINE or len(reading.drafts) != 1 or draft.demanding or draft.items:
        return False
    card = reading.drafts[0]
    if card.id not in {"", draft.id}:
        return False
    if not card.id:
        card.id, card.source = draft.id, draft.source
        card.take(Label.TITLE, "", draft.text)
    return True


def merge_card(draft: Draft, reading: Reading) -> None:
    """Give a heading's requirement what its card states."""
    card = reading.drafts[0]
    if card.id not in {"", draft.id}:
        return
    draft.text = card.text
    draft.items.extend(card.items)
    draft.acceptance.extend(card.acceptance)
    draft.attributes.extend(card.attributes)
    draft.priority, draft.risk, draft.verification = card.priority, card.risk, card.verification
    del reading.drafts[0]


def announces(draft: Draft, reading: Reading) -> bool:
    """Whether a table holds the values that the requirement above it speaks of ("… these temperatures:").

    Rows that bear an id or demand something are requirements of their own.
    """
    told = draft.text.endswith(":")
    if not reading.drafts:
        return told or "table" in draft.text.casefold()
    own = any(one.id or one.demanding for one in reading.drafts)
    return told and bool(draft.id) and draft.form in {Form.HEADING, Form.INLINE} and not own
