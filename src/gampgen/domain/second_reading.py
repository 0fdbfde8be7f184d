"""What a language model added to a suite, what of it was refused, and what it could not be asked.

Everything here is the model's only in words: ids, quotes, numbers, risk, dispositions and verdicts are never its own.
"""

from __future__ import annotations

from enum import StrEnum

from gampgen.domain.base import LargeValue, Value
from gampgen.domain.origin import Origin


class ContributionKind(StrEnum):
    """What a model may contribute."""

    ADDITIONAL_TEST = "additional_test"
    FAILURE_MODE = "failure_mode"
    MISSING_REQUIREMENT = "missing_requirement"
    REWORDING = "rewording"
    STEP_WORDING = "step_wording"
    SECOND_OPINION = "second_opinion"


class Contribution(Value):
    """One accepted piece. `text` is the model's words; `replaced` what the rules had said in their place, or "".

    `requirement_uid`, `test_id` and `step` say where it went, where they apply. `note` is the failure that an
    additional test looks for, the part of a step that was worded ("action", "expected_result"), or the category of a
    second opinion. `quote` is the passage of the requirement that it rests on, `exchange` the digest of the recorded
    question and answer.
    """

    kind: ContributionKind
    origin: Origin = Origin.LLM
    requirement_uid: str | None = None
    test_id: str | None = None
    step: int | None = None
    text: str
    note: str = ""
    replaced: str = ""
    quote: str = ""
    exchange: str


class Dropped(Value):
    """An answer that failed the gates twice: of which task, about what, and why; the rules' result stands instead."""

    task: str
    about: str
    reasons: tuple[str, ...]
    exchange: str


class Unanswered(Value):
    """A question that got no answer: of which task, about how many things, the kind of failure and its words."""

    task: str
    about: tuple[str, ...]
    kind: str
    message: str
    exchange: str


class PromptRecord(Value):
    """A prompt that was used: its file's name, version and digest (hexadecimal)."""

    name: str
    version: str
    sha256: str


class SecondReading(LargeValue):
    """The model's part in a suite. `model` is the name asked for, `answered_by` the names that the server gave.

    `questions` counts the questions put, `asked_again` those of them that gave the reason why an answer was refused.
    """

    model: str
    address: str
    answered_by: tuple[str, ...]
    prompts: tuple[PromptRecord, ...]
    questions: int
    asked_again: int
    contributions: tuple[Contribution, ...]
    dropped: tuple[Dropped, ...]
    unanswered: tuple[Unanswered, ...]

    @property
    def whole(self) -> bool:
        """Whether everything that was asked was answered, and every answer passed the gates."""
        return not self.dropped and not self.unanswered

    def count(self, kind: ContributionKind) -> int:
        """How many accepted pieces there are of a kind."""
        return sum(one.kind is kind for one in self.contributions)


class ModelCall(LargeValue):
    """One question to a model as the audit keeps it: what was asked, by which prompt, who answered, what became of it.

    `cached` says that the answer came out of a cache or a recorded run. `accepted` and `refused` count items. Tokens
    are None where the server did not count them; `failure` is "" where there was an answer.
    """

    task: str
    again: bool
    items: int
    accepted: int
    refused: int
    reasons: tuple[str, ...]
    exchange: str
    prompts: tuple[PromptRecord, ...]
    answer_sha256: str
    answered_by: str
    fingerprint: str
    parameters: str
    sent_bytes: int
    prompt_tokens: int | None
    completion_tokens: int | None
    attempts: int
    duration_ms: int
    cached: bool
    failure: str
