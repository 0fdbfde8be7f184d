"""What a sentence says about its effects where the conditions are not as it wants them.

"If C, the pump stops" says by the field's reading of such sentences that the pump does not stop without C. "If C, no
data are lost" does not say that data are lost without C: the failure of a guarantee, or of a function that is always
on, is demanded nowhere. Only words such as "only", "unless" and "until" make the opposite a demand there.
"""

from __future__ import annotations

import re

from gampgen.domain.clause import ActionKind, Clause, ClauseForm
from gampgen.domain.statement import Effect, Statement

_ONLY = re.compile(r"\b(?:only|otherwise|else|exclusively|solely|reserved|restricted|limited to)\b", re.IGNORECASE)
_COMPLEMENT = re.compile(r"\b(?:unless|until|except|as long as|so long as|provided|before)\b", re.IGNORECASE)
_LOSS = frozenset(
    {
        "lose", "corrupt", "duplicate", "double", "damage", "destroy", "alter", "falsify", "overwrite",
        "skip", "miss", "interrupt", "disturb", "impair", "affect", "compromise", "endanger", "leak", "spill",
        "reuse", "repeat",
    }
)  # fmt: skip
_REPEATED = re.compile(r"\b(?:twice|more than once|again|in duplicate|unnoticed|undetected)\b", re.IGNORECASE)
_ALWAYS_ON = frozenset(
    {ActionKind.RETAIN, ActionKind.PROTECT, ActionKind.MONITOR, ActionKind.CONTROL, ActionKind.PROVIDE}
)
_LASTING = frozenset(
    {
        "remain", "stay", "continue", "ensure", "guarantee", "comply", "keep", "maintain", "operate", "work",
        "function", "run", "hold", "preserve", "support", "allow", "conform", "meet", "exist", "belong", "assume",
        "interpret", "consider", "correspond", "match", "equal", "base",
    }
)  # fmt: skip
_LASTING_STATE = re.compile(
    r"^(?:still |fully |always |readily )*(?:available|accessible|protected|readable|legible|usable|intact|complete"
    r"|unchanged|consistent|secure|safe|retrievable|valid|preserved|maintained|able)\b",
    re.IGNORECASE,
)
_RECORDED_EVENT = re.compile(
    r"\b(?:entry|entries|event|events|alarm|alarms|error|errors|failure|failures|fault|faults|attempt|attempts|reason"
    r"|deviation|deviations|change|changes|message|messages|excursion|excursions|comment|violation|violations"
    r"|warning|warnings|action|actions|incident|incidents)\b",
    re.IGNORECASE,
)
_TRIED = frozenset(
    {
        ActionKind.CHANGE, ActionKind.DELETE, ActionKind.SIGN, ActionKind.CREATE, ActionKind.START, ActionKind.STOP,
        ActionKind.OUTPUT, ActionKind.TRANSFER, ActionKind.RECORD, ActionKind.ALLOW, ActionKind.CONFIGURE,
        ActionKind.AUTHENTICATE, ActionKind.SEARCH, ActionKind.RESTORE, ActionKind.OTHER, ActionKind.CONTROL,
    }
)  # fmt: skip
_BY_ITSELF = re.compile(r"\bautomatic(?:ally)?\b|\bby itself\b", re.IGNORECASE)
_MOST_WORDS = 8


def forbidden(statement: Statement, effect: Effect) -> bool:
    """Whether the sentence forbids the effect ("shall not start", "no data shall be lost", "cannot be closed")."""
    text = " ".join(statement.text.split())
    subject = effect.variable.strip()
    if subject and re.search(rf"\b(?:no|neither|none of(?: the)?)\s+{re.escape(subject)}\b", text, re.IGNORECASE):
        return True
    if subject.lower().startswith(("no ", "nobody", "neither ")):
        return True
    found = aligned(effect.condition).search(text)
    return bool(found and any(found.groups()))


def aligned(words: str) -> re.Pattern[str]:
    """The words of an effect as they may stand in the sentence: with a "not" or a "no" between them."""
    parts = [re.escape(word) for word in words.split()[:_MOST_WORDS]]
    parts = [part + "(not)?" if part.lower() == "can" else part for part in parts]
    return re.compile(r"\s+(?:(not|never|no|nor)\s+)?".join(parts) or r"(?!)", re.IGNORECASE)


