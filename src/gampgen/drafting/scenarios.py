# ruff: noqa: E501 - a sentence of a test stands on one line, so that it is read and mended as a whole
"""Tests of the main path and its alternative, from the frame of the clause's kind of action."""

from __future__ import annotations

import re

from gampgen.domain.clause import ActionKind, Clause, ClauseForm
from gampgen.domain.coverage import Checklist, CoverageItem
from gampgen.domain.suite import InputValue
from gampgen.drafting.english import bare, capital, indicative, infinitive, inner, is_plural, sentence, the
from gampgen.drafting.scripts import RATIONALES
from gampgen.drafting.slots import action_of, fill, frame_of, is_act, phrase, thing
from gampgen.drafting.special_frames import MARKED, SORTED_OUT, TRACED, VIEWED
from gampgen.drafting.started import started
from gampgen.drafting.wording import RECORD, SCREEN, Step, Wording

_MOST_ITEMS = 12


def word_scenario(item: CoverageItem, part: Checklist) -> Wording:
    """The words of a main path or of its alternative."""
    clause = part.clause
    if clause.negated:
        return _forbidden(item, part)
    return _main(item, part) if part.aspect == "main" else _alternative(part)


def _by_tester(clause: Clause) -> bool:
    """Whether a person, hence the tester, does what the clause says."""
    return clause.by_person or clause.ability


def _is_person(clause: Clause) -> bool:
    return clause.by_person and clause.form is not ClauseForm.PASSIVE


def _actor(clause: Clause) -> str:
    if _is_person(clause) and clause.subject:
        return f"As {'one of ' if is_plural(clause.subject) else ''}{the(clause.subject)}, "
    return ""


def _do(clause: Clause) -> str:
    """The provoking action: what the person does, or what makes the system do it."""
    if _by_tester(clause) and (frame := frame_of(clause)) in {VIEWED, TRACED}:
        return sentence(f"{_actor(clause)}{inner(phrase(frame.do, clause))}")
    if _by_tester(clause):
        return sentence(f"{_actor(clause)}{infinitive(clause)}, with the data <prepared data>")
    return fill(frame_of(clause).do, clause)


def _main(item: CoverageItem, part: Checklist) -> Wording:
    whole = part.clause
    clause = whole.model_copy(update={"further_verbs": (), "further_kinds": ()}) if whole.further_kinds else whole
    frame, said = frame_of(clause), indicative(whole)
    steps = [Step(fill(frame.prepare, clause), fill(frame.prepared, clause), SCREEN, rule=item.rule)]
    if clause.kind is not ActionKind.REFUSE or frame is SORTED_OUT:
        steps.append(Step(_do(clause), started(clause, by_tester=_by_tester(clause)), SCREEN, item.quote))
    steps.append(Step(fill(frame.look, clause), fill(frame.seen, clause), SCREEN, item.quote))
    steps += _further(item, clause)
    used = clause.kind is ActionKind.PROVIDE
    steps += [
        Step(
            f"Use this with <prepared data>: {inner(text)}.",
            f"{capital(inner(text))}: the result for <prepared data> is <expected result>.",
            RECORD,
            _detail_quote(item, text),
        )
        if used
        else Step(
            f"Look for this part: {inner(text)}.",
            f"{capital(inner(text))}: present in {the(_holder(clause))}, with the value or content of this test.",
            RECORD,
            _detail_quote(item, text),
        )
        for text in part.details[:_MOST_ITEMS]
    ]
    return Wording(
        title=capital(said), objective=sentence(f"Show on a prepared case that {said}"), preconditions=_setting(clause),
        inputs=tuple(InputValue(name=name, value=value, unit=unit) for name, value, unit in part.values), steps=tuple(steps), criterion=fill(frame.seen, clause), rationale=RATIONALES["SCEN"],
    )  # fmt: skip


def _holder(clause: Clause) -> str:
    """Where the listed parts are to be found: what contains them, else what the clause is about."""
    return clause.subject if clause.kind is ActionKind.INCLUDE and clause.subject else thing(clause)


def _further(item: CoverageItem, clause: Clause) -> list[Step]:
    """One pair of steps for each coordinated verb: "create, edit and delete records" is three actions."""
    whole = item.part.clause if isinstance(item.part, Checklist) else clause
    steps: list[Step] = []
    for verb, kind in zip(whole.further_verbs, whole.further_kinds, strict=False):
        one = clause.model_copy(update={"verb": verb, "kind": kind})
        frame = frame_of(one)
        steps.append(Step(_do(one), fill(frame.seen, one), SCREEN, item.quote))
    return steps


def _detail_quote(item: CoverageItem, text: str) -> str:
    return text if text in item.quote else item.quote


