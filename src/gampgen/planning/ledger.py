"""The ledger: each requirement stands in exactly one place."""

from __future__ import annotations

from collections.abc import Sequence

from gampgen.domain.risk import DispositionKind, PlannedRequirement
from gampgen.domain.suite import LedgerEntry
from gampgen.errors import InternalError


def ledger(planned: Sequence[PlannedRequirement]) -> tuple[LedgerEntry, ...]:
    """How many requirements have each disposition, and which; kinds without any are listed with 0.

    Args:
        planned: all requirements of a document.

    Raises:
        InternalError: if the counts do not add up to the number of requirements, or a uid stands in two places.
    """
    entries = tuple(
        LedgerEntry(kind=kind, count=len(uids), requirement_uids=uids)
        for kind in DispositionKind
        for uids in (tuple(one.analysed.requirement.uid for one in planned if one.disposition.kind is kind),)
    )
    booked = [uid for entry in entries for uid in entry.requirement_uids]
    if sum(entry.count for entry in entries) != len(planned) or len(set(booked)) != len(planned):
        raise InternalError(
            f"The ledger does not close: {len(planned)} requirements, {len(set(booked))} of {len(booked)} booked",
            hint="Please report this with the document, if you may; the suite was not written.",
            where="planning ledger",
        )
    return entries
