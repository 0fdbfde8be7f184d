"""A category in doubt, as a user meets it: stopped and resumed, asked on a terminal, or told to go on."""

import hashlib
import json
import os
import pty
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.cli.running import gampgen

IN_DOUBT = """# User Requirements Specification: Cold store

## 1 Requirements

- **CS-1**: The product shall be used as supplied by the manufacturer, without any modification or programming.
- **CS-2**: A new program shall be written for this system that calculates the release status of the batch.
- **CS-3**: The system shall raise a high alarm when the store temperature rises above 8.0 °C for 300 s.
"""
DECISION = ("--category", "3", "--decided-by", "A. Person", "--reason", "the program was dropped")
DETERMINISTIC = ("suite.json", "oq_protocol.docx", "oq_protocol.md", "traceability.xlsx", "report.html")


@pytest.fixture
def urs(tmp_path: Path) -> Path:
    path = tmp_path / "urs.md"
    path.write_text(IN_DOUBT, encoding="utf-8")
    return path


@pytest.fixture
def decided(urs: Path, tmp_path: Path) -> Path:
    """The run that was decided at once."""
    assert gampgen("generate", urs, "--out", tmp_path / "decided", *DECISION, "--fail-on", "never").returncode == 0
    return tmp_path / "decided"


def digests(folder: Path) -> dict[str, str]:
    return {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in DETERMINISTIC}


def entries(folder: Path) -> list[dict]:
    return json.loads((folder / "audit.json").read_bytes())["entries"]


def stopped(urs: Path, out: Path) -> Path:
    done = gampgen("generate", urs, "--out", out, "--on-doubt", "stop")
    assert done.returncode == 6, done.stderr
    assert "gampgen resume" in done.stderr
    return out.with_name(out.name + ".pending")


def test_stop_leaves_the_question_and_no_suite(urs: Path, tmp_path: Path) -> None:
    place = stopped(urs, tmp_path / "out")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.pending", "urs.md"]
    assert sorted(path.name for path in place.iterdir()) == ["question.json", "question.md"]
    question = json.loads((place / "question.json").read_text(encoding="utf-8"))
    assert question["question"]["proposal"]["category"] == 5
    assert [choice["category"] for choice in question["question"]["choices"]] == [1, 3, 4, 5]
    assert "without any modification" in {piece["quote"] for piece in question["question"]["proposal"]["evidence"]}
    digest = hashlib.sha256(urs.read_bytes()).hexdigest()
    assert {"name": "urs.md", "sha256": digest} in question["inputs"]
    words = (place / "question.md").read_text(encoding="utf-8")
    assert "cannot both be true" in words
    assert "gampgen resume out.pending --category" in words


def test_pending_lists_what_waits_and_nothing_else(urs: Path, tmp_path: Path) -> None:
    assert json.loads(gampgen("pending", tmp_path, "--json").stdout) == []
    place = stopped(urs, tmp_path / "out")
    listed = json.loads(gampgen("pending", tmp_path, "--json").stdout)
    assert [(one["run"], one["proposed"]) for one in listed] == [(str(place), 5)]
    assert str(place) in gampgen("pending", tmp_path).stderr
    assert gampgen("pending", tmp_path / "nowhere").returncode == 3


@pytest.mark.parametrize("named", ["out", "out.pending"])
def test_a_resumed_run_is_the_run_that_was_decided_at_once(
    named: str, urs: Path, decided: Path, tmp_path: Path
) -> None:
    place = stopped(urs, tmp_path / "out")
    asked = json.loads((place / "question.json").read_text(encoding="utf-8"))
    done = gampgen("resume", tmp_path / named, *DECISION, cwd=tmp_path)
    assert done.returncode in (0, 1), done.stderr
    assert digests(tmp_path / "out") == digests(decided)
    assert gampgen("verify", tmp_path / "out").returncode == 0
    assert not place.exists()
    told = {entry["action"]: entry for entry in entries(tmp_path / "out")}
    assert told["run_resumed"]["subject"] == asked["run_id"]
    assert asked["asked"] in told["run_resumed"]["reason"]
    decision = told["category_decided"]
    assert (decision["actor"], decision["before"], decision["after"]) == ("A. Person", "5", "3")
    assert decision["reason"] == "the program was dropped"
    again = gampgen("generate", urs, "--out", tmp_path / "out", *DECISION, "--json")
    assert json.loads(again.stdout)["unchanged"] is True


def test_what_has_changed_since_is_not_completed(urs: Path, tmp_path: Path) -> None:
    place = stopped(urs, tmp_path / "out")
    urs.write_text(IN_DOUBT.replace("8.0", "9.0"), encoding="utf-8")
    done = gampgen("resume", place, *DECISION)
    assert done.returncode == 3
    assert "urs.md" in done.stderr
    assert place.is_dir()
    assert not (tmp_path / "out").exists()


def test_without_a_decision_or_a_waiting_run_there_is_nothing_to_resume(urs: Path, tmp_path: Path) -> None:
    place = stopped(urs, tmp_path / "out")
    assert gampgen("resume", place).returncode == 2
    assert gampgen("resume", tmp_path / "other", *DECISION).returncode == 2
    (place / "question.json").write_text("{}")
    done = gampgen("resume", place, *DECISION)
    assert (done.returncode, "Traceback" in done.stderr) == (3, False)


