"""From found causes, effects and rules to numbered ones and the decision table."""

from __future__ import annotations

from dataclasses import dataclass

from gampgen.domain.statement import Cause, CauseKind, DecisionRow, EarsPattern, Effect
from gampgen.parsing.clauses import graph
from gampgen.parsing.clauses.graph import Formula, Not
from gampgen.parsing.clauses.predicate import Assertion

MOST_CAUSES = 64
"""Beyond this many causes in one statement no table is drawn: nobody could execute it (the causes are still listed)."""


@dataclass(slots=True)
class Found:
    """A cause or effect with its place in the text, before it gets its number."""

    said: Assertion
    at: int
    kind: CauseKind = CauseKind.CONDITION


@dataclass(slots=True)
class Rule:
    """The effects of one main clause, and the formula on which they depend."""

    effects: list[Found]
    condition: Formula | None = None
    reason: Formula | None = None
    otherwise: bool = False
    nested: bool = False


@dataclass(frozen=True, slots=True)
class Logic:
    """Everything a statement says about what depends on what."""

    causes: tuple[Cause, ...] = ()
    effects: tuple[Effect, ...] = ()
    table: tuple[DecisionRow, ...] = ()
    patterns: tuple[EarsPattern, ...] = ()


def decide(found: list[Found], rules: list[Rule], patterns: tuple[EarsPattern, ...]) -> Logic:
    """Number causes and effects in sentence order and draw the table over the conditions (or else the reasons)."""
    order = sorted(range(len(found)), key=lambda i: (found[i].at, i))
    names = {old: f"C{new + 1}" for new, old in enumerate(order)}
    causes = tuple(_cause(names[i], found[i]) for i in order)
    kind = CauseKind.CONDITION if any(rule.condition is not None for rule in rules) else CauseKind.REASON
    formulas = _formulas(rules, kind)
    dependent = _dependent(rules, formulas)
    effects = tuple(
        Effect(id=f"E{n + 1}", variable=one.said.variable, condition=one.said.condition)
        for n, (one, _) in enumerate(dependent)
    )
    deciding = [i for i in order if found[i].kind is kind]
    base = _base(rules, formulas)
    if base is None or not effects or len(deciding) > MOST_CAUSES:
        return Logic(causes, effects, (), patterns)
    ruled = [(one, logic) for one, logic in dependent if logic is not None]
    return Logic(causes, effects, _table(base, [(names[i], i) for i in deciding], ruled), patterns)


def _base(rules: list[Rule], formulas: list[tuple[Formula | None, Formula | None]]) -> Formula | None:
    """The read-once formula whose cases are the rows: a nested rule shows only where the one around it holds."""
    groups: list[Formula] = []
    for rule, (own, _) in zip(rules, formulas, strict=True):
        if own is not None and rule.nested and groups:
            groups[-1] = graph.Junction((groups[-1], own), every=True)
        elif own is not None:
            groups.append(own)
    return graph.join(groups, every=False)


def _cause(name: str, found: Found) -> Cause:
    return Cause(id=name, variable=found.said.variable, condition=found.said.condition, kind=found.kind)


def _dependent(
    rules: list[Rule], formulas: list[tuple[Formula | None, Formula | None]]
) -> list[tuple[Found, Formula | None]]:
    """The effects that depend on something (all of them where nothing does), in sentence order."""
    pairs = [(one, logic) for rule, (_, logic) in zip(rules, formulas, strict=True) for one in rule.effects]
    if any(logic is not None for _, logic in pairs):
        pairs = [(one, logic) for one, logic in pairs if logic is not None]
    return sorted(pairs, key=lambda pair: pair[0].at)


def _formulas(rules: list[Rule], kind: CauseKind) -> list[tuple[Formula | None, Formula | None]]:
    """For each rule its own formula, and the full one: "otherwise" holds where no rule before it in the chain does."""
    out: list[tuple[Formula | None, Formula | None]] = []
    chain: list[Formula] = []
    for rule, own in zip(rules, _own(rules, kind), strict=True):
        chain = chain if rule.otherwise else []
        # Longer chains have more causes than a table may have; none is drawn from these.
        denied: list[Formula] = [Not(logic) for logic in chain[:MOST_CAUSES]]
        around = [out[-1][1]] if rule.nested and out and out[-1][1] is not None else []
        out.append((own, graph.join([*denied, *around, *([own] if own is not None else [])], every=True)))
        if own is not None:
            chain = [*chain, own]
    return out


def _own(rules: list[Rule], kind: CauseKind) -> list[Formula | None]:
    """Each rule's own formula. The condition of a clause without effect ("In this case:") joins the next rule's."""
    own = [rule.condition if kind is CauseKind.CONDITION else rule.reason for rule in rules]
    bearers = [i for i, rule in enumerate(rules) if rule.effects]
    for i, rule in enumerate(rules):
        if rule.effects or own[i] is None or not bearers:
            continue
        bearer = next((k for k in bearers if k > i), bearers[-1])
        own[bearer] = graph.join((logic for logic in (own[i], own[bearer]) if logic is not None), every=True)
        own[i] = None
    return own


def _table(
    base: Formula, causes: list[tuple[str, int]], effects: list[tuple[Found, Formula]]
) -> tuple[DecisionRow, ...]:
    rows = []
    for case in graph.cases(base):
        given = tuple((name, case[i]) for name, i in causes)
        then = tuple(
            (f"E{n + 1}", graph.truth(logic, case) != found.said.negated) for n, (found, logic) in enumerate(effects)
        )
        rows.append(DecisionRow(truths=given + then))
    return tuple(rows)
