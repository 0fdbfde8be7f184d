"""The context agent: what else in this document, and in the files given beside it, bears on a requirement."""

from __future__ import annotations

import re
from collections.abc import Callable

from gampgen.agents.interface import replied
from gampgen.agents.prepared import Prepared
from gampgen.agents.ranking import Collection, content_words
from gampgen.domain.advice import Advice, AdviceKind, AgentName, ContextPassage, Question, Reply
from gampgen.domain.finding import Rule
from gampgen.domain.requirement import Recognition, Requirement, Term
from gampgen.domain.trace import Source, SourceKind
from gampgen.knowledge.words import PhraseIndex

NO_PASSAGE = Rule(
    code="CA-SILENT",
    name="No passage found",
    manual=(
        "Files were given with --context, and none of their passages shares enough telling words with the requirement. "
        "What its tests need of screens, messages and parameters stays a marked blank."
    ),
    source="gampgen",
)
RULES = (NO_PASSAGE,)
_MOST_RELATED = 2
_MOST_PASSAGES = 2
# A text is called related only where it shares this many content words that are rare in the document.
_LEAST_SHARED = 3
_LEAST_RARE = 2
_LEAST_PART = 0.3
_RARE = 1.2  # inverse document frequency of a word that a third of the requirements hold
_FEW = 4  # below so many requirements a word that all of them hold may be what the document is about
_MOST_USES = 8
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?!\s|$)[^.!?\n]*)*[.!?]?")
_ID_EDGE = r"(?<![\w.-]){}(?![\w-]|\.\d)"


class ContextAgent:
    """Finds definitions, roles and related requirements of the document, and passages of the context files."""

    name = AgentName.CONTEXT
    version = "1.1"
    calls_outside = False

    def __init__(self) -> None:
        self._lookups = Prepared(_Lookup)

    def advise(self, question: Question) -> Reply:
        """Per requirement: terms it uses, requirements it refers to or resembles, passages that speak of the same."""
        lookup = self._lookups.for_document(question)
        reply = replied(question, lambda planned: lookup.advice_on(planned.analysed.requirement))
        silence = _silence(question, reply.advice)
        return reply.model_copy(update={"advice": (*reply.advice, *silence)})


def _silence(question: Question, advice: tuple[Advice, ...]) -> list[Advice]:
    """One piece of advice that names the requirements without a passage; none where there are no context files."""
    found = {piece.requirement_uid for piece in advice if piece.kind is AdviceKind.PASSAGE}
    asked = [planned.analysed.requirement for planned in question.requirements]
    without = [requirement.id for requirement in asked if requirement.uid not in found]
    if not question.passages or not without:
        return []
    return [
        Advice(
            agent=AgentName.CONTEXT,
            requirement_uid=None,
            kind=AdviceKind.NOTHING_FOUND,
            text=f"No passage of the context files speaks of {', '.join(without)}",
            source=Source(kind=SourceKind.RULE, ref=NO_PASSAGE.code),
        )
    ]


