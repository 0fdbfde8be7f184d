"""The field's words for each kind of requirement (docs/test-design, archetypes 1-24), as patterns over whole words.

Each pattern is one alternation without nested quantifiers. Word senses are part of the pattern: a user interface is no
interface, a retention time of a chromatogram is no retention period, a HEPA filter filters no records.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from gampgen.domain.statement import Archetype

_LETTERS = 3
_GUARDS = re.compile(r"\(\?<[!=][^)]*\)")
_OPENING_WORD = re.compile(r"(?<![\w-])\w{1,3}")


@dataclass(frozen=True, slots=True)
class Cue:
    """The pattern of one archetype; `openings` are the first letters (up to three, folded) of all that can match."""

    pattern: re.Pattern[str]
    openings: frozenset[str]


def cues_in(text: str) -> dict[Archetype, str]:
    """The first cue of each archetype in a text, as written there.

    A pattern is tried only at words with whose first letters it can begin: many times faster than trying every
    pattern at every word.
    """
    found: dict[Archetype, str] = {}
    for word in _OPENING_WORD.finditer(text):
        begun = word[0].casefold()
        for size in range(1, len(begun) + 1):
            for archetype in _BY_OPENING.get(begun[:size], ()):
                if archetype not in found and (match := CUES[archetype].pattern.match(text, word.start())):
                    found[archetype] = match[0]
    return found


def _beginnings(pattern: str) -> set[str]:
    """The letters with which a pattern can begin: each branch of a leading group, both readings of an option."""
    pattern = _GUARDS.sub("", pattern)
    if pattern.startswith(("(?:", "(?-i:")):
        inside, rest = _leading_group(pattern)
        begun = set().union(*(_beginnings(branch + rest.lstrip("?")) for branch in _branches(inside)))
        return begun | (_beginnings(rest[1:].removeprefix(r"\s+")) if rest.startswith("?") else set())
    letters = ""
    for at, letter in enumerate(pattern[:_LETTERS]):
        if not letter.isalnum() or pattern[at + 1 : at + 2] in {"?", "*"}:
            break
        letters += letter.casefold()
    return {letters}


def _leading_group(pattern: str) -> tuple[str, str]:
    """The inside of the group with which a pattern begins, and what follows it."""
    depth = 0
    for at, sign in enumerate(pattern):
        depth += (sign == "(") - (sign == ")")
        if depth == 0:
            return pattern[pattern.index(":") + 1 : at], pattern[at + 1 :]
    raise ValueError(pattern)


def _branches(inside: str) -> list[str]:
    """The alternatives of a group, those of groups within it left together."""
    out, depth, start = [], 0, 0
    for at, sign in enumerate(inside):
        depth += (sign in "([") - (sign in ")]")
        if sign == "|" and depth == 0:
            out.append(inside[start:at])
            start = at + 1
    return [*out, inside[start:]]


def _whole_words(*alternatives: str) -> Cue:
    openings = set().union(*(_beginnings(one) for alternative in alternatives for one in _branches(alternative)))
    if "" in openings:
        raise ValueError(alternatives)
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(alternatives)})(?!\w)", re.IGNORECASE)
    return Cue(pattern, frozenset(openings))


CUES: dict[Archetype, Cue] = {
    Archetype.NUM: _whole_words(
        r"(?<!fire )(?<!burglar )(?<!smoke )(?<!intrusion )alarm(?:s|ed|ing)?(?!\s+(?:clock|bell))",
        r"(?:alert|warning|action|alarm|control|specification|acceptance|upper|lower|high|low|operating|temperature"
        r"|pressure|humidity|weight|tolerance)\s+limits?",
        r"set[ -]?points?", r"out[ -]of[ -](?:range|limits?|specification|tolerance)",
    ),
    Archetype.TIME: _whole_words(
        r"inactiv(?:e|ity)", r"idle", r"time[ -]?outs?", r"timed out", r"auto[ -]?log[ -]?(?:out|off)",
        r"(?:log|logs|logged|logging|sign|signs|signed)(?:\s+(?:the\s+)?(?:users?|operators?|out|off))\s+(?:out|off)",
        r"(?:automatically|automatic)\s+(?:log|logs|logged|lock|locks|locked|logout|logoff|log[ -]?out|log[ -]?off)",
        r"(?:session|screen|workstation|terminal)s?\s+(?:shall\s+|must\s+|is\s+|are\s+|be\s+)*"
        r"(?:lock|locks|locked|locking|expir\w+|time|terminat\w+)",
        r"(?:lock|locks|locked)\s+the\s+(?:session|screen|workstation|terminal)", r"screen[ -]?savers?",
        r"time[ -]delays?", r"delay(?:s|ed)?\s+(?:of|time)",
    ),
    Archetype.PWD: _whole_words(
        r"pass[ -]?(?:word|phrase|code)s?", r"PIN[ -]?codes?",
        r"(?:failed|unsuccessful|invalid|incorrect|wrong)\s+(?:log[ -]?(?:in|on)|access|authentication|sign[ -]?in)?\s?"
        r"(?:attempts?|log[ -]?(?:in|on)s?|tries)",
        r"account\s+(?:lock(?:[ -]?out)?|is\s+locked|shall\s+be\s+locked|locks)",
    ),
    Archetype.ROLE: _whole_words(
        r"(?<!key )(?<!important )(?<!a )(?:user\s+)?roles?(?!\s+(?:in|of|model)\b)", r"role[ -]based",
        r"a\s+role(?!\s+(?:in|model)\b)",
        r"(?:un)?authori[sz](?:e|es|ed|ation|ations|ing)", r"permissions?", r"privileges?",
        r"(?:access|user|read|write|edit)\s+(?:rights?|control|controls|restrictions?|levels?)",
        r"administrators?", r"user\s+groups?", r"user\s+profiles?", r"segregation\s+of\s+duties",
        r"separation\s+of\s+duties", r"(?:four|4)[ -]eyes", r"least[ -]privilege",
        r"only\s+(?:the\s+|an?\s+)?(?:users?|persons?|personnel|staff|members?|operators?|supervisors?|analysts?|reviewers?"
        r"|approvers?|managers?|QA|QC|QP|quality\s+\w+)",
    ),
    Archetype.AT: _whole_words(
        r"(?:old|previous|former)\s+(?:and\s+(?:the\s+)?new\s+)?values?",
        r"audit[ -]?trail(?:s|ed|ing)?", r"audit\s+logs?", r"change\s+histor(?:y|ies)", r"audit[ -]trailed",
    ),
    Archetype.SIG: _whole_words(
        r"(?:electronic|digital|e[ -]?)\s?signatures?", r"signatures?", r"e-?sign(?:s|ed|ing)?", r"signator(?:y|ies)",
        r"(?<!plus )(?<!minus )(?<!vital )(?<!equals )(?<!warning )(?<!exit )(?<!a )sign(?:s|ed|ing)?"
        r"(?![ -](?:in|on|up|out|of)\b)(?!\w)",
        r"counter[ -]?sign(?:s|ed|ing)?",
    ),
    Archetype.MAND: _whole_words(
        r"mandatory(?!\s+(?:training|requirement|standard|part))", r"(?:required|compulsory|obligatory)\s+(?:fields?"
        r"|entr(?:y|ies)|inputs?|data\s+fields?)", r"input\s+(?:format|mask|validation|check|checks)",
        r"validat(?:e|es|ing)\s+(?:the\s+|all\s+|each\s+|every\s+)?(?:user\s+)?(?:inputs?|entr(?:y|ies)|entered|data\s+entr(?:y|ies)|fields?)",
        r"(?:invalid|implausible|incorrect|wrong)\s+(?:inputs?|entr(?:y|ies)|values?|formats?|characters?)",
        r"drop[ -]?down", r"pick[ -]?lists?", r"data\s+entr(?:y|ies)", r"plausibility\s+checks?",
        r"(?:left|leave|be)\s+(?:blank|empty)", r"field\s+lengths?",
        r"(?:enter|enters|entered)\s+(?:a|an|the|all|each)\s+\w+",
    ),
    Archetype.CALC: _whole_words(
        r"calculat(?:e|es|ed|ing|ion|ions|or)", r"comput(?:e|es|ed|ing|ation|ations)", r"formula(?:s|e)?",
        r"averag(?:e|es|ed|ing)", r"mean\s+(?:value|kinetic|of)", r"standard\s+deviations?",
        r"yield(?:\s+(?:calculation|reconciliation|limits?|of))?(?!\w)", r"round(?:ed|ing)(?!\s+off\s+the)",
        r"significant\s+(?:figures|digits)", r"sum\s+of",
    ),
    Archetype.REP: _whole_words(
        r"(?<!shall )(?<!must )(?<!should )(?<!will )(?<!may )(?<!can )(?<!to )(?<!and )reports?"
        r"(?!\s+(?:to|the|that|any|all|each|every|an?|its|their|whether|when|if)\b)",
        r"reporting", r"print(?:s|ed|ing|able|out|outs|[ -]outs?)?", r"PDFs?",
        r"hard\s?cop(?:y|ies)",
        r"export(?:s|ed|ing|able)?", r"certificates?\s+of\s+analysis",
    ),
    Archetype.IF: _whole_words(
        r"(?<!user )(?<!operator )(?<!graphical )(?<!machine )(?<!web )(?<!touch )(?<!human-machine )(?<!display )"
        r"interfac(?:e|es|ed|ing)", r"import(?:s|ed|ing)?(?!\s+(?:duty|duties|licen[cs]e))",
        r"(?:data|file|record|result|message|information|order)s?\s+(?:exchange|transfer)s?",
        r"(?:transfer|transfers|transferred|transferring|exchange|exchanges|exchanged|exchanging)\s+(?:\w+\s+){0,3}"
        r"(?:data|files?|records?|results?|messages?|orders?|information)",
        r"(?:data|files?|records?|results?|messages?|orders?|information)\s+(?:\w+\s+){0,3}"
        r"(?:transferred|exchanged)", r"integrat(?:e|es|ed|ing|ion|ions)\s+(?:with|to|into|between)",
        r"APIs?", r"web\s?services?", r"OPC(?:[ -]UA)?", r"middleware", r"HL7", r"message\s+queues?",
    ),
    Archetype.BAK: _whole_words(
        r"back[ -]?ups?", r"backed[ -]up", r"backing\s+up", r"restor(?:e|es|ing|ation|able)", r"restored\s+from",
    ),
    Archetype.STATE: _whole_words(
        r"work[ -]?flows?", r"life[ -]?cycles?", r"status(?:es)?",
        r"states?\s+(?:transitions?|machines?|changes?|models?|diagrams?)", r"transitions?", r"transitioned",
        r"sequenc(?:e|es|ed|ing)", r"operating\s+modes?", r"(?:in|to|into|from)\s+(?:the\s+)?(?:state|mode)",
        r"in\s+(?:the\s+)?[\"“']?[A-Z]?[a-z]+[\"”']?\s+(?:state|mode)",
    ),
    Archetype.EBR: _whole_words(
        r"batch\s+(?:production\s+|manufacturing\s+|packaging\s+)?(?:records?|execution|release|genealogy|reports?|review)",
        r"batch[ -]release", r"master\s+batch", r"electronic\s+batch", r"EBRs?", r"EBMRs?", r"MBRs?",
        r"(?:master\s+|control\s+)?recipes?", r"dispens(?:e|es|ed|ing|ary)",
        r"in-process\s+(?:controls?|checks?|limits?)",
        r"review\s+by\s+exception",
        r"releas(?:e|es|ed|ing)\s+(?:of\s+)?(?:a|the|each|any|every)?\s*(?:batch|lot)(?:es|s)?",
        r"(?:batch|lot)(?:es|s)?\s+(?:shall\s+|must\s+|is\s+|are\s+|be\s+|to\s+be\s+)+released",
    ),
    Archetype.COND: _whole_words(
        r"(?:only\s+)?if(?!\s+(?:possible|necessary|applicable|appropriate|required|needed|practical|practicable|so|any"
        r"|available)\b)", r"unless", r"otherwise", r"depending\s+(?:on|upon)", r"provided\s+that", r"only\s+when",
        r"in\s+case(?:\s+of)?", r"except\s+(?:if|when|where|for)",
    ),
    Archetype.RET: _whole_words(
        r"retain(?:s|ed|ing)?", r"retention(?!\s+times?\b)", r"archiv(?:e|es|ed|ing|al)",
        r"(?:keep|kept|stored?|saved?|preserved?|maintained|available)\s+(?:for|during)\s+(?:a\s+(?:period|minimum)\s+of\s+"
        r"|at\s+least\s+|the\s+)?[\w()-]+\s+(?:\([0-9]+\)\s+)?(?:years?|months?)",
        r"long[ -]term\s+(?:storage|preservation)", r"legal\s+hold", r"purg(?:e|es|ed|ing)",
    ),
    Archetype.CLOCK: _whole_words(
        r"time[ -]?stamp(?:s|ed|ing)?", r"date[ -](?:and|/)[ -]?time", r"date/time", r"NTP", r"time[ -]zones?", r"UTC",
        r"daylight[ -]saving", r"(?:system|server|real[ -]time|master|internal)\s+clocks?",
        r"clocks?\s+(?:shall|must|is|are)",
        r"(?:time|clocks?)\s+(?:shall\s+be\s+|must\s+be\s+|is\s+|are\s+|be\s+)?synchroni[sz]\w+",
        r"synchroni[sz]\w+\s+(?:\w+\s+){0,3}(?:time|clocks?)", r"time\s+(?:server|source|synchroni[sz]ation)",
    ),
    Archetype.PERF: _whole_words(
        r"response\s+times?", r"(?:system|query|screen|page)\s+(?:response|performance)",
        r"performance(?!\s+qualification)",
        r"concurrent(?:ly)?", r"simultaneous(?:ly)?", r"through-?put", r"latency", r"scalab(?:le|ility)",
        r"(?:peak|system|user|network|server|CPU|under|full)\s+load", r"(?:storage|system|data|user)\s+capacity",
        r"(?:respond|responds|complete|completed|completes|display|displayed|displays|load|loads|loaded|generate|generated"
        r"|generates|process|processed|processes|return|returns|returned|refresh|refreshed|open|opens|update|updated"
        r"|available|shown|saved|executes?|executed|reflected|delivered|transmitted)\s+(?:\w+\s+){0,3}(?:within|in\s+(?:less\s+than|under|at\s+most))\s+[\w.]+\s?"
        r"(?:ms|s|sec|min|h|(?:milli)?seconds?|minutes?|hours?)",
    ),
    Archetype.LOC: _whole_words(
        r"(?<!programming )(?<!query )(?<!markup )(?<!scripting )(?<!modelling )languages?(?!\s+models?)",
        r"locali[sz]ation", r"multi-?lingual", r"decimal\s+(?:comma|separator|point|places)s?",
        r"(?:date|number|time)\s+formats?", r"units?\s+of\s+measure(?:ment)?", r"engineering\s+units?",
        r"unit\s+conversions?", r"unicode", r"UTF-?8", r"character\s+sets?", r"translat(?:e|es|ed|ion|ions)",
    ),
    Archetype.CFG: _whole_words(
        r"configur(?:e|es|ed|able|ation|ations|ing)", r"re-?configur\w+", r"parameteri[sz]\w+", r"settings?",
        r"parameter\s+(?:sets?|values?|changes?)", r"user-defined", r"customi[sz](?:e|es|ed|able|ation|ations)",
    ),
    Archetype.BC: _whole_words(
        r"bar[ -]?cod(?:e|es|ed|ing)", r"label(?:s|led|ed|ling|ing)?", r"QR[ -]codes?", r"data\s?matrix", r"RFID",
        r"GTINs?", r"seriali[sz](?:ed|ation|e)", r"hand-?held\s+scanners?",
    ),
    Archetype.COPY: _whole_words(
        r"(?:electronic|true|accurate|complete|certified|readable|exact|paper)\s+(?:and\s+\w+\s+)?cop(?:y|ies)",
        r"cop(?:y|ies)\s+of\s+(?:\w+\s+){0,3}(?:records?|data|files?|audit)", r"human[ -]readable",
        r"for\s+inspection", r"(?:inspectors?|regulatory\s+inspection|regulatory\s+inspections)",
    ),
    Archetype.SRCH: _whole_words(
        r"search(?:es|ed|ing|able)?", r"quer(?:y|ies|ied|ying)(?!\s+language)",
        r"filter(?:s|ed|ing|able)?\s+(?:by|on|records?|results?|lists?|data|criteria|the\s+(?:list|table|view|records?|data"
        r"|results?|display|audit)|functions?|options?)",
        r"(?:sort|sorts|sorted|search|sorting|searching)(?:\s*,\s*|\s+and\s+"
        r"|\s+or\s+|/)filter(?:s|ed|ing|able)?", r"sort(?:s|ed|ing|able)?(?!\s+of\b)",
    ),
    Archetype.MAIL: _whole_words(
        r"e-?mail(?:s|ed|ing)?", r"notif(?:y|ies|ied|ying|ication|ications)", r"SMS", r"text\s+messages?",
        r"reminders?",
        r"alert(?:s|ed|ing)?\s+(?:the\s+|a\s+|an\s+|all\s+)?(?!limits?\b|levels?\b)(?:users?|operators?|supervisors?"
        r"|personnel|managers?|QA|administrators?|to\b)", r"send(?:s|ing)?\s+(?:an?\s+)?alerts?",
    ),
    Archetype.MIG: _whole_words(
        r"migrat(?:e|es|ed|ing|ion|ions)", r"legacy", r"data\s+conversion",
    ),
    Archetype.INT: _whole_words(
        r"inter-?lock(?:s|ed|ing)?", r"fail-?safe", r"safe\s+state", r"emergency[ -]stop",
        r"(?:calibration|cleaning|equipment|clean|maintenance|qualification)\s+status",
        r"calibration\s+(?:due|expir\w+)",
        r"out[ -]of[ -]calibration", r"calibration\s+is\s+(?:overdue|due|expired)",
        r"prevent(?:s|ed)?\s+(?:the\s+)?(?:start|use|operation|opening|starting|execution)\s*(?:of)?",
    ),
    Archetype.DR: _whole_words(
        r"disaster[ -]recovery", r"business\s+continuity", r"fail-?over", r"redundan(?:t|cy|cies)", r"RTO", r"RPO",
        r"recovery\s+(?:time|point)(?:\s+objectives?)?", r"(?:recover|recovers|recovery)\s+(?:from|after)", r"up-?time",
        r"power\s+(?:failures?|loss|outages?|cuts?|interruptions?|supply\s+failures?)", r"loss\s+of\s+power",
        r"(?:system|service|data)\s+availability", r"high\s+availability", r"uninterruptible", r"downtime",
        r"availability\s+of\s+(?:at\s+least\s+)?[0-9.]+\s?%",
    ),
    Archetype.AI: _whole_words(
        r"artificial\s+intelligence", r"machine[ -]learning", r"neural\s+networks?", r"deep[ -]learning",
        r"(?-i:AI)", r"(?:language|predictive|trained)\s+models?", r"model\s+(?:inference|training|drift)s?",
    ),
}  # fmt: skip

_BY_OPENING: dict[str, tuple[Archetype, ...]] = {
    opening: tuple(archetype for archetype, cue in CUES.items() if opening in cue.openings)
    for opening in frozenset().union(*(cue.openings for cue in CUES.values()))
}
"""For the first letters of a word (one to three, folded) the archetypes whose cues can begin so."""
