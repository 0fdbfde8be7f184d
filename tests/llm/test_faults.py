"""Every fault of a model's server, through the real client: no crash, the rules' result whole, what failed is said."""

from __future__ import annotations

import pytest
from tests.llm.fake_server import serving
from tests.llm.faults import FAULTS, Outcome
from tests.llm.reading import Drafted, caller_for, drafted, read_again, read_document, settings_at

KEY = "sk-test-0123456789abcdef"


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> Drafted:
    return drafted(read_document(tmp_path_factory.mktemp("rules")))


@pytest.mark.parametrize("name", list(FAULTS))
def test_whatever_the_server_does_the_rules_result_is_delivered_and_the_fault_told(
    name: str, given: Drafted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    fault, outcome = FAULTS[name]
    with serving(fault) as server:
        llm = settings_at(server, timeout_seconds=1 if name in ("hang", "slow_drip") else 60, per_question=50)
        read = read_again(given, llm, caller_for(llm))
        paths = list(server.paths)
    assert read.rules == given.draft
    assert read.reading is not None
    assert read.reading.whole == (outcome is Outcome.WHOLE)
    assert bool(read.reading.unanswered) == (outcome is Outcome.FAILED)
    codes = {finding.code for finding in read.findings}
    assert ("LLM4" in codes, "LLM5" in codes) == (outcome is Outcome.REFUSED, outcome is Outcome.FAILED)
    assert not {test.id for test in given.draft.tests} - {test.id for test in read.draft.tests}
    assert KEY not in read.reading.model_dump_json() + read.draft.model_dump_json()
    assert not [path for path in paths if path.startswith("GET")]
    if outcome is Outcome.FAILED:
        assert read.draft == given.draft
        assert not read.reading.contributions
