"""Doorstop documents: a folder with `.doorstop.yml` and one YAML (or Markdown) file for each item.

Items are read in the order of their levels. An item whose level ends in ".0" and that is not normative is a heading;
any other normative item is a row of a table, what is not normative a paragraph. Inactive items are left out, and
counted. The document's digest is that of the list of its files with their digests, as `sha256sum` writes it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import yaml

from gampgen.domain.document import Block, DocumentFormat, Heading, Paragraph, UrsDocument
from gampgen.domain.location import Location
from gampgen.errors import DamagedInputError, InputError
from gampgen.readers.characters import Characters
from gampgen.readers.guards import decode, read_bytes
from gampgen.readers.items import ITEMS_LIMIT, Attribute, ItemTables, unwrapped
from gampgen.readers.labels import split_item
from gampgen.readers.notices import Notices
from gampgen.readers.rules import Noticed

CONFIGURATION: Final = ".doorstop.yml"
"""The file that makes a folder a Doorstop document."""
_ITEM_LIMIT: Final = 1_000_000  # characters
_TOTAL_LIMIT: Final = 50_000_000  # bytes
_SUFFIXES: Final = frozenset({".yml", ".yaml", ".md"})
_FRONT: Final = re.compile(r"---\n(.*?)\n---\n?(.*)", re.DOTALL)
_OWN: Final = frozenset({"active", "level", "normative", "header", "text", "reviewed", "ref", "references", "derived"})
_LEVEL: Final = re.compile(r"\d{1,6}(?:\.\d{1,6}){0,20}")


@dataclass(frozen=True, slots=True)
class _Item:
    """An item. `level` is as written ("1.2.0"), `attributes` are those beyond the tool's own."""

    identifier: str
    level: tuple[int, ...]
    active: bool
    normative: bool
    derived: bool
    header: str
    text: str
    attributes: tuple[tuple[str, str], ...]

    @property
    def is_heading(self) -> bool:
        """True for a heading: its level ends in 0 and it demands nothing."""
        return not self.normative and len(self.level) > 1 and self.level[-1] == 0


