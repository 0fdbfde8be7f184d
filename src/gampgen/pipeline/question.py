"""The question about the category, as a person reads it."""

from __future__ import annotations

from gampgen.domain.category import CategoryEvidence, CategoryQuestion
from gampgen.rendering.text import visible


def question_markdown(question: CategoryQuestion, run: str) -> str:
    """`question.md`: what is in doubt, the evidence, the choices, and how to answer. `run` names the waiting run."""
    lines = [
        "# Which GAMP category?",
        "",
        proposal_in_words(question),
        "",
        "## Why a person is asked",
        "",
        *(f"- {_escaped(doubt.message)}. {_escaped(doubt.hint)} ({doubt.code})" for doubt in question.doubts),
        "",
        "## Choices",
        "",
        "| category | meaning | what the document says |",
        "|---|---|---|",
        *(f"| {choice.category.value} | {choice.meaning} | {_escaped(choice.reason)} |" for choice in question.choices),
        "",
        "## Evidence",
        "",
        *_evidence(question.proposal.evidence),
        "",
        "## How to answer",
        "",
        f"    gampgen resume {visible(run)} --category N --decided-by NAME --reason TEXT",
    ]
    return "\n".join(lines) + "\n"


def proposal_in_words(question: CategoryQuestion) -> str:
    """What the rules propose, in one sentence."""
    proposal = question.proposal
    if proposal.category is None:
        return "The rules propose no category: the document holds no evidence for one."
    claimed = f" The document claims category {proposal.claimed.value}." if proposal.claimed else ""
    return (
        f"The rules propose category {proposal.category.value} with confidence {proposal.confidence:.2f} of 1.{claimed}"
    )


def _evidence(evidence: tuple[CategoryEvidence, ...]) -> list[str]:
    if not evidence:
        return ["None."]
    table = ["| words | where | category | weight | indicator |", "|---|---|---|---|---|"]
    for one in evidence:
        place = one.requirement_uid or (one.location.in_words() if one.location else "title")
        table.append(
            f"| {_escaped(one.quote)} | {_escaped(place)} | {one.category.value} | {one.weight:+.2f} "
            f"| {one.indicator} |"
        )
    return table


def _escaped(text: str) -> str:
    """Words of the document in Markdown: nothing in them can mark anything up or hide."""
    marked = "".join(f"\\{char}" if char in "\\`*_{}[]<>#|~!&" else char for char in visible(text))
    return " ".join(marked.split())
