"""The prompts, one file for each agent and task, versioned; their digests go into the audit."""

from __future__ import annotations

import hashlib
import importlib.resources
from functools import cache

from gampgen.domain.base import Value
from gampgen.domain.second_reading import PromptRecord
from gampgen.errors import InternalError

COMMON = "common"


class Prompt(Value):
    """A prompt: the text, and what names it."""

    name: str
    version: str
    sha256: str
    text: str

    def record(self) -> PromptRecord:
        """What the suite and the audit keep of it."""
        return PromptRecord(name=self.name, version=self.version, sha256=self.sha256)


@cache
def prompt(name: str) -> Prompt:
    """The prompt of a file, without ".md".

    Raises:
        InternalError: the file is missing or has no version.
    """
    path = importlib.resources.files(__name__) / f"{name}.md"
    content = path.read_bytes() if path.is_file() else b""
    head, mark, text = content.decode("utf-8").replace("\r\n", "\n").partition("\n---\n")
    if not mark or not head.startswith("version: "):
        raise InternalError("A prompt is missing or has no version", hint="Install gampgen again", where=name)
    digest = hashlib.sha256(content).hexdigest()
    return Prompt(name=name, version=head.removeprefix("version: ").strip(), sha256=digest, text=text.strip())
