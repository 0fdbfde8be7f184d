"""Which key counts, for which kind and for which time; to the millisecond."""

import pytest
from tests.audit.sealed_run import CREATED, make_key, trust_in

from gampgen.audit.dsse import is_genuine, is_weak, key_id_of, signing_input
from gampgen.audit.trust import KeyKind, Revocation, Trust, TrustedKey, parse_trust, trust_bytes
from gampgen.errors import UsageError

AT = "2026-06-01T00:00:00.000Z"
BEFORE, AFTER = "2026-05-31T23:59:59.999Z", "2026-06-01T00:00:00.001Z"


def key(**change: object) -> TrustedKey:
    return make_key().entry.model_copy(update=change)


def revoked(*, compromised: bool) -> TrustedKey:
    return key(revoked=Revocation(at=AT, reason="lost on a train", compromised=compromised))


@pytest.mark.parametrize(
    ("one", "claimed", "objection"),
    [
        (key(created=AT), AT, None),
        (key(created=AT), BEFORE, f"the key was made at {AT}, after the {BEFORE} that the record claims"),
        (revoked(compromised=False), BEFORE, None),
        (revoked(compromised=False), AT, f"the key was revoked at {AT}: lost on a train"),
        (revoked(compromised=False), AFTER, f"the key was revoked at {AT}: lost on a train"),
        (revoked(compromised=True), CREATED, f"the key was revoked at {AT}: lost on a train"),
        (key(retired=AT), AT, None),
        (key(retired=AT), AFTER, f"a newer key replaced it at {AT}, before the {AFTER} that the record claims"),
    ],
)
def test_a_key_counts_to_its_last_millisecond(one: TrustedKey, claimed: str, objection: str | None) -> None:
    assert one.objection_at(claimed) == objection


def test_a_key_is_found_by_its_id_and_its_kind_together() -> None:
    run, person = make_key(1).entry, make_key(2, KeyKind.PERSON, "Ann").entry
    trust = Trust(keys=(run, person))
    assert trust.find(person.key_id, KeyKind.PERSON) == person
    assert trust.find(run.key_id, KeyKind.PERSON) is None
    assert trust.find("0" * 64, KeyKind.RUN) is None
    assert trust.any_of(KeyKind.RUN)
    assert not Trust(keys=(person,)).any_of(KeyKind.RUN)
    assert not Trust().any_of(KeyKind.PERSON)


def test_a_key_is_sound_only_under_its_own_id_and_with_its_own_length() -> None:
    assert key().sound
    assert not key(key_id="0" * 64).sound
    short = make_key().entry.raw[:31]
    assert not key(public_key=short.hex(), key_id=key_id_of(short)).sound
    long = make_key().entry.raw + b"\0"
    assert not key(public_key=long.hex(), key_id=key_id_of(long)).sound
    assert is_weak(long)


def test_bytes_that_are_no_point_of_the_curve_have_signed_nothing() -> None:
    no_point = (2).to_bytes(32, "little")
    assert not is_weak(no_point)
    assert not is_genuine(no_point, bytes(64), "t", b"any")
    one = make_key()
    signature = one.private.sign(signing_input("t", b"any"))
    assert is_genuine(one.entry.raw, signature, "t", b"any")
    assert not is_genuine(one.entry.raw, signature[:63], "t", b"any")
    assert not is_genuine(one.entry.raw, b"", "t", b"any")


def test_the_trust_file_is_one_line_of_canonical_form() -> None:
    assert trust_bytes(Trust()) == b'{"keys":[],"schema_version":"1.0"}\n'


def test_a_trust_file_that_is_refused_says_where_why_and_what_to_do() -> None:
    data = trust_bytes(trust_in(make_key())).replace(b'"kind":"run"', b'"kind":"car"')
    with pytest.raises(UsageError) as caught:
        parse_trust(data, "trust.json")
    assert caught.value.title.startswith("The trust file cannot be understood: keys.0.kind: Input should be 'run'")
    assert caught.value.hint == "Make it again with `gampgen keys export`, or restore it"
    assert caught.value.where == "trust.json"
    one = make_key().entry
    with pytest.raises(UsageError) as caught:
        parse_trust(trust_bytes(Trust(keys=(one, one))), "trust.json")
    assert caught.value.title == "The trust file names a key twice"
    assert caught.value.hint == "Remove one of the two entries"
    assert caught.value.where == "trust.json"
