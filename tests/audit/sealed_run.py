"""A small sealed run, made with the real journal and the real seal."""

from pathlib import Path

from gampgen.audit.journal import Journal
from gampgen.audit.record import DigestOf, Occurrence, RunRecord, RunStatus, Seal, SettingRecord, ToolRecord
from gampgen.audit.seal import close_run, file_digest


def make_sealed_run(folder: Path, run_id: str = "run-1", entries: int = 5) -> Seal:
    """Write a run with three files into `folder`, and seal it."""
    folder.mkdir()
    for name, content in (
        ("suite.json", "{}\n"),
        ("oq_protocol.md", "# Protocol\n"),
        ("report.html", "<html></html>\n"),
    ):
        (folder / name).write_text(content, encoding="utf-8")
    with Journal(folder / "journal.jsonl") as journal:
        for number in range(entries):
            journal.record(Occurrence(actor="rules engine", action="test_drafted", subject=f"OQ-{number}"))
        (folder / "journal.jsonl").unlink()
        return close_run(
            folder,
            journal,
            run=RunRecord(
                id=run_id,
                key="0" * 64,
                started="2026-11-20T08:00:00.000Z",
                finished="2026-11-20T08:00:01.000Z",
                utc_offset="+0000",
                status=RunStatus.COMPLETED,
                user="tester",
                host="host",
                command=("gampgen", "generate", "urs.docx"),
            ),
            tool=ToolRecord(name="gampgen", version="0", python="3", packages=()),
            settings=(SettingRecord(name="fail_on", value="error"),),
            inputs=(DigestOf(name="urs.docx", sha256="1" * 64),),
            outputs=tuple(file_digest(folder, path) for path in sorted(folder.iterdir())),
        )
