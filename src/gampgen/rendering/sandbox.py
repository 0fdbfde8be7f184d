"""Where templates run: they read plain values, print them, and reach nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator, MutableMapping
from contextlib import contextmanager
from functools import lru_cache
from types import CodeType
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, UndefinedError
from jinja2 import TemplateError as JinjaError
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from gampgen.rendering.templates import TemplateError

_LONGEST_RANGE = 1000
# What a layout needs. Left out: what pads texts to any length, and what declares data to be markup.
_FILTERS = (
    "capitalize", "count", "first", "int", "join", "last", "length", "list", "lower", "map", "reject", "rejectattr",
    "reverse", "select", "selectattr", "sort", "string", "title", "trim", "unique", "upper",
)  # fmt: skip


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's immutable sandbox without the arithmetic by which a short template fills the memory.

    Undefined names are errors; values cannot be changed; of Jinja's own helpers only a short `range` is left.

    Args:
        finalize: what is done to each value before it is printed: a format's escaping, where HTML's is not right.
        autoescape: whether HTML and XML escaping is done to each value.
    """

    intercepted_binops = frozenset({"*", "**", "%"})

    def __init__(self, finalize: Callable[[object], object] | None = None, *, autoescape: bool = True) -> None:
        super().__init__(
            autoescape=autoescape,
            undefined=StrictUndefined,
            finalize=finalize,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self.globals = {"range": _short_range}
        self.filters = {name: self.filters[name] for name in _FILTERS}

    def from_string(
        self,
        source: Any,  # noqa: ANN401 - Jinja's signature: a text here, always
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - as above
        template_class: type[Template] | None = None,
    ) -> Template:
        """A template of this sandbox; a process that fills the same one for many documents compiles it once."""
        filters = tuple(sorted(self.filters.items()))
        code = _compiled(str(source), self.finalize, bool(self.autoescape), filters)
        made = template_class or self.template_class
        return made.from_code(self, code, self.make_globals(globals), None)

    def is_safe_callable(self, obj: object) -> bool:
        """Whether a template may call `obj`: not a text's methods, some of which make texts of any length."""
        return not isinstance(getattr(obj, "__self__", None), str) and super().is_safe_callable(obj)

    def wrap_str_format(self, value: object) -> None:
        """No way round: `format` and `format_map` are texts' methods like the others, and pad to any length."""

    def call_binop(self, context: object, operator: str, left: object, right: object) -> object:  # noqa: ARG002 - Jinja's signature
        """Multiplication and remainder of whole numbers; nothing else."""
        if isinstance(left, int) and isinstance(right, int) and operator == "*":
            return left * right
        if isinstance(left, int) and isinstance(right, int) and operator == "%":
            return left % right
        raise SecurityError(f"the operator {operator} is not available to templates")


@lru_cache(maxsize=64)
def _compiled(
    source: str,
    finalize: Callable[[object], object] | None,
    autoescape: bool,  # noqa: FBT001 - a key of the cache
    filters: tuple[tuple[str, Callable[..., Any]], ...],
) -> CodeType:
    """A template's code. What is printed as a constant passes finalize and filters here, so that they belong to it."""
    sandbox = Sandbox(finalize, autoescape=autoescape)
    sandbox.filters = dict(filters)
    return sandbox.compile(source)


def _short_range(stop: int) -> range:
    """Counts up to 1,000: enough for blank rows, too little to hang a run."""
    if not 0 <= stop <= _LONGEST_RANGE:
        raise SecurityError(f"range() counts up to {_LONGEST_RANGE} only")
    return range(stop)


@contextmanager
def template_failures(name: str) -> Iterator[None]:
    """Turn what Jinja raises into a `TemplateError` that says what to change.

    Args:
        name: the template, as the message names it.
    """
    try:
        yield
    except SecurityError as error:
        hint = "A template may only print what gampgen gives it; take the expression out."
        raise TemplateError(
            f"The template tries something that is not allowed: {error}", hint=hint, where=name
        ) from error
    except UndefinedError as error:
        hint = "The names that a template can use are listed in docs/templates.md; correct or remove the tag."
        raise TemplateError(f"The template asks for something unknown: {error}", hint=hint, where=name) from error
    except TemplateSyntaxError as error:
        hint = "Check that each tag is closed and each {% for %} and {% if %} has its end."
        raise TemplateError(f"The template's tags cannot be read: {error}", hint=hint, where=name) from error
    except JinjaError as error:
        hint = "Compare the template with the one that gampgen ships."
        raise TemplateError(f"The template cannot be filled: {error}", hint=hint, where=name) from error
