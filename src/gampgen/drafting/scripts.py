"""What the scripted checklists share: the form of a script, and how its slots are filled."""

from __future__ import annotations

import re
from typing import NamedTuple

from gampgen.domain.coverage import Checklist, CoverageItem
from gampgen.domain.suite import InputValue, Polarity
from gampgen.drafting.english import bare, capital, indefinite, inner, joined, sentence, the
from gampgen.drafting.slots import frame_of, phrase
from gampgen.drafting.wording import RECORD, SCREEN, Step, Wording, amount, minutes


class Line(NamedTuple):
    """One step of a script. `claimed` is true where the requirement itself demands it; else the rule adds it."""

    action: str
    expected: str
    evidence: str = SCREEN
    claimed: bool = False


class Script(NamedTuple):
    """A test of a checklist as text with slots: those of `slots.py` and {about}, {details}, {value}, {limit}."""

    title: str
    objective: str
    preconditions: tuple[str, ...]
    lines: tuple[Line, ...]
    criterion: str


RECORDED, SEEN = RECORD, SCREEN
DEFAULTS = {
    "AT": ("user", "date and time", "old value", "new value"),
    "SIG": ("the signer's full name", "date and time", "the meaning of the signature"),
}


def word_script(item: CoverageItem, part: Checklist, script: Script) -> Wording:
    """A script with the words of the requirement, the exact values and the parts that the sentence lists."""

    def say(template: str) -> str:
        return phrase(_own(template, item, part), part.clause, part.about)

    steps = tuple(
        Step(
            sentence(say(line.action)),
            sentence(say(line.expected)),
            line.evidence,
            item.quote if _claims(line, item, part) else "",
            "" if _claims(line, item, part) else item.rule,
        )
        for line in script.lines
    )
    steps += _each_part(item, part, script)
    values = [InputValue(name=name, value=value, unit=unit) for name, value, unit in part.values]
    conditions = [InputValue(name=inner(words), value=truth) for words, truth in part.conditions]
    stays = not part.aspect.startswith("outage")  # there the condition comes and goes in the steps
    beside = tuple(
        _beside(words, truth=truth)
        for words, truth in part.conditions if stays and item.rule != "LOCK" and not any(c.isdigit() for c in words)
    )  # fmt: skip
    return Wording(
        title=say(script.title), objective=sentence(say(script.objective)),
        preconditions=(*[sentence(text) for one in script.preconditions if (text := say(one))], *beside),
        inputs=(*conditions, *values), steps=steps, criterion=sentence(say(script.criterion)),
        rationale=RATIONALES.get(item.rule, "The field's checklist for this kind of requirement."),
        waits=sum(minutes(value, unit) for _, value, unit in part.values),
    )  # fmt: skip


def _each_part(item: CoverageItem, part: Checklist, script: Script) -> tuple[Step, ...]:
    """A step for each listed part that the script does not name: the parts of a list are demands of their own."""
    if part.aspect.startswith("outage"):
        return ()
    named = any("{details" in f"{line.action} {line.expected}" for line in script.lines)
    if named or item.rule not in _LISTING or item.polarity is not Polarity.POSITIVE:
        return ()
    seen = inner(phrase(_own(script.lines[-1].expected, item, part), part.clause, part.about))
    return tuple(
        Step(
            sentence(f"Repeat steps 1 to {len(script.lines)} for {the(text)}"),
            sentence(f"For {the(text)}: {seen}"),
            RECORD,
            item.quote,
        )
        for text in part.details[:_MOST_PARTS]
        if _NAMES.match(text)
    )


# a part is a thing that can be put in the place of another: no bracket, no verb of its own; a count may stand before it
_NAMES = re.compile(r"^(?:\d+ (?=[a-z]))?[A-Za-z][\w /-]*$")


_LISTING = frozenset({"IF", "CALC", "SRCH", "MAIL"})
_MOST_PARTS = 12


def _claims(line: Line, item: CoverageItem, part: Checklist) -> bool:
    """Whether the requirement itself demands what a line expects; contents that a rule adds rest on the rule."""
    return line.claimed and (bool(part.details) or item.rule not in DEFAULTS or "{details}" not in line.expected)


def _beside(words: str, *, truth: bool) -> str:
    """A condition beside the tested one that must stay as it is from start to end."""
    return sentence(f"From start to end this {'holds' if truth else 'does not hold'}: {inner(words)}")


def _short(noun: str) -> str:
    """A long noun phrase cut to its head: what stands in brackets only tells tests apart."""
    return noun if len(noun) <= _LONGEST else _HEAD_END.split(noun)[0]


_LONGEST = 60
_HEAD_END = re.compile(r"\s+(?:that|which|with|containing|including|using|for|from|to)\s+|[,(:]")


