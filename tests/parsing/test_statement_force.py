"""Modality, EARS pattern, demand, actor and action of a statement."""

from __future__ import annotations

import pytest

from gampgen.domain.statement import EarsPattern, Modality
from gampgen.parsing.statement import read_statement


@pytest.mark.parametrize(
    ("text", "modality", "demands"),
    [
        ("The system shall log off idle users.", Modality.SHALL, True),
        ("The system must log off idle users.", Modality.SHALL, True),
        ("The analyst has to enter the lot number.", Modality.SHALL, True),
        ("A reason for change is required.", Modality.SHALL, True),
        ("The system should show the trend.", Modality.SHOULD, True),
        ("The administrator may assign roles.", Modality.MAY, True),
        ("The system will print a label.", Modality.WILL, True),
        ("Alarms will be recorded in the audit trail.", Modality.WILL, True),
        ("Provide an export of the audit trail as PDF.", Modality.IMPERATIVE, True),
        ("Select a lot and open the next page.", Modality.IMPERATIVE, False),
        ("The user is able to sort the list by any column.", Modality.NONE, True),
        ("The user can filter the list.", Modality.NONE, True),
        ("The audit trail cannot be disabled.", Modality.NONE, True),
        ("Changing a limit requires a reason.", Modality.NONE, True),
        ("This document describes the autoclave.", Modality.NONE, False),
        ("The purpose of this document is to define the user requirements.", Modality.NONE, False),
        ("This section shall be read by all reviewers.", Modality.SHALL, False),
        ("A batch is a specified quantity of material.", Modality.NONE, False),
        ("The site has three buildings.", Modality.NONE, False),
        ("", Modality.NONE, False),
    ],
)
def test_force_and_demand(text: str, modality: Modality, *, demands: bool) -> None:
    read = read_statement(text)
    assert (read.modality, read.is_requirement) == (modality, demands)
    assert (read.ears is None) is not demands


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        ("The system shall keep an audit trail.", EarsPattern.UBIQUITOUS),
        ("When the lid opens, the pump shall stop.", EarsPattern.EVENT_DRIVEN),
        ("While the lid is open, the pump shall be off.", EarsPattern.STATE_DRIVEN),
        ("Where a printer is fitted, the system shall print a label.", EarsPattern.OPTIONAL_FEATURE),
        ("If the sensor fails, then the system shall raise an alarm.", EarsPattern.UNWANTED_BEHAVIOUR),
        ("While the lid is open, when Start is pressed, the system shall warn the user.", EarsPattern.COMPLEX),
    ],
)
def test_the_ears_pattern_follows_from_the_cue(text: str, pattern: EarsPattern) -> None:
    assert read_statement(text).ears is pattern


@pytest.mark.parametrize(
    ("text", "actor", "action", "negated"),
    [
        ("The system shall raise a high alarm when the level is high.", "The system", "raise a high alarm", False),
        ("If the lid is open, the pump shall not start.", "the pump", "start", True),
        ("No user shall be able to disable the audit trail.", "user", "be able to disable the audit trail", True),
        ("The system must never overwrite a raw data file.", "The system", "overwrite a raw data file", True),
        (
            "The audit trail shall record user, date and time and reason.",
            "The audit trail",
            "record user, date and time and reason",
            False,
        ),
    ],
)
def test_actor_and_action_of_the_main_clause(text: str, actor: str, action: str, *, negated: bool) -> None:
    read = read_statement(text)
    assert (read.actor, read.action, read.negated) == (actor, action, negated)
