"""A model that obeys what a requirement's text tells it changes nothing but its own marked words."""

from __future__ import annotations

from pathlib import Path

from tests.llm.fake_server import serving
from tests.llm.injections import injection_documents, obedient, some
from tests.llm.reading import caller_for, drafted, read_again, read_document, settings_at


def test_there_are_two_hundred_different_documents() -> None:
    assert len({text for text, _ in injection_documents()}) == 200


def test_an_obedient_model_changes_no_id_count_verdict_or_file(tmp_path: Path) -> None:
    with serving() as server:
        for style, (text, said) in enumerate(some(5)):
            server.fault = obedient(said, style)
            given = drafted(read_document(tmp_path, text))
            llm = settings_at(server, per_question=50)
            read = read_again(given, llm, caller_for(llm))
            own = [test for test in read.draft.tests if test.origin == "rules"]
            assert [test.id for test in own] == [test.id for test in given.draft.tests]
            for test, before in zip(own, given.draft.tests, strict=True):
                worded = {"steps", "origin"}
                assert test.model_dump(exclude=worded) == before.model_dump(exclude=worded)
                assert [(s.number, s.source, s.evidence) for s in test.steps] == [
                    (s.number, s.source, s.evidence) for s in before.steps
                ]
            said_by_model = " ".join(one.text for one in read.reading.contributions)
            for word in ("PASS", "http", "URS-999", ".exe", "sk-", "80.0", "approved by"):
                assert word not in said_by_model, (said, style)
            assert "LLM7" in {finding.code for finding in read.findings}, said
