"""What earlier steps found and later steps need."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from gampgen.workflow.events import (
    AdviceCollected,
    DecisionAsked,
    DocumentRead,
    RequirementsParsed,
    SuitePlanned,
    SystemCategorised,
)


class RunState(BaseModel):
    """The workflow's store. A wrong type is refused on assignment, which the engine does not do by itself."""

    model_config = ConfigDict(validate_assignment=True)

    read: DocumentRead | None = None
    parsed: RequirementsParsed | None = None
    asked: DecisionAsked | None = None
    categorised: SystemCategorised | None = None
    planned: SuitePlanned | None = None
    advice: AdviceCollected | None = None
