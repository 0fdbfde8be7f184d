"""The finished suite with what adequacy says of it."""

from __future__ import annotations

from decimal import Decimal

from gampgen import adequacy, drafting
from gampgen.domain.suite import OQTestCase, OQTestSuite


def measured(suite: OQTestSuite, tests: tuple[OQTestCase, ...], min_kill: float | None) -> OQTestSuite:
    """The suite with its figures of adequacy and the findings that follow from them.

    Args:
        suite: the finished suite.
        tests: those that the rules made: what a model adds proves nothing.
        min_kill: the share of seeded faults that has to be noticed, None: any.
    """
    figures = adequacy.measure(suite.model_copy(update={"tests": tests}))
    wanted = None if min_kill is None else Decimal(str(min_kill))
    told = drafting.with_findings(suite, adequacy.objections(figures, min_kill=wanted))
    return told.model_copy(update={"adequacy": figures})
