"""What a requirement says of a table that it leaves something to."""

from __future__ import annotations

from gampgen.domain.base import Value


class TableReference(Value):
    """A reference to a table of the same document.

    `words` are the requirement's ("the table in section 4"); `found` whether the document holds such a table;
    `row_uids` the requirements that are its rows, where the rows bear ids.
    """

    words: str
    found: bool
    row_uids: tuple[str, ...] = ()
