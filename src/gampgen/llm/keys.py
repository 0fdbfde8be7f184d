"""The key to a model's server: from the environment or the OS keyring, and nowhere else; never written anywhere."""

from __future__ import annotations

import importlib
import os
from urllib.parse import urlsplit

from gampgen.errors import UsageError
from gampgen.llm.port import FailureKind, ModelError, ModelSettings
from gampgen.settings.language_model import Provider

VARIABLES = {Provider.OPENAI: "OPENAI_API_KEY", Provider.AZURE: "AZURE_OPENAI_API_KEY"}
KEYRING_SERVICE = "gampgen"
NO_KEY = "none"  # local servers ask for no key, and the client refuses an empty one
HIDDEN = "[key]"
_SHORTEST_SECRET = 6


def key_for(settings: ModelSettings) -> str:
    """The key: the provider's variable, else the OS keyring (extra `keyring`; service "gampgen", name the provider's).

    Raises:
        ModelError: there is none, and the server is the provider's own.
    """
    variable = VARIABLES[settings.provider]
    key = os.environ.get(variable, "").strip() or _from_keyring(settings.provider)
    if not key and (settings.base_url is None or settings.provider is Provider.AZURE):
        raise ModelError.of(
            FailureKind.NO_KEY,
            "There is no key for the model",
            hint=f"Set {variable}, keep it with `keyring set {KEYRING_SERVICE} {settings.provider}`, "
            "or give --llm-base-url for a local server",
        )
    return key or NO_KEY


def _from_keyring(provider: Provider) -> str:
    try:
        keyring = importlib.import_module("keyring")
        errors = importlib.import_module("keyring.errors")
    except ImportError:  # the extra is not installed: the environment is the only place then
        return ""
    try:
        return keyring.get_password(KEYRING_SERVICE, provider.value) or ""
    except errors.KeyringError:  # a machine without a keyring, or a locked one: as without a key
        return ""


def hidden(text: str, key: str) -> str:
    """`text` without the key, should a server have said it back."""
    return text.replace(key, HIDDEN) if len(key) >= _SHORTEST_SECRET and key != NO_KEY else text


def plain_address(base_url: str | None) -> str:
    """The server's address as it may be shown: scheme, host, port and path.

    Raises:
        UsageError: the address is none, or carries a name, a password or a query, which could be secrets.
    """
    if base_url is None:
        return "https://api.openai.com/v1"
    try:
        parts = urlsplit(base_url)
        sound = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        sound = False
    if not sound or parts.username is not None or parts.password is not None or parts.query or parts.fragment:
        raise UsageError(
            "The address of the model's server is none, or carries more than host and path",
            hint="Give it as http(s)://host:port/path; the key goes into the environment or the keyring",
            where="llm.base_url",
        )
    return base_url.rstrip("/")
