# ruff: noqa: E501 - patterns are kept by meaning, one line each
"""An event told as a property: "a changed recipe gets the status Draft" says what becomes of a recipe when it is changed.

Only where the sentence gives a new status is the participle the event before it; elsewhere ("released recipes can be
used") it says which things are meant.
"""

from __future__ import annotations

import re

from gampgen.domain.statement import Cause, DecisionRow, Effect, Statement
from gampgen.domain.verb import base_of, is_participle
from gampgen.techniques.lexicon import VERBS

_GIVES_STATUS = re.compile(
    r"^(?P<which>(?:an?|each|every|any|all|the)\s+)?(?:newly\s+)?(?P<done>\w+)\s+(?P<noun>(?:\w[\w-]*\s+){1,4}?)"
    r"(?P<what>(?:(?:shall|must|will)\s+)?(?:(?:automatically|then)\s+)?(?:gets?|receives?|obtains?|takes?(?: on)?|go(?:es)? (?:back )?to"
    r"|returns? to|reverts? to|changes? to|(?:(?:is|are|be) )?(?:given|assigned|set (?:back )?to|put (?:in|into)|moved to|reset to))\s+"
    r"(?:(?:the|a) )?(?:status|state)\b.+?)\.?$",
    re.IGNORECASE,
)
_MAKING = frozenset({"create", "copy", "import", "generate", "add", "receive", "register", "duplicate", "produce"})
_SOME = re.compile(r"^(?:an?|each|every|any|all)\s+$", re.IGNORECASE)


def with_event(statement: Statement) -> Statement:
    """A statement that gives a status to what something was done to, with the doing as its condition."""
    text = " ".join(statement.text.split())
    found = _GIVES_STATUS.match(text)
    if found is None or statement.causes or statement.permissions:
        return statement
    done, noun = found["done"].lower(), found["noun"].strip()
    verb = base_of(done, VERBS) if is_participle(done) else None
    plural = noun.endswith("s") and not noun.endswith("ss")
    if verb not in VERBS or not (plural or _SOME.match(found["which"] or "")):
        return statement
    cause = Cause(id="C1", variable=f"the {noun}", condition=f"{'are' if plural else 'is'} {done}")
    effect = Effect(id="E1", variable=f"the {noun}", condition=found["what"])
    cases = (True,) if verb in _MAKING else (True, False)  # without its making there is no thing to look at
    rows = tuple(DecisionRow(truths=(("C1", truth), ("E1", truth))) for truth in cases)
    return statement.model_copy(
        update={"causes": (cause,), "effects": (effect,), "decision_table": rows, "conditional": True}
    )


_UNDONE = re.compile(
    r"^(?P<noun>(?:an? |any |all |each |every )?[A-Za-z][\w -]{2,50}?)\s+(?:that (?:is|are) )?not\s+(?:yet\s+)?(?P<done>\w+)\s+(?P<time>(?:within|in)\s+\d[^,;]*?)"
    r"\s+(?P<what>(?:shall|must|will|is|are)\b.+?)\.?$",
    re.IGNORECASE,
)


def with_deadline(statement: Statement) -> Statement:
    """A statement about what was left undone in its time, with the doing as its condition: "alarms not acknowledged within 5 minutes"."""
    found = _UNDONE.match(" ".join(statement.text.split()))
    if found is None or statement.causes or not is_participle(found["done"].lower()):
        return statement
    noun = found["noun"]
    plural = noun.endswith("s") and not noun.endswith("ss")
    cause = Cause(id="C1", variable=noun, condition=f"{'are' if plural else 'is'} {found['done']} {found['time']}")
    effect = Effect(id="E1", variable=noun, condition=found["what"])
    rows = tuple(DecisionRow(truths=(("C1", truth), ("E1", not truth))) for truth in (True, False))
    return statement.model_copy(
        update={"causes": (cause,), "effects": (effect,), "decision_table": rows, "conditional": True}
    )
