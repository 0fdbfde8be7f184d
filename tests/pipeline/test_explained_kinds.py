# ruff: noqa: E501 - a sentence stands on one line
"""Kinds of statements with a matter of their own: what is tried, and by which words."""

import pytest

from gampgen.domain.suite import OQTestCase, Polarity
from gampgen.pipeline.explain import explain


def made_for(text: str) -> tuple[OQTestCase, ...]:
    return explain("S", text).tests


def titles(text: str) -> list[str]:
    return [test.title.removesuffix(" (S)") for test in made_for(text)]


def steps(text: str) -> list[str]:
    return [f"{step.action} {step.expected_result}" for test in made_for(text) for step in test.steps]


# ------------------------------------------------------------------ counted repetitions
REPEATED = (
    "The export shall be repeated up to three times at intervals of 10 minutes when no acknowledgement is received."
)
FOLLOWED = "If the transfer fails, it shall be repeated 3 times and then the administrator shall be informed."


def test_a_repetition_that_nothing_follows_ends_and_looks_for_nothing_more() -> None:
    assert not [step for step in steps(REPEATED) if "what is to follow" in step]
    assert titles(REPEATED) == [
        "3 repetitions of export, not one more",
        "No further repetition of export once repetition 2 succeeds",
        "No repetition of export without its cause",
    ]


def test_what_follows_a_repetition_is_looked_for() -> None:
    assert [step for step in steps(FOLLOWED) if "what is to follow the last repetition: the administrator" in step]
    assert "3 repetitions of transfer, not one more" in titles(FOLLOWED)


def test_a_cause_that_ends_on_the_way_does_not_hold_from_start_to_end() -> None:
    early = next(test for test in made_for(FOLLOWED) if "repetition 2" in test.title)
    assert not [one for one in early.preconditions if one.startswith("From start to end")]


# ------------------------------------------------------------------ an order beside other conditions
CONFIRMED = "Results outside the limits must be confirmed by a second person before the report can be approved."


def test_what_stands_behind_before_has_to_wait() -> None:
    done, undone = (test for test in made_for(CONFIRMED) if "approved" in test.title)
    assert done.title.startswith("The report can be approved once results outside the limits are confirmed")
    assert undone.title.startswith("The report cannot be approved while results outside the limits are not confirmed")
    assert [one.polarity for one in (done, undone)] == [Polarity.POSITIVE, Polarity.NEGATIVE]
    assert [one.steps[1].action for one in (done, undone)] == ["Try to approve the report."] * 2
    assert "refused" in undone.steps[1].expected_result


def test_the_other_conditions_of_an_order_hold_from_start_to_end() -> None:
    text = "If the result is doubtful, a deviation must be opened before the operator starts the next batch."
    assert titles(text)[0] == "The operator can start the next batch once a deviation is opened"
    assert all("From start to end this holds: the result is doubtful." in test.preconditions for test in made_for(text))


def test_what_the_system_asks_for_is_given_by_the_tester() -> None:
    first = [
        test.steps[0].action
        for test in made_for("The system shall require an approval before a record can be deleted.")
    ]
    assert [one.endswith(("give the approval.", "(give the approval).")) for one in first] == [True, True]


# ------------------------------------------------------------------ uniqueness, and what is not permitted
@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Each user shall have a unique user name.", "The same user name is not taken twice"),
        ("Each container shall be identified by a unique code.", "The same code is not taken twice"),
        ("The system shall assign a unique sample number to each sample.", "No sample number is given twice: assign a unique sample number to each sample"),
    ],
)  # fmt: skip
def test_what_is_unique_is_tried_once_more(text: str, wanted: str) -> None:
    assert titles(text)[0] == wanted


@pytest.mark.parametrize("noun", ["Group accounts", "Blank pages"])
def test_a_thing_that_is_not_permitted_is_set_up_not_permitted(noun: str) -> None:
    said = " ".join(steps(f"{noun} are not permitted."))
    assert f"Try to set up, enter or choose {noun.lower()}." in said
    assert "permit the" not in said


