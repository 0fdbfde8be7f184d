"""What a test has to cover: the values that test design hands to drafting. No wording of tests here, only content.

A `CoverageItem` is one thing to prove of one requirement by one technique. Its `part` says what, in typed values whose
texts are the requirement's own words. Source: ISO/IEC/IEEE 29119-4:2021 (test coverage items).
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from gampgen.domain.base import LargeValue, Value
from gampgen.domain.clause import Clause
from gampgen.domain.limit_point import LimitPoint
from gampgen.domain.risk import Level
from gampgen.domain.suite import Polarity, Technique


class ConditionState(Value):
    """One cause of the sentence in a wanted state. `words` is the cause as one positive text.

    `shared` is true where the value of another cause of the same case puts this one into its state too. `presented` is
    the thing that is handed to a device in this state ("the carton"), "" where nothing is handed to it. `lasts` is the
    condition whose duration this one is ("a channel is in maintenance mode"), where another one names it.
    """

    words: str
    clause: Clause
    truth: bool
    point: LimitPoint | None = None
    quote: str = ""
    shared: bool = False
    presented: str = ""
    lasts: str = ""


class EffectState(Value):
    """One effect of the sentence and whether it has to happen.

    `said` is false where the sentence does not say what becomes of the effect in this case: a guarantee or a function
    that is always on is demanded under its condition, and its failure is demanded nowhere. `tried` is true where the
    effect is something that has to be attempted before it can happen or be refused.
    """

    words: str
    clause: Clause
    truth: bool
    quote: str = ""
    said: bool = True
    tried: bool = False


class ConditionCase(Value):
    """A combination of conditions and what has to follow. `deciding` is the index of the cause that decides here.

    `unsaid` are the effects of the sentence, in words, of which it does not say what happens otherwise.
    """

    kind: Literal["condition"] = "condition"
    states: tuple[ConditionState, ...]
    effects: tuple[EffectState, ...]
    deciding: int = 0
    unsaid: tuple[str, ...] = ()


class InputCase(Value):
    """Values of an input that must be accepted, or one that must be refused. `length` true: the number is a length.

    `flagged` is true where the limit is one of a specification: a value outside it is stored and marked, not refused.
    `unsure` is true where the sentence does not say so itself.
    `alphabet` are the kinds of characters that the sentence allows ("letters", "digits"); empty where it says nothing.
    """

    kind: Literal["input"] = "input"
    clause: Clause
    points: tuple[LimitPoint, ...]
    accepted: bool
    length: bool = False
    flagged: bool = False
    unsure: bool = False
    alphabet: tuple[str, ...] = ()


class ServiceNature(StrEnum):
    """What a limit on the system's own doing is about.

    `DURATION` is how long a state lasts ("suppressed for at most 60 seconds"), `DELAY` how much later something comes,
    `RANGE` from where to where it works. `QUOTED` is a limit whose nature the sentence does not settle: it is quoted,
    and the tester judges by its words.
    """

    RESPONSE = "response"
    FREQUENCY = "frequency"
    RETENTION = "retention"
    ACCURACY = "accuracy"
    CAPACITY = "capacity"
    AVAILABILITY = "availability"
    CONTROL = "control"
    DURATION = "duration"
    DELAY = "delay"
    RANGE = "range"
    QUOTED = "quoted"
    OTHER = "other"


class ServiceCase(Value):
    """A limit on what the system does: it is measured, and the limit is what the tester judges by.

    `text` is the limit as written; `lower`/`upper` its ends (None: open); `first_failing` lists the nearest measured
    values that
    fail, at the resolution written. `about` names the measured thing where the limit's own words do ("the response
    time of the search"); `event` is what the time counts from; `share` the part of all measurements that has to keep
    the limit ("95 %"), `load` what runs meanwhile ("50 concurrent users"); `unsure` true where it is not certain
    whether the thing is entered, set or measured; `over` the ends of the range in which a deviation has to be kept.
    """

    kind: Literal["service"] = "service"
    nature: ServiceNature
    clause: Clause
    text: str
    lower: str | None
    upper: str | None
    lower_inclusive: bool
    upper_inclusive: bool
    unit: str | None
    first_failing: tuple[str, ...]
    trigger: str = ""
    about: str = ""
    event: str = ""
    share: str = ""
    load: str = ""
    unsure: bool = False
    over: tuple[str, ...] = ()


class RoleCase(Value):
    """Who tries what, and whether it has to be granted. `aspect` is allowed, refused or withdrawn."""

    kind: Literal["role"] = "role"
    aspect: Literal["allowed", "refused", "withdrawn"]
    roles: tuple[str, ...]
    granted_to: tuple[str, ...]
    action: Clause


class RightCell(Value):
    """One cell of a permission matrix: who, what, and where the requirement says so.

    `condition` is what has to hold for what is allowed, or does not hold where it is refused; "" for no condition.
    """

    role: str
    action: Clause
    condition: str = ""
    quote: str


class RightsCase(Value):
    """Cells of a permission matrix with one verdict, tried in order of the roles. `about` names what they share."""

    kind: Literal["rights"] = "rights"
    aspect: Literal["allowed", "refused"]
    about: str
    cells: tuple[RightCell, ...]


class StateCase(Value):
    """A state, or an order of steps: what has to come first, and what depends on it.

    `before` is the event or state after the order word `keyword`, `event` the same taken apart; `fulfilled` whether it
    has come about in this case. `conditions` are the cases in which the order holds.
    """

    kind: Literal["state"] = "state"
    aspect: Literal["valid", "forbidden"]
    clause: Clause
    before: str
    keyword: str
    fulfilled: bool
    event: Clause
    conditions: tuple[tuple[str, bool], ...] = ()


class Checklist(Value):
    """An aspect that the field's practice attaches to a kind of requirement (audit trail: change, deletion, …).

    `aspect` names it; `about` is the thing concerned in the requirement's words; `details` are the parts that the
    sentence
    lists ("user, date and time"); `values` are exact numbers that belong to it, as (name, value, unit); `conditions`
    the sentence's
    conditions and whether they hold here.
    """

    kind: Literal["checklist"] = "checklist"
    aspect: str
    clause: Clause
    about: str
    details: tuple[str, ...] = ()
    values: tuple[tuple[str, str, str | None], ...] = ()
    conditions: tuple[tuple[str, bool], ...] = ()


class Move(Value):
    """A change of state from `start` to `end`; `role` is who may bring it about, "" where the document names nobody."""

    start: str
    end: str
    role: str = ""


class PathCase(Value):
    """Changes of state of one thing: walked in order, refused one by one, or brought about by the named role.

    `about` is the thing whose state it is. The moves of a refused case are those that no requirement names.
    """

    kind: Literal["path"] = "path"
    aspect: Literal["walked", "refused", "by-role"]
    about: str
    moves: tuple[Move, ...]
    roles: tuple[str, ...] = ()


class CombinationCase(Value):
    """Combinations of options that the sentence names: each row gives one option per factor."""

    kind: Literal["combination"] = "combination"
    clause: Clause
    rows: tuple[tuple[str, ...], ...]


class LatchCase(Value):
    """A state that holds on after its cause is gone.

    `triggers` bring it about (`gone`: the same no longer there), `releases` end it together (`missing`: each
    of them not there); `effect` is what holds on.
    """

    kind: Literal["latch"] = "latch"
    effect: Clause
    triggers: tuple[ConditionState, ...]
    gone: tuple[ConditionState, ...]
    releases: tuple[ConditionState, ...]
    missing: tuple[ConditionState, ...]


Part = Annotated[
    LatchCase
    | ConditionCase
    | InputCase
    | ServiceCase
    | RoleCase
    | RightsCase
    | StateCase
    | PathCase
    | CombinationCase
    | Checklist,
    Field(discriminator="kind"),
]


class CoverageItem(LargeValue):
    """One thing to prove of one requirement.

    `rule` is the code of the rule that asks for it ("BVA"); `aspect` a stable, readable key, unique for requirement and
    technique; `statement` counts the requirement's statements (0 the lead, then its items, -1 the stated acceptance
    criteria);
    `quote` is the passage that it rests on, an exact substring of the requirement.
    """

    requirement_uid: str
    technique: Technique
    rule: str
    aspect: str
    polarity: Polarity
    priority: Level
    statement: int
    quote: str
    part: Part
