"""What only the whole set of requirements shows."""

from __future__ import annotations

from gampgen.domain.document import DocumentFormat
from gampgen.domain.finding import Finding, FindingSeverity
from gampgen.domain.location import Location
from gampgen.domain.requirement import AnalysedRequirement, DocumentRecord, IdSource, Recognition, Requirement, Term
from gampgen.parsing.analysis import analyse
from gampgen.quality import review_set, review_statement
from gampgen.quality.similarity import entry, neighbours


def requirement(place: int, text: str, section: str = "", **more: object) -> Requirement:
    return Requirement.model_validate(
        {
            "id": f"R-{place}", "uid": f"R-{place}", "id_source": IdSource.DOCUMENT, "text": text, "section": section,
            "location": Location(line=place), "stamp": "0" * 64, **more,
        }
    )  # fmt: skip


def read(*texts: str, section: str = "") -> tuple[AnalysedRequirement, ...]:
    return analyse(tuple(requirement(place, text, section) for place, text in enumerate(texts, start=1)))


def document(requirements: tuple[AnalysedRequirement, ...], *terms: Term) -> Recognition:
    record = DocumentRecord(title="", file_name="a.md", format=DocumentFormat.MARKDOWN, sha256="0" * 64, language="en")
    found = tuple(one.requirement for one in requirements)
    return Recognition(document=record, requirements=found, passed_over=(), terms=terms)


def review(*texts: str, terms: tuple[Term, ...] = ()) -> list[Finding]:
    requirements = read(*texts)
    return list(review_set(requirements, document(requirements, *terms)))


def codes(findings: list[Finding]) -> list[str]:
    return [finding.code for finding in findings]


def test_same_words_with_another_figure_is_a_conflict_in_one_section() -> None:
    (finding,) = review("The session timeout shall be 10 min.", "The session timeout shall be 15 min.")
    assert (finding.code, finding.severity, finding.requirement_uid) == ("RQ31", FindingSeverity.ERROR, "R-2")
    assert "10 min" in finding.message
    assert "15 min" in finding.message


def test_a_conflict_across_sections_is_a_warning() -> None:
    pair = analyse((
        requirement(1, "The temperature shall be below 8 °C.", "3.1 Refrigerator"),
        requirement(2, "The temperature shall be below -20 °C.", "3.2 Freezer"),
    ))  # fmt: skip
    (finding,) = review_set(pair, document(pair))
    assert (finding.code, finding.severity) == ("RQ31", FindingSeverity.WARNING)


def test_equal_limits_in_two_units_do_not_conflict() -> None:
    found = review("The pressure of the line shall be below 10 mbar.", "The pressure of the line shall be below 1 kPa.")
    assert "RQ31" not in codes(found)
    assert "RQ33" in codes(found)


def test_two_scales_of_one_unit_are_not_mixed() -> None:
    assert codes(review("The supply shall be at 6 bar.", "The test pressure shall be 900 mbar.")) == []


def test_limits_of_two_things_do_not_conflict() -> None:
    assert (
        codes(
            review("The temperature of room 1 shall be below 8 °C.", "The temperature of room 2 shall be below 9 °C.")
        )
        == []
    )
    assert codes(review("The inlet pressure shall be below 5 bar.", "The outlet pressure shall be below 6 bar.")) == []


def test_the_same_in_other_order_is_a_duplicate() -> None:
    (finding,) = review("The system shall print the batch label.", "The batch label shall be printed by the system.")
    assert (finding.code, finding.requirement_uid) == ("RQ32", "R-2")


def test_one_more_word_is_no_duplicate() -> None:
    assert (
        codes(review("The system shall print the batch label.", "The system shall print the master batch label.")) == []
    )


def test_demand_and_prohibition_are_no_duplicates() -> None:
    texts = (
        "Operators shall be able to delete raw data files.",
        "Operators shall not be able to delete raw data files.",
    )
    assert "RQ32" not in codes(review(*texts))


def test_an_abbreviation_is_asked_for_once_and_only_where_nothing_explains_it() -> None:
    found = review(
        "The XDS shall send the lot to the ZTQ.",
        "The XDS shall show the lot.",
        "The zone transfer queue (ZTQ) shall keep the lot in the QA archive as PDF at 5 °C for REQ-7.",
    )
    assert [(f.code, f.requirement_uid) for f in found] == [("RQ12", "R-1")]
    assert '"XDS"' in found[0].message


def test_currencies_and_the_letters_of_a_format_are_no_abbreviations() -> None:
    found = review("The price shall be shown in EUR.", "The subject number shall have the format SSS-NNNN.")
    assert "RQ12" not in codes(found)


def test_the_glossary_explains_abbreviations() -> None:
    term = Term(name="XDS", meaning="external dosing station", quote="XDS", location=Location(line=9))
    assert review("The XDS shall show the lot.", terms=(term,)) == []


def test_should_throughout_is_the_documents_convention() -> None:
    found = [f for f in review(*(f"The system should print label {n}." for n in "abcd")) if f.code == "RQ17"]
    assert [f.requirement_uid for f in found] == [None]
    assert "4 of 4" in found[0].message


def test_should_now_and_then_is_a_finding_of_its_requirement() -> None:
    found = review(
        "The system shall print the label.",
        "The system shall show the recipe.",
        "The system should list all rooms.",
    )
    assert [(f.code, f.requirement_uid) for f in found] == [("RQ17", "R-3")]


def test_a_pair_is_found_once_and_a_requirement_is_no_neighbour_of_itself() -> None:
    entries = tuple(entry(one.requirement, one.statement) for one in read(*["The pump shall start the red mixer."] * 3))
    pairs = [(one.requirement.uid, other.requirement.uid) for one, other in neighbours(entries)]
    assert pairs == [("R-1", "R-2"), ("R-1", "R-3"), ("R-2", "R-3")]


def test_the_work_grows_with_the_number_of_requirements_only() -> None:
    entries = tuple(
        entry(one.requirement, one.statement) for one in read(*["The pump shall start the red mixer."] * 400)
    )
    assert sum(1 for _ in neighbours(entries)) <= 400 * 4 * 24


def test_what_items_and_criteria_say_is_not_missing() -> None:
    lead = "The system shall maintain an audit trail of all changes."
    alone = analyse((requirement(1, lead),))[0]
    whole = analyse((
        requirement(1, lead, items=("user ID", "date and time", "record"),
                    acceptance_criteria="Each entry shows the old value, the new value and the reason."),
    ))[0]  # fmt: skip
    assert "RQ25" in codes(list(review_statement(alone)))
    assert "RQ25" not in codes(list(review_statement(whole)))


def test_a_finding_says_which_requirement_and_where() -> None:
    (finding,) = (f for f in review_statement(read("The screen shall open quickly.")[0]) if f.code == "RQ01")
    assert (finding.requirement_uid, finding.location) == ("R-1", Location(line=1))


def test_items_are_reviewed_too() -> None:
    one = analyse((requirement(1, "The system shall show:", items=("the batch", "the yield, etc.")),))[0]
    assert "RQ03" in codes(list(review_statement(one)))


def test_the_order_of_requirements_does_not_alter_the_review_of_one() -> None:
    texts = ("The screen shall open quickly.", "The retention time is TBD.", "Data shall be kept for 5 years.")
    forward = {one.requirement.text: codes(list(review_statement(one))) for one in read(*texts)}
    backward = {one.requirement.text: codes(list(review_statement(one))) for one in read(*reversed(texts))}
    assert forward == backward
