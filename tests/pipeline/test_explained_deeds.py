# ruff: noqa: E501 - a sentence of a test stands on one line
"""Which deed a sentence is about: what is signed, refused, held back, sorted out, and what is tried for it."""

import pytest

from gampgen.domain.suite import OQTestCase
from gampgen.pipeline.explain import explain


def made_for(text: str) -> tuple[OQTestCase, ...]:
    return explain("S", text).tests


def titles(text: str) -> list[str]:
    return [test.title.removesuffix(" (S)") for test in made_for(text)]


def said_by(text: str) -> str:
    return " | ".join(f"{step.action} {step.expected_result}" for test in made_for(text) for step in test.steps)


# ------------------------------------------------------------------ what an act requires
@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Closing an order requires an electronic signature with user ID and password.", "closing an order"),
        ("Releasing a batch requires the signature of the Qualified Person.", "releasing a batch"),
        ("Approving a method shall require an electronic signature. The method list shall be sorted by name.", "approving a method"),
        ("Deleting a template always requires an electronic signature.", "deleting a template"),
        ("Approval of a study protocol requires an electronic signature.", "approval of a study protocol"),
    ],
)  # fmt: skip
def test_a_signature_that_an_act_requires_is_tried_as_a_signature(text: str, act: str) -> None:
    made = titles(text)
    assert f"Not without the signature: {act}" in made
    assert f"A wrong password signs nothing ({act})" in made
    assert not [one for one in made if "does not require" in one or one.startswith("The tester requires")]


def test_the_signature_shows_what_another_sentence_says_of_it() -> None:
    text = "Closing an order requires an electronic signature with user ID and password; the signature shows the printed name, date and time and the meaning."
    assert "A signature shows printed name, date, time and meaning (closing an order)" in titles(text)


@pytest.mark.parametrize(
    ("text", "consequence"),
    [
        ("Closing an order requires an electronic signature. Signed order reports which are changed afterwards lose the status Signed.", "lose the status Signed"),
        ("Results shall be signed electronically. If a signed result is corrected, the signature shall be invalidated.", "shall be invalidated"),
    ],
)  # fmt: skip
def test_a_stated_consequence_of_a_later_change_is_what_is_looked_for(text: str, consequence: str) -> None:
    assert f"It is no longer shown as signed, as the requirement says: “{consequence}”." in said_by(text)
    assert "is refused, or it loses" not in said_by(text)


# ------------------------------------------------------------------ signatures among what a document holds
@pytest.mark.parametrize(
    "text",
    [
        "The batch report is available as PDF and contains the order data, all counts, all alarms and the signatures.",
        "The certificate of analysis shall list all results, the specification limits and the electronic signatures.",
        "The monthly report is printed on request and shows the excursions, the comments and the signatures.",
        "The study report shall contain the subject number, the visit, the result and the signature of the investigator.",
    ],
)
def test_signatures_that_a_document_only_holds_are_no_signing(text: str) -> None:
    techniques = {test.technique.value for test in made_for(text)}
    assert techniques == {"scenario"}
    assert titles(text)[0].startswith("Content of the output equals its source: ")
    assert "signature" in said_by(text)


def test_what_the_signature_itself_shows_stays_a_signing() -> None:
    text = "The signed record shall contain the printed name of the signer, the date and time and the meaning of the signature."
    assert {test.technique.value for test in made_for(text)} == {"electronic_signature"}


def test_a_report_is_compared_part_by_part_and_a_second_predicate_is_no_part_of_its_form() -> None:
    text = (
        "The batch report is available as PDF and contains the order data, all counts, all alarms and the signatures."
    )
    assert "Each of order data, all counts, all alarms and signatures equals its source" in said_by(text)
    assert "as PDF and contains" not in said_by(text)


# ------------------------------------------------------------------ what a thing is like that is refused
CAMERA = "The camera must reject any carton whose DataMatrix print grade is below 1.5 (ISO/IEC 15415) or whose content differs from the data sent to the printer."


