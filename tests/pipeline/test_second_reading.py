"""The whole job with a model: marked in every output, recorded, replayed byte for byte, no silent mixture."""

from __future__ import annotations

import json
import shutil
from decimal import Decimal
from pathlib import Path

import pytest
from tests.llm.fake_server import FakeServer, serving
from tests.llm.faults import FAULTS
from tests.llm.reading import URS, rules_part, settings_at
from tests.pipeline.test_agent_faults import words_of

from gampgen.domain.suite import OQTestSuite
from gampgen.errors import IncompleteError, VerificationError
from gampgen.pipeline.exits import exit_code
from gampgen.pipeline.following import leave_undecided
from gampgen.pipeline.generate import Outcome, generate
from gampgen.pipeline.rehearsal import rehearse
from gampgen.pipeline.replay import replay
from gampgen.pipeline.stored import stored_suite
from gampgen.settings import FailOn, Settings
from gampgen.settings.language_model import ModelPrice
from gampgen.settings.resolving import Resolved

KEY = "sk-planted-0123456789abcdef"
DELIVERABLES = ("suite.json", "oq_protocol.docx", "oq_protocol.md", "traceability.xlsx", "report.html")


def watch(_event: object) -> None:
    pass


def urs(folder: Path) -> Path:
    path = folder / "urs.md"
    path.write_text(URS, encoding="utf-8")
    return path


def run(folder: Path, server: FakeServer | None, name: str = "out", **changes: object) -> Outcome:
    settings = Settings(fail_on=FailOn.NEVER)
    if server is not None:
        settings = settings.model_copy(update={"llm": settings_at(server, **changes)})
    return generate(urs(folder), folder / name, Resolved(settings=settings, origins=(), file=None), watch)


