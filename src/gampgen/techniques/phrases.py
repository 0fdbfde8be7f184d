"""Pieces of a clause by closed lists: who is a person, where an object ends, which verbs are coordinated."""

from __future__ import annotations

import re

from gampgen.domain.clause import ActionKind
from gampgen.domain.verb import base_of
from gampgen.techniques.lexicon import PURE_VERBS, VERBS, is_phrasal

_DETERMINERS = frozenset(
    {"it", "them", "the", "a", "an", "all", "each", "any", "its", "their", "no", "every", "this", "these", "one"}
)

_ADVERBS = frozenset(
    {
        "also",
        "always",
        "only",
        "then",
        "first",
        "again",
        "still",
        "automatically",
        "immediately",
        "either",
        "both",
        "at least once",
    }
)

_NO_ADVERB = frozenset({"apply", "supply", "reply", "comply", "multiply", "assembly", "rely", "only"})

_SPLITTERS = frozenset(
    [
        "on",
        "in",
        "at",
        "to",
        "into",
        "onto",
        "from",
        "within",
        "with",
        "without",
        "by",
        "via",
        "when",
        "if",
        "as",
        "during",
        "after",
        "before",
        "upon",
        "using",
        "per",
        "according",
        "through",
        "until",
        "unless",
        "while",
        "where",
        "whenever",
        "based",
        "against",
        "between",
        "under",
        "over",
        "above",
        "below",
        "about",
        "that",
        "which",
        "who",
        "so",
        "because",
        "due",
        "inside",
        "across",
        "for",
        "including",
        "such",
        "up",
    ]
)

_PERSON = re.compile(
    r"\b(?:users?|operators?|analysts?|administrators?|admins?|supervisors?|reviewers?|leaders?|clerks?|approvers?|managers?|technicians?|engineers?"
    r"|persons?|people|personnel|staff|members?|inspectors?|auditors?|scientists?|chemists?|pharmacists?|physicians?|nurses?"
    r"|owners?|authors?|specialists?|officers?|qa|qc|customers?|clients?|patients?|employees?|roles?|workers?|planners?"
    r"|coordinators?|investigators?|trainers?|trainees?|testers?|individuals?|signatory|signatories|subjects?|candidates?)$",
    re.IGNORECASE,
)


_PROGRAM = re.compile(
    r"\b(?:web|software|thin|fat|rich|mobile|desktop|e-?mail|API|test|database|SQL|service)[ -]clients?$", re.IGNORECASE
)


def is_person(noun: str) -> bool:
    """Whether a noun phrase names people or a role of people ("an authorised user", "QA reviewers")."""
    if _PROGRAM.search(noun):
        return False
    head = re.split(r"\s+(?:with|of|in|who|that|having|from|at|without|whose)\s+", noun.strip())[0]
    head = re.split(r"\s+(?:and|or)\s+", head)[-1]
    return bool(_PERSON.search(head.strip()))


def is_document(noun: str) -> bool:
    """Whether a noun phrase names something that carries content: a report, a page, a label, a screen."""
    return bool(_DOCUMENT.search(noun) or _DOCUMENT.search(_HEAD_END.split(noun.strip())[0]))


_HEAD_END = re.compile(r"\s+(?:for|of|with|in|on|from|that|which|to|[a-z]+ed)\b", re.IGNORECASE)


_DOCUMENT = re.compile(
    r"\b(?:reports?|pages?|certificates?|labels?|screens?|forms?|printouts?|manifestations?|headers?|footers?|lists?|logs?|tables?"
    r"|dashboards?|documents?|templates?)$|^(?:each |every |the |a )?(?:page|copy|print) of\b",
    re.IGNORECASE,
)


