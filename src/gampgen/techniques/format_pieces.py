# ruff: noqa: E501 - patterns are kept by meaning, one line each
"""The pieces of a stated format: "two capital letters", "a hyphen", "the letter B", "a five-digit sequential number"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gampgen.domain.number_words import COUNTS

_COUNTS = {"a": 1, "an": 1, **COUNTS}
_COUNT = r"\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|twelve"
LETTERS, DIGITS, _ANY = "ABCDEFGHJK", "1234567890", "A1B2C3D4E5"
_SIGNS = {"hyphen": "-", "dash": "-", "slash": "/", "underscore": "_", "dot": ".", "point": ".", "full stop": "."}
_SIGN = r"hyphens?|dash(?:es)?|slash(?:es)?|underscores?|dots?|points?|full stops?"
PIECE = (
    rf"(?:(?P<count>an?|{_COUNT})\s+"
    r"(?P<case>(?:upper-?case|capital|lower-?case)\s+)?(?P<kind>(?:alphabetic|latin|numeric|decimal|alphanumeric)\s+characters?"
    rf"|letters?|digits?|numerals?|{_SIGN})"
    r"|(?:the\s+)?(?:fixed\s+)?(?:letters?|characters?|prefix|text|code)\s+[“\"'‘]?(?P<literal>(?-i:[A-Z0-9][A-Z0-9_/-]{0,9}))[”\"'’]?(?![\w-])"
    rf"|(?:the|an?)\s+(?P<digits>{_COUNT})[- ](?P<of>digit|letter|character)\s+(?P<noun>(?!long\b)[a-z]+(?:\s(?!and\b|followed\b|then\b)[a-z]+){{0,2}}))"
)
UNNAMED = re.sub(r"\?P<\w+>", "?:", PIECE)
PIECES = re.compile(PIECE, re.IGNORECASE)
SEPARATED = re.compile(rf"\bseparated by\s+(?:an?\s+)?(?P<sign>{_SIGN})", re.IGNORECASE)
_SEQUENCE = re.compile(r"\b(?:sequential|consecutive|running|serial|sequence|continuous)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an entry: `count` characters of one alphabet; `kind` is letters, capitals, digits, any, sign or fixed.

    `name` is what the sentence says that it holds ("sequential number"), "" where it says nothing.
    """

    count: int
    kind: str
    alphabet: str
    name: str = ""

    @property
    def counts_up(self) -> bool:
        """Whether the piece is a number that counts up from one entry to the next."""
        return self.kind == "digits" and bool(_SEQUENCE.search(self.name))

    def text(self, count: int | None = None) -> str:
        """The piece with its own or another number of characters."""
        wanted = self.count if count is None else count
        return (self.alphabet * (wanted // len(self.alphabet) + 1))[:wanted]

    def said(self) -> str:
        """The piece in words: "“B”", "5 digits (sequential number)"."""
        if self.kind in {"fixed", "sign"}:
            return f"“{self.alphabet}”"
        plain = {"capitals": "letter", "letters": "letter", "any": "character", "digits": "digit"}[self.kind]
        return f"{self.count} {plain}{'s' if self.count > 1 else ''}{f' ({self.name})' if self.name else ''}"


def piece_of(found: re.Match[str]) -> Piece:
    """The piece that a passage names."""
    if found["literal"]:
        return Piece(len(found["literal"]), "fixed", found["literal"])
    if found["digits"]:
        kind = found["of"].lower()
        count, noun = _number(found["digits"]), found["noun"]
        return {
            "digit": Piece(count, "digits", DIGITS, noun),
            "letter": Piece(count, "letters", LETTERS, noun),
            "character": Piece(count, "any", _ANY, noun),
        }[kind]
    count, kind = _number(found["count"]), found["kind"].lower()
    if sign := sign_of(kind):
        return Piece(count, "sign", sign)
    if kind.startswith("alphanumeric"):
        return Piece(count, "any", _ANY)
    if kind.startswith(("letter", "alphabetic", "latin")):
        lower = (found["case"] or "").lower().startswith("lower")
        return Piece(count, "capitals" if found["case"] else "letters", LETTERS.lower() if lower else LETTERS)
    return Piece(count, "digits", DIGITS)


def sign_of(word: str) -> str:
    """The sign that a word names ("hyphens" → "-"), or ""."""
    return next((sign for name, sign in _SIGNS.items() if word.lower().startswith(name[:4])), "")


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _COUNTS[word.lower()]
