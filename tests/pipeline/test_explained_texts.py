"""Texts of a limited length, from the sentence to the test's inputs."""

import re

import pytest

from gampgen.pipeline.explain import explain

MADE = re.compile(r"“(.+?)” (\d+) times(?:, then “(.+)”)?")


@pytest.mark.parametrize("most", [4000, 2_000_000_000])
def test_a_text_too_long_to_check_by_eye_is_told_by_how_it_is_made(most: int) -> None:
    told = explain("S", f"The comment field shall accept at most {most} characters.")
    made = [MADE.fullmatch(str(one.value)) for test in told.tests for one in test.inputs if " times" in str(one.value)]
    lengths = {len(one[1]) * int(one[2]) + len(one[3] or "") for one in made if one}
    assert {most, most + 1} <= lengths <= {most - 1, most, most + 1}
    assert all(made)


@pytest.mark.parametrize(
    ("text", "account"),
    [
        ("Measured values shall be stored with their unit.", False),
        ("When the pressure exceeds 2 bar, the event shall be recorded.", False),
        ("The operator shall record the weight of each drum.", True),
    ],
)
def test_what_the_system_stores_of_itself_carries_no_testers_account(text: str, *, account: bool) -> None:
    said = " ".join(step.expected_result for one in explain("S", text).tests for step in one.steps)
    assert ("the tester's account" in said) is account
