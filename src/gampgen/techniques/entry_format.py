"""The format of an entry: one that fits is taken, each kind of misfit is refused (archetype A-MAND, formats).

A format is a chain of pieces: "one letter followed by six digits", "two capital letters, a hyphen and five digits",
"8 digits long", "YYYY-MM-DD". The values are made from the pieces, so that each misfit breaks one rule alone. Source:
ISO/IEC/IEEE 29119-4:2021 §5.2.1 (equivalence partitioning) and §5.2.3 (lengths one step off).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from gampgen.domain.clause import ClauseForm
from gampgen.domain.coverage import Checklist, CoverageItem
from gampgen.domain.suite import Polarity, Technique
from gampgen.techniques.checklists import main_clause
from gampgen.techniques.interface import Target

_NUMBER_WORDS = ["a", "an", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve"]
_COUNTS = dict(zip(_NUMBER_WORDS, (1, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12), strict=True))
_MOST = 40
_LETTERS, _DIGITS, _ANY = "ABCDEFGHJK", "1234567890", "A1B2C3D4E5"
_SIGNS = {"hyphen": "-", "dash": "-", "slash": "/", "underscore": "_", "dot": ".", "point": ".", "full stop": "."}
_PIECE = (
    r"(?P<count>\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve)\s+"
    r"(?P<case>(?:upper-?case|capital|lower-?case)\s+)?(?P<kind>(?:alphabetic|latin|numeric|decimal|alphanumeric)\s+characters?"
    r"|letters?|digits?|numerals?|hyphens?|dash(?:es)?|slash(?:es)?|underscores?|dots?|points?|full stops?)"
)
_UNNAMED = re.sub(r"\?P<\w+>", "?:", _PIECE)
_NEXT = (
    r"\s*(?:,\s*(?:and\s+|then\s+)?(?:followed by\s+)?|(?:and\s+)?followed by\s+|and\s+(?:then\s+)?|then\s+|plus\s+)"
)
_CHAIN = re.compile(
    r"\b(?:consists? of|consisting of|composed of|made up of|comprises?|(?:be|is|are)(?: exactly)?|exactly"
    r"|(?:the |a )?(?:format|form|structure|pattern)(?: of| is)?:?)\s+"
    rf"(?P<chain>{_UNNAMED}(?:{_NEXT}{_UNNAMED})*)(?P<long>\s+long|\s+in length)?",
    re.IGNORECASE,
)
_PIECES = re.compile(_PIECE, re.IGNORECASE)
_DATE = re.compile(r"(?<![\w/.-])(?P<date>(?:YYYY|MM|DD)(?P<sep>[-./])(?:MM|DD)(?P=sep)(?:YYYY|MM|DD))(?![\w/])")
_ENTERED = re.compile(r"\b(?:enter\w*|input|entry|accept\w*|typed|captured?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an entry: `count` characters of one alphabet; `kind` is letters, digits, any or sign."""

    count: int
    kind: str
    alphabet: str

    def text(self, count: int | None = None) -> str:
        """The piece with its own or another number of characters."""
        wanted = self.count if count is None else count
        return (self.alphabet * (wanted // len(self.alphabet) + 1))[:wanted]


@dataclass(frozen=True, slots=True)
class EntryFormat:
    """A stated format: an entry that fits, the entries that do not with what is wrong, and the passage as written."""

    fits: str
    misfits: tuple[tuple[str, str], ...]
    quote: str


def format_in(text: str) -> EntryFormat | None:
    """The format of an entry that a text states; None where it states none."""
    found = _CHAIN.search(text)
    pieces = tuple(map(_piece, _PIECES.finditer(found["chain"]))) if found else ()
    if found and pieces and (len(pieces) > 1 or found["long"]) and all(0 < one.count <= _MOST for one in pieces):
        return EntryFormat(_joined(pieces), tuple(_misfits(pieces)), found["chain"])
    dated = _DATE.search(text)
    return _date_format(dated["date"], dated["sep"]) if dated and _ENTERED.search(text) else None


def _piece(found: re.Match[str]) -> Piece:
    said, kind = found["count"].lower(), found["kind"].lower()
    count = int(said) if said.isdigit() else _COUNTS[said]
    if sign := next((sign for name, sign in _SIGNS.items() if kind.startswith(name[:4])), None):
        return Piece(count, "sign", sign)
    if kind.startswith("alphanumeric"):
        return Piece(count, "any", _ANY)
    if kind.startswith(("letter", "alphabetic", "latin")):
        lower = (found["case"] or "").lower().startswith("lower")
        return Piece(count, "capitals" if found["case"] else "letters", _LETTERS.lower() if lower else _LETTERS)
    return Piece(count, "digits", _DIGITS)


def _joined(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.text() for piece in pieces)


def _misfits(pieces: tuple[Piece, ...]) -> list[tuple[str, str]]:
    """Each piece one short, one too long, and of another kind; each misfit once, and none that fits after all."""
    found: dict[str, str] = {}
    for at, piece in enumerate(pieces):
        before, after = _joined(pieces[:at]), _joined(pieces[at + 1 :])
        for broken, wrong in _broken(piece):
            if (entry := before + broken + after) != _joined(pieces):
                found.setdefault(entry, wrong)
    return list(found.items())


def _broken(piece: Piece) -> list[tuple[str, str]]:
    name = {"sign": f"“{piece.alphabet}”", "capitals": "letters", "any": "characters"}.get(piece.kind, piece.kind)
    made = [(piece.text(piece.count - 1), f"one of the {name} too few")] if piece.kind != "sign" else []
    made += [(piece.text(piece.count + 1), f"one of the {name} too many")] if piece.kind != "sign" else []
    if piece.kind == "sign":
        made.append(("", f"{name} left out"))
    elif piece.kind != "any":
        other = replace(piece, alphabet=_DIGITS if piece.kind != "digits" else _LETTERS)
        made.append(
            (
                other.text(1) + piece.text(piece.count - 1),
                f"a {'digit' if piece.kind != 'digits' else 'letter'} among the {name}",
            )
        )
    if piece.kind == "capitals":
        made.append((piece.text().swapcase(), "letters of the other case"))
    return made


def _date_format(template: str, sep: str) -> EntryFormat:
    """A leap day fits; another order, another separator, a day that does not exist and a text do not."""

    def written(year: str, month: str, day: str, pattern: str = template) -> str:
        return pattern.replace("YYYY", year).replace("MM", month).replace("DD", day)

    other = "." if sep != "." else "-"
    misfits = (
        (written("2023", "02", "29"), "29 February of a year without one"),
        (written("2024", "13", "01"), "month 13"),
        (written("2024", "04", "31"), "31 April"),
        (written("2024", "02", "29").replace(sep, other), "another separator"),
        (written("24", "2", "29"), "digits left out"),
    )
    return EntryFormat(written("2024", "02", "29"), misfits, template)


def entry_format(target: Target) -> tuple[CoverageItem, ...]:
    """An entry that fits and one per misfit, where the sentence states a format that no limit of length covers."""
    stated = format_in(target.statement.text)
    main = main_clause(target)
    if stated is None or main.negated or any(one.text in stated.quote for one in target.statement.intervals):
        return ()
    about = main.subject if main.form is not ClauseForm.ACTIVE or main.object.lower() in stated.quote.lower() else ""
    noun = re.sub(r"^(?:the|an?|each)\s+", "", about or _holder(main.subject, main.object), flags=re.IGNORECASE)
    quote = stated.quote if stated.quote in target.statement.text else target.statement.text.strip()
    parts = (
        ("fits", Polarity.POSITIVE, (stated.fits,),
         ((f"length of {noun}", str(len(stated.fits)), None), (noun, stated.fits, None))),
        ("misfits", Polarity.NEGATIVE, tuple(f"“{entry}” ({wrong})" for entry, wrong in stated.misfits),
         tuple((f"{noun}, {wrong}", entry, None) for entry, wrong in stated.misfits)),
    )  # fmt: skip
    return tuple(
        target.item(
            Technique.EQUIVALENCE_PARTITIONING, "FMT", f"format {aspect}", polarity,
            Checklist(aspect=aspect, clause=main, about=noun, details=details, values=values), quote=quote,
        )
        for aspect, polarity, details, values in parts
    )  # fmt: skip


def _holder(subject: str, thing: str) -> str:
    """What has the format: "sample IDs have the format of …" is about the IDs, "the user enters the date" the date."""
    named = re.match(r"(?:the |a )?(?:format|form|structure|pattern)\b", thing, re.IGNORECASE)
    return subject if named or not thing else thing