def test_two_relative_clauses_are_two_conditions_each_of_which_rejects() -> None:
    assert titles(CAMERA) == [
        "No carton is rejected when the DataMatrix print grade of the carton is 1.5 and the content of the carton does not differ from the data sent to the printer",
        "A carton is rejected when the DataMatrix print grade of the carton is 1.4 and the content of the carton does not differ from the data sent to the printer",
        "A carton is rejected when the DataMatrix print grade of the carton is 1.5 and the content of the carton differs from the data sent to the printer",
    ]


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        (CAMERA, "the carton"),
        ("The checkweigher shall eject each bottle that weighs less than 12.50 g.", "the bottle"),
        ("The inspection machine shall discard vials which are not capped or contain particles.", "the vials"),
        ("The sorter must divert any tube whose barcode cannot be read and whose cap is open.", "the tube"),
        ("Syringes whose fill volume is below 0.95 mL shall be rejected.", "the syringes"),
        ("If the seal of a pouch is open, the pouch shall be ejected.", "the pouch"),
    ],
)
def test_a_thing_that_a_device_sorts_out_is_presented_and_never_entered(text: str, thing: str) -> None:
    said = said_by(text)
    assert f"Present {thing} of this test" in said
    assert not [word for word in ("and save", "Enter ", "stored nowhere", "<screen>", "Try to") if word in said]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The checkweigher shall eject each bottle that weighs less than 12.50 g.", "A bottle is ejected with the weight of the bottle at 12.49 g"),
        ("The inspection machine shall discard vials which are not capped or contain particles.", "Vials are discarded when the vials are not capped and the vials do not contain particles"),
        ("The sorter must divert any tube whose barcode cannot be read and whose cap is open.", "No tube is diverted when the barcode of the tube can be read and the cap of the tube is open"),
        ("Syringes whose fill volume is below 0.95 mL shall be rejected.", "Syringes are rejected with the fill volume of the syringes at 0.94 mL"),
        ("The system shall refuse an order whose quantity exceeds 5000.", "An order is refused with the quantity of the order at 5001"),
    ],
)  # fmt: skip
def test_each_condition_of_a_relative_clause_decides(text: str, title: str) -> None:
    assert title in titles(text)


def test_what_is_said_of_an_entry_stays_a_limit_of_the_entry() -> None:
    assert {
        test.technique.value
        for test in made_for("The system shall reject any entry whose length exceeds 20 characters.")
    } == {"boundary_value_analysis"}
    assert "and save" in said_by("The system shall reject any entry whose length exceeds 20 characters.")


@pytest.mark.parametrize(
    "text",
    [
        "A rejected carton is to be removed from the conveyor within 400 ms after inspection.",
        "Open vials shall be removed from the belt.",
        "The robot shall remove empty trays from the lyophiliser.",
        "Underfilled bottles shall automatically be withdrawn from the line.",
    ],
)
def test_goods_that_are_taken_off_a_line_are_no_deleted_records(text: str) -> None:
    said = said_by(text)
    assert "<record to be deleted>" not in said
    assert "<outlet or status shown>" in said or "T1 minus T0" in said


def test_a_case_that_is_removed_from_a_list_is_a_record() -> None:
    assert "<record to be deleted>" in said_by("The administrator can remove a case from the worklist.")


def test_a_time_after_an_event_is_no_order_of_steps() -> None:
    made = made_for("A rejected carton is to be removed from the conveyor within 400 ms after inspection.")
    assert [test.technique.value for test in made] == ["timing"]


# ------------------------------------------------------------------ two dates compared
@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("The system must reject an order whose expiry date lies before the manufacturing date.",
         ["Refused: the expiry date one day before the manufacturing date (order)", "Accepted: the expiry date the same as the manufacturing date (order)", "Accepted: the expiry date one day after the manufacturing date (order)"]),
        ("The end date shall not be before the start date.",
         ["Refused: the end date one day before the start date (record)", "Accepted: the end date the same as the start date (record)", "Accepted: the end date one day after the start date (record)"]),
        ("The sampling time must be after the start time of the batch.",
         ["Refused: the sampling time one minute before the start time of the batch (record)", "Refused: the sampling time the same as the start time of the batch (record)", "Accepted: the sampling time one minute after the start time of the batch (record)"]),
        ("The LIMS shall only accept a sample if its sampling date is on or before the receipt date.",
         ["Accepted: the sampling date one day before the receipt date (sample)", "Accepted: the sampling date the same as the receipt date (sample)", "Refused: the sampling date one day after the receipt date (sample)"]),
        ("A visit with a visit date prior to the consent date shall be refused.",
         ["Refused: the visit date one day before the consent date (visit)", "Accepted: the visit date the same as the consent date (visit)", "Accepted: the visit date one day after the consent date (visit)"]),
    ],
)  # fmt: skip
def test_two_dates_are_compared_at_the_day_itself_and_beside_it(text: str, made: list[str]) -> None:
    assert titles(text) == made


