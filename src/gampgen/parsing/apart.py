"""The sentences of a requirement, each read by itself.

The reading of a whole requirement joins the causes and effects of all its sentences in one table. Where the sentences
depend on conditions of their own, that table is too small to be taken apart again, and a demand would be lost in it.
"""

from __future__ import annotations

import re

from gampgen.domain.statement import Statement
from gampgen.parsing.clauses.tokens import sentences
from gampgen.parsing.statement import read_statement

# what begins so goes on with the sentence before
_GOES_ON = re.compile(
    r"^(?:otherwise|else|then|also|additionally|in (?:this|that|such|these|those|the (?:former|latter|other|same))\b|"
    r"it|its|they|their|them|this|that|these|those|such|both|the same|thereafter|afterwards|after that|until then|"
    r"by then|for this|and|or|but|however|nevertheless|instead|if (?:so|not|this|it|they)|unless (?:this|it|they)|"
    r"each (?:step|one|of (?:them|these|which|the))|one of (?:them|these)|"
    r"(?:(?:from|in|to|on|at|with|by|for) )?(?:[\w-]+ ){0,2}(?:it|they)|"
    r"when (?:this|it|they)|after (?:this|it|they)|once (?:this|it|they))\b",
    re.IGNORECASE,
)
_FORCE = re.compile(r"\b(?:shall|must|should|will|may|can|cannot)\b", re.IGNORECASE)


# "the alarm is raised when the level exceeds 80 % and is cleared below 75 %": the second predicate is the first one's
_GOES_BACK = re.compile(
    r"^(?P<who>(?:the|an?|each|every|all|any)\s[^,;:.]{1,80}?)\s(?P<be>(?:shall |must |will )?be|is|are)\s"
    r"(?P<first>(?:\w+ly )?\w+(?:ed|en|wn)\b[^;]*?)\s(?P<when>when|if|once|as soon as)\s"
    r"(?P<what>(?:the |an? )?[^,;.]+?)\s"
    r"(?P<does>(?!is\b|are\b)(?:exceeds|falls|rises|drops|reaches|leaves|lies|goes|stays|remains|climbs|sinks)\b[^;]*?),?\s"
    r"and\s(?P<second>(?:(?:shall |must |will )?be|is|are)\s(?:\w+ly )?\w+(?:ed|en|wn|et)\b[^;]*?)"
    r"(?P<limit>\s(?:below|above|under|over|at|from)\s[^;a-z]*\d[^;]*?)?\.?$",
    re.IGNORECASE,
)


_LONGEST = 400  # characters


def _hysteresis(folded: str) -> tuple[Statement, ...]:
    """Raising and clearing of one thing, each as a statement of its own; both limits are of the same value."""
    found = _GOES_BACK.match(folded) if len(folded) < _LONGEST else None  # the pattern's time grows with its square
    if found is None:
        return ()
    first = folded[: found.end("does")]
    end = folded[found.start("second") :].rstrip(".")
    what = found["what"] if found["limit"] else ""
    second = f"{found['who']} {found['second'].strip()}"
    second += f" when {what} is{found['limit']}" if what else ""
    told = read_statement(second.rstrip("."))
    return (read_statement(first), told.model_copy(update={"passage": end}))


def sentences_apart(text: str, read: Statement) -> tuple[Statement, ...]:
    """The sentences of a text, each with what goes on from it: where something depends on something, or has no force.

    Args:
        text: the requirement's text.
        read: its reading as a whole.

    Returns:
        One statement per group of sentences, in order; none for a single group.
    """
    folded = " ".join(text.split())
    forces = len(_FORCE.findall(folded))
    if back := _hysteresis(folded):
        return back
    starts = [words.start[0] for words in sentences(folded)]
    starts = [0, *(start for start in starts[1:] if not _GOES_ON.match(folded[start:]))]
    if len(starts) == 1 or not (read.causes or read.effects or forces < len(starts)):
        return ()
    ends = [*starts[1:], len(folded)]
    return tuple(read_statement(folded[a:b].strip()) for a, b in zip(starts, ends, strict=True))
