"""Nouns by what they name: people, systems, documents. They tell a demand on a system from a remark on a document."""

from __future__ import annotations

from gampgen.parsing.clauses.tagging import Tagged
from gampgen.parsing.clauses.word_class import Tag

_PEOPLE_WORDS = """
administrator analyst approver author auditor chemist engineer inspector manager operator owner pharmacist planner
releaser reviewer supervisor technician tester trainer trainee guest viewer verifier scientist clerk director doctor
nurse investigator monitor sponsor physician programmer developer signatory signer originator requester requestor
coordinator officer specialist expert lead leader assistant admin superuser witness librarian contractor visitor
microbiologist dispenser sampler qa qc qp assurance
"""
_ANYBODY_WORDS = "user person personnel staff employee individual people member nobody anyone everyone role group"
_SYSTEM_WORDS = """
system application software solution platform server client interface module component device equipment instrument
database tool program product machine controller unit plant function package portal website
"""
_DOCUMENT_WORDS = """
section document chapter specification srs urs appendix annex figure table purpose objective goal aim diagram
requirement scope paragraph page subsection definition glossary introduction
"""

_EQUIPMENT_WORDS = """
pump valve motor agitator stirrer heater heating cooling cooler chiller fan blower compressor conveyor door lid
interlock alarm horn lamp light beacon buzzer printer scale balance sensor probe analyser analyzer plc scada hmi mes
lims ems dcs autoclave steriliser sterilizer freezer refrigerator fridge incubator oven isolator reactor vessel tank
line dosing feed mixer centrifuge filter lyophiliser mill press robot gate shutter screen display session account
channel supply
"""

PEOPLE = frozenset(_PEOPLE_WORDS.split())
ANYBODY = frozenset(_ANYBODY_WORDS.split())
SYSTEMS = frozenset(_SYSTEM_WORDS.split())
EQUIPMENT = frozenset(_EQUIPMENT_WORDS.split())
DOCUMENTS = frozenset(_DOCUMENT_WORDS.split())


def singular(word: str) -> str:
    """The word without a plural -s: "users" → "user"."""
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def head_noun(sentence: Tagged, first: int, last: int) -> str:
    """The noun that a noun phrase is about, in the singular: "the users of the archive" → "user"; "" where empty."""
    inside = {Tag.PREPOSITION, Tag.RELATIVE, Tag.PARTICIPLE}
    end = next((i for i in range(first, last) if sentence.tags[i] in inside), last)
    while end > first and sentence.tags[end - 1] in {Tag.ADVERB, Tag.MARK}:
        end -= 1
    return singular(sentence.low(end - 1)) if end > first else ""
