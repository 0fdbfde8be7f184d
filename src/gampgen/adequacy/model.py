"""A requirement as a thing that gives a verdict: inputs in, "the effect happens" or "it stays away" out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from gampgen.adequacy.limits import Limit, is_time, limits_in, unit_key
from gampgen.adequacy.logic import Group, Logic, denies, read_logic, sentences
from gampgen.adequacy.words import likeness
from gampgen.domain.suite import InputValue, OQTestCase, Polarity, SuiteRequirement

_MATCH = 0.4
_REFUSES = re.compile(
    r"\b(?:shall|must) (?:refuse|reject|prevent|block|deny|prohibit|inhibit|suppress|ignore|discard)\b"
    r"|\b(?:be|are|is) (?:refused|rejected|prevented|blocked|denied|prohibited|inhibited|suppressed|ignored"
    r"|discarded)\b",
    re.IGNORECASE,
)
_FORCE = re.compile(r"\b(?:shall|must)\b", re.IGNORECASE)
_OUTSIDE = re.compile(r"\b(?:outside|out of|beyond|leaves?|not (?:within|between|in))\b(?: \w+){0,4} ?$", re.IGNORECASE)
_BY_THEN = re.compile(r"^(?:within|in|by)\b", re.IGNORECASE)
_OTHERWISE = re.compile(r"\b(?:otherwise|or else)\b", re.IGNORECASE)


class Model(NamedTuple):
    """One sentence of a requirement: its logic, its limits, and which limits belong to which condition.

    `owners` gives for each limit the numbers of its conditions, none for a limit of the main clause; the time that a
    condition has to last belongs to all alternatives of its clause ("below 2 °C or above 8 °C for 10 minutes").
    `silent` are the conditions that no test sets: in every test they are taken to be such that the effect can happen.
    `refuses` is true where the main clause says that something is refused.
    """

    logic: Logic
    limits: tuple[Limit, ...]
    owners: tuple[frozenset[int], ...]
    silent: frozenset[int] = frozenset()
    refuses: bool = False


class Change(NamedTuple):
    """How a faulty system differs: limits replaced by others, conditions that it takes as always true or false."""

    limits: Mapping[int, Limit]
    conditions: Mapping[int, bool]


UNCHANGED = Change(limits={}, conditions={})


def models_of(requirement: SuiteRequirement, tests: tuple[OQTestCase, ...]) -> tuple[Model, ...]:
    """A model for each demanding sentence of a requirement's text and items, as far as its tests speak of it."""
    found: list[Model] = []
    for text in (requirement.text, *requirement.items):
        for sentence in sentences(text):
            logic = read_logic(sentence)
            limits = limits_in(sentence, requirement.intervals, requirement.quantities, logic.spans)
            owners = tuple(_owners(logic, limit, limits) for limit in limits)
            found.append(_heard(Model(logic, limits, owners, refuses=_demands_refusal(logic)), tests))
    return tuple(found)


def _heard(model: Model, tests: tuple[OQTestCase, ...]) -> Model:
    """The model with the conditions marked that no test gives a value for."""
    numbers = range(len(model.logic.conditions))
    silent = {one for one in numbers if all(_condition(model, one, test, UNCHANGED) is None for test in tests)}
    return model._replace(silent=frozenset(silent) if len(silent) < len(numbers) else frozenset())


def expected(test: OQTestCase, model: Model | None = None) -> bool:
    """What the test says has to come: true where the effect happens or the input is accepted.

    A title that says of one effect that it comes and of another that it stays away ("an alert is issued and an alarm is
    not issued") speaks of each sentence by the part that is most like it.
    """
    overall = test.polarity is Polarity.POSITIVE
    if model is None or model.logic.forbidden:
        return overall
    told = _TITLE_END.split(_QUOTED.sub(" ", test.title))[0]
    main = _main_words(model.logic)
    said = _WITHOUT.findall(main)
    for words in said:
        told = told.replace(words, " ")  # what the sentence itself wants to be absent denies nothing
    parts = _told_apart(told)
    if len({denies(one) for one in parts}) < _BOTH:
        return overall
    return not denies(max(parts, key=lambda one: likeness(one, main)))


