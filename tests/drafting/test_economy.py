"""Order of work, shared set-up, time, and what is checked before the tests are carried out."""

from __future__ import annotations

from gampgen.domain.risk import Level
from gampgen.domain.suite import OQTestCase, Origin, Polarity, ProcedureStep, Technique
from gampgen.domain.trace import Source, SourceKind
from gampgen.drafting.economy import execution, lint


def case(name: str, *actions: tuple[str, str], setup: str = "A record <record>.", scripted: bool = True) -> OQTestCase:
    source = Source(kind=SourceKind.RULE, requirement_uid="R-1", ref="EG")
    return OQTestCase(
        id=name, title=name, objective="o", requirement_uids=("R-1",), technique=Technique.SCENARIO,
        polarity=Polarity.POSITIVE, priority=Level.LOW, scripted=scripted, preconditions=(setup,), inputs=(),
        steps=tuple(
            ProcedureStep(number=n, action=action, expected_result=seen, evidence="screenshot", source=source)
            for n, (action, seen) in enumerate(actions, start=1)
        ),
        acceptance_criterion="c", regulation_refs=(), rationale="", origin=Origin.RULES, estimated_minutes=5,
    )  # fmt: skip


OPENS = ("Open <record>.", "<record> is shown.")
DELETES = ("Delete <record>.", "<record> is no longer listed.")


def test_tests_with_one_set_up_stand_together_and_the_one_that_deletes_comes_last() -> None:
    plan = execution((case("T-1", DELETES), case("T-2", OPENS, setup="Another."), case("T-3", OPENS)))
    assert plan.order == ("T-3", "T-1", "T-2")
    assert [group.test_ids for group in plan.groups] == [("T-3", "T-1"), ("T-2",)]
    assert plan.groups[0].shared == ("A record <record>.",)


def test_tests_of_one_role_stand_side_by_side() -> None:
    as_qa, as_admin = "A test user with the role “QA”.", "A test user with the role “Admin”."
    plan = execution(
        (case("T-1", OPENS, setup=as_qa), case("T-2", OPENS, setup=as_admin), case("T-3", OPENS, setup=as_qa))
    )
    assert [(group.role, group.test_ids) for group in plan.groups] == [("Admin", ("T-2",)), ("QA", ("T-1", "T-3"))]


def test_time_is_summed_with_what_a_shared_set_up_saves() -> None:
    plan = execution((case("T-1", OPENS), case("T-2", OPENS), case("T-3", OPENS, scripted=False)))
    assert (plan.minutes, plan.minutes_unscripted, plan.minutes_saved) == (15, 5, 2)


def test_no_test_is_lost_or_doubled() -> None:
    tests = tuple(case(f"T-{n}", OPENS, setup=f"Set-up {n % 3}.") for n in range(12))
    assert sorted(execution(tests).order) == sorted(test.id for test in tests)
    assert execution(()).order == ()


def test_what_cannot_be_observed_is_found_before_anybody_tries() -> None:
    (finding,) = lint((case("T-1", ("Start it.", "It works as expected.")),))
    assert (finding.code, finding.requirement_uid) == ("EXE1", "R-1")
    assert not lint((case("T-2", OPENS),))


def test_a_record_that_was_deleted_is_not_opened_again() -> None:
    (finding,) = lint((case("T-1", DELETES, OPENS),))
    assert finding.code == "EXE2"
    assert not lint((case("T-2", ("Try to delete <record>.", "It is refused."), OPENS),))


def test_a_role_is_one_whatever_its_number() -> None:
    texts = ("A test user with the role “Operators”.", "The tester works as a test user from among the operators.")
    plan = execution(tuple(case(f"T-{at}", OPENS, setup=text) for at, text in enumerate(texts, start=1)))
    assert [group.role for group in plan.groups] == ["Operator", "Operator"]
