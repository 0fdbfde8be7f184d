# ruff: noqa: E501 - word lists are kept by meaning, one line each
"""What a named function is for: "provide a report builder", "configure workflows", "implement an interface".

Where a requirement names a thing to have instead of an action, the thing's head noun says what a tester looks at. The
words are the field's; a noun that is not listed leaves the function as it is.
"""

from __future__ import annotations

import re

from gampgen.domain.clause import ActionKind, Clause, ClauseForm

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
    nobody = not read.subject
    subject = read.subject or system
    if read.verb in BUILDING and read.object and (nobody or read.verb in _OFFERING):
        kind = function_kind(read.object)
        verb = "provide" if nobody else read.verb
        return read.model_copy(
            update={"subject": subject, "verb": verb, "further_verbs": (), "kind": kind or ActionKind.PROVIDE}
        )
    return read.model_copy(update={"subject": subject}) if nobody else read


_OFFERING = frozenset(
    {"provide", "support", "include", "offer", "have", "feature", "use", "deliver", "enable", "incorporate"}
)
