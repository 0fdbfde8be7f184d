# ruff: noqa: E501 - word lists are kept by meaning, one line each
"""The verbs of requirements, by what a tester has to look for when the verb has happened.

The classes follow the field's usual action words (ISO/IEC/IEEE 29148 §5.2.8 speaks of "what is to be done"); a verb
that is not listed is `OTHER` and gets wording that rests on its clause alone.
"""

from __future__ import annotations

from gampgen.domain.clause import ActionKind
from gampgen.techniques.noun_words import (
    ACT_NOUNS,
    CALCULATIONS,
    DOCUMENTED,
    FAULTS,
    PHYSICAL_NOUNS,
    SESSIONS,
    is_goods,
)
from gampgen.techniques.verb_words import WORDS

PARTICLES = frozenset({"in", "out", "on", "off", "up", "down", "back", "over"})
# verbs whose particle makes another verb; "log in", not "display in"
_PHRASAL = frozenset(
    [
        "log-in",
        "log-out",
        "log-on",
        "log-off",
        "sign-in",
        "sign-out",
        "sign-on",
        "sign-off",
        "back-up",
        "set-up",
        "shut-down",
        "switch-on",
        "switch-off",
        "carry-out",
        "roll-back",
        "time-out",
        "lock-out",
        "look-up",
        "close-out",
        "fail-over",
        "turn-on",
        "turn-off",
        "start-up",
        "clean-up",
        "print-out",
        "sort-out",
        "push-out",
        "blow-out",
    ]
)
_COMPOSED = {"consist of": ActionKind.INCLUDE}
KINDS: dict[str, ActionKind] = {
    verb.replace("-", " ") if verb in _PHRASAL else verb: kind
    for kind, words in WORDS.items()
    for verb in words.split()
}
VERBS = frozenset(KINDS)
# words that are a verb wherever they begin a phrase: hardly ever nouns, so safe to split a coordination at
PURE_VERBS = frozenset(
    [
        "create",
        "generate",
        "produce",
        "raise",
        "notify",
        "inform",
        "display",
        "show",
        "present",
        "save",
        "store",
        "capture",
        "print",
        "calculate",
        "compute",
        "determine",
        "prevent",
        "reject",
        "refuse",
        "deny",
        "prohibit",
        "stop",
        "halt",
        "abort",
        "suspend",
        "terminate",
        "disable",
        "start",
        "begin",
        "initiate",
        "resume",
        "continue",
        "enable",
        "activate",
        "execute",
        "allow",
        "permit",
        "accept",
        "grant",
        "unlock",
        "edit",
        "modify",
        "assign",
        "move",
        "delete",
        "remove",
        "purge",
        "archive",
        "retain",
        "restore",
        "recover",
        "send",
        "transmit",
        "import",
        "export",
        "receive",
        "retrieve",
        "require",
        "prompt",
        "validate",
        "verify",
        "compare",
        "ensure",
        "detect",
        "identify",
        "encrypt",
        "protect",
        "return",
        "respond",
        "authenticate",
        "configure",
        "define",
        "monitor",
        "measure",
        "track",
        "maintain",
        "provide",
        "support",
        "include",
        "contain",
        "sign",
        "approve",
        "release",
        "review",
        "reopen",
        "acknowledge",
        "confirm",
        "submit",
        "complete",
        "close",
        "open",
        "apply",
        "select",
        "insert",
        "add",
        "attach",
        "upload",
        "download",
        "search",
        "find",
        "keep",
        "preserve",
        "write",
        "read",
        "enter",
        "replace",
        "withdraw",
        "revoke",
        "update",
        "adjust",
        "correct",
    ]
)


def is_phrasal(verb: str, particle: str) -> bool:
    """Whether verb and particle together are one verb: "log out", "back up"."""
    return particle in PARTICLES and f"{verb}-{particle}" in _PHRASAL


_TAKING = frozenset({"receive", "get", "obtain", "acquire", "take", "assume", "take on"})


