"""How far a condition behind its main clause reaches ("… before it is due and shall …", "when A and in red when B")."""

from __future__ import annotations

from gampgen.domain.statement import CauseKind
from gampgen.parsing.clauses.cue_table import Takes
from gampgen.parsing.clauses.cues import Cue
from gampgen.parsing.clauses.lexicon import OBLIGING
from gampgen.parsing.clauses.predicate import Span
from gampgen.parsing.clauses.tagging import Tagged
from gampgen.parsing.clauses.verbs import PLAIN
from gampgen.parsing.clauses.word_class import Tag

_SHORT = 4
_RESUMING = frozenset((word,) for word in OBLIGING)
_OPENS_CHOICE = frozenset({Tag.PREPOSITION, Tag.DETERMINER})


def modifies_noun(sentence: Tagged, cue: Cue, whole: int) -> bool:
    """As in "values recorded during the run", "30 days before expiry": the phrase belongs to a noun."""
    ends = phrase_before_clause(sentence, cue, whole) or whole
    if sentence.has_predicate(cue.last, ends) and cue.family.takes is not Takes.PHRASE:
        return False
    if cue.family.takes is Takes.CLAUSE or cue.family.kind is not CauseKind.CONDITION:
        return False
    before, further = sentence.tag(cue.first - 1), sentence.tag(cue.first - 2)
    if before == Tag.PARTICIPLE and further in {Tag.NOUN, Tag.DETERMINER, Tag.COORDINATOR}:
        return True
    return before == Tag.NOUN and further == Tag.NUMBER


def phrase_before_clause(sentence: Tagged, cue: Cue, limit: int) -> int | None:
    """As in "after restart and no number is used twice": where the bare noun ends and a further clause begins.

    "after the door and the valve are closed" has two subjects; a lone event, or a comma before "and", leaves no doubt.
    """
    if cue.family.takes is not Takes.EITHER:
        return None
    low, tags = sentence.words.low, sentence.tags
    joint = next((i for i in range(cue.last + 1, limit - 2) if low[i] in {"and", "but"}), None)
    if joint is None or sentence.next_finite[cue.last] < joint:
        return None
    comma = low[joint - 1] == ","
    phrase = range(cue.last, joint - comma)
    lone = all(tags[i] in _EVENT for i in phrase) and not low[phrase[-1]].endswith("s")
    opens = tags[joint + 1] == Tag.DETERMINER and joint + 1 < sentence.next_finite[joint + 1] < limit
    return phrase[-1] + 1 if opens and (lone or comma) else None


_EVENT = frozenset({Tag.NOUN, Tag.BASE, Tag.ING})


def trailing_end(sentence: Tagged, cue: Cue, limit: int, whole: int) -> int:
    """To the limit, unless a new main clause with its own modal (or verb) begins before it.

    Args:
        sentence: the sentence.
        cue: behind the main clause.
        limit: where the next cue begins, or the sentence ends.
        whole: where the sentence (or its division) ends.
    """
    low, seen = sentence.words.low, cue.last
    limit = phrase_before_clause(sentence, cue, limit) or limit
    if cue.family.takes is Takes.PHRASE or not sentence.has_predicate(cue.last, limit):
        return _phrase_end(sentence, cue, limit)
    comma = next((i for i in range(cue.last, min(cue.last + _SHORT, limit)) if low[i] == ","), limit)
    if comma < limit and not sentence.has_predicate(cue.last, comma) and not _is_list(sentence, comma, limit):
        return comma  # "…, if any, …"
    verb = sentence.next_finite[cue.last]
    joint = _before_modal(sentence, cue, verb)
    if joint is not None:
        return joint
    seen = verb + 1
    for i in range(seen, limit):
        if sentence.words.shielded[i]:
            continue
        if low[i] == "," and _breaks_off(sentence, i + 1, limit):
            return i
        if low[i] not in {"and", "but", "then"}:
            continue
        passive = limit < whole and _goes_on_passive(sentence, cue, (i + 1, limit))
        resumes = low[i - 1] == "," or limit < whole or low[i + 1 : i + 2] in _RESUMING
        # "… when data are reprocessed and display the result": a bare verb goes on with the modal, not with "are"
        resumes = resumes or (sentence.tag(verb) == Tag.BE and sentence.low(i + 1) in PLAIN)
        if passive or (resumes and _starts_main(sentence, i + 1, limit, whole)):
            return i
    return limit


