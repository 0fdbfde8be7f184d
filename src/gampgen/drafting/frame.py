"""The form of a frame: where a tester looks for the effect of one kind of action, and what is seen."""

from __future__ import annotations

from typing import NamedTuple


class Frame(NamedTuple):
    """How the effect of one kind of action is seen.

    `prepare` and `prepared` set the scene of the main path; `do` provokes the action where the system acts by itself;
    `look` is where the tester looks; `seen`/`unseen` what is there or not; `other` and `otherwise` are the alternative
    path: what is
    tried, and what must (not) be seen then; `title` names the alternative. They are empty where no other side follows
    from the kind of action.
    """

    prepare: str
    prepared: str
    do: str
    look: str
    seen: str
    unseen: str
    other: str
    otherwise: str
    title: str
