"""Does a statement speak of cause, reason or purpose at all, beyond what a decision table can hold?"""

from __future__ import annotations

from gampgen.parsing.clauses.cues import find_cues
from gampgen.parsing.clauses.tagging import Tagged

_CONSEQUENCE = frozenset({"therefore", "thus", "hence", "consequently", "accordingly", "thereby", "whereby"})


def states_cause(sentence: Tagged) -> bool:
    """True where a cue, a connective of consequence or a verb of causing stands in the sentence."""
    return bool(find_cues(sentence)) or any(word in _CONSEQUENCE for word in sentence.words.low)
