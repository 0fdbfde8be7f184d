"""Who shall do what: subject and predicate of a statement, as far as a disposition needs them.

The disposition of a requirement hangs on the head of its subject and on its verb, never on a word that happens to
stand in it: "training records shall be shown" speaks of records that are shown. The reading here is shallow on purpose:
it needs the head noun and the verb phrase, not the whole tree.
"""

from __future__ import annotations

import re

from gampgen.domain.base import Value

_SENTENCE_END = re.compile(r"(?<=[.;!?])\s+(?=[A-Z\"“'(])")
_STRONG_MODAL = re.compile(r"\b(?:shall|must)\b", re.IGNORECASE)
_ANY_MODAL = re.compile(
    r"\b(?:shall|must|should|will|can(?:not)?|may|(?:has|have|needs?|is|are) to(?= [a-z])|(?:is|are) required to|"
    r"(?:is|are) (?:not )?(?:able|allowed|permitted) to|would)\b",
    re.IGNORECASE,
)
_TO_DO = re.compile(r"(?<=^supplier )to\b|(?<=^vendor )to\b|(?<=^system )to\b|(?<=^users )to\b", re.IGNORECASE)
_PERMISSIVE = re.compile(r"\b(?:can(?:not)?|may|(?:is|are) (?:not )?(?:able|allowed|permitted) to)\b", re.IGNORECASE)
_SUBORDINATE = re.compile(
    r"^(?:and |then |so )?(?:when|whenever|if|while|where|once|after|before|upon|on|in|unless|as|during|until|at|for|"
    r"following|prior|should|with|within|by|over|to|from|under|except|provided|given|throughout|by)\b",
    re.IGNORECASE,
)
_CLAUSE_START = re.compile(
    r",\s+(?=(?:then\s+)?(?:the|a|an|each|every|all|no|any|its|it|only|both|either|there|this|these|neither|users?|"
    r"access)\b)",
    re.IGNORECASE,
)
_INNER_START = re.compile(
    r"(?<!\bof)(?<!\bin)(?<!\bon)(?<!\bto)(?<!\bat)(?<!\bby)(?<!\bfor)(?<!\bwith)(?<!\bfrom)(?<!\bwhen)(?<!\bif) "
    r"(?=(?:the|a|an|all|each|every|no) )",
    re.IGNORECASE,
)
_HEAD_CUT = re.compile(
    r"\b(?:that|which|who|whose|of|for|in|on|with|without|from|to|by|at|during|between|after|before|per|within|used|"
    r"required|under|about|against|via|into|than|as|when|if|while|unless|whose|including|such|having|not|concerned|"
    r"responsible|traceable|necessary)\b|[,(:;]|\b\w+(?:ing|ed) (?=(?:the|a|an|all|each|every|by)\b)",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^(?:then|the|a|an|each|every|all|no|any|its|it|only|both|either|neither|this|these|those|at least|one|two|three|"
    r"four|five|\d+|following|new|existing|corresponding)\s+",
    re.IGNORECASE,
)
_COORDINATION = re.compile(r"\s*,\s*(?:and\s+|or\s+)?|\s+(?:and/or|and|or|as well as)\s+", re.IGNORECASE)
_NOT_PREFIX = re.compile(
    r"^(?:also|always|then|only|not|never|at least|additionally|further(?:more)?)\s+", re.IGNORECASE
)
_WORD = re.compile(r"[A-Za-z][\w'’-]*")
_IRREGULAR = {
    "people": "person", "personnel": "personnel", "staff": "staff", "premises": "premises", "bus": "bus",
    "status": "status", "gas": "gas", "lens": "lens", "access": "access", "analysis": "analysis", "ups": "ups",
}  # fmt: skip


class Clause(Value):
    """A main clause: what stands before the modal, the modal, and what stands after it.

    `subject` is "" for an imperative. `heads` are the head nouns of the subject, singular and lower case, in order.
    `permissive` is true for can, may, be able to. `modal` is "" where the clause has none. `text` is the whole sentence
    with white space folded, `lead_in` the subordinate clause before the subject ("When the lid is open").
    """

    text: str
    subject: str
    heads: tuple[str, ...]
    modal: str
    predicate: str
    lead_in: str
    permissive: bool = False

    @property
    def has_modal(self) -> bool:
        """Whether the clause says shall, must, should, will, can, may or "has to"."""
        return bool(self.modal)


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a statement, white space folded, empty ones left out."""
    folded = " ".join(text.split())
    return tuple(part for part in _SENTENCE_END.split(folded) if part.strip(" .;"))


def singular(word: str) -> str:
    """The singular of an English noun, lower case: "certificates" → "certificate", "policies" → "policy"."""
    low = word.lower().removesuffix("'s").removesuffix("’s").rstrip("'’")
    if low in _IRREGULAR:
        return _IRREGULAR[low]
    if low.endswith("ies") and len(low) > 4:  # noqa: PLR2004 - "ties" keeps its own letters
        return low[:-3] + "y"
    if low.endswith(("sses", "xes", "ches", "shes")):
        return low[:-2]
    return low[:-1] if low.endswith("s") and not low.endswith(("ss", "us", "is")) else low


def read_clause(sentence: str) -> Clause:
    """Subject, modal and predicate of one sentence. Without a modal the whole sentence is the predicate."""
    text = " ".join(sentence.split()).rstrip(" .;")
    modal = _STRONG_MODAL.search(text) or _ANY_MODAL.search(text) or _TO_DO.search(text)
    if modal is None:
        return Clause(text=text, subject="", heads=(), modal="", predicate=text, lead_in="")
    lead_in, subject = _without_lead_in(text[: modal.start()].strip())
    predicate = _bare(text[modal.end() :].strip())
    if subject.lower() == "there" and predicate.lower().startswith("be "):
        subject, predicate = predicate[3:], "be there"
    return Clause(
        text=text, subject=subject, heads=head_nouns(subject), modal=modal.group(), predicate=predicate,
        lead_in=lead_in, permissive=bool(_PERMISSIVE.fullmatch(modal.group())),
    )  # fmt: skip


def noun_phrase(part: str) -> str:
    """The noun phrase without determiners in front and without what is attached to its head."""
    core, before = part.strip(), None
    while core != before:
        before, core = core, _LEADING.sub("", core)
    cut = _HEAD_CUT.search(core)
    return core[: cut.start()].strip() if cut and cut.start() > 0 else core


def head_nouns(subject: str) -> tuple[str, ...]:
    """The head nouns of a noun phrase: "the person who signed" → ("person",), "vendor certificates" → ("certificate",).

    Coordinated nouns give one head each: "Operators and Supervisors" → ("operator", "supervisor").
    """
    heads: list[str] = []
    for part in _COORDINATION.split(subject):
        phrase = noun_phrase(part)
        words = _WORD.findall(phrase)
        if words:
            heads.append(singular(words[-1]))
    return tuple(heads)


def _without_lead_in(before: str) -> tuple[str, str]:
    """Splits "When A, the system" into "When A" and "the system"; ("", subject) where there is no lead-in."""
    if not _SUBORDINATE.match(before):
        marks = list(re.finditer(r":\s+", before))
        return ("", before) if not marks else (before[: marks[-1].start()], before[marks[-1].end() :])
    starts = list(_CLAUSE_START.finditer(before))
    if starts:
        return before[: starts[-1].start()], before[starts[-1].end() :].removeprefix("then ")
    lead_in, comma, subject = before.rpartition(",")
    if comma:
        return lead_in, subject.strip()
    nouns = list(_INNER_START.finditer(before))
    return (before[: nouns[-1].start()], before[nouns[-1].end() :]) if nouns else ("", before)


def _bare(predicate: str) -> str:
    """The predicate without adverbs in front of its verb; "not" goes too, since the duty stays the same duty."""
    before = None
    while predicate != before:
        before, predicate = predicate, _NOT_PREFIX.sub("", predicate)
    return predicate
