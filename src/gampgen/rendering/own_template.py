"""The firm's own Word template, in a process of its own: it comes from outside, and a loop in it may have no end.

Its names are looked up there and it is filled in there. The child sees the content as plain lists, mappings and texts,
may write no file, and has limits of memory and time; it answers with one line of JSON and the document's bytes.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Final

from pydantic import ValidationError

from gampgen.confinement import BrokenChildError, Failure, Limits, ask
from gampgen.domain.base import Value
from gampgen.errors import InternalError
from gampgen.rendering.content import Plain
from gampgen.rendering.templates import TemplateError

MEMORY_LIMIT: Final = 512 * 1024**2
"""Bytes of address space that the child may use, beside room for what is printed."""
_ROOM: Final = 40
_CPU: Final = 5
_BYTES_PER_SECOND: Final = 50_000
_CHILD: Final = "gampgen.rendering.confined"


@dataclass(frozen=True, slots=True)
class OwnTemplate:
    """A firm's template and, where it has one, its logo, with the names that a failure gives them."""

    name: str
    data: bytes
    logo_name: str = ""
    logo: bytes | None = None


class Question(Value):
    """What the child is asked, in one line; the template's and the logo's bytes follow it."""

    name: str
    size: int
    logo_name: str
    has_logo: bool
    cpu: int
    memory: int
    fill: bool


class Uses(Value):
    """A name that the template prints or loops over, and whether a suite has it."""

    path: str
    known: bool


class Answer(Value):
    """What the child says before the document's bytes, if any."""

    uses: tuple[Uses, ...] = ()
    failure: Failure | None = None


def fill_own(template: OwnTemplate, content: Plain) -> bytes:
    """The document that the template gives with this content.

    Raises:
        TemplateError: it cannot be used, or asks for more memory or time than filling in takes.
        InternalError: the child cannot be started, or has a bug.
    """
    return _asked(template, content, fill=True)[1]


def names_used(template: OwnTemplate) -> dict[str, bool]:
    """The names that the template uses in body, headers and footers, and whether a suite has them. Raises as above."""
    return {use.path: use.known for use in _asked(template, None, fill=False)[0].uses}


def _asked(template: OwnTemplate, content: Plain, *, fill: bool) -> tuple[Answer, bytes]:
    said = json.dumps(content).encode()
    limits = limits_for(len(said))
    question = Question(
        name=template.name,
        size=len(template.data),
        logo_name=template.logo_name,
        has_logo=template.logo is not None,
        cpu=limits.cpu,
        memory=limits.memory,
        fill=fill,
    )
    data = said + b"\n" + template.data + (template.logo or b"")
    try:
        line, _, document = ask(_CHILD, question.model_dump_json().encode(), data, limits).partition(b"\n")
    except BrokenChildError as reason:
        hint = "Look for loops inside loops that the template does not need; start from `gampgen template init`."
        raise TemplateError(f"Filling in the template {reason}", hint=hint, where=template.name) from reason
    try:
        answer = Answer.model_validate_json(line)
    except ValidationError as reason:
        raise InternalError("The template's child gave no answer", hint="Please report this.") from reason
    if answer.failure is not None:
        raise answer.failure.as_error(TemplateError)
    return answer, document


def limits_for(size: int) -> Limits:
    """The limits for a content of so many bytes: filling in takes time and memory in proportion to it."""
    cpu = _CPU + size // _BYTES_PER_SECOND
    return Limits(memory=MEMORY_LIMIT + _ROOM * size, cpu=cpu, wall=4 * cpu)
