# ruff: noqa: E501 - word lists are kept by meaning, one line each
"""How many things somebody may choose: "display up to 8 curves" takes the eighth, and says nothing of a ninth.

What is chosen, shown or put into something has a most; what a system carries ("support up to 50 users") has a least,
which is a load. The one too many is tried; whether it is refused or asked back stays open. Source:
ISO/IEC/IEEE 29119-4:2021 §5.2.3 (boundary values of a count).
"""

from __future__ import annotations

import re

from gampgen.domain.coverage import Checklist, CoverageItem
from gampgen.domain.number_words import COUNTS, ORDER
from gampgen.domain.suite import Polarity, Technique
from gampgen.domain.verb import base_of
from gampgen.techniques.checklists import main_clause
from gampgen.techniques.interface import Target
from gampgen.techniques.limit_model import deciding_causes

_CHOOSING = frozenset(
    {
        "display", "show", "compare", "select", "choose", "overlay", "superimpose", "plot", "view", "open", "print", "place", "put",
        "add", "attach", "combine", "load", "assign", "insert", "arrange", "list", "mark", "group", "link", "pick", "merge", "pool",
    }
)  # fmt: skip
_HOLDING = frozenset({"hold", "contain", "comprise", "have", "consist of", "include", "take"})
_CARRIER = re.compile(
    r"\b(?:system|database|server|archive|software|application|historian|storage|memory|buffer)\b", re.IGNORECASE
)
_MOST = re.compile(
    r"\b(?:up to|at most|a maximum of|maximum|max\.?|no more than|not more than)\s+"
    rf"(?P<count>\d{{1,3}}|{'|'.join(ORDER[1:])})\s+"
    r"(?P<things>(?:different |individual |further |additional )?(?:[a-z][\w-]*\s+){0,2}?[a-z][\w-]*s)\b(?!\s+(?:per|an|each|every)\s)",
    re.IGNORECASE,
)
_NO_THINGS = re.compile(
    r"(?:users|sessions|clients|connections|times|requests|transactions|characters|digits|letters|decimals|places|percent|rpm|seconds|minutes|hours|days|weeks"
    r"|months|years|attempts|repetitions|records|points)$",
    re.IGNORECASE,
)
_TOGETHER = re.compile(r"\b(?:concurrent|simultaneous|parallel)\w*\b", re.IGNORECASE)


def chosen_number(target: Target) -> tuple[CoverageItem, ...]:
    """Items for a number of things that are chosen, shown or held: the last one, and one more."""
    statement, main = target.statement, main_clause(target)
    text = " ".join(statement.text.split())
    found = _MOST.search(text)
    verb = main.verb or base_of(main.participle) or ""
    chooses = verb in _CHOOSING or (main.verb in _HOLDING and not _CARRIER.search(main.subject))
    if found is None or not chooses or main.negated or deciding_causes(statement) or len(statement.intervals) > 1:
        return ()
    things = found["things"]
    if _NO_THINGS.search(things) or _TOGETHER.search(text) or any(one.exclusive for one in statement.permissions):
        return ()
    said = found["count"].lower()
    count = COUNTS[said] if said in COUNTS else int(said)
    exact = f"{count} {things}"
    clause = main.model_copy(
        update={"subject": main.subject.replace(found[0], exact), "object": main.object.replace(found[0], exact), "rest": main.rest.replace(found[0], exact)}
    )  # fmt: skip
    return tuple(
        target.item(
            Technique.BOUNDARY_VALUE_ANALYSIS, "BVA", f"{aspect} {number} {things}", polarity,
            Checklist(
                aspect=aspect, clause=clause, about=things, details=(str(count), str(count + 1)),
                values=((f"number of {things}", str(number), None),),
            ),
            quote=target.quote(found[0]),
        )
        for aspect, number, polarity in (
            ("chosen-last", count, Polarity.POSITIVE),
            ("chosen-over", count + 1, Polarity.NEGATIVE),
        )
    )  # fmt: skip
