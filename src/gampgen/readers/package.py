"""Zip packages of Office documents (ECMA-376 part 2) behind guards: nothing is unpacked before it was weighed."""

from __future__ import annotations

import io
import posixpath
import stat
import struct
import zipfile
import zlib
from dataclasses import dataclass
from typing import IO, Final
from urllib.parse import unquote

from lxml import etree

from gampgen.errors import DamagedInputError, EncryptedInputError

Element = etree._Element  # noqa: SLF001 - lxml's own public type has no other name

ENTRIES_LIMIT: Final = 5_000
"""Entries that a package may have."""
PART_LIMIT: Final = 64 * 1024 * 1024
"""Bytes that one unpacked part may have."""
TOTAL_LIMIT: Final = 256 * 1024 * 1024
"""Bytes that all unpacked parts may have together."""
RATIO_LIMIT: Final = 200
"""How many times larger than packed a part may be, from `_RATIO_FLOOR` bytes on."""
_RATIO_FLOOR: Final = 1024 * 1024
_END_OF_DIRECTORY: Final = b"PK\x05\x06"
_LONGEST_END: Final = 22 + 0xFFFF  # the record and the longest comment after it
_COUNTED_ELSEWHERE: Final = 0xFFFF  # the count stands in the ZIP64 record
MARKUP_LIMIT: Final = 6_000_000
"""Tags that one XML part may have: each costs a hundred times its size in memory once parsed."""
_LOCAL_HEADER: Final = 30  # bytes of an entry's own header before its name
_ENCRYPTED_FLAG: Final = 0x1

_ZIP_FAILURES: Final = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, struct.error,
    ValueError, OSError, IndexError, OverflowError,
)  # fmt: skip
_XML_FAILURES: Final = (etree.LxmlError, ValueError, LookupError, AssertionError)

# "Strict" documents name the same things by other addresses.
_STRICT: Final = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/spreadsheetml/main", b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
)  # fmt: skip
_DUBLIN_CORE_TITLE: Final = "{http://purl.org/dc/elements/1.1/}title"
_CONTENT_TYPES: Final = "[Content_Types].xml"
_REPAIR: Final = "Open it in its own program, save it again, and check that it is complete."


@dataclass(frozen=True, slots=True)
class Relationship:
    """A link from one part to another, or out of the package. `kind` is the last word of its type."""

    name: str
    kind: str
    target: str
    external: bool


class Package:
    """A guarded zip package: parts by name, XML without surprises.

    Args:
        data: the package's bytes.
        index: the part that every package of the format has, or None.

    Raises:
        DamagedInputError: the archive breaks the format's rules or a limit of this module.
        EncryptedInputError: an entry is encrypted.
    """

    def __init__(self, data: bytes, index: str | None = _CONTENT_TYPES) -> None:
        _weigh_directory(data)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            entries = self._zip.infolist()
        except _ZIP_FAILURES as reason:
            raise _damaged(f"The file is a damaged zip package ({type(reason).__name__})") from reason
        _weigh(entries)
        _compare_ranges(entries, len(data))
        self._entries = {_key(entry.filename): entry for entry in entries}
        if index is not None and not self.has(index):
            raise _damaged(f"The package lacks its list of content types or its content ({index})")
        self._relationships: dict[str, tuple[Relationship, ...]] = {}

    def names(self) -> tuple[str, ...]:
        """The parts' names in lower case, sorted."""
        return tuple(sorted(self._entries))

    def has(self, name: str) -> bool:
        """True where the package holds the part; case makes no difference."""
        return _key(name) in self._entries

    def read(self, name: str) -> bytes:
        """The unpacked bytes of a part.

        Raises:
            DamagedInputError: no such part, or it cannot be unpacked.
        """
        try:
            with self.stream(name) as stream:
                return stream.read(PART_LIMIT)
        except _ZIP_FAILURES as reason:
            raise _damaged(f"The part {name} cannot be unpacked ({type(reason).__name__})") from reason

    def stream(self, name: str) -> IO[bytes]:
        """A part opened for reading; reading may raise what `unpack_failures` lists."""
        entry = self._entries.get(_key(name))
        if entry is None:
            raise _damaged(f"The part {name} is missing from the package")
        try:
            return self._zip.open(entry)
        except _ZIP_FAILURES as reason:
            raise _damaged(f"The part {name} cannot be unpacked ({type(reason).__name__})") from reason

    def xml(self, name: str) -> Element:
        """The root element of an XML part.

        Raises:
            DamagedInputError: no such part, not well-formed, or with a document type definition.
        """
        return parse_xml(self.read(name), name)

    def relationships(self, part: str = "") -> tuple[Relationship, ...]:
        """The links of a part (of the package itself for ""), targets as part names."""
        if part not in self._relationships:
            self._relationships[part] = self._read_relationships(part)
        return self._relationships[part]

    def linking_parts(self) -> tuple[str, ...]:
        """The names of the parts that have links, in lower case, sorted; the package itself left out."""
        listed = (name.removesuffix(".rels").rpartition("_rels/") for name in self.names() if name.endswith(".rels"))
        return tuple(folder + name for folder, _, name in listed if name)

    def _read_relationships(self, part: str) -> tuple[Relationship, ...]:
        folder, _, name = part.rpartition("/")
        source = f"{folder}/_rels/{name}.rels".lstrip("/")
        if not self.has(source):
            return ()
        found = []
        for element in self.xml(source):
            target, external = element.get("Target", ""), element.get("TargetMode") == "External"
            kind = element.get("Type", "").rpartition("/")[2]
            place = target if external else _resolved(folder, target)
            found.append(Relationship(element.get("Id", ""), kind, place, external))
        return tuple(found)

    def related(self, part: str, kind: str) -> str | None:
        """The first part that `part` links to as `kind` and that exists."""
        links = (link for link in self.relationships(part) if link.kind == kind and not link.external)
        return next((link.target for link in links if self.has(link.target)), None)

    def main_part(self) -> str:
        """The name of the document or workbook part.

        Raises:
            DamagedInputError: the package names none.
        """
        main = self.related("", "officeDocument")
        if main is None:
            raise _damaged("The package holds no document")
        return main

    def title(self) -> str:
        """The title property of the package, or ""."""
        core = self.related("", "core-properties")
        if core is None:
            return ""
        return (self.xml(core).findtext(_DUBLIN_CORE_TITLE) or "").strip()

    def has_macros(self) -> bool:
        """True where the package carries program code."""
        return any(name.endswith("vbaproject.bin") for name in self._entries)


