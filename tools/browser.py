"""A headless Chromium, spoken to over its own pipe: pages are opened, asked, and pictured. Standard library only.

Used by the tests of the HTML outputs, by benchmarks/rendering.py and by tools/readme_pictures.py. It has no network:
every request is recorded, and only those for the page itself can be met.
"""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
    "--proxy-server=127.0.0.1:9",
    "--remote-debugging-pipe",
)
_END = b"\0"
# The browser reads from descriptor 3 and writes to 4: put our pipes there, and become the browser.
_BECOME = """
import os, sys
pipes = [os.dup(int(one)) for one in sys.argv[1:3]]
for pipe, place in zip(pipes, (3, 4)):
    os.dup2(pipe, place)
    os.set_inheritable(place, True)
os.execv(sys.argv[3], sys.argv[3:])
"""


def program() -> str | None:
    """The browser of this machine, or None. The pipe needs a system with POSIX file descriptors."""
    return next(filter(None, map(shutil.which, _PROGRAMS)), None) if os.name == "posix" else None


@dataclass
class Browser:
    """One page of a running browser. `errors` are messages of its console and policy; `requests` the addresses asked.

    Use `running()` to get one.
    """

    to: Any
    back: Any
    session: str = ""
    count: int = 0
    rest: bytes = b""
    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)

    def call(self, method: str, **parameters: object) -> dict[str, Any]:
        """What the browser answers to a command of its protocol.

        Raises:
            RuntimeError: it refused the command, or ended.
        """
        self.count += 1
        message = {"id": self.count, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        self.to.write(json.dumps(message).encode() + _END)
        self.to.flush()
        while True:
            answer = self._next()
            if answer.get("id") == self.count:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return dict(answer["result"])

    def _next(self) -> dict[str, Any]:
        while _END not in self.rest:
            more = self.back.read1(1 << 16)
            if not more:
                raise RuntimeError("the browser ended")
            self.rest += more
        line, _, self.rest = self.rest.partition(_END)
        message = dict(json.loads(line))
        self._note(message)
        return message

    def _note(self, message: dict[str, Any]) -> None:
        name, told = message.get("method", ""), message.get("params", {})
        self.seen.append(name)
        if name == "Runtime.exceptionThrown":
            self.errors.append(str(told["exceptionDetails"].get("exception", told).get("description", told)))
        elif name == "Runtime.consoleAPICalled" and told["type"] in {"error", "warning", "assert"}:
            self.errors.append(str([one.get("value") for one in told["args"]]))
        elif name == "Log.entryAdded" and told["entry"]["level"] in {"error", "warning"}:
            self.errors.append(told["entry"]["text"])
        elif name == "Network.requestWillBeSent":
            self.requests.append(told["request"]["url"])

    def open(self, page: Path, fragment: str = "") -> None:
        """Load a file, and wait until it is there."""
        self.seen.clear()
        self.call("Page.navigate", url=page.resolve().as_uri() + fragment)
        while not {"Page.loadEventFired", "Page.navigatedWithinDocument"} & set(self.seen):
            self._next()

    def ask(self, script: str) -> Any:  # noqa: ANN401 - whatever the script gives
        """The value of a JavaScript expression on the page; a promise is waited for.

        Raises:
            RuntimeError: it threw.
        """
        told = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in told:
            raise RuntimeError(str(told["exceptionDetails"]))
        return told["result"].get("value")

    def shape(self, width: int, height: int, *, dark: bool = False, printed: bool = False) -> None:
        """The window's size in points of the screen, its colour scheme, and whether it shows the printed form."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call("Emulation.setEmulatedMedia", media="print" if printed else "screen", features=[scheme])

    def picture(self) -> bytes:
        """The window as a .png file."""
        self.ask("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        return base64.b64decode(self.call("Page.captureScreenshot", format="png")["data"])

    def printed(self) -> bytes:
        """The page as the .pdf file that the browser prints."""
        self.call("Emulation.setEmulatedMedia", media="")  # what `shape` asked for would hold for the paper, too
        told = self.call("Page.printToPDF", preferCSSPageSize=True, printBackground=True)
        return base64.b64decode(told["data"])


@contextmanager
def running() -> Iterator[Browser]:
    """A browser with one empty page, ended afterwards.

    Raises:
        RuntimeError: there is no browser on this machine.
    """
    found = program()
    if found is None:
        raise RuntimeError("No Chromium is installed on this machine.")
    their_in, our_out = os.pipe()
    our_in, their_out = os.pipe()
    with tempfile.TemporaryDirectory(prefix="browser-", ignore_cleanup_errors=True) as profile:
        command = [sys.executable, "-c", _BECOME, str(their_in), str(their_out), found]
        started = subprocess.Popen(  # noqa: S603 - the machine's own browser
            [*command, *_QUIET, f"--user-data-dir={profile}", "about:blank"],
            pass_fds=(their_in, their_out),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(their_in)
        os.close(their_out)
        try:
            with os.fdopen(our_out, "wb") as to, os.fdopen(our_in, "rb") as back:
                yield _attached(Browser(to, back))
        finally:
            started.terminate()
            started.wait(20)


def _attached(browser: Browser) -> Browser:
    target = browser.call("Target.createTarget", url="about:blank")["targetId"]
    browser.session = browser.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
    for domain in ("Page", "Runtime", "Log", "Network"):
        browser.call(f"{domain}.enable")
    return browser
