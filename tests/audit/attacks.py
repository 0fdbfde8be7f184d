"""What somebody might do to a sealed run: the tamper set of the design, each by its name."""

import base64
import json
import os
import shutil
import unicodedata
from collections.abc import Callable
from pathlib import Path

from tests.audit.sealed_run import make_key, make_sealed_run

from gampgen.audit.canonical import canonical_bytes, sha256_hex
from gampgen.audit.dsse import SIGNATURE_TYPE, signing_input
from gampgen.audit.merkle import merkle_root
from gampgen.audit.record import UNSIGNED

GROUP_ORDER = 2**252 + 27742317777372353535851937790883648493
Attack = Callable[[Path], None]


def rewrite(path: Path, change: Callable[[dict], None]) -> None:
    """Change a record and write it canonically again."""
    record = json.loads(path.read_bytes())
    change(record)
    path.write_bytes(canonical_bytes(record) + b"\n")


def rechain(audit: dict) -> None:
    """Number, chain and close the entries anew, as somebody without the key can."""
    previous, leaves = "0" * 64, []
    for number, entry in enumerate(audit["entries"]):
        entry.update(seq=number, previous=previous)
        leaves.append(canonical_bytes(entry))
        previous = sha256_hex(leaves[-1])
    audit["closed"] = {"count": len(leaves), "head": previous, "root": merkle_root(leaves)}


def reseal(folder: Path, *, sign: bool = False, strip: bool = False) -> None:
    """Make the seal fit what the folder holds now; the signature stays, is dropped, or is made by another key."""
    audit = json.loads((folder / "audit.json").read_bytes())

    def fit(seal: dict) -> None:
        closed = audit["closed"]
        seal.update(entries=closed["count"], head=closed["head"], root=closed["root"])
        for file in seal["files"]:
            data = (folder / file["name"]).read_bytes()
            file.update(sha256=sha256_hex(data), size=len(data))
            if file["name"] == "suite.json":
                seal["suite_sha256"] = file["sha256"]
        if strip:
            seal.update(signature=None, protection=UNSIGNED)
        elif sign:
            resign(seal)

    rewrite(folder / "seal.json", fit)


def resign(seal: dict, number: int = 9, kind: str | None = None, keyid: str | None = None) -> None:
    """Sign the seal's body with a key of the attacker."""
    key = make_key(number)
    body = canonical_bytes({name: value for name, value in seal.items() if name != "signature"})
    kind = kind or seal["signature"]["payloadType"]
    signature = base64.b64encode(key.private.sign(signing_input(kind, body))).decode()
    seal["signature"] = {
        "payload": base64.b64encode(body).decode(),
        "payloadType": kind,
        "signatures": [{"keyid": keyid or key.entry.key_id, "sig": signature}],
    }


def forged(change: Callable[[list], object]) -> Attack:
    """An attack on the entries, with chain, closing and seal made to fit."""

    def attack(folder: Path) -> None:
        def forge(audit: dict) -> None:
            change(audit["entries"])
            rechain(audit)

        rewrite(folder / "audit.json", forge)
        reseal(folder)

    return attack


def on_seal(change: Callable[[dict], object]) -> Attack:
    return lambda folder: rewrite(folder / "seal.json", change)


def on_bytes(name: str, change: Callable[[bytes], bytes]) -> Attack:
    return lambda folder: (folder / name).write_bytes(change((folder / name).read_bytes())) and None


def signature_of(seal: dict) -> dict:
    return seal["signature"]["signatures"][0]


def plus_group_order(seal: dict) -> None:
    """T21: s+L is the same number to the curve, and another signature in bytes."""
    raw = base64.b64decode(signature_of(seal)["sig"])
    number = int.from_bytes(raw[32:], "little") + GROUP_ORDER
    signature_of(seal)["sig"] = base64.b64encode(raw[:32] + number.to_bytes(32, "little")).decode()


def loose_base64(seal: dict) -> None:
    """T25: the last digit of a padded base64 text has bits that mean nothing."""
    text = signature_of(seal)["sig"]
    digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    at = len(text.rstrip("=")) - 1
    loose = text[:at] + digits[digits.index(text[at]) + 1] + text[at + 1 :]
    assert base64.b64decode(loose) == base64.b64decode(text)
    signature_of(seal)["sig"] = loose


def other_run(folder: Path) -> None:
    """T14: the record of another project's run, with its seal's figures."""
    make_sealed_run(folder.with_name("other"), run_id="run-2")
    shutil.copy(folder.with_name("other") / "audit.json", folder / "audit.json")


