"""The rules of recognition: what may be wrong with the way in which requirements stand in a document."""

from __future__ import annotations

from typing import Final

from gampgen.domain.finding import FindingSeverity, Rule

_PRACTICE: Final = "gampgen; ISO/IEC/IEEE 29148:2018 §5.2.8 (identification of requirements)"
_ERROR, _WARNING, _INFO = FindingSeverity.ERROR, FindingSeverity.WARNING, FindingSeverity.INFO
_ENTRIES: Final = (
    (
        "REC01",
        "Repeated id",
        _ERROR,
        _PRACTICE,
        (
            "Two requirements bear the same id and say different things. A test that names the id cannot be "
            "traced to one of them. Both are kept, told apart as “ID” and “ID#2”; give each an id of its own."
        ),
    ),
    (
        "REC02",
        "Id missing",
        _WARNING,
        _PRACTICE,
        (
            "A requirement bears no id although the others of the document do. An id was made of its section "
            "and its place in it. Print an id, so that protocol and matrix can name what the document names."
        ),
    ),
    (
        "REC03",
        "Document without ids",
        _WARNING,
        _PRACTICE,
        (
            "The document prints no ids. Ids were taken from its numbering where it has one, and made of "
            "section and place where not. They change when the numbering changes; print ids before the suite is "
            "approved."
        ),
    ),
    (
        "REC04",
        "Nothing stated",
        _ERROR,
        "gampgen",
        (
            "An id stands in the document with no statement, or with a stand-in such as “TBD”. Nothing can be "
            "tested. Write the requirement or withdraw the id."
        ),
    ),
    (
        "REC05",
        "Gap in numbering",
        _INFO,
        "gampgen",
        (
            "A number is missing from a series of ids. It may have been withdrawn, or lost when the document "
            "was edited or read. Check the source and say which."
        ),
    ),
    (
        "REC06",
        "Language not English",
        _WARNING,
        "gampgen",
        (
            "Requirements are not worded in English, or the document's language could not be told. Requirements are "
            "recognised in several languages, but only English wording is analysed. Where the language is known, no "
            "test is made out of wording that was not understood: the requirement is quoted, its numbers, roles and "
            "quoted terms are listed, and its author says what is demanded."
        ),
    ),
    (
        "REC07",
        "Reference to an unknown requirement",
        _WARNING,
        "ISO/IEC/IEEE 29148:2018 §5.2.6 (consistency)",
        (
            "A requirement cites an id of the document's own pattern that no requirement bears. What it depends "
            "on is unknown. Correct the reference or add the requirement."
        ),
    ),
    (
        "REC08",
        "Truncated text",
        _WARNING,
        "gampgen",
        (
            "A statement breaks off: it ends with an ellipsis, a comma or a word that calls for more. Part of "
            "it may be lost. Compare it with the source."
        ),
    ),
    (
        "REC09",
        "Obligation without id",
        _WARNING,
        _PRACTICE,
        (
            "A sentence is worded as an obligation but bears no id, while the document's requirements do. It "
            "was not taken and is not tested. If it is a requirement, give it an id."
        ),
    ),
    (
        "REC10",
        "Same text twice",
        _WARNING,
        "ISO/IEC/IEEE 29148:2018 §5.2.6 (no redundancy)",
        (
            "Two requirements with different ids have the same text. One of them may have been copied and not "
            "been adapted. Withdraw one, or say what distinguishes them."
        ),
    ),
    (
        "REC11",
        "Withdrawn or deferred",
        _WARNING,
        "gampgen",
        (
            "The document marks the requirement as deleted, deprecated, withdrawn or deferred and still states "
            "it. It is kept. Settle whether it is in force before it is tested."
        ),
    ),
    (
        "REC12",
        "Ids hard to tell apart",
        _WARNING,
        "gampgen",
        (
            "Two ids differ only in capital letters, separators or leading zeros. People and other programs "
            "will take one for the other. Rename one."
        ),
    ),
    (
        "REC13",
        "Title only",
        _WARNING,
        "ISO/IEC/IEEE 29148:2018 §5.2.5 (complete)",
        (
            "A requirement has an id and a title and no statement. The title was taken as its text. Write what "
            "is demanded."
        ),
    ),
    (
        "REC14",
        "Numbers begin again",
        _WARNING,
        _PRACTICE,
        (
            "Serial numbers serve as ids and begin again in another table or section, so that one number names "
            "several requirements. They are told apart as “1” and “1#2”. Give each requirement an id that is "
            "unique in the document."
        ),
    ),
    (
        "REC15",
        "Obligations passed over",
        _WARNING,
        "gampgen",
        (
            "More than three passages, or more than a tenth as many as there are requirements, are worded as an "
            "obligation and were not taken; an error where they are three or more, and more than half as many. Each "
            "stands in the list of what was passed over, with its reason. Check that none of them is a requirement; "
            "an id in front of it makes it one."
        ),
    ),
    (
        "REC16",
        "Perhaps no requirement document",
        _ERROR,
        "gampgen",
        (
            "A few sentences worded as obligations stand scattered in running text, and nothing in the document "
            "announces requirements. Check that this is the requirements specification and not another paper."
        ),
    ),
    (
        "REC17",
        "Permission matrix not taken",
        _WARNING,
        "EU GMP Annex 11 §12",
        (
            "A table without ids says by marks which role may do what, in a document whose requirements bear ids, and "
            "no requirement points to it. Its roles are known from it, its permissions are not tested. Give each row "
            "an id, or let a requirement point to the table."
        ),
    ),
    (
        "REC18",
        "Reason among the criteria",
        _INFO,
        "GAMP 5, appendix D1 (acceptance criteria are verifiable)",
        (
            "A column that announces acceptance criteria holds a reason: a harm, a citation, an abbreviation, a "
            "purpose. No test can expect it. It is kept beside the requirement as context. Where a criterion was "
            "meant, write what is seen when the requirement is met."
        ),
    ),
    (
        "REC19",
        "List item lost",
        _ERROR,
        "gampgen",
        (
            "The list items of a requirement in the source were counted against those taken and those passed over, "
            "and one is missing. It stands in the list of what was passed over. Write it into the requirement's text, "
            "or as a requirement of its own."
        ),
    ),
    (
        "REC20",
        "Mark without a meaning",
        _WARNING,
        "EU GMP Annex 11 §12",
        (
            "A cell of a permission matrix holds a letter, a sign or a remark whose meaning no legend gives, or is "
            "empty where the other cells say no by a mark. Whether the role may is not guessed, and not tested. Say "
            "in a legend what each mark means."
        ),
    ),
    (
        "REC21",
        "Permission matrix not found",
        _ERROR,
        "EU GMP Annex 11 §12",
        (
            "A requirement leaves the access rights to a table, and no table of that number or at that place says by "
            "marks which role may do what. Without it there is nothing to test. Put the matrix into the document, or "
            "correct the reference."
        ),
    ),
    (
        "REC22",
        "Limits without an obligation",
        _ERROR,
        "ISO/IEC/IEEE 29148:2018 §5.2.5 (complete, verifiable)",
        (
            "A table gives limits, and neither its columns, nor its heading, nor a sentence beside it says what has "
            "to happen beyond or inside them; or no requirement points to it. The values are listed and tested by "
            "nothing, since an alarm, a stop or a refusal would be made up. Say what has to happen."
        ),
    ),
)
RULES: Final = tuple(
    Rule(code=code, name=name, manual=manual, source=source) for code, name, _, source, manual in _ENTRIES
)
SEVERITIES: Final = {code: severity for code, _, severity, _, _ in _ENTRIES}
HINTS: Final = {
    "REC01": "Give each requirement an id of its own.",
    "REC02": "Print an id before it.",
    "REC03": "Print an id before each requirement.",
    "REC04": "Write the requirement or withdraw the id.",
    "REC05": "Say whether it was withdrawn or lost.",
    "REC06": "Let somebody who reads the language write or review the tests of these requirements.",
    "REC07": "Correct the reference or add the requirement.",
    "REC08": "Compare it with the source and complete it.",
    "REC09": "If it is a requirement, give it an id.",
    "REC10": "Withdraw one, or say what distinguishes them.",
    "REC11": "Settle whether it is in force.",
    "REC12": "Rename one of them.",
    "REC13": "Write what is demanded.",
    "REC14": "Give each requirement an id that is unique in the document.",
    "REC15": "Check in the list of what was passed over that none is a requirement; print an id before each that is.",
    "REC17": "Give each row of the matrix an id, or let a requirement point to the table.",
    "REC18": "Where a criterion was meant, write what is seen when the requirement is met.",
    "REC19": "Write the item into the requirement's text, or as a requirement of its own.",
    "REC16": "Check that this is the requirements specification.",
    "REC22": "Say in a sentence at the table what has to happen below, above or inside these limits.",
    "REC20": "Say in a legend at the table what each mark means; these cells are not tested.",
    "REC21": "Put the matrix into the document, or correct the reference.",
}
