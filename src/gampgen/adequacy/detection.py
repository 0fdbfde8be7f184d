"""Whether a test would notice a fault."""

from __future__ import annotations

import re

from gampgen.adequacy.faults import CriterionFault, EffectFault, Fault, LogicFault, PartFault, RightFault, RoleFault
from gampgen.adequacy.limits import Judged, Limit
from gampgen.adequacy.model import Model, expected, outcome
from gampgen.adequacy.roles import tries_right, tries_with
from gampgen.adequacy.units import names_unit
from gampgen.adequacy.words import content
from gampgen.domain.suite import OQTestCase

_BLANK = re.compile(r"<[^<>]*>")
_PREVENTS = re.compile(r"\b(?:prevent|refuse|reject|block|deny|denie|prohibit|forbid)\w*\b", re.IGNORECASE)
_SAYS_NOTHING = re.compile(
    r"\b(?:works?|functions?|behaves?|performs?|responds?) (?:as (?:expected|specified|intended|required)|correctly|"
    r"properly)|"
    r"\bsuccessful(?:ly)?\b|\b(?:as expected|as specified)\b|\bmeets? (?:the )?(?:acceptance criteri\w+|requirement)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}\b)")
_SHARED_WORDS = 2


def notices(fault: Fault, test: OQTestCase, models: tuple[Model, ...], text: str) -> bool:
    """Whether a test tells the faulty system from the right one.

    Args:
        fault: the seeded fault.
        test: a test of the requirement.
        models: the requirement's sentences as read here.
        text: the requirement's words.
    """
    if isinstance(fault, LogicFault):
        return _notices_logic(fault, test)
    if isinstance(fault, PartFault):
        return any(_looks_for(test, words) for words in (fault.words, *fault.others))
    if isinstance(fault, CriterionFault):
        judged = _names_unit(test, fault.limit) if fault.with_unit else _judges_by(test, fault.limit)
        return judged and not _contradicted(test, models)
    if isinstance(fault, RoleFault):
        named = fault.granted or not fault.rule.exclusive
        return tries_with(test, fault.rule) is named and expected(test) is fault.granted
    if isinstance(fault, RightFault):
        return tries_right(test, fault.right) and expected(test) is fault.right.allowed
    return _notices_effect(fault, test, models, text)


def _notices_logic(fault: LogicFault, test: OQTestCase) -> bool:
    right = outcome(fault.model, test)
    if right is not None and right is expected(test, fault.model):
        faulty = outcome(fault.faulty or fault.model, test, fault.change)
        if faulty is not None and faulty is not right:
            return True
    limits = [fault.model.limits[number] for number in fault.change.limits]
    if right is not None or not expected(test):
        return False
    return any(limit.judged is Judged.EITHER and _judges_by(test, limit) for limit in limits)


def _looks_for(test: OQTestCase, words: frozenset[str]) -> bool:
    """Whether a test that expects something speaks of a part in a step that has an expected result."""
    if not expected(test):
        return False
    for step in test.steps:
        said = content(_BLANK.sub(" ", f"{step.action} {step.expected_result}"))
        if step.expected_result and not _SAYS_NOTHING.search(step.expected_result) and words <= said:
            return True
    return False


def _notices_effect(fault: EffectFault, test: OQTestCase, models: tuple[Model, ...], text: str) -> bool:
    """A test of the right direction in which some step does or sees the requirement's matter and says what shows."""
    turned = fault.wanted and bool(_PREVENTS.search(text))
    if (expected(test) is not fault.wanted and not turned) or _contradicted(test, models):
        return False
    wanted = content(text)
    seen = [step.expected_result for step in test.steps if not _SAYS_NOTHING.search(step.expected_result)]
    said = " ".join((*seen, *(step.action for step in test.steps), test.acceptance_criterion)) if any(seen) else ""
    return len(wanted & content(_BLANK.sub(" ", said))) >= min(_SHARED_WORDS, len(wanted))


def _contradicted(test: OQTestCase, models: tuple[Model, ...]) -> bool:
    """Whether the test expects the opposite of what its own inputs lead to."""
    told = [(outcome(model, test), expected(test, model)) for model in models]
    settled = [(verdict, wanted) for verdict, wanted in told if verdict is not None]
    return bool(settled) and all(verdict is not wanted for verdict, wanted in settled)


def _judges_by(test: OQTestCase, limit: Limit) -> bool:
    """Whether an expected result or the acceptance criterion gives each end of the limit as a number."""
    seen = " ".join((*(step.expected_result for step in test.steps), test.acceptance_criterion))
    numbers = {_plain(number) for number in _NUMBER.findall(_THOUSANDS.sub("", seen))}
    ends = [end for end in (limit.lower, limit.upper) if end is not None]
    return all(_plain(format(abs(end), "f")) in numbers for end in ends)


def _names_unit(test: OQTestCase, limit: Limit) -> bool:
    """Whether what the tester judges by gives the limit's number together with its unit."""
    seen = (*(step.expected_result for step in test.steps), test.acceptance_criterion)
    return any(names_unit(one, limit) for one in seen)


def _plain(number: str) -> str:
    return number.rstrip("0").rstrip(".") if "." in number else number
