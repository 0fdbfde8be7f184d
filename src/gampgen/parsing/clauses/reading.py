"""From clauses to the causes, effects and rules of a statement."""

from __future__ import annotations

from dataclasses import dataclass, field

from gampgen.domain.statement import CauseKind, EarsPattern
from gampgen.parsing.clauses import graph
from gampgen.parsing.clauses.coordination import listed_things, pieces
from gampgen.parsing.clauses.cue_table import Takes
from gampgen.parsing.clauses.decision import Found, Logic, Rule, decide
from gampgen.parsing.clauses.effects import effects_of
from gampgen.parsing.clauses.graph import Formula, Not
from gampgen.parsing.clauses.junction import assertion, formula
from gampgen.parsing.clauses.lexicon import MODALS
from gampgen.parsing.clauses.parts import Part, Region
from gampgen.parsing.clauses.predicate import Assertion, Span, predicate_words, subject_words, trim
from gampgen.parsing.clauses.sharing import Piece
from gampgen.parsing.clauses.subjects import hidden_condition
from gampgen.parsing.clauses.tagging import Tagged
from gampgen.parsing.clauses.word_class import Tag


@dataclass(slots=True)
class _Reader:
    causes: list[Found] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    patterns: list[EarsPattern] = field(default_factory=list)


def read_logic(parts: tuple[Part, ...]) -> Logic:
    """Causes, effects and decision table of the parts of one statement."""
    reader = _Reader()
    for part in parts:
        _read_part(reader, part)
    return decide(reader.causes, reader.rules, tuple(reader.patterns)) if reader.causes else Logic()


def _read_part(reader: _Reader, part: Part) -> None:
    refers_back = bool(reader.rules) and any(_refers_back(part.sentence, region) for region in part.regions)
    rule = Rule([], otherwise=(part.otherwise or refers_back) and bool(reader.rules), nested=part.nested)
    if rule.otherwise:
        _read_breach(reader, rule)
    for region in part.regions:
        _read_region(reader, rule, part.sentence, region)
    hidden = not rule.otherwise and _read_hidden(reader, rule, part, alone=not part.regions)
    if not hidden:
        place = part.sentence.words.start
        spot = place[part.main[0][0]] if part.main else 0
        rule.effects = [Found(said, spot) for said in effects_of(part) if said.condition or said.variable]
    reader.rules.append(rule)


def _refers_back(sentence: Tagged, region: Region) -> bool:
    """As in "If not, …" behind another condition: the same as "otherwise"."""
    return sentence.words.low[region.first : region.last] in {
        ("not",),
        ("this", "is", "not", "the", "case"),
        ("not", "so"),
    }


def _read_breach(reader: _Reader, rule: Rule) -> None:
    """As in "A shall not exceed 5; otherwise …": without another condition, the obligation is it."""
    demanded = reader.rules[-1]
    if demanded.condition is not None or demanded.reason is not None or demanded.otherwise or not demanded.effects:
        return
    kept: list[Formula] = []
    for one in demanded.effects:
        words = _without_modal(one.said.condition)
        kept.append(Not(graph.Leaf(len(reader.causes))) if one.said.negated else graph.Leaf(len(reader.causes)))
        reader.causes.append(Found(Assertion(one.said.variable, words), one.at))
    demanded.effects = []
    rule.condition = Not(whole) if (whole := graph.join(kept, every=True)) is not None else None
    rule.otherwise = False
    reader.patterns.append(EarsPattern.UNWANTED_BEHAVIOUR)


def _without_modal(words: str) -> str:
    modal, _, rest = words.partition(" ")
    return rest if modal.lower() in MODALS and rest else words


def _read_region(reader: _Reader, rule: Rule, sentence: Tagged, region: Region) -> None:
    if reader.rules and _refers_back(sentence, region):
        return
    found: list[tuple[int, Assertion, Piece]] = []
    parts = _region_pieces(sentence, region)
    for piece in parts:
        said = _purpose(sentence, piece) if region.family.kind is CauseKind.PURPOSE else _cause(sentence, piece)
        if said.variable or said.condition:
            found.append((len(reader.causes), said, piece))
            place = piece.own[0] if piece.subject[0] == piece.subject[1] else piece.subject[0]
            reader.causes.append(Found(said, sentence.words.start[min(place, len(sentence) - 1)], region.family.kind))
    logic = formula(found) if found else None
    if logic is None:
        return
    logic = Not(logic) if region.family.denies else logic
    if region.family.kind is CauseKind.CONDITION:
        rule.condition = _joined(rule.condition, logic, alternative=region.alternative)
        if region.family.ears is not None:
            reader.patterns.append(region.family.ears)
    elif region.family.kind is CauseKind.REASON:
        rule.reason = _joined(rule.reason, logic, alternative=region.alternative)


