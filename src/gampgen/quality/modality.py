"""Whether the document binds with "shall": one finding where its convention is another, else one per requirement."""

from __future__ import annotations

from collections.abc import Iterator

from gampgen.domain.finding import Finding
from gampgen.domain.requirement import AnalysedRequirement
from gampgen.quality.interface import Subject
from gampgen.quality.masking import mask
from gampgen.quality.wording.non_binding_modal import RULE


def non_binding_modals(requirements: tuple[AnalysedRequirement, ...]) -> Iterator[Finding]:
    """Where half of the requirements or more use a word that does not bind, it is the document's convention."""
    weak = [(one, words) for one in requirements if (words := _words(one))]
    if len(weak) * 2 >= len(requirements) and len(weak) > 1:
        used = tuple(dict.fromkeys(word.lower() for _, words in weak for word in words))
        finding = RULE.finding(used, None, None)
        message = f"{len(weak)} of {len(requirements)} requirements: {finding.message}"
        yield finding.model_copy(update={"message": message})
        return
    for one, words in weak:
        yield RULE.finding(words, one.requirement.uid, one.requirement.location)


def _words(one: AnalysedRequirement) -> tuple[str, ...]:
    """The non-binding modal of the lead statement; items under a "shall" need no modal of their own."""
    text = one.statement.text
    return RULE.check(Subject(text=text, masked=mask(text), readings=(one.statement,), context=text))
