"""Nouns that tell what kind of action a verb is: "open the valve" moves something, "open a deviation" makes one."""

from __future__ import annotations

import re

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
# what lies on a belt, goes through a machine or is handled by hand: it is taken away, not deleted
_GOODS = (
    "carton", "tablet", "capsule", "vial", "ampoule", "bottle", "syringe", "cartridge", "blister", "pouch", "sachet",
    "tube", "jar", "bag", "pallet", "bundle", "container", "drum", "keg", "stopper", "closure", "leaflet", "tray",
    "parcel", "rack", "foil", "injector", "implant", "canister", "inhaler", "tub", "crate", "tote", "swab",
)  # fmt: skip
# the same, where a device sorts them out; elsewhere these words have other meanings
_MAYBE_GOODS = (
    "can", "box", "case", "package", "pack", "cap", "label", "insert", "magazine", "unit", "item", "article", "part",
    "piece", "product", "plate", "slide", "filter", "seal", "device", "pen", "kit", "object",
)  # fmt: skip
_ES = r"(?:s|es)?$"
_SURE_HEAD = re.compile(rf"\b(?:{'|'.join(_GOODS)}){_ES}", re.IGNORECASE)
_GOODS_HEAD = re.compile(rf"\b(?:{'|'.join(_GOODS + _MAYBE_GOODS)}){_ES}", re.IGNORECASE)
_AFTER_HEAD = re.compile(r"\s+(?:of|with|in|on|at|for|from|to|that|which|whose|without)\b")


def is_goods(noun: str, *, surely: bool = False) -> bool:
    """Whether a noun phrase names a thing that is handled: "any carton", "a rejected vial", "blisters of this lot".

    `surely` leaves out words that name other things as well ("case", "item").
    """
    head = _AFTER_HEAD.split(noun.strip())[0]
    return bool((_SURE_HEAD if surely else _GOODS_HEAD).search(head))
