"""Each rule at the words that it hangs on: with them it decides, without them it does not; and what it says then."""

from __future__ import annotations

from pathlib import Path

import pytest

from gampgen.planning.actors import core, heads_in, is_organisation, is_people, is_quality_unit, is_supplier
from gampgen.planning.clause import Clause, head_nouns, noun_phrase, read_clause, sentences
from gampgen.planning.judgement import judge
from gampgen.planning.verdict import whole
from gampgen.planning.wishes import active, blanket, proposal, wish_family
from gampgen.planning.wording import as_demand, further_duties, system_does

CASES = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "rule_cases.tsv").read_text(encoding="utf-8").splitlines()
]
NOTHING = "states no demand that could be verified"
OPEN = "leaves open what is demanded"
WHOLE_RULES = "names rules as a whole; it has to be split into single demands before a test can show it"
WISH = "names nothing that a tester could observe or measure"
TRAINING = "is a training duty; training records show it"
WORK = "is work of installation by the supplier, recorded in the IQ"
EQUIPMENT = "is a delivery of equipment, checked at installation"
SUPPLIER = "obliges the supplier, not the system; the supplier's documents or an audit show it"
DOCUMENT = "is a document to deliver; its presence is checked at installation"
OF_SUPPLIER = "is a document of the supplier; its presence and content are checked, nothing is operated"
PROCEDURE = "asks for a written procedure of the company"
PEOPLE = "obliges people, not the system; a procedure and its records show it"
OPERATION = "is a duty of validation or operation, done by people under a procedure"
STANDARD = "is shown by the maker's certificate or declaration, not by operating the system"
MADE = "says how the product is made, certified or supported; the supplier's evidence shows it"
DELIVERY = "is a property of the delivery or of the place of installation, checked at installation"
SETTING = "fixes a setting; it is compared with the configuration record, there is no behaviour to provoke"
ROUTINE = "can only be shown over time under routine conditions, in the PQ"
INFORMS = "informs and demands nothing of the system that could be observed"
BEHAVIOUR = "is behaviour that can be provoked and observed on the running system"
BUILT_ON = "says what the product is built on; the supplier's evidence shows it"
PROJECT = "is a duty of the project or of operation, shown by its records and not by operating the system"
VALUE = "names a value of operation and its limit, which is measured or provoked on the running system"
MEANINGS: dict[tuple[str, str], set[str]] = {
    ("DS01", "query"): {NOTHING, OPEN},
    ("DS02", "query"): {WHOLE_RULES},
    ("DS03", "query"): {WISH},
    ("DS05", "procedure"): {TRAINING},
    ("DS06", "iq"): {WORK, EQUIPMENT},
    ("DS06", "supplier_evidence"): {SUPPLIER},
    ("DS07", "iq"): {DOCUMENT},
    ("DS07", "supplier_evidence"): {OF_SUPPLIER},
    ("DS08", "procedure"): {PROCEDURE},
    ("DS09", "procedure"): {PEOPLE},
    ("DS10", "procedure"): {OPERATION},
    ("DS11", "supplier_evidence"): {STANDARD, MADE},
    ("DS12", "iq"): {DELIVERY},
    ("DS13", "configuration_check"): {SETTING},
    ("DS14", "pq"): {ROUTINE},
    ("DS15", "query"): {INFORMS},
    ("DS16", "oq"): {BEHAVIOUR},
    ("DS18", "supplier_evidence"): {BUILT_ON},
    ("DS18", "procedure"): {PROJECT},
    ("DS19", "oq"): {VALUE},
}
E_OPEN = "{0} shall <observable effect> <value with unit> when <event>."


@pytest.mark.parametrize(("said", "rule", "kind", "text"), CASES)
def test_each_rule_decides_by_its_own_words(said: str, rule: str, kind: str, text: str) -> None:
    found = judge(text, demanding=said == "asked")
    assert (found.rule, found.kind.value) == (rule, kind)
    if rule == "DS04":
        inner = {"supplier_evidence": "DS11", "oq": "DS16"}[kind]
        meanings = {f"is decided by what is to be ensured, by rule {inner}"}
    else:
        meanings = MEANINGS[rule, kind]
    assert found.reason in {f'"{found.quote}" {meaning} (rule {rule}).' for meaning in meanings}
    assert found.quote in text
    assert bool(found.proposal) is (kind == "query" and not found.reason.startswith(f'"{found.quote}" {NOTHING}'))


