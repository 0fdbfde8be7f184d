"""How a finished run ends: the contract's exit code out of the suite itself."""

from __future__ import annotations

from gampgen.domain.finding import Finding, FindingSeverity
from gampgen.domain.suite import OQTestSuite
from gampgen.settings import FailOn, Settings

DONE = 0
OBJECTIONS = 1


def exit_code(suite: OQTestSuite, settings: Settings) -> int:
    """1 for a partial suite, a model that failed or was refused, or findings at or above `--fail-on`; else 0."""
    reading = suite.second_reading
    if not suite.complete or (reading is not None and not reading.whole):
        return OBJECTIONS
    return findings_code(suite.findings, settings.fail_on)


def findings_code(findings: tuple[Finding, ...], fail_on: FailOn) -> int:
    """1 where a finding that nobody suppressed is at or above the severity; else 0."""
    if fail_on is FailOn.NEVER:
        return DONE
    lowest = FindingSeverity(fail_on.value).rank
    return OBJECTIONS if any(one.severity.rank >= lowest and not one.suppressed for one in findings) else DONE
