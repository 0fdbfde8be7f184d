"""The language of a document, by its commonest words."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

# The commonest function words of each language that few others share.
_STOP_WORDS: Final = {
    "en": "the of and to in is be shall that for with by on as are or this must it from at not will an which can all",
    "de": "der die das und ist nicht mit von zu den auf für eine ein werden wird im dem des sich oder muss müssen soll"
          " alle sind bei nach durch",
    "fr": "le la les des et est un une du dans pour par sur au aux doit que qui avec être ce cette ne pas ou sont tous",
    "es": "el la los las de y en un una que se del por con para es al debe ser o su como todos cada deberá sistema",
    "it": "il la di e che è un una per del della in con non sono deve essere gli le nel dei alla da ogni sistema si",
    "nl": "de het een en van is in op dat met voor niet door worden wordt moet zijn aan bij of te alle deze kan naar",
    "pt": "o a os as de e em um uma que do da para com não por se no na deve ser ao dos das todos cada sistema é",
    "pl": "i w na z do nie się że jest przez dla oraz lub być system musi po od za",
    "sv": "och att det som en på är av för med den till ska skall inte om ett vid eller",
    "da": "og at det som en på er af for med den til skal ikke om et ved eller fra",
    "cs": "a se na je v že pro být musí systém nebo při z do s které",
}  # fmt: skip
_ENGLISH: Final = frozenset(_STOP_WORDS["en"].split()) | {"i", "no", "do", "so", "a", "me"}
# Words that English has too speak for no other language.
_SETS: Final = {
    code: frozenset(words.split()) - (_ENGLISH if code != "en" else frozenset()) for code, words in _STOP_WORDS.items()
}
_SPEAKING_FOR: Final[dict[str, list[str]]] = {}
for _code, _known in _SETS.items():
    for _word in sorted(_known):
        _SPEAKING_FOR.setdefault(_word, []).append(_code)
# Languages that their script gives away.
_SCRIPTS: Final = (
    ("el", re.compile(r"[α-ωάέήίόύώ]+")),
    ("ru", re.compile(r"[а-яё]+")),
    ("ja", re.compile(r"[ぁ-ゖァ-ヺ]+")),
    ("ko", re.compile(r"[가-힣]+")),
    ("zh", re.compile(r"[一-鿿]+")),
    ("vi", re.compile(r"[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđ]")),
)
# Words that settle it where there is too little text for counting.
_TELLING: Final = {
    "en": frozenset({"shall", "must", "should"}),
    "de": frozenset({"muss", "müssen", "soll", "sollen", "dürfen", "darf"}),
    "fr": frozenset({"doit", "doivent", "devra", "devront"}),
    "es": frozenset({"deberá", "deberán", "deben"}),
    "it": frozenset({"devono", "dovrà", "dovranno"}),
    "nl": frozenset({"moet", "moeten", "mogen"}),
    "pt": frozenset({"devem", "deverá", "deverão"}),
}
_WORD: Final = re.compile(r"[^\W\d_]+")
_FEWEST: Final = 3
_SHARE: Final = 0.05
_SCRIPT_SHARE: Final = 0.3
_DIACRITICS_SHARE: Final = 0.05


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the language of `text`; None where too little, or nothing clear, speaks for one."""
    words = [word.casefold() for word in _WORD.findall(text) if not (len(word) > 1 and word.isupper())]
    if not words:
        return None
    letters = "".join(words)
    for code, pattern in () if letters.isascii() else _SCRIPTS:
        share = _DIACRITICS_SHARE if code == "vi" else _SCRIPT_SHARE
        if sum(map(len, pattern.findall(letters))) >= share * len(letters):
            return code
    counts = Counter(words)
    spoken = dict.fromkeys(_SETS, 0)
    for word, count in counts.items():
        for code in _SPEAKING_FOR.get(word, ()):
            spoken[code] += count
    (best, code), (second, _) = sorted(((score, code) for code, score in spoken.items()), key=lambda s: (-s[0], s[1]))[
        :2
    ]
    clear = best >= _FEWEST and best >= _SHARE * len(words) and best > second
    return code if clear else _told(counts)


def _told(counts: Counter[str]) -> str | None:
    """The one language whose obligation words occur, where those of no other do."""
    telling = [code for code, known in _TELLING.items() if any(counts[word] for word in known)]
    return telling[0] if len(telling) == 1 else None


def language_of_statement(text: str, document: str | None) -> str:
    """The language of one requirement: its own where its words are clear, else the document's; English without either.

    Args:
        text: the requirement's words.
        document: the language of the document that it stands in, or None.
    """
    return language_of(text) or document or "en"
