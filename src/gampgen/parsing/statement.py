"""Read one statement: its force, its EARS pattern, what depends on what, and who may do it."""

from __future__ import annotations

from gampgen.domain.statement import EarsPattern, Statement
from gampgen.parsing.archetypes import find_archetypes
from gampgen.parsing.clauses.causality import states_cause
from gampgen.parsing.clauses.effects import action_of
from gampgen.parsing.clauses.modality import force_of
from gampgen.parsing.clauses.parts import Part
from gampgen.parsing.clauses.permissions import permissions_of
from gampgen.parsing.clauses.predicate import Assertion
from gampgen.parsing.clauses.reading import read_logic
from gampgen.parsing.clauses.splitting import split
from gampgen.parsing.clauses.tagging import tag
from gampgen.parsing.clauses.tokens import sentences
from gampgen.parsing.quantities import read_quantities
from gampgen.parsing.quantities.denial import stated_positively


def read_statement(text: str) -> Statement:
    """Understand one statement well enough to design tests from it.

    Args:
        text: the statement as the document prints it; white space is folded before it is read. Several sentences, and
            a label before the first ("URS-014 …"), are allowed.

    Returns:
        The statement. `text` is as given; every other text is made of the sentence's own words.
    """
    tagged = tuple(tag(words) for words in sentences(" ".join(text.split())))
    parts = tuple(part for sentence in tagged for part in split(sentence))
    force = force_of(parts)
    logic = read_logic(parts)
    quantities, intervals = read_quantities(text)
    main = _main_clause(parts)
    permissions = tuple(found for part in parts for found in permissions_of(part))
    needed = force.demands or bool(permissions)
    conditional = any(cause.kind == "condition" for cause in logic.causes)
    return Statement(
        text=text,
        is_requirement=needed,
        modality=force.modality,
        ears=_pattern(logic.patterns) if needed else None,
        negated=main.negated,
        actor=main.variable,
        action=main.condition,
        causal=bool(logic.causes) or any(states_cause(sentence) for sentence in tagged),
        conditional=conditional,
        causes=logic.causes,
        effects=logic.effects,
        decision_table=logic.table,
        quantities=quantities,
        intervals=stated_positively(intervals, logic.causes),
        archetypes=find_archetypes(text, (quantities, intervals)),
        permissions=permissions,
    )


def _main_clause(parts: tuple[Part, ...]) -> Assertion:
    first = next((part for part in parts if part.main), None)
    return action_of(first.follows or first) if first else Assertion("", "")


def _pattern(patterns: tuple[EarsPattern, ...]) -> EarsPattern:
    kinds = set(patterns)
    if not kinds:
        return EarsPattern.UBIQUITOUS
    return kinds.pop() if len(kinds) == 1 else EarsPattern.COMPLEX
