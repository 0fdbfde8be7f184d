"""What was looked for in vain is said: context files that are empty or unused, agents that found nothing, gaps."""

from __future__ import annotations

import pytest

from gampgen.agents import RULES, findings_on
from gampgen.domain.advice import Advice, AdviceKind, AgentAnswer, AgentFailure, AgentName, ContextFile
from gampgen.domain.trace import Source, SourceKind


def file(name: str, passages: int = 3) -> ContextFile:
    return ContextFile(name=name, sha256="0" * 64, passages=passages)


def passage(document: str) -> Advice:
    source = Source(kind=SourceKind.CONTEXT, document=document, quote="words")
    return Advice(agent=AgentName.CONTEXT, requirement_uid="R-1", kind=AdviceKind.PASSAGE, text="words", source=source)


def answer(*advice: Advice, failure: AgentFailure | None = None) -> AgentAnswer:
    return AgentAnswer(agent=AgentName.CONTEXT, version="1", chunk=0, advice=advice, failure=failure)


def codes(answers: tuple[AgentAnswer, ...], *files: ContextFile) -> list[tuple[str, str]]:
    return [(one.code, one.severity.value) for one in findings_on(answers, files)]


def test_files_of_which_nothing_was_used_are_a_warning() -> None:
    assert codes((answer(),), file("a.md"), file("b.md")) == [("CA-NONE", "warning")]
    assert codes((answer(passage("a.md")),), file("a.md"), file("b.md")) == [("CA-UNUSED", "warning")]
    assert codes((answer(passage("a.md"), passage("b.md")),), file("a.md"), file("b.md")) == []


def test_a_file_without_text_is_a_warning_whatever_else_was_found() -> None:
    assert codes((answer(passage("a.md")),), file("a.md"), file("scan.pdf", 0)) == [("CA-EMPTY", "warning")]
    assert codes((answer(),), file("scan.pdf", 0)) == [("CA-EMPTY", "warning"), ("CA-NONE", "warning")]


def test_without_files_nothing_is_missed() -> None:
    assert codes((answer(),)) == []


def test_of_an_agent_that_failed_nothing_is_said_here() -> None:
    failure = AgentFailure(kind="TimeoutError", message="gave no answer in time", attempts=1)
    assert codes((answer(failure=failure),), file("a.md")) == []


@pytest.mark.parametrize(("kind", "ref", "code"), [
    (AdviceKind.NOTHING_FOUND, "RA-NONE", "RA-NONE"),
    (AdviceKind.NOTHING_FOUND, None, "AG-NONE"),
    (AdviceKind.GAP, "A11-9", "RA-GAP"),
])  # fmt: skip
def test_silence_and_gaps_are_findings_in_their_own_words(kind: AdviceKind, ref: str | None, code: str) -> None:
    source = Source(kind=SourceKind.RULE, ref=ref)
    piece = Advice(agent=AgentName.RESEARCH, requirement_uid=None, kind=kind, text="No word of it", source=source)
    found = findings_on((answer(piece),), ())
    assert [(one.code, one.severity.value, one.message) for one in found] == [(code, "info", "No word of it")]
    assert code in {rule.code for rule in RULES}
