"""What each wording rule must object to, and what it must leave alone."""

from __future__ import annotations

import pytest

from gampgen.domain.finding import FindingSeverity
from gampgen.domain.statement import Statement
from gampgen.parsing.statement import read_statement
from gampgen.quality import RULES, review_text
from gampgen.quality.interface import Subject
from gampgen.quality.masking import mask
from gampgen.quality.wording import WORDING_RULES

CASES: dict[str, tuple[list[str], list[str]]] = {
    "RQ01": (
        [
            "The system shall respond quickly.",
            "The screens shall be user-friendly and easy to learn.",
            "Adequate security shall be provided.",
            "The print shall be legible.",
            "The screen shall give a good overview.",
        ],
        [
            "The operator shall be able to clear the alarm.",
            "The effective date of the document shall be shown.",
            "The system shall produce human readable copies.",
            "The result shall be rounded to 3 significant figures.",
            "Good Manufacturing Practice records shall be kept for 5 years after approval.",
            "The results of the system suitability test shall be stored.",
            "The good count and the reject count shall be shown.",
            "The yield shall be worked out as good / (good + rejected).",
        ],
    ),
    "RQ02": (
        ["Data shall be encrypted where possible.", "The system shall, if necessary, repeat the upload."],
        ["If the lid is open, the system shall stop dosing.", "The password required for signing shall be checked."],
    ),
    "RQ03": (
        ["The trail shall record user, date, etc.", "Formats such as PDF shall be supported."],
        ["The trail shall record user, date and reason.", "The entry shall hold at a minimum of 3 fields."],
    ),
    "RQ04": (
        ["The temperature shall be kept between 2 and 8.", "The pressure shall not exceed 5."],
        [
            "The temperature shall be kept between 2 °C and 8 °C.",
            "The system shall store 3 temperatures.",
            "The temperature shall be recorded as in section 4.2.",
            "The system shall lock the account after 5 failed attempts.",
        ],
    ),
    "RQ05": (
        ["The system shall dispense 10 mL.", "The chamber shall be kept at 25 °C."],
        [
            "The system shall dispense 10.0 mL ± 0.2 mL.",
            "The chamber shall be kept between 20 °C and 25 °C.",
            "The system shall hold 500 GB.",
        ],
    ),
    "RQ06": (
        ["The pressure shall be between 2 and 8 bar."],
        ["The pressure shall be between 2 and 8 bar, both inclusive.", "The pressure shall be above 8 bar."],
    ),
    "RQ07": (
        [
            "The system shall record the weight and print a label.",
            "The system shall lock the record and shall send a message to QA.",
        ],
        [
            "The audit trail shall record user, date and time.",
            "If the lid and the door are open, the system shall stop the pump.",
        ],
    ),
    "RQ08": (["QA and/or QC shall approve."], ["The result shall be pass/fail in mg/mL.", "QA or QC shall approve."]),
    "RQ09": (
        ["The batch shall be approved.", "The limits shall be reviewed every year."],
        [
            "The batch shall be approved by a QA Releaser.",
            "The system shall approve the batch.",
            "Data shall be retained for 10 years.",
            "The result shall be displayed in bold.",
        ],
    ),
    "RQ10": (
        ["The system shall use the best available encryption.", "The system shall minimise waiting time."],
        [
            "The report shall show the most recent result.",
            "The system shall accept at most 3 attempts.",
            "The user shall be able to minimise the window.",
        ],
    ),
    "RQ11": (
        ["The system shall always be available.", "The system shall be fully compatible."],
        ["No user shall be able to disable the audit trail.", "The pressure shall never exceed 5 bar."],
    ),
    "RQ13": (
        ["When the record is signed it shall be locked.", "It shall notify users.", "They must be stored."],
        [
            "When the record is signed, the system shall lock the record.",
            "It shall be possible to print the list.",
            "It is mandatory that a reason is entered.",
        ],
    ),
    "RQ14": (
        ["The system shall notify QA.", "The system shall send e-mails to the supervisor."],
        [
            "When a lot is rejected, the system shall notify the QA Releaser.",
            "The system shall lock the session after 15 min of inactivity.",
            "The system shall not send personal data.",
        ],
    ),
    "RQ15": (
        ["Data shall be backed up regularly.", "The values shall be shown in real time."],
        [
            "Data shall be backed up regularly, every 24 h.",
            "The system shall use the real-time clock.",
            "The report shall be sent no later than the deadline.",
        ],
    ),
    "RQ17": (
        ["The system should print labels.", "Users can change limits."],
        [
            "The system shall print labels.",
            "Users shall see what they can change.",
            "The job list tells whether the cluster can accept more jobs.",
        ],
    ),
    "RQ18": (
        ["The retention time is TBD.", "The limit is to be defined.", "The role is <tbd>.", "Timeout: ???"],
        ["The limit is to be defined by the process engineer.", "The system shall be confirmed."],
    ),
    "RQ20": (
        ["The system shall log out users in order to protect data."],
        ["The system shall list the batches in the order of their release."],
    ),
    "RQ21": (
        ["The system shall support batch records."],
        ["The system shall support 50 concurrent users.", "An operator shall be able to print a batch record."],
    ),
    "RQ22": (
        [
            "The system shall comply with company procedures.",
            "Backups shall be kept in accordance with local policies.",
        ],
        ["The system shall comply with SOP-0012, section 4.", "The label shall be printed according to the recipe."],
    ),
    "RQ23": (
        ["The system shall be 21 CFR Part 11 compliant.", "The software must meet GxP requirements."],
        ["The audit trail shall comply with 21 CFR 11.10(e).", "The Part 11 report shall list all users."],
    ),
    "RQ24": (
        ["Authorised users shall be able to change limits.", "The system shall inform the personnel."],
        [
            "Users with the role Supervisor shall be able to change limits.",
            "Unauthorised access shall be refused.",
            "Only a Qualified Person shall be able to certify a batch.",
            "Authorised users are those with a role of table 3.",
        ],
    ),
    "RQ25": (
        ["An audit trail shall be available.", "The system shall maintain an audit trail of all changes."],
        [
            "The audit trail shall record user, date and time, field, old value, new value and reason.",
            "The audit trail shall be printable.",
            "No user shall be able to disable the audit trail.",
        ],
    ),
    "RQ26": (
        ["Batch records shall be signed electronically."],
        [
            "Users shall sign in with a password.",
            "The earlier signature shall not be carried over.",
            "The sign of the deviation shall be shown.",
            "Each signature shall show name, date, time and meaning, need a password and be linked to the record.",
        ],
    ),
    "RQ27": (
        ["The system shall raise a high temperature alarm.", "An alarm shall be generated when the limit is exceeded."],
        ["The operator shall be able to acknowledge an alarm.", "The alarm list shall be printable."],
    ),
    "RQ28": (
        ["The system shall enforce strong passwords.", "Password rules shall be configurable."],
        ["Passwords shall have at least 12 characters.", "The password shall be masked on entry."],
    ),
    "RQ29": (
        ["Data shall be retained for 10 years.", "Records shall be archived for 6 months."],
        [
            "Data shall be retained for 10 years after the expiry of the batch.",
            "Trends over 2 years shall be shown.",
            "The data shall be kept for 30 s.",
        ],
    ),
    "RQ30": (
        ["The temperature shall be between 8 and 2 °C."],
        ["The temperature shall be between 2 and 8 °C.", "The temperature shall be between -2 °C and 1 °C."],
    ),
    "RQ36": (
        ["The system shall save the record. The printer shall print a label."],
        ["The system shall save the record. This is needed for the review."],
    ),
    "RQ37": (
        ["If the lid is open and the pump runs or the key is removed, the system shall stop."],
        [
            "If the lid is open or the pump runs, the system shall stop.",
            "If either A or B and C hold, the pump shall stop.",
            "If the name and/or the number is missing, the entry shall be refused.",
        ],
    ),
    "RQ38": (
        ["Records shall be locked unless the batch is released."],
        [
            "Records shall be locked unless released, otherwise a reason shall be asked for.",
            "All fields shall be editable with the exception of the item number.",
        ],
    ),
    "RQ40": (["Users (only QA) shall approve the batch."], ["The yield (in %) shall be shown."]),
    "RQ41": (
        ["Valid from 01/02/2026.", "The limit is 1,500 kg."],
        ["Valid from 2026-02-01.", "Valid from 14/03/2026.", "The limit is 12,500 records."],
    ),
    "RQ42": (
        ["The report shall be displayed within 10 s."],
        [
            "The report of 500 records shall be displayed within 10 s.",
            "The session shall be locked within 15 min.",
        ],
    ),
    "RQ43": (
        ["A humidity of 120 %RH shall raise an alarm.", "The freezer shall reach -300 °C."],
        ["A humidity of 60 %RH shall raise an alarm.", "The freezer shall reach -80 °C.", "The yield may be 105 %."],
    ),
    "RQ44": (
        ["Users shall be trained.", "A procedure shall describe the backup."],
        ["The system shall show the training record.", "The system shall link the SOP to the step."],
    ),
    "RQ45": (["Calculations shall be validated."], ["The system shall validate the entry against the range."]),
    "RQ46": (
        ["The system shall calculate the yield."],
        [
            "The system shall calculate the yield = actual / theoretical × 100, rounded to 1 decimal.",
            "The calculation module shall be locked.",
        ],
    ),
    "RQ47": (
        ["Records shall carry a time stamp."],
        ["Records shall carry a time stamp of the server in UTC."],
    ),
    "RQ48": (
        ["The system shall have an interface to the ERP.", "Data shall be transferred to the archive."],
        [
            "The user interface shall show the batch.",
            "Operators shall release orders via the interface to the ERP.",
            "The system shall allow users of the order interface to request a change.",
            "When a status changes, the system shall transfer the status field to the ERP and retry on failure.",
        ],
    ),
    "RQ49": (
        ["A batch report shall be printed.", "QA shall approve and print the record."],
        [
            "When a signed report is generated again, the system shall ask for a reason.",
            "The report shall list the results of table 4 as PDF.",
            "The user shall be able to print the list of rooms.",
        ],
    ),
    "RQ50": (
        ["The user shall enter the pH value."],
        ["The user shall enter the pH value; an invalid value shall be rejected."],
    ),
    "RQ19": (["Approval shall be done with a button."], ["The system shall let a user approve a batch."]),
    "RQ39": (["A deviation of 5 % shall trigger a warning."], ["A deviation of 5 % of the nominal value shall warn."]),
}
BY_CODE = {rule.rule.code: rule for rule in WORDING_RULES}


