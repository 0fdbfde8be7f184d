"""A formula that a sentence states, in signs or in words: "yield = actual / theoretical × 100", "A divided by B".

Pure text in, values out. Precedence is that of arithmetic where the formula is written in signs; words are read from
left to right, as they are spoken ("A divided by B, multiplied by 100"), and a formula in words that mixes both ranks
without saying which goes first is not read at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal, DivisionByZero, InvalidOperation, Overflow, localcontext

_PRECISION = 28
_WORDS = {
    "divided by": "/", "multiplied by": "*", "times": "*", "minus": "-", "plus": "+",
}  # fmt: skip
_SIGNS = {
    "/": "/",
    "÷": "/",
    "*": "*",
    "×": "*",
    "·": "*",
    "+": "+",
    "-": "-",
    "−": "-",
    "–": "-",
    "(": "(",
    ")": ")",
    "^": "^",
}
_FUNCTIONS: dict[str, Callable[[Decimal], Decimal]] = {
    "ln": Decimal.ln, "log10": Decimal.log10, "lg": Decimal.log10, "exp": Decimal.exp, "sqrt": Decimal.sqrt,
}  # fmt: skip
_FUNCTION = "()"  # stands behind a function's name in the postfix: no operand ends so
_OPERATOR = re.compile(
    r"(?P<func>\b(?:ln|log10|lg|exp|sqrt)\s*(?=\())"
    r"|(?P<word>,?\s*\b(?:and\s+)?(?:divided by|multiplied by|times|minus|plus)\b)"
    r"|(?P<sign>(?<=[\w)%\]⁎])\s+[-–+*x]\s+(?=[\w(])|(?<=[A-Za-z)])-(?=\d)|(?<=\()\s*[-−]|\s*[/÷*×·−+^]\s*|[()])",
    re.IGNORECASE,
)
_FORMULA = r"(?P<formula>(?:[^.;]|(?<=\d)\.(?=\d))*)"
_NAME = r"(?:the\s+|an?\s+)?(?P<name>[A-Za-z][\w %-]{0,60}?)"
_ACTIVE = re.compile(
    rf"\b(?:calculate|compute|determine)s?\s+{_NAME}\s+(?:as|from|by|using(?: the formula)?)\b:?\s+{_FORMULA}",
    re.IGNORECASE,
)
_EQUATION = re.compile(rf"(?:^|[.;:]\s*){_NAME}\s*(?:\(in [^)]{{1,20}}\)\s*)?=\s*{_FORMULA}", re.IGNORECASE)
_PASSIVE = re.compile(
    rf"(?:^|[.;]\s*){_NAME}\s+(?:shall|must|is|are|will)\s+(?:be\s+)?(?:automatically\s+)?"
    rf"(?:calculated|computed|determined)\s+(?:as|from|by|using(?: the formula)?)\s*:?\s+{_FORMULA}",
    re.IGNORECASE,
)
_PAIR = re.compile(
    r"^(?:the\s+)?(?P<kind>ratio|quotient|sum|difference|product)\s+(?:of|between)\s+(?P<a>.+?)\s+(?:to|and|by|over)\s+(?P<b>.+)$",
    re.IGNORECASE,
)
_PAIR_SIGN = {"ratio": "/", "quotient": "/", "sum": "+", "difference": "-", "product": "*"}
_TAIL = re.compile(
    r"(?:,?\s+and|,)?\s+(?:(?:shall be\s+)?(?:round(?:ed|ing)?|expressed|shown|displayed|stated|reported"
    r"|given|in percent|as a percentage)\b"
    r"|for each\b|per batch\b|to (?:one|two|three|\d) decimal).*$|\s+(?:when|if|where|whenever|after|before|once)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_NUMBER = re.compile(r"^\d+(?:\.\d+)?\s*%?$")
_LEAD = re.compile(r"^(?:the|an?|its|each)\s+", re.IGNORECASE)
_OPERAND = re.compile(r"^[A-Za-z][\w %'/°µ-]{0,60}⁎?$")
_NAMED = re.compile(r"^[A-Za-z][\w ]{0,30}?\s*=\s*(?=\S)")  # "as t = ln(2) / k": the formula stands behind its own sign
# as in "C*": an asterisk that multiplies nothing belongs to the name
_STARRED = re.compile(r"(?<=\w)\*(?=\s*(?:[-−+/×÷)]|$))")
_WRITTEN = (("**", "^"), ("²", "^2"), ("³", "^3"), ("√(", "sqrt("), ("log₁₀", "log10"), ("e^(", "exp("))
_FINITE = re.compile(r"\b(?:shall|must|should|is|are|when|if|and|or)\b", re.IGNORECASE)
_MOMENT = re.compile(r"\b(?:date|time|timestamp)s?$", re.IGNORECASE)  # reckoned with a calendar, not with numbers


@dataclass(frozen=True, slots=True)
class Formula:
    """A stated formula.

    `name` is the result and `operands` the variables, in the sentence's words and in the order in which they first
    stand; `postfix` is the formula in reverse Polish notation over operand names, numbers and the signs + - * / ^, and
    functions as "ln()" behind their operand.
    `quote` is the passage, exactly as written.
    """

    name: str
    operands: tuple[str, ...]
    postfix: tuple[str, ...]
    quote: str

    @property
    def inexact(self) -> bool:
        """Whether its results have no end of decimals as a rule: functions, and powers."""
        return "^" in self.postfix or any(one.endswith(_FUNCTION) for one in self.postfix)

    @property
    def divisors(self) -> tuple[str, ...]:
        """The operands that stand alone behind a division: what must not be zero."""
        found = (
            token
            for token, after in zip(self.postfix, self.postfix[1:], strict=False)
            if after == "/" and token in self.operands
        )
        return tuple(dict.fromkeys(found))

    def value(self, given: Mapping[str, Decimal]) -> Decimal | None:
        """The exact result for these values of the operands; None where a divisor is zero."""
        stack: list[Decimal] = []
        with localcontext() as context:
            context.prec = _PRECISION
            for token in self.postfix:
                if token not in _ARITHMETIC and not token.endswith(_FUNCTION):
                    stack.append(given[token] if token in given else Decimal(token))
                    continue
                right = stack.pop()
                try:
                    if token.endswith(_FUNCTION):
                        stack.append(_FUNCTIONS[token.removesuffix(_FUNCTION)](right))
                    else:
                        stack.append(_applied(token, stack.pop(), right))
                except (DivisionByZero, InvalidOperation, Overflow):
                    return None
        return stack[0]


def _applied(sign: str, left: Decimal, right: Decimal) -> Decimal:
    if sign == "+":
        return left + right
    if sign == "-":
        return left - right
    if sign == "^":
        return left**right
    return left * right if sign == "*" else left / right


def formula_in(text: str) -> Formula | None:
    """The first formula that a text states, or None where there is none that can be read without doubt."""
    folded = " ".join(text.split())
    for pattern in (_PASSIVE, _ACTIVE, _EQUATION):
        for found in pattern.finditer(folded):
            stated = _TAIL.sub("", found["formula"]).strip(" ,")
            read = _read(_normalised(stated))
            if read is not None:
                read = tuple(token.replace("⁎", "*") for token in read)
                operands = tuple(dict.fromkeys(one for one in read if _is_operand(one)))
                name = _LEAD.sub("", found["name"].strip())
                if operands and name and not _FINITE.search(name):
                    return Formula(name, operands, read, stated)
    return None


_ARITHMETIC = frozenset({"+", "-", "*", "/", "^"})


def _is_operand(token: str) -> bool:
    return not (_is_number(token) or token in _ARITHMETIC or token.endswith(_FUNCTION))


def _normalised(stated: str) -> str:
    """One way of writing for powers and roots; a name's own asterisk is no sign."""
    text = _NAMED.sub("", stated)
    for written, plain in _WRITTEN:
        text = text.replace(written, plain)
    return _STARRED.sub("⁎", text)


