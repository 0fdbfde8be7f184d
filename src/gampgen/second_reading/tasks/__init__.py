"""What a model may be asked for, one task per file, in the order in which their answers count."""

from typing import Any

from gampgen.second_reading.tasks.additional_tests import ADDITIONAL_TESTS
from gampgen.second_reading.tasks.category import CATEGORY
from gampgen.second_reading.tasks.failure_modes import FAILURE_MODES
from gampgen.second_reading.tasks.interface import Item, Task
from gampgen.second_reading.tasks.missing_requirements import MISSING_REQUIREMENTS
from gampgen.second_reading.tasks.rewording import REWORDING
from gampgen.second_reading.tasks.step_wording import STEP_WORDING

__all__ = ["TASKS", "Item", "Task"]

TASKS: tuple[Task[Any], ...] = (
    CATEGORY,
    REWORDING,
    ADDITIONAL_TESTS,
    FAILURE_MODES,
    MISSING_REQUIREMENTS,
    STEP_WORDING,
)
