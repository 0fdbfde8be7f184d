"""Test design: planned requirements in, coverage items out. One technique per module, all with the same interface."""

from __future__ import annotations

import re

from gampgen.domain.clause import ActionKind
from gampgen.domain.coverage import Checklist, CoverageItem, InputCase
from gampgen.domain.requirement import Recognition, Requirement
from gampgen.domain.risk import DispositionKind, PlannedRequirement
from gampgen.techniques.audit_trail import audit_trail
from gampgen.techniques.barred_time import barred_time
from gampgen.techniques.boundary_value import boundary_values
from gampgen.techniques.calculation import worked_calculation
from gampgen.techniques.capped_rate import capped_rate
from gampgen.techniques.chosen_number import chosen_number
from gampgen.techniques.data_flow import data_flow
from gampgen.techniques.date_order import date_order
from gampgen.techniques.decision_table import decision_table, has_table
from gampgen.techniques.entry_format import entry_format
from gampgen.techniques.foreign_sign import foreign_sign
from gampgen.techniques.format_pattern import format_pattern
from gampgen.techniques.formula import formula_in
from gampgen.techniques.given_with import given_with_act
from gampgen.techniques.increments import increments
from gampgen.techniques.interface import CRITERIA, Designer, Target
from gampgen.techniques.latch import latched
from gampgen.techniques.limit_model import deciding_causes
from gampgen.techniques.limits import limits_of
from gampgen.techniques.lock_out import lock_out, password_rules
from gampgen.techniques.mandatory_field import conditional_fields, mandatory_fields
from gampgen.techniques.matrix_rights import matrix_rights
from gampgen.techniques.only import only_named
from gampgen.techniques.options import classes, options
from gampgen.techniques.outage import outage
from gampgen.techniques.repetition import repetition
from gampgen.techniques.resolution import resolution
from gampgen.techniques.role_permission import granted_in, role_permissions, roles_in, without_repeated_cells
from gampgen.techniques.rounding import rounding
from gampgen.techniques.rules import RULES
from gampgen.techniques.scenario import scenarios
from gampgen.techniques.schedule import schedule
from gampgen.techniques.segregation import segregation
from gampgen.techniques.sequel import one_after_the_other
from gampgen.techniques.sequence import sequence
from gampgen.techniques.service_limit import service_limits
from gampgen.techniques.shown_value import decimals_shown, print_grade
from gampgen.techniques.signature import electronic_signature, signed_by_each
from gampgen.techniques.special_kinds import clock_synchronisation, code_reading, migration, shared_editing, uniqueness
from gampgen.techniques.state_entry import state_entry
from gampgen.techniques.state_model import models_of
from gampgen.techniques.state_path import state_inventory, state_path
from gampgen.techniques.state_transition import ordered_condition, state_transition
from gampgen.techniques.stepped_change import capped_change, stepped_change
from gampgen.techniques.targets import targets_of
from gampgen.techniques.time_point import time_point
from gampgen.techniques.timing import session_timeout
from gampgen.techniques.two_person import two_persons
from gampgen.techniques.web_service import web_service

__all__ = ["RULES", "design"]

# A special technique covers its statement alone: its values are the boundary values and the table of that statement.
SPECIAL: tuple[Designer, ...] = (
    segregation,
    date_order, session_timeout, lock_out, repetition, capped_rate, chosen_number, stepped_change,
    barred_time, sequence, state_entry, state_path, state_inventory, shared_editing,
    format_pattern, schedule, resolution, conditional_fields, ordered_condition,
)  # fmt: skip
TECHNIQUES: tuple[Designer, ...] = (
    boundary_values,
    increments,
    capped_change,
    one_after_the_other,
    time_point,
    worked_calculation,
    rounding,
    decision_table,
    role_permissions,
    two_persons,
    only_named,
    password_rules,
    audit_trail,
    electronic_signature,
    signed_by_each,
    mandatory_fields,
    entry_format,
    state_transition,
    latched,
    service_limits,
    decimals_shown,
)
# What a sentence of the criteria can be about by itself; the kinds that go by a word alone belong to the requirement.
OF_CRITERIA: tuple[Designer, ...] = (
    decision_table, role_permissions, two_persons, only_named, mandatory_fields,
)  # fmt: skip
FALLBACK: Designer = scenarios
# rules that cover what a statement is about; its data flow then is only a word beside it
_WHOLE = frozenset({"AT", "SIG", "TWO", "ONLY", "MAND", "FMT", "ROLE", "STATE", "PWD"})


def design(requirements: tuple[PlannedRequirement, ...], recognition: Recognition) -> tuple[CoverageItem, ...]:
    """What the tests of a document have to cover.

    Args:
        requirements: all requirements with risk and disposition; those that are not verified in OQ are passed over.
        recognition: what else the document says (its roles).

    Returns:
        Coverage items in document order, then technique, then item.
    """
    roles = _known_roles(requirements, recognition)
    models = models_of(one.analysed.requirement.text for one in requirements)
    grants = granted_in(requirements)
    found: list[CoverageItem] = []
    for planned in requirements:
        if planned.disposition.kind is not DispositionKind.OQ:
            continue
        requirement = planned.analysed.requirement
        if requirement.rights or _by_rows(requirement):
            found += matrix_rights(planned)
        else:
            own: list[CoverageItem] = []
            for target in targets_of(planned, roles, models, grants):
                own += _distinct(_items(target))
            found += without_repeated_cells(own)
    return tuple(found)