def test_a_second_question_replaces_the_first_and_something_else_is_left_alone(urs: Path, tmp_path: Path) -> None:
    first = (stopped(urs, tmp_path / "out") / "question.json").read_text(encoding="utf-8")
    second = (stopped(urs, tmp_path / "out") / "question.json").read_text(encoding="utf-8")
    assert json.loads(first)["run_id"] != json.loads(second)["run_id"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.pending", "urs.md"]
    (tmp_path / "two.pending").mkdir()
    (tmp_path / "two.pending" / "precious.txt").write_text("mine")
    assert gampgen("generate", urs, "--out", tmp_path / "two", "--on-doubt", "stop").returncode == 2
    assert (tmp_path / "two.pending" / "precious.txt").read_text() == "mine"


def test_what_is_clear_does_not_stop(urs: Path, tmp_path: Path) -> None:
    urs.write_text("\n".join(line for line in IN_DOUBT.splitlines() if "CS-2" not in line), encoding="utf-8")
    assert gampgen("generate", urs, "--out", tmp_path / "out", "--on-doubt", "stop").returncode in (0, 1)


def test_highest_and_proposed_go_on_and_say_so(urs: Path, tmp_path: Path) -> None:
    for on_doubt in ("highest", "proposed"):
        done = gampgen("generate", urs, "--out", tmp_path / on_doubt, "--on-doubt", on_doubt, "--json")
        assert json.loads(done.stdout)["needs_review"] is True
        found = json.loads((tmp_path / on_doubt / "suite.json").read_text(encoding="utf-8"))["categorisation"]
        assert (found["category"], found["proposed"], found["decided_by"]) == (5, 5, "rules")


def test_without_a_terminal_nobody_is_asked(urs: Path, tmp_path: Path) -> None:
    done = gampgen("generate", urs, "--out", tmp_path / "out", "--on-doubt", "ask")
    assert done.returncode == 2
    assert "no terminal" in done.stderr
    assert gampgen("generate", urs, "--out", tmp_path / "out").returncode in (0, 1)


class Terminal:
    """A run at a terminal: what it says can be read, and lines can be typed."""

    def __init__(self, *arguments: object) -> None:
        self._ours, theirs = pty.openpty()
        command = [sys.executable, "-m", "gampgen", *(str(argument) for argument in arguments)]
        self.process = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True)
        os.close(theirs)
        self.said = ""

    def until(self, words: str) -> None:
        end = time.monotonic() + 60
        while words not in self.said:
            assert time.monotonic() < end, self.said
            if select.select([self._ours], [], [], 1)[0]:
                self.said += os.read(self._ours, 65536).decode(errors="replace")

    def type(self, line: str) -> None:
        os.write(self._ours, f"{line}\n".encode())

    def code(self) -> int:
        while self.process.poll() is None:
            if select.select([self._ours], [], [], 0.2)[0]:
                try:
                    self.said += os.read(self._ours, 65536).decode(errors="replace")
                except OSError:  # the other end is closed
                    break
        os.close(self._ours)
        return self.process.wait(60)


@pytest.fixture(params=["dumb", "xterm"])
def terminal_kind(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("TERM", request.param)
    return str(request.param)


@pytest.mark.usefixtures("terminal_kind")
def test_on_a_terminal_category_name_and_reason_are_asked_for(urs: Path, decided: Path, tmp_path: Path) -> None:
    terminal = Terminal("generate", urs, "--out", tmp_path / "out", "--fail-on", "never")
    terminal.until("to decide later: ")
    for answer, question in (("2", "none of them"), ("3", "Decided by"), ("", "cannot be left empty")):
        terminal.type(answer)
        terminal.until(question)
    terminal.type("A. Person")
    terminal.until("Reason: ")
    terminal.type("the program was dropped")
    assert terminal.code() == 0, terminal.said
    assert "cannot both be true" in " ".join(terminal.said.split())
    assert digests(tmp_path / "out") == digests(decided)
    told = [entry["action"] for entry in entries(tmp_path / "out")]
    assert told.index("category_proposed") < told.index("decision_asked") < told.index("category_decided")
    again = gampgen("generate", urs, "--out", tmp_path / "out", *DECISION, "--json")
    assert json.loads(again.stdout)["unchanged"] is True


def test_enter_keeps_the_proposal_with_its_finding(urs: Path, tmp_path: Path) -> None:
    terminal = Terminal("generate", urs, "--out", tmp_path / "out", "--fail-on", "never")
    terminal.until("to decide later: ")
    terminal.type("")
    assert terminal.code() == 0, terminal.said
    assert gampgen("generate", urs, "--out", tmp_path / "piped", "--fail-on", "never").returncode == 0
    assert digests(tmp_path / "out") == digests(tmp_path / "piped")
    suite = json.loads((tmp_path / "out" / "suite.json").read_text(encoding="utf-8"))
    assert suite["categorisation"]["needs_review"] is True


@pytest.mark.parametrize("answer", ["stop", "\x04"])
def test_stop_or_the_end_of_the_input_leaves_the_question(answer: str, urs: Path, tmp_path: Path) -> None:
    terminal = Terminal("generate", urs, "--out", tmp_path / "out")
    terminal.until("to decide later: ")
    terminal.type(answer)
    assert terminal.code() == 6, terminal.said
    assert (tmp_path / "out.pending" / "question.json").is_file()
    assert not (tmp_path / "out").exists()


def test_an_interrupt_while_being_asked_leaves_nothing(urs: Path, tmp_path: Path) -> None:
    terminal = Terminal("generate", urs, "--out", tmp_path / "out")
    terminal.until("to decide later: ")
    terminal.process.send_signal(signal.SIGINT)
    assert terminal.code() == 130, terminal.said
    assert [path.name for path in tmp_path.iterdir()] == ["urs.md"]
    assert "Traceback" not in terminal.said


def test_quiet_on_a_terminal_is_not_asked(urs: Path, tmp_path: Path) -> None:
    terminal = Terminal("generate", urs, "--out", tmp_path / "out", "--quiet", "--fail-on", "never")
    assert terminal.code() == 0
    assert terminal.said == ""
