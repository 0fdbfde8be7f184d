"""What a person's signature on a run can mean."""

from __future__ import annotations

from enum import StrEnum


class Meaning(StrEnum):
    """What a signature stands for (21 CFR 11.50(a)(3))."""

    AUTHORED = "authored"
    REVIEWED = "reviewed"
    APPROVED = "approved"
