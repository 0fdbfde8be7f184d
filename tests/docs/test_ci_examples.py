"""The example files for build servers are YAML, and call gampgen as it can be called."""

import re
import shlex
from pathlib import Path

import pytest
import yaml
from typer.main import get_command

from gampgen.cli.main import app

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = sorted((ROOT / "docs" / "ci").iterdir())


@pytest.mark.parametrize("path", [*EXAMPLES, ROOT / ".pre-commit-hooks.yaml"], ids=lambda path: path.name)
def test_an_example_calls_what_there_is(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if path.suffix in (".yml", ".yaml"):
        assert yaml.safe_load(text)
    verbs = get_command(app).commands
    calls = [shlex.split(call) for call in re.findall(r"gampgen ((?:batch|lint|worker) [^'\n]*)", text)]
    for verb, *arguments in calls:
        known = {name for parameter in verbs[verb].params for name in parameter.opts}
        assert [one for one in arguments if one.startswith("--") and one not in known] == []
    assert calls or path.name == "compose.yml"


def test_the_compose_file_starts_what_there_is() -> None:
    composed = yaml.safe_load((ROOT / "docs" / "ci" / "compose.yml").read_text(encoding="utf-8"))
    services, verbs = composed["services"], get_command(app).commands
    worker, batch = services["worker"], services["batch"]
    program, verb, *arguments = worker["command"]
    known = {name for parameter in verbs[verb].params for name in parameter.opts}
    assert program == "gampgen" == batch["entrypoint"][0]
    assert {one for one in arguments if one.startswith("--")} <= known
    for name in ("worker", "batch"):  # what both are told, they hear
        heard = {parameter.envvar for parameter in verbs[name].params if getattr(parameter, "envvar", None)}
        assert set(services[name]["environment"]) <= {
            one for var in heard for one in ([var] if isinstance(var, str) else var)
        }
    for service in services.values():
        assert set(service.get("depends_on", {})) <= set(services)
        named = {volume.split(":")[0] for volume in service.get("volumes", []) if volume[0] not in "$./"}
        assert named <= set(composed["volumes"])
    assert [name for name, one in services.items() if "healthcheck" in one] == ["rabbitmq", "postgres"]
