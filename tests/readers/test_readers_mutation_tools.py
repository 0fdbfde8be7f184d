"""Damaged PDF, web page, OpenDocument and tool files never end in an untyped failure."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from tests.readers.pdf_files import grid, lines, pdf_bytes, text
from tests.readers.test_readers_mutation import changed, stored, with_changed_part
from tests.readers.test_readers_odt import listed, odt, p, span
from tests.readers.test_readers_tools import SDOC, place, reqif_text, spec_object, value

from gampgen.errors import GampgenError
from gampgen.readers import read_source
from gampgen.readers.source import Source
from gampgen.settings import ReadSettings

MUTANTS = 300

PAGE = (
    "<html><head><style>.a{display:none}</style></head><body><h1>1 A</h1><ol start=3 type=a><li value=7>x</ol>"
    "<table><tr><th colspan=2>b<td rowspan=3>c<tr><td>d<td style='display:none'>e</table>"
    "<p hidden>f<b>g</b><sup>2</sup></body>"
)


def small_pdf() -> bytes:
    first = text(50, 760, "1 Scope", 16, bold=True) + lines(50, 740, "• one", "two of", "it") + text(50, 700, "x", 1)
    table = grid((50, 130, 430), (650, 630, 600)) + text(54, 636, "U1") + text(134, 636, "The door opens.")
    return pdf_bytes(first + table, "q 600 0 0 800 0 0 cm /Im Do Q" + text(50, 760, "1 Scope"), images=True)


def small_odt(folder: Path) -> bytes:
    cells = f'<table:table-cell table:number-columns-repeated="2">{p("c")}</table:table-cell>'
    table = f'<table:table><table:table-row table:number-rows-repeated="2">{cells}</table:table-row></table:table>'
    body = (
        '<text:h text:outline-level="2">A</text:h>' + listed("N", p("one") + listed("N", p(span("B", "two")))) + table
    )
    odt(folder, body)
    return stored((folder / "urs.odt").read_bytes())


def sample(kind: str, folder: Path) -> bytes:
    objects = spec_object("o1", value("XHTML", "tx", "<p>a</p><ul><li>b</li></ul>"), value("STRING", "id", "U1"))
    return {
        "pdf": small_pdf(),
        "html": PAGE.encode(),
        "odt": small_odt(folder),
        "reqif": reqif_text(objects, place("o1", place("o1"))).encode(),
        "sdoc": SDOC.encode(),
    }[kind]


@pytest.mark.parametrize("kind", ["pdf", "html", "odt", "reqif", "sdoc"])
def test_mutants_of_other_formats_are_read_or_refused_by_a_typed_failure(tmp_path: Path, kind: str) -> None:
    data = sample(kind, tmp_path)
    read, refused = 0, []
    for seed in range(MUTANTS):
        chance = random.Random(f"{kind} {seed}")  # noqa: S311 - repeatable on purpose
        whole = kind != "odt" or seed % 2
        mutant = changed(data, chance) if whole else with_changed_part(data, chance)
        source = Source(file_name=f"m.{kind}", suffix=f".{kind}", data=mutant, sha256="")
        try:
            read_source(source, ReadSettings(allow_unread_pages=True))
            read += 1
        except GampgenError as failure:
            refused.append(failure)
    assert read
    assert all(failure.title and failure.hint for failure in refused)