def test_every_meaning_stands_in_some_case() -> None:
    found = [judge(text, demanding=said == "asked") for said, _, _, text in CASES]
    told = {
        (one.rule, one.reason.removeprefix(f'"{one.quote}" ').removesuffix(f" (rule {one.rule}).")) for one in found
    }
    wanted = {(rule, meaning) for (rule, _), meanings in MEANINGS.items() for meaning in meanings}
    assert {one for one in told if one[0] != "DS04"} == wanted - {("DS03", WISH)}


@pytest.mark.parametrize(
    ("text", "subject", "heads", "modal", "predicate", "lead_in", "permissive"),
    [
        ("The system shall print a label.", "The system", ("system",), "shall", "print a label", "", False),
        ("Users can print.", "Users", ("user",), "can", "print", "", True),
        ("Users will be able to print.", "Users", ("user",), "will", "be able to print", "", False),
        ("Users are not allowed to print", "Users", ("user",), "are not allowed to", "print", "", True),
        (
            "The user may print, the system shall stop",
            "The user may print, the system",
            ("print", "system"),
            "shall",
            "stop",
            "",
            False,
        ),
        ("Print a label;", "", (), "", "Print a label", "", False),
        ("There shall be a log.", "a log", ("log",), "shall", "be there", "", False),
        ("There shall remain a log.", "There", ("there",), "shall", "remain a log", "", False),
        ("It shall be a log.", "It", ("it",), "shall", "be a log", "", False),
        (
            "When the lid is open, the pump shall stop",
            "the pump",
            ("pump",),
            "shall",
            "stop",
            "When the lid is open",
            False,
        ),
        ("When A, when B, the pump shall stop", "the pump", ("pump",), "shall", "stop", "When A, when B", False),
        ("If A, then the pump shall stop", "the pump", ("pump",), "shall", "stop", "If A", False),
        ("When open, pumps shall stop", "pumps", ("pump",), "shall", "stop", "When open", False),
        ("On start the pump shall stop", "the pump", ("pump",), "shall", "stop", "On start", False),
        ("On start pumps shall stop", "On start pumps", ("pump",), "shall", "stop", "", False),
        (
            "Pump control: mode A: the pump shall stop",
            "the pump",
            ("pump",),
            "shall",
            "stop",
            "Pump control: mode A",
            False,
        ),
        ("The pump shall also not stop", "The pump", ("pump",), "shall", "stop", "", False),
        ("Supplier to deliver a manual", "Supplier", ("supplier",), "to", "deliver a manual", "", False),
        ("The  pump\n shall   stop ; ", "The pump", ("pump",), "shall", "stop", "", False),
    ],
)
def test_a_sentence_is_taken_apart(
    text: str,
    subject: str,
    heads: tuple[str, ...],
    modal: str,
    predicate: str,
    lead_in: str,
    permissive: bool,  # noqa: FBT001
) -> None:
    found = read_clause(text)
    assert (found.subject, found.heads, found.modal, found.predicate, found.lead_in, found.permissive) == (
        subject,
        heads,
        modal,
        predicate,
        lead_in,
        permissive,
    )
    assert found.text == " ".join(text.split()).rstrip(" .;")
    assert found.has_modal is bool(modal)


@pytest.mark.parametrize(
    ("phrase", "noun"),
    [
        ("the person who signed", "person"),
        ("one of the two reviewers", "of the two reviewers"),
        ("all the new users", "users"),
        ("at least two persons per shift", "persons"),
        ("of the site", "of the site"),
        ("vendor certificates", "vendor certificates"),
        ("a person signing the record", "person"),
        ("pump, that runs", "pump"),
    ],
)
def test_the_noun_phrase_is_cut_at_what_hangs_on_it(phrase: str, noun: str) -> None:
    assert noun_phrase(phrase) == noun


