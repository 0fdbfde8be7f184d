"""Keys on a workstation: the machine's run key, persons' keys under their passphrases, and the trust file.

Private keys are PKCS#8 PEM, readable by their owner only. The run key is not encrypted, since no person is there when
it signs: it says which machine's gampgen wrote a run. A person's key is encrypted under the person's passphrase.
"""

from __future__ import annotations

import os
import socket
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    KeySerializationEncryption,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from gampgen.audit.dsse import Signer, key_id_of
from gampgen.audit.journal import utc_now
from gampgen.audit.trust import KeyKind, Revocation, Trust, TrustedKey, parse_trust, trust_bytes
from gampgen.domain.base import Value
from gampgen.errors import UsageError
from gampgen.publishing.home import home_locked, write_privately

RUN_KEY_NAME, TRUST_NAME, PERSONS = "run_key.pem", "trusted_keys.json", "persons"
SHORTEST_PASSPHRASE = 12
_READABLE_BY_OTHERS = 0o077


class KeyUnusableError(UsageError):
    """A key is missing, damaged, unprotected, or may not be used."""


class OpenedKey(Value):
    """The run key, ready to sign; `created` where this very call made it."""

    signer: Signer
    created: bool


def load_trust(path: Path) -> Trust:
    """The keys that a trust file names; none where there is no such file. Raises UsageError."""
    try:
        data = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return Trust()
    except OSError as error:
        raise KeyUnusableError(
            f"The trust file cannot be read: {error.strerror or error}", hint="Restore it", where=str(path)
        ) from error
    return parse_trust(data, str(path))


def open_run_key(home: Path) -> OpenedKey:
    """The machine's run key; the first call makes it and puts it into the trust file.

    Raises:
        OSError: the folder cannot be read or, where the key has to be made, written.
        UsageError: the key or the trust file is damaged or readable by others.
    """
    path = home / RUN_KEY_NAME
    if path.exists():
        signer = _signer(_private_key(path, None))
        entry = load_trust(home / TRUST_NAME).find(signer.key_id, KeyKind.RUN)
        if entry is not None and entry.objection_at(utc_now()) is None:
            return OpenedKey(signer=signer, created=False)
    with home_locked(home):
        return _made_or_found(home, path)


def _made_or_found(home: Path, path: Path) -> OpenedKey:
    """Under the lock: the key of a call that came first, or one whose entry was never written, or a new one."""
    trust = load_trust(home / TRUST_NAME)
    if path.exists():
        private = _private_key(path, None)
        entry = trust.find(_signer(private).key_id, KeyKind.RUN)
        if entry is None:
            _add(home, trust, _entry(private, KeyKind.RUN, socket.gethostname()))
            return OpenedKey(signer=_signer(private), created=True)
        if entry.objection_at(utc_now()) is None:
            return OpenedKey(signer=_signer(private), created=False)
    return OpenedKey(signer=_new_run_key(home, trust), created=True)


def _new_run_key(home: Path, trust: Trust) -> Signer:
    private = Ed25519PrivateKey.generate()
    write_privately(home / RUN_KEY_NAME, _pem(private, NoEncryption()))
    _add(home, trust, _entry(private, KeyKind.RUN, socket.gethostname()))
    return _signer(private)


def rotate_run_key(home: Path) -> Signer:
    """Make a new run key and retire the old one: what it sealed until now still counts. Raises OSError, UsageError."""
    with home_locked(home):
        trust = load_trust(home / TRUST_NAME)
        path = home / RUN_KEY_NAME
        old = _signer(_private_key(path, None)).key_id if path.exists() else None
        now = utc_now()
        kept = (key.model_copy(update={"retired": now}) if key.key_id == old else key for key in trust.keys)
        return _new_run_key(home, Trust(keys=tuple(kept)))


def revoke_key(home: Path, key: str, reason: str, *, compromised: bool) -> TrustedKey:
    """Take a key out of force from now on; `compromised`: for everything that it ever signed.

    Raises:
        UsageError: there is no such key, or it is revoked already.
    """
    with home_locked(home):
        trust = load_trust(home / TRUST_NAME)
        entry = chosen_key(trust, key)
        if entry.revoked is not None:
            raise KeyUnusableError("The key is revoked already", hint="There is nothing to do", where=entry.key_id)
        revoked = entry.model_copy(
            update={"revoked": Revocation(at=utc_now(), reason=reason, compromised=compromised)}
        )  # fmt: skip
        keys = tuple(revoked if one.key_id == entry.key_id else one for one in trust.keys)
        write_privately(home / TRUST_NAME, trust_bytes(Trust(keys=keys)))
        return revoked


