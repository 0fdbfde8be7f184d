"""What verification can say: each kind of check has a code of its own, so that a failure names what is wrong."""

from __future__ import annotations

from enum import StrEnum

from gampgen.domain.base import Value
from gampgen.errors import VerificationError


class Code(StrEnum):
    """The checks, in the order in which they are made.

    V0x form of a record · V1x signature of the seal · V2x the journal in the audit record · V3x seal against record ·
    V4x files · V5x electronic signatures · V6x what is known from elsewhere.
    """

    SEALED = "V00"
    READABLE = "V01"
    SIZE = "V02"
    DEPTH = "V03"
    STRICT_JSON = "V04"
    CANONICAL = "V05"
    SHAPE = "V06"
    SIGNED = "V10"
    PAYLOAD_TYPE = "V11"
    BASE64 = "V12"
    KEY_TRUSTED = "V13"
    KEY_SOUND = "V14"
    KEY_IN_FORCE = "V15"
    SIGNATURE = "V16"
    SIGNED_CONTENT = "V17"
    PROTECTION = "V18"
    SEQUENCE = "V20"
    CHAIN = "V21"
    COUNT = "V22"
    HEAD = "V23"
    ROOT = "V24"
    STEADY_CLOCK = "V25"
    WALL_CLOCK = "V26"
    SEALED_COUNT = "V30"
    SEALED_HEAD = "V31"
    SEALED_ROOT = "V32"
    SEALED_RUN = "V33"
    SEALED_OUTPUTS = "V34"
    SEALED_SUITE = "V35"
    SEALED_RECORD = "V36"
    PLACE = "V40"
    PRESENT = "V41"
    REGULAR = "V42"
    CONTENT = "V43"
    NOTHING_ADDED = "V44"
    SIGN_FORM = "V50"
    SIGN_ENVELOPE = "V51"
    SIGN_KEY = "V52"
    SIGN_GENUINE = "V53"
    SIGN_RECORD = "V54"
    SIGN_ORDER = "V55"
    SIGN_TIME = "V56"
    SIGN_PERSON = "V57"
    SIGNED_COPY = "V58"
    EXPECTED_HEAD = "V60"
    SOURCE = "V61"
    KNOWN_SEAL = "V62"
    NEWEST_RUN = "V63"
    KNOWN_SIGNATURES = "V64"
    SAME_PROGRAM = "V65"