def _told_apart(told: str) -> list[str]:
    """The effects of a title; a noun before the "and" of a joint subject goes with what is said of it."""
    parts: list[str] = []
    noun = ""
    for one in _TITLE_PART.split(told):
        if one and not _SAYS.search(one):
            noun = f"{noun} {one}".strip()
        elif one:
            parts.append(f"{noun} {one}".strip())
            noun = ""
    return parts


_WITHOUT = re.compile(r"\bwithout (?:an? |the |any )?[\w-]+", re.IGNORECASE)
_SAYS = re.compile(r"\b(?:is|are|can|cannot|does|do|has|have|not|\w{3,}(?:ed|es)|\w{2,}[^s\W]s)\b", re.IGNORECASE)


_BOTH = 2
_QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]")
_TITLE_END = re.compile(r" (?:when|while|with|once) ")
_TITLE_PART = re.compile(r",? and |, ")


def _main_words(logic: Logic) -> str:
    """The words of a sentence outside its conditions."""
    main = logic.sentence
    for start, end in logic.spans:
        main = main[:start] + " " * (end - start) + main[end:]
    return main


def outcome(model: Model, test: OQTestCase, change: Change = UNCHANGED) -> bool | None:
    """Whether the effect happens for a test's inputs, by the sentence as read here, or in a faulty system.

    Returns:
        True or False; None where the inputs do not settle it or contradict each other.
    """
    if not model.logic.conditions:
        return _main_outcome(model, test, change)
    met = _met(model, test, change)
    return None if met is None else met is not (model.logic.forbidden or model.refuses)


def _demands_refusal(logic: Logic) -> bool:
    """Whether the main clause says that something is refused: then it is demanded that it does not go through."""
    main = _main_words(logic)
    forces = [one.start() for one in _FORCE.finditer(main)]
    first = main[: forces[1]] if len(forces) > 1 else main  # what is demanded first gives the verdict
    return bool(_REFUSES.search(first))


def _met(model: Model, test: OQTestCase, change: Change) -> bool | None:
    """Whether all condition clauses are met (three-valued)."""
    truths = [_condition(model, number, test, change) for number in range(len(model.logic.conditions))]
    result: bool | None = True
    for group in model.logic.groups:
        joined = [_all([truths[number] for number in one]) for one in group.alternatives]
        met = _any(joined)
        result = _all([result, None if met is None else met is not group.against])
    return result


def _all(truths: list[bool | None]) -> bool | None:
    return False if False in truths else None if None in truths else True


def _any(truths: list[bool | None]) -> bool | None:
    return True if True in truths else None if None in truths else False


def _condition(model: Model, number: int, test: OQTestCase, change: Change) -> bool | None:
    """The truth of a condition in a test: from its numbers where the test gives them, else from its truth values."""
    if number in change.conditions:
        return change.conditions[number]
    if number in model.silent:
        return not any(
            group.against for group in model.logic.groups if any(number in one for one in group.alternatives)
        )
    condition = model.logic.conditions[number]
    said = [
        one.value is not (condition.denied and not denies(one.name))
        for one in test.inputs
        if isinstance(one.value, bool) and _best(model, one.name) == number
    ]
    joined_or = bool(re.search(r"\bor\b", condition.words, re.IGNORECASE))
    spoken = None if not said else (_any(list(said)) if joined_or else _all(list(said)))
    counted = _numbers(model, number, test, Change(limits={}, conditions={}))
    if counted is None:
        return spoken
    if spoken is not None and spoken is not counted and len(said) == 1:
        return None
    return _numbers(model, number, test, change)


def _best(model: Model, name: str) -> int | None:
    """The condition that an input's name speaks of, or None."""
    scores = [likeness(name, condition.words) for condition in model.logic.conditions]
    best = max(range(len(scores)), key=lambda number: (scores[number], -number))
    return best if scores[best] >= _MATCH else None


