"""What every noun of the domain has in common."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """An immutable value: frozen, strictly typed, and refusing fields it does not know.

    Collections are tuples, because a frozen model with a list in it can still be changed. `strict` keeps a
    number from becoming a text unnoticed: a limit of 8.0 must stay "8.0".
    """

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")
