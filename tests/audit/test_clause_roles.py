"""The table of responsibilities names every clause of Part 11's controls and of Annex 11, and claims nothing."""

import re
from pathlib import Path

from gampgen import knowledge
from gampgen.audit.clause_roles import Role, clause_roles

ROOT = Path(__file__).resolve().parents[2]
CLAIMS = re.compile(r"\b(compliant|complies|fulfils|guarantees|ensures compliance)\b", re.IGNORECASE)


def test_every_control_of_part_11_and_every_section_of_annex_11_has_its_line() -> None:
    named = {one.clause for one in clause_roles()}
    wanted = {
        clause.id
        for clause in knowledge.load().clauses
        if re.match(r"P11-11\.(10|30|50|70|100|200|300)(-|$)", clause.id) or re.match(r"A11-\d", clause.id)
    }
    assert named == wanted
    assert len(named) == len(clause_roles())


def test_each_line_says_how_and_all_three_roles_occur() -> None:
    for one in clause_roles():
        assert len(one.how.split()) >= 3, one
        assert one.how.endswith("."), one
        assert not CLAIMS.search(one.how), one
    assert {one.role for one in clause_roles()} == set(Role)


def test_the_document_shows_the_same_table() -> None:
    text = (ROOT / "docs" / "part11.md").read_text(encoding="utf-8")
    for one in clause_roles():
        assert f"| {one.cited_as} | {one.title} | {one.role} | {one.how} |" in text, one.clause
    assert not CLAIMS.search(text)