def opposite_said(statement: Statement, clause: Clause, *, forbids: bool) -> bool:
    """Whether the sentence says what becomes of an effect where its conditions are not as the demand wants them."""
    if forbids and (clause.verb in _LOSS or _REPEATED.search(f"{clause.object} {clause.rest}")):
        return False
    if clause.subject.lower().startswith("only "):
        return False  # "only orders of that plant are shown": what is shown else, nobody says
    if _ONLY.search(statement.text):
        return not _done_otherwise(statement, clause)
    if forbids:
        return clause.kind is not ActionKind.OTHER or clause.form is not ClauseForm.PASSIVE
    if _COMPLEMENT.search(statement.text) and _is_last(statement, clause):
        return not guarantees(clause)
    return not _always_on(clause)


def _done_otherwise(statement: Statement, clause: Clause) -> bool:
    """Whether people have to do it in the other case: "…; otherwise a number must be entered" forbids no number."""
    _, word, rest = statement.text.partition("therwise")
    said = clause.participle or clause.verb
    by_hand = clause.by_person or clause.kind in {ActionKind.RECORD, ActionKind.CREATE, ActionKind.REQUIRE}
    return bool(word and said and said in rest.lower()) and by_hand and not clause.negated


def _is_last(statement: Statement, clause: Clause) -> bool:
    """Whether an effect is the one that a trailing "unless" or "until" speaks of: the last of them."""
    last = statement.effects[-1] if statement.effects else None
    return last is None or clause.verb == "" or clause.verb in last.condition.lower() or len(statement.effects) == 1


def _always_on(clause: Clause) -> bool:
    goes_on = clause.verb in {"complete", "finish", "end"} and bool(_UNDER_WAY.search(clause.subject))
    of_a_kind = clause.form is ClauseForm.COPULA and bool(_OF_A_KIND.match(clause.object))
    return clause.ability or clause.verb in _LASTING or goes_on or of_a_kind or guarantees(clause)


# what something is by its nature ("the value is one of the names in the list") is no reaction that stays away
_OF_A_KIND = re.compile(
    r"^(?:one of|part of|equal|identical|(?:an?|the) \w|based|consistent|compatible)", re.IGNORECASE
)


# "the running cycle shall be completed": what is under way is not to suffer
_UNDER_WAY = re.compile(r"\b(?:running|current|ongoing|started|open)\b", re.IGNORECASE)


def guarantees(clause: Clause) -> bool:
    """Whether an effect is a guarantee or a function that is on at all times: its failure is demanded nowhere."""
    if clause.kind in _ALWAYS_ON:
        return True
    if clause.kind is ActionKind.RECORD:
        noun = clause.subject if clause.form is ClauseForm.PASSIVE else clause.object
        return not _RECORDED_EVENT.search(noun)
    states = clause.form is ClauseForm.COPULA or clause.verb in {"remain", "stay"}
    complement = f"{clause.object} {clause.rest}".strip() if states else ""
    return bool(_LASTING_STATE.match(complement))


def has_to_be_tried(statement: Statement, clause: Clause, *, forbids: bool) -> bool:
    """Whether somebody has to attempt the effect: what is forbidden, permitted, or possible under a condition only."""
    if forbids and (clause.verb in _LOSS or _REPEATED.search(f"{clause.object} {clause.rest}")):
        return False
    if forbids and clause.kind in {ActionKind.ALARM, ActionKind.NOTIFY}:
        return True  # an alarm stays away only where there is a cause for one
    if clause.ability or clause.form is ClauseForm.MODAL or clause.kind is ActionKind.ALLOW:
        return True
    if clause.kind not in _TRIED or _BY_ITSELF.search(statement.text) or clause.form is ClauseForm.COPULA:
        return False
    if forbids:
        return True
    by_hand = clause.by_person or clause.form is ClauseForm.PASSIVE
    return by_hand and clause.kind in _BY_HAND and bool(_PERMITTING.search(statement.text))


_BY_HAND = _TRIED - {ActionKind.STOP, ActionKind.TRANSFER, ActionKind.CONTROL, ActionKind.RESTORE}
_PERMITTING = re.compile(r"\bonly\b|\bunless\b|\buntil\b|\bwithout\b|\bprovided\b", re.IGNORECASE)
