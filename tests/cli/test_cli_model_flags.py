"""The flags of the language model: what is given without --llm is refused, not passed over."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from gampgen.cli.configuration import project_settings
from gampgen.cli.options import language_model
from gampgen.errors import UsageError


def test_a_flag_without_llm_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match="without --llm"):
        project_settings({"llm.model": "m"})


def test_the_flags_become_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    flags = language_model(
        llm=True, model="m", base_url="http://h/v1", required=True, cache=tmp_path, timeout=5, max_tokens=6,
        max_cost="1.50", max_requests=7,
    )  # fmt: skip
    llm = project_settings(flags).settings.llm
    assert (llm.enabled, llm.model, llm.base_url, llm.required) == (True, "m", "http://h/v1", True)
    assert (llm.cache, llm.timeout_seconds, llm.max_tokens, llm.max_requests) == (tmp_path, 5, 6, 7)
    assert llm.max_cost == Decimal("1.50")


def test_what_the_project_enables_takes_flags(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "gampgen.yaml").write_text("llm: {enabled: true, model: a}\n", encoding="utf-8")
    assert project_settings({"llm.model": "b"}).settings.llm.model == "b"