def test_an_act_that_is_not_allowed_is_carried_out() -> None:
    assert "Try to carry this out on <record>: deletion of raw data." in " ".join(
        steps("Deletion of raw data is not allowed.")
    )


# ------------------------------------------------------------------ lengths
@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("The minimum password length is 10 characters including one digit.", "password"),
        ("The maximum length of the comment is 200 characters.", "comment"),
    ],
)
def test_a_length_is_that_of_what_the_limit_names(text: str, noun: str) -> None:
    assert titles(text)[0].endswith(f"is accepted for {noun}")


# ------------------------------------------------------------------ what can be done, supported, told apart
@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Trend charts shall be zoomable.", ["Trend charts can be zoomed"]),
        ("Lists shall be sortable and exportable by date.", ["Lists can be sorted by date", "Lists can be exported by date"]),
        ("Alarms shall be suppressible.", ["Alarms can be suppressed", "A cancelled action leaves the alarms unchanged"]),
        ("The application shall support English and German.", ["Each option that the application supports: English and German"]),
        ("Critical values shall be identified by colour.", ["Critical values are identified by colour"]),
    ],
)  # fmt: skip
def test_the_action_is_the_verb_itself(text: str, wanted: list[str]) -> None:
    assert titles(text) == wanted


def test_a_view_leaves_the_content_as_it_is() -> None:
    assert "no value in it differs from the one written down" in " ".join(steps("Trend charts shall be zoomable."))


def test_each_language_is_a_case_of_its_own() -> None:
    (test,) = made_for("The application shall support English, German and French.")
    assert [one.value for one in test.inputs] == ["English", "German", "French"]
    assert len(test.steps) == len(test.inputs)


def test_what_carries_a_code_is_found_by_it_and_nothing_is_detected() -> None:
    said = " ".join(steps("Sampling points shall be identified by a barcode (Code 128)."))
    assert "The data of <first case> are shown, and no others." in said
    assert "reported" not in said


def test_what_is_asked_for_is_refused_while_it_is_missing() -> None:
    missing, given = made_for("Manual result entry shall require a reason.")
    assert [one.polarity for one in (missing, given)] == [Polarity.NEGATIVE, Polarity.POSITIVE]
    assert missing.steps[1].action == "Leave the reason empty, and try to complete the action."
    assert missing.steps[1].expected_result == "The attempt is refused: the reason is asked for (text recorded)."


def test_an_evaluation_against_limits_keeps_what_it_judges() -> None:
    said = " ".join(steps("The system shall evaluate results against limits."))
    assert "each of the three is stored with its value unchanged" in said
    assert "not taken over" not in said


@pytest.mark.parametrize(
    "text",
    [
        "Recipes shall be versioned.",
        "The system shall synchronise the counter with the PLC.",
        "Labels shall be printed.",
    ],
)
def test_no_action_is_answered_by_its_taking_place(text: str) -> None:
    assert not [step for step in steps(text) if "It takes place" in step]


# ------------------------------------------------------------------ a connection that breaks
LOST = "When the connection to the server is lost, data shall be buffered for at least 72 h and sent once the connection is back."


def test_a_break_is_a_course_of_events_not_a_table_and_no_retention() -> None:
    short, full, none, held = made_for(LOST)
    assert [one.polarity.value for one in (short, full, none, held)] == ["positive", "positive", "negative", "negative"]
    assert "exactly once, in the order of their times" in short.steps[-1].expected_result
    assert ("72", "h") in [(one.value, one.unit) for one in full.inputs]
    assert "71 h fails" in full.steps[-1].expected_result
    assert "delete" not in " ".join(steps(LOST))


@pytest.mark.parametrize(
    ("text", "about"),
    [
        (
            "The system shall cache measured values during a loss of the connection to the server.",
            "the measured values",
        ),
        (
            "If the network fails, the collector shall store the values and transfer them after reconnection.",
            "the values",
        ),
        ("Data shall be buffered for 24 h in case of network failure.", "the data"),
    ],
)
def test_what_is_held_in_a_break_is_named(text: str, about: str) -> None:
    assert titles(text)[0] == f"After a break all is there once and in order: {about}"


