"""One byte form for one content, and nothing else accepted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gampgen.audit.canonical import canonical_bytes, parse_strictly
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
