# ruff: noqa: E501 - patterns are kept by meaning, one line each
"""Demands in the present tense, put as demands: "the report is printed and contains …" is "… shall be printed and shall contain …".

Whole requirement documents are written so. Only sentences in which nothing hangs on a condition are put so; the words of
the document stay beside the restated ones, and every step quotes those.
"""

from __future__ import annotations

import re

from gampgen.domain.clause import ActionKind
from gampgen.domain.statement import Statement
from gampgen.domain.verb import base_of, is_participle
from gampgen.techniques.lexicon import VERBS, kind_of
from gampgen.techniques.phrases import particle_of

_FORCE = re.compile(
    r"\b(?:shall|must|should|will|may|can|cannot|would|could|(?:is|are|has|have|needs?) to|was|were|been|being)\b",
    re.IGNORECASE,
)
_MAIN = re.compile(
    r"^(?P<who>(?!(?:there|it|this|these|that|those|if|when|while|after|before|once|unless|until|where|in|on|at|for|as|by|to)\b)"
    r"(?:[^\s,;:.()]+\s+){1,9}?)(?P<be>is|are)\s+(?P<adverb>(?:\w+ly\s+)?)(?P<participle>[a-z][\w-]+)(?P<rest>(?:\s.*)?)$",
    re.IGNORECASE | re.DOTALL,
)
# "recipes that are not released are not shown": what becomes of one kind of thing
_BARRED = re.compile(
    r"^(?P<who>(?!(?:there|it|this|these|if|when|while)\b)(?:[\w-]+ ){1,4}(?:that|which|who) (?:is|are|has been|have been) (?:not )?[\w-]+)"
    r" (?:is|are) not (?P<what>[\w-]+(?:ed|wn|en|able|ible)\b.*)$",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\b(?:that|which|who|whose|whether|how|what)\b", re.IGNORECASE)
_AND_BE = re.compile(r"(,?\s+and\s+)(?:is|are)\s+(?=\w)")
_AND_DOES = re.compile(r"(,?\s+and\s+)(?P<verb>[a-z]+s)\s+(?=\w)")
_OCCASION = re.compile(
    r"\b(?:currently|existing|present(?:ly)?|today|at the moment|so far|described|listed|defined|specified|given|mentioned"
    r"|located|situated|intended|known|called|named|planned|foreseen|divided|based)\b",
    re.IGNORECASE,
)
_PROPERTIES = frozenset(
    {"possible", "available", "visible", "mandatory", "accessible", "readable", "editable", "read-only", "retrievable"}
)
_PLAIN = frozenset({ActionKind.OTHER, ActionKind.STATE})


def told_as_demand(text: str) -> str | None:
    """A sentence in the present tense with "shall" as its force; None where it has a force, or tells no act of a system.

    Args:
        text: one sentence, white space folded.
    """
    if _FORCE.search(text):
        return None
    found = _MAIN.match(text.rstrip())
    if found is None or _RELATIVE.search(found["who"]):
        barred = _BARRED.match(text.rstrip())
        return f"{barred['who']} shall not be {barred['what']}" if barred else _active_demand(text.rstrip())
    if _OCCASION.match(found["participle"]):
        return None
    participle = found["participle"].lower().strip(",")
    particle = particle_of(base_of(participle) or "", found["rest"].split())
    verb = f"{base_of(participle)} {particle}" if particle else base_of(participle, VERBS)
    if participle in _PROPERTIES:
        alone = _further(found["rest"]) == found["rest"]  # "available as PDF and contains …" is read as one report
        return f"{found['who']}shall be {found['adverb']}{found['participle']}{found['rest']}" if alone else None
    if not is_participle(participle) or verb is None or kind_of(verb, found["who"]) in _PLAIN:
        return None
    return f"{found['who']}shall be {found['adverb']}{found['participle']}{_further(found['rest'])}"


def _active_demand(text: str) -> str | None:
    """As for “a batch number consists of …”: the first word that can only be the verb of a subject in the singular."""
    words = text.split()
    if words[0].lower() not in _SINGULAR or _RELATIVE.search(" ".join(words[:_LONGEST])):
        return None
    for at in range(2, min(len(words) - 1, _LONGEST)):
        word, after = words[at], words[at + 1].lower()
        if words[at - 1][-1:] in ",;:" or word in {"and", "or"}:
            return None
        sure = word in _ONLY_VERBS
        known = base_of(word, VERBS) if word.islower() and word.endswith("s") and not word.endswith("ss") else None
        base = base_of(word) if sure else known
        if base is None or base == word or not (after in _BEFORE_OBJECT or sure):
            continue
        return f"{' '.join(words[:at])} shall {base} {_further(' ' + ' '.join(words[at + 1 :])).strip()}"
    return None


_SINGULAR = frozenset({"the", "a", "an", "each", "every"})
_BEFORE_OBJECT = frozenset({"the", "a", "an", "all", "each", "every", "its", "their", "any", "no", "at", "only"})
# no noun ends so: whatever follows, these are verbs
_ONLY_VERBS = frozenset(
    {"consists", "contains", "includes", "comprises", "provides", "stores", "keeps", "shows", "holds"}
)
_LONGEST = 10


def _further(rest: str) -> str:
    """What follows, up to the first clause of its own, with each further predicate under the same force."""
    cut = _OWN_CLAUSE.search(rest)
    head, tail = (rest[: cut.start()], rest[cut.start() :]) if cut else (rest, "")
    head = _AND_BE.sub(r"\1shall be ", head)
    return _AND_DOES.sub(_forced, head) + tail


def _forced(found: re.Match[str]) -> str:
    verb = base_of(found["verb"], VERBS)
    known = verb is not None and verb != found["verb"]
    return f"{found[1]}shall {verb} " if known else found[0]


_OWN_CLAUSE = re.compile(r"\b(?:if|when|while|unless|until|that|which|who|where|so that|because)\b|[;:]", re.IGNORECASE)


def as_told(statement: Statement) -> Statement:
    """The statement with its force said, where it stands in the present tense and nothing in it hangs on a condition."""
    text = " ".join(statement.text.split())
    hangs = statement.causes or statement.effects
    said = None if hangs or _SEVERAL.search(text) else told_as_demand(text)
    if said is None:
        return statement
    who, _, what = said.partition(" shall ")
    return statement.model_copy(update={"text": said, "passage": text, "actor": who, "action": f"shall {what}"})


_SEVERAL = re.compile(r";\s|[.]\s+[A-Z]")


def quoting(part: Statement, whole: Statement) -> Statement:
    """A part of a restated statement with the document's own words as its passage."""
    return part if part.passage and part.passage in whole.text else part.model_copy(update={"passage": whole.text})
