"""Which words name a role of its own."""

from __future__ import annotations

import pytest

from gampgen.techniques.role_permission import is_named


@pytest.mark.parametrize(
    "word", ["Supervisor", "QA", "the Supervisor", "authorised operators", "QA user", "each analyst"]
)
def test_what_names_a_role(word: str) -> None:
    assert is_named(word)


@pytest.mark.parametrize(
    "word",
    [
        "user", "users", "person", "persons", "personnel", "people", "staff", "individuals", "individual", "all",
        "everyone", "nobody", "role", "roles", "the user", "a user", "an individual", "authorised personnel",
        "authorized users", "any person", "each user", "all users", "Users", "", "the",
        "operators who are trained", "operators that sign", "operators whose account is open",
        "a Supervisor which signs",
    ],
)  # fmt: skip
def test_what_names_nobody_in_particular(word: str) -> None:
    assert not is_named(word)
