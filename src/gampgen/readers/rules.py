"""What the readers notice: one entry per rule, each with its manual (`gampgen explain DOC01`)."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from gampgen.domain.base import Value
from gampgen.domain.finding import FindingSeverity, Rule


class Noticed(StrEnum):
    """Codes of the readers' findings."""

    HIDDEN_TEXT = "DOC01"
    STRUCK_TEXT = "DOC02"
    COMMENTS = "DOC03"
    TRACKED_CHANGES = "DOC04"
    TRACKED_FORMATTING = "DOC05"
    EXTERNAL_LINKS = "DOC06"
    MACROS = "DOC07"
    INVISIBLE_CHARACTERS = "DOC08"
    BIDI_CHARACTERS = "DOC09"
    TAG_CHARACTERS = "DOC10"
    MIXED_SCRIPT = "DOC11"
    ODD_CHARACTERS = "DOC12"
    PICTURES = "DOC13"
    UNREAD_CONTENT = "DOC14"
    UNFILLED_CONTROL = "DOC15"
    TABLE_OF_CONTENTS = "DOC16"
    COMPUTED_NUMBER = "DOC17"
    SHARED_RESTART = "DOC18"
    HIDDEN_SHEET = "DOC19"
    HIDDEN_ROWS = "DOC20"
    HIDDEN_COLUMNS = "DOC21"
    FORMULA_VALUES = "DOC22"
    FORMULA_WITHOUT_VALUE = "DOC23"
    TINY_TEXT = "DOC24"
    RAGGED_ROWS = "DOC25"
    UNREAD_PAGE = "DOC26"
    PALE_TEXT = "DOC27"
    INACTIVE_ITEMS = "DOC28"
    OBJECTS_OUTSIDE = "DOC29"


class ReaderRule(Value):
    """A rule of the readers: what `explain` prints, and how its findings are worded.

    `message` may use {count} and {quote}. `each` is true where every place gets a finding of its own; otherwise one
    finding gives the count and the first place.
    """

    code: Noticed
    name: str
    severity: FindingSeverity
    message: str
    hint: str
    manual: str
    each: bool = False


def _rule(  # one line per part of a rule keeps the table below readable
    code: Noticed, severity: FindingSeverity, name: str, *, message: str, hint: str, manual: str, each: bool = False
) -> ReaderRule:
    return ReaderRule(
        code=code, name=name, severity=severity, message=message, hint=hint, manual=manual, each=each
    )  # fmt: skip


_ERROR, _WARNING, _INFO = FindingSeverity.ERROR, FindingSeverity.WARNING, FindingSeverity.INFO

