"""Lines joined to paragraphs: where one ends, and how a word that was cut at a line's end is mended."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import Final

from gampgen.readers.labels import split_item
from gampgen.readers.pdf_lines import Line, text_of
from gampgen.readers.scripts import BULLETS

_TOKEN: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LAST: Final = re.compile(r"([^\W\d_]+)-\Z")
_FIRST: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NUMBERED: Final = re.compile(r"\d{1,3}(?:\.\d{1,3}){1,8}[.)]?\s")
_IDENTIFIER: Final = re.compile(r"\[?[^\W\d_]{1,12}[-_](?:\w{1,12}[-_.]){0,6}\d{1,6}[a-z]?\b")
_KEY: Final = re.compile(r"[A-Z][\w /-]{0,40}:(?:\s|\Z)")
_ENDS: Final = (".", ";", ":", "!", "?")
_BULLETS: Final = frozenset(BULLETS)
_SENTENCE_ENDS: Final = (".", "!", "?")
_SAME_SIZE: Final = 0.08
_WIDER: Final = 1.3  # of the usual pitch: a paragraph's end
_USUAL_PITCH: Final = 1.25  # of the size, where a document has no two lines of one paragraph
_ROOM: Final = 0.3  # of the size
_INDENT: Final = 0.8  # of the size
_OFTEN_CUT: Final = 0.03  # of the lines
_NARROW: Final = 0.6  # of the size: the room of one letter
_LETTER_BULLETS: Final = frozenset(
    {"o", "§", "Ø", "ü", "\uf0b7", "\uf0a7"}
)  # Courier's and Wingdings' bullets as letters
# First parts that keep their hyphen whatever follows.
_KEEPS_HYPHEN: Final = frozenset({"non", "self", "multi", "real", "cross", "e", "x"})


class Mending:
    """Joins the lines of a paragraph; the document's own words tell whether a hyphen at a line's end belongs to one."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._words: Counter[str] = Counter()
        self._cut: list[tuple[str, str]] = []
        cut = ""
        for line in lines:
            words = [word.text for word in line.words]
            if cut and (pair := _halves(cut, words[0])):
                self._cut.append(pair)
            whole = words[1:] if cut else words
            cut = words[-1] if words[-1].endswith("-") else ""
            if len(words) > 1:
                for word in whole[:-1] if cut else whole:
                    self._words.update(token.lower() for token in _TOKEN.findall(word))
        self._hyphenates = self._is_hyphenated(len(lines))

    def _is_hyphenated(self, lines: int) -> bool:
        """True where the document cuts words at line ends: some of them come whole elsewhere, or many are cut."""
        whole = sum(bool(self._words[left + right]) for left, right in self._cut)
        compound = sum(bool(self._words[f"{left}-{right}"]) for left, right in self._cut)
        return whole > compound or (whole == compound and len(self._cut) > _OFTEN_CUT * lines)

    def text(self, lines: Sequence[Line]) -> str:
        """The lines as one text."""
        text = ""
        before: Line | None = None
        for line in lines:
            text = line.text if before is None else self._joined(text, line, before)
            before = line
        return text

    def _joined(self, text: str, line: Line, before: Line) -> str:
        following = line.text
        if text.endswith("-") and text[-2:-1].isalnum():
            return (text[:-1] if self._is_cut(text, following) else text) + following
        if text.endswith(("/", "_")) and text[-2:-1].isalnum():
            return text + following
        return text + following if self._is_split(line, before) else f"{text} {following}"

    def _is_cut(self, text: str, following: str) -> bool:
        """True where the hyphen only marks the line's end."""
        halves = _halves(text, following)
        if halves is None:
            return False
        left, right = halves
        if self._words[left + right]:
            return True
        if self._words[f"{left}-{right}"] or left in _KEEPS_HYPHEN or "-" in right:
            return False
        return self._hyphenates and not (self._words[left] and self._words[right])

    def _is_split(self, line: Line, before: Line) -> bool:
        """True where a narrow cell cut a word: it is alone on its line, and not a letter more had found room."""
        if len(before.words) > 1 or len(line.words) > 1:
            return False
        above, below = before.words[0].text, line.words[0].text
        full = before.right - before.x1 < _NARROW * before.size
        if above[-1:].isdigit() and below.isdigit():
            return full
        return full and above[-1:].isalpha() and below[0].islower() and not self._words[below.lower()]