def test_compared_dates_stand_in_the_inputs() -> None:
    first = made_for("The end date shall not be before the start date.")[0]
    assert [(one.name, one.value) for one in first.inputs] == [
        ("end date", "14 March 2027"),
        ("start date", "15 March 2027"),
    ]


def test_a_comparison_of_dates_leaves_the_first_clause_alone() -> None:
    text = "The system shall receive the batch order from the ERP and must reject an order whose expiry date lies before the manufacturing date."
    assert not [one for one in titles(text) if "comes after" in one or "is not reached without" in one]
    assert "The system receives the batch order from the ERP" in titles(text)


def test_what_is_done_before_an_event_stays_an_order_of_steps() -> None:
    assert "“the release” comes after: enter the date" in titles("The date shall be entered before the release.")


# ------------------------------------------------------------------ what is held back is what is tried
CHALLENGE = "Before the start of an order the operator performs the challenge test with the seven test cartons; the system shall block the start until all seven have been rejected."


@pytest.mark.parametrize(
    ("text", "tried", "made"),
    [
        (CHALLENGE, "Try to start the order.", ["An order is started while all seven have been rejected", "An order is not started while only six of the seven have been rejected"]),
        ("The system shall prevent the release of a batch until the review is complete.", "Try to release the batch.",
         ["A batch is released while the review is complete", "A batch is not released while the review is not complete"]),
        ("The system must block further weighing until the balance has been verified.", "Try to start the further weighing.",
         ["Further weighing is started while the balance has been verified", "Further weighing is not started while the balance has not been verified"]),
        ("The software shall not allow the start of a run until the system suitability test has passed.", "Try to start the run.",
         ["A run is started while the system suitability test has passed", "A run is not started while the system suitability test has not passed"]),
        ("Printing of labels shall be blocked while the line is in state Hold.", "Try to print the labels.",
         ["Labels are not printed when the line is in state Hold", "Labels are printed when the line is not in state Hold"]),
        ("The system shall prevent users from closing a deviation unless the investigation is approved.", "Try to close the deviation.",
         ["A deviation is closed when the investigation is approved", "A deviation is not closed when the investigation is not approved"]),
    ],
)  # fmt: skip
def test_the_deed_that_is_held_back_is_tried_and_not_the_holding_back(text: str, tried: str, made: list[str]) -> None:
    assert titles(text) == made
    said = said_by(text)
    assert said.count(tried) == len(made)
    assert not [word for word in ("Try to block", "Try to prevent", "Try to allow", "<use>") if word in said]


def test_refusal_and_success_do_not_contradict_each_other() -> None:
    done, refused = made_for(CHALLENGE)
    assert [done.polarity.value, refused.polarity.value] == ["positive", "negative"]
    assert "from before the attempt" not in done.steps[-1].expected_result
    assert "from before the attempt" in refused.steps[-1].expected_result


def test_what_people_do_beside_a_demand_is_no_reaction_of_the_system() -> None:
    assert not [one for one in titles(CHALLENGE) if "challenge test" in one]


