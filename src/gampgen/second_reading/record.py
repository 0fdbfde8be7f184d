"""The whole second reading out of its conversations, in the order in which they count."""

from __future__ import annotations

from collections.abc import Sequence

from gampgen.domain.second_reading import Contribution, ContributionKind, SecondReading
from gampgen.llm.keys import plain_address
from gampgen.llm.port import ModelSettings
from gampgen.second_reading.applying import additional_id
from gampgen.second_reading.asking import Told
from gampgen.second_reading.prompts import COMMON, prompt
from gampgen.second_reading.tasks import TASKS


def record_of(told: Sequence[Told], named: ModelSettings) -> SecondReading:
    """What the suite keeps of the second reading.

    Args:
        told: what each conversation gave, in order.
        named: the model that was asked.
    """
    asked = [one for part in told for one in part.asked]
    answers = [one.call.exchange.answer for one in asked]
    contributions = tuple(_placed(piece) for part in told for piece in part.contributions)
    return SecondReading(
        model=named.name,
        address=plain_address(named.base_url),
        answered_by=tuple(sorted({answer.model for answer in answers if answer is not None})),
        prompts=tuple(prompt(name).record() for name in (COMMON, *(task.name for task in TASKS))),
        questions=len(asked),
        asked_again=sum(one.again for one in asked),
        contributions=contributions,
        dropped=tuple(piece for part in told for piece in part.dropped),
        unanswered=tuple(piece for part in told for piece in part.unanswered),
    )


def _placed(piece: Contribution) -> Contribution:
    """A contribution with the id of the test that it became."""
    if piece.kind is not ContributionKind.ADDITIONAL_TEST or piece.requirement_uid is None:
        return piece
    return piece.model_copy(update={"test_id": additional_id(piece.requirement_uid, piece)})
