"""The best are found without a look at every text: the same as when each text is scored."""

from __future__ import annotations

import math
import random
from collections import Counter

import pytest

from gampgen.agents.ranking import Collection, content_words

_VOCABULARY = [f"{kind}{number}" for kind in ("valve", "record", "alarm") for number in "abcdefghij"]


def _texts(seed: int, many: int) -> tuple[str, ...]:
    """Texts with common words in most of them and rare words in few, some twice."""
    chance = random.Random(seed)  # noqa: S311 - no secret: the same texts on each run
    weights = [1 / (place + 1) for place in range(len(_VOCABULARY))]
    made = [" ".join(chance.choices(_VOCABULARY, weights, k=chance.randint(1, 14))) for _ in range(many)]
    return (*made, *made[:3])


def _plainly(texts: tuple[str, ...], query: str, most: int) -> list[tuple[int, float]]:
    """BM25 as the paper gives it, over every text: place and score of the best."""
    counted = [Counter(content_words(text)) for text in texts]
    mean = sum(counts.total() for counts in counted) / len(counted)
    scored: list[tuple[float, int]] = []
    for place, counts in enumerate(counted):
        score, shares = 0.0, False
        for word in sorted(set(content_words(query))):
            holding = sum(word in other for other in counted)
            if word in counts:
                shares = True
                rarity = max(0.0, math.log((len(texts) - holding + 0.5) / (holding + 0.5) + 1))
                norm = 1.2 * (0.25 + 0.75 * counts.total() / mean)
                score += rarity * counts[word] * 2.2 / (counts[word] + norm)
        if shares:
            scored.append((-round(score, 9), place))
    return [(place, -score) for score, place in sorted(scored)[:most]]


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("most", [1, 3])
def test_the_best_are_those_of_the_whole_collection(seed: int, most: int) -> None:
    texts = _texts(seed, 60)
    collection = Collection(texts)
    for query in texts[:20]:
        found = collection.most_like(query, most)
        assert [(hit.place, hit.score) for hit in found] == _plainly(texts, query, most)


def test_what_is_shared_is_told_in_order_and_rarity_is_that_of_the_collection() -> None:
    collection = Collection(("pump seal temperature", "pump seal", "valve"))
    (first, second) = collection.most_like("Seal temperatures of the pump", 5)
    assert (first.place, first.shared) == (0, ("pump", "seal", "temperatur"))
    assert (second.place, second.shared) == (1, ("pump", "seal"))
    assert collection.rarity("valv") > collection.rarity("pump") > 0
    assert collection.rarity("unheard") == 0


def test_nothing_is_like_a_text_that_shares_no_word() -> None:
    assert Collection(("valve",)).most_like("pressure", 3) == ()
    assert Collection(()).most_like("pressure", 3) == ()
