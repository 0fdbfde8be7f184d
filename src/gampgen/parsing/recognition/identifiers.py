"""What a requirement id looks like, and where one ends and its statement begins.

No prefix is assumed. A *strong* id shows by its shape alone that it is one ("URS-001", "FR-1.1", "UR-003a", "G01",
"FR_LOGIN", "req~name~1", "ΛΑ – 1"); a *weak* one only where a column or the numbering says so ("12", "4.2.1", "A").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from gampgen.parsing.recognition.tags import read_tag

_DASH: Final = "-‐‑–"
_PART: Final = r"\w+"
_JOINED: Final = rf"[^\W\d_]\w*(?:[{_DASH}_~/#]{_PART}|\.(?:\d+[a-zA-Z]?|[A-Za-z])(?!\w))*"
_LEVELS: Final = rf"(?:\d+(?:\.\d+)+[{_DASH}]\d+|\d+(?:\.\d+)*(?:[{_DASH}]0\d+)?)"
_SPACED: Final = rf"[^\W\d_]{{1,12}}\.?(?: ?[{_DASH}#] ?| ){_LEVELS}[a-zA-Z]?(?!\w)"
_NUMBERED: Final = rf"\d+(?:\.\d+)*[{_DASH}][A-Z]+[{_DASH}]\d+[a-zA-Z]?(?!\w)"
_SUFFIX: Final = r"(?:\([a-z0-9]{1,3}\))?"
_CITED: Final = re.compile(rf"(?<!\w)(?:{_JOINED}{_SUFFIX}|{_NUMBERED})")
_SPACED_ONLY: Final = re.compile(rf"{_SPACED}{_SUFFIX}")
_JOINED_ONLY: Final = re.compile(rf"{_JOINED}{_SUFFIX}")
_NUMBERED_ONLY: Final = re.compile(rf"{_NUMBERED}{_SUFFIX}")
_SHAPES: Final = (_JOINED_ONLY, _SPACED_ONLY, _NUMBERED_ONLY)
_LONGEST: Final = 60
_KEPT: Final = 32_768  # texts whose answer is kept: an id is asked about some ten times
_WEAK: Final = re.compile(
    r"\d{1,6}(?:\.\w{1,4})*(?:\([a-z0-9]{1,3}\)|[a-zA-Z])?\.?|[A-Z]{1,2}|[IVX]{1,6}|[A-Z]\.\d+(?:\.\d+)*"
)
_DOTTED: Final = re.compile(r"\d+(?:\.\d+)+[a-zA-Z]?")
_ENDS_AS_ID: Final = re.compile(r"\d[A-Za-z]{0,2}(?:\([a-z0-9]{1,3}\))?\Z")
_NAME_ID: Final = re.compile(r"[A-Z]{1,6}\d*(?:_[A-Z0-9]+)+\Z")
_HEAD: Final = re.compile(r"[^\W\d_]+")
_OPENING: Final = "[(<{«"
_CLOSING: Final = "])>}»"
_SEPARATOR: Final = re.compile(r"\s*(?:[:|\t→=]|[.)](?=\s|\Z|[^\W\d_a-z])|[-–—‑](?=\s)|(?<=\s)[-–—])\s*")
_TAG: Final = re.compile(r"\s*([\[({][^\[\](){}]{1,40}[\])}])")
# What follows an id that is cited, not defined: more ids, or a sentence that goes on in small letters.
_LISTED_ON: Final = re.compile(r"\s*[,;/&+]")
_CITED_ON: Final = re.compile(
    r"\s*(?:(?:y|e)\b(?=\s\S*\d)|(?:and|or|to|through|und|bis|oder|et|ou|en|tot|is|are|was|were|has|have|can|above|"
    r"below|applies|describes|defines|covers|see|if|in|of|for)\b)"
)
# Standards and procedures: numbered, and never a requirement.
_STANDARD_WORDS: Final = (
    "iso iec en din cfr gamp ich astm ieee ansi usp eu fda part annex article art nfpa atex rfc nist pic pics ispe pda "
    "who glp gmp gcp gxp eudralex sop wi covid"
)
# Parts of a document, products and dates: numbered after a space ("Table 3", "Windows 10", "May 2026").
_NUMBERED_WORDS: Final = (
    "chapter section table figure fig step version ver rev revision phase stage building room level category class "
    "appendix page abschnitt kapitel tabelle abbildung bild anhang tableau annexe figura tabla tabella windows python "
    "java sql server office excel week day month year january february march april may june july august september "
    "october november december type mode zone unit option note line case batch lot ip rs usb tcp http https vlan cat "
    "ph eur bp jp chp no nr form doc"
)
_REQUIREMENT_WORDS: Final = (
    "urs ur req reqs requirement fr frs nfr srs us uc br brs fur nf rq sr sys sysreq anf anforderung ex exigence exg "
    "requisito rf rnf eis eisen λα απ ru"
)
_STANDARDS: Final = frozenset(_STANDARD_WORDS.split())
_NUMBERED_THINGS: Final = frozenset(_NUMBERED_WORDS.split())
REQUIREMENT_HEADS: Final = frozenset(_REQUIREMENT_WORDS.split())


@dataclass(frozen=True, slots=True)
class Prefixed:
    """A text split into the id that it begins with and what follows.

    `firm`: brackets, a colon or another separator set the id off; else only white space does. `tags` are bracketed
    remarks between id and separator, brackets kept.
    """

    id: str
    rest: str
    firm: bool
    tags: tuple[str, ...] = ()


@lru_cache(maxsize=_KEPT)
def is_strong_id(text: str) -> bool:
    """Whether `text` as a whole is an id by its shape alone."""
    bare = unbracketed(text)
    if len(bare) > _LONGEST or head_of(bare) in _STANDARDS:
        return False
    if _SPACED_ONLY.fullmatch(bare) and not _JOINED_ONLY.fullmatch(bare):
        if head_of(bare) in _NUMBERED_THINGS:
            return False
        head = (_HEAD.match(bare) or _HEAD.search(bare)).group()  # type: ignore[union-attr]
        return (head.isupper() and len(head) > 1) or head.casefold() in REQUIREMENT_HEADS
    if _NUMBERED_ONLY.fullmatch(bare):
        return True
    return bool(_JOINED_ONLY.fullmatch(bare)) and _looks_numbered(bare)


def _looks_numbered(text: str) -> bool:
    if "~" in text or _NAME_ID.match(text):
        return True
    return bool(_ENDS_AS_ID.search(text))


def is_weak_id(text: str) -> bool:
    """Whether `text` could be an id in a column of ids: a number, a dotted number, one or two capital letters."""
    return _WEAK.fullmatch(unbracketed(text)) is not None


def unbracketed(text: str) -> str:
    """`text` without the brackets around it and a full stop or colon after it: "[URS-1]" → "URS-1"."""
    bare = text.strip()
    if len(bare) > 2 and bare[0] in _OPENING and bare[-1] in _CLOSING:  # noqa: PLR2004 - two brackets and an id
        bare = bare[1:-1].strip()
    bare = bare.rstrip(":").strip()
    return bare.removesuffix(".").removesuffix(")") if "(" not in bare else bare


@lru_cache(maxsize=_KEPT)
def head_of(identifier: str) -> str:
    """What the ids of one family share: the first letters, folded; "#" for numbers, "@" for letters alone."""
    if not any(c.isdigit() for c in identifier) and identifier.isalpha() and len(identifier) <= 2:  # noqa: PLR2004 - A to ZZ
        return "@"
    found = _HEAD.search(identifier)
    return found.group().casefold() if found else "#"


def split_prefix(text: str, lead: str = "") -> Prefixed | None:
    """The strong id that `text` begins with, and the rest; None where it begins with none.

    Args:
        text: a paragraph, a heading or a cell, white space folded.
        lead: the bold run that it begins with, or "": an id in bold is set off by that.
    """
    bracketed = text[:1] in _OPENING
    body = text[1:].lstrip() if bracketed else text
    identifier = _leading_id(body)
    rest = body[len(identifier) :]
    if not identifier or (bracketed and rest.lstrip()[:1] not in _CLOSING) or (rest[:1].isalnum()):
        return None
    if bracketed:
        rest = rest.lstrip()[1:]
    bold = bool(lead) and unbracketed(lead).startswith(identifier)
    return _split_rest(identifier, rest, set_off=bracketed or bold)


def _leading_id(body: str) -> str:
    for pattern in _SHAPES:
        if (found := pattern.match(body)) and len(found.group()) <= _LONGEST:
            identifier = found.group()
            while identifier and not is_strong_id(identifier):
                cut = max(identifier.rfind(mark) for mark in f"{_DASH}_/.#")
                identifier = identifier[:cut] if cut > 0 else ""
            if identifier:
                return identifier
    return ""


def _split_rest(identifier: str, rest: str, *, set_off: bool) -> Prefixed | None:
    tags: list[str] = []
    after = rest
    while tag := _TAG.match(after):
        tags.append(tag.group(1))
        after = after[tag.end() :]
    separator = _SEPARATOR.match(after)
    if tags and not separator and after.strip() and not all(read_tag(tag[1:-1]) for tag in tags):
        tags, after, separator = [], rest, _SEPARATOR.match(rest)
    if separator:
        return Prefixed(identifier, after[separator.end() :].strip(), firm=True, tags=tuple(tags))
    if (_LISTED_ON.match(after) or (not set_off and _CITED_ON.match(after))) and after.strip():
        return None
    if after and not after[0].isspace() and not set_off:
        return None
    return Prefixed(identifier, after.strip(), firm=set_off or not after.strip(), tags=tuple(tags))


def cited_ids(text: str) -> list[str]:
    """Strong ids that stand anywhere in `text`, in order."""
    return [m.group() for m in _CITED.finditer(text) if is_strong_id(m.group())]
