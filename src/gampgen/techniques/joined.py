"""A second predicate that shares the subject of the first: "… shall be made within 2 minutes and be signed by QA".

Only what grammar leaves no doubt about is cut: a bare "be", a modal of its own, a participle that goes on with the
passive before it, a bare verb with its object. Inside a subordinate clause, a bracket or behind a colon nothing is cut.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from gampgen.domain.verb import base_of, is_participle
from gampgen.techniques.lexicon import PURE_VERBS, VERBS

_HEAD = re.compile(
    r"^(?P<who>[^:]{2,}?)\s+(?P<force>shall|must|should|will|may|can)\s+(?:(?:also|only|always|automatically)\s+)?"
    r"(?P<first>[\w-]+)(?P<second>\s+[\w-]+)?",
    re.IGNORECASE,
)
_WORD = re.compile(r"\S+")
_SUBORDINATES = frozenset(
    {
        "that", "which", "who", "whose", "whether", "if", "when", "whenever", "where", "while", "until", "unless",
        "because", "once", "so", "how", "what", "whereas", "although", "either", "both", "neither", "between",
    }
)  # fmt: skip
_ADVERBS = frozenset({"then", "also", "only", "again", "thereby", "always", "never", "not"})
_AFTER_PARTICIPLE = frozenset(
    {
        "with", "in", "by", "to", "on", "at", "as", "for", "from", "via", "within", "after", "before", "into", "under",
        "without", "until", "if", "when", "unless", "whenever",
        "using", "through", "against", "during", "every", "per", "together", "according", "",
    }
)  # fmt: skip
_DETERMINERS = frozenset(
    {"the", "a", "an", "all", "each", "any", "its", "their", "no", "every", "this", "these", "only", "at"}
)
_WITH_PREPOSITION = frozenset(
    {("consist", "of"), ("comply", "with"), ("conform", "to"), ("correspond", "to"), ("belong", "to"), ("go", "to"),
     ("return", "to"), ("switch", "to"), ("respond", "to"), ("log", "in"), ("depend", "on"), ("agree", "with")}
)  # fmt: skip
_NO_PLURAL = ("ss", "us", "is")
_OPENING, _CLOSING = "([{“", ")]}”"


class Joined(NamedTuple):
    """A predicate as it stands (`said`), and the force it takes from the one before ("shall be"); "" for its own."""

    said: str
    force: str = ""


def joined_predicates(text: str) -> tuple[Joined, ...]:
    """The predicates of a clause that share its subject; the clause alone where it has one predicate.

    Args:
        text: one clause with its subject and its modal, white space folded.
    """
    head = _HEAD.match(text)
    if head is None or head["first"].lower() in {"not", "never", "neither"}:
        return (Joined(text),)
    words = list(_WORD.finditer(text))
    found: list[Joined] = []
    start, force = 0, ""
    joints = [
        (at, after) for at in _joints(words, head.end("first")) if (after := _force_of(words, at, head)) is not None
    ]
    for at, after in (*_listed(words, joints, head), *joints):
        comma = words[at][0].endswith(",")
        found.append(Joined(text[start : words[at].end() if comma else words[at].start()].rstrip(" ,"), force))
        start, force = words[at + 1].start(), after
    return (*found, Joined(text[start:], force))


def _listed(words: list[re.Match[str]], joints: list[tuple[int, str]], head: re.Match[str]) -> list[tuple[int, str]]:
    """The commas before the first joint that stand for its "and": "be made as PDF, contain a header and show …"."""
    if not joints or not joints[0][1]:
        return []
    found: list[tuple[int, str]] = []
    for at in range(joints[0][0] - 1):
        word, after = _plain(words, at + 1), _plain(words, at + 2)
        if words[at].start() < head.end("first") or not words[at][0].endswith(",") or after in {"and", "or", ""}:
            continue
        bare = word in PURE_VERBS and _plain(words, at) not in VERBS
        force = head["force"].lower() if bare else _force_of(words, at, head, comma=True)
        if force:
            found.append((at, force))
    return found


def _joints(words: list[re.Match[str]], begin: int) -> list[int]:
    """The places of "and" and "but" behind the first verb, outside brackets and subordinate clauses."""
    found: list[int] = []
    depth = 0
    for at, word in enumerate(words):
        plain = word[0].lower()
        depth += sum(sign in _OPENING for sign in plain) - sum(sign in _CLOSING for sign in plain)
        if word.start() < begin:
            continue
        if plain.strip(",") in _SUBORDINATES or plain.endswith(":"):
            break
        if not depth and plain in {"and", "but"} and 0 < at < len(words) - 1:
            found.append(at)
    return found


def _force_of(words: list[re.Match[str]], at: int, head: re.Match[str], *, comma: bool = False) -> str | None:
    """What the predicate behind a joint takes from the one before it; None where no predicate begins there.

    `comma`: the joint is the comma of the word at `at`, which then is the last word before it.
    """
    start = at + 1
    if _plain(words, start) == "only" and _plain(words, start + 1) in {"then", "after", "afterwards"}:
        return None  # what comes only then is no demand of its own
    while start < len(words) - 1 and _plain(words, start) in _ADVERBS:
        start += 1
    word, after = _plain(words, start), _plain(words, start + 1)
    before = "" if comma else _plain(words, at - 1)
    if word in {"may", "can", "cannot"}:
        return ""
    force, passive = head["force"].lower(), head["first"].lower() == "be"
    if word == "be" and after not in {"able", ""}:
        return force
    if passive and is_participle((head["second"] or "").strip()) and _goes_on(word, after, before):
        return f"{force} be"
    return force if _is_verb(word, after, before) and before not in VERBS else None


def _goes_on(word: str, after: str, before: str) -> bool:
    """Whether a participle goes on with the passive before it, and is no property of a noun behind it."""
    known = is_participle(word) and (base_of(word, VERBS) or "") in VERBS
    return known and not is_participle(before) and (after in _AFTER_PARTICIPLE or after.endswith("ly"))


def _is_verb(word: str, after: str, before: str) -> bool:
    """Whether a bare verb with its object begins here."""
    if (word, after) in _WITH_PREPOSITION:
        return True
    if word not in VERBS or after in {"it", "them"} or is_participle(before):
        return False
    plural = word in PURE_VERBS and after.endswith("s") and not after.endswith(_NO_PLURAL) and after not in VERBS
    return after in _DETERMINERS or plural


def _plain(words: list[re.Match[str]], at: int) -> str:
    return words[at][0].lower().strip(",.;:()") if 0 <= at < len(words) else ""
