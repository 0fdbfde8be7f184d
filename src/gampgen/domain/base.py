"""What every noun of the domain has in common."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """An immutable value: frozen, strictly typed, and refusing fields it does not know.

    Collections are tuples, because a frozen model with a list in it can still be changed. `strict` keeps a
    number from becoming a text unnoticed: a limit of 8.0 must stay "8.0".
    """

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")


class LargeValue(Value):
    """A value that holds much. It is shown by its kind alone: the engine puts each event's values into words at each
    step, for whoever traces it, and would spend a third of a run's time on words that nobody reads.
    """  # noqa: D205 - the reason belongs to the first sentence

    def __repr__(self) -> str:
        return f"{type(self).__name__}(…)"