TITLES = {
    Code.SEALED: "the run has a seal",
    Code.READABLE: "the record is a regular file that can be read",
    Code.SIZE: "the record is not larger than a record can be",
    Code.DEPTH: "the record is not nested deeper than a record can be",
    Code.STRICT_JSON: "the record is strict JSON: no key twice, no float, no number too large, valid UTF-8",
    Code.CANONICAL: "the record is in its one canonical form (RFC 8785)",
    Code.SHAPE: "the record has exactly the fields of its kind",
    Code.SIGNED: "the seal is signed where signatures are expected",
    Code.PAYLOAD_TYPE: "the signed envelope is one of a seal",
    Code.BASE64: "the envelope's base64 is strict",
    Code.KEY_TRUSTED: "the signing key stands in the trust file",
    Code.KEY_SOUND: "the signing key is no weak (small-order) key",
    Code.KEY_IN_FORCE: "the signing key was in force at the time that the record claims",
    Code.SIGNATURE: "the signature is that of the key",
    Code.SIGNED_CONTENT: "what was signed is what the seal says",
    Code.PROTECTION: "the seal claims no more and no less than it can prove",
    Code.SEQUENCE: "the entries are numbered without gap",
    Code.CHAIN: "each entry follows from the one before",
    Code.COUNT: "the closing counts the entries",
    Code.HEAD: "the closing holds the digest of the last entry",
    Code.ROOT: "the closing holds the Merkle root over the entries",
    Code.STEADY_CLOCK: "the entries are in the order of the steady clock",
    Code.WALL_CLOCK: "the machine's clock never went backwards during the run",
    Code.SEALED_COUNT: "the seal counts the record's entries",
    Code.SEALED_HEAD: "the seal holds the digest of the record's last entry",
    Code.SEALED_ROOT: "the seal holds the Merkle root over the record's entries",
    Code.SEALED_RUN: "seal and record are of the same run",
    Code.SEALED_OUTPUTS: "every output of the record is sealed with the same digest and size",
    Code.SEALED_SUITE: "the suite's digest in the seal is that of the sealed suite.json",
    Code.SEALED_RECORD: "the seal covers the audit record",
    Code.PLACE: "no sealed name leads out of the folder",
    Code.PRESENT: "every sealed file is there",
    Code.REGULAR: "every sealed file is a regular file",
    Code.CONTENT: "every sealed file has the sealed bytes",
    Code.NOTHING_ADDED: "nothing was added to the folder",
    Code.SIGN_FORM: "each electronic signature is in canonical form and of the known shape",
    Code.SIGN_ENVELOPE: "each electronic signature's envelope is one of a signature, and strict",
    Code.SIGN_KEY: "each signer's key stands in the trust file, is sound and was in force",
    Code.SIGN_GENUINE: "each electronic signature is that of its key and covers what is shown",
    Code.SIGN_RECORD: "each electronic signature is bound to this record",
    Code.SIGN_ORDER: "the electronic signatures follow each other without gap",
    Code.SIGN_TIME: "no electronic signature claims a time before the run or the signature before it",
    Code.SIGN_PERSON: "nobody signs twice, and who approves is not who wrote or reviewed",
    Code.SIGNED_COPY: "the signed copies are the sealed files with their signature block",
    Code.EXPECTED_HEAD: "the head is the one that was kept elsewhere",
    Code.SOURCE: "the requirements document is the one that the run read",
    Code.KNOWN_SEAL: "the seal is the one that this machine's ledger remembers",
    Code.NEWEST_RUN: "the folder holds the newest run that this machine wrote there",
    Code.KNOWN_SIGNATURES: "no electronic signature that this machine's ledger remembers is gone",
    Code.SAME_PROGRAM: "the program that verifies is the one that wrote the run",
}


class RunState(StrEnum):
    """Verdict on a folder.

    `incomplete`: no seal, so the run ended before it was sealed. `untrusted`: nothing contradicts itself, but nobody
    whom the trust file names vouches for it, or it is not what was kept elsewhere. `tampered`: the records or files
    contradict each other.
    """

    VALID = "valid"
    TAMPERED = "tampered"
    UNTRUSTED = "untrusted"
    INCOMPLETE = "incomplete"


UNTRUSTED_CODES = frozenset(
    {
        Code.SIGNED, Code.KEY_TRUSTED, Code.KEY_IN_FORCE, Code.SIGN_KEY, Code.EXPECTED_HEAD, Code.SOURCE,
        Code.NEWEST_RUN,
    }
)  # fmt: skip


class Check(Value):
    """One check: its code, whether it held, and what was compared. A `warning` held, but a person should look."""

    code: Code
    passed: bool
    message: str
    warning: bool = False


class BrokenRecordError(VerificationError):
    """A record's form is broken, so that nothing in it can be believed. `code` names the check that failed."""

    def __init__(self, title: str, *, hint: str, where: str | None = None, code: Code = Code.STRICT_JSON) -> None:
        super().__init__(title, hint=hint, where=where)
        self.code = code


def check(code: Code, passed: bool, problem: str = "") -> Check:  # noqa: FBT001 - the outcome is what a check is about
    """A check in the words of its title, with what is wrong where it failed."""
    return Check(
        code=code, passed=passed, message=TITLES[code] if passed else f"NOT SO: {TITLES[code]}. {problem}".rstrip(". ")
    )


def warn(code: Code, message: str) -> Check:
    """A check that held, with something that a person should look at."""
    return Check(code=code, passed=True, warning=True, message=message)


def state_of(checks: tuple[Check, ...]) -> RunState:
    """The verdict that follows from the checks."""
    failed = {one.code for one in checks if not one.passed}
    if not failed:
        return RunState.VALID
    if Code.SEALED in failed:
        return RunState.INCOMPLETE
    return RunState.UNTRUSTED if failed <= UNTRUSTED_CODES else RunState.TAMPERED
