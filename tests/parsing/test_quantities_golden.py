"""What each phrase says, worked out by hand.

Quantities are written "comparator value unit" (a count has no unit), intervals "[lower, upper] unit" with a round
bracket where the end does not belong to it and nothing where it is open.
"""

from __future__ import annotations

import pytest

from gampgen.domain.quantity import Interval, Quantity
from gampgen.parsing.quantities import read_quantities

GOLDEN: list[tuple[str, list[str], list[str]]] = [
    # plain values
    ("The set temperature is 5 °C.", ["= 5 °C"], []),
    ("Display the weight as 8.0 kg.", ["= 8.0 kg"], []),
    ("Print 2 copies.", ["= 2"], []),
    ("Mix at 120 rpm for 30 min.", ["= 120 rpm", "= 30 min"], []),
    ("Clean with 0.5 mol/L NaOH.", ["= 0.5 mol/L"], []),
    ("a conductivity of 1.3 µS/cm", ["= 1.3 µS/cm"], []),
    ("Fill 1.00 mg/mL.", ["= 1.00 mg/mL"], []),
    ("60 %RH and 45 % RH", ["= 60 %RH", "= 45 % RH"], []),
    ("a light of 500 lux", ["= 500 lux"], []),
    ("The flow is 2 L/min.", ["= 2 L/min"], []),
    ("a 15-minute interval", ["= 15 minute"], []),
    ("a 12-character password", ["= 12"], []),
    ("75mL and 256GB", ["= 75 mL", "= 256 GB"], []),
    ("at −20 °C or -80°C", ["= -20 °C", "= -80 °C"], []),
    ("minus 5 degrees Celsius", ["= -5 degrees Celsius"], []),
    ("a dose of 20 [mg]", ["= 20 mg"], []),
    ("The pH of the buffer is 7.4.", ["= 7.4 pH"], []),
    # tolerances with words, ± exceeded, further notations
    ("The set point is 37.0 °C with a tolerance of +0.5/-1.0 °C.", ["= 37.0 °C"], ["[36.0, 37.5] °C"]),
    ("A deviation of more than ± 2 % is rejected.", ["< -2 %", "> 2 %"], ["( , -2) %", "(2, ) %"]),
    ("The deviation must not exceed ± 2 %.", [], ["[-2, 2] %"]),
    ("2 and a half hours", ["= 2.5 hours"], []),
    ("1.2 million lux hours", ["= 1200000 lux hours"], []),
    ("20 air changes per hour as a minimum", [">= 20 air changes per hour"], ["[20, ) air changes per hour"]),
    ("40 deg celsius", ["= 40 deg celsius"], []),
    ("18 MOhm and 3 µW/cm²", ["= 18 MOhm", "= 3 µW/cm²"], []),
    ("Tests shall start no later than 30 minutes after sampling.", ["<= 30 minutes"], ["( , 30] minutes"]),
    ("Tests shall start no earlier than 10 minutes after mixing.", [">= 10 minutes"], ["[10, ) minutes"]),
    ("Freeze at -80 °C or colder.", ["<= -80 °C"], ["( , -80] °C"]),
    ("Values greater than 10 but not greater than 20 are acceptable.", [], ["(10, 20]"]),
    ("It must withstand temperatures from -20 to +60 °C.", [], ["[-20, 60] °C"]),
    ("According to 21 CFR 11.10(e), entries are retained for 25 years.", ["= 25 years"], []),
    ("From 01.01.2025 onwards form F-012 rev. 4 shall be used.", [], []),
    ("ISO 14644-1 class 7 applies to room 2.104.", [], []),
    ("The server at 192.168.0.12 listens on port 8443.", [], []),
    ("The client shall support TLS 1.2 or higher.", [], []),
    # numbers
    ("1,500 records", ["= 1500"], []),
    ("1 500 records", ["= 1500"], []),
    ("1\u202f500\u202f000 records", ["= 1500000"], []),
    ("1'500'000 records", ["= 1500000"], []),
    ("10,5 kg", ["= 10.5 kg"], []),
    ("1.234,5 kg", ["= 1234.5 kg"], []),
    ("2.5 million records", ["= 2500000"], []),
    ("10^6 CFU/mL", ["= 1000000 CFU/mL"], []),
    ("10⁶ CFU", ["= 1000000 CFU"], []),
    ("1.5 x 10^3 CFU/m³", ["= 1500 CFU/m³"], []),
    ("2 × 10⁻³ mol", ["= 0.002 mol"], []),
    ("1e6 cells", ["= 1000000"], []),
    ("½ hour", ["= 0.5 hour"], []),
    ("2 1/2 hours", ["= 2.5 hours"], []),
    ("1/4 L", ["= 0.25 L"], []),
    ("one and a half hours", ["= 1.5 hours"], []),
    ("twenty-five users", ["= 25"], []),
    ("one thousand two hundred and fifty vials", ["= 1250"], []),
    ("half a million records", ["= 500000"], []),
    ("three (3) approvers", ["= 3"], []),
    ("thirty (30) minutes", ["= 30 minutes"], []),
    ("a dozen samples", ["= 12"], []),
    (".5 mL", ["= 0.5 mL"], []),
    ("50k records", ["= 50000"], []),
    # amounts in two units, parts of a unit
    ("The cycle lasts 1 h 30 min.", ["= 90 min"], []),
    ("within 2 min 30 s", ["<= 150 s"], ["( , 150] s"]),
    ("not longer than 1 hour and 30 minutes", ["<= 90 minutes"], ["( , 90] minutes"]),
    ("a door of 6 feet 3 inches", ["= 6.25 feet"], []),
    ("a man of 5 ft 6 in", ["= 5.5 ft"], []),
    ('a 19" display', ['= 19 "'], []),
    ("after 1 h and 2 kg", ["= 1 h", "= 2 kg"], []),
    ("half an hour", ["= 0.5 hour"], []),
    ("a quarter of a litre", ["= 0.25 litre"], []),
    # outside a range
    (
        "outside 35.0 % to 55.0 %",
        ["< 35.0 %", "> 55.0 %"],
        ["( , 35.0) %", "(55.0, ) %"],
    ),
    ("out of the range of 2-8 °C", ["< 2 °C", "> 8 °C"], ["( , 2) °C", "(8, ) °C"]),
    ("outside 20 °C ± 2 °C", ["= 20 °C", "< 18 °C", "> 22 °C"], ["( , 18) °C", "(22, ) °C"]),
    ("shall not be outside 2 °C to 8 °C", [], ["[2, 8] °C"]),
    ("outside the tolerance of ± 0.5 %", ["< -0.5 %", "> 0.5 %"], ["( , -0.5) %", "(0.5, ) %"]),
    ("out of tolerance of ± 2 g", ["< -2 g", "> 2 g"], ["( , -2) g", "(2, ) g"]),
    ("shall not be outside the tolerance of ± 0.5 %", [], ["[-0.5, 0.5] %"]),
    ("within the tolerance of ± 0.5 %", [], ["[-0.5, 0.5] %"]),
    # what limits nothing, what is denied, what is reached
    ("rounded half up to one decimal", ["= 1"], []),
    ("No gap of more than 60 seconds shall occur.", ["<= 60 seconds"], ["( , 60] seconds"]),
    ("No alarm when it is more than 5 °C", ["> 5 °C"], ["(5, ) °C"]),
    ("particles ≥ 0.5 µm", [">= 0.5 µm"], []),
    ("longer than 2 x the interval", ["> 2"], []),
    ("when the maximum speed of 250 rpm is reached", [">= 250 rpm"], ["[250, ) rpm"]),
    ("25 users per vendor specification", ["= 25"], []),
    # limits before the number
    ("at least 8 characters", [">= 8"], ["[8, )"]),
    ("at most 3 retries", ["<= 3"], ["( , 3]"]),
    ("The level must not exceed 80 %.", ["<= 80 %"], ["( , 80] %"]),
    ("no more than 5 minutes", ["<= 5 minutes"], ["( , 5] minutes"]),
    ("not less than 10 Pa", [">= 10 Pa"], ["[10, ) Pa"]),
    ("up to 50 users", ["<= 50"], ["( , 50]"]),
    ("less than 2 s", ["< 2 s"], ["( , 2) s"]),
    ("within 30 seconds", ["<= 30 seconds"], ["( , 30] seconds"]),
    ("an accuracy better than 0.5 °C", ["< 0.5 °C"], ["( , 0.5) °C"]),
    ("better than 99.5 %", ["> 99.5 %"], ["(99.5, ) %"]),
    ("above 8 °C", ["> 8 °C"], ["(8, ) °C"]),
    ("falls below 2.0 °C", ["< 2.0 °C"], ["( , 2.0) °C"]),
    ("shall not fall below 2.0 °C", [">= 2.0 °C"], ["[2.0, ) °C"]),
    ("when the pressure exceeds 1.5 bar", ["> 1.5 bar"], ["(1.5, ) bar"]),
    ("≥ 10 Pa", [">= 10 Pa"], ["[10, ) Pa"]),
    ("<= 25 °C", ["<= 25 °C"], ["( , 25] °C"]),
    ("RH < 60 %", ["< 60 %"], ["( , 60) %"]),
    ("a minimum of 12 characters", [">= 12"], ["[12, )"]),
    ("a maximum length of 64 characters", ["<= 64"], ["( , 64]"]),
    ("The maximum number of retries is 3.", ["<= 3"], ["( , 3]"]),
    ("minimum retention period of 10 years", [">= 10 years"], ["[10, ) years"]),
    ("max. 5 bar", ["<= 5 bar"], ["( , 5] bar"]),
    ("greater than or equal to 5 N", [">= 5 N"], ["[5, ) N"]),
    ("less than or equal to 5 N", ["<= 5 N"], ["( , 5] N"]),
    ("approximately 20 mL", ["~ 20 mL"], []),
    ("about 100 users", ["~ 100"], []),
    ("equal to 20", ["= 20"], ["[20, 20]"]),
    ("exactly 6 digits", ["= 6"], ["[6, 6]"]),
    ("recorded at intervals not exceeding 5 minutes", ["<= 5 minutes"], ["( , 5] minutes"]),
    ("never more than 2 open sessions", ["<= 2"], ["( , 2]"]),
    ("averaged over 10 minutes", ["= 10 minutes"], []),
    # limits after the number
    ("10 or more characters", [">= 10"], ["[10, )"]),
    ("8 characters or more", [">= 8"], ["[8, )"]),
    ("5 minutes or less", ["<= 5 minutes"], ["( , 5] minutes"]),
    ("25 °C or below", ["<= 25 °C"], ["( , 25] °C"]),
    ("2 s maximum", ["<= 2 s"], ["( , 2] s"]),
    ("one or more reviewers", [">= 1"], ["[1, )"]),
    # ranges
    ("2 °C to 8 °C", [], ["[2, 8] °C"]),
    ("between 2 and 8 °C", [], ["[2, 8] °C"]),
    ("2–8 °C", [], ["[2, 8] °C"]),
    ("2-8 °C", [], ["[2, 8] °C"]),
    ("from 5 to 90", [], ["[5, 90]"]),
    ("4-20 mA", [], ["[4, 20] mA"]),
    ("-25 °C to -15 °C", [], ["[-25, -15] °C"]),
    ("−25 to −15 °C", [], ["[-25, -15] °C"]),
    ("8 to 64 characters", [], ["[8, 64]"]),
    ("20.0 °C ... 25.0 °C", [], ["[20.0, 25.0] °C"]),
    ("a pH between 4.5 and 7.5", [], ["[4.5, 7.5] pH"]),
    ("below pH 4.5 or above pH 7.5", ["< 4.5 pH", "> 7.5 pH"], ["( , 4.5) pH", "(7.5, ) pH"]),
    ("at least 8 characters and at most 64 characters", [], ["[8, 64]"]),
    ("above 2 °C and below 8 °C", [], ["(2, 8) °C"]),
    ("2 °C ≤ T ≤ 8 °C", [], ["[2, 8] °C"]),
    ("2 °C < T <= 8 °C", [], ["(2, 8] °C"]),
    ("more than 40 and less than 10", ["> 40", "< 10"], ["(40, )", "( , 10)"]),
    ("between 8 and 2 °C", [], ["[8, 2] °C"]),
    ("from 1 second to 1 hour", [">= 1 second", "<= 1 hour"], ["[1, ) second", "( , 1] hour"]),
    ("changed from 5 to 10", ["= 5", "= 10"], []),
    ("5, 10 and 15 mL", ["= 5 mL", "= 10 mL", "= 15 mL"], []),
    # tolerances
    ("30 kPa ± 2 kPa", ["= 30 kPa"], ["[28, 32] kPa"]),
    ("30 ± 2 kPa", ["= 30 kPa"], ["[28, 32] kPa"]),
    ("10.0 mL +/- 0.2 mL", ["= 10.0 mL"], ["[9.8, 10.2] mL"]),
    ("25.00 kg ± 1 %", ["= 25.00 kg"], ["[24.75, 25.25] kg"]),
    ("100 ± 2 %", ["= 100 %"], ["[98, 102] %"]),
    ("an accuracy of ± 0.5 °C", [], ["[-0.5, 0.5] °C"]),
    ("within 2 % of the target", ["<= 2 %"], ["( , 2] %"]),
    ("121 °C (−0/+3 °C)", ["= 121 °C"], ["[121, 124] °C"]),
    ("25.0 °C +0.5/-1.0 °C", ["= 25.0 °C"], ["[24.0, 25.5] °C"]),
    ("45 % ± 5 % RH", ["= 45 % RH"], ["[40, 50] % RH"]),
    ("15 min ± 5 s", ["= 15 min"], ["[-5, 5] s"]),
    ("20 °C (±2 °C)", ["= 20 °C"], ["[18, 22] °C"]),
    # what documents write beside the plain forms
    ("NMT 0.25 EU/mL", ["<= 0.25 EU/mL"], ["( , 0.25] EU/mL"]),
    ("NLT 95.0 %", [">= 95.0 %"], ["[95.0, ) %"]),
    ("≤ 10 CFU/100 mL", ["<= 10 CFU/100 mL"], ["( , 10] CFU/100 mL"]),
    ("shall not exceed a temperature of 25 °C", ["<= 25 °C"], ["( , 25] °C"]),
    ("shall not exceed the limit of 80 %", ["<= 80 %"], ["( , 80] %"]),
    ("A weight of 5 kg must not be exceeded.", ["<= 5 kg"], ["( , 5] kg"]),
    ("after 90 days at the latest", ["<= 90 days"], ["( , 90] days"]),
    ("-150 °C or colder", ["<= -150 °C"], ["( , -150] °C"]),
    ("an accuracy of 0.1 g or better", ["<= 0.1 g"], ["( , 0.1] g"]),
    ("99.9 % or better", [">= 99.9 %"], ["[99.9, ) %"]),
    ("above or equal to 5 °C", [">= 5 °C"], ["[5, ) °C"]),
    ("neither above 25 °C nor below 15 °C", [], ["[15, 25] °C"]),
    ("not be higher than 25 °C nor lower than 15 °C", [], ["[15, 25] °C"]),
    ("maximum: 8.0 °C, minimum: 2.0 °C", [], ["[2.0, 8.0] °C"]),
    ("100 mL to 1 L", [">= 100 mL", "<= 1 L"], ["[100, ) mL", "( , 1] L"]),
    ("in the interval [2, 8) °C", [], ["[2, 8) °C"]),
    ("0..100 %", [], ["[0, 100] %"]),
    ("5mL-10mL", [], ["[5, 10] mL"]),
    ("cited in [2], [3] and [14]", [], []),
    ("LOINC 11488-4 and RR3-138.1", [], []),
    ("exactly two approvals, one by QA and one by production", ["= 2"], ["[2, 2]"]),
    ("4 hundred million records", ["= 400000000"], []),
    ("two thirds of the sensors", ["= 0.666667"], []),
    ("at 2 p.m. and at 10 am", [], []),
    ("the 5S method and option 4 - C", ["= 4"], []),
    ("a 24-h trend and a 5-L vessel", ["= 24 h", "= 5 L"], []),
    ("files of up to 50 mb", ["<= 50 mb"], ["( , 50] mb"]),
    ("rounded to 2 decimals", ["= 2"], []),
    # rates, durations, retention
    ("every 10 seconds", ["= 10 seconds"], []),
    ("5 messages per minute", ["= 5 messages per minute"], []),
    ("20 air changes per hour", ["= 20 air changes per hour"], []),
    ("3520 particles/m³", ["= 3520 particles/m³"], []),
    ("25 years after the expiry date", ["= 25 years"], []),
    ("five failed attempts in a row", ["= 5"], []),
    ("two different users", ["= 2"], []),
    # no quantities
    ("21 CFR 11.10(e) and 21 CFR Part 11", [], []),
    ("ISO 9001, IEC 62304 and ISO/IEC 27001", [], []),
    ("EU GMP Annex 11, clause 9, and Annex 15", [], []),
    ("URS-014, FR-3.1, REQ_12 and SOP-QA-0012", [], []),
    ("dated 2026-03-01 and 14.03.2026", [], []),
    ("on 5 March 2026 at 10:15", [], []),
    ("version 3.2.1, v2.1 or Rev. 4", [], []),
    ("see sections 4 and 5, step 3 and table 2", [], []),
    ("at address 192.168.10.20", [], []),
    ("Windows 10 or later, TLS 1.2 or higher", [], []),
    ("GAMP 5 category 4", [], []),
    ("AES-256 and SHA-256", [], []),
    ("two-factor authentication, the four-eyes principle, a one-time password", [], []),
    ("available 24/7", [], []),
    ("valid since 2019", [], []),
    ("the 1st and the 3rd shift", [], []),
    ("no one else, one another", [], []),
    ("USP <1058> and a blank: keep for <10> years", [], []),
    ("a dilution of 1:100", [], []),
    ("H2O2 and CO2 in room B12", [], []),
]


