"""What is imported is declared, what is declared is locked with digests, and a licence that binds a firm is refused."""

from __future__ import annotations

import ast
import importlib.util
import json
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path
from types import ModuleType

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
GROUPS = PROJECT["dependency-groups"]
EXTRAS = [one for extra in PROJECT["project"].get("optional-dependencies", {}).values() for one in extra]
# The first two after gampgen are parts of Pydantic's and Jinja's own interfaces, the last is for type checkers only.
OWN = {"gampgen", "pydantic_core", "markupsafe", "_typeshed"}
LOCKED = {
    "run.txt": PROJECT["project"]["dependencies"],
    "dev.txt": [*PROJECT["project"]["dependencies"], *EXTRAS, *GROUPS["dev"]],
    "supply-chain.txt": GROUPS["supply-chain"],
    "uv.txt": GROUPS["uv"],
}


def load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("supply_chain", ROOT / "tools" / "supply_chain.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SUPPLY_CHAIN = load()


def test_every_package_that_is_imported_is_declared() -> None:
    declared = {canonicalize_name(Requirement(one).name) for one in LOCKED["run.txt"] + EXTRAS}
    owners = packages_distributions()
    undeclared = {
        f"{module} in {path.name}"
        for path in (ROOT / "src").rglob("*.py")
        for module in imported(path)
        if module not in sys.stdlib_module_names | OWN
        if not declared & {canonicalize_name(name) for name in owners.get(module, [module])}
    }
    assert undeclared == set()


def imported(path: Path) -> set[str]:
    """The first name of every absolute import of a file."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            found.add(node.module.split(".")[0])
    return found


@pytest.mark.parametrize("name", LOCKED)
def test_every_dependency_is_locked_in_an_allowed_version_with_digests(name: str) -> None:
    text = (ROOT / "requirements" / name).read_text("utf-8")
    assert not re.search(r"://|--(extra-)?index-url|--find-links", text)
    blocks = re.split(r"\n(?=\S)", text.strip())
    assert all("--hash=sha256:" in block for block in blocks)
    pinned: dict[str, list[str]] = {}
    for block in blocks:
        package, version = re.match(r"([\w.-]+)(?:\[[^]]*])?==([^ ]+)", block).groups()
        pinned.setdefault(canonicalize_name(package), []).append(version)
    for line in LOCKED[name]:
        wanted = Requirement(line)
        versions = pinned.get(canonicalize_name(wanted.name))
        assert versions, f"{wanted} is not locked: run `make lock`"
        assert all(wanted.specifier.contains(version, prereleases=True) for version in versions), (
            f"run `make lock`: {line}"
        )


@pytest.mark.parametrize(
    "stated",
    [
        "MIT", "Apache-2.0 AND MIT", "Apache-2.0 OR BSD-3-Clause", "MIT OR GPL-3.0-only", "PSF-2.0",
        "ISC License (ISCL)", "Mozilla Public License 2.0 (MPL 2.0)", "MPL-2.0 AND MIT", "BSD License",
        "Apache License, Version 2.0", "BSD-3-Clause AND 0BSD AND MIT AND Zlib AND CC0-1.0",
        "Apache-2.0 AND CNRI-Python", "MIT-CMU", "BSD-3-Clause, Apache-2.0",
    ],
)  # fmt: skip
def test_a_licence_that_asks_for_a_notice_only_is_allowed(stated: str) -> None:
    assert SUPPLY_CHAIN.is_allowed(stated)


@pytest.mark.parametrize(
    "stated",
    [
        "GPL-3.0-only", "AGPL-3.0-or-later", "GNU General Public License v3 (GPLv3)", "LGPL-2.1-only", "BUSL-1.1", "",
        "GNU Affero General Public License v3", "MIT AND GPL-2.0-only", "SSPL-1.0", "Proprietary",
        "CC-BY-NC-4.0", "UNKNOWN",
    ],
)  # fmt: skip
def test_a_licence_that_binds_or_is_not_stated_is_refused(stated: str) -> None:
    assert not SUPPLY_CHAIN.is_allowed(stated)


def advisories_told(tmp_path: Path, capsys: pytest.CaptureFixture[str], answer: str) -> tuple[int, str]:
    program = tmp_path / "pip-audit"
    program.write_text(f"#!{sys.executable}\nprint({answer!r})\n", encoding="utf-8")
    program.chmod(0o755)
    return SUPPLY_CHAIN.advisories(str(program), "run.txt"), capsys.readouterr().out


@pytest.mark.skipif(
    sys.platform == "win32", reason="the stand-in for pip-audit is a script with a first line of its own"
)
def test_a_known_hole_is_an_objection_and_an_unreachable_list_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hole = {"name": "one", "version": "1", "vulns": [{"id": "CVE-1", "fix_versions": ["2"]}]}
    sound, skipped = {"name": "two", "version": "1", "vulns": []}, {"name": "three", "skip_reason": "unknown"}
    cases = [
        ([hole, sound], 1, "one 1: CVE-1, mended in 2"),
        ([sound], 0, "nothing to object to"),
        ([sound, skipped], 0, "NOT CHECKED for 1 of 2"),
        ([hole, skipped], 1, "CVE-1"),
        ([skipped], 0, "NOT CHECKED for 1 of 1"),
    ]
    for packages, code, words in cases:
        got, out = advisories_told(tmp_path, capsys, json.dumps({"dependencies": packages}))
        assert (got, words in out) == (code, True), out
    assert "could be reached" in advisories_told(tmp_path, capsys, "no connection")[1]
