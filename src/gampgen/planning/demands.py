"""Rules for statements that demand nothing which could be tested as it stands: the author is asked."""

from __future__ import annotations

import re

from gampgen.domain.risk import DispositionKind
from gampgen.planning.actors import heads_in, is_organisation, is_people
from gampgen.planning.clause import Clause
from gampgen.planning.verdict import Verdict, verdict
from gampgen.planning.wishes import active, blanket, proposal, wish_family
from gampgen.planning.words import word_set

_TO_BE_DEFINED = re.compile(
    r"^(?:be )?(?:TBD|TBC|TBA|to be (?:defined|determined|confirmed|decided|agreed|specified|announced)\b|\?\?\?)",
    re.IGNORECASE,
)
_NO_DEMAND = re.compile(
    r"^(?:(?:this )?(?:requirement )?(?:has been |was |is )?(?:deleted|withdrawn|removed|obsolete|void|superseded|"
    r"reserved|intentionally left blank|not used|not applicable|n/?a|none|left blank)|(?:see|refer to|cf\.?|as "
    r"(?:described|defined) in)\b.*|[-–—.\s]*)$",
    re.IGNORECASE,
)
_COMPLY = re.compile(
    r"^(?:be (?:fully |completely )?(?:compliant|in (?:full )?(?:compliance|accordance|conformity|line)|conformant|"
    r"conforming|consistent|aligned)|(?:fully )?(?:comply|complies|compliance|compliant|conform|conforms|adhere|"
    r"adheres|"
    r"meet|meets|satisfy|fulfil|fulfill|follow|observe|respect|support|ensure|enable|guarantee|achieve|maintain|"
    r"facilitate)|be)\b",
    re.IGNORECASE,
)
_MET_BY_CERTIFICATE = re.compile(
    r"^(?:be (?:fully )?(?:compliant|in compliance|in accordance|certified|in conformity)|comply|conform|meet|fulfil|"
    r"fulfill|satisfy|bear|have)\b"
)
_PRODUCT_STANDARD = re.compile(
    r"\b(?:(?:DIN |EN )*(?:IEC|ISO|EN|UL|DIN|ASME|ANSI|IEEE|VDE)(?:[ /-](?:IEC|ISO|EN))?[ -]?\d[\d:.-]*|"
    r"CE mark(?:ing)?|"
    r"ATEX|RoHS)"
)
_MANY_WORDS = 14
_FUNCTIONS = word_set("trail signature password alarm report backup label")
_CONDITIONAL = re.compile(r"^\W?(?:when|if|while|upon|unless|in case|once|after|before|for)\b", re.IGNORECASE)
_SCRAP = 2
_STATIVE = re.compile(
    r"^(?:(?:the|this|these|our|all|each|an?|it|both|there|[A-Z][\w-]*)\b(?: [\w'’/()-]+){0,9}? (?:is|are|was|"
    r"were|has|have|"
    r"had|consists?|describes?|refers?|belongs?|serves?|comprises?|depends?)|(?:the )?(?:[\w-]+ )?(?:system|software|"
    r"solution|application|product) (?:is )?based on)\b",
    re.IGNORECASE,
)
_ACTED_ON = re.compile(
    r"\b(?:is|are)(?: \w+ly)?(?: not| only| always)? (\w+(?:ed|en|nt|wn|ut|pt|ld|ne|lt))\b", re.IGNORECASE
)
_NO_ACT = word_set("""
    used located based intended described listed defined bought purchased planned known given called named
    installed operated divided connected different present apparent independent important current relevant
    sufficient consistent content environment document equipment department component element one none open
    concerned covered involved owned developed designed manufactured made written supplied supported done
    between seven often kept split mounted expected required needed
""")
_FUNCTION_NOUN = re.compile(
    r"\b(?:audit trails?|log[- ]?(?:in|on|out|off)|auto(?:matic|mated)?(?:ally)?|alarms?|alerts?|report(?:s|ing)?|"
    r"backups?|restore|exports?|imports?|search(?:es)?|filters?|interfaces?|notifications?|signatures?|passwords?|"
    r"barcodes?|labels?|workflows?|dashboards?|time-?outs?|lock-?outs?|access|roles?|permissions?|encryption|"
    r"calculations?|trends?|displays?|print(?:s|ing)?|archiv\w+|retention|version(?:ing| control)|approvals?|reviews?|"
    r"e-?mails?|screens?|fields?|buttons?|history|traceability|integration|monitoring|recording|logging|tracking|"
    r"scheduling|synchroni[sz]ation|authentication|authori[sz]ation|data entry|electronic records?|time ?stamps?|"
    r"checksums?|master data|status(?:es)?)\b",
    re.IGNORECASE,
)


def nothing_said(clause: Clause) -> Verdict | None:
    """DS01: a placeholder, a deleted entry or a mere reference."""
    if _NO_DEMAND.match(clause.text):
        return verdict(DispositionKind.QUERY, "DS01", clause, "states no demand that could be verified")
    if clause.has_modal and _TO_BE_DEFINED.match(clause.predicate):
        meaning = "leaves open what is demanded"
        return verdict(DispositionKind.QUERY, "DS01", clause, meaning, proposal("open", clause))
    return None


def product_standard(clause: Clause) -> Verdict | None:
    """DS11: conformity with a product standard, shown by the maker's certificate."""
    if len(clause.predicate.split()) > _MANY_WORDS or not _MET_BY_CERTIFICATE.match(clause.predicate):
        return None
    if not _PRODUCT_STANDARD.search(clause.predicate):
        return None
    meaning = "is shown by the maker's certificate or declaration, not by operating the system"
    return verdict(DispositionKind.SUPPLIER_EVIDENCE, "DS11", clause, meaning)


def blanket_reference(clause: Clause) -> Verdict | None:
    """DS02: "shall comply with <rules>" and nothing else."""
    of_people = is_people(clause) or is_organisation(clause)
    if of_people or heads_in(clause, _FUNCTIONS):
        return None
    if not _COMPLY.match(active(clause).predicate) or not blanket(clause):
        return None
    meaning = "names rules as a whole; it has to be split into single demands before a test can show it"
    return verdict(DispositionKind.QUERY, "DS02", clause, meaning, proposal("compliance", clause))


def wish(clause: Clause) -> Verdict | None:
    """DS03: a wish in which nothing can be observed."""
    family = wish_family(clause)
    if family is None:
        return None
    meaning = "names nothing that a tester could observe or measure"
    return verdict(DispositionKind.QUERY, "DS03", clause, meaning, proposal(family, clause))


def information(clause: Clause, *, demanding: bool) -> Verdict | None:
    """DS15: a sentence without a demand: information, unless it tells of something that the system does.

    Only a sentence that says what something *is* or *has*, and a heading-like scrap of a word or two, count as
    information: terse demands ("Track inventory by lot") look like nothing else.
    """
    if clause.has_modal or demanding or _CONDITIONAL.match(clause.text):
        return None
    if any(word.lower() not in _NO_ACT for word in _ACTED_ON.findall(clause.text)):
        return None
    scrap = len(clause.text.split()) <= _SCRAP and not _FUNCTION_NOUN.search(clause.text)
    if not scrap and not _STATIVE.match(clause.text):
        return None
    meaning = "informs and demands nothing of the system that could be observed"
    return verdict(DispositionKind.QUERY, "DS15", clause, meaning, proposal("open", clause))
