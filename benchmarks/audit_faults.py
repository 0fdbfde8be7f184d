"""Faults at every operation of the disk: is the result ever mixed, and does a run ever claim a success that is none?

    python benchmarks/audit_faults.py [--entries 60] [--whole-run-stride 10]

First the journal, seal and exchange of names alone, at every operation; then the whole main job on a small document, at
every n-th. Each point: an error EIO, an error ENOSPC, a kill; over an earlier result and without one; names swapped in
one step, and with the marker. After each the folder must verify, and the next run must leave no debris.
"""

from __future__ import annotations

import argparse
import errno
import os
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.audit.sealed_run import make_key, make_sealed_run, trust_in  # noqa: E402 - needs the path above
from tests.publishing import whole_run  # noqa: E402
from tests.publishing.faulty_disk import KILLED, faulty, in_a_process  # noqa: E402

from gampgen.audit.verify import verify_folder  # noqa: E402
from gampgen.errors import OutputError  # noqa: E402
from gampgen.publishing import exchange, finish_exchange, half_exchanged, held, publish, stage_for  # noqa: E402

KEY = make_key()
TRUST = trust_in(KEY)
Run = Callable[[Path, str], None]


def closing_run(entries: int) -> Run:
    """Journal, seal and exchange of names alone."""

    def run(folder: Path, run_id: str) -> None:
        with held(folder):
            finish_exchange(folder)
            kept = folder.with_name(f"{folder.name}.superseded-{held_run(folder)}") if folder.exists() else None
            with stage_for(folder, run_id) as stage:
                shutil.rmtree(stage)
                make_sealed_run(stage, run_id=run_id, entries=entries, key=KEY)
                publish(stage, folder, kept)

    return run


def held_run(folder: Path) -> str | None:
    if half_exchanged(folder):
        with held(folder):
            finish_exchange(folder)
    return verify_folder(folder, TRUST).run_id if folder.exists() else None


def is_whole(folder: Path) -> bool:
    return not folder.exists() or verify_folder(folder, TRUST).state.value == "valid"


def strike(run: Run, folder: Path, at: int, code: int) -> bool:
    """Whether the run says that it succeeded."""

    def work() -> None:
        with faulty(at, code):
            run(folder, "struck")

    if code == KILLED:
        return in_a_process(work) == 0
    try:
        work()
    except (OutputError, OSError):
        return False
    return True


def point(run: Run, place: Path, at: int, code: int, *, earlier: bool) -> Iterator[str]:
    """What went wrong at one point; nothing where all is well."""
    folder = place / "out"
    if earlier:
        run(folder, "before")
    before = held_run(folder)
    success = strike(run, folder, at, code)
    after = held_run(folder)
    if not is_whole(folder):
        yield "mixed or corrupt"
    if success and after == before:
        yield "false success"
    if not success and code != KILLED and after != before:
        yield "false failure"
    if earlier and after is None:
        yield "earlier result lost"
    run(folder, "next")
    if not is_whole(folder) or [one for one in place.iterdir() if one.name.startswith(".")]:
        yield "debris after the next run"


@contextmanager
def way(*, swap: bool) -> Iterator[None]:
    kept = exchange._swapped  # noqa: SLF001 - the one place where the system's own way can be taken away
    if not swap:
        exchange._swapped = lambda *_: False  # noqa: SLF001
    try:
        yield
    finally:
        exchange._swapped = kept  # noqa: SLF001


def all_points(run: Run, stride: int) -> Counter[str]:
    told: Counter[str] = Counter()
    for earlier in (True, False):
        for swap in (True, False):
            with way(swap=swap), tempfile.TemporaryDirectory() as name:
                place = Path(name)
                if earlier:
                    run(place / "out", "before")
                with faulty() as disk:
                    run(place / "out", "counted")
                total = disk.count
                for at in range(1, total + 1, stride):
                    for code in (KILLED, errno.EIO, errno.ENOSPC):
                        with tempfile.TemporaryDirectory() as fresh:
                            problems = list(point(run, Path(fresh), at, code, earlier=earlier))
                        told["points"] += 1
                        told.update(problems)
    return told


def whole(folder: Path, _: str) -> None:
    whole_run.run(folder, force=folder.exists())


def main() -> None:
    global TRUST  # noqa: PLW0603 - the whole job signs with the machine's own key
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entries", type=int, default=60)
    parser.add_argument("--whole-run-stride", type=int, default=10)
    options = parser.parse_args()
    os.fsync = lambda _: None  # the order of operations counts here, not the disk's speed
    print("closing and publishing:", dict(all_points(closing_run(options.entries), 1)))
    with tempfile.TemporaryDirectory() as home:
        os.environ["GAMPGEN_HOME"] = home
        with tempfile.TemporaryDirectory() as first:
            whole_run.run(Path(first) / "out")
        from gampgen.pipeline.sealing import own_trust  # noqa: PLC0415 - reads the home that was set just above

        TRUST = own_trust()
        print("the whole main job:", dict(all_points(whole, options.whole_run_stride)))


if __name__ == "__main__":
    main()
