"""What a person sees when a run has ended: the figures, what to look at first, where the files are."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from gampgen.cli import console
from gampgen.domain.choices import FailOn
from gampgen.domain.finding import FindingSeverity
from gampgen.domain.risk import DispositionKind
from gampgen.pipeline.exits import exit_code

if TYPE_CHECKING:
    from gampgen.domain.suite import OQTestSuite
    from gampgen.pipeline.generate import Outcome
    from gampgen.settings import Settings

MOST_FINDINGS = 8
_STAGES = (DispositionKind.OQ, DispositionKind.IQ, DispositionKind.PQ)
_DISPOSITION = {one: one.upper() if one in _STAGES else one.replace("_", " ") for one in DispositionKind}


def summarise(outcome: Outcome, settings: Settings, *, verbose: bool) -> None:
    """The summary on standard error."""
    suite = outcome.suite
    console.say()
    if outcome.unchanged:
        console.say("Unchanged: the folder already holds the run of this input and these settings. Nothing was done.")
    if not suite.complete:
        missing = ", ".join(f"{agent.name}" for agent in suite.agents if not agent.answered)
        console.say(f"INCOMPLETE: no answer from the {missing} agent. See the findings.")
    _model(suite)
    for name, words in _figures(suite):
        console.say(f"{name:14}{words}")
    _findings(suite, verbose=verbose)
    if outcome.superseded:
        console.say(f"The earlier run is kept in {outcome.superseded}")
    _sealing(outcome)
    console.say(f"{'Suite digest':14}{outcome.suite_sha256}")
    console.say(f"{'Written to':14}{outcome.folder}/  (start with oq_protocol.docx)")
    if exit_code(suite, settings):
        console.say(f"Ends with exit code 1: {_why(suite, settings)}.")


def _why(suite: OQTestSuite, settings: Settings) -> str:
    """Why the exit code is not 0."""
    if not suite.complete:
        return "an agent is missing"
    if suite.second_reading is not None and not suite.second_reading.whole:
        return "the language model's part is not whole"
    severities = "error" if settings.fail_on is FailOn.ERROR else "warning or error"
    return f"there are open findings of severity {severities} (--fail-on)"


def _model(suite: OQTestSuite) -> None:
    """What became of the language model's part, where one was used."""
    reading = suite.second_reading
    if reading is None:
        return
    if not reading.whole:
        console.say(
            f"THE LANGUAGE MODEL'S PART IS NOT WHOLE: {len(reading.unanswered)} questions without answer, "
            f"{len(reading.dropped)} answers dropped. The rules' result stands there alone. --force asks again."
        )
    kinds = Counter(one.kind.value.replace("_", " ") for one in reading.contributions)
    told = ", ".join(f"{name} {count}" for name, count in kinds.most_common()) or "nothing"
    console.say(f"{'Model':14}{reading.model}: {told} (marked origin: llm)")


def _sealing(outcome: Outcome) -> None:
    """How the run is sealed, and what a person should know of it."""
    sealing = outcome.sealing
    if sealing is not None and sealing.signer is None:
        console.say(f"Not signed: {sealing.words}. The seal shows accidental change, not forgery.")
    elif sealing is not None and sealing.signer is not None:
        made = "Signed with a new run key" if sealing.created else "Signed with the run key"
        console.say(f"{'Seal':14}{made}: {sealing.signer.key_id[:16]}… ({sealing.words})")
    for notice in outcome.notices:
        console.say(f"Note: {notice}")


def summary_json(outcome: Outcome, code: int) -> str:
    """The outcome as one JSON document."""
    suite = outcome.suite
    return json.dumps(
        {
            "folder": str(outcome.folder),
            "unchanged": outcome.unchanged,
            "superseded": str(outcome.superseded) if outcome.superseded else None,
            "complete": suite.complete,
            "category": suite.categorisation.category,
            "needs_review": suite.categorisation.needs_review,
            "requirements": {entry.kind: entry.count for entry in suite.ledger},
            "tests": dict(Counter(test.technique for test in suite.tests)),
            "findings": dict(Counter(finding.severity for finding in suite.findings)),
            "model": _model_figures(suite),
            "suite_sha256": outcome.suite_sha256,
            "exit_code": code,
        },
        indent=2,
        ensure_ascii=False,
    )


def _figures(suite: OQTestSuite) -> list[tuple[str, str]]:
    found = suite.categorisation
    category = "none: the document holds no evidence"
    if found.category is not None:
        category = f"GAMP category {found.category.value}, confidence {found.confidence:.2f} of 1"
    review = ": a person has to confirm it (--category N --decided-by NAME --reason TEXT)" if found.needs_review else ""
    oq = sum(entry.count for entry in suite.ledger if entry.kind == "oq")
    dispositions = ", ".join(f"{_DISPOSITION[entry.kind]} {entry.count}" for entry in suite.ledger if entry.count)
    techniques = ", ".join(
        f"{name.replace('_', ' ')} {count}"
        for name, count in Counter(test.technique for test in suite.tests).most_common()
    )
    shared = " (one test may serve several)" if 0 < len(suite.tests) < oq else ""
    severities = Counter(finding.severity for finding in suite.findings)
    findings = ", ".join(f"{severity} {severities[severity]}" for severity in FindingSeverity)
    figures = [
        ("System", suite.system or "(not named in the document)"),
        ("Category", f"{category}{review}"),
        ("Requirements", f"{len(suite.requirements)}: {dispositions}"),
        ("Tests", f"{len(suite.tests)} for {oq} requirements{shared}: {techniques}"),
        ("Findings", f"{findings} (all in report.html)"),
    ]
    if suite.adequacy is not None and suite.adequacy.seeded:
        share = 100 * suite.adequacy.found // suite.adequacy.seeded
        figures.append(
            (
                "Adequacy",
                f"{suite.adequacy.found} of {suite.adequacy.seeded} seeded faults would be noticed ({share} %)",
            )
        )
    return figures


def _findings(suite: OQTestSuite, *, verbose: bool) -> None:
    serious = [finding for finding in suite.findings if verbose or finding.severity is FindingSeverity.ERROR]
    shown = serious if verbose else serious[:MOST_FINDINGS]
    for finding in shown:
        place = finding.requirement_uid or (finding.location.in_words() if finding.location else "document")
        console.say(f"  {finding.severity} {finding.code} {place}: {finding.message}")
    if len(serious) > len(shown):
        console.say(f"  … and {len(serious) - len(shown)} more; all are in report.html (--verbose lists them here)")


def _model_figures(suite: OQTestSuite) -> dict[str, int] | None:
    """The language model's part in figures; None where none was used."""
    reading = suite.second_reading
    if reading is None:
        return None
    return {
        **Counter(one.kind.value for one in reading.contributions),
        "questions": reading.questions,
        "asked_again": reading.asked_again,
        "dropped": len(reading.dropped),
        "unanswered": len(reading.unanswered),
    }
