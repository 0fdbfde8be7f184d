"""`oq_protocol.md`: the protocol as GitHub-flavoured Markdown, with the same content as the Word protocol."""

from __future__ import annotations

import re

from markupsafe import Markup

from gampgen.rendering.content import Content, laid_out
from gampgen.rendering.sandbox import Sandbox, template_failures
from gampgen.rendering.templates import MARKDOWN_PROTOCOL, read_template
from gampgen.rendering.text import split_blanks
from gampgen.rendering.wording import Wording

# Every character that can mean something to a Markdown reader, GitHub's mathematics, mentions, emoji and automatic
# links included. CommonMark allows a backslash before any of them.
_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~&!$@^]|:(?=//|\w+:)|(?<=www)\.", re.IGNORECASE)
_BEGINS_LIST = re.compile(r"\s*(?=[-+=])|\s*\d{1,9}(?=[.)])")


class MarkdownProtocol:
    """The Markdown protocol."""

    file_name = "oq_protocol.md"

    def __init__(self, wording: Wording) -> None:
        self._wording = wording

    def render(self, content: Content) -> bytes:
        """The .md file's bytes, UTF-8."""
        source = read_template(MARKDOWN_PROTOCOL).decode()
        with template_failures(MARKDOWN_PROTOCOL):
            sandbox = Sandbox(markdown_text)
            sandbox.filters["label"] = self._wording.words.say
            text = sandbox.from_string(source).render(laid_out(content), words=self._wording.entries)
        return text.encode()


def markdown_text(value: object) -> Markup:
    """A value as Markdown that shows exactly this text: special characters escaped, line ends as `<br>`.

    Marked blanks are underlined (`<ins>`), which works inside words and tables alike.
    """
    if isinstance(value, Markup):
        return value
    text = str(value)
    if "<" not in text:
        shown = _escaped(text)
    else:
        shown = "".join(
            f"<ins>{_escaped(piece.text)}</ins>" if piece.marked else _escaped(piece.text)
            for piece in split_blanks(text)
        )
    return Markup(_unlisted(shown).replace("\n", "<br>"))  # noqa: S704 - escaped right here


def _escaped(text: str) -> str:
    return _SPECIAL.sub(_with_backslash, text)


def _with_backslash(special: re.Match[str]) -> str:
    return f"\\{special[0]}"


def _unlisted(text: str) -> str:
    """`text` so that its beginning does not start a list or an underline."""
    begins = _BEGINS_LIST.match(text)
    return f"{begins[0]}\\{text[begins.end() :]}" if begins else text
