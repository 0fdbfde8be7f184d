"""A requirement while it is being put together, before it is decided whether it is one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from gampgen.domain.location import Location
from gampgen.domain.requirement import Attribute, IdSource, PassedOver
from gampgen.domain.right import Right
from gampgen.parsing.recognition.labels import Label
from gampgen.parsing.recognition.obligation import demands
from gampgen.parsing.recognition.sections import Section
from gampgen.parsing.recognition.tags import Tag


class Form(StrEnum):
    """The ways in which a requirement is written."""

    TABLE_ROW = "table row"
    KEY_VALUE = "key/value table"
    INLINE = "line with its id"
    HEADING = "heading with its id"
    NUMBERED = "numbered line"
    PLAIN = "line without id"
    PLAIN_ROW = "table row without id"


_YES_OR_NO: Final = re.compile(r"(?:yes|no|y|n|x|ja|nein|oui|non|true|false)", re.IGNORECASE)
_OBLIGATION: Final = re.compile(
    r"(?:must|should|could|shall|may|can|won'?t|would)(?: have)?|mandatory|optional|desirable|nice[- ]to[- ]have",
    re.IGNORECASE,
)
_LEADS: Final = (Label.STATEMENT, Label.DESCRIPTION)


@dataclass(slots=True)
class Draft:
    """A requirement in the making.

    `group` is the number of the table that it stands in, or -1. `firm`: its id is set off from the statement. `depth`
    is its list depth. `bulleted`: it is a list item. `label` is its list label. `led_in`: bold words lead
    in to its statement. `own_path` is the path that a heading
    opens. `readings` are the sentences that its row of limits stands for, `mark` is a single letter or digit
    in brackets behind its id, `rights` the cells of a permission matrix,
    `lost` cells whose meaning nothing says.
    """

    form: Form
    section: Section
    location: Location
    id: str = ""
    source: IdSource = IdSource.DOCUMENT
    text: str = ""
    title: str = ""
    items: list[str] = field(default_factory=list)
    readings: tuple[str, ...] = ()
    rights: tuple[Right, ...] = ()
    lost: tuple[str, ...] = ()
    acceptance: list[Attribute] = field(default_factory=list)
    priority: str = ""
    mark: str = ""
    risk: str = ""
    verification: str = ""
    attributes: list[Attribute] = field(default_factory=list)
    firm: bool = True
    depth: int | None = None
    bulleted: bool = False
    group: int = -1
    label: str = ""
    led_in: bool = False
    own_path: tuple[tuple[str, str], ...] | None = None
    _text_label: Label | None = None

    def take(self, label: Label, name: str, value: str) -> None:
        """File `value` under what its label announces; a second statement becomes an item, a second priority a remark.

        A label that is none of the requirement's known parts becomes an attribute under its printed name.
        """
        if not value:
            return
        if label in _LEADS or label is Label.TITLE:
            self._take_words(label, name, value)
        elif label is Label.ACCEPTANCE:
            self.acceptance.append(Attribute(name=name, value=value))
        elif label in {Label.FLOW, Label.VALUE}:
            self.items.append(value)
        elif label is Label.RISK and _YES_OR_NO.fullmatch(value):  # whether it is relevant, and no level
            self.attributes.append(Attribute(name=name or label.value, value=value))
        elif label is Label.PRIORITY and (not self.priority or self._only_obliges(value)):
            self.priority = value
        elif label is Label.RISK and not self.risk:
            self.risk = value
        elif label is Label.VERIFICATION and not self.verification:
            self.verification = value
        else:
            self.attributes.append(Attribute(name=name or label.value, value=value))

    def _only_obliges(self, value: str) -> bool:
        """Whether the priority so far is an obligation ("Must"), and a level follows: the first becomes a remark."""
        obliges = _OBLIGATION.fullmatch(self.priority) is not None and _OBLIGATION.fullmatch(value) is None
        if obliges:
            self.attributes.append(Attribute(name="Obligation", value=self.priority))
        return obliges

    def _take_words(self, label: Label, name: str, value: str) -> None:
        if label is Label.TITLE:
            self.title = self.title or value
            self.attributes.append(Attribute(name=name or "Title", value=value))
        elif not self.text:
            self.text, self._text_label = value, label
        elif label is Label.STATEMENT and self._text_label is Label.DESCRIPTION:
            self.items.append(self.text)
            self.text, self._text_label = value, label
        else:
            self.items.append(value)

    def take_tags(self, tags: Iterable[Tag]) -> None:
        """File bracketed remarks as stated priority, risk or verification."""
        for tag in tags:
            self.take(tag.kind, tag.kind.value, tag.text)

    @property
    def words(self) -> str:
        """What the requirement says: its text, or its title where it has no text."""
        return self.text or self.title

    def passed(self, reason: str) -> PassedOver:
        """This draft with its items as something passed over."""
        return PassedOver(
            text="; ".join((f"{self.id} {self.words}".strip(), *self.items)), location=self.location, reason=reason
        )

    @property
    def demanding(self) -> bool:
        """Whether its text, or one of its items, is worded as an obligation."""
        return demands(self.text) or any(demands(item) for item in self.items)


def fold(text: str) -> str:
    """`text` with each run of white space as one space."""
    return " ".join(text.split())
