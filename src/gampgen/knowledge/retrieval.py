"""Which clauses a requirement's own words call for. Precision first: a clause that nobody named is not attached."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from functools import lru_cache

from gampgen.domain.base import Value
from gampgen.domain.statement import ArchetypeCue, Permission
from gampgen.knowledge.citing import named_clauses
from gampgen.knowledge.clauses import Clause, ClauseStatus
from gampgen.knowledge.library import Knowledge
from gampgen.knowledge.words import Occurrence, PhraseIndex, masked

MOST_BINDING = 5
MOST_GUIDANCE = 1
_NAMED_SCORE = 50.0
_ARCHETYPE_SCORE = 4.0
_SUPPORTING_SHARE = 0.4
_PERMISSION = "PERMISSION"
_NUMBER_SIGN = "#"

# "No audit trail is required for drafts" names the audit trail and asks for none.
_NOT_NEEDED = re.compile(
    r"\bno\s[^.;,]{1,60}?\b(?:is|are)\s(?:required|needed|necessary|foreseen)\b"
    r"|\b(?:does|do|shall|will|need)\snot\s(?:require|need|include|support|provide)\b[^.;,]{0,80}"
    r"|\b[^.;,\n]{1,60}?\b(?:is|are)\s(?:not\s(?:required|needed|necessary|foreseen|in\sscope)|out\sof\sscope)\b",
    re.IGNORECASE,
)


class ClauseHit(Value):
    """A clause that a text calls for, with the words that say so: `quote` is an exact substring of one of the texts."""

    clause: Clause
    quote: str
    score: float


@dataclass
class _Evidence:
    """What speaks for one clause so far. Scores are summed over distinct phrases only."""

    strong: dict[str, str] = field(default_factory=dict)
    supporting: dict[str, str] = field(default_factory=dict)
    apart: list[tuple[int, int, int]] = field(default_factory=list)
    spans: list[tuple[int, int, int]] = field(default_factory=list)
    cue: str = ""
    always: bool = False
    named: str = ""

    @property
    def enough(self) -> bool:
        """One own keyword, two supporting ones, the archetype, or the archetype with a supporting keyword."""
        mapped = self.always or (bool(self.cue) and bool(self.supporting))
        return bool(self.named or self.strong or len(self.apart) > 1 or mapped)

    def support(self, phrase: str, words: str, span: tuple[int, int, int]) -> None:
        """Note a supporting keyword; one inside another ("batch" in "batch record") is no second one."""
        if phrase not in self.supporting and not any(_overlap(span, other) for other in self.apart):
            self.apart.append(span)
        self.supporting.setdefault(phrase, words)

    @property
    def quote(self) -> str:
        """The most telling words: the number named, else the longest keyword, else the archetype's cue."""
        if self.named:
            return self.named
        for words in (self.strong, self.supporting if not self.always else {}):
            if words:
                return max(words.values(), key=lambda quote: (len(quote.split()), len(quote)))
        return self.cue


