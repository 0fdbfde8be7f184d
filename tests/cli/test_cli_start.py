"""Help is quick because nothing heavy is imported for it, and a model's modules only when a model is used."""

import json
import subprocess
import sys

HEAVY = (
    "workflows",
    "llama_index",
    "openai",
    "docx",
    "docxtpl",
    "lxml",
    "openpyxl",
    "xlsxwriter",
    "jinja2",
    "yaml",
    "rich",
)


def modules_after(*arguments: str) -> set[str]:
    program = (
        "import sys, json, io\n"
        "from gampgen.cli.main import app\n"
        "out, sys.stdout = sys.stdout, io.StringIO()\n"
        f"sys.argv = ['gampgen', *{list(arguments)!r}]\n"
        "try:\n    app()\nexcept SystemExit:\n    pass\n"
        "print(json.dumps(sorted(sys.modules)), file=out)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout))


def test_help_loads_nothing_heavy() -> None:
    loaded = modules_after("--help")
    assert "gampgen.cli.generate" in loaded
    assert not [name for name in (*HEAVY, "pydantic") if name in loaded]  # a verb's options make Typer load Pydantic


def test_the_help_of_a_verb_loads_nothing_heavy() -> None:
    assert not [name for name in HEAVY if name in modules_after("generate", "--help")]
