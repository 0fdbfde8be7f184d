# ruff: noqa: E501 - a manual's sentence stands on one line
"""The rules that a coverage item or a step can name, with their manuals (`gampgen explain CODE`)."""

from __future__ import annotations

from gampgen.domain.finding import Rule

_29119 = "ISO/IEC/IEEE 29119-4:2021"

RULES: tuple[Rule, ...] = (
    Rule(
        code="BVA", name="Boundary value analysis", source=f"{_29119} §5.2.3",
        manual="Each limit on an input or a condition is tried on the boundary and at the nearest value across it; high priority adds the"
        " third value. The step is one in the last decimal written (8 → 1, 8.0 → 0.1), an assumption that each test states. A duration that"
        " a condition must last is tried one step too short and exactly long enough; medium and high priority add that the time starts"
        " again after an interruption, high priority adds one step longer. Where nothing may happen the value is held for twice the"
        ' duration. A count of events ("5 consecutive rejects"), a level that is reached and a point in time ("14 days before expiry")'
        " are limits too; repetitions are counted, none more and none fewer."
        " Where two dates or times are compared, the same one and its neighbours by a day or a minute are tried.",
    ),
    Rule(
        code="DT", name="Decision table testing", source=f"{_29119} §5.2.6",
        manual="One test per row of the smallest table in which each condition decides on its own. Each condition is put into its state"
        " before the effect is looked for; a numeric condition is put there with its boundary value.",
    ),
    Rule(
        code="ROLE", name="Role and permission", source="21 CFR 11.10(d) and (g); EU Annex 11 §12",
        manual="A role that may do something does it; every other role that the document names tries and is refused, nothing changes and"
        " the attempt can be traced; with medium and high priority, a user whose role was withdrawn tries too.",
    ),
    Rule(
        code="MATRIX", name="Permission matrix", source="21 CFR 11.10(d) and (g); EU Annex 11 §12",
        manual="Each cell of a permission matrix is tried: what a mark grants goes through, what it does not grant is refused and leaves"
        " everything as it is. A tick grants the function, a letter or a word the act that it stands for by the table's legend or by use"
        " (R/W, CRUD, read only); an empty cell refuses where no other mark does. A mark without a meaning is asked and not tried. A"
        " requirement that points to the matrix is tested by these cells.",
    ),
    Rule(
        code="SOD", name="Segregation of duties", source="21 CFR 11.10(d) and (g); EU Annex 11 §12; PIC/S PI 041",
        manual="Where one person must not do both of two acts (the author of a record approves it), one person does the first and tries"
        " the second, which is refused, and another person goes through with it. Where administration is kept apart from the users of the"
        " data, each of the two tries what belongs to the other, and does what is their own.",
    ),
    Rule(
        code="TWO", name="Two persons", source="21 CFR 11.10(g), 11.200(a)(3)",
        manual="Where a second person is demanded, or the same person must not do both: one person alone does not complete it, the same"
        " person trying the second part is refused, and two different persons complete it and are both named.",
    ),
    Rule(
        code="ONLY", name="What only leaves out", source=f"{_29119} §5.2.1",
        manual="What the sentence names behind “only” is taken; cases of every other state or kind are refused and nothing is stored for them.",
    ),
    Rule(
        code="AT", name="Audit trail", source="21 CFR 11.10(e); EU Annex 11 §9",
        manual="Creation, change and deletion (those that the sentence names, else all) leave one entry each with who, when, old value, new"
        " value and, where asked for, why. A cancelled edit leaves none. Nobody, administrators included, edits or deletes an entry.",
    ),
    Rule(
        code="TIME", name="Time-out and session lock", source="21 CFR 11.300(d); boundary values of the duration",
        manual="One step before the time is up the session is still open, at the time it is closed; activity starts the time again (medium"
        " and high priority). Times are taken from a reference clock.",
    ),
    Rule(
        code="LOCK", name="Lock-out after failed attempts", source="21 CFR 11.300(d); boundary values of the count",
        manual="n-1 failed attempts followed by the right password let the user in; n lock the account, and the right password is refused"
        " then. High priority adds that a log-in sets the counter back.",
    ),
    Rule(
        code="PWD", name="Password rules", source="21 CFR 11.300; equivalence partitioning",
        manual="Each rule that the sentence gives (character classes, history, age) is met once and broken once. Lengths are boundary values.",
    ),
    Rule(
        code="SIG", name="Electronic signature", source="21 CFR 11.50, 11.70, 11.200; EU Annex 11 §14",
        manual="A signature shows who, when and what for; a wrong or missing component is refused and the record stays unsigned; a change"
        " after signing shows (medium, high); a signature cannot be moved to another record (high). Where the sentence names the roles that sign,"
        " each of them signs, and the signature of nobody else stands in for theirs. Where an act requires the"
        " signature, the act is not completed without it; where the sentence says what a later change leads to, that is looked for.",
    ),
    Rule(
        code="MAND", name="Mandatory field", source=f"{_29119} §5.2.1",
        manual="With all mandatory fields filled the entry is saved; with one empty at a time it is refused and nothing is saved; spaces"
        " alone do not count as content (high priority).",
    ),
    Rule(
        code="UNIQ", name="Uniqueness", source=f"{_29119} §5.2.1",
        manual="What has to be unique is entered once more: the same is refused, also in another case or with a space behind it, and one that"
        " differs in its last sign is taken. What the system gives itself (a running number) is looked up: it is given once and not again.",
    ),
    Rule(
        code="FMT", name="Format of an entry", source=f"{_29119} §5.2.1 and §5.2.3",
        manual="An entry that fits the stated format is taken as it is; each kind of misfit is refused: a piece one character short or too"
        " long, of another kind, left out or in another case; for a date, days and months that do not exist and another separator. The"
        " entries are made from the stated pieces by this rule. In a pattern (AA-9999) A stands for a letter, 9, N and # for a digit, other signs"
        " for themselves: the usual convention, an assumption that the test states. Dates that are shown are tried with a leap day. Where a piece"
        " counts up (a sequential number) three entries in a row are compared part by part, and no other structure is taken by any way.",
    ),
    Rule(
        code="STATE", name="Order and state", source=f"{_29119} §5.2.8",
        manual="What depends on an earlier step is tried once that step is done, and once before it. Where the sentence holds something back"
        " (“block the start until …”), the deed that is held back is tried.",
    ),
    Rule(
        code="PATH", name="States and their changes", source=f"{_29119} §5.2.8",
        manual="The changes of state that the requirements of the document name are gathered. Those of the requirement are walked in their"
        " order; those that no requirement names are tried and refused: with high priority every pair of its states, else the changes that"
        " leave a state out. Where the sentence says who makes a change, that role makes it and every other role that is known is refused."
        " Where the sentence says from which states alone a state is entered, each of them leads there and every other known one is refused.",
    ),
    Rule(
        code="BACK", name="What was set is set back", source="gampgen",
        manual="A test that sets something which outlives it ends with a step that sets it back: a simulated value, a stored value, a lock, a"
        " setting, a withdrawn role. The next test then starts from a state that is known.",
    ),
    Rule(
        code="SEQ", name="Steps in order", source=f"{_29119} §5.2.8; 21 CFR 11.10(f)",
        manual="Steps that a sentence lists in order are done in that order; each is tried while the one before it is still to be done, and is"
        " refused. Where each step needs another person, whoever has done one tries the next and is refused.",
    ),
    Rule(
        code="PAIR", name="Options and their pairs", source=f"{_29119} §5.2.1, §5.2.5.3",
        manual="Each option that the sentence names is tried once (languages, browsers, formats). Where it names options of several factors,"
        " the combinations are chosen so that every pair of options occurs once (pairwise). Classes into which things are sorted get one case"
        " each; no case is without a class or in two.",
    ),
    Rule(
        code="CONC", name="Shared editing", source=f"{_29119} §5.4",
        manual="Two sessions change the same record: no change of either is overwritten unnoticed. One after the other, both are stored.",
    ),
    Rule(
        code="CLOCK", name="Clock and time source", source="21 CFR 11.10(e); EU Annex 11 §9",
        manual="A clock that was set wrong is right after the next synchronisation, and the correction is logged; without the time source the"
        " loss is reported and the clock is not set to another value (medium, high).",
    ),
    Rule(
        code="MIG", name="Migration", source="EU Annex 11 §4.8",
        manual="Numbers before and after are equal, a sample is compared field by field; a record that does not fit is listed and not taken"
        " over in part (medium, high).",
    ),
    Rule(
        code="BC", name="Reading of codes", source=f"{_29119} §5.2.1",
        manual="A right code is read with all its parts; a damaged code, one of another kind and one with a wrong check digit are refused."
        " The GTIN 09501234567891 carries its check digit by the weights 3, 1, 3, 1 from the right; 09501234567890 does not.",
    ),
    Rule(
        code="PERF", name="Limit on what the system does", source="21 CFR 11.10(a); EU Annex 11 §4.7",
        manual="A response time, frequency, retention, accuracy, capacity, availability, duration or control range is measured; the limit stands"
        " in the expected result, with the nearest value that fails. A time is measured ten times; where a share of all cases has to keep it"
        ' ("in 95 % of cases"), a hundred times. Of a capacity "up to N", N has to work; what lies beyond is not judged. A limit whose'
        " nature the sentence does not say is quoted and judged by the requirement's own words.",
    ),
    Rule(
        code="IF", name="Interface and data transfer", source="EU Annex 11 §5, §4.8; 21 CFR 11.10(h)",
        manual="Valid data arrive field by field; with the partner down nothing is lost or doubled; invalid data are refused and reported"
        " (medium, high); the same data sent twice give one record (high).",
    ),
    Rule(
        code="HTTP", name="Request and response", source="RFC 9110 §15.3, §15.5",
        manual="A valid request to a web service is answered with a status code of the class 2xx and the content that is demanded; a request"
        " with something missing or invalid is answered with one of the class 4xx and without that content. The exact code is the"
        " requirement's to say.",
    ),
    Rule(
        code="REP", name="Report, print and export", source="EU Annex 11 §8; 21 CFR 11.10(b)",
        manual="The output's content is compared with its source, value by value; without data nothing is made up; a long output breaks"
        " between pages without loss.",
    ),
    Rule(
        code="SRCH", name="Search", source="21 CFR 11.10(b), (c)",
        manual="A search finds exactly the records that were prepared for it; without a match it finds none; a wildcard sign is data.",
    ),
    Rule(
        code="MAIL", name="Notification", source=_29119 + " §5.2.9",
        manual="The event leads to one message to the right recipient; without the event there is none; with the mail server down the"
        " message is not lost unnoticed (high).",
    ),
    Rule(
        code="BAK", name="Backup and restore", source="EU Annex 11 §7.2; 21 CFR 211.68(b)",
        manual="A record made before the backup is there after the restore and one made later is not; a failed backup is reported.",
    ),
    Rule(
        code="CALC", name="Calculation", source="21 CFR 211.68(b)",
        manual="Where the sentence states the formula, two cases are worked out from it with exact decimals (distinct input values, chosen by this"
        " rule); else the result is compared with one from an independent source. A missing input and a divisor of zero give no result;"
        " rounding is tried at a half.",
    ),
    Rule(
        code="SCEN", name="Scenario", source=f"{_29119} §5.2.9",
        manual="The main path, built from the requirement's own actor, action and object, where no more special technique applies.",
    ),
    Rule(
        code="EG", name="Error guessing", source=f"{_29119} §5.4",
        manual="The case in which the action must not happen or must leave no half-done result: a missing basis, a cancelled or interrupted"
        " action. What comes from this rule is practice of the field, not a word of the requirement.",
    ),
)  # fmt: skip
