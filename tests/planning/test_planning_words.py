"""What planning says of a whole requirement, word by word: its place, its ratings, its findings, at their limits."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from gampgen import planning
from gampgen.domain.category import GampCategory
from gampgen.domain.finding import FindingSeverity
from gampgen.domain.location import Location
from gampgen.domain.requirement import AnalysedRequirement, Attribute, IdSource, Requirement
from gampgen.domain.risk import DispositionKind, Level
from gampgen.domain.statement import Cause, CauseKind, Modality, Statement
from gampgen.planning.disposition import decide
from gampgen.planning.foreign import foreign_wording
from gampgen.planning.impact import gxp_impact
from gampgen.planning.risk import assess_risk
from gampgen.planning.stated import stated_class, stated_kinds, stated_level, stated_not_gxp

Build = Callable[..., AnalysedRequirement]
L, M, H = Level.LOW, Level.MEDIUM, Level.HIGH
STANDARD, CONFIGURED, CUSTOM = GampCategory.STANDARD, GampCategory.CONFIGURED, GampCategory.CUSTOM
PAPER, ACTS = "The supplier shall be certified.", "The system shall print a label."
WISH = "The system shall be fast."


# Where it is verified.
@pytest.mark.parametrize(
    ("text", "items", "rule", "quote"),
    [
        (f"{WISH} {PAPER} {ACTS}", (), "DS16", "The system shall print a label"),
        (f"{PAPER} {ACTS}", (), "DS16", "The system shall print a label"),
        (f"{WISH} {PAPER}", (), "DS06", "The supplier shall be certified"),
        (f"{PAPER} Users shall be trained.", (), "DS06", "The supplier shall be certified"),
        (f"{WISH} The system shall be robust.", (), "DS03", "The system shall be fast"),
        (WISH, (ACTS,), "DS16", "The system shall print a label"),
        (PAPER, (ACTS,), "DS16", "The system shall print a label"),
        (PAPER, ("A label is printed.",), "DS06", "The supplier shall be certified"),
        ("The system shall:", ("print a label",), "DS16", "The system shall"),
        ("The supplier shall deliver:", ("manuals", "drawings"), "DS06", "The supplier shall deliver"),
        ("The system shall be fast", ("and print labels",), "DS16", "The system shall be fast"),
        (PAPER, ("and print labels",), "DS06", "The supplier shall be certified"),
        (f"{PAPER} It shall be printed.", (), "DS06", "The supplier shall be certified"),
        (f"{ACTS} It shall be trained.", (), "DS16", "The system shall print a label"),
        (f"{WISH} It shall print a label.", (), "DS16", "It shall print a label"),
        (f"{PAPER} The label is bought.", (), "DS06", "The supplier shall be certified"),
        (f"{PAPER} The label is printed.", (), "DS16", "The label is printed"),
        (
            "The sensors shall be calibrated yearly, and a fault is shown on the panel",
            (),
            "DS16",
            "a fault is shown on the panel",
        ),
        (
            "The sensors shall be calibrated yearly, and the paper is filed by the clerk",
            (),
            "DS10",
            "The sensors shall be calibrated yearly, and the paper is filed by the clerk",
        ),
        (WISH + " Faults are rare, and a fault is shown.", (), "DS16", "Faults are rare, and a fault is shown"),
    ],
)
def test_the_sentences_of_a_requirement_are_taken_together(
    text: str, items: tuple[str, ...], rule: str, quote: str, requirement: Build
) -> None:
    decision = decide(requirement(text, *items))
    assert (decision.rule, decision.disposition.quote) == (rule, quote)


def test_a_quote_that_does_not_stand_in_the_requirement_gives_way_to_its_text(requirement: Build) -> None:
    decision = decide(requirement("The system  shall be fast:", "and print labels"))
    assert decision.disposition.quote == "The system shall be fast:"
    assert decision.disposition.reason.startswith('"The system shall be fast and print labels" is behaviour')


def test_the_readings_of_a_requirement_speak_for_it(requirement: Build) -> None:
    def reading(text: str, *, demanding: bool) -> Statement:
        return Statement(text=text, is_requirement=demanding, modality=Modality.SHALL, ears=None)

    analysed = requirement("Printing of labels and so on")
    read = analysed.model_copy(
        update={
            "readings": (
                reading("The laboratory has three rooms.", demanding=False),
                reading("It shall be fast.", demanding=True),
            )
        }
    )
    assert [decide(one).rule for one in (analysed, read)] == ["DS16", "DS15"]
    told = analysed.model_copy(update={"readings": (reading("The laboratory has three rooms.", demanding=False),)})
    asked = analysed.model_copy(update={"readings": (reading("The laboratory has three rooms.", demanding=True),)})
    assert [decide(one).rule for one in (told, asked)] == ["DS15", "DS16"]


def test_an_item_is_judged_by_its_own_reading(requirement: Build) -> None:
    item = (
        "Users shall be trained. This table is displayed."  # the second sentence is of the paper, where it asks nothing
    )
    built = requirement(WISH, item)
    told = built.model_copy(update={"items": (built.items[0].model_copy(update={"is_requirement": False}),)})
    unread = built.model_copy(update={"items": ()})
    assert [decide(one).rule for one in (built, told, unread)] == ["DS16", "DS05", "DS16"]


@pytest.mark.parametrize(
    ("text", "stated", "rule", "kind"),
    [
        (PAPER, "IQ", "DS17", "iq"),
        (PAPER, "supplier audit", "DS06", "supplier_evidence"),
        (PAPER, "IQ/PQ", "DS06", "supplier_evidence"),
        (PAPER, "OQ", "DS06", "supplier_evidence"),
        (PAPER, None, "DS06", "supplier_evidence"),
        (ACTS, "IQ", "DS16", "oq"),
        (WISH, "IQ", "DS03", "query"),
    ],
)
def test_a_stated_stage_decides_between_stages_on_paper(
    text: str, stated: str | None, rule: str, kind: str, requirement: Build
) -> None:
    decision = decide(requirement(text, stated=(None, None, stated)))
    assert (decision.rule, decision.disposition.kind.value) == (rule, kind)
    if rule == "DS17":
        assert decision.disposition.reason == 'The document states "IQ" as the way of verification (rule DS17).'


# What the document states.
@pytest.mark.parametrize(
    ("words", "level"),
    [
        ("very high", H),
        ("Very  High", H),
        ("GxP-critical", H),
        ("gmp critical", H),
        ("Criticality: H", H),
        ("cpp", H),
        ("Impact [medium]", M),
        ("R2", M),
        ("very low", L),
        ("non GMP", L),
        ("not gxp", L),
        ("R3", L),
        ("low, low", L),
        ("high medium", None),
        ("very", None),
        ("R4", None),
    ],
)
def test_levels_that_are_unmistakable(words: str, level: Level | None) -> None:
    assert stated_level(words) is level


def test_the_class_of_a_requirement_stands_in_its_risk_or_alone_in_an_attribute(requirement: Build) -> None:
    def stated(*values: str, risk: str | None = None) -> str | None:
        attributes = tuple(Attribute(name="K", value=value) for value in values)
        return stated_class(requirement(ACTS, stated=(risk, None, None), attributes=attributes).requirement)

    assert stated("GMP critical", risk="Low") == "Low"
    assert stated("Line 1", " non-GxP. ", "CPP") == "non-GxP"
    assert stated("business critical") == "business critical"
    assert stated("GMP critical step", "x") is None
    assert stated() is None


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("IQ/OQ", ("oq", "iq")),
        ("PQ", ("pq",)),
        ("UAT", ("pq",)),
        ("Performance qualification", ("pq",)),
        ("installation qualification", ("iq",)),
        ("Operational Qualification", ("oq",)),
        ("SOP", ("procedure",)),
        ("training", ("procedure",)),
        ("procedural control", ("procedure",)),
        ("vendor audit", ("supplier_evidence",)),
        ("supplier documentation", ("supplier_evidence",)),
        ("configuration review", ("configuration_check",)),
        ("OQ, vendor audit, SOP", ("oq", "procedure", "supplier_evidence")),
        ("review", ()),
        ("", ()),
        (None, ()),
    ],
)
def test_the_stages_that_a_document_names(words: str | None, kinds: tuple[str, ...]) -> None:
    assert tuple(kind.value for kind in stated_kinds(words)) == kinds


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("GxP", " No ", "GxP: No"),
        ("GMP relevant", "n", "GMP relevant: n"),
        ("gxp", "non-GxP", "gxp: non-GxP"),
        ("GMP", "not GxP relevant", "GMP: not GxP relevant"),
        ("GxP", "yes", None),
        ("GxP", "no doubt", None),
        ("Gap", "No", None),
        ("GxPs", "No", None),
    ],
)
def test_a_requirement_that_the_document_calls_not_gxp(
    name: str, value: str, said: str | None, requirement: Build
) -> None:
    other = Attribute(name="Prio", value="No")
    built = requirement(ACTS, attributes=(other, Attribute(name=name, value=value)))
    assert stated_not_gxp(built.requirement) == said


# The ratings, each with its whole reason.
SEVERITY = [
    (
        "The system shall release the batch.",
        H,
        '"release" with the effect "release" touches product, patient or GxP record directly (rule RK01).',
    ),
    (
        "The recipe shall be displayed.",
        M,
        '"recipe" is named, but no verb acts on it: it is shown or described (rule RK01).',
    ),
    (
        "The recipe shall be blue.",
        M,
        '"recipe" is named, but no verb acts on it: it is shown or described (rule RK01).',
    ),
    (
        "The colour of the recipe shall be changed.",
        M,
        '"recipe" is named, but no verb acts on it: it is shown or described (rule RK01).',
    ),
    (
        "The recipe shall be changed in its colour.",
        H,
        '"recipe" with the effect "changed" touches product, patient or GxP record directly (rule RK01).',
    ),
    ("The logo shall be shown on the report.", L, '"logo" concerns comfort or presentation (rule RK01).'),
    ("The icon shall be round.", L, '"icon" concerns comfort or presentation (rule RK01).'),
    ("The report shall have a logo.", L, '"logo" concerns comfort or presentation (rule RK01).'),
    (
        "The report shall be filed.",
        M,
        '"report" can affect a record or a decision, which is caught before release (rule RK01).',
    ),
    (
        "The window shall be resizable.",
        M,
        "No word of the severity lists occurs; medium until a person rates it (rule RK01).",
    ),
]
PROBABILITY = [
    ("The window shall be wide.", None, M, "The category is not known: medium is assumed (rule RK02)."),
    ("The window shall be wide.", GampCategory.INFRASTRUCTURE, L, "GAMP category 1 is the hint (rule RK02)."),
    ("The window shall be wide.", STANDARD, L, "GAMP category 3 is the hint (rule RK02)."),
    ("The window shall be wide.", CONFIGURED, M, "GAMP category 4 is the hint (rule RK02)."),
    ("The window shall be wide.", CUSTOM, H, "GAMP category 5 is the hint (rule RK02)."),
    (
        "A macro shall run.",
        STANDARD,
        H,
        'GAMP category 3 is the hint; "macro" names own code or entry by hand (rule RK02).',
    ),
    (
        "The weight shall be typed in.",
        STANDARD,
        H,
        'GAMP category 3 is the hint; "typed in" names own code or entry by hand (rule RK02).',
    ),
    (
        "A macro shall use what is typed in.",
        None,
        H,
        'The category is not known: medium is assumed; "macro" names own code or entry by hand (rule RK02).',
    ),
    (
        "The standard report shall run.",
        CONFIGURED,
        L,
        'GAMP category 4 is the hint; "standard report" names a function used unchanged (rule RK02).',
    ),
    ("The standard report shall run.", CUSTOM, H, "GAMP category 5 is the hint (rule RK02)."),
    (
        "The system shall import lists.",
        STANDARD,
        M,
        'GAMP category 3 is the hint; "import" makes the function more complex (rule RK02).',
    ),
    ("The system shall import lists.", CONFIGURED, M, "GAMP category 4 is the hint (rule RK02)."),
]
DETECTABILITY = [
    (
        "A second person shall check the calculation.",
        H,
        '"second person" is an independent check that would notice the failure (rule RK03).',
    ),
    ("The yield shall be calculated.", L, 'A failure of "calculated" would not be noticed by itself (rule RK03).'),
    (
        "The screen shall show the failed filter.",
        M,
        '"failed" is what somebody relies on being shown; where it stays away, nothing else tells of it (rule RK03).',
    ),
    ("The list shall be sortable by fault.", H, 'A user sees at once when "sortable" fails (rule RK03).'),
    (
        "The recipe list shall be sortable by fault.",
        M,
        '"fault" is what somebody relies on being shown; where it stays away, nothing else tells of it (rule RK03).',
    ),
    ("The screen shall show the room.", H, 'A user sees at once when "show" fails (rule RK03).'),
    (
        "The door shall close after five more minutes.",
        M,
        'A failure of "close after five more" may be noticed in use or in review (rule RK03).',
    ),
    (
        "The door shall raise a fault.",
        M,
        'A failure of "raise a fault" may be noticed in use or in review (rule RK03).',
    ),
]


@pytest.mark.parametrize(("text", "level", "reason"), SEVERITY)
def test_the_severity_and_its_reason(text: str, level: Level, reason: str, requirement: Build) -> None:
    risk = assess_risk(requirement(text), None)
    assert (risk.severity, risk.severity_reason) == (level, reason)


@pytest.mark.parametrize(("text", "category", "level", "reason"), PROBABILITY)
def test_the_probability_and_its_reason(
    text: str, category: GampCategory | None, level: Level, reason: str, requirement: Build
) -> None:
    risk = assess_risk(requirement(text), category)
    assert (risk.probability, risk.probability_reason) == (level, reason)


@pytest.mark.parametrize(("text", "level", "reason"), DETECTABILITY)
def test_the_detectability_and_its_reason(text: str, level: Level, reason: str, requirement: Build) -> None:
    risk = assess_risk(requirement(text), None)
    assert (risk.detectability, risk.detectability_reason) == (level, reason)


def test_three_conditions_make_a_standard_function_more_complex(requirement: Build) -> None:
    def rated(*kinds: CauseKind) -> tuple[Level, str]:
        built = requirement("The window shall be wide.")
        causes = tuple(
            Cause(id=f"C{n}", variable="v", condition="c", kind=kind) for n, kind in enumerate(kinds, start=1)
        )
        risk = assess_risk(
            built.model_copy(update={"statement": built.statement.model_copy(update={"causes": causes})}), STANDARD
        )
        return risk.probability, risk.probability_reason

    condition, other = CauseKind.CONDITION, CauseKind.REASON
    assert rated(condition, condition, other) == (L, "GAMP category 3 is the hint (rule RK02).")
    assert rated(condition, condition, condition) == (
        M,
        "GAMP category 3 is the hint; 3 conditions make the function more complex (rule RK02).",
    )


def test_the_rationale_is_the_three_reasons_and_the_two_tables(requirement: Build) -> None:
    risk = assess_risk(requirement("The window shall be wide."), STANDARD)
    assert risk.rationale == (
        "Severity medium: No word of the severity lists occurs; medium until a person rates it (rule RK01). "
        "Probability low: GAMP category 3 is the hint (rule RK02). Risk class 3. Detectability medium: A failure of "
        '"be wide" may be noticed in use or in review (rule RK03). Priority low by the two tables (rule RK06).'
    )


@pytest.mark.parametrize(
    ("text", "stated", "level", "reason"),
    [
        ("The icon shall be round.", "Low", L, '"icon" concerns'),
        ("The icon shall be round.", "Medium", M, 'The document states the risk "Medium" (rule RK05). "icon" concerns'),
        ("The window shall be wide.", "Medium", M, "No word of the severity lists"),
        ("The window shall be wide.", "Low", M, "No word of the severity lists"),
        ("The window shall be wide.", "A", M, "No word of the severity lists"),
    ],
)
def test_a_stated_risk_raises_by_what_it_says(
    text: str, stated: str, level: Level, reason: str, requirement: Build
) -> None:
    risk = assess_risk(requirement(text, stated=(stated, None, None)), None)
    assert risk.severity is level
    assert risk.severity_reason.startswith(reason)


def test_ratings_are_raised_until_the_tables_give_medium(requirement: Build) -> None:
    # low × low × high gives low: first the detectability is lowered, then the severity raised, one level at a time
    note = '"permission" is access control, whose priority is never below medium (rule RK04).'
    risk = assess_risk(requirement("The help of the permission list shall be shown."), STANDARD)
    assert (risk.severity, risk.probability, risk.detectability, risk.priority) == (H, L, M, M)
    assert risk.severity_reason == f'{note} {note} "help" concerns comfort or presentation (rule RK01).'
    assert risk.detectability_reason == f'{note} A user sees at once when "help" fails (rule RK03).'
    # medium is reached already: nothing moves
    risk = assess_risk(requirement("The permission list shall be printed."), CONFIGURED)
    assert (risk.severity, risk.probability, risk.detectability, risk.priority) == (M, M, M, M)
    assert "RK04" not in risk.rationale


# The findings.
def found(one: AnalysedRequirement, category: GampCategory | None = None) -> list[tuple[str, str, str, str]]:
    findings = planning.review((planning.assess(one, category),))
    assert all(each.requirement_uid == "R-1" and each.location == Location(line=1) for each in findings)
    return [(each.code, each.severity.value, each.message, each.hint) for each in findings]


def test_a_stated_level_two_levels_away_is_told(requirement: Build) -> None:
    built = requirement("The system shall release the batch.", stated=("Low", None, None))
    rationale = assess_risk(built, CUSTOM).rationale
    assert found(built, CUSTOM) == [
        (
            "PL01",
            "warning",
            'The document states the risk "Low"; its words give the priority high.',
            f"Settle which one holds and record the reason. Derived: {rationale}",
        )
    ]
    built = requirement("The icon shall be round.", stated=(None, "high", None))
    assert [one[2] for one in found(built, STANDARD)] == [
        'The document states the priority "high"; its words give the priority low.'
    ]
    assert found(requirement("The system shall release the batch.", stated=(None, "Medium", None)), CUSTOM) == []
    assert found(requirement("The system shall release the batch.", stated=(None, "3", None)), CUSTOM) == []
    both = requirement("The system shall release the batch.", stated=("Low", "Low", None))
    assert ['risk "Low"' in one[2] for one in found(both, CUSTOM)] == [True]


def test_a_query_is_told_with_its_reason_and_a_wording(requirement: Build) -> None:
    (told,) = found(requirement(WISH))
    assert told[:2] == ("PL02", "warning")
    assert told[2] == (
        'No test can show this as it stands: "The system shall be fast" names nothing that a tester could observe or '
        "measure (rule DS03)."
    )
    assert told[3].startswith("Ask the author. A measurable wording would be: When a user <action>, the system shall")
    (told,) = found(requirement("Deleted"))
    assert told[3] == "Ask the author what is demanded."


def test_a_stated_verification_that_differs_is_told(requirement: Build) -> None:
    reason = planning.assess(requirement(ACTS), None).disposition.reason
    assert found(requirement(ACTS, stated=(None, None, "IQ/PQ"))) == [
        (
            "PL03",
            "warning",
            'The document states the verification "IQ/PQ"; derived is oq.',
            f"Settle where the requirement is verified. Derived: {reason}",
        )
    ]
    assert found(requirement(ACTS, stated=(None, None, "IQ/OQ"))) == []
    assert found(requirement(ACTS, stated=(None, None, "review"))) == []
    assert [one[0] for one in found(requirement(WISH, stated=(None, None, "IQ")))] == ["PL02"]


def test_a_relevance_that_is_denied_is_told_only_where_an_area_is_touched(requirement: Build) -> None:
    denied = (Attribute(name="GxP", value="No"),)
    (told,) = found(requirement("The window of the patient shall close.", attributes=denied))
    assert told == (
        "PL04",
        "info",
        'The document states "GxP: No", yet the requirement touches patient safety: "patient" (rule RK07).',
        "Confirm the classification or correct it in the document.",
    )
    assert found(requirement("The window shall close.", attributes=denied)) == []
    assert found(requirement("The window of the patient shall close.")) == []


def test_the_findings_stand_in_the_order_of_the_requirements_and_of_the_codes(requirement: Build) -> None:
    denied = (Attribute(name="GxP", value="No"),)
    first = requirement("The system shall release the batch.", stated=("Low", None, "IQ"), attributes=denied, uid="A")
    second = requirement(WISH, uid="B")
    told = planning.review(tuple(planning.assess(one, CUSTOM) for one in (first, second)))
    assert [(one.requirement_uid, one.code) for one in told] == [
        ("A", "PL01"),
        ("A", "PL03"),
        ("A", "PL04"),
        ("B", "PL02"),
    ]


# The areas, wording in another language, rows of a matrix.
def test_the_areas_are_named_with_their_first_words(requirement: Build) -> None:
    built = requirement("The patient list of the batch", "shall be stored.").requirement
    assert gxp_impact(built).reason == (
        'patient safety: "patient"; product quality: "batch"; data integrity: "stored" (rule RK07).'
    )
    assert gxp_impact(requirement("The door shall close.").requirement).reason == (
        "no word of the three lists occurs; a person decides (rule RK07)."
    )


def foreign(text: str, *items: str) -> Requirement:
    return Requirement(
        id="R-1",
        uid="R-1",
        id_source=IdSource.DOCUMENT,
        text=text,
        items=items,
        location=Location(line=1),
        stamp="0" * 64,
        language="de",
    )


@pytest.mark.parametrize(
    ("text", "proposed"),
    [
        ("Alarm bei 8 °C", "8 °C: 7, 8 and 9"),
        ("Alarm bei 8.00 bar", "8.00 bar: 7.99, 8.00 and 8.01"),
        ("Alarm bei 0,1", "0,1: 0,0, 0,1 and 0,2"),
        ("Alarm bei 10 % und 10 %", "10 %: 9, 10 and 11"),
        ("Alarm bei 5 µm", "5 µm: 4, 5 and 6"),
        ("1,234 kg", "1,234 kg: the value, and one step below and above it"),
        ("1,2345 kg", "1,2345 kg: 1,2344, 1,2345 and 1,2346"),
        ("Meldung „Zu warm“ oder «Zu kalt» oder „Zu warm“", "“Zu warm”, as it stands; “Zu kalt”, as it stands"),
        ("V2.1 und /4", ""),
    ],
)
def test_the_values_and_terms_of_another_language(text: str, proposed: str) -> None:
    found = foreign_wording(foreign(text))
    assert found is not None
    assert (found.kind, found.rule, found.quote, found.proposal) == (DispositionKind.QUERY, "DS21", text, proposed)
    assert found.reason == f'"{text}" is worded in “de”, and wording was analysed in English only (rule DS21).'


def test_items_of_another_language_are_looked_at_and_a_notice_says_for_what(requirement: Build) -> None:
    found = foreign_wording(foreign("Alarm:", "bei 8 °C", "bei „Zu warm“"))
    assert found is not None
    assert found.proposal == "8 °C: 7, 8 and 9; “Zu warm”, as it stands"
    statement = Statement(text="Alarm bei 8 °C", is_requirement=True, modality=Modality.NONE, ears=None)
    built = AnalysedRequirement(requirement=foreign("Alarm bei 8 °C"), statement=statement)
    (notice,) = planning.review((planning.assess(built, None),))
    assert (notice.code, notice.severity, notice.requirement_uid) == ("PL05", FindingSeverity.INFO, "R-1")
    assert notice.message == (
        "Values and terms in the wording of “de”, for the tests that its author writes: 8 °C: 7, 8 and 9."
    )
    assert notice.hint == "Say for each value what has to happen at it and beside it."
    assert foreign_wording(requirement(ACTS).requirement) is None


def test_a_ledger_that_does_not_close_says_what_to_do(requirement: Build) -> None:
    with pytest.raises(Exception, match="does not close") as caught:
        planning.ledger((planning.assess(requirement(ACTS), None),) * 3)
    assert caught.value.title == "The ledger does not close: 3 requirements, 1 of 3 booked"
    assert caught.value.hint == "Please report this with the document, if you may; the suite was not written."


def test_the_manual_of_a_rule_is_its_entry_in_one_line() -> None:
    by_code = {rule.code: rule for rule in planning.RULES}
    assert len(by_code) == 7 + 23 + 5
    assert by_code["RK06"].model_dump(include={"name", "source", "manual"}) == {
        "name": "Two-step tables",
        "source": "GAMP 5, 2nd edition, appendix M3",
        "manual": "Severity × probability gives risk class 1 to 3; risk class × detectability gives the priority. Over "
        "all 27 combinations 9 are high, 9 medium and 9 low.",
    }
