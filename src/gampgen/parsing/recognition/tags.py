"""Bracketed remarks beside a statement: "[GxP Critical]", "(Must)", "{Priority: High}".

Only remarks made of the field's own scale words are taken off the statement; any other bracket belongs to it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from gampgen.parsing.recognition.labels import Label, label_of

_PRIORITY: Final = re.compile(
    r"must(?: have)?|should(?: have)?|could(?: have)?|won'?t(?: have)?|would(?: have)?|shall|may|mandatory|optional|"
    r"desirable|essential|nice[- ]to[- ]have|need(?: to have)?|want|high|medium|med|low|critical|very high|normal|"
    r"[mscwdohln]|p[0-5]|[1-5]|muss|soll|kann|wunsch|hoch|mittel|niedrig|gering|obligatoire|souhaitable|optionnel|"
    r"haute|moyenne|basse|élevée|faible|obligatorio|deseable|opcional|alta|media|baja|obbligatorio|desiderabile|"
    r"opzionale|bassa|verplicht|wenselijk|hoog|midden|laag|should not|shall not|deprecated|conditional",
    re.IGNORECASE,
)
_RISK: Final = re.compile(
    r"(?:non[- ]?)?(?:gxp|gmp|glp|gcp|gdp)(?:[ -](?:critical|relevant|non[- ]?critical|related|impact|yes|no|high|"
    r"medium|low))?|(?:gxp|gmp)[: /-]+\w+|non[- ]?critical|business|"
    r"(?:product|patient|data)[ -](?:quality|safety|integrity)|"
    r"r[1-5]|(?:direct|indirect|no) impact|high risk|medium risk|low risk|major|minor|compliance",
    re.IGNORECASE,
)
_VERIFICATION: Final = re.compile(
    r"(?:[idop]q|fat|sat|uat|ppq|inspection|analysis|demonstration|test)(?:[ ,/+&]+(?:[idop]q|fat|sat|uat))*",
    re.IGNORECASE,
)
_NAMED: Final = re.compile(
    r"(?P<scale>prio(?:rity)?|crit(?:icality)?|risk|class)\.?\s+(?P<value>[A-E]|[1-5]|high|medium|low|[HML])",
    re.IGNORECASE,
)
_TRAILING: Final = re.compile(r"\s*([\[({])([^\[\](){}]{1,40})[\])}]\s*\Z")
_LEADING: Final = re.compile(r"\s*([\[({])([^\[\](){}]{1,40})[\])}](?:\s*[:–—-])?\s+")
_SPLIT: Final = re.compile(r"\s*[,;|]\s*")


@dataclass(frozen=True, slots=True)
class Tag:
    """A remark and what it states: priority, risk or verification."""

    kind: Label
    text: str


def is_scale_word(text: str) -> bool:
    """Whether `text` is a word of a priority scale ("Must", "H", "Desirable")."""
    return _PRIORITY.fullmatch(text.strip()) is not None


def read_tag(inner: str) -> tuple[Tag, ...] | None:
    """What the words between brackets state, or None where they are no scale words."""
    tags: list[Tag] = []
    for part in _SPLIT.split(inner.strip()):
        tag = _read_part(part)
        if tag is None:
            return None
        tags.append(tag)
    return tuple(tags)


def _read_part(part: str) -> Tag | None:
    name, colon, value = part.partition(":")
    if colon and value.strip():
        kind = label_of(name.strip())
        if kind in {Label.PRIORITY, Label.RISK, Label.VERIFICATION}:
            return Tag(kind, value.strip())
    if named := _NAMED.fullmatch(part.strip()):
        return Tag(Label.PRIORITY if named["scale"].lower().startswith("prio") else Label.RISK, named["value"])
    for kind, pattern in ((Label.RISK, _RISK), (Label.PRIORITY, _PRIORITY), (Label.VERIFICATION, _VERIFICATION)):
        if pattern.fullmatch(part.strip()):
            return Tag(kind, part.strip())
    return None


def take_tags(text: str) -> tuple[str, tuple[Tag, ...]]:
    """`text` without the scale words in brackets before and after it, and those."""
    tags: list[Tag] = []
    while (found := _LEADING.match(text)) and (read := read_tag(found.group(2))) and found.end() < len(text):
        tags.extend(read)
        text = text[found.end() :]
    trailing: list[Tag] = []
    while (at_end := _TRAILING.search(text, max(0, len(text) - 60))) and (read := read_tag(at_end.group(2))):
        if len(at_end.group(2)) == 1 and at_end.group(1) == "(":
            break  # "a tablet (m)" may be a unit, "the form (s)" a plural
        trailing[:0] = read
        text = text[: at_end.start()]
    return text.strip(), (*tags, *trailing)