def kind_of(verb: str, noun: str = "") -> ActionKind:
    """The kind of a verb (base form), its object helping: "raise an alarm" is an alarm, "send an e-mail" a notification.

    Args:
        verb: base form, with particle if it has one.
        noun: the object or, in the passive, the subject.
    """
    words = frozenset(noun.lower().replace(",", " ").split())
    plain = _COMPOSED.get(verb) or KINDS.get(verb)
    makes = verb in _MAKING or plain in _MAKING_KINDS
    special = (
        # "gets the status Draft": nothing is transferred
        (verb in _TAKING and words & {"status", "state"} and not words & _MESSAGES, ActionKind.STATE),
        # what is disabled by its name must not be possible; what is retained has a time, or else is only stored
        (verb in _DISABLING and words & ACT_NOUNS, ActionKind.REFUSE),
        # an alarm that is cleared or reset goes back to its normal state; no record is deleted
        (verb in {"clear", "reset", "remove", "cancel"} and words & _ALARMS, ActionKind.CHANGE),
        (verb == "retain" and bool(words) and not words & _LASTING_THINGS, ActionKind.RECORD),
        # a location or a batch that is blocked has another status; nobody tries to bring it about
        (verb in {"block", "unblock"} and words & _STOCK, ActionKind.CHANGE),
        (verb == "integrate" and words & _INTEGRABLE, ActionKind.CALCULATE),
        (verb in _CARRYING and words & CALCULATIONS, ActionKind.CALCULATE),
        ((verb in _SENDING or verb == "escalate") and words & (_ALARMS | _MESSAGES), ActionKind.NOTIFY),
        (makes and words & _ALARMS, ActionKind.ALARM),
        (plain in _MOTIONS and _is_no_motion(verb, words), ActionKind.CHANGE),
        (verb in _KEEPING and words & PHYSICAL_NOUNS, ActionKind.CONTROL),
        (verb == "maintain" and words & _TRAILS, ActionKind.RECORD),
        (verb == "maintain" and not words & _KEPT, ActionKind.CHANGE),
        (verb == "preserve" and not words & (_KEPT | _TRAILS), ActionKind.OTHER),
        (makes and words & _MESSAGES, ActionKind.NOTIFY),
        # "changes are controlled": an organisation's control, no control loop
        (plain is ActionKind.CONTROL and not words & PHYSICAL_NOUNS, ActionKind.OTHER),
        # "the model is locked": only a session or an account is unlocked by a log-in
        # a carton that is removed from the belt is sorted out; no record is deleted
        (verb in {"remove", "withdraw"} and is_goods(noun, surely=True), ActionKind.REFUSE),
        (verb == "lock" and bool(words) and not words & SESSIONS, ActionKind.OTHER),
        (verb == "report" and words & FAULTS, ActionKind.DETECT),
        (verb in _REPORTABLE and words & _REPORTS, ActionKind.OUTPUT),
        (verb in _SIGNABLE and words & {"signature", "signatures"}, ActionKind.SIGN),
    )
    return next((kind for holds, kind in special if holds), plain or ActionKind.OTHER)


_DISABLING = frozenset({"disable", "deactivate", "exclude"})
_CARRYING = frozenset({"execute", "apply", "perform", "run", "use", "carry out"})
_SENDING = frozenset({"send", "transmit", "forward", "deliver", "dispatch"})
_MOTIONS = frozenset({ActionKind.START, ActionKind.STOP})
_KEEPING = frozenset({"keep", "hold", "maintain", "retain", "preserve"})
_TRAILS = frozenset({"trail", "trails", "log", "logs", "history", "histories"})
_KEPT = frozenset(
    {
        "record", "records", "data", "backup", "backups", "copy", "copies", "document", "documents", "archive",
        "archives", "integrity", "traceability", "confidentiality", "information",
    }
)  # fmt: skip
# words that set something going or end it in a record, as well as in a machine
_ADMINISTRATIVE = frozenset(
    {"close", "cancel", "end", "disable", "deactivate", "enable", "activate", "perform", "execute", "conduct", "launch",
     "discontinue", "terminate", "initiate"}
)  # fmt: skip
_LASTING_THINGS = _KEPT | _TRAILS | frozenset(
    {"report", "reports", "file", "files", "result", "results", "value", "values", "version", "versions", "sample", "samples",
     "entry", "entries", "document", "documents", "batch", "batches", "measurement", "measurements", "recipe", "recipes"}
)  # fmt: skip


def _is_no_motion(verb: str, words: frozenset[str]) -> bool:
    """Whether "start"/"stop"/"close" is about a record or a function, not about something that moves or runs."""
    if words & PHYSICAL_NOUNS or any(word.endswith("ing") for word in words):
        return False
    return verb in _ADMINISTRATIVE or bool(words & DOCUMENTED)


_MAKING_KINDS = frozenset({ActionKind.CREATE, ActionKind.START, ActionKind.NOTIFY, ActionKind.TRANSFER, None})


def measured(noun: str) -> bool:
    """Whether a noun phrase names something that a sensor measures or a controller controls."""
    return bool(frozenset(noun.lower().replace(",", " ").split()) & PHYSICAL_NOUNS)


_STOCK = frozenset(
    {"location", "locations", "batch", "batches", "pallet", "pallets", "stock", "material", "materials", "lot", "lots",
     "container", "containers", "sample", "samples", "item", "items", "product", "products", "supplier", "suppliers"}
)  # fmt: skip
_INTEGRABLE = frozenset({"peak", "peaks", "signal", "signals", "area", "areas", "curve", "curves", "flow"})
_MAKING = frozenset({"give", "sound", "send", "display", "show", "raise", "trigger"})
_ALARMS = frozenset({"alarm", "alarms", "alert", "alerts"})
_MESSAGES = frozenset(
    {"notification", "notifications", "e-mail", "email", "e-mails", "emails", "reminder", "reminders", "sms"}
)
_REPORTABLE = frozenset({"generate", "create", "produce", "issue", "provide", "compile"})
_REPORTS = frozenset(
    {"report", "reports", "printout", "printouts", "certificate", "certificates", "pdf", "label", "labels"}
)
_SIGNABLE = frozenset({"apply", "execute", "enter", "provide", "capture", "perform", "support"})
