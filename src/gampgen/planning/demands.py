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
# What a sentence that only informs is about, or how it says so.
_OF_THE_PAPER = re.compile(
    r"^(?:this|these|the (?:following|present|above|next)|all|in this) (?:\w+ )?(?:sections?|chapters?|tables?|"
    r"figures?|documents?|urs|specifications?|paragraphs?|appendix|annex|requirements?|pages?|lists?)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|had|currently|today|at present|nowadays|existing|in the past|so far|has been|have been)\b",
    re.IGNORECASE,
)
_SITE = re.compile(
    r"^(?:the|our|this|each|both) (?:[\w-]+ ){0,3}?(?:plant|site|building|company|department|project|facility|premises|"
    r"organi[sz]ation|laboratory|warehouse|production area|team|process) (?:is|are|has|have|consists?|comprises?|"
    r"operates?|employs?|produces?|belongs?)\b",
    re.IGNORECASE,
)
_DEFINED = re.compile(
    r"^(?:(?:the|an?|our|each)\b)?[^,;:]{1,80}? (?:(?:is|are) (?:an?|the|our|part of|one of|located|situated|based|"
    r"used|intended|called|named|known|operated|divided|described|listed|defined|bought|purchased|planned)|"
    r"consists? of|comprises?|describes?|refers?|belongs?|serves?|depends?)\b",
    re.IGNORECASE,
)
_SETS_A_RULE = re.compile(
    r"\b(?:when|whenever|if|once|unless|until|as soon as|in case|in the event|while|only|otherwise|automatically|never|"
    r"always|not possible|minimum|maximum|at least|at most|no (?:more|less|fewer|later) than|limit(?:ed)?|formats?|"
    r"length|tolerances?|accuracy|resolution|precision|default|characters|digits|decimals?|unique|by means of)\b",
    re.IGNORECASE,
)
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
    """DS15: a sentence that plainly informs: of the paper, the past, the plant, or what something is; or a mere scrap.

    Only that is information. A sentence in the present tense that tells what a system does, or sets a value or a rule,
    demands it: whole requirement documents are written so.
    """
    if clause.has_modal or demanding or _CONDITIONAL.match(clause.text):
        return None
    text = clause.text
    scrap = len(text.split()) <= _SCRAP and not _FUNCTION_NOUN.search(text) and not any(c.isdigit() for c in text)
    tells = _PAST.search(text) or _SITE.match(text) or _DEFINED.match(text)
    if not (scrap or _OF_THE_PAPER.match(text) or (tells and not _SETS_A_RULE.search(text))):
        return None
    meaning = "informs and demands nothing of the system that could be observed"
    return verdict(DispositionKind.QUERY, "DS15", clause, meaning, proposal("open", clause))
