"""Functional risk of a requirement: three ratings, each with its reason, and the two table look-ups."""

from __future__ import annotations

import re

from gampgen.domain.base import Value
from gampgen.domain.category import GampCategory
from gampgen.domain.requirement import AnalysedRequirement
from gampgen.domain.risk import Level, Risk
from gampgen.domain.statement import CauseKind
from gampgen.planning import risk_words as w
from gampgen.planning.clause import read_clause, sentences
from gampgen.planning.stated import stated_class, stated_gxp, stated_level
from gampgen.planning.tables import level_of, rank, risk_class, risk_priority

_HINT = {
    GampCategory.INFRASTRUCTURE: Level.LOW,
    GampCategory.STANDARD: Level.LOW,
    GampCategory.CONFIGURED: Level.MEDIUM,
    GampCategory.CUSTOM: Level.HIGH,
}
_SEVERAL_CONDITIONS = 3


class Rating(Value):
    """A level with its reason in words."""

    level: Level
    reason: str


def assess_risk(analysed: AnalysedRequirement, category: GampCategory | None) -> Risk:
    """The functional risk of a requirement: a first rating for a person to confirm.

    Args:
        analysed: the requirement with its statements.
        category: the GAMP category of the system, a hint for the probability only; None where it is not known.

    Returns:
        The ratings, risk class and priority. The priority is always what the two tables give for the three ratings.

    Source: GAMP 5 2nd edition appendix M3 (two-step method); ICH Q9(R1) §5 (reasons recorded, subjectivity reduced).
    """
    text = " ".join(" ".join((analysed.requirement.text, *analysed.requirement.items)).split())
    rated = _with_relevance(_severity(text), stated_gxp(analysed.requirement))
    severity = _with_stated(rated, stated_class(analysed.requirement))
    probability = _probability(text, analysed, category)
    detectability = _detectability(text)
    severity, detectability = _never_low(text, severity, probability, detectability)
    one_to_three = risk_class(severity.level, probability.level)
    priority = risk_priority(one_to_three, detectability.level)
    rationale = (
        f"Severity {severity.level}: {severity.reason} Probability {probability.level}: {probability.reason} "
        f"Risk class {one_to_three}. Detectability {detectability.level}: {detectability.reason} "
        f"Priority {priority} by the two tables (rule RK06)."
    )
    return Risk(
        severity=severity.level, probability=probability.level, detectability=detectability.level,
        risk_class=one_to_three, priority=priority, rationale=rationale, severity_reason=severity.reason,
        probability_reason=probability.reason, detectability_reason=detectability.reason,
    )  # fmt: skip


def _severity(text: str) -> Rating:
    """RK01: high only where a word of weight and a verb of effect stand together."""
    heavy, verb = w.HIGH_OBJECT.search(text), w.EFFECT_VERB.search(_predicates(text))
    shown_only = w.SHOW_VERB.match(_predicates(text))
    light = w.LOW_OBJECT.search(text)
    if heavy and verb and not shown_only and not _mostly_light(text):
        reason = f'"{heavy.group()}" with the effect "{verb.group()}" touches product, patient or GxP record directly'
        return Rating(level=Level.HIGH, reason=f"{reason} (rule RK01).")
    if heavy:
        reason = f'"{heavy.group()}" is named, but no verb acts on it: it is shown or described'
        return Rating(level=Level.MEDIUM, reason=f"{reason} (rule RK01).")
    if light and (shown_only or _mostly_light(text) or not w.MEDIUM_OBJECT.search(text)):
        reason = f'"{light.group()}" concerns comfort or presentation'
        return Rating(level=Level.LOW, reason=f"{reason} (rule RK01).")
    usual = w.MEDIUM_OBJECT.search(text)
    if usual:
        reason = f'"{usual.group()}" can affect a record or a decision, which is caught before release'
        return Rating(level=Level.MEDIUM, reason=f"{reason} (rule RK01).")
    return Rating(
        level=Level.MEDIUM, reason="No word of the severity lists occurs; medium until a person rates it (rule RK01)."
    )


def _mostly_light(text: str) -> bool:
    """Whether words of presentation stand before any word of weight: "the colour of the release button"."""
    light, heavy = w.LOW_OBJECT.search(text), w.HIGH_OBJECT.search(text)
    return bool(light and (heavy is None or light.start() < heavy.start()))


def _predicates(text: str) -> str:
    """What is done, without who does it: the predicates of the sentences."""
    return " ".join(read_clause(sentence).predicate for sentence in sentences(text))


