"""The flow as a picture: an inline SVG drawn from the engine's own representation of the steps, with no outside script.

Steps are boxes, events are the labels of the arrows between them; a layer per longest path from the start.
"""

from __future__ import annotations

from html import escape

from workflows import Workflow
from workflows.representation import WorkflowEventNode, WorkflowStepNode, get_workflow_representation

from gampgen.domain.base import Value

_BOX_WIDTH, _BOX_HEIGHT, _LAYER, _COLUMN = 230, 44, 96, 300


class FlowEdge(Value):
    """One event on its way: from a step (None: from outside) to a step (None: out of the workflow)."""

    giver: str | None
    event: str
    taker: str | None


def flow_edges(workflow: type[Workflow]) -> tuple[FlowEdge, ...]:
    """All edges step → event → step of a workflow, in a fixed order."""
    graph = get_workflow_representation(workflow)
    steps = {node.id for node in graph.nodes if isinstance(node, WorkflowStepNode)}
    events = {node.id: node.event_type for node in graph.nodes if isinstance(node, WorkflowEventNode)}
    edges = set()
    for event, name in events.items():
        givers: list[str | None] = [
            edge.source for edge in graph.edges if edge.target == event and edge.source in steps
        ]
        takers: list[str | None] = [
            edge.target for edge in graph.edges if edge.source == event and edge.target in steps
        ]
        edges |= {(giver, name, taker) for giver in givers or [None] for taker in takers or [None]}
    ordered = sorted(edges, key=lambda edge: tuple(part or "" for part in edge))
    return tuple(FlowEdge(giver=giver, event=name, taker=taker) for giver, name, taker in ordered)


def layers(edges: tuple[FlowEdge, ...]) -> dict[str, int]:
    """The longest path from the start to each step, in steps.

    Raises:
        ValueError: the flow has a cycle.
    """
    follows: dict[str, set[str]] = {}
    for edge in edges:
        for step in (edge.giver, edge.taker):
            if step is not None:
                follows.setdefault(step, set())
        if edge.giver is not None and edge.taker is not None:
            follows[edge.taker].add(edge.giver)
    found: dict[str, int] = {}
    while len(found) < len(follows):
        ready = [step for step in follows if step not in found and follows[step] <= found.keys()]
        if not ready:
            raise ValueError("the flow of events has a cycle")
        for step in sorted(ready):
            found[step] = 1 + max((found[before] for before in follows[step]), default=-1)
    return found


def draw(workflow: type[Workflow]) -> str:
    """One HTML page with the flow as inline SVG; the same text for the same workflow."""
    edges = flow_edges(workflow)
    places = _places(layers(edges))
    height = max(y for _, y in places.values()) + _BOX_HEIGHT + 90
    width = max(x for x, _ in places.values()) + _BOX_WIDTH + 300
    body = "".join(
        [*(_arrow(edge, places, height) for edge in edges), *(_box(step, *at) for step, at in places.items())]
    )
    return _PAGE.format(title=escape(workflow.__name__), width=width, height=height, body=body)


def _places(layer_of: dict[str, int]) -> dict[str, tuple[int, int]]:
    columns: dict[int, int] = {}
    places = {}
    for step, layer in sorted(layer_of.items(), key=lambda item: (item[1], item[0])):
        column = columns.get(layer, 0)
        columns[layer] = column + 1
        places[step] = (40 + column * _COLUMN, 60 + layer * _LAYER)
    return places


def _box(step: str, x: int, y: int) -> str:
    middle = x + _BOX_WIDTH // 2
    return (
        f'<rect x="{x}" y="{y}" width="{_BOX_WIDTH}" height="{_BOX_HEIGHT}" rx="6" class="step"/>'
        f'<text x="{middle}" y="{y + 27}" class="name">{escape(step.replace("_", " "))}</text>'
    )


def _arrow(edge: FlowEdge, places: dict[str, tuple[int, int]], height: int) -> str:
    start = _bottom(places[edge.giver]) if edge.giver else (_top(places[edge.taker or ""])[0], 14)
    end = _top(places[edge.taker]) if edge.taker else (start[0], height - 20)
    label_x, label_y = (start[0] + end[0]) // 2 + 8, (start[1] + end[1]) // 2 + 4
    return (
        f'<line x1="{start[0]}" y1="{start[1]}" x2="{end[0]}" y2="{end[1]}" class="way" marker-end="url(#tip)"/>'
        f'<text x="{label_x}" y="{label_y}" class="event">{escape(edge.event)}</text>'
    )


def _bottom(place: tuple[int, int]) -> tuple[int, int]:
    return place[0] + _BOX_WIDTH // 2, place[1] + _BOX_HEIGHT


def _top(place: tuple[int, int]) -> tuple[int, int]:
    return place[0] + _BOX_WIDTH // 2, place[1]


_PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>body{{font:14px system-ui,sans-serif;margin:24px;color:#1c2b3a;background:#fff}}
.step{{fill:#eef4f8;stroke:#1f5f8b}}.name{{text-anchor:middle;font-weight:600;fill:#1c2b3a}}
.event{{font-size:12px;fill:#5b6b79;paint-order:stroke;stroke:#fff;stroke-width:4px}}.way{{stroke:#7c8b98}}</style></head
.event{{font-size:12px;fill:#5b6b79;paint-order:stroke;stroke:#fff;stroke-width:4px}}.way{{stroke:#7c8b98}}</style></head>
<body><h1>{title}</h1><p>Boxes are steps, labels are the events between them.</p>
<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img"
 aria-label="Flow of events of {title}"><defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8"
 markerHeight="8" orient="auto"><path d="M0 0L8 4L0 8z" fill="#7c8b98"/></marker></defs>{body}</svg></body></html>
"""