def _is_number(token: str) -> bool:
    return bool(_NUMBER.match(token))


def _read(stated: str) -> tuple[str, ...] | None:
    """The formula in reverse Polish notation; None where it is none."""
    if pair := _PAIR.match(stated):
        left, right = _operand(pair["a"]), _operand(pair["b"])
        return (left, right, _PAIR_SIGN[pair["kind"].lower()]) if left and right else None
    tokens = _tokens(stated)
    if tokens is None or not (_ARITHMETIC & set(tokens) or any(one.endswith(_FUNCTION) for one in tokens)):
        return None
    spoken = bool(re.search(r"[a-z]\s+(?:divided by|multiplied by|times|minus|plus)\b", stated, re.IGNORECASE))
    mixed = {"+", "-"} & set(tokens) and {"*", "/"} & set(tokens)
    if spoken and mixed and "(" not in tokens:
        return None  # "A plus B divided by C": which goes first is not said
    return _postfix(tokens, ranked=not spoken)


def _tokens(stated: str) -> list[str] | None:
    found: list[str] = []
    at = 0
    for match in (*_OPERATOR.finditer(stated), None):
        words = stated[at : match.start() if match else len(stated)].strip()
        if words:
            operand = _operand(words)
            if operand is None:
                return None
            found.append(operand)
        if match:
            sign = match["func"].strip().lower() + _FUNCTION if match["func"] else _sign(match[0])
            found += ["0", "-"] if sign == "-" and found[-1:] == ["("] and not words else [sign]
            at = match.end()
    return found


