"""What a table is that is none of requirements, told by its columns."""

from __future__ import annotations

import re
from typing import Final

from gampgen.parsing.recognition.grid import Column, Grid
from gampgen.parsing.recognition.labels import Label, folded
from gampgen.parsing.recognition.sections import Section, SectionKind

TESTS: Final = "it is a table of tests"
TRACES: Final = "it traces ids to other ids"
_MOSTLY: Final = 0.5
_FEWEST_ROLES: Final = 2
# What is filled in while a test is carried out.
_CARRIED_OUT: Final = re.compile(
    r"(?:.* )?(?:actual|observed|obtained)(?: (?:results?|values?|outcomes?|behaviou?r))?|observations?"
    r"|(?:.* )?pass(?:ed)? (?:or )?(?:fail(?:ed)?)(?: .*)?|p f|(?:test )?(?:results?|outcome|verdict)"
    r"|(?:final )?(?:case )?(?:outcome|result)|(?:executed|performed|tested) by|tester(?: .*)?"
    r"|ist ergebnis|tatsächliches ergebnis|bestanden(?: .*)?|résultat (?:obtenu|observé|réel)|conforme(?: .*)?"
    r"|resultado (?:obtenido|real)|valor obtenido(?: .*)?|cumple(?: .*)?|risultato (?:ottenuto|effettivo)|esito"
    r"|werkelijk resultaat|resultado obtido"
)
# What a test is described by.
_SCRIPTED: Final = re.compile(
    r"(?:test )?(?:steps?|actions?|procedures?|methods?|cases?|scripts?|instructions?)(?: (?:no|nr|number|id|#))?"
    r"|(?:description of (?:the )?)?tests?(?: (?:description|title|name|type|objective))?"
    r"|expected (?:results?|outcomes?|behaviou?r|values?)|check(?:id|type| id| type)?|testid|reqstested"
    r"|requirements? tested"
    r"|prüfschritte?|erwartetes ergebnis|soll ergebnis|étapes?|résultat attendu|pasos?|prueba|resultado esperado"
    r"|risultato atteso|passi|stappen|verwacht resultaat|passos"
)
_VERIFY: Final = re.compile(
    r"(?:verify|check|test|confirm|ensure|demonstrate|prüfen|vérifier|verificar|controleer|verificare)\b", re.IGNORECASE
)


def other_kind(grid: Grid, section: Section) -> str:
    """What a table is that is plainly none of requirements, in words; "" where it could be one."""
    labels = grid.labels()
    if is_test_table(grid):
        return TESTS
    if Label.STATEMENT in labels and Label.ID in labels:
        demanding = max((c.binding for c in grid.columns if c.label is Label.STATEMENT), default=0.0)
        stands_here = section.kind is not SectionKind.APPARATUS or demanding >= _MOSTLY
        return "" if stands_here else f"it stands in {section.purpose}"
    if section.kind is SectionKind.APPARATUS:
        return f"it stands in {section.purpose}"
    first = grid.columns[0].label if grid.columns else None
    kinds = (
        (Label.SIGNATURE in labels, "it is a table of signatures"),
        (
            Label.VERSION in labels and bool(labels & {Label.CHANGE, Label.DATE, Label.PERSON}),
            "it is a revision history",
        ),
        (Label.TERM in labels and bool(labels & {Label.DEFINITION, Label.DESCRIPTION}), "it is a list of terms"),
        (Label.DOCUMENT in labels and Label.STATEMENT not in labels, "it is a list of documents"),
        (Label.HAZARD in labels, "it is a risk analysis"),
        (first is Label.TEST, TESTS),
        (first is Label.ROLE and Label.ID not in labels, "it is a list of roles"),
        (first in {Label.PRIORITY, Label.RISK} and Label.ID not in labels, "it is a legend"),
        (Label.PERSON in labels and Label.STATEMENT not in labels, "it is an administrative table"),
    )
    return next((reason for holds, reason in kinds if holds), "")


def is_test_table(grid: Grid) -> bool:
    """Whether the columns are those of tests, carried out or to be: steps and results, and no requirement stated.

    One column of an acceptance criterion or of a test reference beside a requirement makes no test table.
    """
    names = [folded(c.name) for c in grid.columns if c.name and (c.citing < _MOSTLY or c.label is Label.ID)]
    carried_out = sum(_CARRIED_OUT.fullmatch(name) is not None for name in names)
    scripted = sum(_SCRIPTED.fullmatch(name) is not None for name in names)
    if not (carried_out and scripted) and scripted < 3:  # noqa: PLR2004 - a test reference and a method are not enough
        return False
    return not any(_states(column) for column in grid.columns)


def _states(column: Column) -> bool:
    """Whether a column states requirements: named so and more than ids, or worded so and no command to the tester."""
    if column.label is Label.STATEMENT:
        return column.citing < _MOSTLY and bool(column.texts)
    commands = sum(_VERIFY.match(text) is not None for text in column.texts)
    able = column.label in {None, Label.DESCRIPTION, Label.FIELD}
    return able and column.binding >= _MOSTLY and 2 * commands < len(column.texts)


def plain_kind(grid: Grid) -> str:
    """Whether a table is one of tests, or does no more than set ids against other ids; "" for neither."""
    if is_test_table(grid):
        return TESTS
    citing = sum(column.citing >= _MOSTLY for column in grid.columns if column.texts)
    return TRACES if citing >= _FEWEST_ROLES else ""
