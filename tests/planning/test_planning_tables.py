from __future__ import annotations

from collections import Counter
from itertools import product

import pytest

from gampgen.domain.risk import Level
from gampgen.planning.tables import level_of, rank, risk_class, risk_priority

L, M, H = Level.LOW, Level.MEDIUM, Level.HIGH
CLASSES = {(H, L): 2, (H, M): 1, (H, H): 1, (M, L): 3, (M, M): 2, (M, H): 1, (L, L): 3, (L, M): 3, (L, H): 2}
PRIORITIES = {(1, H): M, (1, M): H, (1, L): H, (2, H): L, (2, M): M, (2, L): H, (3, H): L, (3, M): L, (3, L): M}
ALL = tuple(product((L, M, H), repeat=3))


@pytest.mark.parametrize(("severity", "probability", "detectability"), ALL)
def test_each_of_the_27_combinations_gives_the_published_class_and_priority(
    severity: Level, probability: Level, detectability: Level
) -> None:
    one_to_three = risk_class(severity, probability)
    assert one_to_three == CLASSES[severity, probability]
    assert risk_priority(one_to_three, detectability) is PRIORITIES[one_to_three, detectability]


def _priority(severity: Level, probability: Level, detectability: Level) -> Level:
    return risk_priority(risk_class(severity, probability), detectability)


def test_nine_combinations_are_high_nine_medium_and_nine_low() -> None:
    assert Counter(_priority(*ratings) for ratings in ALL) == {H: 9, M: 9, L: 9}


@pytest.mark.parametrize("fixed", tuple(product((L, M, H), repeat=2)))
def test_more_severity_or_probability_never_lowers_and_more_detectability_never_raises_the_priority(
    fixed: tuple[Level, Level],
) -> None:
    one, two = fixed
    by_severity = [rank(_priority(level, one, two)) for level in (L, M, H)]
    by_probability = [rank(_priority(one, level, two)) for level in (L, M, H)]
    by_detectability = [rank(_priority(one, two, level)) for level in (L, M, H)]
    assert by_severity == sorted(by_severity)
    assert by_probability == sorted(by_probability)
    assert by_detectability == sorted(by_detectability, reverse=True)


def test_ranks_beyond_the_ends_are_the_ends() -> None:
    assert [level_of(position) for position in (-2, -1, 0, 1, 2, 3)] == [
        Level.LOW, Level.LOW, Level.LOW, Level.MEDIUM, Level.HIGH, Level.HIGH,
    ]  # fmt: skip
