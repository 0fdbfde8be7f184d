# ruff: noqa: E501 - patterns are kept by meaning, one line each
"""Several obligations in one statement, taken apart so that each gets its tests.

A requirement such as "Only X shall release …; every release shall be recorded …" demands two things. Each part keeps
what the reading found in its own words; nothing is read anew.
"""

from __future__ import annotations

import re

from gampgen.domain.statement import Cause, Effect, Permission, Statement
from gampgen.domain.verb import base_of
from gampgen.techniques.excerpt import consistent, depends, kept_of, projected
from gampgen.techniques.implied import at_level
from gampgen.techniques.joined import Joined, joined_predicates
from gampgen.techniques.leading import with_lead
from gampgen.techniques.lexicon import VERBS
from gampgen.techniques.matter import tells_demand
from gampgen.techniques.otherwise import aligned
from gampgen.techniques.own_conditions import with_own_conditions
from gampgen.techniques.phrases import is_person
from gampgen.techniques.scope import apart_by_scope

_BREAK = re.compile(r"(?<=[\w)”\"%])\s*;\s+(?!(?:and )?then\b)|(?<=[\w)”\"%])\.\s+(?=[A-Z])")
# a full stop is missing: a capitalised determiner in mid-sentence begins a new obligation
_RUN_ON = re.compile(r"(?<=[a-z0-9)])\s+(?=(?:A|An|The|All|Each|Every|No|If|When|Users?|This)\s+[\w/-])")
# "… shall be synchronised and changes of it shall be logged": a second subject with its own force
_SECOND_SUBJECT = re.compile(r",?\s+(?:and|but)\s+(?=(?:[\w-]+\s+){1,7}?(?:shall|must|(?:can|may) only|cannot)\s)")
# "… shall be synchronised and must not deviate by more than 2 s": one subject, each force a demand of its own
_SAME_SUBJECT = re.compile(r",?\s+(?:and|but)\s+(?=(?:shall|must)\s)")
_NO_SUBJECT = re.compile(r"^(?:shall|must)\s", re.IGNORECASE)
_FORCE = re.compile(
    r"^(?P<who>.{2,}?)(?<!that)(?<!which)(?<!who)\s+(?P<what>(?:shall|must|should|will|may|cannot|can)\b.+)$",
    re.IGNORECASE | re.DOTALL,
)
_PRONOUN = re.compile(r"^(?:it|they|this|these|that|which|he|she)$", re.IGNORECASE)
_CONDITION_FIRST = re.compile(r"^(?:if|when|while|where|once|after|before|unless|upon|during|in case)\b", re.IGNORECASE)


def obligations(statement: Statement) -> tuple[Statement, ...]:
    """The statement itself, or its parts where more than one of them demands something.

    A decision table goes to the part that holds its causes and effects; where each part has causes and effects of its
    own, the table is projected on them. Nothing is split where a cause and its effect stand in different parts.
    """
    if "[" in statement.text and (chosen := _options(statement)):
        return chosen
    if guarded := with_own_conditions(statement):
        return guarded
    if scoped := apart_by_scope(statement):
        return tuple(part for one in scoped for part in obligations(one))
    for joined in (True, False):
        pieces = _demanding(statement, joined=joined)
        if not pieces or (len(pieces) == 1 and pieces[0].said == " ".join(statement.text.split())):
            continue
        if len(pieces) == 1 and _within(statement.action, pieces[0].said):
            continue
        if parts := _parts(statement, pieces):
            return parts
    return (statement,)


def _parts(statement: Statement, pieces: list[Joined]) -> tuple[Statement, ...]:
    """One statement per piece; none where a cause and its effect would stand in different parts."""
    parts: list[Statement] = []
    before, dropped = "", 0
    trailing = not any(_CONDITION_FIRST.match(one.said) for one in pieces)
    for piece in pieces:
        part = _part(statement, piece, lead=not parts, before=before)
        if trailing or part.permissions or not any(one.causes for one in parts):
            dropped += len(part.effects) if _stands(part) else 0
            part = _standing(part)
        parts.append(part)
        own = None if piece.force or _NO_SUBJECT.match(piece.said) else _FORCE.match(piece.said)
        before = own["who"] if own and not _PRONOUN.match(own["who"]) else before or statement.actor
    dropped += _of_people(statement, pieces)
    kept = sum(len(part.causes) + len(part.effects) for part in parts) + dropped
    complete = kept == len(statement.causes) + len(statement.effects)
    sound = all(bool(part.causes) == bool(part.effects) and consistent(part) for part in parts if part.causes)
    sound = sound and not any(part.effects and not part.causes and depends(part, statement) for part in parts)
    return with_lead(parts) if complete and sound else ()


