"""Which drafts are the document's requirements, and why the others are not.

A document either prints ids or it does not. Where it does, what bears one is a requirement, and a sentence without id
is one only where an id is plainly missing. Where it does not, numbering, wording and the outline decide.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from gampgen.domain.requirement import PassedOver
from gampgen.parsing.recognition.draft import Draft, Form
from gampgen.parsing.recognition.identifiers import head_of, is_strong_id
from gampgen.parsing.recognition.kin import Kin, is_statement
from gampgen.parsing.recognition.obligation import Obligation, demands
from gampgen.parsing.recognition.sections import SectionKind, names_requirements

IDENTIFIED: Final = frozenset({Form.TABLE_ROW, Form.KEY_VALUE, Form.INLINE, Form.HEADING})
_SERIES: Final = 3
_NAMED: Final = 2
_CLEARLY: Final = 5
_TITLE: Final = 6
_MOST: Final = 0.8
_SHORTER: Final = 0.6


@dataclass(slots=True)
class Choice:
    """What was decided.

    `kept` are the drafts taken, in order; `empty` those whose statement is missing; `unclaimed` sentences without id
    that are worded as obligations. `identified`: the document prints ids.
    """

    kept: list[Draft]
    passed: list[PassedOver] = field(default_factory=list)
    empty: list[Draft] = field(default_factory=list)
    unclaimed: list[PassedOver] = field(default_factory=list)
    identified: bool = True

    def sift(self, keep: Callable[[Draft], bool], reason: str) -> None:
        """Pass over the drafts that `keep` refuses."""
        self.passed.extend(draft.passed(reason) for draft in self.kept if not keep(draft))
        self.kept = [draft for draft in self.kept if keep(draft)]


def choose(drafts: Sequence[Draft], likeness: dict[int, int]) -> Choice:
    """Decide for the document as a whole.

    Args:
        drafts: all drafts, in the document's order.
        likeness: by number of table, how much it is like a table of requirements.
    """
    choice = Choice([d for d in drafts if d.form in IDENTIFIED])
    _drop_weaker_tables(choice, likeness)
    _drop_containers(choice)
    defined = {d.id for d in choice.kept if d.section.kind is not SectionKind.APPARATUS}
    choice.sift(
        lambda d: d.section.kind is not SectionKind.APPARATUS or d.id not in defined,
        "it stands in a part that is not for requirements, and its id is defined elsewhere",
    )
    _drop_citations(choice)
    choice.empty = [d for d in choice.kept if not d.words]
    choice.passed.extend(d.passed("it bears an id and states nothing") for d in choice.empty)
    choice.kept = [d for d in choice.kept if d.words]
    loose = [d for d in drafts if d.form not in IDENTIFIED]
    choice.identified = any(d.id for d in choice.kept)
    taken = _missing_ids(drafts, choice.kept) if choice.identified else _without_ids(loose, likeness)
    chosen = {id(d) for d in (*choice.kept, *taken)}
    for draft in loose:
        if id(draft) not in chosen:
            _pass_loose(choice, draft, likeness)
    choice.kept = [d for d in drafts if id(d) in chosen]
    return choice


def _pass_loose(choice: Choice, draft: Draft, likeness: dict[int, int]) -> None:
    if not (draft.demanding or demands(draft.words)):
        if draft.form is Form.NUMBERED and (draft.section.kind is SectionKind.REQUIREMENT or is_statement(draft)):
            choice.passed.append(draft.passed("it is numbered and not worded as a requirement"))
        elif likeness.get(draft.group, 0) >= _NAMED:
            choice.passed.append(
                draft.passed("row of a table that prints no ids, while this document's requirements do")
            )
        return
    if choice.identified:
        passed = draft.passed("it is worded as an obligation and bears no id, while this document's requirements do")
        if draft.section.kind is not SectionKind.NARRATIVE:
            choice.unclaimed.append(passed)
    elif draft.section.kind is SectionKind.NARRATIVE:
        passed = draft.passed(f"it stands in {draft.section.purpose}")
    else:
        passed = draft.passed("it stands outside the part that states the requirements")
    choice.passed.append(passed)


def _drop_weaker_tables(choice: Choice, likeness: dict[int, int]) -> None:
    """Where requirements are plainly found elsewhere, drop tables that are only a little like one of them."""
    strong = [d for d in choice.kept if is_strong_id(d.id)]
    clear = any(likeness.get(d.group, _CLEARLY) >= _CLEARLY for d in choice.kept)
    groups: dict[int, list[Draft]] = defaultdict(list)
    for draft in choice.kept:
        if draft.group >= 0:
            groups[draft.group].append(draft)
    weaker: set[int] = set()
    for group, members in groups.items():
        numbers_only = not any(is_strong_id(d.id) for d in members if d.id)
        if numbers_only and len(strong) >= _SERIES and likeness[group] < _CLEARLY:
            weaker.add(group)
        elif clear and likeness[group] < _CLEARLY - 1 and not numbers_only:
            heads = {head_of(d.id) for d in members}
            others = {head_of(d.id) for d in strong if d.group != group}
            if not heads & others:
                weaker.add(group)
    choice.sift(
        lambda d: d.group not in weaker, "row of a table that is less like one of requirements than others here"
    )


def _drop_containers(choice: Choice) -> None:
    """A heading, or a short row, that only names the requirements below it states nothing itself."""
    inside: Counter[tuple[tuple[str, str], ...]] = Counter()
    for draft in choice.kept:
        path = draft.section.path
        for depth in range(len(path) + 1):
            inside[path[:depth]] += 1
        if draft.own_path == ():
            inside[()] -= 1
    parents = {_parent_id(draft.id) for draft in choice.kept}

    def states(draft: Draft) -> bool:
        if demands(draft.text, Obligation.IMPERATIVE):
            return True
        if draft.own_path is not None and inside[draft.own_path] > 0:
            return False
        short = len(draft.words.split()) <= _TITLE and not draft.words.endswith(".")
        return not (short and draft.id in parents and not draft.items and not draft.acceptance)

    choice.sift(states, "it names the requirements below it")


def _parent_id(identifier: str) -> str:
    return identifier.rpartition(".")[0]


def _drop_citations(choice: Choice) -> None:
    """An id in a matrix, an overview or a list of open points cites the requirement that is stated elsewhere."""
    stated = {d.id for d in choice.kept if demands(d.text, Obligation.IMPERATIVE)}
    places: dict[str, dict[int, Draft]] = defaultdict(dict)
    groups: dict[int, list[Draft]] = defaultdict(list)
    for draft in choice.kept:
        if len(places[draft.id]) < 2:  # noqa: PLR2004 - the draft's own group and another one are enough
            places[draft.id].setdefault(draft.group, draft)
        groups[draft.group].append(draft)
    cited = {id(d) for d in choice.kept if d.id in stated and _only_mentions(d)}
    for group, members in groups.items():
        elsewhere = [(d, next((r for g, r in places[d.id].items() if g != group), None)) for d in members]
        repeated = [(d, r) for d, r in elsewhere if r is not None]
        if len(members) > 1 and len(repeated) >= _MOST * len(members) and _echo(repeated):
            cited.update(id(d) for d, _ in repeated)
    choice.sift(lambda d: id(d) not in cited, "it cites a requirement that is stated elsewhere in the document")


def _only_mentions(draft: Draft) -> bool:
    """Whether a draft, whose id another draft states, is worded as no more than a mention of it."""
    if demands(draft.text, Obligation.IMPERATIVE):
        return False
    return not draft.firm or not draft.words or draft.section.kind is not SectionKind.REQUIREMENT


def _echo(repeated: list[tuple[Draft, Draft]]) -> bool:
    """Whether the drafts of a group say less than, or the same as, what is stated elsewhere."""
    own = sum(len(d.text.split()) for d, _ in repeated)
    other = sum(len(r.text.split()) for _, r in repeated)
    same = all(d.words in r.words or not d.words for d, r in repeated)
    later = all(d.group > r.group >= 0 for d, r in repeated)
    return own < _SHORTER * other or (same and (own < other or later))


def _missing_ids(drafts: Sequence[Draft], kept: list[Draft]) -> list[Draft]:
    """Drafts without id in a document that prints ids, where the id is plainly missing."""
    wanted = {id(d) for d in kept}
    tabled = {d.group for d in kept if d.group >= 0}
    identified = {d.section.ordinal for d in kept}
    found: list[Draft] = []
    before: Draft | None = None
    for draft in drafts:
        if id(draft) in wanted:
            before = draft
        elif (draft.form is Form.PLAIN_ROW and draft.group in tabled) or _is_sibling(draft, before):
            found.append(draft)
        elif draft.form in {Form.PLAIN, Form.NUMBERED, Form.PLAIN_ROW} and demands(draft.text):
            alone = draft.section.ordinal not in identified and draft.section.kind is SectionKind.REQUIREMENT
            if alone and names_requirements(draft.section.title):
                found.append(draft)
    return found


def _is_sibling(draft: Draft, before: Draft | None) -> bool:
    return (
        before is not None
        and before.form is Form.INLINE
        and draft.form is Form.PLAIN
        and before.bulleted
        and draft.bulleted
        and before.depth == draft.depth
        and before.section.ordinal == draft.section.ordinal
        and demands(draft.text)
    )


def _without_ids(loose: list[Draft], likeness: dict[int, int]) -> list[Draft]:
    """The requirements of a document that prints no ids."""
    kin = Kin(loose)

    def worded(draft: Draft) -> bool:
        if draft.form is Form.PLAIN_ROW:
            return likeness[draft.group] >= _NAMED and bool(draft.text)
        told = bool(draft.text and (draft.acceptance or draft.priority))  # by the labels under which its parts stand
        return told or draft.demanding or demands(draft.text, Obligation.PERMISSIVE) or kin.speak_for(draft)

    able = [d for d in loose if worded(d)]
    stating = [d for d in able if d.section.kind is not SectionKind.NARRATIVE]
    front = [d for d in stating if not d.section.ordinal and d.form is Form.PLAIN and not d.bulleted]
    rest = [d for d in stating if d.section.ordinal]
    if sum(d.demanding for d in rest) > sum(d.demanding for d in front):
        before = {id(d) for d in front}
        stating = [d for d in stating if id(d) not in before]
    return stating or able