def split_verbs(text: str) -> tuple[str, str]:
    """Two joined verb phrases: ("stop dosing", "raise an alarm"), or (text, "") where there is one verb phrase only."""
    words = text.split()
    if (told := _told_second(words)) is not None:
        return " ".join(words[:told]).rstrip(","), " ".join(words[told + 1 :])
    for at in range(2, len(words) - 1):
        if words[at] not in {"and", "then"} or words[at - 1].lower() in VERBS:
            continue
        start = at + 2 if words[at + 1].lower() in {"then", "also"} else at + 1
        verb = words[start].lower() if start < len(words) else ""
        after = words[start + 1].lower() if start + 1 < len(words) else ""
        pure = verb in PURE_VERBS and after not in {"", "of", "time", "date", "and", "or"}
        if verb in VERBS and (after in _DETERMINERS or pure) and words[at - 1].lower().strip(",") not in VERBS:
            return " ".join(words[:at]).rstrip(","), " ".join(words[start:])
    return text, ""


def _told_second(words: list[str]) -> int | None:
    """Where a second predicate in the indicative is joined on: "is available as PDF and contains the …"."""
    for at in range(2, len(words) - 2):
        joins = words[at] == "and" and words[at + 2].lower() in _DETERMINERS
        if joins and _tells(words[0]) and _tells(words[at + 1]) and not _tells(words[at - 1]):
            return at
    return None


def _tells(word: str) -> bool:
    """Whether a word is a verb in the indicative: "is", "contains"."""
    plain = word.lower().strip(",")
    return plain in {"is", "are"} or (plain.endswith("s") and base_of(plain, VERBS) is not None)


def cut_adverbs(words: list[str]) -> tuple[str, list[str]]:
    """Leading adverbs as one text, and the words after them."""
    taken: list[str] = []
    while len(words) > 1 and _is_adverb(words[0].lower()):
        taken.append(words.pop(0))
    return " ".join(taken), words


def _is_adverb(word: str) -> bool:
    return word in _ADVERBS or (word.endswith("ly") and word not in _NO_ADVERB and word not in VERBS)


def coordinated(words: list[str], *, listed: bool) -> tuple[tuple[str, ...], list[str]]:
    """Coordinated verbs: (("edit", "delete"), rest) of "create, edit and delete records".

    `listed` is true where a comma hangs on the verb before `words`.
    """
    found: list[str] = []
    rest = words
    while len(rest) > 1:
        joined = rest[0].lower() in {"and", "or", "and/or"}
        at = 1 if joined else 0
        candidate = rest[at].lower().strip(",") if len(rest) > at + 1 else ""
        if candidate not in VERBS or not (joined or listed) or rest[at + 1].lower() in {"of", "is", "are"}:
            break
        after = rest[at + 1].lower().strip(",")
        listed = rest[at].endswith(",")
        rest = rest[at + 1 :]
        if is_phrasal(candidate, after):
            candidate, listed, rest = f"{candidate} {after}", rest[0].endswith(","), rest[1:]
        found.append(candidate)
        if joined and not listed:
            break
        listed = True
    return tuple(found), rest if found else words


def object_and_rest(words: list[str]) -> tuple[str, str]:
    """Noun phrase and the rest: cut before the first preposition or subordinator."""
    for at, word in enumerate(words):
        named = bool(at and word[:1].isupper())  # "In analysis" is a name
        if word.lower().strip(",") in _SPLITTERS and not named and not _in_range(words, at):
            return _without_adverb(words[:at], words[at:])
    return _without_adverb(words, [])


def _in_range(words: list[str], at: int) -> bool:
    """Whether a "to" stands between the two ends of a range: "a comment of 5 to 200 characters"."""
    ends = (words[at - 1][-1:], words[at + 1][:1]) if 0 < at < len(words) - 1 else ("", "")
    return words[at].lower() == "to" and ends[0].isdigit() and ends[1].isdigit()


