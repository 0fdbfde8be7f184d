"""What holds for every test: nothing is written to the home of whoever runs the tests."""

import os
from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session", autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keys and trust file of the whole session, child processes included, go to a temporary folder."""
    earlier = os.environ.get("GAMPGEN_HOME")
    os.environ["GAMPGEN_HOME"] = str(tmp_path_factory.mktemp("gampgen-home"))
    yield
    if earlier is None:
        del os.environ["GAMPGEN_HOME"]
    else:
        os.environ["GAMPGEN_HOME"] = earlier
