"""The key comes from the environment or the keyring and goes nowhere; an address that could carry one is refused."""

from __future__ import annotations

import sys
import types

import pytest

from gampgen.errors import UsageError
from gampgen.llm.keys import hidden, key_for, plain_address
from gampgen.llm.port import ModelError, ModelSettings
from gampgen.settings.language_model import Provider

OWN = ModelSettings(name="m")
LOCAL = ModelSettings(name="m", base_url="http://127.0.0.1:1/v1")
AZURE = ModelSettings(name="m", base_url="https://x.example", provider=Provider.AZURE)


@pytest.fixture(autouse=True)
def _no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    monkeypatch.delenv("AZURE_OPENAI_API_KEY", raising=False)
    monkeypatch.setitem(sys.modules, "keyring", None)


def keyring_with(monkeypatch: pytest.MonkeyPatch, held: dict[tuple[str, str], str], *, locked: bool = False) -> None:
    class KeyringError(Exception):
        pass

    def get_password(service: str, name: str) -> str | None:
        if locked:
            raise KeyringError
        return held.get((service, name))

    ring = types.ModuleType("keyring")
    errors = types.ModuleType("keyring.errors")
    ring.get_password = get_password
    errors.KeyringError = KeyringError
    monkeypatch.setitem(sys.modules, "keyring", ring)
    monkeypatch.setitem(sys.modules, "keyring.errors", errors)


def test_the_environment_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    keyring_with(monkeypatch, {("gampgen", "openai"): "from-ring"})
    assert key_for(OWN) == "from-ring"
    monkeypatch.setenv("OPENAI_API_KEY", "from-environment")
    assert key_for(OWN) == "from-environment"


def test_each_provider_has_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "one")
    with pytest.raises(ModelError, match="no key"):
        key_for(AZURE)
    keyring_with(monkeypatch, {("gampgen", "azure"): "two"})
    assert key_for(AZURE) == "two"


def test_a_local_server_needs_none_and_a_locked_keyring_is_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert key_for(LOCAL) == "none"
    keyring_with(monkeypatch, {}, locked=True)
    assert key_for(LOCAL) == "none"
    with pytest.raises(ModelError, match="no key"):
        key_for(OWN)


@pytest.mark.parametrize(
    "address",
    [
        "http://user:secret-word@host/v1",
        "http://secret-word@host/v1",
        "http://host/v1?key=secret-word",
        "http://host/v1#secret-word",
        "ftp://host/secret-word",
        "secret-word",
        "http://",
        "http://host:secret-word/",
        "http://[secret-word",
    ],
)
def test_an_address_with_more_than_host_and_path_is_refused_without_saying_it(address: str) -> None:
    with pytest.raises(UsageError) as failure:
        plain_address(address)
    assert failure.value.exit_code == 2
    assert "secret-word" not in str(failure.value)


def test_a_plain_address_stays() -> None:
    assert plain_address("http://localhost:11434/v1/") == "http://localhost:11434/v1"
    assert plain_address(None).startswith("https://")


def test_a_key_that_a_server_says_back_is_hidden() -> None:
    assert hidden("you sent sk-12345678", "sk-12345678") == "you sent [key]"
    assert hidden("a none b", "none") == "a none b"
