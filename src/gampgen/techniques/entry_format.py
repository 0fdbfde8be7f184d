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
from gampgen.techniques.format_pieces import DIGITS, LETTERS, PIECES, SEPARATED, UNNAMED, Piece, piece_of, sign_of
from gampgen.techniques.interface import Target

_MOST = 40
_NEXT = (
    r"\s*(?:,\s*(?:and\s+|then\s+)?(?:followed by\s+)?|(?:and\s+)?followed by\s+|and\s+(?:then\s+)?|then\s+|plus\s+)"
)
_CHAIN = re.compile(
    r"\b(?:consists? of|consisting of|composed of|made up of|comprises?|(?:be|is|are)(?: exactly)?|exactly"
    r"|(?:the |a )?(?:format|form|structure|pattern)(?: of| is)?:?)\s+"
    rf"(?P<chain>{UNNAMED}(?:{_NEXT}{UNNAMED})*)(?P<long>\s+long|\s+in length)?",
    re.IGNORECASE,
)
_DATE = re.compile(r"(?<![\w/.-])(?P<date>(?:YYYY|MM|DD)(?P<sep>[-./])(?:MM|DD)(?P=sep)(?:YYYY|MM|DD))(?![\w/])")
_ENTERED = re.compile(r"\b(?:enter\w*|input|entry|accept\w*|typed|captured?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class EntryFormat:
    """A stated format: an entry that fits, the entries that do not with what is wrong, and the passage as written.

    `parts` are its pieces in words; `counts_up` is true where one of them counts from entry to entry.
    """

    fits: str
    misfits: tuple[tuple[str, str], ...]
    quote: str
    parts: tuple[str, ...] = ()
    counts_up: bool = False


def format_in(text: str) -> EntryFormat | None:
    """The format of an entry that a text states; None where it states none."""
    found = _CHAIN.search(text)
    pieces = tuple(map(piece_of, PIECES.finditer(found["chain"]))) if found else ()
    if found and pieces and (len(pieces) > 1 or found["long"]) and all(0 < one.count <= _MOST for one in pieces):
        pieces = _separated(pieces, text[found.end() :])
        return EntryFormat(
            _joined(pieces), tuple(_misfits(pieces)), found["chain"], tuple(one.said() for one in pieces),
            any(one.counts_up for one in pieces),
        )  # fmt: skip
    dated = _DATE.search(text)
    return _date_format(dated["date"], dated["sep"]) if dated and _ENTERED.search(text) else None


def _separated(pieces: tuple[Piece, ...], after: str) -> tuple[Piece, ...]:
    """The pieces with the sign between them that the sentence names behind them ("…, separated by hyphens")."""
    found = SEPARATED.search(after[:_NEAR])
    if found is None:
        return pieces
    sign = Piece(1, "sign", sign_of(found["sign"]))
    return tuple(one for piece in pieces for one in (sign, piece))[1:]


_NEAR = 40


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
    plain = f"{piece.kind} of the {piece.name}" if piece.name else ""
    name = plain or {"sign": f"“{piece.alphabet}”", "capitals": "letters", "any": "characters"}.get(
        piece.kind, piece.kind
    )
    if piece.kind == "fixed":
        sign = next(one for one in "XZ7" if one not in piece.alphabet)
        return [("", f"“{piece.alphabet}” left out"), (sign * piece.count, f"another text than “{piece.alphabet}”")]
    made = [(piece.text(piece.count - 1), f"one of the {name} too few")] if piece.kind != "sign" else []
    made += [(piece.text(piece.count + 1), f"one of the {name} too many")] if piece.kind != "sign" else []
    if piece.kind == "sign":
        made.append(("", f"{name} left out"))
    elif piece.kind != "any":
        other = replace(piece, alphabet=DIGITS if piece.kind != "digits" else LETTERS)
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
    first = _counted(stated, noun) if stated.counts_up else _taken(stated, noun)
    parts = (
        first,
        ("never-made" if stated.counts_up else "misfits", Polarity.NEGATIVE,
         tuple(f"“{entry}” ({wrong})" for entry, wrong in stated.misfits),
         tuple((f"{noun}, {wrong}", entry, None) for entry, wrong in stated.misfits)),
    )  # fmt: skip
    return tuple(
        target.item(
            Technique.EQUIVALENCE_PARTITIONING, "FMT", f"format {aspect}", polarity,
            Checklist(aspect=aspect, clause=main, about=noun, details=details, values=values), quote=quote,
        )
        for aspect, polarity, details, values in parts
    )  # fmt: skip


_Row = tuple[str, Polarity, tuple[str, ...], tuple[tuple[str, str, str | None], ...]]


def _taken(stated: EntryFormat, noun: str) -> _Row:
    length = (f"length of {noun}", str(len(stated.fits)), None)
    return "fits", Polarity.POSITIVE, (stated.fits,), (length, (noun, stated.fits, None))


def _counted(stated: EntryFormat, noun: str) -> _Row:
    """What counts up is given by the system: several in a row are compared part by part, and with each other."""
    length = (f"length of {noun}", str(len(stated.fits)), None)
    return "counts-up", Polarity.POSITIVE, stated.parts, (length,)


def _holder(subject: str, thing: str) -> str:
    """What has the format: "sample IDs have the format of …" is about the IDs, "the user enters the date" the date."""
    named = re.match(r"(?:the |a )?(?:format|form|structure|pattern)\b", thing, re.IGNORECASE)
    return subject if named or not thing else thing
