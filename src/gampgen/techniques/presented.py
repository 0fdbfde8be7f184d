"""Things that are handed to a device which takes them or sorts them out: what a tester presents to it."""

from __future__ import annotations

import re

from gampgen.domain.clause import Clause, ClauseForm
from gampgen.domain.statement import Cause, Statement
from gampgen.techniques.clauses import clause
from gampgen.techniques.noun_words import is_goods
from gampgen.techniques.phrases import uncapitalised

_DETERMINER = re.compile(r"^(?:any|each|every|all|an?|the)\s+", re.IGNORECASE)
SORTING_OUT = frozenset(
    {"reject", "eject", "discard", "divert", "separate", "sort out", "remove", "push out", "blow out", "accept", "pass"}
)


def presented(statement: Statement, cause: Cause) -> str:
    """The thing of a cause that is presented to a device which sorts it out ("the carton"); "" where there is none."""
    words = f" {cause.words.lower()} "
    for effect in statement.effects:
        read = clause(effect.variable, effect.condition)
        noun = _bare(read.subject if read.form is ClauseForm.PASSIVE else read.object)
        if read.verb in SORTING_OUT and is_goods(noun) and f" {noun.lower()} " in words:
            return f"the {uncapitalised(noun)}"
    return ""


def with_one(statement: Statement, read: Clause) -> Clause:
    """An effect on one of the things that its conditions speak of: "reject any carton" is about one carton."""
    passive = read.form is ClauseForm.PASSIVE
    noun = read.subject if passive else read.object
    said = re.match(r"(?:any|each|every)\s+(?P<bare>.+)$", noun, re.IGNORECASE)
    if said is None or not any(f"the {said['bare']}".lower() in one.words.lower() for one in statement.causes):
        return read
    article = "an" if re.match(r"(?!u(?:ni|se))[aeiou]", said["bare"], re.IGNORECASE) else "a"
    return read.model_copy(update={"subject" if passive else "object": f"{article} {said['bare']}"})


def _bare(noun: str) -> str:
    return _DETERMINER.sub("", noun.strip())
