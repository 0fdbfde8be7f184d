"""Names of the files that a run's folder holds besides its deliverables."""

from __future__ import annotations

SEAL_NAME = "seal.json"
AUDIT_NAME = "audit.json"
SUITE_NAME = "suite.json"
SIGNATURES, SIGNED = "signatures", "signed"
SIGNED_SOURCE = "oq_protocol.md"  # the deliverable whose signed copy carries the signature block


def signature_name(number: int) -> str:
    """The file of an electronic signature, relative to the run's folder; numbers count from 1."""
    return f"{SIGNATURES}/{number:03d}.json"
