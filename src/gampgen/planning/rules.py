"""The rules of this room, for `gampgen explain CODE`."""

from __future__ import annotations

from gampgen.domain.finding import Rule

_MANUALS = """
RK01 | Severity from words | gampgen
High where a word of weight (release, dose, label, audit trail, signature, alarm limit, …) stands with a verb of effect;
a word alone never sets high. Low for comfort and presentation. Medium otherwise. A person confirms the rating.

RK02 | Probability from category and complexity | GAMP 5, 2nd edition, appendix M3
The GAMP category is a hint: 1 and 3 low, 4 medium, 5 high, unknown medium. Own code or entry by hand raises it to high,
a function used unchanged lowers it; calculation, transfer or three conditions raise low to medium.

RK03 | Detectability from words | GAMP 5, 2nd edition, appendix M3
High is good: the failure will be noticed. Low for silent failures (calculation, audit trail, time stamp, backup,
label), high for what every user sees or a second person checks, medium otherwise.

RK04 | Never below medium | gampgen
Audit trail, electronic signature, access control, backup and restore, transfer of release data, calculation for
release, alarm on a critical parameter and time source never get priority low. Ratings are raised until the tables say
medium, so that the priority always equals the tables' result.

RK05 | Stated risk | gampgen
A risk that the document states (High, H, GxP critical, R1, …) raises the severity and never lowers it. Numbers and
letters of a plant's own scale are read by their legend ("A = GxP critical"); without one their direction is not known.
What the document calls GxP relevant is never low. Must and should are obligations and no risk.

RK06 | Two-step tables | GAMP 5, 2nd edition, appendix M3
Severity × probability gives risk class 1 to 3; risk class × detectability gives the priority. Over all 27 combinations
9 are high, 9 medium and 9 low.

RK07 | GxP impact | ICH Q9(R1); 21 CFR Part 11; EU GMP Annex 11
Patient safety, product quality and data integrity, each where a word of its list occurs. No word: a person decides.

DS01 | Nothing demanded | gampgen
A deleted entry, a mere reference or a placeholder is a question to the author.

DS02 | Blanket reference | ISO/IEC/IEEE 29148:2018 §5.2.5
"Shall comply with 21 CFR Part 11" and nothing else has to be split into single demands before it can be tested.

DS03 | Wish | ISO/IEC/IEEE 29148:2018 §5.2.5 (verifiable)
A predicate of vague words only ("user friendly") cannot be tested; a measurable wording is proposed. One word more that
can be observed, and it is behaviour.

DS04 | Ensure that … | gampgen
Where the supplier or the company shall ensure that something is so, that something decides.

DS05 | Training | EU GMP Annex 11 §2; 21 CFR 11.10(i)
Training of people is shown by training records. Records of training that the system keeps are behaviour.

DS06 | Duty of the supplier | EU GMP Annex 11 §3
What the supplier is, has or delivers is shown by its documents or an audit; what it shall build into the system is
behaviour of the system.

DS07 | Document to deliver | EU GMP Annex 15 (installation qualification)
Manuals and specifications are checked at installation, certificates as supplier evidence. Documents that the system
prints, shows or keeps are behaviour.

DS08 | Written procedure | EU GMP Annex 11; 21 CFR 11.10(j)
An SOP or plan that has to exist is a document of the company.

DS09 | Duty of people | gampgen
What the company or its people do outside the system is shown by a procedure and its records.

DS10 | Validation and operation | EU GMP Annex 11 §4, §11
Validation, calibration, servicing, periodic review and exercises are duties under a procedure.

DS11 | Making and support of the product | EU GMP Annex 11 §3
Development, certification, product standards, maintenance and support are shown by the supplier's evidence.

DS12 | Installation | EU GMP Annex 15 (installation qualification)
Hardware, utilities, place of installation and version are checked at installation.

DS13 | Setting | EU GMP Annex 11 §10
A setting that has to be so, at all times and without a trigger, is compared with the configuration record.

DS14 | Routine performance | EU GMP Annex 15 (performance qualification)
What only a long time of routine use can show belongs to the PQ.

DS15 | Information | gampgen
A sentence that plainly informs (of the paper, of the past, of the plant, of what something is) is asked back to the
author, and never dropped. A sentence in the present tense that tells what a system does demands it.

DS16 | Behaviour | EU GMP Annex 15 (operational qualification)
What can be provoked and observed on the running system is tested in the OQ. This is where every statement goes that no
other rule claims.

DS17 | Stage stated by the document | gampgen
A verification stage that the document states decides between stages outside the OQ; it never takes behaviour out of it.

DS18 | Project and change | EU GMP Annex 11 §4, §10
What the product is built on is shown by the supplier. Change control, work before go-live and retirement are duties of
people, shown by their records.

DS19 | Value of operation | EU GMP Annex 15 (operational qualification)
A named value with its limit (accuracy, tolerance, speed, alarm limit, response time, …) is measured on the running
system, whether or not a sentence stands around it.

DS20 | Row of a permission matrix | EU GMP Annex 11 §12
A row that says by marks which role may do what is behaviour: each cell whose mark has a meaning is tried. Where no mark
of the row has one, the meaning is asked.

DS21 | Wording not analysed | gampgen
A requirement that is not worded in English is quoted and asked back: what it demands is for somebody who reads it to
say. Its numbers and quoted terms are listed (PL05).

DS22 | Reference to a permission matrix | EU GMP Annex 11 §12
A requirement that leaves the access rights to a table of the document is tested by the cells of that table. Where the
table is not in the document, it is asked for: without it there is nothing to test.

DS23 | Limits in a table | ISO/IEC/IEEE 29148:2018 §5.2.5
A limit in a table is tried where the columns, the heading or a sentence beside the table say what happens beyond or
inside it. Where nothing says it, it is asked back, cell by cell.

PL01 | Stated risk differs | ICH Q9(R1)
The risk or priority that the document states is two levels away from the derived one.

PL02 | Not testable as it stands | ISO/IEC/IEEE 29148:2018 §5.2.5
The requirement is a question to the author; a wording with blanks to fill in is proposed.

PL03 | Stated verification differs | gampgen
The document names another stage of verification than the derived one.

PL04 | GxP relevance differs | EU GMP Annex 11 §1
The document calls the requirement not GxP relevant although it names product, patient or record.

PL05 | Values in wording not analysed | gampgen
The numbers with their units and the quoted terms of a requirement that is not worded in English, each number with the
values one step beside it by the decimals written. What has to happen at them is not known.
"""


def _rule(entry: str) -> Rule:
    head, _, manual = entry.strip().partition("\n")
    code, name, source = (part.strip() for part in head.split("|"))
    return Rule(code=code, name=name, manual=" ".join(manual.split()), source=source)


RULES: tuple[Rule, ...] = tuple(_rule(entry) for entry in _MANUALS.strip().split("\n\n"))
"""Every rule that a disposition, a risk rating or a finding of this room names."""
