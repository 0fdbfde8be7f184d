"""Whom a clause obliges: the supplier, the company, people, or (the rest) the system."""

from __future__ import annotations

import re

from gampgen.planning.clause import Clause
from gampgen.planning.words import word_set

SUPPLIER_HEADS = word_set("""
    supplier vendor manufacturer contractor subcontractor developer integrator bidder tenderer licensor seller
    reseller distributor oem
""")
ORGANISATION_HEADS = word_set("company organisation organization firm department committee qa qc")
PEOPLE_HEADS = word_set("""
    user operator personnel staff employee person analyst supervisor reviewer approver administrator technician
    engineer manager pharmacist trainee inspector auditor member individual worker qp admin colleague scientist
    tester executor executer chemist owner team group sponsor
""")
SYSTEM_HEADS = word_set("""
    system software application solution platform instrument equipment tool product program database interface
    infrastructure server hardware network spreadsheet calculation configuration module device machine package
    environment
""")
_SUPPLIER_PHRASE = re.compile(
    r"(?:(?:service|hosting|cloud|software|solution|system|saas|maintenance|support) providers?|development team)",
    re.IGNORECASE,
)
_ORGANISATION_PHRASE = re.compile(
    r"(?:quality unit|quality assurance|quality control|(?:system|process|business|data|product) owners?|"
    r"(?:project|validation|qualification|quality|it|engineering|production|software|site) (?:team|group|department|"
    r"management)|management|company|(?:plant|site) personnel|site|plant|business)",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:the|a|an|each|every|our|its|only) ", re.IGNORECASE)


def core(clause: Clause) -> str:
    """The subject without its article."""
    return _ARTICLE.sub("", clause.subject)


def heads_in(clause: Clause, heads: frozenset[str]) -> bool:
    """Whether the subject has a head and each of its heads is one of `heads`."""
    return bool(clause.heads) and all(head in heads for head in clause.heads)


def is_supplier(clause: Clause) -> bool:
    """Whether the clause obliges the supplier."""
    return heads_in(clause, SUPPLIER_HEADS) or bool(_SUPPLIER_PHRASE.fullmatch(core(clause)))


def is_organisation(clause: Clause) -> bool:
    """Whether the clause obliges the company or one of its units."""
    return (
        core(clause) == "IT"
        or heads_in(clause, ORGANISATION_HEADS)
        or bool(_ORGANISATION_PHRASE.fullmatch(core(clause)))
    )


def is_people(clause: Clause) -> bool:
    """Whether the clause obliges persons: users, operators, reviewers."""
    return heads_in(clause, PEOPLE_HEADS | ORGANISATION_HEADS) and not is_organisation(clause)


def is_quality_unit(clause: Clause) -> bool:
    """Whether the subject is QA or QC: a unit of the company, and at the same time a role in most systems."""
    return any(head in {"qa", "qc"} for head in clause.heads)