def _sign(written: str) -> str:
    plain = re.sub(r"^[,\s]*(?:and\s+)?", "", written.strip(), flags=re.IGNORECASE).lower()
    return _WORDS.get(" ".join(plain.split())) or _SIGNS.get(plain, "*")


def _operand(words: str) -> str | None:
    plain = _LEAD.sub("", words.strip().strip("“”\"'"))
    if _is_number(plain):
        return plain.rstrip("% ").strip()
    if not _OPERAND.match(plain) or _FINITE.search(plain) or _MOMENT.search(plain):
        return None
    return plain


def _postfix(parts: list[str], *, ranked: bool) -> tuple[str, ...] | None:
    """Shunting-yard (Dijkstra 1961); without ranks all signs weigh the same, from left to right."""
    if not _well_formed(parts):
        return None
    weight = {"+": 1, "-": 1, "*": 2 if ranked else 1, "/": 2 if ranked else 1, "^": 3, "(": 0}
    out: list[str] = []
    waiting: list[str] = []
    for part in parts:
        if part == "(" or part.endswith(_FUNCTION):
            waiting.append(part)
        elif part in _ARITHMETIC or part == ")":
            least = weight.get(part, 1) + (part == "^")  # powers are read from the right
            while waiting and waiting[-1] != "(" and weight.get(waiting[-1], 4) >= least:
                out.append(waiting.pop())
            if part in _ARITHMETIC:
                waiting.append(part)
                continue
            waiting.pop()
            if waiting and waiting[-1].endswith(_FUNCTION):
                out.append(waiting.pop())
        else:
            out.append(part)
    return (*out, *reversed(waiting))


def _well_formed(parts: list[str]) -> bool:
    """Operands and signs by turns, brackets in pairs."""
    depth = 0
    operand_next = True
    for part in parts:
        if operand_next != (part not in _ARITHMETIC and part != ")"):
            return False
        depth += (part == "(") - (part == ")")
        if depth < 0:
            return False
        operand_next = part in _ARITHMETIC or part == "(" or part.endswith(_FUNCTION)
    return depth == 0 and not operand_next