def _alternative(part: Checklist) -> Wording:
    clause = part.clause
    frame = MARKED if clause.kind is ActionKind.DISPLAY and clause.form is ClauseForm.PASSIVE else frame_of(clause)
    title = phrase(frame.title, clause)
    if (
        frame is not SORTED_OUT
        and clause.kind is ActionKind.REFUSE
        and not (permitted := _permitted(clause)).startswith("<")
    ):
        frame = frame._replace(other=f"Bring about this: {permitted}.")
        title = f"Still possible: {permitted}"
    return Wording(
        title=title if "_o}" in frame.title or title.startswith("Still") else f"{title}: {action_of(clause) or inner(clause.subject)}",
        objective=sentence(f"Show the other side of “{_short(indicative(clause))}”: {inner(title)}"),
        preconditions=_setting(clause), inputs=(),
        steps=(
            Step(fill(frame.prepare, clause), fill(frame.prepared, clause), SCREEN, rule="EG"),
            Step(fill(frame.other, clause), fill(frame.otherwise, clause), SCREEN, rule="EG"),
        ),
        criterion=fill(frame.otherwise, clause) if not _repeats(frame.otherwise) else sentence(f"{title}: {inner(phrase(frame.otherwise, clause))}"),
        rationale=RATIONALES["EG"],
    )  # fmt: skip


def _forbidden(item: CoverageItem, part: Checklist) -> Wording:
    clause = part.clause
    do, said, noun = _NO_LONGER.sub("", infinitive(clause)), indicative(clause), the(thing(clause))
    if clause.kind is ActionKind.ALLOW and clause.form is ClauseForm.PASSIVE:
        return _not_permitted(item, clause)
    who = f"{_actor(clause)}try" if _actor(clause) else "Try"
    action = (
        f"{who} to {do}."
        if clause.by_person or clause.form.value == "passive"
        else f"Bring about the situation in which {inner(clause.subject) or 'the system'} could {do}."
    )
    return Wording(
        title=capital(said), objective=sentence(f"Show by an attempt that {said}"),
        preconditions=(f"The state of {noun} before the attempt is written down.",), inputs=(),
        steps=(
            Step(f"Open {noun} (<record or screen>) and write down what is shown.", f"The state of {noun} is written down.", SCREEN, rule=item.rule),
            Step(action, f"{capital(said)}: the attempt has no effect or is refused (text recorded).", SCREEN, item.quote),
            Step(f"Open {noun} again and compare.", f"{capital(noun)}: the same state as written down before the attempt.", RECORD, rule=item.rule),
        ),
        criterion=sentence(f"After the attempt {said}, and the state of {noun} is unchanged"), rationale=RATIONALES["SCEN"],
    )  # fmt: skip


_NO_LONGER = re.compile(r"\s+(?:any ?more|any longer)\b", re.IGNORECASE)


def _not_permitted(item: CoverageItem, clause: Clause) -> Wording:
    """Something that is not permitted at all: tried by its name, since the verb of permission is nobody's action."""
    said, noun, plain = indicative(clause), the(clause.subject), bare(clause.subject)
    if is_act(clause.subject):
        first = Step(
            f"Open a case in which this could be carried out, and write down its content: {plain} (<record>).",
            "The content of <record> is written down.",
            SCREEN,
            rule=item.rule,
        )
        trial, unchanged = (
            f"carry this out on <record>: {plain}",
            "<record> holds what was written down before the attempt",
        )
    else:
        first = Step(
            sentence(f"Look for {noun} (<record or screen>)"),
            f"What is found of {noun} is written down.",
            SCREEN,
            rule=item.rule,
        )
        trial, unchanged = f"set up, enter or choose {plain}", f"no case of {noun} has been added since the attempt"
    return Wording(
        title=capital(said), objective=sentence(f"Show by an attempt that {said}"), preconditions=(), inputs=(),
        steps=(
            first,
            Step(sentence(f"Try to {trial} {clause.rest}"), f"{capital(said)}: it is not offered, or the attempt is refused (text recorded).", SCREEN, item.quote),
            Step("Look in the same place again and compare.", sentence(unchanged), RECORD, rule=item.rule),
        ),
        criterion=sentence(f"{said}: {unchanged}"), rationale=RATIONALES["SCEN"],
    )  # fmt: skip


def _permitted(clause: Clause) -> str:
    """The nearest thing that a prevention does not exclude: its own words with "with" and "without" exchanged."""
    for word, opposite in (("without", "with"), ("with", "without")):
        if clause.object and clause.rest.startswith(word + " "):
            return f"{inner(clause.object)} {opposite} {clause.rest[len(word) + 1 :]}"
    return "<permitted counterpart>"


def _setting(clause: Clause) -> tuple[str, ...]:
    noun = the(thing(clause)) or "the function"
    case = f"A case for {noun} is prepared in the test environment: <prepared data>."
    if not _by_tester(clause):
        return (case,)
    if not (_is_person(clause) and clause.subject):
        return ("The tester works as a test user: <role>.", case)
    one = "from among" if is_plural(clause.subject) else "who is"
    return (
        f"The tester works as a test user {one} {the(clause.subject) if is_plural(clause.subject) else inner(clause.subject)}.",
        case,
    )


def _repeats(template: str) -> bool:
    return "{" not in template


def _short(text: str) -> str:
    return text if len(text) < 140 else text[:137].rsplit(" ", 1)[0] + " …"  # noqa: PLR2004 - one line of a protocol
