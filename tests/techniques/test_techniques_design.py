# ruff: noqa: ANN001, ANN201 - fixtures and tables of cases give the types
# ruff: noqa: E501 - an expected sentence stands on one line
"""Each technique where it belongs, and nowhere else."""

from __future__ import annotations

import pytest

from gampgen.domain.coverage import ConditionCase, RoleCase
from gampgen.domain.risk import Level
from gampgen.domain.statement import Permission
from gampgen.domain.suite import Polarity, Technique
from gampgen.techniques import RULES, design


def lid(kit):
    return kit.sketch(
        text="If the hatch is open or the mixer speed is above 80 rpm, the system shall stop heating unless the test mode is active.",
        actor="the system",
        action="shall stop heating",
        limits=(("above 80 rpm", "80", None, False, False, "rpm"),),
        causes=(("the hatch", "is open"), ("the mixer speed", "is above 80 rpm"), ("the test mode", "is active")),
        effects=(("the system", "shall stop heating"),),
        rows=("TFFT", "FTFT", "FFFF", "TFTF"),
    )


def test_each_row_of_the_table_is_a_case_with_the_boundary_values_in_its_states(kit) -> None:
    one = kit.planned(lid(kit), priority=Level.MEDIUM)
    items = design((one,), kit.recognition(one))
    cases = [item.part for item in items if isinstance(item.part, ConditionCase)]
    assert [tuple(state.truth for state in case.states) for case in cases] == [
        (True, False, False), (False, True, False), (False, False, False), (True, False, True),
    ]  # fmt: skip
    assert [case.states[1].point.value for case in cases] == ["80", "81", "80", "80"]
    assert [case.effects[0].truth for case in cases] == [True, True, False, False]
    assert [item.polarity for item in items] == [Polarity.POSITIVE] * 2 + [Polarity.NEGATIVE] * 2


def test_high_priority_adds_the_third_value_in_a_row_where_that_cause_decides(kit) -> None:
    one = kit.planned(lid(kit))
    extra = [item for item in design((one,), kit.recognition(one)) if item.rule == "BVA"]
    assert [(item.part.states[1].point.value, tuple(s.truth for s in item.part.states)) for item in extra] == [
        ("79", (False, False, False))
    ]


def test_only_a_role_may_makes_allowed_refused_and_withdrawn(kit) -> None:
    text = "Only users with the role Planner shall be able to reopen an order."
    permission = Permission(roles=("Planner",), action="reopen an order", exclusive=True, allowed=True, quote=text[:-1])
    sketch = kit.sketch(
        text=text,
        actor="Only users with the role Planner",
        action="shall be able to reopen an order",
        permissions=(permission,),
    )
    one = kit.planned(sketch)
    items = design((one,), kit.recognition(one, roles=("Planner", "Operator", "QA Reviewer", "users")))
    assert [(i.part.aspect, i.part.roles) for i in items if isinstance(i.part, RoleCase)] == [
        ("allowed", ("Planner",)), ("refused", ("Operator", "QA Reviewer")), ("withdrawn", ("Planner",)),
    ]  # fmt: skip


def test_inactivity_is_tried_one_step_before_and_at_the_time(kit) -> None:
    sketch = kit.sketch(
        text="The system shall lock the screen after 10 minutes of inactivity.",
        actor="The system",
        action="shall lock the screen",
        numbers=(("10 minutes", "10", "minutes", "="),),
        causes=(("10 minutes of inactivity", ""),),
        effects=(("The system", "shall lock the screen"),),
        rows=("TT", "FF"),
        cues=(("A-TIME", "inactivity"),),
    )
    one = kit.planned(sketch, priority=Level.LOW)
    items = design((one,), kit.recognition(one))
    assert [(i.technique, i.part.values[0][1], i.polarity) for i in items] == [
        (Technique.TIMING, "9", Polarity.NEGATIVE), (Technique.TIMING, "10", Polarity.POSITIVE),
    ]  # fmt: skip


