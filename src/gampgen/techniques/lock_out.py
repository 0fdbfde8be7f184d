"""Lock-out after failed attempts, and password rules that are no lengths: history, age, character classes.

Source: 21 CFR 11.300; the field's practice: n-1 wrong attempts and the right one are let in, n are locked out.
"""

from __future__ import annotations

import re

from gampgen.domain.coverage import Checklist, CoverageItem
from gampgen.domain.quantity import Quantity, boundary_step
from gampgen.domain.risk import Level
from gampgen.domain.statement import Archetype
from gampgen.domain.suite import Polarity, Technique
from gampgen.techniques.checklists import Aspect, items_of, main_clause, thing_of, wanted
from gampgen.techniques.interface import Target
from gampgen.techniques.limit_model import deciding_causes, is_duration
from gampgen.techniques.limit_values import text_of

_ATTEMPT = re.compile(r"\b(?:attempts?|tries|failures|failed|unsuccessful|incorrect|wrong|invalid)\b", re.IGNORECASE)
_LOCK = re.compile(r"\b(?:lock\w*|block\w*|disabl\w*|suspend\w*|deactivat\w*)\b", re.IGNORECASE)
_HISTORY = re.compile(r"\b(?:re-?us\w*|history|previous|last)\b", re.IGNORECASE)
_AGE = re.compile(
    r"\b(?:expir\w*|age|ageing|aging|every|renew\w*|changed? (?:after|at least|every)|validity)\b", re.IGNORECASE
)
# "5 days before the password expires" is no age, "one of the last 5 passwords" no history of one
_OTHERWISE = re.compile(r"\s*(?:before|prior to|ahead of|in advance|of the (?:last|previous))\b", re.IGNORECASE)
_CLASSES = (
    ("upper-case letter", re.compile(r"\b(?:upper[- ]?case|capital)", re.IGNORECASE)),
    ("lower-case letter", re.compile(r"\b(?:lower[- ]?case|small letter)", re.IGNORECASE)),
    ("digit", re.compile(r"\b(?:digits?|numbers?|numeric|numerals?)\b", re.IGNORECASE)),
    ("special character", re.compile(r"\b(?:special|symbols?|non-alphanumeric|punctuation)\b", re.IGNORECASE)),
)
_ASPECTS = (
    Aspect("one-less", Polarity.NEGATIVE),
    Aspect("locked", Polarity.POSITIVE),
    Aspect("counter-restarts", Polarity.NEGATIVE, Level.HIGH),
)
_LEAST_CLASSES = 2
_CONTAINING = re.compile(r"\bcontain\s+(?:at least\s+)?(?:one|an?|\d+)\b", re.IGNORECASE)


def attempts(target: Target) -> Quantity | None:
    """The number of failed attempts that locks; None where the sentence does not speak of that."""
    text = target.statement.text
    if not (_ATTEMPT.search(text) and _LOCK.search(text)):
        return None
    counts = [
        one
        for one in target.statement.quantities
        if not is_duration(one.unit) and one.number >= 1 and "." not in one.value
    ]
    near = (one for one in counts if _ATTEMPT.search(f"{one.text} {text[one.end : one.end + _NEAR]}"))
    sentence = [part for part in re.split(r"(?<=[.;])\s+", text) if _ATTEMPT.search(part)]
    beside = (one for one in counts if any(one.text in part for part in sentence))
    return next(near, next(beside, None))


_NEAR = 40  # characters: "5 consecutive failed log-in attempts"


def lock_out(target: Target) -> tuple[CoverageItem, ...]:
    """Items where an account is locked after a number of failed attempts."""
    count = attempts(target)
    if count is None:
        return ()
    main, causes = main_clause(target), deciding_causes(target.statement)
    less = text_of(count.number - boundary_step(count.value))
    lasting = next((one for one in target.statement.quantities if is_duration(one.unit)), None)
    by = _RELEASED.search(" ".join(target.requirement.text.split()))
    released = (f"release by {by['who'].strip()}",) if by else ()
    early = text_of(lasting.number - boundary_step(lasting.value)) if lasting else ""
    found: list[CoverageItem] = []
    for aspect in _ASPECTS:
        if not wanted(aspect, target.priority):
            continue
        value = count.value if aspect.name == "locked" else less
        details = (count.value, *((lasting.value, lasting.unit or "", early) if lasting else released))
        timed = aspect.name == "locked" and lasting is not None
        part = Checklist(
            aspect="locked-for" if timed else aspect.name,
            clause=main,
            about=thing_of(main),
            details=details,
            values=(("failed attempts", value, None),),
            conditions=((causes[0].words, aspect.name == "locked"),) if len(causes) == 1 else (),
        )
        found.append(
            target.item(Technique.LOCK_OUT, "LOCK", f"{aspect.name} {value}", aspect.polarity, part, quote=count.text)
        )
    return tuple(found)


_RELEASED = re.compile(
    r"\b(?:unlock\w*|releas\w*|reactivat\w*|re-?enabl\w*|unblock\w*)\b[^.;]{0,30}?\bby\s+"
    r"(?P<who>(?:(?:an?|the)\s+)?[\w-]+(?:\s+[A-Z][\w-]*)*)"
)


def password_rules(target: Target) -> tuple[CoverageItem, ...]:
    """Items for history, age and character classes of passwords. Lengths are boundary value analysis."""
    if Archetype.PWD not in target.kinds or attempts(target):
        return ()
    text = " ".join((target.statement.text, *target.items))
    found: list[CoverageItem] = []
    for quantity in target.statement.quantities:
        if _OTHERWISE.match(target.statement.text[quantity.end :]):
            continue
        if is_duration(quantity.unit) and _AGE.search(text):
            found += _numbered(
                target,
                quantity,
                (
                    Aspect("age-valid", Polarity.POSITIVE),
                    Aspect("age-itself", Polarity.POSITIVE),
                    Aspect("age-over", Polarity.NEGATIVE),
                ),
            )
        elif not is_duration(quantity.unit) and _HISTORY.search(text) and "." not in quantity.value:
            found += _numbered(
                target,
                quantity,
                (Aspect("history-refused", Polarity.NEGATIVE), Aspect("history-new", Polarity.POSITIVE)),
            )
    classes = tuple(name for name, pattern in _CLASSES if pattern.search(text))
    if len(classes) >= (1 if _CONTAINING.search(text) else _LEAST_CLASSES):
        aspects = (Aspect("all-classes", Polarity.POSITIVE), Aspect("class-missing", Polarity.NEGATIVE))
        found += items_of(
            target,
            Technique.LOCK_OUT,
            "PWD",
            aspects,
            about="password",
            details=classes,
            quote=target.cue(Archetype.PWD),
        )
    return tuple(found)


def _numbered(target: Target, quantity: Quantity, aspects: tuple[Aspect, ...]) -> list[CoverageItem]:
    name = "password age" if is_duration(quantity.unit) else "earlier passwords"
    made: list[CoverageItem] = []
    for aspect in aspects:
        step = boundary_step(quantity.value)
        shift = {"age-valid": -step, "age-over": step}.get(aspect.name)
        value = text_of(quantity.number + shift) if shift else quantity.value
        part = Checklist(
            aspect=aspect.name,
            clause=main_clause(target),
            about="password",
            details=(quantity.value,),
            values=((name, value, quantity.unit),),
        )
        made.append(
            target.item(Technique.LOCK_OUT, "PWD", f"{aspect.name} {value}", aspect.polarity, part, quote=quantity.text)
        )
    return made