def outputs_swapped(folder: Path) -> None:
    """T17: an output of another run."""
    make_sealed_run(folder.with_name("other"), run_id="run-2")
    shutil.copy(folder.with_name("other") / "suite.json", folder / "suite.json")


def linked(name: str) -> Attack:
    def attack(folder: Path) -> None:
        shutil.move(folder / name, folder.with_name("elsewhere"))
        (folder / name).symlink_to(folder.with_name("elsewhere"))

    return attack


def linked_folder(folder: Path) -> None:
    """A folder of the run that is a link to somewhere else."""
    folder.with_name("elsewhere").mkdir()
    (folder / "llm").symlink_to(folder.with_name("elsewhere"))


def in_a_new_folder(folder: Path) -> None:
    (folder / "llm").mkdir()
    (folder / "llm" / "x").write_text("")


def record_made_a_folder(folder: Path) -> None:
    (folder / "audit.json").unlink()
    (folder / "audit.json").mkdir()


def large(folder: Path) -> None:
    """T32: a record larger than any record, without writing all of it."""
    os.truncate(folder / "audit.json", 101 * 1024 * 1024)


def last_entry_rewritten(folder: Path) -> None:
    """T12: the tail is cut and the closing written anew; the seal is left alone."""

    def cut(audit: dict) -> None:
        del audit["entries"][-2:]
        rechain(audit)

    rewrite(folder / "audit.json", cut)


