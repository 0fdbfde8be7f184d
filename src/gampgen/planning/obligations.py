"""Rules for statements that oblige somebody other than the system: supplier, company, users, or a document's author."""

from __future__ import annotations

from gampgen.domain.risk import DispositionKind
from gampgen.planning import duty_words as v
from gampgen.planning.actors import (
    SYSTEM_HEADS,
    heads_in,
    is_organisation,
    is_people,
    is_quality_unit,
    is_supplier,
)
from gampgen.planning.clause import Clause, noun_phrase
from gampgen.planning.property_words import BEHAVIOUR_CUE, HARDWARE_OBJECT
from gampgen.planning.verdict import Verdict, verdict


def trained(clause: Clause) -> Verdict | None:
    """DS05: people are trained, or training is held."""
    somebody = is_people(clause) or is_organisation(clause) or is_supplier(clause) or not clause.subject
    trained_people = somebody and v.TRAIN.match(clause.predicate)
    held = heads_in(clause, v.TRAINING_HEADS) and v.TRAINING_GIVEN.match(clause.predicate)
    given = somebody and v.TRAINING_GIVEN.match(clause.predicate) and v.TRAINING_NOUN.match(clause.predicate)
    if not (trained_people or given or (held and not v.SYSTEM_CUE.search(clause.predicate))):
        return None
    return verdict(DispositionKind.PROCEDURE, "DS05", clause, "is a training duty; training records show it")


def supplier(clause: Clause) -> Verdict | None:
    """DS06: what the supplier is, has, delivers or does, unless it is to build a function of the system."""
    words = clause.predicate
    if not is_supplier(clause) or clause.permissive or v.PASSIVE_EFFECT.match(words):
        return None
    if v.INSTALL.match(words):
        return verdict(
            DispositionKind.IQ, "DS06", clause, "is work of installation by the supplier, recorded in the IQ"
        )
    if v.SYSTEM_CUE.search(words) and not v.DELIVER.match(words):
        return None
    builds = v.BUILD.match(words) and not v.DOCUMENT_OBJECT.match(words) and not v.SUPPORT_NOUN.search(words)
    if builds and HARDWARE_OBJECT.search(words) and not BEHAVIOUR_CUE.search(words):
        return verdict(DispositionKind.IQ, "DS06", clause, "is a delivery of equipment, checked at installation")
    if builds and (v.FUNCTION_OBJECT.search(words) or not v.DELIVER.match(words)):
        return None
    meaning = "obliges the supplier, not the system; the supplier's documents or an audit show it"
    return verdict(DispositionKind.SUPPLIER_EVIDENCE, "DS06", clause, meaning)


def written_procedure(clause: Clause) -> Verdict | None:
    """DS08: an SOP or plan of the company that has to exist, and what people do under one."""
    own = heads_in(clause, v.PROCEDURE_HEADS) and not v.PRODUCT_INSTRUCTION.search(clause.subject)
    has = heads_in(clause, SYSTEM_HEADS) and v.HAS_PROCEDURES.match(clause.predicate)
    managed = v.MANAGEMENT_SUBJECT.fullmatch(clause.subject)
    exists = has or ((own or managed) and v.PROCEDURE_STATE.match(clause.predicate))
    if not (exists or v.UNDER_PROCEDURE.match(clause.predicate)) or _inside_the_system(clause):
        return None
    return verdict(DispositionKind.PROCEDURE, "DS08", clause, "asks for a written procedure of the company")


def delivered_document(clause: Clause) -> Verdict | None:
    """DS07: a manual, specification or certificate that has to be delivered."""
    handed_over = v.BE_HANDED_OVER.match(clause.predicate)
    if clause.permissive or (_inside_the_system(clause) and not handed_over):
        return None
    heads = v.DOCUMENT_HEADS | v.LOOSE_DOCUMENT_HEADS if handed_over else v.DOCUMENT_HEADS
    if heads_in(clause, heads) and v.BE_DELIVERED.match(clause.predicate):
        certificate = any(head in v.CERTIFICATE_HEADS for head in clause.heads)
        if certificate or v.BY_SUPPLIER.search(clause.predicate) or v.OF_SUPPLIER.search(clause.subject):
            meaning = "is a document of the supplier; its presence and content are checked, nothing is operated"
            return verdict(DispositionKind.SUPPLIER_EVIDENCE, "DS07", clause, meaning)
        return verdict(
            DispositionKind.IQ, "DS07", clause, "is a document to deliver; its presence is checked at installation"
        )
    with_document = v.DELIVERED_WITH.match(clause.predicate) or v.PROVIDES_MANUAL.match(clause.predicate)
    by_somebody = (not clause.subject or is_organisation(clause) or is_people(clause)) and v.HAND_OVER.match(
        clause.predicate
    )
    if with_document or (by_somebody and v.DOCUMENT_OBJECT.match(clause.predicate)):
        return verdict(
            DispositionKind.IQ, "DS07", clause, "is a document to deliver; its presence is checked at installation"
        )
    return None


