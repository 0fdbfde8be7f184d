"""Marks in the cells of a permission matrix, and what they mean.

A tick or a stroke says yes or no to what its row is about; a letter or a word names what somebody may do with it
("R/W", "CRUD", "read only"). A letter whose meaning the table's marks do not settle needs a legend; without one its
meaning is not known.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import Final

from gampgen.parsing.clauses.verbs import PLAIN

OWN: Final = ""
"""The verb of a tick: what the row itself names."""
VIEW, CHANGE, CREATE, DELETE = "view", "change", "create", "delete"


class Verdict(Enum):
    """What a mark says without naming an act."""

    ALLOWED = "allowed"
    DENIED = "denied"
    ALL = "all"
    EMPTY = "empty"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a cell says: a verdict on the row as a whole, or the acts that it allows (`verdict` None).

    `condition` is what has to hold beside ("with a second person"), in the legend's words.
    """

    verdict: Verdict | None
    verbs: frozenset[str] = frozenset()
    condition: str = ""


_YES: Final = re.compile(
    r"[x✓✔☑☒●•■+]|√|yes|y|ja|oui|sí|si|allowed|permitted|granted|authori[sz]ed|may|can", re.IGNORECASE
)
_NO: Final = re.compile(
    r"[-−–—✗✘☐□]{1,3}|no|n|nein|non|none|denied|forbidden|not (?:allowed|permitted|authori[sz]ed)|"
    r"no (?:access|rights?)",
    re.IGNORECASE,
)
_ALL: Final = re.compile(r"(?:full|all|complete|unrestricted)(?: (?:access|rights?|control))?", re.IGNORECASE)
_WORD_ACTS: Final = (
    (VIEW, re.compile(r"(?:read|view|display|see|look)(?:ing)?(?:[ -]only)?(?: access)?", re.IGNORECASE)),
    (CHANGE, re.compile(r"(?:writ|edit|modif|chang|updat)(?:e|y|ing|ying)?(?: (?:access|only))?", re.IGNORECASE)),
    (CREATE, re.compile(r"(?:creat|add|new|insert)(?:e|ing)?", re.IGNORECASE)),
    (DELETE, re.compile(r"(?:delet|remov)(?:e|ing)?", re.IGNORECASE)),
)
_LETTER_ACTS: Final = {"r": VIEW, "w": CHANGE, "c": CREATE, "u": CHANGE, "d": DELETE}
_LETTERS: Final = re.compile(r"[crudw](?:\s?[/,+&]?\s?[crudw]){0,4}", re.IGNORECASE)
_PARTS: Final = re.compile(r"\s*(?:[/,;&+]|\band\b)\s*")
_REMARK: Final = re.compile(r"\s*(?:\([^)]{1,60}\)|\d\)|[*†‡#¹²³]+)\s*\Z")
_OPEN: Final = re.compile(
    r"[?!○]{1,3}|tb[cd]|n/?a|\(?[^\W\d_]\)?[\d*¹²³]?|[^\W\d_](?:\s?[/,;+&]\s?[^\W\d_]){1,4}", re.IGNORECASE
)


def is_mark(text: str) -> bool:
    """Whether a cell holds a mark and nothing else ("X", "-", "yes", "R/W", "read only", "?")."""
    bare = _REMARK.sub("", text) or text
    return any(pattern.fullmatch(bare) for pattern in (_YES, _NO, _ALL, _LETTERS, _OPEN)) or bool(_acts_in_words(bare))


