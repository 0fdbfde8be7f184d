"""Requirements bound to the tables that they point to: permission matrices and tables of limits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from gampgen.domain.document import Paragraph
from gampgen.domain.requirement import PassedOver, Requirement
from gampgen.domain.table_reference import TableReference
from gampgen.parsing.recognition.choice import Choice
from gampgen.parsing.recognition.draft import Draft
from gampgen.parsing.recognition.limit_effects import Meaning, meaning_of
from gampgen.parsing.recognition.table_references import Placed, Pointer, limits_pointer, matrix_pointer
from gampgen.parsing.recognition.tables import Reading

Readings = Mapping[int, Reading]
_END: Final = " .,;:"


@dataclass(slots=True)
class Bound:
    """The tables of a document that requirements point to.

    `matrix`, `limits` are the references by the place of their draft among those kept, `rows` the places of the rows
    that are requirements, by table. `unclaimed`, `lost` are rows of matrices and of tables of limits that are no
    requirements and that no requirement points to.
    """

    matrix: dict[int, Pointer]
    limits: dict[int, Pointer]
    rows: dict[int, tuple[int, ...]]
    unclaimed: list[PassedOver]
    lost: list[PassedOver]

    def referring(self, requirements: tuple[Requirement, ...]) -> tuple[Requirement, ...]:
        """The requirements, each with the tables that it points to."""
        return tuple(
            one.model_copy(
                update={
                    "matrix": self._reference(self.matrix.get(n), requirements),
                    "limits": self._reference(self.limits.get(n), requirements),
                }
            )
            if n in self.matrix or n in self.limits
            else one
            for n, one in enumerate(requirements)
        )

    def _reference(self, pointer: Pointer | None, requirements: tuple[Requirement, ...]) -> TableReference | None:
        if pointer is None:
            return None
        uids = (requirements[n].uid for table in pointer.tables for n in self.rows.get(table, ()))
        return TableReference(words=pointer.words.rstrip(_END), found=bool(pointer.tables), row_uids=tuple(uids))


def bind(choice: Choice, readings: Readings, placed: Placed) -> Bound:
    """Give the rows of a table that are no requirements to the requirement that points to it.

    Args:
        choice: what was decided; its drafts get items, rights and readings; what they take is passed over no longer.
        readings: the readings of the document's tables by the number of their block.
        placed: the document's blocks with their sections.
    """
    matrices = {n: one for n, one in readings.items() if one.matrix is not None}
    limits = {n: one for n, one in readings.items() if one.limits is not None}
    kept = {id(draft) for draft in choice.kept}
    own = {**matrices, **limits}
    rows = {table: tuple(n for n, draft in enumerate(choice.kept) if draft.group == table) for table in own}
    loose = {n: [one for one in reading.drafts if id(one) not in kept] for n, reading in own.items()}
    to_matrix = {
        n: found
        for n, draft in enumerate(choice.kept)
        if (found := matrix_pointer(draft, placed, matrices)) is not None
    }
    for n, pointer in to_matrix.items():
        for table in pointer.tables:
            _take_rights(choice.kept[n], loose[table])
    to_limits: dict[int, Pointer] = {}
    for n, draft in enumerate(choice.kept):
        meaning = meaning_of(draft.words)
        if n not in to_matrix and (found := limits_pointer(draft, meaning, placed, limits)) is not None:
            to_limits[n] = found
            _take_limits(draft, meaning, found, limits, loose)
    _strike_used(choice, limits, placed)
    left = _unclaimed(choice, loose, {t for one in (*to_matrix.values(), *to_limits.values()) for t in one.tables})
    return Bound(
        to_matrix, to_limits, rows,
        [one for table in matrices for one in left.get(table, ())],
        [one for table in limits for one in left.get(table, ())],
    )  # fmt: skip


def _strike_used(choice: Choice, limits: Readings, placed: Placed) -> None:
    """A sentence above a table of limits that gives its rows their effect is in their tests, and not unclaimed."""
    above = (placed[n - 1][0] for n, one in limits.items() if n and any(draft.readings for draft in one.drafts))
    used = {block.location for block in above if isinstance(block, Paragraph) and meaning_of(block.text).effects}
    choice.unclaimed = [one for one in choice.unclaimed if one.location not in used]


def _unclaimed(choice: Choice, loose: Mapping[int, list[Draft]], pointed: set[int]) -> dict[int, list[PassedOver]]:
    """Rows that nobody takes, by table; those taken are struck off what was passed over."""
    taken = {one.location for table in pointed for one in loose[table]}
    choice.passed = [one for one in choice.passed if one.location not in taken]
    places = {one.location for one in choice.passed}
    left = {table: own for table, own in loose.items() if table not in pointed}
    reason = "row of a table that no requirement points to"
    choice.passed.extend(one.passed(reason) for own in left.values() for one in own if one.location not in places)
    by_place = {one.location: one for one in choice.passed}
    return {table: [by_place[one.location] for one in own] for table, own in left.items()}


def _take_rights(draft: Draft, rows: Sequence[Draft]) -> None:
    """Rows without ids become items of the requirement, and their cells its rights, each quoting its row."""
    for row in rows:
        words = "; ".join((row.words, *row.items))
        draft.items.append(words)
        quoted = (one.model_copy(update={"quote": words}) for one in row.rights)
        draft.rights = (*draft.rights, *quoted)


def _take_limits(
    draft: Draft, meaning: Meaning, pointer: Pointer, limits: Readings, loose: Mapping[int, list[Draft]]
) -> None:
    """Rows without ids become items of the requirement; each row is read by what the requirement says of its limits."""
    sentences: list[str] = []
    spoken = False
    for table in pointer.tables:
        reading, own = limits[table], loose[table]
        says = meaning.effects or meaning.duty or meaning.reaction
        if reading.limits is not None and (says or not any(one.readings for one in reading.drafts)):
            reading.limits.state(reading.drafts, meaning)
        draft.items.extend(one.text for one in own)
        sentences += [sentence for one in own for sentence in one.readings]
        draft.lost = (*draft.lost, *(cell for one in own for cell in one.lost))
        spoken = spoken or any(one.readings for one in reading.drafts)
    if spoken:
        draft.readings = (*sentences, *(f"{one}." for one in meaning.further if pointer.words.rstrip(_END) not in one))
