"""A clause taken apart, so that drafting can put it in another form without changing its words."""

from __future__ import annotations

from enum import StrEnum

from gampgen.domain.base import Value


class ActionKind(StrEnum):
    """What kind of thing a verb says is done: it decides where a tester looks for the effect."""

    ALARM = "alarm"
    NOTIFY = "notify"
    DISPLAY = "display"
    RECORD = "record"
    CREATE = "create"
    OUTPUT = "output"
    CALCULATE = "calculate"
    REFUSE = "refuse"
    STOP = "stop"
    START = "start"
    ALLOW = "allow"
    CHANGE = "change"
    DELETE = "delete"
    TRANSFER = "transfer"
    SEARCH = "search"
    REQUIRE = "require"
    CHECK = "check"
    EVALUATE = "evaluate"
    DETECT = "detect"
    PROTECT = "protect"
    RESPOND = "respond"
    AUTHENTICATE = "authenticate"
    RESTORE = "restore"
    RETAIN = "retain"
    CONFIGURE = "configure"
    MONITOR = "monitor"
    CONTROL = "control"
    LOCK = "lock"
    SIGN = "sign"
    PROVIDE = "provide"
    INCLUDE = "include"
    STATE = "state"
    OTHER = "other"


class ClauseForm(StrEnum):
    """How a clause is built. `NOMINAL` has no verb ("loss of power"); `MODAL` keeps its can/could."""

    ACTIVE = "active"
    PASSIVE = "passive"
    COPULA = "copula"
    PERFECT = "perfect"
    MODAL = "modal"
    NOMINAL = "nominal"


class Clause(Value):
    """A clause taken apart, so that drafting can put it in another form without changing its words.

    `verb` is the base form with its particle ("raise", "log out"); `further_verbs` those coordinated with it ("create,
    edit and delete records"), `further_kinds` their kinds, `conjunction` the word between them. `object` is the noun
    phrase after the verb, `rest` what follows that. `participle` is set in the passive, as written. `negated` is
    the clause's own negation. `ability` is
    true where the sentence grants or demands an ability ("users shall be able to …", "allow users to …"): then
    `subject` is who has it.
    """

    subject: str
    verb: str = ""
    further_verbs: tuple[str, ...] = ()
    further_kinds: tuple[ActionKind, ...] = ()
    conjunction: str = "and"
    object: str = ""
    rest: str = ""
    adverb: str = ""
    participle: str = ""
    form: ClauseForm = ClauseForm.ACTIVE
    negated: bool = False
    ability: bool = False
    by_person: bool = False
    kind: ActionKind = ActionKind.OTHER
    quote: str = ""