# ------------------------------------------------------------------ a state that is entered from named states only
@pytest.mark.parametrize(
    ("text", "entered", "refused"),
    [
        ("The order passes through the states Received, Set-up, Running, Paused, Closing and Closed. Running may be entered from Set-up or Paused only. A closed order cannot be reopened.",
         ["States of the order: from “Set-up” to “Running”", "States of the order: from “Paused” to “Running”"],
         "The state “Running” is not entered from “Received”, “Closing” or “Closed” (order)"),
        ("A sample has the states Planned, Taken, Reviewed and Released. A change to Released is only possible from Reviewed.",
         ["States of the sample: from “Reviewed” to “Released”"], "The state “Released” is not entered from “Planned” or “Taken” (sample)"),
        ("A batch goes through the phases Idle, Filling, Holding and Cleaned. Only from the phases Idle and Holding may the batch be set to Cleaned.",
         ["States of the batch: from “Idle” to “Cleaned”", "States of the batch: from “Holding” to “Cleaned”"], None),
        ("The document runs through the states Draft, Review, Effective and Retired. The state Draft can only be entered from Review.",
         ["States of the document: from “Review” to “Draft”"], "The state “Draft” is not entered from “Effective” or “Retired” (document)"),
    ],
)  # fmt: skip
def test_a_state_is_entered_from_the_named_states_and_refused_from_the_others(
    text: str, entered: list[str], refused: str | None
) -> None:
    made = titles(text)
    assert [one for one in made if one in entered] == entered
    assert refused is None or refused in made
    assert not [
        word for word in ("number of existing entries", "<prepared data>", "one entry more") if word in said_by(text)
    ]


def test_the_order_of_the_states_and_the_end_of_them_are_tried_beside_it() -> None:
    made = titles(
        "The order passes through the states Received, Running, Paused and Closed. Running may be entered from Received or Paused only. A closed order cannot be reopened."
    )
    assert (
        made[0]
        == "States of the order: from “Received” to “Running”, from “Running” to “Paused” and from “Paused” to “Closed”"
    )
    assert made[-1] == "A closed order cannot be reopened"


def test_data_that_are_entered_from_a_device_are_no_states() -> None:
    assert not [one for one in titles("Data may be entered from Keyboard or Scanner only.") if one.startswith("States")]


# ------------------------------------------------------------------ what is missing
@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Without confirmation the line stops.", ["The line does not stop when confirmation is given", "The line stops when confirmation is not given"]),
        ("Without an acknowledgement from the server the transfer is cancelled.",
         ["The transfer is not cancelled when an acknowledgement from the server is given", "The transfer is cancelled when an acknowledgement from the server is not given"]),
        ("Without a valid calibration the balance shall be blocked.",
         ["The balance is not blocked when a valid calibration is given", "The balance is blocked when a valid calibration is not given"]),
        ("Without a release by QA, the lot stays in quarantine.", ["The lot stays in quarantine when a release by QA is not given"]),
    ],
)  # fmt: skip
def test_a_lack_at_the_head_is_a_condition(text: str, made: list[str]) -> None:
    assert titles(text) == made


@pytest.mark.parametrize(
    "text",
    [
        "Without user intervention the system shall restart.",
        "Without interruption the pump runs for 24 hours.",
        "Without further action the report shall be printed.",
    ],
)
def test_how_something_is_done_is_no_condition(text: str) -> None:
    assert not [one for one in titles(text) if " when " in one]


# ------------------------------------------------------------------ one record for each role that uses it up
@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("Only the roles Operator and Supervisor may acknowledge an alarm.", "Log in as a user with the role “Supervisor” and acknowledge an alarm, on a record of its own."),
        ("Only users with the role Reviewer or Approver may sign a result.", "Log in as a user with the role “Approver” and sign a result, on a record of its own."),
        ("Only Administrators shall be able to create, lock and delete accounts.", "Log in as a user with the role “Administrator” and delete accounts, on a record of its own."),
    ],
)  # fmt: skip
def test_each_role_and_action_has_a_record_of_its_own(text: str, step: str) -> None:
    granted = made_for(text)[0]
    assert step in [one.action for one in granted.steps]
    assert [one for one in granted.preconditions if "a record of its own for each" in one]


def test_what_is_only_looked_at_needs_no_second_record() -> None:
    granted = made_for("Only the roles Reviewer and Auditor may view the audit trail.")[0]
    assert not [one for one in granted.steps if "of its own" in one.action]