def _without_adverb(noun: list[str], rest: list[str]) -> tuple[str, str]:
    """An adverb at the end of the noun phrase belongs to the rest: "the data locally" → "the data", "locally"."""
    while noun and noun[-1].lower().strip(",") in {"and", "or"}:
        rest, noun = [noun[-1], *rest], noun[:-1]
    while len(noun) > 1 and _is_adverb(noun[-1].lower().strip(",")):
        rest = [noun[-1], *rest]
        noun = noun[:-1]
    if len(noun) > 1 and noun[-1].lower() in _COMPLEMENTS:  # "make a specification effective"
        noun, rest = noun[:-1], [noun[-1], *rest]
    if len(noun) == 1 and noun[0].lower().strip(",") in _MANNER:
        return "", " ".join([*noun, *rest])  # "restart automatically": no object at all
    return " ".join(noun).rstrip(","), " ".join(rest)


_COMPLEMENTS = frozenset(
    {"effective", "available", "visible", "obsolete", "invalid", "inactive", "unavailable", "invisible", "void"}
)
_MANNER = frozenset({"automatically", "immediately", "manually", "safely", "correctly", "again", "independently"})


def uncapitalised(text: str) -> str:
    """A text without the capital that only its place gives it: "Custom workflow engine" but "Veeva Vault", "LIMS"."""
    first, _, rest = text.partition(" ")
    plain = (first[1:].islower() or first == "A") and not rest[:1].isupper()
    return f"{first.lower()} {rest}".strip() if plain else text


def verb_of_ability(word: str) -> str | None:
    """The verb in an adjective of ability: "viewable" → "view", "editable" → "edit"; "available" has none."""
    low = word.lower().strip(",")
    if not low.endswith(("able", "ible")):
        return None
    stem = low[:-4]
    return next((one for one in (stem, stem + "e", stem[:-1]) if one in VERBS), None)


def joining_word(further: tuple[str, ...], text: str) -> str:
    """The word that joins coordinated verbs: "and" or "or"."""
    return "or" if further and re.search(rf"\bor\s+{re.escape(further[-1])}\b", text, re.IGNORECASE) else "and"


def abilities(text: str) -> tuple[str, ...]:
    """One predicate per adjective of ability: "be sortable and exportable by date" → two; () for one."""
    found = _ABLE_LIST.match(text)
    words = tuple(word for word in _ABLE_SPLIT.split(found["list"]) if word) if found else ()
    if found is None or not all(verb_of_ability(word) for word in words):
        return ()
    return tuple(f"be {word} {found['rest']}".strip() for word in words)


_ABLE_LIST = re.compile(
    r"^(?:be|is|are)\s+(?P<list>[a-z]+[ai]ble(?:,\s*[a-z]+[ai]ble)*,?\s+(?:and|or)\s+[a-z]+[ai]ble)\b\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
_ABLE_SPLIT = re.compile(r",?\s+(?:and|or)\s+|,\s*")


def told_apart(verb: str, rest: str) -> ActionKind | None:
    """What is identified by something is found or shown by it; what is reported to a system is transferred to it."""
    if verb == "report" and _TO_SYSTEM.match(rest):
        return ActionKind.TRANSFER
    if verb not in {"identify", "distinguish", "recognise", "recognize"} or not _BY_WHAT.match(rest):
        return None
    return ActionKind.SEARCH if _IDENTIFIER.search(rest) else ActionKind.DISPLAY


_TO_SYSTEM = re.compile(
    r"to (?:the |an? |its )?(?:[\w-]+ ){0,2}?"
    r"(?-i:[A-Z]{2,}\w*|system|server|historian|database|host|gateway|line controller)\b",
    re.IGNORECASE,
)
_BY_WHAT = re.compile(r"(?:by|by means of|with|through|via)\s", re.IGNORECASE)
_IDENTIFIER = re.compile(
    r"\b(?:(?:bar ?|QR |data ?matrix )?codes?|barcodes?|numbers?|no\.|ids?|identifiers?|labels?|tags?|names?|RFID"
    r"|serial|keys?|identification|initials|GTIN)\b",
    re.IGNORECASE,
)


def particle_of(verb: str, rest: list[str]) -> str:
    """The particle that belongs to a verb ("switch off"), also before the comma of a list of verbs; "" without one."""
    word = rest[0].lower().strip(",") if rest else ""
    return word if word and is_phrasal(verb, word) else ""
