"""Ids, labels, tags, obligation words and languages, each told from its look-alikes."""

from __future__ import annotations

import pytest

from gampgen.parsing.recognition import RULES
from gampgen.parsing.recognition.cells import without_bullet
from gampgen.parsing.recognition.claims import name_in_title
from gampgen.parsing.recognition.identifiers import head_of, is_strong_id, is_weak_id, split_prefix
from gampgen.parsing.recognition.labels import Label, label_of
from gampgen.parsing.recognition.language import language_of
from gampgen.parsing.recognition.naming import stamp
from gampgen.parsing.recognition.obligation import Obligation, demands, obligation, sentences
from gampgen.parsing.recognition.rules import HINTS
from gampgen.parsing.recognition.sections import Section, SectionKind, kind_of
from gampgen.parsing.recognition.tags import take_tags


@pytest.mark.parametrize(
    "identifier",
    ["URS-FAM-001", "URS-001", "REQ-NF-001", "FR-1.1", "UR-003a", "URS-SEC-003A", "URS-AUD-GO-001", "G01", "FR_LOGIN",
     "req~name~1", "ΛΑ – 1", "URS 001", "REQ 1.01", "URS-FR-3.10", "2.3-URS-01", "UR-4.1(a)"],
)  # fmt: skip
def test_an_id_is_kept_character_for_character(identifier: str) -> None:
    prefixed = split_prefix(f"{identifier}: The system shall print.")
    assert prefixed is not None
    assert (prefixed.id, prefixed.rest, prefixed.firm) == (identifier, "The system shall print.", True)
    assert is_strong_id(identifier)


@pytest.mark.parametrize("identifier", ["12", "4.2.1", "A", "CB", "28.A", "3.10", "7.1."])
def test_numbers_and_letters_are_ids_only_where_a_column_says_so(identifier: str) -> None:
    assert is_weak_id(identifier)
    assert not is_strong_id(identifier)
    assert split_prefix(f"{identifier} The system shall print.") is None


@pytest.mark.parametrize(
    "text",
    ["The system shall", "ISO 9001: quality", "Annex 11 applies", "SOP-QA-012 applies", "24-hour trends", "I/O modules",
     "URS-001, URS-002 and URS-003", "URS-001 is covered", "C1 / C6: both", "Two-factor login", "Table 3: limits",
     "21 CFR Part 11", "Password", ""],
)  # fmt: skip
def test_what_only_looks_like_an_id_is_none(text: str) -> None:
    assert split_prefix(text) is None


def test_a_dotted_id_is_not_cut_short() -> None:
    assert [split_prefix(f"FR-{n} x").id for n in ("7.1", "7.10")] == ["FR-7.1", "FR-7.10"]  # type: ignore[union-attr]


def test_a_family_is_what_stands_before_the_numbers() -> None:
    assert {head_of(i) for i in ("URS-GEN-001", "urs 7", "URS_SEC_1")} == {"urs"}
    assert (head_of("A"), head_of("CB"), head_of("4.2")) == ("@", "@", "#")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Req. ID*", Label.ID), ("Sr. No.", Label.ID), ("Anforderungs-Nr.", Label.ID), ("#", Label.ID),
        ("User Requirement", Label.STATEMENT), ("Requirement Description", Label.STATEMENT),
        ("Acceptance criteria", Label.ACCEPTANCE), ("Critère d'acceptation", Label.ACCEPTANCE),
        ("Document number", Label.DOCUMENT), ("Version", Label.VERSION), ("User Class", Label.ROLE),
        ("Abbreviations / Terms", Label.TERM), ("Priorité", Label.PRIORITY), ("GMP critical (Y/N)", Label.RISK),
        ("Source FR", Label.SOURCE), ("Threshold", Label.VALUE), ("Test case ID", Label.TEST), ("Pump", None),
        ("The system shall print a report of all batches", None),
    ],
)  # fmt: skip
def test_labels_announce_what_they_say(text: str, label: Label | None) -> None:
    assert label_of(text) is label


@pytest.mark.parametrize(
    ("text", "left", "tags"),
    [
        ("Print labels. [GxP Critical]", "Print labels.", [("risk", "GxP Critical")]),
        ("[Must] Print labels. (Priority: High)", "Print labels.", [("priority", "Must"), ("priority", "High")]),
        ("Print labels (if asked).", "Print labels (if asked).", []),
        ("[W]hen asked, print. [OQ]", "[W]hen asked, print.", [("verification", "OQ")]),
        ("Print the form (s)", "Print the form (s)", []),
    ],
)
def test_only_scale_words_are_taken_off(text: str, left: str, tags: list[tuple[str, str]]) -> None:
    rest, taken = take_tags(text)
    assert (rest, [(tag.kind.value, tag.text) for tag in taken]) == (left, tags)


