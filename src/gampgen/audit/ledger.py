"""What is known of a run from outside its folder: a head that was kept, the document, this machine's ledger.

No folder can show by itself that its newest part is gone, or that an older state was put back. Something kept elsewhere
can: the ledger holds one chained line for each run and each signature that this machine wrote.
"""

from __future__ import annotations

from pathlib import Path
from typing import cast

from gampgen.audit.canonical import Json, canonical_bytes
from gampgen.audit.checks import BrokenRecordError, Check, Code, check, warn
from gampgen.audit.verify_signatures import SignedRun, read_signatures
from gampgen.domain.base import Value


class LedgerLine(Value):
    """A run that was published, or a signature that was added to one, on this machine.

    `folder` is where, as an absolute path; `signatures` how many the run bore then; `previous` the digest of the line
    before, or zeros.
    """

    seq: int
    at: str
    folder: str
    run_id: str
    seal_sha256: str
    signatures: int
    previous: str

    def canonical(self) -> bytes:
        """The line's canonical bytes: what the chain is computed over."""
        return canonical_bytes(cast("Json", self.model_dump(mode="json")))


class Known(Value):
    """What was kept elsewhere; None or empty where nothing was.

    `head` is the journal's head or the first sixteen or more of its digits, `source_sha256` the digest of the document,
    `program_sha256` that of the program that verifies.
    """

    head: str | None = None
    source_sha256: str | None = None
    program_sha256: str | None = None
    ledger: tuple[LedgerLine, ...] = ()


def known_checks(known: Known, folder: Path, run: SignedRun) -> tuple[Check, ...]:
    """V60 to V65, those for which something is known."""
    checks: list[Check] = []
    if known.head is not None:
        problem = f"{known.head} was kept, {run.seal.head} is here"
        checks.append(check(Code.EXPECTED_HEAD, run.seal.head.startswith(known.head), problem))
    if known.source_sha256 is not None and run.audit is not None:
        read = {entry.sha256 for entry in run.audit.inputs}
        problem = "The document was changed after the run, or is another one"
        checks.append(check(Code.SOURCE, known.source_sha256 in read, problem))
    checks += _ledger_checks(known.ledger, folder, run)
    wrote = next((entry.sha256 for entry in run.audit.inputs if entry.name == "program"), None) if run.audit else None
    if known.program_sha256 is not None and wrote is not None and run.audit is not None:
        checks.append(_program_check(wrote, known.program_sha256, run.audit.tool.version))
    return tuple(checks)


def _program_check(wrote: str, verifies: str, version: str) -> Check:
    """A run outlives the version that wrote it: another program is told, and is no objection."""
    if wrote == verifies:
        return check(Code.SAME_PROGRAM, passed=True)
    words = f"Written by gampgen {version}, program {wrote[:16]}…; this is another one, {verifies[:16]}…"
    return warn(Code.SAME_PROGRAM, words)


def _ledger_checks(ledger: tuple[LedgerLine, ...], folder: Path, run: SignedRun) -> tuple[Check, ...]:
    checks: list[Check] = []
    same_run = [line for line in ledger if line.run_id == run.seal.run_id]
    if same_run:
        same = same_run[-1].seal_sha256 == run.seal_sha256
        checks.append(check(Code.KNOWN_SEAL, same, "This machine wrote another seal for this run"))
        checks.append(_signatures_check(folder, same_run))
    here = [line for line in ledger if line.folder == str(folder.resolve())]
    if same_run and here:
        newest = here[-1].run_id == run.seal.run_id or here[-1].seq < same_run[0].seq
        problem = f"Run {here[-1].run_id} was written here later; an older one stands in its place"
        checks.append(check(Code.NEWEST_RUN, newest, problem))
    return tuple(checks)


def _signatures_check(folder: Path, same_run: list[LedgerLine]) -> Check:
    """Signatures that were made in this very folder must be there; a copy elsewhere may be older, which is told."""
    try:
        present = len(read_signatures(folder))
    except BrokenRecordError:  # V50 has said so
        present = 0
    made_here = max((line.signatures for line in same_run if line.folder == str(folder.resolve())), default=0)
    if present < made_here:
        problem = f"{made_here} were made here, {present} are here"
        return check(Code.KNOWN_SIGNATURES, passed=False, problem=problem)
    most = max(same_run, key=lambda line: line.signatures)
    if present < most.signatures:
        words = f"This is an older copy: {most.signatures} signatures were made in {most.folder}, {present} are here"
        return warn(Code.KNOWN_SIGNATURES, words)
    return check(Code.KNOWN_SIGNATURES, passed=True)
