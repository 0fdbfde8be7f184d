"""A verb's flags as the fields of a dataclass, so that a verb with many of them is still a short function.

Typer reads the parameters of a function; a decorated verb has the fields as its parameters, in their order.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, fields
from inspect import Parameter, Signature
from typing import Any, TypeVar, get_type_hints

_Flags = TypeVar("_Flags")


def flagged(flags: type[_Flags]) -> Callable[[Callable[[_Flags], None]], Callable[..., None]]:
    """Give a verb the fields of a dataclass as its arguments and options.

    Args:
        flags: the dataclass; each field is annotated as a parameter would be, with its help.
    """

    def decorated(verb: Callable[[_Flags], None]) -> Callable[..., None]:
        def command(**given: Any) -> None:  # noqa: ANN401 - whatever the fields' types are; Typer has checked them
            verb(flags(**given))

        hints = get_type_hints(flags, include_extras=True)
        parameters = [
            Parameter(
                one.name,
                Parameter.KEYWORD_ONLY,
                default=Parameter.empty if one.default is MISSING else one.default,
                annotation=hints[one.name],
            )
            for one in fields(flags)  # type: ignore[arg-type]  # a dataclass, which mypy cannot be told of a type variable
        ]
        command.__name__, command.__doc__, command.__module__ = verb.__name__, verb.__doc__, verb.__module__
        command.__annotations__ = hints
        command.__signature__ = Signature(parameters)  # type: ignore[attr-defined]  # what `inspect` looks for
        return command

    return decorated
