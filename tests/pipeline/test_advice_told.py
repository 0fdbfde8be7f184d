"""What an agent advised and what became of it: true in the suite, and shown in the report."""

from __future__ import annotations

import asyncio
from html import unescape
from pathlib import Path

import pytest

from gampgen import readers, rendering
from gampgen.domain.advice import AdviceKind
from gampgen.domain.suite import AdviceRecord, Generator, OQTestSuite
from gampgen.settings import Settings
from gampgen.workflow.events import DocumentRead
from gampgen.workflow.flow import OQWorkflow

SAMPLES = Path(__file__).resolve().parents[2] / "sample_urs"
GENERATOR = Generator(name="gampgen", version="0", engine="rules", settings_sha256="0" * 64)


@pytest.fixture(scope="module", params=sorted(path.name for path in SAMPLES.iterdir()))
def suite(request: pytest.FixtureRequest) -> OQTestSuite:
    settings = Settings()
    read = DocumentRead(document=readers.read(SAMPLES / request.param, settings.read), passages=())

    async def run() -> OQTestSuite:
        return (await OQWorkflow(settings, GENERATOR).run(start_event=read)).suite

    return asyncio.run(run())


def used(suite: OQTestSuite, one: AdviceRecord, test_id: str) -> bool:
    """Whether the test really holds what was advised."""
    test = next(test for test in suite.tests if test.id == test_id)
    if one.requirement_uid not in test.requirement_uids:
        return False
    if one.kind is AdviceKind.CLAUSE:
        return one.source.ref in test.regulation_refs
    if one.kind is AdviceKind.CHECK and "already" not in one.outcome:
        return any(step.source.ref == one.source.ref for step in test.steps)
    return True


def test_advice_that_is_said_to_be_used_is_used(suite: OQTestSuite) -> None:
    claimed = [(one, test_id) for one in suite.advice for test_id in one.test_ids]
    assert claimed
    assert [one.text for one, test_id in claimed if not used(suite, one, test_id)] == []


def test_advice_that_is_not_used_says_why(suite: OQTestSuite) -> None:
    assert all(one.outcome for one in suite.advice)
    steps = {(step.source.ref, uid) for test in suite.tests for step in test.steps for uid in test.requirement_uids}
    refs = {(ref, uid) for test in suite.tests for ref in test.regulation_refs for uid in test.requirement_uids}
    for one in (one for one in suite.advice if not one.test_ids):
        if one.kind is AdviceKind.CHECK:
            assert (one.source.ref, one.requirement_uid) not in steps
        if one.kind is AdviceKind.CLAUSE:
            assert (one.source.ref, one.requirement_uid) not in refs


def test_every_clause_that_a_test_cites_was_advised(suite: OQTestSuite) -> None:
    advised = {(one.source.ref, test_id) for one in suite.advice for test_id in one.test_ids}
    assert {(ref, test.id) for test in suite.tests for ref in test.regulation_refs} <= advised


def test_the_report_shows_each_piece_and_what_became_of_it(suite: OQTestSuite, tmp_path: Path) -> None:
    list(rendering.render(suite, tmp_path))
    shown = unescape((tmp_path / "report.html").read_text(encoding="utf-8"))
    for one in suite.advice:
        assert one.text in shown
        assert one.outcome.rstrip(".") in shown