ATTACKS: dict[str, tuple[Attack, set[str], str]] = {
    "T03 a byte inserted": (on_bytes("audit.json", lambda data: data[:40] + b"x" + data[40:]), {"V43"}, "tampered"),
    "T04 a byte deleted": (on_bytes("seal.json", lambda data: data[1:]), {"V04"}, "tampered"),
    "T05 neighbours swapped": (on_bytes("report.html", lambda data: data[1::-1] + data[2:]), {"V43"}, "tampered"),
    "T06 appended": (on_bytes("seal.json", lambda data: data + b"\n"), {"V05"}, "tampered"),
    "T08 entry edited": (forged(lambda entries: entries[3].update(actor="B. Person")), {"V17"}, "tampered"),
    "T09 entry deleted": (forged(lambda entries: entries.pop(3)), {"V17"}, "tampered"),
    "T10 entry inserted": (forged(lambda entries: entries.insert(3, dict(entries[3]))), {"V17"}, "tampered"),
    "T11 entries swapped": (forged(lambda entries: entries.insert(3, entries.pop(4))), {"V17"}, "tampered"),
    "T12 tail cut": (last_entry_rewritten, {"V30", "V31", "V32", "V43"}, "tampered"),
    "T14 another run's record": (other_run, {"V33", "V43"}, "tampered"),
    "T15 an output's byte": (on_bytes("oq_protocol.md", lambda data: data[:-1] + b" "), {"V43"}, "tampered"),
    "T16 output missing": (lambda folder: (folder / "report.html").unlink(), {"V41"}, "tampered"),
    "T16 output added": (lambda folder: (folder / "x.txt").write_text("") and None, {"V44"}, "tampered"),
    "T16 output in a new folder": (
        in_a_new_folder,
        {"V44"},
        "tampered",
    ),
    "T17 outputs swapped": (outputs_swapped, {"V43"}, "tampered"),
    "T18 signature stripped": (lambda folder: reseal(folder, strip=True), {"V10"}, "untrusted"),
    "T18 stripped, words left": (on_seal(lambda seal: seal.update(signature=None)), {"V10", "V18"}, "tampered"),
    "T18 words of an unsigned seal": (on_seal(lambda seal: seal.update(protection=UNSIGNED)), {"V18"}, "tampered"),
    "T19 unknown key": (lambda folder: reseal(folder, sign=True), {"V13"}, "untrusted"),
    "T19 unknown key under a known id": (
        on_seal(lambda seal: resign(seal, keyid=make_key().entry.key_id)),
        {"V16"},
        "tampered",
    ),
    "T21 s plus the group order": (on_seal(plus_group_order), {"V16"}, "tampered"),
    "T22 another payload type": (
        on_seal(lambda seal: seal["signature"].update(payloadType=SIGNATURE_TYPE)),
        {"V11"},
        "tampered",
    ),
    "T23 a key twice": (
        on_bytes("seal.json", lambda data: data.replace(b'"entries":', b'"entries":0,"entries":', 1)),
        {"V04"},
        "tampered",
    ),
    "T24 spacing": (on_bytes("seal.json", lambda data: data.replace(b",", b", ", 1)), {"V05"}, "tampered"),
    "T24 order of keys": (
        on_bytes("seal.json", lambda data: json.dumps(dict(reversed(json.loads(data).items()))).encode() + b"\n"),
        {"V05"},
        "tampered",
    ),
    "T24 escapes": (on_bytes("seal.json", lambda data: data.replace(b"run-1", b"run\\u002d1")), {"V05"}, "tampered"),
    "T24 no newline": (on_bytes("seal.json", lambda data: data[:-1]), {"V05"}, "tampered"),
    "T24 line ends of another system": (
        on_bytes("seal.json", lambda data: data[:-1] + b"\r\n"),
        {"V05"},
        "tampered",
    ),
    "T25 loose base64": (on_seal(loose_base64), {"V12"}, "tampered"),
    "T25 no signature in the envelope": (
        on_seal(lambda seal: seal["signature"].update(signatures=[])),
        {"V12"},
        "tampered",
    ),
    **{
        f"T26 {number}": (
            on_bytes(
                "seal.json", lambda data, number=number: data.replace(b'"entries":', b'"entries":%b,"x":' % number, 1)
            ),
            {"V04"},
            "tampered",
        )
        for number in (b"NaN", b"1e999", b"-0.0", b"1.0", b"-Infinity", b"9007199254740993", b"1" * 5000)
    },
    "T32 large": (large, {"V02", "V43"}, "tampered"),
    "T32 deep": (on_bytes("seal.json", lambda _: b"[" * 100_000 + b"]" * 100_000 + b"\n"), {"V03"}, "tampered"),
    "T32 record is a link": (linked("audit.json"), {"V01", "V42"}, "tampered"),
    "T32 seal is a link": (linked("seal.json"), {"V01"}, "tampered"),
    "T32 output is a link": (linked("report.html"), {"V42"}, "tampered"),
    "T32 a linked folder": (linked_folder, {"V44"}, "tampered"),
    "T35 killed before the seal": (lambda folder: (folder / "seal.json").unlink(), {"V00"}, "incomplete"),
    "T36 another Unicode form": (
        on_bytes("audit.json", lambda data: unicodedata.normalize("NFKD", data.decode()).encode()),
        {"V43"},
        "tampered",
    ),
    "a sealed name leads out": (
        on_seal(lambda seal: seal["files"][0].update(name="../suite.json")),
        {"V40"},
        "tampered",
    ),
    "a sealed name is absolute": (
        on_seal(lambda seal: seal["files"][0].update(name="/etc/passwd")),
        {"V40"},
        "tampered",
    ),
    "a name sealed twice": (on_seal(lambda seal: seal["files"].append(seal["files"][0])), {"V36"}, "tampered"),
    "an unknown field": (on_seal(lambda seal: seal.update(note="trust me")), {"V06"}, "tampered"),
    "a missing field": (on_seal(lambda seal: seal.pop("root")), {"V06"}, "tampered"),
    "a text for a number": (on_seal(lambda seal: seal.update(entries="5")), {"V06"}, "tampered"),
    "a truth value for a number": (on_seal(lambda seal: seal.update(entries=True)), {"V06"}, "tampered"),
    "no UTF-8": (on_bytes("audit.json", lambda data: data.replace(b"tester", b"test\xff\xfe")), {"V04"}, "tampered"),
    "a record that is a folder": (
        record_made_a_folder,
        {"V01", "V42"},
        "tampered",
    ),
    "numbers of entries": (
        lambda folder: rewrite(folder / "audit.json", lambda audit: audit["entries"][2].update(seq=7)),
        {"V20", "V21"},
        "tampered",
    ),
    "chain of entries": (
        lambda folder: rewrite(folder / "audit.json", lambda audit: audit["entries"][2].update(previous="0" * 64)),
        {"V21"},
        "tampered",
    ),
    "closing's count": (
        lambda folder: rewrite(folder / "audit.json", lambda audit: audit["closed"].update(count=1)),
        {"V22", "V30"},
        "tampered",
    ),
    "closing's head": (
        lambda folder: rewrite(folder / "audit.json", lambda audit: audit["closed"].update(head="0" * 64)),
        {"V23", "V31"},
        "tampered",
    ),
    "closing's root": (
        lambda folder: rewrite(folder / "audit.json", lambda audit: audit["closed"].update(root="0" * 64)),
        {"V24", "V32"},
        "tampered",
    ),
    "steady clock": (forged(lambda entries: entries[4].update(elapsed_us=0)), {"V25"}, "tampered"),
    "an output that the record does not list so": (
        lambda folder: rewrite(folder / "audit.json", lambda audit: audit["outputs"][0].update(size=1)),
        {"V34"},
        "tampered",
    ),
    "the suite's digest": (on_seal(lambda seal: seal.update(suite_sha256="0" * 64)), {"V35"}, "tampered"),
}
