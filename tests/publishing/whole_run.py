"""The whole main job on a small document, for faults to strike."""

from pathlib import Path

from gampgen.audit.canonical import file_sha256
from gampgen.pipeline.generate import generate
from gampgen.pipeline.verifying import verify_run
from gampgen.settings.resolving import resolve

URS = """# User Requirements Specification: Cold store

- **CS-1**: The system shall raise a high alarm when the store temperature rises above 8.0 °C for 300 s.
- **CS-2**: Only users with the role Supervisor shall be able to change an alarm limit.
"""


def run(folder: Path, *, force: bool = False) -> str:
    """Run the main job into a folder; returns the digest of the suite."""
    source = folder.parent / "cold_store.md"
    if not source.exists():
        source.write_text(URS, encoding="utf-8")
    return generate(source, folder, resolve(folder.parent, {}, {}), lambda _: None, force=force).suite_sha256


def run_in(folder: Path) -> str | None:
    """The id of the run in a folder, which must verify; None where there is no folder."""
    if not folder.exists():
        return None
    verdict = verify_run(folder)
    assert verdict.state.value == "valid", verdict.failed
    assert verdict.suite_sha256 == file_sha256(folder / "suite.json")
    return verdict.run_id
