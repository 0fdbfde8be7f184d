"""What holds for every test: nothing is written to anybody's home, and each run tries the same examples.

`HYPOTHESIS_PROFILE=search` tries new examples instead: a property is looked at so, not a change judged.
"""

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

settings.register_profile("same", derandomize=True)
settings.register_profile("search", derandomize=False)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


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