def test_failed_attempts_are_tried_one_fewer_and_exactly(kit) -> None:
    sketch = kit.sketch(
        text="The account shall be locked after 4 failed log-in attempts.",
        actor="The account",
        action="shall be locked",
        numbers=(("4 failed log-in attempts", "4", None, "="),),
        causes=(("4 failed log-in attempts", ""),),
        effects=(("The account", "shall be locked"),),
        rows=("TT", "FF"),
    )
    one = kit.planned(sketch, priority=Level.LOW)
    items = design((one,), kit.recognition(one))
    assert [(i.technique, i.part.values[0][1]) for i in items] == [(Technique.LOCK_OUT, "3"), (Technique.LOCK_OUT, "4")]


@pytest.mark.parametrize(
    ("text", "action", "cue", "rule"),
    [
        ("All changes shall be recorded in the audit trail.", "shall be recorded in the audit trail", ("A-AT", "audit trail"), "AT"),
        ("Records shall be signed electronically.", "shall be signed electronically", ("A-SIG", "signed"), "SIG"),
        ("Lot number and expiry date shall be mandatory.", "shall be mandatory", ("A-MAND", "mandatory"), "MAND"),
        ("The system shall export results as CSV.", "shall export results as CSV", ("A-REP", "export"), "REP"),
        ("The system shall import orders from the ERP.", "shall import orders from the ERP", ("A-IF", "import"), "IF"),
        ("The system shall search batches by number.", "shall search batches by number", ("A-SRCH", "search"), "SRCH"),
        ("The system shall notify the reviewer.", "shall notify the reviewer", ("A-MAIL", "notify"), "MAIL"),
        ("The system shall restore a backup.", "shall restore a backup", ("A-BAK", "backup"), "BAK"),
        ("The system shall calculate the yield.", "shall calculate the yield", ("A-CALC", "calculate"), "CALC"),
        ("A batch shall not be released before the review is complete.", "shall not be released before the review is complete", ("A-STATE", "before"), "STATE"),
        ("The system shall display the batch status.", "shall display the batch status", ("A-EBR", "batch"), "SCEN"),
    ],
)  # fmt: skip
def test_each_kind_of_requirement_finds_its_technique(kit, text, action, cue, rule) -> None:
    actor = text[: text.index(" shall")]
    sketch = kit.sketch(text=text, actor=actor, action=action, cues=(cue,))
    one = kit.planned(sketch, priority=Level.MEDIUM)
    items = design((one,), kit.recognition(one))
    assert rule in {item.rule for item in items}
    # what is only shown has no other side in its words: none is made up
    assert {item.polarity for item in items} == (set(Polarity) if rule != "SCEN" else {Polarity.POSITIVE})


@pytest.mark.parametrize(
    ("text", "action", "cue"),
    [
        ("The system shall comply with Annex 11, in particular audit trail.", "shall comply with Annex 11, in particular audit trail", ("A-AT", "audit trail")),
        ("The export shall preserve signature manifestations.", "shall preserve signature manifestations", ("A-SIG", "signature")),
        ("The system shall verify the hash chain of the audit trail.", "shall verify the hash chain of the audit trail", ("A-AT", "audit trail")),
    ],
)  # fmt: skip
def test_a_mention_brings_no_script(kit, text, action, cue) -> None:
    one = kit.planned(kit.sketch(text=text, actor=text[: text.index(" shall")], action=action, cues=(cue,)))
    assert not {item.rule for item in design((one,), kit.recognition(one))} & {"AT", "SIG"}


def test_what_is_given_to_sign_is_not_what_the_signature_shows(kit) -> None:
    text = "The report shall be signed with user ID and password."
    sketch = kit.sketch(
        text=text, actor="The report", action="shall be signed with user ID and password", cues=(("A-SIG", "signed"),)
    )
    one = kit.planned(sketch)
    assert {item.part.details for item in design((one,), kit.recognition(one)) if item.rule == "SIG"} == {()}


def test_reading_an_audit_trail_is_not_writing_one(kit) -> None:
    text = "The system shall display the audit trail of a batch."
    sketch = kit.sketch(
        text=text,
        actor="The system",
        action="shall display the audit trail of a batch",
        cues=(("A-AT", "audit trail"),),
    )
    one = kit.planned(sketch)
    assert {item.rule for item in design((one,), kit.recognition(one))} <= {"SCEN", "EG"}


