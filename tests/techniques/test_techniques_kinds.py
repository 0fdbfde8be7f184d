# ruff: noqa: ANN001, ANN201 - fixtures and tables of cases give the types
# ruff: noqa: E501 - an expected sentence stands on one line
"""States, options, formats, clock times and the other kinds with a matter of their own: what is tried, and where not."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations

import pytest

from gampgen.domain.coverage import Checklist, CombinationCase, PathCase, RoleCase, ServiceCase
from gampgen.domain.risk import Level
from gampgen.domain.statement import Permission
from gampgen.domain.suite import Polarity, Technique
from gampgen.techniques import design
from gampgen.techniques.options import factors_in
from gampgen.techniques.restated import with_restriction, with_tolerance
from gampgen.techniques.state_model import models_of, moves_in

ORDER = "A protocol shall pass through the states Draft, In review, Approved and Withdrawn in this order."


def designed(kit, text, action, *, priority=Level.MEDIUM, cues=(), actor="The system"):
    one = kit.planned(kit.sketch(text=text, actor=actor, action=action, cues=cues), priority=priority)
    return design((one,), kit.recognition(one))


def pairs(moves):
    return [(one.start, one.end) for one in moves]


def test_states_in_order_are_walked_and_what_leaves_one_out_is_refused(kit) -> None:
    walked, refused = designed(kit, ORDER, "shall pass through the states", actor="A protocol")
    assert isinstance(walked.part, PathCase)
    assert isinstance(refused.part, PathCase)
    assert pairs(walked.part.moves) == [("Draft", "In review"), ("In review", "Approved"), ("Approved", "Withdrawn")]
    assert pairs(refused.part.moves) == [("Draft", "Approved"), ("Draft", "Withdrawn"), ("In review", "Withdrawn")]
    assert [one.polarity for one in (walked, refused)] == [Polarity.POSITIVE, Polarity.NEGATIVE]


def test_high_priority_refuses_every_pair_that_no_requirement_names(kit) -> None:
    _, refused = designed(kit, ORDER, "shall pass through the states", actor="A protocol", priority=Level.HIGH)
    assert isinstance(refused.part, PathCase)
    assert len(refused.part.moves) == 4 * 3 - 3


def test_a_change_that_another_requirement_names_is_not_refused(kit) -> None:
    one = kit.planned(
        kit.sketch(text=ORDER, actor="A protocol", action="shall pass through the states"), priority=Level.HIGH
    )
    back = "The status of a protocol may be set from Approved to Draft."
    other = kit.planned(
        kit.sketch(text=back, actor="The status of a protocol", action="may be set from Approved to Draft"), uid="R-2"
    )
    items = design((one, other), kit.recognition(one, other))
    refused = next(
        item.part for item in items if item.requirement_uid == "URS-1" and item.polarity is Polarity.NEGATIVE
    )
    assert isinstance(refused, PathCase)
    assert ("Approved", "Draft") not in pairs(refused.moves)
    assert ("In review", "Draft") in pairs(refused.moves)


def test_who_changes_a_state_does_it_and_the_others_are_refused(kit) -> None:
    text = "A sample may be moved from Registered to In test only by an Analyst, and from In test to Reviewed only by a Reviewer."
    done, refused = designed(kit, text, "may be moved from Registered to In test", actor="A sample")
    assert isinstance(done.part, PathCase)
    assert isinstance(refused.part, PathCase)
    assert [(one.end, one.role) for one in done.part.moves] == [("In test", "Analyst"), ("Reviewed", "Reviewer")]
    assert set(refused.part.roles) >= {"Analyst", "Reviewer"}


@pytest.mark.parametrize(
    "text",
    [
        "The temperature shall be kept from 2 to 8 °C.", "Results shall be sent from LIMS to the warehouse.",
        "The report shall cover Draft, Final and Summary results.",
    ],
)  # fmt: skip
def test_what_is_no_change_of_state_is_not_read_as_one(text) -> None:
    assert not moves_in(text)


def test_models_that_share_a_state_are_one() -> None:
    models = models_of(
        (ORDER, "The status changes from Withdrawn to Archived.", "Its state changes from Open to Closed.")
    )
    assert [set(one.states) for one in models] == [
        {"Draft", "In review", "Approved", "Withdrawn", "Archived"},
        {"Open", "Closed"},
    ]


def test_every_pair_of_options_occurs(kit) -> None:
    text = "The client shall run in Chrome, Edge and Firefox, in English, German and French, for the roles Analyst and Reviewer."
    (item,) = designed(kit, text, "shall run in Chrome, Edge and Firefox", actor="The client")
    assert item.technique is Technique.PAIRWISE
    assert isinstance(item.part, CombinationCase)
    factors = (("Chrome", "Edge", "Firefox"), ("English", "German", "French"), ("Analyst", "Reviewer"))
    wanted = {frozenset((a, b)) for one, other in combinations(factors, 2) for a in one for b in other}
    seen = {frozenset(pair) for row in item.part.rows for pair in combinations(row, 2)}
    assert wanted <= seen
    assert len(item.part.rows) <= 9


def test_one_list_of_options_is_tried_one_by_one(kit) -> None:
    (item,) = designed(
        kit,
        "Labels shall be printed in English, Dutch and Danish.",
        "shall be printed in English, Dutch and Danish",
        actor="Labels",
    )
    assert isinstance(item.part, CombinationCase)
    assert item.part.rows == (("English",), ("Dutch",), ("Danish",))
    assert item.technique is Technique.EQUIVALENCE_PARTITIONING


@pytest.mark.parametrize(
    "text", ["It complies with GAMP and ISO 9001.", "Values between Monday and Friday.", "in grey and in blue"]
)
def test_rules_and_plain_words_are_no_options(text) -> None:
    assert not factors_in(text)


def test_a_pattern_is_met_and_broken_in_one_point_each(kit) -> None:
    met, broken = designed(
        kit, "The vessel code shall have the format AA-9999.", "shall have the format AA-9999", actor="The vessel code"
    )
    assert isinstance(met.part, Checklist)
    assert isinstance(broken.part, Checklist)
    assert [value for _, value, _ in met.part.values] == ["AA-0000", "ZZ-9999"]
    tried = [value for _, value, _ in broken.part.values]
    assert tried == ["AA-000", "AA-00000", "AA-X000", "1A-0000", "AA0000"]


def test_a_clock_time_is_tried_one_minute_early(kit) -> None:
    items = designed(
        kit, "A backup shall be made every night at 00:00.", "shall be made every night at 00:00", actor="A backup"
    )
    values = [item.part.values[0][1] for item in items if isinstance(item.part, Checklist)]
    assert values == ["00:00", "23:59"]


def test_a_month_has_its_last_second_and_the_next_month_its_first(kit) -> None:
    text = "The report shall cover the period from the first to the last day of the month."
    inside, outside = designed(kit, text, "shall cover the period", actor="The report")
    assert isinstance(inside.part, Checklist)
    assert isinstance(outside.part, Checklist)
    assert inside.part.details[:2] == ("2026-03-01 00:00:00", "2026-03-31 23:59:59")
    assert outside.part.details[:2] == ("2026-02-28 23:59:59", "2026-04-01 00:00:00")


@pytest.mark.parametrize(
    ("text", "action", "rule"),
    [
        (
            "Two users who edit the same recipe shall not overwrite each other.",
            "shall not overwrite each other",
            "CONC",
        ),
        ("All records of the old system shall be migrated.", "shall be migrated", "MIG"),
        (
            "The clock of the controller shall be synchronised with the time server.",
            "shall be synchronised with the time server",
            "CLOCK",
        ),
    ],
)
def test_a_kind_with_a_matter_of_its_own_has_both_sides(kit, text, action, rule) -> None:
    items = designed(kit, text, action, actor=text.split(" shall")[0])
    assert {item.rule for item in items} == {rule}
    assert {item.polarity for item in items} == {Polarity.POSITIVE, Polarity.NEGATIVE}


def test_a_tolerance_of_a_target_is_worked_out_exactly(kit) -> None:
    text = "The weight shall be within ± 1 % of the target weight of 25.00 kg."
    statement = kit.sketch(text=text, actor="The weight", action="shall be within ± 1 %").statement()
    (limit,) = with_tolerance(statement).intervals
    assert (limit.lower, limit.upper, limit.unit) == ("24.75", "25.25", "kg")
    items = designed(kit, text, "shall be within ± 1 % of the target weight of 25.00 kg", actor="The weight")
    failing = next(item.part.first_failing for item in items if isinstance(item.part, ServiceCase))
    assert [Decimal(one) for one in failing] == [Decimal("24.74"), Decimal("25.26")]


def test_a_restriction_to_a_role_is_a_permission(kit) -> None:
    text = "The system shall restrict the deletion of raw data to the Administrator role."
    statement = kit.sketch(text=text, actor="The system", action="shall restrict the deletion of raw data").statement()
    (permission,) = with_restriction(statement).permissions
    assert (permission.roles, permission.action, permission.exclusive) == (
        ("Administrator",),
        "deletion of raw data",
        True,
    )
    assert not with_restriction(kit.sketch(text="The system shall limit the speed to 5 rpm.").statement()).permissions


def test_a_class_that_is_marked_has_others_that_are_not(kit) -> None:
    marked = designed(
        kit,
        "A reprint of a label shall be marked as a copy.",
        "shall be marked as a copy",
        actor="A reprint of a label",
    )
    assert [one.polarity for one in marked] == [Polarity.POSITIVE, Polarity.NEGATIVE]
    single = designed(kit, "The dossier shall be flagged.", "shall be flagged", actor="The dossier")
    assert [one.polarity for one in single] == [Polarity.POSITIVE]


def test_a_resolution_is_one_step_of_the_input(kit) -> None:
    text = "The unit shall display pressure with a resolution of 0.5 kPa and speed with a resolution of 1 rpm."
    items = designed(kit, text, "shall display pressure with a resolution of 0.5 kPa", actor="The unit")
    assert [(item.part.about, item.part.values[0][1:]) for item in items if isinstance(item.part, Checklist)] == [
        ("pressure", ("0.5", "kPa")), ("speed", ("1", "rpm")),
    ]  # fmt: skip


def test_a_right_is_not_tried_twice_in_one_requirement(kit) -> None:
    text = "Only a Pilot shall be able to start a run. The Guest shall not be able to start a run."
    only = Permission(roles=("Pilot",), action="start a run", exclusive=True, allowed=True, quote="Only a Pilot")
    denied = Permission(roles=("Guest",), action="start a run", exclusive=False, allowed=False, quote="The Guest")
    sketch = kit.sketch(text=text, actor="a Pilot", action="shall be able to start a run", permissions=(only, denied))
    one = kit.planned(sketch, priority=Level.MEDIUM)
    items = design((one,), kit.recognition(one, roles=("Pilot", "Guest", "Clerk")))
    tried = [(item.part.aspect, item.part.roles) for item in items if isinstance(item.part, RoleCase)]
    assert tried == [("allowed", ("Pilot",)), ("refused", ("Guest", "Clerk")), ("withdrawn", ("Pilot",))]


def test_what_has_to_be_unique_is_refused_twice_and_taken_once(kit) -> None:
    items = designed(kit, "The programme name shall be unique.", "shall be unique", actor="The programme name")
    assert [(item.part.aspect, item.polarity) for item in items if isinstance(item.part, Checklist)] == [
        ("duplicate", Polarity.NEGATIVE), ("distinct", Polarity.POSITIVE),
    ]  # fmt: skip


def test_a_right_that_another_requirement_gives_is_tried_with_its_role(kit) -> None:
    def right(text, roles, uid, *, allowed):  # noqa: ANN202 - the kit gives the type
        one = Permission(roles=roles, action="change recipes", exclusive=False, allowed=allowed, quote=text)
        sketch = kit.sketch(text=text, actor=roles[0], action=text.removeprefix(f"{roles[0]} "), permissions=(one,))
        return kit.planned(sketch, uid=uid)

    forbidden = right("Operators shall not be able to change recipes.", ("Operators",), "R-1", allowed=False)
    granted = right("Supervisors shall be able to change recipes.", ("Supervisors",), "R-2", allowed=True)
    both = design((forbidden, granted), kit.recognition(forbidden, granted))
    alone = design((forbidden,), kit.recognition(forbidden))
    tried = [
        [one.part.roles for one in items if isinstance(one.part, RoleCase) and one.part.aspect == "allowed"]
        for items in (both, alone)
    ]
    assert tried == [[("Supervisors",)], [("",)]]
