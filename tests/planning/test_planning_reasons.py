"""The reason of a disposition is a whole sentence with the words that it rests on; the small turns beneath it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from gampgen import planning
from gampgen.domain.category import GampCategory
from gampgen.domain.requirement import AnalysedRequirement
from gampgen.domain.risk import DispositionKind, Level
from gampgen.planning.clause import read_clause, singular
from gampgen.planning.verdict import whole
from gampgen.planning.wording import as_demand

Build = Callable[..., AnalysedRequirement]


@pytest.mark.parametrize(
    ("text", "kind", "reason"),
    [
        ("Deleted", DispositionKind.QUERY, '"Deleted" states no demand that could be verified (rule DS01).'),
        (
            "The retention time shall be TBD.",
            DispositionKind.QUERY,
            '"The retention time shall be TBD" leaves open what is demanded (rule DS01).',
        ),
        (
            "The system shall comply with IEC 61010-1.",
            DispositionKind.SUPPLIER_EVIDENCE,
            (
                '"The system shall comply with IEC 61010-1" is shown by the maker\'s certificate or declaration, not '
                "by operating the system (rule DS11)."
            ),
        ),
        (
            "The supplier shall install the server.",
            DispositionKind.IQ,
            (
                '"The supplier shall install the server" is work of installation by the supplier, recorded in the IQ '
                "(rule DS06)."
            ),
        ),
    ],
)
def test_the_reason_is_a_sentence(text: str, kind: DispositionKind, reason: str, requirement: Build) -> None:
    found = planning.assess(requirement(text), GampCategory.CONFIGURED).disposition
    assert (found.kind, found.reason) == (kind, reason)


@pytest.mark.parametrize(
    ("plural", "single"),
    [("policies", "policy"), ("ties", "tie"), ("classes", "class"), ("boxes", "box"), ("branches", "branch"),
     ("dishes", "dish"), ("certificates", "certificate"), ("status", "status"), ("analysis", "analysis"),
     ("operators'", "operator"), ("Glass", "glass"), ("skies", "sky"), ("lies", "lie")],
)  # fmt: skip
def test_the_singular_of_a_noun(plural: str, single: str) -> None:
    assert singular(plural) == single


def test_a_long_clause_is_cut_at_a_word() -> None:
    shown = whole(read_clause(f"The system shall {'record the temperature and ' * 20}stop."))
    assert shown.startswith("The system shall record")
    assert shown.rstrip(" …").endswith(("record", "the", "temperature", "and"))


def test_a_present_tense_is_worded_as_a_duty() -> None:
    assert as_demand("The valve is closed.") == "The valve shall be closed."
    assert as_demand("Valve list") is None


def test_a_function_used_unchanged_is_a_low_probability(requirement: Build) -> None:
    text = "The standard search of the product shall be used without modification."
    risk = planning.assess(requirement(text), GampCategory.CONFIGURED).risk
    assert (risk.probability, "used unchanged (rule RK02)" in risk.probability_reason) == (Level.LOW, True)
