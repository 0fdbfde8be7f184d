"""One small requirement document for each language: labels, obligation words, present tense, language told."""

from __future__ import annotations

import pytest
from tests.parsing.written import found, h, ids_and_texts, li, p, t

from gampgen.domain.document import Block
from gampgen.domain.requirement import Recognition
from gampgen.parsing.recognition.language import language_of, language_of_statement

GERMAN = (
    h(1, "Einleitung", "1"),
    p("Dieses Dokument beschreibt die Anforderungen an die Überwachung des Kühllagers."),
    h(1, "Begriffe", "2"),
    t("Begriff | Erklärung", "Charge | Menge eines Produkts, die in einem Arbeitsgang hergestellt wird"),
    h(1, "Anforderungen", "3"),
    t(
        "Anforderungs-Nr. | Anforderung | Priorität | Abnahmekriterium",
        "LH-001 | Das System muss einen Alarm auslösen, wenn es über 8,0 °C warm ist. | Muss | Alarm bei 8,1 °C",
        "LH-002 | Der Bericht wird mit der Überschrift „Tagesbericht“ gedruckt. | Soll | ",
    ),
    li("LH-003: Nur die Rolle „Leiter der Schicht“ darf Alarme quittieren."),
)
FRENCH = (
    h(1, "Introduction", "1"),
    p("Ce document décrit les besoins des utilisateurs de la balance."),
    h(1, "Exigences", "2"),
    t(
        "N° | Exigence | Priorité",
        "EX-01 | Le système doit refuser une pesée si l'écart dépasse 0,5 g. | Haute",
        "EX-02 | La balance est tarée automatiquement avant chaque pesée. | Basse",
    ),
    p("EX-03 : Les données doivent être conservées pendant 10 ans."),
)
SPANISH = (
    h(1, "Alcance", "1"),
    p("Este documento describe los requisitos del liofilizador."),
    h(1, "Requisitos", "2"),
    li("El sistema debe registrar la temperatura de cada bandeja cada 10 s."),
    li("El operador puede iniciar un ciclo con la contraseña."),
    li("La receta se bloquea al iniciar el ciclo."),
)
DUTCH = (
    h(1, "Inleiding", "1"),
    p("Dit document beschrijft de eisen aan de vulmachine."),
    h(1, "Eisen", "2"),
    p("2.1 De machine moet stoppen als de deur open is."),
    p("2.2 Het systeem mag geen receptuur wijzigen tijdens een batch."),
    p("2.3 Het rapport wordt na elke batch afgedrukt."),
)
ITALIAN = (
    h(1, "Introduzione", "1"),
    p("Questo documento descrive i requisiti dell'autoclave."),
    h(1, "Requisiti", "2"),
    t(
        "N. | Requisito | Priorità",
        "R-1 | Il sistema deve interrompere il ciclo se la temperatura scende sotto 121,0 °C. | Alta",
        "R-2 | L'operatore può stampare il rapporto del ciclo. | Media",
        "R-3 | Il rapporto riporta il numero di lotto. | Alta",
    ),
)
PORTUGUESE = (
    h(1, "Introdução", "1"),
    p("Este documento descreve os requisitos da estação."),
    h(1, "Requisitos", "2"),
    p("O sistema deve emitir um alarme quando a condutividade exceder 1,3 µS/cm."),
    p("Os dados devem ser guardados durante 10 anos."),
)
POLISH = (
    h(1, "Wymagania"),
    t(
        "ID | Opis | Priorytet",
        "WU-1 | System wyświetla temperaturę w każdym pomieszczeniu. | H",
        "WU-2 | Alarm jest uruchamiany po przekroczeniu 8,0 °C przez 10 minut. | H",
    ),
)


@pytest.mark.parametrize(
    ("blocks", "language", "ids"),
    [
        (GERMAN, "de", ["LH-001", "LH-002", "LH-003"]),
        (FRENCH, "fr", ["EX-01", "EX-02", "EX-03"]),
        (SPANISH, "es", ["S2-R1", "S2-R2", "S2-R3"]),
        (DUTCH, "nl", ["2.1", "2.2", "2.3"]),
        (ITALIAN, "it", ["R-1", "R-2", "R-3"]),
        (PORTUGUESE, "pt", ["S2-R1", "S2-R2"]),
        (POLISH, "pl", ["WU-1", "WU-2"]),
    ],
)
def test_the_requirements_of_a_small_document_are_recognised(
    blocks: tuple[Block, ...], language: str, ids: list[str]
) -> None:
    recognition = found(*blocks)
    assert [r.id for r in recognition.requirements] == ids
    assert recognition.document.language == language
    assert {r.language for r in recognition.requirements} == {language}
    assert [f.severity.value for f in recognition.findings if f.code == "REC06"] == ["error"]
    assert recognition.passed_over == ()


def test_labels_priorities_criteria_and_roles_are_read_in_german() -> None:
    recognition = found(*GERMAN)
    first = recognition.requirements[0]
    assert (first.stated_priority, first.acceptance_criteria) == ("Muss", "Alarm bei 8,1 °C")
    assert [role.name for role in recognition.roles] == ["Leiter der Schicht"]
    assert [term.name for term in recognition.terms] == ["Charge"]


def test_a_language_known_by_its_script_is_read_by_structure() -> None:
    recognition = found(
        li("URS-001: システムは温度が8.0 ℃を超えたとき警報を出すこと。"), li("URS-002: 利用者は印刷できること。")
    )
    assert [r.id for r in recognition.requirements] == ["URS-001", "URS-002"]
    assert recognition.document.language == "ja"


def _codes(recognition: Recognition) -> set[str]:
    return {f.code for f in recognition.findings}


def test_an_english_document_has_no_finding_on_its_language() -> None:
    recognition = found(h(1, "Requirements"), p("UR-1: Alarms must sound."), p("UR-2: Print reports."))
    assert recognition.document.language == "en"
    assert "REC06" not in _codes(recognition)


def test_a_german_requirement_in_an_english_document_is_told() -> None:
    recognition = found(
        h(1, "Requirements"),
        *(p(f"UR-{n}: The system shall print report {n} for the user and store it.") for n in range(1, 6)),
        p("UR-9: Das System muss die Temperatur mit dem Grenzwert vergleichen und den Alarm auslösen."),
    )
    assert [r.language for r in recognition.requirements] == ["en"] * 5 + ["de"]
    (finding,) = [f for f in recognition.findings if f.code == "REC06"]
    assert finding.message.startswith("1 of 6 requirements are worded in “de”")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Alarms must sound.", "en"),
        ("Alarme müssen ertönen.", "de"),
        ("12 V", None),
        ("Login / Logout / Export", None),
    ],
)
def test_one_obligation_word_tells_the_language_of_a_short_text(text: str, language: str | None) -> None:
    assert language_of(text) == language


def test_a_statement_without_telling_words_has_the_language_of_its_document() -> None:
    assert language_of_statement("Temperatur 8 °C", "de") == "de"
    assert language_of_statement("Temperature 8 °C", None) == "en"


def test_verbatim_texts_keep_their_signs() -> None:
    assert ids_and_texts(found(*FRENCH))[2] == ("EX-03", "Les données doivent être conservées pendant 10 ans.")
