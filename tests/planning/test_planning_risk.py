from __future__ import annotations

from collections.abc import Callable

import pytest

from gampgen import planning
from gampgen.domain.category import GampCategory
from gampgen.domain.requirement import AnalysedRequirement, Attribute
from gampgen.domain.risk import Level
from gampgen.errors import InternalError
from gampgen.planning.stated import stated_level
from gampgen.planning.tables import rank, risk_class, risk_priority

Build = Callable[..., AnalysedRequirement]
L, M, H = Level.LOW, Level.MEDIUM, Level.HIGH
STANDARD, CONFIGURED, CUSTOM = GampCategory.STANDARD, GampCategory.CONFIGURED, GampCategory.CUSTOM


@pytest.mark.parametrize(
    ("text", "category", "ratings"),
    [
        ("The system shall calculate the potency that is used for the release of the batch.", CUSTOM, (H, H, L)),
        ("The audit trail shall record each change of a result.", CONFIGURED, (H, M, L)),
        ("The system shall raise an action alarm when the room temperature is above 8.0 °C.", CONFIGURED, (H, M, M)),
        ("The release of a batch shall require an electronic signature.", STANDARD, (H, L, M)),
        ("The system shall send a training reminder by e-mail.", CONFIGURED, (L, M, M)),
        ("The trend chart shall be displayed in four colours.", STANDARD, (L, L, H)),
        ("The system shall send the status Approved of the lot to the ERP system.", CUSTOM, (M, H, M)),
        ("The system shall print the expiry date on the label.", STANDARD, (H, L, L)),
        ("The weight shall be typed in and confirmed by a second person.", CONFIGURED, (M, H, H)),
        ("Samples shall be searchable by their number.", CONFIGURED, (M, M, M)),
        ("The screen shall show the help text.", CONFIGURED, (L, M, H)),
        ("The system shall show the filter as failed when the diffusion exceeds the limit.", STANDARD, (M, L, M)),
        ("The system shall show the list of rooms.", STANDARD, (M, L, H)),
    ],
)
def test_the_ratings_are_those_that_a_person_gave(
    text: str, category: GampCategory, ratings: tuple[Level, Level, Level], requirement: Build
) -> None:
    risk = planning.assess(requirement(text), category).risk
    assert (risk.severity, risk.probability, risk.detectability) == ratings


@pytest.mark.parametrize("category", [None, *GampCategory])
@pytest.mark.parametrize(
    "text",
    [
        "The system shall write an audit trail.",
        "Reports shall be signed electronically.",
        "Each user shall log in with a password.",
        "Only the Administrator shall be able to change roles.",
        "The database shall be backed up every night.",
        "The system shall transfer the results of the lot to the LIMS.",
        "The system shall calculate the yield.",
        "A high alarm shall be displayed when the temperature is above 30 °C.",
        "Time stamps shall be taken from the time server.",
        "The colour of the audit trail screen shall be shown to a second person.",
    ],
)
def test_functions_of_the_list_are_never_below_medium_and_still_follow_the_tables(
    text: str, category: GampCategory | None, requirement: Build
) -> None:
    risk = planning.assess(requirement(text), category).risk
    assert risk.priority is not L
    assert risk.risk_class == risk_class(risk.severity, risk.probability)
    assert risk.priority is risk_priority(risk.risk_class, risk.detectability)


def test_a_word_of_weight_alone_does_not_make_severity_high(requirement: Build) -> None:
    assert planning.assess(requirement("The recipe shall be displayed."), None).risk.severity is M
    assert planning.assess(requirement("The system shall change the recipe."), None).risk.severity is H


def test_the_category_is_a_hint_for_the_probability_only(requirement: Build) -> None:
    risks = [planning.assess(requirement("The system shall store the result."), one).risk for one in (STANDARD, CUSTOM)]
    assert [risk.probability for risk in risks] == [L, H]
    assert risks[0].severity is risks[1].severity
    assert risks[0].detectability is risks[1].detectability


