"""Put the current output for the README's three URS lines into the README.

    python tools/readme_example.py

The first screen of the README shows what comes out, so it is written by the program itself; a test compares.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

README = Path(__file__).resolve().parent.parent / "README.md"
URS_BEGIN, URS_END = "```markdown\n", "```\n"
BEGIN, END = "<!-- example: begin -->\n", "<!-- example: end -->\n"
SHOWN = "OQ-CS-1-above-8.1-degc-for-300-s"


def urs_of(readme: str) -> str:
    """The URS lines that the README shows."""
    return readme.split(URS_BEGIN, 1)[1].split(URS_END, 1)[0]


def example(urs: str) -> str:
    """One test of the suite that gampgen makes of these lines, as the README prints it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "cold_store_urs.md").write_text(urs, encoding="utf-8")
        command = [
            sys.executable,
            "-m",
            "gampgen",
            "generate",
            "cold_store_urs.md",
            "--out",
            "oq",
            "--fail-on",
            "never",
        ]
        subprocess.run([*command, "--quiet"], cwd=folder, check=True)  # noqa: S603 - our own program
        suite = json.loads((folder / "oq" / "suite.json").read_text(encoding="utf-8"))
    test = next(test for test in suite["tests"] if test["id"] == SHOWN)
    lines = [
        f"**{test['title']}** · {test['technique'].replace('_', ' ')} · priority {test['priority']}",
        "",
        f"*{test['objective']}*",
        "",
        "| step | action | expected result | rests on |",
        "|---|---|---|---|",
    ]
    for step in test["steps"]:
        source = step["source"]
        rests = (
            f"{source['requirement_uid']}: “{source['quote']}”" if source["kind"] == "requirement" else source["ref"]
        )
        lines.append(f"| {step['number']} | {step['action']} | {step['expected_result']} | {rests} |")
    lines += ["", f"Acceptance criterion: {test['acceptance_criterion']}"]
    return "\n".join(lines).replace("<", "\\<") + "\n"


def with_example(readme: str) -> str:
    """The README with the example as it comes out today."""
    before, rest = readme.split(BEGIN, 1)
    return before + BEGIN + "\n" + example(urs_of(readme)) + "\n" + END + rest.split(END, 1)[1]


if __name__ == "__main__":
    README.write_text(with_example(README.read_text(encoding="utf-8")), encoding="utf-8")
