"""One byte form for one content, and nothing else accepted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gampgen.audit.canonical import canonical_bytes, parse_strictly
from gampgen.audit.checks import BrokenRecordError, Code
from gampgen.errors import VerificationError

json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text("ab\u00e9\u20ac", max_size=3), inner, max_size=4)
    ),
    max_leaves=20,
)


def test_keys_are_sorted_and_no_space_is_left() -> None:
    assert canonical_bytes({"b": 1, "a": ["\u20ac", None, True]}) == '{"a":["€",null,true],"b":1}'.encode()


@given(json_values)
def test_what_was_written_is_read_back(value: object) -> None:
    assert parse_strictly(canonical_bytes(value) + b"\n", "x.json") == value  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "data",
    [
        b'{"a":1,"a":1}\n',
        b'{"a":NaN}\n',
        b'{"a":1.0}\n',
        b'{"a":1e3}\n',
        b'{ "a":1}\n',
        b'{"b":1,"a":1}\n',
        b'{"a":1}',
        b'{"a":1}\n\n',
        b'{"a":"\\u0041"}\n',
        b"\xff\xfe{}\n",
        b"",
        b"[" * 100_000,
    ],
)
def test_any_other_form_is_refused(data: bytes) -> None:
    with pytest.raises(VerificationError):
        parse_strictly(data, "x.json")


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (b'{"a":1,"a":1}\n', Code.STRICT_JSON, "the key 'a' stands twice"),
        (b'{"a":NaN}\n', Code.STRICT_JSON, "NaN is not allowed in a record"),
        (b'{"a":1.0}\n', Code.STRICT_JSON, "1.0 is not allowed in a record"),
        (b'{ "a":1}\n', Code.CANONICAL, "not in its canonical form"),
        (b"[" * 100_000, Code.DEPTH, "nested too deeply"),
    ],
)
def test_a_refusal_says_which_record_what_is_wrong_and_what_to_do(data: bytes, code: Code, words: str) -> None:
    with pytest.raises(BrokenRecordError, match=words) as caught:
        parse_strictly(data, "x.json")
    assert (caught.value.code, caught.value.where) == (code, "x.json")
    assert "archived" in caught.value.hint
