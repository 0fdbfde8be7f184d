"""The words that are the same for every system, and everything that names itself in a code, in one language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from gampgen.domain.risk import Level
from gampgen.errors import InternalError
from gampgen.rendering.templates import WORDING, read_template
from gampgen.rendering.words import Words
from gampgen.settings.house_style import HouseStyle, Language, RiskWords

Entry = str | list[str] | list[list[str]]


@dataclass(frozen=True)
class Wording:
    """The wording file of a language. `entries` is what it holds, for templates; `words` says codes and labels."""

    language: Language
    entries: Mapping[str, Entry]
    words: Words

    def texts(self, key: str) -> tuple[str, ...]:
        """The texts under a key.

        Raises:
            InternalError: the file holds no list of texts there.
        """
        entry = self.entries.get(key)
        if not isinstance(entry, list):
            raise InternalError("The wording file lacks a list", hint="Please report this", where=key)
        return tuple(str(text) for text in entry)


def english(style: HouseStyle) -> Wording:
    """English words with the firm's words for risk: what report and workbook are written in."""
    return _wording(Language.EN, style.risk)


def wording_of(style: HouseStyle) -> Wording:
    """The words of the protocol, in the firm's language."""
    return _wording(style.document.language, style.risk)


@lru_cache(maxsize=8)
def _wording(language: Language, risk: RiskWords) -> Wording:
    entries, labels = _file(language)
    levels = {Level.HIGH: risk.high, Level.MEDIUM: risk.medium, Level.LOW: risk.low}
    return Wording(language, entries, Words(labels, {level: word for level, word in levels.items() if word}))


@cache
def _file(language: Language) -> tuple[Mapping[str, Entry], Mapping[str, str] | None]:
    import yaml  # noqa: PLC0415 - not at the import of a room that help needs

    entries = dict(yaml.safe_load(read_template(WORDING[language])))
    labels = entries.pop("labels", None)
    return entries, labels
