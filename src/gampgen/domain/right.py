"""A right as a permission matrix states it: one cell, and what its mark means."""

from __future__ import annotations

from gampgen.domain.base import Value


class Right(Value):
    """Whether a role may do something, as one cell of a permission matrix says it.

    `role` and `function` are the names at the head of the cell's column and row (or row and column), as printed;
    `action` is what the mark is about, in the function's words ("edit the recipe"); `condition` is what has to hold
    beside ("with a second person"). `allowed` is None where the mark's meaning is not known. `quote` is where the
    requirement holds the cell, verbatim.
    """

    role: str
    function: str
    action: str
    condition: str = ""
    allowed: bool | None
    mark: str
    quote: str