def _key(name: str) -> str:
    return name.lstrip("/").casefold()


def _resolved(folder: str, target: str) -> str:
    path = unquote(target.partition("#")[0])
    return posixpath.normpath(posixpath.join("/" + folder, path)).lstrip("/")


def _damaged(title: str) -> DamagedInputError:
    return DamagedInputError(title, hint=_REPAIR)


def _weigh_directory(data: bytes) -> None:
    """Refuses a package by the count of entries that its end states, before anything is made of each of them."""
    at = data.rfind(_END_OF_DIRECTORY, max(0, len(data) - _LONGEST_END))
    count = int.from_bytes(data[at + 10 : at + 12], "little") if at >= 0 else 0
    if count > ENTRIES_LIMIT:
        more = "at least " if count == _COUNTED_ELSEWHERE else ""
        raise _damaged(f"The package has {more}{count:,} entries; at most {ENTRIES_LIMIT:,} are read")


def _weigh(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > ENTRIES_LIMIT:
        raise _damaged(f"The package has {len(entries):,} entries; at most {ENTRIES_LIMIT:,} are read")
    names: set[str] = set()
    total = 0
    for entry in entries:
        _check_entry(entry)
        key = _key(entry.filename)
        if key in names:
            raise _damaged(f"The package holds two parts named {entry.filename!r}")
        names.add(key)
        total += entry.file_size
    if total > TOTAL_LIMIT:
        raise _damaged(f"The package unpacks to {total:,} bytes; at most {TOTAL_LIMIT:,} are read")


def _check_entry(entry: zipfile.ZipInfo) -> None:
    name = entry.filename
    if name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/") or "\0" in entry.orig_filename:
        raise _damaged(f"The package has an entry with an unsafe name, {name!r}")
    if entry.flag_bits & _ENCRYPTED_FLAG:
        raise EncryptedInputError(f"The part {name} is encrypted", hint="Save the document without a password.")
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise _damaged(f"The part {name} is packed by method {entry.compress_type}, which the format does not know")
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise _damaged(f"The part {name} is a link")
    if entry.file_size > PART_LIMIT:
        raise _damaged(f"The part {name} unpacks to {entry.file_size:,} bytes; at most {PART_LIMIT:,} are read")
    if entry.file_size > _RATIO_FLOOR and entry.file_size > RATIO_LIMIT * max(1, entry.compress_size):
        raise _damaged(f"The part {name} unpacks to more than {RATIO_LIMIT} times its size")


def _compare_ranges(entries: list[zipfile.ZipInfo], size: int) -> None:
    """Two entries that share bytes are the mark of a zip bomb, or of a file that shows each reader another text."""
    end = 0
    for entry in sorted(entries, key=lambda one: one.header_offset):
        if entry.header_offset < end:
            raise _damaged(f"The entries of the package overlap at {entry.filename!r}")
        end = entry.header_offset + _LOCAL_HEADER + entry.compress_size
    if end > size:
        raise _damaged("The package is cut short")


def local_name(element: Element) -> str:
    """An element's name without its namespace; "" for comments and the like. Web pages may hold any name."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def unpack_failures() -> tuple[type[Exception], ...]:
    """What reading a part's stream, or parsing it, can raise."""
    return (*_ZIP_FAILURES, *_XML_FAILURES)


def damaged_part(name: str, reason: BaseException) -> DamagedInputError:
    """The failure for a part that broke while it was streamed."""
    return _damaged(f"The part {name} cannot be read ({type(reason).__name__}: {_first_line(reason)})")


def parse_xml(data: bytes, name: str) -> Element:
    """Parses a part: no document type definition, no entities, no network, libxml2's own size limits kept.

    Raises:
        DamagedInputError: not well-formed, nested too deep, or with a document type definition.
    """
    if data.count(b"<") > MARKUP_LIMIT:
        raise _damaged(f"The part {name} has more than {MARKUP_LIMIT:,} tags")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    if b"purl.oclc.org/ooxml" in data:
        for strict, transitional in _STRICT:
            data = data.replace(strict, transitional)
    try:
        root = etree.fromstring(data, parser)
    except _XML_FAILURES as reason:
        raise _damaged(f"The part {name} is not well-formed XML ({_first_line(reason)})") from reason
    refuse_doctype(root, name)
    return root


def refuse_doctype(root: Element, name: str) -> None:
    """Refuses a part with a document type definition: its entities could hide, multiply or fetch text.

    Raises:
        DamagedInputError: there is one.
    """
    document = root.getroottree().docinfo
    if document.internalDTD is not None or document.externalDTD is not None:
        raise _damaged(f"The part {name} has a document type definition, which the format forbids")


def _first_line(reason: BaseException) -> str:
    return str(reason).partition("\n")[0][:100]