def import_keys(home: Path, data: bytes, name: str) -> tuple[TrustedKey, ...]:
    """Add the keys of another trust file to one's own; returns those that are new.

    Raises:
        UsageError: the file is no trust file, or a key in it is weak, of a wrong id, or known in another form.
    """
    offered = parse_trust(data, name)
    with home_locked(home):
        trust = load_trust(home / TRUST_NAME)
        for key in offered.keys:
            known = next((one for one in trust.keys if one.key_id == key.key_id), None)
            if not key.sound:
                raise KeyUnusableError(
                    "A key is weak, or its id is not its own", hint="Do not trust it", where=key.key_id
                )
            if known is not None and (known.holder, known.kind) != (key.holder, key.kind):
                raise KeyUnusableError(
                    "A key is known here as another holder's", hint="Find out whose it is", where=key.key_id
                )  # fmt: skip
        ids = {one.key_id for one in trust.keys}
        new = tuple(key for key in offered.keys if key.key_id not in ids)
        write_privately(home / TRUST_NAME, trust_bytes(Trust(keys=(*trust.keys, *new))))
        return new


def create_person_key(home: Path, holder: str, passphrase: str) -> TrustedKey:
    """Make a person's key under a passphrase and put it into the trust file.

    Raises:
        UsageError: the passphrase is too short, or the person has a key in force.
    """
    if len(passphrase) < SHORTEST_PASSPHRASE:
        hint = f"Use {SHORTEST_PASSPHRASE} characters or more, for instance a sentence"
        raise KeyUnusableError("The passphrase is too short", hint=hint)
    with home_locked(home):
        trust = load_trust(home / TRUST_NAME)
        if _keys_of(trust, holder):
            raise KeyUnusableError(
                f"{holder} has a key in force", hint="Revoke it first with `gampgen keys revoke`", where=str(home)
            )  # fmt: skip
        private = Ed25519PrivateKey.generate()
        entry = _entry(private, KeyKind.PERSON, holder)
        (home / PERSONS).mkdir(mode=0o700, exist_ok=True)
        pem = _pem(private, BestAvailableEncryption(passphrase.encode()))
        write_privately(_person_path(home, entry.key_id), pem)
        _add(home, trust, entry)
        return entry


def open_person_key(home: Path, holder: str, passphrase: str) -> Signer:
    """A person's key, ready to sign.

    Raises:
        UsageError: the person has no key in force here, or the passphrase is wrong.
    """
    keys = [key for key in _keys_of(load_trust(home / TRUST_NAME), holder) if _person_path(home, key.key_id).exists()]
    if not keys:
        raise KeyUnusableError(
            f"{holder} has no key in force on this machine",
            hint=f'Make one with: gampgen keys new --name "{holder}"',
            where=str(home),
        )
    return _signer(_private_key(_person_path(home, keys[0].key_id), passphrase))


def chosen_key(trust: Trust, key: str) -> TrustedKey:
    """The key whose id begins with the digits given. Raises UsageError where there is not exactly one."""
    found = [one for one in trust.keys if one.key_id.startswith(key)]
    if not key or len(found) != 1:
        title = "No key has this id" if not found else "Several keys have an id that begins so"
        raise KeyUnusableError(title, hint="See `gampgen keys list`", where=key)
    return found[0]


def _keys_of(trust: Trust, holder: str) -> list[TrustedKey]:
    now = utc_now()
    people = (key for key in trust.keys if key.kind is KeyKind.PERSON and key.holder == holder)
    return [key for key in people if key.objection_at(now) is None]


def _person_path(home: Path, key_id: str) -> Path:
    return home / PERSONS / f"{key_id}.pem"


def _add(home: Path, trust: Trust, entry: TrustedKey) -> None:
    write_privately(home / TRUST_NAME, trust_bytes(Trust(keys=(*trust.keys, entry))))


def _entry(private: Ed25519PrivateKey, kind: KeyKind, holder: str) -> TrustedKey:
    raw = private.public_key().public_bytes_raw()
    return TrustedKey(key_id=key_id_of(raw), public_key=raw.hex(), kind=kind, holder=holder, created=utc_now())


def _signer(private: Ed25519PrivateKey) -> Signer:
    return Signer(key_id=key_id_of(private.public_key().public_bytes_raw()), sign=private.sign)


def _pem(private: Ed25519PrivateKey, protection: KeySerializationEncryption) -> bytes:
    return private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, protection)


def _private_key(path: Path, passphrase: str | None) -> Ed25519PrivateKey:
    if os.name == "posix" and path.stat().st_mode & _READABLE_BY_OTHERS:
        raise KeyUnusableError(
            "The key file can be read by others", hint="Take the right from them (chmod 600)", where=str(path)
        )  # fmt: skip
    try:
        key = load_pem_private_key(path.read_bytes(), None if passphrase is None else passphrase.encode())
    except (ValueError, TypeError) as error:
        title = "The key file is damaged" if passphrase is None else "The passphrase is wrong, or the key file damaged"
        raise KeyUnusableError(
            title, hint="Try again, or make a new key with `gampgen keys`", where=str(path)
        ) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise KeyUnusableError("The key is no Ed25519 key", hint="Make a new one with `gampgen keys`", where=str(path))
    return key
