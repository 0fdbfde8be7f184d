"""Keys: made once, for their owner only, in force while the trust file says so; never trusted from elsewhere."""

import os
import stat
import threading
import time
from pathlib import Path

import pytest

from gampgen.audit.dsse import is_genuine, key_id_of, signing_input
from gampgen.audit.journal import utc_now
from gampgen.audit.trust import KeyKind, Trust, trust_bytes
from gampgen.errors import UsageError
from gampgen.publishing.keystore import (
    RUN_KEY_NAME,
    TRUST_NAME,
    chosen_key,
    create_person_key,
    import_keys,
    load_trust,
    open_person_key,
    open_run_key,
    revoke_key,
    rotate_run_key,
)

ANY_LATER_TIME = "2999-01-01T00:00:00.000Z"
PASSPHRASE = "correct horse battery"  # noqa: S105 - of keys that live for one test


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def trust_of(home: Path) -> Trust:
    return load_trust(home / TRUST_NAME)


def in_force(home: Path) -> list[str]:
    """The keys that count later: a retired one still counts for its last millisecond, so "now" would be too early."""
    return [key.key_id for key in trust_of(home).keys if key.objection_at(ANY_LATER_TIME) is None]


def test_the_first_call_makes_the_run_key_and_the_next_finds_it(home: Path) -> None:
    first, second = open_run_key(home), open_run_key(home)
    assert (first.created, second.created) == (True, False)
    assert first.signer.key_id == second.signer.key_id
    assert in_force(home) == [first.signer.key_id]
    key = trust_of(home).find(first.signer.key_id, KeyKind.RUN)
    assert is_genuine(key.raw, first.signer.sign(signing_input("t", b"x")), "t", b"x")


def test_keys_and_folder_are_for_their_owner_only(home: Path) -> None:
    open_run_key(home)
    key = create_person_key(home, "A. Person", PASSPHRASE)
    for path in (home / RUN_KEY_NAME, home / "persons" / f"{key.key_id}.pem", home / TRUST_NAME):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path
    for folder in (home, home / "persons"):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700, folder


def test_two_first_runs_at_once_make_one_key(home: Path) -> None:
    found: list[str] = []
    threads = [threading.Thread(target=lambda: found.append(open_run_key(home).signer.key_id)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert set(found) == set(in_force(home))


@pytest.mark.skipif(os.name != "posix", reason="other systems have other rights")
def test_a_key_that_others_can_read_is_refused_not_passed_over(home: Path) -> None:
    open_run_key(home)
    (home / RUN_KEY_NAME).chmod(0o644)
    with pytest.raises(UsageError, match="read by others"):
        open_run_key(home)


@pytest.mark.parametrize("content", [b"", b"no key", b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"])
def test_a_damaged_key_is_refused_not_replaced(home: Path, content: bytes) -> None:
    open_run_key(home)
    (home / RUN_KEY_NAME).write_bytes(content)
    with pytest.raises(UsageError, match="damaged"):
        open_run_key(home)
    assert (home / RUN_KEY_NAME).read_bytes() == content


def test_a_kill_between_key_and_trust_file_is_mended_by_the_next_run(home: Path) -> None:
    key = open_run_key(home).signer.key_id
    (home / TRUST_NAME).unlink()
    assert open_run_key(home).signer.key_id == key
    assert in_force(home) == [key]


def test_rotation_retires_the_old_key_and_keeps_what_it_sealed(home: Path) -> None:
    old = open_run_key(home).signer.key_id
    sealed_at = utc_now()
    new = rotate_run_key(home).key_id
    assert in_force(home) == [new]
    assert open_run_key(home).signer.key_id == new
    entry = trust_of(home).find(old, KeyKind.RUN)
    assert entry.objection_at(sealed_at) is None
    assert entry.objection_at(ANY_LATER_TIME) is not None


@pytest.mark.parametrize("compromised", [True, False])
def test_a_revoked_run_key_signs_no_more(home: Path, *, compromised: bool) -> None:
    old = open_run_key(home).signer.key_id
    sealed_at = utc_now()
    time.sleep(0.01)  # times have milliseconds
    revoke_key(home, old[:10], "lost", compromised=compromised)
    entry = trust_of(home).find(old, KeyKind.RUN)
    assert (entry.objection_at(sealed_at) is not None) == compromised
    again = open_run_key(home)
    assert again.created
    assert again.signer.key_id != old
    with pytest.raises(UsageError, match="already"):
        revoke_key(home, old, "lost", compromised=True)


def test_a_persons_key_opens_with_its_passphrase_only(home: Path) -> None:
    key = create_person_key(home, "A. Person", PASSPHRASE)
    assert open_person_key(home, "A. Person", PASSPHRASE).key_id == key.key_id
    with pytest.raises(UsageError, match="wrong"):
        open_person_key(home, "A. Person", PASSPHRASE + "x")
    with pytest.raises(UsageError, match="no key"):
        open_person_key(home, "B. Person", PASSPHRASE)
    with pytest.raises(UsageError, match="too short"):
        create_person_key(home, "B. Person", "short")
    with pytest.raises(UsageError, match="has a key"):
        create_person_key(home, "A. Person", PASSPHRASE)


def test_the_private_key_of_a_person_is_not_on_the_disk_in_clear(home: Path) -> None:
    key = create_person_key(home, "A. Person", PASSPHRASE)
    assert b"ENCRYPTED" in (home / "persons" / f"{key.key_id}.pem").read_bytes()


def test_a_person_with_a_revoked_key_gets_another(home: Path) -> None:
    old = create_person_key(home, "A. Person", PASSPHRASE)
    revoke_key(home, old.key_id, "left", compromised=False)
    new = create_person_key(home, "A. Person", PASSPHRASE)
    assert open_person_key(home, "A. Person", PASSPHRASE).key_id == new.key_id


def test_import_adds_sound_keys_and_refuses_weak_and_renamed_ones(home: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    key = trust_of_new(other)
    assert [one.key_id for one in import_keys(home, trust_bytes(Trust(keys=(key,))), "f")] == [key.key_id]
    assert import_keys(home, trust_bytes(Trust(keys=(key,))), "f") == ()
    weak = bytes([1]) + bytes(31)
    bad = (
        key.model_copy(update={"public_key": weak.hex(), "key_id": key_id_of(weak)}),
        key.model_copy(update={"key_id": "0" * 64}),
        key.model_copy(update={"holder": "somebody else"}),
    )
    for one in bad:
        with pytest.raises(UsageError):
            import_keys(home, trust_bytes(Trust(keys=(one,))), "f")
    assert [one.key_id for one in trust_of(home).keys] == [key.key_id]


def trust_of_new(home: Path) -> object:
    open_run_key(home)
    return trust_of(home).keys[0]


def test_a_key_is_chosen_by_its_first_digits_where_they_say_enough(home: Path) -> None:
    open_run_key(home)
    create_person_key(home, "A. Person", PASSPHRASE)
    trust = trust_of(home)
    assert chosen_key(trust, trust.keys[1].key_id[:12]) == trust.keys[1]
    for digits in ("", "zz"):
        with pytest.raises(UsageError):
            chosen_key(trust, digits)


def test_a_failed_write_keeps_the_trust_file_as_it_was(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_run_key(home)
    before = (home / TRUST_NAME).read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        create_person_key(home, "A. Person", PASSPHRASE)
    assert (home / TRUST_NAME).read_bytes() == before
