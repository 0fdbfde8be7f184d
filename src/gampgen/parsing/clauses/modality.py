"""The force of a statement, and whether it demands anything at all (ISO/IEC/IEEE 29148 §5.2.4)."""

from __future__ import annotations

from dataclasses import dataclass

from gampgen.domain.statement import Modality
from gampgen.parsing.clauses.splitting import Part, opens_imperative
from gampgen.parsing.clauses.tagging import Tag, Tagged

_FORCE = {
    "shall": Modality.SHALL, "must": Modality.SHALL, "mustn't": Modality.SHALL, "shan't": Modality.SHALL,
    "should": Modality.SHOULD, "shouldn't": Modality.SHOULD, "ought": Modality.SHOULD, "may": Modality.MAY,
    "might": Modality.MAY, "will": Modality.WILL, "won't": Modality.WILL,
}  # fmt: skip
_RANK = (Modality.SHALL, Modality.SHOULD, Modality.WILL, Modality.MAY, Modality.IMPERATIVE, Modality.NONE)
# "is required to", "has to": obligations without a modal verb.
_OBLIGES = frozenset(
    {"required", "obliged", "mandatory", "needed", "necessary", "forbidden", "prohibited", "obligatory"}
)
_ENABLES = frozenset({"able", "capable", "possible", "allowed", "permitted", "enabled", "configurable"})


@dataclass(frozen=True, slots=True)
class Force:
    """The force of a statement; `implied` where it obliges or enables without a modal verb ("is able to")."""

    modality: Modality
    implied: bool
    can: bool


def force_of(sentences: tuple[Tagged, ...], parts: tuple[Part, ...]) -> Force:
    """The strongest force among the main clauses; among all clauses where no main clause has one."""
    spans = [(part.sentence, first, last) for part in parts for first, last in part.main]
    for places in (spans, [(s, 0, len(s)) for s in sentences]):
        found = [_FORCE[w] for s, a, b in places for w in _modals(s, a, b) if w in _FORCE]
        if found:
            return Force(min(found, key=_RANK.index), implied=False, can=False)
    implied = [_implied(s, a, b) for s, a, b in spans]
    if any(word == "obliges" for word in implied):
        return Force(Modality.SHALL, implied=True, can=False)
    if any(opens_imperative(s, a, b) and not s.has_predicate(a, b) for s, a, b in spans[:1]):
        return Force(Modality.IMPERATIVE, implied=False, can=False)
    can = any(w in {"can", "cannot", "could"} for s, a, b in spans for w in _modals(s, a, b))
    return Force(Modality.NONE, implied=any(implied), can=can)


def _modals(sentence: Tagged, first: int, last: int) -> list[str]:
    return [sentence.words.low[i] for i in range(first, last) if sentence.tags[i] == Tag.MODAL and sentence.finite[i]]


def _implied(sentence: Tagged, first: int, last: int) -> str:
    for i in range(first, last):
        before = sentence.tag(i - 1)
        if sentence.words.low[i] in _OBLIGES and before in {Tag.BE, Tag.ADVERB}:
            return "obliges"
        if sentence.low(i) == "to" and (before == Tag.HAVE or sentence.low(i - 1) in {"needs", "need"}):
            return "obliges"
        if sentence.low(i) == "to" and before == Tag.BE and sentence.tag(i + 1) in {Tag.BE, Tag.BASE}:
            return "obliges"
        if sentence.words.low[i] in _ENABLES and before in {Tag.BE, Tag.ADVERB}:
            return "enables"
    return ""


def demands(sentences: tuple[Tagged, ...], force: Force) -> bool:
    """Is the statement a requirement: does it oblige, enable or describe what a system does?"""
    if force.modality in {Modality.SHALL, Modality.SHOULD, Modality.WILL, Modality.MAY, Modality.IMPERATIVE}:
        return True
    return force.implied or force.can
