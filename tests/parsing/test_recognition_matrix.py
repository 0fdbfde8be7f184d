"""Permission matrices: which cell grants what to whom, in the layouts that documents use; and who points to them."""

from __future__ import annotations

import pytest
from tests.parsing.written import found, h, p, t

from gampgen.domain.document import Table
from gampgen.domain.requirement import Recognition
from gampgen.parsing.recognition.function_words import action_of
from gampgen.parsing.recognition.marks import Marks, Meaning, Verdict, legend_in

FIRST = p("PW-1: The washer shall record the volume.")
POINTING = "PW-2: Access rights shall follow the table in section 4."


def cells(recognition: Recognition) -> list[tuple[str, str, bool | None]]:
    return [(x.role, x.action, x.allowed) for one in recognition.requirements for x in one.rights]


def codes(recognition: Recognition) -> list[str]:
    return [one.code for one in recognition.findings]


def pointed(table: Table, text: str = POINTING, *, legend: str = "") -> Recognition:
    between = (p(legend),) if legend else ()
    return found(h(1, "Functions", "3"), FIRST, p(text), h(1, "Access rights", "4"), *between, table)


LAYOUTS = [
    pytest.param(
        t("Function | Operator | Supervisor", "Wash programs | R | R/W"), "",
        [
            ("Operator", "view the wash programs", True), ("Operator", "change the wash programs", False),
            ("Supervisor", "view the wash programs", True), ("Supervisor", "change the wash programs", True),
        ],
        id="letters, roles as columns",
    ),
    pytest.param(
        t("Role | Start run | Release result", "Operator | ✓ | ", "Supervisor | ✓ | ✓"), "",
        [
            ("Operator", "start run", True), ("Operator", "release result", False),
            ("Supervisor", "start run", True), ("Supervisor", "release result", True),
        ],
        id="ticks, roles as rows",
    ),
    pytest.param(
        t("Activity | Operator | QA", "Approve batch records | no | yes", header=False), "",
        [("Operator", "approve batch records", False), ("QA", "approve batch records", True)],
        id="words, no header row marked",
    ),
    pytest.param(
        t("Function | Operator | Supervisor", "Edit program | R | X"), "X = allowed, R = read only",
        [
            ("Operator", "edit program", False), ("Operator", "view the program", True),
            ("Supervisor", "edit program", True),
        ],
        id="a legend",
    ),
    pytest.param(
        t("Object | Operator | Admin", "Recipe | CR | CRUD"), "",
        [
            ("Operator", "create a recipe", True), ("Operator", "view the recipe", True),
            ("Operator", "change the recipe", False), ("Operator", "delete the recipe", False),
            ("Admin", "create a recipe", True), ("Admin", "view the recipe", True),
            ("Admin", "change the recipe", True), ("Admin", "delete the recipe", True),
        ],
        id="CRUD",
    ),
    pytest.param(
        t("User level | Reports | Settings", "Operator | read only | none", "Engineer | full | full access"), "",
        [
            ("Operator", "view the reports", True), ("Operator", "change the reports", False),
            ("Operator", "view the settings", False), ("Operator", "change the settings", False),
            ("Engineer", "view the reports", True), ("Engineer", "change the reports", True),
            ("Engineer", "view the settings", True), ("Engineer", "change the settings", True),
        ],
        id="words, roles as rows",
    ),
    pytest.param(
        t("Function | User groups | >", "^ | Operator | Shift leader", "Start batch | x |", "Set up | x | x"), "",
        [
            ("Operator", "start batch", True), ("Shift leader", "start batch", False),
            ("Operator", "set up", True), ("Shift leader", "set up", True),
        ],
        id="one heading over all roles",
    ),
    pytest.param(
        t(" | Level 1 | Level 2", "User management | - | x", "Trends | x | x"), "",
        [
            ("Level 1", "carry out user management", False), ("Level 2", "carry out user management", True),
            ("Level 1", "access the trends", True), ("Level 2", "access the trends", True),
        ],
        id="roles known by the heading alone",
    ),
    pytest.param(
        t("Item | Operator | QA", "Reports | V | V, A"), "V = view, A = approve",
        [
            ("Operator", "view the reports", True), ("Operator", "approve the reports", False),
            ("QA", "view the reports", True), ("QA", "approve the reports", True),
        ],
        id="letters of a legend",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("table", "legend", "expected"), LAYOUTS)
def test_each_cell_says_who_may_do_what(
    table: Table, legend: str, expected: list[tuple[str, str, bool | None]]
) -> None:
    recognition = pointed(table, legend=legend)
    assert sorted(cells(recognition)) == sorted(expected)
    assert [one.id for one in recognition.requirements] == ["PW-1", "PW-2"]
    assert recognition.requirements[1].matrix is not None
    assert all(recognition.requirements[1].holds(x.quote) for x in recognition.requirements[1].rights)
    assert codes(recognition) == []


def test_rows_with_ids_are_requirements_and_the_reference_names_them() -> None:
    table = t("ID | Function | Operator | QA", "PW-41 | Approve reports | - | X", "PW-42 | Print reports | X | X")
    recognition = pointed(table, "PW-2: The system shall enforce the roles as defined in Table 3.", legend="Table 3")
    assert [(one.id, one.text, one.items) for one in recognition.requirements[2:]] == [
        ("PW-41", "Approve reports", ("Operator: -", "QA: X")),
        ("PW-42", "Print reports", ("Operator: X", "QA: X")),
    ]
    assert [x.allowed for one in recognition.requirements[2:] for x in one.rights] == [False, True, True, True]
    reference = recognition.requirements[1].matrix
    assert reference is not None
    assert (reference.found, reference.row_uids) == (True, ("PW-41", "PW-42"))


@pytest.mark.parametrize("mark", ["?", "A", "X (own records)", "x*", "n/a"])
def test_a_mark_without_a_meaning_is_a_finding_and_no_guess(mark: str) -> None:
    recognition = pointed(t("Function | Operator | QA", "Start run | X | -", f"Print report | X | {mark}"))
    assert [allowed for role, action, allowed in cells(recognition) if role == "QA"] == [False, None]
    (finding,) = recognition.findings
    assert finding.code == "REC20"
    assert f"Print report / QA: “{mark}”" in finding.message


def test_an_empty_cell_says_no_only_where_no_other_mark_does() -> None:
    empty = pointed(t("Function | Operator | QA", "Start run | X | ", "Print report | | X"))
    mixed = pointed(t("Function | Operator | QA", "Start run | X | ", "Print report | - | X"))
    assert [allowed for _, _, allowed in cells(empty)] == [True, False, False, True]
    assert [allowed for _, _, allowed in cells(mixed)] == [True, None, False, True]
    assert codes(mixed) == ["REC20"]


@pytest.mark.parametrize(
    "text",
    [
        "PW-2: Access rights shall follow the table in section 4.",
        "PW-2: The system shall enforce the permissions as defined in Table 2.",
        "PW-2: The roles shall have rights according to the matrix below.",
        "PW-2: Access shall be restricted by role as shown in the following table:",
        "PW-2: Permissions shall be in accordance with the access matrix.",
        "PW-2: Users shall be authorised according to the role matrix in chapter 4.",
        "PW-2: User privileges shall be assigned as listed in section 4.",
    ],
)
def test_a_requirement_points_to_the_matrix(text: str) -> None:
    table = t("Function | Operator | QA", "Start run | X | -", name="Table 2: Rights")
    reference = pointed(table, text).requirements[1].matrix
    assert reference is not None
    assert reference.found


@pytest.mark.parametrize(
    "text",
    [
        "PW-2: Access rights shall follow the table in section 9.",
        "PW-2: The system shall enforce the permissions as defined in Table 7.",
        "PW-2: User rights shall be set up according to the access matrix in SOP-0815.",
    ],
)
def test_a_matrix_that_is_not_there_is_an_error(text: str) -> None:
    recognition = found(h(1, "Functions", "3"), FIRST, p(text), h(1, "Remarks", "4"), p("None."))
    assert codes(recognition) == ["REC21"]


@pytest.mark.parametrize(
    "text",
    [
        "PW-2: The system shall export the permission matrix as a table.",
        "PW-2: The system shall log access attempts as described in Table 4.",
        "PW-2: Only a Supervisor shall be able to release a batch.",
        "PW-2: Alarm limits shall follow the table in section 4.",
    ],
)
def test_other_requirements_point_to_no_matrix(text: str) -> None:
    recognition = found(h(1, "Functions", "3"), FIRST, p(text))
    assert recognition.requirements[1].matrix is None


@pytest.mark.parametrize(
    "table",
    [
        t("Function | Basic | Expert", "Trend display | x | x", "Recipe editor | | x"),
        t("Document | Supplier | IT department", "FAT protocol | R | A", "Training | C | I"),
        t("Requirement | IQ | OQ | PQ", "PW-1 | | x |", "PW-2 | x | x |"),
    ],
)
def test_marks_that_give_no_rights_are_no_matrix(table: Table) -> None:
    assert cells(found(h(1, "Functions", "3"), FIRST, h(1, "Delivery", "4"), table)) == []


@pytest.mark.parametrize(
    ("function", "verb", "action"),
    [
        ("Edit Wash Program", "", "edit wash program"),
        ("Starting a run", "", "start a run"),
        ("Alarm limits", "", "access the alarm limits"),
        ("Change requests", "", "access the change requests"),
        ("Approval of batches", "", "carry out approval of batches"),
        ("View audit trail", "view", "view audit trail"),
        ("Print reports", "change", "print reports"),
        ("User account", "create", "create a user account"),
        ("Print reports", "delete", None),
    ],
)
def test_a_function_with_a_mark_is_an_action(function: str, verb: str, action: str | None) -> None:
    assert action_of(function, verb) == action


def test_a_legend_gives_a_condition_with_a_right() -> None:
    told = Marks.of(["x", "(x)", ""], legend_in(("(x = permitted, (x) = permitted with a second person, blank = no)",)))
    assert told.meaning("x") == Meaning(Verdict.ALLOWED)
    assert told.meaning("(x)") == Meaning(Verdict.ALLOWED, condition="with a second person")
    assert told.meaning("") == Meaning(Verdict.DENIED)


def test_a_letter_means_what_its_legend_or_its_neighbours_say() -> None:
    alone = Marks.of(["R", "X", "-"], {})
    assert alone.meaning("R") == Meaning(Verdict.UNKNOWN)
    assert Marks.of(["R", "RW"], {}).meaning("R") == Meaning(None, frozenset({"view"}))
    told = Marks.of(["R", "X"], legend_in(("X: permitted; R – read only; blank: not permitted",)))
    assert told.meaning("R") == Meaning(None, frozenset({"view"}))
    assert told.meaning("X") == Meaning(Verdict.ALLOWED)
    assert told.meaning("") == Meaning(Verdict.DENIED)