def _numbers(model: Model, owner: int | None, test: OQTestCase, change: Change) -> bool | None:
    """Whether the limits that belong to a condition (or to the main clause) hold for the test's numbers."""
    ranges: list[bool] = []
    lasting: list[bool] = []
    tried: list[Limit] = []
    for number, limit in enumerate(model.limits):
        if (owner is None and model.owners[number]) or (owner is not None and owner not in model.owners[number]):
            continue
        value = value_for(limit, test.inputs)
        if value is None:
            continue
        holds = change.limits.get(number, limit).holds(value)
        turned = holds if limit.lasting else holds is not _turned(model, limit, owner)
        (lasting if limit.lasting else ranges).append(turned)
        tried += [] if limit.lasting else [limit]
    if not ranges:
        return all(lasting) if lasting else None
    words = model.logic.sentence if owner is None else model.logic.conditions[owner].words
    either = len(ranges) > 1 and (re.search(r"\bor\b|\s/\s", words, re.IGNORECASE) or _apart(tried))
    return (any(ranges) if either else all(ranges)) and all(lasting)


def _apart(limits: list[Limit]) -> bool:
    """Whether no value lies in two of the ranges, so that they are alternatives ("outside 35 % to 55 %")."""
    return any(
        one.upper is not None and other.lower is not None and one.unit == other.unit and one.upper < other.lower
        for one in limits
        for other in limits
    )


def value_for(limit: Limit, inputs: tuple[InputValue, ...]) -> Decimal | None:
    """The test's number in the limit's unit; of several the one nearest to the limit."""
    values = [
        number for one in inputs if unit_key(one.unit) == limit.unit and (number := _decimal(one.value)) is not None
    ]
    return min(values, key=lambda value: (limit.distance(value), value)) if values else None


def _decimal(value: str | bool) -> Decimal | None:  # noqa: FBT001 - an input is a number as text, or a truth value
    if isinstance(value, bool):
        return None
    try:
        number = Decimal(value)
    except InvalidOperation:
        return None  # a text input ("ABC"): no number is what it is
    return number if number.is_finite() else None


def _turned(model: Model, limit: Limit, owner: int | None) -> bool:
    """Whether the sentence speaks of values outside the range ("outside 35 % to 55 %", "no answer within 10 s")."""
    outside = bool(_OUTSIDE.search(model.logic.sentence[: limit.at]))
    denied = owner is not None and model.logic.conditions[owner].denied and not denies(limit.text)
    # "no value for 3 minutes" counts the time of the lack; "no answer within 10 s" denies the answer in that time
    lacking = is_time(limit.unit) and not _BY_THEN.match(limit.text)
    return outside or (denied and not lacking)


def _main_outcome(model: Model, test: OQTestCase, change: Change) -> bool | None:
    """Without conditions: whether a value is accepted, or the limit in the main clause is kept."""
    met = _numbers(model, None, test, change)
    if met is None:
        return None
    sentence = model.logic.sentence
    negated = model.logic.forbidden and not any(
        re.search(r"\bnot\b|\bno\b", limit.text, re.IGNORECASE) or (limit.upper is not None and limit.lower is None)
        for limit in model.limits
    )
    otherwise = _OTHERWISE.search(sentence)
    refuses = bool(_REFUSES.search(sentence)) and not otherwise
    if otherwise and likeness(test.title, sentence[otherwise.end() :]) >= _MATCH:
        return not met  # the test is about what follows where the limit is not kept
    return met is not (negated or refuses)


def _owners(logic: Logic, limit: Limit, limits: tuple[Limit, ...]) -> frozenset[int]:
    own = {i for i, one in enumerate(logic.conditions) if one.start <= limit.at < one.end}
    if not (limit.lasting and own) or max(own) < max(_clause_of(logic, own)):
        return frozenset(own)  # a time in the middle of the clause belongs to its own alternative
    timed = {
        i
        for i, one in enumerate(logic.conditions)
        for other in limits
        if other.lasting and one.start <= other.at < one.end
    }
    return frozenset(own | (_clause_of(logic, own) - timed))


def _clause_of(logic: Logic, numbers: set[int]) -> set[int]:
    """The numbers of all conditions in the same clause."""
    return {
        number for group in logic.groups for one in group.alternatives for number in one if _together(group, numbers)
    }


def _together(group: Group, numbers: set[int]) -> bool:
    return any(number in numbers for one in group.alternatives for number in one)
