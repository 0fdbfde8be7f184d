"""When the run did what: a lane for each kind of work, from the first to the last entry of the record about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gampgen.audit.record import AuditEntry

_ASKED, _ANSWERS = "agent_asked", ("agent_answered", "agent_answer_kept", "agent_failed")
_WORK = {
    "document_read": "Document read",
    "requirement_recognised": "Requirements recognised",
    "category_proposed": "Category proposed",
    "requirement_planned": "Requirements planned",
    "test_drafted": "Tests drafted",
    "suite_assembled": "Suite assembled",
    "file_rendered": "Files written",
}


@dataclass(frozen=True, slots=True)
class Lane:
    """A bar of the timeline: `start` and `width` in whole per mille of the run, `span` the same in seconds."""

    name: str
    kind: str
    start: int
    width: int
    span: str


def timeline(entries: tuple[AuditEntry, ...]) -> tuple[Lane, ...]:
    """The lanes of a run in the order of their beginning. An agent's lane goes from a question to its answer."""
    whole = max((one.elapsed_us for one in entries), default=0)
    if not whole:
        return ()
    found = sorted((*_work(entries), *_answers(entries)), key=lambda lane: (lane[2], lane[3], lane[0]))
    return tuple(_lane(name, kind, first, last, whole) for name, kind, first, last in found)


def _work(entries: Iterable[AuditEntry]) -> Iterator[tuple[str, str, int, int]]:
    times: dict[str, list[int]] = {}
    for one in entries:
        if one.action in _WORK:
            times.setdefault(one.action, []).append(one.elapsed_us)
    for action, held in times.items():
        yield _WORK[action], "work", min(held), max(held)


def _answers(entries: Iterable[AuditEntry]) -> Iterator[tuple[str, str, int, int]]:
    asked: dict[str, int] = {}
    for one in entries:
        if one.action == _ASKED:
            asked[one.subject] = one.elapsed_us
        elif one.action in _ANSWERS and one.subject in asked:
            kind = "failure" if one.action == _ANSWERS[-1] else "answer"
            yield f"Agent {one.subject}", kind, asked.pop(one.subject), one.elapsed_us
    yield from ((f"Agent {subject}", "failure", at, at) for subject, at in asked.items())


def _lane(name: str, kind: str, first: int, last: int, whole: int) -> Lane:
    start = min(first * 1000 // whole, 996)
    width = max((last - first) * 1000 // whole, 4)
    return Lane(name, kind, start, min(width, 1000 - start), f"{first / 1e6:.2f} to {last / 1e6:.2f} s")
