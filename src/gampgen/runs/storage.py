"""Where a run's document and output are: under the same paths everywhere, or they travel through a store.

A store is a folder by URL, as fsspec knows them ("s3://bucket/folder", "file:///mnt/share"): documents under `in/`,
what a run wrote under `out/<run>/<fence>/`. The fence that the database recorded says which attempt counts, so that two
workers that did the same document never mix their files.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gampgen.errors import OutputError, UsageError
from gampgen.pipeline.occupation import place_beside, record_in
from gampgen.pipeline.pending import pending_beside
from gampgen.publishing import held, make_parent, publish, stage_for
from gampgen.runs.documents import Found
from gampgen.runs.job import Job

if TYPE_CHECKING:
    from gampgen.runs.records.values import RunRecord
    from gampgen.settings import Settings


class Storage:
    """A folder by URL.

    Raises:
        UsageError: no program for this kind of URL is installed.
    """

    def __init__(self, url: str) -> None:
        try:
            import fsspec  # noqa: PLC0415 - an extra, loaded where machines share the work

            self._files: Any  # fsspec ships no types
            self._files, self._root = fsspec.core.url_to_fs(url.rstrip("/"))
        except (ImportError, ValueError) as error:
            raise UsageError(
                f"The storage cannot be used: {error}",
                hint="Install fsspec and the package for this kind of URL",
                where=url,
            ) from error

    def bring_document(self, job: Job, found: Found) -> None:
        """Put a document into the store. Raises OutputError."""
        self._put(Path(found.source), f"{self._root}/in/{job.run}/{Path(found.source).name}")

    @contextmanager
    def at_hand(self, job: Job, fence: int) -> Iterator[Job]:
        """The job with its document in a folder of this machine; what it wrote is put into the store at the end."""
        with tempfile.TemporaryDirectory(prefix="gampgen-") as place:
            name = Path(job.source).name
            source, folder = Path(place) / "in" / name, Path(place) / "out" / "suite"
            self._get(f"{self._root}/in/{job.run}/{name}", source)
            yield job.model_copy(update={"source": str(source), "folder": str(folder)})
            for made in (folder, pending_beside(folder)):
                if made.is_dir():
                    self._put(made, f"{self._root}/out/{job.run}/{fence}/{made.name}")

    def fetch_outputs(self, run: RunRecord, folder: Path) -> None:
        """Bring what the attempt that counts wrote to its output folder, which appears whole.

        Raises:
            OutputOccupiedError: the folder holds something else, which the job may not replace.
            OutputError: the store or the folder cannot be used. BusyError: another run holds the folder.
        """
        there = f"{self._root}/out/{run.id}/{run.fence}"
        job = Job.model_validate_json(run.job)
        make_parent(folder)
        with held(folder):
            if self._files.exists(f"{there}/suite"):
                with stage_for(folder, run.id) as stage:
                    self._get(f"{there}/suite", stage)
                    if not _same_run(stage, folder):
                        publish(stage, folder, place_beside(folder, force=job.force or job.replace))
            waiting, question = pending_beside(folder), f"{there}/{pending_beside(Path('suite')).name}"
            if self._files.exists(question):
                with stage_for(waiting, run.id) as stage:
                    self._get(question, stage)
                    shutil.rmtree(waiting, ignore_errors=True)  # an earlier question about the same folder
                    publish(stage, waiting, None)

    def _put(self, here: Path, there: str) -> None:
        try:
            if here.is_dir():
                for path in sorted(one for one in here.rglob("*") if one.is_file()):
                    self._put(path, f"{there}/{path.relative_to(here).as_posix()}")
                return
            self._files.makedirs(there.rpartition("/")[0], exist_ok=True)
            self._files.put_file(str(here), there)
        except OSError as error:
            raise _failed(there, error) from error

    def _get(self, there: str, here: Path) -> None:
        try:
            if not self._files.isdir(there):
                here.parent.mkdir(parents=True, exist_ok=True)
                self._files.get_file(there, str(here))
                return
            for one in self._files.find(there):
                target = here / one[len(self._files._strip_protocol(there)) :].lstrip("/")  # noqa: SLF001 - fsspec's own way
                target.parent.mkdir(parents=True, exist_ok=True)
                self._files.get_file(one, str(target))
        except OSError as error:
            raise _failed(there, error) from error


def _same_run(one: Path, other: Path) -> bool:
    """Whether two folders hold runs of the same input, settings and version."""
    first, second = record_in(one), record_in(other)
    return first is not None and second is not None and first.run.key == second.run.key


@contextmanager
def at_hand(job: Job, fence: int) -> Iterator[Job]:
    """The job as this machine can do it. Raises OutputError, UsageError."""
    if job.storage is None:
        yield job
        return
    with Storage(job.storage).at_hand(job, fence) as here:
        yield here


def refuse_local_files(settings: Settings) -> None:
    """Refuse settings that name files of this machine alone. Raises UsageError."""
    named = {
        "context": settings.context,
        "knowledge": settings.knowledge,
        "document.template": settings.document.template,
        "company.logo": settings.company.logo,
    }
    local = [key for key, value in named.items() if value]
    if local:
        raise UsageError(
            f"Workers without a shared folder do not see the files of {', '.join(local)}",
            hint="Leave --storage out and use a folder that every machine sees under the same path",
        )


def _failed(where: str, error: OSError) -> OutputError:
    return OutputError(f"The storage failed: {error.strerror or error}", hint="Check --storage", where=where)
