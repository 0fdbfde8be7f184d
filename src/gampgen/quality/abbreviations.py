"""RQ12 Undefined abbreviation.

An abbreviation that the document explains nowhere can be read in two ways. The glossary, the list of abbreviations
and an
explanation at first use ("Laboratory Information Management System (LIMS)") count; abbreviations that everybody in
the
field knows (GMP, QA, SOP, PDF, …), units and ids are not asked for. One finding per abbreviation, at its first use.

Bad: The XDS shall send the data to the QCS.
Good: The external dosing station (XDS) shall send the data to the quality control server (QCS).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gampgen.domain.finding import Finding, FindingSeverity
from gampgen.domain.requirement import AnalysedRequirement, Recognition
from gampgen.domain.unit import unit_named
from gampgen.quality.interface import manual_rule
from gampgen.quality.masking import mask

RULE = manual_rule(__doc__, "INCOSE Guide to Writing Requirements R37")

_ABBREVIATION = re.compile(r"(?<![\w<./-])[A-Z][A-Z0-9]{1,6}(?=s?(?![\w>]))")
_EXPLAINED = re.compile(
    r"\((?P<after>[A-Z][A-Z0-9/]{1,7})s?\)|(?<![\w-])(?P<before>[A-Z][A-Z0-9]{1,6})\s+\((?=[A-Za-z]+\s+[A-Za-z])"
)
_KNOWN_WORDS = """
GMP CGMP GXP GLP GCP GDP GVP GAMP GDOCP QA QC QP QM QMS QRM SOP SOPS ID IDS PDF CSV XML JSON HTML HTTP HTTPS CFR FDA
EMA MHRA WHO PIC PICS EU US UK USA EC ICH ISO IEC IEEE ISPE ASTM DIN EN USP EP JP BP URS FS FRS DS FDS HDS SDS DQ IQ
OQ PQ FAT SAT RTM VMP VSR UTC GMT IT OT PC PCS CAPA OOS OOT ALCOA CITE CPU RAM SQL USB LAN WAN VPN VLAN WIFI GUI HMI
UI API APIS SMS TLS SSL SSO LDAP AD MFA AES SHA RSA NTP FTP SFTP TCP IP DNS URL SMTP OCR RFID QR GTIN GS1 ASCII UTF
ERP MES LIMS LES SCADA PLC PLCS DCS BMS EMS HVAC HEPA CIP SIP WFI COA BOM MBR EBR PI OPC UA AND OR NOT IF THEN ELSE
SHALL MUST ON OFF OK YES NO TRUE FALSE NA TBD TBC TBA PASS FAIL HIGH LOW MAX MIN NLT NMT AM PM II III IV VI VII VIII
IX AC DC IO RTO RPO UPS AI ML PH RH CD DVD NAS SAN YYYY YY MM DD HH SS MMM IP54 IP65 IP67 VM VMS OS CRUD HL7 FHIR
LAB ISA S88 S95 FMEA HACCP ALARP KPI GET POST REST SOAP JWT FIPS PDA DR BCP BC GDPR HIPAA PII PHI MS WORD
EUR USD GBP CHF JPY CNY SAP FEFO FIFO CET CEST EST PST
"""
_KNOWN = frozenset(_KNOWN_WORDS.split())


def undefined_abbreviations(
    requirements: tuple[AnalysedRequirement, ...], recognition: Recognition
) -> Iterator[Finding]:
    """One finding for each abbreviation that neither the glossary nor any requirement explains."""
    known = _explained(requirements, recognition)
    for one in requirements:
        for name in _used(one):
            if name in known:
                continue
            known.add(name)
            yield Finding(
                code=RULE.code,
                severity=FindingSeverity.INFO,
                requirement_uid=one.requirement.uid,
                location=one.requirement.location,
                message=f'"{name}" is explained nowhere in the document.',
                hint=f"Write it out at first use, <full name> ({name}), or add it to the glossary.",
            )


def _explained(requirements: tuple[AnalysedRequirement, ...], recognition: Recognition) -> set[str]:
    """Names of the glossary and the roles, the system's own name, and what the requirements explain in passing."""
    texts = [statement.text for one in requirements for statement in one.statements]
    texts += [f"{term.name} ({term.quote})" for term in (*recognition.terms, *recognition.roles)]
    texts += [passed.text for passed in recognition.passed_over]
    names = [term.name for term in (*recognition.terms, *recognition.roles)]
    names += [recognition.system, recognition.document.title]
    known = {match[0] for name in names for match in _ABBREVIATION.finditer(name)}
    for match in (match for text in texts for match in _EXPLAINED.finditer(text)):
        known.update((match["after"] or match["before"]).split("/"))
    return known


def _used(one: AnalysedRequirement) -> Iterator[str]:
    for statement in one.statements:
        if statement.text.isupper():
            continue
        for match in _ABBREVIATION.finditer(mask(statement.text)):
            letters = len(set(match[0])) > 1  # "SSS-NNNN" shows a format
            if letters and match[0] not in _KNOWN and unit_named(match[0]) is None:
                yield match[0]
