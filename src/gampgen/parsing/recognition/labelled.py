"""Lines that begin with a label: "Priority: High", "**Requirement:** …", "ID: UR-12"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from gampgen.domain.document import Paragraph
from gampgen.parsing.recognition.draft import Draft, Form, fold
from gampgen.parsing.recognition.identifiers import is_strong_id, unbracketed
from gampgen.parsing.recognition.labels import Label, folded, label_of, names_requirement_id
from gampgen.parsing.recognition.lines import is_bare_label
from gampgen.parsing.recognition.obligation import demands
from gampgen.parsing.recognition.sections import Section

_LABELLED: Final = re.compile(r"([^:.!?]{1,50}?)\s*:\s*(.*)", re.DOTALL)
_FIELDS: Final = frozenset({
    Label.STATEMENT, Label.DESCRIPTION, Label.ACCEPTANCE, Label.PRIORITY, Label.RISK, Label.VERIFICATION, Label.NOTE,
    Label.SOURCE, Label.CATEGORY, Label.RESPONSE, Label.TITLE, Label.FLOW, Label.ROLE, Label.VALUE, Label.TEST,
    Label.PERSON, Label.VERSION, Label.DATE, Label.ID,
})  # fmt: skip
_OPENING: Final = frozenset({
    Label.STATEMENT, Label.DESCRIPTION, Label.ACCEPTANCE, Label.PRIORITY, Label.RISK, Label.VERIFICATION,
})  # fmt: skip
_BESIDE: Final = frozenset({Label.ACCEPTANCE, Label.PRIORITY, Label.RISK, Label.VERIFICATION, Label.NOTE})
# The heading of a part that states several, not the label of one.
_SEVERAL: Final = re.compile(
    r"(?:requirements|anforderungen|exigences|requisitos|requerimientos|requisiti|eisen|vereisten|needs)\Z"
)
_LONGEST_NAME: Final = 8
_PLAIN_IDS: Final = frozenset({"id", "identifier", "nr", "no", "number", "nummer", "numéro", "número", "numero"})


@dataclass(frozen=True, slots=True)
class Said:
    """A label, its printed name, and what stands behind it; `value` is "" where the label is a line of its own."""

    label: Label
    name: str
    value: str

    @property
    def identifies(self) -> bool:
        """Whether the line gives the id of a requirement."""
        plain = names_requirement_id(self.name) or folded(self.name) in _PLAIN_IDS
        return self.label is Label.ID and plain and is_strong_id(self.value)

    @property
    def opens(self) -> bool:
        """Whether such a line under a heading makes a requirement of what stands there."""
        return self.label in _OPENING

    @property
    def stands_beside(self) -> bool:
        """Whether the line says something about the sentence above it, and demands nothing itself."""
        return self.label in _BESIDE and not (self.label is Label.NOTE and demands(self.value))


def said_in(block: Paragraph, text: str, *, bare: bool) -> Said | None:
    """What a labelled line says; None where it begins with no label.

    Args:
        block: the line.
        text: its text, white space folded.
        bare: whether a label may stand alone, what it announces in the lines below it.
    """
    lead = fold(block.lead).rstrip(":").strip()
    value = text[len(lead) :].lstrip(" :–-") if lead and text.startswith(lead) else ""
    label = label_of(lead) if value else None
    if label in _FIELDS:
        return Said(label, lead, value)
    found = _LABELLED.fullmatch(text)
    label = label_of(found.group(1)) if found and is_bare_label(found.group(1)) else None
    if found and label in _FIELDS:
        return Said(label, found.group(1), found.group(2))
    label = label_of(text) if bare and is_bare_label(text) and not _SEVERAL.search(folded(text)) else None
    return Said(label, text, "") if label in _FIELDS else None


def card(block: Paragraph, section: Section, titled: bool, said: Said) -> Draft:  # noqa: FBT001 - a plain fact
    """A requirement whose parts stand under labels; `titled`: the heading of its section is its title."""
    draft = Draft(Form.PLAIN, section, block.location, depth=block.depth)
    if titled:
        draft.take(Label.TITLE, "", section.title)
    if said.identifies:
        identify(draft, said)
    return draft


def entitle(draft: Draft) -> None:
    """Make what stands beside the id of a line the title, where it only names what a label then states."""
    name = draft.text
    only_named = draft.form is Form.INLINE and name and not (draft.items or draft.title or demands(name))
    if only_named and len(name.split()) <= _LONGEST_NAME and not name.endswith((".", ":", ";")):
        draft.text = ""
        draft.take(Label.TITLE, "", name)


def identify(draft: Draft, said: Said) -> None:
    """Give a draft the id that a label announces."""
    draft.id, draft.form = unbracketed(said.value), Form.HEADING
