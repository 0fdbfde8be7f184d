"""Tracked changes (ECMA-376 part 1, §17.13.5): one wording is read, the one that the user chose."""

from __future__ import annotations

from typing import Final

from gampgen.errors import InputError
from gampgen.readers.docx_names import DELETED, INSERTED, MOVED_FROM, MOVED_TO, W
from gampgen.readers.package import Element
from gampgen.settings import TrackedChanges

_WORDING: Final = (INSERTED, DELETED, MOVED_FROM, MOVED_TO, W + "cellIns", W + "cellDel", W + "cellMerge")
_FORMATTING: Final = tuple(
    W + name
    for name in (
        "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblGridChange", "trPrChange", "tcPrChange",
        "tblPrExChange", "numberingChange",
    )
)  # fmt: skip
_NEW: Final = frozenset({INSERTED, MOVED_TO, W + "cellIns"})
_OLD: Final = frozenset({DELETED, MOVED_FROM, W + "cellDel"})


class Changes:
    """Which of the two wordings is read. Without tracked changes both are the same."""

    def __init__(self, tracked: TrackedChanges | None) -> None:
        self._former = tracked is TrackedChanges.REJECT
        self._dropped = _NEW if self._former else _OLD
        self.wording = 0
        self.formatting = 0

    def weigh(self, root: Element, part: str, tracked: TrackedChanges | None) -> None:
        """Counts the changes of a part.

        Raises:
            InputError: there are changes of the wording and the user did not say which one to read.
        """
        wording = sum(1 for _ in root.iter(*_WORDING))
        self.wording += wording
        self.formatting += sum(1 for _ in root.iter(*_FORMATTING))
        if wording and tracked is None:
            raise InputError(
                f"The document has {wording} tracked change(s) in {part}, so it has two wordings",
                hint="Accept or reject them in the source, or pass --tracked accept or --tracked reject.",
            )

    def drops(self, tag: str) -> bool:
        """True for an element that wraps text of the other wording."""
        return tag in self._dropped

    def mark_is_gone(self, properties: Element | None) -> bool:
        """True where a paragraph's end is not in this wording: it runs on into the next paragraph."""
        mark = None if properties is None else properties.find(W + "rPr")
        return mark is not None and any(child.tag in self._dropped for child in mark)

    def drops_part(self, properties: Element | None) -> bool:
        """True for a table row or cell that is not in this wording."""
        return properties is not None and any(child.tag in self._dropped for child in properties)

    def paragraph_properties(self, paragraph: Element) -> Element | None:
        """The paragraph's properties in this wording."""
        return self._properties(paragraph, "pPr")

    def run_properties(self, run: Element) -> Element | None:
        """The run's properties in this wording."""
        return self._properties(run, "rPr")

    def _properties(self, element: Element, name: str) -> Element | None:
        present = element.find(W + name)
        if not self._former or present is None:
            return present
        former = present.find(f"{W}{name}Change/{W}{name}")
        return present if former is None else former
