"""Folders and many machines: documents per minute, cost as the folder grows, what kills and restarts do to the outcome.

    python benchmarks/batch.py [--parts speed,workers,growth,unchanged,kills,chaos,races] [--documents 24] …

Documents are made of the sample documents' requirements, 10 to 40 each. RabbitMQ and PostgreSQL are the machine's own
programs on free loopback ports. Every figure is of this machine, with whatever else ran on it: look at the ratios.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
from tests.runs import servers  # noqa: E402 - the servers of the tests, which stand beside the benchmarks

from gampgen.pipeline.parse import parse  # noqa: E402 - as above
from gampgen.settings import ReadSettings  # noqa: E402 - as above

SAMPLES = ("monitoring_urs.docx", "batch_release_urs.md", "filter_integrity_tester_urs.xlsx")
OUTPUTS = ("suite.json", "oq_protocol.docx", "oq_protocol.md", "traceability.xlsx", "report.html")
GAMPGEN = [sys.executable, "-m", "gampgen"]


def documents(folder: Path, number: int, fewest: int = 10, most: int = 40) -> None:
    """Write documents of `fewest` to `most` requirements; the same number gives the same documents."""
    read = [parse(ROOT / "sample_urs" / name, ReadSettings()).recognition for name in SAMPLES]
    texts = [one.text for found in read for one in found.requirements]
    chance = random.Random(number)  # noqa: S311 - no secret
    folder.mkdir(parents=True)
    for n in range(number):
        chosen = chance.sample(texts, chance.randint(fewest, most))
        rows = "\n".join(f"- **D{n}-{at}**: {' '.join(text.split())}" for at, text in enumerate(chosen, start=1))
        (folder / f"{n:04}.md").write_text(f"# URS: System {n}\n\n{rows}\n", encoding="utf-8")


def batch(root: Path, out: str, *more: str, folder: str = "in", wait: bool = True) -> subprocess.Popen:
    """A batch of `root/in`; its own records, unless --database says otherwise."""
    command = [*GAMPGEN, "batch", folder, "--out", out, "--fail-on", "never", "--quiet", "--no-key", *more]
    process = subprocess.Popen(command, cwd=root)
    if wait:
        must(process.wait() in (0, 1), process.returncode)
    return process


def timed(root: Path, out: str, *more: str, folder: str = "in") -> float:
    begun = time.monotonic()
    batch(root, out, *more, folder=folder)
    return time.monotonic() - begun


@contextmanager
def fresh() -> Iterator[Path]:
    root = Path(tempfile.mkdtemp(prefix="gampgen-bench-"))
    root.chmod(0o755)
    try:
        yield root
    finally:
        shutil.rmtree(root, ignore_errors=True)


def workers(root: Path, number: int, broker: str, database: str, *more: str) -> list[subprocess.Popen]:
    command = [*GAMPGEN, "worker", "--broker", broker, "--database", database, "--jobs", "1", "--quiet", *more]
    log = (root / "workers.log").open("ab")
    return [subprocess.Popen(command, cwd=root, stdout=log, stderr=log) for _ in range(number)]


def ended(processes: list[subprocess.Popen]) -> None:
    for one in processes:
        if one.poll() is None:
            one.terminate()
    for one in processes:
        one.wait()


def children(process: int) -> list[int]:
    """The processes that a process has started, and that are still there."""
    there = (int(place.name) for place in Path("/proc").iterdir() if place.name.isdecimal())
    return [one for one in there if _status(one).get("PPid", "").strip() == str(process)]


def _status(process: int) -> dict[str, str]:
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:  # it has ended meanwhile
        return {}
    return dict(line.split(":", 1) for line in lines if ":" in line)


def memory_mb(process: int) -> float:
    """Resident memory of a process and its children, in MB."""
    weights = (_status(one).get("VmRSS", "0 kB") for one in (process, *children(process)))
    return sum(int(one.split()[0]) for one in weights) / 1024


@contextmanager
def both_servers(root: Path) -> Iterator[tuple[servers.Server, servers.Server]]:
    with ExitStack() as stack:
        (root / "r").mkdir()
        broker = stack.enter_context(servers.rabbitmq(root / "r"))
        yield broker, stack.enter_context(servers.postgresql())


def speed(number: int) -> None:
    """Documents per minute with 1 and 2 processes on one machine."""
    with fresh() as root:
        documents(root / "in", number)
        one = timed(root, "one", "--jobs", "1")
        two = timed(root, "two", "--jobs", "2")
    for jobs, seconds in ((1, one), (2, two)):
        told(f"{jobs} process(es)", f"{number / seconds * 60:.0f} documents/min, efficiency {one / seconds / jobs:.2f}")


def over_broker(number: int, counts: tuple[int, ...]) -> None:
    """Documents per minute with workers over RabbitMQ and PostgreSQL, and their memory."""
    with fresh() as root, both_servers(root) as (broker, database):
        documents(root / "in", number)
        alone = timed(root, "alone", "--jobs", "1")
        told("1 process without broker", f"{number / alone * 60:.0f} documents/min")
        for count in counts:
            crew = workers(root, count, broker.url, database.url)
            seconds = timed(root, f"out{count}", "--broker", broker.url, "--database", database.url)
            weight = sum(memory_mb(one.pid) for one in crew) / count
            ended(crew)
            share = alone / seconds / min(count, os.cpu_count() or 1)
            told(f"{count} worker(s)", f"{number / seconds * 60:.0f} documents/min, efficiency {share:.2f} (starting "
                 f"the workers included), {weight:.0f} MB for each worker with its process")  # fmt: skip
        told("byte-equal to one process", same(root / "alone", root / f"out{counts[-1]}"))


def growth(counts: tuple[int, ...]) -> None:
    """Processor time for each document as the folder grows; small documents."""
    for count in counts:
        with fresh() as root:
            documents(root / "in", count, 1, 2)
            told(f"{count} small documents", _first_time(root, count))


def unchanged(number: int) -> None:
    """An unchanged folder: nothing is done."""
    with fresh() as root:
        documents(root / "in", number, 1, 2)
        told(f"{number} small documents", _first_time(root, number))
        before = _processor_time()
        seconds = min(timed(root, "out", "--changed-only") for _ in range(3))
        worked = (_processor_time() - before) / 3
        report = json.loads((root / "out" / "batch.json").read_text())
        idle = sum(one["unchanged"] for one in report["documents"])
    told(
        f"{number} documents, unchanged",
        f"{seconds:.2f} s (best of 3), {worked:.1f} s of processor time, {idle} left alone",
    )


def _first_time(root: Path, count: int) -> str:
    before = _processor_time()
    seconds = timed(root, "out", "--jobs", "2")
    worked = _processor_time() - before
    return f"{worked / count:.3f} s of processor time for each, {seconds / count:.3f} s by the clock with 2 processes"


def _processor_time() -> float:
    """Seconds of the processor that ended processes of ours, and theirs, have had."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def kills(number: int, count: int, seed: int) -> None:
    """kill -9 of a local batch at random moments, and --resume, until it is through; nothing lost, nothing twice."""
    begun, chance = time.monotonic(), random.Random(seed)  # noqa: S311 - no secret
    killed, rounds = 0, 0
    with fresh() as root:
        documents(root / "in", number, 3, 6)
        process = batch(root, "alone", "--jobs", "1", "--database", f"sqlite:///{root}/alone.db", wait=False)
        starting = _at_work(process, root / "alone") - begun
        process.wait()
        working = time.monotonic() - begun - starting
        while killed < count:
            rounds += 1
            shutil.rmtree(root / "out", ignore_errors=True)
            shutil.rmtree(root / ".gampgen", ignore_errors=True)
            seen: dict[str, int] = {}
            while True:
                process = batch(root, "out", "--jobs", str(1 + rounds % 2), "--resume", wait=False)
                killed += killed < count and _killed(process, root / "out", chance, starting, working / 5)
                process.wait()
                done = {path.name: (path / "audit.json").stat().st_ino for path in (root / "out").glob("[0-9]*.md")}
                twice = [name for name, inode in done.items() if seen.get(name, inode) != inode]
                must(not twice, f"published twice: {twice}")
                seen |= done
                if process.returncode >= 0:
                    must(process.returncode == 0, process.returncode)
                    break
            must(same(root / "alone", root / "out").startswith("yes"), same(root / "alone", root / "out"))
            left = [path.name for path in (root / "out").iterdir() if path.name.startswith(".")]
            must(not left, left)
            print(f"{killed} killed in {rounds} batches", file=sys.stderr, flush=True)
    told(
        f"{killed} kill -9 with --resume",
        f"{rounds} batches of {number}: 0 lost, 0 published twice, 0 left over, byte-equal; "
        f"{time.monotonic() - begun:.0f} s",
    )


