"""How strongly a sentence demands something, judged by its words alone.

Only as much as recognition needs: whether a line is worded as a requirement. What the sentence means is the business of
`gampgen.parsing.statement`.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache
from typing import Final

_KEPT: Final = 32_768  # texts whose answer is kept: a line is asked about some eight times


class Obligation(IntEnum):
    """How a text is worded, weakest first."""

    NONE = 0
    PERMISSIVE = 1
    IMPERATIVE = 2
    BINDING = 3


# Modal words of the requirement languages. ISO/IEC/IEEE 29148 §5.2.4 knows shall, should, may and will; URSs use more.
_BINDING: Final = re.compile(
    r"\b(?:shall|must|should|has to|have to|needs? to|(?:is|are) (?:to be|required|obliged|mandatory|able to)"
    r"|(?:is|are) (?:not )?(?:allowed|permitted|forbidden|prohibited)|ought to|will|cannot|must not"
    r"|(?:may|can) (?:not|only|never|no longer)(?! (?:be )?(?:complete|exhaustive|apply|applicable|relevant))"
    r"|(?:system|software|application|device|the user|solution|interface|tool|platform|equipment) (?:needs"
    r"|requires)"
    r"|as an? [^.;:]{1,80}?,? (?:i|we) (?:want|need|wish|would like|can|must|should)"
    r"|muss|müssen|soll|sollen|sollte|sollten|darf|dürfen|hat zu|haben zu|ist zu|sind zu"
    r"|doit|doivent|devra|devront|devrait|il faut|est tenu|est requis\w*|est obligatoire"
    r"|debe|deben|deberá|deberán|debería|deberían|tiene que|tienen que|ha de|han de|es obligatorio|es necesario"
    r"|moet|moeten|dient|dienen|zal|zullen|behoort|mag niet|mogen niet"
    r"|deve|devono|dovrà|dovranno|dovrebbe|è necessario|è richiest\w*"
    r"|devem|deverá|deverão|deveria|deveriam|tem de|tem que|têm de|é obrigatório"
    r"|musi|muszą|powinien|powinna|powinno|powinny|skal|skall|ska|måste|bör|må"
    r"|πρέπει|οφείλει|должен|должна|должно|должны|необходимо|phải)\b"
    r"|해야|しなければ|なければなら|必须|应当|應|须",
    re.IGNORECASE,
)
_PERMISSIVE: Final = re.compile(
    r"\b(?:can|may|could|might|would|kann|können|könnte|peut|peuvent|pourra|puede|pueden|podrá|kan|kunnen|può|possono"
    r"|pode|podem|poderá|μπορεί|может|могут|może|mogą)\b",
    re.IGNORECASE,
)
_IMPERATIVE: Final = re.compile(
    r"(?:(?:always|never|do not|only|automatically|securely) )?(?:accept|access|acknowledge|acquire|activate|adapt|add|"
    r"adhere|adjust|aggregate|alert|align|allocate|allow|analy[sz]e|apply|approve|archive|assemble|assign|attach|audit|"
    r"authenticate|authori[sz]e|automate|avoid|back ?up|be able|block|build|calculate|calibrate|capture|change|check|"
    r"collect|compare|complete|comply|compute|configure|confirm|connect|consolidate|control|convert|copy|correct|create|"
    r"customi[sz]e|deactivate|define|delete|deliver|deny|deploy|design|detect|determine|develop|disable|display|"
    r"distinguish|distribute|document|download|edit|email|enable|encrypt|enforce|ensure|enter|establish|evaluate|"
    r"exchange|execute|export|extract|facilitate|filter|flag|force|forward|generate|grant|group|guarantee|guide|handle|"
    r"have|hide|highlight|identify|implement|import|include|indicate|inform|initiate|inspect|install|integrate|"
    r"interface|issue|keep|limit|link|list|load|lock|log|maintain|make|manage|map|mark|measure|merge|migrate|monitor|"
    r"notify|obtain|offer|open|operate|perform|permit|preserve|present|prevent|print|process|produce|prohibit|prompt|"
    r"protect|provide|read|receive|reconcile|record|reduce|refuse|register|reject|release|remind|remove|render|replace|"
    r"report|require|reset|restore|restrict|retain|retrieve|return|review|route|run|save|scan|schedule|search|secure|"
    r"select|send|separate|set|set ?up|show|sign|simulate|sort|specify|start|stop|store|submit|suggest|support|switch|"
    r"synchroni[sz]e|test|trace|track|transfer|transform|transmit|trend|trigger|undo|update|upload|use|validate|verify|"
    r"view|warn|write|zoom)\b(?!\s*(?:of|and|is|are|was|has|:|-)\b)",
    re.IGNORECASE,
)
# A sentence about the document or its requirements, not about the system.
_ABOUT_DOCUMENT: Final = re.compile(
    r"\W*(?:(?:all|each|every|any|these|those|the|following|this|must|should|shall|mandatory|user|functional|"
    r"listed|present|its|our|stated)\W+){0,4}(?:requirements?|urs|ursd|specification document|requirements "
    r"specification|"
    r"anforderungen|exigences|requisitos|requisiti|eisen)\b"
    r"|\W*(?:(?:in|the|scope|purpose|objective|aim|goal|intent|of|current|present)\W+){0,4}(?:this|present) "
    r"(?:user |requirements? |urs )?(?:document|urs|specification|section|chapter|table|protocol|paper|appendix|"
    r"annex)\b"
    r"|\W*(?:dieses|das vorliegende|le présent|ce|este|dit|questo|il presente) (?:dokument|document|documento)\b"
    r"|\W*(?:the )?(?:purpose|objective|aim|scope) (?:of|is)\b|\W*(?:see|refer to|note that|for details)\b"
    r"|.{0,80}\b(?:of|in|to|by) (?:this|the present) (?:document|urs|specification)\b",
    re.IGNORECASE,
)
_SENTENCE_END: Final = re.compile(r"(?<=[.!?;])\s+(?=[\"“(\[]?[^\W\d_a-zà-ÿ])|(?<=[。！？])")


@lru_cache(maxsize=_KEPT)
def obligation(text: str) -> Obligation:
    """How `text` is worded: the strongest wording found in it."""
    if _BINDING.search(text):
        return Obligation.BINDING
    if _IMPERATIVE.match(text):
        return Obligation.IMPERATIVE
    return Obligation.PERMISSIVE if _PERMISSIVE.search(text) else Obligation.NONE


@lru_cache(maxsize=_KEPT)
def speaks_of_document(text: str) -> bool:
    """Whether the sentence is about the document or its requirements: "This URS defines …"."""
    return _ABOUT_DOCUMENT.match(text) is not None


def demands(text: str, least: Obligation = Obligation.BINDING) -> bool:
    """Whether `text` demands something of the system, worded at least as strongly as `least`."""
    return obligation(text) >= least and not speaks_of_document(text)


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph, cut at a full stop before a capital letter; joined by spaces they give it again."""
    return [part for part in _SENTENCE_END.split(text) if part]
