"""A person's decision on the category: from the flags, or asked for on the terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

from gampgen.cli import console
from gampgen.domain.category import CategoryDecision, CategoryQuestion, GampCategory
from gampgen.errors import UsageError
from gampgen.settings import OnDoubt

if TYPE_CHECKING:
    from gampgen.settings.resolving import Resolved

STOP = "stop"


def person_decision(category: int | None, decided_by: str | None, reason: str | None) -> CategoryDecision | None:
    """The decision, or None where no category was given.

    Raises:
        UsageError: one of the three flags is missing, empty, or the category is none of 1, 3, 4, 5.
    """
    if category is None and decided_by is None and reason is None:
        return None
    if category is None or not (decided_by or "").strip() or not (reason or "").strip():
        raise UsageError(
            "A decision on the category needs --category, --decided-by and --reason",
            hint="Give all three: the audit names who decided and why",
        )
    if category not in set(GampCategory):
        raise UsageError(
            f"There is no GAMP category {category}",
            hint="Use 1 (infrastructure), 3 (standard), 4 (configured) or 5 (custom); 2 was dropped with GAMP 5",
        )
    return CategoryDecision(category=GampCategory(category), decided_by=decided_by or "", reason=reason or "")


def on_a_terminal(*, quiet: bool) -> bool:
    """Whether somebody can be asked: input and error output are a terminal, and silence was not wished for."""
    return not quiet and sys.stdin.isatty() and sys.stderr.isatty()


def with_doubt_settled(resolved: Resolved, *, terminal: bool) -> Resolved:
    """The settings with what to do in doubt: unless somebody said otherwise, ask on a terminal, else go on.

    Raises:
        UsageError: `ask` was wished for, and there is nobody to ask.
    """
    from gampgen.settings.resolving import DEFAULT

    origin = next(one.origin for one in resolved.origins if one.key == "on_doubt")
    settings = resolved.settings
    if origin == DEFAULT:
        doubt = OnDoubt.ASK if terminal else OnDoubt.PROPOSED
        return resolved.model_copy(update={"settings": settings.model_copy(update={"on_doubt": doubt})})
    if settings.on_doubt is OnDoubt.ASK and settings.decision is None and not terminal:
        raise UsageError(
            "on_doubt is 'ask', and there is no terminal to ask on",
            hint="Use --on-doubt stop to decide later, highest or proposed to go on, or decide with --category",
        )
    return resolved


def asking(
    undecided: Callable[[CategoryQuestion], CategoryDecision | None], paused: Callable[[], AbstractContextManager[None]]
) -> Callable[[CategoryQuestion], CategoryDecision | None]:
    """A function that asks on the terminal.

    Args:
        undecided: what ends the run with its question left behind; called on the answer "stop".
        paused: holds the progress display while the person is asked.
    """

    def ask(question: CategoryQuestion) -> CategoryDecision | None:
        with paused():
            _show(question)
            category = _category(question)
            if category is None:
                return None
            if isinstance(category, GampCategory):
                by, why = _told("Decided by (your name): "), _told("Reason: ")
                if by and why:
                    return CategoryDecision(category=category, decided_by=by, reason=why)
        return undecided(question)

    return ask


def _show(question: CategoryQuestion) -> None:
    from gampgen.pipeline.question import proposal_in_words

    console.say()
    console.say(f"The GAMP category needs a person. {proposal_in_words(question)}")
    for doubt in question.doubts:
        console.say(f"  {doubt.code}: {doubt.message}. {doubt.hint}.")
    console.say()
    for choice in question.choices:
        console.say(f"  {choice.category.value}  {choice.meaning}: {choice.reason}")
    console.say()


def _category(question: CategoryQuestion) -> GampCategory | str | None:
    """The category chosen; None to keep the proposal; or STOP."""
    proposed = question.proposal.category
    kept = "go on without a category" if proposed is None else f"keep {proposed.value}"
    numbers = {str(category.value): category for category in GampCategory}
    while True:
        answer = _line(f"Category {', '.join(numbers)}; Enter to {kept}, with a finding; 'stop' to decide later: ")
        if answer is None or answer.lower() == STOP:
            return STOP
        if not answer:
            return None
        if answer in numbers:
            return numbers[answer]
        console.say(f"'{answer}' is none of them.")


def _told(prompt: str) -> str:
    """A line that is not empty; "" at the end of the input."""
    while (answer := _line(prompt)) is not None:
        if answer:
            return answer
        console.say("The audit needs it; it cannot be left empty.")
    return ""


def _line(prompt: str) -> str | None:
    """One line of the terminal's input, stripped; None at its end (Ctrl-D)."""
    sys.stderr.write(prompt)
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not line:
        console.say()
        return None
    return line.strip()
