"""The commented `gampgen.yaml` that `gampgen init` writes."""

from __future__ import annotations

import importlib.resources


def commented_file() -> str:
    """The text of the file: every setting, explained and commented out."""
    return (importlib.resources.files("gampgen.settings") / "data" / "gampgen.yaml").read_text("utf-8")
