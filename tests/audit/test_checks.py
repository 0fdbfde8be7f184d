"""A check's words, a warning's, and the verdict that follows from all of them."""

import pytest

from gampgen.audit.checks import (
    TITLES,
    UNTRUSTED_CODES,
    BrokenRecordError,
    Check,
    Code,
    RunState,
    check,
    state_of,
    warn,
)


def failing(*codes: Code) -> tuple[Check, ...]:
    return (check(Code.SHAPE, passed=True), *(check(code, passed=False) for code in codes))


def test_a_check_speaks_the_words_of_its_title_and_a_failed_one_says_what_is_wrong() -> None:
    held = check(Code.COUNT, passed=True, problem="4 said, 5 there")
    assert held == Check(code=Code.COUNT, passed=True, message="the closing counts the entries", warning=False)
    failed = check(Code.COUNT, passed=False, problem="4 said, 5 there")
    assert failed == Check(
        code=Code.COUNT, passed=False, message="NOT SO: the closing counts the entries. 4 said, 5 there", warning=False
    )
    assert check(Code.COUNT, passed=False).message == "NOT SO: the closing counts the entries"
    assert check(Code.COUNT, passed=False, problem="So.").message == "NOT SO: the closing counts the entries. So"


def test_a_warning_has_held() -> None:
    assert warn(Code.WALL_CLOCK, "look") == Check(code=Code.WALL_CLOCK, passed=True, message="look", warning=True)


def test_every_code_has_a_title_of_its_own_and_a_number_of_its_own() -> None:
    assert set(TITLES) == set(Code)
    assert len(set(TITLES.values())) == len(TITLES)


@pytest.mark.parametrize(
    ("codes", "state"),
    [
        ((), RunState.VALID),
        ((Code.SEALED,), RunState.INCOMPLETE),
        ((Code.SEALED, Code.CONTENT), RunState.INCOMPLETE),
        ((Code.SIGNED,), RunState.UNTRUSTED),
        ((Code.KEY_TRUSTED, Code.SIGN_KEY), RunState.UNTRUSTED),
        (tuple(sorted(UNTRUSTED_CODES)), RunState.UNTRUSTED),
        ((*sorted(UNTRUSTED_CODES), Code.CONTENT), RunState.TAMPERED),
        ((Code.CONTENT,), RunState.TAMPERED),
        ((Code.SIGNATURE,), RunState.TAMPERED),
        ((Code.KNOWN_SEAL,), RunState.TAMPERED),
        ((Code.KNOWN_SIGNATURES,), RunState.TAMPERED),
    ],
)
def test_the_verdict_follows_from_the_checks_that_failed(codes: tuple[Code, ...], state: RunState) -> None:
    assert state_of((*failing(*codes), warn(Code.WALL_CLOCK, "look"))) is state


def test_what_makes_a_folder_untrusted_and_no_more() -> None:
    assert {code.value for code in UNTRUSTED_CODES} == {"V10", "V13", "V15", "V52", "V60", "V61", "V63"}


def test_a_broken_record_carries_its_code_and_its_place() -> None:
    error = BrokenRecordError("It is broken", hint="Take it again", where="seal.json", code=Code.DEPTH)
    assert (error.code, error.title, error.hint, error.where) == (
        Code.DEPTH, "It is broken", "Take it again", "seal.json",
    )  # fmt: skip
    assert error.exit_code == 5