def statement(text: str) -> Statement:
    return read_statement(text)


def objects(code: str, text: str) -> tuple[str, ...]:
    return BY_CODE[code].check(Subject(text=text, masked=mask(text), readings=(statement(text),), context=text))


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, (wrong, _) in CASES.items() for text in wrong])
def test_rule_objects(code: str, text: str) -> None:
    assert objects(code, text)


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, (_, right) in CASES.items() for text in right])
def test_rule_leaves_alone(code: str, text: str) -> None:
    assert objects(code, text) == ()


def test_every_wording_rule_has_cases_of_both_kinds() -> None:
    assert set(CASES) == set(BY_CODE)
    assert all(wrong and right for wrong, right in CASES.values())


@pytest.mark.parametrize("code", sorted(BY_CODE))
def test_the_manual_is_true(code: str) -> None:
    """Each manual's bad example is objected to, and its good one is not."""
    manual = BY_CODE[code].rule.manual
    bad = manual.partition("Bad:")[2].partition("Good:")[0]
    good = manual.partition("Good:")[2].partition("Not meant:")[0]
    assert bad.strip()
    assert good.strip()
    assert objects(code, " ".join(bad.split()))
    assert objects(code, " ".join(good.split())) == ()


@pytest.mark.parametrize("code", sorted(BY_CODE))
def test_a_rule_that_quotes_words_quotes_the_statement(code: str) -> None:
    rule = BY_CODE[code]
    for text in CASES[code][0]:
        if rule.quoting:
            assert all(word in text for word in objects(code, text))


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("The system shall log the user out after 15 min of inactivity.", set()),
        ("Reports shall be generated quickly, etc.", {"RQ01", "RQ03", "RQ49"}),
        ("The system shall be compliant with 21 CFR Part 11 where applicable.", {"RQ02", "RQ23"}),
        ("The temperature shall be kept between 2 and 8.", {"RQ04", "RQ06", "RQ09"}),
        ("QA and/or QC shall approve and print the record.", {"RQ07", "RQ08", "RQ49"}),
        ("Data shall be retained for 10 years.", {"RQ29"}),
        ("The system shall use the best available encryption.", {"RQ10"}),
        ("It shall notify users.", {"RQ13", "RQ14", "RQ24"}),
        ("When a lot is rejected, the system shall notify the QA Releaser.", set()),
        ("It is important that the user interface shows the batch number.", set()),
        ("The system shall dispense 10 mL.", {"RQ05"}),
        ("Authorised users can change limits.", {"RQ17", "RQ24"}),
    ],
)
def test_a_statement_has_these_findings_and_no_others(text: str, codes: set[str]) -> None:
    assert {finding.code for finding in review_text(statement(text))} == codes


def test_a_finding_quotes_the_words_and_proposes_a_wording_with_a_blank() -> None:
    (finding,) = (f for f in review_text(statement("The screen shall respond quickly.")) if f.code == "RQ01")
    assert '"quickly"' in finding.message
    assert "<" in finding.hint
    assert finding.requirement_uid is None


def test_only_what_blocks_a_test_is_an_error() -> None:
    errors = {rule.rule.code for rule in WORDING_RULES if rule.severity is FindingSeverity.ERROR}
    assert errors == {"RQ18", "RQ30"}


def test_codes_are_unique_and_in_order() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))


def test_a_rule_that_is_off_says_so_in_its_manual() -> None:
    for rule in WORDING_RULES:
        assert rule.by_default != ("Off by default" in rule.rule.manual)
