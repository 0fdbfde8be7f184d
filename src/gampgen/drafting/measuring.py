"""What a measuring procedure is made of."""

from __future__ import annotations

import re
from typing import NamedTuple

from gampgen.domain.clause import Clause
from gampgen.drafting.english import the
from gampgen.drafting.wording import Step

REFERENCE = "record of the reference reading"


def available(clause: Clause) -> str:
    """What has to be available, without the word "availability" itself."""
    noun = re.sub(r"\s*\b(?:availability|uptime)\b\s*", " ", clause.subject, flags=re.IGNORECASE).strip()
    return the(noun) if noun else "the system"


class Measuring(NamedTuple):
    """What a measuring procedure is made of: the act, its limit, the verdict, and what the steps rest on."""

    clause: Clause
    act: str
    noun: str
    begin: str
    limit: str
    judged: str
    quote: str
    rule: str
    state: str = ""
    share: str = ""
    load: str = ""
    over: tuple[str, ...] = ()


Procedure = tuple[tuple[str, ...], list[Step]]
