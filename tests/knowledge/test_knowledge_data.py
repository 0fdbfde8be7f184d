"""The reference as it ships: every entry is complete, consistent, and says how it was verified."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from importlib import resources

import pytest

from gampgen import knowledge
from gampgen.domain.statement import Archetype
from gampgen.knowledge.clauses import Clause, ClauseStatus
from gampgen.knowledge.words import stems

KNOWN = knowledge.load()
NEVER_CITED = {
    ClauseStatus.DRAFT,
    ClauseStatus.SUPERSEDED,
    ClauseStatus.OWN_ADVICE,
    ClauseStatus.MIXED,
    ClauseStatus.INDUSTRY_GUIDANCE,
}


def test_all_409_clauses_are_there_and_no_id_repeats() -> None:
    assert len(KNOWN.clauses) == 409
    assert max(Counter(clause.id for clause in KNOWN.clauses).values()) == 1


@pytest.mark.parametrize("clause", KNOWN.clauses, ids=lambda clause: clause.id)
def test_a_clause_is_complete(clause: Clause) -> None:
    assert clause.id.startswith(clause.source)
    assert KNOWN.source(clause.source).key == clause.source
    for words in (clause.clause, clause.cited_as, clause.title, clause.paraphrase, clause.version, clause.how_verified):
        assert words.strip()
    assert clause.keywords or clause.supporting_keywords or not clause.citable
    assert bool(clause.typical_oq_checks) == clause.testable
    assert all(check.action and check.expected for check in clause.typical_oq_checks)
    for pattern in clause.patterns:
        re.compile(pattern)


@pytest.mark.parametrize("clause", KNOWN.clauses, ids=lambda clause: clause.id)
def test_a_keyword_of_a_clause_is_given_once(clause: Clause) -> None:
    forms = [stems(keyword) for keyword in (*clause.keywords, *clause.supporting_keywords)]
    assert all(forms)
    assert len(set(forms)) == len(forms)


def test_drafts_superseded_texts_own_advice_and_what_cannot_be_tested_are_never_citable() -> None:
    cited = [clause for clause in KNOWN.clauses if clause.citable]
    assert {clause.status for clause in cited} == {ClauseStatus.IN_FORCE, ClauseStatus.GUIDANCE}
    assert all(clause.testable for clause in cited)
    assert not any(clause.citable for clause in KNOWN.clauses if clause.status in NEVER_CITED)
    assert len(cited) == 125


def test_every_draft_says_so_where_it_is_printed() -> None:
    drafts = [clause for clause in KNOWN.clauses if clause.status is ClauseStatus.DRAFT]
    assert len(drafts) == 86
    assert all("draft" in clause.cited_as.lower() for clause in drafts)


def test_what_steers_the_look_up_names_clauses_that_exist_and_may_be_cited() -> None:
    named = {archetype.value for archetype in Archetype} | {"PERMISSION"}
    assert {entry.archetype for entry in KNOWN.archetypes} == named
    refs = [ref for entry in KNOWN.archetypes for ref in (*entry.always, *entry.with_keyword, *entry.otherwise)]
    refs += [expectation.clause for expectation in KNOWN.expectations]
    assert all(KNOWN.clause(ref).citable for ref in refs)
    assert all(set(entry.not_beside) <= named for entry in KNOWN.archetypes)


def test_the_digest_is_that_of_the_data_files() -> None:
    folder = resources.files("gampgen.knowledge") / "data"
    digest = hashlib.sha256()
    for name in sorted(entry.name for entry in folder.iterdir()):
        content = (folder / name).read_bytes()
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    assert KNOWN.sha256 == digest.hexdigest()


def test_the_reference_is_read_once() -> None:
    assert knowledge.load() is KNOWN


@pytest.mark.parametrize(
    ("ref", "printed", "status"),
    [
        ("P11-11.10-e", "21 CFR 11.10(e)", "in_force"),
        ("A11-7.2", "EU GMP Annex 11 §7.2", "in_force"),
        ("211-211.68-b-backup", "21 CFR 211.68(b)", "in_force"),
        ("A15-3.11", "EU GMP Annex 15 §3.11", "in_force"),
        ("MHRA-6.13", "MHRA GXP data integrity guidance §6.13", "guidance"),
        ("A11D-12.1", "EU GMP Annex 11 draft (2025) §12.1", "draft"),
        ("820-ISO-13485-4.1.6", "ISO 13485 4.1.6", "in_force"),
    ],
)
def test_a_citation_is_printed_as_the_field_prints_it_with_its_status(ref: str, printed: str, status: str) -> None:
    cited = knowledge.citation(ref)
    assert (cited.ref, cited.clause, cited.status) == (ref, printed, status)
    assert cited.source_title == KNOWN.source(KNOWN.clause(ref).source).title
    assert cited.version


def test_an_unknown_clause_is_refused_by_name() -> None:
    with pytest.raises(knowledge.UnknownClauseError, match="P11-99"):
        knowledge.citation("P11-99")
    with pytest.raises(knowledge.UnknownClauseError, match="XYZ"):
        KNOWN.source("XYZ")