@pytest.mark.parametrize(
    "text", ["If the network is down, the user shall be informed.", "The records shall be stored for 15 years."]
)
def test_other_breaks_and_other_keeping_are_left_alone(text: str) -> None:
    assert not [title for title in titles(text) if "break" in title]


# ------------------------------------------------------------------ states and steps
def test_states_that_are_listed_are_all_there() -> None:
    test = made_for("A sample has the states Planned, Taken, In analysis, Approved and Rejected.")[0]
    assert test.title.startswith(
        "The states of the sample: “Planned”, “Taken”, “In analysis”, “Approved” and “Rejected”"
    )


def test_what_cannot_be_changed_any_more_is_tried_now_and_not_interrupted() -> None:
    text = "A sample has the states Planned, Taken and Approved. A sample in state Approved cannot be changed any more."
    assert [step for step in steps(text) if step.startswith("Try to change the sample in state Approved.")]
    assert not [title for title in titles(text) if "interruption" in title]


def test_a_verb_can_give_the_order_of_states() -> None:
    text = "The batch shall run through the phases Idle, Filling and Harvest. A phase can only be started when the previous phase is complete."
    named = [[one.value for one in test.inputs if one.name.startswith("change of state")] for test in made_for(text)]
    assert ["Idle to Filling", "Filling to Harvest"] in named
    assert ["Idle to Harvest"] in named
    assert "A phase cannot be started when the previous phase is not complete" in titles(text)


def test_what_returns_goes_back_to_where_it_came_from() -> None:
    text = "From the phases Growth and Harvest the operator can put the batch on Hold; from Hold it returns only to the phase it was in before."
    first, second, refused = made_for(text)
    assert [one.value for one in first.inputs] == ["Growth to Hold", "Hold to Growth"]
    assert [one.value for one in second.inputs] == ["Harvest to Hold", "Hold to Harvest"]
    assert "Hold, entered from Growth to Harvest" in [one.value for one in refused.inputs]
    assert not {"Hold to Growth", "Hold to Harvest"} & {one.value for one in refused.inputs}


STEPS = "Set points are changed in the following order: request, review, approval; each step by a different person."


def test_steps_are_walked_left_out_and_tried_by_the_same_person() -> None:
    walked, skipped, same = made_for(STEPS)
    assert [one.polarity.value for one in (walked, skipped, same)] == ["positive", "negative", "negative"]
    assert [step.action for step in walked.steps[:3]] == [
        "As <user A>, carry out “request” for <record>.",
        "As <user B>, carry out “review” for <record>.",
        "As <user C>, carry out “approval” for <record>.",
    ]
    assert "try to carry out “review” for <record>, without “request”" in skipped.steps[0].action
    assert "refused" in skipped.steps[0].expected_result
    assert same.steps[1].action == "As <user A>, try to carry out “review” for <record>."


def test_only_can_names_what_is_taken_and_refuses_the_rest() -> None:
    said = " ".join(steps("Recipes shall be versioned. Only a recipe in status Approved can be used for a batch."))
    assert "try to do the same: use the recipe in status Approved for a batch" in said


# ------------------------------------------------------------------ points in time, possessives, two persons
def test_a_point_in_time_is_tried_on_the_time_line_alone() -> None:
    assert titles("The system must send a reminder 14 days before a sample expires.") == [
        "A reminder is sent: 14 days before a sample expires",
        "No reminder is sent: 15 days before a sample expires",
    ]


def test_what_is_looked_for_at_a_time_is_the_effect_not_the_event() -> None:
    said = " ".join(steps("The report shall be generated 2 hours after the end of the shift."))
    assert "open or fetch the output of the report" in said
    assert "output of the end" not in said


def test_a_possessive_names_its_owner() -> None:
    text = "Samples may be stored only if the freezer is qualified and its temperature is below -70 °C."
    assert "Set the temperature of the freezer to" in " ".join(steps(text))
    assert " its temperature" not in " ".join(steps(text))


def test_an_approval_of_two_persons_is_approved_by_those_who_are_named() -> None:
    text = "Disposal of a sample requires the approval of two persons: the sample owner and the lab manager."
    assert titles(text)[0] == "One person is not enough: approve the disposal of a sample"
    assert "<user A> is the sample owner, <user B> is the lab manager." in made_for(text)[0].preconditions


