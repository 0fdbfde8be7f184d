# ruff: noqa: ANN001, ANN002, ANN003, ANN201, FBT002 - fixtures and tables of cases give the types
# ruff: noqa: E501 - an expected sentence stands on one line
"""Whole tests in words, from sketches of every kind of requirement."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gampgen.domain.advice import Advice, AdviceKind, AgentAnswer, AgentName
from gampgen.domain.risk import Level
from gampgen.domain.statement import Permission
from gampgen.domain.suite import OQTestCase, Polarity
from gampgen.domain.trace import Source, SourceKind
from gampgen.drafting import Draft, draft
from gampgen.drafting.cases import SCRIPTS
from gampgen.drafting.frames import FRAMES
from gampgen.errors import InternalError
from gampgen.techniques import RULES, design

BANNED = re.compile(
    r"\b(?:works? (?:as expected|correctly|properly)|as expected|functions? properly|behaves? as specified|successful(?:ly)?|as appropriate"
    r"|as required|correct result|system responds|no problems?|ok|looks? good|should|may|etc|various|normal(?:ly)?|acceptable"
    r"|in a timely manner|user[- ]friendly|is updated|are updated|error is shown|data are saved|correctly|properly)\b",
    re.IGNORECASE,
)


def alarm(kit, value="2.50", unit="bar", hold=True):
    tail = " for 30 seconds" if hold else ""
    return kit.sketch(
        text=f"The system shall raise a high alarm when the vessel pressure rises above {value} {unit}{tail}.",
        actor="The system",
        action="shall raise a high alarm",
        limits=((f"above {value} {unit}", value, None, False, False, unit),),
        numbers=(
            (f"above {value} {unit}", value, unit, ">"),
            *((("30 seconds", "30", "seconds", "="),) if hold else ()),
        ),
        causes=(("the vessel pressure", f"rises above {value} {unit}{tail}"),),
        effects=(("The system", "shall raise a high alarm"),),
        rows=("TT", "FF"),
    )


def simple(kit, text, cue=("A-CFG", "shall"), **more):
    at = text.index(" shall")
    return kit.sketch(text=text, actor=text[:at], action=text[at + 1 :].rstrip("."), cues=(cue,), **more)


def every_kind(kit):
    only = "Only users with the role Planner shall be able to reopen an order."
    permission = Permission(roles=("Planner",), action="reopen an order", exclusive=True, allowed=True, quote=only[:-1])
    table = kit.sketch(
        text="If the hatch is open or the mixer speed is above 80 rpm, the system shall stop heating.",
        actor="the system", action="shall stop heating",
        limits=(("above 80 rpm", "80", None, False, False, "rpm"),),
        causes=(("the hatch", "is open"), ("the mixer speed", "is above 80 rpm")),
        effects=(("the system", "shall stop heating"),), rows=("TFT", "FTT", "FFF"),
    )  # fmt: skip
    return [
        alarm(kit),
        table,
        simple(kit, only, ("A-ROLE", "role"), permissions=(permission,)),
        simple(kit, "All changes of a recipe shall be recorded in the audit trail with user, old value, new value and reason.", ("A-AT", "audit trail")),
        simple(kit, "The system shall lock the screen after 10 minutes of inactivity.", ("A-TIME", "inactivity"), numbers=(("10 minutes", "10", "minutes", "="),)),
        simple(kit, "The account shall be locked after 4 failed log-in attempts.", ("A-PWD", "failed log-in attempts"), numbers=(("4 failed log-in attempts", "4", None, "="),)),
        simple(kit, "Passwords shall contain an upper-case letter, a digit and a special character.", ("A-PWD", "Passwords")),
        simple(kit, "The last 6 passwords shall not be reused.", ("A-PWD", "passwords"), numbers=(("6 passwords", "6", None, "="),)),
        simple(kit, "Passwords shall expire every 90 days.", ("A-PWD", "Passwords"), numbers=(("90 days", "90", "days", "="),)),
        simple(kit, "Results shall be signed electronically by the analyst.", ("A-SIG", "signed")),
        simple(kit, "Lot number and expiry date shall be mandatory.", ("A-MAND", "mandatory")),
        simple(kit, "A batch shall not be released before the review is complete.", ("A-STATE", "before")),
        simple(kit, "The operator shall scan the label before the dispensing is started.", ("A-STATE", "before")),
        simple(kit, "The system shall import orders from the ERP.", ("A-IF", "import")),
        simple(kit, "The system shall export results as CSV.", ("A-REP", "export")),
        simple(kit, "Users shall be able to search batches by number.", ("A-SRCH", "search")),
        simple(kit, "The system shall notify the reviewer when a result is late.", ("A-MAIL", "notify")),
        simple(kit, "The system shall restore a backup.", ("A-BAK", "backup")),
        simple(kit, "The system shall calculate the yield.", ("A-CALC", "calculate")),
        simple(kit, "The system shall display the trend within 2 seconds.", limits=(("within 2 seconds", None, "2", False, True, "seconds"),)),
        simple(kit, "Comments shall be limited to 40 characters.", limits=(("limited to 40 characters", None, "40", False, True, None),)),
        simple(kit, "Users shall not be able to delete raw data."),
        simple(kit, "The system shall prevent users from deleting signed records."),
        simple(kit, "The system shall allow operators to attach files to a deviation."),
        simple(kit, "The system shall provide a dashboard for open deviations."),
        simple(kit, "The system shall encrypt stored results."),
    ]  # fmt: skip


def drafted(kit, *sketches, priority=Level.HIGH, roles=(), advice=()) -> tuple[Draft, tuple]:
    planned = tuple(kit.planned(one, uid=f"URS-{n:03d}", priority=priority) for n, one in enumerate(sketches, start=1))
    found = kit.recognition(*planned, roles=roles)
    return draft(design(planned, found), planned, found, advice), planned


def said(test: OQTestCase) -> list[str]:
    return [
        test.title,
        test.objective,
        test.acceptance_criterion,
        *test.preconditions,
        *(t for s in test.steps for t in (s.action, s.expected_result)),
    ]


# ------------------------------------------------------------------ one golden, made by hand
def test_the_alarm_just_above_its_limit_reads_as_a_tester_would_write_it(kit) -> None:
    result, _ = drafted(kit, alarm(kit))
    (test,) = [one for one in result.tests if one.id == "OQ-URS-001-above-2.51-bar-for-30-seconds"]
    assert test.title == "A high alarm is raised with the vessel pressure at 2.51 bar for 30 seconds (URS-001)"
    assert test.polarity is Polarity.POSITIVE
    assert [(one.name, one.value, one.unit) for one in test.inputs] == [
        ("the vessel pressure rises above 2.50 bar for 30 seconds", True, None),
        ("vessel pressure", "2.51", "bar"),
        ("duration of vessel pressure", "30", "seconds"),
    ]
    assert [(step.action, step.expected_result) for step in test.steps] == [
        ("Set the vessel pressure to 2.50 bar, the nearest value that does not meet the condition.", "The vessel pressure is shown as 2.50 bar."),
        ("Set the vessel pressure to 2.51 bar and note the time T0.", "The vessel pressure is shown as 2.51 bar."),
        ("At T0 + 29 seconds: look at the alarm list.", "No high alarm is active; the alarm list has no new entry since T0."),
        ("At T0 + 30 seconds plus one reading interval: look at the alarm list.", "The high alarm is active, shown once, with <alarm text>, date and time."),
        ("Open the record of the high alarm.", "It holds the vessel pressure with 2.51 bar, and a date and time within one reading interval of T0 + 30 seconds."),
        ("Set the vessel pressure back to the value from before the test, and acknowledge or release what is still active.", "The vessel pressure is shown as before the test; nothing that the test has brought about is active."),
    ]  # fmt: skip
    assert test.acceptance_criterion == (
        "While the vessel pressure is 2.51 bar for 30 seconds, the system raises a high alarm after 30 seconds"
        " (within one reading interval) and not before."
    )
    # 6 steps of 2 minutes, 3 preconditions of 1 minute, 30 seconds of waiting rounded up
    assert test.estimated_minutes == 16


def test_a_row_of_a_table_states_every_condition_and_shows_the_effect(kit) -> None:
    result, _ = drafted(kit, every_kind(kit)[1], priority=Level.LOW)
    test = result.tests[1]
    assert [(one.name, one.value) for one in test.inputs] == [
        ("the hatch is open", False), ("the mixer speed is above 80 rpm", True), ("mixer speed", "81"),
    ]  # fmt: skip
    assert [step.action for step in test.steps] == [
        "Make sure that the hatch is not open.",
        "Set the mixer speed to 80 rpm, the nearest value that does not meet the condition.",
        "Set the mixer speed to 81 rpm and note the time T0.",
        "Observe heating for <observation time>.",
        "Set the mixer speed back to the value from before the test, and acknowledge or release what is still active.",
    ]
    assert test.steps[-2].expected_result.startswith("Heating is stopped: <value that changes> stays the same")


def test_every_other_role_of_the_document_is_refused(kit) -> None:
    result, _ = drafted(kit, every_kind(kit)[2], roles=("Planner", "Operator", "QA Reviewer"))
    refused = next(test for test in result.tests if test.id.endswith("refused"))
    assert [one.value for one in refused.inputs] == ["Operator", "QA Reviewer"]
    assert sum("try to reopen an order" in step.action for step in refused.steps) == 2


# ------------------------------------------------------------------ what holds for every test
@pytest.mark.parametrize("priority", list(Level))
def test_no_banned_phrase_no_doubled_identity_and_every_step_is_sourced(kit, priority: Level) -> None:
    result, planned = drafted(kit, *every_kind(kit), priority=priority, roles=("Planner", "Operator"))
    by_uid = {one.analysed.requirement.uid: one.analysed.requirement for one in planned}
    codes = {rule.code for rule in RULES}
    for what in ("id", "title", "acceptance_criterion"):
        values = [getattr(test, what) for test in result.tests]
        assert len(set(values)) == len(values), what
    for test in result.tests:
        assert test.preconditions, test.id
        for step in test.steps:
            assert not BANNED.search(step.expected_result), (test.id, step.expected_result)
            assert step.action[0].isupper()
            assert step.action.endswith(".")
            if step.source.kind is SourceKind.REQUIREMENT:
                assert by_uid[test.requirement_uids[0]].holds(step.source.quote or "")
            else:
                assert step.source.ref in codes
        assert not any("{" in text or "  " in text for text in said(test)), test.id
        assert any(step.source.quote for step in test.steps) or test.technique in {"error_guessing", "scenario", "audit_trail", "electronic_signature", "mandatory_field", "lock_out", "state_transition", "role_permission"}  # fmt: skip


def test_no_expected_result_is_the_requirement_itself(kit) -> None:
    result, planned = drafted(kit, *every_kind(kit))
    texts = {" ".join(one.analysed.requirement.text.lower().split()).rstrip(".") for one in planned}
    assert not [s for t in result.tests for s in t.steps if s.expected_result.lower().rstrip(".") in texts]


def test_no_two_tests_have_the_same_steps(kit) -> None:
    result, _ = drafted(kit, *every_kind(kit))
    steps = [(test.requirement_uids, tuple((s.action, s.expected_result) for s in test.steps)) for test in result.tests]
    assert len(set(steps)) == len(steps)


def test_high_priority_has_a_negative_test_or_the_question_what_can_go_wrong(kit) -> None:
    result, planned = drafted(kit, *every_kind(kit))
    asked = {one.requirement_uid for one in result.findings if one.code == "OPEN4"}
    for one in planned:
        uid = one.analysed.requirement.uid
        own = {test.polarity for test in result.tests if uid in test.requirement_uids}
        assert (Polarity.NEGATIVE in own) is not (uid in asked), one.analysed.requirement.text


@pytest.mark.parametrize(
    "text",
    [
        "The system shall display the trend.", "The system shall provide a unique identifier.",
        "Each page shall contain the batch number.", "The panel shall be blue.",
    ],
)  # fmt: skip
def test_no_other_side_is_made_up(kit, text: str) -> None:
    result, _ = drafted(kit, simple(kit, text))
    assert {test.polarity for test in result.tests} == {Polarity.POSITIVE}
    assert [one.code for one in result.findings if one.code == "OPEN4"] == ["OPEN4"]


def test_blanks_are_named_once_per_requirement(kit) -> None:
    result, _ = drafted(kit, alarm(kit))
    assert [(f.code, f.requirement_uid) for f in result.findings] == [("OPEN1", "URS-001")]
    assert "<alarm text>" in result.findings[0].message


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
@given(
    whole=st.integers(min_value=2, max_value=99999),
    places=st.integers(0, 4),
    unit=st.sampled_from(["bar", "°C", "%", "mg/mL"]),
)
def test_every_number_in_a_boundary_test_stands_in_the_requirement_or_follows_from_it(kit, whole, places, unit) -> None:
    value = format(Decimal(whole).scaleb(-places), "f")
    result, _ = drafted(kit, alarm(kit, value=value, unit=unit, hold=False))
    step = Decimal(1).scaleb(-places)
    known = {Decimal(value) + shift * step for shift in (-1, 0, 1)} | {step}
    for test in result.tests:
        for text in said(test):
            numbers = re.findall(r"(?<![\w.-])\d+(?:\.\d+)?(?![\w-])", text.replace("(URS-001)", "").replace("T0", ""))
            assert {Decimal(one) for one in numbers} <= known, text


def test_ids_do_not_change_when_another_requirement_is_added(kit) -> None:
    alone, _ = drafted(kit, alarm(kit))
    more, _ = drafted(kit, alarm(kit), simple(kit, "The system shall display the trend."))
    assert [test.id for test in more.tests][: len(alone.tests)] == [test.id for test in alone.tests]


def test_the_same_input_gives_the_same_tests(kit) -> None:
    assert drafted(kit, *every_kind(kit))[0] == drafted(kit, *every_kind(kit))[0]


def test_the_stated_acceptance_criterion_is_used_word_for_word(kit) -> None:
    stated = kit.sketch(text="The alarm is seen in the list and in the printed log of the day")
    one = kit.planned(alarm(kit), criteria=stated)
    found = kit.recognition(one)
    result = draft(design((one,), found), (one,), found, ())
    using = [test for test in result.tests if stated.text in test.acceptance_criterion]
    assert len(using) == 1
    assert using[0].polarity is Polarity.POSITIVE
    assert any(stated.text in step.expected_result for step in using[0].steps)


def test_a_quote_that_does_not_hold_is_a_bug_and_said(kit) -> None:
    one = kit.planned(alarm(kit))
    found = kit.recognition(one)
    items = tuple(item.model_copy(update={"quote": "words of nobody"}) for item in design((one,), found))
    other = kit.planned(simple(kit, "The system shall display the trend."))
    with pytest.raises(InternalError, match="quotes words"):
        draft(items, (other,), kit.recognition(other), ())


def test_every_list_item_is_looked_for(kit) -> None:
    lead = simple(kit, "The system shall store for each material:")
    parts = (kit.sketch(text="supplier name"), kit.sketch(text="retest date"))
    one = kit.planned(lead, items=parts, priority=Level.LOW)
    found = kit.recognition(one)
    result = draft(design((one,), found), (one,), found, ())
    actions = " ".join(step.action for step in result.tests[0].steps)
    assert "supplier name" in actions
    assert "retest date" in actions


# ------------------------------------------------------------------ advice
def answer(
    kind: AdviceKind, source: Source, agent: AgentName = AgentName.RESEARCH, uid: str | None = "URS-001", **more: str
) -> AgentAnswer:
    advice = Advice(agent=agent, requirement_uid=uid, kind=kind, text="-", source=source, **more)
    return AgentAnswer(agent=agent, version="1", chunk=0, advice=(advice,))


def test_a_clause_is_cited_on_every_test_of_its_requirement_and_on_no_other(kit) -> None:
    given_advice = (answer(AdviceKind.CLAUSE, Source(kind=SourceKind.CLAUSE, ref="EUA11-9")),)
    result, _ = drafted(kit, alarm(kit), simple(kit, "The system shall display the trend."), advice=given_advice)
    citing = {test.id for test in result.tests if test.regulation_refs == ("EUA11-9",)}
    assert citing == {test.id for test in result.tests if test.requirement_uids == ("URS-001",)}
    assert set(result.advice[0].test_ids) == citing


def test_checks_get_a_test_of_their_own_at_high_priority(kit) -> None:
    source = Source(kind=SourceKind.RULE, ref="SME-ALM")
    given_advice = (
        answer(
            AdviceKind.CHECK,
            source,
            AgentName.SME,
            action="Acknowledge the alarm.",
            expected="It is shown as acknowledged.",
        ),
    )
    result, _ = drafted(kit, alarm(kit), advice=given_advice)
    (using,) = [test for test in result.tests if test.steps[-1].source.ref == "SME-ALM"]
    assert result.advice[0].test_ids == (using.id,)
    assert (using.id, using.technique, len(using.steps)) == ("OQ-URS-001-experience", "error_guessing", 1)
    assert result.tests[-1] is using
    lower, _ = drafted(kit, alarm(kit), advice=given_advice, priority=Level.MEDIUM)
    assert lower.advice[0].test_ids == ()
    assert not [test for test in lower.tests if test.id.endswith("-experience")]


@pytest.mark.parametrize(
    ("kind", "uid"),
    [
        (AdviceKind.GAP, "URS-001"),
        (AdviceKind.DEFINITION, "URS-001"),
        (AdviceKind.CLAUSE, None),
        (AdviceKind.CHECK, "URS-001"),
    ],
)
def test_unused_advice_says_why(kit, kind: AdviceKind, uid: str | None) -> None:
    result, _ = drafted(kit, alarm(kit), advice=(answer(kind, Source(kind=SourceKind.RULE, ref="X"), uid=uid),))
    assert result.advice[0].test_ids == ()
    assert len(result.advice[0].outcome) > 20


# ------------------------------------------------------------------ the texts themselves
def test_no_script_or_frame_holds_a_banned_phrase() -> None:
    expected = [line.expected for script in SCRIPTS.values() for line in script.lines]
    expected += [
        text for frame in FRAMES.values() for text in (frame.seen, frame.unseen, frame.otherwise, frame.prepared)
    ]
    assert not [text for text in expected if BANNED.search(text)]


def test_every_script_is_unlike_every_other() -> None:
    bodies = [script.lines for script in SCRIPTS.values()]
    assert len(set(bodies)) == len(bodies)
    assert len({script.criterion for script in SCRIPTS.values()}) == len(SCRIPTS)


def test_every_kind_of_advice_has_an_outcome_and_further_agents_come_last(kit) -> None:
    source = Source(kind=SourceKind.RULE, ref="X")
    answers = tuple(answer(kind, source, "house_rules" if n else AgentName.SME) for n, kind in enumerate(AdviceKind))
    result, _ = drafted(kit, alarm(kit), advice=tuple(reversed(answers)))
    assert len(result.advice) == len(AdviceKind)
    assert all(record.outcome for record in result.advice)
    assert result.advice[0].agent == AgentName.SME


@pytest.mark.parametrize(
    ("stated", "polarity"), [("No alarm at 2.50 bar", Polarity.NEGATIVE), ("Alarm at 2.51 bar", Polarity.POSITIVE)]
)
def test_a_stated_criterion_goes_to_a_test_of_its_own_polarity(kit, stated: str, polarity: Polarity) -> None:
    one = kit.planned(alarm(kit), criteria=kit.sketch(text=stated))
    found = kit.recognition(one)
    result = draft(design((one,), found), (one,), found, ())
    judged = [test for test in result.tests if test.acceptance_criterion.startswith(f"{stated}. ")]
    assert [test.polarity for test in judged] == [polarity]
    assert any(one.value == stated.split()[-2] for one in judged[0].inputs)


def test_no_test_repeats_the_requirement_and_asks_whether_the_criterion_holds(kit) -> None:
    for stated in ("No alarm at 2.50 bar and at 1.00 bar", "The alarm list is complete", "All items readable"):
        result, _ = drafted_with_criterion(kit, alarm(kit), stated)
        alone, _ = drafted(kit, alarm(kit))
        assert len(result.tests) == len(alone.tests)
        judged = [test for test in result.tests if test.acceptance_criterion.startswith(stated)]
        assert len(judged) == 1
        shown = [step for step in judged[0].steps if stated in step.expected_result]
        assert len(shown) == 1
        assert not any("Carry out" in step.action or "whether this holds" in step.action for step in judged[0].steps)


def test_a_criterion_with_several_values_goes_to_the_test_of_each(kit) -> None:
    result, _ = drafted_with_criterion(kit, alarm(kit), "No high alarm at 2.50 bar and at 2.49 bar")
    judged = [test for test in result.tests if test.acceptance_criterion.startswith("No high alarm")]
    tried = {one.value for test in judged for one in test.inputs if one.unit == "bar"}
    assert tried <= {"2.50", "2.49"}
    assert judged


def drafted_with_criterion(kit, sketch, stated: str):
    one = kit.planned(sketch, criteria=kit.sketch(text=stated))
    found = kit.recognition(one)
    return draft(design((one,), found), (one,), found, ()), one


def test_the_same_test_for_two_requirements_is_one_test_of_both(kit) -> None:
    line = "The system shall display the trend."
    result, _ = drafted(kit, simple(kit, line), simple(kit, line))
    assert [test.requirement_uids for test in result.tests] == [("URS-001", "URS-002")] * len(result.tests)
    assert all(test.title.endswith("(URS-001, URS-002)") for test in result.tests)
    assert all(test.id.startswith("OQ-URS-001-") for test in result.tests)


# ------------------------------------------------------------------ what a sentence does not say, no test demands
def guarantee(kit):
    return kit.sketch(
        text="If the connection is lost, no data shall be lost.", actor="no data", action="shall be lost",
        causes=(("the connection", "is lost"),), effects=(("data", "shall be lost"),), rows=("TF", "FT"),
    )  # fmt: skip


def test_the_failure_of_a_guarantee_is_demanded_nowhere_and_asked(kit) -> None:
    result, _ = drafted(kit, guarantee(kit))
    assert [test.polarity for test in result.tests] == [Polarity.NEGATIVE]
    assert not any("data are lost" in text.lower() for test in result.tests for text in said(test))
    assert [f.message for f in result.findings if f.code == "OPEN2"] == [
        "It is not said what happens where the condition does not hold: “data shall be lost”"
    ]


def test_recording_in_a_state_is_no_demand_to_stop_recording_outside_of_it(kit) -> None:
    sketch = kit.sketch(
        text="When a channel is in test mode, the system shall record its values and shall not raise alarms.",
        causes=(("a channel", "is in test mode"),),
        effects=(("the system", "shall record its values"), ("the system", "shall raise alarms")), rows=("TTF", "FFT"),
    )  # fmt: skip
    result, _ = drafted(kit, sketch)
    texts = [text.lower() for test in result.tests for text in said(test)]
    assert not any("not recorded" in text or "does not record" in text for text in texts)
    stimulus = "Bring about the situation for which the alarms are meant: <alarm condition>; note the time T0."
    assert all(stimulus in [step.action for step in test.steps] for test in result.tests)


def test_what_a_condition_forbids_is_tried_and_refused_and_without_it_tried_and_accepted(kit) -> None:
    sketch = kit.sketch(
        text="The batch cannot be closed as long as there are open deviations.",
        causes=(("there", "are open deviations"),), effects=(("The batch", "can be closed"),), rows=("TF", "FT"),
    )  # fmt: skip
    result, _ = drafted(kit, sketch)
    refused, accepted = result.tests
    assert [step.action for step in refused.steps[1:3]] == [
        "Make sure that there are open deviations.", "Try to close the batch.",
    ]  # fmt: skip
    assert refused.steps[2].expected_result == (
        "The batch cannot be closed: the attempt is refused (text recorded) or has no effect."
    )
    assert accepted.steps[1].action == "Make sure that there are no open deviations."
    assert accepted.steps[2].expected_result == (
        "The batch can be closed: the attempt is accepted, no refusal is shown."
    )


def test_a_condition_with_only_makes_the_opposite_a_demand(kit) -> None:
    sketch = kit.sketch(
        text="The system shall record values only when the pump runs.",
        causes=(("the pump", "runs"),), effects=(("The system", "shall record values"),), rows=("TT", "FF"),
    )  # fmt: skip
    result, _ = drafted(kit, sketch)
    assert {test.polarity for test in result.tests} == set(Polarity)
    assert not [f for f in result.findings if f.code == "OPEN2"]


def test_another_status_is_seen_where_a_status_is_not_to_be_reported(kit) -> None:
    sketch = kit.sketch(
        text='If the seal is broken, the instrument shall report the filter as "Failed".',
        causes=(("the seal", "is broken"),), effects=(("the instrument", 'shall report the filter as "Failed"'),),
        rows=("TT", "FF"),
    )  # fmt: skip
    result, _ = drafted(kit, sketch)
    other = next(test for test in result.tests if test.polarity is Polarity.NEGATIVE)
    assert other.steps[-1].expected_result == (
        'The filter is not reported as "Failed"; what is shown or reported of the filter instead is written down.'
    )


def test_an_alarm_that_is_sent_is_looked_for_at_who_gets_it(kit) -> None:
    sketch = kit.sketch(
        text="If the door is open, an alarm shall be sent to the on-call engineer by text message.",
        causes=(("the door", "is open"),), effects=(("an alarm", "shall be sent to the on-call engineer by text message"),),
        rows=("TT", "FF"),
    )  # fmt: skip
    result, _ = drafted(kit, sketch)
    looks = [test.steps[-1].action for test in result.tests]
    assert looks == ["Open the mailbox or message list of the on-call engineer."] * 2


def test_titles_stay_unique_where_one_requirement_says_the_same_thing_three_times(kit) -> None:
    line = "The system shall display the trend."
    sketch = kit.sketch(text=" ".join([line] * 3), actor="The system", action="shall display the trend")
    other = (
        "The system shall display the trend of the day. The system shall display the trend of the day on the screen."
    )
    result, _ = drafted(kit, sketch, simple(kit, other))
    titles = [test.title for test in result.tests]
    assert len(set(titles)) == len(titles)
