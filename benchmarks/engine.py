"""The engine's own time: the flow with agents that do nothing, over many requirements.

    python benchmarks/engine.py [--requirements 500] [--repeats 5]

500 requirements × 3 agents are 1,500 units of work. Measured are the wall time of fan-out, consultation and join (from
the planned suite to the collected advice), and beside it the same calls of the same agents in a plain loop; what is
left over is the engine's.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import tempfile
import time
from pathlib import Path

from workflows.events import Event

from gampgen import readers
from gampgen.agents import replied
from gampgen.domain.advice import AgentName, Question, Reply
from gampgen.domain.suite import Generator
from gampgen.settings import Settings
from gampgen.workflow.events import AdviceCollected, AgentAsked, DocumentRead, SuitePlanned
from gampgen.workflow.flow import OQWorkflow

GENERATOR = Generator(name="gampgen", version="0", engine="rules", settings_sha256="0" * 64)


class Idle:
    """An agent that looks at everything and finds nothing."""

    version, calls_outside = "1", False

    def __init__(self, name: AgentName) -> None:
        self.name = name

    def advise(self, question: Question) -> Reply:
        return replied(question, lambda _planned: [])


async def once(read: DocumentRead) -> tuple[float, list[AgentAsked]]:
    """Seconds from the planned suite to the collected advice, and the questions."""
    handler = OQWorkflow(Settings(), GENERATOR, tuple(map(Idle, AgentName))).run(start_event=read)
    at: dict[type[Event], float] = {}
    asked: list[AgentAsked] = []
    async for event in handler.stream_events():
        at[type(event)] = time.perf_counter()
        if isinstance(event, AgentAsked):
            asked.append(event)
    await handler
    return at[AdviceCollected] - at[SuitePlanned], asked


def plainly(asked: list[AgentAsked]) -> float:
    begun = time.perf_counter()
    for one in asked:
        Idle(AgentName(one.agent)).advise(one.question)
    return time.perf_counter() - begun


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--requirements", type=int, default=500)
    parser.add_argument("--repeats", type=int, default=5)
    options = parser.parse_args()
    lines = [f"- **U-{n}**: Valve {n} shall open when key {n} is pressed." for n in range(options.requirements)]
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "urs.md"
        path.write_text("# URS\n\n" + "\n".join(lines) + "\n", encoding="utf-8")
        read = DocumentRead(document=readers.read(path, Settings().read), passages=())
        seconds, plain = [], []
        for _ in range(options.repeats):
            took, asked = asyncio.run(once(read))
            seconds.append(took)
            plain.append(plainly(asked))
    units = sum(len(one.question.requirements) for one in asked)
    print(f"{units} units of work in {len(asked)} events")
    print(f"fan-out, consultation and join: {statistics.median(seconds):.3f} s")
    print(f"the same calls in a plain loop: {statistics.median(plain):.3f} s")


if __name__ == "__main__":
    main()
