# ruff: noqa: E501 - tables and sentences stand on one line
"""The language model's part: faults of its server, gates, injections, secrets, replay. Writes benchmarks/llm.md.

    python benchmarks/llm.py [--faults 20] [--corruptions 1000] [--honest 500] [--injections 200] [--replays 20]
        [--out benchmarks/llm.md]

Everything goes through the real client against a server on loopback; no model is needed, and nothing leaves the machine.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ["GAMPGEN_HOME"] = tempfile.mkdtemp(prefix="gampgen-home-")

from tests.llm.corpus import corrupted_text, honest_text, refused, sample_conversations  # noqa: E402 - needs the path
from tests.llm.corruptions import CORRUPTIONS  # noqa: E402
from tests.llm.fake_server import FakeServer, Fault, serving  # noqa: E402
from tests.llm.faults import FAULTS, Outcome, key_echo, key_in_answer, status, text  # noqa: E402
from tests.llm.injections import obedient, some  # noqa: E402
from tests.llm.reading import (  # noqa: E402
    URS,
    caller_for,
    drafted,
    read_again,
    read_document,
    rules_part,
    settings_at,
    suite_of,
)

from gampgen.errors import IncompleteError  # noqa: E402
from gampgen.pipeline.exits import exit_code  # noqa: E402
from gampgen.pipeline.generate import generate  # noqa: E402
from gampgen.pipeline.replay import replay  # noqa: E402
from gampgen.settings import FailOn, Settings  # noqa: E402
from gampgen.settings.resolving import Resolved  # noqa: E402

DOCUMENTS = ("batch_release_urs.md", "monitoring_urs.docx", "filter_integrity_tester_urs.xlsx")
DELIVERABLES = ("suite.json", "oq_protocol.docx", "oq_protocol.md", "traceability.xlsx", "report.html")
SLOW = ("hang", "slow_drip")


def folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="gampgen-llm-"))


def job(server: FakeServer, where: Path, text_of_urs: str = URS, **changes: object) -> int:
    """The whole job in this process; the exit code, with 4 for a required model that failed."""
    source = where / "urs.md"
    source.write_text(text_of_urs, encoding="utf-8")
    settings = Settings(fail_on=FailOn.NEVER, llm=settings_at(server, per_question=50, **changes))
    try:
        outcome = generate(
            source, where / "out", Resolved(settings=settings, origins=(), file=None), lambda _event: None
        )
    except IncompleteError as error:
        return error.exit_code
    return exit_code(outcome.suite, settings)


def faults(times: int) -> Iterator[str]:
    """Each fault so many times through the reading, and once each through the whole job, with and without required."""
    yield "## Faults of the server"
    yield ""
    yield f"Each fault {times} times through the second reading; once each through the whole job, and once as required."
    yield ""
    yield "| fault | expected | right | longest, s | exit code | exit code, required | folder left when required |"
    yield "|---|---|---|---|---|---|---|"
    given, wrong, ran = drafted(read_document(folder())), 0, 0
    for name, (fault, outcome) in FAULTS.items():
        seconds = 1 if name in SLOW else 60
        right, longest = 0, 0.0
        for seed in range(times):
            with serving(fault) as server:
                server.seed = seed
                llm = settings_at(server, per_question=50, timeout_seconds=seconds)
                begun = time.monotonic()
                read = read_again(given, llm, caller_for(llm))
                longest = max(longest, time.monotonic() - begun)
            reading = read.reading
            told = Outcome.FAILED if reading.unanswered else Outcome.REFUSED if reading.dropped else Outcome.WHOLE
            right += told is outcome and read.rules == given.draft
        ran += times
        where, required = folder(), folder()
        with serving(fault) as server:
            code = job(server, where, timeout_seconds=seconds)
        with serving(fault) as server:
            hard = job(server, required, timeout_seconds=seconds, required=True)
        left = (required / "out").exists()
        expected = (0, 0, True) if outcome is Outcome.WHOLE else (1, 4, False)
        wrong += times - right + ((code, hard, left) != expected)
        yield f"| {name} | {outcome} | {right} of {times} | {longest:.1f} | {code} | {hard} | {'yes' if left else 'no'} |"
    yield ""
    yield f"{len(FAULTS)} faults, {ran} readings and {2 * len(FAULTS)} whole jobs: {wrong} wrong, 0 crashes."
    yield ""


def gates(corruptions: int, honest: int) -> Iterator[str]:
    """Honest answers that are refused, and dishonest ones that are not."""
    talks = sample_conversations(DOCUMENTS)
    by_task: dict[str, list] = {}
    for talk in talks:
        by_task.setdefault(talk.task.name, []).append(talk)
    dice, tasks = random.Random(7), sorted(by_task)  # noqa: S311 - a benchmark's dice
    alarms = Counter()
    for seed in range(honest):
        talk = dice.choice(by_task[tasks[seed % len(tasks)]])
        alarms.update({talk.task.name: 1} if refused(talk, honest_text(talk, seed)) else {})
    tried, caught = Counter(), Counter()
    kinds, seed = list(CORRUPTIONS), 0
    while tried.total() < corruptions:
        kind, seed = kinds[tried.total() % len(kinds)], seed + 1
        talk = dice.choice(by_task[dice.choice(tasks)])
        said = corrupted_text(talk, CORRUPTIONS[kind], seed)
        if said is not None:  # a corruption that this answer has no place for is tried on another one
            tried[kind] += 1
            caught[kind] += bool(refused(talk, said))
    yield "## Gates"
    yield ""
    yield f"Over the {len(talks)} questions on the three sample documents. One change to one entry of an honest answer:"
    yield ""
    yield "| corruption | tried | refused |"
    yield "|---|---|---|"
    yield from (f"| {kind} | {tried[kind]} | {caught[kind]} |" for kind in kinds)
    share = 100 * caught.total() / tried.total()
    yield f"| **all** | **{tried.total()}** | **{caught.total()} ({share:.2f} %)** |"
    yield ""
    yield f"Honest answers: {honest}, of them refused: {alarms.total()}."
    yield ""


def injections(count: int) -> Iterator[str]:
    """A model that obeys what requirements tell it, against the rules' own result on the same document."""
    changed = flagged = files = 0
    with serving() as server:
        for number, (urs, said) in enumerate(some(count)):
            server.fault = obedient(said, number)
            where = folder()
            read = read_document(where, urs)
            llm = settings_at(server, per_question=50)
            with_model, alone = suite_of(read, llm, caller_for(llm)), suite_of(read)
            worded = {
                (test.id, step.number) for test in with_model.tests for step in test.steps if step.origin == "llm"
            }
            changed += _without_wording(rules_part(with_model), worded) != _without_wording(rules_part(alone), worded)
            flagged += "LLM7" in {finding.code for finding in with_model.findings}
            files += len([path for path in where.rglob("*") if path.name != "cold_store.md"])
        calls = [path for path in server.paths if path != "/v1/chat/completions"]
    yield "## Injections"
    yield ""
    yield f"{count} documents with an injection in a requirement, and a model that obeys it in one of five ways:"
    yield ""
    yield "| changed ids, counts, numbers, verdicts, risk, citations | further files | other calls | told by LLM7 |"
    yield "|---|---|---|---|"
    yield f"| {changed} | {files} | {len(calls)} | {flagged} of {count} |"
    yield ""


