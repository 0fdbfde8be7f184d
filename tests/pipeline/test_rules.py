"""Every code that gampgen prints can be explained, and stands for one rule."""

import json
from collections import Counter

import pytest
from tests.cli.running import SAMPLES, gampgen

from gampgen.pipeline.rules import all_rules, rule_of


def test_no_two_rules_share_a_code() -> None:
    codes = Counter(rule.code for rule in all_rules())
    assert [code for code, count in codes.items() if count > 1] == []


def test_each_rule_has_a_name_a_manual_and_a_source() -> None:
    for rule in all_rules():
        assert rule.name, rule.code
        assert len(rule.manual.split()) >= 8, rule.code
        assert rule.source, rule.code


@pytest.mark.parametrize("sample", sorted(path.name for path in SAMPLES.iterdir()))
def test_every_code_of_a_suite_can_be_explained(sample: str, tmp_path: object) -> None:
    gampgen("generate", SAMPLES / sample, "--out", tmp_path / "out", "--quiet")
    suite = json.loads((tmp_path / "out" / "suite.json").read_text(encoding="utf-8"))
    codes = {finding["code"] for finding in suite["findings"]}
    codes |= {
        step["source"]["ref"] for test in suite["tests"] for step in test["steps"] if step["source"]["kind"] == "rule"
    }
    codes |= {evidence["indicator"] for evidence in suite["categorisation"]["evidence"]}
    assert codes
    assert sorted(code for code in codes if rule_of(code) is None) == []


def test_explain_prints_a_rules_manual() -> None:
    done = gampgen("explain", "RQ12")
    assert done.returncode == 0
    assert done.stdout.startswith("RQ12")
    assert rule_of("RQ12").manual.split()[0] in done.stdout
