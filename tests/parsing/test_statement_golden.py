"""Statements of the field, read by hand: causes, effects and the rows of the decision table."""

from __future__ import annotations

import pytest

from gampgen.domain.statement import Statement
from gampgen.parsing.statement import read_statement

Words = tuple[tuple[str, str], ...]
# (statement, causes, effects, rows); a row is the truth of the causes, a bar, the truth of the effects.
GOLDEN: tuple[tuple[str, Words, Words, set[str]], ...] = (
    (
        "When the emergency stop is pressed, the valve must close within 2 s.",
        (("the emergency stop", "is pressed"),),
        (("the valve", "must close within 2 s"),),
        {"1|1", "0|0"},
    ),
    (
        "The system shall raise an alarm when the vessel pressure rises above 2.50 bar for 30 seconds.",
        (("the vessel pressure", "rises above 2.50 bar for 30 seconds"),),
        (("The system", "shall raise an alarm"),),
        {"1|1", "0|0"},
    ),
    (
        "When the lid opens the agitator stops.",
        (("the lid", "opens"),),
        (("the agitator", "stops"),),
        {"1|1", "0|0"},
    ),
    (
        "If the batch has been rejected the material must be destroyed.",
        (("the batch", "has been rejected"),),
        (("the material", "must be destroyed"),),
        {"1|1", "0|0"},
    ),
    (
        "If the door is open or unlocked, the centrifuge shall not start.",
        (("the door", "is open"), ("the door", "is unlocked")),
        (("the centrifuge", "shall start"),),
        {"10|0", "01|0", "00|1"},
    ),
    (
        "If the pump or the fan fails, the controller shall raise an alarm and switch to standby.",
        (("the pump", "fails"), ("the fan", "fails")),
        (("the controller", "shall raise an alarm"), ("the controller", "shall switch to standby")),
        {"10|11", "01|11", "00|00"},
    ),
    (
        (
            "If the lid is open or the speed is above 120 rpm, the system shall stop dosing unless the service mode "
            "is active."
        ),
        (("the lid", "is open"), ("the speed", "is above 120 rpm"), ("the service mode", "is active")),
        (("the system", "shall stop dosing"),),
        {"100|1", "010|1", "000|0", "101|0"},
    ),
    (
        "The system shall print a label if the sample is registered and the printer is online.",
        (("the sample", "is registered"), ("the printer", "is online")),
        (("The system", "shall print a label"),),
        {"11|1", "01|0", "10|0"},
    ),
    (
        (
            "If the temperature is above 8.0 °C or the probe fails and no spare sensor is available, the unit shall be "
            "set to hold."
        ),
        (("the temperature", "is above 8.0 °C"), ("the probe", "fails"), ("spare sensor", "is available")),
        (("the unit", "shall be set to hold"),),
        {"100|1", "010|1", "000|0", "011|0"},
    ),
    (
        (
            "When a weighing is finished and either the tolerance is exceeded or the scale is out of calibration, the "
            "system shall reject the weighing."
        ),
        (("a weighing", "is finished"), ("the tolerance", "is exceeded"), ("the scale", "is out of calibration")),
        (("the system", "shall reject the weighing"),),
        {"110|1", "010|0", "101|1", "100|0"},
    ),
    (
        "If either the temperature exceeds 8 °C or the humidity exceeds 60 %, an alarm shall be triggered.",
        (("the temperature", "exceeds 8 °C"), ("the humidity", "exceeds 60 %")),
        (("an alarm", "shall be triggered"),),
        {"10|1", "01|1", "00|0"},
    ),
    (
        "If both the inlet valve and the outlet valve are closed, the pump shall be stopped.",
        (("the inlet valve", "are closed"), ("the outlet valve", "are closed")),
        (("the pump", "shall be stopped"),),
        {"11|1", "01|0", "10|0"},
    ),
    (
        "If the sample is expired, unlabelled, or damaged, it shall be rejected.",
        (("the sample", "is expired"), ("the sample", "is unlabelled"), ("the sample", "is damaged")),
        (("it", "shall be rejected"),),
        {"100|1", "010|1", "001|1", "000|0"},
    ),
    (
        (
            "If the reactor is heating and the pressure is not rising, the system shall warn the user, close the steam "
            "valve and log the event."
        ),
        (("the reactor", "is heating"), ("the pressure", "is rising")),
        (
            ("the system", "shall warn the user"),
            ("the system", "shall close the steam valve"),
            ("the system", "shall log the event"),
        ),
        {"10|111", "00|000", "11|000"},
    ),
    (
        "If the user is neither an administrator nor a supervisor, the menu shall be hidden.",
        (("the user", "is an administrator"), ("the user", "is a supervisor")),
        (("the menu", "shall be hidden"),),
        {"00|1", "10|0", "01|0"},
    ),
    (
        "If no result has been entered, approval shall be refused.",
        (("result", "has been entered"),),
        (("approval", "shall be refused"),),
        {"0|1", "1|0"},
    ),
    (
        "If the barcode cannot be read, the operator shall type the number and a second person shall verify it.",
        (("the barcode", "can be read"),),
        (("the operator", "shall type the number"), ("a second person", "shall verify it")),
        {"0|11", "1|00"},
    ),
    (
        "If a critical alarm is not acknowledged within 5 minutes, the system shall escalate it to the shift leader.",
        (("a critical alarm", "is acknowledged within 5 minutes"),),
        (("the system", "shall escalate it to the shift leader"),),
        {"0|1", "1|0"},
    ),
    (
        "When the seal is not intact, the container does not leave the store.",
        (("the seal", "is intact"),),
        (("the container", "leave the store"),),
        {"0|0", "1|1"},
    ),
    (
        "Unless the label is printed, the next step shall not be enabled.",
        (("the label", "is printed"),),
        (("the next step", "shall be enabled"),),
        {"1|1", "0|0"},
    ),
    (
        "The alarm shall be suppressed when the line is in maintenance mode, except when the pressure exceeds 5 bar.",
        (("the line", "is in maintenance mode"), ("the pressure", "exceeds 5 bar")),
        (("The alarm", "shall be suppressed"),),
        {"10|1", "00|0", "11|0"},
    ),
    (
        "The door shall unlock only if the chamber pressure is below 50 mbar.",
        (("the chamber pressure", "is below 50 mbar"),),
        (("The door", "shall unlock"),),
        {"1|1", "0|0"},
    ),
    (
        "Records shall not be deleted without authorisation.",
        (("authorisation", ""),),
        (("Records", "shall be deleted"),),
        {"1|1", "0|0"},
    ),
    (
        "In the absence of a network connection, the terminal shall refuse login.",
        (("a network connection", ""),),
        (("the terminal", "shall refuse login"),),
        {"0|1", "1|0"},
    ),
    (
        "The batch shall remain in quarantine until all results are approved.",
        (("all results", "are approved"),),
        (("The batch", "shall remain in quarantine"),),
        {"0|1", "1|0"},
    ),
    (
        "Until the deviation is closed, the batch shall not be released.",
        (("the deviation", "is closed"),),
        (("the batch", "shall be released"),),
        {"1|1", "0|0"},
    ),
    (
        "Once a result has been approved it cannot be changed unless it is reopened by QA.",
        (("a result", "has been approved"), ("it", "is reopened by QA")),
        (("it", "can be changed"),),
        {"10|0", "00|1", "11|1"},
    ),
    (
        "If the weight is within tolerance, the system shall accept the weighing; otherwise it shall reject it.",
        (("the weight", "is within tolerance"),),
        (("the system", "shall accept the weighing"), ("it", "shall reject it")),
        {"1|10", "0|01"},
    ),
    (
        "If the password is wrong, the system shall refuse access, otherwise the main screen shall be displayed.",
        (("the password", "is wrong"),),
        (("the system", "shall refuse access"), ("the main screen", "shall be displayed")),
        {"1|10", "0|01"},
    ),
    (
        "If the pressure is below 1.0 bar, the compressor starts; if it is above 6.0 bar, the compressor stops.",
        (("the pressure", "is below 1.0 bar"), ("it", "is above 6.0 bar")),
        (("the compressor", "starts"), ("the compressor", "stops")),
        {"10|10", "01|01", "00|00"},
    ),
    (
        "The pump shall start when the level rises above 80 % and stop when the level falls below 20 %.",
        (("the level", "rises above 80 %"), ("the level", "falls below 20 %")),
        (("The pump", "shall start"), ("The pump", "shall stop")),
        {"10|10", "01|01", "00|00"},
    ),
    (
        "If the connection to the LIMS is lost, results shall be kept locally until the connection is restored.",
        (("the connection to the LIMS", "is lost"), ("the connection", "is restored")),
        (("results", "shall be kept locally"),),
        {"10|1", "00|0", "11|0"},
    ),
    (
        "While the sterilisation cycle is running, the doors shall remain locked.",
        (("the sterilisation cycle", "is running"),),
        (("the doors", "shall remain locked"),),
        {"1|1", "0|0"},
    ),
    (
        "Where a barcode reader is installed, the operator shall scan the label.",
        (("a barcode reader", "is installed"),),
        (("the operator", "shall scan the label"),),
        {"1|1", "0|0"},
    ),
    (
        "In the event of a power failure, the system shall restore the last saved state.",
        (("a power failure", ""),),
        (("the system", "shall restore the last saved state"),),
        {"1|1", "0|0"},
    ),
    (
        "In case of a communication error the data shall be buffered locally.",
        (("a communication error", ""),),
        (("the data", "shall be buffered locally"),),
        {"1|1", "0|0"},
    ),
    (
        "After five failed login attempts the account shall be locked.",
        (("five failed login attempts", ""),),
        (("the account", "shall be locked"),),
        {"1|1", "0|0"},
    ),
    (
        "Upon login, the terminal shall show the date of the last login.",
        (("login", ""),),
        (("the terminal", "shall show the date of the last login"),),
        {"1|1", "0|0"},
    ),
    (
        "During an active alarm, the valve shall stay closed.",
        (("an active alarm", ""),),
        (("the valve", "shall stay closed"),),
        {"1|1", "0|0"},
    ),
    (
        "On failure of the primary server the standby server shall take over.",
        (("failure of the primary server", ""),),
        (("the standby server", "shall take over"),),
        {"1|1", "0|0"},
    ),
    (
        "Provided that the recipe is approved, operators may start a batch.",
        (("the recipe", "is approved"),),
        (("operators", "may start a batch"),),
        {"1|1", "0|0"},
    ),
    (
        "The account shall be disabled as soon as the user leaves the company.",
        (("the user", "leaves the company"),),
        (("The account", "shall be disabled"),),
        {"1|1", "0|0"},
    ),
    (
        "The alarm shall be reset only after the cause has been removed and the operator has acknowledged it.",
        (("the cause", "has been removed"), ("the operator", "has acknowledged it")),
        (("The alarm", "shall be reset"),),
        {"11|1", "01|0", "10|0"},
    ),
    (
        "The system shall, if the lid is open, stop the agitator.",
        (("the lid", "is open"),),
        (("The system", "shall stop the agitator"),),
        {"1|1", "0|0"},
    ),
    (
        "A sample that has expired shall be blocked.",
        (("A sample", "has expired"),),
        (("A sample", "shall be blocked"),),
        {"1|1", "0|0"},
    ),
    (
        "Users who have not completed training shall be refused access.",
        (("Users", "have completed training"),),
        (("Users", "shall be refused access"),),
        {"0|1", "1|0"},
    ),
    (
        "A user whose account is locked shall not be able to log in.",
        (("A user whose account", "is locked"),),
        (("A user", "shall be able to log in"),),
        {"1|0", "0|1"},
    ),
    (
        "Samples stored above 8 °C shall be quarantined.",
        (("Samples", "stored above 8 °C"),),
        (("Samples", "shall be quarantined"),),
        {"1|1", "0|0"},
    ),
    (
        "Changing a limit requires a reason and the electronic signature of a supervisor.",
        (("", "Changing a limit"),),
        (("", "requires a reason and the electronic signature of a supervisor"),),
        {"1|1", "0|0"},
    ),
    (
        "The system shall not accept a result if it is negative or greater than 100 %.",
        (("it", "is negative"), ("it", "is greater than 100 %")),
        (("The system", "shall accept a result"),),
        {"10|0", "01|0", "00|1"},
    ),
    (
        "Release is allowed if all results pass and deviations are closed or a QA override with reason exists.",
        (("all results", "pass"), ("deviations", "are closed"), ("a QA override with reason", "exists")),
        (("Release", "is allowed"),),
        {"110|1", "011|1", "010|0", "100|0"},
    ),
    (
        "If the valve fails to open or close, the sequence shall be held.",
        (("the valve", "fails to open"), ("the valve", "fails to close")),
        (("the sequence", "shall be held"),),
        {"10|1", "01|1", "00|0"},
    ),
    (
        'The system shall display "If in doubt, stop" if the lid is not closed.',
        (("the lid", "is closed"),),
        (("The system", 'shall display "If in doubt, stop"'),),
        {"0|1", "1|0"},
    ),
    (
        "Should the pump fail, the standby pump shall start.",
        (("the pump", "fail"),),
        (("the standby pump", "shall start"),),
        {"1|1", "0|0"},
    ),
    (
        "If the lid is open, the pump shall stop. If not, it shall run.",
        (("the lid", "is open"),),
        (("the pump", "shall stop"), ("it", "shall run")),
        {"1|10", "0|01"},
    ),
    (
        "The system shall, upon receiving an order, print the label and ring the bell.",
        (("", "receiving an order"),),
        (("The system", "shall print the label and ring the bell"),),
        {"1|1", "0|0"},
    ),
    (
        "In case of power cuts batteries shall supply the controller.",
        (("power cuts", ""),),
        (("batteries", "shall supply the controller"),),
        {"1|1", "0|0"},
    ),
)