def _of_people(statement: Statement, pieces: list[Joined]) -> int:
    """How many causes and effects stand in what only tells what people do, beside the demands."""
    told = [one for one in _pieces(statement.text) if _procedure(statement, one)]
    said: tuple[Cause | Effect, ...] = (*statement.causes, *statement.effects)
    return sum(
        any(_says(one, piece) for piece in told) and not any(_says(one, piece.said) for piece in pieces) for one in said
    )


def _procedure(statement: Statement, piece: str) -> bool:
    """Whether a piece in the indicative tells what people do: "before the start the operator performs the test"."""
    effects = [one for one in statement.effects if _says(one, piece)]
    return bool(effects) and not _demands(piece) and all(is_person(one.variable) for one in effects)


def _aside(statement: Statement, piece: str) -> bool:
    return bool(_OCCASION.search(piece)) or _procedure(statement, piece)


def _stands(part: Statement) -> bool:
    """Whether a part holds at any time, whatever a neighbour depends on: who alone may do something, what goes on always."""
    exclusive = any(one.exclusive for one in part.permissions) and bool(_ONLY.search(part.text))
    forbids = part.negated and bool(_FORBIDDING.search(part.text))
    return not part.causes and (exclusive or forbids or bool(_ALWAYS.search(part.text)))


def _standing(part: Statement) -> Statement:
    return part.model_copy(update={"effects": (), "decision_table": ()}) if _stands(part) else part


_FORBIDDING = re.compile(r"\b(?:shall|must) (?:not|never)\b", re.IGNORECASE)
_ALWAYS = re.compile(
    r"\b(?:continuously|permanently|constantly|at all times|at any time|every \d+ \w+)\b", re.IGNORECASE
)
_ONLY = re.compile(r"\b(?:may|can|shall|must) only\b", re.IGNORECASE)


def _demanding(statement: Statement, *, joined: bool) -> list[Joined]:
    """The pieces that demand something; beside a single one, what the reading took for the main clause, too.

    `joined`: predicates that share a subject are pieces of their own.

    "A sample has the states …. Approved samples shall not be edited." says two things; that the present system is slow
    is no more than the occasion of a demand.
    """
    pieces = _pieces(statement.text)
    found = [piece for piece in pieces if _demands(piece) or _reacts(statement, piece) or tells_demand(piece)]
    if len(found) == 1 and len(pieces) > 1 and not _within(statement.action, found[0]):
        said = [one for one in pieces if _within(statement.action, one) and not _aside(statement, one)]
        found = [*said, *found] if pieces.index(found[0]) > 0 else [*found, *said]
    cut = joined_predicates if joined else lambda piece: (Joined(piece),)
    return [one for piece in found for one in cut(piece)]


def is_demand(statement: Statement) -> bool:
    """Whether a sentence read by itself demands something: by its force, or as a reaction in the indicative."""
    said = " ".join(statement.text.split())
    return _demands(said) or _reacts(statement, said) or tells_demand(said) or at_level(statement)


_OCCASION = re.compile(
    r"\b(?:currently|current|existing|present(?:ly)?|today|at the moment|so far|until now)\b", re.IGNORECASE
)


def _demands(piece: str) -> bool:
    return bool(_NO_SUBJECT.match(piece) or _forced(piece))


def _forced(piece: str) -> re.Match[str] | None:
    """Who is to do what in a piece of its own force; None where it has none."""
    return _FORCE.match(piece) or _FORBIDS.match(piece) or _ONLY_CAN.match(piece)


# "Only a recipe in status Approved can be used." and "A phase can only be started when …" forbid everything else
_ONLY_CAN = re.compile(
    r"^(?P<who>only\s.{2,}?(?=\s+can\b)|.{2,}?(?=\s+can only\b))\s+(?P<what>can\b.+)$", re.IGNORECASE | re.DOTALL
)


def _reacts(statement: Statement, piece: str) -> bool:
    """Whether a piece in the indicative says how something reacts: "a deviation of more than 2 s raises an alarm".

    It has a condition and its effect; a remark ("this is needed for …") and the present occasion have none.
    """
    if _aside(statement, piece) or _REMARKS.match(piece):
        return False
    causes = [one for one in statement.causes if _says(one, piece)]
    effects = [one for one in statement.effects if _says(one, piece)]
    return bool(causes and effects) and not (_FORCE.match(piece) or _NO_SUBJECT.match(piece))


_REMARKS = re.compile(r"^(?:this|these|that|those|note|remark|e\.g\.|for example)\b", re.IGNORECASE)

# "Group accounts are not permitted." forbids without a modal verb
_FORBIDS = re.compile(
    r"^(?!(?:this|these|that|those|it)\b)(?P<who>.{2,}?)\s+(?P<what>(?:is|are) (?:not (?:permitted|allowed)|prohibited|forbidden"
    r"|mandatory)\b.*|(?:needs?|requires?)\s(?!to\b).+|can (?:only|be \w+ only)\b.+)$",
    re.IGNORECASE | re.DOTALL,
)


