"""What a sentence is cut into: main clauses, and the regions of words that each of them depends on."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from gampgen.parsing.clauses.cue_table import CueClass
from gampgen.parsing.clauses.predicate import Span
from gampgen.parsing.clauses.tagging import Tagged

GLUE = frozenset({",", "then", "and", "or", "but", "however", "also", "therefore", "thus", "hence", "furthermore",
                   "additionally", "moreover", "consequently", "so", "yet", "only", ":", "-", "–", "—", "especially",
                   "particularly", "even", "just", "except", "though", "although"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Region:
    """The words behind a cue (tokens `first` to `last` - 1). `alternative`: joined to the region before it by "or"."""

    family: CueClass
    cue: Span
    first: int
    last: int
    alternative: bool = False


@dataclass(slots=True)
class Part:
    """One main clause with what it depends on. `otherwise`: it holds where the conditions of the part before do not.

    `follows` is the part whose subject and modal it may share ("starts when A and stops when B"). `nested`: it holds
    only under the conditions of the part before too ("If A, X shall be done and, if B, Y").
    """

    sentence: Tagged
    main: list[Span] = field(default_factory=list)
    regions: list[Region] = field(default_factory=list)
    otherwise: bool = False
    follows: Part | None = None
    nested: bool = False


def settle_list(part: Part) -> None:
    """As in "if A, if B or if C": a comma between conditions of one kind says what the next connective says."""
    for i in range(len(part.regions) - 2, 0, -1):
        one, following = part.regions[i], part.regions[i + 1]
        listed = part.sentence.low(one.cue[0] - 1) == "," and one.family is following.family
        if listed and following.alternative and one.cue[0] > part.regions[i - 1].last:
            part.regions[i] = replace(one, alternative=True)


def trimmed(sentence: Tagged, first: int, last: int) -> Span:
    """The tokens from `first` to `last` - 1 without the commas and connectives at both ends."""
    low = sentence.words.low
    while first < last and low[first] in GLUE - {"only"}:
        first += 1
    ends = last == len(sentence)
    while first < last and (low[last - 1] in GLUE or low[last - 1] in {"nor", "and/or"}):
        if ends and low[last - 1] == "only":
            break
        last -= 1
    return first, last