def test_two_obligations_in_one_statement_are_both_covered(kit) -> None:
    text = "The system shall display the order; every confirmation shall be recorded in the audit trail."
    sketch = kit.sketch(
        text=text, actor="The system", action="shall display the order", cues=(("A-AT", "audit trail"),)
    )
    one = kit.planned(sketch)
    assert {item.technique for item in design((one,), kit.recognition(one))} == {
        Technique.SCENARIO,
        Technique.AUDIT_TRAIL,
    }


def test_aspects_are_unique_and_do_not_depend_on_other_requirements(kit) -> None:
    first = kit.planned(lid(kit), uid="A-1")
    second = kit.planned(lid(kit), uid="A-2")
    alone = [item.aspect for item in design((second,), kit.recognition(second))]
    together = [
        item.aspect for item in design((first, second), kit.recognition(first, second)) if item.requirement_uid == "A-2"
    ]
    assert alone == together
    assert len(set(alone)) == len(alone)


def test_every_rule_code_has_a_manual_and_is_unique() -> None:
    codes = [rule.code for rule in RULES]
    assert len(set(codes)) == len(codes)
    assert all(len(rule.manual) > 60 and rule.source for rule in RULES)


@pytest.mark.parametrize(
    ("text", "action", "happens_once_fulfilled"),
    [
        ("The door shall not open before the cycle is complete.", "shall not open", True),
        ("The door shall remain locked until the cycle is complete.", "shall remain locked", False),
    ],
)
def test_an_order_of_events_is_not_read_as_a_plain_condition(kit, text, action, happens_once_fulfilled) -> None:
    sketch = kit.sketch(
        text=text,
        actor="The door",
        action=action,
        causes=(("the cycle", "is complete"),),
        effects=(("The door", action.replace("not ", "")),),
        rows=("TF", "FT"),
    )
    one = kit.planned(sketch)
    items = design((one,), kit.recognition(one))
    assert [(i.rule, i.part.aspect, i.part.fulfilled) for i in items] == [
        ("STATE", "valid", happens_once_fulfilled),
        ("STATE", "forbidden", not happens_once_fulfilled),
    ]


def test_a_choice_in_brackets_is_one_obligation_each(kit) -> None:
    text = "The application shall [selection: encrypt stored data; display a warning] on start-up."
    one = kit.planned(kit.sketch(text=text, actor="The application", action="shall"), priority=Level.LOW)
    kinds = {item.part.clause.verb for item in design((one,), kit.recognition(one))}
    assert kinds == {"encrypt", "display"}


@pytest.mark.parametrize(
    ("text", "verb", "kind"),
    [
        ("Configure dashboards for open deviations.", "provide", "display"),
        ("Implement an interface to the warehouse system.", "provide", "transfer"),
        ("Custom trend charts for stability data", "provide", "display"),
        ("Generate compliance reports using templates.", "generate", "output"),
    ],
)
def test_an_imperative_or_a_bare_noun_is_what_the_system_has_to_do(kit, text, verb, kind) -> None:
    one = kit.planned(kit.sketch(text=text), priority=Level.LOW)
    clause = design((one,), kit.recognition(one))[0].part.clause
    assert (clause.subject, clause.verb, clause.kind) == ("the system", verb, kind)


@pytest.mark.parametrize(
    "text",
    [
        "The system shall provide the roles Operator, Supervisor and QA.",
        "The system shall support at least the following user roles: Operator, Supervisor and QA.",
    ],
)
def test_roles_that_have_to_exist_are_listed_and_given(kit, text) -> None:
    one = kit.planned(kit.sketch(text=text, actor="The system", action=text[text.index("shall") :]))
    parts = [item.part for item in design((one,), kit.recognition(one)) if item.rule == "ROLE"]
    assert [part.details for part in parts] == [("“Operator”", "“Supervisor”", "“QA”")]
