"""The outline of a document: which part of it a block stands in, and what that part is for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from gampgen.domain.document import Block, Heading, Paragraph
from gampgen.parsing.recognition.labels import folded


class SectionKind(StrEnum):
    """What a part of the document is for. Nothing is taken from an APPARATUS section."""

    REQUIREMENT = "requirement"
    NEUTRAL = "neutral"
    NARRATIVE = "narrative"
    APPARATUS = "apparatus"


@dataclass(frozen=True, slots=True)
class Section:
    """A place in the outline.

    `path` holds (number, title) from the top; `purpose` says in words what an APPARATUS or NARRATIVE section is.
    `ordinal` counts the headings of the document, 0 before the first.
    """

    path: tuple[tuple[str, str], ...] = ()
    kind: SectionKind = SectionKind.NEUTRAL
    purpose: str = ""
    ordinal: int = 0

    @property
    def number(self) -> str:
        """The number of the innermost heading, or ""."""
        return self.path[-1][0] if self.path else ""

    @property
    def title(self) -> str:
        """The text of the innermost heading, or ""."""
        return self.path[-1][1] if self.path else ""

    @property
    def in_words(self) -> str:
        """The path as people write it: "3 Functional requirements / 3.2 Alarms"."""
        return " / ".join(f"{number} {title}".strip() for number, title in self.path)

    def below(self, number: str, title: str) -> Section:
        """The section under a heading that is none of the document's outline: a band in a table."""
        return Section((*self.path, (number, title)), self.kind, self.purpose, self.ordinal)


_REQUIREMENTS: Final = re.compile(
    r".*\b(?:requirements?|anforderungen|benutzeranforderungen|exigences?|requisitos|requisiti|requerimientos|eisen|"
    r"απαιτήσεις|wymagania|требования|krav|user needs|use cases?|user stories)\b.*|.*anforderungen"
)
# Parts that stay what they are wherever they stand.
_ALWAYS_APPARATUS: Final = (
    (
        "the table of contents",
        (
            r"(?:table of )?contents?|inhalt(?:sverzeichnis)?|sommaire|table des matières|índice|"
            r"contenido|indice|inhoud(?:sopgave)?|list of (?:tables|figures).*"
        ),
    ),
    (
        "a list of references",
        (
            r"(?:.* )?(?:references|bibliography|referenzen|références|referencias|riferimenti|"
            r"referenties|literatur|related documents?|reference documents?|referenced documents|"
            r"applicable documents|mitgeltende.*|documents? de référence|governing .*|"
            r"references? and .*|normative references?)"
        ),
    ),
    (
        "a glossary",
        (
            r"(?:.* )?(?:glossary|abbreviations?|acronyms?|definitions?|terminology|glossar|abkürzung(?:en|"
            r"sverzeichnis)|begriffe.*|glossaire|abréviations|glosario|abreviaturas|definiciones|glossario|"
            r"abbreviazioni|definizioni|begrippen(?:lijst)?|afkortingen)(?: .*)?|terms"
        ),
    ),
    (
        "a legend",
        (
            r"legende?(?: .*)?|légende(?: .*)?|(?:.* )?conventions?|(?:(?:category|priority|risk|colour|color) )?"
            r"keys?|priority (?:definitions?|scale|levels?|classification)(?: .*)?|requirements? (?:attributes|"
            r"quality|types|format|ids?|identification|identifiers|numbering|structure)|how to read .*|"
            r"prioriti[sz]ation|(?:moscow|risk) (?:definitions?|classes|levels|scale)"
        ),
    ),
    (
        "a traceability part",
        (
            r"(?:.* )?(?:traceability|trace matri(?:x|ces)|cross references?|rtm|rückverfolgbarkeit|"
            r"traçabilité|trazabilidad|tracciabilità)(?: .*)?"
        ),
    ),
)
# Parts of the document's own administration; below a requirements heading the same words name a topic.
_TOP_APPARATUS: Final = (
    (
        "the revision history",
        (
            r"(?:.* )?(?:revision|change|document|version) (?:history|log|record|control table)|"
            r"history of changes|amendments?|änderungshistorie|revisionshistorie|historique.*|"
            r"historial.*|control de cambios|cronologia.*|versiegeschiedenis|revisions?|changelog"
        ),
    ),
    (
        "the approval page",
        (
            r"(?:.* )?(?:approvals?|approval (?:page|record|s? ?signatures?)|signatures?|sign ?off|"
            r"sign off|genehmigung(?:en)?|freigabe|approbations?|aprobación(?:es)?|approvazione|"
            r"goedkeuring|unterschriften)(?: (?:page|sheet|record|list|and .*))?"
        ),
    ),
    (
        "the document's control data",
        (
            r"document (?:control|information|details|data|identification|properties)|"
            r"distribution(?: list)?|dokumentenlenkung|change control|metadata|"
            r"instructions?|info"
        ),
    ),
    ("the annexes", r"(?:list of )?(?:attachments|annexes|appendices|figures|tables)"),
    ("a list of open points or deviations", r"(?:.* )?(?:open (?:points|issues|questions)|deviations|issues)"),
)
_NARRATIVE: Final = (
    (
        "the introduction",
        (
            r"(?:introduction|background|preface|foreword|einleitung|einführung|hintergrund|contexte|"
            r"introducción|antecedentes|introduzione|inleiding|introdução|executive summary|general "
            r"information|preamble|about .*)(?: .*)?"
        ),
    ),
    (
        "the purpose and scope",
        (
            r"(?:(?:document |project |system |in |out of )?(?:purpose|scope|objectives?|aims?|goals?"
            r"|intended use|exclusions)|out of scope|zweck|geltungsbereich|ziel|objet|objectif|"
            r"portée|domaine d.*|propósito|alcance|objetivo|scopo|campo di .*|doel|"
            r"toepassingsgebied|intended audience)(?: .*)?"
        ),
    ),
    (
        "a description",
        (
            r"(?:(?:system|general|product|process|overall|business|current|existing|project) )?(?:overview|"
            r"description|context|perspective|landscape|systembeschreibung|überblick|descripción|"
            r"descrizione|beschrijving|environment|operating environment)(?: .*)?"
        ),
    ),
    (
        "a list of assumptions, constraints or dependencies",
        (
            r"(?:.* )?(?:assumptions?|constraints?|dependenc(?:y|ies)|"
            r"annahmen|randbedingungen|hypothèses|contraintes|"
            r"supuestos|restricciones|vincoli|aannames|limitations)"
            r"(?: .*)?"
        ),
    ),
    (
        "a list of roles or responsibilities",
        (
            r"(?:.* )?(?:roles?|responsibilit(?:y|ies)|stakeholders?|user (?:classes|"
            r"groups|types|profiles|characteristics)|verantwortlichkeiten|rollen|"
            r"responsabilités|responsabilidades|responsabilità|"
            r"verantwoordelijkheden)(?: .*)?"
        ),
    ),
)
_COMPILED: Final = {
    name: tuple((purpose, re.compile(pattern)) for purpose, pattern in group)
    for name, group in (("always", _ALWAYS_APPARATUS), ("top", _TOP_APPARATUS), ("narrative", _NARRATIVE))
}
_NUMBER: Final = re.compile(r"((?:\d+(?:\.\d+)*|[A-Z](?:\.\d+)+|[IVX]{1,5})\.?)\s+(?=\S)")
_TITLE_LONGEST: Final = 80