def suite_in(folder: Path) -> OQTestSuite:
    return OQTestSuite.model_validate_json((folder / "suite.json").read_bytes())


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run with an honest model, and one of the rules alone beside it."""
    folder = tmp_path_factory.mktemp("made")
    with pytest.MonkeyPatch.context() as patch, serving() as server:
        patch.setenv("OPENAI_API_KEY", KEY)
        run(folder, server)
        run(folder, None, "rules")
    return folder


def test_a_models_words_are_marked_in_every_output_and_counted(made: Path) -> None:
    suite = suite_in(made / "out")
    assert suite.generator.engine == "rules+llm"
    own = [test for test in suite.tests if test.origin == "llm"]
    worded = [step for test in suite.tests for step in test.steps if step.origin == "llm"]
    assert own
    assert worded
    reading = suite.second_reading
    assert reading is not None
    assert sum(one.kind == "additional_test" for one in reading.contributions) == len(own)
    for name in DELIVERABLES[1:]:
        words = words_of(made / "out" / name)
        assert (
            f"A language model (served-model) read the draft too. Its words, each marked as such: {len(own)}" in words
        )
        assert f"Proposed by a language model: {own[0].title.split(': ')[1]}" in words, name


def test_everything_that_is_not_marked_is_the_rules_own(made: Path) -> None:
    with_model, by_rules = rules_part(suite_in(made / "out")), rules_part(suite_in(made / "rules"))
    for part in (with_model, by_rules):
        del part["generator"]
    worded = {
        (test["id"], step["number"]) for test in with_model["tests"] for step in test["steps"] if not step["origin"]
    }
    for test in by_rules["tests"]:
        for step in test["steps"]:
            if (test["id"], step["number"]) in worded:
                step["action"] = step["expected_result"] = step["origin"] = ""
    assert with_model == by_rules


def test_the_audit_knows_prompts_answers_and_parameters_of_each_call(made: Path) -> None:
    audit = json.loads((made / "out" / "audit.json").read_bytes())
    calls = [entry for entry in audit["entries"] if entry["action"] == "model_answered"]
    assert calls
    for entry in calls:
        assert entry["actor"] == "language model served-model"
        question, *prompts = entry["inputs"]
        assert (made / "out" / "llm" / f"{question['sha256']}.json").is_file()
        assert len(prompts) == 2
        assert "fingerprint fp_test" in entry["reason"]
        assert '"temperature": 0.0' in entry["reason"]
    assert {one["attribute"] for one in audit["alcoa"] if one["result"] == "not_met"} == set()
    assert "openai" in {package["name"] for package in audit["tool"]["packages"]}


def test_the_key_is_in_no_byte_of_the_run(made: Path) -> None:
    for path in (made / "out").rglob("*"):
        assert path.is_dir() or KEY.encode() not in path.read_bytes(), path


def test_a_replay_needs_no_network_and_no_document_and_gives_the_same_bytes(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    replay(made / "out", tmp_path / "again", watch)
    for name in DELIVERABLES:
        assert (tmp_path / "again" / name).read_bytes() == (made / "out" / name).read_bytes(), name
    assert {path.name for path in (tmp_path / "again" / "llm").iterdir()} == {
        path.name for path in (made / "out" / "llm").iterdir()
    }
    stored_suite(tmp_path / "again")
    audit = json.loads((tmp_path / "again" / "audit.json").read_bytes())
    assert [entry["action"] for entry in audit["entries"]].count("run_replayed") == 1


def test_a_run_of_the_rules_alone_is_replayed_from_its_document(made: Path, tmp_path: Path) -> None:
    replay(made / "rules", tmp_path / "again", watch, source=made / "urs.md")
    assert (tmp_path / "again" / "suite.json").read_bytes() == (made / "rules" / "suite.json").read_bytes()


def test_a_changed_recording_is_not_replayed(made: Path, tmp_path: Path) -> None:
    shutil.copytree(made / "out", tmp_path / "run")
    exchange = next(path for path in (tmp_path / "run" / "llm").iterdir() if path.name != "document.json")
    exchange.write_bytes(exchange.read_bytes().replace(b"served-model", b"another-mode"))
    with pytest.raises(VerificationError):
        replay(tmp_path / "run", tmp_path / "again", watch)
    assert not (tmp_path / "again").exists()


@pytest.mark.parametrize("name", ["500", "obeys_injection"])
def test_without_required_the_rules_result_with_a_banner_and_exit_1(name: str, tmp_path: Path) -> None:
    with serving(FAULTS[name][0]) as server:
        outcome = run(tmp_path, server, per_question=50)
    assert exit_code(outcome.suite, Settings(fail_on=FailOn.NEVER)) == 1
    for file in DELIVERABLES[1:]:
        assert "The language model's part is not whole" in words_of(tmp_path / "out" / file), file


def test_with_required_there_is_no_suite(tmp_path: Path) -> None:
    with serving(FAULTS["obeys_injection"][0]) as server, pytest.raises(IncompleteError) as failure:
        run(tmp_path, server, per_question=50, required=True)
    assert failure.value.exit_code == 4
    assert not (tmp_path / "out").exists()


def test_a_failed_run_is_replayed_as_it_failed(tmp_path: Path) -> None:
    with serving(FAULTS["500"][0]) as server:
        run(tmp_path, server, per_question=50)
    replay(tmp_path / "out", tmp_path / "again", watch)
    assert (tmp_path / "again" / "suite.json").read_bytes() == (tmp_path / "out" / "suite.json").read_bytes()


def test_a_cache_gives_the_same_suite_without_a_request(tmp_path: Path) -> None:
    with serving() as server:
        run(tmp_path, server, cache=tmp_path / "answers")
        asked = len(server.bodies)
        run(tmp_path, server, "again", cache=tmp_path / "answers")
        assert len(server.bodies) == asked
    assert (tmp_path / "again" / "suite.json").read_bytes() == (tmp_path / "out" / "suite.json").read_bytes()


def test_a_dry_run_shows_the_very_bytes_sends_none_and_knows_the_cost(tmp_path: Path) -> None:
    price = ModelPrice(model="served-model", input_per_million=Decimal(1), output_per_million=Decimal(2))
    with serving() as server:
        llm = settings_at(server, per_question=50, prices=(price,))
        settings = Settings(fail_on=FailOn.NEVER, llm=llm)
        resolved = Resolved(settings=settings, origins=(), file=None)
        rehearsal = rehearse(urs(tmp_path), resolved, leave_undecided)
        assert server.bodies == []
        assert [path.name for path in tmp_path.iterdir()] == ["urs.md"]
        run(tmp_path, server, per_question=50)
        assert sorted(one.body.encode() for one in rehearsal.requests) == sorted(server.raw)
    assert rehearsal.currency == "USD"
    assert rehearsal.cost is not None
    assert rehearsal.cost > 0
    sent = " ".join(one.body for one in rehearsal.requests)
    assert "urs.md" not in sent
    assert str(tmp_path) not in sent
