"""Servers of the tests' own, on free loopback ports: RabbitMQ, Redis and PostgreSQL, where they are installed."""

from __future__ import annotations

import os
import random
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

SECONDS = 60.0
RABBITMQ = "/usr/lib/rabbitmq/bin/rabbitmq-server"


@dataclass
class Server:
    """A server that can be restarted on its port with its data."""

    url: str
    log: Path
    start: Callable[[], subprocess.Popen]
    ready: Callable[[], bool]
    stop: int = signal.SIGTERM
    process: subprocess.Popen | None = None

    def up(self) -> None:
        self.process = self.start()
        deadline = time.monotonic() + SECONDS
        while not self.ready():
            assert self.process.poll() is None, f"{self.url} did not start: {self.log.read_text()[-2000:]}"
            assert time.monotonic() < deadline, f"{self.url} is not ready"
            time.sleep(0.1)

    def down(self) -> None:
        if self.process is not None and self.process.poll() is None:
            os.killpg(self.process.pid, self.stop)
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                os.killpg(self.process.pid, signal.SIGKILL)
                self.process.wait()

    def restart(self) -> None:
        self.down()
        self.up()


def free_port() -> int:
    """A port below those that the system gives to outgoing connections, which could take it before its server does."""
    while True:
        port = random.randint(20_000, 32_000)  # noqa: S311 - no secret
        with socket.socket() as one:
            try:
                one.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port


def answers(port: int) -> bool:
    with socket.socket() as one:
        one.settimeout(1)
        return one.connect_ex(("127.0.0.1", port)) == 0


def missing(name: str) -> str:
    """Why a server cannot be had here, or ""."""
    if os.name == "nt":
        return "the servers are started the POSIX way"
    program = {"rabbitmq": RABBITMQ, "redis": "redis-server", "postgresql": postgres_program("initdb")}[name]
    return "" if shutil.which(program) else f"{name} is not installed ({Path(program).name})"


def postgres_program(name: str) -> str:
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda one: int(one.parent.name))
    return str(folders[-1] / name) if folders else name


def _as_postgres() -> dict[str, object]:
    """PostgreSQL does not run as root."""
    return {"user": "postgres", "group": "postgres", "extra_groups": []} if os.getuid() == 0 else {}


@contextmanager
def served(server: Server) -> Iterator[Server]:
    try:
        server.up()
        yield server
    finally:
        server.down()


def started(
    command: list[str], log: Path, account: dict[str, object] | None = None, **environment: str
) -> subprocess.Popen:
    with log.open("ab") as out:
        return subprocess.Popen(
            command, stdout=out, stderr=out, stdin=subprocess.DEVNULL, start_new_session=True,
            env=os.environ | environment, cwd="/", **(account or {}),
        )  # fmt: skip


@contextmanager
def redis(folder: Path) -> Iterator[Server]:
    port = free_port()
    command = ["redis-server", "--port", str(port), "--bind", "127.0.0.1", "--dir", str(folder), "--appendonly", "yes"]
    start = lambda: started(command, folder / "redis.log")  # noqa: E731 - said where it is used
    with served(Server(f"redis://127.0.0.1:{port}/0", folder / "redis.log", start, lambda: answers(port))) as server:
        yield server


@contextmanager
def rabbitmq(folder: Path) -> Iterator[Server]:
    port, inner, epmd = free_port(), free_port(), free_port()
    (folder / "enabled_plugins").write_text("[].")
    environment = {
        "HOME": str(folder), "RABBITMQ_NODENAME": f"gampgen{port}@localhost", "RABBITMQ_NODE_PORT": str(port),
        "RABBITMQ_NODE_IP_ADDRESS": "127.0.0.1", "RABBITMQ_DIST_PORT": str(inner), "ERL_EPMD_PORT": str(epmd),
        "RABBITMQ_MNESIA_BASE": str(folder), "RABBITMQ_LOG_BASE": str(folder), "RABBITMQ_PID_FILE": str(folder / "pid"),
        "RABBITMQ_ENABLED_PLUGINS_FILE": str(folder / "enabled_plugins"), "RABBITMQ_CONFIG_FILE": str(folder / "none"),
        "RABBITMQ_CONF_ENV_FILE": str(folder / "none"), "ERL_EPMD_ADDRESS": "127.0.0.1",
    }  # fmt: skip
    server = Server(
        f"amqp://guest:guest@127.0.0.1:{port}//",
        folder / "rabbitmq.log",
        lambda: started([RABBITMQ], folder / "rabbitmq.log", **environment),
        lambda: answers(port),
    )
    try:
        with served(server):
            yield server
    finally:  # the port mapper of Erlang outlives its node
        subprocess.run([str(shutil.which("epmd")), "-port", str(epmd), "-kill"], capture_output=True, check=False)


@contextmanager
def postgresql() -> Iterator[Server]:
    """In a folder of its own, since pytest keeps its folders from every other account, also from PostgreSQL's."""
    folder = Path(tempfile.mkdtemp(prefix="gampgen-postgresql-"))
    port, data, log = free_port(), folder / "data", folder / "log"
    if os.getuid() == 0:
        shutil.chown(folder, "postgres")
    try:
        initdb = [postgres_program("initdb"), "-D", str(data), "-A", "trust", "-U", "postgres", "-N"]
        subprocess.run(initdb, check=True, capture_output=True, cwd="/", **_as_postgres())
        command = [
            postgres_program("postgres"), "-D", str(data), "-p", str(port),
            "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=",
        ]  # fmt: skip
        server = Server(
            f"postgresql://postgres@127.0.0.1:{port}/postgres",
            log,
            lambda: started(command, log, _as_postgres()),
            lambda: _accepts(port),
            signal.SIGINT,  # at once, whoever is connected
        )
        with served(server):
            yield server
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _accepts(port: int) -> bool:
    import psycopg

    try:
        with psycopg.connect(f"postgresql://postgres@127.0.0.1:{port}/postgres", connect_timeout=2):
            return True
    except psycopg.OperationalError:
        return False
