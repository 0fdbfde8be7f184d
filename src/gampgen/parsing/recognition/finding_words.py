"""Findings of recognition put into words."""

from __future__ import annotations

from typing import Final

from gampgen.domain.finding import Finding
from gampgen.domain.location import Location
from gampgen.domain.requirement import Requirement
from gampgen.parsing.recognition.rules import HINTS, SEVERITIES

_QUOTED: Final = 90


def about(code: str, requirement: Requirement, message: str) -> Finding:
    """A finding on one requirement."""
    return finding(code, message, requirement.location, requirement.uid)


def finding(code: str, message: str, location: Location | None = None, uid: str | None = None) -> Finding:
    """A finding of a rule, with the severity and the hint of that rule."""
    return Finding(
        code=code,
        severity=SEVERITIES[code],
        requirement_uid=uid,
        location=location,
        message=message,
        hint=HINTS[code],
    )


def short(text: str) -> str:
    """A text for quoting, cut where it is long."""
    return text if len(text) <= _QUOTED else f"{text[:_QUOTED].rstrip()} …"


def counted(number: int, name: str) -> str:
    """A number with its noun."""
    return f"{number} {name}" if number == 1 else f"{number} {name}s"
