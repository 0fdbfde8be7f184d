"""The journal in the audit record: numbers, chain, closing, clocks."""

from __future__ import annotations

from gampgen.audit.canonical import sha256_hex
from gampgen.audit.checks import Check, Code, check, warn
from gampgen.audit.merkle import merkle_root
from gampgen.audit.record import FIRST_PREVIOUS, AuditRecord


def trail_checks(audit: AuditRecord) -> tuple[Check, ...]:
    """V20 to V26, recomputed from the entries alone."""
    leaves = [entry.canonical() for entry in audit.entries]
    digests = [FIRST_PREVIOUS, *(sha256_hex(leaf) for leaf in leaves)]
    misnumbered = [at for at, entry in enumerate(audit.entries) if entry.seq != at]
    unchained = [at for at, entry in enumerate(audit.entries) if entry.previous != digests[at]]
    elapsed = [entry.elapsed_us for entry in audit.entries]
    closed = audit.closed
    return (
        check(Code.SEQUENCE, not misnumbered, f"First at entry {misnumbered[:1]}"),
        check(Code.CHAIN, not unchained, f"First at entry {unchained[:1]}"),
        check(Code.COUNT, closed.count == len(leaves), f"{closed.count} said, {len(leaves)} there"),
        check(Code.HEAD, closed.head == digests[-1], f"{closed.head} said, {digests[-1]} recomputed"),
        check(Code.ROOT, closed.root == merkle_root(leaves), f"{closed.root} said"),
        check(Code.STEADY_CLOCK, elapsed == sorted(elapsed)),
        _wall_clock(audit),
    )


def _wall_clock(audit: AuditRecord) -> Check:
    """The machine's clock can be set back by its time service, so a step back is no proof of anything: a warning."""
    times = [audit.run.started, *(entry.at for entry in audit.entries), audit.run.finished]
    if times == sorted(times):
        return check(Code.WALL_CLOCK, passed=True)
    at = next(at for at in range(1, len(times)) if times[at] < times[at - 1])
    return warn(Code.WALL_CLOCK, f"The machine's clock went backwards: {times[at]} follows {times[at - 1]}")
