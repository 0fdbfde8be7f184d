"""Which statements of a requirement are designed for, and what their main clauses are."""

from __future__ import annotations

import re
from dataclasses import replace

from gampgen.domain.clause import Clause, ClauseForm
from gampgen.domain.risk import PlannedRequirement
from gampgen.domain.statement import Permission, Statement
from gampgen.domain.verb import base_of
from gampgen.techniques.attributes import with_deadline, with_event
from gampgen.techniques.clauses import clause, clauses_of
from gampgen.techniques.functions import as_function
from gampgen.techniques.held_back import with_held_back
from gampgen.techniques.holding_on import latch_of, without_latch
from gampgen.techniques.implied import as_conditions, parameter_row
from gampgen.techniques.indicative import as_told, quoting
from gampgen.techniques.interface import CRITERIA, Target
from gampgen.techniques.lexicon import VERBS
from gampgen.techniques.limit_model import LimitRole
from gampgen.techniques.limits import limits_of
from gampgen.techniques.needed import with_needs
from gampgen.techniques.order import order_of, without_order
from gampgen.techniques.outage import outage_of
from gampgen.techniques.outside_entries import without_repeated_refusal
from gampgen.techniques.phrases import uncapitalised
from gampgen.techniques.pronouns import with_names, with_whole_causes
from gampgen.techniques.restated import (
    with_act,
    with_bracketed_lengths,
    with_confirmed_facts,
    with_outside,
    with_restriction,
    with_sound_causes,
    with_states,
    with_tolerance,
    without_wish,
)
from gampgen.techniques.sentences import is_demand, obligations
from gampgen.techniques.state_model import StateModel
from gampgen.techniques.time_point import without_loads, without_time_points
from gampgen.techniques.whose import with_whose

_FORCE = re.compile(
    r"^(?P<who>.+?)\s+(?P<what>(?:shall|must|should|will|may|can|needs? to|(?:is|are) (?:required )?to)\b.+)$",
    re.IGNORECASE | re.DOTALL,
)
_FORCE_ALONE = re.compile(r"^(?:shall|must)\s", re.IGNORECASE)
_PRONOUN = re.compile(r"^(?:it|they|this|these)$", re.IGNORECASE)
_INNER_FORCE = re.compile(r"^\w+\s.*?\b(?:shall|must)\b", re.IGNORECASE)
_DECLARES = re.compile(
    r"\b(?:is|are|has|have|can|cannot|does|do|was|were|requires?)\b|^(?:the|an?|each|every|all|it|users?|operators?) ",
    re.IGNORECASE,
)


def targets_of(
    planned: PlannedRequirement,
    roles: tuple[str, ...],
    models: tuple[StateModel, ...] = (),
    grants: tuple[Permission, ...] = (),
) -> tuple[Target, ...]:
    """The lead statement (with the fragments that it introduces), each item that is a statement, and the criteria.

    The stated acceptance criteria are a target where they set a limit; else each of their sentences that says that
    something happens is one. Drafting keeps a test of such a sentence only where no other test shows it.
    """
    analysed = planned.analysed
    texts = analysed.requirement.items
    full = [index for index, item in enumerate(analysed.items, start=1) if item.is_requirement and item.action]
    fragments = tuple(text for index, text in enumerate(texts, start=1) if index not in full)
    found: list[Target] = []
    row = parameter_row(analysed)
    if analysed.readings:
        return _limits_of_row(planned, roles, models)
    if row is not None:
        found += _targets(planned, row, 0, roles, ())
    elif not (full and not fragments and analysed.statement.text.rstrip().endswith(":")):
        found += _targets(planned, analysed.statement, 0, roles, fragments)
    for index in full:
        found += _targets(planned, analysed.items[index - 1], index, roles, ())
    lead = found[0]
    if analysed.criteria is not None:
        criteria = Target(
            planned=planned, statement=analysed.criteria, index=CRITERIA, clauses=lead.clauses, roles=roles
        )
        if any(limit.role is not LimitRole.CONDITION for limit in limits_of(criteria)):
            found.append(criteria)
        else:
            found += _sayings(planned, roles)
    return tuple(replace(one, models=models, grants=grants) for one in found)


