"""What the agents looked for in vain, and what the document leaves out, as findings: silence is never passed over."""

from __future__ import annotations

from gampgen.domain.advice import Advice, AdviceKind, AgentAnswer, AgentName, ContextFile
from gampgen.domain.finding import Finding, FindingSeverity, Rule

GAP = Rule(
    code="RA-GAP",
    name="A topic that such a document normally treats",
    manual=(
        "Another requirement's words lead to expect a requirement on this topic, a clause asks for it, and none of the "
        "document's texts treats it. It is a question to the author, not an error: the topic may be treated elsewhere, "
        "by a procedure or in another document. Then say so in the requirements document."
    ),
    source="gampgen; the clause that the finding names",
)
NOTHING = Rule(
    code="AG-NONE",
    name="An agent found nothing",
    manual="An agent looked and found nothing to advise. Its words say what it looked for.",
    source="gampgen",
)
CONTEXT_EMPTY = Rule(
    code="CA-EMPTY",
    name="A context file without text",
    manual=(
        "A file given with --context could be read and holds no text, so nothing of it could be used. It may be a "
        "scan, or the wrong file."
    ),
    source="gampgen",
)
CONTEXT_UNUSED = Rule(
    code="CA-UNUSED",
    name="A context file that nothing was taken from",
    manual=(
        "A file given with --context was read, and none of its passages shares enough telling words with a requirement "
        "to be quoted. Tests are made concrete only by what is quoted. It may be the wrong file, in another language, "
        "or name things otherwise than the requirements do."
    ),
    source="gampgen",
)
CONTEXT_NONE = Rule(
    code="CA-NONE",
    name="The context files speak of no requirement",
    manual=(
        "Files were given with --context, and no passage of any of them was found for any requirement. The suite is "
        "the same as without them."
    ),
    source="gampgen",
)
RULES = (GAP, NOTHING, CONTEXT_EMPTY, CONTEXT_UNUSED, CONTEXT_NONE)


def findings_on(answers: tuple[AgentAnswer, ...], files: tuple[ContextFile, ...]) -> tuple[Finding, ...]:
    """The findings that follow from the answers, in their order.

    Args:
        answers: the agents' answers; of an agent that failed nothing is said here.
        files: the context files that were read.
    """
    advice = [piece for answer in answers for piece in answer.advice]
    asked = all(answer.failure is None for answer in answers if answer.agent == AgentName.CONTEXT)
    silent = (_nothing(piece) for piece in advice if piece.kind is AdviceKind.NOTHING_FOUND)
    gaps = (_gap(piece) for piece in advice if piece.kind is AdviceKind.GAP)
    return (*(_context(files, advice) if asked else ()), *silent, *gaps)


def _nothing(piece: Advice) -> Finding:
    return Finding(
        code=piece.source.ref or NOTHING.code,
        severity=FindingSeverity.INFO,
        requirement_uid=piece.requirement_uid,
        message=piece.text,
        hint="Nothing is attached rather than something general; name it in the document where it applies all the same",
    )


def _gap(piece: Advice) -> Finding:
    return Finding(
        code=GAP.code,
        severity=FindingSeverity.INFO,
        message=piece.text,
        hint="Add a requirement, or say in the document where the topic is treated",
    )


def _context(files: tuple[ContextFile, ...], advice: list[Advice]) -> list[Finding]:
    quoted = {piece.source.document for piece in advice if piece.kind is AdviceKind.PASSAGE}
    empty = [_warned(CONTEXT_EMPTY, f"The context file {one.name} holds no text") for one in files if not one.passages]
    if not files or quoted & {one.name for one in files}:
        unused = [one for one in files if one.passages and one.name not in quoted]
        return empty + [
            _warned(CONTEXT_UNUSED, f"Nothing was taken from the context file {one.name}: no requirement is like it")
            for one in unused
        ]
    count = f"{len(files)} context file{'s' if len(files) > 1 else ''}"
    return [*empty, _warned(CONTEXT_NONE, f"No passage of the {count} speaks of any requirement: nothing was used")]


def _warned(rule: Rule, message: str) -> Finding:
    return Finding(
        code=rule.code,
        severity=FindingSeverity.WARNING,
        message=message,
        hint="Check that it is the right file, and that it calls things as the requirements do",
    )
