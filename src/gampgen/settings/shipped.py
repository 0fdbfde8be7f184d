"""Where the files that a firm may want to look at are: templates, wording, export profiles."""

from __future__ import annotations

import importlib.resources
from importlib.resources.abc import Traversable
from pathlib import Path

from gampgen.errors import UsageError


def shipped_files() -> Traversable:
    """The folder `templates`: inside the installed package, else beside `src` in a checkout.

    Raises:
        UsageError: it is missing.
    """
    installed = importlib.resources.files("gampgen") / "templates"
    if installed.is_dir():
        return installed
    checkout = Path(__file__).resolve().parents[3] / "templates"
    if checkout.is_dir():
        return checkout
    raise UsageError(
        "The templates of gampgen are missing",
        hint="Install gampgen again; in a checkout, restore the folder templates/.",
        where=str(checkout),
    )