def _goes_on_passive(sentence: Tagged, cue: Cue, stretch: Span) -> bool:
    """As in "shall be started only after A and ended only when B": a participle with a condition of its own goes back.

    The passive of the main clause goes on where nothing but the participle (with its particle) stands between the
    connective and the next condition, and that condition is a clause.
    """
    first, last = stretch
    guarded = "only" in {sentence.low(last - 1), sentence.low(last)}
    last -= sentence.low(last - 1) == "only"
    while sentence.tag(first) == Tag.ADVERB and first < last:
        first += 1
    opens = sentence.tag(first) == Tag.PAST or is_done(sentence, first)
    alone = last - first == 1 or (last - first == _SHORT // 2 and sentence.tag(last - 1) in _PARTICLES)
    if not (opens and alone):
        return False
    before = range(max(cue.first - _SHORT, 0), cue.first)
    passive = any(sentence.tags[i] in _DONE and sentence.tag(i - 1) in _PASSIVE for i in before)
    return passive and (guarded or sentence.low(stretch[1]) in _OPENS_CLAUSE)


def is_done(sentence: Tagged, i: int) -> bool:
    """A participle, or one that is mostly an adjective ("closed") where a verb is looked for."""
    adjective = sentence.tag(i) == Tag.ADJECTIVE and sentence.low(i).endswith("ed") and len(sentence.low(i)) > _SHORT
    return adjective or sentence.tag(i) == Tag.PARTICIPLE


_DONE = frozenset({Tag.PARTICIPLE, Tag.PAST})
_PARTICLES = frozenset({Tag.PREPOSITION, Tag.ADVERB})
_PASSIVE = frozenset({Tag.BE, Tag.ADVERB})
_OPENS_CLAUSE = frozenset({"if", "when", "whenever", "unless", "once", "until"})


def _before_modal(sentence: Tagged, cue: Cue, verb: int) -> int | None:
    """As in "… after 5 attempts and may only be unlocked", "after 10 minutes, but a run shall …": the next clause."""
    if sentence.tag(verb) != Tag.MODAL:
        return None
    at = verb - 1
    while at > cue.last and sentence.tags[at] in _IN_NOUN:
        at -= 1
    if at <= cue.last or sentence.low(at) not in {"and", "but"}:
        return None
    phrase = cue.family.takes is not Takes.CLAUSE and not sentence.has_predicate(cue.last, at)
    return at if at == verb - 1 or (phrase and sentence.low(at) == "but") else None


_IN_NOUN = frozenset({Tag.NOUN, Tag.DETERMINER, Tag.ADJECTIVE, Tag.NUMBER, Tag.ING, Tag.PARTICIPLE, Tag.BASE})


def _breaks_off(sentence: Tagged, first: int, limit: int) -> bool:
    """Behind a comma: a participle ("…, saving the data") or a clause with a modal goes back to the main clause."""
    while sentence.tag(first) == Tag.ADVERB:
        first += 1
    if sentence.tag(first) == Tag.ING:
        return sentence.tag(first + 1) in {Tag.DETERMINER, Tag.PREPOSITION, Tag.TO}
    verb = sentence.next_finite[first]
    return (
        first < verb < limit
        and sentence.tag(verb) == Tag.MODAL
        and sentence.tag(first) in {Tag.DETERMINER, Tag.PRONOUN}
    )


def _phrase_end(sentence: Tagged, cue: Cue, limit: int) -> int:
    low = sentence.words.low
    for i in range(cue.last + 1, limit):
        if low[i] == "," and not sentence.words.shielded[i] and not _is_list(sentence, i, limit):
            return i
    return limit


def next_alternative(sentence: Tagged, cue: Cue, limit: int, main: Span) -> int | None:
    """As in "in green when passed and in red when failed": the coordinator before the main clause's next choice."""
    low = sentence.words.low
    joints = [i for i in range(cue.last + 1, limit - 1) if low[i] in _JOINTS and not sentence.words.shielded[i]]
    if not joints:
        return None
    first = joints[-1] + 1
    if is_state(sentence, first, limit) and is_state(sentence, main[1] - 1, main[1]):
        return joints[-1]
    same = any(low[i] == low[first] for i in range(*main))
    opens = sentence.tag(first) in _OPENS_CHOICE and not sentence.has_predicate(first, limit)
    return joints[-1] if same and opens else None


_JOINTS = frozenset({"and", "or", "but", ","})


def is_state(sentence: Tagged, first: int, last: int) -> bool:
    """As in "green", "dark red": a bare adjective or two that say how a thing is."""
    return 0 < last - first <= _SHORT // 2 and all(sentence.tags[i] == Tag.ADJECTIVE for i in range(first, last))


def _is_list(sentence: Tagged, comma: int, limit: int) -> bool:
    following = sentence.words.low[comma + 1 : min(limit, comma + 12)]
    return any(word in {"and", "or"} for word in following)


def _starts_main(sentence: Tagged, first: int, limit: int, whole: int) -> bool:
    predicate = sentence.next_finite[first]
    if first == predicate and sentence.low(first) in OBLIGING:
        return True  # "… before the test is due and shall refuse …"
    if first < predicate < limit:
        modal = sentence.tag(predicate) == Tag.MODAL
        return modal or (limit < whole and sentence.low(limit - 1) not in {"or", "and", ","})
    bare = sentence.tag(first) == Tag.BASE
    return bare and (first + 1 == limit or sentence.tag(first + 1) in {Tag.DETERMINER, Tag.PRONOUN})
