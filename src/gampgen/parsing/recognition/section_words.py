"""How the parts of a requirement document are headed, in the languages that requirement documents are written in.

Each group maps what a part is, in words, to the headings that name it: one pattern a line, matched against the whole
heading as `labels.folded` gives it. A heading that merely contains such a word ("Access, signatures and records",
"Sample traceability") is a topic and must not match: what stands under a wrong guess would be lost.
"""

from __future__ import annotations

import re
from typing import Final

_ALWAYS: Final = {
    "the table of contents": """
        (?:table of )?contents?
        inhalt(?:sverzeichnis)?
        sommaire|table des matières
        índice|indice|contenido
        inhoud(?:sopgave)?
        list of (?:tables|figures).*
        """,
    "a list of references": """
        (?:(?:governing|normative|cross|regulatory|external|internal|applicable|document|further) )?references?
        references? and .*
        bibliography|literatur|referenzen|références|referencias|riferimenti|referenties|referências
        (?:related|reference|referenced|applicable|associated|supporting) documents?(?: and .*)?
        mitgeltende .*|documents de référence|governing .*
        """,
    "a glossary": """
        (?:list of |table of )?(?:glossary|abbreviations?|acronyms?|definitions?)(?: (?:and|or|of terms) ?.*)?
        terminology
        terms(?: (?:and|used) .*)?
        glossar|abkürzung(?:en|sverzeichnis)(?: und .*)?|begriffe(?: und .*)?|begriffsbestimmungen|definitionen
        glossaire|abréviations(?: et .*)?|définitions(?: et .*)?
        glosario|abreviaturas|definiciones(?: y .*)?
        glossario|abbreviazioni|definizioni(?: e .*)?
        begrippen(?:lijst)?|afkortingen|definities
        """,
    "a legend": """
        legende?|légende
        (?:document |requirements? |naming )?conventions?
        (?:(?:category|priority|risk|colour|color) )?keys?
        priority (?:definitions?|scale|levels?|classification)
        requirements? (?:attributes|quality|types|format|ids?|identification|identifiers|numbering|structure)
        how to read .*
        (?:requirements? )?prioriti[sz]ation
        (?:moscow|risk|criticality) (?:definitions?|classes|levels|scale)
        """,
    "a traceability part": """
        (?:requirements? )?traceability(?: (?:matri(?:x|ces)|and cross references))?(?: .*)?
        trace matri(?:x|ces)|rtm|cross references?
        rückverfolgbarkeit(?:smatrix)?|matrice de traçabilité|matriz de trazabilidad|matrice di tracciabilità
        """,
}
_TOP: Final = {
    "the revision history": """
        (?:document )?(?:revision|change|version) (?:history|log|record|control table)
        document history|history of changes|amendments?|revisions?|changelog
        änderungshistorie|revisionshistorie|änderungsverzeichnis
        historique(?: .*)?|historial(?: .*)?|control de cambios|cronologia .*|versiegeschiedenis
        """,
    "the approval page": """
        (?:document |review and |protocol )?approvals?(?: (?:page|sheet|record|list|signatures|and .*))?
        signatures?(?: (?:page|sheet|list))?
        (?:document )?sign ?off(?: (?:page|sheet))?|signoff
        genehmigung(?:en)?|freigabe|unterschriften
        approbations?|aprobación(?:es)?|approvazione|goedkeuring|aprovação
        """,
    "the document's control data": """
        document (?:control|information|details|data|identification|properties)
        distribution(?: list)?|dokumentenlenkung|metadata|instructions?|info
        """,
    "the annexes": """
        (?:list of )?(?:attachments|annexes|appendices|figures|tables)
        """,
    "a list of open points or deviations": """
        open (?:points|issues|questions)|known issues|(?:documented|approved) deviations
        """,
}
_NARRATIVE: Final = {
    "the introduction": """
        (?:introduction|background|preface|foreword|preamble|executive summary|general information)(?: .*)?
        about .*
        (?:einleitung|einführung|hintergrund|contexte|introducción|antecedentes|introduzione|inleiding)(?: .*)?
        introdução(?: .*)?
        """,
    "the purpose and scope": """
        (?:(?:document|project|system|in|out of) )?(?:purpose|scope|objectives?|aims?|goals?|intended use)(?: .*)?
        out of scope|exclusions|intended audience|non ?requirements|(?:what is )?not (?:part|in the scope) of .*
        (?:zweck|geltungsbereich|ziel|objet|objectif|portée|propósito|alcance|objetivo|scopo|doel)(?: .*)?
        domaine d .*|campo di .*|toepassingsgebied
        """,
    "a description": """
        (?:(?:system|general|product|process|overall|business|current|existing) )?(?:overview|description)(?: .*)?
        project (?:overview|description)
        (?:(?:system|general|product|business) )?(?:context|perspective|landscape|operating environment|environment)
        systembeschreibung|überblick|descripción(?: .*)?|descrizione(?: .*)?|beschrijving(?: .*)?
        """,
    "a list of assumptions, constraints or dependencies": """
        (?:.* )?(?:assumptions?|constraints?|dependenc(?:y|ies)|limitations)(?: and .*)?
        annahmen|randbedingungen|hypothèses|contraintes|supuestos|restricciones|vincoli|aannames
        """,
    "a list of roles or responsibilities": """
        (?:user )?(?:roles?|responsibilit(?:y|ies)|stakeholders?)(?: and (?:responsibilities|roles|users))?
        user (?:classes|groups|types|profiles|characteristics)(?: and .*)?
        verantwortlichkeiten|rollen|responsabilités|responsabilidades|responsabilità|verantwoordelijkheden
        """,
}


def _compiled(group: dict[str, str]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (purpose, re.compile("|".join(line.strip() for line in lines.strip().splitlines())))
        for purpose, lines in group.items()
    )


# Parts that stay what they are wherever they stand.
ALWAYS_APPARATUS: Final = _compiled(_ALWAYS)
# Parts of the document's own administration; below a requirements heading the same words name a topic.
TOP_APPARATUS: Final = _compiled(_TOP)
# Parts that tell rather than demand.
NARRATIVE: Final = _compiled(_NARRATIVE)
REQUIREMENTS: Final = re.compile(
    r".*\b(?:requirements?|anforderungen|benutzeranforderungen|exigences?|requisitos|requisiti|requerimientos|eisen|"
    r"απαιτήσεις|wymagania|требования|krav|user needs|use cases?|user stories)\b.*|.*anforderungen"
)
