"""What every quality rule looks like: a manual (the module's docstring), a check, and how its finding is worded."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from gampgen.domain.finding import Finding, FindingSeverity, Rule
from gampgen.domain.location import Location
from gampgen.domain.quantity import Interval, Quantity
from gampgen.domain.statement import Statement

_BLANK = re.compile(r"\(\?<[!=][^)]*\)| ")  # a look-behind must keep its width
_FIRST_LINE = re.compile(r"(?P<code>RQ\d{2})\s+(?P<name>[^\n]+?)\.?(?:\n|\Z)")


class Scope(StrEnum):
    """What a rule looks at: each statement alone, or the requirement with its items and criteria as one."""

    STATEMENT = "statement"
    REQUIREMENT = "requirement"


@dataclass(frozen=True, slots=True)
class Subject:
    """What a rule is asked about.

    `text` is verbatim (the statement, or the whole requirement joined by line breaks); `masked` is the same with
    citations, ids and dates blanked out, character for character. `readings` are the statements read. `context` is
    all that the requirement says, its acceptance criteria too: what stands there is not missing.
    """

    text: str
    masked: str
    readings: tuple[Statement, ...]
    context: str

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """The quantities of all its statements."""
        return tuple(quantity for reading in self.readings for quantity in reading.quantities)

    @property
    def intervals(self) -> tuple[Interval, ...]:
        """The intervals of all its statements."""
        return tuple(interval for reading in self.readings for interval in reading.intervals)


Check = Callable[[Subject], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class WordingRule:
    """A rule about the wording of one requirement.

    `check` returns the words objected to (exact substrings), or for a rule about what is missing the things missing.
    `message` holds `{words}` where these stand. A rule with `by_default` false is wrong more often than right on real
    documents: it is documented and tested, and not applied unless asked for.
    """

    rule: Rule
    severity: FindingSeverity
    scope: Scope
    message: str
    hint: str
    check: Check
    quoting: bool
    by_default: bool

    def finding(self, words: tuple[str, ...], uid: str | None, location: Location | None) -> Finding:
        """The finding on the words that `check` returned."""
        shown = [f'"{" ".join(word.split())}"' if self.quoting else word for word in dict.fromkeys(words)]
        return Finding(
            code=self.rule.code,
            severity=self.severity,
            requirement_uid=uid,
            location=location,
            message=self.message.format(words=", ".join(shown)),
            hint=self.hint,
        )


def manual_rule(manual: str | None, source: str) -> Rule:
    """The rule that a module's docstring documents: code and name from its first line.

    Raises:
        ValueError: the docstring does not begin with a code and a name: a bug, found when the module is imported.
    """
    match = _FIRST_LINE.match(manual or "")
    if match is None:
        msg = f"the manual must begin with a code and a name, not with {(manual or '')[:40]!r}"
        raise ValueError(msg)
    return Rule(code=match["code"], name=match["name"], manual=(manual or "").strip(), source=source)


def wording_rule(  # noqa: PLR0913 - one keyword for each thing a rule says of itself
    manual: str | None,
    check: Check,
    *,
    source: str,
    severity: FindingSeverity,
    message: str,
    hint: str,
    scope: Scope = Scope.STATEMENT,
    quoting: bool = True,
    by_default: bool = True,
) -> WordingRule:
    """Make a rule of a module: its docstring, its check, and the words of its finding."""
    return WordingRule(
        rule=manual_rule(manual, source),
        severity=severity,
        scope=scope,
        message=message,
        hint=hint,
        check=check,
        quoting=quoting,
        by_default=by_default,
    )


def whole_words(*alternatives: str) -> re.Pattern[str]:
    """A pattern for any of the alternatives as whole words, in any case. Blanks match any white space."""
    body = "|".join(_BLANK.sub(lambda part: r"\s+" if part[0] == " " else part[0], one) for one in alternatives)
    return re.compile(rf"(?<![\w-])(?:{body})(?![\w-])", re.IGNORECASE)


def found(pattern: re.Pattern[str], text: str) -> tuple[str, ...]:
    """Every match of a pattern, as it stands in the text, once each."""
    return tuple(dict.fromkeys(match[0] for match in pattern.finditer(text)))


def figures_of(statement: Statement) -> list[Quantity | Interval]:
    """Quantities and intervals of a statement together, in the order in which they stand."""
    both: list[Quantity | Interval] = [*statement.quantities, *statement.intervals]
    return sorted(both, key=lambda one: (one.start, -one.end))


def missing(text: str, wanted: dict[str, re.Pattern[str]]) -> tuple[str, ...]:
    """The names of those things of which the text says nothing."""
    return tuple(name for name, pattern in wanted.items() if not pattern.search(text))
