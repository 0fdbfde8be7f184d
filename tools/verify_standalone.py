"""Verify a folder of gampgen without gampgen: this one file, Python 3.11 or newer and the package `cryptography`.

    python verify_standalone.py DIR [--trust FILE] [--expect-head DIGITS] [--allow-unsigned]

Prints one JSON document; its codes are those of `gampgen verify`. Not looked at: the document itself (V61) and what only
that machine and program know (V62 to V65). Exit code 0: verified; 5: not.
"""

# Kept short enough to be read in one sitting by whoever has to trust it: packed lines, no annotations.
# ruff: noqa: ANN001, ANN201, D103, E501, E701, E731, FBT002, PLR2004
# fmt: off
import argparse
import base64
import hashlib
import json
import re
import sys
from pathlib import Path, PurePosixPath, PureWindowsPath

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

LIMIT, ZEROS, UNTRUSTED = 64 * 1024 * 1024, "0" * 64, {"V10", "V13", "V15", "V52", "V60"}
SEAL_TYPE, SIGN_TYPE = (f"application/vnd.gampgen.{kind}.v1+json" for kind in ("seal", "signature"))
WEAK = {"00" * 32, "01" + "00" * 31, *(f"{low}{'ff' * 30}7f" for low in ("ec", "ed", "ee")),  # points of small order
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"}
PROTECTION = {  # SHA-256 of the only words that a seal with, or without, a signature may say of itself
    True: "6d4c8778fd854317be0113b6b4e176cb4ed2e24d7363d83bde7eedf7184217aa",
    False: "921b707668f0dfdd9a6615b5186486661dfa2b4ba9e29d516c3731f2543ec1b3"}
# The fields of each record: a type, {allowed texts}, [of what a list is], (what it may be, …), {of an object}.
texts = lambda names: dict.fromkeys(names.split(), str)
TEXT, DIGEST, FILE = (str, type(None)), texts("name sha256"), {**texts("name sha256"), "size": int}
ENVELOPE = {**texts("payload payloadType"), "signatures": [texts("keyid sig")]}
SEAL = {**texts("schema_version run_id head root suite_sha256 protection"), "entries": int, "files": [FILE],
        "signature": (ENVELOPE, type(None))}
ENTRY = {**texts("actor action subject reason at previous"), "before": TEXT, "after": TEXT, "inputs": [DIGEST],
         "outputs": [DIGEST], "refers_to": [str], "seq": int, "elapsed_us": int}
RUN = {**texts("id key started finished utc_offset user host"), "status": {"completed", "partial"}, "command": [str]}
ALCOA = {**texts("attribute note"), "result": {"met", "not_met", "not_assessable"},
         "checks": [{**texts("name evidence"), "passed": bool}]}
AUDIT = {"schema_version": str, "run": RUN, "tool": {**texts("name version python"), "packages": [texts("name version")]},
         "settings": [texts("name value")], "inputs": [DIGEST], "outputs": [FILE], "entries": [ENTRY], "alcoa": [ALCOA],
         "closed": {"count": int, **texts("head root")}}
SIGN = {**texts("schema_version run_id seal_sha256 suite_sha256 previous name role account host reason signed_at utc_offset"),
        "key_id": str, "number": int, "meaning": {"authored", "reviewed", "approved"}, "signature": ENVELOPE}
BLOCK = ("    {bar}\n    Signature {number}: {meaning}\n    Name:     {name}{of}\n    Time:     {signed_at} (UTC; local zone "
         "then {utc_offset})\n    Reason:   {reason}\n    Run:      {run_id}\n    Seal:     {seal_sha256}\n    Key:      {key_id}\n")

canonical = lambda v: json.dumps(v, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()
sha = lambda data: hashlib.sha256(data).hexdigest()
signed_part = lambda record: canonical({key: value for key, value in record.items() if key != "signature"})

def fits(value, kind):
    if isinstance(kind, dict): return type(value) is dict and set(value) == set(kind) and all(fits(value[k], kind[k]) for k in kind)
    if isinstance(kind, list): return type(value) is list and all(fits(one, kind[0]) for one in value)
    if isinstance(kind, tuple): return any(fits(value, one) for one in kind)
    return type(value) is str and value in kind if isinstance(kind, set) else type(value) is kind
def unique(pairs):
    if len(dict(pairs)) != len(pairs): raise ValueError("a key stands twice")
    return dict(pairs)
def whole(text):
    if not text.lstrip("-").isdigit() or len(text) > 17 or abs(int(text)) > 2**53 - 1: raise ValueError("no float, NaN or large number is allowed")
    return int(text)
def read(path):  # this and `record` raise LookupError with the code of what is wrong
    if path.is_symlink() or not path.is_file(): raise LookupError("V01")
    with path.open("rb") as stream:
        return stream.read(LIMIT + 1)
def record(path, kind):
    data = read(path)
    if len(data) > LIMIT: raise LookupError("V02")
    try:
        value = json.loads(data.decode(), object_pairs_hook=unique, parse_int=whole, parse_float=whole)
        same = canonical(value) + b"\n" == data
    except (RecursionError, ValueError) as error:
        raise LookupError("V03" if isinstance(error, RecursionError) else "V04") from error
    if not same or not fits(value, kind): raise LookupError("V06" if same else "V05")
    return value, data
def unbase64(text):
    try:
        data = base64.b64decode(text, validate=True)
    except ValueError:
        return None
    return data if base64.b64encode(data).decode() == text else None
def strong(raw):
    return len(raw) == 32 and (raw[:-1] + bytes([raw[-1] & 127])).hex() not in WEAK
def genuine(raw, signature, kind, payload):
    try:  # what DSSE signs: type and payload with their lengths
        message = b"DSSEv1 %d %b %d %b" % (len(kind), kind.encode(), len(payload), payload)
        Ed25519PublicKey.from_public_bytes(raw).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return strong(raw)
def in_force(key, at):
    replaced = at < key["created"] or (key["retired"] is not None and at > key["retired"])
    return not replaced and (key["revoked"] is None or not (key["revoked"]["compromised"] or at >= key["revoked"]["at"]))
def check_seal(seal, keys, finished, allow_unsigned):
    envelope = seal["signature"]
    yield "V18", sha(seal["protection"].encode()) == PROTECTION[envelope is not None]
    yield "V10", envelope is not None or allow_unsigned or not any(kind == "run" for kind, _ in keys)
    if envelope is None: return
    payload, sigs = unbase64(envelope["payload"]), [unbase64(one["sig"]) for one in envelope["signatures"]]
    decoded, typed = len(sigs) == 1 and None not in (payload, *sigs), envelope["payloadType"] == SEAL_TYPE
    yield from (("V11", typed), ("V12", decoded))
    if decoded and typed:
        key = keys.get(("run", envelope["signatures"][0]["keyid"]))
        yield from (("V17", payload == signed_part(seal)), ("V13", key is not None))
        if key:
            raw = bytes.fromhex(key["public_key"])
            yield "V14", strong(raw) and sha(raw) == key["key_id"]
            yield from (("V15", finished is None or in_force(key, finished)), ("V16", genuine(raw, sigs[0], SEAL_TYPE, payload)))
def merkle(leaves):
    level = [hashlib.sha256(b"\0" + leaf).digest() for leaf in leaves]
    while len(level) > 1:  # pairs from the left, an odd one moves up: the tree of RFC 6962
        pairs = [hashlib.sha256(b"\1" + a + b).digest() for a, b in zip(level[::2], level[1::2], strict=False)]
        level = pairs + ([level[-1]] if len(level) % 2 else [])
    return level[0].hex() if level else sha(b"")
def check_audit(audit, seal):
    entries, closed, sealed = audit["entries"], audit["closed"], {file["name"]: file for file in seal["files"]}
    leaves = [canonical(entry) for entry in entries]
    heads, elapsed = [ZEROS, *map(sha, leaves)], [entry["elapsed_us"] for entry in entries]
    yield "V20", all(entry["seq"] == at for at, entry in enumerate(entries))
    yield "V21", all(entry["previous"] == heads[at] for at, entry in enumerate(entries))
    yield from (("V22", closed["count"] == len(leaves)), ("V23", closed["head"] == heads[-1]))
    yield from (("V24", closed["root"] == merkle(leaves)), ("V25", elapsed == sorted(elapsed)))
    yield from (("V30", seal["entries"] == closed["count"]), ("V31", seal["head"] == closed["head"]))
    yield from (("V32", seal["root"] == closed["root"]), ("V33", seal["run_id"] == audit["run"]["id"]))
    yield "V34", all(sealed.get(file["name"]) == file for file in audit["outputs"])
    yield "V35", sealed.get("suite.json", {}).get("sha256") == seal["suite_sha256"]
    yield "V36", "audit.json" in sealed and len(sealed) == len(seal["files"])
def leads_out(name):
    path = PurePosixPath(name)
    return path.is_absolute() or ".." in path.parts or "\\" in name or PureWindowsPath(name).drive or not path.name
def check_files(folder, seal):
    if any(leads_out(file["name"]) for file in seal["files"]):
        yield "V40", False
        return
    for file in seal["files"]:
        path = folder / file["name"]
        if not path.is_symlink() and not path.exists():
            yield "V41", False
        elif not path.is_file() or any(part.is_symlink() for part in (path, *path.parents) if folder in part.parents):
            yield "V42", False
        else:
            yield "V43", path.stat().st_size == file["size"] and sha(path.read_bytes()) == file["sha256"]
    known = {"seal.json", "signed/oq_protocol.md", *(file["name"] for file in seal["files"])}
    present = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_symlink() or not path.is_dir()}
    yield "V44", not [name for name in present - known if not re.fullmatch(r"signatures/[0-9]{3}\.json", name)]
def check_signatures(folder, seal, seal_sha, finished, keys):
    previous, last, before, blocks, copy = ZEROS, finished or "", [], [], folder / "signed" / "oq_protocol.md"
    try:
        found = [(path, *record(path, SIGN)) for path in sorted((folder / "signatures").glob("*.json"))]
        shown = [read(copy), read(folder / "oq_protocol.md")] if copy.is_symlink() or copy.exists() else None
    except LookupError:
        yield "V50", False
        return
    for number, (path, one, data) in enumerate(found, start=1):
        made, keyid, key = one["signature"]["signatures"], one["key_id"], keys.get(("person", one["key_id"]))
        payload, sigs = unbase64(one["signature"]["payload"]), [unbase64(each["sig"]) for each in made]
        raw = bytes.fromhex(key["public_key"]) if key else b""
        ours = [sig or b"" for each, sig in zip(made, sigs, strict=True) if each["keyid"] == keyid]
        by = not key or any(genuine(raw, sig, SIGN_TYPE, payload or b"") for sig in ours)
        known = bool(key) and (strong(raw) and sha(raw) == keyid) and key["holder"] == one["name"] and in_force(key, one["signed_at"])
        me = {keyid, " ".join(one["name"].split()).casefold()}
        yield "V51", one["signature"]["payloadType"] == SIGN_TYPE and len(sigs) == 1 and None not in (payload, *sigs)
        yield from (("V52", known), ("V53", payload == signed_part(one) and by), ("V56", one["signed_at"] >= last))
        yield "V54", [one[k] for k in ("run_id", "suite_sha256", "seal_sha256")] == [seal["run_id"], seal["suite_sha256"], seal_sha]
        yield "V55", (path.name, one["number"], one["previous"]) == (f"{number:03d}.json", number, previous)
        yield "V57", not any(me & other for other in before) and (bool(before) or one["meaning"] != "approved")
        previous, last, before = sha(data), one["signed_at"], [*before, me]
        blocks.append(BLOCK.format(bar="-" * 72, of=f", {one['role']}" if one["role"] else "", **one))
    lead = b"\n\n# Electronic signatures\n\n"
    yield "V58", not shown or shown[0] in [shown[1] + lead + "".join(blocks[:n]).encode() for n in range(1, len(blocks) + 1)]
def verify(folder, trust=None, head=None, allow_unsigned=False):
    if not (folder / "seal.json").is_symlink() and not (folder / "seal.json").exists(): return "incomplete", ["V00"]
    keys, finished = {(key["kind"], key["key_id"]): key for key in (trust or {"keys": []})["keys"]}, None
    try:
        seal, data = record(folder / "seal.json", SEAL)
    except LookupError as error:
        return "tampered", [str(error)]
    try:
        audit, _ = record(folder / "audit.json", AUDIT)
        finished, checks = audit["run"]["finished"], list(check_audit(audit, seal))
    except LookupError as error:
        checks = [(str(error), False)]
    checks += [*check_seal(seal, keys, finished, allow_unsigned), *check_files(folder, seal)]
    checks += [*check_signatures(folder, seal, sha(data), finished, keys), ("V60", seal["head"].startswith(head or ""))]
    failed = sorted({code for code, passed in checks if not passed})
    return "valid" if not failed else "untrusted" if set(failed) <= UNTRUSTED else "tampered", failed
if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--trust", type=lambda name: json.loads(Path(name).read_bytes()))
    parser.add_argument("--expect-head")
    parser.add_argument("--allow-unsigned", action="store_true")
    try: given = parser.parse_args()
    except OSError as problem: parser.error(str(problem))
    state, failed = verify(given.folder, given.trust, given.expect_head, given.allow_unsigned)
    print(json.dumps({"folder": str(given.folder), "state": state, "failed": failed}, indent=2))
    sys.exit(0 if state == "valid" else 5)