def _purpose(group: str, title: str) -> str:
    return next((purpose for purpose, pattern in _COMPILED[group] if pattern.fullmatch(title)), "")


def kind_of(title: str, parent: Section) -> tuple[SectionKind, str]:
    """What the section under the heading `title` is for, and in words where it is not for requirements."""
    plain = folded(title)
    if len(plain) > _TITLE_LONGEST:
        return parent.kind, parent.purpose
    below_requirements = parent.kind is SectionKind.REQUIREMENT
    if purpose := _purpose("always", plain) or ("" if below_requirements else _purpose("top", plain)):
        return SectionKind.APPARATUS, purpose
    narrative = _purpose("narrative", plain)
    stated = _REQUIREMENTS.fullmatch(plain) and (not narrative or plain.endswith(("requirements", "anforderungen")))
    if below_requirements or stated:
        return SectionKind.REQUIREMENT, ""
    return (SectionKind.NARRATIVE, narrative) if narrative else (parent.kind, parent.purpose)


def is_lone_title(block: Paragraph) -> bool:
    """Whether a paragraph is a heading without the style: bold as a whole, short, no full stop, no list label."""
    text = block.text.strip()
    return bool(
        text
        and block.lead.strip() == text
        and len(text) <= _TITLE_LONGEST
        and text[-1] not in ".:;,?!"
        and block.depth is None
    )


def split_number(text: str) -> tuple[str, str]:
    """The number typed before a heading's text and the text: "3.2 Alarms" → ("3.2", "Alarms")."""
    found = _NUMBER.match(text)
    return (found.group(1).rstrip("."), text[found.end() :]) if found else ("", text)


def walk(blocks: tuple[Block, ...], title: str) -> Iterator[tuple[Block, Section]]:
    """Each block with the section that it stands in; a heading with the section that it opens.

    A first heading that repeats the document's title opens no section of its own.
    """
    stack: list[tuple[int, Section]] = [(0, Section())]
    ordinal = 0
    for block in blocks:
        if isinstance(block, Heading):
            ordinal += 1
            while len(stack) > 1 and stack[-1][0] >= block.level:
                stack.pop()
            parent = stack[-1][1]
            number, text = block.number.strip().rstrip("."), " ".join(block.text.split())
            if not number:
                number, text = split_number(text)
            if ordinal == 1 and block.level <= 1 and folded(text) == folded(title):
                yield block, parent
                continue
            kind, purpose = kind_of(text, parent)
            stack.append((block.level, Section((*parent.path, (number, text)), kind, purpose, ordinal)))
        yield block, stack[-1][1]


def names_requirements(title: str) -> bool:
    """Whether a heading says outright that requirements follow."""
    return _REQUIREMENTS.fullmatch(folded(title)) is not None