READER_RULES: Final[tuple[ReaderRule, ...]] = (
    _rule(
        Noticed.HIDDEN_TEXT, _WARNING, "Hidden text left out", each=True,
        message="Hidden text was left out: “{quote}”.",
        hint="Show it or delete it in the source, so that the approved document says what it seems to say.",
        manual="Text with the attribute “hidden” (and values hidden by an empty number format) is not seen by the "
        "person who approves the document, so it is not read as part of it. It is quoted here because a hidden remark "
        "or requirement may have been meant to be seen.",
    ),
    _rule(
        Noticed.STRUCK_TEXT, _WARNING, "Struck-through text", each=True,
        message="Struck-through text was read as it stands: “{quote}”.",
        hint="Delete it, or remove the line through it: is it still required?",
        manual="A line through a text usually means that it no longer holds, but nothing in the file says so. The text "
        "is kept, because dropping a requirement on the strength of its looks could lose one; a person decides.",
    ),
    _rule(
        Noticed.COMMENTS, _INFO, "Comments passed over",
        message="{count} comment(s) were passed over.",
        hint="Settle open comments before the document is approved.",
        manual="Comments are talk about the document and no part of it. They are counted, not read.",
    ),
    _rule(
        Noticed.TRACKED_CHANGES, _WARNING, "Tracked changes settled by the reader",
        message="{count} tracked change(s) were read as {quote}.",
        hint="Accept or reject the changes in the source, and approve that version.",
        manual="A document with tracked changes has two wordings. It is refused unless --tracked accept or --tracked "
        "reject says which one to read. This finding records the choice.",
    ),
    _rule(
        Noticed.TRACKED_FORMATTING, _INFO, "Tracked formatting",
        message="{count} tracked change(s) of formatting were read as shown now.",
        hint="Accept or reject them in the source.",
        manual="Tracked changes of formatting alone do not change the wording. The present formatting is read, or the "
        "former one where --tracked reject asks for it.",
    ),
    _rule(
        Noticed.EXTERNAL_LINKS, _INFO, "Links out of the document",
        message="{count} link(s) lead out of the document, the first to “{quote}”.",
        hint="What stands behind a link is not read: copy it into the document if it is a requirement.",
        manual="Nothing is fetched from outside the file: no web page, template, picture or linked document.",
    ),
    _rule(
        Noticed.MACROS, _WARNING, "Program code in the file",
        message="The file holds program code (macros or scripts), which was not run.",
        hint="Save the document without it.",
        manual="A requirement document has no need of program code. Text that a macro or script would insert is not "
        "read.",
    ),
    _rule(
        Noticed.INVISIBLE_CHARACTERS, _WARNING, "Invisible characters removed",
        message="{count} invisible character(s) were removed, the first in “{quote}”.",
        hint="Retype the words concerned in the source.",
        manual="Zero-width characters make two words look the same and differ. They are removed, so that an identifier "
        "is found as it is seen.",
    ),
    _rule(
        Noticed.BIDI_CHARACTERS, _WARNING, "Direction-changing characters removed",
        message="{count} character(s) that change the direction of writing were removed, the first in “{quote}”.",
        hint="Check the words concerned: they may be shown in another order than they are stored in.",
        manual="Bidirectional controls can show a text in another order than the stored one (the “Trojan Source” "
        "trick). They are removed; the stored order is read.",
    ),
    _rule(
        Noticed.TAG_CHARACTERS, _WARNING, "Tag characters removed",
        message="{count} invisible tag character(s) were removed, the first in “{quote}”.",
        hint="Ask where the text comes from: tag characters are used to smuggle instructions past a reader.",
        manual="Characters of the Unicode tag block show nothing on any screen and can carry a whole message. They are "
        "removed and never read.",
    ),
    _rule(
        Noticed.MIXED_SCRIPT, _WARNING, "Look-alike letters of another script", each=True,
        message="“{quote}” mixes letters of several scripts that look alike.",
        hint="Retype it: it will not match the same word typed in one script.",
        manual="A Cyrillic or Greek letter that looks like a Latin one makes an identifier that cannot be found again. "
        "It is kept as it stands, character for character.",
    ),
    _rule(
        Noticed.ODD_CHARACTERS, _WARNING, "Characters that could not be read",
        message="{count} character(s) could not be read or were control characters, the first in “{quote}”.",
        hint="Compare the words concerned with the source and retype them.",
        manual="Replacement characters (�) show that the text was damaged before it came here. Control characters are "
        "removed. Characters of a symbol font that has no known meaning are shown as �.",
    ),
    _rule(
        Noticed.PICTURES, _INFO, "Pictures not read",
        message="{count} picture(s), chart(s) or embedded object(s) were not read.",
        hint="Write out what a picture requires.",
        manual="Text inside screenshots, scanned pages, diagrams, charts and embedded objects is not read.",
    ),
    _rule(
        Noticed.UNREAD_CONTENT, _ERROR, "Content that was not read",
        message="{count} part(s) of the document were not read: {quote}.",
        hint="Copy its content into the document as text.",
        manual="Documents inside or behind the document, and sheets of special kinds, are shown to the person who "
        "opens it, and cannot be read here. A requirement in them would be missing from the suite.",
    ),
    _rule(
        Noticed.UNFILLED_CONTROL, _INFO, "Unfilled form field", each=True,
        message="A form field still shows its prompt, which was left out: “{quote}”.",
        hint="Fill in the field or remove it.",
        manual="The prompt of an empty content control (“Click here to enter text”) is no statement of the author.",
    ),
    _rule(
        Noticed.TABLE_OF_CONTENTS, _INFO, "Table of contents kept apart",
        message="{count} line(s) of a table of contents were kept apart from the body.",
        hint="Nothing to do: the headings themselves are read.",
        manual="Lists of contents, tables and figures repeat what stands elsewhere, and would be read twice.",
    ),
    _rule(
        Noticed.COMPUTED_NUMBER, _WARNING, "Number that only the word processor can compute",
        message="{count} number(s) are shown in a way that could not be reproduced, the first: {quote}.",
        hint="Compare the number with the one on the screen, or type it.",
        manual="Some fields and rare number formats have no stored result; the number may differ from the one shown.",
    ),
    _rule(
        Noticed.SHARED_RESTART, _INFO, "Numbering restarted inside a shared list",
        message="{count} numbered list(s) restart a list that others continue, the first at “{quote}”.",
        hint="Confirm that these numbers agree with the approved print.",
        manual="Word processors differ in how several lists that share one definition go on after a restart. Numbers "
        "that serve as identifiers should be confirmed.",
    ),
    _rule(
        Noticed.HIDDEN_SHEET, _WARNING, "Hidden sheet left out", each=True,
        message="The hidden sheet “{quote}” was left out.",
        hint="Show it or delete it in the source.",
        manual="A hidden worksheet is not seen by the person who approves the workbook, so it is not read.",
    ),
    _rule(
        Noticed.HIDDEN_ROWS, _WARNING, "Hidden rows left out",
        message="{count} hidden row(s) were left out, the first: “{quote}”.",
        hint="Clear the filter, or show or delete the rows.",
        manual="Hidden rows (often left by a filter, or marked hidden in a Word table) are not read.",
    ),
    _rule(
        Noticed.HIDDEN_COLUMNS, _WARNING, "Hidden columns left out",
        message="{count} cell(s) in hidden columns were left out, the first: “{quote}”.",
        hint="Show or delete the columns.",
        manual="Hidden columns of a worksheet are not read.",
    ),
    _rule(
        Noticed.FORMULA_VALUES, _INFO, "Stored values of formulas",
        message="{count} cell(s) hold a formula; the value stored with it was read.",
        hint="Have the workbook computed and saved before it is approved.",
        manual="Formulas are not computed here: the value that was stored when the workbook was last saved is read.",
    ),
    _rule(
        Noticed.FORMULA_WITHOUT_VALUE, _WARNING, "Formula without a stored value",
        message="{count} cell(s) hold a formula and no value, and read as empty.",
        hint="Open the workbook in a spreadsheet program and save it.",
        manual="A workbook written by a program may hold formulas that were never computed. What the cell would show "
        "is not known.",
    ),
    _rule(
        Noticed.TINY_TEXT, _WARNING, "Text too small to be seen", each=True,
        message="Text of 2 points or smaller was read: “{quote}”.",
        hint="Delete it, or write it in a size that can be read.",
        manual="Text that nobody can see on paper is either an accident or a message to machines.",
    ),
    _rule(
        Noticed.RAGGED_ROWS, _WARNING, "Rows of unequal length",
        message="{count} row(s) have more cells than the heading row, the first: “{quote}”.",
        hint="Check the separators: a separator inside a text may have split a cell.",
        manual="Cells beyond the heading row's have no column name; nothing of them is dropped.",
    ),
    _rule(
        Noticed.UNREAD_PAGE, _ERROR, "Page without a text layer", each=True,
        message="Page {quote} has no text layer and was not read.",
        hint="Have the page read by a character recognition, and check its result, before the document is approved.",
        manual="A scanned page is a picture: what it requires is not read, so nothing of it is in the suite. Such a "
        "document is refused unless --allow-unread-pages is given; then each page left out is named here.",
    ),
    _rule(
        Noticed.PALE_TEXT, _WARNING, "Text in the colour of the paper", each=True,
        message="Text as pale as the paper was read: “{quote}”.",
        hint="Delete it, or give it a colour that can be seen.",
        manual="White text on white paper is not seen by the person who approves the document. It is read, because the "
        "ground behind it cannot always be told; a person decides whether it belongs to the document.",
    ),
    _rule(
        Noticed.INACTIVE_ITEMS, _INFO, "Inactive items left out",
        message="{count} item(s) marked as inactive were left out, the first: “{quote}”.",
        hint="Nothing to do, if they are no longer required.",
        manual="Requirement tools keep items that are no longer in force; the file marks them as inactive.",
    ),
    _rule(
        Noticed.OBJECTS_OUTSIDE, _WARNING, "Objects that no specification shows",
        message="{count} object(s) stand in no specification of the file and were left out, the first: “{quote}”.",
        hint="Export the whole specification, or delete what is no part of it.",
        manual="A ReqIF file lists its objects apart from the specifications that show them. What none of them shows "
        "is no part of the document that was approved.",
    ),
)  # fmt: skip

BY_CODE: Final = {rule.code: rule for rule in READER_RULES}

RULES: Final[tuple[Rule, ...]] = tuple(
    Rule(code=rule.code.value, name=rule.name, manual=f"{rule.manual} {rule.hint}", source="gampgen")
    for rule in READER_RULES
)
"""The readers' rules, as `gampgen explain` prints them."""