def as_written(quantity: Quantity) -> str:
    return " ".join(part for part in (quantity.comparator.value, quantity.value, quantity.unit) if part)


def as_bracketed(interval: Interval) -> str:
    left = "[" if interval.lower_inclusive else "("
    right = "]" if interval.upper_inclusive else ")"
    ends = f"{left}{interval.lower or ' '}, {interval.upper or ''}{right}"
    return ends + (f" {interval.unit}" if interval.unit else "")


@pytest.mark.parametrize(("phrase", "quantities", "intervals"), GOLDEN, ids=[phrase[:40] for phrase, _, _ in GOLDEN])
def test_phrase_is_read_as_a_person_reads_it(phrase: str, quantities: list[str], intervals: list[str]) -> None:
    said, bounded = read_quantities(phrase)
    assert ([as_written(q) for q in said], [as_bracketed(i) for i in bounded]) == (quantities, intervals)


@pytest.mark.parametrize(
    ("phrase", "counted"),
    [
        ("five failed attempts in a row", "failed attempts"),
        ("two different users approve", "different users"),
        ("a 12-character password", "character"),
        ("one or more reviewers", "reviewers"),
        ("10 °C", None),
    ],
)
def test_a_count_says_what_it_counts(phrase: str, counted: str | None) -> None:
    assert read_quantities(phrase)[0][0].counted == counted


def test_a_range_of_counts_says_what_it_counts() -> None:
    assert read_quantities("8 to 64 characters")[1][0].counted == "characters"
