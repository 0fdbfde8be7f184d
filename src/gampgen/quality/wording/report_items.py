"""RQ49 Report without content.

A report is compared item by item. Without its content and format only its existence can be tested.

Bad: A batch report shall be printed.
Good: A user with the role <QA Reviewer> shall be able to print the batch report as PDF with the items of table <n>,
page x of y, print time and user.
"""

from __future__ import annotations

import re

from gampgen.domain.finding import FindingSeverity
from gampgen.quality.interface import Scope, Subject, missing, wording_rule

_REPORTS = re.compile(
    r"\b(?:reports?|certificates?|labels?|records?|documents?|printouts?)\s+(?:shall|must)\s+be\s+(?:printed|generated"
    r"|produced|created|issued|available)\b"
    r"|(?:\b(?:shall|must)\b[^.;]{0,60}?\b|\A\W*)(?:print|generate|produce|create|provide|issue)\b[^.;]{0,40}?"
    r"\b(?:reports?|certificates?|printouts?|records?)\b",
    re.IGNORECASE,
)
_REPORT_WORD = re.compile(r"\b(?:report|print|certificate)", re.IGNORECASE)
_ITEMS = {
    "content": re.compile(
        r"\b(?:contain\w*|includ\w+|list\w*|with\s+(?!in\b)|show\w*|items?|columns?|fields?|of\s+all|consist\w*"
        r"|according\s+to|template)\b",
        re.IGNORECASE,
    ),
    "format": re.compile(r"\b(?:PDF|paper|CSV|Excel|XML|format\w*|A4|template|printer)\b", re.IGNORECASE),
}
_OTHER_MATTER = re.compile(r"\b(?:within|audit\s+trail|calculat\w+)\b", re.IGNORECASE)


def check(subject: Subject) -> tuple[str, ...]:
    """Content and format, where the requirement asks for a report and gives neither."""
    if not _REPORTS.search(subject.text) or not _REPORT_WORD.search(subject.text) or _OTHER_MATTER.search(subject.text):
        return ()
    return missing(subject.context, _ITEMS)


RULE = wording_rule(
    __doc__,
    check,
    source="gampgen; 21 CFR 11.10(b)",
    severity=FindingSeverity.INFO,
    message="The report: not said are {words}.",
    hint="Say what it holds: items of table <n>, as <PDF>, with page x of y, date and time, user.",
    scope=Scope.REQUIREMENT,
    quoting=False,
)
