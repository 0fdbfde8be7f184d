"""The place of a language model in the flow: after the rules' draft is whole, before the suite is put together."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from workflows.events import Event

from gampgen.drafting import Draft
from gampgen.workflow.events import DraftReadAgain, RequirementsParsed, SuitePlanned, SystemCategorised

Tell = Callable[[Event], None]


class SecondReader(Protocol):
    """A second pair of eyes on the draft."""

    async def read(
        self, draft: Draft, parsed: RequirementsParsed, found: SystemCategorised, plan: SuitePlanned, tell: Tell
    ) -> DraftReadAgain:
        """The draft with what the reader adds, which the gates let through; progress is told on the way.

        Raises:
            IncompleteError: the reader's whole part was required, and something of it is missing.
        """


class NoReader:
    """Without a model the draft goes on as the rules wrote it."""

    async def read(
        self, draft: Draft, parsed: RequirementsParsed, found: SystemCategorised, plan: SuitePlanned, tell: Tell
    ) -> DraftReadAgain:
        """See `SecondReader.read`."""
        del parsed, found, plan, tell
        return DraftReadAgain(draft=draft, rules=draft, findings=(), reading=None)
