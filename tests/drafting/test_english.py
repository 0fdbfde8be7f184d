# ruff: noqa: FBT001 - fixtures and tables of cases give the types
# ruff: noqa: E501 - an expected sentence stands on one line
from __future__ import annotations

import pytest

from gampgen.domain.clause import Clause, ClauseForm
from gampgen.domain.verb import base_of, gerund, past_participle, third_person
from gampgen.drafting.english import attempt, bare, indicative, infinitive, inner, is_plural, joined, no, passive, the
from gampgen.techniques.clauses import clause


@pytest.mark.parametrize(
    ("verb", "third", "participle", "ing"),
    [
        ("raise", "raises", "raised", "raising"),
        ("stop", "stops", "stopped", "stopping"),
        ("log out", "logs out", "logged out", "logging out"),
        ("notify", "notifies", "notified", "notifying"),
        ("display", "displays", "displayed", "displaying"),
        ("send", "sends", "sent", "sending"),
        ("pass", "passes", "passed", "passing"),
        ("edit", "edits", "edited", "editing"),
        ("have", "has", "had", "having"),
        ("overwrite", "overwrites", "overwritten", "overwriting"),
    ],
)
def test_verb_forms(verb: str, third: str, participle: str, ing: str) -> None:
    assert (third_person(verb), past_participle(verb), gerund(verb)) == (third, participle, ing)


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("raises", "raise"),
        ("stopped", "stop"),
        ("sent", "send"),
        ("tries", "try"),
        ("logging", "log"),
        ("deleting", "delete"),
        ("edited", "edit"),
    ],
)
def test_base_forms_are_found_among_known_verbs(form: str, base: str) -> None:
    assert base_of(form, frozenset({"raise", "stop", "send", "try", "log", "delete", "edit"})) == base


@pytest.mark.parametrize(
    ("clause", "true", "false"),
    [
        (Clause(subject="The system", verb="raise", object="a high alarm"), "the system raises a high alarm", "the system does not raise a high alarm"),
        (Clause(subject="Operators", verb="release", object="batches"), "operators release batches", "operators do not release batches"),
        (Clause(subject="the lid", verb="be", object="open", form=ClauseForm.COPULA), "the lid is open", "the lid is not open"),
        (Clause(subject="All changes", verb="record", participle="recorded", rest="in the log", form=ClauseForm.PASSIVE), "all changes are recorded in the log", "not all changes are recorded in the log"),
        (Clause(subject="the batch", verb="have", rest="been approved", form=ClauseForm.PERFECT), "the batch has been approved", "the batch has not been approved"),
        (Clause(subject="The pump", verb="start", negated=True), "the pump does not start", "the pump starts"),
        (Clause(subject="Users", verb="sign", object="records", ability=True), "users can sign records", "users cannot sign records"),
        (Clause(subject="LIMS", verb="send", object="results"), "LIMS sends results", "LIMS does not send results"),
        (Clause(subject="loss of power", form=ClauseForm.NOMINAL), "loss of power occurs", "loss of power does not occur"),
    ],
)  # fmt: skip
def test_a_clause_as_statement_and_its_denial(clause: Clause, true: str, false: str) -> None:
    assert (indicative(clause), indicative(clause, truth=False)) == (true, false)


def test_a_clause_with_its_object_in_front() -> None:
    raised = Clause(subject="the system", verb="raise", object="a high alarm")
    assert passive(raised) == "a high alarm is raised"
    assert passive(raised, truth=False) == "no high alarm is raised"
    logged = Clause(
        subject="the system", verb="create", further_verbs=("edit",), object="user accounts", rest="in the domain"
    )
    assert passive(logged) == "user accounts are created and edited in the domain"


def test_the_attempt_behind_a_prevention() -> None:
    clause = Clause(subject="the system", verb="prevent", object="users", rest="from deleting signed records")
    assert attempt(clause) == "delete signed records"


def test_the_action_of_a_passive_names_its_thing() -> None:
    clause = Clause(subject="a red button", verb="push", participle="pushed", form=ClauseForm.PASSIVE)
    assert infinitive(clause) == "push the red button"


@pytest.mark.parametrize(
    ("noun", "plural"),
    [("operators", True), ("the analysis", False), ("user and date", True), ("each of the users", False), ("the status", False), ("data", True), ("list of alarms", False), ("reports provided by the vendor", True)],
)  # fmt: skip
def test_number_of_a_noun_phrase(noun: str, plural: bool) -> None:
    assert is_plural(noun) is plural


def test_small_words() -> None:
    assert (the("a high alarm"), the("batch records"), the("each batch"), the("LIMS")) == (
        "the high alarm",
        "the batch records",
        "each batch",
        "LIMS",
    )
    assert (no("a high alarm"), bare("the vessel pressure")) == ("no high alarm", "vessel pressure")
    assert (inner("The system"), inner("QA reviews"), inner("Veeva Vault")) == (
        "the system",
        "QA reviews",
        "Veeva Vault",
    )
    assert joined(["a", "b", "c"]) == "a, b and c"


@pytest.mark.parametrize(
    ("subject", "predicate", "said", "done"),
    [
        ("Any user", "shall not switch off, edit or delete the audit trail", "no user switches off, edits or deletes the audit trail", "switch off, edit or delete the audit trail"),
        ("The audit trail", "shall not be switched off, edited or deleted", "the audit trail is not switched off, edited or deleted", "switch off, edit or delete the audit trail"),
        ("The pump", "shall be started, switched off or locked", "the pump is started, switched off or locked", "start, switch off or lock the pump"),
    ],
)  # fmt: skip
def test_verbs_with_a_particle_in_a_list_keep_it(subject: str, predicate: str, said: str, done: str) -> None:
    read = clause(subject, predicate)
    assert (indicative(read), infinitive(read)) == (said, done)


def test_what_only_opens_is_named_without_it_and_denied_with_it() -> None:
    read = clause("Only open orders", "shall be shown")
    assert the(read.subject) == "the open orders"


@pytest.mark.parametrize(
    ("subject", "denied"),
    [
        ("all seven cartons", "only six of the seven cartons have been rejected"),
        ("all 12 samples", "only 11 of the 12 samples have been rejected"),
        ("all two keys", "only one of the two keys has been rejected"),
        ("all cartons", "not all cartons have been rejected"),
    ],
)
def test_all_of_a_number_fails_at_one_less(subject: str, denied: str) -> None:
    said = Clause(subject=subject, verb="have", rest="been rejected", form=ClauseForm.PERFECT)
    assert indicative(said, truth=False) == denied
