"""Conditions of a sentence: what has to hold for its effect, read from its conjunctions.

A second, deliberately plain reading. It shares no code with the one that test design works from, so that a mistake
there is not repeated here.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_SENTENCE_END = re.compile(r"(?<=[.;!?])\s+(?=[A-Z\"“'(])")
# "an alert if it exceeds 1.1, and an alarm if it exceeds 1.3": each effect has a condition of its own
_OWN_EFFECT = re.compile(r",? and (?=(?:an?|the) [\w-]+(?: [\w-]+)? (?:if|when|whenever) )", re.IGNORECASE)
# "in green when passed and in red when failed": each choice has a condition of its own
_OWN_CHOICE = re.compile(
    r",? and (?=(?P<opens>in|at|on|as|with|to) [\w-]+(?: [\w-]+)? (?:if|when|whenever) )", re.IGNORECASE
)
# a time or a frequency is no condition: "expire after 180 days", "once a year"
_ONLY_TIME = re.compile(
    r"(?:an?|each|every|per|\d+(?:\.\d+)?|one|two|three|six|twelve)?[ -]?"
    r"(?:(?:working|calendar|business) )?(?:second|minute|hour|day|night|shift|week|month|quarter|year|s|min|h|d)s?",
    re.IGNORECASE,
)
_SUBJECT_BEGINS = re.compile(r",\s+(?=(?:then )?(?:the|an?|it|they|all|each|every|no|this|any)\b)", re.IGNORECASE)
_MODAL = re.compile(r"\b(?:shall|must|should|will|may|can(?:not)?)\b", re.IGNORECASE)
_OPENING = re.compile(
    r"^(?:(?:and|then|so) )?(if|when|whenever|while|as long as|where|once|as soon as|after|upon|on|"
    r"in case(?: of)?|unless|"
    r"provided that|during)\b",
    re.IGNORECASE,
)
_LATER = re.compile(
    r",? \b(if|when|whenever|while|as long as|once|as soon as|in case(?: of)?|unless|except (?:when|if)|"
    r"provided that|"
    r"only (?:if|when|while)|but not (?:if|when)|"
    r"until(?= (?:it|they|the|an?)\b[^,;]* (?:is|are|has|have)\b)|after(?= \d))\b",
    re.IGNORECASE,
)
_BREAK = re.compile(r";|, (?:otherwise|and then|then)\b|, and (?=\w+ shall\b)", re.IGNORECASE)
_AGAINST = frozenset({"unless", "until", "except when", "except if", "but not if", "but not when"})
_JOIN = re.compile(r",? (and|or) (?:if |when |while |unless )?", re.IGNORECASE)
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|does|do|exceeds?|falls?|rises?|drops?|reach(?:es)?|contains?|"
    r"\w{3,}(?:ed|es)|\w{2,}[^s\W]s)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"\b(?:that|which|who) (?=(?:is|are|has|have|was|were|does|do|last\w*|exceed\w*|\w+s)\b)", re.IGNORECASE
)
_NEGATION = re.compile(r"\b(?:no|not|never|without|neither|nor|cannot)\b|n't\b", re.IGNORECASE)


class Condition(NamedTuple):
    """One condition: its words, its offsets in the sentence, and whether the words deny it ("no deviation is open")."""

    words: str
    start: int
    end: int
    denied: bool


class Group(NamedTuple):
    """A condition clause: alternatives (joined by "or") of condition numbers (joined by "and").

    `against` is true for "unless": the effect needs the clause to be false.
    """

    alternatives: tuple[tuple[int, ...], ...]
    against: bool


class Logic(NamedTuple):
    """All conditions of a sentence with the clauses they form. Every clause has to be met.

    `forbidden` is true where the main clause says "shall not"; `mixed` where it says both "shall" and "shall not", so
    that no single verdict follows from the conditions.
    """

    sentence: str
    conditions: tuple[Condition, ...]
    groups: tuple[Group, ...]
    forbidden: bool
    mixed: bool

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """The offsets of the conditions in the sentence."""
        return tuple((one.start, one.end) for one in self.conditions)


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text that have a modal verb; all of them where none has one."""
    every = tuple(part.strip() for part in _SENTENCE_END.split(" ".join(text.split())) if part.strip(" .;"))
    every = tuple(piece for part in every for piece in _with_own_effects(part))
    return tuple(part for part in every if _MODAL.search(part)) or every


def _with_own_effects(sentence: str) -> tuple[str, ...]:
    """The sentence, or its parts where a further effect has a condition of its own; the force is that of the first."""
    if choice := _OWN_CHOICE.search(sentence):
        return _with_own_choices(sentence, choice)
    first, *further = _OWN_EFFECT.split(sentence)
    modal = _MODAL.search(first)
    mark = _LATER.search(first, modal.end()) if modal else None
    if not further or modal is None or mark is None:
        return (sentence,)
    force = first[modal.start() : mark.start()].strip()
    return (first, *(re.sub(r" (?=(?:if|when|whenever) )", f" {force} ", one, count=1) for one in further))