# ------------------------------------------------------------------ what a tester can do, and what it is about
def test_a_lock_time_has_an_edge_of_its_own() -> None:
    said = " ".join(steps("After 3 wrong passwords in a row the account shall be locked for 20 minutes."))
    assert "At T0 + 19 minutes, enter the right password again. Access is refused" in said
    assert (
        "At T0 + 20 minutes plus the tolerance <tolerance>, enter the right password again. <test user> is logged in"
        in said
    )


def test_an_act_that_is_disabled_is_tried() -> None:
    text = "Deletion or purge of GxP records shall be disabled except through an approved retention process."
    assert [
        step for step in steps(text) if step.startswith("Try to delete or purge GxP records otherwise than through")
    ]
    assert made_for(text)[0].polarity is Polarity.NEGATIVE
    assert "disable the" not in " ".join(steps(text))


def test_a_confirmation_and_what_is_confirmed_decide_each_on_its_own() -> None:
    text = "Harvest shall be allowed only after a Supervisor has confirmed with signature that the sample result is at least 80 %."
    refused = {test.title for test in made_for(text) if test.polarity is Polarity.NEGATIVE}
    assert any("has not confirmed" in title and "is 80 %" in title for title in refused)
    assert any("has confirmed" in title and "is 79 %" in title for title in refused)
    assert "Set the sample result to 80 % and note the time T0." in " ".join(steps(text))
    assert "As the Supervisor, confirm with signature" in " ".join(steps(text))


def test_a_report_that_lists_signatures_is_no_signing() -> None:
    text = "At the end of the batch the system generates the record within 5 minutes, containing batch number, list of alarms and signatures."
    assert not [test for test in made_for(text) if test.technique.value == "electronic_signature"]


def test_what_is_calculated_is_worked_out_independently() -> None:
    assert titles("The system shall execute approved formulas.")[0].startswith(
        "Result agrees with an independent calculation"
    )


def test_each_of_several_types_is_used() -> None:
    said = " ".join(steps("The system shall support numeric, text and qualitative result types."))
    assert all(
        f"Use this with <prepared data>: {one} result types." in said for one in ("numeric", "text", "qualitative")
    )


def test_what_another_system_reports_is_brought_about_there() -> None:
    said = " ".join(steps("If the BMS reports a unit as stopped, the alarm shall be suppressed."))
    assert "From the BMS or its simulator (<simulator>), bring it about that the BMS reports a unit as stopped." in said


# ------------------------------------------------------------------ what was set is set back
@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            "If the temperature exceeds 8 °C, an alarm shall be raised.",
            "Set the temperature back to the value from before the test",
        ),
        (
            "The line speed shall be adjustable from 50 to 300 rpm.",
            "Set the line speed back to the value noted in step 1.",
        ),
        ("After 3 failed attempts the account shall be locked.", "Release the account of <test user>"),
        ("During an emergency stop the pump shall not start.", "End what was brought about"),
    ],
)
def test_a_test_that_sets_something_sets_it_back(text: str, last: str) -> None:
    assert any(
        test.steps[-1].action.startswith(last) and test.steps[-1].source.ref == "BACK" for test in made_for(text)
    )


@pytest.mark.parametrize(
    "text", ["The system shall show the batch number.", "The minimum password length is 10 characters."]
)
def test_a_test_that_sets_nothing_that_outlives_it_ends_with_what_it_looks_for(text: str) -> None:
    assert not [step for step in steps(text) if " back to " in step]


def test_what_people_do_from_time_to_time_is_no_test() -> None:
    text = "All data shall be backed up daily and the backup shall be verified once a year."
    assert titles(text)
    assert not [title for title in titles(text) if "verified" in title or "check of" in title]


def test_a_counted_part_of_a_list_is_repeated_too() -> None:
    text = "The interface shall transfer data to the MES including 12 process values, alarms and batch numbers."
    assert [step for step in steps(text) if step.startswith("Repeat steps 1 to 3 for the 12 process values")]
