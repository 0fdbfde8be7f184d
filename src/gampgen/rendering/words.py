"""The suite's codes in words, as the outputs print them: in a language, with the firm's words for risk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from gampgen.domain.advice import AgentName
from gampgen.domain.category import Categorisation, GampCategory
from gampgen.domain.risk import DispositionKind, Level
from gampgen.errors import InternalError

CATEGORY = {
    GampCategory.INFRASTRUCTURE: "infrastructure software",
    GampCategory.STANDARD: "standard product, not configured",
    GampCategory.CONFIGURED: "configured product",
    GampCategory.CUSTOM: "custom application",
}

DISPOSITION = {
    DispositionKind.OQ: "OQ test",
    DispositionKind.IQ: "Installation qualification",
    DispositionKind.PQ: "Performance qualification",
    DispositionKind.CONFIGURATION_CHECK: "Configuration check",
    DispositionKind.PROCEDURE: "Procedure",
    DispositionKind.SUPPLIER_EVIDENCE: "Supplier evidence",
    DispositionKind.QUERY: "Query to the author",
}

_AGENT = {AgentName.CONTEXT.value: "Context", AgentName.SME.value: "SME", AgentName.RESEARCH.value: "Research"}

_CLAUSE_STATUS = {"draft": "draft, not binding", "superseded": "superseded, not current"}
_DECIDED = "Decided by {by}: {reason}"
_BY_RULES = "Proposed by rules, confidence {confidence} (0 to 1)"
_BY_MODEL = "Proposed by a language model, confidence {confidence} (0 to 1)"
_FOR_APPROVAL = "For approval by the process owner and the quality unit."
_REVIEW = "The evidence is not enough: a person must decide."
_PROPOSED = "The rules proposed category {category}."
_NO_CATEGORY = "<GAMP category: the document holds no evidence for one>"


@dataclass(frozen=True)
class Words:
    """How codes and fixed sentences are said.

    `labels` gives for each English text the same in another language; None is English. `levels` gives the firm's words
    for high, medium and low.
    """

    labels: Mapping[str, str] | None = None
    levels: Mapping[Level, str] = field(default_factory=dict)

    def say(self, english: str, **values: str) -> str:
        """A fixed text with its values.

        Raises:
            InternalError: the language has no words for it.
        """
        if self.labels is not None and english not in self.labels:
            raise InternalError("A text has no translation", hint="Please report this", where=english)
        text = self.labels[english] if self.labels is not None else english
        return text.format(**values) if values else text

    def code(self, code: StrEnum | str) -> str:
        """A code as words: `boundary_value_analysis` → "Boundary value analysis"."""
        return self.say(in_words(code))

    def level(self, level: Level) -> str:
        """A rating in the firm's words, or in those of the language."""
        return self.levels.get(level) or self.code(level)

    def disposition(self, kind: DispositionKind) -> str:
        """Where a requirement is verified."""
        return self.say(DISPOSITION[kind])

    def clause_status(self, status: str) -> str:
        """The status of a clause in words; a draft says that it does not bind."""
        return self.say(_CLAUSE_STATUS.get(status, status.replace("_", " ")))

    def category(self, number: GampCategory) -> str:
        """The category with its meaning: "4 (configured product)"."""
        return f"{number.value} ({self.say(CATEGORY[number])})"

    def proposed_category(self, categorisation: Categorisation) -> str:
        """The category as the cover states it: a proposal, a person's decision, or a blank."""
        if categorisation.category is None:
            return self.say(_NO_CATEGORY)
        decided = "{category}, decided by a person" if categorisation.decision else "{category}, proposed"
        stated = self.say("GAMP 5 category {category}", category=self.category(categorisation.category))
        return self.say(decided, category=stated)

    def category_basis(self, categorisation: Categorisation) -> str:
        """Who proposed or decided the category, how sure, and what is still to be done about it."""
        decision = categorisation.decision
        if decision:
            basis = self.say(_DECIDED, by=decision.decided_by, reason=decision.reason)
        else:
            by = _BY_MODEL if categorisation.decided_by == "llm" else _BY_RULES
            basis = self.say(by, confidence=f"{categorisation.confidence:.2f}")
        said = [f"{basis.rstrip('.')}.", self.say(_FOR_APPROVAL)]
        if categorisation.proposed not in (None, categorisation.category):
            said.append(self.say(_PROPOSED, category=self.category(categorisation.proposed)))
        if categorisation.needs_review:
            said.append(self.say(_REVIEW))
        return " ".join(said)

    def counted(self, number: int, noun: str) -> str:
        """A number with its noun: "1 test", "3 tests"."""
        return f"{number:,} {self.say(noun if number == 1 else f'{noun}s')}"


def agent_name(agent: str) -> str:
    """An agent's name; a further agent, which a package brought along, keeps its own."""
    return _AGENT.get(agent, agent)


def in_words(code: StrEnum | str) -> str:
    """A code as English words: `boundary_value_analysis` → "Boundary value analysis"."""
    words = str(code).replace("_", " ")
    return words[:1].upper() + words[1:]
