"""Each agent × each fault, through the whole job: said in every output, the audit and the exit code; never complete."""

from __future__ import annotations

import json
import re
import threading
import zipfile
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest

from gampgen import agents
from gampgen.agents import Agent
from gampgen.domain.advice import AgentName, Question, Reply
from gampgen.errors import IncompleteError
from gampgen.pipeline.exits import exit_code
from gampgen.pipeline.generate import generate
from gampgen.settings import FailOn, Settings
from gampgen.settings.resolving import Resolved

URS = """# User Requirements Specification: GMP cold store

- **CS-1**: The system shall raise a high alarm when the store temperature rises above 8.0 °C for 300 s.
- **CS-2**: The system shall record each change of an alarm limit in the audit trail with user, date and time.
- **CS-3**: CS-1 shall also hold for the freezer store temperature high alarm.
"""
LABEL = {AgentName.CONTEXT: "Context", AgentName.SME: "SME", AgentName.RESEARCH: "Research"}

Behaviour = Callable[[Agent, Question], object]


class Faulty:
    """A shipped agent with a fault."""

    calls_outside = False

    def __init__(self, real: Agent, behaviour: Behaviour) -> None:
        self.name, self.version = real.name, real.version
        self._real, self._behaviour = real, behaviour

    def advise(self, question: Question) -> object:
        return self._behaviour(self._real, question)


def exception(_real: Agent, _question: Question) -> object:
    raise RuntimeError("the shelf of books fell down")


def time_out(_real: Agent, _question: Question) -> object:
    threading.Event().wait(30)
    return Reply()


def wrong_type(_real: Agent, _question: Question) -> object:
    return {"advice": "none"}


def nothing(_real: Agent, _question: Question) -> object:
    return None


def partial(real: Agent, question: Question) -> object:
    return real.advise(question.model_copy(update={"requirements": question.requirements[:1]}))


def duplicate(real: Agent, question: Question) -> object:
    reply = real.advise(question)
    assert reply.advice
    return reply.model_copy(update={"advice": reply.advice * 2})


FAULTS = {
    exception: "RuntimeError: the shelf of books fell down",
    time_out: "gave no answer in time",
    wrong_type: "which is no reply",
    nothing: "NoneType, which is no reply",
    partial: "says nothing of 2 of 3 requirements",
    duplicate: "gave the same advice twice",
}


def resolved(settings: Settings) -> Resolved:
    return Resolved(settings=settings, origins=(), file=None)


def words_of(path: Path) -> str:
    """What a person reads in an output."""
    if path.suffix in {".docx", ".xlsx"}:
        with zipfile.ZipFile(path) as archive:
            parts = [archive.read(name).decode() for name in sorted(archive.namelist()) if name.endswith(".xml")]
        text = re.sub(r"<[^>]+>", "", "\n".join(parts))
    else:
        text = path.read_text(encoding="utf-8")
        text = re.sub(r"<[^>]+>", "", text) if path.suffix == ".html" else text.replace("\\", "")
    return " ".join(unescape(text).split())


@pytest.fixture
def prepared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[AgentName, Behaviour], Path]:
    """A document, and agents of which one has a fault."""
    (tmp_path / "urs.md").write_text(URS, encoding="utf-8")

    def prepare(who: AgentName, behaviour: Behaviour) -> Path:
        def consulted(reference: object = None) -> tuple[Agent, ...]:
            shipped = agents.default_agents(reference)
            return tuple(Faulty(one, behaviour) if one.name == who else one for one in shipped)

        monkeypatch.setattr(agents, "consulted_agents", consulted)
        return tmp_path / "urs.md"

    return prepare


@pytest.mark.parametrize("fault", list(FAULTS), ids=lambda fault: fault.__name__)
@pytest.mark.parametrize("who", list(AgentName))
def test_with_allow_partial_every_output_says_who_is_missing_and_why(
    who: AgentName, fault: Behaviour, prepared: Callable[..., Path], tmp_path: Path
) -> None:
    settings = Settings(agent_timeout_seconds=1, allow_partial=True, fail_on=FailOn.NEVER)
    outcome = generate(prepared(who, fault), tmp_path / "out", resolved(settings), lambda _event: None)
    assert outcome.suite.complete is False
    assert exit_code(outcome.suite, settings) == 1
    audit = json.loads((tmp_path / "out" / "audit.json").read_bytes())
    failed = [entry for entry in audit["entries"] if entry["action"] == "agent_failed"]
    assert [entry["actor"].split()[0] for entry in failed] == [who.value]
    assert FAULTS[fault] in failed[0]["reason"]
    assert audit["run"]["status"] == "partial"
    for name in ("oq_protocol.docx", "oq_protocol.md", "traceability.xlsx", "report.html", "suite.json"):
        words = words_of(tmp_path / "out" / name)
        assert FAULTS[fault].split(": ")[-1] in words, name
        assert LABEL[who].lower() in words.lower(), name


@pytest.mark.parametrize("fault", list(FAULTS), ids=lambda fault: fault.__name__)
@pytest.mark.parametrize("who", list(AgentName))
def test_without_it_there_is_no_suite(
    who: AgentName, fault: Behaviour, prepared: Callable[..., Path], tmp_path: Path
) -> None:
    source = prepared(who, fault)
    with pytest.raises(IncompleteError, match=f"{who.value} agent") as caught:
        generate(source, tmp_path / "out", resolved(Settings(agent_timeout_seconds=1)), lambda _event: None)
    assert caught.value.exit_code == 4
    assert not (tmp_path / "out").exists()
