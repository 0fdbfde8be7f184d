"""Rules for properties of the delivery, of the settings, and of long routine use."""

from __future__ import annotations

import re

from gampgen.domain.risk import DispositionKind
from gampgen.planning import property_words as v
from gampgen.planning.actors import heads_in
from gampgen.planning.clause import Clause
from gampgen.planning.duty_words import SYSTEM_CUE
from gampgen.planning.verdict import Verdict, verdict


def installation(clause: Clause) -> Verdict | None:
    """DS12: hardware, utilities, installation environment, versions."""
    words = clause.predicate
    if clause.permissive or SYSTEM_CUE.search(words):
        return None
    static = v.STATIC.match(words)
    built = v.BUILT_STATE.match(words) and heads_in(clause, v.BUILT_HEADS)
    utility = v.UTILITY.search(clause.subject) and v.UTILITY_STATE.match(words)
    version = heads_in(clause, v.VERSION_HEADS) and v.VERSION_STATE.match(words)
    equipped = static and (
        v.UNMISTAKABLE_HARDWARE.search(words)
        or ((heads_in(clause, v.HARDWARE_HEADS) or not clause.subject) and v.HARDWARE_OBJECT.search(words))
    )
    named = heads_in(clause, v.SOFTWARE_HEADS) and v.NAMED_PRODUCT.match(words)
    platform = heads_in(clause, v.HARDWARE_HEADS) and v.PLATFORM.match(words)
    row = not clause.has_modal and (_UTILITY_ROW.match(clause.text) or v.CONSTRUCTION_ROW.match(clause.text))
    like = v.CONSTRUCTION_SUBJECT.match(clause.subject.strip()) and v.CONSTRUCTION_STATE.match(words)
    placed = v.INSTALLED.match(words) or (v.SPECIFIED_HARDWARE.match(words) and v.HARDWARE_OBJECT.search(words))
    if not (built or utility or version or named or platform or row or like) and (
        not (equipped or placed) or v.BEHAVIOUR_CUE.search(words)
    ):
        return None
    meaning = "is a property of the delivery or of the place of installation, checked at installation"
    return verdict(DispositionKind.IQ, "DS12", clause, meaning)


_UTILITY_ROW = re.compile(rf"(?:{v.UTILITY.pattern})\s*:\s*\d", re.IGNORECASE)


def operating_value(clause: Clause) -> Verdict | None:
    """DS19: a named value of operation with its limit ("Weighing accuracy: ± 0.1 kg")."""
    found = None if clause.has_modal else v.NAMED_VALUE.match(clause.text)
    if found is None or not v.OPERATING.search(found["name"]) or v.UNMISTAKABLE_HARDWARE.search(clause.text):
        return None
    meaning = "names a value of operation and its limit, which is measured or provoked on the running system"
    return verdict(DispositionKind.OQ, "DS19", clause, meaning)


def setting(clause: Clause) -> Verdict | None:
    """DS13: a setting that has to be so, at all times and without a trigger."""
    if clause.lead_in or clause.permissive or v.TRIGGER.search(clause.predicate):
        return None
    if any(head in v.EFFECT_HEADS for head in clause.heads):
        return None
    fixed = v.SETTING_SUBJECT.search(clause.subject) and v.FIXED.match(clause.predicate)
    named = v.SETTING_OBJECT.search(clause.predicate) or v.SETTINGS_NOUN.search(clause.subject)
    configured = v.CONFIGURED_WITH.match(clause.predicate) and named
    if not (fixed or configured):
        return None
    meaning = "fixes a setting; it is compared with the configuration record, there is no behaviour to provoke"
    return verdict(DispositionKind.CONFIGURATION_CHECK, "DS13", clause, meaning)


def performance(clause: Clause) -> Verdict | None:
    """DS14: what only a long time of routine use can show."""
    if not v.MEASURE.search(clause.text):
        return None
    long_use = v.ROUTINE.search(clause.text) and v.ACHIEVE.search(clause.text)
    per_period = v.PER_PERIOD.search(clause.predicate) and v.LOAD.match(clause.predicate)
    if not ((long_use and not v.PERIOD_OF_DATA.search(clause.text)) or (per_period and v.OUTPUT.search(clause.text))):
        return None
    meaning = "can only be shown over time under routine conditions, in the PQ"
    return verdict(DispositionKind.PQ, "DS14", clause, meaning)