@pytest.mark.parametrize(
    ("subject", "heads"),
    [
        ("Operators and Supervisors", ("operator", "supervisor")),
        ("The QA, the QC or the RA of the site", ("qa", "qc", "ra")),
        ("the person who signed", ("person",)),
        ("Reviewers as well as approvers", ("reviewer", "approver")),
        ("12", ()),
        ("", ()),
    ],
)
def test_the_heads_of_a_subject(subject: str, heads: tuple[str, ...]) -> None:
    assert head_nouns(subject) == heads


def test_sentences_are_divided_before_a_capital_and_empty_ones_left_out() -> None:
    assert sentences("It stops.  It shall start!\nof 3.5 l. (No.) ; .") == (
        "It stops.",
        "It shall start! of 3.5 l.",
        "(No.) ; .",
    )
    assert sentences(" . ; ") == ()


def of(subject: str) -> Clause:
    return read_clause(f"{subject} shall act")


@pytest.mark.parametrize(
    ("subject", "obliged"),
    [
        ("The supplier", "supplier"),
        ("The vendor and the manufacturer", "supplier"),
        ("The vendor and the operator", ""),
        ("The hosting provider", "supplier"),
        ("The old hosting provider", ""),
        ("IT", "organisation"),
        ("It", ""),
        ("The company", "organisation"),
        ("The system owner", "organisation"),
        ("Each user", "people"),
        ("The committee and the operator", "people"),
        ("QA", "organisation quality"),
        ("The operator and QC", "people quality"),
        ("The pump", ""),
    ],
)
def test_whom_a_clause_obliges(subject: str, obliged: str) -> None:
    clause = of(subject)
    asked = {
        "supplier": is_supplier, "organisation": is_organisation, "people": is_people, "quality": is_quality_unit,
    }  # fmt: skip
    assert [name for name, ask in asked.items() if ask(clause)] == obliged.split()
    assert {ask(clause) for ask in asked.values()} <= {True, False}


def test_a_subject_without_a_head_has_none_of_any_list() -> None:
    assert heads_in(read_clause("Print."), frozenset({"print"})) is False
    assert core(of("The our pump")) == "our pump"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("When the lid is open, the pump shall stop.", "the pump shall stop"),
        ("Print the label;", "Print the label"),
        ("There shall be a log: now.", "There shall be a log: now"),
        ("x" * 160, "x" * 160),
        ("The pump shall " + "stop at once, " * 20, "The pump shall " + "stop at once, " * 10 + "stop"),
    ],
)
def test_the_quote_of_a_verdict(text: str, quote: str) -> None:
    assert whole(read_clause(text)) == quote


@pytest.mark.parametrize(
    ("text", "demand"),
    [
        ("The valve is closed.", "The valve shall be closed."),
        ("Valves are  closed", "Valves shall be closed"),
        ("The valve has a seat", "The valve shall have a seat"),
        ("Valves HAVE a seat", "Valves shall have a seat"),
        ("The valve that is open closes", None),
        ("The valve is to be closed", None),
        ("The valve closes", None),
        ("is", None),
    ],
)
def test_a_present_tense_is_worded_as_a_duty(text: str, demand: str | None) -> None:
    assert as_demand(text) == demand


@pytest.mark.parametrize(
    ("text", "duties"),
    [
        (
            "The sensors are calibrated yearly, and an overdue calibration is shown in yellow",
            ("an overdue calibration is shown in yellow",),
        ),
        (
            "A is cleaned; the alarm shall sound, but the pump is stopped, and the certificates are filed",
            ("the alarm shall sound", "the pump is stopped"),
        ),
        ("The sensors are calibrated yearly", ()),
        ("An alarm is shown", ()),
    ],
)
def test_the_further_duties_of_a_sentence_are_those_of_the_system(text: str, duties: tuple[str, ...]) -> None:
    assert further_duties(text) == duties