class _PlainLoader(yaml.SafeLoader):
    """Reads plain values only: an alias could multiply a small file, and numbers stay as they are written."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise DamagedInputError("The file uses YAML aliases, which Doorstop does not write", hint="Write it out.")
        return super().compose_node(parent, index)


# Everything is read as text, as written: a level 1.10 is no 1.1, and a "no" is no truth value of its own.
_PlainLoader.yaml_implicit_resolvers = {}


def is_doorstop(folder: Path) -> bool:
    """True for a folder that is a Doorstop document."""
    return (folder / CONFIGURATION).is_file()


def read_doorstop(folder: Path) -> UrsDocument:
    """Reads a Doorstop document.

    Raises:
        InputError: a file cannot be read. DamagedInputError: a file is not well-formed, or a limit passed.
    """
    notices = Notices()
    reader = _DoorstopReader(folder, notices, Characters(notices))
    configuration = reader.mapping(folder / CONFIGURATION)
    items = reader.items()
    blocks = tuple(reader.blocks(items))
    settings = configuration.get("settings")
    prefix = str(settings.get("prefix") or "") if isinstance(settings, dict) else ""
    return UrsDocument(
        title=prefix,
        file_name=folder.resolve().name,
        format=DocumentFormat.DOORSTOP,
        sha256=reader.digest(),
        blocks=blocks,
        findings=notices.findings(),
    )


@dataclass(slots=True)
class _DoorstopReader:
    folder: Path
    notices: Notices
    characters: Characters
    _digests: dict[str, str] = field(default_factory=dict)
    _total: int = 0

    def digest(self) -> str:
        """The digest of all files that were read."""
        lines = "".join(f"{digest}  {name}\n" for name, digest in sorted(self._digests.items()))
        return hashlib.sha256(lines.encode()).hexdigest()

    def mapping(self, path: Path) -> dict[object, object]:
        """The YAML mapping in a file; of a Markdown file its front matter, with the rest as its text."""
        if path.is_symlink():
            raise InputError("An item is a link to another file", hint="Put the file itself there.", where=str(path))
        data = read_bytes(path)
        self._digests[path.relative_to(self.folder).as_posix()] = hashlib.sha256(data).hexdigest()
        self._total += len(data)
        if self._total > _TOTAL_LIMIT:
            raise DamagedInputError(f"The folder holds more than {_TOTAL_LIMIT // 10**6} MB of items", hint="Split it.")
        text = decode(data, path.suffix, None).replace("\r\n", "\n")
        body = ""
        if path.suffix == ".md":
            found = _FRONT.fullmatch(text)
            if found is None:
                raise DamagedInputError("The item has no front matter", hint="Is it an item?", where=str(path))
            text, body = found[1], found[2]
        loaded = _loaded(text, path)
        return {**loaded, "text": body} if body else loaded

    def items(self) -> list[_Item]:
        """The items below the folder in their order; folders that are documents of their own are left out."""
        paths = sorted(self._files(self.folder))
        if len(paths) > ITEMS_LIMIT:
            raise DamagedInputError(f"The folder holds more than {ITEMS_LIMIT:,} items", hint="Split it.")
        found = [self._item(path.stem, self.mapping(path)) for path in paths]
        return sorted(found, key=lambda item: (item.level, item.identifier))

    def _files(self, folder: Path) -> Iterator[Path]:
        for path in sorted(folder.iterdir()):
            if path.is_dir() and not path.is_symlink() and not path.name.startswith(".") and not is_doorstop(path):
                yield from self._files(path)
            elif path.suffix in _SUFFIXES and not path.name.startswith(".") and not path.is_dir():
                yield path

    def _item(self, identifier: str, said: dict[object, object]) -> _Item:
        level = str(said.get("level") or "1.0").strip()
        if not _LEVEL.fullmatch(level):
            raise DamagedInputError(f"The item {identifier} has the level {level[:40]!r}", hint="Write 1.2.3.")
        return _Item(
            identifier=identifier,
            level=tuple(int(part) for part in level.split(".")),
            active=_is_true(said.get("active"), default=True),
            normative=_is_true(said.get("normative"), default=True),
            derived=_is_true(said.get("derived"), default=False),
            header=self.characters.clean(str(said.get("header") or "")).strip(),
            text=self.characters.clean(str(said.get("text") or "")).strip(),
            attributes=tuple(
                (str(name), self.characters.clean(_shown(value)))
                for name, value in said.items()
                if name not in _OWN and _shown(value)
            ),
        )

    def blocks(self, items: list[_Item]) -> Iterator[Block]:
        """The blocks of the document in order."""
        tables = ItemTables()
        paragraphs = 0
        inactive = [item for item in items if not item.active]
        if inactive:
            self.notices.note(Noticed.INACTIVE_ITEMS, None, inactive[0].identifier, len(inactive))
        for item in items:
            if not item.active:
                continue
            if item.normative:
                tables.add(_row(item))
                continue
            yield from tables.table()
            for block in _aside(item, paragraphs):
                paragraphs += 1
                yield block
        yield from tables.table()


def _loaded(text: str, path: Path) -> dict[object, object]:
    if len(text) > _ITEM_LIMIT:
        raise DamagedInputError(f"An item is longer than {_ITEM_LIMIT:,} characters", hint="Split it.", where=str(path))
    try:
        loaded = yaml.load(text, Loader=_PlainLoader)  # noqa: S506 - a kind of SafeLoader
    except (yaml.YAMLError, ValueError, RecursionError) as reason:
        problem = str(reason).partition("\n")[0]
        raise DamagedInputError(
            f"The file is not well-formed YAML ({problem})", hint="Correct it.", where=str(path)
        ) from reason
    if not isinstance(loaded, dict):
        raise DamagedInputError("The file holds no YAML mapping", hint="Is it an item?", where=str(path))
    return loaded


def _is_true(value: object, *, default: bool) -> bool:
    return default if value is None else str(value).lower() in {"true", "yes", "on"}


def _shown(value: object) -> str:
    """A further attribute as text; links are lists of mappings from an item to its fingerprint."""
    if isinstance(value, list):
        return ", ".join(_shown(one) for one in value if one is not None)
    if isinstance(value, dict):
        return ", ".join(str(key) for key in value)
    return "" if value is None else str(value).strip()


def _row(item: _Item) -> list[Attribute]:
    """A requirement's attributes; the header of an item is its title."""
    found = [Attribute("Requirement ID", (item.identifier,))]
    if item.header:
        found.append(Attribute("Title", (item.header,)))
    found.append(Attribute("Requirement", unwrapped(item.text)))
    found.extend([Attribute("Derived", ("yes",))] if item.derived else [])
    found.extend(
        Attribute("Parent" if name == "links" else name.replace("_", " ").capitalize(), unwrapped(text))
        for name, text in item.attributes
    )
    return found


def _aside(item: _Item, before: int) -> Iterator[Heading | Paragraph]:
    """The blocks of an item that is not normative; `before` counts the paragraphs so far."""
    lines = list(unwrapped(item.text))
    if item.is_heading and (item.header or lines):
        number = ".".join(str(part) for part in item.level[:-1])
        title = item.header or lines.pop(0)
        before += 1
        yield Heading(
            level=len(item.level) - 1, number=number, text=title.lstrip("# "), location=Location(paragraph=before)
        )
    elif item.header:
        lines.insert(0, item.header)
    for line in lines:
        before += 1
        label, text = split_item(line)
        yield Paragraph(text=text, label=label, depth=0 if label else None, location=Location(paragraph=before))
