"""A run that is made again: what it has to give, and what is said where it does not."""

from __future__ import annotations

from pathlib import Path

from gampgen.audit.canonical import file_sha256
from gampgen.audit.record import DigestOf, Occurrence
from gampgen.domain.base import Value
from gampgen.errors import VerificationError

ENGINE = "rules engine"


class Replayed(Value):
    """The recorded run: its id, the digest (hexadecimal) of its suite, and what it was made from."""

    run_id: str
    suite_sha256: str
    inputs: tuple[DigestOf, ...]

    def occurrence(self) -> Occurrence:
        """The audit's word on it."""
        made = DigestOf(name="suite of the recorded run", sha256=self.suite_sha256)
        return Occurrence(actor=ENGINE, action="run_replayed", subject=self.run_id, inputs=(made,))

    def changed(self, now: tuple[DigestOf, ...]) -> tuple[str, ...]:
        """The names of what the recorded run was made from and is another thing now."""
        before = {one.name: one.sha256 for one in self.inputs}
        after = {one.name: one.sha256 for one in now}
        return tuple(sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name)))

    def refuse_other(self, suite: Path, now: tuple[DigestOf, ...]) -> None:
        """Refuse a suite that is not, byte for byte, the recorded one.

        Raises:
            VerificationError: it is another; the failure names what has changed since the recorded run.
        """
        if file_sha256(suite) == self.suite_sha256:
            return
        changed = ", ".join(self.changed(now)) or "nothing that the record names"
        raise VerificationError(
            f"The replay gives another suite than was recorded. Changed since then: {changed}",
            hint="Replay with the same version of gampgen, templates and knowledge",
            where=self.run_id,
        )
