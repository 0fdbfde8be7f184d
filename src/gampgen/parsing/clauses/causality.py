"""Does a statement speak of cause, reason or purpose at all, beyond what a decision table can hold?

Besides the cues of conditions, reasons and purposes these say so: connectives of consequence ("therefore"), verbs of
causing, enabling, preventing and needing (the classes of Khoo, Chan & Niu 2000 and Girju 2003), the infinitive of
purpose ("stores the values to detect drift") and dependence ("depending on").
"""

from __future__ import annotations

from gampgen.parsing.clauses.cues import find_cues
from gampgen.parsing.clauses.tagging import Tagged
from gampgen.parsing.clauses.verbs import base_of
from gampgen.parsing.clauses.word_class import Tag

_CONSEQUENCE_WORDS = """
therefore thus hence consequently accordingly thereby whereby otherwise depending where unless because
"""
_CONSEQUENCE = frozenset(_CONSEQUENCE_WORDS.split())
# Active forms of these say that one thing brings about, helps, hinders or needs another.
_CAUSING_WORDS = """
ensure assure guarantee enable prevent avoid cause result lead require necessitate induce provoke facilitate enhance
improve increase decrease reduce minimise minimize maximise maximize optimise optimize eliminate mitigate imply depend
affect influence contribute force permit preclude inhibit degrade constrain prohibit trigger strengthen weaken
deteriorate impair damage accelerate hinder compensate simplify protect stimulate
"""
_CAUSING = frozenset(_CAUSING_WORDS.split())
# These cause only as a finite verb or an infinitive of purpose, not in "shall allow", "allowed".
_CAUSING_WHEN_FINITE = frozenset(
    {"allow", "mean", "make", "help", "drive", "limit", "restrict", "produce", "demand", "give"}
)
_NEEDED = frozenset(
    {"required", "needed", "necessary", "caused", "induced", "triggered", "driven", "affected", "influenced"}
)
# Nouns and verbs whose infinitive is no purpose: "the ability to print", "the right to sign".
_TAKES_INFINITIVE_WORDS = """
ability right need option possibility capability attempt request intention plan way time permission opportunity how
tendency willingness desire capacity privilege respect regard access relation addition order according user users due
prior
"""
_TAKES_INFINITIVE = frozenset(_TAKES_INFINITIVE_WORDS.split())


def states_cause(sentence: Tagged) -> bool:
    """True where the sentence states a cause, reason or purpose of any kind."""
    if find_cues(sentence):
        return True
    return any(_causes(sentence, i) for i in range(len(sentence)) if not sentence.words.shielded[i])


def _causes(sentence: Tagged, i: int) -> bool:
    word, kind = sentence.low(i), sentence.tag(i)
    if word in _CONSEQUENCE or word in _NEEDED:
        return True
    if kind in {Tag.BASE, Tag.THIRD, Tag.ING}:
        base = base_of(word)
        finite = kind == Tag.THIRD or sentence.tag(i - 1) == Tag.TO
        if kind == Tag.THIRD and not sentence.finite[i]:
            return False
        return base in _CAUSING or (finite and base in _CAUSING_WHEN_FINITE)
    return kind == Tag.TO and _is_purpose(sentence, i)


def _is_purpose(sentence: Tagged, to: int) -> bool:
    """As in "the values to detect drift": an infinitive behind a noun that does not itself ask for one."""
    if sentence.tag(to + 1) != Tag.BASE or sentence.low(to - 1) in _TAKES_INFINITIVE:
        return False
    return sentence.tag(to - 1) in {Tag.NOUN, Tag.MARK, Tag.ING, Tag.NUMBER} and to > 0