def _region_pieces(sentence: Tagged, region: Region) -> tuple[Piece, ...]:
    """Purposes and phrases are kept whole; clauses are taken apart."""
    whole = Piece((region.first, region.last), (), (region.last, region.last))
    if region.first >= region.last:
        return ()
    if region.family.kind is CauseKind.PURPOSE:
        return (whole,)
    if region.family.takes is Takes.PHRASE:
        return listed_things(sentence, region.first, region.last) if region.family.denies else (whole,)
    if region.family.takes is Takes.EITHER and not sentence.has_predicate(region.first, region.last):
        return (whole,)
    return pieces(sentence, region.first, region.last, causes=True)


def _cause(sentence: Tagged, piece: Piece) -> Assertion:
    """A cause; one without verb is a condition of its own ("when loaded") or a thing ("in case of fire")."""
    if piece.own[0] < piece.own[1] or piece.shared:
        return assertion(sentence, piece)
    first, last = piece.subject
    compound = sentence.tag(first) == Tag.ING and first + 1 < last and sentence.tag(first + 1) in {Tag.NOUN, Tag.BASE}
    if not compound and sentence.tag(first) in {
        Tag.PARTICIPLE,
        Tag.ADJECTIVE,
        Tag.ING,
        Tag.PREPOSITION,
        Tag.NEGATION,
        Tag.ADVERB,
        Tag.PAST,
        Tag.BE,
    }:
        words, denied = predicate_words(sentence, (piece.subject,))
        return Assertion("", words, denied) if words else Assertion("", sentence.words.slice(first, last))
    words, denied = subject_words(sentence, first, last)
    return Assertion(words, "", denied)


def _purpose(sentence: Tagged, piece: Piece) -> Assertion:
    """A purpose stands in no table, so its words stay as they are, "not" included."""
    first, last = piece.subject
    verb = sentence.next_finite[first]
    if first < verb < last:
        return Assertion(sentence.words.slice(first, verb), sentence.words.slice(verb, last))
    return Assertion("", sentence.words.slice(first, last))


def _joined(before: Formula | None, logic: Formula, *, alternative: bool) -> Formula:
    if before is None:
        return logic
    return graph.Junction((before, logic), every=not alternative)


def _by_force(sentence: Tagged, first: int, last: int) -> list[Span]:
    """A predicate cut before each further modal: "shall be shown in red and must not be released" says two things."""
    joints = [
        i
        for i in range(first + 1, last - 1)
        if sentence.low(i) in {"and", "but"} and sentence.tags[i + 1] == Tag.MODAL and sentence.finite[i + 1]
    ]
    return [
        trim(sentence, start, end)
        for start, end in zip([first, *(i + 1 for i in joints)], [*joints, last], strict=True)
    ]


def _read_hidden(reader: _Reader, rule: Rule, part: Part, *, alone: bool) -> bool:
    """A condition in the subject of the main clause."""
    if len(part.main) != 1:
        return False
    sentence = part.sentence
    hidden = hidden_condition(sentence, *part.main[0], alone=alone)
    if hidden is None:
        return False
    spot = sentence.words.start[part.main[0][0]]
    number = len(reader.causes)
    reader.causes.append(Found(hidden.cause, spot))
    logic: Formula = graph.Leaf(number)
    logic = Not(logic) if hidden.cause.negated else logic
    rule.condition = _joined(rule.condition, logic, alternative=False)
    subject, no = subject_words(sentence, *hidden.subject) if hidden.subject else ("", False)
    rule.effects = []
    for place, span in enumerate(_by_force(sentence, *hidden.predicate), start=1):
        words, denied = predicate_words(sentence, (span,))
        rule.effects.append(Found(Assertion(subject, words, denied != no), spot + place))
    reader.patterns.append(EarsPattern.STATE_DRIVEN if hidden.subject else EarsPattern.EVENT_DRIVEN)
    return True
