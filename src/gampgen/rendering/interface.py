"""What every format has in common."""

from __future__ import annotations

from typing import Protocol

from gampgen.rendering.content import Content


class Deliverable(Protocol):
    """One format: the content → the bytes of one file. The same content gives the same bytes."""

    @property
    def file_name(self) -> str:
        """The file's name in the output folder."""
        ...

    def render(self, content: Content) -> bytes:
        """The file's bytes.

        Raises:
            TemplateError: a template is missing or cannot be filled.
        """
        ...