def company(clause: Clause) -> Verdict | None:
    """DS09: a duty of the company or of its people outside the system."""
    organisation, people = is_organisation(clause), is_people(clause)
    organisation = organisation or bool(v.BY_TEAM.search(clause.predicate))
    if not (organisation or people) or _inside_the_system(clause) or v.PERMISSION.match(clause.predicate):
        return None
    if v.ENDURED.match(clause.predicate):
        return None
    if v.ONLY.search(clause.subject) or v.INSTALL.match(clause.predicate):
        return None
    manual_work = v.PROCEDURAL.match(clause.predicate) or v.PERIODIC_DUTY.match(clause.predicate)
    if not manual_work and (people or is_quality_unit(clause)):
        return None
    return verdict(
        DispositionKind.PROCEDURE, "DS09", clause, "obliges people, not the system; a procedure and its records show it"
    )


def operation(clause: Clause) -> Verdict | None:
    """DS10: validation, calibration, servicing and periodic tests: duties of operating the system."""
    if _inside_the_system(clause):
        return None
    validated = v.VALIDATED.match(clause.predicate) and (heads_in(clause, SYSTEM_HEADS) or not clause.subject)
    periodically = v.PERIODIC_TEST.match(clause.predicate) and clause.heads[:1] and clause.heads[0] in v.SERVICED_HEADS
    serviced = v.SERVICED.match(clause.predicate) and (periodically or heads_in(clause, v.SERVICED_HEADS))
    serviced = serviced and not clause.lead_in
    reviewed = v.PERIODIC_REVIEW.match(clause.predicate)
    periodic = heads_in(clause, v.PERIODIC_HEADS) and v.PERIODIC_TEST.match(clause.predicate)
    named = v.PERIODIC_SUBJECT.match(clause.subject) and v.CARRIED_OUT.match(clause.predicate)
    exercised = v.RESTORE_SUBJECT.search(clause.subject) and v.EXERCISED.match(clause.predicate)
    if not (validated or serviced or periodic or exercised or reviewed or named):
        return None
    meaning = "is a duty of validation or operation, done by people under a procedure"
    return verdict(DispositionKind.PROCEDURE, "DS10", clause, meaning)


def life_cycle(clause: Clause) -> Verdict | None:
    """DS11: how the product is developed, certified, maintained and supported."""
    code = v.SOURCE_CODE.search(clause.subject) and v.CODE_STATE.match(clause.predicate)
    support = v.SUPPORT_NOUN.fullmatch(noun_phrase(clause.subject)) and v.SUPPORT_STATE.match(clause.predicate)
    certified = v.CERTIFIED.match(clause.predicate) and heads_in(clause, v.CERTIFIED_HEADS)
    made = certified or v.DEVELOPED.match(clause.predicate) or v.SUPPORTED.match(clause.predicate)
    quality_system = v.QUALITY_SYSTEM.search(clause.subject) and v.QUALITY_EVIDENCE.match(clause.predicate)
    developed = heads_in(clause, v.DEVELOPMENT_HEADS) and v.DEVELOPMENT_STATE.match(clause.predicate)
    updates = heads_in(clause, v.UPDATE_HEADS) and v.BY_SUPPLIER.search(clause.predicate)
    lasting = v.LIFE_FIGURE.search(clause.text)
    if not (code or support or made or quality_system or updates or developed or lasting):
        return None
    meaning = "says how the product is made, certified or supported; the supplier's evidence shows it"
    return verdict(DispositionKind.SUPPLIER_EVIDENCE, "DS11", clause, meaning)


def project(clause: Clause) -> Verdict | None:
    """DS18: what the product is built on, and what has to be done before go-live or at retirement."""
    built_on = v.BUILT_ON.match(clause.predicate) and (heads_in(clause, SYSTEM_HEADS) or not clause.subject)
    if built_on and not v.TO_DO_SOMETHING.search(clause.predicate):
        meaning = "says what the product is built on; the supplier's evidence shows it"
        return verdict(DispositionKind.SUPPLIER_EVIDENCE, "DS18", clause, meaning)
    controlled = v.UNDER_CONTROL.match(clause.predicate) and any(head in v.CHANGE_HEADS for head in clause.heads)
    before_use = v.DONE.match(clause.predicate) and v.BEFORE_USE.search(clause.predicate)
    retired = v.RETIREMENT.search(clause.subject) or v.RETIREMENT.match(clause.lead_in)
    if not (controlled or before_use or retired) or _inside_the_system(clause):
        return None
    meaning = "is a duty of the project or of operation, shown by its records and not by operating the system"
    return verdict(DispositionKind.PROCEDURE, "DS18", clause, meaning)


def _inside_the_system(clause: Clause) -> bool:
    """Whether the words say that the system does it, shows it, or lets somebody do it."""
    return clause.permissive or bool(v.SYSTEM_CUE.search(clause.predicate))
