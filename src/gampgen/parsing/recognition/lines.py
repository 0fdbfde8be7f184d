"""What one line gives away: its number, its bold title or lead-in, the statements that it holds."""

from __future__ import annotations

import re
from typing import Final

from gampgen.domain.document import Paragraph
from gampgen.domain.requirement import IdSource
from gampgen.parsing.recognition.cells import is_bullet
from gampgen.parsing.recognition.draft import fold
from gampgen.parsing.recognition.identifiers import Prefixed
from gampgen.parsing.recognition.obligation import Obligation, demands, sentences

_TYPED_NUMBER: Final = re.compile(r"(\d{1,4}(?:\.\d{1,4})+[a-z]?)[.:)]?\s+(?=\S)")
LED_IN: Final = re.compile(r"\S.{0,78}[:.]\s*\Z")
_LONGEST_LABEL: Final = 4
_NAME: Final = 2


def is_bare_label(text: str) -> bool:
    """Whether a line could be a label by its length and its end."""
    return len(text.split()) <= _LONGEST_LABEL and not text.endswith(".")


def bold_title(block: Paragraph, found: Prefixed) -> str:
    """The bold words after the id, where only the beginning of the statement is bold: "**URS-1 Login:** …"."""
    lead = fold(block.lead)
    if not lead or lead == fold(block.text):
        return ""
    at = lead.find(found.id)
    title = lead[at + len(found.id) :].lstrip("])>}:.–- ") if at >= 0 else lead
    return "" if demands(title) else title


def number(block: Paragraph, text: str) -> tuple[str, str, IdSource]:
    """The number of several levels, or the automatic number, that a paragraph bears; its text; where it comes from."""
    if block.label and not is_bullet(block.label):
        source = IdSource.NUMBERING if block.number_automatic else IdSource.DOCUMENT
        return block.label.strip().rstrip(".:)"), text, source
    found = _TYPED_NUMBER.match(text)
    return (found.group(1) if found else "", text[found.end() :] if found else text, IdSource.DOCUMENT)


def statements(text: str) -> list[str]:
    """A paragraph's statements: each from a demanding sentence up to the next, what stands before with the first."""
    parts: list[list[str]] = []
    demanded = False
    for sentence in sentences(text):
        if not parts or (demanded and demands(sentence)):
            parts.append([])
        demanded = demanded or demands(sentence)
        parts[-1].append(sentence)
    return [" ".join(part) for part in parts]


def lead_in(block: Paragraph, text: str) -> tuple[str, str]:
    """A bold lead-in and the statement after it: "**Backup:** The system …"."""
    lead = fold(block.lead)
    if not lead or not text.startswith(lead) or lead == text or demands(lead):
        return "", text
    rest = text[len(lead) :].lstrip(":.–- ")
    led_in = demands(rest, Obligation.IMPERATIVE) or (LED_IN.match(lead) is not None and len(rest.split()) > _NAME)
    return (lead.rstrip(":.–- "), rest) if led_in else ("", text)
