"""Which names a Word template uses, and whether the suite has them: "scripts.steps.action" is a name."""

from __future__ import annotations

import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass

from jinja2 import nodes

from gampgen.rendering.content import Content

_GIVEN = frozenset({"loop", "range"})


@dataclass(frozen=True)
class Known:
    """What a name stands for: its path, and the class of its value or of the values that it lists (None: a text)."""

    path: str
    kind: type | None
    listed: bool = False


@dataclass(frozen=True)
class Use:
    """A name that a template uses; `known` says whether the suite has it."""

    path: str
    known: bool


def every_name() -> tuple[Known, ...]:
    """Every name that a template can use, what has parts before its parts, in the order of the content."""
    return tuple(_below(Known("", Content)))


def _below(at: Known) -> Iterator[Known]:
    if at.kind is None:
        return
    for field in fields(at.kind):
        part = _part(at, field.name)
        if part:
            yield part
            yield from _below(part)


def uses_of(tree: nodes.Template) -> tuple[Use, ...]:
    """The names that a parsed template uses, each once, in the order of their first use."""
    return tuple(dict.fromkeys(_uses(tree, {})))


def _uses(node: nodes.Node, scope: Mapping[str, Known | None]) -> Iterator[Use]:
    if isinstance(node, nodes.For):
        yield from _uses(node.iter, scope)
        inner = dict(scope) | _loop_names(node, scope)
        for child in (*node.body, *node.else_, *([node.test] if node.test else [])):
            yield from _uses(child, inner)
        return
    if isinstance(node, nodes.Name | nodes.Getattr | nodes.Getitem | nodes.Filter):
        found = _resolved(node, scope)
        if isinstance(found, Use):
            yield found
        elif found is not None:
            yield Use(found.path, known=True)
        if not isinstance(node, nodes.Filter) or found is None:
            yield from _inner_uses(node, scope)
        return
    for child in node.iter_child_nodes():
        yield from _uses(child, scope)


def _inner_uses(node: nodes.Node, scope: Mapping[str, Known | None]) -> Iterator[Use]:
    """The names inside an index or a filter's arguments, but not the name that is being looked into."""
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.Getitem | nodes.Filter | nodes.Call) or not isinstance(
            node, nodes.Getattr | nodes.Getitem
        ):
            yield from _uses(child, scope)


def _loop_names(node: nodes.For, scope: Mapping[str, Known | None]) -> dict[str, Known | None]:
    if not isinstance(node.target, nodes.Name):
        return {name.name: None for name in node.target.find_all(nodes.Name)}
    over = _resolved(node.iter, scope)
    element = Known(over.path, over.kind) if isinstance(over, Known) and over.listed else None
    return {node.target.name: element}


def _resolved(node: nodes.Node, scope: Mapping[str, Known | None]) -> Known | Use | None:
    """What an expression stands for; a `Use` that is not known; None where nothing can be said."""
    match node:
        case nodes.Name(name=name):
            if name in scope or name in _GIVEN:
                return scope.get(name)
            return _part(Known("", Content), name) or Use(name, known=False)
        case nodes.Getattr(node=inner, attr=name) | nodes.Getitem(node=inner, arg=nodes.Const(value=str(name))):
            return _attribute(_resolved(inner, scope), name)
        case nodes.Getitem(node=inner):
            at = _resolved(inner, scope)
            return Known(at.path, at.kind) if isinstance(at, Known) and isinstance(node.arg, nodes.Const) else at
        case nodes.Filter(node=inner, name=name) if inner is not None:
            at = _resolved(inner, scope)
            wanted = next((one.value for one in node.kwargs if one.key == "attribute"), None)
            return _attribute(at, str(wanted.value), listed=True) if isinstance(wanted, nodes.Const) else at
        case _:
            return None


def _attribute(at: Known | Use | None, name: str, *, listed: bool = False) -> Known | Use | None:
    if not isinstance(at, Known):
        return at
    found = _part(at, name)
    if found is None:
        return Use(f"{at.path}.{name}", known=False)
    return Known(found.path, found.kind, listed=True) if listed else found


def _part(at: Known, name: str) -> Known | None:
    """The part of a value with this name, or None where it has no such part."""
    if at.kind is None or not is_dataclass(at.kind):
        return None
    hint = typing.get_type_hints(at.kind).get(name)
    if hint is None:
        return None
    listed, path = False, f"{at.path}.{name}" if at.path else name
    while typing.get_origin(hint) is tuple:
        hint, listed = typing.get_args(hint)[0], True
    return Known(path, hint if is_dataclass(hint) and isinstance(hint, type) else None, listed)
