"""What a document says of itself: the name of its system, and the GAMP category that it claims."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from gampgen.domain.document import Block, Paragraph, Table, UrsDocument
from gampgen.domain.location import Location
from gampgen.domain.requirement import Term
from gampgen.parsing.recognition.draft import fold
from gampgen.parsing.recognition.grid import filled
from gampgen.parsing.recognition.identifiers import split_prefix
from gampgen.parsing.recognition.keyvalue import pairs
from gampgen.parsing.recognition.labels import Label, folded, label_of
from gampgen.parsing.recognition.sections import Section, SectionKind, is_lone_title

_CATEGORY: Final = (
    r"(?:categor(?:y|isation|ization)|class(?:ification)?|kategorie|klasse|catégorie|categoría|categoria|categorie)"
)
_LABELLED: Final = re.compile(
    rf"(?P<name>(?:[^\s:|]{{1,20}} ){{0,4}}{_CATEGORY})(?: \([^()]{{1,20}}\))?\s*[:=|–-]\s*(?P<value>\S.{{0,200}})",
    re.IGNORECASE,
)
_NAMES_GAMP: Final = re.compile(r"gamp|target|software|system|validation", re.IGNORECASE)
_SAYS_CATEGORY: Final = re.compile(
    rf"{_CATEGORY}\s*(?:1|3|4|5|I|III|IV|V)\b|gamp|\A\W*[1345]\b|\b(?:standard|non-?configured|configur\w+|"
    r"custom\w*|bespoke|infrastructure|ambiguous|cots|off-the-shelf)\b", re.IGNORECASE,
)  # fmt: skip
_PHRASE: Final = re.compile(rf"\bgamp(?:®|\s)*5?[\s,:-]*(?:software |system )?{_CATEGORY}\s*([1345])\b", re.IGNORECASE)
_KINDS_OF_PAPER: Final = (
    r"(?:user requirements? specifications?|user requirements?|requirements? specifications?|urs|lastenheft|"
    r"benutzeranforderungen|cahier des charges(?: utilisateurs?)?|especificación de requisitos(?: del? usuario)?|"
    r"eisenspecificatie|gebruikerseisen|specifica dei requisiti(?: utente)?|"
    r"especificação de requisitos(?: d[oe] (?:utilizador|usuário))?)\b"
)
_AFTER_KIND: Final = re.compile(
    rf"\W*{_KINDS_OF_PAPER}\W*(?:\(urs\)\W*)?(?:for|of|für|pour|para|per|voor)?\W*(?:the |an? )?(?P<name>.+)",
    re.IGNORECASE,
)
# In both, work grows with the length of a heading, be it nothing but dashes: no two neighbours may take the same sign.
_ONLY_KIND: Final = re.compile(rf"\W*{_KINDS_OF_PAPER}(?:\W*(?:urs|ursd)\)?)?\W*", re.IGNORECASE)
_BEFORE_KIND: Final = re.compile(
    rf"(?P<name>.*?[^\s:–—|-])[\s:–—|-]+{_KINDS_OF_PAPER}(?:\W*\(urs\))?\W*", re.IGNORECASE
)
_INTRODUCED: Final = re.compile(
    r"(?:this|the) (?:urs|document|user requirements? specification|specification)(?: \(urs\))? (?:defines|describes|"
    r"specifies|outlines|covers|captures|contains|states|sets out)(?: the)?(?: [\w-]{1,20}){0,2}"
    r"(?: requirements?| needs)"
    r"(?: for| of)? (?:the |an? )?(?P<name>[^.;,:]{3,80}?)"
    r"(?=:|\s(?:to|that|which|used|using|intended|at|in|within|including|capable|and how)\b|[.;,]|\Z)",
    re.IGNORECASE,
)
_NAMED: Final = re.compile(
    r"(?:system|product|application|equipment|software)(?: name)?\s*:\s*(\S.{0,80})\Z", re.IGNORECASE
)
_TITLE_LONGEST: Final = 100
_PROJECT: Final = re.compile(r"project(?: name)?\s*:\s*(\S.{0,100})", re.IGNORECASE)


def stated_lines(placed: Iterable[tuple[Block, Section]]) -> Iterator[tuple[str, str, Location, Section]]:
    """(label, text, place, section) of each paragraph and each label/value pair; the label "" for paragraphs."""
    for block, section in placed:
        if isinstance(block, Table):
            for row in block.rows:
                cells = filled(row)
                for name, value in pairs(row) if len(cells) > 1 else []:
                    yield fold(name.text).rstrip(":").strip(), fold(value.text), row.location, section
                if len(cells) == 1:
                    yield "", fold(cells[0].text), row.location, section
        else:
            for line in block.text.splitlines():
                yield "", fold(line), block.location, section


def claimed_category(placed: Iterable[tuple[Block, Section]]) -> Term | None:
    """The category that the document states for itself: a labelled line first, else a phrase; None without either."""
    phrase: Term | None = None
    for label, text, location, section in stated_lines(placed):
        line = f"{label}: {text}" if label else text
        found = _LABELLED.match(line)
        if found and _NAMES_GAMP.search(found["name"] + " " + found["value"]) and _SAYS_CATEGORY.search(found["value"]):
            quote = f"{label} | {text}" if label else text
            return Term(name=found["name"].strip(), meaning=found["value"].strip(), quote=quote, location=location)
        digits = set(_PHRASE.findall(text))
        if phrase is None and len(digits) == 1 and section.purpose != "a legend":
            match = _PHRASE.search(text)
            said = match.group() if match else text
            phrase = Term(name="GAMP category", meaning=said, quote=text, location=location)
    return phrase


def system_name(document: UrsDocument, placed: Iterable[tuple[Block, Section]]) -> str:
    """The name of the system specified: from a "System" label, the title, or the introduction; "" without any."""
    introduced = project = ""
    margins = (("", fold(line), None, Section()) for line in document.margins)
    for label, text, _, section in (*margins, *stated_lines(placed)):
        if label and label_of(label) is Label.SYSTEM and text and label_of(text) is None:
            return text
        if not label and section.kind is not SectionKind.REQUIREMENT:
            if named := _NAMED.match(text):
                return named.group(1).strip(" \"'")
            if not introduced and (found := _INTRODUCED.search(text)):
                introduced = found["name"].strip()
        if not project and (found := _PROJECT.fullmatch(f"{label}: {text}" if label else text)):
            project = found.group(1).strip(" \"'")
    return name_in_title(document.title) or introduced or project


def opening_title(document: UrsDocument) -> str:
    """The title of a document that marks none: its first line, where it is bold, in capitals or names the paper.

    A first line that only names the kind of paper has the next one added: "URS – Cold room monitoring".
    """
    lines: list[Paragraph] = []
    for block in document.blocks[:2]:
        text = fold(block.text) if isinstance(block, Paragraph) else ""
        if not isinstance(block, Paragraph) or not text or len(text) > _TITLE_LONGEST or text[-1] in ".;,:?!":
            break
        lines.append(block)
    texts = [fold(line.text) for line in lines]
    if not texts or split_prefix(texts[0]) is not None:
        return ""
    if not (is_lone_title(lines[0]) or texts[0].isupper() or re.search(_KINDS_OF_PAPER, texts[0], re.IGNORECASE)):
        return ""
    return " – ".join(texts) if _ONLY_KIND.fullmatch(texts[0]) else texts[0]


def name_in_title(title: str) -> str:
    """The system's name in a title: "URS-001: Chromatography Data System" → "Chromatography Data System"."""
    text = fold(title)
    if (prefix := split_prefix(text)) and prefix.rest:
        text = prefix.rest
    if _ONLY_KIND.fullmatch(text):
        return ""
    for pattern in (_AFTER_KIND, _BEFORE_KIND):
        if found := pattern.fullmatch(text):
            name = found["name"].strip(" -–—:|")
            return "" if folded(name) in {"urs", "v", "ursd"} else name
    if re.search(_KINDS_OF_PAPER, text, re.IGNORECASE):
        return ""
    return text if prefix else ""