@pytest.mark.parametrize(
    "text",
    ["The system shall print.", "Users have to log in.", "The system will lock.", "Die Anlage muss drucken.",
     "Le système doit imprimer.", "El sistema debe imprimir.", "Het systeem moet printen.", "Il sistema deve stampare.",
     "O sistema deve imprimir.", "Το σύστημα πρέπει να εκτυπώνει.", "The user is required to sign."],
)  # fmt: skip
def test_obligations_bind_in_each_language(text: str) -> None:
    assert obligation(text) is Obligation.BINDING
    assert demands(text)


@pytest.mark.parametrize(
    "text",
    ["This URS defines what the system shall do.", "All requirements shall be traceable.",
     "The purpose of this document is to state what must be done.", "The logo is blue."],
)  # fmt: skip
def test_sentences_about_the_document_demand_nothing(text: str) -> None:
    assert not demands(text)


def test_an_imperative_is_weaker_than_an_obligation_and_stronger_than_a_permission() -> None:
    assert obligation("Configure user roles.") is Obligation.IMPERATIVE
    assert obligation("Operators can start cycles.") is Obligation.PERMISSIVE
    assert obligation("Display of alarms") is Obligation.NONE


def test_sentences_are_cut_before_capitals_and_not_inside_numbers() -> None:
    assert sentences("Keep 2.5 bar. The pump stops, e.g. at night. It restarts.") == [
        "Keep 2.5 bar.", "The pump stops, e.g. at night.", "It restarts.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Functional requirements", SectionKind.REQUIREMENT), ("Anforderungen", SectionKind.REQUIREMENT),
        ("Revision history", SectionKind.APPARATUS), ("Glossary", SectionKind.APPARATUS),
        ("Appendix A: Glossary", SectionKind.APPARATUS),
        ("Requirement conventions", SectionKind.APPARATUS), ("Scope", SectionKind.NARRATIVE),
        ("Login screen", SectionKind.NEUTRAL), ("Key management requirements", SectionKind.REQUIREMENT),
    ],
)  # fmt: skip
def test_a_heading_says_what_its_section_is_for(title: str, kind: SectionKind) -> None:
    assert kind_of(title, Section())[0] is kind


def test_below_a_requirements_heading_approvals_and_revisions_are_topics() -> None:
    parent = Section((("3", "Functional requirements"),), SectionKind.REQUIREMENT)
    assert kind_of("Approvals", parent)[0] is SectionKind.REQUIREMENT
    assert kind_of("Glossary", parent)[0] is SectionKind.APPARATUS


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The system shall print the report of the batch and the user shall sign it.", "en"),
        ("Die Anlage muss die Temperatur auf 80 °C regeln und das Protokoll ist zu drucken.", "de"),
        ("Le système doit imprimer le rapport et les utilisateurs doivent être connectés.", "fr"),
        ("El sistema debe registrar la temperatura de los lotes y el operador se conecta.", "es"),
        ("Het systeem moet de temperatuur van de kamer meten en een rapport printen.", "nl"),
        ("Το σύστημα πρέπει να εκτυπώνει αναφορές.", "el"),
        ("システムはレポートを印刷しなければならない。", "ja"),
        ("URS 1 2 3", None),
        ("OQ-MED-1 OG-DET-2 SOM-3 EN-4 and the rest of the system is in the plant", "en"),
        ("", None),
    ],
)
def test_the_language_is_told_by_its_commonest_words(text: str, code: str | None) -> None:
    assert language_of(text) == code


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("URS-001: Freeze dryer", "Freeze dryer"),
        ("User Requirements Specification for the Freeze Dryer", "Freeze Dryer"),
        ("Freeze Dryer – User Requirements Specification", "Freeze Dryer"),
        ("User Requirements Specification (URS)", ""),
        ("User requirements", ""),
    ],
)
def test_a_title_names_the_system_or_only_the_kind_of_paper(title: str, name: str) -> None:
    assert name_in_title(title) == name


def test_a_bullet_is_taken_off_the_beginning_only() -> None:
    assert without_bullet("• use the o ring") == "use the o ring"
    assert without_bullet("use the o ring to seal") == "use the o ring to seal"


def test_the_stamp_changes_with_each_part_and_with_nothing_else() -> None:
    first = stamp("UR-1", "Print.", ["a"], None)
    assert first == stamp("UR-1", "Print.", ("a",), None)
    others = {stamp("UR-2", "Print.", ["a"], None), stamp("UR-1", "Print", ["a"], None),
              stamp("UR-1", "Print.", [], None), stamp("UR-1", "Print.", ["a"], "")}  # fmt: skip
    assert first not in others
    assert len(others) == 4


def test_the_stamp_is_the_digest_of_the_canonical_json() -> None:
    # printf '%s' '["UR-1","Print 2 °C.",["a"],null]' | sha256sum
    assert stamp("UR-1", "Print 2 °C.", ["a"], None) == (
        "614b867ab4405c37ab8c0a5adce9e11b30f0113b30655e28c1377d22afc61f60"
    )


def test_each_rule_has_a_manual_and_a_hint() -> None:
    assert [rule.code for rule in RULES] == sorted(HINTS)
    assert all(len(rule.manual.split()) > 15 for rule in RULES)
