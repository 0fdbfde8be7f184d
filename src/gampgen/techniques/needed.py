"""What an act needs beside it: "closing an order requires an electronic signature" demands the signature of the act.

The act is no condition under which somebody requires something, and its absence leads to nothing that could be looked
for: the demand is on the act, and the techniques of what is required (signature, comment, second person) cover it.
"""

from __future__ import annotations

import re

from gampgen.domain.statement import Statement
from gampgen.techniques.verb_words import ACTS

_NEEDS = re.compile(
    r"^(?:(?:shall|must|should|will)\s+)?(?:always\s+|also\s+|only\s+)?(?P<verb>requires?|needs?|demands?|necessitates?)\s"
    r"(?!to\b)",
    re.IGNORECASE,
)
_ADVERB = re.compile(r"\s+(?:always|also|only|further)$", re.IGNORECASE)
_ACT = re.compile(r"^(?!during\b)[a-z-]{2,}ing\b", re.IGNORECASE)


def with_needs(statement: Statement) -> Statement:
    """A statement whose one condition is an act and whose one effect is what the act requires, as the demand it is."""
    if len(statement.causes) != 1 or len(statement.effects) != 1:
        return statement
    act, effect = statement.causes[0], statement.effects[0]
    if act.variable or effect.variable or not _ACT.match(act.condition) or not _NEEDS.match(effect.condition):
        return statement
    done = _ADVERB.sub("", act.condition)
    needs = _NEEDS.sub("requires ", effect.condition)
    told = statement.model_copy(
        update={
            "causes": (), "effects": (), "decision_table": (), "conditional": False, "actor": done, "action": needs,
        }
    )  # fmt: skip
    alone = " ".join(statement.text.split()).rstrip(" .") == f"{act.condition} {effect.condition}".rstrip(" .")
    if not alone:  # another demand stands beside it in the same text
        return told
    return told.model_copy(update={"text": f"{done} {needs}.", "passage": statement.passage or statement.text})


def is_act_name(noun: str) -> bool:
    """Whether a noun phrase is an act by its name: "closing an order", "the approval of a method"."""
    return bool(_ACT.match(noun) or _ACT_NOUN.match(noun))


_ACT_NOUN = re.compile(rf"^(?:the |an? |each |every |any )?(?:{'|'.join(ACTS)}|change|deletion)s?\b", re.IGNORECASE)