def _acts_in_words(text: str) -> frozenset[str]:
    """The acts that a cell names in words ("view, edit"); none where a part of it is no known act."""
    found: set[str] = set()
    for part in _PARTS.split(text):
        act = next((act for act, pattern in _WORD_ACTS if pattern.fullmatch(part)), None)
        if act is None:
            return frozenset()
        found.add(act)
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class Marks:
    """How the marks of one matrix are read: its legend, and what all its cells together settle.

    `lettered`: its cells hold letters for acts beside R, so that R is reading. `denying`: a mark for "no" is used.
    """

    legend: dict[str, str]
    lettered: bool
    denying: bool

    @classmethod
    def of(cls, cells: list[str], legend: dict[str, str]) -> Marks:
        """The reading for a matrix with these cells."""
        codes = [one for one in cells if _LETTERS.fullmatch(one) and one.casefold() not in legend]
        others = any(set(one.casefold()) & set("wcud") for one in codes)
        lettered = others or any(_ALL.fullmatch(one) or _acts_in_words(one) for one in cells)
        denying = any(_NO.fullmatch(one) for one in cells)
        return cls(legend, lettered, denying)

    def meaning(self, text: str) -> Meaning:
        """What a cell says."""
        if not text:
            told = next((self.legend[one] for one in ("blank", "empty") if one in self.legend), None)
            silent = Meaning(Verdict.EMPTY if self.denying else Verdict.DENIED)
            return silent if told is None else _told(told)
        if (told := self.legend.get(text.casefold())) is not None:
            return _told(told)
        parts = [self.legend.get(part.casefold()) for part in _PARTS.split(text)]
        if len(parts) > 1 and all(parts):
            meant = [_told(part or "") for part in parts]
            verbs = frozenset(verb for one in meant for verb in one.verbs)
            return Meaning(None, verbs) if all(one.verdict is None for one in meant) else Meaning(Verdict.UNKNOWN)
        return _plain(text, lettered=self.lettered)


def _told(meaning: str) -> Meaning:
    """What a legend says of a mark: as in a cell, or one verb ("approve")."""
    if limited := _CONDITION.fullmatch(meaning):
        return Meaning(Verdict.ALLOWED, condition=limited["condition"])
    read = _plain(meaning, lettered=False)
    verb = meaning.casefold()
    return Meaning(None, frozenset({verb})) if read.verdict is Verdict.UNKNOWN and verb in PLAIN else read


def _plain(text: str, *, lettered: bool) -> Meaning:
    """What a cell says by itself."""
    if _NO.fullmatch(text):
        return Meaning(Verdict.DENIED)
    if _ALL.fullmatch(text):
        return Meaning(Verdict.ALL)
    if acts := _acts_in_words(text):
        return Meaning(None, acts)
    if lettered and _LETTERS.fullmatch(text):
        return Meaning(None, frozenset(_LETTER_ACTS[one] for one in text.casefold() if one in _LETTER_ACTS))
    if _YES.fullmatch(text):
        return Meaning(Verdict.ALLOWED)
    return Meaning(Verdict.UNKNOWN)


_CONDITION: Final = re.compile(
    r"(?:allowed|permitted|granted|authori[sz]ed|yes|access)\s+"
    r"(?P<condition>(?:only\s+)?(?:with|after|for|under|by|in|if|when|on|subject to|during|within|upon)\b.+)",
    re.IGNORECASE,
)
_ENTRY: Final = re.compile(
    r"(?:(?<=[\s(;,:.|])|^)[\"“'‘]?(?P<mark>[✓✔☑☒✗✘●○■□√–—-]|\(?[A-Za-z]\)|[A-Za-z](?:/?[A-Za-z]){0,2}|empty|blank)[\"”'’]?\s*"
    r"(?:=|:|\b(?:means|stands for)\b|[–—-](?=\s))\s*(?P<meaning>[^,;.()=:|\n]{2,60})"
)


def legend_in(texts: tuple[str, ...]) -> dict[str, str]:
    """The meanings that the words around a matrix give to its marks ("X = allowed, R = read only")."""
    found: dict[str, str] = {}
    for text in texts:
        for entry in _ENTRY.finditer(text):
            meaning = re.sub(r"^(?:is|may|can|the|an?) ", "", entry["meaning"].strip())
            found.setdefault(entry["mark"].casefold(), meaning.strip())
    return found