def _limits_of_row(
    planned: PlannedRequirement, roles: tuple[str, ...], models: tuple[StateModel, ...]
) -> tuple[Target, ...]:
    """One target per limit of a row of limits."""
    return tuple(
        Target(
            planned=planned, statement=one, index=0, clauses=main_clauses(one), roles=roles, part=number, models=models
        )
        for number, one in enumerate(planned.analysed.readings, start=1)
    )  # fmt: skip


def _sayings(planned: PlannedRequirement, roles: tuple[str, ...]) -> list[Target]:
    """The sentences of the criteria that say what happens, each read as a statement like any other."""
    return [
        Target(
            planned=planned, statement=one, index=CRITERIA, clauses=main_clauses(one), roles=roles, part=number
        )
        for number, one in enumerate(planned.analysed.sayings, start=1)
        if one.action or one.effects
    ]  # fmt: skip


def _targets(
    planned: PlannedRequirement, statement: Statement, index: int, roles: tuple[str, ...], fragments: tuple[str, ...]
) -> list[Target]:
    """One target per obligation of the statement; the last one introduces the fragments."""
    parts = _told(statement, planned.analysed.requirement.text)
    if len(parts) == 1 and index == 0:  # not to be taken apart, or a course of events beside other demands
        apart = _apart(planned.analysed.sentences, planned.analysed.requirement.text)
        parts = without_repeated_refusal(apart) or parts
    return [
        Target(
            planned=planned,
            statement=without_latch(without_order(part)),
            order=order_of(part),
            latch=latch_of(part),
            index=index,
            clauses=main_clauses(without_latch(without_order(part))),
            roles=roles,
            items=fragments if number == len(parts) else (),
            part=number,
        )
        for number, part in enumerate(parts, start=1)
    ]


def _apart(sentences: tuple[Statement, ...], whole_text: str) -> tuple[Statement, ...]:
    """The obligations of sentences read by themselves; none where one of them is neither a demand nor a mere remark."""
    demands = [one for one in sentences if is_demand(one) or as_told(one) is not one]
    if any(one not in demands and (one.quantities or not _REMARKS.match(one.text.strip())) for one in sentences):
        return ()
    return tuple(part for one in demands for part in _told(one, whole_text))


_REMARKS = re.compile(
    r"(?:this|these|that|those|note|remark|background|reason|rationale|e\.g\.|for example|currently|today|at present|"
    r"the (?:reason|purpose|aim|goal|present|current|existing))\b",
    re.IGNORECASE,
)


def _told(written: Statement, whole_text: str) -> tuple[Statement, ...]:
    """The obligations of a statement, each as the techniques take it."""
    statement = as_told(written)
    if statement is not written:
        return tuple(quoting(part, written) for part in _taken(statement, whole_text))
    return _taken(written, whole_text)


def _taken(statement: Statement, whole_text: str) -> tuple[Statement, ...]:
    if (asked := without_wish(statement)) is not statement:
        return (asked,)
    if outage_of(statement.text):
        return (statement,)  # break and return are one course of events
    whole = with_tolerance(with_confirmed_facts(with_bracketed_lengths(with_sound_causes(with_needs(statement)))))
    apart = obligations(as_conditions(with_restriction(with_deadline(with_event(with_names(whole))))))
    told = with_outside(without_repeated_refusal(apart))
    deeds = (with_held_back(with_whose(with_needs(part)), whole_text) for part in told)
    told = tuple(with_states(with_act(part)) for part in deeds)
    return tuple(with_whole_causes(with_names(without_time_points(without_loads(part)))) for part in told)


def main_clauses(statement: Statement) -> tuple[Clause, ...]:
    """The main clauses: from actor and action, else from the effects, else from the sentence's own words.

    A statement without a modal verb that begins with a verb is an imperative ("Configure …"); one that holds no verb
    names a thing that the system has to have.
    """
    text = " ".join(_EMPHASIS.sub(r"\1", statement.text).split()).rstrip(".: ")
    text = _demanding_part(text)
    forced = _FORCE.match(text)
    if not forced and _FORCE_ALONE.match(text):  # the subject stands in the part before
        read = clauses_of(_actor(statement.actor), text, negated=statement.negated)
    elif not forced and is_imperative(text):
        read = clauses_of("", f"shall {text[:1].lower()}{text[1:]}")
    elif not forced and (told := _INDICATIVE.search(text) or _RESULTS.match(text)) and base_of(told["verb"], VERBS):
        read = clauses_of(told["who"], told["what"], negated=statement.negated)
    elif not forced and not _DECLARES.search(text):
        read = (Clause(subject="", verb="provide", object=uncapitalised(text)),)
    elif forced and not statement.causes and "[" not in text:
        who = statement.actor if _PRONOUN.match(forced["who"]) and statement.actor else _actor(forced["who"])
        read = clauses_of(who, forced["what"], negated=statement.negated)
    elif statement.action and not _INNER_FORCE.search(statement.action):
        read = clauses_of(statement.actor, statement.action, negated=statement.negated)
    elif statement.effects:
        read = tuple(clause(effect.variable, effect.condition) for effect in statement.effects)
    elif forced:
        read = clauses_of(forced["who"], forced["what"])
    else:
        read = (Clause(subject=text, form=ClauseForm.NOMINAL),)
    return tuple(
        as_function(one.model_copy(update={"quote": (statement.passage or statement.text).strip()})) for one in read
    )