def test_what_is_plainly_the_systems_doing() -> None:
    assert system_does("The value is only displayed")
    assert system_does("The warning of the pump shall come")
    assert not system_does("The certificate is filed")


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("The system shall be user friendly", "ease"),
        ("The reports shall be clearly laid out", "clearness"),
        ("The system shall respond quickly", "speed"),
        ("The system shall be robust", "reliability"),
        ("The system shall be secure", "security"),
        ("The system shall be scalable", "flexibility"),
        ("The system shall be state of the art", "flexibility"),
        ("The system shall work properly", "quality"),
        ("The system shall work properly and fast", "speed"),
        ("The system shall work fast and properly", "speed"),
        ("The system shall be safe, robust and fast", "security"),
        ("The system shall be good and ideal", "quality"),
        ("The system shall be easy to clean", "ease"),
        ("The system shall be easy to clean at night", None),
        ("The system shall ensure data integrity", "compliance"),
        ("Data integrity shall be ensured", "compliance"),
        ("Sufficient storage shall be available", "quality"),
        ("Sufficient storage shall be printed", None),
        ("Storage shall be available", None),
        ("The system shall be used", None),
        ("The search shall show results quickly", None),
    ],
)
def test_the_family_of_a_wish(text: str, family: str | None) -> None:
    assert wish_family(read_clause(text)) == family


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Data integrity shall be ensured", "ensure Data integrity"),
        ("GMP shall be followed", "follow GMP"),
        ("GMP shall be Observed at all times", "observe GMP"),
        ("GMP shall be met throughout", "meet GMP"),
        ("GMP shall be fulfilled", "fulfil GMP"),
        ("GMP shall be satisfied", "satisfy GMP"),
        ("GMP shall be ensured by a lock", "be ensured by a lock"),
        ("Be ensured", "Be ensured"),
    ],
)
def test_a_clause_is_turned_into_the_active_voice(text: str, predicate: str) -> None:
    found = active(read_clause(text))
    assert found.predicate == predicate
    assert found.subject == ("" if predicate != read_clause(text).predicate else read_clause(text).subject)


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("The system shall comply with 21 CFR Part 11", True),
        ("The system shall comply with Annex 11, chapter 4.2, of the EU", True),
        ("The system shall comply with Annex 11 and print", False),
        ("The system shall comply with the list", False),
        ("The system shall comply", False),
    ],
)
def test_a_blanket_reference_cites_rules_and_nothing_else(text: str, cited: bool) -> None:  # noqa: FBT001 - a case
    assert blanket(read_clause(text)) is cited


PROPOSED = {
    "ease": "A user with the role <role> who has had <training> shall complete <task> in at most <number> steps "
    "without help.",
    "clearness": "<Screen or report> shall show <items> in the order <order> on at most <number> pages.",
    "speed": "When a user <action>, the pump shall show <result> within <time> s while <number> users are logged in.",
    "reliability": "The pump shall be available for at least <number> % of <hours> per month; after <fault> the pump "
    "shall be in <state> within <time>.",
    "security": "Only <role> shall be able to <action>; the pump shall refuse every other role and log the attempt.",
    "flexibility": "The pump shall let <role> change <setting> from <lowest> to <highest> without a change of the "
    "program.",
    "quality": "When <event>, the pump shall <observable effect> with <value> ± <tolerance> within <time>.",
    "compliance": "One requirement for each part that applies, for example: the pump shall record <who, when, old "
    "value, new value, reason> for <records>; only <role> shall be able to <action>; a signature shall show <name, "
    "date and time, meaning>.",
    "open": E_OPEN.format("The pump"),
}


@pytest.mark.parametrize("family", PROPOSED)
def test_the_wording_that_is_proposed(family: str) -> None:
    assert proposal(family, of("The pump")) == PROPOSED[family]


@pytest.mark.parametrize(
    ("subject", "in_speed", "in_open"),
    [
        ("A pump", "a pump", "A pump"),
        ("An oven", "an oven", "An oven"),
        ("Each pump", "each pump", "Each pump"),
        ("All pumps", "all pumps", "All pumps"),
        ("LIMS", "LIMS", "LIMS"),
        ("pumps", "pumps", "Pumps"),
        ("The pump of the line in use", "the system", "The system"),
        ("The pump of the new line", "the pump of the new line", "The pump of the new line"),
    ],
)
def test_the_subject_of_a_proposal(subject: str, in_speed: str, in_open: str) -> None:
    clause = of(subject)
    assert proposal("speed", clause).startswith(f"When a user <action>, {in_speed} shall show")
    assert proposal("open", clause) == E_OPEN.format(in_open)


def test_a_proposal_for_a_sentence_without_a_subject_speaks_of_the_system() -> None:
    assert proposal("open", read_clause("Print")) == E_OPEN.format("The system")
