"""Which GxP concerns a requirement touches."""

from __future__ import annotations

from gampgen.domain.requirement import Requirement
from gampgen.domain.risk import GxpImpact
from gampgen.planning.stated import stated_not_gxp
from gampgen.planning.words import anywhere

_AREAS = (
    (
        "patient safety",
        anywhere(r"""
    patients?|steril\w+|aseptic\w*|dos(?:e|es|ing|age)|potency|labels?|labelling|labeling|leaflets?|serial numbers?|
    seriali[sz]\w+|expiry|expiration date|allergens?|contaminat\w+|adverse events?|recalls?|complaints?|blinding|
    randomi[sz]\w+|critical (?:process )?parameters?|CPPs?|CQAs?|endotoxin\w*|alarms?(?= .{0,200}patient)|
    purity|strength|
    identity of (?:the )?(?:product|material)|safety
"""),
    ),
    (
        "product quality",
        anywhere(r"""
    batch(?:es)?|lots?|releas(?:e|es|ed|ing)|reject(?:s|ed|ion)?(?= .{0,200}\b(?:batch|lot|sample|material))|
    quarantine\w*|OOS|out[- ]of[- ]specification|specifications?|recipes?|yields?|rework|materials?|products?|
    samples?|calibration|cleaning|temperature|humidity|(?:differential )?pressure|particles?|storage|sterili[sz]\w+|
    environment\w*|excursions?|deviations?|equipment|flow|weights?|alarms?|set ?points?|
    process(?:es)? (?:parameter|step|value)s?|filters?|conductivity|pH|speed|fill(?:ing)? (?:volume|weight)s?
"""),
    ),
    (
        "data integrity",
        anywhere(r"""
    records?|record(?:ed|ing)|audit trails?|sign(?:ed|ature|atures|s)|data|log(?:s|ged)? (?:in|on|out|off)|
    log-?(?:in|on|out|off)|passwords?|users?|roles?|access|back(?:ed|s)?[- ]?up|backups?|restor\w+|archiv\w+|
    retain\w*|retention|time ?stamps?|date and time|results?|entries|entered|stor(?:e|es|ed)|saved?|deleted?|
    changed?|transfer\w*|import\w*|export\w*|interfaces?|calculat\w+|reports?|NTP|history|versions?|documents?|
    only .{1,60}?(?:shall|may|can|must) be able|authori[sz]\w*|encrypt\w*|locked
"""),
    ),
)  # fmt: skip


def gxp_impact(requirement: Requirement) -> GxpImpact:
    """The GxP concerns that the words of a requirement touch, each with the word that says so (rule RK07).

    An empty tuple of areas means that no word of the three lists occurs: a person decides. Where the document itself
    calls the requirement not GxP relevant, the reason says so beside what was found.
    """
    text = " ".join(" ".join((requirement.text, *requirement.items)).split())
    found = [(area, match.group()) for area, pattern in _AREAS if (match := pattern.search(text))]
    reasons = [f'{area}: "{word}"' for area, word in found] or ["no word of the three lists occurs; a person decides"]
    stated = stated_not_gxp(requirement)
    if stated:
        reasons.append(f'the document states "{stated}"')
    return GxpImpact(areas=tuple(area for area, _ in found), reason=f"{'; '.join(reasons)} (rule RK07).")
