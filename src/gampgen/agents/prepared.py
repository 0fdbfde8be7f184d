"""What an agent works out once per document, although it is asked about the document in chunks."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

from gampgen.domain.advice import Question

_Prepared = TypeVar("_Prepared")


class Prepared(Generic[_Prepared]):
    """Keeps what was prepared for the document that was asked about last; chunks may be answered in several threads.

    Args:
        prepare: works it out from what all questions on a document share: the recognition and the passages.
    """

    def __init__(self, prepare: Callable[[Question], _Prepared]) -> None:
        self._prepare = prepare
        self._lock = Lock()
        self._last: tuple[Question, _Prepared] | None = None

    def for_document(self, question: Question) -> _Prepared:
        """What was prepared for the question's document; worked out at the first question on it."""
        with self._lock:
            if self._last is None or not _same_document(self._last[0], question):
                self._last = (question, self._prepare(question))
            return self._last[1]


def _same_document(one: Question, other: Question) -> bool:
    """Whether both hold the very same objects; to compare the texts would cost what is to be saved."""
    return one.recognition is other.recognition and one.passages is other.passages
