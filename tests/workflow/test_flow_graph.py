"""The graph of steps: real, typed, free of cycles, and drawn from the engine's own representation."""

import inspect

from tests.workflow.flow_fixture import GENERATOR
from workflows import Workflow

from gampgen.settings import Settings
from gampgen.workflow.drawing import FlowEdge, draw, flow_edges, layers
from gampgen.workflow.flow import AGENTS_AT_ONCE, OQWorkflow

EXPECTED_ORDER = [
    "parse_requirements",
    "categorise_system",
    "plan_suite",
    "ask_agents",
    "consult",
    "collect_advice",
    "draft_cases",
    "assemble_suite",
]


def test_the_engine_accepts_the_workflow() -> None:
    assert issubclass(OQWorkflow, Workflow)
    OQWorkflow(Settings(), GENERATOR).validate()


def test_the_steps_stand_in_the_order_of_the_work() -> None:
    place = layers(flow_edges(OQWorkflow))
    ordered = sorted((step for step in place if step in EXPECTED_ORDER), key=lambda step: place[step])
    assert ordered == EXPECTED_ORDER


def test_no_event_is_both_taken_and_given_by_one_step() -> None:
    edges = flow_edges(OQWorkflow)
    steps = {edge.taker for edge in edges if edge.taker} | {edge.giver for edge in edges if edge.giver}
    for step in steps:
        taken = {edge.event for edge in edges if edge.taker == step}
        given = {edge.event for edge in edges if edge.giver == step}
        assert not taken & given, step


def test_no_walk_comes_back_to_a_step() -> None:
    edges = flow_edges(OQWorkflow)

    def walk(step: str, way: tuple[str, ...]) -> None:
        assert step not in way, f"cycle: {(*way, step)}"
        for edge in edges:
            if edge.giver == step and edge.taker is not None:
                walk(edge.taker, (*way, step))

    starts = [edge.taker for edge in edges if edge.giver is None and edge.taker is not None]
    assert starts
    for start in starts:
        walk(start, ())


def test_a_cycle_would_be_noticed() -> None:
    cycle = (
        FlowEdge(giver=None, event="A", taker="one"),
        FlowEdge(giver="one", event="B", taker="two"),
        FlowEdge(giver="two", event="C", taker="one"),
    )
    try:
        layers(cycle)
    except ValueError as error:
        assert "cycle" in str(error)  # noqa: PT017 - the message is what is looked at
    else:
        raise AssertionError("the cycle went unnoticed")


def test_a_persons_answer_comes_from_outside_and_no_step_waits() -> None:
    edges = flow_edges(OQWorkflow)
    assert FlowEdge(giver="categorise_system", event="DecisionAsked", taker=None) in edges
    assert FlowEdge(giver=None, event="DecisionTaken", taker="take_decision") in edges


def test_three_agents_are_asked_through_one_step_at_a_time() -> None:
    assert AGENTS_AT_ONCE == 3
    assert OQWorkflow.consult._step_config.num_workers == 3


def test_the_flow_module_holds_the_order_of_work_and_nothing_else() -> None:
    source = inspect.getsource(inspect.getmodule(OQWorkflow))
    assert len(source.splitlines()) <= 200


def test_the_drawing_names_every_step_and_event_and_has_no_outside_reference() -> None:
    page = draw(OQWorkflow)
    for edge in flow_edges(OQWorkflow):
        assert f">{edge.event}<" in page
    for step in EXPECTED_ORDER:
        assert f">{step.replace('_', ' ')}<" in page
    assert "<script" not in page
    assert page.count("http") == page.count("http://www.w3.org/2000/svg") + page.count("http-equiv")
    assert draw(OQWorkflow) == page
