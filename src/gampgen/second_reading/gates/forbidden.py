# ruff: noqa: E501 - a pattern is read as a whole
"""G6: what no answer may hold: verdicts, addresses, markup, hidden characters, keys, files, commands."""

from __future__ import annotations

import re
from collections.abc import Iterable

from gampgen.domain.visible import UNSEEN_CHARACTER

LONGEST = 600

_FORBIDDEN: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "a verdict, which only the tester gives",
        re.compile(
            r"\bPASS(?:ED)?\b|\bFAIL(?:ED)?\b|\b(?:is|are|was|were|has been|have been|be|test|tests|result|results|status)"
            r"[\s:=]+(?:passed|approved|accepted by|compliant|validated|qualified|released for use)\b"
            r"|\b(?:approved|signed) by\b|\b(?:compliance|conformity) is (?:shown|confirmed|given)\b"
            r"|\b(?:pre-?approved|no (?:further )?(?:test|testing|review|approval) (?:is )?(?:needed|required|necessary))\b"
            r"|\b(?:passes|meets) (?:the|all|every|its) (?:test|tests|requirement|requirements|acceptance)\b"
        ),
    ),
    (
        "an address",
        re.compile(
            r"(?i)\b(?:https?|ftp|file):\s*/|\bdata:\w+/|\b(?:javascript|mailto):\S|\bwww\.|\b[\w.+-]+@[\w-]+\.\w"
        ),
    ),
    ("a host name", re.compile(r"(?i)\b[a-z0-9-]+\.(?:com|net|org|io|dev|ru|cn|info|biz|xyz|example|invalid|local)\b")),
    (
        "markup or code",
        re.compile(
            r"```|~~~|<\s*/?\s*(?!\s)(?:script|img|iframe|svg|a|b|i|p|div|span|style|link|table|html|body|br|!--)\b"
            r"|!?\[[^\]\n]*\]\([^)\n]*\)|\{\{|\{%|\$\{|\]\]>|<!--|^\s*(?:#{1,6}\s|[=+@]\w+\()",
            re.IGNORECASE | re.MULTILINE,
        ),
    ),
    ("several lines", re.compile(r"[\r\n\v\f\u2028\u2029]")),
    (
        "what looks like a key",
        re.compile(
            r"\bsk-[A-Za-z0-9_-]{8,}|\bAKIA[0-9A-Z]{12,}|\bgh[opsu]_[A-Za-z0-9]{16,}|\bxox[abprs]-|-----BEGIN|\bBearer\s+\S{8,}"
            r"|\beyJ[\w-]{10,}\.|\b(?=[A-Za-z0-9+/_=-]*\d)(?=[A-Za-z0-9+/_=-]*[A-Za-z])[A-Za-z0-9+/_=-]{32,}"
        ),
    ),
    (
        "a file or a path",
        re.compile(
            r"(?i)\b[\w-]+\.(?:docx?|xlsx?|pdf|json|ya?ml|html?|csv|exe|bat|cmd|ps1|sh|py|js|dll|zip|txt|md|xml)\b"
            r"|\.\./|\b[a-z]:\\|(?<![\w.])/(?:etc|usr|bin|tmp|home|var|root|dev)\b"
        ),
    ),
    (
        "a command to the reader or the machine",
        re.compile(
            r"(?i)\b(?:ignore|disregard|forget|override)\b.{0,30}\b(?:instruction|prompt|rule|requirement|above|previous)"
            r"|\bsystem prompt\b|\bas an ai\b|\blanguage model\b|\bjailbreak\b|\bdeveloper mode\b|\brm -rf\b|\bcurl\s"
            r"|\bdrop table\b|\bsudo\b|\bpowershell\b|\beval\("
        ),
    ),
)


_MAY_BE_QUOTED = frozenset({"a verdict, which only the tester gives", "a file or a path"})


def forbidden_problems(texts: Iterable[str], sources: Iterable[str] = ()) -> tuple[str, ...]:
    """Which forbidden things the texts hold, in words.

    What reads like a verdict or a file may be repeated where the sources say it themselves ("is approved by the
    supervisor"); a plain PASS or FAIL never, nor anything else.
    """
    held = " ".join(sources).lower()
    problems: list[str] = []
    for text in texts:
        if UNSEEN_CHARACTER.search(text):
            problems.append("a character that a reader cannot see")
        if len(text) > LONGEST:
            problems.append(f"a text of more than {LONGEST} characters")
        for what, pattern in _FORBIDDEN:
            hits = (hit[0] for hit in pattern.finditer(text))
            if any(what not in _MAY_BE_QUOTED or hit.isupper() or hit.lower() not in held for hit in hits):
                problems.append(what)
    return tuple(f"it holds {problem}" for problem in dict.fromkeys(problems))
