"""What holds for any document: verbatim texts, unique ids, ids that an edit elsewhere leaves alone."""

from __future__ import annotations

import string
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gampgen.domain.document import Block, Cell, DocumentFormat, Heading, Paragraph, Row, Table, UrsDocument
from gampgen.domain.location import Location
from gampgen.errors import NoRequirementError, SeveralSystemsError
from gampgen.parsing.recognition import recognise

_words = st.lists(st.text(string.ascii_lowercase, min_size=1, max_size=8), min_size=1, max_size=6).map(" ".join)
_demands = _words.map(lambda words: f"The system shall {words}.")
_titles = st.sampled_from(["Alarms", "Reports", "Login", "Recipes", "Interfaces", "Archive"])
_sections = st.lists(
    st.tuples(_titles, st.lists(_demands, min_size=1, max_size=3)), min_size=2, max_size=5, unique_by=lambda s: s[0]
)


def build(sections: list[tuple[str, list[str]]]) -> UrsDocument:
    blocks: list[Block] = [Heading(level=1, text="Functional requirements", location=Location(paragraph=1))]
    for title, lines in sections:
        blocks.append(Heading(level=2, text=title, location=Location(paragraph=len(blocks) + 1)))
        for line in lines:
            blocks.append(Paragraph(text=line, label="-", depth=0, location=Location(paragraph=len(blocks) + 1)))
    return document(blocks)


def document(blocks: list[Block]) -> UrsDocument:
    return UrsDocument(title="", file_name="u.txt", format=DocumentFormat.TEXT, sha256="0" * 64, blocks=tuple(blocks))


def by_section(doc: UrsDocument) -> dict[str, list[tuple[str, str, str, str]]]:
    named: dict[str, list[tuple[str, str, str, str]]] = {}
    for r in recognise(doc).requirements:
        named.setdefault(r.section, []).append((r.id, r.uid, r.text, r.stamp))
    return named


@given(_sections, st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_the_order_of_other_sections_changes_no_made_id(sections: list[tuple[str, list[str]]], random: object) -> None:
    moved = list(sections)
    random.shuffle(moved)  # type: ignore[attr-defined]
    assert by_section(build(sections)) == by_section(build(moved))


@given(_sections)
@settings(max_examples=40, deadline=None)
def test_an_added_section_changes_no_made_id(sections: list[tuple[str, list[str]]]) -> None:
    before = by_section(build(sections))
    after = by_section(build([("Performance", ["The system shall answer within 2 seconds."]), *sections]))
    assert {section: after[section] for section in before} == before


_id = st.from_regex(r"\A(?:URS|FR|UR)-[A-Z]{0,3}-?[0-9]{1,3}[a-z]?\Z")
_line = st.one_of(_demands, _words, st.tuples(_id, _demands).map(": ".join), st.tuples(_id, _words).map(" ".join))
_cells = st.lists(st.one_of(_line, _id, st.just("")), min_size=2, max_size=2)


def _table(rows: list[list[str]]) -> Table:
    return Table(
        rows=tuple(
            Row(
                cells=tuple(Cell(text=text, lines=(text,), column=n) for n, text in enumerate(cells)),
                location=Location(table=1, row=number),
            )
            for number, cells in enumerate([["ID", "Requirement"], *rows], 1)
        ),
        location=Location(table=1),
    )


_block = st.one_of(
    st.tuples(st.integers(1, 3), _line).map(lambda x: Heading(level=x[0], text=x[1], location=Location())),
    st.tuples(_line, st.sampled_from([None, 0, 1])).map(
        lambda x: Paragraph(text=x[0], label="-" if x[1] is not None else "", depth=x[1], location=Location())
    ),
    st.lists(_cells, min_size=1, max_size=4).map(_table),
)


@given(st.lists(_block, min_size=1, max_size=12))
@settings(max_examples=120, deadline=None)
def test_texts_are_the_document_s_own_and_unique_ids_are_unique(blocks: list[Block]) -> None:
    doc = document(blocks)
    whole = " ".join(
        " ".join(c.text for row in b.rows for c in row.cells) if isinstance(b, Table) else b.text for b in blocks
    )
    try:
        recognition = recognise(doc)
    except (NoRequirementError, SeveralSystemsError):
        return  # refused with a reason: nothing is required, or ids like URS-0 and URS--0 speak of two systems
    folded = " ".join(whole.split())
    for requirement in recognition.requirements:
        assert requirement.text in folded
        assert all(item in folded for item in requirement.items)
        assert requirement.text
        assert requirement.text == " ".join(requirement.text.split())
    uids = Counter(r.uid for r in recognition.requirements)
    assert set(uids.values()) == {1}
    assert recognise(doc) == recognition


@pytest.mark.parametrize("size", [2000])
def test_a_long_document_keeps_every_requirement_in_order(size: int) -> None:
    rows = [[f"URS-{n:05}", f"The system shall do thing {n}."] for n in range(size)]
    recognition = recognise(document([_table(rows)]))
    assert [r.id for r in recognition.requirements] == [row[0] for row in rows]
    assert [r.text for r in recognition.requirements] == [row[1] for row in rows]


@pytest.mark.parametrize(
    "hostile",
    ["- " * 20000, "a-" * 20000, "(" * 20000, "[Must] " * 5000, "1." * 20000, "URS-1 " + "(Must) " * 5000,
     "requirements " * 5000, "word " * 20000 + ":", "A" * 50000],
)  # fmt: skip
def test_a_hostile_line_does_no_harm(hostile: str) -> None:
    blocks: list[Block] = [
        Heading(level=1, text=hostile, location=Location()),
        Paragraph(text=hostile, lead=hostile, location=Location()),
        _table([[hostile, hostile]]),
        Paragraph(text="URS-7: The system shall print.", location=Location()),
    ]
    assert "URS-7" in [r.id for r in recognise(document(blocks)).requirements]
