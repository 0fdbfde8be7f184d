"""What belongs to a document is worked out once for all its chunks, and never taken over by another document."""

from __future__ import annotations

from collections.abc import Callable

from gampgen.agents.prepared import Prepared
from gampgen.domain.advice import Question


def test_each_document_is_prepared_once(ask: Callable[..., Question]) -> None:
    seen: list[str] = []

    def prepare(question: Question) -> str:
        seen.append(question.recognition.requirements[0].text)
        return seen[-1]

    prepared = Prepared(prepare)
    valve, pump = ask(["The valve shall open."]), ask(["The pump shall stop."])
    chunks = [valve.model_copy(update={"chunk": number}) for number in range(3)]
    assert [prepared.for_document(chunk) for chunk in chunks] == ["The valve shall open."] * 3
    assert prepared.for_document(pump) == "The pump shall stop."
    assert prepared.for_document(chunks[1]) == "The valve shall open."
    assert seen == ["The valve shall open.", "The pump shall stop.", "The valve shall open."]
