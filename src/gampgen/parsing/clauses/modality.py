"""The force of a statement, and whether it demands anything at all (ISO/IEC/IEEE 29148 §5.2.4)."""

from __future__ import annotations

from dataclasses import dataclass

from gampgen.domain.statement import CauseKind, Modality
from gampgen.parsing.clauses.boundaries import opens_imperative
from gampgen.parsing.clauses.nouns import ANYBODY, DOCUMENTS, EQUIPMENT, PEOPLE, SYSTEMS, head_noun
from gampgen.parsing.clauses.parts import Part
from gampgen.parsing.clauses.sharing import past_adverbs
from gampgen.parsing.clauses.tagging import Tagged
from gampgen.parsing.clauses.verbs import PARTICIPLES, PLAIN, base_of
from gampgen.parsing.clauses.word_class import Tag

_FORCE = {
    "shall": Modality.SHALL, "must": Modality.SHALL, "mustn't": Modality.SHALL, "shan't": Modality.SHALL,
    "should": Modality.SHOULD, "shouldn't": Modality.SHOULD, "ought": Modality.SHOULD, "may": Modality.MAY,
    "might": Modality.MAY, "will": Modality.WILL, "won't": Modality.WILL,
}  # fmt: skip
_RANK = (Modality.SHALL, Modality.SHOULD, Modality.WILL, Modality.MAY, Modality.IMPERATIVE, Modality.NONE)
_CAN = frozenset({"can", "cannot", "can't", "could"})
# Said of a thing in place of a modal: "a reason is required", "the limit is configurable".
_OBLIGES = frozenset({"required", "obliged", "mandatory", "needed", "forbidden", "prohibited", "obligatory"})
_ENABLES = frozenset({"able", "capable", "allowed", "permitted", "configurable", "supported"})
_PROVIDES = frozenset({"provide", "support", "allow", "enable", "offer", "give", "permit", "prevent", "ensure"})
# What a system is told to do; "click", "select" and "refer to" are told to the reader.
_BEHAVES_WORDS = """
display show record store calculate generate print keep protect log raise send notify export import encrypt archive
retain restrict lock limit maintain detect block reject capture track control inform alert warn transfer synchronise
"""
_BEHAVES = frozenset(_BEHAVES_WORDS.split())
_ACTORS = PEOPLE | ANYBODY | SYSTEMS


@dataclass(frozen=True, slots=True)
class Force:
    """The force of one clause, and whether the clause is a requirement."""

    modality: Modality
    demands: bool


def force_of(parts: tuple[Part, ...]) -> Force:
    """The strongest force among the main clauses; a requirement where one of them is."""
    found = [_clause(part.sentence, first, last) for part in parts for first, last in part.main]
    if not found:
        return Force(Modality.NONE, demands=False)
    modality = min((force.modality for force in found), key=_RANK.index)
    return Force(modality, any(force.demands for force in found) or any(_responds(part) for part in parts))


def _responds(part: Part) -> bool:
    """As in "The pump stops when the tank is full": behaviour of a thing under a condition is demanded of it."""
    asked = any(region.family.kind is CauseKind.CONDITION and region.family.ears for region in part.regions)
    if not asked or not part.main:
        return False
    sentence, (first, last) = part.sentence, part.main[0]
    verb = sentence.next_finite[first]
    if verb >= last or head_noun(sentence, first, verb) not in SYSTEMS | EQUIPMENT:
        return False
    acts = sentence.tag(verb) == Tag.THIRD and base_of(sentence.low(verb)) not in _STATES
    is_done = sentence.tag(verb) == Tag.BE and sentence.low(past_adverbs(sentence, verb + 1)) in PARTICIPLES
    return acts or is_done


# What these say is a description of how things are, no response to anything.
_STATES_WORDS = """
mean depend represent indicate need want require consist contain include describe define specify refer apply become
seem appear exist remain result imply
"""
_STATES = frozenset(_STATES_WORDS.split())


def _clause(sentence: Tagged, first: int, last: int) -> Force:
    verb = sentence.next_finite[first]
    if verb >= last:
        commands = opens_imperative(sentence, first, last)
        is_command = commands and (sentence.low(first) in PLAIN or sentence.tag(first + 1) == Tag.DETERMINER)
        demands = is_command and sentence.low(first) in _PROVIDES | _BEHAVES
        return Force(Modality.IMPERATIVE if is_command else Modality.NONE, demands)
    subject = head_noun(sentence, first, verb)
    modals = [
        sentence.low(i)
        for i in range(verb, last)
        if sentence.tags[i] == Tag.MODAL and sentence.finite[i] and not sentence.inner[i]
    ]
    forces = [_FORCE[word] for word in modals if word in _FORCE]
    if forces:
        force = min(forces, key=_RANK.index)
        return Force(force, _modal_demands(sentence, force, verb, subject))
    if any(word in _CAN for word in modals):
        denied = any(word in {"cannot", "can't"} for word in modals) or sentence.low(verb + 1) == "not"
        return Force(Modality.NONE, subject in _ACTORS or (denied and subject not in DOCUMENTS))
    return _without_modal(sentence, verb, last, subject)


def _modal_demands(sentence: Tagged, force: Modality, verb: int, subject: str) -> bool:
    """Does a modal oblige? "shall" and "should" all but a document; "will" and "may" a user or system, or "be done"."""
    if subject in DOCUMENTS:
        return False
    if force in {Modality.SHALL, Modality.SHOULD} or subject in _ACTORS:
        return True
    return force is Modality.WILL and sentence.low(verb + 1) == "be" and sentence.tag(verb + 2) == Tag.PARTICIPLE


def _without_modal(sentence: Tagged, verb: int, last: int, subject: str) -> Force:
    if subject in DOCUMENTS:
        return Force(Modality.NONE, demands=False)
    ahead = range(verb, min(verb + 4, last))
    if _has_to(sentence, verb) or any(sentence.low(i) in _OBLIGES for i in ahead):
        return Force(Modality.SHALL, demands=True)
    if sentence.tag(verb) == Tag.BE and any(sentence.low(i) in _ENABLES for i in ahead):
        return Force(Modality.NONE, demands=True)
    if sentence.low(verb) in {"requires", "require"}:
        return Force(Modality.NONE, demands=True)
    provides = sentence.tag(verb) in {Tag.THIRD, Tag.BASE} and base_of(sentence.low(verb)) in _PROVIDES
    return Force(Modality.NONE, demands=provides and subject in _ACTORS)


def _has_to(sentence: Tagged, verb: int) -> bool:
    """As in "has to", "needs to", "is to be": obligations without a modal verb."""
    if sentence.low(verb + 1) != "to":
        return False
    if sentence.tag(verb) == Tag.BE:
        return sentence.low(verb + 2) == "be"
    return sentence.tag(verb) == Tag.HAVE or sentence.low(verb) in {"needs", "need"}
