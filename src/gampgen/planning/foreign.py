"""Requirements that are not worded in English: what can be told of them without understanding the wording.

Numbers with their units, quoted terms: nothing else is taken out of a sentence that was not analysed. What it demands
of the system is for somebody who reads it to say.
"""

from __future__ import annotations

import re
from decimal import Decimal

from gampgen.domain.requirement import Requirement
from gampgen.domain.risk import DispositionKind
from gampgen.planning.verdict import Verdict

ANALYSED = "en"
_VALUE = re.compile(
    r"(?<![\w.,/-])(?P<number>\d{1,9}(?:[.,]\d{1,6})?)(?:\s?(?P<unit>[^\W\d_]{1,12}|[°%‰µ][^\s,.;:()]{0,6}))?"
)
_GROUPED = re.compile(r"\d{1,3}[.,]\d{3}")
_QUOTED = re.compile(r"[\"“„«‘]\s?([^\"“”„«»‘’]{1,60}?)\s?[\"”“»’]")


def foreign_wording(requirement: Requirement) -> Verdict | None:
    """DS21: a requirement in another language is a question to its author; None for one in English."""
    if requirement.language == ANALYSED:
        return None
    meaning = f"is worded in “{requirement.language}”, and wording was analysed in English only (rule DS21)."
    return Verdict(
        kind=DispositionKind.QUERY,
        rule="DS21",
        reason=f'"{requirement.text}" {meaning}',
        quote=requirement.text,
        proposal="; ".join((*_values(requirement), *_terms(requirement))),
    )


def _texts(requirement: Requirement) -> tuple[str, ...]:
    return (requirement.text, *requirement.items)


def _values(requirement: Requirement) -> list[str]:
    """Each number with its unit, with the values one step beside it: "8,0 °C: 7,9, 8,0 and 8,1"."""
    found = (match for text in _texts(requirement) for match in _VALUE.finditer(text))
    return list(dict.fromkeys(_beside(match["number"], match["unit"] or "", match.group()) for match in found))


def _beside(number: str, unit: str, printed: str) -> str:
    if _GROUPED.fullmatch(number):
        return f"{printed}: the value, and one step below and above it"
    exact = Decimal(number.replace(",", "."))
    step = Decimal(1).scaleb(int(exact.as_tuple().exponent))
    mark = "," if "," in number else "."
    below, above = (format(exact + way * step, "f").replace(".", mark) for way in (-1, 1))
    return f"{number} {unit}".rstrip() + f": {below}, {number} and {above}"


def _terms(requirement: Requirement) -> list[str]:
    terms = (term for text in _texts(requirement) for term in _QUOTED.findall(text))
    return [f"“{term}”, as it stands" for term in dict.fromkeys(terms)]
