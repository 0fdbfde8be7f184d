"""Wording that is not English is quoted and asked back, with its values and terms; nothing is made up of it."""

from __future__ import annotations

from gampgen import planning
from gampgen.domain.location import Location
from gampgen.domain.requirement import AnalysedRequirement, IdSource, Requirement
from gampgen.domain.risk import DispositionKind
from gampgen.domain.statement import Modality, Statement
from gampgen.planning.disposition import decide


def worded(text: str, language: str = "de") -> AnalysedRequirement:
    requirement = Requirement(
        id="R-1", uid="R-1", id_source=IdSource.DOCUMENT, text=text, location=Location(line=1), stamp="0" * 64,
        language=language,
    )  # fmt: skip
    statement = Statement(text=text, is_requirement=True, modality=Modality.NONE, ears=None)
    return AnalysedRequirement(requirement=requirement, statement=statement)


def test_the_requirement_is_a_question_that_quotes_it_whole() -> None:
    text = "Das System muss einen Alarm auslösen, wenn die Temperatur über 8,0 °C liegt."
    disposition = planning.assess(worded(text), None).disposition
    assert disposition.kind is DispositionKind.QUERY
    assert disposition.quote == text
    assert "“de”" in disposition.reason


def test_numbers_keep_their_decimal_sign_and_get_a_neighbour_on_each_side() -> None:
    proposal = decide(worded("Alarm über 8,0 °C nach 10 Minuten, Meldung „Zu warm“.")).proposal
    assert proposal == "8,0 °C: 7,9, 8,0 and 8,1; 10 Minuten: 9, 10 and 11; “Zu warm”, as it stands"


def test_a_number_that_could_be_grouped_is_not_calculated_with() -> None:
    assert decide(worded("Höchstens 1.200 Flaschen.")).proposal == (
        "1.200 Flaschen: the value, and one step below and above it"
    )


def test_numbers_of_ids_are_no_values() -> None:
    assert decide(worded("Siehe LH-001.")).proposal == ""


def test_the_values_are_a_notice_and_the_requirement_is_no_wish() -> None:
    planned = planning.assess(worded("Alarm über 8,0 °C."), None)
    (finding,) = planning.review((planned,))
    assert (finding.code, finding.severity.value) == ("PL05", "info")
    assert planning.review((planning.assess(worded("Das System muss drucken."), None),)) == ()


def test_english_wording_is_judged_as_before() -> None:
    assert decide(worded("The system shall print a label.", "en")).disposition.kind is DispositionKind.OQ
