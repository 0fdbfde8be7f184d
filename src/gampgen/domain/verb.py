"""The forms of an English verb: pure spelling rules, British usage, with a table of what the rules cannot say.

Sentences of a test are built from the requirement's words; "raise" then has to become "raises", "is raised" or
"raising". The rules are those of school grammar (consonant doubling, silent e, y → ies); irregular verbs are listed.
"""

from __future__ import annotations

import re

# base: (third person, past participle, gerund); "" takes the regular form
_IRREGULAR: dict[str, tuple[str, str, str]] = {
    "be": ("is", "been", "being"),
    "become": ("", "become", ""),
    "begin": ("", "begun", "beginning"),
    "break": ("", "broken", ""),
    "bring": ("", "brought", ""),
    "build": ("", "built", ""),
    "choose": ("", "chosen", ""),
    "come": ("", "come", ""),
    "cut": ("", "cut", "cutting"),
    "do": ("does", "done", ""),
    "draw": ("", "drawn", ""),
    "fall": ("", "fallen", ""),
    "feed": ("", "fed", ""),
    "find": ("", "found", ""),
    "freeze": ("", "frozen", ""),
    "get": ("", "got", "getting"),
    "give": ("", "given", ""),
    "go": ("goes", "gone", ""),
    "have": ("has", "had", "having"),
    "hide": ("", "hidden", ""),
    "hold": ("", "held", ""),
    "keep": ("", "kept", ""),
    "know": ("", "known", ""),
    "lead": ("", "led", ""),
    "leave": ("", "left", ""),
    "let": ("", "let", "letting"),
    "lose": ("", "lost", ""),
    "make": ("", "made", ""),
    "meet": ("", "met", ""),
    "override": ("", "overridden", ""),
    "overwrite": ("", "overwritten", ""),
    "put": ("", "put", "putting"),
    "read": ("", "read", ""),
    "reset": ("", "reset", "resetting"),
    "rewrite": ("", "rewritten", ""),
    "rise": ("", "risen", ""),
    "run": ("", "run", "running"),
    "see": ("", "seen", ""),
    "seek": ("", "sought", ""),
    "sell": ("", "sold", ""),
    "send": ("", "sent", ""),
    "set": ("", "set", "setting"),
    "show": ("", "shown", ""),
    "shut": ("", "shut", "shutting"),
    "split": ("", "split", "splitting"),
    "spread": ("", "spread", ""),
    "take": ("", "taken", ""),
    "tell": ("", "told", ""),
    "undo": ("undoes", "undone", ""),
    "withdraw": ("", "withdrawn", ""),
    "write": ("", "written", ""),
}
_DOUBLING = frozenset(
    {
        "admit", "allot", "begin", "bid", "cancel", "chat", "clip", "commit", "compel", "control", "cut", "defer",
        "drag", "drop", "enrol", "equip", "fit", "flag", "grab", "label", "level", "log", "map", "model", "occur",
        "omit", "permit", "pin", "plan", "plot", "pop", "prefer", "refer", "rig", "run", "scan", "scrap", "ship",
        "shop", "signal", "skip", "snap", "stop", "submit", "swap", "tag", "tap", "total", "transfer", "transmit",
        "trap", "travel", "trim", "trip", "unplug", "unwrap", "wrap", "zip",
    }
)  # fmt: skip
_PARTICIPLES = {forms[1]: base for base, forms in _IRREGULAR.items() if forms[1]}
_THIRD = {forms[0]: base for base, forms in _IRREGULAR.items() if forms[0]} | {"are": "be", "was": "be", "were": "be"}
_GERUNDS = {forms[2]: base for base, forms in _IRREGULAR.items() if forms[2]}
# stems that have lost a silent e: "creat-ing", "delet-ing", "remov-ing", "enabl-ing", "requir-ing"
_SILENT_E = re.compile(
    r"(?:[a-z]at|let|plet|ang|am|dul|min|[bdgtp]l|v|c|[^n]g|dg|u|iz|[aeiou]s|ns|rs|quir|ir|ur|or|ar|fin|lin|mbin"
    r"|id|ud|od|ad|yp|yz|up|op|ap|ip|mak|tak|writ|it|ut|ot)$"
)
_NO_SILENT_E = re.compile(
    r"^(?:edit|visit|audit|permit|submit|limit|exit|commit|transmit|emit|admit|inhibit|prohibit|exhibit|solicit|credit"
    r"|deposit|monitor|enter|alter|filter|trigger|transfer|register|stop|drop|load|read|reload|upload|download|avoid"
    r"|add|input|output|put|plot|develop|ship|skip|map|trap|wrap|group|answer|deliver|order|hear|clear|appear|repair"
    r"|wait|await|collect|void|proceed|need|heat|treat|repeat|sort|start|report|export|import|print|post|test|list"
    r"|reset|set|boot|reboot|suit)$"
)
_VOWELS = frozenset("aeiou")