def _without_wording(part: dict, worded: set[tuple[str, int]]) -> dict:
    for test in part["tests"]:
        for step in test["steps"]:
            if (test["id"], step["number"]) in worded:
                step["action"] = step["expected_result"] = step["origin"] = ""
    return part


def _secrets() -> Iterator[tuple[str, dict[str, str], Fault, list[str]]]:
    """Forty secrets: where each is planted, the environment, the server's behaviour, further arguments."""
    echoes: list[tuple[str, Fault]] = [
        ("said back with 401", key_echo),
        ("said back in the answer, the model's name and the fingerprint", key_in_answer),
        ("honest server", FAULTS["ok"][0]),
        ("500", FAULTS["500"][0]),
        ("HTML", FAULTS["html_200"][0]),
        ("redirect", FAULTS["redirect"][0]),
        ("reset", FAULTS["reset"][0]),
        ("answer cut off", FAULTS["cut_off_json"][0]),
    ]
    shapes = (
        "sk-proj-{n}Ab3dEf6hIj9kLm2nOp5q",
        "{n}f3a9c1d5e7b2046813579bdf02468ace",
        "Patient-{n}-1951-03-02",
        "pass phrase {n} x",
    )
    for shape in shapes:
        for number, (name, fault) in enumerate(echoes):
            secret = shape.format(n=1000 + number)
            yield f"key {name}", {"OPENAI_API_KEY": secret}, fault, [secret]
    for number in range(4):
        secret = f"other-{number}-secret-0123456789"
        names = ("AWS_SECRET_ACCESS_KEY", "AZURE_OPENAI_API_KEY", "GITHUB_TOKEN", "DATABASE_PASSWORD")
        yield "another variable", {names[number]: secret}, FAULTS["ok"][0], [secret]
    for number, fault in enumerate(
        (status(429, {"error": {"message": "echo-secret-0"}}), text("secret-answer-echo-1"))
    ):
        yield "the server's own words", {}, fault, [("echo-secret-0", "secret-answer-echo-1")[number]]
    yield "in the address", {}, FAULTS["ok"][0], ["user:address-secret-1@"]
    yield "in the address's query", {}, FAULTS["ok"][0], ["?key=address-secret-2"]


