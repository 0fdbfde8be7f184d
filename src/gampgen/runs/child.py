"""The process that does documents for a batch (`python -m gampgen.runs.child`): a job a line in, what it tells out.

It serves many documents, one after the other, so that the program is loaded once. When whoever started it is gone, it
ends itself, and its unfinished document leaves nothing behind.
"""

from __future__ import annotations

import os
import queue
import signal
import sys
import threading
from typing import BinaryIO

from gampgen.runs.interrupting import interrupt_main_thread
from gampgen.runs.job import STILL_OURS, Job, Told
from gampgen.runs.unit import carry_out

TERMINATED = 143
_GRACE_SECONDS = 5.0


def main() -> None:
    """Serve jobs until the standard input ends."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(TERMINATED))  # so that stages and locks are cleaned up
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to deal with
    answers = os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)  # whatever a library prints must not stand between the answers

    def tell(told: Told) -> None:
        answers.write(told.model_dump_json().encode() + b"\n")

    jobs: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    answers.write(b"\n")  # loaded, and ready
    threading.Thread(target=_listen, args=(sys.stdin.buffer, jobs), daemon=True).start()

    def still_ours() -> bool:
        tell(Told(asks=True))
        return jobs.get() == STILL_OURS

    while line := jobs.get():
        tell(Told(ended=carry_out(Job.model_validate_json(line), tell, still_ours)))


def _listen(source: BinaryIO, jobs: queue.SimpleQueue[bytes]) -> None:
    """Hand on each line; at the end, an empty one, and an end to whatever is still at work."""
    for line in source:
        jobs.put(line)
    jobs.put(b"")
    ending = threading.Timer(_GRACE_SECONDS, os._exit, (TERMINATED,))
    ending.daemon = True
    ending.start()
    interrupt_main_thread(signal.SIGTERM)


if __name__ == "__main__":
    main()