# ------------------------------------------------------------------ alarms and messages that are suppressed
@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("When a door contact reports the door open, the alarm of EMS-112 shall be suppressed for at most 60 seconds.",
         ["The alarm of EMS-112 is not raised when a door contact reports the door open", "The alarm of EMS-112 is raised when a door contact does not report the door open",
          "The time for which this lasts (the alarm of EMS-112 is not raised although its cause is there): at most 60 seconds"]),
        ("While the tank is being cleaned, the system shall suppress the level alarm.",
         ["The level alarm is not raised when the tank is being cleaned", "The level alarm is raised when the tank is not being cleaned"]),
        ("If maintenance mode is active, notifications shall be suppressed.",
         ["Notifications are not sent when maintenance mode is active", "Notifications are sent when maintenance mode is not active"]),
        ("The DCS shall inhibit the low flow alarm when the pump is off.",
         ["The low flow alarm is not raised when the pump is off", "The low flow alarm is raised when the pump is not off"]),
    ],
)  # fmt: skip
def test_a_suppressed_alarm_stays_away_though_its_cause_is_there(text: str, made: list[str]) -> None:
    assert titles(text) == made
    said = said_by(text)
    assert "The cause is there; the time T0 is noted." in said
    assert "refused" not in said


# ------------------------------------------------------------------ a duration of the state that another condition names
MAINTENANCE = "When a channel is in maintenance mode, the EMS shall record its values and shall not raise alarms, unless the maintenance mode lasts longer than 8 hours."


@pytest.mark.parametrize(
    ("text", "off", "lasting"),
    [
        (MAINTENANCE, "Alarms are raised when a channel is not in maintenance mode", "the state “a channel is in maintenance mode” has lasted 9 hours"),
        ("When the bypass is active, the valve shall be open, unless the bypass lasts more than 15 minutes.", "The valve is not open when the bypass is not active", "the state “the bypass is active” has lasted 16 minutes"),
        ("If the door is open, the light shall be on and the alarm shall not be raised, unless the door is open for more than 60 seconds.",
         "The light is not on and the alarm is raised when the door is not open", "the state “the door is open” has lasted 61 seconds"),
        ("While the unit is in hold, the agitator shall run, unless the hold lasts longer than 4 h.", "The agitator does not run when the unit is not in hold", "the state “the unit is in hold” has lasted 5 h"),
    ],
)  # fmt: skip
def test_no_state_lasts_while_it_is_not_there(text: str, off: str, lasting: str) -> None:
    made = titles(text)
    assert [one for one in made if one.startswith(off)] == [off] or "runs" in text
    assert [one for one in made if lasting in one]
    for test in made_for(text):
        if " not " in test.title.rpartition(" when ")[2]:
            assert not [step for step in test.steps if "keep it up" in step.action]


def test_values_that_a_system_records_carry_no_tester() -> None:
    said = said_by(MAINTENANCE)
    assert "an entry for each interval of recording since T0" in said
    assert "the tester's account" not in said


# ------------------------------------------------------------------ what is repeated, and for what
@pytest.mark.parametrize(
    ("text", "made", "cause"),
    [
        ("Good quantities are reported to the ERP after each pallet. A failed transmission is repeated three times at intervals of 60 s and then an error is displayed to the line leader.",
         "3 repetitions of transmission, not one more", "From start to end this holds: the transmission fails."),
        ("Results shall be sent to the LIMS after approval. A failed transfer shall be repeated twice at intervals of 5 minutes; then the administrator shall be informed.",
         "2 repetitions of transfer, not one more", "From start to end this holds: the transfer fails."),
        ("An unsuccessful log-in of the device is retried 4 times every 30 seconds.",
         "4 repetitions of log-in of the device, not one more", "From start to end this holds: the log-in of the device fails."),
        ("Labels are printed at the end. An interrupted print job must be repeated once.", None, None),
    ],
)  # fmt: skip
def test_what_failed_is_repeated_because_it_failed(text: str, made: str | None, cause: str | None) -> None:
    found = made_for(text)
    assert made is None or made in titles(text)
    assert cause is None or [one for one in found if cause in one.preconditions]
    assert not [one for one in titles(text) if "each pallet" in one]


def test_the_sentence_before_a_repetition_keeps_its_own_tests() -> None:
    text = "Good quantities are reported to the ERP after each pallet. A failed transmission is repeated three times at intervals of 60 s."
    assert "Good quantities are reported to the ERP when a pallet occurs" in titles(text)
    assert "Read the good quantities at the receiving side, field by field." in said_by(text)