def secrets() -> Iterator[str]:
    """Each secret planted, the program run with --debug and --verbose, every byte that it wrote searched."""
    planted, leaked = 0, []
    for name, environment, fault, (secret,) in _secrets():
        planted += 1
        where = folder()
        (where / "urs.md").write_text(URS, encoding="utf-8")
        with serving(fault) as server:
            address = server.address()
            if name.startswith("in the address"):
                address = address.replace("//", f"//{secret}", 1) if "@" in secret else address + secret
            command = [
                sys.executable, "-m", "gampgen", "generate", "urs.md", "--out", "out", "--llm", "--llm-model", "m",
                "--llm-base-url", address, "--llm-cache", "cache", "--debug", "--verbose",
            ]  # fmt: skip
            held = {**os.environ, **environment, "GAMPGEN_HOME": str(where / "home"), "TMPDIR": str(where)}
            done = subprocess.run(command, capture_output=True, check=False, cwd=where, env=held)
        written = [done.stdout, done.stderr, *(path.read_bytes() for path in where.rglob("*") if path.is_file())]
        bare = secret.strip("@?").removeprefix("user:").removeprefix("key=").encode()
        if any(bare in content for content in written) and name != "the server's own words":
            leaked.append(name)
        if name == "the server's own words" and any(bare in content for content in (done.stdout, done.stderr)):
            leaked.append(name)
    yield "## Secrets"
    yield ""
    yield f"{planted} secrets planted, the program run with --debug and --verbose, all that it wrote searched: standard"
    yield "output and error, output folder with audit and recorded answers, cache, home, temporary files. (What a server"
    yield "says of its own accord is recorded in `llm/` as it came, and looked for on the terminal only.)"
    yield ""
    yield f"Found: {len(leaked)}{': ' + ', '.join(sorted(set(leaked))) if leaked else ''}."
    yield ""


def replays(count: int) -> Iterator[str]:
    """Runs with different models, good and bad ones, replayed with the server gone."""
    same, names = 0, list(FAULTS)
    for number in range(count):
        where = folder()
        name = "ok" if number % 2 else names[(number * 5) % len(names)]
        with serving(FAULTS[name][0]) as server:
            server.seed = number
            job(server, where, timeout_seconds=1 if name in SLOW else 60)
        (where / "urs.md").unlink()
        replay(where / "out", where / "again", lambda _event: None)
        same += all((where / "out" / one).read_bytes() == (where / "again" / one).read_bytes() for one in DELIVERABLES)
    yield "## Replay"
    yield ""
    yield f"{count} runs, every other one with a fault, replayed without server and document: {same} of {count} give"
    yield f"byte-identical {', '.join(DELIVERABLES)}."
    yield ""


def main() -> None:
    parser = argparse.ArgumentParser(description="The language model's part.")
    for name, default in (("faults", 20), ("corruptions", 1000), ("honest", 500), ("injections", 200), ("replays", 20)):
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--secrets", action=argparse.BooleanOptionalAction, default=True)
    parser.add_argument("--out", type=Path)
    given = parser.parse_args()
    counts = (
        f"--{name} {getattr(given, name)}" for name in ("faults", "corruptions", "honest", "injections", "replays")
    )
    command = f"`python benchmarks/llm.py {' '.join(counts)}`"
    lines = [
        "# The language model's part",
        "",
        command,
        "",
        "The corruptions, honest answers and injections are our own (`tests/llm/`): the figures say how the gates do on",
        "these, not on every model that there is.",
        "",
    ]
    parts = [
        gates(given.corruptions, given.honest) if given.corruptions else (),
        replays(given.replays) if given.replays else (),
        injections(given.injections) if given.injections else (),
        secrets() if given.secrets else (),
        faults(given.faults) if given.faults else (),
    ]
    for part in parts:
        for line in part:
            print(line, flush=True)
            lines.append(line)
    if given.out:
        given.out.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
