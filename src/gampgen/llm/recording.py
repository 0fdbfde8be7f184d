"""Where exchanges are kept: in the run, in a cache that runs share, and how a recorded run answers again."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from threading import Lock

from gampgen.errors import OutputError, UsageError
from gampgen.llm.exchange import Exchange, exchange_in


class Recording:
    """The exchanges of one run, each once, whoever asked."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._held: dict[str, Exchange] = {}

    def keep(self, exchange: Exchange) -> None:
        """Keep an exchange; the same question again replaces nothing."""
        with self._lock:
            self._held.setdefault(exchange.digest, exchange)

    def get(self, digest: str) -> Exchange | None:
        """The exchange of that digest, or None."""
        with self._lock:
            return self._held.get(digest)

    def exchanges(self) -> tuple[Exchange, ...]:
        """All of them, in the order of their digests."""
        with self._lock:
            return tuple(self._held[digest] for digest in sorted(self._held))


class AnswerCache:
    """A folder of answers, one file each, shared by runs and documents, also of several processes.

    Only answers are kept, no failures. A file that is damaged is an error, never passed over.

    Args:
        folder: made where it does not exist.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, digest: str) -> Exchange | None:
        """The answer to that question, or None. Raises UsageError where the file is not what gampgen wrote."""
        path = self._folder / f"{digest}.json"
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise _unusable(path, error) from error
        return read_exchange(content, digest, str(path))

    def keep(self, exchange: Exchange) -> None:
        """Keep an answer, whole or not at all. Raises OutputError."""
        if exchange.answer is None:
            return
        path = self._folder / f"{exchange.digest}.json"
        beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(exchange.file_bytes())
            os.replace(beside, path)  # noqa: PTH105 - Path.replace says the same less plainly
        except OSError as error:
            beside.unlink(missing_ok=True)
            raise _unusable(path, error) from error


def read_exchange(content: bytes, digest: str, where: str) -> Exchange:
    """An exchange out of a file's bytes.

    Raises:
        UsageError: the file is not what gampgen wrote under that name.
    """
    exchange = exchange_in(content)
    if exchange is None or exchange.digest != digest:
        raise UsageError(
            "A recorded answer of the model is damaged",
            hint="Delete the file, and the model is asked again",
            where=where,
        )
    return exchange


def recorded_in(files: Mapping[str, bytes]) -> Recording:
    """The exchanges of a recorded run out of its files' bytes by name. Raises UsageError."""
    recording = Recording()
    for name, content in sorted(files.items()):
        recording.keep(read_exchange(content, Path(name).stem, name))
    return recording


def _unusable(path: Path, error: OSError) -> OutputError:
    return OutputError(
        f"The cache of answers cannot be used: {error.strerror or error}",
        hint="Give another folder with --llm-cache, or leave it out",
        where=str(path),
    )
