"""The name under which a doer holds its runs: machine, process, and a number of its own."""

from __future__ import annotations

import os
import secrets
import socket


def owner_name() -> str:
    """A name that no other doer has, and that tells a person where it is."""
    return f"{socket.gethostname()}/{os.getpid()}/{secrets.token_hex(4)}"
