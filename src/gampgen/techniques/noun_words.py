"""Nouns that tell what kind of action a verb is: "open the valve" moves something, "open a deviation" makes one."""

from __future__ import annotations

ACT_NOUNS = frozenset(
    {
        "deletion", "purge", "purging", "modification", "modifications", "editing", "overwriting", "printing",
        "copying", "export", "import", "creation", "entry", "approval", "removal", "access",
    }
)  # fmt: skip
CALCULATIONS = frozenset(
    {"formula", "formulas", "formulae", "calculation", "calculations", "algorithm", "algorithms", "rounding"}
)
DOCUMENTED = frozenset(
    {
        "batch", "batches", "case", "cases", "record", "records", "order", "orders", "test", "tests", "report",
        "reports", "session", "sessions", "account", "accounts", "deletion", "purge", "formula", "formulas", "user",
        "users", "role", "roles", "document", "documents", "sample", "samples", "transaction", "workflow", "task",
        "investigation", "deviation", "deviations", "review", "study", "protocol", "lot", "lots", "export", "backup",
    }
)  # fmt: skip
FAULTS = frozenset(
    {
        "failure", "failures", "failed", "error", "errors", "fault", "faults", "deviation", "deviations", "violation",
        "violations", "loss", "excursion", "excursions", "interruption", "mismatch", "discrepancy", "discrepancies",
    }
)  # fmt: skip
PHYSICAL_NOUNS = frozenset(
    [
        "temperature",
        "pressure",
        "humidity",
        "speed",
        "flow",
        "level",
        "ph",
        "weight",
        "volume",
        "concentration",
        "vacuum",
        "valve",
        "pump",
        "heater",
        "motor",
        "agitator",
        "mixer",
        "fan",
        "vessel",
        "tank",
        "chamber",
        "reactor",
        "dose",
        "dosing",
        "power",
        "voltage",
        "current",
        "position",
        "torque",
        "oxygen",
        "conductivity",
    ]
)
SESSIONS = frozenset(
    {
        "session", "sessions", "account", "accounts", "user", "users", "screen", "screens", "workstation", "terminal",
        "application", "system", "display", "client", "it", "hmi", "panel", "instrument", "software", "id", "ids",
    }
)  # fmt: skip
