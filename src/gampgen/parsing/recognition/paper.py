"""Is this a requirement document at all? What speaks for another kind of paper, and when that weighs more.

Only a document that prints no ids of its own requirements, and does not call itself a requirement document, is ever
refused: acceptance criteria, a verification column or a trace matrix at the end make no test protocol.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from gampgen.domain.document import Block, Heading, Paragraph, Table, UrsDocument
from gampgen.parsing.recognition.draft import Draft, Form, fold
from gampgen.parsing.recognition.identifiers import head_of
from gampgen.parsing.recognition.sections import Section, names_requirements
from gampgen.parsing.recognition.table_kinds import TESTS, TRACES
from gampgen.parsing.recognition.tables import Reading

_TITLES: Final = (
    (
        "a test protocol",
        re.compile(
            r"\b(?:test (?:scripts?|cases?|protocols?|plans?|reports?|specifications?|procedures?|catalogue)|"
            r"(?:operational|installation|performance) qualification|[iop]q (?:protocol|report|test)|"
            r"(?:qualification|validation) (?:protocol|report|plan|summary)|testprotokoll|prüfprotokoll|testfälle|"
            r"(?:funktions|installations|leistungs)qualifizierung|protocole de (?:test|qualification)|"
            r"protocolo de (?:pruebas?|[ck]u?alificaci[óo]n)|protocollo di (?:test|prova|qualifica)|testrapport)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "a traceability matrix",
        re.compile(
            r"\b(?:traceability matri(?:x|ces)|trace matrix|rtm|rückverfolgbarkeitsmatrix|matrice de traçabilité|"
            r"matriz de trazabilidad|matrice di tracciabilità)\b",
            re.IGNORECASE,
        ),
    ),
    ("a risk analysis", re.compile(r"\b(?:risk (?:assessment|analysis)|fmea|fmeca|risikoanalyse)\b", re.IGNORECASE)),
    (
        "a procedure",
        re.compile(r"\b(?:standard operating procedure|work instruction|arbeitsanweisung)\b", re.IGNORECASE),
    ),
)
_SPECIFIES: Final = re.compile(
    r"\b(?:urs|ursd|user requirements?|requirements? (?:specification|document|list|catalogue)|lastenheft|"
    r"pflichtenheft|specification|cahier des charges|benutzeranforderungen|anforderungs\w+|especificación|"
    r"spécification|specifica)\b",
    re.IGNORECASE,
)
_TEST_LINE: Final = re.compile(
    r"\W*(?:(?:test )?steps?(?: \d+)?|expected (?:results?|outcomes?)|actual (?:results?|outcomes?)|pass ?/ ?fail|"
    r"(?:executed|tested|performed) by|erwartetes ergebnis|résultat attendu|resultado esperado|risultato atteso)\W*"
    r"(?::|\Z)",
    re.IGNORECASE,
)
_TEST_HEADS: Final = frozenset({"tc", "ts", "test", "tests", "oq", "iq", "pq", "uat", "sat", "fat"})
_GREETING: Final = re.compile(
    r"\W*(?:dear\b.{0,80}|hello\b.{0,40}|hi\b.{0,40}|sehr geehrte.{0,80}|liebe[rs]?\b.{0,60}|madame\b.{0,60}|"
    r"monsieur\b.{0,60}|estimad[oa]s?\b.{0,60}|geachte\b.{0,60}|gentile\b.{0,60}|prezad[oa]s?\b.{0,60})[,:!]?\s*",
    re.IGNORECASE,
)
_FAREWELL: Final = re.compile(
    r"\W*(?:(?:yours|kind|best|with kind|with best)\b.{0,20}(?:sincerely|faithfully|truly|regards|wishes)|sincerely|"
    r"regards|mit freundlichen grüßen|cordialement|atentamente|met vriendelijke groet|cordiali saluti|atenciosamente)\b"
    r".{0,60}",
    re.IGNORECASE,
)
_CODE: Final = re.compile(
    r"[^\n]{0,400}?(?:[(){}=][^\n]{0,200};|[{}])\s*\Z"
    r"|\s*(?:(?:def|class|function|interface|struct|enum) \w+|(?:import|from|using|package|namespace) [\w.{*\"'<]+"
    r"|return\b|#include|#!|//|/\*|\*/|<\?php|@\w+\s*\Z|(?:public|private|protected|static|var|let|const) \w"
    r"|(?:if|elif|else|for|while|try|except|with|switch|case)\b[^\n]{0,200}:\s*\Z|[\w.]+\s*(?:=|:=|\+=)\s*\S"
    r"|[\w.]+\([^\n]{0,200}\)\s*\Z)"
)
_FEWEST: Final = 3
_OUTWEIGHS: Final = 3
_MOSTLY: Final = 0.8
_CODE_SHARE: Final = 0.4
_FEWEST_LINES: Final = 5
_RARE: Final = 0.1


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for another kind of paper: `kind` in words ("a test protocol"), `seen` what was seen, how often."""

    kind: str
    seen: str
    weight: int