def third_person(verb: str) -> str:
    """Third person singular: "raise" → "raises", "log out" → "logs out", "try" → "tries"."""
    head, _, particle = verb.partition(" ")
    form = _IRREGULAR.get(head, ("", "", ""))[0] or _plus_s(head)
    return f"{form} {particle}".rstrip()


def past_participle(verb: str) -> str:
    """Past participle: "raise" → "raised", "stop" → "stopped", "send" → "sent"."""
    head, _, particle = verb.partition(" ")
    form = _IRREGULAR.get(head, ("", "", ""))[1] or _plus_ed(head)
    return f"{form} {particle}".rstrip()


def gerund(verb: str) -> str:
    """The -ing form: "release" → "releasing", "run" → "running"."""
    head, _, particle = verb.partition(" ")
    form = _IRREGULAR.get(head, ("", "", ""))[2] or _plus_ing(head)
    return f"{form} {particle}".rstrip()


def is_participle(word: str) -> bool:
    """Whether a word has the shape of a past participle (regular -ed, or in the table of irregular verbs)."""
    low = word.lower()
    regular = low.endswith("ed") and len(low) > 4 and low not in {"speed", "need", "exceed"}  # noqa: PLR2004 - "-ed" on a stem of three letters
    return low in _PARTICIPLES or low == "used" or regular


def base_of(word: str, known: frozenset[str] | None = None) -> str | None:
    """The base form of an inflected verb, or None where no candidate is among the `known` bases.

    Without `known` the most regular reading is returned ("archives" → "archive", "passes" → "pass").
    """
    low = word.lower()
    for table in (_PARTICIPLES, _THIRD, _GERUNDS):
        if low in table:
            return table[low]
    candidates = _stems(low)
    if known is None:
        return candidates[0]
    return next((stem for stem in candidates if stem in known or stem in _IRREGULAR), None)


def _stems(low: str) -> tuple[str, ...]:
    """Possible bases of an inflected form, the likeliest first; the form itself last."""
    found: list[str] = []
    if low.endswith("ies") and len(low) > 4:  # noqa: PLR2004 - "dies", "ties" keep their ie
        found.append(low[:-3] + "y")
    elif low.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        found.append(low[:-2])
    elif low.endswith("s") and not low.endswith("ss"):
        found += [low[:-1], low[:-2]]
    elif low.endswith("ied"):
        found.append(low[:-3] + "y")
    elif low.endswith("ed"):
        found += _without(low[:-2])
    elif low.endswith("ing"):
        found += _without(low[:-3])
    return (*[stem for stem in found if len(stem) > 1], low)


def _without(stem: str) -> list[str]:
    doubled = len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "se"  # noqa: PLR2004 - a doubled consonant needs a letter before it
    if doubled and stem[:-1] in _DOUBLING:
        return [stem[:-1], stem, stem + "e"]
    return [stem + "e", stem] if _SILENT_E.search(stem) and not _NO_SILENT_E.match(stem) else [stem, stem + "e"]


def _plus_s(head: str) -> str:
    if head.endswith("y") and head[-2:-1] not in _VOWELS:
        return head[:-1] + "ies"
    return head + ("es" if head.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def _plus_ed(head: str) -> str:
    if head.endswith("e"):
        return head + "d"
    if head.endswith("y") and head[-2:-1] not in _VOWELS:
        return head[:-1] + "ied"
    return (head + head[-1] if head in _DOUBLING else head) + "ed"


def _plus_ing(head: str) -> str:
    if head.endswith("ie"):
        return head[:-2] + "ying"
    if head.endswith("e") and not head.endswith(("ee", "oe", "ye")):
        return head[:-1] + "ing"
    return (head + head[-1] if head in _DOUBLING else head) + "ing"