def _own(template: str, item: CoverageItem, part: Checklist) -> str:
    parts = part.details or DEFAULTS.get(item.rule, ())
    value = amount(part.values[0][1], part.values[0][2]) if part.values else ""
    limit = amount(part.details[0], part.values[0][2]) if part.values and part.details else value
    lasting = _lasting(part)
    frame = frame_of(part.clause)
    look = phrase(frame.look, part.clause).rstrip(".")
    seen, unseen = (phrase(text, part.clause) for text in (frame.seen, frame.unseen))
    template = template.replace("{seen}", seen).replace("{unseen}", unseen)
    template = template.replace("{quote}", " ".join(item.quote.split()))
    for slot, said in _parts_of(part).items():
        template = template.replace(slot, said)
    return (
        template.replace(
            "{details}", joined([inner(one) for one in parts]) if parts else f"all values of {the(part.about)}"
        )
        .replace(
            "{details_or}", joined([inner(one) for one in parts], "or") if parts else f"all values of {the(part.about)}"
        )
        .replace("{about}", _short(bare(part.about)))
        .replace("{a_about}", indefinite(bare(part.about)))
        .replace("{the_about}", the(part.about))
        .replace("{The_about}", capital(the(part.about)))
        .replace("{value}", value)
        .replace("{limit}", limit)
        .replace("{lasting}", lasting)
        .replace("{earlier}", _earlier(part))
        .replace("{look}", look)
        .replace("{then}", inner(part.details[0]) if part.details else "")
        .replace("{apart}", amount(part.values[1][1], part.values[1][2]) if len(part.values) > 1 else "<interval>")
        .replace("{look_}", look[:1].lower() + look[1:])
    )


def _lasting(part: Checklist) -> str:
    """What ends a lock: the stated time, or who releases it."""
    match part.details[1:] if part.values else ():
        case (duration, unit, _):
            return amount(duration, unit)
        case (release,):
            return release
    return "<lock time, or release by whom>"


def _earlier(part: Checklist) -> str:
    """One step before a stated lock time is over; "" where none is stated."""
    match part.details[1:] if part.values else ():
        case (_, unit, earlier):
            return amount(earlier, unit)
    return ""


def _parts_of(part: Checklist) -> dict[str, str]:
    """The single parts of a checklist for scripts that name them by their place: a pattern, a clock time, a period."""
    if not part.details:
        return {"{who_are}": ""}
    first, rest = part.details[0], part.details[1:]
    return {
        "{first}": inner(first),
        "{second}": inner(rest[0]) if rest else "",
        "{third}": inner(rest[1]) if len(rest) > 1 else "",
        "{fourth}": rest[2] if len(rest) > 2 else "",  # noqa: PLR2004 - the fourth of the parts
        "{pattern}": first,
        "{tried}": joined([f"“{one}”" for one in rest]),
        "{limit_plain}": first,
        "{break}": inner(first),
        "{less}": amount(rest[0], part.values[0][2]) if rest and part.values else "",
        "{early_plain}": rest[0] if rest else "",
        "{first_two}": joined(list(part.details[:2])),
        "{first_two_or}": joined(list(part.details[:2]), "nor that of"),
        "{period}": part.details[-1],
        "{event}": inner(part.about),
        "{who_are}": f"<user A> is {the(first)}, <user B> is {the(rest[0])}" if rest else "",
        "{bare_about}": _short(bare(part.about)),
    }


RATIONALES = {
    "BVA": "Boundary values of the time: the time itself and one step before it, by the decimals written.",
    "AT": "Audit trail: what the sentence asks for is read in the entry itself; attempts to leave none or to alter it.",
    "TIME": "Time-out: boundary values of the duration, one step by the decimals written (an assumption).",
    "LOCK": "Lock-out: boundary values of the number of attempts.",
    "PWD": "Password rules: each rule is met once and broken once.",
    "SIG": "Electronic signature: content, refusal of wrong components, and the link to the record.",
    "CONC": "Shared editing: two sessions on one record, so that an overwritten change would show.",
    "CLOCK": "Clock: set wrong on purpose, and without its time source.",
    "MIG": "Migration: numbers, a sample, and a record that does not fit.",
    "BC": "Reading of codes: a right code, and one code per kind of fault.",
    "TWO": "Two persons: one alone, the same person twice, and two different persons.",
    "ONLY": "Equivalence partitioning: what “only” names is taken, what it leaves out is refused.",
    "FMT": "Format: one entry that fits, and one per way not to fit.",
    "MAND": "Mandatory field: one missing field per try.",
    "UNIQ": "Uniqueness: the same once more is refused, another one is taken; what the system gives is looked up.",
    "PATH": "State transition: each state that the document names is there.",
    "IF": "Data transfer: arrival field by field, and the failures that this connection can have.",
    "HTTP": "Request and response: one valid request, and one request per kind of fault (status codes as in RFC 9110).",
    "REP": "Output: compared with its source value by value.",
    "SRCH": "Search: hits compared with records that were prepared for it.",
    "MAIL": "Notification: with the event, without it, and with the mail server down.",
    "BAK": "Backup and restore: marker records before and after the backup.",
    "CALC": "Calculation: compared with a result from an independent source.",
    "SCEN": "Scenario: the main path in the requirement's own words.",
    "EG": "Error guessing: the case in which the action must not happen or must leave nothing half done.",
}
