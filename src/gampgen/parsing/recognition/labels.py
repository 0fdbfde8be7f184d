"""What a column heading, a key of a key/value table or a label before a paragraph announces.

One vocabulary for the three, in English, German, French, Spanish, Dutch, Italian and Portuguese, with a few words of
Greek, Polish and Russian: a label is the same label whether it stands above a column or before a colon.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from typing import Final


class Label(StrEnum):
    """What stands under, beside or behind a label."""

    ID = "id"
    STATEMENT = "statement"
    DESCRIPTION = "description"
    TITLE = "title"
    ACCEPTANCE = "acceptance"
    PRIORITY = "priority"
    RISK = "risk"
    VERIFICATION = "verification"
    VALUE = "value"
    FLOW = "flow"
    NOTE = "note"
    SOURCE = "source"
    CATEGORY = "category"
    RESPONSE = "response"
    TEST = "test"
    TERM = "term"
    DEFINITION = "definition"
    ROLE = "role"
    VERSION = "version"
    DATE = "date"
    PERSON = "person"
    SIGNATURE = "signature"
    CHANGE = "change"
    DOCUMENT = "document"
    HAZARD = "hazard"
    ADMINISTRATION = "administration"
    SYSTEM = "system"
    FIELD = "field"


_REQUIREMENT: Final = (
    r"(?:(?:user|functional|non functional|system|business|technical|process|product|software|detailed|sub|"
    r"validation|customer|regulatory|quality|the|derived|parent)\s)*"
    r"(?:requirements?|reqs?|reqt|urs|ur|nfr|fr|srs|uc|use cases?|user need|user stor(?:y|ies)|anforderung(?:en|s)?|"
    r"benutzeranforderung(?:en|s)?|exigences?|requisitos?|requisit[oi]|requerimientos?|eis|eisen|vereisten?|"
    r"απαίτησης?|απαιτήσεις|wymagani[ea]|требовани[ея]|krav)"
)
_NUMBER: Final = (
    r"(?:ids?|identifiers?|identification|nr|no|nos|n|num|number|nummer|numéro|numero|número|#|ref|reference|refs|"
    r"code|key|tag|kennung|codice|código|identificador|identifiant|identificativo|identifikator|index|label|uid)"
)
# The first that fits counts. Matched against the whole label, folded by `folded`.
_PATTERNS: Final = tuple(
    (label, re.compile(pattern))
    for label, pattern in (
        (
            Label.SIGNATURE,
            (
                r"(?:.* )?(?:signatures?|signed|initials|unterschrift|visum|firma|handtekening|assinatura)"
                r"(?: .*)?"
            ),
        ),
        (
            Label.ACCEPTANCE,
            (
                r".*(?:accept|akzeptanz|abnahmekrit|aceptaci|accettazione|aceitação).*|(?:fit|pass|success)"
                r"(?: fail)? criteri(?:on|a)|expected (?:results?|outcomes?)|erwartetes ergebnis"
            ),
        ),
        (
            Label.DOCUMENT,
            (
                r"(?:related |reference |source )?(?:documents?|dokument|documento?s?|doc)(?: (?:id|no|nr|n|"
                r"number|nummer|title|titel|name|ref|reference|code|type|#|titre|título))?"
                r"|sop(?: (?:no|number|title|id))?"
            ),
        ),
        (
            Label.TEST,
            r"(?:.* )?(?:test(?: ?case)?s?|tc|test script|script|protocol|prüfung|prueba|prova)"
            r"(?: (?:steps?|" + _NUMBER + r"))?|steps?|step (?:no|#|number)|(?:test )?procedure|actual results?",
        ),
        (
            Label.ID,
            r"(?:"
            + _REQUIREMENT
            + r"|spec|specification|item|line|position)?\s?"
            + _NUMBER
            + r"|(?:sr|s|sl|ser|serial|lfd|lf|ref|item|n|unique|short|pos) "
            + _NUMBER
            + r"|pos|#|urs|ur|item|lfdnr|anforderungsnummer|anforderungs? ?(?:id|nr|nummer)|"
            + _NUMBER
            + r" (?:(?:de|del|della|do|der|of|d)\s)?(?:l\s)?"
            + _REQUIREMENT
            + r"|requirementid|reqid|ursid|unique (?:requirement )?(?:id|identifier)",
        ),
        (
            Label.VERSION,
            (
                r"(?:version|vers|rev|revision|issue|ausgabe|versión|versione|versie|versão|révision|edition)"
                r"(?: (?:no|nr|number|#|n))?"
            ),
        ),
        (
            Label.CHANGE,
            (
                r"(?:.* )?(?:changes?|amendments?|änderung(?:en)?|modifications?|cambios?|modifiche|"
                r"wijziging(?:en)?|alteraç(?:ão|ões))(?: .*)?|revision (?:summary|description)"
            ),
        ),
        (Label.DATE, r"(?:.* )?(?:date|dated|datum|fecha)(?: .*)?|data (?:di|da|de) .*"),
        (
            Label.TERM,
            (
                r"(?:(?:terms?|abbreviations?|acronyms?|abbr|begriffe?|abkürzung(?:en)?|kürzel|termes?|sigles?|"
                r"abréviations?|términos?|abreviaturas?|siglas?|termin[ei]|abbreviazion[ei]|afkorting(?:en)?|"
                r"begrip|termos?)(?: (?:or|and|und|et|y|e|of|en) | |$)?)+"
            ),
        ),
        (
            Label.DEFINITION,
            (
                r"(?:.* )?(?:definitions?|meaning|explanation|full form|expansion|stands for|bedeutung|"
                r"erklärung|erläuterung|définitions?|signification|significado|definición|definizione|"
                r"significato|betekenis|definitie|definição)"
            ),
        ),
        (
            Label.HAZARD,
            (
                r"(?:.* )?(?:hazards?|failure modes?|failure|mitigations?|detectability|probability|rpn|"
                r"occurrence|gefährdung|consequences?)(?: .*)?"
            ),
        ),
        (
            Label.RISK,
            (
                r"(?:.* )?(?:risk|risiko|risque|riesgo|rischio|risico|risco)(?: .*)?|criticality|crit|kritikalität|"
                r"criticité|criticidad|criticità|gxp.*|gmp.*|(?:.* )?critical(?: .*)?|severity"
            ),
        ),
        (
            Label.PRIORITY,
            (
                r"(?:.* )?(?:priority|prio|priorität|priorité|prioridad|priorità|prioriteit|prioridade|"
                r"priorytet|приоритет|moscow|importance|obligation|mandatory|essential|desirable|must should.*|m d|m o|"
                r"need want|wichtigkeit|muss kann|conformance)(?: .*)?"
            ),
        ),
        (
            Label.VERIFICATION,
            (
                r"(?:.* )?(?:verification|verifizierung|vérification|verificación|verifica|verificatie|"
                r"verificação|qualification|qualifizierung|validation method|method|dq|iq|oq|pq|fat|sat|"
                r"ppq|verified by|verifiable)(?: .*)?"
            ),
        ),
        (
            Label.NOTE,
            (
                r"(?:.* )?(?:comments?|remarks?|notes?|rationale|justification|background|bemerkung(?:en)?|"
                r"kommentare?|begründung|hinweise?|commentaires?|remarques?|observaciones|comentarios?|"
                r"osservazioni|opmerking(?:en)?|toelichting|observações|justificación|questions?|reason|"
                r"discussion|pre ?conditions?|vorbedingung(?:en)?|triggers?|assumptions?|dependenc(?:y|ies)|"
                r"example)|(?!requirement|detailed).* details"
            ),
        ),
        (
            Label.SOURCE,
            (
                r"(?:.* )?(?:source|origin|regulations?|regulatory reference|quelle|herkunft|fuente|fonte|bron|"
                r"url|reference|references|trace|traceability|link|clause|guideline|fs|frs|ds|hds|sds|parent|"
                r"design specification|functional specification)(?: .*)?"
            ),
        ),
        (
            Label.RESPONSE,
            (
                r"(?:.* )?(?:comply|complies|compliant|compliance|supplier|vendor|offered|response|y n|"
                r"yes no|observations?|erfüllt|ja nein|oui non|status|owner|stakeholder|zustand|état|estado|"
                r"stato)(?: .*)?"
            ),
        ),
        (
            Label.ROLE,
            (
                r"(?:user |system )?(?:roles?|user (?:class(?:es)?|groups?|types?)|actors?|profiles?|rollen?|"
                r"benutzerrollen?|akteure?|rôles?|rol|roles|ruol[oi]|papel|perfil(?:es)?|users?|acteurs?|actor(?:es)?"
                r")|primary actors?|roles? (?:name|title)|actor s"
            ),
        ),
        (
            Label.CATEGORY,
            (
                r"(?:.* )?(?:category|type|module|area|group|class|kategorie|bereich|typ|catégorie|categoría|"
                r"categoria|categorie|topic|subject|section|subsystem|component|page|thema|modul|chapter)"
            ),
        ),
        (
            Label.FLOW,
            (
                r"(?:.* )?(?:flow|flow of events|scenario|main success scenario|course of events|events|ablauf|"
                r"hauptszenario|steps|alternatives?|exceptions?|extensions?|post ?conditions?|nachbedingung(?:en)?"
                r"|scénario|escenario|normal course)"
            ),
        ),
        (
            Label.TITLE,
            r"(?:" + _REQUIREMENT + r" )?(?:title|name|titel|titre|título|titolo|bezeichnung|short name|"
            r"naam|nombre|nome|intitulé|short description|kurzbeschreibung|heading|caption)",
        ),
        (
            Label.STATEMENT,
            _REQUIREMENT + r"(?: (?:statements?|descriptions?|texts?|details?|specifications?|wording|"
            r"definition))?|.* shall|(?:anforderungs)(?:text|beschreibung)|description of "
            + _REQUIREMENT
            + r"|"
            + _REQUIREMENT
            + r" (?:and|or|with|\() ?.*|statements?|i (?:want|need)(?: to)?|(?:soll|muss) ?anforderung",
        ),
        (
            Label.DESCRIPTION,
            (
                r"(?:.* )?(?:descriptions?|texts?|specifications?|beschreibung|spezifikation|descripción|"
                r"descrizione|omschrijving|beschrijving|descrição|libellé|functions?|functionality|"
                r"features?|goal|objective|funktion|fonctions?|función|funzione|functie|περιγραφή|"
                r"описание|opis|summary|needs?)|(?:requirement |detailed )?details?"
            ),
        ),
        (
            Label.VALUE,
            (
                r"(?:.* )?(?:values?|limits?|thresholds?|range|targets?|units?|set ?points?|tolerances?|min|max|"
                r"minimum|maximum|grenzwerte?|werte?|valeurs?|valor(?:es)?|valor[ei]|waarden?|criteria|criterion|"
                r"parameters?|quantity|einheit|sollwert|accuracy)"
            ),
        ),
        (
            Label.PERSON,
            (
                r"(?:.* )?(?:author|prepared by|reviewed by|approved by|issued by|written by|checked by|autor|"
                r"auteur|verfasser|ersteller|changed by|updated by|updatedby|editor|publisher|responsible|"
                r"responsibility|responsibilities|department|designation|position|prüfer|approver|reviewer)"
            ),
        ),
        (
            Label.SYSTEM,
            (
                r"(?:system|systems|system name|name of (?:the )?system|product|product name|application|"
                r"application name|equipment|equipment name|systemname|software|software name|système|sistema|"
                r"computerised system|computerized system|systeem|anlage|gerät)"
            ),
        ),
        (
            Label.ADMINISTRATION,
            (
                r"(?:company|site|project|project code|location|copyright.*|lifecycle phase|phase|file.*"
                r"|language|classification|confidentiality|pages?|firma|standort|projekt|prepared|"
                r"reviewed|approved|distribution|business process|case status|use status|purpose|id)"
            ),
        ),
        (Label.FIELD, r"(?:control )?(?:field|item|attribute|property|key|feld|merkmal|aspect)"),
    )
)
_WORDS: Final = re.compile(r"[^\w#]+|_+")
_LONGEST: Final = 70
_SPECIFIC_ID: Final = re.compile(rf".*(?:{_REQUIREMENT}).*|requirementid|reqid|ursid")
ATTRIBUTES: Final = frozenset({
    Label.TITLE, Label.NOTE, Label.SOURCE, Label.CATEGORY, Label.RESPONSE, Label.TEST, Label.ROLE, Label.VERSION,
    Label.DATE, Label.PERSON, Label.SIGNATURE, Label.CHANGE, Label.DOCUMENT, Label.HAZARD, Label.ADMINISTRATION,
    Label.SYSTEM, Label.FIELD, Label.TERM, Label.DEFINITION,
})  # fmt: skip


def folded(text: str) -> str:
    """The label in small letters, punctuation taken as spaces: "Req. ID*" → "req id"."""
    return _WORDS.sub(" ", text.casefold()).strip()


@lru_cache(maxsize=4096)
def label_of(text: str) -> Label | None:
    """What the label `text` announces, or None where it is no label that we know."""
    if not text or len(text) > _LONGEST:
        return None
    plain = folded(text)
    return next((label for label, pattern in _PATTERNS if pattern.fullmatch(plain)), None) if plain else None


def names_requirement_id(text: str) -> bool:
    """Whether an id's label says outright that it numbers requirements ("URS-ID", "Anforderungs-Nr.")."""
    return _SPECIFIC_ID.fullmatch(folded(text)) is not None