class _Index:
    """The keywords of a reference, ready to be found."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.mask = PhraseIndex(knowledge.vocabulary.keyword_mask)
        self.strong: dict[str, list[Clause]] = {}
        self.supporting: dict[str, list[Clause]] = {}
        for clause in (entry for entry in knowledge.clauses if entry.citable):
            for keyword in clause.keywords:
                self.strong.setdefault(keyword, []).append(clause)
            for keyword in clause.supporting_keywords:
                self.supporting.setdefault(keyword, []).append(clause)
        self.patterns = [
            (re.compile(pattern, re.IGNORECASE), entry)
            for entry in knowledge.clauses
            if entry.citable
            for pattern in entry.patterns
        ]
        phrases = dict.fromkeys([*self.strong, *self.supporting])
        self.phrases = PhraseIndex(tuple(phrases))
        self.order = {clause.id: place for place, clause in enumerate(knowledge.clauses)}
        self.archetypes = {entry.archetype: entry for entry in knowledge.archetypes}
        self._count = len(knowledge.clauses)

    def weight(self, phrase: str) -> float:
        """Rarer phrases say more, and longer ones."""
        users = len(self.strong.get(phrase, ())) + len(self.supporting.get(phrase, ())) or 1
        return math.log(self._count / users) * math.sqrt(len(phrase.split()))


@lru_cache(maxsize=4)
def _index(knowledge: Knowledge) -> _Index:
    return _Index(knowledge)


def search(
    knowledge: Knowledge,
    texts: tuple[str, ...],
    cues: tuple[ArchetypeCue, ...] = (),
    permissions: tuple[Permission, ...] = (),
) -> tuple[ClauseHit, ...]:
    """The clauses that the texts of one requirement call for, binding ones first, best first, few.

    A clause is called for by its number, by one of its keywords, by two of its supporting keywords, or by the
    archetype it is mapped to. Only clauses that a test may cite are looked at. Guidance is added only where its words
    are not already those of a binding clause.

    Args:
        knowledge: the reference to search.
        texts: statement, items and acceptance criteria, verbatim.
        cues: the archetypes recognised in them, with their words.
        permissions: who may or may not do what; only what is kept from somebody calls for a clause.

    Raises:
        EmptyKnowledgeError: the reference is empty.
    """
    knowledge.require_content()
    index = _index(knowledge)
    found: dict[str, _Evidence] = {}
    needed: list[str] = []
    for number, text in enumerate(texts):
        shown = masked(_unneeded_blanked(text), index.mask)
        needed.append(" ".join(shown.split()))
        _gather_words(index, number, (text, shown), found)
        _gather_patterns(index, number, (text, shown), found)
        _gather_named(knowledge, text, found)
    signs = [(cue.archetype.value, cue.quote) for cue in cues]
    signs += [(_PERMISSION, one.quote) for one in permissions if one.exclusive or not one.allowed]
    _gather_signs(index, [sign for sign in signs if any(" ".join(sign[1].split()) in text for text in needed)], found)
    hits = [(knowledge.clause(ref), evidence) for ref, evidence in found.items() if evidence.enough]
    hits = [hit for hit in hits if hit[0].citable]  # a kind of requirement may be mapped to what a firm has withdrawn
    hits.sort(key=lambda hit: (-_score(index, hit[1]), index.order[hit[0].id]))
    return _few(index, hits)


def _unneeded_blanked(text: str) -> str:
    return _NOT_NEEDED.sub(lambda hit: "x" * len(hit.group()), text)


def _gather_words(index: _Index, number: int, texts: tuple[str, str], found: dict[str, _Evidence]) -> None:
    """Find keywords in the masked text, and quote them from the text itself."""
    text, shown = texts
    for hit in index.phrases.find(shown):
        words = text[hit.start : hit.end]
        for clause in index.strong.get(hit.phrase, ()):
            evidence = found.setdefault(clause.id, _Evidence())
            evidence.strong.setdefault(hit.phrase, words)
            evidence.spans.append((number, hit.start, hit.end))
        for clause in index.supporting.get(hit.phrase, ()):
            found.setdefault(clause.id, _Evidence()).support(hit.phrase, words, (number, hit.start, hit.end))


def _gather_patterns(index: _Index, number: int, texts: tuple[str, str], found: dict[str, _Evidence]) -> None:
    text, shown = texts
    for pattern, clause in index.patterns:
        for hit in pattern.finditer(shown):
            evidence = found.setdefault(clause.id, _Evidence())
            evidence.strong.setdefault(hit.group().lower(), text[hit.start() : hit.end()])
            evidence.spans.append((number, hit.start(), hit.end()))


def _gather_named(knowledge: Knowledge, text: str, found: dict[str, _Evidence]) -> None:
    for named in named_clauses(text):
        citable = [entry for entry in knowledge.clauses if entry.source == named.source and entry.citable]
        exact = [entry for entry in citable if entry.clause == named.clause]
        below = [entry for entry in citable if entry.clause.startswith(tuple(named.clause + mark for mark in "(.-"))]
        candidates = exact or below
        worded = [entry for entry in candidates if entry.id in found]
        for clause in (worded or candidates)[:2]:
            found.setdefault(clause.id, _Evidence()).named = text[named.start : named.end]


def _gather_signs(index: _Index, signs: list[tuple[str, str]], found: dict[str, _Evidence]) -> None:
    """Let each kind of requirement, with the words that show it, speak for the clauses that it is mapped to."""
    kinds = {kind for kind, _ in signs}
    for kind, quote in signs:
        mapped = index.archetypes.get(kind)
        if mapped is None or kinds & set(mapped.not_beside):
            continue
        supported = [ref for ref in mapped.with_keyword if ref in found]
        for ref in supported:
            found[ref].cue = found[ref].cue or quote
        if _shows(mapped.always_on, quote):
            for ref in (*mapped.always, *(() if supported else mapped.otherwise)):
                evidence = found.setdefault(ref, _Evidence())
                evidence.cue, evidence.always = evidence.cue or quote, True


def _shows(wanted: tuple[str, ...], quote: str) -> bool:
    """Whether an archetype's cue is telling enough: any cue where nothing is asked, "#" asks for a number."""
    numbered = _NUMBER_SIGN in wanted and any(char.isdigit() for char in quote)
    return not wanted or numbered or bool(occurrences(wanted, quote))


def _score(index: _Index, evidence: _Evidence) -> float:
    score = _NAMED_SCORE * bool(evidence.named) + _ARCHETYPE_SCORE * bool(evidence.cue)
    score += sum(index.weight(phrase) for phrase in evidence.strong)
    score += _SUPPORTING_SHARE * sum(index.weight(phrase) for phrase in evidence.supporting)
    return round(score, 6)


def _few(index: _Index, hits: list[tuple[Clause, _Evidence]]) -> tuple[ClauseHit, ...]:
    binding = [hit for hit in hits if hit[0].status is ClauseStatus.IN_FORCE][:MOST_BINDING]
    taken = [span for _, evidence in binding for span in evidence.spans]
    guidance = [
        hit
        for hit in hits
        if hit[0].status is ClauseStatus.GUIDANCE
        and (hit[1].named or hit[1].always or any(not _covered(span, taken) for span in hit[1].spans))
    ][:MOST_GUIDANCE]
    return tuple(
        ClauseHit(clause=clause, quote=evidence.quote, score=_score(index, evidence))
        for clause, evidence in (*binding, *guidance)
    )


def _overlap(one: tuple[int, int, int], other: tuple[int, int, int]) -> bool:
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


def _covered(span: tuple[int, int, int], taken: list[tuple[int, int, int]]) -> bool:
    return any(span[0] == text and start <= span[1] and span[2] <= end for text, start, end in taken)


def occurrences(phrases: tuple[str, ...], text: str) -> tuple[Occurrence, ...]:
    """Where phrases stand in a text, matched as the reference matches keywords."""
    return _phrase_index(phrases).find(text)


@lru_cache(maxsize=256)
def _phrase_index(phrases: tuple[str, ...]) -> PhraseIndex:
    return PhraseIndex(phrases)
