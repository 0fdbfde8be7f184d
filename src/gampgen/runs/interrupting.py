"""A signal to this process's own main thread, as if it came from outside."""

from __future__ import annotations

import _thread
import os
import signal

_SIGNALS_END_IT = os.name == "nt"


def interrupt_main_thread(number: signal.Signals) -> None:
    """Let the handler of a signal run in the main thread; elsewhere than on Windows also out of a system call.

    Windows ends a process that sends itself a signal, without any handler; there the main thread is interrupted at its
    next step of Python code.
    """
    if _SIGNALS_END_IT:
        _thread.interrupt_main(number)
    else:
        os.kill(os.getpid(), number)