def test_each_reason_quotes_words_of_the_requirement_and_names_its_rule(requirement: Build) -> None:
    risk = planning.assess(requirement("The system shall reject a sterile filter whose test failed."), CUSTOM).risk
    assert '"sterile"' in risk.severity_reason
    assert "(rule RK01)" in risk.severity_reason
    assert "category 5" in risk.probability_reason
    assert "(rule RK02)" in risk.probability_reason
    assert "(rule RK03)" in risk.detectability_reason
    assert all(reason in risk.rationale for reason in (risk.severity_reason, risk.probability_reason))


def test_a_stated_risk_raises_the_severity_and_never_lowers_it(requirement: Build) -> None:
    text = "The logo shall be displayed on the start page."
    assert planning.assess(requirement(text), STANDARD).risk.severity is L
    raised = planning.assess(requirement(text, stated=("High", None, None)), STANDARD).risk
    assert raised.severity is H
    assert 'states the risk "High" (rule RK05)' in raised.severity_reason
    dosed = requirement("The system shall calculate the dose.", stated=("Low", None, None))
    assert planning.assess(dosed, CUSTOM).risk.severity is H


def test_two_levels_between_stated_and_derived_are_a_finding_one_level_is_not(requirement: Build) -> None:
    text = "The system shall calculate the dose."
    far = planning.assess(requirement(text, stated=("Low", None, None)), CUSTOM)
    near = planning.assess(requirement(text, stated=("Medium", None, None)), CUSTOM)
    assert [finding.code for finding in planning.review((far, near))] == ["PL01"]


@pytest.mark.parametrize(
    ("words", "level"),
    [
        ("High", H), ("h", H), ("GxP critical", H), ("R1", H), ("Risk: low", L), ("non-critical", L),
        ("Not critical", L), ("Medium", M), ("Non-GxP", L), ("2", None), ("Must", None), ("A", None), ("", None),
        (None, None), ("High/Low", None),
    ],
)  # fmt: skip
def test_only_unmistakable_levels_are_read(words: str | None, level: Level | None) -> None:
    assert stated_level(words) is level


def test_gxp_areas_are_named_with_the_word_that_says_so(requirement: Build) -> None:
    impact = planning.assess(requirement("The system shall print the expiry date of each batch."), None).gxp_impact
    assert impact.areas == ("patient safety", "product quality")
    assert 'patient safety: "expiry"' in impact.reason
    nothing = planning.assess(requirement("The window shall be resizable."), None).gxp_impact
    assert nothing.areas == ()
    assert "a person decides" in nothing.reason


def test_a_document_that_denies_gxp_relevance_of_a_gxp_function_is_told(requirement: Build) -> None:
    denied = (Attribute(name="GxP", value="No"),)
    planned = planning.assess(requirement("The system shall release the batch.", attributes=denied), None)
    assert [finding.code for finding in planning.review((planned,))] == ["PL04"]


def test_the_ledger_books_each_requirement_once_and_lists_empty_kinds(requirement: Build) -> None:
    planned = tuple(
        planning.assess(requirement(text, uid=uid), None)
        for uid, text in (("A", "The system shall print a label."), ("B", "The system shall be user friendly."))
    )
    entries = {entry.kind.value: (entry.count, entry.requirement_uids) for entry in planning.ledger(planned)}
    assert entries["oq"] == (1, ("A",))
    assert entries["query"] == (1, ("B",))
    assert entries["pq"] == (0, ())
    assert len(entries) == 7


def test_a_ledger_that_does_not_close_is_a_bug_and_says_so(requirement: Build) -> None:
    twice = (planning.assess(requirement("The system shall print a label.", uid="A"), None),) * 2
    with pytest.raises(InternalError, match="does not close: 2 requirements, 1 of 2 booked") as caught:
        planning.ledger(twice)
    assert caught.value.where == "planning ledger"
    assert "report this" in caught.value.hint


def test_an_empty_document_has_an_empty_ledger() -> None:
    assert sum(entry.count for entry in planning.ledger(())) == 0


def test_every_code_that_planning_prints_has_a_manual() -> None:
    codes = [rule.code for rule in planning.RULES]
    assert len(codes) == len(set(codes))
    assert all(rule.manual and rule.source and rule.name for rule in planning.RULES)
    assert {rank(level) for level in Level} == {0, 1, 2}