def _options(statement: Statement) -> tuple[Statement, ...]:
    """One statement per bracketed choice of a predicate: "shall [selection: do A; do B]" demands A or B as selected."""
    found = _CHOICE.match(" ".join(statement.text.split()))
    options = [option.strip() for option in found["options"].split(";") if option.strip()] if found else []
    if not found or len(options) < 2:  # noqa: PLR2004 - a single option is no choice
        return ()
    bare = statement.model_copy(update={"causes": (), "effects": (), "decision_table": (), "actor": found["who"]})
    return tuple(bare.model_copy(update={"action": f"shall {option} {found['rest']}".strip()}) for option in options)


_CHOICE = re.compile(
    r"^(?P<who>[^\[]{2,80}?)\s+(?:shall|must)\s+\[(?:\w+:\s*)?(?P<options>[^\[\]]*(?:\[[^\[\]]*\][^\[\]]*){0,9})\](?P<rest>[^.\[]*)",
    re.IGNORECASE,
)


def _pieces(text: str) -> list[str]:
    found: list[str] = []
    for sentence in _whole_brackets(_BREAK.split(" ".join(text.split()))):
        run = [
            part
            for piece in _RUN_ON.split(sentence)
            for clause in _SECOND_SUBJECT.split(piece)
            for part in _SAME_SUBJECT.split(clause)
        ]
        joined = run[0]
        for piece in run[1:]:
            if _demands(joined) and _demands(piece):
                found.append(joined)
                joined = piece
            else:
                joined = _rejoined(sentence, joined, piece)
        found.append(joined)
    return [piece.strip() for piece in found if piece.strip()]


def _whole_brackets(parts: list[str]) -> list[str]:
    """The parts of a text, those joined again between which a bracket is open: a choice is no end of a sentence."""
    found: list[str] = []
    depth = 0
    for part in parts:
        if depth > 0:
            found[-1] = f"{found[-1]}; {part}"
        else:
            found.append(part)
        depth += part.count("[") + part.count("(") - part.count("]") - part.count(")")
    return found


def _rejoined(sentence: str, first: str, second: str) -> str:
    """Two neighbouring pieces with what stood between them."""
    start = sentence.find(first)
    end = sentence.find(second, start + len(first))
    return sentence[start : end + len(second)] if start >= 0 and end >= 0 else f"{first} {second}"


def _part(statement: Statement, piece: Joined, *, lead: bool, before: str) -> Statement:
    """The statement cut down to one piece of its text; `before` is the subject that a piece without its own shares."""
    said = piece.said
    bare = bool(piece.force) or bool(_NO_SUBJECT.match(said)) or bool(_OWN_FORCE.match(said))
    found = None if bare else _forced(said)
    who, what = (found["who"], found["what"]) if found else (before, f"{piece.force} {said}".strip())
    if _PRONOUN.match(who.strip()):
        who = statement.actor or who
    text = f"{who} {what}" if bare and who and not _NO_SUBJECT.match(said) else said
    causes = tuple(one for one in statement.causes if _says(one, said))
    effects = tuple(one for one in statement.effects if _says(one, said) or (piece.force and _says(one, text)))
    own = lead and bool(statement.action) and _within(statement.action, said)
    if effects and not own and (causes or _CONDITION_FIRST.match(who)):
        who, what = effects[0].variable, effects[0].condition
    names = {one.id for one in causes} | {one.id for one in effects}
    return statement.model_copy(
        update={
            **kept_of(statement, said, text),
            "actor": statement.actor if own else who,
            "action": statement.action if own else what,
            "negated": statement.negated if own else bool(re.match(r"(?:\w+\s+not|cannot)\b", what)),
            "causes": causes,
            "effects": effects,
            "decision_table": projected(statement.decision_table, names) if causes else (),
            "permissions": tuple(one for one in statement.permissions if _permitted(one, said)),
        }
    )


def _says(effect: Cause | Effect, said: str) -> bool:
    """Whether a cause or an effect is what a piece says, or denies: "shall be interrupted" of "shall not be interrupted"."""
    if _within(effect.condition or effect.variable, said):
        return True
    return _within(effect.variable, said) and bool(effect.condition and aligned(effect.condition).search(said))


_OWN_FORCE = re.compile(r"^(?:may|can|cannot)\b", re.IGNORECASE)


def _permitted(one: Permission, said: str) -> bool:
    """Whether a permission is what this piece says: its roles and its verb stand in it, in whatever form."""
    if _within(one.action, said) or _within(one.quote, said):
        return True
    verb = one.action.partition(" ")[0].lower()
    words = {word.strip(",.;:()").lower() for word in said.split()}
    return all(role in said for role in one.roles) and any(
        word == verb or base_of(word, VERBS) == verb for word in words
    )


def _within(words: str, piece: str) -> bool:
    return bool(words) and " ".join(words.lower().split()) in " ".join(piece.lower().split())
