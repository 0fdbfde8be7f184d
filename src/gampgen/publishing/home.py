"""The user's own folder of gampgen: keys, trust file, ledger. `GAMPGEN_HOME` names another one."""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from gampgen.audit.raw_files import BINARY
from gampgen.errors import OutputError

try:
    import fcntl
except ImportError:  # not a POSIX system: see `home_locked`
    fcntl = None  # type: ignore[assignment]

_LOCK_NAME = ".lock"


def home_folder() -> Path:
    """Where keys, trust file and ledger live: `GAMPGEN_HOME`, else the platform's place for configuration."""
    own = os.environ.get("GAMPGEN_HOME")
    if own:
        return Path(own)
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA") or Path.home() / "AppData" / "Roaming") / "gampgen"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "gampgen"
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "gampgen"


def account() -> str:
    """The name of the account that runs this process; nothing where it has none. It proves no person."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # an account without a name, as in some containers
        return ""


@contextmanager
def home_locked(home: Path) -> Iterator[None]:
    """Make the folder if need be, for its owner only, and hold it while its files change; waits for others.

    Raises:
        OSError: the folder cannot be made or written.
    """
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    file = os.open(home / _LOCK_NAME, os.O_RDWR | os.O_CREAT | BINARY, 0o600)
    try:
        if fcntl is not None:  # elsewhere two first runs at the same moment could each make a key; one then wins
            fcntl.flock(file, fcntl.LOCK_EX)
        yield
    finally:
        os.close(file)


def write_privately(path: Path, data: bytes) -> None:
    """Write a file for its owner only, whole or not at all: synced beside its name, then renamed.

    Raises:
        OSError: it cannot be written.
    """
    beside = path.with_name(f".{path.name}.new")
    beside.unlink(missing_ok=True)  # what a killed process left
    file = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY, 0o600)
    try:
        rest = data
        while rest:
            rest = rest[os.write(file, rest) :]
        os.fsync(file)
    finally:
        os.close(file)
    beside.replace(path)


@contextmanager
def home_failures(home: Path) -> Iterator[None]:
    """Turn what the system says of the folder of keys into a failure. Raises OutputError."""
    try:
        yield
    except OSError as error:
        raise OutputError(
            f"The folder of keys cannot be written: {error.strerror or error}",
            hint="Name one that you may write with GAMPGEN_HOME",
            where=str(error.filename or home),
        ) from error
