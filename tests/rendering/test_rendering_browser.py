"""The report in a real browser: it opens, filters and navigates, says nothing on the console, and asks for nothing."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from pypdf import PdfReader

from gampgen.domain.suite import OQTestSuite
from gampgen.rendering import report_html

Browser = Any
Outputs = Callable[..., dict[str, bytes]]
TOOL = Path(__file__).parents[2] / "tools" / "browser.py"


def tool() -> ModuleType:
    if "browser" not in sys.modules:
        spec = importlib.util.spec_from_file_location("browser", TOOL)
        assert spec
        assert spec.loader
        sys.modules["browser"] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules["browser"])
    return sys.modules["browser"]


pytestmark = pytest.mark.skipif(tool().program() is None, reason="no Chromium is installed on this machine")


@pytest.fixture
def page(realistic: OQTestSuite, outputs: Outputs, tmp_path: Path) -> Iterator[Browser]:
    path = tmp_path / "report.html"
    path.write_bytes(outputs(realistic)["report.html"])
    with tool().running() as browser:
        browser.shape(1280, 900)
        browser.open(path)
        yield browser


def shown(page: Browser, kind: str) -> int:
    return int(page.ask(f"document.querySelectorAll('[data-list={kind}] details:not([hidden])').length"))


def entered(page: Browser, kind: str, control: str, value: str) -> None:
    page.ask(
        f"(() => {{ const at = document.querySelector(`[data-for={kind}] {control}`); at.value = '{value}';"
        " at.dispatchEvent(new Event('input', {bubbles: true})); })()"
    )


def test_the_report_filters_navigates_unfolds_and_asks_for_nothing(page: Browser, realistic: OQTestSuite) -> None:
    everything = len(realistic.tests)
    assert shown(page, "tests") == everything
    entered(page, "tests", "input", "oq-631-a")
    assert shown(page, "tests") < everything
    entered(page, "tests", "input", "")
    entered(page, "tests", "[name='2']", "Negative")
    assert shown(page, "tests") == sum(test.polarity == "negative" for test in realistic.tests)
    hidden = page.ask("document.querySelector('[data-list=tests] details[hidden]').id")
    page.ask(f"location.hash = '#{hidden}'")
    assert page.ask(f"new Promise((done) => setTimeout(() => done(document.getElementById('{hidden}').open), 50))")
    entered(page, "tests", "[name='2']", "")
    page.ask("document.querySelector('[data-for=tests] [name=open]').click()")
    assert page.ask("document.querySelectorAll('[data-list=tests] details[open]').length") == everything
    first = "document.querySelector('#t1 blockquote mark')"
    number = page.ask("document.querySelector('#t1 blockquote sup').textContent").split(", ")[0]
    page.ask(
        f"[...document.querySelectorAll('#t1 tbody tr')].find((row) => row.cells[0].textContent === '{number}')"
        ".dispatchEvent(new Event('mouseover', {bubbles: true}))"
    )
    assert page.ask(f"{first}.classList.contains('now')")
    assert page.errors == []
    assert [one for one in page.requests if not one.startswith("file:")] == []


def test_every_control_has_a_name_and_the_keyboard_reaches_it(page: Browser) -> None:
    nameless = page.ask(
        "[...document.querySelectorAll('input, select, svg[role=img]')]"
        ".filter((one) => !one.getAttribute('aria-label')).length"
    )
    assert nameless == 0
    levels = page.ask("[...document.querySelectorAll('h1, h2, h3')].map((one) => Number(one.tagName[1]))")
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    focusable = "document.querySelectorAll('.scroll:not([tabindex]), summary[tabindex=\"-1\"]').length"
    assert page.ask(focusable) == 0


def test_a_large_report_shows_the_same_as_one_that_holds_its_tests_as_markup(
    page: Browser, realistic: OQTestSuite, outputs: Outputs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = (
        "JSON.stringify([...document.querySelectorAll('[data-list=tests] details')].map((one) => [one.textContent"
        ".replace(/\\s+/g, ''), [...one.querySelectorAll('*')].map((part) => [part.tagName, part.className,"
        " part.getAttribute('href')])]))"
    )
    whole = page.ask(told)
    monkeypatch.setattr(report_html, "LARGE", 0)
    path = tmp_path / "large.html"
    path.write_bytes(outputs(realistic)["report.html"])
    page.open(path)
    assert page.ask("document.getElementById('packed') !== null")
    assert page.ask(told) == whole
    assert page.errors == []


def test_printing_unfolds_everything_and_folds_it_again(page: Browser, realistic: OQTestSuite) -> None:
    text = "".join(one.extract_text() for one in PdfReader(BytesIO(page.printed())).pages)
    assert realistic.tests[-1].steps[-1].action.split()[-1].rstrip(".") in text
    assert page.ask("document.querySelectorAll('details[open]').length") == 0