def other_paper(
    document: UrsDocument, placed: Sequence[tuple[Block, Section]], readings: Sequence[Reading], kept: Sequence[Draft]
) -> Evidence | None:
    """What the document is where it plainly is none of requirements, else None.

    Args:
        document: the document as read.
        placed: its blocks with their sections.
        readings: what its tables gave.
        kept: the drafts that would be taken as requirements.
    """
    if _calls_itself_one(document, placed):
        return None
    titled = _titled(document, placed)
    found = [e for e in (_tables(readings, TESTS), _tables(readings, TRACES), _lines(placed)) if e is not None]
    strongest = max(found, key=lambda e: e.weight, default=None)
    scripts = sum(head_of(d.id) in _TEST_HEADS for d in kept if d.id)
    if kept and scripts >= _MOSTLY * len(kept) and (titled or strongest):
        return titled if strongest is None else strongest
    if any(d.id and not d.id[0].isdigit() for d in kept):
        return None
    outweighed = strongest is not None and strongest.weight >= max(_FEWEST, _OUTWEIGHS * len(kept))
    if strongest is not None and (outweighed or (titled is not None and strongest.weight >= _FEWEST)):
        return strongest if titled is None else Evidence(titled.kind, f"{titled.seen}, {strongest.seen}", 1)
    return _letter(placed) or _code(placed)


def doubtful(placed: Sequence[tuple[Block, Section]], kept: Sequence[Draft]) -> bool:
    """Whether the few sentences taken are scattered over running text that nowhere says it states requirements."""
    if any(d.form is not Form.PLAIN or d.bulleted or d.led_in for d in kept):
        return False
    headed = any(isinstance(b, Heading) and names_requirements(b.text) for b, _ in placed)
    return not headed and len(kept) < max(_FEWEST, _RARE * len(placed))


def _calls_itself_one(document: UrsDocument, placed: Sequence[tuple[Block, Section]]) -> bool:
    """Whether title or a heading says that requirements are specified here; a title of tests speaks against it."""
    if _titled(document, placed) is not None:
        return False
    named = (document.title, *(b.text for b, _ in placed if isinstance(b, Heading)))
    return _SPECIFIES.search(document.title) is not None or any(names_requirements(fold(text)) for text in named)


def _titled(document: UrsDocument, placed: Sequence[tuple[Block, Section]]) -> Evidence | None:
    first = next((b.text for b, _ in placed if isinstance(b, Heading)), "")
    for title in dict.fromkeys((fold(document.title), fold(first))):
        for kind, pattern in _TITLES:
            if pattern.search(title):
                return Evidence(kind, f"the title “{title}”", 1)
    return None


def _tables(readings: Sequence[Reading], kind: str) -> Evidence | None:
    tables = [reading for reading in readings if reading.kind == kind]
    rows = sum(reading.rows for reading in tables)
    if not rows:
        return None
    columns = ", ".join(f"“{name}”" for name in dict.fromkeys(tables[0].columns))
    paper, what = ("a test protocol", "tests") if kind == TESTS else ("a traceability matrix", "ids set against ids")
    return Evidence(paper, f"{rows} table rows of {what} under the columns {columns}", rows)


def _lines(placed: Sequence[tuple[Block, Section]]) -> Evidence | None:
    lines = [line for b, _ in placed if isinstance(b, Paragraph) for line in b.text.splitlines()]
    found = [line for line in lines if _TEST_LINE.match(line)]
    if not found:
        return None
    seen = f"{len(found)} lines of test steps, such as “{fold(found[0])[:60]}”"
    return Evidence("a test protocol", seen, len(found))


def _letter(placed: Sequence[tuple[Block, Section]]) -> Evidence | None:
    lines = [fold(line) for b, _ in placed if isinstance(b, Paragraph) for line in b.text.splitlines()]
    greeting = next((line for line in lines if _GREETING.fullmatch(line)), None)
    farewell = next((line for line in lines if _FAREWELL.fullmatch(line)), None)
    if greeting is None or farewell is None:
        return None
    return Evidence("a letter", f"the greeting “{greeting}”", 1)


def _code(placed: Sequence[tuple[Block, Section]]) -> Evidence | None:
    if any(isinstance(b, Table) for b, _ in placed):
        return None
    lines = [line for b, _ in placed if not isinstance(b, Table) for line in b.text.splitlines() if line.strip()]
    code = [line for line in lines if _CODE.match(line)]
    if len(lines) < _FEWEST_LINES or len(code) < _CODE_SHARE * len(lines):
        return None
    return Evidence("source code", f"{len(code)} of {len(lines)} lines of code, such as “{fold(code[0])[:60]}”", 1)