def _halves(text: str, following: str) -> tuple[str, str] | None:
    """The halves of the word that a hyphen parts at a line's end, in small letters; None where it is no plain word."""
    last, first = _LAST.search(text), _FIRST.match(following)
    if last is None or first is None or not first[0][0].islower() or (last[1].isupper() and len(last[1]) > 1):
        return None
    return last[1].lower(), first[0].lower()


def usual_pitch(lines: Sequence[Line]) -> float:
    """The usual distance of two lines of one paragraph, as a share of the size."""
    shares = [
        (line.base - above.base) / line.size
        for above, line in pairwise(lines)
        if above.page == line.page and 0 < line.base - above.base < 3 * line.size and not has_room(above, line)
    ]
    return median(shares) if shares else _USUAL_PITCH


def has_room(above: Line, line: Line) -> bool:
    """True where the first word of a line would have fitted on the line above: that line was ended on purpose."""
    first = line.words[0]
    needed = 0.25 * line.size + first.x1 - first.x0
    if _is_centred(above) and _is_centred(line):
        return above.x1 - above.x0 + needed <= above.right - above.left - _ROOM * line.size
    return above.x1 + needed <= above.right - _ROOM * line.size


def _is_centred(line: Line) -> bool:
    before, after = line.x0 - line.left, line.right - line.x1
    return before > 2 * line.size and abs(before - after) <= _ROOM * line.size


def begins_anew(above: Line, line: Line, pitch: float) -> bool:
    """True where a line does not go on with the paragraph of the line above it.

    Args:
        above: the line before.
        line: the line.
        pitch: the usual distance of two lines, as a share of the size.
    """
    if above.hyphen:
        return False
    if abs(above.size - line.size) > _SAME_SIZE * max(above.size, line.size) or label_of_line(line)[0] in _BULLETS:
        return True
    if above.bold != line.bold and above.words[-1].bold != line.words[0].bold:
        return True
    if above.page != line.page or 0 < above.column < line.column:
        ended = above.text.endswith(_SENTENCE_ENDS) and line.text[:1].isupper()
    else:
        ended = not 0 < line.base - above.base <= _WIDER * pitch * line.size
    if ended or has_room(above, line):
        return True
    return above.text.endswith(_ENDS) and (_opens(line) or _is_indented(above, line))


def _opens(line: Line) -> bool:
    text = line.text
    return bool(
        split_item(text)[0] or _NUMBERED.match(text) or _IDENTIFIER.match(text) or _KEY.match(text) or line.bold
    )


def _is_indented(above: Line, line: Line) -> bool:
    return line.x0 - above.x0 > _INDENT * line.size and not label_of_line(above)[0]


def label_of_line(line: Line) -> tuple[str, float]:
    """The bullet or list number that a line begins with and where it stands; "" where it begins with none."""
    first = line.words[0]
    if first.text in _LETTER_BULLETS and len(line.words) > 1 and line.words[1].x0 - first.x1 > _INDENT * line.size:
        return "•", first.x0
    return split_item(line.text)[0], first.x0


def paragraphs(lines: Sequence[Line], pitch: float) -> list[list[Line]]:
    """The lines of a column or a cell as paragraphs."""
    found: list[list[Line]] = []
    for line in lines:
        if found and not begins_anew(found[-1][-1], line, pitch):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def without_label(text: str, line: Line) -> tuple[str, str]:
    """A paragraph's text parted from the label that its first line begins with."""
    label, rest = split_item(text)
    if label:
        return label, rest
    if label_of_line(line)[0]:
        return "•", text_of(line.words[1:]) + text.removeprefix(line.text)
    return "", text
