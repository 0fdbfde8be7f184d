"""Which kinds of requirement a statement is, and which it only sounds like."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gampgen.domain.statement import Archetype
from gampgen.parsing.archetype_cues import CUES, cues_in
from gampgen.parsing.archetypes import find_archetypes

VERBS_ARE_NONE = (
    "The system reports the count.",
    "The probe shall report drift.",
    "It shall report whether it is full.",
)

CASES: dict[str, tuple[list[str], list[str]]] = {
    "A-NUM": (
        ["The weight shall not exceed 5 kg.", "An alarm shall be raised.", "Store between 2 and 8 °C."],
        ["The fire alarm is out of scope.", "The system shall support up to 50 users.", "Print the label."],
    ),
    "A-TIME": (
        [
            "The session shall be locked after 15 min of inactivity.",
            "The system shall log the user out.",
            "The valve shall open when the pressure is above 2.50 bar for 30 seconds.",
        ],
        ["Records shall be kept for 10 years.", "The report shall be displayed within 5 s.", "Log all changes."],
    ),
    "A-PWD": (
        ["Passwords shall have 12 characters.", "Five failed login attempts shall lock the account."],
        ["The bypass valve shall open.", "Failed batches shall be listed."],
    ),
    "A-ROLE": (
        ["Only users with the role Supervisor shall release a recipe.", "Unauthorised access shall be refused."],
        ["The sensor plays an important role in the process.", "The system shall show only active batches."],
    ),
    "A-AT": (["Changes shall be written to the audit trail."], ["The supplier audit shall be documented."]),
    "A-SIG": (
        ["A reviewer shall sign the record.", "Electronic signatures shall show the meaning."],
        [
            "Users shall sign in with a card.",
            "The plus sign shall be accepted.",
            "The signal shall be filtered.",
            "A significant change shall be shown.",
            "A warning sign shall be attached.",
        ],
    ),
    "A-MAND": (
        ["Mandatory fields shall be marked.", "An invalid entry shall be refused."],
        ["The mandatory training shall be documented."],
    ),
    "A-CALC": (["The system shall calculate the yield.", "The result shall be rounded."], ["The round table is open."]),
    "A-REP": (
        ["The system shall print a batch report.", "Data shall be exported as CSV."],
        ["The analyst shall report to QA.", "The fingerprint reader shall be cleaned."],
    ),
    "A-IF": (
        ["The interface to the ERP shall send lot data.", "Results shall be imported from the balance."],
        [
            "The user interface shall show the batch.",
            "The graphical user interface shall be in German.",
            "It is important to clean the vessel.",
            "The transfer pump shall stop.",
        ],
    ),
    "A-BAK": (["A backup shall be made daily.", "Deleted data shall be restorable."], ["The front door is closed."]),
    "A-STATE": (
        ["The workflow shall have four steps.", "The status shall change to Approved."],
        ["The system shall use state of the art encryption.", "The user shall state a reason."],
    ),
    "A-EBR": (
        ["The batch record shall be complete.", "Only QA shall release a batch."],
        ["The release notes shall be available.", "The batch job shall run at night."],
    ),
    "A-COND": (
        ["If the lid is open, the pump shall stop.", "Records shall be locked unless reopened."],
        ["The data shall be encrypted if possible.", "Specify the value."],
    ),
    "A-RET": (
        ["Records shall be retained for 10 years.", "Old data shall be archived."],
        ["The retention time of the peak shall be shown."],
    ),
    "A-CLOCK": (
        ["Entries shall carry a time stamp.", "The system clock shall be synchronised by NTP."],
        ["The pump shall run clockwise."],
    ),
    "A-PERF": (
        ["The response time shall be below 2 s.", "The system shall support up to 50 users."],
        ["The performance qualification shall be planned."],
    ),
    "A-LOC": (
        ["The user shall be able to choose the language.", "A decimal comma shall be accepted."],
        ["The programming language shall be documented."],
    ),
    "A-CFG": (["The limits shall be configurable."], ["The figure shall be shown."]),
    "A-BC": (["The barcode shall be read.", "Labels shall be printed."], ["The scan cycle shall be 1 s."]),
    "A-COPY": (
        ["Electronic copies of records shall be readable.", "Human readable copies shall be possible."],
        ["The user shall be able to copy a recipe."],
    ),
    "A-SRCH": (
        ["The user shall be able to search for batches.", "The list shall be sorted by date."],
        ["The HEPA filter shall be tested.", "The research team shall be informed.", "Some sort of light shall be on."],
    ),
    "A-MAIL": (
        ["QA shall be notified by e-mail.", "The system shall alert the supervisor."],
        ["The alert limit shall be 8 °C.", "The mailbox is full."],
    ),
    "A-MIG": (["Data of the legacy system shall be migrated."], ["The particles shall not move."]),
    "A-INT": (
        ["The door shall be interlocked.", "Equipment that is out of calibration shall be blocked."],
        ["The account shall be locked."],
    ),
    "A-DR": (
        ["After a power failure the system shall restart.", "The RTO shall be 4 h."],
        ["The spike recovery shall be shown.", "The powder shall be weighed."],
    ),
    "A-AI": (["The neural network shall not learn in operation."], ["The air shall be clean.", "The aim is 5 g."]),
}


def names(text: str) -> list[str]:
    return [cue.archetype.value for cue in find_archetypes(text)]


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, (yes, _) in CASES.items() for text in yes])
def test_archetype_is_found(name: str, text: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, (_, no) in CASES.items() for text in no])
def test_archetype_is_not_found_where_the_word_means_something_else(name: str, text: str) -> None:
    assert name not in names(text)


def test_every_archetype_has_cues_and_cases() -> None:
    assert set(CUES) == set(Archetype)
    assert set(CASES) == {archetype.value for archetype in Archetype}


def test_a_limit_with_a_duration_is_numeric_and_timing() -> None:
    text = "The system shall raise a high alarm when the vessel pressure rises above 2.50 bar for 30 seconds."
    assert [(cue.archetype, cue.quote) for cue in find_archetypes(text)] == [
        (Archetype.NUM, "above 2.50 bar"),
        (Archetype.TIME, "30 seconds"),
    ]


@given(
    st.lists(st.sampled_from([text for yes, no in CASES.values() for text in (*yes, *no)]), max_size=4).map(" ".join)
)
@settings(max_examples=200, deadline=None)
def test_cues_are_quotes_one_per_archetype_in_the_order_of_the_enumeration(text: str) -> None:
    cues = find_archetypes(text)
    order = list(Archetype)
    assert all(cue.quote and cue.quote in text for cue in cues)
    places = [order.index(cue.archetype) for cue in cues]
    assert places == sorted(set(places))


@pytest.mark.parametrize("text", VERBS_ARE_NONE)
def test_to_report_something_is_no_report(text: str) -> None:
    assert Archetype.REP not in {cue.archetype for cue in find_archetypes(text)}


def test_a_number_of_decimals_to_show_is_no_numeric_limit() -> None:
    assert Archetype.NUM not in {
        cue.archetype for cue in find_archetypes("The result shall be shown up to one decimal.")
    }


def _tried_everywhere(text: str) -> dict[Archetype, str]:
    """Each pattern searched through the whole text, the plain and slow way."""
    return {name: match[0] for name, cue in CUES.items() if (match := cue.pattern.search(text))}


@given(st.text(alphabet="abcdeiloprstABR -/()", max_size=60))
def test_looking_up_the_first_letters_finds_what_a_search_finds(text: str) -> None:
    assert cues_in(text) == _tried_everywhere(text)


@pytest.mark.parametrize("cases", CASES.values(), ids=list(CASES))
def test_looking_up_the_first_letters_holds_for_the_cases(cases: tuple[list[str], list[str]]) -> None:
    for text in (*cases[0], *cases[1]):
        assert cues_in(text) == _tried_everywhere(text)