# ------------------------------------------------------------------ counted events, and what they are counted at
@pytest.mark.parametrize(
    ("text", "spread"),
    [
        ("After five consecutive rejects at the same station the line shall stop.", "The line does not stop with the number of consecutive rejects, not all at the same station at 5"),
        ("When three read errors occur on the same reader, a service message shall be shown.", "A service message is not shown with the number of read errors, not all on the same reader at 3"),
        ("If 4 consecutive weighings of the same scale fail, the scale shall be blocked.", None),
        ("After ten consecutive rejects the feeder shall stop.", None),
    ],
)  # fmt: skip
def test_counted_events_are_tried_once_spread_and_never_beyond_what_stops_them(text: str, spread: str | None) -> None:
    made = made_for(text)
    assert spread is None or spread in titles(text)
    counts = {one.value for test in made for one in test.inputs if one.name.startswith("number of")}
    assert len(counts) <= 2
    assert not [one for test in made for one in test.preconditions if one.startswith("The number of")]


# ------------------------------------------------------------------ a range of entries and its refusal
@pytest.mark.parametrize(
    ("text", "thing", "ends"),
    [
        ("Agitator speed must be adjustable between 20 and 200 rpm in steps of 1 rpm; entries outside this range shall be rejected.", "agitator speed", ("20 rpm", "19 rpm", "200 rpm", "201 rpm")),
        ("The agitator speed shall be between 20 and 200 rpm; entries outside this range shall be rejected.", "agitator speed", ("20 rpm", "19 rpm", "200 rpm", "201 rpm")),
        ("The set point of the temperature is adjustable from 20.0 to 40.0 °C. Values outside this range shall not be accepted.", "set point of the temperature", ("20.0 °C", "19.9 °C", "40.0 °C", "40.1 °C")),
        ("The alarm delay shall be configurable from 5 to 60 s. The system shall reject entries outside these limits.", "alarm delay", ("5 s", "4 s", "60 s", "61 s")),
    ],
)  # fmt: skip
def test_a_refusal_outside_the_range_is_the_other_side_of_the_range(
    text: str, thing: str, ends: tuple[str, str, str, str]
) -> None:
    low, below, high, above = ends
    assert [one for one in titles(text) if one.endswith(f"for {thing}")] == [
        f"{low} is accepted for {thing}", f"{below} is refused for {thing}", f"{high} is accepted for {thing}", f"{above} is refused for {thing}",
    ]  # fmt: skip
    assert not [one for one in titles(text) if "outside th" in one or one.startswith(("Entries", "Values"))]


# ------------------------------------------------------------------ what looks like one of these and is none
@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("The system shall deny access if the account is locked.", "Access is denied when the account is locked"),
        ("The system shall prevent overfilling if the level sensor fails.", "Overfilling is prevented when the level sensor fails"),
        ("Warnings shall be disabled only when the system is in test mode.", "Warnings are disabled when the system is in test mode"),
        ("The system shall block access to the recipe editor when a batch is running.", "The recipe editor is not accessed when a batch is running"),
        ("The system shall prevent changes to approved methods unless a change request is open.", "Approved methods are not changed when a change request is not open"),
        ("The system must prevent the use of a recipe until it has been approved.", "A recipe is not used while the recipe has not been approved"),
    ],
)  # fmt: skip
def test_harm_and_rights_and_settings_are_told_from_deeds_held_back(text: str, made: str) -> None:
    assert made in titles(text)


# ------------------------------------------------------------------ other wordings of the same
@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("The inspection unit shall reject capsules with a weight outside 245 to 255 mg.", "Capsules are rejected with the weight of the capsules at 244 mg"),
        ("Approving the report needs a second signature.", "One person is not enough: approve the report"),
        ("Approving the report needs a second signature.", "Not without the signature: approving the report"),
        ("Closing an order requires an electronic signature. The list of orders shall be printed daily.", "Content of the output equals its source: print the list of orders daily"),
        ("A batch has the states Draft, Approved and Released. A batch may only move to Released from Approved.", "States of the batch: from “Approved” to “Released”"),
        ("A follow-up date that lies before the visit date shall not be accepted.", "Refused: the follow-up date one day before the visit date (record)"),
        ("The expiry date is after the manufacturing date.", "Refused: the expiry date the same as the manufacturing date (record)"),
        ("Releasing a batch needs a reason.", "Releasing a batch requires a reason"),
    ],
)  # fmt: skip
def test_other_wordings_of_the_same_deeds(text: str, made: str) -> None:
    assert made in titles(text)
