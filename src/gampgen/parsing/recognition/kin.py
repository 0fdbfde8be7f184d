"""Lines written alike in one place: where some of them are worded as requirements, the others are requirements too.

A list of requirements is seldom worded evenly. "Sessions are closed after 15 minutes" between two sentences with
"shall" demands no less than they do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from gampgen.parsing.recognition.draft import Draft, Form
from gampgen.parsing.recognition.obligation import Obligation, demands
from gampgen.parsing.recognition.sections import SectionKind

_STATEMENT: Final = 4


def is_statement(draft: Draft) -> bool:
    """Whether the words could state something by their length or by a number in them; a title is shorter."""
    words = draft.text
    return len(words.split()) >= _STATEMENT or any(c.isdigit() for c in words)


def _is_numbered(draft: Draft) -> bool:
    return draft.form is Form.NUMBERED or (draft.bulleted and any(c.isdigit() for c in draft.label))


def _family(draft: Draft) -> tuple[object, ...]:
    """What lines written in the same way in the same section have in common."""
    return (draft.form, draft.section.path, draft.depth, draft.led_in)


def _level(draft: Draft) -> tuple[object, ...]:
    """What numbered lines of the same outline level have in common, wherever they stand."""
    return (draft.form, draft.id.count("."), draft.depth)


class Kin:
    """The lines of a document that prints no ids, counted by how they are written and how many of them demand.

    Args:
        drafts: all of them.
    """

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self._present: Counter[tuple[object, ...]] = Counter()
        self._demanding: Counter[tuple[object, ...]] = Counter()
        self._binding: Counter[tuple[object, ...]] = Counter()
        for draft in drafts:
            demanding = draft.demanding or demands(draft.text, Obligation.PERMISSIVE)
            for key in (_family(draft), _level(draft)):
                self._present[key] += 1
                self._demanding[key] += demanding
                self._binding[key] += draft.demanding

    def speak_for(self, draft: Draft) -> bool:
        """Whether a line that demands nothing by its own words is one of requirements.

        One binding sibling suffices for a numbered statement, or most numbered lines of its level in the document; in a
        part that is for requirements its number does. Lines with bullets or bold lead-ins need half of their siblings.
        """
        family = _family(draft)
        half = 2 * self._demanding[family] >= self._present[family]
        if not _is_numbered(draft):
            return (draft.bulleted or draft.led_in) and half
        level = _level(draft)
        if draft.section.kind is SectionKind.REQUIREMENT and draft.text.endswith((".", ";")) and is_statement(draft):
            return True
        together = half or self._binding[family] > 0 or 2 * self._demanding[level] >= self._present[level]
        return together and is_statement(draft)
