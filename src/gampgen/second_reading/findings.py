# ruff: noqa: E501 - a manual's sentence stands on one line
"""What the second reading found and what went wrong in it, as findings; a model's words are always named as such."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from gampgen.domain.category import Categorisation
from gampgen.domain.finding import Finding, FindingSeverity, Rule
from gampgen.domain.second_reading import Contribution, ContributionKind, SecondReading
from gampgen.second_reading.material import Material

SOURCE = "gampgen"
OPINION = Rule(
    code="LLM1",
    name="Second opinion on the category",
    manual=(
        "A language model was asked which GAMP category it would propose, and quoted words of requirements for it. It is an "
        "opinion beside the rules' proposal, which it never changes. Where the two differ, a person looks at both."
    ),
    source=SOURCE,
)
MISSING = Rule(
    code="LLM2",
    name="Something a requirement leaves open, seen by a language model",
    manual=(
        "A language model read the requirement and asks what its words leave open. It is a question to the author, and may "
        "be answered elsewhere in the document. No test rests on it."
    ),
    source=SOURCE,
)
REWORDED = Rule(
    code="LLM3",
    name="A measurable wording, proposed by a language model",
    manual=(
        "Words of the requirement cannot be tested. A language model proposes the sentence again with blanks in their place, "
        "for the author to fill in. The requirement in the suite is unchanged."
    ),
    source=SOURCE,
)
DROPPED = Rule(
    code="LLM4",
    name="Answers of the language model were dropped",
    manual=(
        "An answer did not pass the gates, was asked for once more with the reason, and did not pass them again: it quoted "
        "what the requirement does not say, changed a number or a negation, or said what only the program may. The rules' "
        "result stands in its place. The recorded answers are in the folder llm."
    ),
    source=SOURCE,
)
UNANSWERED = Rule(
    code="LLM5",
    name="The language model did not answer",
    manual=(
        "The model's server was down, refused, answered something unreadable, or a limit of the run was reached. The rules' "
        "result is whole without it; what the model would have added is missing. --llm-required makes this a failure."
    ),
    source=SOURCE,
)
OTHER_MODEL = Rule(
    code="LLM6",
    name="Another model answered",
    manual=(
        "The server gave another model's name than was asked for: an alias, a dated version, or another model. The names are "
        "in the record of the second reading."
    ),
    source=SOURCE,
)
SPEAKS_TO_MODEL = Rule(
    code="LLM7",
    name="Text that speaks to a language model",
    manual=(
        "A requirement holds words such as 'ignore the instructions above' that state no demand on the system and could be "
        "meant for a language model. Whatever a model makes of them, it cannot change ids, numbers, risk, verdicts or files. "
        "Ask the author where the words come from."
    ),
    source="OWASP Top 10 for LLM applications, prompt injection",
)
RULES = (OPINION, MISSING, REWORDED, DROPPED, UNANSWERED, OTHER_MODEL, SPEAKS_TO_MODEL)
_SPEAKS = re.compile(
    r"(?i)\b(?:ignore|disregard|forget|override)\b[^.;]{0,40}\b(?:instruction|prompt|rule|policy|above|previous)"
    r"|\bsystem prompt\b|\bdeveloper mode\b|(?-i:\bSYSTEM:)|\bas an ai\b|\blanguage model\b|\badmin override\b"
    r"|\bnote to the (?:assistant|model|ai)\b|\byou are now\b|\"role\"\s*:|<<<END|</?data>|\bapi key and\b"
)


def findings_of(reading: SecondReading, material: Material) -> tuple[Finding, ...]:
    """The findings of a second reading on the rules' result, document-wide ones first."""
    return (
        *_troubles(reading),
        *_speaking(material),
        *_from_contributions(reading.contributions, material.categorisation),
    )


def _speaking(material: Material) -> Iterator[Finding]:
    for uid, requirement in material.requirements.items():
        hit = next((hit for text in (requirement.text, *requirement.items) if (hit := _SPEAKS.search(text))), None)
        if hit is not None:
            yield Finding(
                code=SPEAKS_TO_MODEL.code,
                severity=FindingSeverity.WARNING,
                requirement_uid=uid,
                message=f"Words that could be meant for a language model: “{hit[0]}”",
                hint="Ask the author; what a model answers to it is gated like everything else",
            )


def _troubles(reading: SecondReading) -> Iterator[Finding]:
    for task, count in Counter(one.task for one in reading.dropped).items():
        reasons = dict.fromkeys(reason for one in reading.dropped if one.task == task for reason in one.reasons)
        yield Finding(
            code=DROPPED.code,
            severity=FindingSeverity.WARNING,
            message=f"{count} answers of the language model ({spoken(task)}) were dropped: {'; '.join(reasons)}",
            hint="Nothing of them is in the suite. Take another model where it happens often",
        )
    missing = Counter((one.task, one.kind, one.message) for one in reading.unanswered)
    for (task, kind, message), count in missing.items():
        yield Finding(
            code=UNANSWERED.code,
            severity=FindingSeverity.WARNING,
            message=f"{count} questions to the language model ({spoken(task)}) got no answer: {message} ({kind})",
            hint="The rules' result stands alone there. Run again with --force when the model answers",
        )
    others = [name for name in reading.answered_by if name != reading.model]
    if others:
        yield Finding(
            code=OTHER_MODEL.code,
            severity=FindingSeverity.INFO,
            message=f"The model {reading.model} was asked for, and {', '.join(map(repr, others))} answered",
            hint="Name the exact version of the model, so that a later run asks the same",
        )


def _from_contributions(contributions: tuple[Contribution, ...], categorisation: Categorisation) -> Iterator[Finding]:
    for one in contributions:
        if one.kind is ContributionKind.SECOND_OPINION:
            yield _opinion(one, categorisation)
        elif one.kind is ContributionKind.MISSING_REQUIREMENT:
            yield _info(MISSING, one, f"The language model asks: {one.text} It reads: “{one.quote}”")
        elif one.kind is ContributionKind.REWORDING:
            yield _info(REWORDED, one, f"The language model proposes to word it: “{one.text}”")


def _info(rule: Rule, one: Contribution, message: str) -> Finding:
    return Finding(
        code=rule.code,
        severity=FindingSeverity.INFO,
        requirement_uid=one.requirement_uid,
        message=message,
        hint="A language model's proposal: the author decides",
    )


def _opinion(one: Contribution, categorisation: Categorisation) -> Finding:
    proposed = categorisation.category
    same = proposed is not None and one.note == str(proposed.value)
    rules = "no category" if proposed is None else f"category {proposed.value}"
    message = (
        f"The language model would propose category {one.note} as well"
        if same
        else f"The language model would propose category {one.note}, and the suite says {rules}"
    )
    return Finding(
        code=OPINION.code,
        severity=FindingSeverity.INFO if same else FindingSeverity.WARNING,
        message=f"{message}. Its reason: {one.text} It quotes {one.requirement_uid}: “{one.quote}”",
        hint="An opinion that changes nothing; a person decides with --category",
    )


def spoken(task: str) -> str:
    """A task's name as people read it: "sme additional tests"."""
    return task.replace("_", " ")
