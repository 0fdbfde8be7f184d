"""Text as a person sees it: odd characters removed or replaced, and reported."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from gampgen.domain.location import Location
from gampgen.errors import DamagedInputError
from gampgen.readers.notices import Notices
from gampgen.readers.rules import Noticed

CHARACTERS_LIMIT: Final = 20_000_000
"""Characters of text that one document may hold."""

_SPACES: Final = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_HYPHENS: Final = re.compile("[\u2010\u2011]")
_SOFT: Final = re.compile("\u00ad")
_BREAKS: Final = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_BIDI: Final = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_TAGS: Final = re.compile("[\U000e0000-\U000e007f]")
_INVISIBLE: Final = re.compile(
    "[\u115f\u1160\u180e\u200b-\u200d\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]"
)
_CONTROL: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_STACKED: Final = re.compile("([\u0300-\u036f]{4})([\u0300-\u036f]+)")  # more accents than any script puts on a letter
_DAMAGED: Final = re.compile("[\ufffd\ufffc\ue000-\uf8ff]")
_WORD: Final = re.compile(r"[^\W_]+(?:[-_.][^\W_]+)*")
# Capitals (and small Cyrillic letters) that cannot be told from Latin ones, and full-width forms.
_LOOKALIKE: Final = re.compile("[АВЕКМНОРСТУХІЈЅаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧ\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]")
_LATIN: Final = re.compile("[A-Za-z0-9]")
_ODD: Final = re.compile(r"[^\t\n -~]")

_REMOVED: Final = (
    (_BIDI, Noticed.BIDI_CHARACTERS),
    (_TAGS, Noticed.TAG_CHARACTERS),
    (_INVISIBLE, Noticed.INVISIBLE_CHARACTERS),
    (_CONTROL, Noticed.ODD_CHARACTERS),
)


class Characters:
    """Cleans each text that a reader takes over, counts its characters, and reports what was odd."""

    def __init__(self, notices: Notices) -> None:
        self._notices = notices
        self._count = 0

    def clean(self, text: str, location: Location | None = None) -> str:
        """The visible characters of `text`.

        Spaces of every width become plain spaces, non-breaking hyphens plain hyphens, every line end a line feed; soft
        hyphens go. Invisible, direction-changing, tag and control characters are removed and reported. Letters are
        composed (Unicode NFC).

        Raises:
            DamagedInputError: the document holds more than `CHARACTERS_LIMIT` characters.
        """
        self._count += len(text)
        if self._count > CHARACTERS_LIMIT:
            raise DamagedInputError(
                f"The document holds more than {CHARACTERS_LIMIT:,} characters",
                hint="Split it, and read the parts one by one.",
            )
        return text if _ODD.search(text) is None else self._cleaned(text, location)

    def _cleaned(self, text: str, location: Location | None) -> str:
        text = _SOFT.sub("", _HYPHENS.sub("-", _SPACES.sub(" ", _BREAKS.sub("\n", text))))
        for pattern, code in _REMOVED:
            cleaned, count = pattern.subn("", text)
            if count:
                self._notices.note(code, location, cleaned, count)
                text = cleaned
        text = unicodedata.normalize("NFC", text)
        text, stacked = _STACKED.subn(r"\1", text)
        if stacked:
            self._notices.note(Noticed.ODD_CHARACTERS, location, text, stacked)
        damaged = len(_DAMAGED.findall(text))
        if damaged:
            self._notices.note(Noticed.ODD_CHARACTERS, location, text, damaged)
        if _LOOKALIKE.search(text):
            self._report_mixed(text, location)
        return text

    def _report_mixed(self, text: str, location: Location | None) -> None:
        for word in _WORD.findall(text):
            if _LOOKALIKE.search(word) and _LATIN.search(word) and not _is_one_script(word):
                self._notices.note(Noticed.MIXED_SCRIPT, location, word)


def _is_one_script(word: str) -> bool:
    """True where the letters of a word are all of one script: digits beside Greek letters are no mixture."""
    scripts = {unicodedata.name(letter, "?").partition(" ")[0] for letter in word if letter.isalpha()}
    return len(scripts) <= 1 and "FULLWIDTH" not in scripts and not any("\uff10" <= one <= "\uff19" for one in word)