def _killed(process: subprocess.Popen, out: Path, chance: random.Random, starting: float, working: float) -> bool:
    """Kill a batch: one time in three while it starts, else from its first document on; False: it was through.

    Every third time its processes are killed with it, so that they end within a file or a rename, too.
    """
    at_start, with_children = chance.random() < 1 / 3, chance.random() < 1 / 3
    if not at_start:
        _at_work(process, out)
    try:
        process.wait(chance.uniform(0, starting if at_start else working))
    except subprocess.TimeoutExpired:
        crew = [process.pid, *(children(process.pid) if with_children else ())]
        for one in crew:
            with suppress(ProcessLookupError):
                os.kill(one, signal.SIGKILL)
        return True
    return False


def _at_work(process: subprocess.Popen, out: Path) -> float:
    """When a batch has begun its first document."""
    while process.poll() is None and not any(out.glob(".*.stage-*")):
        time.sleep(0.01)
    return time.monotonic()


def chaos(number: int, repeats: int, pace: float) -> None:
    """4 workers, one killed every `pace` seconds, broker and database restarted once: byte-equal to one process?"""
    equal = killed = 0
    begun = time.monotonic()
    with fresh() as alone:
        documents(alone / "in", number, 1, 3)
        batch(alone, "alone", "--jobs", "1", "--database", f"sqlite:///{alone}/alone.db")
        print(f"one process: {time.monotonic() - begun:.0f} s", file=sys.stderr, flush=True)
        begun = time.monotonic()
        for at in range(repeats):
            since = time.monotonic()
            outcome, deaths = _round_of_chaos(alone, pace, random.Random(at))  # noqa: S311 - no secret
            killed += deaths
            equal += outcome.startswith("yes")
            seconds = time.monotonic() - since
            print(f"round {at + 1}: {outcome}, {deaths} killed, {seconds:.0f} s", file=sys.stderr, flush=True)
    seconds = (time.monotonic() - begun) / repeats
    told(
        f"chaos, {number} documents, a worker killed every {pace:g} s",
        f"{equal} of {repeats} byte-equal; {killed} workers killed, {seconds:.0f} s a round",
    )


