# ruff: noqa: E501 - word lists are kept by meaning, one line each
"""The field's words that say what a limit is about."""

from __future__ import annotations

import re

TIME_UNIT = re.compile(
    r"^(?:ms|s|sec|secs|seconds?|milliseconds?|min|mins|minutes?|h|hr|hrs|hours?|d|days?|weeks?|months?|years?|yrs?|working days?"
    r"|business days?|calendar days?)$",
    re.IGNORECASE,
)
PHYSICAL = re.compile(
    r"\b(?:temperatures?|pressures?|humidity|speeds?|flow|flows|ph|levels?|weights?|mass|masses|conductivity|voltage|current|torque"
    r"|concentrations?|volumes?|turbidity|vacuum|dose|doses|particle counts?|oxygen|signal|rpm)\b",
    re.IGNORECASE,
)
LENGTH = re.compile(r"\b(?:characters?|chars?|digits?|letters?|symbols?|bytes?|long|length)\b", re.IGNORECASE)
# the limit's own words name the thing: "the minimum password length is 10", "a maximum length of the comment of 20"
LENGTH_OF = re.compile(
    r"(?:the |an? )?(?:minimum|maximum|minimal|maximal|min\.?|max\.?|required|allowed) "
    r"(?:length (?:of|for) (?:the |an? |each )?(?P<of>[a-z][\w -]*?)|(?P<noun>[a-z][\w -]*?) length)"
    r"(?= (?:is|are|of|shall|must|should|will|:|=)\b)",
    re.IGNORECASE,
)
FOR = re.compile(
    r"\bfor\s+(?:at least\s+|more than\s+|longer than\s+|a period of\s+|over\s+|a minimum of\s+)*$", re.IGNORECASE
)
TRAILING = re.compile(
    r"\s+(?:shall|must|should|will|rises?|falls?|drops?|goes|go|gets?|becomes?|is|are|was|were|be|reach(?:es)?|stays?|remains?|lies|lie|exceeds?|increases?"
    r"|decreases?|has|have|of|by|to|with|at|for|not|(?-i:an?)|the|measured|detected|recorded|climbs?|moves?|comes?|equals?)$",
    re.IGNORECASE,
)
# words before a range that turn it into its outside
OUTSIDE = re.compile(
    r"\b(?:outside|out of|not within|not in|not between|beyond|leaves?|deviates? from|exceeds? the (?:range|limits?))\b(?: (?:of|the|its|a|an|range|limits?|band|window|specified|allowed|defined|from|acceptance|operating))*\s*$",
    re.IGNORECASE,
)
LASTING = re.compile(
    r"\b(?:last(?:s|ed|ing)?|persist(?:s|ed|ing)?|continu(?:es|ed|ing)|over a period of|duration of)\s+(?:for\s+)?(?:at least\s+|more than\s+|longer than\s+)*$",
    re.IGNORECASE,
)
LONGER = re.compile(r"^(?:for|longer than|lasting)\s", re.IGNORECASE)
# verbs with which a value comes to a level: upwards or downwards
REACHES = re.compile(
    r"\b(?:reach(?:es|ed)?|attains?|attained|arrives? at|gets? to|hits?|(?:rises?|climbs?|goes up|increases?|grows?) to|"
    r"(?P<down>(?:falls?|drops?|sinks?|decreases?|goes down|cools?(?: down)?) to))\s+(?:the |a |an )?(?:value |level )?(?:of )?$",
    re.IGNORECASE,
)
COOLED = re.compile(r"\b(?:cool\w*|freez\w*|vacuum|evacuat\w*|chill\w*|empt\w*|deplet\w*|drain\w*)\b", re.IGNORECASE)
COUNT_FIRST = re.compile(r"^(?:\d+|[a-z]+)\s+(?:[a-z-]+\s+){0,3}[a-z-]+s\b", re.IGNORECASE)
DENIAL = re.compile(r"\b(?:no|not|never|without|neither|nor|cannot)\b|n't\b", re.IGNORECASE)
CLAUSE_BREAK = re.compile(
    r"[,;:.]\s|\b(?:if|when|whenever|while|and|or|unless|who|which|that|once|after|until)\b", re.IGNORECASE
)
CHANGING = re.compile(r"\bby\s*$", re.IGNORECASE)
WINDOW = re.compile(r"^(?:within|in)\b", re.IGNORECASE)
DECIMALS = re.compile(r"^\s*(?:decimals?|significant|digits? after|places?)\b", re.IGNORECASE)
KIND_OF_CHARACTER = re.compile(
    r"\b(?:digits?|letters?|symbols?|capitals?|upper|lower|numbers?|numerals?|special)\b", re.IGNORECASE
)
BETWEEN_NOUNS = re.compile(r"\s(?:with|and|or|of|for|a|an|the|in|to|by|at|on|from)\s", re.IGNORECASE)
PERIOD_OF = re.compile(
    r"\b(?:(?:period|time ?span|time range|range|selection|window) of|(?:period|time ?span|time range|time window)s?"
    r" (?:from|between)(?: \d[\w.,]* \w+ (?:to|and))?)\s*$",
    re.IGNORECASE,
)
RECOVERY = re.compile(
    r"\b(?:RPO|RTO|recovery (?:time|point)(?: objective)?)(?: \(\w+\))?(?: of| is| shall be)?(?: at most| up to)?\s*$",
    re.IGNORECASE,
)
# "particles of 0.5 µm": a number that says which thing is meant, beside the one that limits
ATTRIBUTE = re.compile(r"\w+s of\s*$", re.IGNORECASE)

# "within 5 s after a pressure drop the valve shall be closed": the event ends where the main clause begins
EVENT_AFTER = re.compile(
    r"^\s+(?:after|of|from|following)\s+(?P<event>[^,.;]+?)"
    r"(?=\s+(?:the|an?|all|each)\s+(?:[\w-]+\s+){1,5}?(?:shall|must|will)\b|[,.;]|\s*$)",
    re.IGNORECASE,
)

# "300 cartons per minute over 8 hours", "not more than 2 % over 1 h": how long it is carried or measured, no limit
OVER_TIME = re.compile(
    r"(?:\bper (?:second|minute|hour|day|shift)|(?:%|percent|per cent)) over (?:a period of )?\d+(?:\.\d+)? ?\w+$",
    re.IGNORECASE,
)

# "without the response time exceeding 3 s": the thing that has to keep the limit
WITHOUT = re.compile(
    r"without\s+(?P<noun>(?:the |its |their |any |an? )?[^,;]+?)\s+(?:(?:rising|going|climbing|getting|becoming|being|falling|dropping"
    r"|sinking|running|taking)\s+(?:above|over|beyond|below|under|beneath|\w+ than)|exceeding|surpassing)\b",
    re.IGNORECASE,
)

# a limit that already says which values are allowed: no negation around it turns it
LIMITING = re.compile(r"\b(?:not|no|never|without|limited|restricted|capped|exceeded)\b", re.IGNORECASE)
_ALPHABETS = (
    ("letters", re.compile(r"\b(?:letters|alphabetic|alphanumeric\w*|alpha-numeric)\b", re.IGNORECASE)),
    (
        "digits",
        re.compile(r"\b(?:digits|numeric|numerals|numbers only|alphanumeric\w*|alpha-numeric)\b", re.IGNORECASE),
    ),
)


def alphabet_of(text: str) -> tuple[str, ...]:
    """The kinds of characters that a sentence allows in a text ("only letters and digits"); () where it names none."""
    return tuple(name for name, pattern in _ALPHABETS if pattern.search(text))