def _by_rows(requirement: Requirement) -> bool:
    """Whether the rows of a table test a requirement that points to them: it says nothing else."""
    references = (one for one in (requirement.matrix, requirement.limits) if one is not None)
    return not requirement.readings and any(one.row_uids for one in references)


def _items(target: Target) -> tuple[CoverageItem, ...]:
    if target.index == CRITERIA and not limits_of(target):
        return _tried(target)
    if target.part > 1 and _PERIODIC.search(target.statement.text):
        return ()  # "… and the backup shall be verified once a year": what people do in operation is no test
    if course := outage(target):
        return course  # a course of events: a table of its conditions would turn it into states
    if given := given_with_act(target):
        return (*given, *(item for item in boundary_values(target) if isinstance(item.part, InputCase)))
    items = next((found for special in SPECIAL if (found := special(target))), ())
    if items and (len(deciding_causes(target.statement)) <= 1 or items[0].rule == "LOCK"):
        return items
    items += tuple(item for technique in TECHNIQUES for item in technique(target))
    if not any(item.rule in _WHOLE for item in items):
        items += _own_kind(target) or web_service(target) or _beside(target, data_flow(target), items)
    items += foreign_sign(target, items)
    return (items or classes(target) or options(target) or FALLBACK(target)) + print_grade(target)


_PERIODIC = re.compile(
    r"\bbe (?:\w+ly )?(?:verified|reviewed|checked|tested|inspected|audited|calibrated|assessed)\b[^.;]*"
    r"\b(?:annually|yearly|monthly|quarterly|periodically|regularly|once (?:a|per|every) (?:year|month|quarter|week)"
    r"|every (?:\w+ )?(?:years?|months?|quarters?))\b",
    re.IGNORECASE,
)


def _tried(target: Target) -> tuple[CoverageItem, ...]:
    """What a stated criterion says is refused is tried; what it says of a state is looked at where it comes about."""
    items = tuple(item for technique in OF_CRITERIA for item in technique(target))
    if items:
        return items
    refusing = any(one.verb and (one.negated or one.kind is ActionKind.REFUSE) for one in target.clauses)
    return FALLBACK(target)[:1] if refusing else ()


def _own_kind(target: Target) -> tuple[CoverageItem, ...]:
    """The checklist of a kind of requirement with a matter of its own."""
    return (
        ()
        if has_table(target)
        else migration(target) or code_reading(target) or clock_synchronisation(target) or uniqueness(target)
    )


def _beside(
    target: Target, flow: tuple[CoverageItem, ...], items: tuple[CoverageItem, ...]
) -> tuple[CoverageItem, ...]:
    """A data flow without what a point in time or a worked result has tried already."""
    timed = any(isinstance(item.part, Checklist) and item.part.aspect in _AT_TIME for item in items)
    kept = tuple(one for one in flow if not (timed and one.aspect.endswith(_MAILED)))
    return _beside_rounding(target, kept, items)


_AT_TIME = frozenset({"before-at", "after-at"})
_MAILED = ("mail-sent", "mail-not-sent")


def _beside_rounding(
    target: Target, flow: tuple[CoverageItem, ...], items: tuple[CoverageItem, ...]
) -> tuple[CoverageItem, ...]:
    """A data flow without its open questions of formula and rounding where the sentence answers them."""
    aspects = {item.part.aspect for item in items if isinstance(item.part, Checklist)}
    if "rounded" in aspects and formula_in(target.requirement.text):
        aspects.add("worked")  # the part before it states the formula, and is worked out there
    answered = (("rounding",) if {"rounded", "worked"} & aspects else ()) + (
        ("result", "missing-input") if "worked" in aspects else ()
    )
    return tuple(one for one in flow if not one.aspect.endswith(answered or ("\n",)))


def _distinct(items: tuple[CoverageItem, ...]) -> list[CoverageItem]:
    """Items with distinct keys: where one statement gives the same key twice, the later one is counted."""
    seen: dict[str, int] = {}
    found: list[CoverageItem] = []
    for item in items:
        count = seen[item.aspect] = seen.get(item.aspect, 0) + 1
        found.append(item if count == 1 else item.model_copy(update={"aspect": f"{item.aspect}-{count}"}))
    return found


def _known_roles(requirements: tuple[PlannedRequirement, ...], recognition: Recognition) -> tuple[str, ...]:
    named = [role.name for role in recognition.roles]
    for planned in requirements:
        for statement in planned.analysed.statements:
            named += roles_in(statement.permissions)
    by_key: dict[str, str] = {}
    for name in named:
        by_key.setdefault(name.lower().removesuffix("s"), name)
    return tuple(by_key.values())
