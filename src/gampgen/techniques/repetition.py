"""Repetitions that a sentence counts: "repeat the message 3 times at intervals of 2 minutes and then inform …".

What is proved: exactly so many repetitions, so far apart, none after the last; what is to follow comes after the last
one, and not where an earlier one ends the cause. Boundary values of the count: ISO/IEC/IEEE 29119-4:2021 §5.2.3.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from gampgen.domain.coverage import Checklist, CoverageItem
from gampgen.domain.number_words import COUNTS
from gampgen.domain.quantity import Quantity
from gampgen.domain.suite import Polarity, Technique
from gampgen.techniques.checklists import main_clause, thing_of
from gampgen.techniques.interface import Target
from gampgen.techniques.limit_model import deciding_causes, is_duration

_REPEAT = re.compile(
    r"\b(?P<verb>repeat|retr(?:y|ie)|try again|resend|send again|re-?attempt)\w*\b(?P<thing>[^.;,]*?)"
    r"\s(?:(?P<count>\d+|two|three|four|five|six)\s+times"
    r"|(?P<once>once|twice|thrice)(?!\s+(?:an?|per|every|each|daily|more|again)\b))\b",
    re.IGNORECASE,
)
_THEN = re.compile(r"\b(?:and then|then|before|and only then|after that)\s+(?P<what>[^.;,]+)", re.IGNORECASE)
_APART = re.compile(r"\b(?:intervals? of|every|after every|spaced|apart|pause of)\s*$|\bapart\b", re.IGNORECASE)
# "a failed transmission is repeated": that it fails is what it is repeated for
_FAILED = re.compile(
    r"^(?:an?|the|each|every|any)?\s*(?:failed|unsuccessful|interrupted|unacknowledged|aborted|faulty)\s+"
    r"(?P<what>[\w -]{3,50}?)\s+(?:is|are|shall|must|will|should)\b",
    re.IGNORECASE,
)
_WORDS = {"once": "1", "twice": "2", "thrice": "3"} | {
    word: str(number) for word, number in COUNTS.items() if number > 1
}


class Repetition(NamedTuple):
    """Counted repetitions: `times` as digits, `apart` in between, `then` what follows the last, or ""."""

    times: str
    thing: str
    apart: Quantity | None
    then: str
    quote: str


def repetition_of(target: Target) -> Repetition | None:
    """The counted repetition of a statement; None where it counts none."""
    text = target.statement.text
    found = _REPEAT.search(text)
    if found is None:
        return None
    apart = next(
        (one for one in target.statement.quantities if is_duration(one.unit) and _APART.search(text[: one.start])), None
    )
    then = _THEN.search(text, found.end())
    said = found["count"] or found["once"]
    count = _WORDS.get(said.lower(), said)
    named = " ".join(_NO_THING.sub(" ", found["thing"]).split()) or _repeated(target, found["thing"])
    return Repetition(count, named, apart, then["what"].strip() if then else "", found[0])


def _repeated(target: Target, words: str) -> str:
    """What is repeated where the verb has no noun: a pronoun means the condition's subject, a passive its own."""
    causes = deciding_causes(target.statement)
    if failed := _FAILED.match(" ".join(target.statement.text.split())):
        return failed["what"]
    named = "" if _PRONOUN.search(words) else thing_of(main_clause(target))
    meant = causes[0].variable if causes else ""
    return (meant if not named or _PRONOUN.fullmatch(named) else named) or "the action"


_PRONOUN = re.compile(r"\b(?:it|them|this)\b", re.IGNORECASE)
# "repeat it up to three times": neither the pronoun nor the comparison says what is repeated
_NO_THING = re.compile(
    r"\b(?:it|them|this|up to|at least|at most|exactly|not more than|a maximum of|for)\b", re.IGNORECASE
)


def repetition(target: Target) -> tuple[CoverageItem, ...]:
    """Items of a counted repetition: all of them, and one that ends before the last."""
    found = repetition_of(target)
    if found is None:
        return ()
    causes = deciding_causes(target.statement)
    rows = target.statement.decision_table
    happens = next((row for row in rows if any(row[one.id] for one in target.statement.effects)), None)
    held = tuple((one.words, bool(happens and happens[one.id])) for one in causes) or _failing(target)
    about = (("interval", found.apart.value, found.apart.unit),) if found.apart else ()
    made: list[CoverageItem] = []
    for aspect, polarity, count in (
        ("all", Polarity.POSITIVE, int(found.times)),
        ("ended-early", Polarity.NEGATIVE, int(found.times) - 1),
        ("none", Polarity.NEGATIVE, 0),
    ):
        if (aspect == "ended-early" and not (found.then or held)) or (aspect == "none" and not held):
            continue
        part = Checklist(
            aspect=f"repeat-{aspect}" + ("" if found.then else "-alone"),
            clause=main_clause(target),
            about=found.thing,
            details=(found.then, found.times),
            values=(("repetitions", str(count), None), *about),
            conditions=() if aspect == "ended-early" else _conditions(held, there=aspect == "all"),
        )
        quote = target.quote(found.quote, found.then)
        made.append(
            target.item(
                Technique.BOUNDARY_VALUE_ANALYSIS, "BVA", f"repeat {aspect} {count}", polarity, part, quote=quote
            )
        )
    return tuple(made)


def _failing(target: Target) -> tuple[tuple[str, bool], ...]:
    """The failure for which something is repeated, where the subject names it: "a failed transmission"."""
    failed = _FAILED.match(" ".join(target.statement.text.split()))
    return ((f"the {failed['what']} fails", True),) if failed else ()


def repeats(text: str) -> bool:
    """Whether a text counts the repetitions of something: a demand, in the indicative too."""
    return _REPEAT.search(text) is not None


def _conditions(held: tuple[tuple[str, bool], ...], *, there: bool) -> tuple[tuple[str, bool], ...]:
    """The conditions as they stand from start to end; a cause that ends on the way stands in the steps alone."""
    return tuple((words, truth is there) for words, truth in held)
