"""Seeded faults: small, plausible ways in which a system could miss a requirement."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from gampgen.adequacy.limits import Judged, Limit
from gampgen.adequacy.model import UNCHANGED, Change, Model
from gampgen.adequacy.roles import RoleRule
from gampgen.domain.right import Right


class LogicFault(NamedTuple):
    """A fault in limits or conditions: found by a test whose inputs the faulty system answers differently.

    `faulty` is the sentence as the faulty system takes it, where its conditions are joined in another way.
    """

    operator: str
    description: str
    model: Model
    change: Change
    faulty: Model | None = None


class PartFault(NamedTuple):
    """A listed part that is left out: found where a tester looks for it by its words, or by one of its other names.

    `is_field` is true for a part that a field of an audit trail entry can be.
    """

    operator: str
    description: str
    words: frozenset[str]
    others: tuple[frozenset[str], ...] = ()
    is_field: bool = False


class CriterionFault(NamedTuple):
    """A limit on what the system does that it does not keep: found where a tester judges by the limit's number.

    `with_unit` is true where the unit is what the faulty system has wrong: the number must stand with its unit.
    """

    operator: str
    description: str
    limit: Limit
    with_unit: bool = False


class RoleFault(NamedTuple):
    """A role with a right too many or too few."""

    operator: str
    description: str
    rule: RoleRule
    granted: bool


class RightFault(NamedTuple):
    """A cell of a permission matrix turned round: refused what it grants, or granted what it does not."""

    operator: str
    description: str
    right: Right


class EffectFault(NamedTuple):
    """The demanded thing does not happen (or the forbidden one does)."""

    operator: str
    description: str
    wanted: bool


Fault = LogicFault | CriterionFault | RoleFault | RightFault | EffectFault | PartFault


def limit_faults(model: Model) -> Iterator[Fault]:
    """Each end of each limit moved by one step either way, with the comparison swapped, and left out."""
    for number, limit in enumerate(model.limits):
        if model.logic.mixed and model.owners[number]:
            continue  # no single verdict follows from the condition
        if limit.judged is Judged.CRITERION:
            yield CriterionFault("limit not kept", f'the limit "{limit.text}" is not kept', limit)
            continue
        for operator, description, changed in _moved(limit):
            yield LogicFault(operator, description, model, Change(limits={number: changed}, conditions={}))


def _moved(limit: Limit) -> Iterator[tuple[str, str, Limit]]:
    if limit.lower is not None:
        inside = "outside" if limit.lower_inclusive else "inside"
        up, down = limit.lower + limit.step, limit.lower - limit.step
        yield "limit one step up", _taken(limit, limit.lower, up), limit._replace(lower=up)
        yield "limit one step down", _taken(limit, limit.lower, down), limit._replace(lower=down)
        swapped = limit._replace(lower_inclusive=not limit.lower_inclusive)
        yield "comparison swapped", f'"{limit.text}": {limit.lower} itself taken as {inside}', swapped
        yield "limit ignored", f'"{limit.text}": {limit.lower} not looked at', limit._replace(lower=None)
    if limit.upper is not None:
        inside = "outside" if limit.upper_inclusive else "inside"
        up, down = limit.upper + limit.step, limit.upper - limit.step
        yield "limit one step up", _taken(limit, limit.upper, up), limit._replace(upper=up)
        yield "limit one step down", _taken(limit, limit.upper, down), limit._replace(upper=down)
        swapped = limit._replace(upper_inclusive=not limit.upper_inclusive)
        yield "comparison swapped", f'"{limit.text}": {limit.upper} itself taken as {inside}', swapped
        yield "limit ignored", f'"{limit.text}": {limit.upper} not looked at', limit._replace(upper=None)


def _taken(limit: Limit, right: Decimal, wrong: Decimal) -> str:
    return f'"{limit.text}": {right} taken as {format(wrong, "f")}'


_SEVERAL = 2
_LOAD = re.compile(
    r"\d+ (?:[a-z-]+ ){0,3}(?:users|sessions|clients|operators|persons|workstations|connections|terminals|devices)\b"
    r"(?! (?:fail|try|lock))",
    re.IGNORECASE,
)


def condition_faults(model: Model) -> Iterator[Fault]:
    """Each condition taken as always met, and as never met."""
    if model.logic.mixed:
        return
    for number, condition in enumerate(model.logic.conditions):
        if _LOAD.match(condition.words):
            continue  # a load under which a time is measured: nothing depends on it alone
        for truth, words in ((True, "taken as always met"), (False, "taken as never met")):
            change = Change(limits={}, conditions={number: truth})
            yield LogicFault(f"condition {words}", f'condition "{condition.words}" {words}', model, change)


def joining_faults(model: Model) -> Iterator[Fault]:
    """And taken as or, or taken as and, in each condition clause with several conditions."""
    if model.logic.mixed:
        return
    for number, group in enumerate(model.logic.groups):
        every = tuple(one for joined in group.alternatives for one in joined)
        if len(every) < _SEVERAL or len(group.alternatives) not in {1, len(every)}:
            continue
        joined_by_and = len(group.alternatives) == 1
        other = group._replace(alternatives=tuple((one,) for one in every) if joined_by_and else (every,))
        groups = (*model.logic.groups[:number], other, *model.logic.groups[number + 1 :])
        faulty = model._replace(logic=model.logic._replace(groups=groups))
        words = "and taken as or" if joined_by_and else "or taken as and"
        said = " / ".join(model.logic.conditions[one].words for one in every)
        yield LogicFault(words, f"“{said}”: {words}", model, UNCHANGED, faulty)


def role_faults(rules: tuple[RoleRule, ...]) -> Iterator[Fault]:
    """A role that may not is let in; a role that may is refused."""
    for rule in rules:
        named = " or ".join(rule.roles)
        if rule.exclusive:
            yield RoleFault("forbidden role allowed", f"a role other than {named} is let in", rule, granted=False)
            yield RoleFault("allowed role refused", f"{named} is refused", rule, granted=True)
        else:
            yield RoleFault("forbidden role allowed", f"{named} is let in", rule, granted=False)


def right_faults(rights: tuple[Right, ...]) -> Iterator[Fault]:
    """Each cell of a permission matrix with a known meaning, turned round."""
    for right in rights:
        if right.allowed is None:
            continue
        operator = "allowed role refused" if right.allowed else "forbidden role allowed"
        turned = "is refused" if right.allowed else "is allowed"
        yield RightFault(operator, f"{right.role} {turned} to {right.action}", right)
        if right.condition and right.allowed:
            words = f"{right.role} is allowed to {right.action} where “{right.condition}” does not hold"
            yield RightFault("forbidden role allowed", words, right.model_copy(update={"allowed": False}))


def effect_faults(models: tuple[Model, ...]) -> Iterator[Fault]:
    """The effect missing, and for a prohibition the forbidden thing happening."""
    if any(not model.logic.forbidden or model.logic.mixed for model in models):
        yield EffectFault("effect missing", "the demanded effect does not happen", wanted=True)
    if any(model.logic.forbidden and not model.logic.mixed for model in models) and not any(
        re.search(r"\bnot exceed\b|\bnot be (?:more|less|greater|higher|lower)\b", model.logic.sentence)
        for model in models
    ):
        yield EffectFault("negation lost", "what is forbidden happens", wanted=False)
