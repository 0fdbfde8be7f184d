"""A firm's own clauses and corrections: added, laid over entries, digested, and refused where they are not whole."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from gampgen import knowledge
from gampgen.domain.statement import Archetype, ArchetypeCue
from gampgen.errors import UsageError
from gampgen.knowledge import ClauseStatus
from gampgen.knowledge.clauses import Confidence

SOP = """
sources:
  - key: SOP-7
    title: SOP-0007 Electronic records
    publisher: Example Pharma Ltd
    version: "4.0"
    status: in_force
    effective: "2025-03-01"
clauses:
  - id: SOP-7-5.2
    source: SOP-7
    clause: "5.2"
    cited_as: SOP-0007 §5.2
    title: Second person review
    paraphrase: A second person reviews each manual entry before it is used.
    testable: true
    control_type: technical
    keywords: [blue folder check]
"""


def write(folder: Path, text: str, name: str = "ours.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_without_files_it_is_the_shipped_reference() -> None:
    assert knowledge.load_with(()) is knowledge.load()


def test_a_firms_clause_is_found_cited_and_digested(tmp_path: Path) -> None:
    path = write(tmp_path, SOP)
    known = knowledge.load_with([path])
    hits = knowledge.search(known, ("Entries shall follow the blue folder check.",))
    assert [(hit.clause.id, hit.quote) for hit in hits] == [("SOP-7-5.2", "blue folder check")]
    cited = known.citation("SOP-7-5.2")
    assert (cited.clause, cited.version, cited.status) == ("SOP-0007 §5.2", "4.0", "in_force")
    assert known.clause("SOP-7-5.2").confidence is Confidence.NOT_STATED
    assert [(one.name, one.sha256, one.overridden) for one in known.firm] == [
        ("ours.yaml", hashlib.sha256(path.read_bytes()).hexdigest(), ())
    ]
    assert len(known.clauses) == len(knowledge.load().clauses) + 1
    assert knowledge.load().firm == ()


def test_what_is_changed_keeps_the_rest_and_is_told(tmp_path: Path) -> None:
    path = write(tmp_path, "clauses:\n  - id: A11D-12.1\n    status: superseded\n")
    changed = knowledge.load_with([path]).clause("A11D-12.1")
    shipped = knowledge.load().clause("A11D-12.1")
    assert changed == shipped.model_copy(update={"status": ClauseStatus.SUPERSEDED})
    assert [(one.id, one.before, one.after) for one in knowledge.overrides_of([path])] == [
        ("A11D-12.1", ClauseStatus.DRAFT, ClauseStatus.SUPERSEDED)
    ]


@pytest.mark.parametrize("status", ["draft", "superseded", "own_advice", "industry_guidance"])
def test_what_a_firm_has_withdrawn_is_never_called_for(status: str, tmp_path: Path) -> None:
    text = "Each change shall be recorded in the audit trail above 8.0 °C."
    cues = (
        ArchetypeCue(archetype=Archetype.AT, quote="audit trail"),
        ArchetypeCue(archetype=Archetype.NUM, quote="above 8.0 °C"),
    )
    found = {hit.clause.id for hit in knowledge.search(knowledge.load(), (text,), cues)}
    assert {"A11-9", "A11-4.7"} <= found
    path = write(tmp_path, f"clauses:\n  - {{id: A11-9, status: {status}}}\n  - {{id: A11-4.7, status: {status}}}\n")
    left = {hit.clause.id for hit in knowledge.search(knowledge.load_with([path]), (text,), cues)}
    assert left & {"A11-9", "A11-4.7"} == set()
    assert "P11-11.10-e" in left


def test_a_later_file_goes_over_an_earlier_one(tmp_path: Path) -> None:
    first = write(tmp_path, SOP, "first.yaml")
    second = write(tmp_path, "clauses:\n  - {id: SOP-7-5.2, title: Review}\n", "second.yaml")
    known = knowledge.load_with([first, second])
    assert known.clause("SOP-7-5.2").title == "Review"
    assert [one.overridden for one in known.firm] == [(), ("SOP-7-5.2",)]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "holds nothing"),
        ("clause: []", "sources and clauses are known"),
        ("clauses: {a: b}", "no list"),
        ("clauses:\n  - {id: X-1}", "Field required"),
        (SOP.replace("source: SOP-7", "source: SOP-8"), "version"),
        (SOP.replace("status: in_force", "status: binding"), "status"),
        (SOP.replace("keywords: [blue folder check]", "keywords: []"), "no keyword"),
        (SOP.replace("keywords: [blue folder check]", "patterns: ['(']"), "is none"),
        (SOP.replace("title: Second", "titel: Second"), "titel"),
        (SOP + SOP[SOP.index("  - id: SOP-7-5.2") :], "twice"),
        ("clauses:\n  - {id: A11-9, status: mixed}", "say what this clause is"),
        ("clauses: [", "YAML"),
    ],
)
def test_what_is_not_whole_is_refused_by_name(text: str, problem: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=problem) as caught:
        knowledge.load_with([write(tmp_path, text)])
    assert "ours.yaml" in str(caught.value)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        knowledge.load_with([tmp_path / "missing.yaml"])