class _Lookup:
    """What is prepared once per document."""

    def __init__(self, question: Question) -> None:
        self._recognition = question.recognition
        self._passages = question.passages
        requirements = question.recognition.requirements
        self._related = Collection(tuple(_whole(requirement) for requirement in requirements))
        self._context = Collection(tuple(passage.text for passage in question.passages))
        self._ids = _id_pattern(question.recognition)
        self._named = _naming_passages(self._ids, question.passages)
        self._defined = self._telling_terms()
        self._by_id: dict[str, Requirement] = {}
        for requirement in requirements:
            self._by_id.setdefault(requirement.id, requirement)

    def advice_on(self, requirement: Requirement) -> list[Advice]:
        """All pieces of advice on one requirement, in a fixed order of kinds."""
        return [
            *self._terms(requirement),
            *self._references(requirement),
            *self._resembling(requirement),
            *self._passages_for(requirement),
        ]

    def _terms(self, requirement: Requirement) -> list[Advice]:
        return [self._definition(requirement, term) for term, used_in in self._defined if requirement.uid in used_in]

    def _telling_terms(self) -> tuple[tuple[Term, frozenset[str]], ...]:
        """Terms and roles with the requirements that use them (uids).

        Those that most requirements use, as the system's own name, are left out: they tell nothing.
        """
        requirements = self._recognition.requirements
        most = max(_MOST_USES, len(requirements) // 2)
        texts = [(requirement.uid, _whole(requirement)) for requirement in requirements]
        told: list[tuple[Term, frozenset[str]]] = []
        for term in (*self._recognition.terms, *self._recognition.roles):
            uses = _use_of(term)
            used_in = [uid for uid, text in texts if uses(text)]
            if len(used_in) <= most:
                told.append((term, frozenset(used_in)))
        return tuple(told)

    def _definition(self, requirement: Requirement, term: Term) -> Advice:
        return Advice(
            agent=AgentName.CONTEXT,
            requirement_uid=requirement.uid,
            kind=AdviceKind.DEFINITION,
            text=f"{term.name}: {term.meaning}" if term.meaning else term.name,
            source=Source(kind=SourceKind.CONTEXT, document=self._recognition.document.file_name, quote=term.quote),
        )

    def _references(self, requirement: Requirement) -> list[Advice]:
        """Requirements that this one names by id."""
        named = [hit.group() for hit in self._ids.finditer(_whole(requirement))] if self._ids else []
        return [
            _relation(requirement, self._by_id[name], f"{requirement.id} refers to {name}")
            for name in dict.fromkeys(named)
            if name != requirement.id
        ]

    def _resembling(self, requirement: Requirement) -> list[Advice]:
        """Requirements that speak of the same things in the same, rare words."""
        related: list[Advice] = []
        for hit in self._related.most_like(_whole(requirement), _MOST_RELATED + 1):
            other = self._recognition.requirements[hit.place]
            rare = tuple(word for word in hit.shared if self._related.rarity(word) >= _RARE)
            if other.uid != requirement.uid and len(rare) >= _LEAST_SHARED:
                words = _words_of(_whole(other), rare)
                related.append(_relation(requirement, other, f"{other.id} speaks of the same: {words}"))
        return related[:_MOST_RELATED]

    def _passages_for(self, requirement: Requirement) -> list[Advice]:
        """Passages that name the requirement, then those that share a good part of its words, rare ones among them."""
        words = tuple(sorted(set(content_words(_whole(requirement)))))
        found = dict.fromkeys(self._naming(requirement), words)
        for hit in self._context.most_like(_whole(requirement), _MOST_PASSAGES):
            telling = [word for word in hit.shared if self._is_telling(word)]
            if len(hit.shared) >= max(_LEAST_SHARED, len(words) * _LEAST_PART) and len(telling) >= _LEAST_RARE:
                found.setdefault(hit.place, hit.shared)
        places = list(found)[:_MOST_PASSAGES]
        return [_passage(requirement, self._passages[place], found[place]) for place in places]

    def _naming(self, requirement: Requirement) -> list[int]:
        """The places of the passages in which the requirement's id stands; an id that is a bare number says nothing."""
        return self._named.get(requirement.id, [])

    def _is_telling(self, word: str) -> bool:
        return len(self._recognition.requirements) < _FEW or self._related.rarity(word) >= _RARE


def _whole(requirement: Requirement) -> str:
    return "\n".join((requirement.text, *requirement.items, requirement.acceptance_criteria or ""))


def _id_pattern(recognition: Recognition) -> re.Pattern[str] | None:
    """One pattern for all printed ids, longest first; ids that are bare numbers say nothing in running text."""
    ids = {one.id for one in recognition.requirements if any(char.isalpha() for char in one.id)}
    if not ids:
        return None
    ordered = sorted(ids, key=lambda name: (-len(name), name))
    return re.compile(_ID_EDGE.format("(?:" + "|".join(re.escape(name) for name in ordered) + ")"))


def _naming_passages(ids: re.Pattern[str] | None, passages: tuple[ContextPassage, ...]) -> dict[str, list[int]]:
    """For each id of a requirement the places of the passages that name it."""
    named: dict[str, list[int]] = {}
    for place, passage in enumerate(passages):
        for name in dict.fromkeys(hit.group() for hit in ids.finditer(passage.text)) if ids else ():
            named.setdefault(name, []).append(place)
    return named


def _use_of(term: Term) -> Callable[[str], bool]:
    """Tells whether a text uses a defined term; an abbreviation must stand there in its own capitals."""
    if term.name.isupper():
        written = re.compile(rf"(?<!\w){re.escape(term.name)}(?:s)?(?!\w)")
        return lambda text: written.search(text) is not None
    phrase = PhraseIndex((term.name,))
    return lambda text: bool(phrase.find(text))


def _relation(requirement: Requirement, other: Requirement, text: str) -> Advice:
    return Advice(
        agent=AgentName.CONTEXT,
        requirement_uid=requirement.uid,
        kind=AdviceKind.RELATED_REQUIREMENT,
        text=text,
        source=Source(kind=SourceKind.REQUIREMENT, requirement_uid=other.uid, quote=other.text),
    )


def _words_of(text: str, shared: tuple[str, ...]) -> str:
    """The shared words as the text writes them, in its order."""
    written = [word for word in re.findall(r"[^\W_]+", text) if set(content_words(word)) & set(shared)]
    return ", ".join(dict.fromkeys(word.lower() for word in written)) or ", ".join(shared)


def _passage(requirement: Requirement, passage: ContextPassage, shared: tuple[str, ...]) -> Advice:
    quote = _best_sentence(passage.text, shared)
    named = [passage.document, *([f"version {passage.version}"] if passage.version else []), passage.place]
    return Advice(
        agent=AgentName.CONTEXT,
        requirement_uid=requirement.uid,
        kind=AdviceKind.PASSAGE,
        text=f"{', '.join(named)}: {' '.join(quote.split())}",
        source=Source(
            kind=SourceKind.CONTEXT,
            document=passage.document,
            quote=quote,
            version=passage.version or None,
            place=passage.place,
        ),
    )


def _best_sentence(text: str, shared: tuple[str, ...]) -> str:
    """The sentence of a passage that holds most of the shared words (the first of several)."""
    sentences = [found.group().strip() for found in _SENTENCE.finditer(text) if found.group().strip()]
    if not sentences:
        return text.strip()
    return max(sentences, key=lambda sentence: len(set(content_words(sentence)) & set(shared)))