def _row(row: dict[str, bool]) -> str:
    by_kind = {kind: "".join("01"[row[name]] for name in row if name[0] == kind) for kind in "CE"}
    return f"{by_kind['C']}|{by_kind['E']}"


def _rows(read: Statement) -> set[str]:
    return {_row(dict(row.truths)) for row in read.decision_table}


@pytest.mark.parametrize(("text", "causes", "effects", "rows"), GOLDEN, ids=[case[0][:50] for case in GOLDEN])
def test_a_statement_is_read_as_a_person_reads_it(text: str, causes: Words, effects: Words, rows: set[str]) -> None:
    read = read_statement(text)
    assert tuple((one.variable, one.condition) for one in read.causes) == causes
    assert tuple((one.variable, one.condition) for one in read.effects) == effects
    assert _rows(read) == rows
    assert len(read.decision_table) == len(causes) + 1


@pytest.mark.parametrize(
    "text",
    [
        "The audit trail shall record user, date and time, old value, new value and reason.",
        "The system shall verify if the checksum is correct.",
        "The system checks whether the lot is released.",
        "The report shall show all results that are out of specification.",
        "The pump that feeds line 2 shall be stainless steel.",
        "The system shall show the time when the sample was taken.",
        "The system shall warn the user 30 days before the calibration due date.",
        "A batch is a specified quantity of material.",
        "The report shall be sent once a day.",
        "The values depend upon the scale.",
        "The following fields shall be shown.",
        "The lot shall be traceable, even if it is split.",
    ],
)
def test_words_that_only_look_like_a_condition_are_none(text: str) -> None:
    read = read_statement(text)
    assert not read.conditional
    assert read.decision_table == ()


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Because the data are GMP relevant, changes shall be logged.", "reason", "the data are GMP relevant"),
        ("Due to network latency, the time stamp is made on the server.", "reason", "network latency"),
        ("Backups shall be encrypted in order to protect patient data.", "purpose", "protect patient data"),
        ("Signatures shall be linked so that they cannot be copied.", "purpose", "they cannot be copied"),
        ("To release a batch, the user must sign electronically.", "purpose", "release a batch"),
    ],
)
def test_a_reason_or_purpose_is_a_cause_of_its_own_kind(text: str, kind: str, words: str) -> None:
    read = read_statement(text)
    assert [(cause.kind.value, cause.words) for cause in read.causes] == [(kind, words)]
    assert read.causal
    assert not read.conditional


