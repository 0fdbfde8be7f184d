"""Further agents join by an entry point; one that cannot take part is a failure, never left out in silence."""

from __future__ import annotations

from importlib.metadata import EntryPoint

import pytest

from gampgen.agents import default_agents, replied
from gampgen.agents.registry import GROUP, AgentRegistrationError, consulted_agents, further_agents
from gampgen.domain.advice import Question, Reply


class Labelling:
    """An agent as another package would bring it along."""

    name = "labelling"
    version = "2.1"
    calls_outside = False

    def advise(self, question: Question) -> Reply:
        return replied(question, lambda _planned: [])


class Nameless(Labelling):
    name = "Not A Name"


class Other(Labelling):
    name = "other"


class Dumb:
    name = "dumb"
    version = "1"
    calls_outside = False


class Broken:
    def __init__(self) -> None:
        raise OSError("no licence")


def point(name: str, kind: str) -> EntryPoint:
    return EntryPoint(name=name, value=f"{__name__}:{kind}", group=GROUP)


@pytest.fixture(autouse=True)
def _importable(monkeypatch: pytest.MonkeyPatch) -> None:
    """An entry point is imported by name; pytest's import mode gives this module one that cannot be."""
    import sys
    from types import ModuleType

    module = ModuleType("acme_agents")
    for kind in (Labelling, Nameless, Other, Dumb, Broken):
        setattr(module, kind.__name__, kind)
    monkeypatch.setitem(sys.modules, __name__, module)


def test_further_agents_come_in_the_order_of_their_names() -> None:
    found = further_agents([point("other", "Other"), point("labelling", "Labelling")])
    assert [agent.name for agent, _ in found] == ["labelling", "other"]
    assert (found[0][1].name, found[0][1].version) == ("labelling", "2.1")


@pytest.mark.parametrize(
    ("name", "kind", "problem"),
    [
        ("sme", "Labelling", "its name is taken"),
        ("labels", "Labelling", "not that of the entry point"),
        ("Not A Name", "Nameless", "no agent"),
        ("dumb", "Dumb", "no agent"),
        ("broken", "Broken", "OSError: no licence"),
        ("missing", "Missing", "AttributeError"),
    ],
)
def test_what_cannot_take_part_is_a_failure(name: str, kind: str, problem: str) -> None:
    with pytest.raises(AgentRegistrationError, match=problem) as caught:
        further_agents([point(name, kind)])
    assert caught.value.exit_code == 2


def test_two_of_one_name_are_refused() -> None:
    with pytest.raises(AgentRegistrationError, match="taken"):
        further_agents([point("labelling", "Labelling"), point("labelling", "Other")])


def test_without_further_packages_the_shipped_ones_are_consulted() -> None:
    assert [agent.name for agent in consulted_agents()] == [agent.name for agent in default_agents()]
