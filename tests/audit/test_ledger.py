"""What is known of a run from elsewhere, each kind alone: a head, the document, the program, this machine's ledger."""

from pathlib import Path

import pytest
from tests.audit.sealed_run import make_sealed_run
from tests.audit.test_signatures import ANN, BEN, RUN, sign

from gampgen.audit.checks import TITLES, Code
from gampgen.audit.ledger import Known, LedgerLine, known_checks
from gampgen.audit.record import AuditRecord, Seal
from gampgen.audit.verify_signatures import SignedRun
from gampgen.domain.signing import Meaning

SEAL = "5" * 64
ELSEWHERE = "/archive/urs-oq"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "urs-oq"
    make_sealed_run(made, key=RUN)
    return made


def line(folder: Path | str, seq: int = 0, **change: object) -> LedgerLine:
    fields = {
        "seq": seq, "at": "2026-11-20T08:00:00.000Z", "folder": str(folder), "run_id": "run-1", "seal_sha256": SEAL,
        "signatures": 0, "previous": "0" * 64, **change,
    }  # fmt: skip
    return LedgerLine(**fields)


def told(folder: Path, *, readable: bool = True, **known: object) -> list[tuple[str, str, str]]:
    """Code, "held", "warned" or "failed", and the words of each check."""
    seal = Seal.model_validate_json((folder / "seal.json").read_bytes())
    audit = AuditRecord.model_validate_json((folder / "audit.json").read_bytes()) if readable else None
    checks = known_checks(Known(**known), folder, SignedRun(seal=seal, seal_sha256=SEAL, audit=audit))
    return [
        (one.code.value, "warned" if one.warning else "held" if one.passed else "failed", one.message) for one in checks
    ]


def held(code: Code) -> tuple[str, str, str]:
    return code.value, "held", TITLES[code]


def failed(code: Code, words: str) -> tuple[str, str, str]:
    return code.value, "failed", f"NOT SO: {TITLES[code]}. {words}"


def test_nothing_known_is_nothing_said(folder: Path) -> None:
    assert told(folder) == []


def test_the_head_is_compared_as_far_as_it_was_kept(folder: Path) -> None:
    head = Seal.model_validate_json((folder / "seal.json").read_bytes()).head
    assert told(folder, head=head[:16]) == [held(Code.EXPECTED_HEAD)]
    assert told(folder, head="0" * 16) == [failed(Code.EXPECTED_HEAD, f"{'0' * 16} was kept, {head} is here")]
    assert told(folder, head=head[1:17])[0][1] == "failed"


def test_the_document_must_be_among_what_was_read(folder: Path) -> None:
    assert told(folder, source_sha256="1" * 64) == [held(Code.SOURCE)]
    words = "The document was changed after the run, or is another one"
    assert told(folder, source_sha256="4" * 64) == [failed(Code.SOURCE, words)]
    assert told(folder, source_sha256="1" * 64, readable=False) == []


def test_another_program_is_told_with_both_digests(folder: Path) -> None:
    assert told(folder, program_sha256="3" * 64) == [held(Code.SAME_PROGRAM)]
    words = f"Written by gampgen 0, program {'3' * 16}…; this is another one, {'4' * 16}…"
    assert told(folder, program_sha256="4" * 64) == [(Code.SAME_PROGRAM.value, "warned", words)]
    assert told(folder, program_sha256="4" * 64, readable=False) == []


def test_lines_of_other_runs_say_nothing_of_this_one(folder: Path) -> None:
    assert told(folder, ledger=(line(folder, run_id="run-0"), line(folder, 1, run_id="run-2"))) == []


def test_the_last_line_of_a_run_says_which_seal_it_bore(folder: Path) -> None:
    other = line(ELSEWHERE, seal_sha256="6" * 64)
    good = [held(Code.KNOWN_SEAL), held(Code.KNOWN_SIGNATURES)]
    assert told(folder, ledger=(other, line(ELSEWHERE, 1))) == good
    turned = (line(ELSEWHERE), other.model_copy(update={"seq": 1}))
    assert told(folder, ledger=turned) == [
        failed(Code.KNOWN_SEAL, "This machine wrote another seal for this run"), held(Code.KNOWN_SIGNATURES),
    ]  # fmt: skip


def test_a_run_must_be_the_newest_that_was_written_here(folder: Path) -> None:
    def newest(*ledger: LedgerLine) -> list[tuple[str, str, str]]:
        return [one for one in told(folder, ledger=ledger) if one[0] == Code.NEWEST_RUN.value]

    later = failed(Code.NEWEST_RUN, "Run run-2 was written here later; an older one stands in its place")
    assert newest(line(folder)) == [held(Code.NEWEST_RUN)]
    assert newest(line(folder, 0, run_id="run-0"), line(folder, 1)) == [held(Code.NEWEST_RUN)]
    assert newest(line(folder), line(folder, 1, run_id="run-2")) == [later]
    assert newest(line(ELSEWHERE), line(folder, 1, run_id="run-2")) == [later]  # moved here after run-2
    assert newest(line(folder, 0, run_id="run-2"), line(ELSEWHERE, 1)) == [held(Code.NEWEST_RUN)]  # made after run-2
    assert newest(line(ELSEWHERE)) == []
    assert newest(line(folder, 3), line(folder, 3, run_id="run-2")) == [later]


def test_signatures_that_were_made_here_must_be_here(folder: Path) -> None:
    def signatures(*ledger: LedgerLine) -> tuple[str, str, str]:
        return next(one for one in told(folder, ledger=ledger) if one[0] == Code.KNOWN_SIGNATURES.value)

    sign(folder, ANN, Meaning.REVIEWED)
    good = held(Code.KNOWN_SIGNATURES)
    gone = failed(Code.KNOWN_SIGNATURES, "2 were made here, 1 are here")
    older = "This is an older copy: 2 signatures were made in /archive/urs-oq, 1 are here"
    assert signatures(line(folder), line(folder, 1, signatures=1)) == good
    assert signatures(line(folder), line(folder, 1, signatures=2)) == gone
    assert signatures(line(folder, 0, signatures=2), line(folder, 1, signatures=1)) == gone
    assert signatures(line(folder), line(ELSEWHERE, 1, signatures=2)) == ("V64", "warned", older)
    assert signatures(line(folder), line(ELSEWHERE, 1, signatures=1)) == good
    assert signatures(line(folder, 0, run_id="run-0", signatures=9), line(folder, 1, signatures=1)) == good
    sign(folder, BEN, Meaning.APPROVED)
    assert signatures(line(folder), line(folder, 1, signatures=2)) == good


def test_signatures_that_cannot_be_read_count_as_none(folder: Path) -> None:
    sign(folder, ANN, Meaning.REVIEWED)
    (folder / "signatures" / "001.json").write_text("{}")
    assert told(folder, ledger=(line(folder, 0, signatures=1),))[1] == failed(
        Code.KNOWN_SIGNATURES, "1 were made here, 0 are here"
    )
    assert told(folder, ledger=(line(folder),))[1] == held(Code.KNOWN_SIGNATURES)


def test_a_line_is_chained_over_its_canonical_form() -> None:
    assert line("/a").canonical().decode() == (
        '{"at":"2026-11-20T08:00:00.000Z","folder":"/a","previous":"' + "0" * 64 + '","run_id":"run-1",'
        '"seal_sha256":"' + SEAL + '","seq":0,"signatures":0}'
    )
