"""What a role may do, in words: the function at the head of a matrix's row with the act that a mark names.

A function is an act ("Edit recipe", "User management") or a thing ("Recipes"). A tick beside an act allows the act,
beside a thing the access to it; a letter names what may be done with the thing.
"""

from __future__ import annotations

import re
from typing import Final

from gampgen.parsing.clauses.verbs import ING, NOUN_VERBS, PLAIN
from gampgen.parsing.recognition.draft import fold
from gampgen.parsing.recognition.marks import CHANGE, CREATE, OWN, VIEW

# Verbs that as the first word of a function name mostly are nouns before another noun ("Alarm limits", "Sample list").
_NOUNS_FIRST_WORDS: Final = """
alarm sample batch process audit test program order log label filter wash trend report record access control schedule
file interface screen feed fill sign model project form time date work function recipe event query list master quality
equipment material stock storage calibration input output backup page stage status step task format image document
measure protocol
"""
_NOUNS_FIRST: Final = frozenset(_NOUNS_FIRST_WORDS.split())
# Verbs as the first word of a function name, also before a noun in the singular, but for these compounds.
_VERBS_FIRST_WORDS: Final = """
change release review print export import display view reset close open start stop pause lock load save copy switch
upload download return block clear hold scan answer void cancel restart
"""
_VERBS_FIRST: Final = frozenset(_VERBS_FIRST_WORDS.split())
_COMPOUND: Final = frozenset(
    {
        "request",
        "control",
        "note",
        "history",
        "status",
        "log",
        "list",
        "form",
        "number",
        "date",
        "type",
        "server",
        "unit",
    }
)
_SEEING: Final = frozenset({"view", "read", "see", "display", "show", "browse", "inspect", "search", "list", "open"})
_MAKING: Final = frozenset({"create", "add", "define", "enter", "generate"})
_DOING_NOUN: Final = re.compile(
    r"\b(?:management|administration|maintenance|configuration|approval|release|review|handling|entry|creation|deletion"
    r"|modification|acknowledge?ment|calibration|control|operation|signature|signing|\w{3,}(?:ing|isation|ization))\Z",
    re.IGNORECASE,
)
_OF: Final = re.compile(r"\w+(?:tion|ment|al|ance|sis|ing|iew|ease|ort|inting) of (?:the |an? )?\w", re.IGNORECASE)
_BRACKET: Final = re.compile(r"\s*\([^)]*\)\Z")
_ARTICLE: Final = re.compile(r"(?:the|an?|all|any|each|every|its|their|own|other) ", re.IGNORECASE)
_VOWEL: Final = re.compile(r"[aeio]|u(?!s|ni[^nm])")
_PARTICLES: Final = frozenset({"up", "in", "out", "on", "off", "down", "back"})


def action_of(function: str, verb: str) -> str | None:
    """What a mark allows, as a verb phrase in the function's words; None where verb and function do not go together.

    Args:
        function: the name at the head of the row ("Edit recipe", "Recipes").
        verb: the act that the mark names, or `OWN` for a tick.
    """
    words = _lowered(fold(function).rstrip(" .:*"))
    act = _act(words)
    if act is not None:
        return _of_act(act, verb)
    if _DOING_NOUN.search(words) or _OF.match(words):
        return f"carry out {words}" if verb == OWN else f"{verb} what belongs to “{fold(function)}”"
    return _of_thing(words, verb)


def _act(words: str) -> str | None:
    """The function as a verb phrase, where it is one: "starting a run" → "start a run"; None where it is a thing."""
    first, _, rest = words.partition(" ")
    if first in ING and rest and not _is_thing_behind(first, rest):
        return f"{ING[first]} {rest}"
    if not rest:
        return words if first in PLAIN - _NOUNS_FIRST else None
    if first in PLAIN and first not in _NOUNS_FIRST:
        return words
    if first not in NOUN_VERBS | _NOUNS_FIRST:
        return None
    second = rest.split()[0]
    last = _BRACKET.sub("", rest).split()[-1]
    plural = last.endswith("s") and not last.endswith(("ss", "us", "is"))
    if first in _VERBS_FIRST:
        return None if second.removesuffix("s") in _COMPOUND else words
    object_behind = bool(_ARTICLE.match(rest)) or second in _PARTICLES or plural or last == "data"
    return words if object_behind and first not in _NOUNS_FIRST else None


def _is_thing_behind(first: str, rest: str) -> bool:
    """Whether a form in -ing only describes the noun behind it: "operating instructions", "washing machine"."""
    return first in {"operating", "processing", "manufacturing", "washing", "testing", "training", "meeting"} and (
        not _ARTICLE.match(rest)
    )


def _of_act(act: str, verb: str) -> str | None:
    named, _, rest = act.partition(" ")
    if verb in {OWN, named} or (verb == CHANGE and named not in _SEEING):
        return act
    if verb == VIEW:
        return act if named in _SEEING else (f"view {_definite(rest)}" if rest else None)
    return act if verb == CREATE and named in _MAKING else None


def _of_thing(words: str, verb: str) -> str:
    if verb == OWN:
        return f"access {_definite(words)}"
    return f"{verb} {_indefinite(words) if verb == CREATE else _definite(words)}"


def _definite(words: str) -> str:
    return words if _ARTICLE.match(words) else f"the {words}"


def _indefinite(words: str) -> str:
    last = words.rsplit(maxsplit=1)[-1]
    if _ARTICLE.match(words) or last == "data" or (last.endswith("s") and not last.endswith("ss")):
        return words
    return f"an {words}" if _VOWEL.match(words) else f"a {words}"


def _lowered(words: str) -> str:
    """`words` without capitals that only dress the name ("Edit Wash Program"); "QA review" and "pH" stay."""
    parts = words.split(" ")
    titled = all(_is_dressed(part) or not part[:1].isalpha() or part.islower() for part in parts)
    first = parts[0][:1].lower() + parts[0][1:] if _is_dressed(parts[0]) else parts[0]
    return " ".join((first, *(part.lower() if titled else part for part in parts[1:])))


def _is_dressed(word: str) -> bool:
    return word[:1].isupper() and word[1:].islower()
