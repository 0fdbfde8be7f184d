"""A model that answers honestly: it reads the fenced data of a question and words sound answers by simple means."""

from __future__ import annotations

import json
import random
import re

SITUATIONS = (
    ("Cut the power in the middle of the operation and bring it back", "The operation ends half done"),
    ("Take the network away during the operation", "The operation is lost without a word"),
    ("Bring the same situation about again right after the first one", "Only the first occurrence is handled"),
    ("Let another user do the same at the same moment", "One of the users works on stale data"),
    ("Change the clock of the client before the operation", "A wrong time is used"),
    ("Repeat the operation with the longest text that the field takes", "The text is cut without a notice"),
    (
        "Do it again with a user whose account was just deactivated",
        "The session goes on although the account is closed",
    ),
    ("Start the operation and leave the screen before it ends", "The operation is left in an undefined state"),
    ("Use special characters and leading blanks in the entry", "The entry is stored differently from what was typed"),
    ("Fill the disk of the server and try again", "The operation fails and nobody is told"),
)
FAILURES = (
    "The function works on stale data",
    "The function does nothing and gives no message",
    "The record is written to the wrong object",
    "The function runs for the wrong user",
    "The result is shown but not stored",
    "The function stops working after a restart",
)
QUESTIONS = (
    "Who is told when this does not work?",
    "Does this also hold while the system starts?",
    "What is expected while the connection to the server is down?",
    "Is this demanded of all users, or of some roles?",
)
_DATA = re.compile(r"<<<DATA [0-9a-f]{16}>>>\n(.*)\n<<<END", re.DOTALL)
_VAGUE = re.compile(r"\"([^\"]+)\"")
_CAPITAL_START = re.compile(r"^[A-Z][a-z]+")


def items_of(body: dict) -> list[dict]:
    """The items that a request asks about."""
    user = body["messages"][1]["content"]
    return json.loads(_DATA.search(user)[1])["items"]


def task_of(body: dict) -> str:
    return body["response_format"]["json_schema"]["name"]


def quote_of(text: str, dice: random.Random) -> str:
    words = text.split()
    length = min(len(words), dice.randint(2, 9))
    start = dice.randint(0, len(words) - length)
    return " ".join(words[start : start + length])


def honest_entries(body: dict, seed: int = 0) -> list[dict]:
    """One honest entry for each item of a request."""
    dice = random.Random(f"{seed} {body['messages'][1]['content']}")  # noqa: S311 - a test's dice
    return [ANSWERS[task_of(body)](item, dice) for item in items_of(body)]


def _additional(item: dict, dice: random.Random) -> dict:
    chosen = dice.sample(SITUATIONS, dice.randint(0, 2))
    situations = [
        {"action": action, "failure": failure, "quote": quote_of(item["requirement"], dice)}
        for action, failure in chosen
    ]
    return {"about": item["about"], "situations": situations}


def _failures(item: dict, dice: random.Random) -> dict:
    chosen = dice.sample(FAILURES, dice.randint(0, 2))
    return {
        "about": item["about"],
        "failure_modes": [{"failure": one, "quote": quote_of(item["requirement"], dice)} for one in chosen],
    }


def _missing(item: dict, dice: random.Random) -> dict:
    if dice.random() < 0.5:
        return {"about": item["about"], "missing": "", "quote": ""}
    return {"about": item["about"], "missing": dice.choice(QUESTIONS), "quote": quote_of(item["requirement"], dice)}


def _rewording(item: dict, _dice: random.Random) -> dict:
    said = item["requirement"]
    vague = [word for text in item["cannot_be_tested"] for word in _VAGUE.findall(text)]
    new = said
    for word in vague:
        new = new.replace(word, "<measurable words>")
    return {"about": item["about"], "rewording": new if new != said else ""}


def _category(item: dict, dice: random.Random) -> dict:
    one = dice.choice(item["requirements"])
    return {
        "about": item["about"],
        "category": item["rules_propose"] or dice.choice([3, 4, 5]),
        "reason": "The requirements describe functions that are set up for one site.",
        "evidence": [{"requirement": one["about"], "quote": quote_of(one["requirement"], dice)}],
    }


_SAME = (
    ("Check that", "Verify that"),
    ("Check", "Look at"),
    ("Observe", "Watch"),
    ("Enter", "Write"),
    ("Note", "Write down"),
    ("See whether", "Check whether"),
    ("is shown", "is displayed"),
    ("Try to", "Attempt to"),
    ("Record", "Note"),
)


def _step(item: dict, dice: random.Random) -> dict:
    action, expected = item["action"], item["expected"]
    style = dice.randint(0, 5)
    if style == 1 and expected:
        expected = f"{expected.rstrip('.')}, as the tester observes."
    if style == 2 and action:
        action = f"{action.rstrip('.')}; note what is shown."
    if style == 3 and _CAPITAL_START.match(expected):
        expected = f"It is observed: {expected}"
    if style == 4:
        for old, new in _SAME:
            action = action.replace(old, new, 1)
    if style == 5 and action:
        action = f"In this step: {action}"
    return {"about": item["about"], "action": action, "expected": expected}


ANSWERS = {
    "sme_additional_tests": _additional,
    "sme_failure_modes": _failures,
    "research_missing_requirements": _missing,
    "context_rewording": _rewording,
    "context_category": _category,
    "drafting_step_wording": _step,
}
