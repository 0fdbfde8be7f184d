# ruff: noqa: E501 - patterns are kept by meaning, one line each
"""What a thing must be like to be refused, as the conditions that it is: "reject any carton whose grade is below 1.5".

A relative clause behind the thing that somebody or something reacts to says when: "whose A … or whose B …" holds two
conditions, each of which decides. What is said of an entry (a length, a format) stays a limit of the entry.
"""

from __future__ import annotations

import re

from gampgen.domain.statement import Cause, DecisionRow, Effect, Statement
from gampgen.domain.verb import third_person
from gampgen.techniques.noun_words import is_goods
from gampgen.techniques.phrases import is_person, uncapitalised

_DEED = re.compile(
    r"^(?P<force>(?:shall|must|should|will)\s+)?(?:automatically\s+|always\s+)?"
    r"(?P<verb>reject|refuse|eject|discard|divert|remove|separate|sort out|push out|blow out|block|quarantine|flag|mark|stop|decline)(?:e?s)?\s+"
    r"(?P<noun>(?:(?:any|each|every|all|an?|the)\s+)?[\w /-]{2,50}?)\s+(?P<opens>whose|that|which)\s+(?P<said>[^;]+?)\.?$",
    re.IGNORECASE,
)
_SUFFERS = re.compile(
    r"^(?P<noun>(?:(?:any|each|every|all|an?|the)\s+)?[\w /-]{2,50}?)\s+(?P<opens>whose|that|which)\s+(?P<said>[^;]+?)\s+"
    r"(?:(?:shall|must|should|will)\s+(?:automatically\s+)?be|(?:are|is) to be)\s+[^;]+$",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|does|do|cannot|can|lies?|differs?|exceeds?|falls?|deviates?|weighs?|measures?|contains?|shows?|reads?|lacks?|carry|carries|bears?)\b",
    re.IGNORECASE,
)
_NEXT = re.compile(r",?\s+(?P<word>or|and)\s+(?:(?P<opens>whose|that|which)\s+)?", re.IGNORECASE)
_BRACKET = re.compile(r"\s*\([^()]*\)")
_ENTERED = re.compile(
    r"\b(?:entry|entries|inputs?|values?|passwords?|characters?|digits?|length|format|fields?|text)\b", re.IGNORECASE
)
_NOT = (
    (re.compile(r"^(is|are|was|were|has|have|can) not\b", re.IGNORECASE), r"\1"),
    (re.compile(r"^cannot\b", re.IGNORECASE), "can"),
    (re.compile(r"^(?:has|have) no\b", re.IGNORECASE), "has a"),
    (re.compile(r"^lacks?\b", re.IGNORECASE), "has"),
)
_DOES_NOT = re.compile(r"^(?P<do>does|do) not (?P<verb>\w+)\b", re.IGNORECASE)
_Said = tuple[str, str, bool]


def with_whose(statement: Statement) -> Statement:
    """A statement that reacts to a thing by what a relative clause says of it, with conditions and effect of their own."""
    if statement.permissions or statement.negated:
        return statement
    if statement.causes or statement.effects:
        return _passive(statement) if len(statement.causes) == len(statement.effects) == 1 else statement
    found = _DEED.match(_as_clause(" ".join(statement.action.split())))
    if found is None or is_person(found["noun"]) or _ENTERED.search(f"{found['noun']} {found['said']}"):
        return statement
    if found["opens"].lower() != "whose" and not is_goods(found["noun"]):
        return statement
    deed = f"{found['force'] or 'shall '}{found[0][found.start('verb') : found.end('noun')]}"
    effect = Effect(id="E1", variable=statement.actor, condition=deed)
    return _with(statement, _conditions(found["noun"], found["opens"], found["said"]), effect)


def _as_clause(action: str) -> str:
    """A property behind "with" as the relative clause that it stands for: "with a weight above 255 mg" is one of weight."""
    found = _WITH.match(action)
    if found is None or not is_goods(found["before"]):
        return action
    return f"{found['before']} whose {found['what']} is {found['how']}"


_WITH = re.compile(
    r"^(?P<before>.+?)\s+with\s+(?:an?\s+|the\s+)?(?P<what>[\w -]{2,40}?)\s+(?:of\s+)?(?P<how>(?:outside|above|below|over|under|less than|more than|greater than|smaller than|lower than|higher than|[<>≤≥])\s.*\d.*)$",
    re.IGNORECASE,
)


