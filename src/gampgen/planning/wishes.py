"""Wishes: demands in which nothing can be observed, and what a measurable wording of them would have to hold."""

from __future__ import annotations

import re

from gampgen.planning.clause import Clause
from gampgen.planning.words import word_set

_REGULATION = re.compile(
    r"\b(?:(?:user|customer|business|stakeholder|end[- ]user)s?['’]? (?:needs|expectations|requirements)|"
    r"(?:21 ?)?CFR(?: Parts?)?(?: \d[\w.()]*(?:(?:, | and |/)\d[\w.()]*)*)?|Parts? \d+(?:[.]\d+)?|"
    r"(?:EU )?(?:GMP )?Annex(?:es)? \d+|c?GMPs?|GxPs?|GLP|GCP|GDP|"
    r"GAMP(?: ?\d)?|ALCOA(?:\+{1,2})?|FDA|EMA|MHRA|ICH(?: Q\d+\w*)?|PIC/S|WHO|HIPAA|GDPR|EudraLex|USP|Ph\. Eur\.|"
    r"regulations?|regulatory|legal|laws?|legislation|data integrity|data protection|polic(?:y|ies)|guidelines?|"
    r"guidance|"
    r"standards?|SOPs?(?:[- ][\w-]+)?|procedures?|good (?:\w+ ){1,2}practices?)(?!\w)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z][\w'’-]*|\d[\d.,]*")
_VAGUE = {
    "ease": (
        "user-friendly user friendly userfriendly easy easily easier simple simply intuitive intuitively convenient "
        "ergonomic comfortable self-explanatory usable usability learnable understandable comprehensible pleasant "
        "user-friendliness ease simplicity straightforward uncomplicated handy practical"
    ),
    "clearness": "clear clearly readable legible legibly well-structured structured tidy neat modern concise",
    "speed": (
        "fast quick quickly rapid rapidly timely promptly immediately soon responsive responsiveness swiftly efficient "
        "efficiently performant speed speedy performance smooth smoothly instantly"
    ),
    "reliability": (
        "reliable reliably robust robustly stable stably resilient dependable fault-tolerant error-free reliability "
        "stability robustness high-availability highly-available fail-safe maintenance-free durable"
    ),
    "security": "secure securely safe safely protected security safety",
    "flexibility": (
        "flexible flexibly scalable extensible adaptable future-proof expandable modular maintainable versatile "
        "flexibility scalability maintainability state-of-the-art"
    ),
    "quality": (
        "adequate adequately appropriate appropriately suitable suitably sufficient sufficiently proper properly "
        "reasonable reasonably acceptable acceptably good well high correct correctly normal normally optimal "
        "optimally best effective effectively seamless seamlessly excellent perfect perfectly fit satisfactory "
        "satisfactorily accurate consistent complete world-class right ideal better improved"
    ),
}  # fmt: skip
_FAMILY = {word: family for family, words in _VAGUE.items() for word in words.split()}
_FILLER = word_set("""
    be is are a an the and or as in on for to of with by at all any every each it its this that very most more
    highly fully also always both used use user users using learn learned operate operated operation operating
    understand understood handle handled manage manner way fashion design designed laid out layout interface
    interfaces overall possible times time work works working function functions functioning run running perform
    performs respond responds react provide provides offer have has ensure ensures guarantee give gives behave
    remain stay be everyone everybody staff operators operator personnel system software application end daily
    throughout under conditions circumstances degree level look feel appearance experience solution within
    possible not too so enough support supports reaction response times environment purpose purposes intended
    read reading open opening find finding navigate navigating
    make made kept keep needs need general generally terms regard respect regarding up down
    quality maintenance cleaning handling installation usage
    availability overview insight impression feeling
""")
# a physical quantity that is to stay what it is, and no word on how far it may move
_STEADY = re.compile(
    r"^(?:be )?(?:kept?|held|maintained?|remain|stay|be)\s+(?:(?:as )?(?:stable|constant|steady|even|uniform)(?:ly)?"
    r"|at an? (?:stable|constant|steady|uniform) (?:level|value|\w+))"
    r"(?:\s+(?:during|while|throughout|in|over|for|under)\b[^\d±]*)?$",
    re.IGNORECASE,
)
_EMPTY_QUALITY = re.compile(
    r"^(?:ensure|guarantee|maintain|protect|provide|support|enable|safeguard|preserve)s?\b(?: \w+){0,3}? "
    r"(?:data integrity|data quality|data security|product quality|patient safety|compliance|usability|quality|"
    r"information security|cyber ?security|regulatory compliance|gmp compliance)"
    r"(?: (?:at all times|throughout|of (?:all |the )?(?:\w+ )?(?:data|records|system|life ?cycle)|"
    r"and \w+(?: \w+)?)){0,4}$",
    re.IGNORECASE,
)
_EASY_TO = re.compile(r"\b(easy|easily|simple|convenient|intuitive) to (?:be )?\w+$", re.IGNORECASE)
_IS_ENSURED = re.compile(
    r"^be (ensured|guaranteed|maintained|safeguarded|followed|observed|respected|met|fulfilled|satisfied|adhered to|"
    r"complied with|assured|preserved)(?: at all times| throughout)?$",
    re.IGNORECASE,
)
_VERB_OF = {"followed": "follow", "observed": "observe", "met": "meet", "fulfilled": "fulfil", "satisfied": "satisfy"}
_VAGUE_AMOUNT = re.compile(
    r"^(?:sufficient|adequate|appropriate|suitable|enough|reasonable|proper)\b[^\d]*$", re.IGNORECASE
)
_IS_THERE = re.compile(r"^be (?:available|provided|there|present|ensured|in place)$", re.IGNORECASE)
_PROPOSALS = {
    "ease": "A user with the role <role> who has had <training> shall complete <task> in at most <number> steps "
    "without help.",
    "clearness": "<Screen or report> shall show <items> in the order <order> on at most <number> pages.",
    "speed": "When a user <action>, {subject} shall show <result> within <time> s while <number> users are logged in.",
    "reliability": "{Subject} shall be available for at least <number> % of <hours> per month; after <fault> {subject} "
    "shall be in <state> within <time>.",
    "security": "Only <role> shall be able to <action>; {subject} shall refuse every other role and log the attempt.",
    "flexibility": "{Subject} shall let <role> change <setting> from <lowest> to <highest> without a change of the "
    "program.",
    "quality": "When <event>, {subject} shall <observable effect> with <value> ± <tolerance> within <time>.",
    "steadiness": "{Subject} shall stay within <set point> ± <tolerance> with its unit while <phase or load>.",
    "compliance": "One requirement for each part that applies, for example: {subject} shall record <who, when, old "
    "value, new value, reason> for <records>; only <role> shall be able to <action>; a signature shall show <name, "
    "date and time, meaning>.",
    "open": "{Subject} shall <observable effect> <value with unit> when <event>.",
}


