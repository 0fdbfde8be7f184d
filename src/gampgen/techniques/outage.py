# ruff: noqa: E501 - patterns are kept by meaning, one line each
"""A connection that breaks while data go on: they are held back and sent once it is there again.

The sentence names a course of events, no state: break, wait, restore, compare. A time for which data have to be held is
tried as a break of that length. Source: EU Annex 11 §4.8, §5; ISO/IEC/IEEE 29119-4:2021 §5.4 (error guessing).
"""

from __future__ import annotations

import re

from gampgen.domain.coverage import Checklist, CoverageItem
from gampgen.domain.quantity import boundary_step
from gampgen.domain.statement import Effect
from gampgen.domain.suite import Polarity, Technique
from gampgen.techniques.checklists import main_clause, thing_of
from gampgen.techniques.clauses import clause
from gampgen.techniques.interface import Target
from gampgen.techniques.limit_model import deciding_causes, is_duration
from gampgen.techniques.limit_values import text_of

_LINK = r"(?:connections?|communications?|networks?|links?|interfaces?|lines?|bus|servers?|hosts?|gateways?|LAN|WAN|Wi-?Fi|[A-Z]{2,5})"
_GONE = (
    r"(?:lost|los(?:es|e|ing)|interrupted|broken|breaks?|down|fails?|failed|unavailable|not available|disconnected"
    r"|cannot be reached|unreachable|off ?line)"
)
_BROKEN = re.compile(
    rf"\b{_LINK}\b[^.;]{{0,60}}?\b{_GONE}\b"
    rf"|\b(?:loss|failure|interruption|outage|breakdown|unavailability)s?\s+(?:of|in|on)\s+(?:[\w-]+\s+){{0,4}}?{_LINK}\b"
    rf"|\b{_LINK}\s+(?:loss|failure|interruption|outage|breakdown)s?\b|\b(?:network|communication) (?:loss|failures?|outages?|interruptions?)\b",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\b(?:buffer(?:ed|s)?|cached?|caches|queued?|queues|stor(?:e|ed|es) (?:locally|intermediately)|store[ -]and[ -]forward"
    r"|(?:locally|intermediately|temporarily) stor(?:e|ed|es))\b",
    re.IGNORECASE,
)


# "shall store the values … and transfer them after the connection is back"
_KEPT = re.compile(r"\b(?:stor|keep|kept|retain|collect|record|hold|held|sav)\w*\b", re.IGNORECASE)
_SENT_AFTER = re.compile(
    r"\b(?:transfer|send|sent|forward|transmit|synchroni[sz]|upload|deliver|replicat)\w*\b[^.;]{0,60}?"
    r"\b(?:back|restored|re-?established|re-?connect\w*|available again|up again|returns?|resumed|recovered)\b",
    re.IGNORECASE,
)


def outage_of(text: str) -> tuple[str, str] | None:
    """The words of the break and those of the holding in a text; None where it does not speak of both."""
    folded = " ".join(text.split())
    broken, held = _BROKEN.search(folded), _HELD.search(folded)
    if held is None and _SENT_AFTER.search(folded):
        held = _KEPT.search(folded)
    return (broken[0], held[0]) if broken and held else None


def outage(target: Target) -> tuple[CoverageItem, ...]:
    """Items of a break: a short one, one of the stated length, and the time without a break."""
    found = outage_of(target.statement.text)
    if found is None or target.statement.negated:
        return ()
    broken, held = found
    time = next((one for one in target.statement.quantities if is_duration(one.unit) and one.number > 0), None)
    effects = target.statement.effects
    holding = next((one for one in effects if held in " ".join(one.words.split())), None)
    main = clause(holding.variable, holding.condition) if holding else main_clause(target)
    causes = deciding_causes(target.statement)
    cause = next((one.words for one in causes if _BROKEN.search(one.words)), "")
    about = thing_of(main)
    back = next((one.words for one in causes if one.words != cause and _BACK.search(one.words)), "")
    made: list[CoverageItem] = []
    wanted = [("outage-short", Polarity.POSITIVE), ("outage-none", Polarity.NEGATIVE)]
    if back:
        wanted.append(("outage-held", Polarity.NEGATIVE))
    if time is not None:
        wanted.insert(1, ("outage-full", Polarity.POSITIVE))
    for aspect, polarity in wanted:
        full = time if aspect == "outage-full" else None
        less = text_of(full.number - boundary_step(full.value)) if full else ""
        part = Checklist(
            aspect=aspect, clause=main, about=about, details=(cause or broken, less),
            values=(("duration of the break", full.value, full.unit),) if full else (),
            conditions=_conditions(aspect, cause, back),
        )  # fmt: skip
        key = f"{aspect} {full.value} {full.unit}" if full else aspect
        quote = target.quote(full.text if full else held)
        made.append(target.item(Technique.ERROR_GUESSING, "IF", key, polarity, part, quote=quote))
    return (*made, *_going_on(target, holding, cause or broken))


def _going_on(target: Target, holding: Effect | None, broken: str) -> list[CoverageItem]:
    """What goes on during the break beside the holding: "the line continues to run and data are buffered"."""
    found: list[CoverageItem] = []
    for effect in target.statement.effects:
        said = clause(effect.variable, effect.condition)
        if holding is None or effect is holding or said.negated or _SENDS.search(effect.condition):
            continue
        part = Checklist(
            aspect="outage-beside", clause=said, about=effect.variable or said.object, details=(broken, ""),
            conditions=((broken, True),),
        )  # fmt: skip
        quote = target.quote(effect.words, effect.condition)
        aspect = f"outage-beside {effect.id}"
        found.append(target.item(Technique.ERROR_GUESSING, "IF", aspect, Polarity.POSITIVE, part, quote=quote))
    return found


_SENDS = re.compile(
    r"\b(?:transfer|send|sent|forward|transmit|synchroni[sz]|upload|deliver|replicat)\w*\b", re.IGNORECASE
)


def _conditions(aspect: str, cause: str, back: str) -> tuple[tuple[str, bool], ...]:
    """What the sentence names as its conditions, as they are when the test looks."""
    lost = ((cause, aspect != "outage-none"),) if cause else ()
    return (*lost, (back, aspect != "outage-held")) if back else lost


_BACK = re.compile(
    r"\b(?:back|restored|re-?established|re-?connect\w*|available again|up again|returns?|resumed|recovered)\b",
    re.IGNORECASE,
)
