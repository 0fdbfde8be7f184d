"""The same bytes for the same content: a zip with fixed order, fixed times and no date inside."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from types import MappingProxyType

_CONTENT_TYPES = "[Content_Types].xml"
_CORE_PROPERTIES = "docProps/core.xml"
# The writers put the time of the run (or of their own template) here. A date that nobody decided is no fact: it goes.
_DATES = re.compile(rb"<dcterms:(created|modified)\b[^>]*>[^<]*</dcterms:\1>")
_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNIX = 3


def fixed_archive(archive: bytes, changed: Mapping[str, bytes] = MappingProxyType({})) -> bytes:
    """`archive` (an OOXML package) written again: parts by name after the content types, no dates.

    The content of every part is unchanged, but for the core properties' two dates and the parts in `changed`.
    """
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(archive)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as fixed,
    ):
        for name in sorted(source.namelist(), key=lambda name: (name != _CONTENT_TYPES, name)):
            content = changed[name] if name in changed else source.read(name)
            if name == _CORE_PROPERTIES:
                content = _DATES.sub(b"", content)
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = _UNIX
            fixed.writestr(entry, content)
    return target.getvalue()
