"""Ids for requirements that bear none, unique ids for all, and the stamp of each."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from gampgen.domain.requirement import Attribute, IdSource, Requirement
from gampgen.parsing.recognition.criteria import divide, reason_of
from gampgen.parsing.recognition.draft import Draft, Form
from gampgen.parsing.recognition.language import language_of_statement
from gampgen.parsing.recognition.sections import Section

_WORD: Final = re.compile(r"[^\W_]+")
_LONGEST_WORDS: Final = 4
_SERIES: Final = 3
_LABEL_NUMBER: Final = re.compile(r"\(?(\d{1,4})[.):]?")


def stamp(identifier: str, text: str, items: Sequence[str], acceptance: str | None) -> str:
    """SHA-256 (hexadecimal) over the canonical JSON of id, text, items and acceptance criteria."""
    content = json.dumps([identifier, text, list(items), acceptance], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()


def number_by_outline(drafts: Sequence[Draft]) -> None:
    """Give drafts of a document without printed ids the numbers that the word processor shows for them.

    A list number counts where it never comes again in the document; a heading's number where, by and large, each
    numbered heading holds one requirement.
    """
    _take_list_numbers([d for d in drafts if d.form is Form.PLAIN and d.bulleted and not d.id])
    plain = [d for d in drafts if d.form is Form.PLAIN and not d.id]
    held = Counter(d.section.path for d in plain)
    alone = [d for d in plain if held[d.section.path] == 1 and d.section.number]
    numbers = Counter(d.section.number for d in alone)
    if len(alone) >= _SERIES and 2 * len(alone) > len(held):
        for draft in alone:
            if numbers[draft.section.number] == 1:
                draft.id, draft.source = draft.section.number, IdSource.NUMBERING


def _take_list_numbers(drafts: Sequence[Draft]) -> None:
    found = [(d, m.group(1)) for d in drafts if (m := _LABEL_NUMBER.fullmatch(d.label.strip()))]
    if len(found) >= _SERIES and len({number for _, number in found}) == len(found):
        for draft, number in found:
            draft.id, draft.source = number, IdSource.NUMBERING


def _section_key(section: Section) -> str:
    """A short name of a section that depends on its own path alone: its number, else the words of its headings."""
    numbered = [depth for depth, (number, _) in enumerate(section.path) if number]
    last_number = numbered[-1] if numbered else -1
    keys = [section.path[last_number][0]] if numbered else []
    for depth, (_, title) in enumerate(section.path[last_number + 1 :], last_number + 2):
        words = _WORD.findall(title.upper())
        innermost = depth == len(section.path)
        keys.append("-".join(words[:_LONGEST_WORDS]) if innermost else "".join(word[0] for word in words))
    return "-".join(key for key in keys if key)


def finish(drafts: Sequence[Draft], language: str | None) -> tuple[Requirement, ...]:
    """Requirements out of drafts, in order; `language` is that of the document, or None.

    A draft without id gets one made of its section and its place among those of that section ("S3.2-R1"), so that an
    edit elsewhere does not change it. A repeated id is told apart in `uid` ("URS-001#2").
    """
    taken = {draft.id for draft in drafts if draft.id}
    ordinals: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    finished = []
    for draft in drafts:
        identifier, source = draft.id, draft.source
        if not identifier:
            identifier, source = _made_id(draft.section, ordinals, taken), IdSource.SYNTHESISED
        seen[identifier] += 1
        uid = identifier
        while seen[identifier] > 1 and (uid := f"{identifier}#{seen[identifier]}") in taken:
            seen[identifier] += 1
        spoken = language_of_statement(" ".join((draft.words, *(item for item in draft.items if item))), language)
        made = _requirement(draft, identifier, uid, source, divided=spoken == "en")
        finished.append(made.model_copy(update={"language": spoken}))
    return tuple(finished)


def _made_id(section: Section, ordinals: Counter[str], taken: set[str]) -> str:
    key = _section_key(section)
    while True:
        ordinals[key] += 1
        made = f"S{key}-R{ordinals[key]}" if key[:1].isdigit() else f"S-{key}-R{ordinals[key]}".replace("--", "-")
        if made not in taken:
            return made


def _requirement(draft: Draft, identifier: str, uid: str, source: IdSource, *, divided: bool) -> Requirement:
    """`divided`: the wording is English, so that reasons can be told from criteria."""
    text = draft.words
    items = tuple(item for item in draft.items if item)
    acceptance, reasons = _criteria(draft.acceptance, " ".join((text, *items)) if divided else None)
    attributes = tuple(a for a in draft.attributes if a.value and not (a.value == text and not draft.text)) + reasons
    return Requirement(
        id=identifier,
        uid=uid,
        id_source=source,
        text=text,
        items=items,
        section=draft.section.in_words,
        location=draft.location,
        stamp=stamp(identifier, text, items, acceptance),
        acceptance_criteria=acceptance,
        stated_priority=draft.priority or None,
        stated_risk=draft.risk or None,
        stated_verification=draft.verification or None,
        attributes=attributes,
        readings=draft.readings,
        rights=draft.rights,
        lost=draft.lost,
    )


def _criteria(stated: Sequence[Attribute], words: str | None) -> tuple[str | None, tuple[Attribute, ...]]:
    """The criteria among what columns of criteria hold, and the reasons; `words` None: all are taken as criteria."""
    if words is None:
        return "\n".join(one.value for one in stated) or None, ()
    found = [(one.name, divide(one.name, one.value, words)) for one in stated]
    kept = "\n".join(one.criteria for _, one in found if one.criteria)
    return kept or None, tuple(reason_of(name, reason) for name, one in found for reason in one.reasons)