def _round_of_chaos(alone: Path, pace: float, chance: random.Random) -> tuple[str, int]:
    """How the outcome compares with one process's, and the number of workers killed."""
    with fresh() as root, both_servers(root) as (broker, database):
        shutil.copytree(alone / "in", root / "in")
        crew = workers(root, 4, broker.url, database.url, "--lease", "6")
        process = batch(root, "out", "--broker", broker.url, "--database", database.url, wait=False)
        stop = threading.Event()
        deaths = threading.Thread(target=_kill_now_and_then, args=(root, crew, broker.url, database.url, pace, stop))
        deaths.start()
        for server in chance.sample((broker, database), 2):
            time.sleep(chance.uniform(5, 30))
            server.restart()
        must(process.wait() in (0, 1), "the batch failed")
        stop.set()
        deaths.join()
        ended(crew)
        outcome = same(alone / "alone", root / "out")
        others = [
            path.name for path in (root / "out").iterdir() if path.name.startswith(".") or "superseded" in path.name
        ]
        return f"no: {others}" if others else outcome, len(crew) - 4


def _kill_now_and_then(
    root: Path, crew: list[subprocess.Popen], broker: str, database: str, pace: float, stop: threading.Event
) -> None:
    chance = random.Random(2)  # noqa: S311 - no secret
    while not stop.wait(pace):
        alive = [one for one in crew if one.poll() is None]
        victim = chance.choice(alive)
        victim.send_signal(signal.SIGKILL)
        crew += workers(root, 1, broker, database, "--lease", "6")


