"""The findings on permission matrices and tables of limits: what was not taken, not found, not understood."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from gampgen.domain.finding import Finding
from gampgen.domain.requirement import PassedOver, Requirement
from gampgen.parsing.recognition.finding_words import about, counted, finding, short

_NAMED: Final = 12


def check_matrix(rows: Sequence[PassedOver]) -> tuple[Finding, ...]:
    """The finding on a permission matrix that was not taken.

    Args:
        rows: its rows, passed over.
    """
    if not rows:
        return ()
    message = (
        f"A matrix says by marks who may do what ({counted(len(rows), 'row')}, the first “{short(rows[0].text)}” at "
        f"{rows[0].location.in_words()}); its rows bear no ids and were not taken as requirements."
    )
    return (finding("REC17", message, rows[0].location),)


def check_rights(requirements: Sequence[Requirement]) -> tuple[Finding, ...]:
    """The findings on cells of permission matrices whose marks have no known meaning, and on matrices not found.

    Args:
        requirements: what was recognised, each with its rights and the matrix that it points to.
    """
    found = []
    for one in requirements:
        open_cells = dict.fromkeys(
            f"{right.function} / {right.role}: {f'“{right.mark}”' if right.mark else 'empty'}"
            for right in one.rights
            if right.allowed is None
        )
        if open_cells:
            message = f"The meaning of {counted(len(open_cells), 'cell')} of the permission matrix is not said: "
            found.append(about("REC20", one, f"{message}{'; '.join(open_cells)}."))
        if one.matrix is not None and not one.matrix.found:
            message = f"It points to a permission matrix (“{one.matrix.words}”) that was not found in the document."
            found.append(about("REC21", one, message))
    return tuple(found)


def check_limits(requirements: Sequence[Requirement], lost: Sequence[PassedOver]) -> tuple[Finding, ...]:
    """The findings on cells of tables of limits that are in no test.

    Args:
        requirements: what was recognised, each with the cells whose meaning nothing says.
        lost: rows of tables of limits that are no requirements and that no requirement points to.
    """
    found = [
        about(
            "REC22",
            one,
            f"What happens at {counted(len(one.lost), 'value')} of the table is not said: {_cells(one.lost)}.",
        )
        for one in requirements
        if one.lost
    ]
    if lost:
        message = f"A table of limits is in no requirement ({counted(len(lost), 'row')}): "
        found.append(finding("REC22", f"{message}{_cells([short(one.text) for one in lost])}.", lost[0].location))
    return tuple(found)


def _cells(cells: Sequence[str]) -> str:
    further = f" and {len(cells) - _NAMED} more" if len(cells) > _NAMED else ""
    return "; ".join(cells[:_NAMED]) + further
