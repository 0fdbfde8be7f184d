"""The rules about the wording of one requirement: one rule per module, its docstring the manual."""

from __future__ import annotations

from gampgen.quality.interface import WordingRule
from gampgen.quality.wording import (
    absolute,
    alarm_items,
    and_or,
    audit_trail_items,
    blanket_regulation,
    boundary_not_stated,
    calculation_without_formula,
    compound,
    escape_clause,
    incomplete_reference,
    indefinite_time,
    interface_items,
    inverted_range,
    missing_negative_behaviour,
    missing_role,
    missing_tolerance,
    missing_trigger,
    missing_unit,
    nested_conditions,
    non_binding_modal,
    open_list,
    passive_without_actor,
    password_items,
    percent_without_base,
    performance_without_load,
    physical_nonsense,
    placeholder,
    procedural,
    proof_wording,
    purpose_inside,
    report_items,
    requirement_in_brackets,
    retention_without_start,
    several_sentences,
    signature_items,
    solution,
    superfluous_verb,
    superlative,
    time_without_zone,
    unclear_format,
    unclear_pronoun,
    unless_without_rest,
    vague_words,
)

_MODULES = (
    absolute, alarm_items, and_or, audit_trail_items, blanket_regulation, boundary_not_stated,
    calculation_without_formula, compound, escape_clause, incomplete_reference, indefinite_time, interface_items,
    inverted_range, missing_negative_behaviour, missing_role, missing_tolerance, missing_trigger, missing_unit,
    nested_conditions, non_binding_modal, open_list, passive_without_actor, password_items, percent_without_base,
    performance_without_load, physical_nonsense, placeholder, procedural, proof_wording, purpose_inside, report_items,
    requirement_in_brackets, retention_without_start, several_sentences, signature_items, solution, superfluous_verb,
    superlative, time_without_zone, unclear_format, unclear_pronoun, unless_without_rest, vague_words,
)  # fmt: skip

WORDING_RULES: tuple[WordingRule, ...] = tuple(sorted((module.RULE for module in _MODULES), key=lambda r: r.rule.code))
"""Every wording rule, in the order of the codes; those that are off by default too."""
