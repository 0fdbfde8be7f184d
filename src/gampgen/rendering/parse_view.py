"""The document as it was read, with each recognised requirement marked, and what was passed over with its reason.

A person lays it beside the source and sees in a minute what was taken, what was left, and under which heading.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TypeVar

from gampgen.domain.document import Block, Heading, Paragraph, Row, Table, UrsDocument
from gampgen.domain.finding import Finding
from gampgen.domain.location import Location
from gampgen.domain.requirement import PassedOver, Recognition, Requirement
from gampgen.rendering.content import plain
from gampgen.rendering.report_html import inline
from gampgen.rendering.sandbox import Sandbox, template_failures
from gampgen.rendering.templates import PARSE_STYLE, PARSE_VIEW, REPORT_STYLE, read_template
from gampgen.rendering.text import Piece, split_quotes

_BEFORE_ALL = "(before the first heading)"
_Placed = TypeVar("_Placed", Requirement, PassedOver)


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands in the margin: `kind` is taken, item or passed; `name` the requirement's uid or the reason."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Line:
    """A heading, paragraph or table row as it stands: `kind` says which, `state` the first mark's kind or "plain".

    `level` is a heading's level, or a list item's depth from 1 (0 outside lists); `label` the number or bullet before
    the text. `cells` are its texts cut at the words that were taken, `place` where it stands in words, `anchor` a
    heading's name within the page. `opens` and `closes` are true for the first and last row of a table.
    """

    kind: str
    level: int
    label: str
    cells: tuple[tuple[Piece, ...], ...]
    marks: tuple[Mark, ...]
    state: str
    place: str
    anchor: str = ""
    opens: bool = False
    closes: bool = False


@dataclass(frozen=True, slots=True)
class HeadingCount:
    """A heading of the document, and how many requirements and passages passed over stand directly under it."""

    title: str
    level: int
    taken: int
    passed: int
    anchor: str


@dataclass(frozen=True, slots=True)
class Notice:
    """A finding: its code and severity, where, what it says, and what to do."""

    code: str
    severity: str
    where: str
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class View:
    """Everything that the page shows. `elsewhere` has the requirements that no line of it stands for."""

    title: str
    file_name: str
    sha256: str
    language: str
    system: str
    taken: int
    passed: int
    headings: tuple[HeadingCount, ...]
    notices: tuple[Notice, ...]
    lines: tuple[Line, ...]
    elsewhere: tuple[str, ...]


def parse_page(document: UrsDocument, recognition: Recognition, findings: Iterable[Finding]) -> bytes:
    """The page, UTF-8: no script, and no reference to the outside.

    Args:
        document: the document as read.
        recognition: what was recognised in it.
        findings: what the reader and recognition object to.
    """
    content = view(document, recognition, findings)
    with template_failures(PARSE_VIEW):
        template = Sandbox().from_string(read_template(PARSE_VIEW).decode())
        page = template.render(view=plain(content), styles=(inline(REPORT_STYLE), inline(PARSE_STYLE)))
    return page.lstrip().encode()


def view(document: UrsDocument, recognition: Recognition, findings: Iterable[Finding]) -> View:
    """What the page shows, before it is laid out."""
    marking = _Marking(recognition)
    lines = tuple(line for block in document.blocks for line in marking.lines(block))
    return View(
        title=document.title or document.file_name,
        file_name=document.file_name,
        sha256=document.sha256,
        language=recognition.document.language or "not told",
        system=recognition.system,
        taken=len(recognition.requirements),
        passed=len(recognition.passed_over),
        headings=tuple(_heading_counts(lines, marking)),
        notices=tuple(_notice(finding) for finding in findings),
        lines=lines,
        elsewhere=tuple(one.uid for one in recognition.requirements if one.uid not in marking.shown),
    )


def _heading_counts(lines: Iterable[Line], marking: _Marking) -> Iterator[HeadingCount]:
    """Requirements and passages passed over under each heading, in the document's order.

    The sums are all there are: what no line stands for is counted last.
    """
    title, level, anchor, taken, passed = _BEFORE_ALL, 1, "", 0, 0
    for line in lines:
        if line.kind == "heading":
            if anchor or taken or passed:
                yield HeadingCount(title, level, taken, passed, anchor)
            words = "".join(piece.text for cell in line.cells for piece in cell)
            title, level, anchor, taken, passed = f"{line.label} {words}".strip(), line.level, line.anchor, 0, 0
        taken += sum(mark.kind == "taken" for mark in line.marks)
        passed += sum(mark.kind == "passed" for mark in line.marks)
    if anchor or taken or passed:
        yield HeadingCount(title, level, taken, passed, anchor)
    missing = marking.not_shown()
    if any(missing):
        yield HeadingCount("(no line of the document)", 1, *missing, "")


def _by_place(those: Iterable[_Placed]) -> dict[Location, list[_Placed]]:
    found: dict[Location, list[_Placed]] = defaultdict(list)
    for one in those:
        found[one.location].append(one)
    return found


def _notice(finding: Finding) -> Notice:
    where = finding.requirement_uid or (finding.location.in_words() if finding.location else "document")
    return Notice(finding.code, finding.severity.value, where, finding.message, finding.hint)


@dataclass
class _Marking:
    """Lines of the document with their marks, made in reading order."""

    recognition: Recognition
    shown: set[str] = field(default_factory=set)
    _passed_shown: int = 0
    _headings: int = 0
    _latest: Requirement | None = None

    def __post_init__(self) -> None:
        self._taken = _by_place(self.recognition.requirements)
        self._passed = _by_place(self.recognition.passed_over)

    def not_shown(self) -> tuple[int, int]:
        """How many requirements and passages passed over no line stands for."""
        return (
            len(self.recognition.requirements) - len(self.shown),
            len(self.recognition.passed_over) - self._passed_shown,
        )

    def lines(self, block: Block) -> Iterator[Line]:
        """The lines of a block: one for a heading or paragraph; for a table its caption, if any, and one a row."""
        if isinstance(block, Table):
            yield from self._table(block)
        elif isinstance(block, Heading):
            self._headings += 1
            line = self._line("heading", (block.text,), block.location)
            yield replace(line, level=min(block.level, 6), label=block.number, anchor=f"h{self._headings}")
        else:
            line = self._line("paragraph", (block.text,), block.location)
            yield replace(line, level=_indent(block), label=block.label)

    def _table(self, table: Table) -> Iterator[Line]:
        whole = self._line("caption", (table.name,), table.location)
        if table.name or whole.marks:
            yield whole
        for number, row in enumerate(table.rows, 1):
            line = self._row(row)
            yield replace(line, opens=number == 1, closes=number == len(table.rows))

    def _row(self, row: Row) -> Line:
        texts = tuple("" if cell.merged_up else cell.text for cell in row.cells)
        places = dict.fromkeys((row.location, *(_cell_place(row.location, n) for n in range(1, len(row.cells) + 1))))
        return self._line("head" if row.header else "row", texts, *places)

    def _line(self, kind: str, texts: tuple[str, ...], *places: Location) -> Line:
        taken = [one for place in places for one in self._taken.get(place, ())]
        passed = [one for place in places for one in self._passed.get(place, ())]
        marks = [Mark("taken", one.uid) for one in taken]
        quotes = [quote for one in taken for quote in _quotes(one)]
        if taken:
            self._latest = taken[-1]
        elif self._latest is not None and any(_belongs(text, self._latest) for text in texts):
            marks.append(Mark("item", self._latest.uid))
            quotes = _quotes(self._latest)
        marks += [Mark("passed", one.reason) for one in passed]
        self.shown.update(one.uid for one in taken)
        self._passed_shown += len(passed)
        cells = tuple(split_quotes(text, quotes) or (Piece("", marked=False),) for text in texts)
        return Line(kind, 0, "", cells, tuple(marks), marks[0].kind if marks else "plain", places[0].in_words())


def _cell_place(row: Location, cell: int) -> Location:
    return row.model_copy(update={"cell": cell})


def _indent(block: Paragraph) -> int:
    return 0 if block.depth is None else min(block.depth, 5) + 1


def _quotes(requirement: Requirement) -> list[str]:
    """What of a requirement is to stand out in the document."""
    return [*requirement.text.splitlines(), *requirement.items, *(requirement.acceptance_criteria or "").splitlines()]


def _belongs(text: str, requirement: Requirement) -> bool:
    """Whether a line is an item, a further line or the acceptance criteria of a requirement."""
    words = " ".join(text.split())
    return bool(words) and any(words in " ".join(quote.split()) for quote in _quotes(requirement))
