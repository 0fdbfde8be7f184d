"""How many changes to a sealed run go unseen, how often an honest copy raises an alarm, and how fast verification is.

    python benchmarks/audit_tamper.py [--substitutions 10000] [--others 2000] [--copies 1000] [--entries 10000]

Both verifiers look at each change: gampgen's and the standalone one. A disagreement counts as a miss of both.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import random
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.audit.attacks import ATTACKS  # noqa: E402 - needs the path above
from tests.audit.sealed_run import make_key, make_sealed_run, trust_in  # noqa: E402

from gampgen.audit.verify import verify_folder  # noqa: E402

KEY = make_key()
TRUST = trust_in(KEY)
TRUST_JSON = json.loads(TRUST.model_dump_json())
Change = Callable[[bytes, random.Random], bytes]


def load_standalone() -> object:
    spec = importlib.util.spec_from_file_location("verify_standalone", ROOT / "tools" / "verify_standalone.py")
    if spec is None or spec.loader is None:
        sys.exit("tools/verify_standalone.py is missing")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


ALONE = load_standalone()


def substituted(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + bytes([(data[at] + chance.randrange(1, 256)) % 256]) + data[at + 1 :]


def inserted(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.randbytes(1) + data[at:]


def deleted(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + data[at + 1 :]


def swapped(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) - 1)
    return data[:at] + data[at + 1 : at + 2] + data[at : at + 1] + data[at + 2 :]


def appended(data: bytes, chance: random.Random) -> bytes:
    return data + chance.randbytes(chance.randrange(1, 5))


def cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def states(folder: Path) -> tuple[str, str]:
    return verify_folder(folder, TRUST).state.value, ALONE.verify(folder, TRUST_JSON)[0]  # type: ignore[attr-defined]


def changes(folder: Path, change: Change, count: int, chance: random.Random) -> Iterator[tuple[str, str]]:
    names = sorted(path.name for path in folder.iterdir())
    kept = {name: (folder / name).read_bytes() for name in names}
    for number in range(count):
        name = names[number % len(names)]
        new = change(kept[name], chance)
        if new == kept[name]:
            continue
        (folder / name).write_bytes(new)
        yield states(folder)
        (folder / name).write_bytes(kept[name])


def report_changes(folder: Path, count: int, others: int, chance: random.Random) -> None:
    kinds: list[tuple[Change, int]] = [(substituted, count)]
    kinds += [(change, others) for change in (inserted, deleted, swapped, appended, cut)]
    for change, number in kinds:
        seen = list(changes(folder, change, number, chance))
        missed = sum("valid" in pair for pair in seen)
        apart = sum(one != two for one, two in seen)
        print(f"{change.__name__:12} {len(seen):6} changes, {missed} missed, {apart} seen differently by the two")


def report_attacks(place: Path) -> None:
    missed = apart = 0
    for number, (attack, codes, state) in enumerate(ATTACKS.values()):
        (place / f"attack{number}").mkdir()
        folder = place / f"attack{number}" / "out"
        make_sealed_run(folder, key=KEY)
        attack(folder)
        verdict = verify_folder(folder, TRUST)
        missed += not codes <= {one.code.value for one in verdict.failed} or verdict.state.value != state
        apart += ALONE.verify(folder, TRUST_JSON)[0] != verdict.state.value  # type: ignore[attr-defined]
    print(f"attacks      {len(ATTACKS):6} kinds, {missed} not seen by their own code, {apart} seen differently")


def report_copies(place: Path, count: int) -> None:
    alarms = 0
    for number in range(count):
        folder = place / f"honest{number}"
        make_sealed_run(folder, run_id=f"run-{number}", entries=number % 7, key=KEY)
        if number % 2:
            archive = shutil.make_archive(str(place / "packed"), "zip" if number % 4 == 1 else "tar", folder)
            shutil.rmtree(folder)
            shutil.unpack_archive(archive, folder)
        else:
            shutil.copytree(folder, place / "copy")
            shutil.rmtree(folder)
            shutil.move(place / "copy", folder)
        alarms += states(folder) != ("valid", "valid")
        shutil.rmtree(folder)
    print(f"honest       {count:6} runs copied, zipped or packed, {alarms} false alarms")


def report_speed(place: Path, entries: int) -> None:
    make_sealed_run(place / "large", entries=entries, key=KEY)
    begun, worked = time.perf_counter(), time.process_time()
    state = verify_folder(place / "large", TRUST).state
    worked, seconds = time.process_time() - worked, time.perf_counter() - begun
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"speed        {entries:6} entries: {state} in {seconds:.2f} s ({worked:.2f} s of CPU), {memory} MB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--substitutions", type=int, default=10_000)
    parser.add_argument("--others", type=int, default=2_000)
    parser.add_argument("--copies", type=int, default=1_000)
    parser.add_argument("--entries", type=int, default=10_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        make_sealed_run(place / "out", key=KEY)
        report_changes(place / "out", options.substitutions, options.others, random.Random(7))  # noqa: S311 - a fixed sequence
        report_attacks(place)
        report_copies(place, options.copies)
        report_speed(place, options.entries)


if __name__ == "__main__":
    main()
