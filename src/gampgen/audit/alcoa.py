"""ALCOA+ earned: each attribute is the outcome of named checks over the record, never a constant.

An attribute is *not met* as soon as one of its checks fails. Where all hold, it is *met* if the record can show the
whole of it; else *not assessable by software*, with what the firm must do. Attributes: FDA, Data Integrity and
Compliance With Drug CGMP (2018); PIC/S PI 041-1 (2021) §7.4; "traceable" as in EMA's guideline on computerised systems
(2023).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gampgen.audit import alcoa_checks as on
from gampgen.audit.record import AlcoaAttribute, AlcoaCheck, AlcoaResult, AuditRecord


@dataclass(frozen=True, slots=True)
class _Attribute:
    """An attribute, its checks, whether the record can show the whole of it, and what stays with the firm."""

    name: str
    checks: tuple[Callable[[AuditRecord], AlcoaCheck], ...]
    whole: bool
    firm: str


_ATTRIBUTES = (
    _Attribute(
        "Attributable",
        (on.actors_named, on.run_attributed, on.decisions_attributed),
        whole=True,
        firm="An account's name is no proof of a person: give each person an own account and forbid sharing it.",
    ),
    _Attribute(
        "Legible",
        (on.entries_in_words, on.entries_readable, on.forms_for_both),
        whole=True,
        firm="Keep a program that opens each format for as long as the record is kept.",
    ),
    _Attribute(
        "Contemporaneous",
        (on.within_the_run, on.clocks_agree, on.files_before_closing),
        whole=True,
        firm="Synchronise the machine's clock with a trusted source and keep people from setting it.",
    ),
    _Attribute(
        "Original",
        (on.document_identified, on.chain_unbroken, on.old_values_kept),
        whole=True,
        firm="Keep the requirements document itself under document control: the record holds its digest, not its copy.",
    ),
    _Attribute(
        "Accurate",
        (on.counts_agree, on.outputs_as_rendered),
        whole=False,
        firm="Whether each test is right for the process is a judgement: a competent person reviews the suite against "
        "the requirements document, and the quality unit approves it.",
    ),
    _Attribute(
        "Complete",
        (on.begun_and_closed, on.nothing_missing, on.questions_answered, on.every_requirement_planned),
        whole=True,
        firm="Check what was passed over as no requirement (listed in the report) against the document.",
    ),
    _Attribute(
        "Consistent",
        (on.numbered, on.in_sequence, on.one_time_format),
        whole=True,
        firm="Compare this machine's clock with those of connected systems.",
    ),
    _Attribute(
        "Enduring",
        (on.open_formats,),
        whole=False,
        firm="Archive the folder on a durable medium for the retention time, back it up, and test the restoring.",
    ),
    _Attribute(
        "Available",
        (on.page_to_search,),
        whole=False,
        firm="Store the folder where reviewers and inspectors find it, and try from time to time that they do.",
    ),
    _Attribute(
        "Traceable",
        (on.tests_traced, on.every_requirement_planned, on.everything_digested),
        whole=True,
        firm="Keep the trace from these tests to their execution and to deviations in your own system.",
    ),
)


def assess(record: AuditRecord) -> tuple[AlcoaAttribute, ...]:
    """The nine attributes of ALCOA+ and "traceable", assessed over a record. What stands in its `alcoa` is not used."""
    return tuple(_assessed(attribute, record) for attribute in _ATTRIBUTES)


def _assessed(attribute: _Attribute, record: AuditRecord) -> AlcoaAttribute:
    checks = tuple(make(record) for make in attribute.checks)
    if not all(one.passed for one in checks):
        failed = "; ".join(one.name for one in checks if not one.passed)
        return AlcoaAttribute(
            attribute=attribute.name,
            result=AlcoaResult.NOT_MET,
            checks=checks,
            note=f"Not so: {failed}. Find out why before the run is used.",
        )
    result = AlcoaResult.MET if attribute.whole else AlcoaResult.NOT_ASSESSABLE
    lead = "For the firm to do" if attribute.whole else "The checks hold; the rest no software can assess"
    return AlcoaAttribute(attribute=attribute.name, result=result, checks=checks, note=f"{lead}: {attribute.firm}")