def active(clause: Clause) -> Clause:
    """A clause in the active voice where it only says that something is ensured ("data integrity shall be ensured").

    Any other clause is given back as it is.
    """
    said = _IS_ENSURED.match(clause.predicate)
    return (
        clause
        if said is None or not clause.subject
        else clause.model_copy(
            update={"predicate": f"{_VERB_OF.get(said.group(1).lower(), 'ensure')} {clause.subject}", "subject": ""}
        )
    )


def wish_family(clause: Clause) -> str | None:
    """The family of wish ("ease", "speed", …) where a predicate holds nothing that could be observed, else None.

    A predicate counts as a wish only where *every* word is vague or empty. One word more ("fast search", "clear the
    alarm") and it is taken as behaviour, so that no function is lost to a stray adjective.
    """
    if _EMPTY_QUALITY.match(active(clause).predicate):
        return "compliance"
    if _STEADY.match(clause.predicate):
        return "steadiness"
    if _VAGUE_AMOUNT.match(clause.subject) and _IS_THERE.match(clause.predicate):
        return "quality"
    predicate = _EASY_TO.sub(r"\1", clause.predicate.replace("state of the art", "state-of-the-art"))
    words = [word.lower() for word in _WORD.findall(predicate)]
    vague = [word for word in words if word in _FAMILY]
    if not vague or any(word not in _FAMILY and word not in _FILLER for word in words):
        return None
    return _FAMILY[vague[0]] if _FAMILY[vague[0]] != "quality" or len(vague) == 1 else _FAMILY[vague[-1]]


def blanket(clause: Clause) -> bool:
    """Whether the predicate is met by citing rules alone: nothing but the verb, the rules' names and empty words."""
    predicate = active(clause).predicate
    if not _REGULATION.search(predicate):
        return False
    rest = _REGULATION.sub(" ", predicate)
    return all(word.lower() in _COMPLIANCE_FILLER or word[0].isdigit() for word in _WORD.findall(rest))


_COMPLIANCE_FILLER = _FILLER | word_set("""
    comply complies compliance compliant conform conforms conformity conformant adhere adheres meet meets
    satisfy fulfil fulfill follow observe respect accordance line requirement requirements rule rules applicable
    relevant current valid latest version versions edition part parts section sections us eu european
    international national local company corporate internal site industry guide principle principles plus
    expectations regulatory regulation provisions demands full completely electronic records record signatures
    signature computerised computerized systems concerning aligned consistent set forth defined stated given
    laws pharmaceutical pharma health authorities authority chapter clause clauses volume 21 data on gxp fda
    enable facilitate achieve no from other such
""")


def proposal(family: str, clause: Clause) -> str:
    """A measurable wording for a wish, with `<…>` for each fact that only the author can give."""
    subject = clause.subject if clause.subject and len(clause.subject.split()) <= 6 else "the system"  # noqa: PLR2004 - a longer subject makes the proposal unreadable
    lowered = subject[0].lower() + subject[1:] if subject.split()[0] in {"The", "A", "An", "Each", "All"} else subject
    return _PROPOSALS[family].format(subject=lowered, Subject=subject[0].upper() + subject[1:])