# "At the end of the batch the system generates the report": no force, but the system does it
_INDICATIVE = re.compile(
    r"(?:^|\s)(?P<who>the (?:[\w-]+ )?"
    r"(?:system|application|software|program|controller|instrument|server|client|historian|module|interface))"
    r" (?P<what>(?P<verb>[a-z]+s)\b .+)$",
    re.IGNORECASE,
)


# "a search among 50 records returns its result": what an act leads to, whatever nouns that look like verbs stand before
_RESULTS = re.compile(
    r"^(?P<who>(?:an?|the|each|every)\s(?:(?!that\b|which\b|who\b|is\b|are\b|[\w-]+[,;:])[\w-]+\s){1,14}?)"
    r"(?P<what>(?P<verb>returns|takes|lasts|completes|finishes|delivers|displays|shows)\s.+)$",
    re.IGNORECASE,
)
_EMPHASIS = re.compile(r"(?<![\w*])\*{1,2}(?=\S)([^*]+?)(?<=\S)\*{1,2}(?![\w*])")


def _actor(words: str) -> str:
    """The subject without an introduction: "In production mode, the system" → "the system"."""
    words = _LINK.sub("", words)
    if _INTRODUCTION.match(words):
        if ", " in words:
            return words.rsplit(", ", 1)[1]
        if (starts := list(_SUBJECT_BEHIND.finditer(words))) and not _SUBORDINATES.match(words):
            return words[starts[-1].end() :]
    return words


# "At the weighing station a drum …": the second determiner that no preposition holds begins the subject
_SUBJECT_BEHIND = re.compile(
    r"(?<!\bof)(?<!\bin)(?<!\bon)(?<!\bto)(?<!\bat)(?<!\bby)(?<!\bfor)(?<!\bwith)(?<!\bfrom)(?<!\bor)(?<!\band)\s"
    r"(?=(?:the|an?|each|every|all|any|no|only|its)\s)",
    re.IGNORECASE,
)
_SUBORDINATES = re.compile(r"^(?:if|when|whenever|while|once|after|where|as|by)\b", re.IGNORECASE)


_LINK = re.compile(
    r"^(?:(?:outside|within|in|for|at) (?:this|these|that|such)(?: \w+)?,?|otherwise,?|then|also|additionally,?"
    r"|furthermore,?|in addition,?"
    r"|therefore,?|however,?|moreover,?)\s+",
    re.IGNORECASE,
)
_INTRODUCTION = re.compile(
    r"^(?:in|for|on|at|during|as|to|by|with|within|upon|under|from|if|when|whenever|while|once|after|where)\b",
    re.IGNORECASE,
)


def _demanding_part(text: str) -> str:
    """The text up to a remark that demands nothing ("…; that remains the source of raw data")."""
    found = _REMARK.search(text)
    first, rest = (text[: found.start()], text[found.end() :]) if found else (text, "")
    return first if rest and _FORCE.match(first) and not _FORCE.match(rest) else text


_REMARK = re.compile(r"(?<=[\w)”\"%])(?:;|\.(?=\s+[A-Z]))\s+")


def is_imperative(text: str) -> bool:
    """Whether a text without modal verb begins with a verb in its base form."""
    first, _, rest = text.partition(" ")
    return (
        first.lower().strip(",") in VERBS
        and bool(rest)
        and not re.match(r"(?:of|is|are|(?:and )?\w+ (?:is|are))\b", rest)
    )
