"""A batch: every requirement document below a folder, each in a process and a sub-folder of its own.

A process for each document keeps one document's failure, or its memory, away from the others.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from gampgen.domain.document import DocumentFormat
from gampgen.errors import InputError
from gampgen.publishing import cannot_write
from gampgen.runs.report import SCHEMA_VERSION, BatchReport, DocumentResult, DocumentStatus, summary_markdown

BATCH_NAME, SUMMARY_NAME = "batch.json", "summary.md"

Watch = Callable[[DocumentResult], None]


def documents_below(folder: Path, out: Path) -> tuple[Path, ...]:
    """The documents below a folder that gampgen reads, sorted by path; hidden ones and the batch's own output left out.

    Raises:
        InputError: the folder does not exist, or holds no such document.
    """
    if not folder.is_dir():
        raise InputError("There is no such folder", hint="Give a folder with requirement documents", where=str(folder))
    suffixes = {f".{one.value}" for one in DocumentFormat}
    own = out.resolve()
    found = sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in suffixes
        and path.is_file()
        and own not in path.resolve().parents
        and not any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)
    )
    if not found:
        kinds = ", ".join(sorted(suffixes))
        raise InputError("The folder holds no document", hint=f"gampgen looks for {kinds}", where=str(folder))
    return tuple(found)


def run_batch(folder: Path, out: Path, arguments: Sequence[str], jobs: int, watch: Watch) -> BatchReport:
    """Run `gampgen generate` on each document below `folder`, at most `jobs` at a time; write the summary into `out`.

    Args:
        folder: where the documents are.
        out: gets a sub-folder for each document (its relative path, suffix kept), `batch.json` and `summary.md`.
        arguments: further arguments of generate, the same for each document.
        jobs: processes at a time.
        watch: is shown each document's result as it ends.

    Raises:
        InputError: there is no document. OutputError: the summary cannot be written.
    """
    sources = documents_below(folder, out)

    def one(source: Path) -> DocumentResult:
        result = _run_one(source, source.relative_to(folder), out, arguments)
        watch(result)
        return result

    with ThreadPoolExecutor(max_workers=jobs) as pool:
        results = tuple(pool.map(one, sources))
    report = BatchReport(schema_version=SCHEMA_VERSION, documents=results)
    try:
        out.mkdir(parents=True, exist_ok=True)
        (out / BATCH_NAME).write_text(report.model_dump_json(indent=2) + "\n", encoding="utf-8")
        (out / SUMMARY_NAME).write_text(summary_markdown(report), encoding="utf-8")
    except OSError as error:
        raise cannot_write(out, error) from error
    return report


def _run_one(source: Path, relative: Path, out: Path, arguments: Sequence[str]) -> DocumentResult:
    command = [
        sys.executable,
        "-m",
        "gampgen",
        "generate",
        str(source),
        "--out",
        str(out / relative),
        "--json",
        "--quiet",
    ]
    done = subprocess.run([*command, *arguments], capture_output=True, text=True, encoding="utf-8", check=False)  # noqa: S603 - our own program
    name = relative.as_posix()
    if done.returncode not in (0, 1):
        problem = " ".join(done.stderr.split()) or f"ended with {done.returncode}"
        return DocumentResult(
            source=name,
            folder=name,
            status=DocumentStatus.FAILED,
            exit_code=done.returncode,
            unchanged=False,
            problem=problem,
        )
    told = json.loads(done.stdout)
    return DocumentResult(
        source=name,
        folder=name,
        status=DocumentStatus.OBJECTIONS if done.returncode else DocumentStatus.DONE,
        exit_code=done.returncode,
        unchanged=told["unchanged"],
        category=told["category"],
        needs_review=told["needs_review"],
        requirements=sum(told["requirements"].values()),
        tests=sum(told["tests"].values()),
        findings=sum(told["findings"].values()),
        suite_sha256=told["suite_sha256"],
    )