def _with_own_choices(sentence: str, choice: re.Match[str]) -> tuple[str, ...]:
    """The sentence up to a further choice, and the same again with that choice: "shall be shown in red when failed"."""
    first, rest = sentence[: choice.start()], sentence[choice.end() :]
    at = first.lower().find(f" {choice['opens'].lower()} ")
    modal = _MODAL.search(first)
    if modal is None or at < modal.end():
        return (sentence,)
    return first, f"{first[:at]} {rest}"


def read_logic(sentence: str) -> Logic:
    """The conditions of one sentence and how they combine."""
    conditions: list[Condition] = []
    groups: list[Group] = []
    spans = _condition_spans(sentence) or _relative_span(sentence)
    for start, end, against in spans:
        groups.append(_group(sentence, start, end, conditions, against=against))
    main = "".join(" " if any(a <= i < b for a, b, _ in spans) else letter for i, letter in enumerate(sentence))
    denied = [_denies(main, found) for found in _MODAL.finditer(main)]
    nobody = re.match(r"\s*(?:no|neither|nobody)\b", main, re.IGNORECASE)
    return Logic(
        sentence=sentence,
        conditions=tuple(conditions),
        groups=tuple(groups),
        forbidden=bool(nobody) or denied[:1] == [True],
        mixed=len(set(denied)) > 1,
    )


def denies(words: str) -> bool:
    """Whether words deny something: "no value is delivered"."""
    return bool(_NEGATION.search(words))


def _denies(main: str, modal: re.Match[str]) -> bool:
    """Whether a modal verb is denied: "shall not", "cannot"."""
    return modal.group().lower() == "cannot" or bool(_NEGATION.match(main[modal.end() :].lstrip()))


def _condition_spans(sentence: str) -> list[tuple[int, int, bool]]:
    """Offsets of the condition clauses, without their conjunction, and whether they speak against the effect."""
    modal = _MODAL.search(sentence)
    found: list[tuple[int, int, bool]] = []
    opening = _OPENING.match(sentence)
    if opening:
        strong = next((one for one in _MODAL.finditer(sentence) if one.group().lower() in {"shall", "must"}), modal)
        stop = strong.start() if strong else len(sentence)
        comma = sentence.rfind(",", 0, stop)
        if strong is None and (begins := _SUBJECT_BEGINS.search(sentence, opening.end())):
            comma = begins.start()
        end = comma if comma > 0 else stop
        found.append((opening.end(), end, opening.group(1).lower() in _AGAINST))
        modal = strong
    begin = modal.end() if modal else (found[-1][1] if found else 0)
    later = list(_LATER.finditer(sentence, begin))
    for number, mark in enumerate(later):
        end = later[number + 1].start() if number + 1 < len(later) else len(sentence)
        pause = _BREAK.search(sentence, mark.end(), end)
        found.append((mark.end(), pause.start() if pause else end, mark.group(1).lower() in _AGAINST))
    return [
        (start, end, against)
        for start, end, against in found
        if (words := sentence[start:end].strip(" .,")) and not _ONLY_TIME.fullmatch(words)
    ]


def _relative_span(sentence: str) -> list[tuple[int, int, bool]]:
    """A relative clause of the subject that holds a number: "an alarm that is not acknowledged within 15 minutes"."""
    modal, start = _MODAL.search(sentence), _RELATIVE.search(sentence)
    if modal is None or start is None or start.end() > modal.start():
        return []
    numbered = any(letter.isdigit() for letter in sentence[start.end() : modal.start()])
    return [(start.end(), modal.start(), False)] if numbered else []


def _group(sentence: str, start: int, end: int, conditions: list[Condition], *, against: bool) -> Group:
    """Cuts a condition clause at the conjunctions that join clauses (not nouns)."""
    alternatives: list[list[int]] = [[]]
    joins = _JOIN.finditer(sentence, start, end)
    cuts = [one for one in joins if _joins_clauses(sentence, start, one.start(), one.end(), end)]
    begins = [start, *(cut.end() for cut in cuts)]
    stops = [*(cut.start() for cut in cuts), end]
    joined_by = ["and", *(cut.group(1).lower() for cut in cuts)]
    for begin, stop, word in zip(begins, stops, joined_by, strict=True):
        words = sentence[begin:stop].strip(" ,.")
        if words:
            conditions.append(Condition(words=words, start=begin, end=stop, denied=bool(_NEGATION.search(words))))
            if word == "or" and alternatives[-1]:
                alternatives.append([])
            alternatives[-1].append(len(conditions) - 1)
    return Group(alternatives=tuple(tuple(one) for one in alternatives if one), against=against)


def _joins_clauses(sentence: str, start: int, before: int, after: int, end: int) -> bool:
    return bool(_VERB.search(sentence[start:before]) and _VERB.search(sentence[after:end]))