def races(number: int) -> None:
    """Two to eight processes want the same output folder: one owner at a time?"""
    program = (
        "import sys, time, os; from pathlib import Path\n"
        "from gampgen.publishing import held; from gampgen.errors import BusyError\n"
        "folder, start = Path(sys.argv[1]), float(sys.argv[2])\n"
        "for _ in range(int(sys.argv[3])):\n"
        "    start += 0.05\n"
        "    time.sleep(max(0, start - time.time()))\n"
        "    try:\n"
        "        with held(folder):\n"
        "            mark = os.open(folder.parent / 'owner', os.O_CREAT | os.O_EXCL)\n"
        "            time.sleep(0.002); os.close(mark); os.unlink(folder.parent / 'owner'); print('held')\n"
        "    except BusyError: print('busy')\n"
    )
    owned = turned_away = 0
    for at, count in enumerate(range(2, 9)):
        with fresh() as root:
            share = number // 7 + (at < number % 7)
            start = str(time.time() + 4)
            crew = [
                subprocess.Popen([sys.executable, "-c", program, str(root / "out"), start, str(share)],
                                 stdout=subprocess.PIPE, text=True)
                for _ in range(count)
            ]  # fmt: skip
            for one in crew:
                said, _ = one.communicate()
                must(one.returncode == 0, "two owners at a time")
                owned += said.count("held")
                turned_away += said.count("busy")
    told(f"{number} races of 2 to 8 processes", f"never two owners; {owned} times held, {turned_away} turned away")


def same(one: Path, other: Path) -> str:
    """Whether two output folders hold the same suites, byte for byte."""
    names = sorted(path.name for path in one.glob("[0-9]*.md"))
    if names != sorted(path.name for path in other.glob("[0-9]*.md")):
        return "no: other documents"
    for name in names:
        for output in OUTPUTS:
            if (one / name / output).read_bytes() != (other / name / output).read_bytes():
                return f"no: {name}/{output}"
    return f"yes, {len(names)} suites"


def must(holds: object, else_: object) -> None:
    if not holds:
        sys.exit(f"broken: {else_}")


def told(what: str, figure: str) -> None:
    print(f"| {what} | {figure} |", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--parts", default="speed,workers,growth,unchanged,kills,chaos,races")
    parser.add_argument("--documents", type=int, default=24)
    parser.add_argument("--counts", default="10,100")
    parser.add_argument("--idle", type=int, default=1000)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1, help="of the moments of the kills")
    parser.add_argument("--chaos", type=int, default=40)
    parser.add_argument("--pace", type=float, default=2.0)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--races", type=int, default=200)
    chosen = parser.parse_args()
    print("| what | figure |\n|---|---|", flush=True)
    parts = {
        "races": lambda: races(chosen.races),
        "speed": lambda: speed(chosen.documents),
        "workers": lambda: over_broker(chosen.documents, (1, 2, 4)),
        "growth": lambda: growth(tuple(int(one) for one in chosen.counts.split(","))),
        "chaos": lambda: chaos(chosen.chaos, chosen.rounds, chosen.pace),
        "kills": lambda: kills(24, chosen.kills, chosen.seed),
        "unchanged": lambda: unchanged(chosen.idle),
    }
    for part in chosen.parts.split(","):
        parts[part]()


if __name__ == "__main__":
    main()