def _passive(statement: Statement) -> Statement:
    """The same told from the thing: "cartons whose grade is below 1.5 or whose content differs shall be rejected"."""
    found = _SUFFERS.match(" ".join(statement.text.split()).rstrip("."))
    effect = statement.effects[0]
    if found is None or _ENTERED.search(f"{found['noun']} {found['said']}") or found["noun"] != effect.variable:
        return statement
    if found["opens"].lower() != "whose" and not is_goods(found["noun"]):
        return statement
    return _with(statement, _conditions(found["noun"], found["opens"], found["said"]), effect)


def _with(statement: Statement, read: tuple[list[_Said], bool] | None, effect: Effect) -> Statement:
    if read is None:
        return statement
    conditions, alternatives = read
    causes = tuple(
        Cause(id=f"C{at}", variable=who, condition=how) for at, (who, how, _) in enumerate(conditions, start=1)
    )
    rows = _rows([(f"C{at}", holds) for at, (_, _, holds) in enumerate(conditions, start=1)], alternatives=alternatives)
    return statement.model_copy(
        update={"causes": causes, "effects": (effect,), "decision_table": rows, "conditional": True}
    )


def _conditions(noun: str, opens: str, said: str) -> tuple[list[_Said], bool] | None:
    """The conditions of a relative clause and whether one of them is enough; None where they cannot be told apart."""
    pieces: list[list[str]] = [[opens.lower(), ""]]
    words: set[str] = set()
    rest = _BRACKET.sub("", said)
    at = 0
    for joint in _NEXT.finditer(rest):
        following = rest[joint.end() :]
        own = joint["opens"] or ("same" if _goes_on(pieces[-1][0], following) else "")
        if not own:
            continue
        pieces[-1][1] = rest[at : joint.start()]
        pieces.append([pieces[-1][0] if own == "same" else own.lower(), ""])
        words.add(joint["word"].lower())
        at = joint.end()
    pieces[-1][1] = rest[at:]
    made = [_condition(noun, how, text.strip(" ,")) for how, text in pieces]
    if len(words) > 1 or any(one is None for one in made):
        return None
    return [one for one in made if one is not None], words != {"and"}


def _goes_on(opens: str, following: str) -> bool:
    """Whether what follows a conjunction is a further condition of its own: with its verb ahead, or (of "whose") a noun and its verb."""
    verb = _FINITE.search(following)
    joint = _NEXT.search(following)
    if verb is None or (joint is not None and joint.start() < verb.start()):
        return False
    return verb.start() == 0 if opens != "whose" else verb.start() > 0


def _condition(noun: str, opens: str, text: str) -> _Said | None:
    verb = _FINITE.search(text)
    if verb is None or (opens == "whose") is (verb.start() == 0):
        return None
    thing = _definite(noun)
    who = f"the {text[: verb.start()].strip()} of {thing}" if opens == "whose" else thing
    how, holds = _stated_positively(text[verb.start() :])
    if weighs := _WEIGHS.match(how):
        return f"the weight of {who}", f"is {how[weighs.end() :]}", holds
    return who, how, holds


_WEIGHS = re.compile(r"^weighs?\s+(?=(?:less|more|under|over|at|below|above|between|not|[<>≤≥\d]))", re.IGNORECASE)


def _definite(noun: str) -> str:
    bare = re.sub(r"^(?:any|each|every|all|an?|the)\s+", "", noun, flags=re.IGNORECASE)
    return f"the {uncapitalised(bare)}"


def _stated_positively(predicate: str) -> tuple[str, bool]:
    """A predicate without its negation, and whether it has to hold for the condition."""
    if found := _DOES_NOT.match(predicate):
        verb = third_person(found["verb"]) if found["do"].lower() == "does" else found["verb"]
        return f"{verb}{predicate[found.end() :]}", False
    for pattern, positive in _NOT:
        if pattern.match(predicate):
            return pattern.sub(positive, predicate), False
    return predicate, True


def _rows(conditions: list[tuple[str, bool]], *, alternatives: bool) -> tuple[DecisionRow, ...]:
    """The smallest table in which each condition decides: alternatives one by one, joint ones each left out once."""
    usual = not alternatives
    rows = [(*_truths(conditions, None, usual=usual), ("E1", usual))]
    rows += [(*_truths(conditions, at, usual=usual), ("E1", not usual)) for at in range(len(conditions))]
    return tuple(DecisionRow(truths=row) for row in rows)


def _truths(conditions: list[tuple[str, bool]], other: int | None, *, usual: bool) -> tuple[tuple[str, bool], ...]:
    """The truth of each condition where all are as usual but one."""
    return tuple((name, holds is (usual is (at != other))) for at, (name, holds) in enumerate(conditions))
