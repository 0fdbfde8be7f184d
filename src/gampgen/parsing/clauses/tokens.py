"""A sentence as words with their places, and the places that the grammar must leave alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

# One run of characters with dots, commas, colons or quotes inside ("5.1.4", "99,73", "e.g", "user's"), or one mark.
_TOKEN = re.compile(r"[^\s()\[\]{}\"“”„«»,;:.!?—]+(?:[.,:!?][^\s()\[\]{}\"“”„«»,;:.!?—]+)*|\S")
_ABBREVIATIONS_WORDS = """
e.g i.e etc approx resp incl excl no nos fig sec vs cf max min dr mr ms ver para art ref temp inc ltd viz
"""
_ABBREVIATIONS = frozenset(_ABBREVIATIONS_WORDS.split())
_CLOSING = {")": "(", "]": "[", "}": "{", "”": "“", "»": "«"}
_OPENING = frozenset(_CLOSING.values()) | {"„"}
_LOW = "“”"  # what closes a mark that stands low, as in „so“ or „so”
_ENDS = frozenset(".!?;")
# A label before the sentence: "URS-014", "6.3.1", "REQ_7:", "1.", "a)", "-", "•".
_LABEL = re.compile(
    r"\s*(?:(?:[-–—*•▪‣]|\(?[A-Za-z0-9]{1,3}[).]|[A-Z][A-Z0-9]*(?:[-_./][A-Z0-9]+)*[-_.]?\d+(?:\.\d+)*[a-z]?|\d+(?:\.\d+)+\.?)"
    r"\s*[:.)–—-]?\s+)(?=\S)"
)


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of one sentence: `low` in lower case, `start` and `end` as offsets into `text`.

    `shielded` marks what stands in brackets or quotation marks: part of the sentence's words, not of its grammar.
    """

    text: str
    low: tuple[str, ...]
    start: tuple[int, ...]
    end: tuple[int, ...]
    shielded: tuple[bool, ...]

    def __len__(self) -> int:
        return len(self.low)

    def slice(self, first: int, last: int) -> str:
        """The sentence's own characters from token `first` up to but not including token `last`."""
        return self.text[self.start[first] : self.end[last - 1]] if first < last else ""


def without_label(text: str) -> int:
    """The offset at which the sentence begins behind a printed label or bullet (0 where there is none)."""
    label = _LABEL.match(text[:80])
    return label.end() if label else 0


def sentences(text: str) -> tuple[Words, ...]:
    """The sentences of a statement; a semicolon separates like a full stop. White space must be folded already."""
    spans = [(m.start(), m.end(), m.group()) for m in _TOKEN.finditer(text, without_label(text))]
    shields = _shields([mark for _, _, mark in spans])
    cut = [0]
    for i, (_, end, mark) in enumerate(spans):
        if mark in _ENDS and not shields[i] and _ends_here(spans, i, text[end : end + 3]):
            cut.append(i + 1)
    cut.append(len(spans))
    parts = (_words(text, spans[a:b], shields[a:b]) for a, b in pairwise(cut))
    return tuple(part for part in parts if len(part))


def _ends_here(spans: list[tuple[int, int, str]], at: int, following: str) -> bool:
    mark = spans[at][2]
    if mark == ";":
        return True
    if mark in "?!" and at + 1 < len(spans) and at and spans[at - 1][1] < spans[at][0]:
        return False  # a character that the document's font lost, not a question
    if mark == "." and at and at + 1 < len(spans) and _is_abbreviation(spans[at - 1][2]):
        return False
    ahead = following.lstrip()
    return not ahead or (following[:1] == " " and (ahead[0].isupper() or ahead[0].isdigit() or ahead[0] in '"“(['))


def _is_abbreviation(word: str) -> bool:
    return word.lower() in _ABBREVIATIONS or (len(word) == 1 and word.isupper())


def _words(text: str, spans: list[tuple[int, int, str]], shields: list[bool]) -> Words:
    while spans and spans[-1][2] in _ENDS:
        spans, shields = spans[:-1], shields[:-1]
    return Words(
        text=text,
        low=tuple(mark.lower().replace("’", "'") for _, _, mark in spans),
        start=tuple(start for start, _, _ in spans),
        end=tuple(end for _, end, _ in spans),
        shielded=tuple(shields),
    )


def _closed_by(mark: str) -> str:
    return _LOW if mark == "„" else next((end for end, begin in _CLOSING.items() if begin == mark), "")


def _shields(marks: list[str]) -> list[bool]:
    """What lies between matching brackets or quotation marks, the marks themselves included; strays are ignored."""
    edge = [0] * (len(marks) + 1)
    stack: list[tuple[str, int]] = []
    quote = -1
    for i, mark in enumerate(marks):
        if mark == '"' or (mark == "“" and quote >= 0):
            if quote >= 0:
                edge[quote], edge[i + 1] = edge[quote] + 1, edge[i + 1] - 1
            quote = -1 if quote >= 0 else i
        elif mark in _OPENING and not (stack and mark in _closed_by(stack[-1][0])):
            stack.append((mark, i))
        elif stack and mark in _closed_by(stack[-1][0]):
            start = stack.pop()[1]
            edge[start], edge[i + 1] = edge[start] + 1, edge[i + 1] - 1
    depth, out = 0, []
    for i in range(len(marks)):
        depth += edge[i]
        out.append(depth > 0)
    return out