def _with_relevance(rating: Rating, stated: str | None) -> Rating:
    """RK05: what the document calls GxP relevant is never of low severity; relevance alone says no more."""
    if stated is None:
        return rating
    reason = f'The document states "{stated}" (rule RK05). {rating.reason}'
    return Rating(level=Level.MEDIUM if rating.level is Level.LOW else rating.level, reason=reason)


def _with_stated(rating: Rating, stated: str | None) -> Rating:
    """RK05: a risk that the document states raises the severity, and never lowers it."""
    level = stated_level(stated)
    if level is None or rank(level) <= rank(rating.level):
        return rating
    return Rating(level=level, reason=f'The document states the risk "{stated}" (rule RK05). {rating.reason}')


def _probability(text: str, analysed: AnalysedRequirement, category: GampCategory | None) -> Rating:
    """RK02: the category is the hint; the requirement's own words move it."""
    hint = _HINT[category] if category is not None else Level.MEDIUM
    told = (
        f"GAMP category {int(category)} is the hint"
        if category is not None
        else "The category is not known: medium is assumed"
    )
    custom, manual, plain = w.CUSTOM.search(text), w.MANUAL_ENTRY.search(text), w.UNCHANGED.search(text)
    if custom or manual:
        found = custom or manual
        words = found.group() if found else ""
        return Rating(level=Level.HIGH, reason=f'{told}; "{words}" names own code or entry by hand (rule RK02).')
    if plain and hint is not Level.HIGH:
        return Rating(level=Level.LOW, reason=f'{told}; "{plain.group()}" names a function used unchanged (rule RK02).')
    complex_word = w.COMPLEX.search(text)
    conditions = sum(1 for one in analysed.statements for cause in one.causes if cause.kind is CauseKind.CONDITION)
    if hint is Level.LOW and (complex_word or conditions >= _SEVERAL_CONDITIONS):
        words = f'"{complex_word.group()}" makes' if complex_word else f"{conditions} conditions make"
        return Rating(level=Level.MEDIUM, reason=f"{told}; {words} the function more complex (rule RK02).")
    return Rating(level=hint, reason=f"{told} (rule RK02).")


def _detectability(text: str) -> Rating:
    """RK03: high is good. Silent failures are low, failures that anybody sees or a second person checks are high."""
    checked = w.INDEPENDENT_CHECK.search(text)
    if checked:
        reason = f'"{checked.group()}" is an independent check that would notice the failure'
        return Rating(level=Level.HIGH, reason=f"{reason} (rule RK03).")
    silent = w.SILENT.search(text)
    if silent:
        reason = f'a failure of "{silent.group()}" would not be noticed by itself'
        return Rating(level=Level.LOW, reason=f"{reason[0].upper()}{reason[1:]} (rule RK03).")
    seen = w.NOTICED.search(text)
    shown = w.SHOW_VERB.match(_predicates(text))
    warns = w.WARNS.search(text)
    if (seen or shown) and warns and not _light_only(text):
        reason = (
            f'"{warns.group()}" is what somebody relies on being shown; where it stays away, nothing else tells of it'
        )
        return Rating(level=Level.MEDIUM, reason=f"{reason} (rule RK03).")
    if seen or shown:
        found = seen or shown
        words = found.group() if found else ""
        return Rating(level=Level.HIGH, reason=f'A user sees at once when "{words}" fails (rule RK03).')
    verb = re.match(r"\S+(?: \S+){0,3}", _predicates(text))
    words = verb.group() if verb else text[:40]
    return Rating(level=Level.MEDIUM, reason=f'A failure of "{words}" may be noticed in use or in review (rule RK03).')


def _light_only(text: str) -> bool:
    """Whether a text is about comfort or presentation and names nothing of weight."""
    return w.LOW_OBJECT.search(text) is not None and w.HIGH_OBJECT.search(text) is None


def _never_low(text: str, severity: Rating, probability: Rating, detectability: Rating) -> tuple[Rating, Rating]:
    """RK04: for the functions of the list, ratings are raised until the tables give at least medium.

    The ratings move, not the result, so that the priority stays what the tables give.
    """
    named = next(((name, found) for name, pattern in w.NEVER_LOW if (found := pattern.search(text))), None)
    while named and risk_priority(risk_class(severity.level, probability.level), detectability.level) is Level.LOW:
        note = f'"{named[1].group()}" is {named[0]}, whose priority is never below medium (rule RK04).'
        if detectability.level is Level.HIGH:
            detectability = Rating(level=Level.MEDIUM, reason=f"{note} {detectability.reason}")
        else:
            severity = Rating(level=level_of(rank(severity.level) + 1), reason=f"{note} {severity.reason}")
    return severity, detectability