def test_a_reason_is_in_the_table_only_where_there_is_no_condition() -> None:
    alone = read_statement("Because the data are GMP relevant, changes shall be logged.")
    assert _rows(alone) == {"1|1", "0|0"}
    beside = read_statement("If the scale is open, changes shall be logged because the data are GMP relevant.")
    assert [set(dict(row.truths)) for row in beside.decision_table] == [{"C1", "E1"}] * 2


def test_a_purpose_never_stands_in_the_table() -> None:
    read = read_statement("The system shall encrypt backups in order to protect patient data.")
    assert read.decision_table == ()
    assert [effect.words for effect in read.effects] == [
        "The system shall encrypt backups in order to protect patient data"
    ]


def test_what_stands_in_brackets_or_quotation_marks_is_no_condition() -> None:
    assert not read_statement("The screen shall show “Stop if the lid is open”.").conditional
    assert not read_statement("The screen shall show the lot (if the lot is known).").conditional


def test_a_printed_label_is_no_part_of_the_sentence() -> None:
    read = read_statement("URS-014 If the lid is open, the pump shall stop.")
    assert [cause.words for cause in read.causes] == ["the lid is open"]
    assert read.actor == "the pump"


def test_two_sentences_share_one_table() -> None:
    read = read_statement("If the lid is open, the pump shall stop. If the level is low, the valve shall close.")
    assert [cause.id for cause in read.causes] == ["C1", "C2"]
    assert _rows(read) == {"10|10", "01|01", "00|00"}
