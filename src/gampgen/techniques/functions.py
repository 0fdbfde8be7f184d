# ruff: noqa: E501 - word lists are kept by meaning, one line each
"""What a named function is for: "provide a report builder", "configure workflows", "implement an interface".

Where a requirement names a thing to have instead of an action, the thing's head noun says what a tester looks at. The
words are the field's; a noun that is not listed leaves the function as it is.
"""

from __future__ import annotations

import re

from gampgen.domain.clause import ActionKind, Clause, ClauseForm
from gampgen.domain.verb import base_of
from gampgen.techniques.clauses import clause
from gampgen.techniques.lexicon import VERBS
from gampgen.techniques.verb_words import ACTS

BUILDING = frozenset(
    {
        "configure", "implement", "develop", "setup", "set up", "design", "build", "create", "establish", "provide",
        "deliver", "enable", "support", "customise", "customize", "install", "deploy", "employ", "use", "utilise",
        "utilize", "include", "offer", "have", "feature", "introduce", "add", "incorporate", "facilitate", "ensure",
    }
)  # fmt: skip
_NOUNS: tuple[tuple[ActionKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"\b(?:{words})$", re.IGNORECASE))
    for kind, words in (
        (ActionKind.OUTPUT, r"reports?|reporting|report builder|certificates?|exports?|printouts?|labels?|documents?"),
        (ActionKind.TRANSFER, r"interfaces?|integrations?|data exchange|data transfers?|connections?|imports?|connectors?|synchroni[sz]ation"),
        (ActionKind.NOTIFY, r"notifications?|reminders?|e-?mails?|messages?|alerting|escalations?"),
        (ActionKind.ALARM, r"alarms?|alerts?|alarm management"),
        (ActionKind.DISPLAY, r"dashboards?|views?|screens?|trends?|charts?|displays?|overviews?|visuali[sz]ations?|graphs?|mimics?|indicators?"),
        (ActionKind.SEARCH, r"search(?:es)?|search functions?|filters?|quer(?:y|ies)|look-?ups?"),
        (ActionKind.CALCULATE, r"calculations?|algorithms?|models?|models|formulas?|statistics|forecasts?|forecasting|analytics|analysis|analyses|optimi[sz]ation"),
        (ActionKind.CHECK, r"validations?|validation rules?|plausibility checks?|checks?|verification|rules?|limits? checks?"),
        (ActionKind.RECORD, r"logs?|logging|registers?|histor(?:y|ies)|traceability|genealogy|tracking|data collection|data capture|records?"),
        (ActionKind.RESTORE, r"back-?ups?|recovery|restore|disaster recovery procedures?"),
        (ActionKind.RETAIN, r"archives?|archiving|archival|retention(?: policies)?|retention policy"),
        (ActionKind.PROTECT, r"encryption|data protection"),
        (ActionKind.AUTHENTICATE, r"authentication|log-?in|single sign-?on|access controls?"),
        (ActionKind.MONITOR, r"monitoring|measurements?|sensors?"),
        (ActionKind.CHANGE, r"workflows?|management|control|handling|processing|administration|scheduling|planning|procedures?|processes|lifecycles?"),
        (ActionKind.CONFIGURE, r"settings?|parameters?|templates?|master data|profiles?|roles?|configurations?"),
    )
)  # fmt: skip
_RESULT_OF = frozenset({ActionKind.CALCULATE})


def function_kind(noun: str) -> ActionKind | None:
    """What a function is for, by its head noun; None where the noun does not say."""
    head = re.split(r"\s+(?:of|for|with|to|from|in|on|by|that|which|using|per|based)\s+|[(,:]", noun.strip())[0].strip()
    if re.search(r"\band\b", head):
        return None  # two things: their kinds differ
    return next((kind for kind, pattern in _NOUNS if pattern.search(head)), None)


def as_function(read: Clause, system: str = "the system") -> Clause:
    """A clause that names a thing to have, as a clause that says what the thing is for.

    "Configure change control workflows" and "the system shall provide change control workflows" are the same demand:
    the system provides them. Other clauses are returned as they are; an imperative without an actor is the system's.
    """
    if read.form is not ClauseForm.ACTIVE or read.ability or read.by_person:
        return read
    if (act := _activity(read)) is not None:
        return act
    nobody = not read.subject
    subject = read.subject or system
    if read.verb in BUILDING and read.object and (nobody or read.verb in _OFFERING):
        kind = function_kind(read.object)
        verb = "provide" if nobody else read.verb
        return read.model_copy(
            update={"subject": subject, "verb": verb, "further_verbs": (), "kind": kind or ActionKind.PROVIDE}
        )
    return read.model_copy(update={"subject": subject}) if nobody else read


_ENABLING = frozenset(
    {"support", "enable", "allow", "permit", "facilitate", "provide", "offer", "provide for", "allow for"}
)
_ACT = re.compile(r"^(?:for\s+)?(?:the\s+|an?\s+)?(?P<act>[a-z]+)\s+of\s+(?P<what>[^,;]+)$", re.IGNORECASE)
_NAMED = ACTS | {
    "recording": "record", "comparison": "compare", "calibration": "calibrate", "registration": "register", "entry": "enter",
    "definition": "define", "assignment": "assign", "transfer": "transfer", "adjustment": "adjust", "calculation": "calculate",
    "selection": "select", "display": "display", "generation": "generate", "classification": "classify", "removal": "remove",
    "duplication": "duplicate", "attachment": "attach", "identification": "identify", "sorting": "sort", "filtering": "filter",
}  # fmt: skip


def _activity(read: Clause) -> Clause | None:
    """As in "support the recording of deviations", "enable the comparison of two batches": the act itself, by its verb."""
    found = _ACT.match(f"{read.object} {read.rest}".strip()) if read.verb in _ENABLING and not read.negated else None
    word = found["act"].lower() if found else ""
    verb = _NAMED.get(word) or (base_of(word, VERBS) if word.endswith("ing") else None)
    if found is None or verb is None or not (word in _NAMED or verb in VERBS):
        return None
    act = clause("", f"shall {verb} {found['what']}")
    kind = ActionKind.DISPLAY if verb == "compare" else act.kind  # two things side by side, no check of entries
    return act.model_copy(update={"ability": True, "kind": kind, "quote": read.quote})


_OFFERING = frozenset(
    {"provide", "support", "include", "offer", "have", "feature", "use", "deliver", "enable", "incorporate"}
)
