"""The words that open a condition, a reason or a purpose, by class.

Multi-word cues win over their parts ("as soon as" over "as", "only if" over "if"). Each class says how the main clause
depends on what follows: `unless` and `until` deny it, `only if` makes it the sole way.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from gampgen.domain.statement import CauseKind, EarsPattern


class Takes(Enum):
    """What may follow a cue: a clause with its own verb, a phrase, or either."""

    CLAUSE = "clause"
    PHRASE = "phrase"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class CueClass:
    """How one family of cues works. `denies`: the main clause holds where the condition does not."""

    kind: CauseKind
    takes: Takes
    ears: EarsPattern | None = None
    denies: bool = False


UNWANTED = CueClass(CauseKind.CONDITION, Takes.CLAUSE, EarsPattern.UNWANTED_BEHAVIOUR)
EVENT = CueClass(CauseKind.CONDITION, Takes.CLAUSE, EarsPattern.EVENT_DRIVEN)
STATE = CueClass(CauseKind.CONDITION, Takes.CLAUSE, EarsPattern.STATE_DRIVEN)
FEATURE = CueClass(CauseKind.CONDITION, Takes.CLAUSE, EarsPattern.OPTIONAL_FEATURE)
EXCEPTION = CueClass(CauseKind.CONDITION, Takes.CLAUSE, EarsPattern.UNWANTED_BEHAVIOUR, denies=True)
LIMIT = CueClass(CauseKind.CONDITION, Takes.EITHER, EarsPattern.STATE_DRIVEN, denies=True)
INCIDENT = CueClass(CauseKind.CONDITION, Takes.PHRASE, EarsPattern.UNWANTED_BEHAVIOUR)
TRIGGER = CueClass(CauseKind.CONDITION, Takes.EITHER, EarsPattern.EVENT_DRIVEN)
PERIOD = CueClass(CauseKind.CONDITION, Takes.PHRASE, EarsPattern.STATE_DRIVEN)
LACK = CueClass(CauseKind.CONDITION, Takes.PHRASE, EarsPattern.UNWANTED_BEHAVIOUR, denies=True)
EXCLUSION = CueClass(CauseKind.CONDITION, Takes.EITHER, EarsPattern.UNWANTED_BEHAVIOUR, denies=True)
IDLE = CueClass(CauseKind.CONDITION, Takes.PHRASE, EarsPattern.EVENT_DRIVEN)
REASON = CueClass(CauseKind.REASON, Takes.CLAUSE)
GROUND = CueClass(CauseKind.REASON, Takes.PHRASE)
PURPOSE = CueClass(CauseKind.PURPOSE, Takes.EITHER)

CUES: dict[CueClass | None, tuple[str, ...]] = {
    UNWANTED: (
        "if", "only if", "if and only if", "if , and only if ,",
        "if and when", "provided that", "provided", "providing that", "given that",
        "assuming that", "on condition that", "on the condition that", "under the condition that", "in case",
        "in case that", "in the case that", "in the case where", "in the case when", "in cases where", "in cases when",
        "in case where", "in the case", "in the event that", "in case when", "in the event when",
        "subject to the condition that", "in situations where", "in situations when",
        "in circumstances where", "under circumstances where", "under conditions where", "on the assumption that",
        "supposing that", "in such cases where",
    ),
    EVENT: ("when", "only when", "whenever", "once", "only once", "as soon as", "each time", "every time",
             "immediately when", "the next time", "the moment"),
    STATE: ("while", "whilst", "only while", "as long as", "only as long as", "so long as", "for as long as"),
    FEATURE: ("where", "wherever", "only where"),
    EXCEPTION: ("unless", "except if", "except when", "except where", "except in case", "except while",
                 "but not if", "but not when", "but not while", "other than when", "except in cases where"),
    LIMIT: ("until", "till", "up until"),
    INCIDENT: ("in case of", "in the case of", "only in case of", "only in the case of", "in cases of",
                "in the event of", "in event of", "in the presence of", "on receipt of", "in the case of any"),
    TRIGGER: ("upon", "after", "only after", "before", "prior to", "following", "immediately after", "not before",
               "immediately before", "on", "only on", "only upon", "only following"),
    PERIOD: ("during", "only during", "in the course of", "throughout"),
    LACK: ("without", "in the absence of"),
    EXCLUSION: ("except in case of", "except in the case of", "except in cases of", "except in the event of",
                 "except in event of", "except during", "except upon", "except after", "except before",
                 "except for",
                 "other than in case of", "other than in the case of", "other than in the event of",
                 "other than during", "but not during", "but not in case of", "but not in the event of",
                 "apart from", "save for", "save in case of", "save in the event of"),
    REASON: ("because", "since", "as a result of the fact that", "due to the fact that", "for the reason that",
              "inasmuch as", "in that", "given the fact that"),
    GROUND: ("because of", "due to", "owing to", "as a result of", "as a consequence of", "on account of",
              "thanks to", "in view of", "by virtue of", "resulting from", "caused by", "in consequence of"),
    PURPOSE: ("so that", "in order to", "in order that", "so as to", "for the purpose of", "for the purposes of",
               "with the aim of", "with a view to", "with the purpose of"),
    # Words that look like a cue and are none: concessions, questions, comparisons.
    None: ("even if", "even when", "even though", "as if", "as when", "than when", "than if", "whether or not",
           "regardless of whether", "rather than if",
           "regardless of when", "including when", "once again", "once more", "at once", "only once per", "once per",
           "more than once", "as follows", "such that", "day after", "ever since",
           "as well as if"),
}  # fmt: skip
